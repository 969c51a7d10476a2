/** What a leader has to see first: indicators that are behind or not reported, tasks that are overdue, and why. */
import type { IndicatorRow } from "../../indicators/results.ts";
import type { Speaker } from "../../language/speaker.ts";
import { printShortDay } from "../dates.ts";
import { differenceUnit, joinUnit, printShare } from "../numbers.ts";
import { anchorOf } from "./anchors.ts";
import { nameText, ownerText, statusMark, type ViewContext } from "./context.ts";
import { deviationsOf } from "./deviations.ts";
import { currentValue, figureLevel } from "./figure-text.ts";
import { traceAnchor } from "./indicator-trace.ts";
import { governingTarget } from "./indicator-view.ts";
import { besideText, heldText, noteText } from "./indicator-words.ts";
import type { ReportExtent } from "./report-extent.ts";
import type { Attention, AttentionRow, LateTask } from "./status-view.ts";
import { differenceNumber, lateText, targetText, unitText, valueWord } from "./target-text.ts";
import { urgent } from "./worst-first.ts";

/** Most rows listed, and how many of them tasks may take from indicators: page one has room for no more. */
const mostRows = 10;
const mostTasks = 4;

/** The rows of the plan that call for somebody to act, worst first; rows of one status stay in their order. */
export function urgentRows(rows: readonly IndicatorRow[]): readonly IndicatorRow[] {
  return urgent.flatMap((status) => rows.filter((row) => row.status === status));
}

/** Page one's table; `rows` are the plan-level rows in the order of their numbers, `late` all overdue tasks; `isTraced` says which rows have a block in the annex. */
export function attentionOf(
  rows: readonly IndicatorRow[],
  late: readonly LateTask[],
  context: ViewContext,
  { isTraced }: Pick<ReportExtent, "isTraced">,
): Attention {
  const { speaker } = context;
  const behind = urgentRows(rows);
  const taskRoom = Math.max(mostTasks, mostRows - behind.length);
  const indicatorRoom = mostRows - Math.min(late.length, mostTasks);
  return {
    indicators: behind
      .slice(0, indicatorRoom)
      .map((row) => attentionRow(row, rows.indexOf(row) + 1, context, isTraced(row))),
    indicatorsLeftOff: leftOff(behind.length - indicatorRoom, speaker, {
      en: "see the status list below",
      zhHans: "见“指标状态一览”",
    }),
    tasks: late.slice(0, taskRoom),
    tasksLeftOff: leftOff(late.length - taskRoom, speaker, {
      en: "see actions and milestones below",
      zhHans: "见“重点任务”“关键节点”",
    }),
    nothing:
      behind.length + late.length > 0 || rows.length === 0
        ? null
        : speaker.say({
            en: "No indicator is behind or unreported, and nothing reported on is overdue.",
            zhHans: "没有滞后、未达标或未报送的指标，已报送进展的事项没有逾期。",
          }),
  };
}

function leftOff(rest: number, speaker: Speaker, where: { en: string; zhHans: string }): string | null {
  if (rest <= 0) return null;
  return speaker.say({ en: `${rest} more: ${where.en}.`, zhHans: `其余${rest}项${where.zhHans}。` });
}

function attentionRow(
  row: IndicatorRow,
  position: number,
  context: ViewContext,
  isTraced: boolean,
): AttentionRow {
  const { labels, speaker } = context;
  const { indicator } = row;
  return {
    anchor: anchorOf("indicator", indicator.id.value),
    trace: isTraced ? traceAnchor(row) : null,
    number: String(position),
    name: nameText(indicator.name, indicator.id.value, speaker),
    status: statusMark(row.status, speaker),
    value: currentValue(row, context),
    target: governingTarget(row, context),
    reasons: reasonsOf(row, context),
    owner: ownerText(indicator.owner, context) ?? labels.none,
  };
}

/** Missed steps, how far behind, and what was reported as the reason. */
export function reasonsOf(row: IndicatorRow, context: ViewContext): readonly string[] {
  const { labels, speaker } = context;
  const { rows: reported } = deviationsOf(row, [], context);
  const held = heldText(row, speaker);
  return [
    ...missedTargets(row, context),
    behindText(row, context),
    hasMissed(row) ? null : besideText(row, speaker),
    held,
    ...reported.flatMap(({ reason, action }) => [
      ...(reason === labels.none ? [] : [`${labels.reason}${labels.colon}${reason}`]),
      ...(action === labels.none ? [] : [`${labels.action}${labels.colon}${action}`]),
    ]),
  ].filter((reason) => reason !== null);
}

/** True where missed targets are told, each with the day on which it was reached late. */
function hasMissed({ targets }: IndicatorRow): boolean {
  return targets.some(({ status, dueOn }) => status === "missed" && dueOn !== null);
}

/** The latest dated target that was missed, with the value it was judged by; what was missed before it is counted. */
function missedTargets(row: IndicatorRow, context: ViewContext): readonly string[] {
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
function behindText(row: IndicatorRow, context: ViewContext): string | null {
  const { speaker } = context;
  const { gap, ofTarget } = row.figures;
  if (gap.value?.lt(0) === true) {
    const size = joinUnit(
      differenceNumber(gap.value.abs(), row, context),
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
