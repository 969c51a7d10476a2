/**
 * Figures that a text tells as those of somebody else: what a higher level demands, what is forecast, what would be without the plan,
 * what the plan before aimed at. Such a figure is no statement of this plan. Shared by rules on texts; not a rule.
 */
import type { Plan } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import { nameOf } from "../name-of.ts";
import { stemOf, stemsIn } from "./word-stems.ts";

const othersInChinese =
  /(?:国家|中央|国务院|(?:教育|公安|财政|民政|司法|水利|商务|科技|交通运输|农业农村|生态环境|自然资源|应急管理|住房城乡建设|文化和旅游|工业和信息化|人力资源社会保障)部(?!门)|上级|省(?!级财政)[委厅政级里]?|[市区县]里|[市区县]级考核|[省市]定|市(?:级|政府|委)?(?=(?:每年|统一|一次性|将|已)?下[达拨]))[^，。；]{0,10}(?:要求|下拨|下达(?:给|到)?(?:[我本][区市县镇])?|考核|规定|部署|目标|标准|提出|明确)|据[^，。；]{0,12}(?:测算|预测|估算|推算)|(?:^|[，；])(?:如果?|[假倘]?若)[不未没无][^。；]{0,24}，|按现有趋势|照此趋势|(?:上一?[轮期]|前一[轮期])[^。；]{0,20}(?:提出|计划|目标|确定|要求)|(?:[国省市]定|部颁)(?=[^，。；]{2,20}$)/gu;
const othersInEnglish =
  /\b(?:the (?:national |central |federal )?government|national (?:plan|strategy)) (?:wants|asks|requires|expects|aims)\b|\bthe national (?:target|aim|goal)\b|(?:^|[.;] )(?:without|had) [^,.;]{3,40}, |(?:^|[.;] )(?:if|unless|should|were|had) [^,;]{3,60}, (?:[^;]{0,40}, )?[^,;]{0,60}\b(?:would|might|could|may)\b|\b(?:would|might) (?:still |only |then |well |even )?(?:be|have|rise|fall|drop|grow|climb|reach|need|cost|take|stand|sink)\b|\b(?:guidelines?|guidance|by-?laws?|the law|regulations?)(?: (?:of|for|on) [a-z ]{3,30})? (?:allows?|permits?|asks?|requires?|says?|recommends?)\b|\bhad (?:first |once |originally )?(?:asked for|wanted|proposed|planned|hoped for|considered)\b|\bif nothing (?:is done|changes)\b|\b(?:on (?:current|present) trends?|at (?:the )?(?:present|current) (?:pace|rate|speed))\b|\b(?:the|our|an?) (?:last|previous|former|earlier) (?:plan|programme|program|project|strategy|scheme)\b/giu;
/** From here on the text speaks of its own plan again. */
const own = /本[方计规][案划]|[本全我][区市县镇街]|街道[将要力]|\b(?:we|our|this plan)\b/iu;

/** Who wants, asks or promises stands at the head of the clause: Scotland wants 60%, the partnership asks for 70%. */
const demanding =
  /(?:^|[,;:]\s|\b(?:and|but|while|whereas|as) )\s?(?:the )?([a-z][^,;:.\d]{1,60}?) (?:want(?:s|ed)?|asks?(?: for)?|asked for|demanded|hoped|requires?|expects?|demands?|calls? for|aims?|hopes?|seeks?|recommends?|advises?|insists?|plans?|promises?|(?:has|have|had) (?:set|asked(?: for)?|wanted|proposed|promised|recommended|required)|set|sets)\b/giu;
/** Words for the plan itself and those who carry it. */
const ownNouns =
  /^(?:i|we|our|us|it|they|this|that|these|those|which|who|everyone|plan|programme|program|project|strategy|scheme|target|targets|goal|goals|aim|aims|objective|objectives|indicator|indicators|team|teams|unit|office|board|and|of|the|a|all|its|their|for|in|on|to|at|by|from|with)$/iu;

/** Another than the plan's own bodies wants it: none of the words that name who does is a word of theirs. */
function isOfAnother(head: string, plan: Plan): boolean {
  const last = [...head.matchAll(demanding)].at(-1);
  const subject = last?.[1] ?? "";
  if (last === undefined || own.test(head.slice(last.index + last[0].length)) || chinese.test(head))
    return false;
  const known = knownStems(plan);
  const words = subject.split(/[^a-z\u00c0-\u024f'’]+/iu).filter((word) => word !== "");
  if (words.length > 5) return false;
  return words.some((word) => !ownNouns.test(word) && !known.has(stemOf(word.toLowerCase())));
}

const longestNames = 20_000;
const possessor = /\b(?:the )?([a-z][a-z-]{2,30})['’]s (?:(?:own|new|whole|total) )?$/iu;

/** The state's safer streets fund: the name that follows is that of somebody else's, whom no name of the plan knows. */
export function isOwnedByOther(head: string, plan: Plan): boolean {
  const [, owner = ""] = possessor.exec(head.slice(-60)) ?? [];
  return owner !== "" && !ownNouns.test(owner) && !knownStems(plan).has(stemOf(owner.toLowerCase()));
}

function knownStems({ title, issuer, actors, entities, mechanisms }: Plan): ReadonlySet<string> {
  const names = [title?.value, issuer?.name?.value, ...[...actors, ...entities, ...mechanisms].map(nameOf)];
  return new Set(stemsIn(names.join(" ").slice(0, longestNames)));
}

/** The words before a figure tell it as somebody else's. */
export function isOfOtherSource(head: string, plan: Plan): boolean {
  if (isOfAnother(head.slice(-longestHead), plan)) return true;
  const near = head.slice(-longestHead);
  const last = [...near.matchAll(chinese.test(near) ? othersInChinese : othersInEnglish)].at(-1);
  if (last === undefined) return false;
  const rest = near.slice(last.index + last[0].length);
  return !own.test(rest);
}

/** Words further before the figure are of something else. */
const longestHead = 160;
