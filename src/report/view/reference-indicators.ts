/** Reference indicators: figures that the plan states for its readers and asks nothing of. */
import type { IndicatorRow } from "../../indicators/results.ts";
import { anchorOf } from "./anchors.ts";
import { nameText, ownerText, type ViewContext } from "./context.ts";
import { currentValue, datedBaseline } from "./figure-text.ts";
import type { ContextIndicator } from "./indicator-parts.ts";
import type { DatedText } from "./printed-parts.ts";

/** Reference indicators: their value is shown and not judged. */
export function contextIndicators(context: ViewContext): readonly ContextIndicator[] {
  const { compilation, labels, speaker } = context;
  return compilation.results.rows
    .filter((row) => row.entity === null && isReference(row))
    .map((row) => ({
      anchor: anchorOf("indicator", row.indicator.id.value),
      name: nameText(row.indicator.name, row.indicator.id.value, speaker),
      value: latestKnown(row, context),
      owner: ownerText(row.indicator.owner, context) ?? labels.none,
    }));
}

/** The value now; the baseline, named as such, where nothing was reported since. */
function latestKnown(row: IndicatorRow, context: ViewContext): DatedText {
  if (row.figures.value.value !== null || row.word !== null || row.figures.baseline.value === null)
    return currentValue(row, context);
  return { ...datedBaseline(row, context), mark: context.labels.baseline };
}

export function isReference({ indicator }: IndicatorRow): boolean {
  return indicator.role?.value === "context";
}
