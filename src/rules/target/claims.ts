/**
 * Targets as claims that can be held against each other: one quantity, one day, bounds. Two claims are comparable when
 * they are of one series; a series never mixes places, scopes, kinds of change or units. Indicators that are `same-as`
 * each other share their series. Shared by the rules of this family; not a rule.
 */
import Big from "big.js";
import { relationOf } from "../../plan/compare.ts";
import { formatDecimal } from "../../plan/decimal.ts";
import type { Given } from "../../plan/given.ts";
import { asChange, isOwnLevel } from "../../plan/level-words.ts";
import type { Direction, Indicator, Plan, Target } from "../../plan/plan.ts";
import type { Quantity, Unit } from "../../plan/quantity.ts";
import type { Day, Period, When } from "../../plan/time.ts";
import { convert } from "../../plan/units.ts";
import { type Span, spanText } from "../../text/source.ts";
import {
  type Bounds,
  boundsOf,
  type Figures,
  figuresOf,
  isPercent,
  isUnresolved,
  mostFigures,
  statedDay,
  towards,
} from "./levels.ts";
import { isImpossible } from "./out-of-bounds.ts";
import { isAgainstDirection } from "./wrong-direction.ts";

/** How the claims of a series follow each other in time. */
export type SeriesKind = "level" | "bound" | "change" | "span" | "state";

export interface Claim extends Bounds {
  readonly indicator: Indicator;
  readonly target: Target;
  readonly kind: SeriesKind;
  readonly direction: Direction | null;
  /** Due day of a level, first day of a bound, last day of a span; null when nothing tells it. */
  readonly day: Day | null;
  /** The day is stated, or follows from the format (a bound without dates holds for the whole plan). */
  readonly dated: boolean;
  /** The value, where a finding points. */
  readonly span: Span;
  readonly shown: string;
  /** How a level follows from a change on the baseline (`72.6 + 10 = 82.6`); null for a level that is stated. */
  readonly made: { readonly sum: string; readonly from: Span } | null;
}

interface Series {
  readonly key: string;
  readonly kind: SeriesKind;
  readonly day: Day | null;
  readonly dated: boolean;
}

interface Root {
  readonly id: string;
  readonly unit: Unit | null;
}

const claimsOfPlan = new WeakMap<Plan, readonly (readonly Claim[])[]>();

/** All series of a plan that hold at least two claims; claims in plan order. */
export function seriesOf(plan: Plan): readonly (readonly Claim[])[] {
  const known = claimsOfPlan.get(plan);
  if (known !== undefined) return known;
  const byKey = new Map<string, Claim[]>();
  const figures = figuresOf(plan);
  const byId = new Map(figures.map((f) => [f.indicator.id.value, f] as const));
  for (const own of figures) {
    if (own.indicator.targets.length === 0) continue;
    const root = rootOf(own, byId);
    for (const target of own.indicator.targets) {
      // A value that is impossible in itself is told so, and not held against others.
      if (isAgainstDirection(target, own) || isImpossible(target, own)) continue;
      const made = claimOf(target, own, root, plan);
      if (made === null) continue;
      const series = byKey.get(made.key);
      if (series === undefined) byKey.set(made.key, [made.claim]);
      else if (series.length < mostFigures) series.push(made.claim);
    }
  }
  const all = [...byKey.values()].filter((claims) => claims.length > 1);
  claimsOfPlan.set(plan, all);
  return all;
}

/** True when one of the two declares to step up from the section of the other. */
export function isDeclaredStep(a: Target, b: Target): boolean {
  return follows(a, b) || follows(b, a);
}

function follows(later: Target, earlier: Target): boolean {
  return later.follows !== null && later.follows.value === earlier.section?.value;
}

/** The first indicator of a chain of `same-as`; a chain that bites its tail ends where it began. */
function rootOf(figures: Figures, byId: ReadonlyMap<string, Figures>): Root {
  let root = figures;
  for (let steps = 0; steps < 8; steps++) {
    const next = root.indicator.sameAs === null ? undefined : byId.get(root.indicator.sameAs.value);
    if (next === undefined || next === figures) break;
    root = next;
  }
  return { id: root.indicator.id.value, unit: root.unit };
}

