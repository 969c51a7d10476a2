/** Figures of a row as text. */
import type Big from "big.js";
import type { FigureName, IndicatorRow, JudgedTarget } from "../../indicators/results.ts";
import { printedGap } from "../../indicators/row-decimals.ts";
import { own } from "../../text/own.ts";
import { printShortDay } from "../dates.ts";
import { differenceUnit, joinUnit, printShare } from "../numbers.ts";
import { assessmentOf, type ViewContext } from "./context.ts";
import type { DatedText } from "./printed-parts.ts";
import {
  differenceNumber,
  dueText,
  heldFrom,
  isShortUnit,
  levelText,
  targetLevelText,
  unitText,
  valueWord,
} from "./target-text.ts";

/** A figure that is a level, with its unit; the sign for "nothing" when there is none. */
export function figureLevel(row: IndicatorRow, name: FigureName, context: ViewContext): string {
  const { value } = row.figures[name];
  if (value === null) return context.labels.none;
  return name === "target" ? targetLevelText(value, row, context) : levelText(value, row, context);
}

/** A figure that is a difference, signed; in points for percents, else in its unit where that is short: a long one stands below the name. */
export function differenceText(row: IndicatorRow, name: FigureName, context: ViewContext): string {
  const { value } = row.figures[name];
  return value === null ? context.labels.none : signedDifference(value, row, context);
}

/** The same of a difference between two levels of the row. */
export function signedDifference(value: Big, row: IndicatorRow, context: ViewContext): string {
  const { speaker } = context;
  const unit = unitText(row.indicator);
  return joinUnit(
    differenceNumber(value, row, context, { signed: true }),
    unit !== null && isShortUnit(unit) ? differenceUnit(unit, speaker) : null,
    speaker,
  );
}

/** What the latest period of a flow came to where its value is a sum of several; null where it is not. */
export function periodAmount({ indicator, figures }: IndicatorRow): Big | null {
  const { value, previous, change } = figures;
  if (indicator.value?.value !== "flow" || previous.value === null || change.value === null) return null;
  const amount = previous.value.plus(change.value);
  return value.value === null || amount.eq(value.value) ? null : amount;
}

/** The distance to the path, signed and with its unit: it stands for itself. */
export function gapText(row: IndicatorRow, context: ViewContext): string {
  const { labels, speaker } = context;
  const value = printedGap(row);
  if (value === null) return labels.none;
  return joinUnit(
    differenceNumber(value, row, context, { signed: true }),
    differenceUnit(unitText(row.indicator), speaker),
    speaker,
  );
}

/** A figure that is a share, as percent. */
export function shareText(row: IndicatorRow, name: FigureName, { labels, speaker }: ViewContext): string {
  const { value } = row.figures[name];
  return value === null ? labels.none : printShare(value, speaker);
}

/** The value now, with its date and whether it is provisional; of a grade or a state the word. */
export function currentValue(row: IndicatorRow, context: ViewContext): DatedText {
  const { labels, speaker } = context;
  const { value } = row.figures.value;
  const word = value === null && row.word !== null ? valueWord(row.word, row, context) : null;
  const on = row.observedOn;
  const last = row.series().at(-1);
  return {
    text: word ?? figureLevel(row, "value", context),
    date: on === null ? null : printShortDay(on, speaker),
    mark: last?.provisional === true ? labels.provisional : null,
  };
}

/** The baseline with its date; a day that the plan does not state is marked. */
export function datedBaseline(row: IndicatorRow, context: ViewContext): DatedText {
  const on = row.baselineOn;
  const { labels, speaker } = context;
  const day = on === null ? null : printShortDay(on, speaker);
  const date = row.figures.baseline.value === null ? null : day;
  // How it was taken is told where the figures are derived.
  const isAssumed = date !== null && row.baselineAssumed;
  return { text: figureLevel(row, "baseline", context), date, mark: isAssumed ? labels.assumedDay : null };
}

/** When a target is due; a day that the plan does not state is marked. */
export function datedDue(judged: JudgedTarget, context: ViewContext): Pick<DatedText, "date" | "mark"> {
  const { dueOn, assumed } = judged;
  if (dueOn === null || !assumed || heldFrom(judged) !== null)
    return { date: dueText(judged, context), mark: null };
  return { date: printShortDay(dueOn, context.speaker), mark: context.labels.assumedDay };
}

/** The day that the baseline is counted from where the plan states none; null where it states one. */
export function assumedDay(
  { baselineOn, baselineAssumed }: IndicatorRow,
  { speaker }: ViewContext,
): string | null {
  if (!baselineAssumed || baselineOn === null) return null;
  const day = printShortDay(baselineOn, speaker);
  return speaker.say({ en: `undated, counted from ${day}`, zhHans: `未注明日期，按${day}计` });
}

/** Numbers at which the method's bands meet: its defaults and what the plan sets. */
export function bandEdges(row: IndicatorRow, context: ViewContext): readonly number[] {
  const parameters = [...(assessmentOf(row.indicator, context)?.parameters.values() ?? [])];
  const set = parameters
    .flatMap((given) => given.value.split(/[[\]{},/:\s]+/))
    .map(edgeOf)
    .filter((edge) => edge !== null);
  return [...(own(usualEdges, row.method) ?? [1, 0.8]), ...set];
}

/** Edges of the methods that have others than `linear-pace`, those of growth without a target among them. */
const usualEdges: Readonly<Record<string, readonly number[]>> = {
  "cagr-ratio": [0.95, 0.6, 0, 0.015, 0.005, 0.01, -0.01],
  "un-projection": [0.95, 0.1, 0, 0.02, 0.005],
  anticipated: [0.1, 1],
  "schedule-relative": [1, 0.7],
  "mid-term": [1.05, 0.8],
  "to-date-band": [0.85, 1.15],
  achievement: [0.9, 0.75],
  "self-score": [1, 0.8, 0.6],
};

function edgeOf(text: string): number | null {
  const isPercent = text.endsWith("%");
  const edge = Number(isPercent ? text.slice(0, -1) : text);
  if (text === "" || !Number.isFinite(edge)) return null;
  return isPercent ? edge / 100 : edge;
}
