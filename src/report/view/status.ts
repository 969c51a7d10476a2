/** Builder of the report `status`: where the plan stands on a day. Decides order, grouping and words; prints nothing. */

import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { IndicatorRow } from "../../indicators/results.ts";
import type { Indicator } from "../../plan/plan.ts";
import { drawStatusBar } from "../charts/status-bar.ts";
import { printDay } from "../dates.ts";
import type { ReportInput } from "../report-input.ts";
import { statusTitle } from "../status-labels.ts";
import { attentionOf } from "./attention.ts";
import { makeContext, nameText, type ViewContext } from "./context.ts";
import { entityStatusFigure } from "./entity-figure.ts";
import { reporterOf } from "./entity-table.ts";
import { findingGroups } from "./finding-groups.ts";
import { makeFrame } from "./frame.ts";
import { historyFigure } from "./history-figure.ts";
import { tracesOf } from "./indicator-trace.ts";
import { indicatorView } from "./indicator-view.ts";
import { glossary, methodNotes, statusScale } from "./method-notes.ts";
import type { Signatures } from "./printed-parts.ts";
import { contextIndicators, isReference } from "./reference-indicators.ts";
import { type NumberedRow, type ReportExtent, reportExtent } from "./report-extent.ts";
import { rollUpRows } from "./roll-up-rows.ts";
import { rollUpTraces } from "./roll-up-trace.ts";
import { type FilledColumns, filledColumns, withEvenShares } from "./status-columns.ts";
import { dimensionStatusFigure } from "./status-figures.ts";
import { statusGrid } from "./status-grid.ts";
import type { StatusView } from "./status-view.ts";
import { findingSentence, statusCounts, summarySentences } from "./summary.ts";
import { isUndated } from "./target-text.ts";
import { joinNames, lateTasks, taskRows, taskSignatures } from "./task-rows.ts";
import { isWaiting, waitingIndicator } from "./waiting-indicators.ts";

/** What the report is called. */

/** The view of one plan. The same input gives the same view. */
export function buildStatusView(input: ReportInput): StatusView {
  const context = makeContext(input);
  const { labels, speaker } = context;
  const rows = orderedRows(context);
  const reference = contextIndicators(context);
  const counts = statusCounts(rows, context);
  const late = lateTasks([...context.plan.actions, ...context.plan.milestones], context);
  const summary = summarySentences(rows, reference.length, late, context);
  const numbered = numberedRows(rows, context);
  const extent = reportExtent(numbered, speaker);
  const rollUps = rollUpRows(context);
  return {
    ...makeFrame(input, context, statusTitle, true),
    summary: summary.join(speaker.chinese ? "" : " "),
    counts,
    statusBarHtml: drawStatusBar(
      counts.map(({ key, mark, count }) => ({ status: key, mark, count })),
      summary[0] ?? "",
    ),
    attention: attentionOf(rows, late, context, extent),
    grid: statusGrid(rows, context, extent),
    ...indicatorParts(numbered, context, extent),
    context: reference,
    rollUps,
    hasWeights: rollUps.some(({ weight }) => weight !== labels.none),
    hasScores: rollUps.some(({ score }) => score !== labels.none),
    ...taskParts(context),
    findings: findingGroups(context),
    findingCount: findingSentence(context),
    methods: methodNotes(rows, context),
    glossary: glossary(context),
    scale: statusScale(context),
    signatures: signaturesOf(context),
    dimensionChart: dimensionStatusFigure(context),
    historyChart: historyFigure(context),
    entityChart: entityStatusFigure(context),
    rollUpTraces: rollUpTraces(rows, context),
    ...tracesOf(extent.traces, context),
    tracesLeftOff: extent.tracesLeftOff,
    paperNote: extent.paperNote,
    foldNote: extent.foldNote,
  };
}

/** Rows with their numbers in the report and the rows of their entities. */
function numberedRows(rows: readonly IndicatorRow[], context: ViewContext): readonly NumberedRow[] {
  const entityRows = rowsOfEntities(context);
  return rows.map((row, i) => ({
    row,
    position: i + 1,
    entities: entityRows.get(row.indicator) ?? [],
  }));
}

type IndicatorParts =
  | "groups"
  | "waiting"
  | "hasIndicators"
  | "hasOwners"
  | "hasSections"
  | "columns"
  | "indicatorNote"
  | FilledColumns;

/** The tables of indicators with and without data. */
function indicatorParts(
  numbered: readonly NumberedRow[],
  context: ViewContext,
  extent: ReportExtent,
): Pick<StatusView, IndicatorParts> {
  const rows = numbered.map(({ row }) => row);
  const hasOwners = rows.some((row) => row.indicator.owner.length > 0);
  const hasSections =
    context.plan.sections.length > 0 ||
    rows.some(({ indicator }) => [indicator, ...indicator.targets].some(({ section }) => section !== null));
  const groups = withEvenShares(
    byDimension(
      numbered.filter(({ row, entities }) => !isWaiting(row, entities)),
      (of) => indicatorView(of, context, extent),
      context,
    ),
  );
  const filled = filledColumns(groups, context);
  // Indicator, value, target and status stand always.
  const columns = 4 + Object.values({ ...filled, hasOwners }).filter(Boolean).length;
  return {
    groups,
    waiting: byDimension(
      numbered.filter(({ row, entities }) => isWaiting(row, entities)),
      (of) => waitingIndicator(of, context, extent),
      context,
    ),
    hasIndicators: rows.length > 0,
    hasOwners,
    hasSections,
    ...filled,
    columns: {
      indicators: String(columns),
      waiting: hasOwners ? "4" : "3",
      findings: hasSections ? "3" : "2",
    },
    indicatorNote: indicatorNote(rows, groups, context),
  };
}

