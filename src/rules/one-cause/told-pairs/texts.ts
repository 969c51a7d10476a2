/** What a fault elsewhere makes of the texts, and of what they are held against. */
import type { Pair } from "./pair.ts";
import { isOfStatement, saysNoWeaker, touchesPlace } from "./tests.ts";

/** They hold texts against what is stated. */
const tellersOfTexts = [
  "narrative/change-conflict",
  "narrative/count-differs",
  "narrative/date-conflict",
  "narrative/definition-conflict",
  "narrative/figure-conflict",
  "narrative/owner-conflict",
  "narrative/head-conflict",
  "narrative/collector-conflict",
  "narrative/phase-conflict",
  "narrative/rhythm-conflict",
  "narrative/standing-figure",
  "narrative/terms-conflict",
  "narrative/threshold-conflict",
  "narrative/weight-conflict",
  "count/in-text",
  "count/part-in-text",
  "count/shares-in-text",
  "mechanism/count-in-text",
  "objective/unmeasured-figure",
  "time/before-in-text",
  "time/phase-name",
  "time/programme-name",
  "time/words-against-dates",
];

/** Echoes that hold texts against the plan. */
export const pairsOnTexts: readonly Pair[] = [
  // What can never be is not held against a text besides; a date that is a slip leaves the text's own without value.
  {
    echo: "narrative/figure-conflict",
    of: ["target/out-of-bounds"],
    at: "line",
    where: isOfStatement,
    kept: true,
  },
  // Who heads a body answers for it.
  { echo: "narrative/owner-conflict", of: ["narrative/head-conflict"], at: "same" },
  // A target that is weaker than an earlier one, and than the text says it is, is the slip.
  {
    echo: "narrative/figure-conflict",
    of: ["target/weakening"],
    at: "line",
    where: saysNoWeaker,
    kept: "graver",
  },
  {
    echo: "narrative/figure-conflict",
    of: ["time/outside-period"],
    at: "line",
    where: ({ severity }) => severity !== "error",
    kept: true,
  },
  // Which of two values a placeholder takes is open only for want of the date, or because the two contradict each other.
  {
    echo: "narrative/ambiguous",
    of: [
      "schema/type",
      "target/missing-date",
      "target/conflict",
      "target/relative-mismatch",
      "target/rate-mismatch",
      "time/unreadable",
      "time/unresolved",
    ],
    at: "line",
  },
  // A count that the sentence itself contradicts is the slip; that the plan lists another follows.
  { echo: "count/in-text", of: ["count/named-beside"], at: "same" },
  { echo: "mechanism/count-in-text", of: ["count/named-beside"], at: "same" },
  // A figure that contradicts what is stated is no figure without a measure.
  {
    echo: "objective/unmeasured-figure",
    of: ["narrative/figure-conflict", "narrative/terms-conflict"],
    at: "line",
    where: touchesPlace,
  },
  // One figure told of a mechanism is held against it once.
  {
    echo: "narrative/terms-conflict",
    of: [
      "narrative/standing-figure",
      "narrative/weight-conflict",
      "narrative/figure-conflict",
      "narrative/threshold-conflict",
    ],
    at: "same",
  },
  // A part that the sentence itself makes larger than its whole is the slip.
  {
    echo: "narrative/standing-figure",
    of: ["count/part-in-text"],
    at: "same",
    where: (_, { args: { sum } }) => sum === null,
  },
  // A date beside the name of a phase is one of those that the phase is said to have.
  { echo: "narrative/date-conflict", of: ["narrative/phase-conflict"], at: "line" },
  // Where text and list agree, the announced count is the slip.
  {
    echo: "count/in-text",
    of: ["count/announced"],
    at: "rests",
    where: ({ args: { said } }, { args: { listed, parts } }) =>
      said === listed || said === Number(listed) + Number(parts),
  },
  // One rhythm in a text that is neither the meeting's nor that of the body that holds it.
  {
    echo: "narrative/rhythm-conflict",
    of: ["narrative/rhythm-conflict"],
    at: "same",
    where: (echo, cause) =>
      echo.severity === "warning" && cause.severity === "error" && echo.args.stated === cause.args.stated,
  },
  // What another rule tells of a figure or date of a text for sure is not asked besides; nor where else a value is told that it found told otherwise.
  { echo: "narrative/other-value", of: tellersOfTexts, at: "line", where: touchesPlace },
  { echo: "narrative/other-value", of: tellersOfTexts, at: "shared" },
];
