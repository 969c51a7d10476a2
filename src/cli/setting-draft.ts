/** Settings while they are read, and how a fault in them is told. */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/suggest.ts";
import { configurationFault } from "../load/input-codes.ts";
import type { YamlEntry, YamlNode } from "../load/yaml-node.ts";
import { joinPath } from "../text/paths.ts";
import { citePlace, type Span } from "../text/source.ts";
import { typed } from "./usage.ts";

/** What all readers of settings share. */
export interface Draft {
  /** Folder that nothing may leave. */
  readonly root: string;
  /** `file:line` of every setting by its name. */
  readonly places: Map<string, string>;
  readonly findings: Diagnostic[];
}

/** The entries of a map; none, told in these words, for anything else that says something. */
export function entriesOf(draft: Draft, value: YamlNode, en: string, zhHans: string): readonly YamlEntry[] {
  if (value.kind === "map") return value.entries;
  const text = textOf(value);
  if (value.kind !== "scalar" || text !== "") fault(draft, value.span, en, zhHans, text);
  return [];
}

export function unknownKey(draft: Draft, key: YamlEntry["key"], known: readonly string[]): void {
  const near = nearest(key.text, known);
  fault(draft, key.span, `unknown setting ${typed(key.text)}`, `未知设置项“${key.text}”`, key.text, near);
}

/** The text of a scalar; empty for anything else. */
export function textOf(value: YamlNode): string {
  return value.kind === "scalar" ? value.text : "";
}

/** The absolute path of what a setting names below the root; null for nothing, and for a place outside. */
export function placeBelow(root: string, text: string): string | null {
  const path = joinPath(root, text.replaceAll("\\", "/"));
  const isInside = path === root || path.startsWith(root === "/" ? "/" : `${root}/`);
  return text !== "" && isInside ? path : null;
}

export function setPlace({ places }: Draft, name: string, { span }: YamlNode): void {
  places.set(name, citePlace(span));
}

export function fault(
  { findings }: Draft,
  span: Span,
  en: string,
  zhHans: string,
  given: string,
  suggestion: string | null = null,
): void {
  findings.push(makeDiagnostic(configurationFault, span, { en, zhHans, given }, { suggestion }));
}
