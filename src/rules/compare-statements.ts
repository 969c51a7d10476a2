/**
 * Whether two statements of one fact agree: by value, whatever the fact. Values of times, quantities, baselines and
 * owners are compared by what they mean; all others by the key that the binding gave them.
 */
import Big from "big.js";
import type { Statement } from "../plan/given.ts";
import type { Baseline, Fact, Owner } from "../plan/plan.ts";
import type { Quantity, Relation } from "../plan/quantity.ts";
import { openKey } from "../plan/rhythm.ts";
import type { Day, Period, When } from "../plan/time.ts";
import { sameDimension } from "../plan/units.ts";
import { readRuleFigure } from "./rule-figure.ts";

const hundred = new Big(100);

/** One statement of a fact, as `plan.facts` holds it. */
export type FactStatement = Fact["statements"][number];

/**
 * `same`: both can hold and say the same, or one says nothing. `apart`: they speak of different things (two dates).
 * `maybe`: both can hold, but a reader would ask (40 and ≥35). `likely`: they differ, but one leaves its date open.
 * `conflict`: they cannot both hold, or set two values for one thing.
 */
export type Comparison = "same" | "apart" | "maybe" | "likely" | "conflict";

/** Compares the values of two statements of one fact. */
export function compareValues(a: FactStatement, b: FactStatement): Comparison {
  const [left, right] = [a.is.value, b.is.value];
  if (isWhen(left) && isWhen(right)) return compareTimes(left, right);
  if (isQuantity(left) && isQuantity(right)) return compareQuantities(left, right);
  if (isBaseline(left) && isBaseline(right)) return compareBaselines(left, right);
  if (isOwner(left) && isOwner(right)) return compareOwners(left, right);
  // Other words may mean the same thing; only a reader can tell.
  if (Array.isArray(left) && Array.isArray(right)) return a.key === b.key ? "same" : "maybe";
  const asked = compareAsked(left, right);
  if (asked !== null) return asked;
  // 定期 beside 每季度: the one leaves open what the other sets.
  if (a.key === openKey || b.key === openKey) return "same";
  return a.key === b.key ? "same" : "conflict";
}

const asksAFigure = /[<>=≥≤]/;

/** Two rules of norms by the figures that they ask for (`area = 500 m²` keeps `area >= 500 m²`); null for other values. */
function compareAsked(a: unknown, b: unknown): Comparison | null {
  if (typeof a !== "string" || typeof b !== "string" || !asksAFigure.test(a) || !asksAFigure.test(b))
    return null;
  const [left, right] = [readRuleFigure(a.trim()), readRuleFigure(b.trim())];
  return left === null || right === null || left.subject !== right.subject
    ? null
    : compareQuantities(left.quantity, right.quantity);
}

/**
 * True when the statements speak of different times, places or groups, so that both may hold. One that leaves its time open
 * speaks of every time, and of two scopes of which the one takes in the other both speak of what they share.
 */
export function areApart(a: Statement<unknown>, b: Statement<unknown>): boolean {
  if (differ(a.place, b.place)) return true;
  if (a.during !== null && b.during !== null && differ(a.during, b.during)) return true;
  return !isOneScope(a, b) && !overlap(a, b);
}

/** True when both are meant for one time. */
export function isOneTime(a: Statement<unknown>, b: Statement<unknown>): boolean {
  return !differ(a.during, b.during);
}

/** True when both name the same scope, or none. */
export function isOneScope(a: Statement<unknown>, b: Statement<unknown>): boolean {
  return !differ(a.scope, b.scope);
}

/** The one scope lists all that the other lists, and more: 部门 within 街道和部门. */
function overlap(a: Statement<unknown>, b: Statement<unknown>): boolean {
  const [left, right] = [a, b].map(({ scope }) => listed(scope?.value ?? ""));
  if (left === undefined || right === undefined || left.length === 0 || right.length === 0) return false;
  return left.every((one) => right.includes(one)) || right.every((one) => left.includes(one));
}

function listed(scope: string): readonly string[] {
  return scope
    .split(/[、，,;；]|和|与|及|\band\b/u)
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== "");
}

function differ(a: { readonly value: string } | null, b: { readonly value: string } | null): boolean {
  return (a?.value.trim() ?? "") !== (b?.value.trim() ?? "");
}

/** The quantity inside a stated value, if it has one. */
export function quantityOf(value: unknown): Quantity | null {
  if (isQuantity(value)) return value;
  return isBaseline(value) ? value.quantity : null;
}

/** True when the statement is softened by a word such as 约 or 左右. */
export function isSoft(statement: FactStatement): boolean {
  return (quantityOf(statement.is.value)?.soft ?? null) !== null;
}

/**
 * The numbers of two quantities on one scale; null when their units do not convert. A bare number is in the unit of the
 * other, or in its base unit where that makes the two equal (200000 beside 20万元); beside a percent, one up to 1 is a
 * share.
 */
export function onOneScale(a: Quantity, b: Quantity): { readonly a: Scaled; readonly b: Scaled } | null {
  if (!sameDimension(a.unit, b.unit) && !areHoursOfOne(a, b)) return null;
  return { a: scaled(a, factorBeside(a, b)), b: scaled(b, factorBeside(b, a)) };
}

/** Hours of training are always those of one person: 学时/年 is 学时/人·年. */
function areHoursOfOne(a: Quantity, b: Quantity): boolean {
  const [left, right] = [hoursOf(a), hoursOf(b)];
  return left !== null && left === right;
}

