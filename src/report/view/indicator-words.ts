/** What a row says in sentences. */

import type Big from "big.js";
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { IndicatorRow, JudgedTarget } from "../../indicators/results.ts";
import { printedGap } from "../../indicators/row-decimals.ts";
import { noteWords, statusNote } from "../../indicators/status-note.ts";
import type { Speaker } from "../../language/speaker.ts";
import { meets } from "../../plan/compare.ts";
import { own } from "../../text/own.ts";
import { printDay, printShortDay } from "../dates.ts";
import { differenceUnit, joinUnit, printNumber, printShare } from "../numbers.ts";
import { reasonText } from "../reason-words.ts";
import type { ViewContext } from "./context.ts";
import { bandEdges } from "./figure-text.ts";
import { turnsNegative } from "./forecast.ts";
import { differenceNumber, levelText, shortTarget, unitText } from "./target-text.ts";
import { rangeWords, valueBounds } from "./value-bounds.ts";
import { wayAhead } from "./way-ahead.ts";

const basisWords: Readonly<Record<string, { readonly en: string; readonly zhHans: string }>> = {
  "of-target": {
    en: "judged by the share of the target reached, since there is no baseline",
    zhHans: "无基期值，按完成率评定",
  },
  "of-target undated": {
    en: "judged by the share of the target reached, since there is no due date",
    zhHans: "未定完成时限，按完成率评定",
  },
  "first-observation": {
    en: "judged from the first observation, since there is no baseline",
    zhHans: "无基期值，以首期实际值为起点评定",
  },
  "partial-roll-up": {
    en: "judged by the values of some entities only",
    zhHans: "仅按部分实施单位的数据评定",
  },
  "missing-periods": {
    en: "judged by a sum in which periods are missing",
    zhHans: "按缺少部分报告期的累计数评定",
  },
  window: {
    en: "judged from the first value of the years that the plan looks back",
    zhHans: "以方案规定回溯年限内的首个数值为起点评定",
  },
};

/** Periods in which a bound was held, of those that have a value; null without a bound to hold or before a period is over. */
export function heldText({ held, periods }: IndicatorRow, speaker: Speaker): string | null {
  if (held === null || periods === null || periods === 0) return null;
  return speaker.say({
    en: `held in ${held} of ${periods} ${periods === 1 ? "period" : "periods"}`,
    zhHans: `已评${periods}期，达标${held}期`,
  });
}

/** Steps of the decision that value and target alone do not explain. */
const tellingSteps: ReadonlySet<string> = new Set(["missed-target", "entities", "own", "above-cap"]);

/** What the report tells of a status in another way: `held` beside it, the basis in its own words. */
const toldBeside: ReadonlySet<string> = new Set(["broken-before", "no-path"]);

/** Notes that tell the basis, with its figures. */
const basisNotes: ReadonlySet<string> = new Set(["partial", "periods-missing"]);

/** Why the status stands beside a value that seems to say something else; null where value and target explain it. */
export function besideText(row: IndicatorRow, speaker: Speaker): string | null {
  const note = statusNote(row);
  if (note === null || toldBeside.has(note.kind)) return null;
  const told = (judged: JudgedTarget): Localized => shortTarget(judged, row.indicator);
  const kept = note.kind === "missed-before" ? [told(note.missed).zhHans] : [];
  return speaker.say(
    noteWords(note, (day) => printShortDay(day, speaker), told),
    kept,
  );
}

/**
 * Why there is no status, or by what else it was judged; null when the method's own way was open. `withDecision` false:
 * the decision is told beside it already.
 */
export function noteText(row: IndicatorRow, speaker: Speaker, withDecision = true): string | null {
  const { reason, basis, decision, figures } = row;
  const beside = withDecision ? besideText(row, speaker) : null;
  const parts = beside === null ? [] : [beside];
  const isTold = beside !== null && decision.step === "missed-target";
  if (withDecision && !isTold && tellingSteps.has(decision.step)) parts.push(speaker.say(decision.words));
  if (reason !== null) parts.push(speaker.say(reasonText(reason)));
  if (basis !== null && !(beside !== null && basisNotes.has(statusNote(row)?.kind ?? ""))) {
    const undated = basis === "of-target" && figures.baseline.value !== null;
    const words = own(basisWords, undated ? "of-target undated" : basis);
    parts.push(speaker.say(words ?? { en: basis, zhHans: basis }));
  }
  return parts.length === 0 ? null : parts.join(speaker.chinese ? "；" : "; ");
}

/** Where the indicator stands, in a sentence for each thing that is known. */
export function sentencesOf(row: IndicatorRow, context: ViewContext): readonly string[] {
  return [
    standing(row, context),
    wayAhead(row, context),
    projection(row, context),
    firstMet(row, context),
    pathNote(row, context),
  ].filter((sentence) => sentence !== null);
}

