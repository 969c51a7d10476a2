/** Who a sentence says leads: an actor by its name or as it is shortened (区卫健局), or a body that the plan does not list. Not a rule. */
import type { Plan } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import { type NamedPlace, type NamesByEnd, namedThings, placesIn } from "../texts/named-things.ts";

type Actor = Plan["actors"][number];

/** The one that leads, with its place. */
export interface ToldLead {
  readonly said: string;
  readonly at: number;
  readonly end: number;
  /** Null for a body that is none of the plan's actors. */
  readonly actor: Actor | null;
}

const passive = "(?:led|run|managed|owned|headed)";
const duty = "(?:responsibility|accountability|ownership)";
const before = new RegExp(
  `(?:由|(?:牵头|责任|主责|负责)(?:单位|部门)[：:]|\\bunder the (?:lead|leadership|direction|responsibility|charge) of (?:the )?|\\b${passive} by (?:the )?|\\b(?:responsibility|hands|task|job) of (?:the )?|\\b${duty} (?:for|of) [^,.;]{3,60} (?:rests|lies|sits|stays) with (?:the )?|\\b(?:rests|lies|sits) with (?:the )?)$`,
  "iu",
);
const clauseHead = /(?:^|[，；：:（(]|["“])$/u;
const behind =
  /^(?:（[^（）]{0,20}）)?(?:会同[^，。；由]{2,40}?|联合[^，。；由]{2,30}?)?(?:统一|统筹|具体|全面|主要|总体)?(?:总?牵头|负责|主责|承担|组织|具体负责|统一负责|承建|承办|召集|主持|召开|开展|推进|实施|落实|考核|督查|评估|统筹|(?:建设|编制|起草|制定|拟订|开发|搭建)(?=[，。；]|$))/u;
/** Without 由 only these say who leads: 区财政局开展… is what it does. */
const behindAtHead =
  /^(?:总?牵头|负责|主责|承担(?=[^，。；]{4,30}(?:任务|工作|建设|开发)(?:[，。；]|$))|[为是](?:责任|牵头|主责|实施)(?:单位|部门))/u;
const leadVerbs =
  "leads|runs|manages|heads|owns|is (?:solely |jointly )?(?:responsible|accountable) for|is in charge of|is the (?:lead|owner|lead body) (?:for|of|on)|answers for|holds (?:the )?responsibility for|has (?:the )?responsibility for|takes responsibility for|takes the lead (?:on|in|for)|takes charge of|(?:will|shall|must|is to) (?:lead|run|manage|head|own|be (?:responsible|accountable) for|be in charge of|answer for|take charge of|take the lead (?:on|in|for))";
const behindEnglish = new RegExp(`^ (?:${leadVerbs}) `, "iu");
/** Lead for nurse training: Health Office. */
const listedFor =
  /^(?:the )?(?:lead|leader|responsible|accountable|owner|responsibility)(?: [a-z]+)? (?:for|of) [^:]{3,60}: (?:the )?$/iu;
const listedIn = /(?:牵头|责任|主责|负责)(?:单位|部门)(?:[：:]|为|是)$/u;
const shortened =
  /(?:由|^|[，；：])((?:(?!由)[\u4e00-\u9fff]){2,12}?[局委办部院署厅会])(?:会同[^，。；由]{2,40}?)?(?:总?牵头|具体负责|负责|主责|承担|组织实施)/u;
/** One of several that do it together leads alone only where it is said so. */
const joined = /[、和与及同]$/u;

/** Reads who leads in a sentence; null where nobody is said to, or several are. */
export function leadReader({ actors }: Pick<Plan, "actors">): (sentence: string) => ToldLead | null {
  const byName = namedThings(actors);
  return (sentence) => {
    const named = leadIn(sentence, byName);
    // 由县住房城乡建设局会同县教育局组织实施: who is known only takes part.
    if (named === "several") return sentence.includes("会同") ? shortLeadIn(sentence, actors) : null;
    if (named !== null)
      return { said: sentence.slice(named.at, named.end), at: named.at, end: named.end, actor: named.item };
    return chinese.test(sentence) ? shortLeadIn(sentence, actors) : null;
  };
}

function leadIn(sentence: string, actors: NamesByEnd<Actor>): NamedPlace<Actor> | "several" | null {
  const places = placesIn(sentence, actors);
  const leads = places.filter((one) => isLead(sentence, one));
  const [only] = leads;
  if (only === undefined) return places.length > 0 ? "several" : null;
  const head = sentence.slice(Math.max(0, only.at - 2), only.at);
  return leads.some(({ item }) => item !== only.item) || joined.test(head) ? "several" : only;
}

function isLead(sentence: string, { at, end }: NamedPlace<Actor>): boolean {
  const head = sentence.slice(Math.max(0, at - 24), at);
  const tail = sentence.slice(end, end + 60);
  if (behindEnglish.test(tail) || listedFor.test(sentence.slice(0, at))) return true;
  if (listedIn.test(head)) return !/^[、和与及]/u.test(tail);
  if (before.test(head)) return /[a-z]/i.test(sentence[at] ?? "") || behind.test(tail);
  return clauseHead.test(head) && behindAtHead.test(tail);
}

/** The one office whose name holds an and: 县住房和城乡建设局. */
const ownAnd = /住房和|发展和|林业和|资源和|体育和|广播电视和|科学技术和|信息化和|工业和|文化和/u;

function shortLeadIn(sentence: string, actors: readonly Actor[]): ToldLead | null {
  const match = shortened.exec(sentence);
  const said = match?.[1] ?? "";
  if (match === null || said === "" || /[、和与及各]/u.test(said.replace(ownAnd, ""))) return null;
  const at = match.index + match[0].indexOf(said);
  const meant = actors.filter(({ name }) => isShortFor(said, name?.text.trim() ?? ""));
  const [actor = null] = meant;
  return meant.length > 1 ? null : { said, at, end: at + said.length, actor };
}

/** 区卫健局 is short for 区卫生健康局: its characters stand there in this order, the last at the end. */
export function isShortFor(short: string, full: string): boolean {
  const [a, b] = [short, full].map((one) => one.replace(/委员会$/u, "委"));
  if (a === undefined || b === undefined || a.length < 3 || a.length > b.length) return false;
  if (a.at(-1) !== b.at(-1)) return false;
  let at = -1;
  for (const sign of a) {
    const next = b.indexOf(sign, at + 1);
    if (next < 0 || (at < 0 && next > 2)) return false;
    at = next;
  }
  return true;
}

/** What a sentence says leads is the item itself, not a part of it (负责资金保障, the audit of nurse training). */
export function leadsWhole(
  sentence: string,
  lead: ToldLead,
  { at, end }: { readonly at: number; readonly end: number },
): boolean {
  const tail = sentence.slice(lead.end, lead.end + 60);
  const isChinese = chinese.test(sentence);
  if (kindAsVerb.test(tail)) return at === lead.end;
  if (at < lead.at) {
    const between = sentence.slice(end, lead.at);
    if (listed.test(between)) return true;
    if (!isChinese)
      return restsWith.test(between) ? dutyRests.test(sentence.slice(0, at)) : thingThenLead.test(between);
    return thingFirst.test(between) && (leadEnds.test(tail) || leadGoesOn.test(tail));
  }
  const between = sentence.slice(lead.end, at);
  const behind = sentence.slice(end, end + 30);
  if (underLead.test(between)) return underBefore.test(sentence.slice(0, lead.at));
  return isChinese
    ? (onlyVerbs.test(between) || verbsLater.test(between)) && wholeBehind.test(behind)
    : leadThenThing.test(between) && englishBehind.test(behind);
}

/** 适老化改造（含家庭）由…, 适老化改造（区民政局牵头）, but not 适老化改造资金由…. */
const thingFirst =
  /^(?:的?(?:建设|工作|实施|推进|落实|任务|项目|服务|行动|工程|制度|编制|组织|开展))*(?:(?:[（(][^（）()]{0,30}[）)])?["”》]?(?:[，：:]|统一|具体)?(?:交?由)?|["”》]?[（(]由?)$/u;
const leadEnds =
  /^(?:（[^（）]{0,20}）)?(?:会同[^，。；由]{2,40}?|联合[^，。；由]{2,30}?)?(?:统一|统筹|全面|主要|总体|具体)?(?:总?牵头|负责|主责|承担|召集|主持|组织召开|(?:组织|统筹|推进|实施|落实)(?=[，。；]|$)|统筹推进|组织实施|牵头负责|牵头组织实施|具体负责|统一负责|负责落实|负责实施|负责推进|统筹|承建|承办|建设|编制|起草|制定|拟订|开发|搭建)(?=[，。；、）！]|$)/u;
const leadGoesOn =
  /^(?:会同[^，。；由]{2,40}?|联合[^，。；由]{2,30}?)?(?:总?牵头|负责|具体负责)(?:组织|统筹|推进|实施|落实|建设|开展|抓好|负责|推动|协调|办理|编制|制定|起草|印发|日常|管理|运行|维护|指导|调度|[、和与及]){1,8}(?=[，。；、）！]|$)/u;
/** 由区财政局考核: the kind itself is the verb. */
const kindAsVerb = /^(?:考核|督查|评估)/u;
const onlyVerbs =
  /^(?:牵头|负责|主持)的$|^(?:会同[^，。；由]{2,40}?|联合[^，。；由]{2,30}?)?(?:总?牵头|负责|牵头负责|组织实施|组织开展|组织|召集|主持|召开|开展|承担|具体负责)，?(?:组织|推进|做好|开展|实施|建立|召开|建设|落实|抓好|统筹|推动|完成|编制)*$/u;
/** 市商务局牵头，市邮政管理局配合，自2026年9月起分批实施…: who takes part and when stand between. */
const verbsLater =
  /^(?:总?牵头|负责)(?:，[^，。；]{2,30}(?:配合|参与|协助|参加))?，(?:[自从于在到]?(?:19|20)\d\d年(?:\d{1,2}月)?(?:底|末)?(?:之?前|内|起|开始)?)?(?:分[批步期年]|逐[年步]|全面|统筹|有序|共同)*(?:出台|印发|制定|编制|修订|发布|完成|建成|推进|开展|组织|实施|建设|启动){1,2}《?$/u;
const wholeBehind =
  /^["”》]?(?:$|\d|[，。；、）！：\s]|[的]?(?:建设|开发|实施|推进|落实|组织|开展|任务|项目|行动|工程|编制|工作|制度|会议|各|全|[一1]次))/u;
const leadThenThing = new RegExp(
  `^ (?:${leadVerbs}) (?:the |all |our )?(?:(?:work|programme|project|action|effort|drive|task) (?:to |on |of )(?:the |all )?)?$`,
  "iu",
);
/** Under the lead of the Finance Office, clinics are built. */
const underLead = /^, (?:the |all )?$/u;
const underBefore = /\bunder the (?:lead|leadership|direction) of (?:the )?$/iu;
/** Lead for nurse training: …; 建设中央厨房（牵头单位：…. */
const listed = /^: (?:the )?$|^[（(，；]?的?(?:牵头|责任|主责|负责)(?:单位|部门)(?:[：:]|为|是)$/iu;
const thingThenLead = new RegExp(
  `^(?:,? (?:which |that )?(?:is|are|was|will be|shall be|to be))?,? ${passive} by (?:the )?$|^ (?:is|are|will be|lies) (?:the (?:sole )?(?:responsibility|task|job) of|in the hands of) (?:the )?$|^ [^,.;]{3,60} under the (?:lead|leadership|direction|responsibility|charge) of (?:the )?$|^,? (?:rests|lies|sits) with (?:the )?$`,
  "iu",
);
/** Responsibility for the dashboard rests with the Operations Team. */
const dutyRests = new RegExp(`\\b${duty} (?:for|of) (?:the |all |our )?$`, "iu");
const restsWith = /^,? (?:rests|lies|sits|stays) with (?:the )?$/iu;
const englishBehind =
  /^(?:$|[.,;:)]| (?:and|in|from|until|by|with|across|at|on|as|to|together|throughout)\b|["”])/iu;

const clauseBefore =
  /(?:^|[，；：])\s*(?:(?:[此该这本]项)?(?:工作|任务)?由|[（(]?(?:牵头|责任|主责)(?:单位|部门)[：:])?$/u;
/** A body, money or a check that the clause before speaks of has its own lead. */
const ofOther =
  /成立|设立|组建|监督|验收|检查|考核|评估|审计|资金|经费|费用|培训|宣传|指南|方案|办法|平台|系统|其中/u;
const ofTheWork =
  /^[\s，]*(?:(?:[此该这本]项)?(?:工作|任务)?由|[（(]?(?:牵头|责任|主责)(?:单位|部门)[：:])?$/u;
const isLeadWord = /^[为是](?:责任|牵头|主责|实施)(?:单位|部门)(?=[，。；]|$)/u;
const doesIt = new RegExp(
  `^ (?:will (?!be\\b|also|help|support|assist|advise|attend|join|comment|review|approve|pay|fund|supply|provide|receive|consult|report|publish|meet)[a-z]+|${leadVerbs}|carries out|delivers|recruits|builds|installs|coordinates) `,
  "iu",
);
const theWork =
  /^ (?:leads|runs|manages|coordinates|(?:will|shall) (?:lead|run|manage|coordinate)|is (?:responsible|accountable) for|is in charge of) (?:the|this|all|it|them)(?: [a-z]+)?(?=[.,;]|$| (?:and|which|with|from|until|in|across)\b)/iu;
const subjectHead = /^\s*(?:[A-Z][^,.;]{2,50}, )?(?:[Tt]he )?$/u;

/** The lead is said to do the work that the paragraph is about; `isFirst`: its first sentence behind the heading. */
export function leadsTopic(sentence: string, { at, end }: ToldLead, isFirst: boolean): boolean {
  const [head, tail] = [sentence.slice(0, at), sentence.slice(end)];
  if (!chinese.test(sentence))
    return subjectHead.test(head) && (theWork.test(tail) || (isFirst && doesIt.test(tail)));
  // 县农业农村局为责任单位，2026年4月动工
  if (isFirst && isLeadWord.test(tail) && /^\s*$/u.test(head)) return true;
  if (!clauseBefore.test(head) || !leadEnds.test(tail)) return false;
  return ofTheWork.test(head) || !ofOther.test(head);
}

/** Who the first words of an English sentence say does something: Fleet Services will refit …; null where another is named. */
export function subjectReader({ actors }: Pick<Plan, "actors">): (sentence: string) => ToldLead | null {
  const byName = namedThings(actors);
  return (sentence) => {
    const [only, other] = placesIn(sentence, byName);
    if (only === undefined || other !== undefined) return null;
    const { at, end, item } = only;
    return { said: sentence.slice(at, end), at, end, actor: item };
  };
}
