/** What a mechanism states under the keys of its type, as the parts of an outline that people read. */
import type { Speaker } from "../../language/speaker.ts";
import { toSimplified } from "../../plan/chinese-number.ts";
import type { Given } from "../../plan/given.ts";
import { type Parameter, type ParameterMap, type StatedQuantity, wordsAt } from "../../plan/parameters.ts";
import type { Part, Parts } from "../../schema/part.ts";
import { own } from "../../text/own.ts";
import { conditionWords } from "../condition-words.ts";
import { printedSection } from "../outline.ts";
import { statedTexts, yesOrNo } from "../parameter-text.ts";
import { anchorOf } from "./anchors.ts";
import { nameText, type ViewContext } from "./context.ts";
import { titleOfId } from "./item-text.ts";
import { choiceWords, machineWord } from "./machine-words.ts";
import type { OutlinePart } from "./plan-view.ts";
import { quantityWords } from "./quantity-words.ts";
import { whenWords } from "./when-text.ts";

/** The values of a map under the titles of its keys; a key that the type does not know stands as it is written. */
export function mapParts(map: ParameterMap, keys: Parts, context: ViewContext): readonly OutlinePart[] {
  return [...map.values].map(([key, value]) => {
    const part = keys[key];
    return valuePart(part === undefined ? key : context.speaker.say(part.title), value, part, context);
  });
}

function valuePart(
  label: string,
  value: Parameter,
  part: Part | undefined,
  context: ViewContext,
): OutlinePart {
  const { speaker, labels } = context;
  const one = (text: string): OutlinePart => ({ anchor: null, label, text, parts: [] });
  switch (value.kind) {
    case "list":
      return {
        anchor: null,
        label,
        text: null,
        parts: value.entries.map((entry) => entryPart(entry, part?.items?.properties ?? {}, context)),
      };
    case "map": {
      const parts = mapParts(value.map, part?.properties ?? {}, context);
      const counts = [...value.map.values.values()].every(({ kind }) => kind === "announced");
      return counts
        ? one(parts.map(({ text }) => text).join(labels.listComma))
        : { anchor: null, label, text: null, parts };
    }
    case "reference":
      return one(referredTo(value.ids, context));
    case "name":
      return one(nameText(value.name, value.name.text, speaker));
    case "flag":
      return one(yesOrNo(value.flag.value, speaker));
    case "announced":
      return one(value.counts.map(({ count }) => countText(count.value, speaker)).join(labels.listComma));
    case "time":
      return one([...new Set(value.statements.map(({ is }) => whenWords(is.value, context)))].join(" / "));
    case "quantity":
      return one(amountsText(value.statements, context));
    case "text":
      return one(
        distinct(value.statements.map((one) => one.wording?.value ?? saidText(one.is.value, part, context))),
      );
    case "expression":
      return one(
        distinct(value.statements.map((one) => one.wording?.value ?? conditionText(one.is.value, context))),
      );
    default:
      return one([...new Set(statedTexts(value, context).map(({ text }) => text))].join(" / "));
  }
}

/** Names of what is referred to; a section by its printed number, as everywhere. */
function referredTo(ids: readonly Given<string>[], context: ViewContext): string {
  const { compilation, labels, speaker } = context;
  const titles = ids.map(({ value }) =>
    compilation.index.find("section", value) === undefined
      ? titleOfId(value, context)
      : printedSection(value, speaker),
  );
  return titles.length === 0 ? labels.none : titles.join(labels.listComma);
}

/** Texts that several statements give, each once. */
export function distinct(texts: readonly string[]): string {
  return [...new Set(texts)].join(" / ");
}

/** A condition with the names of what it is about. */
function conditionText(text: string, context: ViewContext): string {
  const nameOf = (id: string): string | null => {
    const title = titleOfId(id, context);
    return title === id ? null : title;
  };
  return conditionWords(text, nameOf, context.speaker);
}

/** Words under a key; where the key takes one of a few, that one as people say it. */
function saidText(
  words: readonly { readonly value: string }[],
  part: Part | undefined,
  context: ViewContext,
): string {
  const [only] = words;
  const choice =
    part?.enum?.includes(only?.value ?? "") === true ? own(choiceWords, only?.value ?? "") : undefined;
  return choice === undefined ? wordsText(words, context) : context.speaker.say(choice);
}

