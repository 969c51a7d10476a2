/** Which rules see one fault from two sides, and how it is known that they do. The table of `told-twice.ts`. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/**
 * `same`: the echo stands at a place of the other. `rests`: one of its places is where the other stands. `shared`: they have a
 * place in common. `crossed`: each stands where the other points. `items`: both are about the same two mechanisms. `line`: one
 * of the echo's places is on the line of the other, as the cells of a row are. `subject`: both are about one item.
 */
export interface Pair {
  readonly echo: string;
  readonly of: readonly string[];
  readonly at: "same" | "rests" | "shared" | "crossed" | "items" | "line" | "subject";
  /** What else makes the one an echo of the other; nothing where it is left out. */
  readonly where?: (echo: Diagnostic, cause: Diagnostic) => boolean;
}

/** Faults of a reported value by itself, after which it says nothing of others. */
const slips = ["data/out-of-bounds", "data/part-above-whole", "data/magnitude", "data/share-mismatch"];

export const pairs: readonly Pair[] = [
  { echo: "indicator/baseline-observation", of: slips, at: "rests" },
  { echo: "data/part-of-larger", of: slips, at: "rests" },
  // A share of more than all is told at its counts, beside the value that follows from them.
  { echo: "data/part-of-larger", of: ["data/part-above-whole", "data/share-mismatch"], at: "line" },
  // Which of two values a placeholder takes is open only for want of the date, or because the two contradict each other.
  {
    echo: "narrative/ambiguous",
    of: ["target/missing-date", "target/conflict", "target/relative-mismatch", "target/rate-mismatch"],
    at: "line",
  },
  // A count that the sentence itself contradicts is the slip; that the plan lists another follows.
  { echo: "count/in-text", of: ["count/named-beside"], at: "same" },
  // What can never be reached is first impossible, and then also on the wrong side.
  { echo: "target/wrong-direction", of: ["target/out-of-bounds"], at: "same" },
  // A bound on the wrong side of its indicator is the slip; that the target cannot be reached beside it follows.
  { echo: "target/hold-against-reach", of: ["target/wrong-direction"], at: "rests" },
  // A baseline later than its own targets is later than the plan's start as well.
  { echo: "provenance/baseline-age", of: ["target/before-baseline"], at: "same" },
  // A level under `change` (提高到60%) lacks no points: it belongs elsewhere.
  { echo: "target/percent-points", of: ["target/no-share"], at: "same" },
  { echo: "pilot/stage-order", of: ["mechanism/share-above-whole"], at: "rests" },
  // Of two announced counts one at least differs from what is listed.
  { echo: "count/announced", of: ["statement/conflict"], at: "same" },
  { echo: "mechanism/announced", of: ["statement/conflict"], at: "same" },
  {
    echo: "objective/unmeasured-figure",
    of: ["narrative/figure-conflict", "narrative/terms-conflict"],
    at: "same",
  },
  // One figure told of a mechanism is held against it once.
  {
    echo: "narrative/terms-conflict",
    of: ["narrative/standing-figure", "narrative/weight-conflict", "narrative/figure-conflict"],
    at: "same",
  },
  { echo: "pilot/stage-fit", of: ["pilot/stage-order", "pilot/target-mismatch"], at: "same" },
  { echo: "time/undated-step", of: ["list/required-field"], at: "same" },
  // What keeps to its parent's time keeps to the plan's as well: the nearer bound says what to write.
  { echo: "time/outside-period", of: ["time/outside-parent"], at: "same" },
  // A date that lies before the plan by one of two readings is early for all that it needs by the same reading.
  { echo: "time/used-before-exists", of: ["time/outside-period"], at: "rests" },
  // A date beside the name of a phase is one of those that the phase is said to have.
  { echo: "narrative/date-conflict", of: ["narrative/phase-conflict"], at: "line" },
  { echo: "statement/same-work", of: ["responsibility/odd-owner"], at: "crossed" },
  { echo: "time/used-before-exists", of: ["scorecard/faster-than-data"], at: "items" },
  // That two are one scheme by name is the question; that their figures differ is its answer.
  {
    echo: "mechanism/same-name",
    of: ["mechanism/two-schemes", "mechanism/cadence-conflict", "norm/two-norms"],
    at: "items",
  },
  // A date outside the plan is the slip that everything held against it stumbles over.
  { echo: "target/weakening", of: ["time/outside-period"], at: "line" },
  { echo: "time/phase-overlap", of: ["time/outside-period"], at: "line" },
  { echo: "time/phase-gap", of: ["time/outside-period"], at: "line" },
  { echo: "time/evaluated-before-due", of: ["time/outside-period"], at: "line" },
  { echo: "pilot/stage-order", of: ["time/outside-period"], at: "line" },
  {
    echo: "time/deadline-out-of-step",
    of: ["time/outside-period", "time/outside-phase", "time/reversed"],
    at: "line",
  },
  {
    echo: "time/gate-out-of-step",
    of: [
      "time/outside-period",
      "target/out-of-bounds",
      "target/magnitude",
      "target/already-met",
      "target/weakening",
    ],
    at: "line",
  },
  { echo: "pilot/target-mismatch", of: ["target/out-of-bounds"], at: "line" },
  // A milestone in the days that its phase leaves open: both tell that the phase ends too early, or begins too late.
  { echo: "time/outside-phase", of: ["time/phase-gap"], at: "shared", where: liesInGap },
  // A baseline dated later than its targets is later than its source and its data as well.
  {
    echo: "data/before-baseline",
    of: ["target/before-baseline", "provenance/baseline-age"],
    at: "line",
    where: (echo, cause) => echo.severity === cause.severity || cause.severity !== "info",
  },
  { echo: "provenance/source-time", of: ["target/before-baseline"], at: "line" },
  { echo: "provenance/baseline-age", of: ["indicator/baseline-observation"], at: "same" },
  // What is met at the start is weaker than every earlier target, too.
  { echo: "target/weakening", of: ["target/already-met"], at: "same" },
  { echo: "statement/wording", of: ["target/out-of-bounds"], at: "shared" },
  { echo: "indicator/evidence-conflict", of: ["indicator/evidence-impossible"], at: "same" },
  { echo: "indicator/evidence-doubt", of: ["indicator/evidence-impossible"], at: "rests" },
  // A change has the wrong form first; where it starts is asked of changes.
  { echo: "target/no-base", of: ["target/no-share", "target/percent-points"], at: "same" },
  // Where text and list agree, the announced count is the slip.
  {
    echo: "count/in-text",
    of: ["count/announced"],
    at: "rests",
    where: ({ args: { said } }, { args: { listed, parts } }) =>
      said === listed || said === Number(listed) + Number(parts),
  },
  // The weight that breaks the sum differs from the other scheme's by the same slip.
  {
    echo: "scorecard/other-weight",
    of: ["count/dimension-weight-sum", "scorecard/weight-sum"],
    at: "shared",
  },
  // Of a direction that is wrong all that is read by it is wrong.
  { echo: "indicator/evidence-doubt", of: ["target/wrong-direction"], at: "subject" },
  { echo: "indicator/method-parameter", of: ["target/wrong-direction"], at: "subject" },
  { echo: "target/already-met", of: ["target/wrong-direction"], at: "subject" },
  // What is larger than its whole has taken too long a step as well.
  {
    echo: "target/magnitude",
    of: ["indicator/part-of-larger"],
    at: "same",
    where: ({ severity }) => severity === "info",
  },
  // Of two bands that overlap one has the wrong edge, and what is to follow from it names the right one.
  { echo: "scorecard/consequence-band", of: ["scorecard/band-overlap"], at: "rests" },
];

/** The day of a milestone lies in the days that no phase covers. */
function liesInGap({ args: { day } }: Diagnostic, { args: { from, to } }: Diagnostic): boolean {
  return (
    day !== undefined &&
    day !== null &&
    from !== undefined &&
    from !== null &&
    day >= from &&
    day <= (to ?? from)
  );
}
