/** The targets of one indicator on both sides: which became which, and what each change asks for. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import { quantityKey } from "../plan/compare.ts";
import { isoDay } from "../plan/days.ts";
import { measuredUnit } from "../plan/measured-unit.ts";
import type { Indicator, Plan, Target } from "../plan/plan.ts";
import type { ChangeKind, ChangeSubject, Effect } from "./change.ts";
import { type Draft, notComparable, notRead, plain, type Sought, type Value } from "./draft.ts";
import type { Strength } from "./interval.ts";
import { compareTargets } from "./target-strength.ts";
import {
  compareTimes,
  type Move,
  type TargetDays,
  targetDays,
  writtenTimes,
  writtenWhen,
} from "./target-time.ts";

/** One indicator in both plans. */
export interface IndicatorPair {
  readonly before: Indicator;
  readonly after: Indicator;
  readonly plans: { readonly before: Plan; readonly after: Plan };
  readonly subject: ChangeSubject;
  readonly binding: boolean;
  /** The id that an item of the former plan has now. */
  readonly newId: (id: string) => string;
}

interface Side {
  readonly target: Target;
  readonly days: TargetDays;
  /** Equal where two targets ask for the same, whenever they are due. */
  readonly value: string;
}

/** All that changed in the targets of an indicator. */
export function targetChanges(pair: IndicatorPair): readonly Draft[] {
  const before = sidesOf(pair.before, pair.plans.before);
  const after = sidesOf(pair.after, pair.plans.after);
  const pairs = pairSides(before, after);
  const [taken, given] = [new Set(pairs.map(([a]) => a)), new Set(pairs.map(([, b]) => b))];
  return [
    ...pairs.flatMap(([a, b]) => changesOf(pair, a, b)),
    ...before.filter((side) => !taken.has(side)).map((side) => dropped(pair, side, after)),
    ...after.filter((side) => !given.has(side)).map((side) => added(pair, side)),
  ];
}

function sidesOf(indicator: Indicator, plan: Plan): readonly Side[] {
  const unit = measuredUnit(indicator);
  return indicator.targets.map((target) => ({
    target,
    days: targetDays(target, plan),
    value: valueKey(target, unit),
  }));
}

function valueKey(target: Target, unit: ReturnType<typeof measuredUnit>): string {
  const { kind, quantity, versus, grade, trend } = target;
  const own = quantity === null ? "" : quantityKey({ ...quantity.value, unit: quantity.value.unit ?? unit });
  const margin = versus?.margin?.value;
  const other = versus === null ? "" : `${versus.indicator.value} ${versus.relation}`;
  return [
    kind,
    own,
    other,
    margin === undefined ? "" : quantityKey(margin),
    grade?.wanted.value,
    trend?.value,
  ].join("|");
}

/**
 * First those that say the same for the same days; then the same figure on another day; then another figure for the same
 * day; then what is left of a kind, in order.
 */
function pairSides(before: readonly Side[], after: readonly Side[]): readonly (readonly [Side, Side])[] {
  const pairs: (readonly [Side, Side])[] = [];
  let left = before;
  let right = after;
  const due = ({ days: { due, from }, target }: Side): string =>
    target.kind === "hold" ? `${due} from ${from}` : `${due}`;
  const marks: readonly ((side: Side) => string)[] = [
    (side) => `${side.value} ${due(side)} ${side.target.section?.value ?? ""}`,
    (side) => `${side.value} ${due(side)}`,
    (side) => side.value,
    (side) => `${side.target.kind} ${side.days.due}`,
    (side) => `${side.days.due}`,
    (side) => side.target.kind,
  ];
  for (const mark of marks) {
    if (left.length === 0 || right.length === 0) break;
    const waiting = new Map<string, Side[]>();
    for (const side of left) waiting.set(mark(side), [...(waiting.get(mark(side)) ?? []), side]);
    const found = right.flatMap((side) => {
      const partner = waiting.get(mark(side))?.shift();
      return partner === undefined ? [] : [[partner, side] as const];
    });
    pairs.push(...found);
    const [a, b] = [new Set(found.map(([one]) => one)), new Set(found.map(([, one]) => one))];
    left = left.filter((side) => !a.has(side));
    right = right.filter((side) => !b.has(side));
  }
  return pairs;
}

function changesOf(pair: IndicatorPair, a: Side, b: Side): readonly Draft[] {
  const strength = compareTargets(
    { target: a.target, indicator: pair.before },
    { target: b.target, indicator: pair.after },
  );
  const move = compareTimes(a.target, b.target, a.days, b.days);
  const changes: Draft[] = [];
  if (strength !== "same") changes.push(ofValue(pair, a, b, strength));
  if (move !== null) changes.push(ofTime(pair, a, b, move));
  else changes.push(...ofDating(pair, a, b));
  const [cited, cites] = [a, b].map(({ target }) => target.section?.value ?? null);
  if ((cited == null ? cited : pair.newId(cited)) !== cites) {
    const kind = cited == null ? "added" : cites == null ? "dropped" : "changed";
    const sections = { from: cited ?? null, to: cites ?? null };
    changes.push({ ...common(pair, a, b), ...sections, kind, field: "target/section", path: null });
  }
  return changes;
}

const effects: Readonly<Record<Strength, Effect>> = {
  same: "none",
  weaker: "weaker",
  stronger: "stronger",
  unclear: "unclear",
};
const kinds: Readonly<Record<Strength, ChangeKind>> = {
  same: "changed",
  weaker: "weakened",
  stronger: "strengthened",
  unclear: "changed",
};

