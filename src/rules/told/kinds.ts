/** Of which mechanism a clause tells a term that names none: by who is trained, what is counted, or its first words. Not a rule. */
import { chinese } from "../../text/chinese.ts";
import { nameOf } from "../name-of.ts";
import { stemsIn } from "../texts/word-stems.ts";
import type { Term, TermKind } from "./mechanism-terms.ts";
import type { FigureClause } from "./terms.ts";

const onlyWhen = /^(?:以后|此后|其后|上岗后|在岗期间)?(?:每人|人均)?每年(?:人均)?(?:累计|合计|不|至|应|须)?/u;

/** The clause or the sentence names those who are trained. */
export function namesTrained({ kind, label }: Term, { text, head }: FigureClause, sentence: string): boolean {
  if (kind !== "hours" || label === null) return false;
  if (!chinese.test(label)) return !chinese.test(text);
  const whom = head.replace(/^(?:每[名位个]|全体|所有)/u, "");
  if (
    whom.startsWith(label) ||
    head.includes(`组织${label}`) ||
    head.includes(`${label}培训`) ||
    startsWithLast(whom, label)
  )
    return true;
  return (
    onlyWhen.test(head) &&
    (sentence.startsWith(label) ||
      ["组织", "对", "面向"].some((word) => sentence.includes(`${word}${label}`)))
  );
}

/** 从业人员 of 食堂从业人员. */
function startsWithLast(head: string, label: string): boolean {
  const last = /[\u4e00-\u9fff]{2}人员$/u.exec(label)?.[0] ?? "";
  return last !== "" && last !== label && head.startsWith(last);
}

/** 每万名常住人口配备12名工作人员, of 街道工作人员配备标准: what is counted stands in the name. */
export function namesNoun({ kind, item }: Term, { text, head, tail }: FigureClause): boolean {
  const figure = text.slice(head.length, text.length - tail.length);
  if (kind !== "asked" || !/^每[百千万\d]/u.test(figure)) return false;
  const [, noun = ""] = /^的?(?:专职|专业|兼职)?([\u4e00-\u9fff]{3,8}?)(?:[，。；、（]|$)/u.exec(tail) ?? [];
  return noun !== "" && nameOf(item).includes(noun);
}

/** A norm asks for what a resource of the plan counts: 配齐河道巡查员. */
export function namesCounted({ counted }: Term, sentence: string): boolean {
  return counted != null && counted.length > 2 && sentence.includes(counted);
}

/** 每万人社区工作者不少于18人, of `社区工作者配备`: whom a rate is of stands in its clause. */
export function namesRated({ kind, item }: Term, { text, head }: FigureClause): boolean {
  if (kind !== "asked" || !/^每[百千万\d]/u.test(text.slice(head.length))) return false;
  const core =
    item.name?.text
      .trim()
      .replace(normWords, "")
      .replace(/(?:配备|配置)$/u, "") ?? "";
  // 新建小区停车位按每百户100个 is of some of them.
  return core.length > 2 && (head.startsWith(core) || text.slice(head.length).includes(core));
}

const kindAtHead: Readonly<Partial<Record<TermKind, RegExp>>> = {
  hours:
    /^(?:全员|人人|每人|人均)?(?:每人?年|年(?:度|均|人均)?)(?:集中|脱产|业务|岗位|专业|参加|接受)*(?:培训|学习)/u,
  cap: /(?:单[个项校户部台]|每[个项部台家处所])[^，。\d]{0,12}最高[^，。\d]{0,6}(?=\d)|^(?:对|(?:改造|建设)项目)?(?:单个|单项|每[个项部台家处所])[^，。\d]{0,6}?(?:最高)?可?获?得?(?:补助|补贴|资助|奖补|支持|最高)/u,
  award:
    /^(?:对)?(?:获评|评为|达到|列入|获得|验收|考核|评定)[^，。\d]{2,10}的[^，。\d]{0,6}(?:一次性)?(?:奖励|给予)/,
  "test-after": /^[^，。；]{0,8}培训|^.{0,30}\btraining\b/iu,
  growth: /^(?:人均)?年?度?经费(?:标准|投入|预算|保障)?(?:每年|年均|逐年)/u,
  "per-head": /^(?:经费|资金|补助|补贴|人均)/u,
};

const ofShare = /占比|占[^，]{0,3}$/u;
/** 专项资金中用于助餐补贴的比例 */
const spentOn =
  /^(?:(?:该|本|上述)?(?:专项)?(?:资金|经费)(?:中|的)?，?)?用于([^，；。、]{2,20}?)的?(?:部分|支出|资金|经费)?的?(?:比例|比重|占比)?(?:应当?|须|要|占比?|比例|比重|总额|为|是|达到?|不得?[低少]于|不得?[高超]过?于?|至少)*$/u;
const ofTraining = /课时|学时|课程|培训|\btraining\b/iu;

/** A grant of up to £7,500, of `Resilience grant fund`. */
function capsNoun(head: string, name: string): boolean {
  const [, noun = ""] =
    /\b([a-z]{4,20}) (?:of|worth) (?:up to|no more than|at most|not more than) ?$/iu.exec(head) ?? [];
  const [stem = ""] = stemsIn(noun);
  return stem !== "" && stemsIn(name).includes(stem);
}

/** What the name of a norm ends with beside what it is of. */
export const normWords = /(?:配建|建设|配备|配置|设置|面积|人员){0,4}(?:标准|要求|规范)$/u;
const forEach = /^每[百千万\d]/u;
const sizeWord = /面积|床位|座位|泊位/u;

/** Nothing else is named of which the term may be told. */
export function tellsKind(
  { kind, label, item }: Term,
  { text, head, tail }: FigureClause,
  sentence: string,
): boolean {
  if (kind === "share" && label !== null) {
    if ("type" in item && item.type.value === "training" && ofTraining.test(text)) return true;
    if (spentOn.exec(head)?.[1] === label && item.kind === "mechanism") return true;
    return head.replace(/^其中/u, "").startsWith(label) && label.length >= 4 && ofShare.test(head);
  }
  if (kind === "asked") {
    const core = item.name?.text.trim().replace(normWords, "") ?? "";
    if (!chinese.test(text)) return true;
    // 每万亩林地不少于3名护林员
    if (core.length > 1 && forEach.test(text.slice(head.length)) && tail.includes(core)) return true;
    return core.length > 1 && sizeWord.test(head) && sentence.includes(core);
  }
  // 人均年培训时长 says nobody's: of all that are trained.
  if (kind === "hours" && !("type" in item) && label !== null) return false;
  if (kind === "cap" && !chinese.test(text)) return capsNoun(head, nameOf(item));
  return kindAtHead[kind]?.test(text.trim()) === true;
}
