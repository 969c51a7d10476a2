/** What a fault elsewhere makes of statuses and of reported values. */
import { type Pair, slips } from "./pair.ts";

/** What is said of an indicator by the value that it stands at. */
const standings = [
  "status/off-track",
  "status/at-risk",
  "status/worsening",
  "status/missed",
  "status/interim-missed",
];

/** Echoes of the families `status` and `data`. */
export const pairsOnStatuses: readonly Pair[] = [
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
  // Of parts that lead in a ring one at least is no part; a value that is a slip is no measure of others.
  { echo: "data/part-of-larger", of: ["reference/cycle"], at: "subject" },
  { echo: "data/part-of-larger", of: slips, at: "rests" },
  // A share of more than all is told at its counts, beside the value that follows from them.
  { echo: "data/part-of-larger", of: ["data/part-above-whole", "data/share-mismatch"], at: "line" },
  // What is due on a date in doubt is not known to lack values.
  { echo: "status/no-data", of: ["time/outside-period"], at: "line" },
  // A baseline dated later than its targets is later than its data as well.
  {
    echo: "data/before-baseline",
    of: ["target/before-baseline", "provenance/baseline-age"],
    at: "lines",
    where: (echo, cause) => echo.severity === cause.severity || cause.severity !== "info",
  },
  // A piece of work that ends before it starts, or a milestone outside its phase, is first dated wrongly.
  { echo: "status/action-overdue", of: ["time/reversed"], at: "subject", kept: true },
  {
    echo: "status/milestone-overdue",
    of: ["time/outside-phase", "time/used-before-exists"],
    at: "subject",
    kept: true,
  },
  // What is asked for more often than it is collected is out of date by that alone.
  { echo: "status/stale", of: ["indicator/low-frequency"], at: "subject", kept: true },
  // A baseline that cannot be makes the formula over it disagree.
  { echo: "status/formula-disagrees", of: ["indicator/part-of-larger"], at: "lines", kept: true },
];
