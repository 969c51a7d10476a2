/** How status and score of the dimensions and of the whole plan came about. */
import Big from "big.js";
import type { IndicatorRow, RollUp } from "../../indicators/results.ts";
import { formatDecimal } from "../../plan/decimal.ts";
import { figureWords } from "../figure-words.ts";
import { formulaText } from "../formula-words.ts";
import { printNumber } from "../numbers.ts";
import { anchorOf } from "./anchors.ts";
import { nameText, statusMark, type ViewContext } from "./context.ts";
import type { RollUpTrace } from "./traces-view.ts";

/** The anchor to which status and score of a dimension lead, or of the plan (null). */
export function rollUpAnchor(id: string | null): string {
  return id === null ? "roll-up" : anchorOf("roll-up", id);
}

/** Dimensions in plan order, then the whole plan; none without indicators. `rows` stand in the order of their numbers. */
export function rollUpTraces(rows: readonly IndicatorRow[], context: ViewContext): readonly RollUpTrace[] {
  if (rows.length === 0) return [];
  const { dimensions, plan } = context.compilation.results;
  const numbered = rows.map((row, i) => ({ row, number: i + 1 }));
  return [...dimensions, plan].map((rollUp) =>
    rollUpTrace(
      rollUp,
      numbered.filter(({ row }) => rollUp.id === null || row.indicator.dimension?.value === rollUp.id),
      context,
    ),
  );
}

interface Member {
  readonly row: IndicatorRow;
  readonly number: number;
}

function rollUpTrace(rollUp: RollUp, members: readonly Member[], context: ViewContext): RollUpTrace {
  const { labels, plan, speaker } = context;
  const dimension = plan.dimensions.find(({ id }) => id.value === rollUp.id);
  const worst = members.filter(({ row }) => row.status === rollUp.status);
  const status = statusMark(rollUp.status, speaker);
  return {
    anchor: rollUpAnchor(rollUp.id),
    name:
      dimension === undefined
        ? (rollUp.id ?? labels.wholePlan)
        : nameText(dimension.name, dimension.id.value, speaker),
    status,
    basis: `${labels.basis}${labels.colon}${speaker.say(basisOf(members.length, worst.length, status.word))}`,
    members: worst.map(({ row, number }) => ({
      anchor: anchorOf("indicator", row.indicator.id.value),
      number: String(number),
    })),
    score: rollUp.score === null ? null : printNumber(rollUp.score, speaker),
    how: rollUp.score === null ? null : scoreFormula(members, context),
    noScore: rollUp.score === null ? noScore(rollUp, members, context) : null,
  };
}

function basisOf(all: number, worst: number, word: string): { readonly en: string; readonly zhHans: string } {
  if (worst === 0) return { en: "none of its indicators is judged", zhHans: "没有可评定的指标" };
  if (worst === all)
    return {
      en: all === 1 ? `its only indicator is “${word}”: indicator` : `all ${all} are “${word}”: indicators`,
      zhHans: `所含${all}项指标${all === 1 ? "" : "均"}为“${word}”，指标序号：`,
    };
  return {
    en: `the weakest of its ${all} ${all === 1 ? "indicator" : "indicators"}, “${word}”: indicator${worst === 1 ? "" : "s"}`,
    zhHans: `所含${all}项指标中最差的状态，“${word}”的指标序号：`,
  };
}

/** More members than these are put in as their totals; each has its product in its own block. */
const mostMembers = 12;

/** What a member brings into the score; null for one without weight, or of weight nil. */
function shareOf({ row }: Member): { readonly weight: Big; readonly score: Big } | null {
  const weight = row.figures.weightedScore.inputs.find(({ name }) => name === "weight")?.value;
  const score = row.figures.score.value;
  if (weight === undefined || score === null || new Big(weight).eq(0)) return null;
  return { weight: new Big(weight), score };
}

function scoreFormula(members: readonly Member[], { labels, speaker }: ViewContext): string {
  const formula = speaker.say(formulaText("Σ (weight × score) ÷ Σ weight"));
  const shares = members.flatMap((member) => shareOf(member) ?? []);
  const sum = (of: (share: (typeof shares)[number]) => Big): Big =>
    shares.reduce((total, share) => total.plus(of(share)), new Big(0));
  if (shares.length > mostMembers) {
    const each = speaker.say({
      en: `see “${figureWords.weightedScore.name.en}” of each indicator`,
      zhHans: `各项见各指标“${figureWords.weightedScore.name.zhHans}”`,
    });
    const totals = `${short(sum(({ weight, score }) => weight.times(score)))} ÷ ${short(sum(({ weight }) => weight))}`;
    return `${formula} ${labels.equals} ${totals}${labels.open}${each}${labels.close}`;
  }
  const products = shares.map(({ weight, score }) => `${short(weight)} × ${short(score)}`).join(" + ");
  return `${formula} ${labels.equals} (${products}) ÷ (${shares.map(({ weight }) => short(weight)).join(" + ")})`;
}

/** A decimal with at most six places behind the point. */
function short(value: Big): string {
  const text = formatDecimal(value);
  return /\.\d{7}/.test(text) ? `${text.slice(0, text.indexOf(".") + 7)}…` : text;
}

/** Null where nothing is weighted: then no score is expected. */
function noScore(
  { scoreReason }: RollUp,
  members: readonly Member[],
  { labels, speaker }: ViewContext,
): string | null {
  if (scoreReason === "no-weight") return null;
  if (scoreReason === "different-scales")
    return speaker.say({
      en: "No score: the methods of its indicators score on different scales.",
      zhHans: "未计得分：所含指标的评定方法分制不同。",
    });
  const without = members
    .filter(({ row }) => row.indicator.weight.length > 0 && row.figures.score.value === null)
    .map(({ number }) => String(number))
    .join(labels.listComma);
  return speaker.say({
    en: `No score: weighted indicators have none: ${without}.`,
    zhHans: `未计得分：有权重而无得分的指标序号：${without}。`,
  });
}
