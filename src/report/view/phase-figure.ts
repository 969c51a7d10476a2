/** Phases and milestones of a plan as a figure. */
import type { Milestone, Phase } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import type { ChartFigure } from "../charts/chart-figure.ts";
import { drawPhaseChart, mostPhaseRows, type PhaseChart, type StepState } from "../charts/phase-chart.ts";
import { printDay, printShortDay } from "../dates.ts";
import { chartName, dataCaption, leftOffNote, remarked, spanWords, word } from "./chart-texts.ts";
import type { ViewContext } from "./context.ts";
import { taskRows } from "./task-rows.ts";

type Row = PhaseChart["rows"][number];

/** A row of the chart with what its table says of progress. */
interface Told {
  readonly row: Row;
  readonly progress: string;
}

/** Id of the figure. */
const id = "chart-phases";

/** The figure; null when no phase and no milestone has a date. */
export function phaseFigure(context: ViewContext): ChartFigure | null {
  const { plan, asOf, speaker } = context;
  const told = toldRows(context);
  const shown = rowsThatFit(told);
  const caption = captionOf(context);
  const svg = drawPhaseChart(
    {
      id,
      title: caption,
      description: describe(told, context),
      rows: shown.map(({ row }) => row),
      period: { start: plan.period?.start?.value ?? null, end: plan.period?.end?.value ?? null },
      asOf,
      words: {
        phase: word("phase", context),
        done: word("stepDone", context),
        late: word("stepLate", context),
        open: word("stepOpen", context),
        asOf: speaker.say({
          en: `as of ${printDay(asOf, speaker)}`,
          zhHans: `截至${printDay(asOf, speaker)}`,
        }),
      },
    },
    speaker,
  );
  if (svg === null) return null;
  return {
    id,
    svgHtml: svg,
    caption: plan.milestones.length > 0 ? dataCaption(caption, context) : caption,
    note: leftOffNote(told.length - shown.length, context),
    tableLabel: word("tableLabel", context),
    table: tableOf(told, context),
  };
}

/** The figures of the chart; progress only where milestones have any. */
function tableOf(told: readonly Told[], context: ViewContext): ChartFigure["table"] {
  const { labels } = context;
  const columns = 3 + Number(told.some(({ progress }) => progress !== labels.none));
  const heads = ["nameHead", "kindHead", "periodHead", "stateHead"] as const;
  return {
    head: heads.slice(0, columns).map((head) => word(head, context)),
    rows: told.map(({ row, progress }) =>
      [row.label, word(row.kind, context), row.text === "" ? labels.undated : row.text, progress].slice(
        0,
        columns,
      ),
    ),
  };
}

function captionOf(context: ViewContext): string {
  const { phases, milestones } = context.plan;
  if (milestones.length === 0) return word("phasesOnly", context);
  return word(phases.length === 0 ? "milestonesOnly" : "phasesCaption", context);
}

/** Each phase, its milestones by date below it; milestones of no phase last. */
function toldRows(context: ViewContext): readonly Told[] {
  const { plan } = context;
  const states = taskRows(plan.milestones, context).map(({ state }) => state);
  const known = new Set(plan.phases.map((phase) => phase.id.value));
  const steps = plan.milestones.flatMap((milestone, i) =>
    stepRows(milestone, states[i]?.key ?? "none", context).map((row) => ({
      phase: milestone.phase !== null && known.has(milestone.phase.value) ? milestone.phase.value : null,
      row,
      progress: states[i]?.word ?? context.labels.none,
    })),
  );
  const byPhase = new Map<string | null, typeof steps>();
  for (const step of steps) {
    const own = byPhase.get(step.phase);
    if (own === undefined) byPhase.set(step.phase, [step]);
    else own.push(step);
  }
  const stepsOf = (phase: string | null): readonly Told[] =>
    [...(byPhase.get(phase) ?? [])].sort((a, b) => dayOf(a.row) - dayOf(b.row));
  return [
    ...plan.phases.flatMap((phase) => [
      ...phaseRows(phase, context).map((row) => ({ row, progress: context.labels.none })),
      ...stepsOf(phase.id.value),
    ]),
    ...stepsOf(null),
  ];
}

function dayOf(row: Row): number {
  return (row.kind === "milestone" ? row.on : row.from) ?? Number.MAX_SAFE_INTEGER;
}

/** All where they fit; else the phases, and of these what fits. */
function rowsThatFit(told: readonly Told[]): readonly Told[] {
  if (told.length <= mostPhaseRows) return told;
  const phases = told.filter(({ row }) => row.kind === "phase");
  return (phases.length === 0 ? told : phases).slice(0, mostPhaseRows);
}

/** One row for each period that the plan states, with its section where they differ. */
function phaseRows(phase: Phase, context: ViewContext): readonly Row[] {
  const label = chartName(phase.name, phase.id.value, context);
  const spans = new Map<string, { from: Day | null; to: Day | null; section: string | null }>();
  for (const { is, section } of phase.period) {
    const { start = null, end = null } = is.value.period ?? {};
    const key = `${start} ${end}`;
    if (!spans.has(key)) spans.set(key, { from: start, to: end, section: section?.value ?? null });
  }
  if (spans.size === 0) spans.set("", { from: null, to: null, section: null });
  return [...spans.values()].map(({ from, to, section }) => ({
    kind: "phase",
    label: remarked(label, spans.size > 1 ? section : null, context),
    from,
    to,
    text: from === null && to === null ? context.labels.undated : spanWords(from, to, context),
  }));
}

function stepRows(milestone: Milestone, state: string, context: ViewContext): readonly Row[] {
  const label = chartName(milestone.name, milestone.id.value, context);
  const days = new Map<Day | null, string | null>();
  for (const { is, section } of milestone.by) {
    const day = is.value.period?.end ?? null;
    if (!days.has(day)) days.set(day, section?.value ?? null);
  }
  if (days.size === 0) days.set(null, null);
  return [...days].map(([on, section]) => ({
    kind: "milestone",
    label: remarked(label, days.size > 1 ? section : null, context),
    on,
    text: on === null ? context.labels.undated : printShortDay(on, context.speaker),
    state: stepState(state),
  }));
}

function stepState(state: string): StepState {
  if (state === "done") return "done";
  return state === "overdue" ? "late" : "open";
}

/** The chart in words: how many of each, and which phase runs. */
function describe(told: readonly Told[], context: ViewContext): string {
  const { plan, asOf, speaker } = context;
  const [phases, steps] = [plan.phases.length, plan.milestones.length];
  const day = printDay(asOf, speaker);
  const running = told.flatMap(({ row }) =>
    row.kind === "phase" &&
    (row.from !== null || row.to !== null) &&
    (row.from ?? asOf) <= asOf &&
    (row.to ?? asOf) >= asOf
      ? [row.label]
      : [],
  );
  const counts = speaker.say({
    en: `${phases} ${phases === 1 ? "phase" : "phases"} and ${steps} ${steps === 1 ? "milestone" : "milestones"}.`,
    zhHans: `共${phases}个阶段、${steps}个关键节点。`,
  });
  if (running.length === 0) return counts;
  const names = running.join(context.labels.listComma);
  const now = speaker.say({ en: ` On ${day}: "${names}".`, zhHans: `${day}处于“${names}”。` }, [names]);
  return counts + now;
}
