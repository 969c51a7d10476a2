/** Which rules see one fault from two sides, and how it is known that they do. The table of `told-twice.ts`. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isOfStatement, liesInGap, saysNoWeaker, sumsByText, touchesPlace } from "./told-pair-tests.ts";

/**
 * `same`: the echo stands at a place of the other. `rests`: one of its places is where the other stands. `shared`: they have a
 * place in common. `crossed`: each stands where the other points. `items`: both are about the same two mechanisms. `line`: one
 * of the echo's places is on the line of the other, as the cells of a row are. `lines`: they have a line in common. `subject`:
 * both are about one item.
 */
export interface Pair {
  readonly echo: string;
  readonly of: readonly string[];
  readonly at: "same" | "rests" | "shared" | "crossed" | "items" | "line" | "lines" | "subject";
  /** What else makes the one an echo of the other; nothing where it is left out. */
  readonly where?: (echo: Diagnostic, cause: Diagnostic) => boolean;
  /**
   * The echo stands elsewhere: its place, and what it says of it, follow at the other. It is never the graver one, but for those
   * that are `graver`: the other's cure is theirs.
   */
  readonly kept?: true | "graver";
}

/** Faults of a reported value by itself, after which it says nothing of others. */
const slips = ["data/out-of-bounds", "data/part-above-whole", "data/magnitude", "data/share-mismatch"];

/** What is said of an indicator by the value that it stands at. */
const standings = [
  "status/off-track",
  "status/at-risk",
  "status/worsening",
  "status/missed",
  "status/interim-missed",
];

/** They hold texts against what is stated. */
const tellersOfTexts = [
  "narrative/change-conflict",
  "narrative/count-differs",
  "narrative/date-conflict",
  "narrative/definition-conflict",
  "narrative/figure-conflict",
  "narrative/owner-conflict",
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
  "time/words-against-dates",
];

