/** 附件2 任务分工表, and the phases with their milestones. */
import type { Action, Deliverable, Gate, Milestone, Phase } from "../../plan/plan.ts";
import { printShortDay } from "../dates.ts";
import { joinedWords } from "../joined-words.ts";
import { printedSection } from "../outline.ts";
import { anchorOf } from "./anchors.ts";
import type { ViewContext } from "./context.ts";
import { itemTitle, titleOfId, titlesOfIds } from "./item-text.ts";
import { ownerSides } from "./owner-sides.ts";
import { phaseFigure } from "./phase-figure.ts";
import type { PlanLabels } from "./plan-labels.ts";
import type { AnnexHead, PhaseAnnex, TaskAnnex, TaskLine } from "./plan-view.ts";
import { deliverableText, dueText, spanText } from "./task-rows.ts";

type Task = Action | Milestone | Deliverable;

/** Actions by objective, then milestones by phase, then deliverables that belong to no milestone; null when the plan has none. */
export function taskAnnex(context: ViewContext, labels: PlanLabels): Omit<TaskAnnex, keyof AnnexHead> | null {
  const { plan } = context;
  const delivered = new Set(plan.milestones.map(({ deliverable }) => deliverable?.value));
  const others = plan.deliverables.filter(({ id }) => !delivered.has(id.value));
  const tasks = [...plan.actions, ...plan.milestones, ...others];
  if (tasks.length === 0) return null;
  const groups = new Map<string, Task[]>();
  for (const task of tasks) {
    const name = groupOf(task, context, labels);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [task]);
    else group.push(task);
  }
  let sequence = 0;
  const lines = [...groups].map(([name, of]) => ({
    name: name === "" ? null : name,
    rows: of.map((task) => {
      sequence += 1;
      return taskLine(task, sequence, context, labels);
    }),
  }));
  const anchored = new Set<string>();
  const isFirst = (anchor: string | null): boolean => {
    if (anchor === null || anchored.has(anchor)) return false;
    anchored.add(anchor);
    return true;
  };
  const groupsOfLines = lines.map((group) => ({
    ...group,
    rows: group.rows.map((row) =>
      isFirst(row.deliverableAnchor) ? row : { ...row, deliverableAnchor: null },
    ),
  }));
  const rows = lines.flatMap((group) => group.rows);
  const hasDeliverables = rows.some(({ deliverable }) => deliverable !== labels.none);
  const hasNeeds = rows.some(({ needs }) => needs !== labels.none);
  const hasLeads = rows.some(({ lead }) => lead !== labels.none);
  const hasSupports = rows.some(({ support }) => support !== labels.none);
  const hasKinds = new Set(rows.map(({ kind }) => kind)).size > 1;
  const has = { hasKinds, hasLeads, hasSupports, hasDeliverables, hasNeeds };
  const columns = 3 + Object.values(has).filter(Boolean).length;
  return { ...has, columns: String(columns), groups: groupsOfLines };
}

/** An action stands under its objective, a milestone under its phase. */
function groupOf(task: Task, context: ViewContext, labels: PlanLabels): string {
  if (task.kind === "deliverable") return labels.deliverables;
  if (task.kind === "action") return task.objective === null ? "" : titleOfId(task.objective.value, context);
  return task.phase === null ? labels.milestones : titleOfId(task.phase.value, context);
}

const kindLabels = { action: "actionKind", milestone: "milestone", deliverable: "deliverable" } as const;

function taskLine(task: Task, sequence: number, context: ViewContext, labels: PlanLabels): TaskLine {
  const { lead, support } = ownerSides(task.owner, context);
  return {
    anchor: anchorOf(task.kind, task.id.value),
    sequence: String(sequence),
    name: itemTitle(task, context),
    kind: labels[kindLabels[task.kind]],
    lead,
    support,
    timing:
      task.kind === "action"
        ? spanText(task.period, context)
        : dueText(task.kind === "milestone" ? task.by : task.due, context),
    deliverable: task.kind === "deliverable" ? labels.none : (deliverableText(task, context) ?? labels.none),
    deliverableAnchor:
      task.kind === "milestone" && task.deliverable !== null
        ? anchorOf("deliverable", task.deliverable.value)
        : null,
    needs: task.kind === "deliverable" ? labels.none : titlesOfIds(task.needs, context),
    section: task.section === null ? labels.none : printedSection(task.section.value, context.speaker),
  };
}

/** Null when the plan has neither phases nor dated milestones. */
export function phaseAnnex(context: ViewContext): Omit<PhaseAnnex, keyof AnnexHead> | null {
  const { plan } = context;
  const chart = phaseFigure(context);
  if (plan.phases.length === 0 && chart === null) return null;
  const rows = plan.phases.map((phase) => phaseLine(phase, context));
  return {
    chart,
    hasGates: rows.some(({ gates }) => gates.length > 0),
    hasMilestones: rows.some(({ milestones }) => milestones.length > 0),
    rows,
  };
}

function phaseLine(phase: Phase, context: ViewContext): PhaseAnnex["rows"][number] {
  const { labels, plan, speaker } = context;
  const id = phase.id.value;
  return {
    anchor: anchorOf("phase", id),
    name: itemTitle(phase, context),
    period: spanText(phase.period, context),
    gates: phase.gates.map((gate) => gateText(gate, context)),
    milestones: plan.milestones
      .filter((milestone) => milestone.phase?.value === id)
      .map((milestone) => {
        const day = milestone.by[0]?.is.value.period?.end ?? null;
        const due = day === null ? dueText(milestone.by, context) : printShortDay(day, speaker);
        const name = itemTitle(milestone, context);
        return speaker.chinese ? `${name}（${due}）` : `${name} (${due})`;
      }),
    section: phase.section === null ? labels.none : printedSection(phase.section.value, speaker),
  };
}

/** A condition for leaving the phase, in words. */
function gateText({ indicator, reach, text }: Gate, context: ViewContext): string {
  if (text !== null) return text.value;
  const name = indicator === null ? "" : titleOfId(indicator.value, context);
  const level = reach === null ? "" : reach.value.text.trim();
  return joinedWords([name, level], context.speaker);
}
