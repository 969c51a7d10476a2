/** What a fault elsewhere makes of indicators and their targets. */
import { type Pair, slips } from "./pair.ts";

/** Echoes of the families `indicator` and `target`. */
export const pairsOnIndicators: readonly Pair[] = [
  // A change needs its base before all else does.
  { echo: "indicator/missing-baseline", of: ["target/no-base"], at: "subject" },
  // A baseline that cannot be is not held against what was reported for its day.
  { echo: "indicator/baseline-observation", of: ["target/out-of-bounds"], at: "shared" },
  // What can never be reached is not held against a whole that may grow.
  { echo: "indicator/part-of-larger", of: ["target/out-of-bounds"], at: "same" },
  // Of parts that lead in a ring one at least is no part.
  { echo: "indicator/part-of-larger", of: ["reference/cycle"], at: "line" },
  // A reported value that is a slip is not held against the baseline.
  { echo: "indicator/baseline-observation", of: slips, at: "rests" },
  // What can never be reached is first impossible, and then also on the wrong side.
  { echo: "indicator/evidence-doubt", of: ["target/out-of-bounds"], at: "same" },
  // Evidence that can never hold is neither held against the target nor doubted besides.
  { echo: "indicator/evidence-conflict", of: ["indicator/evidence-impossible"], at: "same" },
  // Of bounds that a target and the evidence both break the bounds are the slip.
  { echo: "indicator/evidence-impossible", of: ["target/out-of-bounds"], at: "shared", kept: true },
  { echo: "indicator/evidence-doubt", of: ["indicator/evidence-impossible"], at: "line" },
  // Of a direction that is wrong all that is read by it is wrong.
  { echo: "indicator/evidence-doubt", of: ["target/wrong-direction"], at: "subject" },
  { echo: "indicator/method-parameter", of: ["target/wrong-direction"], at: "subject" },
  // A value that evidence, its printed words, or a reported value contradict is the slip; what it is too high or too low for follows.
  { echo: "indicator/part-of-larger", of: ["indicator/evidence-conflict"], at: "shared", kept: true },
  // Evidence is held against a target in the same unit only.
  { echo: "indicator/evidence-conflict", of: ["target/unit-mismatch"], at: "rests" },
  // A baseline dated later than its targets is later than the values reported, too.
  { echo: "indicator/baseline-observation", of: ["target/before-baseline"], at: "lines", kept: true },
  // A value too seldom reported for a streak is too seldom reported altogether.
  { echo: "indicator/low-frequency", of: ["scorecard/faster-than-data"], at: "lines", kept: true },
  // A figure with a digit too many makes others weaker than it.
  {
    echo: "target/weakening",
    of: ["target/magnitude"],
    at: "subject",
    where: (_, cause) => cause.severity === "warning",
  },
  // A change to the wrong side is weaker than every target before it, too.
  { echo: "target/weakening", of: ["target/wrong-direction"], at: "same" },
  // A start that cannot be makes weaker or larger all that is counted from it.
  { echo: "target/weakening", of: ["target/out-of-bounds"], at: "rests" },
  { echo: "target/already-met", of: ["indicator/part-of-larger"], at: "rests" },
  // A start, or an end, that no yearly change leads from or to is the slip.
  { echo: "target/already-met", of: ["target/rate-mismatch"], at: "shared", kept: true },
  // Which of two levels is to be reached comes before what is to hold afterwards.
  { echo: "target/falls-back", of: ["target/conflict"], at: "subject" },
  // A yearly change to the wrong side leads to no target of the right one.
  { echo: "target/rate-mismatch", of: ["target/wrong-direction"], at: "same" },
  { echo: "target/rate-mismatch", of: ["target/wrong-direction"], at: "rests" },
  { echo: "target/relative-mismatch", of: ["target/wrong-direction"], at: "same" },
  // A start that cannot be leads to no target that can.
  { echo: "target/rate-mismatch", of: ["target/out-of-bounds"], at: "line" },
  { echo: "target/relative-mismatch", of: ["target/out-of-bounds"], at: "line" },
  // What can never be reached is first impossible, and then also on the wrong side.
  { echo: "target/wrong-direction", of: ["target/out-of-bounds"], at: "same" },
  { echo: "target/already-met", of: ["target/out-of-bounds"], at: "same" },
  // So is what is larger than its whole.
  { echo: "target/wrong-direction", of: ["indicator/part-of-larger"], at: "same" },
  { echo: "target/magnitude", of: ["target/out-of-bounds", "target/total-mismatch"], at: "same" },
  // A level that is to be held from a date outside the plan on is reached in no time of the plan.
  { echo: "target/hold-not-reached", of: ["time/outside-period"], at: "line" },
  // A bound on the wrong side of its indicator is the slip; that the target cannot be reached beside it follows.
  { echo: "target/hold-against-reach", of: ["target/wrong-direction"], at: "rests" },
  // A level under `change` (提高到60%) lacks no points: it belongs elsewhere.
  { echo: "target/percent-points", of: ["target/no-share"], at: "same" },
  // A direction that has neither figure nor date.
  {
    echo: "target/vague",
    of: ["target/missing-date"],
    at: "subject",
    where: (_, { args: { plain, standing } }) => plain !== null && plain !== "done" && standing === false,
  },
  // By one reading weaker later on, by the other two values for one time; of two values for one date the weaker is weaker than earlier ones, too.
  {
    echo: "target/weakening",
    of: ["target/conflict"],
    at: "same",
    where: ({ args: { read } }, { severity }) => read !== null || severity === "error",
  },
  // Whether a level without date is a further step or the same target is the question; its date follows.
  {
    echo: "target/missing-date",
    of: ["target/relative-mismatch"],
    at: "lines",
    where: (_, { args: { open } }) => open === true,
    kept: true,
  },
  // A date outside the plan is the slip that everything held against it stumbles over.
  { echo: "target/weakening", of: ["time/outside-period"], at: "line" },
  // What every value meets is met at the start, and weaker than all before.
  { echo: "target/already-met", of: ["target/asks-nothing"], at: "same" },
  { echo: "target/weakening", of: ["target/asks-nothing"], at: "same" },
  { echo: "target/wrong-direction", of: ["target/asks-nothing"], at: "same" },
  // A total that its parts do not make up, or that they exceed, has a slip in one of them.
  { echo: "target/already-met", of: ["target/total-mismatch"], at: "same" },
  // What is met at the start is weaker than every earlier target, too.
  { echo: "target/weakening", of: ["target/already-met"], at: "same" },
  // A change has the wrong form first; where it starts is asked of changes.
  { echo: "target/no-base", of: ["target/no-share", "target/percent-points"], at: "same" },
  // Of a direction that is wrong all that is read by it is wrong.
  { echo: "target/already-met", of: ["target/wrong-direction"], at: "subject" },
  { echo: "target/path-back", of: ["target/wrong-direction"], at: "subject" },
  // What is larger than its whole has taken too long a step as well.
  {
    echo: "target/magnitude",
    of: ["indicator/part-of-larger"],
    at: "same",
    where: ({ args: { factor } }) => factor === null,
  },
  // A value that evidence, its printed words, or a reported value contradict is the slip; what it is too high or too low for follows.
  {
    echo: "target/already-met",
    of: ["indicator/evidence-conflict", "statement/wording"],
    at: "shared",
    kept: true,
  },
  {
    echo: "target/pace",
    of: ["indicator/evidence-conflict", "target/before-baseline", "provenance/source-time"],
    at: "lines",
    kept: true,
  },
  { echo: "target/magnitude", of: ["indicator/evidence-conflict"], at: "shared", kept: true },
  // A path is held against a target that is a slip.
  { echo: "target/path-back", of: ["target/magnitude"], at: "lines", kept: "graver" },
  { echo: "target/magnitude", of: ["statement/wording"], at: "same" },
  {
    echo: "target/path-back",
    of: [
      "indicator/baseline-observation",
      "indicator/evidence-conflict",
      "indicator/part-of-larger",
      "statement/wording",
      "target/already-met",
      "target/before-baseline",
      "target/conflict",
      "target/out-of-bounds",
      "target/uneven-pace",
      "target/weakening",
      "target/wrong-direction",
      "time/outside-period",
    ],
    at: "lines",
    kept: true,
  },
  // A bound to one side that is printed to the other: the printed words name the cure.
  { echo: "target/wrong-direction", of: ["statement/wording"], at: "same" },
  // A time that ends before it begins has no years to add up; nor is a pace counted from a day in doubt.
  { echo: "target/total-mismatch", of: ["time/reversed"], at: "line" },
  {
    echo: "target/uneven-pace",
    of: ["time/outside-period", "provenance/baseline-age", "indicator/baseline-observation"],
    at: "lines",
    kept: true,
  },
  // What was known when the plan was written hangs on when that was.
  {
    echo: "target/already-met",
    of: ["time/document-dates", "time/words-against-dates"],
    at: "lines",
    where: ({ args: { on } }) => on !== null,
    kept: true,
  },
];
