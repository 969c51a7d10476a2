/**
 * Where a text calls an item of the plan: by its whole name, or by what a writer makes of it (适老化改造 of 推进适老化改造, the booking
 * pilot of `Run the booking pilot`). Shared by rules of texts; not a rule.
 */
import type { Name } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import { isOfRest } from "./of-rest.ts";
import { turnedBack, turnedRound } from "./turned-names.ts";
import { stemOf, stemsIn } from "./word-stems.ts";

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

interface Form<T> {
  readonly item: T;
  /** Chinese: characters. English: stems in the order of the name. */
  readonly text: string;
  readonly stems: readonly string[];
  readonly isShort: boolean;
  readonly isSure?: true;
  readonly isTail?: true;
}

/** Forms by their last two characters, or by their last stem. */
export interface Callings<T> {
  readonly byEnd: ReadonlyMap<string, readonly Form<T>[]>;
  readonly byStem: ReadonlyMap<string, readonly Form<T>[]>;
}

const longestName = 100;
/** More items are not looked for. */
const mostItems = 400;
/** More forms with one end are not looked for. */
const mostAlike = 100;

/**
 * Items by the forms of their names. A form that two items share means neither. With `words` a single word stands for its item as
 * well where no other name ends with it: the queue of `Clear the queue`.
 */
