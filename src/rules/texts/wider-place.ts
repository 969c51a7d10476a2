/** What a text tells of another place than the plan's own: of a whole that it is a part of, of one of its places, of a neighbour. Not a rule. */
import type { Plan } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import { behindLast } from "./clauses.ts";

/** 全市; 市教育局每年对县区: whose work it is. */
const wider =
  /全([国省市县区])|([国省市县区])[^，。；、\d]{0,14}对(?:各|所辖|辖区)?(?:[省市县区乡镇]|街道)/gu;
/** From here on the text speaks of its own place again. */
const ownAgain = /[我本][省市县区镇街]/u;
const levels = ["国", "省", "市", "县", "区", "镇"];

/** 全市 in the plan of a district: its figure is none of the plan's. */
export function isOfWiderPlace(head: string, { title, issuer, actors }: Plan): boolean {
  const last = /全|对/u.test(head) ? [...head.matchAll(wider)].at(-1) : undefined;
  if (last === undefined || ownAgain.test(head.slice(last.index))) return false;
  const said = last[1] ?? last[2] ?? "";
  const own = `${issuer?.name?.value ?? ""}|${title?.value ?? ""}`;
  const [place = ""] =
    /(?:[^社园小地校灌城景辖|]区|城区(?=委|人民政府|政府)|[^|]县|[^|]市(?!场|民)|[^|]镇|街道)/u.exec(own) ??
    [];
  const level = place.endsWith("街道") ? "镇" : (place.at(-1) ?? levelOf(actors));
  const [a, b] = [levels.indexOf(said), levels.indexOf(level)];
  // A county and a district are of one level.
  return b >= 0 && (a < 3 ? a < Math.min(b, 3) : b > 4);
}

/** Where neither title nor issuer tells: 区 of a plan whose offices are 区民政局 and 区财政局; empty where they are of several levels. */
function levelOf(actors: Plan["actors"]): string {
  const told = actors
    .slice(0, mostPlaces)
    .flatMap(({ name }) => office.exec(name?.text.trim() ?? "")?.[1] ?? []);
  return new Set(told).size === 1 ? (told[0] ?? "") : "";
}

const office = /^([市县区镇])(?:[政党]?委|(?:人民)?政府|[\u4e00-\u9fff]{2,10}(?:局|办公?室?|部|委员?会?)$)/u;

/** More places are not looked for. */
const mostPlaces = 200;

/** The clause that the words end in, or what its sentence is about, names one of the plan's places. */
export function isOfEntity(head: string, { entities }: Plan): boolean {
  const clause = behindLast(head, "，；,;");
  const sentence = head.trimStart();
  return entities.slice(0, mostPlaces).some(({ name }) => {
    const words = name?.text.trim() ?? "";
    if (words.length < 2) return false;
    return clause.includes(words) || (sentence.startsWith(words) && isAbout(sentence.slice(words.length)));
  });
}

/** 港口区基础较弱，2026年达到72%即可: until the clauses tell of all, or who is to do it. */
function isAbout(rest: string): boolean {
  return chinese.test(rest) && !/^[、和与及]/u.test(rest) && !ofAll.test(rest) && !isDoer.test(rest);
}

const ofAll = /[全各本我][省市县区镇乡街村]|各地|其他|其余|总体|整体|合计|平均/u;
const isDoer = /^(?:要|应|须|会同[^，。；]{1,20})?(?:牵头|负责|承担|组织|配合|制[定订]|印发|建立|开展)/u;

/** Another district at the head of a clause: 安平区2025年底, 而安平区的; 示范区 and 社区 are no names. */
const otherPlace =
  /(?:^|[，；：、]|[的而但如比与])(?!建成|试点|重点|中心|核心|示范|试验|功能|贫困|直辖|开发|保护|主城|老城|城乡|各个|两个|每个|全部)([\u4e00-\u9fff]([^社园校灌小辖地城新库景牧林矿全本我各该片郊农学超上门][区县市]|[^城本我各该]镇))(?=(?:19|20)\d\d年|[一二两三四五六七八九十]年|累计|[，的已自在]|实现|通过|达到)|(?:^|[，；：、]|[的而但如比与])(?!试点|示范|所有|各个|全部|城区|辖区|每个)([\u4e00-\u9fff]{2}街道)(?!办|党)/gu;
const ownPlace = /[全本我]([区县市镇街]|街道)/u;

const ofStreet = /^[\u4e00-\u9fff]{2,3}街道/u;

/** What the plan and its issuer are called: a place or a kind that stands there is the plan's own. */
export function ownWords({ title, issuer }: Pick<Plan, "title" | "issuer">): string {
  return `${title?.value ?? ""}|${issuer?.name?.value ?? ""}`;
}

/** The last place that the words name is none of the plan's own. */
export function isOfOtherPlace(head: string, { title, issuer }: Plan): boolean {
  if (!/[区县市镇街]/.test(head)) return false;
  // 全区 in the plan of one of its streets.
  if (ofStreet.test(title?.value ?? "") && /全[区县市省]/u.test(head)) return true;
  const last = [...head.matchAll(otherPlace)].at(-1);
  if (last === undefined) return false;
  const name = last[1] ?? last[3] ?? "";
  return (
    !ownWords({ title, issuer }).includes(name) && !ownPlace.test(head.slice(last.index + last[0].length))
  );
}
