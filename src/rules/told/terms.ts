/** In which words a clause tells a term of a mechanism. Shared by a rule; not a rule. */
import { chinese } from "../../text/chinese.ts";
import { clauseAround } from "../texts/clauses.ts";
import type { TextFigure } from "../texts/figures.ts";
import { isOfOtherWhole, ofOneTime } from "../texts/other-whole.ts";
import { stemsIn } from "../texts/word-stems.ts";
import { baseOf, type Term, type TermKind } from "./mechanism-terms.ts";

/** A clause with one of its figures. */
export interface FigureClause {
  readonly text: string;
  /** What stands before and behind the figure. */
  readonly head: string;
  readonly tail: string;
}

const borders = /[，；;（）()]|, (?!\d)/gu;

/** The clause of a figure. */
export function clauseOf(sentence: string, { at, end }: TextFigure): FigureClause {
  const { from, to } = clauseAround(sentence, { at, end }, borders);
  return { text: sentence.slice(from, to), head: sentence.slice(from, at), tail: sentence.slice(end, to) };
}

/** The figure is told as this term. */
export function tellsTerm(term: Term, clause: FigureClause, names: string): boolean {
  const { kind, label, base } = term;
  if (kind === "share" && base !== undefined && isOfBase(base, clause)) return true;
  // 其中居民出资占20% tells the share of a part, which is what is stated.
  const text = kind === "share" ? clause.text.replace(`其中${label ?? ""}`, label ?? "") : clause.text;
  if (isOfSome(text, `${names} ${label ?? ""}`)) return false;
  return chinese.test(clause.text)
    ? inChinese[kind](clause, label ?? "", names, baseOf(term))
    : inEnglish[kind](clause, label ?? "", names, null);
}

/** What is said of a part, of the first ones or of one time is not said of the whole. */
const partial =
  /其他|其余|其中|首批|首期|新入职|新任|新进|岗前|上岗前|初任|每次|每期|每月|每天|每餐|其|\b(?:other|first|new|induction|before|initial|monthly|(?:a|per|each|every) (?:month|week|day)|weekly|daily|each time|once|keep|spend|use|carry)\b/iu;

/** 岗前 in 护理员岗前培训 is the name of the whole. */
function isOfSome(text: string, names: string): boolean {
  const [word] = partial.exec(text) ?? [];
  return word !== undefined && !(word.length > 1 && chinese.test(word) && names.includes(word));
}

/** 不低于上年度财政收入的2%, at least 2% of last year's fiscal revenue: what it is a share of stands beside the figure. */
function isOfBase(base: string, { head, tail }: FigureClause): boolean {
  if (base.length < (chinese.test(base) ? 4 : 8)) return false;
  const words = stemsIn(base);
  return chinese.test(base)
    ? head.trimEnd().replace(/的$/u, "").endsWith(base)
    : /^ of /iu.test(tail) && words.every((stem) => stemsIn(tail.slice(0, base.length + 40)).includes(stem));
}

/** `base`: what a norm counts by, in Chinese: 街道 of `at least 8 per 街道`. */
type Told = (clause: FigureClause, label: string, names: string, base: string | null) => boolean;

const bound =
  "(?:应当|应|须|要|一般|通常|统一|均|为|是|达|到|不得?少于|不得?低于|不得?超过|不得?高于|至少|原则上|控制在|约定|按|[：:\\s])*";
