/** What all parts of the binding share: the file, the calendar so far, and the lists that they fill. */
import { type Diagnostic, makeDiagnostic, type Outcome } from "../../diagnostics/diagnostic.ts";
import type { Given } from "../../plan/given.ts";
import type { Limits } from "../../plan/limits.ts";
import type { Item, ItemKind, Reference } from "../../plan/plan.ts";
import type { Day, Period } from "../../plan/time.ts";
import type { SourceFile } from "../../text/source.ts";
import { tooManyItems } from "../bind-codes.ts";
import type { YamlMap, YamlNode } from "../yaml-node.ts";
import { itemsAt, text } from "./read-map.ts";

/** Reads a file beside the plan; null (with its finding) when it cannot be read. */
export type Include = (path: Given<string>) => Outcome<SourceFile | null>;

/** The state of one binding. Lists grow as items are bound; `calendar` is complete once the phases are bound. */
export interface Binder {
  readonly file: SourceFile;
  readonly include: Include;
  /** The plan's language tag; names in several languages are shown in it. */
  readonly language: string | null;
  readonly calendar: { start: Day | null; end: Day | null; readonly phases: Map<string, Period> };
  readonly limits: Limits;
  readonly findings: Diagnostic[];
  readonly references: Reference[];
  unusable: number;
  readonly unusableKinds: ItemKind[];
}

/** What a reader of values needs: the binding, and the item whose value it is. */
export interface Scope {
  readonly binder: Binder;
  readonly item: Item | null;
}

/** Reads one value; `map` is the statement around it when the value stands under `is`. */
export type ReadValue<T> = (scope: Scope, node: YamlNode, map: YamlMap | null) => Given<T> | null;

/** A map that holds an item, with the item's head. */
export interface ItemSource<K extends ItemKind> {
  readonly map: YamlMap;
  readonly head: { readonly kind: K; readonly id: Given<string>; readonly span: YamlMap["span"] };
}

/** The items of a key that are maps with an id; others are counted as unusable. */
export function itemSources<K extends ItemKind>(
  binder: Binder,
  holder: YamlMap,
  key: string,
  kind: K,
): readonly ItemSource<K>[] {
  const nodes = itemsAt(holder, key);
  const most = key === "indicators" ? binder.limits.indicators : binder.limits.items;
  const beyond = nodes[most];
  if (beyond !== undefined) {
    const args = { list: key, items: nodes.length, most };
    binder.findings.push(makeDiagnostic(tooManyItems, beyond.span, args));
    leaveOut(binder, kind);
  }
  return nodes.slice(0, most).flatMap((node) => itemSource(binder, node, kind) ?? []);
}

function itemSource<K extends ItemKind>(binder: Binder, node: YamlNode, kind: K): ItemSource<K> | null {
  const id = node.kind === "map" ? text(node, "id") : null;
  if (node.kind !== "map" || id === null) {
    leaveOut(binder, kind);
    return null;
  }
  return { map: node, head: { kind, id, span: node.span } };
}

/** Notes that an item of the plan's source is not in the plan. */
export function leaveOut(binder: Binder, kind: ItemKind): void {
  binder.unusable++;
  binder.unusableKinds.push(kind);
}

/** Kinds that answer for something: an actor, or an entity or body of the plan named as one. */
export const ownerKinds: readonly ItemKind[] = ["actor", "entity", "mechanism"];

/** Kinds that may have to exist before something else. */
export const neededKinds: readonly ItemKind[] = ["action", "milestone", "deliverable", "phase", "mechanism"];

/** Every kind but sections, for mentions that may name anything. */
export const anyKind: readonly ItemKind[] = [
  "indicator",
  "objective",
  "dimension",
  "action",
  "milestone",
  "deliverable",
  "phase",
  "mechanism",
  "risk",
  "resource",
  "evidence",
  "problem",
  "actor",
  "entity",
  "source",
];

/** Notes that an id is mentioned; nothing for null. */
export function mention(
  binder: Binder,
  name: Given<string> | null,
  kinds: readonly ItemKind[],
  from: Item | null,
  field: string,
): void {
  if (name !== null) binder.references.push({ name, kinds, from, field });
}

/** Notes several mentions of one field. */
export function mentionAll(
  binder: Binder,
  names: readonly Given<string>[],
  kinds: readonly ItemKind[],
  from: Item | null,
  field: string,
): void {
  for (const name of names) mention(binder, name, kinds, from, field);
}