type TaskParts =
  | "actions"
  | "actionsHaveOwners"
  | "actionsHaveObjectives"
  | "actionsHaveRemarks"
  | "actionSignatures"
  | "milestones"
  | "milestonesHaveOwners"
  | "milestonesHaveDeliverables"
  | "milestonesHavePhases"
  | "milestonesHaveRemarks"
  | "milestoneSignatures";

/** The tables of actions and milestones. */
function taskParts(context: ViewContext): Pick<StatusView, TaskParts> {
  const { actions, milestones } = context.plan;
  const { none } = context.labels;
  const actionRows = taskRows(actions, context);
  const milestoneRows = taskRows(milestones, context);
  return {
    actions: actionRows,
    actionsHaveObjectives: actionRows.some(({ belongsTo }) => belongsTo !== none),
    actionsHaveRemarks: actionRows.some(({ remarks }) => remarks.length > 0),
    actionsHaveOwners: actions.some(({ owner }) => owner.length > 0),
    actionSignatures: taskSignatures(actions, context),
    milestones: milestoneRows,
    milestonesHaveOwners: milestones.some(({ owner }) => owner.length > 0),
    milestonesHaveDeliverables: milestoneRows.some(({ deliverable }) => deliverable !== none),
    milestonesHavePhases: milestoneRows.some(({ belongsTo }) => belongsTo !== none),
    milestonesHaveRemarks: milestoneRows.some(({ remarks }) => remarks.length > 0),
    milestoneSignatures: taskSignatures(milestones, context),
  };
}

/** Plan-level rows by dimension in plan order; those without a dimension last. */
function orderedRows({ plan, compilation }: ViewContext): readonly IndicatorRow[] {
  const order = new Map(plan.dimensions.map((dimension, i) => [dimension.id.value, i]));
  const placeOf = (row: IndicatorRow): number =>
    order.get(row.indicator.dimension?.value ?? "") ?? order.size;
  return compilation.results.rows
    .filter((row) => row.entity === null && !isReference(row))
    .sort((a, b) => placeOf(a) - placeOf(b));
}

function rowsOfEntities({ compilation }: ViewContext): ReadonlyMap<Indicator, readonly IndicatorRow[]> {
  const found = new Map<Indicator, IndicatorRow[]>();
  for (const row of compilation.results.rows) {
    if (row.entity === null) continue;
    const known = found.get(row.indicator);
    if (known === undefined) found.set(row.indicator, [row]);
    else known.push(row);
  }
  return found;
}

/** What `show` makes of rows, by dimension; one group without a name when the plan has no dimensions. */
function byDimension<T>(
  rows: readonly NumberedRow[],
  show: (row: NumberedRow) => T,
  { labels, plan, speaker }: ViewContext,
): readonly { readonly name: string | null; readonly indicators: readonly T[] }[] {
  const groups = new Map<string | null, { name: string | null; indicators: T[] }>();
  for (const numbered of rows) {
    const wanted = numbered.row.indicator.dimension?.value;
    const dimension = plan.dimensions.find((one) => one.id.value === wanted);
    const key = dimension?.id.value ?? null;
    const without = plan.dimensions.length === 0 ? null : labels.dimensionless;
    const name = dimension === undefined ? without : nameText(dimension.name, dimension.id.value, speaker);
    const group = groups.get(key) ?? { name, indicators: [] };
    group.indicators.push(show(numbered));
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What the marks of the table mean, those that stand in it. */
function indicatorNote(
  rows: readonly IndicatorRow[],
  groups: StatusView["groups"],
  { labels, speaker }: ViewContext,
): string | null {
  const hasProvisional = rows.some((row) => row.series().at(-1)?.provisional === true);
  const shown = groups.flatMap(({ indicators }) => indicators);
  const hasAssumed =
    rows.some(({ targets }) => targets.some(isUndated)) ||
    shown.some(({ baseline }) => baseline.mark === labels.assumedDay);
  const notes = [...(hasProvisional ? [provisionalNote] : []), ...(hasAssumed ? [assumedNote] : [])].map(
    (note) => speaker.say(note),
  );
  return notes.length === 0 ? null : notes.join(labels.numberGap);
}

const provisionalNote: Localized = {
  en: "Provisional values may still be revised.",
  zhHans: "标注“暂定”的数据可能修订。",
};
const assumedNote: Localized = {
  en: "Days marked as assumed are not stated in the plan: targets count to its end, and how baselines count is told where each figure is derived.",
  zhHans: "标注“推定”的日期，方案未写明：目标值按期末计，基期值的计法见“指标计算过程”。",
};

/** Who reported the values that the report shows; nobody is named as checking, so that line is left to sign. */
function signaturesOf(context: ViewContext): Signatures {
  const { rows } = context.compilation.results;
  const reporters = rows.map((row) => reporterOf(row, context) ?? undefined);
  const days = rows.flatMap((row) => {
    const last = row.series().at(-1);
    const reported = last === undefined ? null : (context.observationAt(last.span)?.reported ?? null);
    return reported === null ? [] : [reported.value];
  });
  const latest = days.reduce<number | null>((a, b) => (a === null ? b : Math.max(a, b)), null);
  return {
    filledBy: joinNames(reporters, context),
    checkedBy: null,
    date: latest === null ? null : printDay(latest, context.speaker),
  };
}
