/** Whether a text promises the level that it tells of an indicator, and where the plan has that level from. Shared by a rule; not a rule. */
import type { Plan } from "../../plan/plan.ts";
import type { Figures } from "../target/levels.ts";
import { tellsToday } from "../texts/background-sections.ts";
import type { TextDate } from "../texts/dates.ts";
import type { TextFigure } from "../texts/figures.ts";
import type { ToldSentence } from "../texts/sentences.ts";
import { isOfGoals } from "./measured-figures.ts";
import { inUnitOf } from "./stated-figures.ts";

const promised =
  /(?:(?:完成|建成|新建|改造|修复|培[育养]|选树|制定|创建|打造)[^，。；\d]{0,16}|达到?|提[高升][到至]|增[加长]?[到至]|[降减]低?[到至]|缩短[到至]|控制在|保持在|稳定在|不得?低于|不少于|不得?超过|不得?高于|\b(?:reach(?:es)?|to|at least|at most)) ?$/iu;
/** 达到70%后, 达到70%的给予: on what something else hangs. */
const onlyIf = /^(?:以[上下内])?(?:之?后|时|的[^，。；]{0,8}(?:可|给予|予以|认定|列为|享受))/u;
const standing =
  /(?:不低于|不少于|不超过|不高于|控制在|保持在|稳定在|维持在|至少|\b(?:at least|at most|no (?:more|less|fewer) than|never (?:below|above)|within)) ?$/iu;
const standingBehind = /^(?:以[上内]|内(?![部容])| or (?:more|less))/u;
/** Nine in ten customers are satisfied in every survey. */
const everyTime =
  /^[^.;，。；\d]{0,60}(?:\bin (?:every|each) (?:survey|poll|round|year|quarter|month)\b|\bat all times\b)/iu;
const fromThen = /^年?(?:起|开始|以后|以来)/u;

/** Told as it was or is, not as it shall be. */
export const standsNow: RegExp =
  /(?:已经?|实际|实现了|曾|现|目前|仅)[^，。；]{0,12}$|\b(?:was|were|stood|had|has|have|currently|already|now)\b[^.;]{0,24}$/iu;

/**
 * What a section of goals says will be reached is a target, whatever its date; of an indicator with one target so does any section that does not
 * tell how things stand.
 */
export function isPromised(told: ToldSentence, figure: TextFigure, { levels }: Figures, plan: Plan): boolean {
  if (told.section === null || !saysPromise(told, figure)) return false;
  if (isOfGoals(told.section)) return true;
  const isOpen = levels.length !== 1 || tellsToday(told.section, plan);
  return !isOpen && !standsNow.test(told.plain.slice(Math.max(0, figure.at - 40), figure.at));
}

const standsSo =
  /(?:率|度|比例|占比|时间|时长|水平)(?:已?达到?|仅?为|[仅只]有|是)$|\b(?:stood|stands|is|was|were|are) (?:still |only )?at $/u;

/** In what a plan tells of where it begins: 适配率为75%, 覆盖率仅为30%, injuries stood at 6.4. */
export function isToldOfStart({ section, plain }: ToldSentence, { at }: TextFigure): boolean {
  return section?.role?.value === "background" && standsSo.test(plain.slice(Math.max(0, at - 16), at));
}

function saysPromise({ plain }: ToldSentence, { at, end }: TextFigure): boolean {
  return promised.test(plain.slice(Math.max(0, at - 20), at)) && !onlyIf.test(plain.slice(end, end + 16));
}

/** Within two years: a date that is not read, and may be that of a step. */
const someDate =
  /[一二两三四五六\d]个?[年月]内|第[一二三四五]年|首年|近期|中期|\b(?:within|in the (?:first|second)|after) [a-z\d]+ ?(?:years?|months?)?\b/iu;

/**
 * The section is the one that a target cites as its own: it promises here what the plan says it states. What lies between two
 * targets may be a step.
 */
export function isSaidHere(told: ToldSentence, figure: TextFigure, figures: Figures): boolean {
  const here = told.section?.id.value;
  const { levels, unit, indicator } = figures;
  if (here === undefined || someDate.test(told.plain) || !saysPromise(told, figure)) return false;
  const value = inUnitOf(figure, unit, indicator);
  if (value === null || !levels.some(({ target }) => target.section?.value === here)) return false;
  return levels.every((one) => one.value.gt(value)) || levels.every((one) => one.value.lt(value));
}

/** Both are the one bound that always holds: 每年不低于1000万元 beside `hold: ≥100万元`. */
export function isStandingBound(
  { plain }: ToldSentence,
  { at, end }: TextFigure,
  date: TextDate | null,
  { levels }: Figures,
): boolean {
  const [only, other] = levels;
  if (only?.target.kind !== "hold" || other !== undefined) return false;
  if (date !== null && !fromThen.test(plain.slice(date.end))) return false;
  return (
    standing.test(plain.slice(Math.max(0, at - 20), at)) ||
    standingBehind.test(plain.slice(end)) ||
    everyTime.test(plain.slice(end))
  );
}
