/** Earned value of an action or a fund for `explain`: every figure with formula, numbers put in, and places. */
import type { Compilation } from "../compile.ts";
import type { Localized } from "../diagnostics/diagnostic.ts";
import { type EarnedFigureName, earnedFigureNames } from "../indicators/earned-value.ts";
import { type EarnedValue, earnedValues } from "../indicators/earned-value-of-plan.ts";
import type { Figure } from "../indicators/results.ts";
import type { Speaker } from "../language/speaker.ts";
import { formatDecimal } from "../plan/decimal.ts";
import type { Item } from "../plan/plan.ts";
import { printDay } from "./dates.ts";
import { plainText } from "./escape.ts";
import { inputLine, inputPlace, mostInputs } from "./explain-figures.ts";
import { formulaText } from "./formula-words.ts";
import { joinUnit, printNumber, printShare, withMinus } from "./numbers.ts";
import { reasonText } from "./reason-words.ts";
import { makeContext, type ViewContext } from "./view/context.ts";

interface Words {
  readonly name: Localized;
  readonly reads: "amount" | "share" | "number";
}

const words: Readonly<Record<EarnedFigureName, Words>> = {
  budget: { name: { en: "budget (BAC)", zhHans: "预算金额（BAC）" }, reads: "amount" },
  plannedShare: { name: { en: "share planned", zhHans: "计划完成比例" }, reads: "share" },
  doneShare: { name: { en: "share done", zhHans: "实际完成比例" }, reads: "share" },
  plannedValue: { name: { en: "planned value (PV)", zhHans: "计划价值（PV）" }, reads: "amount" },
  earnedValue: { name: { en: "earned value (EV)", zhHans: "挣值（EV）" }, reads: "amount" },
  actualCost: { name: { en: "actual cost (AC)", zhHans: "实际支出（AC）" }, reads: "amount" },
  scheduleVariance: { name: { en: "schedule variance (SV)", zhHans: "进度偏差（SV）" }, reads: "amount" },
  costVariance: { name: { en: "cost variance (CV)", zhHans: "费用偏差（CV）" }, reads: "amount" },
  spi: { name: { en: "schedule performance index (SPI)", zhHans: "进度绩效指数（SPI）" }, reads: "number" },
  cpi: { name: { en: "cost performance index (CPI)", zhHans: "费用绩效指数（CPI）" }, reads: "number" },
  eac: { name: { en: "estimate at completion (EAC)", zhHans: "完工估算（EAC）" }, reads: "amount" },
  tcpi: {
    name: { en: "to-complete performance index (TCPI)", zhHans: "待完工绩效指数（TCPI）" },
    reads: "number",
  },
};

/** The block on the earned value of an item, beginning with an empty line; nothing where none is reckoned. */
export function explainEarnedValue(compilation: Compilation, item: Item, speaker: Speaker): string {
  const { plan, records, asOf } = compilation;
  if (plan === null || records === null) return "";
  const earned = earnedValues(plan, records, asOf, true).find(({ holder }) => holder === item);
  if (earned === undefined) return "";
  const context = makeContext({ compilation, speaker, asOf });
  const lines = ["", headline(earned, context), ...figureLines(earned, context), ...missing(earned, context)];
  return `${lines.map((line) => plainText(line).trimEnd()).join("\n")}\n`;
}

function headline({ on }: EarnedValue, { speaker, asOf }: ViewContext): string {
  const day = printDay(on ?? asOf, speaker);
  return speaker.chinese
    ? `挣值分析（${day}）`
    : `${speaker.say({ en: "Earned value", zhHans: "挣值分析" })} (${day})`;
}

function figureLines(earned: EarnedValue, context: ViewContext): readonly string[] {
  return earnedFigureNames.flatMap((name) => oneFigure(name, earned.figures[name], earned, context));
}

function oneFigure(
  name: EarnedFigureName,
  figure: Figure,
  { unit }: EarnedValue,
  context: ViewContext,
): readonly string[] {
  const { value, formula, substituted, inputs, estimate } = figure;
  const { speaker, labels } = context;
  if (value === null) return [];
  const { name: title, reads } = words[name];
  const number =
    reads === "share" ? printShare(value, speaker) : printNumber(value, speaker, { guards: [1] });
  const printed = reads === "amount" ? joinUnit(number, unit?.text ?? null, speaker) : number;
  const exact = withMinus(formatDecimal(value));
  const isShort = reads === "share" || number.replaceAll(",", "") === exact;
  const full = isShort ? "" : speaker.chinese ? `（${exact}）` : ` (${exact})`;
  const guess = estimate ? `  ${speaker.say({ en: "estimate", zhHans: "估计值" })}` : "";
  const head = `  ${speaker.say(title)} = ${printed}${full}${guess}`;
  const [only] = inputs;
  if (only !== undefined && only.name === formula) return [`${head}  ${inputPlace(only, context)}`];
  const label = (en: string, zhHans: string): string => `${speaker.say({ en, zhHans })}${labels.colon}`;
  return [
    head,
    `      ${label("formula", "公式")}${speaker.say(formulaText(formula))}`,
    `      ${label("with", "代入")}${substituted}`,
    ...inputs.slice(0, mostInputs).map((input) => `      ${inputLine(input, context)}`),
    ...(inputs.length > mostInputs ? [`      … ${inputs.length - mostInputs}`] : []),
  ];
}

/** What cannot be computed, by reason. */
function missing({ figures }: EarnedValue, { speaker, labels }: ViewContext): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const name of earnedFigureNames) {
    const { value, reason } = figures[name];
    if (value !== null || reason === null) continue;
    const names = byReason.get(reason) ?? [];
    names.push(speaker.say(words[name].name));
    byReason.set(reason, names);
  }
  if (byReason.size === 0) return [];
  const lines = [...byReason].map(([reason, names]) => {
    const why = speaker.say(reasonText(reason));
    return `  ${names.join(labels.listComma)}${labels.colon}${why}`;
  });
  return [
    `  ${speaker.say({ en: "not available", zhHans: "缺少的数据项及原因" })}`,
    ...lines.map((line) => `  ${line}`),
  ];
}
