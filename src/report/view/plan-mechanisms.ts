/** Mechanisms as the document tells them: all that each states, under the words of its type. */
import { loadMechanismKeys } from "../../mechanisms/mechanism-types.ts";
import { toSimplified } from "../../plan/chinese-number.ts";
import type { Given } from "../../plan/given.ts";
import { type Parameter, type ParameterMap, type StatedQuantity, wordsAt } from "../../plan/parameters.ts";
import type { Mechanism } from "../../plan/plan.ts";
import type { Part, Parts } from "../../schema/part.ts";
import { own } from "../../text/own.ts";
import { conditionWords } from "../condition-words.ts";
import { printedSection } from "../outline.ts";
import { rhythmText, statedTexts, yesOrNo } from "../parameter-text.ts";
import { anchorOf } from "./anchors.ts";
import { nameText, ownerText, type ViewContext } from "./context.ts";
import { itemTitle, titleOfId, titlesOfIds } from "./item-text.ts";
import { choiceWords, machineWord } from "./machine-words.ts";
import type { AnnexHead, MechanismAnnex, OutlinePart } from "./plan-view.ts";
import { quantityWords } from "./quantity-words.ts";
import { fundFigure, scorecardFigure } from "./share-figures.ts";
import { whenWords } from "./when-text.ts";

/** Null when the plan has no mechanisms. */
export async function mechanismAnnex(
  context: ViewContext,
): Promise<Omit<MechanismAnnex, keyof AnnexHead> | null> {
  const { plan, speaker } = context;
  if (plan.mechanisms.length === 0) return null;
  const types = await loadMechanismKeys();
  const anchored = new Set<string>();
  // Where the plan lists resources, its funds stand with them.
  const funds = plan.resources.length > 0 ? null : fundFigure(context);
  return {
    charts: [scorecardFigure(context), funds].filter((chart) => chart !== null),
    mechanisms: plan.mechanisms.map((mechanism, i) => {
      const type = types.get(mechanism.type.value);
      return {
        anchor: anchorOf("mechanism", mechanism.id.value),
        sequence: String(i + 1),
        name: itemTitle(mechanism, context),
        type: type === undefined ? mechanism.type.value : speaker.say(type.words),
        parts: anchoredOnce(
          [
            ...commonParts(mechanism, context),
            ...mapParts(mechanism.parameters, type?.keys ?? {}, context),
            ...figureParts(mechanism, context),
          ],
          anchored,
        ),
      };
    }),
  };
}

/** The same parts; what two mechanisms call by one id is anchored where it stands first. */
function anchoredOnce(parts: readonly OutlinePart[], known: Set<string>): readonly OutlinePart[] {
  return parts.map((part) => {
    const isFirst = part.anchor !== null && !known.has(part.anchor);
    if (part.anchor !== null) known.add(part.anchor);
    return { ...part, anchor: isFirst ? part.anchor : null, parts: anchoredOnce(part.parts, known) };
  });
}

function commonParts(mechanism: Mechanism, context: ViewContext): readonly OutlinePart[] {
  const { speaker, labels } = context;
  const { purpose, section, from, during, needs, governs, cadence, announced } = mechanism;
  const part = (en: string, zhHans: string, text: string | null): OutlinePart[] =>
    text === null || text === "" || text === labels.none
      ? []
      : [{ anchor: null, label: speaker.say({ en, zhHans }), text, parts: [] }];
  const spans = [from, during].flatMap((when) => (when === null ? [] : [{ is: when }]));
  return [
    ...part("Section", "章节", section === null ? null : printedSection(section.value, speaker)),
    ...part("Purpose", "目的", purpose?.value ?? null),
    ...part("Owner", "责任单位", ownerText(mechanism.owner, context)),
    ...part(
      "When",
      "适用时间",
      spans.length === 0 ? null : distinct(spans.map(({ is }) => whenWords(is.value, context))),
    ),
    ...part("Rhythm", "频次", distinct(cadence.map(({ is }) => rhythmText(is.value, speaker)))),
    ...part("Needs", "前置条件", titlesOfIds(needs, context)),
    ...part("Governs", "作用对象", titlesOfIds(governs, context)),
    ...part("Announced", "所述数量", announced.map(({ count }) => `${count.value}`).join(labels.listComma)),
  ];
}

function mapParts(map: ParameterMap, keys: Parts, context: ViewContext): readonly OutlinePart[] {
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
    case "map":
      return { anchor: null, label, text: null, parts: mapParts(value.map, part?.properties ?? {}, context) };
    case "reference":
      return one(referredTo(value.ids, context));
    case "name":
      return one(nameText(value.name, value.name.text, speaker));
    case "flag":
      return one(yesOrNo(value.flag.value, speaker));
    case "announced":
      return one(value.counts.map(({ count }) => `${count.value}`).join(labels.listComma));
    case "time":
      return one([...new Set(value.statements.map(({ is }) => whenWords(is.value, context)))].join(" / "));
    case "quantity":
      return one([...new Set(value.statements.map((stated) => amountText(stated, context)))].join(" / "));
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

function distinct(texts: readonly string[]): string {
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

/** A quantity, and of what it is a share where the plan says so. */
function amountText({ is, of }: StatedQuantity, context: ViewContext): string {
  const { labels, speaker } = context;
  const text = quantityWords(is.value, speaker);
  if (of === null) return text;
  const base = machineWord(of.value, context);
  return speaker.chinese
    ? `${text}${labels.open}基数${labels.colon}${base}${labels.close}`
    : `${text} of ${base}`;
}

/** An entry of a list: its name (an id is none where the entry says more), and behind it what it states in one line; parts only for what is itself a list. */
function entryPart(entry: ParameterMap, keys: Parts, context: ViewContext): OutlinePart {
  const { labels, speaker } = context;
  const name = entry.get("name");
  const called = name?.kind === "name" ? nameText(name.name, "", speaker) : null;
  const rest = {
    ...entry,
    values: new Map(
      [...entry.values].filter(
        ([key, value]) =>
          key !== "name" &&
          (key !== "id" || (called === null && entry.values.size === 1)) &&
          !(key === "of" && isCalled(value, called, context)),
      ),
    ),
  };
  const parts = mapParts(rest, keys, context);
  const inLine = parts.filter((part) => part.parts.length === 0 && part.text !== null);
  const texts = inLine.map((part) =>
    part.label === null ? part.text : `${part.label}${labels.colon}${part.text}`,
  );
  const id = wordsAt(entry, "id")[0]?.value;
  return {
    anchor: id === undefined ? null : anchorOf("entry", id),
    label: called,
    text: texts.length === 0 ? null : texts.join(speaker.chinese ? "；" : "; "),
    parts: parts.filter((part) => !inLine.includes(part)),
  };
}

/** Whether what a share is taken of is what the entry is called: its name has told it. */
function isCalled(value: Parameter, called: string | null, context: ViewContext): boolean {
  const { text } = valuePart("", value, undefined, context);
  return called !== null && text !== null && toSimplified(text) === toSimplified(called);
}

function figureParts({ figures }: Mechanism, context: ViewContext): readonly OutlinePart[] {
  return figures.map((figure) => ({
    anchor: anchorOf(figure.kind, figure.id.value),
    label: itemTitle(figure, context),
    text: [...new Set(figure.values.map(({ is }) => quantityWords(is.value, context.speaker)))].join(" / "),
    parts: [],
  }));
}
