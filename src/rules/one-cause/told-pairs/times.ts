/** What a fault elsewhere makes of dates and sources. */
import type { Pair } from "./pair.ts";
import { liesInGap } from "./tests.ts";

/** Echoes of the families `time` and `provenance`. */
export const pairsOnTimes: readonly Pair[] = [
  // A phase that ends too early has its condition too early.
  { echo: "time/gate-out-of-step", of: ["time/phase-gap"], at: "lines", kept: true },
  // A baseline later than its own targets is later than the plan's start as well.
  { echo: "provenance/baseline-age", of: ["target/before-baseline"], at: "same" },
  // A step that lacks a field that its list demands lacks the date among them.
  { echo: "time/undated-step", of: ["list/required-field"], at: "same" },
  // What keeps to its parent's time keeps to the plan's as well: the nearer bound says what to write.
  { echo: "time/outside-period", of: ["time/outside-parent"], at: "same" },
  // A date that lies before the plan by one of two readings is early for all that it needs by the same reading.
  { echo: "time/used-before-exists", of: ["time/outside-period"], at: "rests" },
  // Where only the rhythm dates the use, a rhythm that is wrong dates it wrongly; a stated start stands by itself.
  {
    echo: "time/used-before-exists",
    of: ["scorecard/faster-than-data"],
    at: "items",
    where: ({ args: { rhythm } }) => rhythm !== null,
  },
  // A date outside the plan is the slip that everything held against it stumbles over.
  { echo: "time/phase-overlap", of: ["time/outside-period"], at: "line" },
  { echo: "time/phase-gap", of: ["time/outside-period"], at: "line" },
  { echo: "time/evaluated-before-due", of: ["time/outside-period"], at: "line" },
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
  // A start after its end, beyond the plan as well: where the end is, the start is to be.
  { echo: "time/outside-period", of: ["time/reversed"], at: "shared" },
  // A milestone in the days that its phase leaves open: both tell that the phase ends too early, or begins too late.
  { echo: "time/outside-phase", of: ["time/phase-gap"], at: "shared", where: liesInGap },
  // A baseline that a value of its own day contradicts may have the wrong day: how old it is hangs on that.
  { echo: "provenance/baseline-age", of: ["indicator/baseline-observation"], at: "same" },
  // Evidence that says otherwise than the target is the question, before where it is from.
  { echo: "provenance/evidence-origin", of: ["indicator/evidence-conflict"], at: "same" },
  // A value that evidence, its printed words, or a reported value contradict is the slip; what it is too high or too low for follows.
  {
    echo: "time/gate-out-of-step",
    of: ["indicator/evidence-conflict", "statement/wording", "target/conflict", "target/wrong-direction"],
    at: "lines",
    kept: true,
  },
  // A date that is wrong by what stands nearest to it is wrong for all else that is held against it.
  {
    echo: "time/used-before-exists",
    of: ["time/outside-phase"],
    at: "lines",
    kept: true,
  },
  { echo: "time/evaluated-before-due", of: ["time/outside-phase"], at: "line", kept: true },
  { echo: "time/phase-gap", of: ["time/phase-overlap"], at: "lines", kept: true },
  // A baseline dated later than its targets, or against its own values, is later than its source as well; from a source of elsewhere it is wrong altogether.
  {
    echo: "provenance/source-time",
    of: [
      "target/before-baseline",
      "indicator/baseline-observation",
      "data/before-baseline",
      "indicator/borrowed-baseline",
    ],
    at: "lines",
    kept: true,
  },
  // What was known when the plan was written hangs on when that was.
  {
    echo: "time/document-dates",
    of: ["time/document-dates"],
    at: "lines",
    where: (echo, cause) => echo.args.fault === "revision" && cause.args.fault === "issued-after",
    kept: true,
  },
];
