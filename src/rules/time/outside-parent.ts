/**
 * A part of an action must fall within the action.
 *
 * Looks at: actions with a `parent`, both dated.
 * Reports: the period of the part; related: the period of the action above it.
 * Source: DESIGN.md section 4 (dates outside period).
 */
import { isoDay } from "../../plan/days.ts";
import type { Action } from "../../plan/plan.ts";
import type { Period } from "../../plan/time.ts";
import { defineRule } from "../define-rule.ts";
import { firstDated, isReversed, statedPeriod } from "../times-of.ts";
import { spanInChinese, spanInEnglish } from "../words.ts";

type Args = {
  readonly id: string;
  readonly period: string;
  readonly parent: string;
  readonly limits: string;
};

export const timeOutsideParent = defineRule<Args>({
  code: "time/outside-parent",
  severity: "warning",
  named: ["id", "parent"],
  text: {
    en: {
      title: "Part outside the action it belongs to",
      message: (a) =>
        `${a.id}: runs ${spanInEnglish(a.period)}, outside ${a.parent}, which runs ${spanInEnglish(a.limits)}`,
      why: "An action is done when its parts are; a part that lies outside contradicts the dates of the whole.",
      fix: "Correct the period of the part or of the action above it.",
    },
    zhHans: {
      title: "子任务超出所属任务的时间",
      message: (a) =>
        `“${a.id}”的时间（${spanInChinese(a.period)}）超出所属任务“${a.parent}”的时间（${spanInChinese(a.limits)}）`,
      why: "各子任务完成，任务才算完成；子任务落在任务时间之外，二者的时间就相互矛盾。",
      fix: "更正子任务或所属任务的起止时间。",
    },
  },
  check({ plan, report }) {
    const actions = new Map(plan.actions.map((action) => [action.id.value, action]));
    for (const action of plan.actions) {
      const parent = action.parent === null ? undefined : actions.get(action.parent.value);
      const own = firstDated(action.period);
      const whole = parent === undefined ? null : firstDated(parent.period);
      const period = statedPeriod(own);
      const limits = statedPeriod(whole);
      if (parent === undefined || own === null || whole === null || period === null || limits === null)
        continue;
      if (isReversed(period) || isReversed(limits) || isWithin(period, limits)) continue;
      // Of actions that are parts of each other, one always lies outside: told by `reference/cycle`.
      if (isPartOfItself(action, actions)) continue;
      report(
        own.span,
        { id: action.id.value, period: print(period), parent: parent.id.value, limits: print(limits) },
        { on: action, related: [{ span: whole.span, note: { en: "action above", zhHans: "所属任务" } }] },
      );
    }
  },
});

function isPartOfItself(action: Action, actions: ReadonlyMap<string, Action>): boolean {
  const passed = new Set<Action>();
  let above: Action | undefined = action;
  while (above !== undefined && !passed.has(above)) {
    passed.add(above);
    above = above.parent === null ? undefined : actions.get(above.parent.value);
  }
  return above !== undefined;
}

/** An open side of the part is not held against the whole. */
function isWithin(part: Period, whole: Period): boolean {
  const early = part.start !== null && whole.start !== null && part.start < whole.start;
  const late = part.end !== null && whole.end !== null && part.end > whole.end;
  return !early && !late;
}

function print({ start, end }: Period): string {
  return `${start === null ? "" : isoDay(start)}..${end === null ? "" : isoDay(end)}`;
}
