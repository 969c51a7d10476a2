/** Figures that compare with earlier values: previous, change, yearOnYear (上期、环比、同比). */
import { periodSums, previousValue, yearBefore } from "./earlier-values.ts";
import { type FigureMaker, numberInput } from "./figures.ts";
import type { Position } from "./position.ts";
import type { Figure, SeenValue } from "./results.ts";

/** Compared are observed values, those before the baseline too; of a flow the sums of single periods, not of the span. */
export function earlierFigures(
  { evidence }: Position,
  make: FigureMaker,
): { readonly previous: Figure; readonly change: Figure; readonly yearOnYear: Figure } {
  const { terms } = evidence;
  const adds = terms.kind === "flow" && terms.frequency !== null;
  const readings = adds ? periodSums(evidence.readings, terms.frequency) : evidence.readings;
  const latest = readings.at(-1);
  if (latest === undefined) {
    const none = make.none("no-observation");
    return { previous: none, change: none, yearOnYear: none };
  }
  const before = previousValue(readings, latest, terms.frequency);
  const missing = terms.frequency === null ? "no-frequency" : "no-earlier-value";
  return {
    previous:
      before === null
        ? make.none(missing)
        : make.of(before.value, () => ({
            formula: "previous",
            inputs: [numberInput("previous", before.value, before.span)],
          })),
    change: since(latest, before, missing, make),
    yearOnYear: since(latest, yearBefore(readings, latest, terms.frequency), "no-earlier-value", make),
  };
}

function since(latest: SeenValue, before: SeenValue | null, missing: string, make: FigureMaker): Figure {
  if (before === null) return make.none(missing);
  return make.of(latest.value.minus(before.value), () => ({
    formula: "v − previous",
    inputs: [numberInput("v", latest.value, latest.span), numberInput("previous", before.value, before.span)],
  }));
}