function claimOf(target: Target, own: Figures, root: Root, plan: Plan): { key: string; claim: Claim } | null {
  const isWhole = isAllOfRoot(target, own, root);
  const series = isWhole ? wholeSeries(target, plan) : seriesFor(target, own, plan);
  const bounds = series === null ? null : isWhole ? whole : boundsFor(target, own, root);
  if (series === null || bounds === null) return null;
  const place = `${target.place?.value ?? ""}\u0000${target.scope?.value ?? ""}`;
  const stated: Given<unknown> = target.quantity ?? target.grade?.wanted ?? target.stated;
  const shown = isWhole
    ? "100%"
    : ((target.quantity ?? target.versus?.margin)?.value.text ??
      target.grade?.wanted.value ??
      target.stated.value);
  const claim: Claim = {
    floor: bounds.floor,
    ceiling: bounds.ceiling,
    exact: bounds.exact,
    indicator: own.indicator,
    target,
    kind: series.kind,
    direction: own.direction,
    day: series.day,
    dated: series.dated,
    span: stated.span,
    shown,
    made: target.kind === "change" && series.kind === "level" ? madeOf(target, own) : null,
  };
  return { key: `${root.id}\u0000${place}\u0000${series.key}`, claim };
}

/**
 * What is to be done, where another name of the quantity asks for a share of it (建成 beside 建成率100%), is to be all of it;
 * of one name, where another target asks for all of it.
 */
function isAllOfRoot(target: Target, own: Figures, { id, unit }: Root): boolean {
  if (target.kind !== "done" || !isPercent(unit) || isUnresolved(target)) return false;
  return own.indicator.id.value !== id || own.levels.some(({ floor }) => floor?.eq(100) === true);
}

const whole: Bounds = { floor: new Big(100), ceiling: null, exact: false };

function wholeSeries(target: Target, plan: Plan): Series {
  return { key: "level/", kind: "level", ...dueOf(target, plan) };
}

/** The sum that leads from the baseline to the level of a change, in the indicator's own unit. */
function madeOf(target: Target, own: Figures): Claim["made"] {
  const [base] = own.baselines;
  const level = own.levels.find((l) => l.target === target)?.value;
  if (base === undefined || level === undefined) return null;
  const step = level.minus(base.value);
  const sign = step.lt(0) ? "−" : "+";
  const sum = `${formatDecimal(base.value)} ${sign} ${formatDecimal(step.abs())} = ${formatDecimal(level)}`;
  return { sum, from: base.span };
}

function boundsFor(target: Target, own: Figures, root: Root): Bounds | null {
  const level = own.levels.find((l) => l.target === target);
  if (level !== undefined) return levelInRootUnit(level, own, root);
  const { quantity, grade, versus } = target;
  if (target.kind === "reach" || target.kind === "hold") return null;
  if (quantity !== null && isOwnLevel(quantity.value, own.unit)) return null;
  if (quantity !== null)
    return changeBounds(asChange(totalInUnit(target, own) ?? quantity.value, own.unit), own.direction);
  if (grade !== null) return place(grade.levels.indexOf(grade.wanted.value));
  if (target.kind === "done") return place(1);
  if (versus === null || versus.margin === null) return null;
  return boundsOf(versus.margin.value.value, null, versus.relation);
}

/** A sum in the indicator's unit (0.06万批次 is 600批次); null for other kinds, and where the units do not convert. */
function totalInUnit({ kind, quantity }: Target, { unit }: Figures): Quantity | null {
  if (kind !== "total" || quantity === null) return null;
  const { value: stated } = quantity;
  const value = convert(stated.value, stated.unit, unit);
  const upper = stated.upper === null ? null : convert(stated.upper, stated.unit, unit);
  return value === null ? null : { ...stated, value, upper, unit };
}

