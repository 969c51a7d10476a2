/** Whether a figure is promised of a part of what is counted: of some, of a group, of a place, or as a rule to keep. Shared by a rule; not a rule. */
import type { Plan } from "../../plan/plan.ts";
import { mentionsIn, wholeMentionsIn } from "../texts/indicator-mentions.ts";
import { isOfEntity } from "../texts/wider-place.ts";

/** `head` are the words before the figure, `before` those of its sentence; an indicator may be broken down by such a part. */
export function isPromisedOfPart(head: string, before: string, sentence: string, plan: Plan): boolean {
  const own = before.trimStart();
  return (
    partBefore.test(head) ||
    ofSome.test(head) ||
    ofGroup.test(own) ||
    ofUnits.test(own) ||
    ofEach.test(own) ||
    ofGrade.test(own) ||
    barred.test(sentence) ||
    isOfEntity(before, plan) ||
    isToldOfPart(before, plan)
  );
}

/** 其中总干渠达到100%，山区镇不低于80%; with no district below 70%. */
const partBefore =
  /\d[^。；\n]{0,40}，其中[^。；\n]{0,60}$|\d[^.;\n]{0,60}\b(?:with no|of which|including) [^.;,\n]{0,40}$/iu;

/** 试点乡镇签约率2026年8月底前达到80% is promised of some only, 例如城关镇达到80% an example. */
const ofSome =
  /(?:^|[，。；])(?:(?:例如|比如|譬如)，?|(?:试点|示范|先行|首批|样板)(?!阶段|期|工作))[^，。；]{0,40}$/u;

/** 初一学生贫血率降至7.5%以下: of a part of what an indicator counts that is named before. */
function isToldOfPart(before: string, plan: Plan): boolean {
  const last = mentionsIn(before, plan).at(-1);
  return last !== undefined && wholeMentionsIn(before, plan).every(({ at }) => at !== last.at);
}

/** 初一学生，小学贫血率 */
const ofGrade = /(?:^|[，、])(?:[初高小][一二三四五六]|[一二三四五六七八九]年级|小学|初中|高中|幼儿园)/u;

/** Among nationals, births reach 85%: promised of a group, by which an indicator may be broken down. */
const ofGroup =
  /^(?:among|for|in) (?!all\b|the (?:plan|programme|project|city|country)\b)[a-z][^,;]{2,40}, /iu;

/** No parish may fall below 50%: a floor for each of several. */
const ofEach =
  /^(?:no (?:single |one )?[a-z]+(?: [a-z]+)? (?:may|shall|should|must|will|is to)|(?:each|every) [a-z]+(?: [a-z]+)? (?:shall|should|must|will|is to))\b/iu;

/** 公共机构要走在前列，准确率达到95%: promised of one kind of those that are counted. */
const ofUnits =
  /^(?:[^，。；\d]{0,30}(?:机关|机构|事业单位|学校|医院|企业|农村地区|示范区|城区|园区|新建[^，]{0,8})[^，。；\d]{0,14}|对[^，。；\d]{2,20}的[^，。；\d]{1,8})，/u;
/** What is forbidden or a red line is a rule to keep, not a result to reach. */
const barred = /不得|严禁|禁止|一律|红线|底线|\b(?:must not|may not|forbidden|prohibited)\b/iu;
