/**
 * The work that a paragraph is about by its first words: （一）改造学校食堂。对42所…, Upgrade level crossings. Infrastructure Division will …; or
 * by the title of its section. Its sentences need not name the work again. Shared by rules of texts; not a rule.
 */
import type { Action, Plan, Section } from "../../plan/plan.ts";
import { characterPairs } from "../../text/character-pairs.ts";
import { chinese } from "../../text/chinese.ts";
import { stemsIn } from "./word-stems.ts";

/** From where to where a text is about one action; offsets in the text of its section. */
export interface Topic {
  readonly item: Action;
  /** Behind the heading. */
  readonly from: number;
  readonly to: number;
}

/** More actions are not looked for, nor longer texts. */
const mostActions = 200;
const longestText = 50_000;

const number =
  /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,3}[、.．]|[一二三四五六七八九十]是|[-•*])\s*/u;
/** Lines, and numbered headings within one: …。（二）开展危桥改造. */
const paragraphs =
  /\n|(?<=[。；])(?=\s*(?:（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]是))/u;
const chineseHead = /^[^。：:；，\d\n]{4,24}(?=[。：:]|$)/u;
const englishHead = /^[^.:;,\d\n]{6,60}(?=[.:](?:\s|$)|$)/u;

/** The topics of a section's text, in its order; none where no heading is that of one action only. */
export function topicsOf({ title, text }: Section, plan: Plan): readonly Topic[] {
  const actions = wordedActions(plan);
  if (text === null || actions.length === 0) return [];
  const body = text.text.slice(0, longestText);
  const ofTitle = title === null ? null : actionOf(title.text, actions);
  if (ofTitle !== null) return [{ item: ofTitle, from: 0, to: body.length }];
  const topics: Topic[] = [];
  let open: Action | null = null;
  let at = 0;
  for (const line of body.split(paragraphs).flatMap((one) => atHeadings(one, actions))) {
    const [mark = ""] = number.exec(line) ?? [];
    const { item, length } = headOf(line.slice(mark.length), actions);
    const from = at + mark.length + length;
    const isAlone = /^[。：:.]?\s*$/u.test(line.slice(mark.length + length));
    // A heading that stands alone is that of the lines up to the next.
    if (item !== null || mark !== "") open = item !== null && isAlone ? item : null;
    if (item !== null && !isAlone) topics.push({ item, from, to: at + line.length });
    else if (item === null && open !== null && mark === "")
      topics.push({ item: open, from: at, to: at + line.length });
    at += line.length + (body[at + line.length] === "\n" ? 1 : 0);
  }
  return topics;
}

const sentenceAlone = /(?<=[。；])[^。：:；，、\d\n（(]{4,24}(?=[。：:])/gu;

/** A line, cut where a sentence of its own is a heading that was run into it: …四大工程。就业帮扶工程。由县残联牵头. */
function atHeadings(line: string, actions: readonly Worded[]): readonly string[] {
  const cuts = chinese.test(line)
    ? [...line.matchAll(sentenceAlone)].filter(({ 0: words }) => actionOf(words, actions) !== null)
    : [];
  const starts = [0, ...cuts.map(({ index }) => index)];
  return starts.map((start, i) => line.slice(start, starts[i + 1]));
}

/** The action that the first words name, with their length: as a sentence of its own, or run into the text (（一）危桥改造三年改造45座). */
function headOf(
  line: string,
  actions: readonly Worded[],
): { readonly item: Action | null; readonly length: number } {
  const isChinese = chinese.test(line);
  const [head = ""] = (isChinese ? chineseHead : englishHead).exec(line) ?? [];
  const item = head === "" ? null : actionOf(head, actions);
  if (item !== null || !isChinese) return { item, length: item === null ? 0 : head.length };
  const [verb = ""] = leadingVerb.exec(line) ?? [];
  const rest = line.slice(verb.length, verb.length + longestHead);
  const named = actions.filter(({ core }) => core.length > 3 && rest.startsWith(core));
  const [only, other] = named;
  return only === undefined || other !== undefined
    ? { item: null, length: 0 }
    : { item: only.item, length: verb.length + only.core.length };
}

const longestHead = 40;

interface Worded {
  readonly item: Action;
  /** Its name without the verb before it. */
  readonly core: string;
  readonly parts: ReadonlySet<string>;
}

const actionsOfPlan = new WeakMap<Plan, readonly Worded[]>();

function wordedActions(plan: Plan): readonly Worded[] {
  const known = actionsOfPlan.get(plan);
  if (known !== undefined) return known;
  const worded = plan.actions.slice(0, mostActions).flatMap((item): Worded[] => {
    const name = item.name?.text.trim() ?? "";
    const parts = partsOf(name);
    return parts.size < 2 ? [] : [{ item, core: name.replace(leadingVerb, ""), parts }];
  });
  actionsOfPlan.set(plan, worded);
  return worded;
}

const leadingVerb =
  /^(?:大力|全面|深入|扎实|持续|着力|切实|积极|有序)*(?:开展|推进|推动|推行|实施|组织|做好|加强|抓好|加快|深化|落实|完善|健全)(?=[\u4e00-\u9fff]{3})/u;

/** Chinese: pairs of characters; English: stems. */
function partsOf(words: string): ReadonlySet<string> {
  const plain = words.trim();
  if (!chinese.test(plain))
    return new Set(stemsIn(plain).filter((stem) => stem.length > 2 && stem !== "the"));
  return characterPairs(plain.replace(leadingVerb, ""));
}

/** Two headings of one thing share most of their words. */
const leastShared = 0.66;

/** The one action whose name the heading is, in nearly the same words; null for none or several. */
function actionOf(heading: string, actions: readonly Worded[]): Action | null {
  const parts = partsOf(heading);
  if (parts.size < 2) return null;
  const near = actions.filter((one) => {
    let shared = 0;
    for (const part of parts) if (one.parts.has(part)) shared += 1;
    return (2 * shared) / (parts.size + one.parts.size) >= leastShared;
  });
  const [only, other] = near;
  return only === undefined || other !== undefined ? null : only.item;
}

/** The action that the words at an offset are about. */
export function topicAt(topics: readonly Topic[], at: number, end: number): Topic | null {
  return topics.find(({ from, to }) => from <= at + 1 && end <= to + 1) ?? null;
}
