/** Mechanisms: the keys that all types share; the keys of each type by what the schema says of them (`parameters.ts`). */
import type { Figure, Mechanism } from "../../plan/plan.ts";
import { governedKinds } from "../../plan/plan-index.ts";
import type { YamlMap, YamlNode } from "../yaml-node.ts";
import { readAnnouncements } from "./announcements.ts";
import { type Binder, type ItemSource, itemSources, leaveOut, type Scope } from "./binder.ts";
import { readFrequencies } from "./frequency.ts";
import { readMentions, readNeeds, readSection } from "./mentions.ts";
import { readName } from "./names.ts";
import { readOwners } from "./owner.ts";
import { readParameters } from "./parameters.ts";
import { readQuantity } from "./quantities.ts";
import { flag, itemsAt, nodeAt, text, word } from "./read-map.ts";
import { readStatement, readStatements } from "./statements.ts";
import { whenAt } from "./when.ts";

/** Mechanisms, in plan order; one without a type is left out. */
export function bindMechanisms(binder: Binder, root: YamlMap): readonly Mechanism[] {
  return itemSources(binder, root, "mechanisms", "mechanism").flatMap((source) => {
    const mechanism = mechanismOf(binder, source);
    if (mechanism === null) leaveOut(binder, "mechanism");
    return mechanism ?? [];
  });
}

function mechanismOf(binder: Binder, { map, head }: ItemSource<"mechanism">): Mechanism | null {
  const type = text(map, "type");
  if (type === null) return null;
  const scope: Scope = { binder, item: head };
  return {
    type,
    name: readName(binder, map),
    purpose: text(map, "purpose"),
    owner: readOwners(scope, map),
    section: readSection(scope, map),
    alsoIn: readMentions(scope, map, "also-in", ["section"]),
    origin: word(map, "origin", ["plan", "cited", "implied"])?.value ?? "plan",
    from: whenAt(scope, map, "from"),
    during: whenAt(scope, map, "during"),
    needs: readNeeds(scope, map),
    cadence: readFrequencies(scope, map, "cadence"),
    announced: readAnnouncements(scope, nodeAt(map, "announced")),
    open: flag(map, "open") === true,
    figures: itemsAt(map, "figures").flatMap((node) => readFigure(scope, node) ?? []),
    governs: readMentions(scope, map, "governs", governedKinds),
    parameters: readParameters(scope, map, type.value),
    ...head,
  };
}

/** A figure states its value under `is`, or several times under `values`. */
function readFigure(scope: Scope, node: YamlNode): Figure | null {
  const id = node.kind === "map" ? text(node, "id") : null;
  if (node.kind !== "map" || id === null) return null;
  const own = nodeAt(node, "is") === null ? null : readStatement(scope, node, readQuantity);
  if (own === null) readSection(scope, node);
  const others = readStatements(scope, nodeAt(node, "values"), readQuantity);
  return {
    kind: "figure",
    id,
    span: node.span,
    name: readName(scope.binder, node),
    values: own === null ? others : [own, ...others],
  };
}