const boundOnly = new RegExp(`^${bound}$`, "u");
const forEach = new RegExp(`每(?:一?[个家所座处支户村])?[^，。\\d]{2,20}?${bound}$`, "u");
const capBefore = /(?:最高|上限|封顶|不超过|限额|不高于|以内)[^，。\d]{0,8}$/u;
const awardBefore = /(?:奖励|奖补|奖金|给予)(?!(?:专项)?(?:资金|经费))[^，。\d]{0,8}$/u;
const awardBehind = /^(?:的)?(?:一次性)?(?:奖励|奖补|奖金|以奖代补)/u;
const headBefore = /^(.*?)(?:每人每年|人均|每人)[^，。\d]{0,10}$/u;
/** 特困人员每人每年: of other people; 按每人每年 of all that the sentence speaks of. */
const ofAll =
  /^(?:每年|年度|统一|原则上|其中)*(?:按照?|以)?(?:(?:全[区市县镇乡]|辖区|城乡)?(?:常住|户籍|服务)人口)?$/u;
/** 每人2元的标准安排宣传经费: what the rate is of stands behind it. */
const otherMoney =
  /^的?标准(?:安排|发放|给予|拨付|落实)([\u4e00-\u9fff]{2,8}?)(?:专项)?(?:经费|资金|基金|补贴|补助)/u;
const moneyWord = /^[^，。]{0,8}(?:经费|资金|补助|补贴|标准|拨款|费用)[^，。]{0,6}$/u;
const growthBefore = /(?:增长|递增|增幅|增加)[^，。\d]{0,8}$/u;
const testBehind = /^之?[内后]?，?(?:[^，。；]{0,8})(?:测试|考核|测评|考试|复测|抽测|检验|跟踪|回访)/u;
const hoursBefore = new RegExp(
  `(?:(?:培训|继续教育|脱产|学习|轮训|复训|进修|研修|实训|参训|受训)(?:时间|学时|时长|总学时)?|^(?:每人每年|每年人均|人均每年))(?:累计|合计|每年|每人)*${bound}$`,
  "u",
);
const yearlyBefore = /每年|每人|人均|年度/u;
/** 12学时的履职培训 */
const hoursBehind =
  /^的?(?:集中|脱产|线下)?([^，。；、的]{0,6}?)(?:培训|轮训|学习|进修|继续教育)(?:[，。；、）]|$)/u;
/** 35%用于生态修复, 30%由街道自筹承担 */
const sharedBehind = /^的?(?:资金|经费|部分)?(?:专项)?(?:用于|投向|投入|安排给|由)/u;
const drawnBehind = /^的?(?:比例|标准)?(?:每年)?(?:安排|提取|计提|列支|设立|拨付|筹集|注入)/u;
const sharedBetween = /占|承担|负担|分担|出资|配套|比例|比重|用于|支出|投入/u;
const shareBetween = /(?<![由从\d.])\d[\d.]*\s?[%％]/u;
const otherShare = /[^比占]率|拨付|执行|支付|预付|增长|提高|下降|完成|进度|到位|结余|覆盖|合计|共同|各/u;
const askedBetween = new RegExp(
  `^(?:的)?(?:建筑|使用|单体|总)?(?:面积|配备|配置|规模|人数|数量|床位|座位)?${bound}$`,
  "u",
);

