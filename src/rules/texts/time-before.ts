/** What a text tells of the time before the plan. Shared by rules of texts; not a rule. */

import { dateParts } from "../../plan/days.ts";
import type { Plan } from "../../plan/plan.ts";
import { calendarOf, datesIn } from "./dates.ts";
import { fiveYearPlan, lastYearOf } from "./five-year-plans.ts";

/** 上一轮改造总投资3.1亿元 */
const formerRound = /(?:上一?|前一|首)轮|上一?期(?!末)|此前|以往|历年/u;
const fiveYears = new RegExp(`${fiveYearPlan}(?:时期|期间|以来)?`, "gu");
const thisRound = /[本此新]轮|[本此]次|本期/u;

/** The words before a place of a sentence tell a former round, or the last date there is before the plan begins. */
export function isOfTimeBefore(sentence: string, at: number, plan: Plan): boolean {
  const head = sentence.slice(0, at);
  if (formerRound.test(head) && !thisRound.test(head)) return true;
  const start = plan.period?.start?.value ?? null;
  const former = head.includes("五") ? [...head.matchAll(fiveYears)].at(-1) : undefined;
  if (former !== undefined && start !== null) return lastYearOf(former[0]) < dateParts(start).year;
  if (start === null || !/\d/.test(head)) return false;
  const date = datesIn(sentence, calendarOf(plan)).findLast(({ end }) => end <= at);
  return date !== undefined && date.last < start;
}
