/** Risks with their answers, and resources. */
import type { Given } from "../../plan/given.ts";
import type { Mitigation, Resource, Risk } from "../../plan/plan.ts";
import type { YamlMap, YamlNode } from "../yaml-node.ts";
import { type Binder, itemSources, mention, neededKinds, type Scope } from "./binder.ts";
import { readMention, readSection } from "./mentions.ts";
import { readName } from "./names.ts";
import { readOwners } from "./owner.ts";
import { readQuantity } from "./quantities.ts";
import { countOf, itemsAt, mapAt, nodeAt, text, textOf, word } from "./read-map.ts";
import { readStatements } from "./statements.ts";

/** Risks, in plan order. */
export function bindRisks(binder: Binder, root: YamlMap): readonly Risk[] {
  return itemSources(binder, root, "risks", "risk").map(({ map, head }) => {
    const scope: Scope = { binder, item: head };
    const trigger = mapAt(map, "trigger");
    if (trigger !== null) mention(binder, text(trigger, "alarm"), ["mechanism"], head, "trigger");
    return {
      name: readName(binder, map),
      owner: readOwners(scope, map),
      likelihood: gradeAt(map, "likelihood"),
      impact: gradeAt(map, "impact"),
      mitigations: itemsAt(map, "mitigations").flatMap((node) => readMitigation(scope, node) ?? []),
      section: readSection(scope, map),
      ...head,
    };
  });
}

/** 1 to 5. */
function gradeAt(map: YamlMap, key: string): Given<number> | null {
  const grade = countOf(nodeAt(map, key));
  return grade !== null && grade.value >= 1 && grade.value <= 5 ? grade : null;
}

/** A plain answer is the id of an item; a text stands in a map. */
function readMitigation(scope: Scope, node: YamlNode): Mitigation | null {
  if (node.kind === "map") {
    return {
      span: node.span,
      item: readMention(scope, node, "item", neededKinds),
      text: text(node, "text"),
      stated: word(node, "stated", ["stated", "implied", "missing"])?.value ?? "stated",
      section: readSection(scope, node),
    };
  }
  const item = textOf(node);
  if (item === null) return null;
  mention(scope.binder, item, neededKinds, scope.item, "mitigations");
  return { span: node.span, item, text: null, stated: "stated", section: null };
}

/** Resources, in plan order. */
export function bindResources(binder: Binder, root: YamlMap): readonly Resource[] {
  return itemSources(binder, root, "resources", "resource").map(({ map, head }) => {
    const scope: Scope = { binder, item: head };
    readOwners(scope, map); // the model keeps no owner of a resource, but its ids must exist
    return {
      kindOf: word(map, "kind", ["people", "money", "premises", "equipment", "technology"]),
      name: readName(binder, map),
      amount: readStatements(scope, nodeAt(map, "amount"), readQuantity),
      norm: readMention(scope, map, "norm", ["mechanism"]),
      section: readSection(scope, map),
      ...head,
    };
  });
}
