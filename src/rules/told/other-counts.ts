/**
 * How many parts an English sentence says that the plan has, in words that stand for one of several kinds (programmes of work, components, measures,
 * stages, criteria), where no kind has as many and no text tells the right number. Shared by a rule; not a rule.
 */
import { englishNumber, englishNumberWords } from "../../plan/english-number.ts";
import { entriesAt, wordsAt } from "../../plan/parameters.ts";
import type { Item, Plan } from "../../plan/plan.ts";
import { nameOf } from "../name-of.ts";
import type { ReadSentence } from "../texts/read-sentences.ts";
import { contentStems, nearness } from "../texts/subjects.ts";
import type { OtherTold } from "./untold-values.ts";

type Kind = "actions" | "phases" | "objectives" | "dimensions" | "indicators" | "members" | "parts" | "bands";

const nouns: readonly (readonly [RegExp, readonly Kind[]])[] = [
  [
    /^(?:programmes? of work|programs? of work|packages? of work|work packages|workstreams|strands(?: of work)?|lines of work|projects|interventions|initiatives|streams|components|packages|measures|activities)$/iu,
    ["actions", "objectives", "dimensions", "phases", "indicators", "parts"],
  ],
  [/^(?:stages|steps|periods)$/iu, ["phases"]],
  [
    /^(?:outcomes|aims|ambitions|results|priorities|themes|pillars|areas)$/iu,
    ["objectives", "dimensions", "actions", "indicators", "parts"],
  ],
  [/^(?:measures|yardsticks|metrics|targets)$/iu, ["indicators", "actions"]],
  [
    /^(?:members|bodies|partners|organi[sz]ations|agencies|institutions|departments|representatives)$/iu,
    ["members"],
  ],
  [/^(?:criteria|components|parts|factors|tests|headings)$/iu, ["parts", "actions"]],
  [/^(?:bands|tiers|grades|levels|classes)$/iu, ["bands"]],
];
const said = new RegExp(
  `(?<=(?:^\\s*|\\b(?:has|have|in|into|through|on|of|by|with|the|these|our|these|under|sets?|are|is|its|together|includes?|comprises?|against|around|across) |[,:(] ))(${englishNumberWords}|\\d{1,2}) ((?:program(?:me)?s?|packages?|strands|lines) of work|(?:work )?[a-z]{5,15})\\b(?! (?:each|per|such as|including|a year|of (?!work)))`,
  "giu",
);

/** Reads the counts of a sentence. */
export function otherCounts(
  plan: Plan,
  sentences: readonly ReadSentence[],
): (sentence: ReadSentence) => readonly OtherTold[] {
  return (sentence) =>
    [...sentence.text.matchAll(said)].flatMap(({ 0: shown, 1: digits = "", 2: noun = "", index: at }) => {
      const number = englishNumber(digits) ?? Number(digits);
      const kinds = [...new Set(nouns.filter(([word]) => word.test(noun)).flatMap(([, all]) => all))];
      if (kinds.length === 0 || partial.test(sentence.text.slice(Math.max(0, at - 24), at))) return [];
      const counted = kinds.flatMap((kind) => countedAs(kind, plan, sentence));
      if (counted.length === 0 || counted.some(({ items }) => items.length === number)) return [];
      const near = counted.find(({ items, isHere }) => isHere && Math.abs(items.length - number) < 3);
      const [first] = near?.items ?? [];
      if (near === undefined || first === undefined) return [];
      const isTold = sentences.some(
        (one) => one !== sentence && tellsCount(one.text, near.items.length, noun),
      );
      if (isTold) return [];
      const item = near.of ?? first;
      const name = near.of === null ? noun : nameOf(near.of);
      return [{ said: shown, at, item, name, stated: `${near.items.length}`, span: item.id.span }];
    });
}

const partial =
  /\b(?:each|every|per|first|last|next|other|another|at least|more than|up to|any|all but) [a-z ]{0,10}$/iu;

function tellsCount(text: string, number: number, noun: string): boolean {
  return [...text.matchAll(said)].some(
    ({ 1: digits = "", 2: other = "" }) =>
      (englishNumber(digits) ?? Number(digits)) === number && other.toLowerCase() === noun.toLowerCase(),
  );
}

interface Counted {
  readonly kind: Kind;
  readonly items: readonly Item[];
  /** The body or scorecard whose parts they are; null for items of the plan. */
  readonly of: Plan["mechanisms"][number] | null;
  /** They stand in this section, or the sentence names what they are parts of. */
  readonly isHere: boolean;
}

function countedAs(kind: Kind, plan: Plan, sentence: ReadSentence): readonly Counted[] {
  const { mechanisms, actions, phases, objectives, dimensions, indicators } = plan;
  if (kind === "members" || kind === "parts" || kind === "bands") {
    return mechanisms.flatMap((one): Counted[] => {
      if (one.origin !== "plan") return [];
      const entries =
        kind === "members"
          ? wordsAt(one.parameters, "members")
          : entriesAt(one.parameters, kind === "parts" ? "components" : "bands");
      if (entries.length < 2) return [];
      const own = new Set(contentStems(nameOf(one)));
      const isHere =
        nearness(sentence.stems, own) > 0 || (sentence.before !== null && nearness(sentence.before, own) > 0);
      return [{ kind, items: entries.map(() => one), of: one, isHere }];
    });
  }
  const all: Readonly<Record<typeof kind, readonly Item[]>> = {
    actions: actions.filter(({ parent }) => parent === null),
    phases,
    objectives,
    dimensions,
    indicators,
  };
  const items = all[kind];
  if (items.length < 2) return [];
  const whole = { kind, items, of: null, isHere: false };
  const here = items.filter((one) => sectionOf(one) === sentence.section.id.value);
  // Those that stand in the section may be all that is counted.
  return here.length === 0 ? [whole] : [{ ...whole, items: here, isHere: true }, whole];
}

function sectionOf(item: Item): string | null {
  const { section = null } = item as { readonly section?: { readonly value: string } | null };
  return section?.value ?? null;
}
