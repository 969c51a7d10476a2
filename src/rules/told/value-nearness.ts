/** How surely an English sentence tells of a value: by the words of what states it, and of what stands before it. Shared by a rule; not a rule. */

import type { ReadSentence } from "../texts/read-sentences.ts";
import { contentStems, nearness, touches } from "../texts/subjects.ts";
import type { HeldValue } from "./held-values.ts";

/** All words of the item, or of the entry, stand in the sentence. */
export function namesIt({ stems }: ReadSentence, { own, label, labelled }: HeldValue): boolean {
  return nearness(stems, label === null ? own : labelled) === 2;
}

/** Of several that are named as surely the one whose name stands nearest; null where two do. */
export function nearestTo(
  { text }: ReadSentence,
  at: number,
  values: readonly HeldValue[],
): HeldValue | null {
  const words = [...text.matchAll(/[a-z]{3,}/giu)].map(({ 0: word, index }) => ({
    stem: contentStems(word)[0] ?? "",
    far: Math.abs(index - at),
  }));
  const far = ({ own, label, labelled }: HeldValue): number => {
    const names = label === null ? own : labelled;
    return Math.min(...words.filter(({ stem }) => names.has(stem)).map((one) => one.far));
  };
  const least = Math.min(...values.map(far));
  const [nearest = null, ...others] = values.filter((one) => far(one) === least);
  return others.some(({ item }) => item !== nearest?.item) ? null : nearest;
}

/** How surely a sentence tells of a value: by the name of its item and its entry, or most of its definition. */
export function scoreOf(
  sentence: ReadSentence,
  { item, own, labelled, label, beside, is, isCondition }: HeldValue,
): number {
  const here = nearness(sentence.stems, own);
  const before = sentence.before ?? none;
  const together = sentence.before === null ? 0 : nearness(new Set([...before, ...sentence.stems]), own);
  const back = Math.max(nearness(before, own), together === 2 ? 1 : 0);
  const ofItem = here > 0 ? here + 2 : back;
  if (label !== null) {
    const ofLabel = nearness(sentence.stems, labelled);
    const isHere =
      ofItem > 0 ||
      isSameSection(sentence, item) ||
      [sentence.stems, before].some((one) => touches(one, own));
    return ofLabel > 0 && (isHere || labelled.size > 1) ? ofLabel + ofItem + 1 : 0;
  }
  // A day may be that of a part, where not all of the name is said.
  if (is.kind === "day") return here === 2 || (together === 2 && sentence.isSequel) ? Math.max(ofItem, 1) : 0;
  if (ofItem > 0) return ofItem;
  // Of a mechanism its own section tells in words of its own.
  const words = isCondition === true ? beside : own;
  const isNear = touches(sentence.stems, words) || touches(before, words);
  if (item.kind === "mechanism" && isSameSection(sentence, item) && isNear) return 1;
  const besides = [...new Set([...own, ...beside])].filter((stem) => sentence.stems.has(stem)).length;
  return besides > 2 || (besides > 1 && isSameSection(sentence, item)) ? 1 : 0;
}

function isSameSection({ section: own }: ReadSentence, item: HeldValue["item"]): boolean {
  const { section = null } = item as { readonly section?: { readonly value: string } | null };
  return section !== null && section.value === own.id.value;
}

const none: ReadonlySet<string> = new Set();

/** A sentence that holds one word of the names, or stands behind one that does. */
export function speaksNear({ stems, before }: ReadSentence, { own, labelled }: HeldValue): boolean {
  return [own, labelled].some((words) => touches(stems, words) || touches(before ?? none, words));
}

/** What a sentence says is that of another item, if it holds a word of it. */
export function mayBeOf(sentence: ReadSentence, value: HeldValue): boolean {
  const { stems, before } = sentence;
  const isNear =
    value.label === null
      ? speaksNear(sentence, value)
      : touches(stems, value.labelled) || touches(before ?? none, value.labelled);
  return (
    isNear ||
    (value.is.kind === "figure" && [...value.beside].filter((stem) => sentence.stems.has(stem)).length > 1)
  );
}
