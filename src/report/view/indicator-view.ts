/** One indicator as the report shows it: its row in the table and its own part. */
import type { IndicatorRow, JudgedTarget } from "../../indicators/results.ts";
import { trendLine } from "../charts/trend-line.ts";
import { attributeWords } from "../status-labels.ts";
import { anchorOf } from "./anchors.ts";
import { nameText, ownerText, statusMark, type ViewContext } from "./context.ts";
import { deviationsOf } from "./deviations.ts";
import { entityTable } from "./entity-table.ts";
import {
  currentValue,
  datedBaseline,
  datedDue,
  differenceText,
  figureLevel,
  gapText,
  shareText,
} from "./figure-text.ts";
import type { IndicatorView } from "./indicator-parts.ts";
import { traceAnchor } from "./indicator-trace.ts";
import { heldText, noteText, sentencesOf } from "./indicator-words.ts";
import { pathFigure } from "./path-figure.ts";
import type { DatedText, LabelledText } from "./printed-parts.ts";
import type { NumberedRow, ReportExtent } from "./report-extent.ts";
import { targetRows } from "./target-rows.ts";
import { isShortUnit, levelText, targetText, unitText, withoutLongUnit } from "./target-text.ts";

/** The indicator with its plan-level row and the rows of its entities; `extent` says what the report tells of it. */
export function indicatorView(
  { row, position, entities: entityRows }: NumberedRow,
  context: ViewContext,
  { isTraced, onPaper, isOpen }: Pick<ReportExtent, "isTraced" | "onPaper" | "isOpen">,
): IndicatorView {
  const { labels, speaker } = context;
  const { indicator } = row;
  const anchor = anchorOf("indicator", indicator.id.value);
  const name = nameText(indicator.name, indicator.id.value, speaker);
  const chart = pathFigure(row, anchor, name, context);
  const deviations = deviationsOf(row, entityRows, context);
  return {
    anchor,
    onPaper: onPaper(row),
    isOpen: isOpen(row),
    trace: isTraced(row) ? traceAnchor(row) : null,
    number: String(position),
    name,
    id: indicator.id.value,
    traits: traitsText(row, context),
    status: statusMark(row.status, speaker),
    baseline: datedBaseline(row, context),
    value: currentValue(row, context),
    movement: movementOf(row, context),
    target: governingTarget(row, context),
    contested: row.contested ? labels.contested : null,
    attained: shareText(row, "attained", context),
    elapsed: shareText(row, "elapsed", context),
    hasElapsed: row.figures.elapsed.value !== null,
    expected: figureLevel(row, "expected", context),
    gap: row.figures.gap.value === null ? null : gapText(row, context),
    owner: ownerText(indicator.owner, context) ?? labels.none,
    held: heldText(row, speaker),
    note: noteText(row, speaker),
    remarks: [heldText(row, speaker), noteText(row, speaker)].flatMap((text) =>
      text === null ? [] : [asSentence(text, context)],
    ),
    sentences: sentencesOf(row, context),
    trend: trendLine(row.series().map((seen) => seen.value.toNumber())),
    chart: isTraced(row) || chart === null ? chart : { ...chart, table: null },
    targets: targetRows(row, context),
    deviations: deviations.rows,
    deviationsLeftOff: deviations.leftOff,
    entities: entityTable(row, entityRows, context, isTraced),
  };
}

/** A remark that stands beside a status, as a sentence of its own; what begins with a name of the plan keeps it. */
function asSentence(text: string, { speaker }: ViewContext): string {
  if (speaker.chinese) return `${text}。`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** What the status is judged against; where nothing can be judged, the last target that the plan states. */
export function governingTarget(row: IndicatorRow, context: ViewContext): DatedText {
  const shown = row.targets.find((judged) => judged.governing) ?? lastTarget(row);
  return shown === null
    ? { text: figureLevel(row, "target", context), date: null, mark: null }
    : { text: targetText(shown, row, context), ...datedDue(shown, context) };
}

/** The target due last, the later one in the plan of several; null where there is none, or a level without one. */
function lastTarget({ figures, targets }: IndicatorRow): JudgedTarget | null {
  if (figures.target.value !== null) return null;
  const dated = targets.filter(({ dueOn }) => dueOn !== null);
  return dated.reduce<JudgedTarget | null>(
    (last, one) => (last === null || (one.dueOn ?? 0) >= (last.dueOn ?? 0) ? one : last),
    targets.at(-1) ?? null,
  );
}

/** Unit where it is long, binding or anticipatory, weight: what stands below the name. A short unit stands with every figure. */
export function traitsText(
  { indicator, figures, targets }: IndicatorRow,
  context: ViewContext,
): string | null {
  const { labels, speaker } = context;
  const hasFigures = figures.value.value !== null || targets.length > 0;
  const unit = unitText(indicator);
  const weight = indicator.weight[0]?.is.value.text;
  const traits = [
    unit === null || (hasFigures && isShortUnit(unit)) ? null : `${labels.unit}${labels.colon}${unit}`,
    indicator.attribute === null ? null : speaker.say(attributeWords[indicator.attribute.value]),
    weight === undefined ? null : `${labels.weightTrait}${labels.colon}${weight}`,
  ].filter((trait) => trait !== null);
  return traits.length === 0 ? null : traits.join(speaker.chinese ? "；" : "; ");
}

/** The previous value is that of a year before: the change since is the change on the year, told once and as such. */
function isYearly({ indicator, figures: { change, yearOnYear } }: IndicatorRow): boolean {
  if (change.value === null || yearOnYear.value === null || !change.value.eq(yearOnYear.value)) return false;
  if (indicator.frequency[0]?.is.value === "yearly") return true;
  const [before, yearBefore] = [change, yearOnYear].map(({ inputs }) => inputs.at(-1)?.span ?? null);
  return before?.start !== undefined && before.start === yearBefore?.start && before.file === yearBefore.file;
}

/** Previous value and changes, as far as they are known; a long unit stands below the name. */
function movementOf(row: IndicatorRow, context: ViewContext): readonly LabelledText[] {
  const { labels } = context;
  const { previous, change, yearOnYear } = row.figures;
  const parts: LabelledText[] = [];
  // The value of a flow is the sum so far; what is compared are the amounts of single periods.
  if (row.indicator.value?.value === "flow" && previous.value !== null && change.value !== null) {
    const amount = levelText(previous.value.plus(change.value), row, context);
    parts.push({ label: labels.thisPeriod, text: withoutLongUnit(amount, row.indicator) });
  }
  if (previous.value !== null)
    parts.push({
      label: labels.previous,
      text: withoutLongUnit(figureLevel(row, "previous", context), row.indicator),
    });
  if (change.value !== null && !isYearly(row))
    parts.push({ label: labels.change, text: differenceText(row, "change", context) });
  if (yearOnYear.value !== null)
    parts.push({ label: labels.yearOnYear, text: differenceText(row, "yearOnYear", context) });
  return parts;
}
