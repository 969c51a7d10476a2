/** The outline of a plan: its items by kind, in the order of the document. */
import type { Compilation } from "../compile.ts";
import type { EditorSymbol } from "../host/editor-service.ts";
import type { Speaker } from "../language/speaker.ts";
import { kindWords } from "../language/words.ts";
import type { Item, ItemKind } from "../plan/plan.ts";
import type { Span } from "../text/source.ts";
import { nameOfItem } from "./item-words.ts";
import { rangeOf } from "./places.ts";

/** Kinds of symbol as the protocol counts them; chosen by the sign that editors draw. */
const symbolKinds: Readonly<Partial<Record<ItemKind, number>>> = {
  section: 15, // string
  indicator: 16, // number
  objective: 5, // class
  dimension: 3, // namespace
  action: 12, // function
  milestone: 24, // event
  phase: 2, // module
  mechanism: 11, // interface
  actor: 19, // object
  entity: 19,
};
const groupKind = 3;
const otherKind = 13; // variable

/** Most items of the outline; an editor cannot show more in any use. */
const mostItems = 5000;

export function outlineSymbols(
  { plan, index, file }: Compilation,
  speaker: Speaker,
): readonly EditorSymbol[] {
  if (plan === null || index === null) return [];
  const groups = new Map<ItemKind, Item[]>();
  const items = index.items.filter(({ span }) => span.file === file).slice(0, mostItems);
  for (const item of items) {
    const members = groups.get(item.kind);
    if (members === undefined) groups.set(item.kind, [item]);
    else members.push(item);
  }
  return [...groups]
    .map(([kind, members]) => groupSymbol(kind, members, speaker))
    .sort(
      (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
    );
}

function groupSymbol(kind: ItemKind, members: readonly Item[], speaker: Speaker): EditorSymbol {
  const children = members
    .map((item) => itemSymbol(item, speaker))
    .sort(
      (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
    );
  const [first] = members;
  const starts = Math.min(...members.map(({ span }) => span.start));
  const ends = Math.max(...members.map(({ span }) => span.end));
  const range = first === undefined ? null : rangeOf({ file: first.span.file, start: starts, end: ends });
  const zero = { line: 0, character: 0 };
  return {
    name: speaker.say(kindWords[kind]),
    detail: String(members.length),
    kind: groupKind,
    range: range ?? { start: zero, end: zero },
    selectionRange: range === null ? { start: zero, end: zero } : { start: range.start, end: range.start },
    children,
  };
}

function itemSymbol(item: Item, speaker: Speaker): EditorSymbol {
  const { id, span, kind } = item;
  const isInside = id.span.file === span.file && id.span.start >= span.start && id.span.end <= span.end;
  const whole: Span = isInside ? span : id.span;
  return {
    name: nameOfItem(item, speaker) || id.value || "—",
    detail: id.value,
    kind: symbolKinds[kind] ?? otherKind,
    range: rangeOf(whole),
    selectionRange: rangeOf(id.span),
    children: [],
  };
}
