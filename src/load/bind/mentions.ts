/** Reading ids that name other items, each noted as a mention. */
import type { Given } from "../../plan/given.ts";
import type { ItemKind } from "../../plan/plan.ts";
import type { YamlMap } from "../yaml-node.ts";
import { mention, mentionAll, neededKinds, type Scope } from "./binder.ts";
import { text, texts } from "./read-map.ts";

/** The section that an item cites as its own; its source and the section that it follows are noted too. */
export function readSection(scope: Scope, map: YamlMap): Given<string> | null {
  readMention(scope, map, "source", ["source"]);
  readMention(scope, map, "follows", ["section"]);
  return readMention(scope, map, "section", ["section"]);
}

/** One id under a key. */
export function readMention(
  scope: Scope,
  map: YamlMap,
  key: string,
  kinds: readonly ItemKind[],
): Given<string> | null {
  const name = text(map, key);
  mention(scope.binder, name, kinds, scope.item, key);
  return name;
}

/** The ids under a key: a list, or one. */
export function readMentions(
  scope: Scope,
  map: YamlMap,
  key: string,
  kinds: readonly ItemKind[],
): readonly Given<string>[] {
  const names = texts(map, key);
  mentionAll(scope.binder, names, kinds, scope.item, key);
  return names;
}

/** What must exist before an item. */
export function readNeeds(scope: Scope, map: YamlMap): readonly Given<string>[] {
  return readMentions(scope, map, "needs", neededKinds);
}
