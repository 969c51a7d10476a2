/** How the figures of a row came about, as plain data: read once here for `plan explain` and for the annex of the report. */

import type Big from "big.js";
import type { Localized } from "../../diagnostics/diagnostic.ts";
import {
  type Figure,
  type FigureInput,
  type FigureName,
  figureNames,
  type IndicatorRow,
} from "../../indicators/results.ts";
import { isOfWholes, rowDecimals } from "../../indicators/row-decimals.ts";
import { meetsGoverning } from "../../indicators/status-note.ts";
import { isoDay, parseIsoDay } from "../../plan/days.ts";
import { formatDecimal } from "../../plan/decimal.ts";
import type { Entity } from "../../plan/plan.ts";
import { own } from "../../text/own.ts";
import { printDay } from "../dates.ts";
import { type FigureWords, figureWords } from "../figure-words.ts";
import { formulaText, inputText } from "../formula-words.ts";
import { differenceUnit, joinUnit, printNumber, printShare, withMinus } from "../numbers.ts";
import { reasonText } from "../reason-words.ts";
import { nameText, type ViewContext } from "./context.ts";
import { assumedDay, bandEdges } from "./figure-text.ts";
import { differenceNumber, levelText, targetLevelText, unitText } from "./target-text.ts";
import { beyondBounds } from "./value-bounds.ts";

/** A figure that has a value. */
export interface TracedFigure {
  readonly key: FigureName;
  /** 目标进度. */
  readonly name: string;
  /** As the report prints it. */
  readonly printed: string;
  /** All its digits; null where the printed figure has them. */
  readonly exact: string | null;
  /** The day that a baseline without a date is counted from; null for all else. */
  readonly assumed: string | null;
  /** That it is an estimate, and by which way; null for an exact figure. */
  readonly estimate: string | null;
  /** The same by the name of the way, for readers who know no ids. */
  readonly namedEstimate: string | null;
  /** Which bound a projection passes that no value can; null for all else. */
  readonly beyond: string | null;
  /** Null for a figure that is itself an input (value, baseline, target). */
  readonly formula: string | null;
  /** The formula with the numbers put in; null where it says no more than the formula. */
  readonly substituted: string | null;
  readonly inputs: readonly FigureInput[];
}

/** What went into a formula. */
export interface TracedInput {
  /** As the formula calls it. */
  readonly shown: string;
  /** What that means; null where its name says it. */
  readonly meaning: string | null;
  /** A number, or a day in words. */
  readonly value: string;
}

/** The figures of a row that have a value, in the order of their definitions. */
export function tracedFigures(row: IndicatorRow, context: ViewContext): readonly TracedFigure[] {
  return figureNames.flatMap((name) => {
    const figure = row.figures[name];
    return figure.value === null ? [] : [tracedFigure(name, figure, figure.value, row, context)];
  });
}

function tracedFigure(
  name: FigureName,
  { formula, substituted, inputs, estimate }: Figure,
  value: Big,
  row: IndicatorRow,
  context: ViewContext,
): TracedFigure {
  const { speaker } = context;
  const { name: words, reads } = figureWords[name];
  const printed = figureText(name, value, reads, row, context);
  const exact = withMinus(formatDecimal(value));
  const isShort = printed.replace(/^每年|[+,]/g, "").startsWith(exact) && reads !== "share";
  // A figure that is itself an input (v, b, T) has no formula worth printing.
  const isPlain = formula === "" || inputs.some((input) => input.name === formula);
  const by = name === "projected" ? row.projectedBy : null;
  const says = !isPlain && substituted !== "" && substituted !== formula;
  return {
    key: name,
    name: speaker.say(words),
    printed,
    exact: isShort ? null : exact,
    assumed: name === "baseline" ? assumedDay(row, context) : null,
    estimate: estimate ? estimateText(by, context) : null,
    namedEstimate: estimate ? estimateText(by, context, trendNames) : null,
    beyond: projections.has(name) ? beyondBounds(value, row, context) : null,
    formula: isPlain ? null : speaker.say(formulaText(formula)),
    substituted: says ? speaker.say(formulaText(substituted)) : null,
    inputs,
  };
}