function hoursOf({ unit }: Quantity): string | null {
  if (unit === null || !/^class-hours(?:[/·]|$)/.test(unit.dimension)) return null;
  return unit.dimension
    .split(/[/·]/)
    .filter((one) => one !== "count:person")
    .join("/");
}

function factorBeside(quantity: Quantity, other: Quantity): Big | null {
  if (quantity.unit !== null) return quantity.unit.factor;
  if (other.unit === null) return null;
  if (other.unit.dimension === "percent") return quantity.value.lte(1) ? hundred : null;
  return quantity.value.eq(other.value.times(other.unit.factor)) ? null : other.unit.factor;
}

interface Scaled {
  readonly low: Big;
  readonly high: Big | null;
}

function scaled(quantity: Quantity, factor: Big | null): Scaled {
  const times = (value: Big): Big => (factor === null ? value : value.times(factor));
  return { low: times(quantity.value), high: quantity.upper === null ? null : times(quantity.upper) };
}

/** Compares two quantities: what each leaves possible, and whether they set two values for one thing. */
export function compareQuantities(a: Quantity, b: Quantity): Comparison {
  const scales = onOneScale(a, b);
  // Units that do not convert are told by `statement/unit-mismatch`.
  if (scales === null) return "same";
  const { a: left, b: right } = scales;
  if (left.high !== null && right.high !== null) {
    return left.low.eq(right.low) && left.high.eq(right.high) ? "same" : "conflict";
  }
  if (left.high !== null) return lies(right, left) ? "maybe" : "conflict";
  if (right.high !== null) return lies(left, right) ? "maybe" : "conflict";
  if (left.low.eq(right.low)) return "same";
  const [boundA, boundB] = [a.relation ?? "=", b.relation ?? "="];
  if (boundA === "=" && boundB !== "=") return meets(left.low, boundB, right.low) ? "maybe" : "conflict";
  if (boundB === "=" && boundA !== "=") return meets(right.low, boundA, left.low) ? "maybe" : "conflict";
  return "conflict";
}

function lies(point: Scaled, range: Scaled): boolean {
  return point.low.gte(range.low) && range.high !== null && point.low.lte(range.high);
}

function meets(value: Big, relation: Relation, bound: Big): boolean {
  if (relation === ">=") return value.gte(bound);
  if (relation === ">") return value.gt(bound);
  if (relation === "<=") return value.lte(bound);
  return relation === "<" ? value.lt(bound) : value.eq(bound);
}

/** Two dates of one baseline are two measurements; where one is undated they are likely meant as one. */
function compareBaselines(a: Baseline, b: Baseline): Comparison {
  const [dayA, dayB] = [dayOfBaseline(a), dayOfBaseline(b)];
  if (dayA !== null && dayB !== null && dayA !== dayB) return "apart";
  const values = compareQuantities(a.quantity, b.quantity);
  return values === "conflict" && (dayA === null) !== (dayB === null) ? "likely" : values;
}

function dayOfBaseline({ at }: Baseline): Day | null {
  return at?.value.period?.end ?? null;
}

function compareTimes(a: When, b: When): Comparison {
  const readingsA = readings(a);
  const readingsB = readings(b);
  // Undated, unresolved or taken over from another place: it says nothing of its own here.
  if (readingsA.length === 0 || readingsB.length === 0) return "same";
  if (a.inherited !== null || b.inherited !== null) return "same";
  for (const left of readingsA) {
    for (const right of readingsB)
      if (left.end === right.end && startsAgree(a, b, left, right)) return "same";
  }
  const [first, second] = [readingsA[0], readingsB[0]];
  if (isSpan(a) && isSpan(b)) return "conflict";
  return first !== undefined && second !== undefined && holdsEnd(first, second) ? "maybe" : "conflict";
}

function readings(when: When): readonly Period[] {
  if (when.state !== "dated" || when.period === null) return [];
  return when.alternative === null ? [when.period] : [when.period, when.alternative];
}

/** The start matters only where both were written as a span; `2026-12` and `2026年底` are one deadline. */
function startsAgree(a: When, b: When, left: Period, right: Period): boolean {
  return !isSpan(a) || !isSpan(b) || left.start === right.start;
}

function isSpan(when: When): boolean {
  return when.expression?.kind === "range" || when.phase !== null;
}

/** A deadline within a wider one (2026-10 and 2026) tightens it and need not contradict it. */
function holdsEnd(a: Period, b: Period): boolean {
  const inside = (day: Day | null, period: Period): boolean =>
    day !== null && period.start !== null && period.end !== null && day >= period.start && day <= period.end;
  return inside(a.end, b) || inside(b.end, a);
}

function compareOwners(a: Owner, b: Owner): Comparison {
  if (a.lead === null || b.lead === null) return "same";
  return a.lead.value === b.lead.value ? "same" : "conflict";
}

function hasKeys(value: unknown, ...keys: readonly string[]): boolean {
  return typeof value === "object" && value !== null && keys.every((key) => key in value);
}

function isWhen(value: unknown): value is When {
  return hasKeys(value, "state", "period", "expression");
}

function isQuantity(value: unknown): value is Quantity {
  return hasKeys(value, "relation", "value", "unit");
}

function isBaseline(value: unknown): value is Baseline {
  return hasKeys(value, "quantity", "at");
}

function isOwner(value: unknown): value is Owner {
  return hasKeys(value, "lead", "with");
}
