/** The annex that shows how the figures of each indicator came about: formula, numbers put in, sources with their place. */
import type { FigureInput, IndicatorRow } from "../../indicators/results.ts";
import { positionAt, type Span } from "../../text/source.ts";
import { printShortDay } from "../dates.ts";
import { printedSection } from "../outline.ts";
import { anchorOf } from "./anchors.ts";
import { nameText, statusMark, type ViewContext } from "./context.ts";
import { missingFigures, type TracedFigure, tracedFigures, tracedInput } from "./figure-trace.ts";
import { methodText } from "./method-notes.ts";
import type { IndicatorTrace } from "./status-view.ts";
import { levelText } from "./target-text.ts";

/** Most inputs told of one figure, and most reported values of one indicator; the rest is counted. */
const mostInputs = 6;
const mostValues = 24;

/** The anchor to which every figure of an indicator leads. */
export function traceAnchor(row: IndicatorRow): string {
  return anchorOf("figures", row.indicator.id.value);
}

/** The block of one indicator; `position` counts from 1. */
export function indicatorTrace(row: IndicatorRow, position: number, context: ViewContext): IndicatorTrace {
  const { labels, speaker } = context;
  const { indicator, decision } = row;
  const figures = tracedFigures(row, context);
  // Where value, baseline and target are from is told at their own lines.
  const stated = figures.flatMap(({ formula, inputs }) => (formula === null ? inputs : []));
  const told = {
    figures: new Set(stated.flatMap(({ span }) => (span === null ? [] : [keyOf(span)]))),
    values: new Set(row.series.map(({ span }) => keyOf(span))),
  };
  const because = speaker.say({ en: "Basis", zhHans: "评定依据" });
  return {
    anchor: traceAnchor(row),
    number: String(position),
    name: nameText(indicator.name, indicator.id.value, speaker),
    status: statusMark(row.status, speaker),
    basis: `${because}${labels.colon}${speaker.say(decision.words)}`,
    method: row.methodStatus === null ? null : speaker.say(methodText(row, context)),
    figures: figures.map((figure) => figureTrace(figure, told, context)),
    values: valuesText(row, context),
    missing: missingText(row, context),
  };
}

function figureTrace(
  figure: TracedFigure,
  told: Told,
  context: ViewContext,
): IndicatorTrace["figures"][number] {
  const { speaker } = context;
  const { formula, substituted, inputs } = figure;
  // A formula with its numbers is exact already.
  const isOwn = formula === null || figure.estimate !== null;
  const digits = isOwn ? figure.exact : null;
  const exact = digits === null || digits.length > longestExact ? "" : bracketed(digits, context);
  const how = [formula, substituted === null ? null : substituted.replace(endless, "$1…")]
    .filter((one) => one !== null)
    .join(speaker.chinese ? " ＝ " : " = ");
  return {
    label: figure.name,
    value: `${figure.printed}${exact}`,
    remark:
      [figure.assumed, figure.estimate].filter((one) => one !== null).join(context.labels.listComma) || null,
    how: how === "" ? null : how,
    sources: formula === null ? placesOf(inputs, context) : inputsText(inputs, told, context),
  };
}

/** Figures with more decimals than these stand in formulas with their first ones. */
const endless = /(\d\.\d{6})\d+/g;

/** An endless quotient is not printed to its last digit: its formula says it exactly. */
const longestExact = 14;

function bracketed(text: string, { labels }: ViewContext): string {
  return `${labels.open}${text}${labels.close}`;
}

function keyOf({ file, start }: Span): string {
  return `${start} ${file.name}`;
}

/** Where a figure that is itself an input stands; of a sum the first of its parts. */
function placesOf(inputs: readonly FigureInput[], context: ViewContext): string | null {
  const places = inputs.flatMap(({ span }) => (span === null ? [] : [sourcePlace(span, context)]));
  const distinct = [...new Set(places)];
  if (distinct.length === 0) return null;
  return shortened(distinct, context);
}

/** What has a line of its own in the block: base figures and reported values, by the place where they stand. */
interface Told {
  readonly figures: ReadonlySet<string>;
  readonly values: ReadonlySet<string>;
}

/** What the letters of a formula mean, with value and place of those that are told nowhere else in the block. */
function inputsText(inputs: readonly FigureInput[], told: Told, context: ViewContext): string | null {
  const texts = inputs.flatMap((input) => inputText(input, told, context) ?? []);
  const distinct = [...new Set(texts)];
  return distinct.length === 0 ? null : shortened(distinct, context);
}

/** Value, baseline and target have lines of their own, also where they are computed. */
const baseNames: ReadonlySet<string> = new Set(["v", "b", "T"]);

/** Null for an input that the formula names and shows itself. */
function inputText(input: FigureInput, told: Told, context: ViewContext): string | null {
  const { speaker } = context;
  const { shown, meaning, value } = tracedInput(input, context);
  const isDay = value !== input.value;
  const name = meaning === null ? shown : `${shown}${context.labels.colon}${meaning}`;
  const place = input.span === null ? null : keyOf(input.span);
  if (baseNames.has(input.name)) return name;
  if (!isDay && (place === null || told.figures.has(place))) return meaning === null ? null : name;
  if (!isDay && meaning === null && place !== null && told.values.has(place))
    return speaker.say({ en: "values: see below", zhHans: "各期数据见下" });
  const where = input.span === null ? "" : bracketed(sourcePlace(input.span, context), context);
  return `${name} ${value}${where}`;
}

function shortened(texts: readonly string[], { speaker }: ViewContext): string {
  const gap = speaker.chinese ? "；" : "; ";
  const shown = texts.slice(0, mostInputs).join(gap);
  const rest = texts.length - mostInputs;
  if (rest <= 0) return shown;
  return speaker.say({ en: `${shown}${gap}${rest} more`, zhHans: `${shown}${gap}另有${rest}项` }, [shown]);
}

/** Where a value is stated: the section and line of the plan, or the line of a data file. */
function sourcePlace({ file, start }: Span, { compilation, speaker }: ViewContext): string {
  const { line } = positionAt(file, start);
  if (file.name !== compilation.file.name) {
    const name = fromFolder(file.name, compilation.file.name);
    return speaker.say({ en: `${name}, line ${line}`, zhHans: `${name}第${line}行` }, [name]);
  }
  const section = compilation.sectionOf({ file, start, end: start });
  if (section === null) return speaker.say({ en: `plan, line ${line}`, zhHans: `方案第${line}行` });
  const cited = printedSection(section, speaker);
  return speaker.say({ en: `section ${cited}, line ${line}`, zhHans: `方案章节“${cited}”第${line}行` }, [
    cited,
  ]);
}

/** The name of a file as it is found from the folder of the plan. */
function fromFolder(name: string, planFile: string): string {
  const folder = planFile.slice(0, planFile.lastIndexOf("/") + 1);
  return folder !== "" && name.startsWith(folder) ? name.slice(folder.length) : name;
}

/** The latest reported values, each with its place; null when there is none. */
function valuesText(row: IndicatorRow, context: ViewContext): string | null {
  const { speaker } = context;
  if (row.series.length === 0) return null;
  const shown = row.series.slice(-mostValues);
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
  const rest = row.series.length - shown.length;
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
