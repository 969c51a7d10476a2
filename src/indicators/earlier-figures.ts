/** Figures that compare with earlier values: previous, change, yearOnYear (上期、环比、同比). */
import type { Frequency } from "../plan/time.ts";
import { periodSums, previousValue, wholePeriodSums, yearBefore } from "./earlier-values.ts";
import { type FigureMaker, numberInput } from "./figures.ts";
import { boundOf } from "./judge-target.ts";
import type { Position } from "./position.ts";
import type { Figure, SeenValue } from "./results.ts";

export type EarlierFigures = Readonly<Record<"previous" | "change" | "yearOnYear", Figure>>;

/** Compared are observed values, those before the baseline too; of a flow the sums of single periods, not of the span. */
export function earlierFigures(position: Position, make: FigureMaker): EarlierFigures {
  const { readings, latest, rhythm } = comparedOf(position);
  if (latest === null || position.unsettled !== null) {
    const none = make.none(position.unsettled?.reason ?? "no-observation");
    return { previous: none, change: none, yearOnYear: none };
  }
  const before = previousValue(readings, latest, rhythm);
  const missing = rhythm === null ? "no-frequency" : "no-earlier-value";
  return {
    previous:
      before === null
        ? make.none(missing)
        : make.of(before.value, () => ({
            formula: "previous",
            inputs: [numberInput("previous", before.value, before.span)],
          })),
    change: since(latest, before, missing, make),
    yearOnYear: since(latest, yearBefore(readings, latest, rhythm), "no-earlier-value", make, "lastYear"),
  };
}

interface Compared {
  readonly readings: readonly SeenValue[];
  readonly latest: SeenValue | null;
  readonly rhythm: Frequency | null;
}

/** What is compared with what: of a flow held to a bound the sums of the bound's own periods, as its value is. */
function comparedOf({ evidence, goal, latest }: Position): Compared {
  const { terms, readings } = evidence;
  const rhythm = terms.frequency;
  if (terms.kind !== "flow") return { readings, latest: readings.at(-1) ?? null, rhythm };
  const own = goal?.role === "hold" ? boundOf(goal, terms).rhythm : null;
  if (own !== null) return { readings: wholePeriodSums(readings, own, rhythm), latest, rhythm: own };
  const sums = rhythm === null ? readings : periodSums(readings, rhythm);
  return { readings: sums, latest: sums.at(-1) ?? null, rhythm };
}

function since(
  latest: SeenValue,
  before: SeenValue | null,
  missing: string,
  make: FigureMaker,
  name = "previous",
): Figure {
  if (before === null) return make.none(missing);
  return make.of(latest.value.minus(before.value), () => ({
    formula: `v − ${name}`,
    inputs: [numberInput("v", latest.value, latest.span), numberInput(name, before.value, before.span)],
  }));
}
