/** Figures of a row for `explain`: value, formula, numbers put in, every input with its place; and those that are missing. */
import type Big from "big.js";
import {
  type Figure,
  type FigureInput,
  type FigureName,
  figureNames,
  type IndicatorRow,
} from "../indicators/results.ts";
import { meetsGoverning } from "../indicators/status-note.ts";
import { isoDay, parseIsoDay } from "../plan/days.ts";
import { formatDecimal } from "../plan/decimal.ts";
import { printDay } from "./dates.ts";
import { type FigureWords, figureWords } from "./figure-words.ts";
import { formulaText, inputText } from "./formula-words.ts";
import { differenceUnit, joinUnit, printNumber, printShare } from "./numbers.ts";
import { placeText } from "./place-text.ts";
import { reasonText } from "./reason-words.ts";
import type { ViewContext } from "./view/context.ts";
import { assumedDay, bandEdges } from "./view/figure-text.ts";
import { differenceNumber, levelText, targetLevelText, unitText } from "./view/target-text.ts";

/** Most inputs listed for one figure; of a long sum the rest is counted. */
export const mostInputs = 40;

/** Lines of the figures that have a value, in the order of their definitions. */
export function figureLines(row: IndicatorRow, context: ViewContext): readonly string[] {
  return figureNames.flatMap((name) => {
    const figure = row.figures[name];
    return figure.value === null ? [] : oneFigure(name, figure, figure.value, row, context);
  });
}

function oneFigure(
  name: FigureName,
  figure: Figure,
  value: Big,
  row: IndicatorRow,
  context: ViewContext,
): readonly string[] {
  const { speaker } = context;
  const { formula, inputs, estimate } = figure;
  const words = figureWords[name];
  const printed = figureText(name, value, words.reads, row, context);
  const exact = formatDecimal(value);
  const isShort = printed.replace(/^每年|[+,]/g, "").startsWith(exact) && words.reads !== "share";
  const full = isShort ? "" : speaker.chinese ? `（${exact}）` : ` (${exact})`;
  const day = name === "baseline" ? assumedDay(row, context) : null;
  const assumed = day === null ? "" : `  ${day}`;
  const guess = estimate ? `  ${estimateText(name === "projected" ? row.projectedBy : null, context)}` : "";
  // A figure that is itself an input (v, b, T) has no formula worth printing.
  const isPlain = formula === "" || inputs.some((input) => input.name === formula);
  const [only, second] = inputs;
  const ownPlace =
    isPlain && only !== undefined && second === undefined ? `  ${inputPlace(only, context)}` : null;
  return [
    `  ${speaker.say(words.name)} = ${printed}${full}${assumed}${guess}${ownPlace ?? ""}`,
    ...(isPlain ? [] : formulaLines(figure, context)),
    ...(ownPlace === null ? inputs : [])
      .slice(0, mostInputs)
      .map((input) => `      ${isPlain ? inputPlace(input, context) : inputLine(input, context)}`),
    ...(inputs.length > mostInputs ? [`      … ${inputs.length - mostInputs}`] : []),
  ];
}

/** That a figure is an estimate, and by which way. */
export function estimateText(by: string | null, { speaker }: ViewContext): string {
  if (by === null) return speaker.say({ en: "estimate", zhHans: "估计值" });
  return speaker.say({ en: `estimate (${by})`, zhHans: `估计值（${by}）` }, [by]);
}

/** The formula with names, and with the numbers put in where that says more. */
export function formulaLines({ formula, substituted }: Figure, { speaker, labels }: ViewContext): string[] {
  const line = (en: string, zhHans: string, text: string): string =>
    `      ${speaker.say({ en, zhHans })}${labels.colon}${speaker.say(formulaText(text))}`;
  const same = substituted === "" || substituted === formula;
  return [line("formula", "公式", formula), ...(same ? [] : [line("with", "代入", substituted)])];
}

/** A figure as people read it. */
function figureText(
  name: FigureName,
  value: Big,
  reads: FigureWords["reads"],
  row: IndicatorRow,
  context: ViewContext,
): string {
  const { speaker } = context;
  const unit = differenceUnit(unitText(row.indicator), speaker);
  if (reads === "unit")
    return name === "target" ? targetLevelText(value, row, context) : levelText(value, row, context);
  if (reads === "share") return printShare(value, speaker);
  if (name === "required" && meetsGoverning(row))
    return speaker.say({ en: "nothing, the target is met", zhHans: "已达到目标值，无需再变动" });
  if (reads === "number") return printNumber(value, speaker, { guards: bandEdges(row, context) });
  const signed =
    reads === "difference"
      ? differenceNumber(value, row, context, { signed: true })
      : printNumber(value, speaker, { signed: true });
  if (reads === "points") return joinUnit(signed, speaker.say({ en: "pp", zhHans: "个百分点" }), speaker);
  const difference = joinUnit(signed, unit, speaker);
  return reads === "difference"
    ? difference
    : speaker.say({ en: `${difference} a year`, zhHans: `每年${difference}` });
}

/** Where an input is stated. */
export function inputPlace({ span }: FigureInput, context: ViewContext): string {
  if (span === null) return context.speaker.say({ en: "computed", zhHans: "计算得出" });
  return placeText(span, context);
}

/** An input with its meaning, value and place. */
export function inputLine(input: FigureInput, context: ViewContext): string {
  const { name, value } = input;
  const { speaker } = context;
  const words = inputText(name);
  const shown = speaker.say(formulaText(inputName(name)));
  const said = words === null ? "" : speaker.say(words);
  // What the name says already is not said twice.
  const meaning =
    said === "" || said === shown || (shown.length > 2 && said.startsWith(shown))
      ? partText(input, context)
      : ` ${said}`;
  const day = parseIsoDay(value);
  return `${shown}${meaning} = ${day === null ? value : printDay(day, speaker)}  ${inputPlace(input, context)}`;
}

/** Which part of a share an input is. */
function partText({ part }: FigureInput, { speaker }: ViewContext): string {
  if (part === undefined) return "";
  const numerator = { en: "numerator", zhHans: "分子" };
  const denominator = { en: "denominator", zhHans: "分母" };
  return ` ${speaker.say(part === "numerator" ? numerator : denominator)}`;
}

const datedName = /^([vTw])(-?\d{1,7})$/;

/** Values, targets and weights of several days are named after their day: `v20635` is the value of 2026-07-01. */
function inputName(name: string): string {
  const [, what, day] = datedName.exec(name) ?? [];
  return day === undefined ? name : `${what}(${isoDay(Number(day))})`;
}

function isRangeOfProjection(name: FigureName): boolean {
  return name === "projectedLow" || name === "projectedHigh";
}

/** What cannot be computed, by reason, in the order of the figures. */
export function missingLines(row: IndicatorRow, { speaker, labels }: ViewContext): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const name of figureNames) {
    const { value, reason } = row.figures[name];
    if (value !== null || reason === null || reason === "not-of-this-method") continue;
    // Without a projection there is no range of it either.
    if (isRangeOfProjection(name) && reason === row.figures.projected.reason) continue;
    const names = byReason.get(reason) ?? [];
    names.push(speaker.say(figureWords[name].name));
    byReason.set(reason, names);
  }
  return [...byReason].map(
    ([reason, names]) => `  ${names.join(labels.listComma)}${labels.colon}${speaker.say(reasonText(reason))}`,
  );
}
