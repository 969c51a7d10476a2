/**
 * Terms of mechanisms that a sentence tells by more than one figure: what earns points and what points buy, how many of one set each of
 * another has, and the share of a pilot's stage. Shared by a rule; not a rule.
 */
import type { Mechanism, Plan } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import type { Span } from "../../text/source.ts";
import { type Callings, placesCalled } from "../texts/callings.ts";
import { ofLink } from "./links.ts";
import { ofOnlyPilot, ofPlaces } from "./pilots.ts";
import { ofPoints } from "./points.ts";
import { type Divided, dividedOf, ofStages, sharesInTurn } from "./shares.ts";

/** What a sentence says otherwise than its mechanism. */
export interface OtherTerm {
  readonly item: Mechanism;
  readonly kind: "points" | "exchange" | "pairs" | "stage" | "share";
  readonly label: string | null;
  readonly said: string;
  readonly at: number;
  readonly stated: string;
  readonly span: Span;
  /** The sentence tells the kind of the mechanism only. */
  readonly byKind?: true;
}

/** All terms of this kind that a sentence tells otherwise; Chinese only, as its words are told so. */
export function otherTermsIn(
  sentence: string,
  plan: Plan,
  calls: Callings<{ readonly name: Mechanism["name"] }>,
): readonly OtherTerm[] {
  if (!chinese.test(sentence) || sentence.length > longestSentence) return [];
  const { points, links, pilots, divided } = heldIn(plan);
  const called = pilots.length === 0 ? [] : placesCalled(sentence, calls).map(({ item }) => item);
  const [pilot, otherPilot] = pilots;
  const isOnly = pilot !== undefined && otherPilot === undefined && !called.includes(pilot);
  return [
    ...(isOnly ? ofOnlyPilot(sentence, pilot, plan) : []),
    ...(sentence.includes("分") ? points.flatMap((one) => ofPoints(sentence, one, points.length === 1)) : []),
    ...(sentence.includes("每") ? links.flatMap((one) => ofLink(sentence, one)) : []),
    ...(/%|％|[:：∶]/.test(sentence) ? sharesInTurn(sentence, divided) : []),
    ...pilots
      .filter((one) => called.includes(one))
      .flatMap((one) => [...ofStages(sentence, one, plan), ...ofPlaces(sentence, one)])
      .filter((one, i, all) => all.findIndex(({ at }) => at === one.at) === i),
  ];
}

const longestSentence = 1000;
/** More mechanisms of one kind are not looked for. */
const mostOfKind = 100;

interface Held {
  readonly points: readonly Mechanism[];
  readonly links: readonly Mechanism[];
  readonly pilots: readonly Mechanism[];
  /** Those whose parts have shares. */
  readonly divided: readonly Divided[];
}

const heldOfPlan = new WeakMap<Plan, Held>();

function heldIn(plan: Plan): Held {
  const known = heldOfPlan.get(plan);
  if (known !== undefined) return known;
  const own = plan.mechanisms.filter(({ origin }) => origin === "plan");
  const ofType = (type: string): readonly Mechanism[] =>
    own.filter((one) => one.type.value === type).slice(0, mostOfKind);
  const held = {
    points: ofType("points"),
    links: ofType("link"),
    pilots: ofType("pilot"),
    divided: own.flatMap(dividedOf).slice(0, mostOfKind),
  };
  heldOfPlan.set(plan, held);
  return held;
}
