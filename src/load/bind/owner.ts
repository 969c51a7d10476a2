/** Owners: who answers for an item, written as an id or as a map of roles. */
import type { Statements } from "../../plan/given.ts";
import type { Owner } from "../../plan/plan.ts";
import type { YamlMap, YamlNode } from "../yaml-node.ts";
import { mention, mentionAll, ownerKinds, type ReadValue, type Scope } from "./binder.ts";
import { given, nodeAt, text, textOf, texts } from "./read-map.ts";
import { readStatements } from "./statements.ts";

/** The statements of `owner` of an item. */
export function readOwners(scope: Scope, map: YamlMap): Statements<Owner> {
  return readStatements(scope, nodeAt(map, "owner"), readOwner);
}

/** Reads one owner; its ids are noted as mentions. */
export const readOwner: ReadValue<Owner> = (scope, node) => {
  const owner = node.kind === "map" ? ownerOfMap(node) : ownerOfName(node);
  if (owner === null) return null;
  mention(scope.binder, owner.lead, ownerKinds, scope.item, "owner");
  mentionAll(scope.binder, owner.with, ownerKinds, scope.item, "owner");
  return given(owner, node.span);
};

function ownerOfName(node: YamlNode): Owner | null {
  const lead = textOf(node);
  return lead === null ? null : { lead, with: [], leader: null, person: null };
}

function ownerOfMap(map: YamlMap): Owner | null {
  const owner = {
    lead: text(map, "lead"),
    with: texts(map, "with"),
    leader: text(map, "leader"),
    person: text(map, "person"),
  };
  const named =
    owner.lead !== null || owner.with.length > 0 || owner.leader !== null || owner.person !== null;
  return named ? owner : null;
}

/** Canonical text of an owner: equal for statements that name the same lead. */
export function ownerKey(owner: Owner): string {
  if (owner.lead !== null) return `lead ${owner.lead.value}`;
  if (owner.with.length > 0)
    return `with ${owner.with
      .map((w) => w.value)
      .sort()
      .join(" ")}`;
  return `person ${owner.leader?.value ?? ""} ${owner.person?.value ?? ""}`;
}
