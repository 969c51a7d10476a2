/**
 * Where a text calls an item of the plan: by its whole name, or by what a writer makes of it (适老化改造 of 推进适老化改造, the booking
 * pilot of `Run the booking pilot`). Shared by rules of texts; not a rule.
 */
import { chinese } from "../../text/chinese.ts";
import { emptyStems, type Form, formsOf, type Nameable, sharedStems } from "./calling-forms.ts";
import { isOfRest } from "./of-rest.ts";
import { stemOf } from "./word-stems.ts";

/** An item in a sentence. */
export interface Called<T> {
  readonly item: T;
  readonly at: number;
  readonly end: number;
  /** The name is shortened. */
  readonly isShort: boolean;
  /** The name stands without its first word: 林带建设 of 防火林带建设. */
  readonly isTail?: true;
  /** It is the whole name, or all of it but the word for how it stands: Clinic standard of `Clinic standard adopted`. */
  readonly isSure: boolean;
}

/** Forms by their last two characters, or by their last stem. */
export interface Callings<T> {
  readonly byEnd: ReadonlyMap<string, readonly Form<T>[]>;
  readonly byStem: ReadonlyMap<string, readonly Form<T>[]>;
}

/** More items are not looked for. */
const mostItems = 400;
/** More forms with one end are not looked for. */
const mostAlike = 100;

/**
 * Items by the forms of their names. A form that two items share means neither. With `words` a single word stands for its item as
 * well where no other name ends with it: the queue of `Clear the queue`.
 */
export function callingsOf<T extends Nameable>(
  all: readonly T[],
  least: "names" | "words" = "names",
): Callings<T> {
  const items = all.slice(0, mostItems);
  const shared = least === "words" ? sharedStems(items) : null;
  const forms = new Map<string, Form<T> | null>();
  for (const item of items) {
    for (const form of formsOf(item, shared)) {
      const key = form.text === "" ? form.stems.join(" ") : form.text;
      const known = forms.get(key);
      // A whole name is that of its item, whatever else may be shortened to it.
      if (known === undefined || (known?.isShort === true && !form.isShort)) forms.set(key, form);
      else if (known !== null && known.item !== item && known.isShort === form.isShort) forms.set(key, null);
    }
  }
  const byEnd = new Map<string, Form<T>[]>();
  const byStem = new Map<string, Form<T>[]>();
  for (const form of forms.values()) {
    if (form === null || (form.isTail && standsInOther(form, items))) continue;
    const [map, key] = form.text === "" ? [byStem, form.stems.at(-1) ?? ""] : [byEnd, form.text.slice(-2)];
    const alike = map.get(key);
    if (alike === undefined) map.set(key, [form]);
    else if (alike.length < mostAlike) alike.push(form);
  }
  return { byEnd, byStem };
}

/** 林带建设 may be meant of two where it stands in another name as well. */
function standsInOther<T extends Nameable>({ item, text }: Form<T>, items: readonly T[]): boolean {
  return items.some((one) => one !== item && one.name?.text.includes(text) === true);
}

/** The places of items in a sentence, longest first; one within a longer one is not meant. */
export function placesCalled<T>(sentence: string, callings: Callings<T>): readonly Called<T>[] {
  const text = sentence.slice(0, longestSentence).toLowerCase();
  const found = chinese.test(text) ? inChinese(text, callings) : inEnglish(text, callings);
  const sorted = [...found].sort(
    (a, b) => b.end - b.at - (a.end - a.at) || Number(a.isShort) - Number(b.isShort) || a.at - b.at,
  );
  const taken: Called<T>[] = [];
  for (const one of sorted) if (!taken.some(({ at, end }) => at < one.end && one.at < end)) taken.push(one);
  return taken.sort((a, b) => a.at - b.at);
}

const longestSentence = 2000;
const mostPlaces = 200;

