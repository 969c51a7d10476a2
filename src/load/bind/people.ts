/** Actors and entities: who answers, and who carries out and reports. */
import { makeDiagnostic } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import type { Given } from "../../plan/given.ts";
import type { Actor, Entity } from "../../plan/plan.ts";
import { missingCell } from "../../tables/codes.ts";
import { column, required } from "../../tables/columns.ts";
import { readTable, type TableRow, type TableShape } from "../../tables/read-table.ts";
import type { YamlMap } from "../yaml-node.ts";
import { type Binder, itemSources, leaveOut, mention } from "./binder.ts";
import { includeFile } from "./include.ts";
import { readMention, readSection } from "./mentions.ts";
import { readName } from "./names.ts";
import { mapAt, text, textOf } from "./read-map.ts";

/** Actors, in plan order. */
export function bindActors(binder: Binder, root: YamlMap): readonly Actor[] {
  return itemSources(binder, root, "actors", "actor").map(({ map, head }) => {
    readSection({ binder, item: head }, map);
    return { name: readName(binder, map), level: text(map, "level"), ...head };
  });
}

/** Entities of the list in the plan, or of the file that it names. */
export function bindEntities(binder: Binder, root: YamlMap): readonly Entity[] {
  const holder = mapAt(root, "entities");
  const path = holder === null ? text(root, "entities") : text(holder, "file");
  if (path === null) return holder === null ? bindEntityList(binder, root) : [];
  const file = includeFile(binder, path);
  if (file === null) return [];
  const entities: Entity[] = [];
  for (const row of readTable(file, entityTable, binder.findings, {
    most: binder.limits.entities,
    used: 0,
  })) {
    const entity = entityOfRow(binder, row);
    if (entity !== null) entities.push(entity);
  }
  return entities;
}

function bindEntityList(binder: Binder, root: YamlMap): readonly Entity[] {
  return itemSources(binder, root, "entities", "entity").map(({ map, head }) => ({
    name: readName(binder, map),
    level: text(map, "level"),
    parent: readMention({ binder, item: head }, map, "parent", ["entity"]),
    facts: factsOfMap(map),
    ...head,
  }));
}

function factsOfMap(map: YamlMap): ReadonlyMap<string, Given<string>> {
  const facts = new Map<string, Given<string>>();
  for (const { key, value } of mapAt(map, "facts")?.entries ?? []) {
    const written = textOf(value);
    if (written !== null) facts.set(key.text, written);
  }
  return facts;
}

const ownColumns: ReadonlySet<string> = new Set(["id", "name", "level", "parent"]);

/** Further headings are facts of the entity: population, area … */
const entityColumns = [
  required("id", "编号", ["单位编号", "实施单位编号"]),
  column("name", "名称", ["单位名称", "实施单位"]),
  column("level", "级别", ["层级"]),
  column("parent", "上级", ["上级单位", "主管单位"]),
];

/** One of the entity's own headings with two letters swapped, or one left out: no fact is called so. */
function isSlip(heading: string): boolean {
  const word = heading.trim().toLowerCase();
  return [...ownColumns].some(
    (own) =>
      own.length > 3 &&
      word !== own &&
      word.length <= own.length &&
      sortedIn(word, own) &&
      nearest(word, [own]) === own,
  );
}

function sortedIn(word: string, own: string): boolean {
  const letters = [...own];
  return [...word].every((letter) => {
    const at = letters.indexOf(letter);
    if (at !== -1) letters.splice(at, 1);
    return at !== -1;
  });
}

const entityTable: TableShape = {
  columns: entityColumns,
  further: (heading) => (isSlip(heading) ? null : heading),
  missing: () => [],
};

function entityOfRow(binder: Binder, { span, cells }: TableRow): Entity | null {
  const filled = (key: string): Given<string> | null => {
    const cell = cells.get(key);
    return cell === undefined || cell.value === "" ? null : cell;
  };
  const id = filled("id");
  if (id === null) {
    leaveOut(binder, "entity");
    const place = cells.get("id")?.span ?? span;
    binder.findings.push(makeDiagnostic(missingCell, place, { column: "id", chinese: "编号" }));
    return null;
  }
  const name = filled("name");
  const head = { kind: "entity" as const, id, span };
  const parent = filled("parent");
  mention(binder, parent, ["entity"], head, "parent");
  return {
    name: name === null ? null : { span: name.span, text: name.value, byLanguage: new Map() },
    level: filled("level"),
    parent,
    facts: new Map([...cells].filter(([key, cell]) => !ownColumns.has(key) && cell.value !== "")),
    ...head,
  };
}
