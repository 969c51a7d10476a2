/** Reviews whose name says no more than their rhythm and their kind (月调度, Monthly dispatch). Shared by a rule; not a rule. */
import type { Statement } from "../../plan/given.ts";
import { idsAt, wordsAt } from "../../plan/parameters.ts";
import type { Mechanism } from "../../plan/plan.ts";
import { perYear } from "../../plan/rhythm.ts";
import type { Rhythm } from "../../plan/time.ts";
import { nameOf } from "../../rules/name-of.ts";
import { rhythmOfName } from "../../rules/rhythm-of-name.ts";
import { statedPeriod } from "../../rules/times-of.ts";

/** A review and an earlier one of its kind in another rhythm, of which nothing tells the one or the other apart. */
export interface BarePair {
  readonly review: Mechanism;
  readonly other: Mechanism;
  readonly cadence: Statement<Rhythm>;
  readonly against: Statement<Rhythm>;
}

/** More reviews of one kind are not held against each other. */
const mostOfOneKind = 50;

/** Pairs of which at least one is bare, each review once as the later. */
export function barePairs(reviews: readonly Mechanism[]): readonly BarePair[] {
  const known = new Map<string, Mechanism[]>();
  return reviews.flatMap((review): BarePair[] => {
    const [kind, ...others] = wordsAt(review.parameters, "kind");
    const [cadence] = review.cadence;
    if (kind === undefined || others.length > 0 || cadence === undefined) return [];
    const key = kind.value.trim().toLowerCase();
    const earlier = known.get(key) ?? [];
    if (earlier.length < mostOfOneKind) known.set(key, [...earlier, review]);
    const other = earlier.find((one) => (isBare(one, key) || isBare(review, key)) && mayBeOne(one, review));
    const against = other?.cadence[0];
    return other === undefined || against === undefined ? [] : [{ review, other, cadence, against }];
  });
}

/** Behind the rhythm the kind is all that is left of the name; nothing says of what, or by whom. */
function isBare(review: Mechanism, kind: string): boolean {
  const name = nameOf(review).trim().toLowerCase();
  const told = rhythmOfName(name);
  if (told === null || saysOfWhat(review) || holdersOf(review) !== "") return false;
  const rest = name
    .replace(told.words, "")
    .replace(/制度$|机制$|会议?$/u, "")
    .trim();
  return rest === kind || kind.startsWith(rest);
}

function saysOfWhat({ parameters }: Mechanism): boolean {
  return parameters.get("of") !== undefined || parameters.get("aspects") !== undefined;
}

function holdersOf({ parameters, owner }: Mechanism): string {
  const by = [...wordsAt(parameters, "by"), ...idsAt(parameters, "by")].map(({ value }) => value.trim());
  return by.length > 0 || owner.length === 0 ? by.sort().join("\n") : "owner";
}

function mayBeOne(a: Mechanism, b: Mechanism): boolean {
  const [first, second] = [a, b].map(({ cadence: [one] }) =>
    one === undefined ? null : perYear(one.is.value),
  );
  if (first === null || second === null || first === undefined || first === second) return false;
  if ([...a.cadence, ...b.cadence].some(({ place, scope, during }) => place ?? scope ?? during)) return false;
  const [one, other] = [a, b].map(({ from, during }) => statedPeriod(during ?? from));
  const ends = (end: number | null | undefined, start: number | null | undefined): boolean =>
    typeof end === "number" && typeof start === "number" && end < start;
  return !ends(one?.end, other?.start) && !ends(other?.end, one?.start);
}