/** A shortened name stands for its item only where nothing runs into it: 老旧小区适老化改造 may be something else. */
const free =
  /(?:^|[\s，。；、：（）“”"(),;:]|[的对将把由在于和与及为至到自起对当等按给向]|委托|[年月日底前]|开展|推进|推动|推行|建设|建成|建立|组织|实施|印发|制定|编制|出台|完成|举办|启动|做好|加强|落实|召开|发布|搭建|打造|健全|完善|深化|加快|负责|牵头|承担|参加|参与|上线|运行|安排|公布|明确|全面|全部|集中|统筹|配备|配置|专职|兼职|本[区市县])$/u;

function inChinese<T>(text: string, { byEnd }: Callings<T>): readonly Called<T>[] {
  const found: Called<T>[] = [];
  for (let end = 2; end <= text.length && found.length < mostPlaces; end += 1) {
    for (const { item, text: form, isShort, isTail } of byEnd.get(text.slice(end - 2, end)) ?? []) {
      const at = end - form.length;
      if (at < 0 || !text.startsWith(form, at)) continue;
      if (isShort && !free.test(text.slice(Math.max(0, at - 3), at))) continue;
      found.push({ item, at, end, isShort, isSure: !isShort, ...(isTail ? { isTail } : {}) });
    }
  }
  return /[该此]/u.test(text) ? [...found, ...calledAgain(text, found)] : found;
}

const again =
  /[该此](?:项|个)?(平台|系统|中心|项目|工程|工作|任务|行动|制度|预案|方案|办法|细则|机制|指南|规划|基地|体系)/gu;
const anyWork = /工作|任务|项目|工程|行动/u;

/** 建设监测平台，该平台由…: what was called before by a name that ends so, or the only work that was. */
function calledAgain<T>(text: string, found: readonly Called<T>[]): readonly Called<T>[] {
  return [...text.matchAll(again)].flatMap(({ 0: shown, 1: noun = "", index: at }): Called<T>[] => {
    const earlier = found.filter(({ end }) => end <= at);
    const named = earlier.filter((one) => text.slice(one.at, one.end).endsWith(noun));
    const [first, ...others] = named.length > 0 || !anyWork.test(noun) ? named : earlier;
    if (first === undefined || others.some(({ item }) => item !== first.item)) return [];
    return [{ item: first.item, at, end: at + shown.length, isShort: true, isSure: false }];
  });
}

const hyphened = /^-[a-z]+/;
/** Words that may stand between those of a name. */
const mostBetween = 2;

function inEnglish<T>(text: string, { byStem }: Callings<T>): readonly Called<T>[] {
  const words = [...text.matchAll(/[a-z\d\u00c0-\u1fff]+(?:['’]s)?/g)].map(({ 0: word, index }) => ({
    stem: stemOf(word),
    at: index,
    end: index + word.length,
  }));
  const found: Called<T>[] = [];
  for (const [i, last] of words.entries()) {
    for (const { item, stems, isShort, isSure } of byStem.get(last.stem) ?? []) {
      let at = i;
      let left = stems.length - 1;
      for (let j = i - 1; j >= 0 && left > 0 && i - j < stems.length + mostBetween; j -= 1) {
        const word = words[j];
        const wanted = stems[left - 1];
        if (word === undefined || /[.,;:()]/.test(text.slice(word.end, words[j + 1]?.at))) break;
        if (word.stem === wanted) {
          left -= 1;
          at = j;
        } else if (!emptyStems.has(word.stem)) break;
      }
      const first = words[at];
      if (
        left === 0 &&
        first !== undefined &&
        found.length < mostPlaces &&
        !isOfRest(text.slice(0, first.at))
      )
        found.push({
          item,
          at: first.at,
          // Check-in ends with a word that no form holds.
          end: last.end + (hyphened.exec(text.slice(last.end, last.end + 20))?.[0].length ?? 0),
          isShort,
          isSure: !isShort || isSure === true,
        });
    }
  }
  return found;
}
