/** Why a status is what it is, in short: missed steps, periods in which a bound was broken, the distance to the path. */
import type { IndicatorRow } from "../../indicators/results.ts";
import { printedGap } from "../../indicators/row-decimals.ts";
import { printShortDay } from "../dates.ts";
import { differenceUnit, joinUnit, printShare } from "../numbers.ts";
import type { ViewContext } from "./context.ts";
import { figureLevel } from "./figure-text.ts";
import { besideText, heldText, noteText } from "./indicator-words.ts";
import { differenceNumber, lateText, targetText, unitText, valueWord } from "./target-text.ts";

/** What stands behind a status besides the distance to the path: missed steps, periods in which a bound was broken, the basis. */
export function statusReasons(row: IndicatorRow, context: ViewContext): readonly string[] {
  const { speaker } = context;
  const isBehind = row.figures.gap.value?.lt(0) === true;
  return [
    ...missedTargets(row, context),
    hasMissed(row) ? null : besideText(row, speaker),
    heldText(row, speaker),
    isBehind ? null : behindText(row, context),
  ].filter((reason) => reason !== null);
}

/** True where missed targets are told, each with the day on which it was reached late. */
export function hasMissed({ targets }: IndicatorRow): boolean {
  return targets.some(({ status, dueOn }) => status === "missed" && dueOn !== null);
}

/** The latest dated target that was missed, with the value it was judged by; what was missed before it is counted. */
export function missedTargets(row: IndicatorRow, context: ViewContext): readonly string[] {
  const { speaker } = context;
  const missed = row.targets.flatMap((judged) => {
    const { dueOn, status } = judged;
    return status === "missed" && dueOn !== null ? [{ ...judged, dueOn }] : [];
  });
  const [latest, ...others] = missed.sort(
    (a, b) => b.dueOn - a.dueOn || Number(b.governing) - Number(a.governing),
  );
  if (latest === undefined) return [];
  const { dueOn, judgedBy } = latest;
  const wanted = targetText(latest, row, context);
  const day = printShortDay(dueOn, speaker);
  const was = judgedBy === null ? null : valueWord(judgedBy.value, row, context);
  const late = lateText(latest, context);
  const text = {
    en: `missed on ${day}: ${wanted}${was === null ? "" : `, was ${was}`}${late === null ? "" : `, ${late}`}`,
    zhHans: `${day}到期未实现：“${wanted}”${was === null ? "" : `，当时为${was}`}${late === null ? "" : `，${late}`}`,
  };
  // One target that several sections repeat is one miss.
  const earlier = new Set(others.map((judged) => `${judged.dueOn} ${judged.level ?? judged.shown}`));
  earlier.delete(`${dueOn} ${latest.level ?? latest.shown}`);
  const more = {
    en: `${earlier.size} further ${earlier.size === 1 ? "target" : "targets"} missed`,
    zhHans: `另有${earlier.size}个到期目标值未实现`,
  };
  return [speaker.say(text, [wanted]), ...(earlier.size === 0 ? [] : [speaker.say(more)])];
}

/** The distance to the path, else what stands in for it. */
export function behindText(row: IndicatorRow, context: ViewContext): string | null {
  const { speaker } = context;
  const { gap, ofTarget } = row.figures;
  if (gap.value?.lt(0) === true) {
    const size = joinUnit(
      differenceNumber((printedGap(row) ?? gap.value).abs(), row, context),
      differenceUnit(unitText(row.indicator), speaker),
      speaker,
    );
    const due = figureLevel(row, "expected", context);
    return speaker.say({ en: `${size} behind the ${due} expected`, zhHans: `落后应达值（${due}）${size}` });
  }
  if (row.basis === "of-target" && ofTarget.value !== null) {
    const share = printShare(ofTarget.value, speaker, { guards: [0, 0.8, 1] });
    return row.figures.baseline.value === null
      ? speaker.say({ en: `${share} of the target, no baseline`, zhHans: `完成率${share}（无基期值）` })
      : speaker.say({ en: `${share} of the target, no due date`, zhHans: `完成率${share}（未定完成时限）` });
  }
  return noteText(row, speaker, false);
}