export const pairs: readonly Pair[] = [
  // A value that is perhaps a slip says nothing of where the plan stands.
  ...standings.map(
    (echo): Pair => ({
      echo,
      of: ["data/magnitude", "data/negative-count", "data/out-of-bounds"],
      at: "rests",
    }),
  ),
  // Where it stands by the one of two targets and not by the other, the question is which of them holds.
  ...standings.map(
    (echo): Pair => ({
      echo,
      of: ["target/conflict"],
      at: "subject",
      where: ({ args: { asksWhich } }, { severity }) => asksWhich === true && severity !== "info",
      kept: true,
    }),
  ),
  // Worse than a baseline that no value came near, and that its own target lies below: the baseline is the slip.
  {
    echo: "status/worsening",
    of: ["target/already-met"],
    at: "subject",
    where: (echo, { args: { on } }) => echo.args.neverAsGood === true && on === null,
    kept: "graver",
  },
  // Whether a share of the target is late hangs on where it started.
  {
    echo: "status/at-risk",
    of: ["indicator/missing-baseline"],
    at: "subject",
    where: ({ args: { lacks } }) => lacks === "baseline",
    kept: true,
  },
  // A figure with a digit too many makes others weaker than it.
  {
    echo: "target/weakening",
    of: ["target/magnitude"],
    at: "subject",
    where: (_, cause) => cause.severity === "warning",
  },
  // A start that cannot be makes weaker or larger all that is counted from it.
  { echo: "target/weakening", of: ["target/out-of-bounds"], at: "rests" },
  { echo: "target/already-met", of: ["indicator/part-of-larger"], at: "rests" },
  { echo: "target/hold-not-reached", of: ["time/outside-period"], at: "line" },
  // An indicator in the wrong dimension is too much there and lacks in its own.
  {
    echo: "count/weight-sum",
    of: ["objective/other-dimension"],
    at: "shared",
    where: (_, { args: { sums } }) => sums === true,
  },
  // The text gives the weight with which the sum is right.
  ...["scorecard/weight-sum", "count/weight-sum"].map(
    (echo): Pair => ({
      echo,
      of: ["narrative/weight-conflict"],
      at: "shared",
      where: sumsByText,
      kept: true,
    }),
  ),
  // Of two bands that overlap, or leave a gap, the one of which the text says otherwise has the wrong edge.
  ...["scorecard/band-overlap", "scorecard/band-gap"].map(
    (echo): Pair => ({ echo, of: ["narrative/threshold-conflict"], at: "shared", kept: true }),
  ),
  // Two figures of one quantity that contradict each other: for what each is counted is the same question.
  { echo: "statement/counted-per", of: ["target/conflict"], at: "subject" },
  // A yearly change to the wrong side leads to no target of the right one.
  { echo: "target/rate-mismatch", of: ["target/wrong-direction"], at: "same" },
  { echo: "target/relative-mismatch", of: ["target/wrong-direction"], at: "same" },
  // A phase that ends too early has its condition too early.
  { echo: "time/gate-out-of-step", of: ["time/phase-gap"], at: "lines", kept: true },
  // A change needs its base before all else does.
  { echo: "indicator/missing-baseline", of: ["target/no-base"], at: "subject" },
  { echo: "indicator/baseline-observation", of: ["target/out-of-bounds"], at: "shared" },
  // What can never be is not held against a text besides; a date that is a slip leaves the text's own without value.
  {
    echo: "narrative/figure-conflict",
    of: ["target/out-of-bounds"],
    at: "line",
    where: isOfStatement,
    kept: true,
  },
  // A target that is weaker than an earlier one, and than the text says it is, is the slip.
  {
    echo: "narrative/figure-conflict",
    of: ["target/weakening"],
    at: "line",
    where: saysNoWeaker,
    kept: "graver",
  },
  { echo: "target/rate-mismatch", of: ["target/out-of-bounds"], at: "line" },
  { echo: "target/relative-mismatch", of: ["target/out-of-bounds"], at: "line" },
  {
    echo: "narrative/figure-conflict",
    of: ["time/outside-period"],
    at: "line",
    where: ({ severity }) => severity !== "error",
    kept: true,
  },
  // Of parts that lead in a ring one at least is no part.
  { echo: "indicator/part-of-larger", of: ["reference/cycle"], at: "line" },
  { echo: "count/part-weight", of: ["reference/cycle"], at: "lines" },
  { echo: "count/part-weight", of: ["indicator/part-unit"], at: "subject" },
  { echo: "data/part-of-larger", of: ["reference/cycle"], at: "subject" },
  // A condition in a unit that its indicator does not have: its levels fit the indicator.
  { echo: "alarm/foreign-unit", of: ["mechanism/expression-meaning"], at: "subject" },
  { echo: "alarm/level-order", of: ["mechanism/expression-meaning"], at: "subject" },
  { echo: "indicator/baseline-observation", of: slips, at: "rests" },
  { echo: "data/part-of-larger", of: slips, at: "rests" },
  // A share of more than all is told at its counts, beside the value that follows from them.
  { echo: "data/part-of-larger", of: ["data/part-above-whole", "data/share-mismatch"], at: "line" },
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
  // What can never be reached is first impossible, and then also on the wrong side.
  { echo: "target/wrong-direction", of: ["target/out-of-bounds"], at: "same" },
  { echo: "target/already-met", of: ["target/out-of-bounds"], at: "same" },
  { echo: "target/magnitude", of: ["target/out-of-bounds", "target/total-mismatch"], at: "same" },
  { echo: "indicator/evidence-doubt", of: ["target/out-of-bounds"], at: "same" },
  // A bound on the wrong side of its indicator is the slip; that the target cannot be reached beside it follows.
  { echo: "target/hold-against-reach", of: ["target/wrong-direction"], at: "rests" },
  // A baseline later than its own targets is later than the plan's start as well.
  { echo: "provenance/baseline-age", of: ["target/before-baseline"], at: "same" },
  // A level under `change` (提高到60%) lacks no points: it belongs elsewhere.
  { echo: "target/percent-points", of: ["target/no-share"], at: "same" },
  { echo: "pilot/stage-order", of: ["mechanism/share-above-whole"], at: "rests" },
  { echo: "scorecard/band-overlap", of: ["mechanism/share-above-whole"], at: "rests" },
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
  // What is due on a date in doubt is not known to lack values.
  { echo: "status/no-data", of: ["time/outside-period"], at: "line" },
  // A direction that has neither figure nor date.
  {
    echo: "target/vague",
    of: ["target/missing-date"],
    at: "subject",
    where: (_, { args: { plain, standing } }) => plain !== null && plain !== "done" && standing === false,
  },
  // By one reading weaker later on, by the other two values for one time.
  {
    echo: "target/weakening",
    of: ["target/conflict"],
    at: "same",
    where: ({ args: { read } }) => read !== null,
  },
  // Whether a level without date is a further step or the same target is the question; its date follows.
  {
    echo: "target/missing-date",
    of: ["target/relative-mismatch"],
    at: "lines",
    where: (_, { args: { open } }) => open === true,
    kept: true,
  },
  // A date that lies before the plan by one of two readings is early for all that it needs by the same reading.
  { echo: "time/used-before-exists", of: ["time/outside-period"], at: "rests" },
  // A date beside the name of a phase is one of those that the phase is said to have.
  { echo: "narrative/date-conflict", of: ["narrative/phase-conflict"], at: "line" },
  { echo: "statement/same-work", of: ["responsibility/odd-owner"], at: "crossed" },
  // Where only the rhythm dates the use, a rhythm that is wrong dates it wrongly; a stated start stands by itself.
  {
    echo: "time/used-before-exists",
    of: ["scorecard/faster-than-data"],
    at: "items",
    where: ({ args: { rhythm } }) => rhythm !== null,
  },
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
  // A start after its end, beyond the plan as well: where the end is, the start is to be.
  { echo: "time/outside-period", of: ["time/reversed"], at: "shared" },
  // A milestone in the days that its phase leaves open: both tell that the phase ends too early, or begins too late.
  { echo: "time/outside-phase", of: ["time/phase-gap"], at: "shared", where: liesInGap },
  // A baseline dated later than its targets is later than its source and its data as well.
  {
    echo: "data/before-baseline",
    of: ["target/before-baseline", "provenance/baseline-age"],
    at: "lines",
    where: (echo, cause) => echo.severity === cause.severity || cause.severity !== "info",
  },
  { echo: "provenance/source-time", of: ["target/before-baseline"], at: "line" },
  { echo: "provenance/baseline-age", of: ["indicator/baseline-observation"], at: "same" },
  // What every value meets is met at the start, and weaker than all before.
  { echo: "target/already-met", of: ["target/asks-nothing"], at: "same" },
  { echo: "target/weakening", of: ["target/asks-nothing"], at: "same" },
  { echo: "target/wrong-direction", of: ["target/asks-nothing"], at: "same" },
  // What is met at the start is weaker than every earlier target, too.
  { echo: "target/weakening", of: ["target/already-met"], at: "same" },
  { echo: "statement/wording", of: ["target/out-of-bounds"], at: "shared" },
  { echo: "indicator/evidence-conflict", of: ["indicator/evidence-impossible"], at: "same" },
  // A piece of work that ends before it starts, or a milestone outside its phase, is first dated wrongly.
  { echo: "status/action-overdue", of: ["time/reversed"], at: "subject", kept: true },
  { echo: "status/milestone-overdue", of: ["time/outside-phase"], at: "subject", kept: true },
  // Of bounds that a target and the evidence both break the bounds are the slip.
  { echo: "indicator/evidence-impossible", of: ["target/out-of-bounds"], at: "shared", kept: true },
  { echo: "provenance/evidence-origin", of: ["indicator/evidence-conflict"], at: "same" },
  { echo: "indicator/evidence-doubt", of: ["indicator/evidence-impossible"], at: "line" },
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
  // Two entries of one risk of which one is half rated: completed, or taken into the other, it is one again.
  { echo: "statement/name-twice", of: ["risk/half-rated"], at: "subject" },
  // A cap below zero is below every award; of a condition that is turned round the levels run the other way.
  { echo: "fund/cap-below-award", of: ["statement/negative-amount"], at: "shared" },
  { echo: "workflow/limit-order", of: ["statement/negative-amount"], at: "shared" },
  {
    echo: "alarm/level-order",
    of: ["alarm/misdirected"],
    at: "subject",
    where: (_, { args: { fault } }) => fault === "side",
  },
  { echo: "statement/resource-unit", of: ["statement/unit-mismatch"], at: "same" },
  { echo: "statement/near-definitions", of: ["indicator/definition-unit"], at: "shared" },
  // Of a direction that is wrong all that is read by it is wrong.
  { echo: "indicator/evidence-doubt", of: ["target/wrong-direction"], at: "subject" },
  { echo: "indicator/method-parameter", of: ["target/wrong-direction"], at: "subject" },
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
  { echo: "indicator/part-of-larger", of: ["indicator/evidence-conflict"], at: "shared", kept: true },
  { echo: "target/magnitude", of: ["indicator/evidence-conflict"], at: "shared", kept: true },
  { echo: "target/magnitude", of: ["statement/wording"], at: "same" },
  {
    echo: "time/gate-out-of-step",
    of: ["indicator/evidence-conflict", "statement/wording", "target/conflict", "target/wrong-direction"],
    at: "lines",
    kept: true,
  },
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
      "target/magnitude",
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
  { echo: "statement/wording", of: ["target/percent-points"], at: "line" },
  { echo: "indicator/evidence-conflict", of: ["target/unit-mismatch"], at: "rests" },
  // A date that is wrong by what stands nearest to it is wrong for all else that is held against it.
  {
    echo: "time/used-before-exists",
    of: ["time/outside-phase"],
    at: "lines",
    kept: true,
  },
  { echo: "time/evaluated-before-due", of: ["time/outside-phase"], at: "line", kept: true },
  { echo: "time/phase-gap", of: ["time/phase-overlap"], at: "lines", kept: true },
  { echo: "mechanism/streak-too-long", of: ["time/outside-period"], at: "line" },
  { echo: "target/total-mismatch", of: ["time/reversed"], at: "line" },
  { echo: "indicator/baseline-observation", of: ["target/before-baseline"], at: "lines", kept: true },
  {
    echo: "provenance/source-time",
    of: ["target/before-baseline", "indicator/baseline-observation", "data/before-baseline"],
    at: "lines",
    kept: true,
  },
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
  {
    echo: "time/document-dates",
    of: ["time/document-dates"],
    at: "lines",
    where: (echo, cause) => echo.args.fault === "revision" && cause.args.fault === "issued-after",
    kept: true,
  },
  // An objective that is linked to nothing: both are told in one message.
  ...["objective/no-action", "objective/unlinked"].map(
    (echo): Pair => ({
      echo,
      of: ["objective/no-indicator"],
      at: "subject",
      where: (_, { args: { alone } }) => alone === true,
    }),
  ),
  // Two rhythms that a third contradicts.
  { echo: "body/meets-conflict", of: ["narrative/rhythm-conflict"], at: "lines", kept: true },
  { echo: "review/at-least", of: ["body/meets-conflict"], at: "lines", kept: true },
  { echo: "indicator/low-frequency", of: ["scorecard/faster-than-data"], at: "lines", kept: true },
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
  // Of two bands that overlap one has the wrong edge, and what is to follow from it names the right one.
  { echo: "scorecard/consequence-band", of: ["scorecard/band-overlap"], at: "rests" },
];
