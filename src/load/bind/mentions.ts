/** Reading ids that name other items, each noted as a mention. */
import type { Citation, Given } from "../../plan/given.ts";
import type { ItemKind } from "../../plan/plan.ts";
import type { YamlMap } from "../yaml-node.ts";
import { mention, mentionAll, neededKinds, type Scope } from "./binder.ts";
import { text, texts } from "./read-map.ts";

/** The section that an item cites as its own; its source and the section that it follows are noted too. */
export function readSection(scope: Scope, map: YamlMap): Given<string> | null {
  readSource(scope, map);
  readMention(scope, map, "follows", ["section"]);
  return readMention(scope, map, "section", ["section"]);
}

/** The source that a fact or item cites: an id, and behind `#` perhaps the place in it. Only the id must be known. */
export function readSource(scope: Scope, map: YamlMap): Citation | null {
  const source = citationOf(text(map, "source"));
  mention(scope.binder, source, ["source"], scope.item, "source");
  return source;
}

/** `table#D7` taken apart. An id holds no `#`. */
export function citationOf(written: Given<string> | null): Citation | null {
  if (written === null) return null;
  const { value, span, origin } = written;
  const at = value.indexOf("#");
  if (at <= 0) return { value, span, origin, within: null };
  const within = value.slice(at + 1).trim();
  // In a quoted text the id stands behind the quotation mark.
  const start = span.start + (span.end - span.start > value.length ? 1 : 0);
  const ofId = { file: span.file, start, end: start + at };
  return { value: value.slice(0, at), span: ofId, origin, within: within === "" ? null : within };
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
