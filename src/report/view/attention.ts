/** What a leader has to see first: indicators that are behind or not reported, tasks that are overdue, and why. */
import type { IndicatorRow } from "../../indicators/results.ts";
import type { Speaker } from "../../language/speaker.ts";
import { anchorOf } from "./anchors.ts";
import { nameText, ownerText, statusMark, type ViewContext } from "./context.ts";
import { deviationsOf } from "./deviations.ts";
import { currentValue } from "./figure-text.ts";
import { traceAnchor } from "./indicator-trace.ts";
import { governingTarget } from "./indicator-view.ts";
import { besideText, heldText } from "./indicator-words.ts";
import type { ReportExtent } from "./report-extent.ts";
import { behindText, hasMissed, missedTargets } from "./status-reasons.ts";
import type { Attention, AttentionRow, LateTask } from "./status-view.ts";
import { byWorst, urgent } from "./worst-first.ts";

/** Most rows listed, and how many of them tasks may take from indicators: page one has room for no more. */
const mostRows = 10;
const mostTasks = 4;

const nothing = {
  en: "No indicator is behind or unreported, and no task is overdue.",
  zhHans: "没有滞后、未达标或未报送的指标，重点任务和关键节点没有逾期。",
};
const noTask = { en: "No task is overdue.", zhHans: "重点任务和关键节点没有逾期。" };

/** The rows of the plan that call for somebody to act, worst first. */
export function urgentRows(rows: readonly IndicatorRow[]): readonly IndicatorRow[] {
  return rows.filter(({ status }) => urgent.includes(status)).sort(byWorst);
}

/** Page one's table; `rows` are the plan-level rows in the order of their numbers, `late` all overdue tasks; `isTraced` says which rows have a block in the annex. */
export function attentionOf(
  rows: readonly IndicatorRow[],
  late: readonly LateTask[],
  context: ViewContext,
  { isTraced }: Pick<ReportExtent, "isTraced">,
): Attention {
  const { labels, speaker } = context;
  const behind = urgentRows(rows);
  const taskRoom = Math.max(mostTasks, mostRows - behind.length);
  const indicatorRoom = mostRows - Math.min(late.length, mostTasks);
  const indicators = behind
    .slice(0, indicatorRoom)
    .map((row) => attentionRow(row, rows.indexOf(row) + 1, context, isTraced(row)));
  const tasks = late.slice(0, taskRoom);
  return {
    indicators,
    hasReasons: indicators.some(({ reasons }) => reasons.length > 0),
    hasRemarks: tasks.some(({ remarks }) => remarks.length > 0),
    hasTaskOwners: tasks.some(({ owner }) => owner !== labels.none),
    indicatorsLeftOff: leftOff(behind.length - indicatorRoom, speaker, {
      en: "see the status list below",
      zhHans: "见“指标状态一览”",
    }),
    tasks,
    tasksLeftOff: leftOff(late.length - taskRoom, speaker, {
      en: "see actions and milestones below",
      zhHans: "见“重点任务”“关键节点”",
    }),
    nothing: behind.length + late.length > 0 ? null : speaker.say(rows.length === 0 ? noTask : nothing),
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