function levelInRootUnit(level: Bounds, own: Figures, root: Root): Bounds | null {
  if (own.indicator.id.value === root.id) return level;
  const floor = level.floor === null ? null : convert(level.floor, own.unit, root.unit);
  const ceiling = level.ceiling === null ? null : convert(level.ceiling, own.unit, root.unit);
  if ((level.floor !== null && floor === null) || (level.ceiling !== null && ceiling === null)) return null;
  return { floor, ceiling, exact: level.exact };
}

/** A cut is as strong as it is deep, whether written `-30%` or `-30%以上`: only the direction tells its side. */
function changeBounds(quantity: Quantity, direction: Direction | null): Bounds {
  const value = towards(quantity.value, quantity, direction);
  const relation = value.lt(0) ? relationOf(direction) : (quantity.relation ?? relationOf(direction));
  return boundsOf(value, value.lt(0) ? null : quantity.upper, relation);
}

function place(rank: number): Bounds | null {
  return rank < 0 ? null : { floor: new Big(rank), ceiling: null, exact: false };
}

function seriesFor(target: Target, own: Figures, plan: Plan): Series | null {
  const { kind, quantity } = target;
  if (isUnresolved(target)) return null;
  const due = dueOf(target, plan);
  const span = spanOf(target.over);
  switch (kind) {
    case "reach":
      return { key: `level/${quantity?.value.per ?? ""}`, kind: "level", ...due };
    case "change":
      if (own.levels.some((l) => l.target === target)) return { key: "level/", kind: "level", ...due };
      return { key: `change/${measureOf(target)}`, kind: "change", ...due };
    case "relative":
      return {
        key: `relative/${measureOf(target)}/${target.base === null ? "" : spanText(target.base.span)}`,
        kind: "change",
        ...due,
      };
    case "hold":
      return holdSeries(target, plan);
    case "rate":
    case "each":
      return { key: `${kind}/${measureOf(target)}/${span?.start ?? ""}`, kind: "span", ...due };
    case "total":
      return {
        key: `${kind}/${totalInUnit(target, own) === null ? measureOf(target) : ""}/${span?.start ?? ""}`,
        kind: "span",
        ...due,
      };
    case "compound":
      return { key: `${kind}/${measureOf(target)}/${span?.start ?? ""}`, kind: "span", ...due };
    case "versus":
      return { key: `versus/${target.versus?.indicator.value ?? ""}`, kind: "span", ...due };
    case "grade":
      return { key: `grade/${target.grade?.levels.join("\u0000") ?? ""}`, kind: "state", ...due };
    case "done":
      return { key: "done", kind: "state", ...due };
    case "trend":
      return null;
  }
}

function measureOf({ quantity }: Target): string {
  return `${quantity?.value.unit?.key ?? ""}/${quantity?.value.per ?? ""}`;
}

/** Due day: as stated, else the plan's end, which is then not a stated one. */
function dueOf(target: Target, plan: Plan): { readonly day: Day | null; readonly dated: boolean } {
  const stated = statedDay(target);
  return stated === null
    ? { day: plan.period?.end?.value ?? null, dated: false }
    : { day: stated, dated: true };
}

/** Bounds of one series are judged in the same period; they begin on `day`. */
function holdSeries(target: Target, plan: Plan): Series | null {
  const per = target.quantity?.value.per ?? "";
  const key = `hold/${target.every?.value ?? ""}/${per}/${target.by === null ? "" : "by"}`;
  const start = target.from ?? target.over;
  if (start === null && target.by !== null) return { key, kind: "bound", ...dueOf(target, plan) };
  if (start === null || start.value.state === "undated") {
    return { key, kind: "bound", day: plan.period?.start?.value ?? null, dated: true };
  }
  const period = spanOf(start);
  return period === null ? null : { key, kind: "bound", day: period.start, dated: true };
}

function spanOf(when: Given<When> | null): Period | null {
  return when === null || when.value.state !== "dated" ? null : when.value.period;
}
