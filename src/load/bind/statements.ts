/** Statements (FORMAT.md section 2): a fact written plainly, as a map with `is`, or as a list of such. */
import { type Force, forces, type Saying, type Statement, type Statements } from "../../plan/given.ts";
import type { YamlMap, YamlNode } from "../yaml-node.ts";
import { mention, type ReadValue, type Scope } from "./binder.ts";
import { citationOf } from "./mentions.ts";
import { itemsOf, nodeAt, text, word } from "./read-map.ts";
import { checkDuring } from "./when.ts";

/** Nothing said beside the value. */
export const nothingSaid: Saying = {
  section: null,
  source: null,
  wording: null,
  note: null,
  during: null,
  follows: null,
  force: null,
  alsoCalled: null,
  place: null,
  scope: null,
};

/** All statements of a fact; those whose value cannot be read are left out. */
export function readStatements<T>(scope: Scope, node: YamlNode | null, read: ReadValue<T>): Statements<T> {
  const statements: Statement<T>[] = [];
  for (const item of itemsOf(node)) {
    const statement = readStatement(scope, item, read);
    if (statement !== null) statements.push(statement);
  }
  return statements;
}

/**
 * One statement; null when its value cannot be read. (Here and in the other readers a spread stands last in its literal:
 * V8 copies a spread that begins one and then adds to the copy, which takes ten times as long.)
 */
export function readStatement<T>(scope: Scope, node: YamlNode, read: ReadValue<T>): Statement<T> | null {
  if (node.kind !== "map") {
    const is = read(scope, node, null);
    return is === null ? null : { is, span: node.span, ...nothingSaid };
  }
  const value = nodeAt(node, "is");
  const is = read(scope, value ?? node, value === null ? null : node);
  const saying = readSaying(scope, node);
  checkDuring(scope, saying.during);
  return is === null ? null : { is, span: node.span, ...saying };
}

/** What stands beside a value in its map. Mentions of sections and sources are noted; `during` is only kept. */
export function readSaying(scope: Scope, map: YamlMap): Saying {
  const saying = {
    section: text(map, "section"),
    source: citationOf(text(map, "source")),
    wording: text(map, "wording"),
    note: text(map, "note"),
    during: text(map, "during"),
    follows: text(map, "follows"),
    force: readForce(map),
    alsoCalled: text(map, "also-called"),
    place: text(map, "place"),
    scope: text(map, "scope"),
  };
  mention(scope.binder, saying.section, ["section"], scope.item, "section");
  mention(scope.binder, saying.source, ["source"], scope.item, "source");
  mention(scope.binder, saying.follows, ["section"], scope.item, "follows");
  return saying;
}

function readForce(map: YamlMap): Force | null {
  return word(map, "force", forces)?.value ?? null;
}