const projections: ReadonlySet<FigureName> = new Set(["projected", "projectedLow", "projectedHigh"]);

/** That a figure is an estimate, and by which way: by its id, or the name that it has among `names`. */
export function estimateText(
  by: string | null,
  { speaker }: ViewContext,
  names: Readonly<Record<string, Localized>> = {},
): string {
  if (by === null) return speaker.say({ en: "estimate", zhHans: "估计值" });
  const { en, zhHans } = own(names, by) ?? { en: by, zhHans: by };
  return speaker.say({ en: `estimate (${en})`, zhHans: `估计值（${zhHans}）` }, [by]);
}

/** Names of the ways by which a value is projected, as `projectedBy` gives them. */
const trendNames: Readonly<Record<string, Localized>> = {
  "theil-sen": { en: "Theil–Sen trend", zhHans: "Theil–Sen趋势法" },
  cagr: { en: "yearly growth", zhHans: "年均增速推算" },
  "weighted-linear": { en: "weighted trend", zhHans: "加权趋势法" },
};

/** Decimals with which the derivation tells what the document tells in whole things. */
const ofThings = 2;

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
  const isThings = isOfWholes(row) && rowDecimals(row).places === 0;
  if (reads === "unit" && isThings)
    return joinUnit(printNumber(value, speaker, { decimals: ofThings }), unitText(row.indicator), speaker);
  if (reads === "unit")
    return name === "target" ? targetLevelText(value, row, context) : levelText(value, row, context);
  if (reads === "share") return printShare(value, speaker);
  if (name === "required" && meetsGoverning(row))
    return speaker.say({ en: "nothing, the target is met", zhHans: "已达到目标值，无需再变动" });
  if (reads === "number") return printNumber(value, speaker, { guards: bandEdges(row, context) });
  const signed =
    reads === "difference" && !isThings
      ? differenceNumber(value, row, context, { signed: true })
      : printNumber(value, speaker, { decimals: ofThings, signed: true });
  if (reads === "points") return joinUnit(signed, speaker.say({ en: "pp", zhHans: "个百分点" }), speaker);
  const difference = joinUnit(signed, unit, speaker);
  return reads === "difference"
    ? difference
    : speaker.say({ en: `${difference} a year`, zhHans: `每年${difference}` });
}

/** An input with its meaning and value. */
export function tracedInput(input: FigureInput, context: ViewContext): TracedInput {
  const { speaker } = context;
  const { name, value, part } = input;
  const words = inputText(name);
  const shown = inputName(name, context);
  const said = words === null ? "" : speaker.say(words);
  // What the name says already is not said twice.
  const isTold = said === "" || said === shown || (shown.length > 2 && said.startsWith(shown));
  const numerator = { en: "numerator", zhHans: "分子" };
  const denominator = { en: "denominator", zhHans: "分母" };
  const ofShare = part === undefined ? null : speaker.say(part === "numerator" ? numerator : denominator);
  const day = parseIsoDay(value);
  return {
    shown,
    meaning: isTold ? ofShare : said,
    value: day === null ? value : printDay(day, speaker),
  };
}

const datedName = /^([vTw])(-?\d{1,7})$/;

/**
 * Values, targets and weights of several days are named after their day: `v20635` is the value of 2026-07-01; parts of a
 * sum after their entity.
 */
function inputName(name: string, { compilation, speaker }: ViewContext): string {
  const [, what, day] = datedName.exec(name) ?? [];
  if (day !== undefined) return `${what}(${isoDay(Number(day))})`;
  const entity = compilation.index.find("entity", name);
  const known = entity?.kind === "entity" ? nameText((entity as Entity).name, name, speaker) : null;
  return known ?? speaker.say(formulaText(name));
}

/** What cannot be computed, by reason, in the order of the figures. */
export function missingFigures(
  row: IndicatorRow,
  { speaker, labels }: ViewContext,
): readonly { readonly names: string; readonly reason: string }[] {
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
  return [...byReason].map(([reason, names]) => ({
    names: names.join(labels.listComma),
    reason: speaker.say(reasonText(reason)),
  }));
}

function isRangeOfProjection(name: FigureName): boolean {
  return name === "projectedLow" || name === "projectedHigh";
}
