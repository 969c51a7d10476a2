/**
 * The rules that may speak while a part of the plan cannot be read: they find what stands in the text, not what it lacks,
 * so nothing behind the part can take it back.
 */
export const rulesOfOneItem: ReadonlySet<string> = new Set([
  "reference/duplicate-id",
  "statement/conflict",
  "statement/unit-mismatch",
  "target/conflict",
  "target/weakening",
  "target/wrong-direction",
  "target/unit-mismatch",
  "target/percent-points",
  "target/no-share",
  "target/out-of-bounds",
  "target/relative-mismatch",
  "target/rate-mismatch",
  "target/before-baseline",
  "time/reversed",
]);
