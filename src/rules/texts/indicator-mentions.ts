/** Where a sentence names an indicator, in full or shortened. Shared by rules; not a rule. */
import type { Plan } from "../../plan/plan.ts";
import { type Figures, figuresOf } from "../target/levels.ts";
import { formsOf, isFreeBefore, meaningWords, type NameForm } from "./name-forms.ts";
import { isOfPart } from "./of-parts.ts";
import { isOfRest } from "./of-rest.ts";

/** An indicator's name in a sentence. */
export interface Mention {
  readonly figures: Figures;
  readonly at: number;
  readonly end: number;
  /** Where the next name begins, or a figure would stand too far away to belong to this one. */
  readonly next: number;
  /** The name is shortened: it stands for the indicator only beside a figure that fits it. */
  readonly isShort: boolean;
}

/** A figure further behind the name than this speaks of something else. */
const reach = 60;
/** More indicators are not looked for. */
const mostIndicators = 400;
/** Fewest letters of an end of a name: 覆盖率. */
const shortestTail = 3;

interface Entry extends NameForm {
  readonly figures: Figures;
}

const entriesOfPlan = new WeakMap<Plan, ReadonlyMap<string, readonly Entry[]>>();

/** All forms by their last two letters, at which a sentence is looked up. */
function entriesOf(plan: Plan): ReadonlyMap<string, readonly Entry[]> {
  const known = entriesOfPlan.get(plan);
  if (known !== undefined) return known;
  const entries = new Map<string, Entry[]>();
  for (const figures of figuresOf(plan).slice(0, mostIndicators)) {
    for (const form of formsOf(figures.indicator)) {
      const key = form.text.slice(-2);
      const entry = { ...form, figures };
      const alike = entries.get(key);
      if (alike === undefined) entries.set(key, [entry]);
      else alike.push(entry);
    }
  }
  entriesOfPlan.set(plan, entries);
  return entries;
}

interface Hit {
  readonly at: number;
  readonly end: number;
  readonly figures: Figures;
  readonly isShort: boolean;
}

/** The indicators that a sentence names, in its order; what may mean two of them is none. */
export function mentionsIn(sentence: string, plan: Plan): readonly Mention[] {
  const entries = entriesOf(plan);
  const text = sentence.toLowerCase();
  const hits: Hit[] = [];
  for (let end = 2; end <= text.length && hits.length < mostHits; end += 1) {
    for (const entry of entries.get(text.slice(end - 2, end)) ?? []) {
      const hit = hitOf(text, end, entry);
      if (hit !== null) hits.push(hit);
    }
  }
  // A stated name before a shortened one, then longest first: 服务满意度 is not found in 助餐服务满意度.
  hits.sort((a, b) => b.end - b.at - (a.end - a.at) || Number(a.isShort) - Number(b.isShort) || a.at - b.at);
  const taken: Hit[] = [];
  for (const hit of hits) if (!taken.some((one) => one.at < hit.end && hit.at < one.end)) taken.push(hit);
  const meant = taken.filter(
    (one) =>
      !hits.some(
        (other) =>
          other.at === one.at &&
          other.end === one.end &&
          other.figures !== one.figures &&
          other.isShort === one.isShort,
      ),
  );
  const starts = taken.map(({ at }) => at).sort((a, b) => a - b);
  return meant
    .sort((a, b) => a.at - b.at)
    .map((one) => ({
      ...one,
      next: Math.min(
        starts.find((at) => at > one.at) ?? sentence.length,
        predicateOf(sentence, one.end) + reach,
      ),
    }));
}

const inserted =
  /^, (?:that is|which|who|or|meaning|i\.e\.|measured|counted|defined) [^.;,\d]{3,120}, (?=(?:is|are|was|were|will|shall|should|must|has|have|had|rises?|falls?|grows?|reach(?:es)?|drops?|stands?|stood|rose|fell) )/u;

/** Where what is said of a name begins: behind the clause that explains it (Early leavers, that is those who leave in a month, are to fall). */
function predicateOf(sentence: string, end: number): number {
  return sentence[end] === "," ? end + (inserted.exec(sentence.slice(end, end + 200))?.[0].length ?? 0) : end;
}

/** The same without those of a part: within the clause a place or some of all are named before (到2026年底，东街道助餐服务覆盖率). */
export function wholeMentionsIn(sentence: string, plan: Plan): readonly Mention[] {
  const all = mentionsIn(sentence, plan);
  return all.filter((one) => {
    const head = sentence.slice(0, one.at);
    if (one.isShort && ofCounted.test(head)) return false;
    return !isOfRest(head) && !isOfPart(sentence, one, all, plan);
  });
}

/** 现有焚烧厂2座，日处理能力2000吨: the shortened name is that of what was counted right before. */
const ofCounted = /[\u4e00-\u9fff]{2}\d{1,6}[座所处家台套条]，(?:总|合计)?$/u;

/** What is said of some only is not said of the indicator: 试点社区助餐服务覆盖率. */
const ofSome = /(?:试点|示范|先行|样板|首批|部分|其余|其他)[^，。；、：:\s\d的]{0,4}$/u;
const mostHits = 200;

const made = /(?:培育|培养|选育|招募|组建|发展|打造|新建|引进|引入|配备)$/u;

function isShareOf({ unit }: Figures): boolean {
  return unit?.dimension === "percent";
}

function hitOf(text: string, end: number, { text: form, kind, figures }: Entry): Hit | null {
  let length = 2;
  while (length < form.length && length < end && text[end - 1 - length] === form[form.length - 1 - length])
    length += 1;
  const at = end - length;
  const isWhole = length === form.length;
  if (kind === "whole")
    return isWhole && !ofSome.test(text.slice(Math.max(0, at - 8), at))
      ? { at, end, figures, isShort: false }
      : null;
  if (kind === "stem" ? !isWhole : length < shortestTail) return null;
  if (!isWhole && meaningWords.test(form.slice(0, -length))) return null;
  if (/[a-z]/.test(form[0] ?? "") && /[a-z]/.test(text[end] ?? "")) return null;
  const before = text.slice(Math.max(0, at - 4), at);
  // 累计修复岸线 is what a running total counts.
  const isTotal =
    /累计(?:完成|建成|新增|改造)?$/u.test(before) && figures.indicator.value.value === "running-total";
  // 培育带头人1000名: what is made or found is what is counted.
  const isMade = kind === "stem" && length >= 4 && made.test(before) && !isShareOf(figures);
  return isTotal || isMade || isFreeBefore(before) ? { at, end, figures, isShort: true } : null;
}
