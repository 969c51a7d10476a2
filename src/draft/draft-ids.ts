/** Ids of a draft: those that the table gives, else plain and numbered, so that they mean nothing that nobody said. */
import type { Draft } from "./draft.ts";

export interface DraftIds {
  /** Id of the source that stands for a table. */
  table(at: number): string;
  /** By place in the draft. */
  readonly indicators: readonly string[];
  /** Text of 数据来源 → id; name of who answers → id; name of the widest group → id. */
  readonly sources: ReadonlyMap<string, string>;
  readonly owners: ReadonlyMap<string, string>;
  readonly dimensions: ReadonlyMap<string, string>;
}

/** Ids for all that the draft names. A Latin name is the id of its indicator (`meal-coverage`), where it is the only one. */
export function draftIds({ tables, indicators }: Draft): DraftIds {
  const taken = new Set<string>();
  const wanted = indicators.map(({ code, name }) => (code !== null && isId(code) ? code : latinId(name)));
  const counts = new Map<string, number>();
  for (const id of wanted) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  const own = wanted.map((id) => (id !== null && counts.get(id) === 1 ? id : null));
  for (const id of own) if (id !== null) taken.add(id);
  return {
    table: (at) => (tables.length === 1 ? "table" : `table-${tables[at]?.number ?? at + 1}`),
    indicators: own.map((id, at) => id ?? numbered("indicator", at + 1, taken)),
    sources: numberAll(
      "source",
      indicators.map(({ texts }) => texts.get("source")?.text),
    ),
    owners: numberAll(
      "owner",
      indicators.flatMap(({ owners }) => owners),
    ),
    dimensions: numberAll(
      "dimension",
      indicators.map(({ groups }) => groups[0]),
    ),
  };
}

function isId(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,59}$/u.test(text);
}

function numberAll(kind: string, names: readonly (string | undefined)[]): ReadonlyMap<string, string> {
  const distinct = [...new Set(names.filter((name) => name !== undefined))];
  return new Map(distinct.map((name, at) => [name, `${kind}-${at + 1}`]));
}

function numbered(kind: string, from: number, taken: ReadonlySet<string>): string {
  const id = `${kind}-${from}`;
  return taken.has(id) ? numbered(`${kind}-x`, from, taken) : id;
}

/** Longest id made of a name. */
const longestId = 40;

function latinId(name: string): string | null {
  if (!/^[\x20-\x7e]+$/.test(name) || !/[A-Za-z]{2}/.test(name)) return null;
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return id === "" || id.length > longestId ? null : id;
}
