/** Ids at a place of a plan: what they name, and everywhere the same thing is named. */
import type { Compilation } from "../compile.ts";
import type { Given } from "../plan/given.ts";
import { walkParameters } from "../plan/parameters.ts";
import type { Item, Plan } from "../plan/plan.ts";
import { partOf } from "../plan/sub-span.ts";
import { observationColumns } from "../records/columns.ts";
import { findColumn } from "../tables/columns.ts";
import { type SourceFile, type Span, spanText } from "../text/source.ts";
import { cellAt, dataFilesOf, mostCells, type NamingCell, namingCells } from "./data-cells.ts";

/** An item and the id that names it at a place. */
export interface NamedItem {
  readonly item: Item;
  readonly at: Span;
}

/** The item whose id stands at an offset of a file: where it is declared, mentioned or reported on. Null for none. */
export function namedAt({ plan, index }: Compilation, file: SourceFile, offset: number): NamedItem | null {
  if (plan === null || index === null) return null;
  const holds = ({ file: { name }, start, end }: Span): boolean =>
    name === file.name && start <= offset && offset <= end;
  const found: NamedItem[] = [];
  for (const item of index.items) if (holds(item.id.span)) found.push({ item, at: item.id.span });
  for (const { name, kinds } of plan.references) {
    if (!holds(name.span)) continue;
    const item = index.findAny(kinds, name.value);
    if (item !== undefined) found.push({ item, at: name.span });
  }
  for (const { value, span } of inlineEntities(plan)) {
    const item = holds(span) ? index.find("entity", value) : undefined;
    if (item !== undefined) found.push({ item, at: span });
  }
  if (found.length === 0)
    return indicatorInExpression({ plan, index }, file.name, offset) ?? cellAt(index, file, offset);
  return found.sort((a, b) => a.at.end - a.at.start - (b.at.end - b.at.start))[0] ?? null;
}

/** Every place that names an item, its declaration first; each once. */
export function mentionsOf({ plan, index }: Compilation, item: Item): readonly Span[] {
  if (plan === null || index === null) return [item.id.span];
  const spans = [item.id.span];
  for (const { name, kinds } of plan.references) {
    if (name.value === item.id.value && index.findAny(kinds, name.value) === item) spans.push(name.span);
  }
  if (item.kind === "indicator") spans.push(...inExpressions({ plan, index }, item));
  if (item.kind === "entity")
    spans.push(...inlineEntities(plan).flatMap(({ value, span }) => (value === item.id.value ? [span] : [])));
  const seen = new Set<string>();
  return spans.filter(({ file, start }) => {
    const key = `${start} ${file.name}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** Entities of observations that stand in the plan itself. */
function inlineEntities({ indicators }: Plan): readonly Given<string>[] {
  return indicators.flatMap(({ observations }) =>
    observations.flatMap(({ cells }) =>
      [...cells].flatMap(([key, cell]) =>
        findColumn(observationColumns, key)?.name === "entity" ? [cell] : [],
      ),
    ),
  );
}

/** Cells of data files that name an item, by id or by name: as many as are listed at most. */
export function cellsOf(compilation: Compilation, item: Item): readonly NamingCell[] {
  const { index } = compilation;
  const found: NamingCell[] = [];
  if (index === null) return found;
  for (const file of dataFilesOf(compilation)) {
    for (const cell of namingCells(index, file)) {
      if (cell.item === item) found.push(cell);
      if (found.length >= mostCells) return found;
    }
  }
  return found;
}

type Whole = { readonly [K in "plan" | "index"]: NonNullable<Compilation[K]> };

/** The indicator whose id stands at an offset of the plan's own text, within a formula or a condition. */
function indicatorInExpression({ plan, index }: Whole, name: string, offset: number): NamedItem | null {
  const { file } = plan;
  if (file.name !== name) return null;
  let [start, end] = [offset, offset];
  while (offset - start < longestId && wordSign.test(file.text.charAt(start - 1))) start--;
  while (end - offset < longestId && wordSign.test(file.text.charAt(end))) end++;
  const item = index.find("indicator", file.text.slice(start, end));
  if (item === undefined) return null;
  const at = inExpressions({ plan, index }, item).find((span) => span.file === file && span.start === start);
  return at === undefined ? null : { item, at };
}

/** Longest word that is looked at as an id. */
const longestId = 200;

/** An indicator in formulas and conditions, where it stands by its id as a whole word. */
function inExpressions({ plan }: Whole, { id }: Item): readonly Span[] {
  const texts: Given<string>[] = plan.indicators.flatMap(({ formula }) =>
    formula === null ? [] : [formula],
  );
  for (const mechanism of plan.mechanisms) {
    walkParameters(mechanism.parameters, (_, value) => {
      if (value.kind === "expression") texts.push(...value.statements.map(({ is }) => is));
    });
  }
  return texts.flatMap((text) =>
    wordsIn(text, id.value).map((start) => partOf(text, start, start + id.value.length)),
  );
}

const wordSign = /[\p{L}\p{M}\p{N}._-]/u;

function wordsIn({ value }: Given<string>, word: string): readonly number[] {
  const found: number[] = [];
  for (let at = value.indexOf(word); at >= 0; at = value.indexOf(word, at + word.length)) {
    const isWhole = !wordSign.test(value.charAt(at - 1)) && !wordSign.test(value.charAt(at + word.length));
    if (isWhole) found.push(at);
  }
  return found;
}

/** The id itself within its span, without the quotes around it; null where it is written in another way. */
export function bareSpan(span: Span, id: string): Span | null {
  const text = spanText(span);
  if (text === id) return span;
  const isQuoted = text.length === id.length + 2 && /^["']/.test(text) && text.slice(1, -1) === id;
  return isQuoted ? { file: span.file, start: span.start + 1, end: span.end - 1 } : null;
}
