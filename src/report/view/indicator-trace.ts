/** The annex that shows how the figures of each indicator came about: formula, numbers put in, sources with their place. */
import type { FigureInput, IndicatorRow } from "../../indicators/results.ts";
import { positionAt } from "../../text/source.ts";
import { printShortDay } from "../dates.ts";
import { anchorOf } from "./anchors.ts";
import { nameText, statusMark, type ViewContext } from "./context.ts";
import { entityTrace } from "./entity-trace.ts";
import { missingFigures, type TracedFigure, tracedFigures, tracedInput } from "./figure-trace.ts";
import { methodText } from "./method-notes.ts";
import { levelText } from "./target-text.ts";
import {
  bracketed,
  keyOf,
  legendOf,
  placesOf,
  shortened,
  sourcePlace,
  substitutedText,
  type TraceLegend,
} from "./trace-text.ts";
import type { IndicatorTrace } from "./traces-view.ts";

/** Most reported values told of one indicator; the rest is counted. */
const mostValues = 24;

/** The anchor to which every figure of an indicator leads. */
export function traceAnchor(row: IndicatorRow): string {
  return anchorOf("figures", row.indicator.id.value);
}

/** What a block is made of. */
export interface TracedRow {
  readonly row: IndicatorRow;
  /** Place in the report, from 1. */
  readonly position: number;
  /** Rows of the entities that the report lists. */
  readonly entities: readonly IndicatorRow[];
  /** False for what stands in the HTML, but not in print. */
  readonly onPaper: boolean;
}

/** All blocks in the order of their numbers, and what the signs of their formulas mean. */
export function tracesOf(
  rows: readonly TracedRow[],
  context: ViewContext,
): { readonly traces: readonly IndicatorTrace[]; readonly traceLegend: string | null } {
  const { labels, speaker } = context;
  const legend = legendOf(
    rows.map(({ row }) => tracedFigures(row, context)),
    context,
  );
  const meanings = [...legend].map(([shown, meaning]) => `${shown} ${meaning}`);
  const list = meanings.join(speaker.chinese ? "；" : "; ");
  return {
    traces: rows.map((row) => indicatorTrace(row, legend, context)),
    traceLegend: list === "" ? null : `${labels.legend}${labels.colon}${list}${speaker.chinese ? "。" : "."}`,
  };
}

/** The block of one indicator and its entities; `legend` has what need not be told in it. */
function indicatorTrace(
  { row, position, entities, onPaper }: TracedRow,
  legend: TraceLegend,
  context: ViewContext,
): IndicatorTrace {
  const { labels, speaker } = context;
  const { indicator, decision } = row;
  const figures = tracedFigures(row, context);
  // Where value, baseline and target are from is told at their own lines.
  const stated = figures.flatMap(({ formula, inputs }) => (formula === null ? inputs : []));
  const told = {
    figures: new Set(stated.flatMap(({ span }) => (span === null ? [] : [keyOf(span)]))),
    values: new Set(row.series().map(({ span }) => keyOf(span))),
    legend,
  };
  return {
    anchor: traceAnchor(row),
    onPaper,
    number: String(position),
    name: nameText(indicator.name, indicator.id.value, speaker),
    status: statusMark(row.status, speaker),
    basis: `${labels.basis}${labels.colon}${speaker.say(decision.words)}`,
    method: row.methodStatus === null ? null : speaker.say(methodText(row, context)),
    figures: figures.map((figure) => figureTrace(figure, told, context)),
    values: valuesText(row, context),
    missing: missingText(row, context),
    entities: entities.map((one) => entityTrace(one, figures, context)),
  };
}

function figureTrace(
  figure: TracedFigure,
  told: Told,
  context: ViewContext,
): IndicatorTrace["figures"][number] {
  const { speaker } = context;
  const { formula, inputs } = figure;
  // A formula with its numbers is exact already.
  const isOwn = formula === null || figure.estimate !== null;
  const digits = isOwn ? figure.exact : null;
  const exact = digits === null || digits.length > longestExact ? "" : bracketed(digits, context);
  const how = [formula, substitutedText(figure)]
    .filter((one) => one !== null)
    .join(speaker.chinese ? " ＝ " : " = ");
  return {
    label: figure.name,
    value: `${figure.printed}${exact}`,
    remark:
      [figure.assumed, figure.namedEstimate, figure.beyond]
        .filter((one) => one !== null)
        .join(context.labels.listComma) || null,
    how: how === "" ? null : how,
    sources: formula === null ? placesOf(inputs, context) : inputsText(inputs, told, context),
  };
}

