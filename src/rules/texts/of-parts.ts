/** Whether a sentence says something of a part only of what an indicator counts: of one place, kind or group, of some, of each in turn. Not a rule. */
import type { Plan } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import { nameOf } from "../name-of.ts";
import type { Figures } from "../target/levels.ts";
import { isOfEntity, isOfOtherPlace, isOfWiderPlace, ownWords } from "./wider-place.ts";

/** Where a sentence names an indicator. */
interface Place {
  readonly figures: Figures;
  readonly at: number;
  readonly end: number;
}

/** Coverage of children is not that of all; `coverage of 85%` is. */
const ofSomeBehind =
  /^ (?:of|among|for) (?!at |more |less |over |under |about |nearly |all |the (?:plan|city|whole))[a-z]/iu;
/** 2025年各季度准确率分别为68%、70%、72%和74%: of each of several in turn. */
const eachBefore =
  /[各分](?:个?季度?|月份?|批次?|轮次?|年[级度龄]|[区县市镇乡街村校社户][^，。；：\d]{0,6}|类[^，。；：\d]{0,6})的?$/u;
const eachBehind = /^[^，。；\d]{0,4}(?:分别|依次)/u;
const someBefore =
  /其中[^，。；：\d]{1,8}(?:[类型者户人员生群]|企业|机构|单位|人群|小区|学校|医院|居民|老人|儿童)[^，。；\d]{0,4}(?:主要|多|仅|只|大多|[集分][中布散])[^。；]{0,30}$|(?:试点|示范|先行|样板|首批)(?!阶段|期|工作)[^，；。：]{0,24}$|(?:新建|农村|城区|城镇|老旧|偏远|山区|重点|困难|薄弱)[^，；。：\d]{0,8}(?:(?:19|20)\d\d年[底末]?的?)?$|(?:门诊|住院|急诊|男性|女性|男生|女生|小学|初中|高中|[初高小大][一二三四五六]|[一二三四五六七八九]年级)的?(?:学?生)?$|每[个家名户所支处座][^，；。：\d]{0,10}$|\b(?:among|within) [^.;]{3,60}$/iu;

/** 寄宿制学校2025年: one kind of those that are counted, unless the plan is of that kind. */
const oneKind =
  /(寄宿制?|走读|民办|公办|民营|国有|规模以上|规上|小微|乡镇|乡村|市直|县直|区直|[市县区]属|直属)[^，；。：、\d]{0,2}(?:学校|小学|初中|高中|企业|医院|卫生院|园区?|机构|单位|部门)(?:(?:19|20)\d\d年[底末]?)?的?$/u;

/** 残疾儿童康复服务覆盖率: of one group of those that are counted. */
const oneGroup =
  /(儿童|少年|婴幼儿|老年人|老人|妇女|孕产妇|学生|农民工|毕业生|低保|特困|脱贫|残疾人|退役军人|流动人口|涉企|企业|个人)[^，；。：、\d]{0,2}$/u;

/** Unless the plan, or the indicator itself, is of that kind or group. */
function isOfOneKind(head: string, { indicator }: Figures, plan: Plan): boolean {
  const kind = oneKind.exec(head)?.[1];
  const group = oneGroup.exec(head)?.[1];
  if (kind === undefined && group === undefined) return false;
  const ofPlan = ownWords(plan);
  const own = `${ofPlan}|${nameOf(indicator)}|${indicator.definition?.value ?? ""}`;
  return (kind !== undefined && !ofPlan.includes(kind)) || (group !== undefined && !own.includes(group));
}

/** 分类别看，肢体残疾人就业率为56%: all that follows is of parts; 分年度看 is of times. */
const byKinds = /(?:^|[，；])分(?!年|阶段|期|步)[^，。；\d]{1,8}[看讲]，/u;

/** 涉企事项网办率为72%，个人事项网办率为61%: named more than once, each time with another word right before it. */
function isOneOfSeveral(sentence: string, { at, figures }: Place, all: readonly Place[]): boolean {
  const alike = all.filter((one) => one.figures === figures);
  if (alike.length < 2 || !chinese.test(sentence)) return false;
  const words = alike.map(
    (one) => wordBefore.exec(sentence.slice(Math.max(0, one.at - 10), one.at))?.[0] ?? "",
  );
  if (words.some((word) => word.length < 2 || ofTimeOrAll.test(word))) return false;
  return new Set(words).size === words.length && alike.some((one) => one.at === at);
}

const wordBefore = /[\u4e00-\u9fff]{1,10}$/u;
const ofTimeOrAll =
  /^(?:年|月|季度|半年)|[年月]?[底末前后]$|达到|力争|确保|实现|提[高升]|目标|指标|使|将|把|推动|促进|[全我本][国省市县区镇村校]|总体|整体|平均|综合|当[年前]|目前|期间?|以来|时|其中/u;

/** On the Fells line, where …: one line, site or district of several, at the head of a sentence. */
const namedPart =
  /^\s*(?:[Oo]n|[Ii]n|[Aa]t|[Aa]long|[Ff]or) (?:the )?([A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30}){0,3}(?: (?:[Ll]ine|[Rr]oute|[Bb]ranch|[Cc]orridor|[Dd]istrict|[Rr]egion|[Cc]ounty|[Pp]rovince|[Dd]ivision|[Ww]ard|[Vv]alley|[Bb]asin|[Dd]epot|[Ss]tation|[Ss]ite|[Cc]ampus|[Hh]ospital|[Cc]linic|[Ss]chool|[Cc]amp|[Ss]ettlement|[Vv]illage|[Tt]own|[Ii]sland)))\b/u;

function isOfNamedPart(head: string, plan: Plan): boolean {
  const [, name] = namedPart.exec(head) ?? [];
  return name !== undefined && !ownWords(plan).includes(name);
}

/** Within the sentence a place, a kind or some of all are named before the name of an indicator. */
export function isOfPart(sentence: string, place: Place, all: readonly Place[], plan: Plan): boolean {
  const head = sentence.slice(0, place.at);
  return (
    someBefore.test(head) ||
    byKinds.test(head) ||
    (eachBefore.test(head) && eachBehind.test(sentence.slice(place.end))) ||
    ofSomeBehind.test(sentence.slice(place.end, place.end + 24)) ||
    isOneOfSeveral(sentence, place, all) ||
    isOfNamedPart(head, plan) ||
    isOfOneKind(head, place.figures, plan) ||
    isOfOtherPlace(head, plan) ||
    isOfWiderPlace(head, plan) ||
    isOfEntity(head, plan)
  );
}