const inChinese: Readonly<Record<TermKind, Told>> = {
  hours: ({ text, head, tail }, label, names) => {
    const [, topic = null] = (yearlyBefore.test(head) && hoursBehind.exec(tail)) || [];
    const isTold = hoursBefore.test(head) || (topic !== null && `${names}${label}`.includes(topic));
    return isTold && !/实操|理论|专题|网络|线上|模块/u.test(text);
  },
  cap: ({ text, head, tail }, _, names) =>
    (capBefore.test(head) || /^(?:封顶|以内)/u.test(tail)) &&
    !/总额|总规模|合计|人均|每人|奖(?!补)/u.test(
      text
        .replace(/((?:单个|每[个家户])[^，。\d]{0,12})总额/u, "$1")
        .replace(names.includes("奖励") ? "奖励" : "奖补", ""),
    ),
  award: ({ head, tail }) => (awardBefore.test(head) && !/补助|补贴/u.test(head)) || awardBehind.test(tail),
  "per-head": ({ text, head, tail }, _, names) => {
    const [, whose = null] = headBefore.exec(head) ?? [];
    const isOfAll =
      whose !== null && (ofAll.test(whose) || whose.includes(names.slice(0, 2)) || moneyWord.test(whose));
    const [, other = null] = otherMoney.exec(tail) ?? [];
    return isOfAll && !/奖|最高|上限/u.test(text) && (other === null || names.includes(other.slice(0, 2)));
  },
  "test-after": ({ head, tail }) =>
    /(?:培训|结业)(?:结束|完成|期满)?之?后(?:满|第)?$/u.test(head) && testBehind.test(tail),
  growth: ({ text, head }) => growthBefore.test(head) && /年/u.test(text),
  share: ({ text, head, tail }, label) => {
    const [given = null] = sharedBehind.exec(tail) ?? [];
    if (given !== null && tail.startsWith(label, given.length)) return true;
    const at = head.indexOf(label);
    if (at < 0) return false;
    const between = head.slice(at + label.length);
    // 按区级财政收入的3%安排; 按甲55%、乙45%安排 tells two.
    const isDrawn = /[按从]照?[^，。；、]{0,4}$/u.test(head.slice(0, at)) && drawnBehind.test(tail);
    if (isDrawn && !shareBetween.test(between)) return true;
    // 其中案例实训不少于40%: after that word a part of what was told before.
    if (text.startsWith(`其中${label}`) && boundOnly.test(between)) return true;
    // 县级承担50%、乡级30%: the second is of another.
    if (shareBetween.test(between)) return false;
    return between.length <= 24 && sharedBetween.test(between) && !otherShare.test(text.replace(label, ""));
  },
  asked: ({ head, text }, _, __, base) =>
    head === "" ||
    (base !== null && forEach.test(head) && head.includes(base)) ||
    // A rate (每万人8名) is told as no other figure is; of what, the name tells.
    /^每[百千万\d]/u.test(text.slice(head.length)) ||
    askedBetween.test(
      head.replace(/^.*?(?=(?:建筑|使用|单体|总)?(?:面积|配备|配置|规模|人数|数量|床位|座位))/u, ""),
    ),
};

