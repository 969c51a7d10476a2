/**
 * The forms by which a text may call an item: its whole name, and what a writer makes of it (适老化改造 of 推进适老化改造, the booking pilot of
 * `Run the booking pilot`). Shared by `callings`; not a rule.
 */
import type { Name } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import { turnedBack, turnedRound } from "./turned-names.ts";
import { stemOf, stemsIn } from "./word-stems.ts";

/** What is called by its name. */
export interface Nameable {
  readonly name: Pick<Name, "text"> | null;
}

/** One form of the name of an item. */
export interface Form<T> {
  readonly item: T;
  /** Chinese: characters. English: stems in the order of the name. */
  readonly text: string;
  readonly stems: readonly string[];
  readonly isShort: boolean;
  readonly isSure?: true;
  readonly isTail?: true;
}

const longestName = 100;

/** All forms of the name of an item; none where it has none. `shared`: stems that are no names by themselves; null where no single word is one. */
export function formsOf<T extends Nameable>(item: T, shared: ReadonlySet<string> | null): readonly Form<T>[] {
  const name = item.name?.text.trim().toLowerCase() ?? "";
  if (name === "" || name.length > longestName) return [];
  return chinese.test(name) ? chineseForms(item, name) : englishForms(item, name, shared);
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

/** Stems that may stand between the words of a name. */
export const emptyStems: ReadonlySet<string> = new Set(
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
export function sharedStems(items: readonly Nameable[]): ReadonlySet<string> {
  const [seen, shared] = [new Set<string>(), new Set<string>()];
  for (const { name } of items) {
    const last = stemsIn(name?.text.slice(0, longestName) ?? "").at(-1) ?? "";
    if (seen.has(last)) shared.add(last);
    seen.add(last);
  }
  return shared;
}

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