function standing(row: IndicatorRow, context: ViewContext): string | null {
  const { speaker } = context;
  const { value, expected, gap, attained, elapsed, pace } = row.figures;
  if (value.value === null || row.observedOn === null) return null;
  const day = printDay(row.observedOn, speaker);
  const now = levelText(value.value, row, context);
  const en = [`On ${day}: ${now}`];
  const zh = [`${day}实际值为${now}`];
  if (expected.value !== null && gap.value !== null) {
    const due = levelText(expected.value, row, context);
    const size = joinUnit(
      differenceNumber((printedGap(row) ?? gap.value).abs(), row, context),
      differenceUnit(unitText(row.indicator), speaker),
      speaker,
    );
    const side = gap.value.cmp(0);
    en.push(
      side === 0
        ? `just the ${due} expected`
        : `${size} ${side > 0 ? "better" : "worse"} than the ${due} expected`,
    );
    zh.push(side === 0 ? `与应达值（${due}）持平` : `${side > 0 ? "优于" : "落后于"}应达值（${due}）${size}`);
  }
  if (pace.value !== null) {
    const ratio = printNumber(pace.value, speaker, { guards: bandEdges(row, context) });
    en.push(`pace ${ratio}`);
    zh.push(`进度比${ratio}`);
  }
  if (attained.value !== null && elapsed.value !== null) {
    const shares = [printShare(attained.value, speaker), printShare(elapsed.value, speaker)];
    en.push(`${shares[0]} of the way, ${shares[1]} of the time`);
    zh.push(`目标进度${shares[0]}，时序进度${shares[1]}`);
  }
  return speaker.say({ en: `${en.join("; ")}.`, zhHans: `${zh.join("，")}。` });
}

const onCourse: ReadonlySet<string> = new Set(["on-track", "ahead"]);
const behind: ReadonlySet<string> = new Set(["at-risk", "off-track"]);

/** Why the status is what it is though the share attained and the time elapsed suggest another; null when they do not. */
function pathNote(row: IndicatorRow, { asOf, speaker }: ViewContext): string | null {
  const { attained, elapsed, pace } = row.figures;
  if (attained.value === null || elapsed.value === null || pace.value === null) return null;
  const isLate = attained.value.lt(elapsed.value);
  if (!(isLate ? onCourse : behind).has(row.status)) return null;
  const kind = row.indicator.trajectory?.kind.value ?? "linear";
  if (row.path.length > 2)
    return speaker.say({
      en: "The status follows the path through the interim targets.",
      zhHans: "应达轨迹按阶段目标分段计算，状态以应达值为准。",
    });
  if (kind !== "linear")
    return speaker.say({
      en: "The status follows the target path, which is not even.",
      zhHans: "应达轨迹不按时间平均分摊，状态以应达值为准。",
    });
  if (row.observedOn === null || row.observedOn >= asOf) return null;
  return speaker.say({
    en: "Judged on the day of the value, when less time had elapsed.",
    zhHans: "应达值按实际值所属日期计算，时序进度算至数据截止日期。",
  });
}

function projection(row: IndicatorRow, context: ViewContext): string | null {
  const { speaker } = context;
  const { value } = row.figures.projected;
  if (value === null || row.targetOn === null || row.targetOn <= context.asOf) return null;
  if (turnsNegative(value, row)) return null;
  const day = printDay(row.targetOn, speaker);
  const level = projectedText(value, row, context);
  const reached = row.reachedOn === null ? null : printDay(row.reachedOn, speaker);
  const en = reached === null ? "" : `, meeting the target about ${reached}`;
  const zh = reached === null ? "" : `，约于${reached}达到目标值`;
  return speaker.say({
    en: `If the trend continues (an estimate): ${level} on ${day}${rangeText(row, context)}${en}.`,
    zhHans: `按现有趋势推算（估计值），${day}为${level}${rangeText(row, context)}${zh}。`,
  });
}

/** Between which levels the trend leads, cut at what values can be; empty where that is not known. */
function rangeText(row: IndicatorRow, context: ViewContext): string {
  const range = rangeWords(row, context);
  if (range === null) return "";
  const { from, to, cut } = range;
  return context.speaker.say({
    en: ` (${from} to ${to} with 80% probability${cut === null ? "" : `; ${cut}`})`,
    zhHans: `（80%置信区间为${from}至${to}${cut === null ? "" : `，${cut}`}）`,
  });
}

/** The projection, but never beyond what the value can be: a straight line knows no 100%. */
function projectedText(value: Big, row: IndicatorRow, context: ViewContext): string {
  const { speaker } = context;
  const { least, most } = valueBounds(row);
  if (most !== null && value.gt(most)) {
    const level = levelText(most, row, context);
    return speaker.say({ en: `${level}, the most possible,`, zhHans: `${level}（上限）` });
  }
  if (least !== null && value.lt(least)) {
    const level = levelText(least, row, context);
    return speaker.say({ en: `${level}, the least possible,`, zhHans: `${level}（下限）` });
  }
  return levelText(value, row, context);
}

/** Told when neither the status nor its note says it already: met and lost again, or met after the date. */
function firstMet(
  { firstMetOn, status, targetOn, targets, figures }: IndicatorRow,
  { speaker }: ViewContext,
): string | null {
  if (firstMetOn === null || status === "achieved") return null;
  const governing = targets.find((judged) => judged.governing);
  const { value } = figures.value;
  if (governing === undefined || governing.level === null || value === null) return null;
  const day = printDay(firstMetOn, speaker);
  if (!meets(value, governing.relation, governing.level, governing.upper)) {
    return speaker.say({
      en: `The target was met on ${day} and lost again.`,
      zhHans: `曾于${day}达到目标值，其后回落。`,
    });
  }
  // The note beside the status tells it then.
  if (governing.reachedLateOn !== null || targetOn === null || firstMetOn <= targetOn) return null;
  return speaker.say({
    en: `The target was met on ${day}, after its date.`,
    zhHans: `于${day}达到目标值，晚于完成时限。`,
  });
}
