/**
 * Whoever holds one kind of review in two rhythms needs to know which applies.
 *
 * Looks at: reviews and rounds that the plan itself sets up, of one kind, in which one and the same holder (`by`) takes part, and
 * of which neither says what else it looks at (`of`, `aspects`), so that nothing tells them apart but their names, or of which
 * all that the one looks at is looked at by the other, too; their rhythms differ. So do one of which nothing says more than its
 * rhythm and its kind (月调度, 月调度、季评估, Monthly bulletin) and one of that kind, or a rhythm of a body whose `scope` is that kind, that may run in the same time. Equal holders, matters and times are
 * `mechanism/cadence-conflict`; rounds of one review are steps of one scheme. Of inspections, meetings and bulletins that do not say by whom
 * the owner is taken for the holder, where no name tells its rhythm; who owns two evaluations may have two things evaluated.
 * Reports: the later rhythm; related: the earlier. A note, as both may be meant.
 * Source: DESIGN.md section 4 (two rhythms for one review; what only may be a conflict).
 */
import type { Statement } from "../../../plan/given.ts";
import {
  entriesAt,
  idsAt,
  labelOf,
  type ParameterMap,
  rhythmsAt,
  wordsAt,
} from "../../../plan/parameters.ts";
import type { Mechanism } from "../../../plan/plan.ts";
import { perYear, rhythmInChinese, rhythmWords } from "../../../plan/rhythm.ts";
import type { Rhythm } from "../../../plan/time.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { rhythmOfName } from "../../../rules/rhythm-of-name.ts";
import { ofType } from "../../of-type.ts";
import { barePairs } from "../bare-reviews.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly rhythm: Rhythm;
  readonly otherName: string;
  readonly other: Rhythm;
  /** Who holds both; null where nothing is said of the one but its rhythm and its kind. */
  readonly by: string | null;
  /** What both hold, where one of them holds several kinds in rhythms of their own. */
  readonly kind: string | null;
};

export const reviewTwoRhythms = defineRule<Args>({
  code: "review/two-rhythms",
  severity: "info",
  text: {
    en: {
      title: "One reviewer, two rhythms",
      message: (a) =>
        a.kind !== null
          ? `${a.id}: "${a.kind}" is held ${rhythmWords(a.rhythm).en} by "${a.name}" and ${rhythmWords(a.other).en} by "${a.otherName}": do both run, or does one replace the other?`
          : a.by === null
            ? `${a.id}: "${a.name}" is ${rhythmWords(a.rhythm).en} and "${a.otherName}", of the same kind, ${rhythmWords(a.other).en}: do both run, or does one replace the other?`
            : `${a.id}: "${a.by}" holds "${a.name}" ${rhythmWords(a.rhythm).en} and "${a.otherName}", of the same kind, ${rhythmWords(a.other).en}: do both run, or does one replace the other?`,
      why: "Two reviews of one kind by one holder that differ only in name look like one review with two rhythms to those who have to hold it.",
      fix: "Say what each looks at (`of`, `aspects`), who holds it (`by`) or when (`during`), or keep one rhythm.",
    },
    zhHans: {
      title: "同一主体两种频次",
      message: (a) =>
        a.kind !== null
          ? `“${a.kind}”在“${a.name}”中${rhythmInChinese(a.rhythm)}，在“${a.otherName}”中${rhythmInChinese(a.other)}，未写明并行还是以其一为准`
          : a.by === null
            ? `“${a.name}”与“${a.otherName}”方式相同而频次不同（${rhythmInChinese(a.rhythm)}、${rhythmInChinese(a.other)}），未写明并行还是以其一为准`
            : `“${a.by}”${rhythmInChinese(a.rhythm)}开展“${a.name}”，又${rhythmInChinese(a.other)}开展方式相同的“${a.otherName}”，两者并行还是以其一为准未写明`,
      why: "同一主体开展的同类督导评估，除名称外没有区别，执行中难以确定频次。",
      fix: "用 `of`、`aspects`、`by`、`during` 写明各自的内容、主体或时段，或统一频次。",
    },
  },
  check({ plan, report }) {
    const actors = new Map(plan.actors.map((actor) => [actor.id.value, nameOf(actor)]));
    const known = new Map<string, Held[]>();
    const reviews = ofType(plan, "review").filter(({ origin }) => origin === "plan");
    for (const { review, other, cadence, against, kind } of barePairs(plan)) {
      const args: Args = {
        id: review.id.value,
        name: nameOf(review),
        rhythm: cadence.is.value,
        otherName: nameOf(other),
        other: against.is.value,
        by: null,
        kind,
      };
      const related = [{ span: against.is.span, note: otherNote }];
      report(cadence.is.span, args, { on: review, related });
    }
    for (const review of reviews) {
      const all = heldIn(review);
      const told = new Set<string>();
      for (const held of all) {
        for (const by of held.by) {
          const key = `${held.kind}\n${by}`;
          const other = known.get(key)?.find((one) => differ(one, held));
          if (other === undefined || told.has(held.name)) continue;
          told.add(held.name);
          const args: Args = {
            id: review.id.value,
            name: held.name,
            rhythm: held.cadence.is.value,
            otherName: other.name,
            other: other.cadence.is.value,
            by: actors.get(by) ?? by,
            kind: null,
          };
          const related = [{ span: other.cadence.is.span, note: otherNote }];
          report(held.cadence.is.span, args, { on: review, related });
        }
      }
      // Added after all of its own are compared: rounds of one review are one scheme.
      for (const held of all) for (const by of held.by) add(known, `${held.kind}\n${by}`, held);
    }
  },
});

