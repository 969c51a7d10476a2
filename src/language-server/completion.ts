/** What can be written at a place: keys, ids, words that a key allows, and figures for a text. */
import type { Compilation } from "../compile.ts";
import type { EditorCompletion, EditorRange } from "../host/editor-service.ts";
import type { Speaker } from "../language/speaker.ts";
import { kindWords, placeholderWords } from "../language/words.ts";
import { placeholderVerbs } from "../plan/placeholder.ts";
import type { Item, ItemKind } from "../plan/plan.ts";
import type { SourceFile } from "../text/source.ts";
import { nameOfItem } from "./item-words.ts";
import { rangeOf } from "./places.ts";
import { keyPart, kindsAt, partAt, resolved, type SchemaPart, valuesOf } from "./schema-place.ts";
import { type YamlPlace, yamlPlace } from "./yaml-place.ts";

export interface CompletionContext {
  readonly file: SourceFile;
  readonly offset: number;
  /** The plan as it could last be read. */
  readonly compilation: Compilation;
  readonly schema: SchemaPart;
  readonly speaker: Speaker;
  /** True where the file is the plan itself, not a text that it names. */
  readonly isPlan: boolean;
}

/** Kinds of completion as the protocol counts them. */
const kinds = { property: 10, value: 12, reference: 18, keyword: 14 } as const;
/** Most ids that are offered at once. */
const mostIds = 2000;

export function completionsAt(context: CompletionContext): readonly EditorCompletion[] {
  const inText = inPlaceholder(context);
  if (inText !== null) return inText;
  if (!context.isPlan) return [];
  const place = yamlPlace(context.file.text, context.offset);
  if (place === null) return [];
  const range = rangeOf({ file: context.file, start: place.start, end: context.offset });
  const map = partAt(context.schema, place.path, place.siblings);
  if (place.key !== null) return valuesFor(place.key, map, { place, range, context });
  const asKey = map === null ? [] : keysFor(map, { place, range, context });
  // An item of a list may be a value as well as the start of a map.
  const holder = place.path.at(-1) === null ? place.path.findLast((step) => step !== null) : undefined;
  if (holder == null) return asKey;
  return [
    ...idsFor(holder, { place, range, context }),
    ...wordsFor(map, { place, range, context }),
    ...asKey,
  ];
}

interface Asked {
  readonly place: YamlPlace;
  readonly range: EditorRange;
  readonly context: CompletionContext;
}

function keysFor(map: SchemaPart, { place, range, context }: Asked): readonly EditorCompletion[] {
  const root = context.schema;
  const own = map.properties ?? resolved(root, map.items ?? {}).properties ?? {};
  return Object.entries(own)
    .filter(([key, part]) => typeof part === "object" && !place.siblings.has(key))
    .map(([key, part], i) => ({
      label: key,
      kind: kinds.property,
      ...words(typeof part === "object" ? resolved(root, part) : {}, context.speaker),
      textEdit: { range, newText: `${key}: ` },
      sortText: `2${String(i).padStart(4, "0")}`,
    }));
}

function words(
  part: SchemaPart,
  speaker: Speaker,
): Partial<Pick<EditorCompletion, "detail" | "documentation">> {
  return {
    ...(part.title === undefined ? {} : { detail: schemaText(part.title, speaker) }),
    ...(part.description === undefined
      ? {}
      : { documentation: { kind: "markdown", value: schemaText(part.description, speaker) } as const }),
  };
}

/** The schema is in one of two languages already; Traditional characters follow from Simplified ones. */
export function schemaText(text: string, speaker: Speaker): string {
  return speaker.language === "zh-Hant" ? speaker.say({ en: text, zhHans: text }) : text;
}

function valuesFor(key: string, map: SchemaPart | null, asked: Asked): readonly EditorCompletion[] {
  const { schema } = asked.context;
  const part = map === null ? null : keyPart(schema, map, key, asked.place.siblings);
  return [...idsFor(key, asked), ...wordsFor(part, asked)];
}

function wordsFor(part: SchemaPart | null, { range, context }: Asked): readonly EditorCompletion[] {
  if (part === null) return [];
  return valuesOf(context.schema, part).map((value, i) => ({
    label: value,
    kind: kinds.value,
    textEdit: { range, newText: value },
    sortText: `1${String(i).padStart(4, "0")}`,
  }));
}

function idsFor(key: string, { place, range, context }: Asked): readonly EditorCompletion[] {
  const above = place.path.findLast((step) => step !== null && step !== key) ?? null;
  const wanted = kindsAt(key, above, place.path[0] === "mechanisms");
  return itemsOf(wanted, context).map((item, i) => idCompletion(item, i, { range, context }));
}

function itemsOf(wanted: readonly ItemKind[], { compilation }: CompletionContext): readonly Item[] {
  const items = compilation.index?.items ?? [];
  return wanted.flatMap((kind) => items.filter((item) => item.kind === kind)).slice(0, mostIds);
}

/** Numbers of sections are texts: unquoted, `3.10` would be a figure to other readers of YAML. */
const numberLike = /^[\d.]+$/;

function idCompletion(
  item: Item,
  at: number,
  {
    range,
    context,
    bare = false,
  }: { readonly range: EditorRange; readonly context: CompletionContext; readonly bare?: boolean },
): EditorCompletion {
  const { speaker } = context;
  const id = item.id.value;
  return {
    label: id,
    kind: kinds.reference,
    detail: `${speaker.say(kindWords[item.kind])} · ${nameOfItem(item, speaker)}`,
    textEdit: { range, newText: !bare && numberLike.test(id) ? `"${id}"` : id },
    sortText: `0${String(at).padStart(4, "0")}`,
  };
}

/** Verbs and ids of a placeholder in a text; null outside one. */
function inPlaceholder(context: CompletionContext): readonly EditorCompletion[] | null {
  const { file, offset, speaker } = context;
  const before = file.text.slice(Math.max(0, offset - 300), offset);
  const match = /\{\{\s*(?:([^\s{}]+)[ \t\u3000]+)?([^\s{}]*)$/u.exec(before);
  if (match === null) return null;
  const range = rangeOf({ file, start: offset - (match[2] ?? "").length, end: offset });
  if (match[1] === undefined) {
    return placeholderVerbs.map((verb, i) => ({
      label: verb,
      kind: kinds.keyword,
      detail: speaker.say(placeholderWords[verb]),
      textEdit: { range, newText: verb },
      sortText: `0${String(i).padStart(4, "0")}`,
    }));
  }
  const known = itemsOf(placeholderKinds, context);
  return known.map((item, i) => idCompletion(item, i, { range, context, bare: true }));
}

const placeholderKinds: readonly ItemKind[] = [
  "indicator",
  "figure",
  "resource",
  "mechanism",
  "objective",
  "dimension",
  "milestone",
  "deliverable",
  "action",
  "phase",
  "actor",
];