const yearly = /\b(?:a|per|each|every) (?:person )?(?:per |a )?year\b|\bannual|\byearly\b/iu;
const englishShared =
  /^(?:'s? share)? (?:budget )?(?:bears?|pays?(?: for)?|covers?|meets?|funds?|finances?|provides?|supplies|supply|puts? (?:up|in)|gives?|adds?|contributes?|takes?(?: up)?|accounts? for|makes? up|gets?|receives?|is|are|carr(?:y|ies)) (?:at least |at most |the (?:first|last|remaining|other) )?$/iu;

/** 80% of the grant goes to buildings. */
const goesTo =
  /^ of (?:the |this )[a-z ]{3,40}? (?:goes to|go to|is for|is spent on|is borne by|comes from|is paid by|is used for) (?:the )?/iu;

const inEnglish: Readonly<Record<TermKind, Told>> = {
  hours: ({ text, tail, head }, label, names) =>
    trainsWhom(text, label, names) &&
    (/^ (?:of|in) (?:[a-z-]+ ){0,3}training\b/iu.test(tail)
      ? isOwnTraining(tail, names)
      : /\b(?:train(?:ing|ed)|course|lessons|instruction|workshop)\b/iu.test(head)),
  cap: ({ head, text }) =>
    !/\b(?:pay(?:s|ing)? (?:back|in)|repa(?:y|ys|id|ying)|contribut[a-z]*|rais(?:e|es|ing)|into|to the [a-z ]{0,40}fund)\b/iu.test(
      text,
    ) &&
    /\b(?:capped at|at most|up to|no more than|(?:maximum|cap|ceiling) (?:of|is)|limited to|not exceed|\bno (?:[a-z]+ ){2,5}(?:more than|over)) ?$/iu.test(
      head,
    ),
  award: ({ head, tail }) =>
    /\b(?:award|prize|bonus|reward)s? (?:of|is|are|comes? to) ?$/iu.test(head) ||
    /^ (?:award|prize|bonus)/iu.test(tail),
  "per-head": ({ tail }) =>
    /^ (?:per (?:person|head|capita|resident|patient|pupil)|for each (?:person|head)|a (?:person|head))\b/iu.test(
      tail,
    ),
  "test-after": ({ text, tail }) =>
    /^ (?:after|following|from the end of) (?:the |their )?(?:[a-z]+ )?(?:training|course)\b/iu.test(tail) &&
    /\b(?:test|exam|assess|check)/iu.test(text),
  growth: ({ head, tail }) =>
    /\b(?:grow|increas|ris)[a-z]*\b[^.,;\d]{0,20}$/iu.test(head) && yearly.test(tail),
  share: ({ head, tail }, label) => {
    if (isOfOtherWhole(tail) || ofOneTime.test(head)) return false;
    const at = head.toLowerCase().lastIndexOf(label.toLowerCase());
    if (at >= 0) return englishShared.test(head.slice(at + label.length));
    const [told = ""] = goesTo.exec(tail) ?? [];
    return told !== "" && tail.slice(told.length).toLowerCase().startsWith(label.toLowerCase());
  },
  asked: ({ text }, _, names) => {
    const said = new Set(stemsIn(text));
    if (ofOthers(text, names) || /\b(?:average|today|now|currently|at present)\b/iu.test(text)) return false;
    return (
      /\b(?:each|every|per)\b/iu.test(text) &&
      stemsIn(names).some((stem) => stem.length > 3 && said.has(stem))
    );
  },
};

/** Each outreach worker, of what is asked of support workers. */
function ofOthers(text: string, names: string): boolean {
  const [, kind = "", noun = ""] = eachKind.exec(text) ?? [];
  if (noun === "") return false;
  const own = stemsIn(names);
  const [a, b] = [stemsIn(kind)[0], stemsIn(noun)[0]];
  return a !== undefined && b !== undefined && own.includes(b) && !own.includes(a);
}

const eachKind = /^\W*(?:each|every) (?!(?:new|single|one|full|[a-z]+ed) )([a-z]{3,}) ([a-z]{3,})\b/iu;

/** The clause names those who are trained: every nurse gets …, nurses receive …. */
function trainsWhom(text: string, label: string, names: string): boolean {
  const said = new Set(stemsIn(text));
  const whom = stemsIn(label === "" ? names : label.replace(/ (?:members|staff|workers|personnel)$/iu, ""));
  // Nurse managers are no nurses.
  if (othersTrained.test(text)) return false;
  const last = whom.at(-1) ?? "";
  // Every champion, of Learning champions.
  if (whom.length === 2 && last.length > 4 && eachOne.test(text) && said.has(last)) return true;
  return whom.length > 0 && whom.every((stem) => said.has(stem));
}

const eachOne =
  /^\W*(?:every|each|all) [a-z]+ (?:gets?|receives?|has|attends?|completes?|is|are|does|undergoes|takes)\b/iu;
const othersTrained =
  /\b(?:managers?|leaders?|assistants?|trainers?|trainees?|heads?|volunteers?|who|whose|if|doctors?)\b/iu;

const plainOfTraining: ReadonlySet<string> = new Set(
  stemsIn("the annual yearly mandatory compulsory required formal further this"),
);

/** 40 hours of training, or of the training that the name tells; of first-aid training is another. */
function isOwnTraining(tail: string, names: string): boolean {
  const [, adjectives = ""] = /^ (?:of|in) ((?:[a-z-]+ ){0,3})training\b/iu.exec(tail) ?? [];
  const own = stemsIn(names);
  return stemsIn(adjectives).every((stem) => own.includes(stem) || plainOfTraining.has(stem));
}
