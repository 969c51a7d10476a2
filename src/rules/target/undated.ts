/**
 * Targets without a date, each once: those that several sections state alike, or that stand under several names of one
 * quantity (`same-as`), lack one date. Of the rule `target/missing-date`; not a rule.
 */
import type { RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { isoDay } from "../../plan/days.ts";
import type { Indicator, Plan, Target, TargetKind } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import type { Span } from "../../text/source.ts";
import { twinsOf } from "../indicator/required-facts.ts";
import { placeWithSection } from "../section-words.ts";
import { statedDay } from "./levels.ts";
import { speakOfOne } from "./one-scope.ts";

const datedKinds: ReadonlySet<TargetKind> = new Set([
  "reach",
  "change",
  "relative",
  "rate",
  "total",
  "compound",
  "done",
  "grade",
]);
/** Apply to the whole plan when they have no date. */
const standingKinds: ReadonlySet<TargetKind> = new Set(["hold", "versus", "each", "trend"]);

interface Stated {
  readonly indicator: Indicator;
  readonly target: Target;
}

/** A target without a date, and where it is stated again. */
export interface Undated extends Stated {
  readonly again: readonly Stated[];
  /** The day by the other reading of its date; null where it has one reading. */
  readonly or: Day | null;
}

/** All targets that are to be reached and have no date, in plan order. */
export function undatedOf(plan: Plan): readonly Undated[] {
  const all: { first: Stated; again: Stated[] }[] = [];
  const byQuantity = new Map<number, { first: Stated; again: Stated[] }>();
  for (const indicator of plan.indicators) {
    if (indicator.role?.value === "context") continue;
    const undated = indicator.targets.filter((target) => isDatedKind(target) && isUndated(target));
    if (undated.length === 0) continue;
    const twins = twinsOf(indicator, plan);
    const quantity = Math.min(...[indicator, ...twins].map(({ id }) => id.span.start));
    const teller = byQuantity.get(quantity);
    for (const group of alike(undated)) {
      const stated = group.map((target) => ({ indicator, target }));
      const first = stated.find(({ target }) => otherReading(target) !== null) ?? stated[0];
      if (first === undefined) continue;
      if (teller !== undefined && twins.length > 0 && otherReading(first.target) === null) {
        teller.again.push(...stated);
        continue;
      }
      const own = { first, again: stated.filter((one) => one !== first) };
      all.push(own);
      if (!byQuantity.has(quantity)) byQuantity.set(quantity, own);
    }
  }
  return all.map(({ first, again }) => ({ ...first, again, or: otherReading(first.target) }));
}

/** Those with a second reading, by section and by the day that it gives. */
export function readTwoWays(all: readonly Undated[]): readonly (readonly Undated[])[] {
  const groups = new Map<string, Undated[]>();
  for (const one of all) {
    if (one.or === null) continue;
    const key = `${one.or} ${sectionOf(one)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

/** Bounds without dates, one for an indicator whose dates are not asked for already: the reader looks at all its bounds. */
export function standingOf(plan: Plan, all: readonly Undated[]): readonly Undated[] {
  const asked = new Set(all.map(({ indicator }) => indicator));
  return plan.indicators.flatMap((indicator) => {
    if (indicator.role?.value === "context" || asked.has(indicator)) return [];
    const target = indicator.targets.find(isStandingUndated);
    return target === undefined ? [] : [{ indicator, target, again: [], or: null }];
  });
}

/** Most places that say when the quantity is due. */
const mostElsewhere = 3;

/** Levels of the same quantity that have a date, or are to be kept from one, under any of its names. */
export function datedElsewhere({ indicator, target }: Stated, plan: Plan): readonly RelatedPlace[] {
  if (target.kind !== "reach") return [];
  return [indicator, ...twinsOf(indicator, plan)]
    .flatMap(({ targets }) => targets)
    .flatMap((other) => {
      const [due, kept] = [other.kind === "reach" ? statedDay(other) : null, keptFrom(other)];
      const day = due ?? kept;
      if (day === null || other.quantity === null || !speakOfOne(other, target)) return [];
      const [value, on] = [other.quantity.value.text.trim(), isoDay(day)];
      const note =
        due === null
          ? { en: `elsewhere ${value} from ${on}`, zhHans: `另一处要求自 ${on} 起保持“${value}”` }
          : { en: `elsewhere ${value} by ${on}`, zhHans: `另一处为 ${on} 达到“${value}”` };
      return [placeWithSection(other.quantity.span, note, other.section)];
    })
    .slice(0, mostElsewhere);
}

function keptFrom({ kind, from }: Target): Day | null {
  return kind === "hold" && from?.value.state === "dated" ? (from.value.period?.start ?? null) : null;
}

/** The day that a date left open may stand for (`{ date: undated, or: 2024-12 }`). */
export function otherReading({ by, over }: Target): Day | null {
  const when = by ?? over;
  return when === null || when.value.state !== "undated" ? null : (when.value.alternative?.end ?? null);
}

export function sectionOf({ indicator, target }: Stated): string | null {
  return (target.section ?? indicator.section)?.value ?? null;
}

/** Where the date is to be written. */
export function placeOf({ target }: Stated): Span {
  if (target.by?.origin === "given") return target.by.span;
  return (target.quantity ?? target.grade?.wanted ?? target.stated).span;
}

/** Targets by kind and figure: one that two sections state alike lacks one date. */
function alike(targets: readonly Target[]): readonly (readonly Target[])[] {
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    const figure =
      target.quantity?.value.text.trim() ?? target.grade?.wanted.value ?? target.trend?.value ?? "";
    const key = `${target.kind} ${figure}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [target]);
    else group.push(target);
  }
  return [...groups.values()];
}

/** A direction that is asked for `by` a day is one to be reached; without that it is kept all the time. */
function isDatedKind({ kind, by }: Target): boolean {
  return datedKinds.has(kind) || (kind === "trend" && by !== null && by.origin === "given");
}

function isStandingUndated(target: Target): boolean {
  if (!standingKinds.has(target.kind) || isDatedKind(target) || !isUndated(target)) return false;
  return target.from === null || target.from.value.state === "undated";
}

function isUndated({ by, over }: Target): boolean {
  return [by, over].every(
    (when) => when === null || when.origin === "assumed" || when.value.state === "undated",
  );
}