function ofValue(pair: IndicatorPair, a: Side, b: Side, strength: Strength): Draft {
  const [from, to] = shownApart(pair, a.target, b.target);
  return {
    ...common(pair, a, b),
    kind: kinds[strength],
    effect: effects[strength],
    from,
    to,
    note: noteOf(pair, strength),
    sought: soughtOf(pair, a, b, figureOf(a.target), figureOf(b.target)),
  };
}

function ofTime(pair: IndicatorPair, a: Side, b: Side, { strength, way }: Move): Draft {
  const written = [timeOf(a), timeOf(b)] as const;
  // Where the words stay, the days behind them moved: the end of the plan, a phase.
  const [from, to] = written[0] === written[1] ? [dueOf(a), dueOf(b)] : written;
  return {
    ...common(pair, a, b),
    kind: way,
    effect: effects[strength],
    when: writtenWhen(a.target),
    asked: shownOf(b.target),
    from,
    to,
    note: noteOf(pair, strength),
    sought: soughtOf(
      pair,
      a,
      b,
      { text: from, quantity: null, day: a.days.due },
      { text: to, quantity: null, day: b.days.due },
    ),
  };
}

/** Due on the same day, but only one of them says so: the other is due when the plan ends. */
function ofDating(pair: IndicatorPair, a: Side, b: Side): readonly Draft[] {
  const [from, to] = [writtenWhen(a.target), writtenWhen(b.target)];
  if ((from === null) === (to === null)) return [];
  return [{ ...common(pair, a, b), kind: "changed", when: from, asked: shownOf(b.target), from, to }];
}

function noteOf({ binding }: IndicatorPair, strength: Strength): Localized | null {
  return binding && strength === "unclear" ? notComparable : null;
}

/** One that stands in the plan twice, or is exceeded by another for the same day, is no loss when it goes. */
function dropped(pair: IndicatorPair, side: Side, after: readonly Side[]): Draft {
  const still = after.some(
    (other) =>
      compareTimes(side.target, other.target, side.days, other.days) === null &&
      ["same", "stronger"].includes(
        compareTargets(
          { target: side.target, indicator: pair.before },
          { target: other.target, indicator: pair.after },
        ),
      ),
  );
  const unread = pair.after.unreadable === "target";
  return {
    ...common(pair, side, null),
    kind: "dropped",
    effect: still ? "none" : unread ? "unclear" : "weaker",
    from: shownOf(side.target),
    note: still ? stillStated : unread ? notRead : null,
    sought: soughtOf(pair, side, null, figureOf(side.target), { text: null, quantity: null, day: null }),
  };
}

const stillStated: Localized = {
  en: "the plan still asks for as much on that date",
  zhHans: "方案中仍有同一时限的同等要求",
};

function added(pair: IndicatorPair, side: Side): Draft {
  return {
    ...common(pair, null, side),
    kind: "added",
    effect: "stronger",
    to: shownOf(side.target),
  };
}

function common(pair: IndicatorPair, a: Side | null, b: Side | null): Omit<Draft, "kind"> {
  const target = b?.target ?? a?.target;
  const when = target === undefined ? null : writtenWhen(target);
  return {
    ...plain,
    field: "target",
    subject: pair.subject,
    binding: pair.binding,
    when,
    before: a?.target.span ?? null,
    after: b?.target.span ?? null,
    path: `indicators/${pair.subject.id}/targets${when === null ? "" : `/${when}`}`,
  };
}

function soughtOf(pair: IndicatorPair, a: Side, b: Side | null, from: Value, to: Value): Sought {
  const ids = [pair.after.id.value, pair.before.id.value];
  const sides = b === null ? [a] : [a, b];
  return {
    paths: ids.flatMap((id) => [`indicators/${id}`, `indicators/${id}/targets`]),
    targets: ids.map((id) => `indicators/${id}/targets/`),
    dates: sides.flatMap(({ target }) => writtenWhen(target) ?? []),
    days: sides.flatMap(({ days }) => days.due ?? []),
    from,
    to,
  };
}

function figureOf(target: Target): Value {
  return { text: shownOf(target), quantity: target.quantity?.value ?? null, day: null };
}

/** The figure as written; for kinds without one, the key with its value. A word of force stands with it. */
function shownOf(target: Target): string {
  const { kind, quantity, stated, every, base, versus, force } = target;
  const own =
    quantity !== null && (kind === "reach" || kind === "hold")
      ? quantity.value.text.trim()
      : versus === null
        ? stated.value.replace(/\s+/g, " ")
        : `${stated.value} ${versus.relation} ${versus.margin?.value.text.trim() ?? ""}`.trim();
  const more = [
    every === null ? "" : `every: ${every.value}`,
    base?.at == null ? "" : `of: ${base.at.value.text.trim()}`,
    base?.quantity == null ? "" : `of: ${base.quantity.value.text.trim()}`,
    force === null ? "" : `force: ${force}`,
  ].filter((text) => text !== "");
  return more.length === 0 ? own : `${own} (${more.join(", ")})`;
}

/** Both as shown; where that is the same, with what sets them apart: the kind, or the direction that a bare level takes its relation from. */
function shownApart({ before, after }: IndicatorPair, a: Target, b: Target): readonly [string, string] {
  const [from, to] = [shownOf(a), shownOf(b)];
  if (from !== to) return [from, to];
  if (a.kind !== b.kind) return [`${a.kind}: ${from}`, `${b.kind}: ${to}`];
  const [was, is] = [before.direction?.value, after.direction?.value];
  return was === undefined || is === undefined || was === is
    ? [from, to]
    : [`${from} (direction: ${was})`, `${to} (direction: ${is})`];
}

/** The times as written; where they say nothing, the day that the plan gives. */
function timeOf(side: Side): string | null {
  return writtenTimes(side.target) ?? dueOf(side);
}

function dueOf({ days: { due } }: Side): string | null {
  return due === null ? null : isoDay(due);
}
