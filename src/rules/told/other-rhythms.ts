/**
 * How often an English sentence says that something meets, is reviewed, scored, reported or counted, where that is none of the rhythms of what it
 * speaks of and no text tells the stated one. Shared by a rule; not a rule.
 */
import type { Given } from "../../plan/given.ts";
import { rhythmsAt } from "../../plan/parameters.ts";
import type { Item, Plan } from "../../plan/plan.ts";
import { perYear } from "../../plan/rhythm.ts";
import type { Rhythm } from "../../plan/time.ts";
import { spanText } from "../../text/source.ts";
import { nameOf } from "../name-of.ts";
import { rhythmAdjectives, rhythmAdverbs } from "../texts/english-rhythms.ts";
import type { ReadSentence } from "../texts/read-sentences.ts";
import { contentStems, nearness, touches } from "../texts/subjects.ts";
import { timesAYear } from "../texts/times.ts";
import type { OtherTold } from "./untold-values.ts";

interface Held {
  readonly item: Item;
  readonly name: string;
  readonly own: ReadonlySet<string>;
  /** The last word of the name of a body, by which a text calls it. */
  readonly word: string | null;
  /** The board, or Boards at the head. */
  readonly called: RegExp | null;
  readonly rhythms: readonly Given<Rhythm>[];
  readonly verb: RegExp;
}

const rhythm = new RegExp(`\\b(?:${rhythmAdverbs}|${rhythmAdjectives})\\b`, "giu");
const meets =
  /\b(?:meets?|sits?|convenes?|gathers?|assembles?|comes? together|gets? together|(?:is|are) (?:held|convened)|takes? place|holds?|meetings?|sessions?|sittings?)\b/iu;
const looks =
  /\b(?:review|audit|scor|rat|assess|grad|judg|survey|inspect|evaluat|check|report|publish|examin|updat|monitor|rank|visit|tak|held|done|carried|conduct|repeat)[a-z]*\b/iu;
const counts =
  /\b(?:count|report|measur|collect|record|track|publish|monitor|survey|updat|test|administer|check|calculat|compil|return|submit|send|log)[a-z]*\b/iu;

/** Reads all rhythms of a sentence. */
export function otherRhythms(
  plan: Plan,
  sentences: readonly ReadSentence[],
): (sentence: ReadSentence) => readonly OtherTold[] {
  const held = heldIn(plan);
  if (held.length === 0) return () => [];
  const ofSentence = new Map(sentences.map((one) => [one, saidIn(one.text)]));
  const known = new Map<Held, boolean>();
  const isTold = (one: Held): boolean => {
    const told =
      known.get(one) ??
      sentences.some(
        (sentence) =>
          nearOf(sentence, one) > 0 &&
          (ofSentence.get(sentence) ?? []).some(({ times }) => isStated(one, times)),
      );
    known.set(one, told);
    return told;
  };
  return (sentence) =>
    (ofSentence.get(sentence) ?? []).flatMap(({ said, at, times }): OtherTold[] => {
      const all = held.map((one) => ({ one, score: nearOf(sentence, one) })).filter(({ score }) => score > 0);
      const here = all.filter(({ score }) => score > 1);
      const near = here.length > 0 ? here : all;
      if (near.some(({ one }) => isStated(one, times))) return [];
      const clause = sentence.text.slice(Math.max(0, at - 90), at + said.length + 60);
      const fit = near.filter(({ one }) => one.verb.test(clause) && !isTold(one));
      const most = Math.max(0, ...fit.map(({ score }) => score));
      const named = fit.filter(({ score }) => score === most).map(({ one }) => one);
      const [only, other] = named;
      const best = other === undefined ? only : nearestBefore(sentence.text, at, named);
      const [stated] = best?.rhythms ?? [];
      if (best == null || stated === undefined) return [];
      // Another indicator that is named by one of its words may be so held.
      const isOpen =
        best.item.kind === "indicator" &&
        held.some(
          (one) => one.item.kind === "indicator" && isStated(one, times) && touches(sentence.stems, one.own),
        );
      if (isOpen) return [];
      const { item, name } = best;
      return [{ said, at, item, name, stated: spanText(stated.span), span: stated.span }];
    });
}

/** Of several that are named as surely the one whose name ends last before the rhythm. */
function nearestBefore(text: string, at: number, named: readonly Held[]): Held | null {
  const words = [...text.slice(0, at).matchAll(/[a-z]{3,}/giu)].map(
    ({ 0: word }) => contentStems(word)[0] ?? "",
  );
  const last = ({ own }: Held): number => words.findLastIndex((stem) => own.has(stem));
  const most = Math.max(...named.map(last));
  const [best = null, other] = named.filter((one) => last(one) === most);
  return most < 0 || other !== undefined ? null : best;
}

function isStated({ rhythms }: Held, times: number): boolean {
  return rhythms.some(({ value }) => perYear(value) === times || perYear(value) === null);
}

interface Said {
  readonly said: string;
  readonly at: number;
  readonly times: number;
}

function saidIn(text: string): readonly Said[] {
  return [...text.matchAll(rhythm)].flatMap(({ 0: said, index: at }) => {
    const times = timesAYear(said);
    const isOpen = /\b(?:at least|up to|not less than|no less than|more than) $/iu.test(text.slice(0, at));
    return times === null || isOpen ? [] : [{ said, at, times }];
  });
}

function nearOf({ stems, text, before }: ReadSentence, { own, called }: Held): number {
  const here = nearness(stems, own);
  if (here > 0) return here + 2;
  if (called?.test(text) === true) return 2;
  return before === null ? 0 : nearness(before, own) === 2 ? 1 : 0;
}

function heldIn({ mechanisms, indicators }: Plan): readonly Held[] {
  const ofMechanisms = mechanisms
    .filter(({ origin }) => origin === "plan")
    .map((item): Held => {
      const isBody = item.type.value === "body";
      const name = nameOf(item);
      return {
        item,
        name,
        own: new Set(contentStems(name)),
        word: isBody
          ? (/[A-Za-z]{4,}$/.exec(name.slice(-60))?.[0].replace(/s$/u, "").toLowerCase() ?? null)
          : null,
        called: null,
        rhythms: [...rhythmsAt(item.parameters, "meets"), ...item.cadence].map(({ is }) => is),
        verb: isBody ? meets : looks,
      };
    });
  const ofIndicators = indicators.map((item): Held => {
    const name = nameOf(item);
    const collected = item.collected?.every ?? null;
    return {
      item,
      name,
      own: new Set(contentStems(name)),
      word: /(?<![a-z])[a-z]{6,}$/u.exec(name.toLowerCase())?.[0] ?? null,
      called: null,
      rhythms: [...(collected === null ? [] : [collected]), ...item.frequency.map(({ is }) => is)],
      verb: counts,
    };
  });
  const all = [...ofMechanisms, ...ofIndicators];
  const words = new Map<string, number>();
  for (const { word } of all) if (word !== null) words.set(word, (words.get(word) ?? 0) + 1);
  return all
    .filter(({ rhythms }) => rhythms.length > 0)
    .map((one) =>
      one.word === null || words.get(one.word) !== 1
        ? one
        : { ...one, called: new RegExp(`(?:^\\s*|\\b(?:the|our|this|a|each|every) )${one.word}s?\\b`, "iu") },
    );
}