/** An endless quotient is not printed to its last digit: its formula says it exactly. */
const longestExact = 14;

/** What has a line of its own in the block: base figures and reported values, by the place where they stand. */
interface Told {
  readonly figures: ReadonlySet<string>;
  readonly values: ReadonlySet<string>;
  readonly legend: TraceLegend;
}

/** Value and place of the inputs that are told nowhere else, and what their letters mean where the legend does not say it. */
function inputsText(inputs: readonly FigureInput[], told: Told, context: ViewContext): string | null {
  const texts = withoutPairs(inputs).flatMap((input) => inputText(input, told, context) ?? []);
  return shortened([...new Set(texts)], context);
}

/** An input; `denominator` where it is a numerator that stands in one row with it. */
type PairedInput = FigureInput & { readonly denominator?: FigureInput };

/** Inputs with the two sides of a share as one. */
function withoutPairs(inputs: readonly FigureInput[]): readonly PairedInput[] {
  const isPair = (above: FigureInput | undefined, below: FigureInput | undefined): boolean =>
    above?.part === "numerator" && below?.part === "denominator" && above.name === below.name;
  return inputs.flatMap((input, i): readonly PairedInput[] => {
    const next = inputs[i + 1];
    if (isPair(inputs[i - 1], input)) return [];
    return [next !== undefined && isPair(input, next) ? { ...input, denominator: next } : input];
  });
}

/** Value, baseline and target have lines of their own, also where they are computed. */
const baseNames: ReadonlySet<string> = new Set(["v", "b", "T"]);

/** Null for an input that the formula names and shows itself. */
function inputText(input: PairedInput, told: Told, context: ViewContext): string | null {
  const { speaker } = context;
  const { shown, meaning, value } = tracedInput(input, context);
  const isDay = value !== input.value;
  const untold = meaning === null || told.legend.get(shown) === meaning ? null : meaning;
  const name = untold === null ? shown : `${shown}${context.labels.colon}${untold}`;
  const place = input.span === null ? null : keyOf(input.span);
  const isTold = baseNames.has(input.name) || (!isDay && (place === null || told.figures.has(place)));
  if (isTold) return untold === null ? null : name;
  if (!isDay && meaning === null && place !== null && told.values.has(place))
    return speaker.say({ en: "values: see below", zhHans: "各期数据见下" });
  const where = input.span === null ? "" : bracketed(sourcePlace(input.span, context), context);
  const { denominator } = input;
  if (denominator === undefined) return `${name} ${value}${where}`;
  const below = tracedInput(denominator, context);
  return `${name} ${value}${context.labels.listComma}${below.meaning ?? ""} ${below.value}${where}`;
}

/** The latest reported values, each with its place; null when there is none. */
function valuesText(row: IndicatorRow, context: ViewContext): string | null {
  const { speaker } = context;
  if (row.series().length === 0) return null;
  const shown = row.series().slice(-mostValues);
  const head = speaker.say({ en: "Values", zhHans: "各期数据" });
  let file: string | null = null;
  const texts = shown.map(({ on, value, span }) => {
    const isSame = file === span.file.name;
    file = span.file.name;
    const { line } = positionAt(span.file, span.start);
    const near = speaker.say({ en: `line ${line}`, zhHans: `第${line}行` });
    const place = isSame ? near : sourcePlace(span, context);
    return `${printShortDay(on, speaker)} ${levelText(value, row, context)}${bracketed(place, context)}`;
  });
  const rest = row.series().length - shown.length;
  const earlier = rest === 0 ? "" : speaker.say({ en: `${rest} earlier; `, zhHans: `较早的${rest}期略；` });
  return `${head}${context.labels.colon}${earlier}${texts.join(speaker.chinese ? "；" : "; ")}`;
}

/** Figures that could not be computed, with the reasons. */
function missingText(row: IndicatorRow, context: ViewContext): string | null {
  const { labels, speaker } = context;
  const texts = missingFigures(row, context).map(
    ({ names, reason }) => `${names}${bracketed(reason, context)}`,
  );
  if (texts.length === 0) return null;
  const head = speaker.say({ en: "Not available", zhHans: "未能计算" });
  return `${head}${labels.colon}${texts.join(speaker.chinese ? "；" : "; ")}`;
}
