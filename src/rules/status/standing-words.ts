/** How messages on an indicator's status put its figures, in both languages. Not a rule. */
import { unitBehind } from "../../plan/unit-behind.ts";
import type { StandingArgs } from "./standing.ts";

/** `52% on 2026-06-30, 52.4384% expected; target 85% by 2027-12-31`, as far as it is known. */
export function figuresInEnglish(a: StandingArgs): string {
  const { unit } = a;
  const who = a.entity === null ? "" : `worst entity ${a.entity}: `;
  if (a.done !== null) {
    const late = a.lateOn === null ? "not done" : `done late on ${a.lateOn}`;
    const state = a.done ? `done${a.on === null ? "" : ` on ${a.on}`}` : late;
    return `${who}${state}${a.targetOn === null ? "" : `; due ${a.targetOn}`}`;
  }
  // Where lower is better, the share is that of the target in the value.
  const isUpperLimit = /^[≤<]/.test(a.target ?? "");
  const lacking = a.lacks === null ? "" : ` (no ${a.lacks === "date" ? "due date" : "baseline"})`;
  const share =
    a.ofTarget === null
      ? ""
      : isUpperLimit
        ? `the target is ${a.ofTarget} of the value${lacking}: `
        : `${a.ofTarget} of the target${lacking}: `;
  const value =
    a.value === null ? "no value" : `${share}${withUnit(a.value, unit)}${a.on === null ? "" : ` on ${a.on}`}`;
  const expected = a.expected === null ? "" : `, ${withUnit(a.expected, unit)} expected`;
  const target = a.target === null ? "" : ` ${withUnit(a.target, unit)}`;
  const due = a.kept !== null ? `, ${a.kept}` : a.targetOn === null ? "" : ` by ${a.targetOn}`;
  return `${who}${value}${expected}${target + due === "" ? "" : `; target${target}${due}`}${besideInEnglish(a)}`;
}

/** What keeps the latest value from being what counts. */
function besideInEnglish(a: StandingArgs): string {
  if (a.lateOn !== null) return `; reached late on ${a.lateOn}`;
  if (a.held !== null) return `; kept in ${a.held} of ${a.periods} periods only`;
  if (a.latest === null) return "";
  return `; the latest value, ${withUnit(a.latest, a.unit)} on ${a.latestOn}, is of a period that still runs`;
}

/** The same as `figuresInEnglish`, in Chinese. */
export function figuresInChinese(a: StandingArgs): string {
  const { unit } = a;
  const who = a.entity === null ? "" : `最差的实施单位为“${a.entityName}”，`;
  if (a.done !== null) {
    const late = a.lateOn === null ? "尚未完成" : `逾期于 ${a.lateOn} 完成`;
    const state = a.done ? `${a.on === null ? "" : `${a.on} `}已完成` : late;
    return `${who}${state}${a.targetOn === null ? "" : `；时限 ${a.targetOn}`}`;
  }
  const lacking = a.lacks === null ? "" : a.lacks === "date" ? "（未定完成时限）" : "（无基期值）";
  const share = a.ofTarget === null ? "" : `完成率 ${a.ofTarget}${lacking}，`;
  const value =
    a.value === null
      ? "无实际值"
      : `${share}${a.on === null ? "" : `${a.on} `}实际值 ${withUnit(a.value, unit)}`;
  const expected = a.expected === null ? "" : `，应达值 ${withUnit(a.expected, unit)}`;
  const due = a.keptName !== null ? a.keptName : a.targetOn === null ? "" : `${a.targetOn} `;
  const beside = besideInChinese(a);
  if (a.target === null)
    return `${who}${value}${expected}${due === "" ? "" : `；时限 ${due.trim()}`}${beside}`;
  return `${who}${value}${expected}；${due}目标值 ${withUnit(a.target.replace("..", "～"), unit)}${beside}`;
}

function besideInChinese(a: StandingArgs): string {
  if (a.lateOn !== null) return `；逾期于 ${a.lateOn} 达到`;
  if (a.held !== null) return `；${a.periods} 期中仅 ${a.held} 期达标`;
  if (a.latest === null) return "";
  return `；最新实际值 ${withUnit(a.latest, a.unit)}（${a.latestOn}）所属报告期尚未结束`;
}

/** What was missed on the way, where something was: it alone keeps an indicator off track. */
export function missedInEnglish({ missed, missedOn, missedAt, missedLateOn, unit }: StandingArgs): string {
  if (missed === null) return "";
  const late = missedLateOn === null ? "" : `, reached late on ${missedLateOn}`;
  const date = missedOn === null ? "" : ` of ${missedOn}`;
  return `the target ${missed}${date} was missed${missedAt === null ? "" : ` with ${withUnit(missedAt, unit)}`}${late}; now `;
}

/** The same as `missedInEnglish`, with what follows: a figure or a date stands apart from the words before it. */
export function missedInChinese(
  { missedName, missedOn, missedAt, missedLateOn, unit }: StandingArgs,
  now: string,
): string {
  if (missedName === null) return now;
  const late = missedLateOn === null ? "" : `，逾期于 ${missedLateOn} 达到`;
  const value = missedAt === null ? "" : `，当时为 ${withUnit(missedAt, unit)}`;
  return `${missedOn === null ? "" : `${missedOn} `}目标值“${missedName}”未实现${value}${late}；目前${/^\d/.test(now) ? " " : ""}${now}`;
}

const figure = /^[≥≤<>]?-?[\d.]+$/;
const range = /^-?[\d.]+(?:\.\.|～)-?[\d.]+$/;

/** `52%`, `47 crossings`; words (a grade, a state) have no unit. */
export function withUnit(value: string, unit: string): string {
  if (!figure.test(value) && !range.test(value)) return value;
  return `${value}${unitBehind(unit)}`;
}
