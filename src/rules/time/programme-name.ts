/**
 * A mechanism called a plan of so many years must run that long.
 *
 * Looks at: 三年行动计划, three-year programme in the name of a mechanism of the plan, against its own time, else against the last date of the
 * indicators that it governs.
 * Reports: the words; related: the mechanism's time or the last target. A warning.
 * Source: DESIGN.md section 4 (two statements that cannot both hold).
 */
import { addMonths, isoDay } from "../../plan/days.ts";
import type { Indicator, Mechanism, Plan } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { partSpan } from "../plan-words.ts";
import { statedPeriod } from "../times-of.ts";
import { spanInChinese, spanInEnglish } from "../words.ts";
import { lasts, yearsNamed } from "./named-times.ts";

type Args = {
  readonly words: string;
  readonly id: string;
  readonly name: string;
  /** `programme`: when it runs; `done-early`: the last date of what it governs. */
  readonly stated: string;
  readonly fault: "programme" | "done-early";
};

export const timeProgrammeName = defineRule<Args>({
  code: "time/programme-name",
  severity: "warning",
  text: {
    en: {
      title: "Mechanism that does not run as long as its name says",
      message: (a) =>
        a.fault === "programme"
          ? `${a.id} is called "${a.words}", but it runs ${spanInEnglish(a.stated)}`
          : `${a.id} is called "${a.words}", but all that it governs is due by ${a.stated}: what do the later years hold?`,
      why: "Money and people are asked for by the years in the name; the schedule holds other ones.",
      fix: "Correct the name or the dates, or set targets for the years that have none.",
    },
    zhHans: {
      title: "工作机制名称所述年限与起止时间不符",
      message: (a) =>
        a.fault === "programme"
          ? `工作机制“${a.name}”名称写作“${a.words}”，起止时间却为 ${spanInChinese(a.stated)}`
          : `工作机制“${a.name}”名称写作“${a.words}”，所涉指标却都在 ${a.stated} 前到期，以后年度的安排未写明`,
      why: "经费和人员按名称所写年限申请，任务却按另一期限安排。",
      fix: "更正名称或时间；以后年度确有任务的，补充目标值。",
    },
  },
  check({ plan, report }) {
    const byId = new Map(plan.indicators.map((one) => [one.id.value, one] as const));
    for (const mechanism of plan.mechanisms) {
      const found = programmeFault(mechanism, byId, plan);
      if (found === null) continue;
      const { span, args, stated } = found;
      const note =
        args.fault === "done-early"
          ? { en: "the last target", zhHans: "最后到期的目标值" }
          : { en: "the stated time", zhHans: "填写的时间" };
      report(span, args, { on: mechanism, related: [{ span: stated, note }] });
    }
  },
});

/** The name is that of a plan of years; a 五年规划 is a kind of document above the plan. */
const isProgramme = /(?:行动|计划|方案|攻坚)(?:[（(].{0,40})?$|\b(?:plan|programme|program|campaign)$/iu;

interface Found {
  readonly span: Span;
  readonly args: Args;
  readonly stated: Span;
}

/** 三年行动计划 of two years, or one whose indicators are all due before its last year begins. */
function programmeFault(
  mechanism: Mechanism,
  byId: ReadonlyMap<string, Indicator>,
  plan: Plan,
): Found | null {
  const { name, origin, during, from, governs, id } = mechanism;
  const named = name === null || origin !== "plan" ? null : yearsNamed(name.text);
  if (name === null || named === null || named.count < 2 || !isProgramme.test(name.text)) return null;
  const { words, count } = named;
  const found = (stated: Span, text: string, fault: "programme" | "done-early"): Found => ({
    span: partSpan(name.span, words),
    args: { words, id: id.value, name: name.text, stated: text, fault },
    stated,
  });
  const own = statedPeriod(during);
  if (during !== null) {
    if (own === null || own.start === null || own.end === null || own.end < own.start) return null;
    return lasts(count, own.start, own.end)
      ? null
      : found(during.span, `${isoDay(own.start)}..${isoDay(own.end)}`, "programme");
  }
  const start = statedPeriod(from)?.start ?? plan.period?.start?.value ?? null;
  const last = lastDue(governs.flatMap(({ value }) => byId.get(value) ?? []));
  if (start === null || last === null || last.day >= addMonths(start, 12 * (count - 1))) return null;
  return found(last.span, isoDay(last.day), "done-early");
}

/** The last day, in its later reading, on which a target falls due; null where a target is open. */
function lastDue(indicators: readonly Indicator[]): { readonly day: Day; readonly span: Span } | null {
  let last: { readonly day: Day; readonly span: Span } | null = null;
  for (const { by, over, stated } of indicators.flatMap(({ targets }) => targets)) {
    const when = (by ?? over)?.value;
    const days = [when?.period?.end, when?.alternative?.end].flatMap((day) => day ?? []);
    if (days.length === 0) return null;
    const day = Math.max(...days);
    if (last === null || day > last.day) last = { day, span: stated.span };
  }
  return last;
}
