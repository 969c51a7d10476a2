/** Problems, dimensions, objectives, and the evidence kept apart from them. */
import type { Given } from "../../plan/given.ts";
import type { Dimension, Evidence, ItemKind, Objective, Problem } from "../../plan/plan.ts";
import type { YamlMap, YamlNode } from "../yaml-node.ts";
import { readAssessment } from "./assessment.ts";
import { type Binder, type ItemSource, itemSources, type Scope } from "./binder.ts";
import { readMention, readMentions, readSection, readSource } from "./mentions.ts";
import { readName } from "./names.ts";
import { quantityAt, readQuantity } from "./quantities.ts";
import { itemsAt, nodeAt, text, word } from "./read-map.ts";
import { readStatements } from "./statements.ts";
import { whenAt } from "./when.ts";

/** Problems, in plan order; evidence inside a problem gets an id from its place there. */
export function bindProblems(binder: Binder, root: YamlMap): readonly Problem[] {
  return itemSources(binder, root, "problems", "problem").map(({ map, head }) => {
    const scope: Scope = { binder, item: head };
    return {
      statement: readName(binder, map, "statement"),
      objectives: readMentions(scope, map, "objectives", ["objective"]),
      section: readSection(scope, map),
      evidence: itemsAt(map, "evidence").flatMap((node, i) => evidenceInside(binder, head.id, node, i) ?? []),
      ...head,
    };
  });
}

function evidenceInside(
  binder: Binder,
  problem: Given<string>,
  node: YamlNode,
  index: number,
): Evidence | null {
  if (node.kind !== "map") return null;
  const stated = text(node, "id");
  const computed: Given<string> = {
    value: `${problem.value}/${index + 1}`,
    span: node.span,
    origin: "computed",
  };
  return evidenceOf(binder, {
    map: node,
    head: { kind: "evidence", id: stated ?? computed, span: node.span },
  });
}

/** Dimensions, in plan order. */
export function bindDimensions(binder: Binder, root: YamlMap): readonly Dimension[] {
  return itemSources(binder, root, "dimensions", "dimension").map(({ map, head }) => {
    const scope: Scope = { binder, item: head };
    return {
      name: readName(binder, map),
      weight: readStatements(scope, nodeAt(map, "weight"), readQuantity),
      section: readSection(scope, map),
      assess: readAssessment(map),
      ...head,
    };
  });
}

/** Objectives, in plan order. */
export function bindObjectives(binder: Binder, root: YamlMap): readonly Objective[] {
  return itemSources(binder, root, "objectives", "objective").map(({ map, head }) => {
    const scope: Scope = { binder, item: head };
    return {
      statement: readName(binder, map, "statement"),
      dimension: readMention(scope, map, "dimension", ["dimension"]),
      section: readSection(scope, map),
      ...head,
    };
  });
}

/** Background and case figures, in plan order. */
export function bindEvidence(binder: Binder, root: YamlMap): readonly Evidence[] {
  return itemSources(binder, root, "evidence", "evidence").map((source) => evidenceOf(binder, source));
}

/** What may have brought about the change of a case. */
const causeKinds: readonly ItemKind[] = [
  "action",
  "mechanism",
  "milestone",
  "deliverable",
  "phase",
  "objective",
];

function evidenceOf(binder: Binder, { map, head }: ItemSource<"evidence">): Evidence {
  const scope: Scope = { binder, item: head };
  return {
    kindOf: word(map, "kind", ["background", "case", "standard"]),
    of: readMention(scope, map, "of", ["indicator", "figure"]),
    place: text(map, "place"),
    scope: text(map, "scope"),
    is: quantityAt(scope, map, "is"),
    from: quantityAt(scope, map, "from"),
    to: quantityAt(scope, map, "to"),
    at: whenAt(scope, map, "at"),
    cause: readMention(scope, map, "cause", causeKinds),
    source: readSource(scope, map),
    name: readName(binder, map),
    section: readSection(scope, map),
    text: text(map, "text"),
    ...head,
  };
}
