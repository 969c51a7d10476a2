/** What a fault elsewhere makes of counts, weights, statements and mechanisms. */
import type { Pair } from "./pair.ts";
import { sumsByText } from "./tests.ts";

/** Echoes of all other families. */
export const pairsOnParts: readonly Pair[] = [
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
  // Of parts that lead in a ring one at least is no part.
  { echo: "count/part-weight", of: ["reference/cycle"], at: "lines" },
  { echo: "count/part-weight", of: ["indicator/part-unit"], at: "subject" },
  // A condition in a unit that its indicator does not have: its levels fit the indicator.
  { echo: "alarm/foreign-unit", of: ["mechanism/expression-meaning"], at: "subject" },
  { echo: "alarm/level-order", of: ["mechanism/expression-meaning"], at: "subject" },
  // A share of more than all is larger than every other stage's.
  { echo: "pilot/stage-order", of: ["mechanism/share-above-whole"], at: "rests" },
  { echo: "scorecard/band-overlap", of: ["mechanism/share-above-whole"], at: "rests" },
  // Of two announced counts one at least differs from what is listed.
  { echo: "count/announced", of: ["statement/conflict"], at: "same" },
  { echo: "mechanism/announced", of: ["statement/conflict"], at: "same" },
  // A stage that falls back covers less than the target for that reason.
  { echo: "pilot/target-mismatch", of: ["pilot/stage-order"], at: "same" },
  // Bands that overlap leave a gap elsewhere by the same slip.
  {
    echo: "scorecard/band-gap",
    of: ["scorecard/band-overlap"],
    at: "subject",
    where: ({ args: { fault } }) => fault === "gap",
    kept: true,
  },
  // A share that breaks the sum of the shares does not fit its amount either.
  {
    echo: "fund/amount-sum",
    of: ["fund/share-sum"],
    at: "shared",
    where: ({ args: { fault } }) => fault === "share",
    kept: true,
  },
  // A fund that is not its own parts, or not itself elsewhere, is more than all the money by that slip.
  {
    echo: "fund/above-means",
    of: ["fund/amount-sum", "statement/same-figure", "statement/conflict"],
    at: "shared",
  },
  // A second rhythm of one meeting is also not the one in which its body meets.
  { echo: "body/meets-conflict", of: ["mechanism/cadence-conflict"], at: "same" },
  // A fact whose name is misspelt is stated under its right name.
  { echo: "norm/missing-fact", of: ["mechanism/expression-name"], at: "line" },
  // Of two things of one name the one that another names is not its date.
  { echo: "statement/same-work", of: ["statement/name-twice"], at: "line", kept: true },
  // Stages that run backwards, or past the target, do not fit the ladder for that reason.
  { echo: "pilot/stage-fit", of: ["pilot/stage-order", "pilot/target-mismatch"], at: "same" },
  // A milestone that comes after what it is to yield: that both are called alike is why.
  {
    echo: "statement/same-work",
    of: ["time/deadline-out-of-step"],
    at: "crossed",
    where: ({ args: { field } }) => field === "date",
  },
  // Two who share one work, of whom one is no body that could own it.
  { echo: "statement/same-work", of: ["responsibility/odd-owner"], at: "crossed" },
  // That two are one scheme by name is the question; that their figures differ is its answer.
  {
    echo: "mechanism/same-name",
    of: ["mechanism/two-schemes", "mechanism/cadence-conflict", "norm/two-norms"],
    at: "items",
  },
  // A date outside the plan, a value outside its bounds: everything held against it stumbles over it.
  { echo: "pilot/stage-order", of: ["time/outside-period"], at: "line" },
  { echo: "pilot/target-mismatch", of: ["target/out-of-bounds"], at: "line" },
  { echo: "statement/wording", of: ["target/out-of-bounds"], at: "shared" },
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
  // What asks for points and says percent is printed so for that reason.
  { echo: "statement/wording", of: ["target/percent-points"], at: "line" },
  // A streak cannot fit into a time that is itself outside the plan.
  { echo: "mechanism/streak-too-long", of: ["time/outside-period"], at: "line" },
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
  // Of two bands that overlap one has the wrong edge, and what is to follow from it names the right one.
  { echo: "scorecard/consequence-band", of: ["scorecard/band-overlap"], at: "rests" },
];