export function callingsOf<T extends { readonly name: Pick<Name, "text"> | null }>(
  items: readonly T[],
  least: "names" | "words" = "names",
): Callings<T> {
  const shared = least === "words" ? sharedStems(items) : null;
  const forms = new Map<string, Form<T> | null>();
  for (const item of items.slice(0, mostItems)) {
    const name = item.name?.text.trim().toLowerCase() ?? "";
    if (name === "" || name.length > longestName) continue;
    for (const form of chinese.test(name) ? chineseForms(item, name) : englishForms(item, name, shared)) {
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
    if (form === null || (form.isTail && isEndOfOther(form, items))) continue;
    const [map, key] = form.text === "" ? [byStem, form.stems.at(-1) ?? ""] : [byEnd, form.text.slice(-2)];
    const alike = map.get(key);
    if (alike === undefined) map.set(key, [form]);
    else if (alike.length < mostAlike) alike.push(form);
  }
  return { byEnd, byStem };
}

/** 林带建设 may be meant of two where another name ends so as well. */
function isEndOfOther<T extends { readonly name: Pick<Name, "text"> | null }>(
  { item, text }: Form<T>,
  items: readonly T[],
): boolean {
  return items.slice(0, mostItems).some((one) => one !== item && one.name?.text.includes(text) === true);
}

const leadingVerb =
  /^(?:开展|推进|推动|推行|推广|建设|建成|建立|组建|组织|实施|印发|制定|编制|出台|完成|举办|启动|做好|加强|落实|召开|发布|搭建|打造|健全|完善|深化|加快|新建|培育|试行|设立|成立|开设)(?:全[区市县镇乡])?/u;
const trailingNoun =
  /(?:工作|行动|项目|工程|活动|任务|制度|办法|(?:建设|配备|配置|配建|服务)?标准|管理规定|建设|(?:以奖代补|奖补|奖励|补助|补贴)?(?:专项)?(?:资金|经费)|以奖代补|奖补|奖励|补助|补贴|办理|处置|处理|数据中心|(?<![指系倍基分])[户人个套台件次项]?数量?)$/u;
/** What stands before a noun and may be left out: 助餐平台 of 智慧助餐平台, 试点 of 社区试点. */
const adjectives =
  "智慧|数字|社区|城乡|街道|基层|全[区市县镇乡]|[区市县]级|重点|专项|综合|统一|标准化|规范化|公共|学校|村级|乡镇|企业|老旧|农村|城市|城镇|城区|困难";
const adjective = new RegExp(`^(?:${adjectives})+`, "u");
const oneAdjective = new RegExp(`^(?:${adjectives})`, "u");
/** 技术导则 of 老旧小区改造技术导则; what two items end with is neither. */
const documentAtEnd =
  /(?<=[\u4e00-\u9fff]{3})[\u4e00-\u9fff]{2}(?:导则|办法|规范|细则|规划|名录|指南|手册|规程|预案|条例|图则|平台|系统)$/u;
/** Fewest characters of a shortened name; of words for a step alone two. */
const shortestName = 3;
const stepWord = /^(?:试点|招标|验收|摸底|普查|评估|调研|培训)$/u;

function chineseForms<T>(item: T, name: string): readonly Form<T>[] {
  const plain = name.replace(/[（(][^（）()]{0,40}[）)]/gu, "").replace(/\s/gu, "");
  const core = plain.replace(leadingVerb, "");
  const texts = new Set<string>();
  // 推进实施食堂改造 has two verbs; 印发实施细则 one.
  const cores = [core, core.replace(leadingVerb, "")];
  for (const one of cores.flatMap((words) => [words, words.replace(trailingNoun, "")]))
    for (const form of [one, one.replace(oneAdjective, ""), one.replace(adjective, "")])
      if (form.length >= shortestName || stepWord.test(form)) texts.add(form);
  // 第三方开展评估 of 第三方评估.
  const [, by = "", work = ""] = /^(第三方)(?:机构)?([\u4e00-\u9fff]{2})$/u.exec(core) ?? [];
  if (work !== "")
    for (const verb of ["开展", "进行", "组织"])
      for (const who of [by, `${by}机构`]) texts.add(`${who}${verb}${work}`);
  for (const one of cores) for (const form of turnedRound(one.replace(trailingNoun, ""))) texts.add(form);
  // 总河长办公室 of 县总河长办公室.
  const ownPlace = /^[市区县州旗镇乡](?!级)(?=[\u4e00-\u9fff]{5})/u;
  if (ownPlace.test(core)) texts.add(core.replace(ownPlace, ""));
  const [document] = documentAtEnd.exec(core) ?? [];
  if (document !== undefined) texts.add(document);
  texts.delete(name);
  const whole: Form<T> = { item, text: name, stems: [], isShort: false };
  const turned = turnedBack(plain).map((text): Form<T> => ({ ...whole, text }));
  const short = [...texts].map((text): Form<T> => ({ item, text, stems: [], isShort: true }));
  return name.length < 2 ? short : [whole, ...turned, ...short, ...tailOf(item, plain, texts)];
}

const plainWords =
  /工作|行动|项目|工程|活动|任务|建设|制度|机制|管理|服务|改造|培训|考核|评估|检查|平台|系统|体系|中心|资金|经费|清单|标准|办法|方案|规划|预警|流程/gu;

/** 林带建设 of 防火林带建设: without its first word, where more than plain words are left. */
function tailOf<T>(item: T, name: string, known: ReadonlySet<string>): readonly Form<T>[] {
  const text = name.slice(2);
  if (!/^[\u4e00-\u9fff]{4,12}$/u.test(text) || !workEnd.test(text) || known.has(text)) return [];
  if (text.replace(plainWords, "").length < 2) return [];
  return [{ item, text, stems: [], isShort: true, isTail: true }];
}

const workEnd =
  /(?:建设|改造|整治|补点|更新|修复|治理|提升|培育|采集|创建|排查|加装|清淤|疏浚|推广|监测|养护)$/u;

const emptyStems: ReadonlySet<string> = new Set(
  "a an the of for to and in on at by with our its all new".split(" ").map(stemOf),
);
/** Verbs at the head of a name that a text may leave out. */
const headVerbs: ReadonlySet<string> = new Set(
  "run build train open set develop publish adopt introduce carry start launch create hold prepare write make establish deliver provide install roll lower rebuild design complete finish implement expand extend improve draft clear redesign cut reduce raise upgrade resurface repair renew replace recruit hire teach coach rework translate survey restore modernise simplify update review pilot test plant convert retrofit digitise organise strengthen support"
    .split(" ")
    .map(stemOf),
);
/** Last words of a name that say how it stands, not what it is: Clinic standard adopted. */
const tailVerbs: ReadonlySet<string> = new Set(
  "adopted built completed published issued signed opened approved finished launched installed done"
    .split(" ")
    .map(stemOf),
);

/** Fewest letters of a name of one word. */
const shortestWord = 6;
/** Fewest letters of a stem that stands alone for a name. */
const shortestStem = 3;

/** Stems with which the names of two items end. */
function sharedStems(items: readonly { readonly name: Pick<Name, "text"> | null }[]): ReadonlySet<string> {
  const [seen, shared] = [new Set<string>(), new Set<string>()];
  for (const { name } of items.slice(0, mostItems)) {
    const last = stemsIn(name?.text.slice(0, longestName) ?? "").at(-1) ?? "";
    if (seen.has(last)) shared.add(last);
    seen.add(last);
  }
  return shared;
}

/** `shared`: stems that are no names by themselves; null where no single word is one. */
function englishForms<T>(item: T, name: string, shared: ReadonlySet<string> | null): readonly Form<T>[] {
  const stems = stemsIn(name).filter((stem) => !emptyStems.has(stem));
  const [first = "", ...rest] = stems;
  const whole: Form<T> = { item, text: "", stems, isShort: false };
  if (stems.length < 2) return name.length < shortestWord ? [] : [whole];
  const isName = (stem: string): boolean =>
    shared !== null && headVerbs.has(first) && stem.length >= shortestStem && !shared.has(stem);
  const isTold = tailVerbs.has(stems.at(-1) ?? "") || /[a-z]{3}ed$/.test(name);
  const untold = isTold && stems.length > 2 ? [stems.slice(0, -1)] : [];
  const cores = [
    ...(headVerbs.has(first) ? [rest] : []),
    // `Public booking portal` is the booking portal.
    ...(stems.length > 2 && !headVerbs.has(first) ? [rest] : []),
    // Nurse training is the training of nurses.
    ...(stems.length < 4 && !headVerbs.has(first) ? [[stems.at(-1) ?? "", ...stems.slice(0, -1)]] : []),
  ].filter(([only = "", second]) => second !== undefined || isName(only));
  return [
    whole,
    ...untold.map((one): Form<T> => ({ item, text: "", stems: one, isShort: true, isSure: true })),
    ...cores.map((one): Form<T> => ({ item, text: "", stems: one, isShort: true })),
  ];
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