/** Ids and words in a row, as people read them; as they are written where one of them is known to nobody. */
function wordsText(words: readonly { readonly value: string }[], context: ViewContext): string {
  const written = words.map(({ value }) => value);
  const told = written.map((word) => machineWord(word, context));
  const isMixed =
    context.speaker.chinese && told.some((word, i) => word === written[i] && /^[a-z-]+$/.test(word));
  return (isMixed ? written : told).join(context.labels.listComma);
}

/** A count that the plan announces; what is counted stands beside it. */
export function countText(count: number, speaker: Speaker): string {
  return speaker.chinese ? `共${count}项` : `${count}`;
}

/** Quantities, and of what they are shares where the plan says so: once where all are shares of one thing. */
function amountsText(statements: readonly StatedQuantity[], context: ViewContext): string {
  const { speaker } = context;
  const [base, ...others] = [...new Set(statements.map(({ of }) => of?.value ?? null))];
  if (base === undefined || base === null || others.length > 0)
    return distinct(statements.map((stated) => withBase(stated, context)));
  return basedOn(distinct(statements.map(({ is }) => quantityWords(is.value, speaker))), base, context);
}

function withBase({ is, of }: StatedQuantity, context: ViewContext): string {
  const text = quantityWords(is.value, context.speaker);
  return of === null ? text : basedOn(text, of.value, context);
}

const ofEach = /^(?:[每各]|each )/i;

function basedOn(text: string, base: string, context: ViewContext): string {
  const { labels, speaker } = context;
  const words = machineWord(base, context);
  // 每个社区1名: an amount for each of them is no share.
  if (ofEach.test(words)) return speaker.chinese ? `${words}${text}` : `${text} for ${words}`;
  return speaker.chinese
    ? `${text}${labels.open}基数${labels.colon}${words}${labels.close}`
    : `${text} of ${words}`;
}

/** Keys that say what an entry is about where it has no name (`labelOf`). */
const naming = ["role", "for"];

/**
 * An entry of a list: what it is called (an id is no name where the entry says more), and in brackets behind it what it
 * states; parts only for what is itself a list.
 */
function entryPart(entry: ParameterMap, keys: Parts, context: ViewContext): OutlinePart {
  const { labels, speaker } = context;
  const name = entry.get("name");
  const namedBy = name?.kind === "name" ? "name" : naming.find((key) => entry.get(key)?.kind === "text");
  const called =
    name?.kind === "name"
      ? nameText(name.name, "", speaker)
      : namedBy === undefined
        ? null
        : partOf(entry, namedBy, keys, context).text;
  const stated = [...entry.values.keys()].filter(
    (key) =>
      key !== namedBy &&
      (key !== "id" || (called === null && entry.values.size === 1)) &&
      !(key === "of" && isCalled(entry.get(key), called, context)),
  );
  const parts = stated.map((key) => partOf(entry, key, keys, context));
  const inLine = parts.filter((part) => part.parts.length === 0 && part.text !== null);
  const [only] = stated;
  // One text alone says what it is by its list.
  const isAlone = called === null && stated.length === 1 && entry.get(only ?? "")?.kind === "text";
  const texts = inLine.map(({ label, text }) => {
    if (isAlone) return text;
    return `${called === null ? label : asInBrackets(label ?? "", speaker)}${labels.colon}${text}`;
  });
  const told = texts.length === 0 ? null : texts.join(speaker.chinese ? "；" : "; ");
  const rest = parts.filter((part) => !inLine.includes(part));
  const text =
    called === null ? told : told === null ? called : `${called}${labels.open}${told}${labels.close}`;
  const id = wordsAt(entry, "id")[0]?.value;
  const anchor = id === undefined ? null : anchorOf("entry", id);
  return rest.length > 0
    ? { anchor, label: text, text: null, parts: rest }
    : { anchor, label: null, text, parts: [] };
}

/** A label that begins no line: in English with a small letter. */
export function asInBrackets(label: string, { chinese }: Speaker): string {
  return chinese ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

function partOf(entry: ParameterMap, key: string, keys: Parts, context: ViewContext): OutlinePart {
  const value = entry.get(key);
  const part = keys[key];
  const label = part === undefined ? key : context.speaker.say(part.title);
  return value === undefined
    ? { anchor: null, label, text: null, parts: [] }
    : valuePart(label, value, part, context);
}

/** Whether what a share is taken of is what the entry is called: its name has told it. */
function isCalled(value: Parameter | undefined, called: string | null, context: ViewContext): boolean {
  if (value === undefined || called === null) return false;
  const { text } = valuePart("", value, undefined, context);
  return text !== null && toSimplified(text) === toSimplified(called);
}
