/** Targets (FORMAT.md section 6): one kind each, with its own fields. */
import type { Given, Saying, Statements } from "../../plan/given.ts";
import { type Target, type TargetKind, targetKinds } from "../../plan/plan.ts";
import type { Quantity, Relation } from "../../plan/quantity.ts";
import type { When } from "../../plan/time.ts";
import { spanText } from "../../text/source.ts";
import type { YamlEntry, YamlMap } from "../yaml-node.ts";
import { mention, type Scope } from "./binder.ts";
import { frequencyAt } from "./frequency.ts";
import { quantityAt, readQuantity } from "./quantities.ts";
import { given, isNothing, itemsAt, mapAt, nodeAt, scalarOf, text, textOf, texts, word } from "./read-map.ts";
import { readSaying, readStatements } from "./statements.ts";
import { whenAt } from "./when.ts";

/** The targets of an indicator, in plan order; one without exactly one kind, or with an unreadable value, is left out. */
export function bindTargets(scope: Scope, map: YamlMap): readonly Target[] {
  return itemsAt(map, "targets").flatMap((node) => {
    const targets = node.kind === "map" ? readTarget(scope, node) : [];
    if (targets.length === 0) scope.binder.unusable++;
    // What cannot be read cites no section either, so the indicator may stand in any.
    if (node.kind !== "map" || targets.length === 0) scope.binder.unusableKinds.push("indicator");
    return targets;
  });
}

/** One target; several, where its value is stated in several places (FORMAT.md section 2). */
function readTarget(scope: Scope, map: YamlMap): readonly Target[] {
  const stating = map.entries.filter(({ key, value }) => isKind(key.text) && !isNothing(value));
  const [entry] = stating;
  if (entry === undefined || stating.length > 1 || !isKind(entry.key.text)) return [];
  const saying = readSaying(scope, map);
  const common = {
    kind: entry.key.text,
    span: map.span,
    stated: statedText(entry),
    by: timeAt(scope, map, "by"),
    from: timeAt(scope, map, "from"),
    over: timeAt(scope, map, "during"),
    every: frequencyAt(scope, map, "every"),
  };
  const own = readOwn(scope, map, common.kind);
  if (own === null) return [];
  const { stated, ...rest } = own;
  if (stated === undefined) return [targetOf(saying, common, { ...nothingOwn, ...rest })];
  return stated.map(({ is, span, ...said }) => {
    const named = { ...common, span, stated: given(`${common.kind}: ${is.value.text}`, is.span) };
    return targetOf(sayingOf(said, saying), named, { ...nothingOwn, ...rest, quantity: is });
  });
}

/** What is said beside a value itself, else beside the target. */
function sayingOf(own: Saying, outer: Saying): Saying {
  return {
    section: own.section ?? outer.section,
    source: own.source ?? outer.source,
    wording: own.wording ?? outer.wording,
    note: own.note ?? outer.note,
    during: own.during ?? outer.during,
    follows: own.follows ?? outer.follows,
    force: own.force ?? outer.force,
    alsoCalled: own.alsoCalled ?? outer.alsoCalled,
    place: own.place ?? outer.place,
    scope: own.scope ?? outer.scope,
  };
}

/** Written out: three spreads cost more than all the rest of a target. */
function targetOf(saying: Saying, common: Omit<Target, keyof Saying | keyof Own>, own: Own): Target {
  return {
    section: saying.section,
    source: saying.source,
    wording: saying.wording,
    note: saying.note,
    during: saying.during,
    follows: saying.follows,
    force: saying.force,
    alsoCalled: saying.alsoCalled,
    place: saying.place,
    scope: saying.scope,
    kind: common.kind,
    span: common.span,
    stated: common.stated,
    by: common.by,
    from: common.from,
    over: common.over,
    every: common.every,
    quantity: own.quantity,
    base: own.base,
    versus: own.versus,
    grade: own.grade,
    trend: own.trend,
  };
}

/** The time under a key; one that cannot be read (told there) leads to no day, and is not missing. */
function timeAt(scope: Scope, map: YamlMap, key: string): Given<When> | null {
  const node = nodeAt(map, key);
  if (node === null) return null;
  return whenAt(scope, map, key) ?? given(unreadable(spanText(node.span)), node.span);
}

function unreadable(text: string): When {
  const nothing = { period: null, expression: null, inherited: null, alternative: null, phase: null };
  return { text, state: "unresolved", ...nothing };
}

function isKind(key: string): key is TargetKind {
  return (targetKinds as readonly string[]).includes(key);
}

function statedText({ key, value }: YamlEntry): Given<string> {
  const span = { file: key.span.file, start: key.span.start, end: Math.max(key.span.end, value.span.end) };
  return given(spanText(span), span);
}

type Own = Pick<Target, "quantity" | "base" | "versus" | "grade" | "trend">;

const nothingOwn: Own = { quantity: null, base: null, versus: null, grade: null, trend: null };

/** `stated`: the value's statements, where it is not written plainly. */
type Read = Partial<Own> & { readonly stated?: Statements<Quantity> };

/** The fields that only some kinds have; null when the kind's own value cannot be read. */
function readOwn(scope: Scope, map: YamlMap, kind: TargetKind): Read | null {
  switch (kind) {
    case "versus":
      return readVersus(scope, map);
    case "done":
      return scalarOf(nodeAt(map, "done")) === null ? null : {};
    case "grade":
      return readGrade(map);
    case "trend": {
      const trend = word(map, "trend", ["increase", "decrease", "maintain"]);
      return trend === null ? null : { trend };
    }
    default: {
      const base = kind === "relative" ? readBase(scope, map) : null;
      const node = nodeAt(map, kind);
      if (node !== null && textOf(node) === null) {
        const stated = readStatements(scope, node, readQuantity);
        return stated.length === 0 ? null : { stated, base };
      }
      const quantity = quantityAt(scope, map, kind);
      return quantity === null ? null : { quantity, base };
    }
  }
}

/** `of: { at: 2022 }` dates the baseline; `of: VALUE` is the base itself. */
function readBase(scope: Scope, map: YamlMap): Target["base"] {
  const node = nodeAt(map, "of");
  if (node === null) return null;
  const dated = mapAt(map, "of");
  if (dated !== null) return { at: whenAt(scope, dated, "at"), quantity: null, span: node.span };
  const quantity = quantityAt(scope, map, "of");
  return quantity === null ? null : { at: null, quantity, span: node.span };
}

const margins: readonly (readonly [key: string, relation: Relation])[] = [
  ["at-least", ">="],
  ["at-most", "<="],
  ["more-than", ">"],
  ["less-than", "<"],
  ["equal", "="],
];

/** `versus: ID`, alone or with a margin; alone it means at least as much. */
function readVersus(scope: Scope, map: YamlMap): Partial<Own> | null {
  const indicator = text(map, "versus");
  if (indicator === null) return null;
  mention(scope.binder, indicator, ["indicator"], scope.item, "versus");
  const stated = margins.find(([key]) => nodeAt(map, key) !== null);
  const margin = stated === undefined ? null : quantityAt(scope, map, stated[0]);
  return { versus: { indicator, relation: stated?.[1] ?? ">=", margin } };
}

function readGrade(map: YamlMap): Partial<Own> | null {
  const wanted = textOf(nodeAt(map, "grade"));
  return wanted === null ? null : { grade: { wanted, levels: texts(map, "of").map((level) => level.value) } };
}