const otherNote = { en: "the other rhythm", zhHans: "另一频次" };

/** More reviews of one kind and holder are not held against each other. */
const mostOfOneKind = 50;

function add(known: Map<string, Held[]>, key: string, held: Held): void {
  const others = known.get(key);
  if (others === undefined) known.set(key, [held]);
  else if (others.length < mostOfOneKind) others.push(held);
}

interface Held {
  readonly name: string;
  readonly kind: string;
  readonly by: readonly string[];
  /** All holders as one key. */
  readonly holders: string;
  /** What it looks at; empty where it does not say. */
  readonly matters: ReadonlySet<string>;
  readonly cadence: Statement<Rhythm>;
  /** Nothing says by whom, and its owner stands for the holder. */
  readonly byOwner: boolean;
}

/** The review itself and its rounds, where they say of what kind and by whom, and nothing of what. */
function heldIn(review: Mechanism): readonly Held[] {
  const { parameters } = review;
  const whole = heldOf(parameters, nameOf(review), review.cadence[0]) ?? heldByOwner(review);
  const rounds = entriesAt(parameters, "rounds").map((round, i) =>
    saysOfWhat(parameters) || saysOfWhat(round)
      ? null
      : heldOf(round, labelOf(round) ?? `${i + 1}`, rhythmsAt(round, "cadence")[0]),
  );
  return [whole, ...rounds].flatMap((one) => (one === null ? [] : [one]));
}

function saysOfWhat(map: ParameterMap): boolean {
  return map.get("of") !== undefined || map.get("aspects") !== undefined;
}

/** Kinds of which one holder has but one where nothing says of what. */
const heldAtLarge =
  /^(?:督查|督导|检查|巡查|通报|调度|例会|推进会|inspections?|bulletin|dispatch|(?:regular )?meeting)$/u;

function heldByOwner(review: Mechanism): Held | null {
  const { parameters, owner, cadence } = review;
  const [kind] = wordsAt(parameters, "kind");
  const lead = owner[0]?.is.value.lead ?? null;
  if (lead === null || parameters.get("by") !== undefined || kind === undefined) return null;
  if (!heldAtLarge.test(kind.value.trim().toLowerCase()) || rhythmOfName(nameOf(review)) !== null)
    return null;
  return heldOf(parameters, nameOf(review), cadence[0], lead.value);
}

function heldOf(
  map: ParameterMap,
  name: string,
  cadence: Statement<Rhythm> | undefined,
  owner: string | null = null,
): Held | null {
  const kinds = wordsAt(map, "kind").map(({ value }) => value.trim().toLowerCase());
  const stated = [...wordsAt(map, "by"), ...idsAt(map, "by")].map(({ value }) => value.trim());
  const by = stated.length === 0 && owner !== null ? [owner] : stated;
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1 || by.length === 0 || cadence === undefined) return null;
  const apart = cadence.place !== null || cadence.scope !== null || cadence.during !== null;
  if (apart) return null;
  const matters = ["of", "aspects"].flatMap((key) => [...wordsAt(map, key), ...idsAt(map, key)]);
  return {
    name,
    kind,
    by,
    holders: [...new Set(by)].sort().join("\n"),
    matters: new Set(matters.map(({ value }) => value.trim())),
    cadence,
    byOwner: owner !== null,
  };
}

/** Equal holders with equal matters, or none, are told as a conflict. */
function differ(a: Held, b: Held): boolean {
  const [first, second] = [perYear(a.cadence.is.value), perYear(b.cadence.is.value)];
  if (first === null || second === null || first === second) return false;
  const [few, many] = a.matters.size <= b.matters.size ? [a.matters, b.matters] : [b.matters, a.matters];
  if ((few.size === 0) !== (many.size === 0) || [...few].some((one) => !many.has(one))) return false;
  if (a.byOwner || b.byOwner) return rhythmOfName(a.name) === null && rhythmOfName(b.name) === null;
  return a.holders !== b.holders || few.size < many.size;
}
