/** Texts of sections with their placeholders filled in, in the plan's own language. */
import { type Language, languageOfTag, makeSpeaker, type Speaker } from "../language/speaker.ts";
import { placeholderWords, statusWords } from "../language/words.ts";
import { type PlacedValue, placeholderPattern, placeholderVerbs } from "../plan/placeholder.ts";
import { type Asked, makeResolve, type Resolution } from "../plan/placeholders.ts";
import type { Item, Name, Plan, Section } from "../plan/plan.ts";
import { rhythmInChinese, rhythmWords } from "../plan/rhythm.ts";
import type { When } from "../plan/time.ts";
import { printDay } from "./dates.ts";
import { expressionText } from "./prose-expression.ts";
import { proseLevel } from "./prose-quantity.ts";
import { proseTarget } from "./prose-target.ts";
import { nameText, ownerText, type ViewContext } from "./view/context.ts";
import { currentValue } from "./view/figure-text.ts";

/** One placeholder of a text with what stands in its place. */
export interface FilledPlaceholder extends Resolution {
  readonly asked: Asked;
  readonly printed: string;
  /** Where it begins in the text as written, and how long it is there. */
  readonly at: number;
  readonly length: number;
}

export interface FilledText {
  readonly text: string;
  /** In the order of the text. */
  readonly placeholders: readonly FilledPlaceholder[];
}

/** The speaker of a plan's documents: its own language, else English. */
export function planSpeaker(plan: Plan): Promise<Speaker> {
  const language: Language = languageOfTag(plan.language?.value ?? "") ?? "en";
  return makeSpeaker(language);
}

/**
 * Makes what fills the texts of a plan. The context's speaker is that of the document (`planSpeaker`). What cannot be
 * filled stands in brackets that say what is missing.
 */
export function makeFill(context: ViewContext): (section: Section) => FilledText {
  const { plan, compilation } = context;
  const resolve = makeResolve(plan, compilation.index);
  return (section) => {
    const placeholders: FilledPlaceholder[] = [];
    const text = (section.text?.text ?? "").replace(
      placeholderPattern,
      (
        marks: string,
        verb: string,
        id: string | undefined,
        which: string | undefined,
        at: number,
        whole: string,
      ) => {
        const asked = { verb, id: id ?? null, which: which ?? null };
        const resolution = resolve(section, asked);
        const words = printedText(asked, resolution, context);
        const opens = verb === "target" && !context.speaker.chinese && opensSentence(whole, at, marks);
        const printed = opens ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : words;
        placeholders.push({ asked, printed, at, length: marks.length, ...resolution });
        return printed;
      },
    );
    return { text, placeholders };
  };
}

/** True where an English sentence begins: at the start, behind the end of another, in a new paragraph; never for a text of its own. */
function opensSentence(text: string, at: number, marks: string): boolean {
  if (at === 0) return text.trimEnd().length > marks.length;
  return /[.!?]\s{1,2}$|\n\n$/.test(text.slice(Math.max(0, at - 3), at));
}

function printedText(asked: Asked, { state, values }: Resolution, context: ViewContext): string {
  const [value] = values;
  if (state === "records") return recordText(asked, context);
  if ((state === "here" || state === "elsewhere") && value !== undefined) return valueText(value, context);
  return gapText(asked, values, context);
}

/** What stands where nothing can be printed. */
function gapText({ verb, id }: Asked, values: readonly PlacedValue[], context: ViewContext): string {
  const { speaker } = context;
  const found = placeholderVerbs.find((one) => one === verb);
  const what = found === undefined ? verb : speaker.say(placeholderWords[found]);
  const name = id === null ? "" : itemName(id, context);
  if (values.length === 0) {
    return speaker.chinese ? `〔${name}的${what}未写明〕` : `[${what} of ${name} not stated]`;
  }
  const several = values.map((value) => valueText(value, context)).join(speaker.chinese ? "、" : ", ");
  return speaker.chinese
    ? `〔${name}的${what}不止一个：${several}〕`
    : `[several for ${what} of ${name}: ${several}]`;
}

/** What records tell of an indicator: its latest value, or its status. */
function recordText({ verb, id }: Asked, context: ViewContext): string {
  const { speaker, compilation } = context;
  const row = compilation.results.rows.find((one) => one.entity === null && one.indicator.id.value === id);
  if (row === undefined) return speaker.say(statusWords["no-data"]);
  if (verb === "status") return speaker.say(statusWords[row.status]);
  const hasNone = row.figures.value.value === null && row.word === null;
  return hasNone ? speaker.say(statusWords["no-data"]) : currentValue(row, context).text;
}

function valueText(placed: PlacedValue, context: ViewContext): string {
  const { value, wording } = placed;
  const { speaker } = context;
  if (wording !== null) return wording;
  switch (value.kind) {
    case "target":
      return inScript(
        proseTarget(value.target, value.indicator, speaker, (id) => itemName(id, context)),
        speaker,
      );
    case "quantity":
      return inScript(proseLevel(value.quantity, value.of?.unit?.text ?? null, speaker), speaker);
    case "rhythm":
      return speaker.say({ en: rhythmWords(value.rhythm).en, zhHans: rhythmInChinese(value.rhythm) });
    case "time":
      return whenText(value.when, value.side, speaker);
    case "owner":
      return ownerText([value.statement], context) ?? "";
    case "expression":
      return inScript(expressionText(value.text, speaker), speaker);
    case "count":
      return `${value.count}`;
    case "name":
      return nameText(value.name, value.name.text, speaker);
    case "words":
      return value.text;
  }
}

/** Our own words in the script of the plan. */
function inScript(text: string, speaker: Speaker): string {
  return speaker.say({ en: text, zhHans: text });
}

function whenText(when: When, side: "start" | "end" | "both", speaker: Speaker): string {
  const { period, text } = when;
  if (period === null || /[年月日]/.test(text)) return text.trim();
  const { start, end } = period;
  const from = start === null ? "" : printDay(start, speaker);
  const to = end === null ? "" : printDay(end, speaker);
  if (side === "start") return from;
  if (side === "end") return to;
  return speaker.chinese ? `${from}至${to}` : `${from} to ${to}`;
}

function itemName(id: string, { compilation, speaker }: ViewContext): string {
  const item: (Item & { readonly name?: Name | null }) | undefined = compilation.index.items.find(
    (one) => one.id.value === id,
  );
  return nameText(item?.name ?? null, id, speaker);
}
