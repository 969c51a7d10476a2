/** What happens when: phases, milestones, deliverables, actions. */
import type { Given } from "../../plan/given.ts";
import type { Action, Deliverable, Gate, Milestone, Phase } from "../../plan/plan.ts";
import type { YamlMap, YamlNode } from "../yaml-node.ts";
import { type Binder, type ItemSource, itemSources, type Scope } from "./binder.ts";
import { readMention, readNeeds, readSection } from "./mentions.ts";
import { readName } from "./names.ts";
import { readOwners } from "./owner.ts";
import { quantityAt, readQuantity } from "./quantities.ts";
import { itemsAt, nodeAt, text, textOf } from "./read-map.ts";
import { readStatements } from "./statements.ts";
import { readWhen } from "./when.ts";

/** Phases in plan order, with the sources of their milestones, which may be dated by phases that come later. */
export interface BoundPhases {
  readonly phases: readonly Phase[];
  readonly milestones: readonly MilestoneSource[];
}

/** A milestone's map, and the phase in which it stands. */
export interface MilestoneSource {
  readonly source: ItemSource<"milestone">;
  readonly phase: Given<string> | null;
}

/** Phases, each put on the calendar as a name for times. */
export function bindPhases(binder: Binder, root: YamlMap): BoundPhases {
  const milestones: MilestoneSource[] = [];
  const phases = itemSources(binder, root, "phases", "phase").map(({ map, head }): Phase => {
    const scope: Scope = { binder, item: head };
    const phase: Given<string> = { ...head.id, origin: "inherited" };
    for (const source of itemSources(binder, map, "milestones", "milestone"))
      milestones.push({ source, phase });
    const period = readStatements(scope, nodeAt(map, "period"), readWhen);
    const placed = period.find((statement) => statement.is.value.period !== null)?.is.value.period ?? null;
    if (placed !== null && !binder.calendar.phases.has(head.id.value)) {
      binder.calendar.phases.set(head.id.value, placed);
    }
    return {
      name: readName(binder, map),
      period,
      section: readSection(scope, map),
      gates: itemsAt(map, "gates").flatMap((node) => readGate(scope, node) ?? []),
      ...head,
    };
  });
  return { phases, milestones };
}

function readGate(scope: Scope, node: YamlNode): Gate | null {
  if (node.kind === "list") return null;
  if (node.kind === "scalar") return { span: node.span, indicator: null, reach: null, text: textOf(node) };
  readSection(scope, node);
  return {
    span: node.span,
    indicator: readMention(scope, node, "indicator", ["indicator"]),
    reach: quantityAt(scope, node, "reach"),
    text: text(node, "text"),
  };
}

/** Milestones of the plan and of its phases, in the order of the document. */
export function bindMilestones(
  binder: Binder,
  root: YamlMap,
  inPhases: readonly MilestoneSource[],
): readonly Milestone[] {
  const own = itemSources(binder, root, "milestones", "milestone").map((source) => ({ source, phase: null }));
  return [...own, ...inPhases]
    .sort((a, b) => a.source.head.span.start - b.source.head.span.start)
    .map((source) => milestoneOf(binder, source));
}

function milestoneOf(binder: Binder, { source: { map, head }, phase }: MilestoneSource): Milestone {
  const scope: Scope = { binder, item: head };
  return {
    name: readName(binder, map),
    phase: readMention(scope, map, "phase", ["phase"]) ?? phase,
    by: readStatements(scope, nodeAt(map, "by"), readWhen),
    owner: readOwners(scope, map),
    deliverable: readMention(scope, map, "deliverable", ["deliverable"]),
    needs: readNeeds(scope, map),
    section: readSection(scope, map),
    ...head,
  };
}

/** Deliverables, in plan order. */
export function bindDeliverables(binder: Binder, root: YamlMap): readonly Deliverable[] {
  return itemSources(binder, root, "deliverables", "deliverable").map(({ map, head }) => {
    const scope: Scope = { binder, item: head };
    return {
      name: readName(binder, map),
      kindOf: text(map, "kind"),
      due: readStatements(scope, nodeAt(map, "due"), readWhen),
      owner: readOwners(scope, map),
      section: readSection(scope, map),
      ...head,
    };
  });
}

/** Actions, in plan order. */
export function bindActions(binder: Binder, root: YamlMap): readonly Action[] {
  return itemSources(binder, root, "actions", "action").map(({ map, head }) => {
    const scope: Scope = { binder, item: head };
    return {
      name: readName(binder, map),
      objective: readMention(scope, map, "objective", ["objective"]),
      parent: readMention(scope, map, "parent", ["action"]),
      owner: readOwners(scope, map),
      period: readStatements(scope, nodeAt(map, "period"), readWhen),
      budget: readStatements(scope, nodeAt(map, "budget"), readQuantity),
      needs: readNeeds(scope, map),
      section: readSection(scope, map),
      ...head,
    };
  });
}
