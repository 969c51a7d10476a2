/**
 * Reviews whose name says no more than their rhythm and their kind (月调度, Monthly dispatch, 月调度、季评估), and what is held of the
 * same kind in another rhythm: another review, or one of the rhythms of a body, where its `scope` is that kind. Shared by a rule; not a rule.
 */
import type { Statement } from "../../plan/given.ts";
import { idsAt, wordsAt } from "../../plan/parameters.ts";
import type { Mechanism, Plan } from "../../plan/plan.ts";
import { perYear } from "../../plan/rhythm.ts";
import type { Rhythm } from "../../plan/time.ts";
import { nameOf } from "../../rules/name-of.ts";
import { rhythmOfName } from "../../rules/rhythm-of-name.ts";
import { statedPeriod } from "../../rules/times-of.ts";
import { ofType } from "../of-type.ts";

/** A review and an earlier one of its kind in another rhythm, of which nothing tells the one or the other apart. */
export interface BarePair {
  readonly review: Mechanism;
  readonly other: Mechanism;
  readonly cadence: Statement<Rhythm>;
  readonly against: Statement<Rhythm>;
  /** The kind, where one of the two has several. */
  readonly kind: string | null;
}

/** What is held of one kind. */
interface Held {
  readonly mechanism: Mechanism;
  readonly kind: string;
  readonly cadence: Statement<Rhythm>;
  /** Its rhythm is one of several, told apart by their kind. */
  readonly isOneOfSeveral: boolean;
  readonly isBare: boolean;
}

/** More reviews of one kind are not held against each other. */
const mostOfOneKind = 50;

/** Pairs of which at least one is bare, each review once as the later. */
export function barePairs(plan: Plan): readonly BarePair[] {
  const all = [...ofType(plan, "body"), ...ofType(plan, "review")].filter(({ origin }) => origin === "plan");
  const phases = new Set(plan.phases.map(({ id }) => id.value));
  const known = new Map<string, Held[]>();
  return all
    .flatMap((mechanism) => heldIn(mechanism, phases))
    .flatMap((held): BarePair[] => {
      const earlier = known.get(held.kind) ?? [];
      if (earlier.length < mostOfOneKind) known.set(held.kind, [...earlier, held]);
      const other = earlier.find(
        (one) => (mayBeBare(one, held) || mayBeBare(held, one)) && mayBeOne(one, held),
      );
      if (other === undefined) return [];
      const { mechanism: review, cadence, kind } = held;
      const isOneOfSeveral = held.isOneOfSeveral || other.isOneOfSeveral;
      const pair = { review, other: other.mechanism, cadence, against: other.cadence };
      return [{ ...pair, kind: isOneOfSeveral ? kind : null }];
    });
}

/** A review of one kind; of several kinds, and of a body, each rhythm whose `scope` is a kind. */
function heldIn(mechanism: Mechanism, phases: ReadonlySet<string>): readonly Held[] {
  const kinds = wordsAt(mechanism.parameters, "kind").map(({ value }) => keyOf(value));
  const isBody = mechanism.type.value === "body";
  const isBare = !isBody && kinds.length > 0 && saysNoMore(mechanism, kinds, phases);
  const [kind, ...others] = kinds;
  const [first] = mechanism.cadence;
  if (!isBody && kind !== undefined && others.length === 0) {
    const isWhole = mechanism.cadence.every(({ scope }) => scope === null);
    if (first === undefined || !isWhole) return [];
    return [{ mechanism, kind, cadence: first, isOneOfSeveral: false, isBare }];
  }
  return mechanism.cadence.flatMap((cadence): Held[] => {
    const scope = cadence.scope === null ? "" : keyOf(cadence.scope.value);
    if (scope === "" || (!isBody && !kinds.includes(scope))) return [];
    return [{ mechanism, kind: scope, cadence, isOneOfSeveral: true, isBare }];
  });
}

function keyOf(words: string): string {
  return words.trim().toLowerCase();
}

/** Behind rhythms and kinds nothing is left of the name; nothing says of what, but for a phase, or by whom. */
function saysNoMore(review: Mechanism, kinds: readonly string[], phases: ReadonlySet<string>): boolean {
  if (saysOfWhat(review, phases) || review.parameters.get("by") !== undefined) return false;
  const parts = nameOf(review)
    .toLowerCase()
    .split(/[、，,]|\band\b/u);
  return parts.every((words) => {
    const part = words.trim();
    const told = rhythmOfName(part);
    const rest = told === null ? null : restOf(part, told.words);
    return rest !== null && kinds.some((kind) => rest === kind || kind.startsWith(rest));
  });
}

function restOf(part: string, rhythm: string): string {
  return part
    .replace(rhythm.toLowerCase(), "")
    .replace(/制度$|机制$|会议?$/u, "")
    .trim();
}

function saysOfWhat({ parameters }: Mechanism, phases: ReadonlySet<string>): boolean {
  if (parameters.get("aspects") !== undefined) return true;
  const of = [...wordsAt(parameters, "of"), ...idsAt(parameters, "of")];
  return parameters.get("of") !== undefined && !(of.length > 0 && of.every(({ value }) => phases.has(value)));
}

/** The bare one has no owner, or that of the other. */
function mayBeBare(bare: Held, other: Held): boolean {
  const [own, others] = [leadsOf(bare), leadsOf(other)];
  return bare.isBare && (own.length === 0 || own.some((lead) => others.includes(lead)));
}

function leadsOf({ mechanism: { owner } }: Held): readonly string[] {
  return owner.flatMap(({ is }) => is.value.lead?.value ?? []);
}

function mayBeOne(a: Held, b: Held): boolean {
  if (a.mechanism === b.mechanism) return false;
  const [first, second] = [a, b].map(({ cadence }) => perYear(cadence.is.value));
  if (first == null || second == null || first === second) return false;
  if ([a, b].some(isNarrowed)) return false;
  const [one, other] = [a, b].map(({ mechanism: { from, during } }) => statedPeriod(during ?? from));
  const ends = (end: number | null | undefined, start: number | null | undefined): boolean =>
    typeof end === "number" && typeof start === "number" && end < start;
  return !ends(one?.end, other?.start) && !ends(other?.end, one?.start);
}

/** Of a rhythm that stands alone any statement may narrow it. */
function isNarrowed({ mechanism, cadence, isOneOfSeveral }: Held): boolean {
  const stated = isOneOfSeveral ? [cadence] : mechanism.cadence;
  return stated.some(({ place, during }) => place !== null || during !== null);
}
