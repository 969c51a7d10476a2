/**
 * What a plan sets must fall within its period.
 *
 * Looks at: targets, points of trajectories, phases, milestones, deliverables, actions and mechanisms with a date (the start or span of a mechanism
 * and every date of its entries, as a stage or an item of a list); observations, baselines, cases and mechanisms of another
 * place do not belong to the period. A literal `M0` (the day before the period) counts as within.
 * Reports: the date; related: the period. Many dates are told at the period, which they speak against. A target before a year (2024年前) that lies within the plan if it is read as the end of that
 * year is told with both readings.
 * Source: DESIGN.md section 4 (dates outside period), FORMAT.md section 4.
 */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import { dayOf, isoDay } from "../../plan/days.ts";
import type { Given } from "../../plan/given.ts";
import { walkParameters } from "../../plan/parameters.ts";
import type { Indicator, Item, Mechanism, Name, Plan, Target } from "../../plan/plan.ts";
import type { Day, When } from "../../plan/time.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { mostOutside } from "../one-cause/period-in-doubt.ts";
import { statedPeriod } from "../times-of.ts";
import { fieldInChinese, fieldInEnglish } from "../words.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly field: string;
  readonly text: string;
  readonly day: string;
  /** The last day of the year that is named, where `before` it may be meant as its end; else null. */
  readonly yearEnd: string | null;
  readonly side: "before" | "after";
  readonly limit: string;
};

/** `point`: only the last day counts; `span`: the first day as well. */
interface Dated {
  readonly item: Item & { readonly name: Name | null };
  readonly field: string;
  readonly when: Given<When> | null;
  readonly reading: "point" | "span" | "start";
}

export const timeOutsidePeriod = defineRule<Args>({
  code: "time/outside-period",
  severity: "warning",
  text: {
    en: {
      title: "Date outside the plan's period",
      message: (a) =>
        `${a.id}: the ${fieldInEnglish(a.field)}${a.field === "target" ? " date" : ""}${a.field.includes("/") ? "," : ""} ${a.text.startsWith("before ") ? `"${a.text}"` : a.text}${a.text === a.day ? "" : ` (${a.day})`}${a.field.includes("/") ? "," : ""} lies ${a.side === "after" ? "after the end" : "before the start"} of the plan, ${a.limit}${a.yearEnd === null ? "" : `; read as ${a.yearEnd} it would lie within: which is meant?`}`,
      why: "Nobody answers under this plan for what falls outside its period.",
      fix: "Correct the date, or extend the plan's period.",
    },
    zhHans: {
      title: "时间超出实施期限",
      message: (a) =>
        `“${a.name}”的${fieldInChinese(a.field)}${a.field === "target" ? "时间" : ""}“${a.text}”${a.text === a.day ? "" : `（${a.day}）`}${a.side === "after" ? "晚于实施期限截止时间" : "早于方案起始时间"} ${a.limit}${a.yearEnd === null ? "" : `；按 ${a.yearEnd} 理解则在期限之内，应按哪一种理解须明确`}`,
      why: "超出实施期限的事项，在本方案内无人负责。",
      fix: "更正时间，或调整实施期限。",
    },
  },
  turned: ofPeriod,
  check({ plan, report }) {
    const period = plan.period;
    const start = period?.start?.value ?? null;
    const end = period?.end?.value ?? null;
    if (period === null || (start !== null && end !== null && end < start)) return;
    const related = [{ span: period.span, note: { en: "period of the plan", zhHans: "实施期限" } }];
    for (const { item, field, when, reading } of datesOf(plan)) {
      const days = statedPeriod(when);
      // A phase named as a time is told at the phase itself.
      if (when === null || days === null || when.value.phase !== null) continue;
      if (days.start !== null && days.end !== null && days.end < days.start) continue;
      const first = reading === "point" ? days.end : days.start;
      const last = reading === "start" ? days.start : days.end;
      const yearEnd = endOfNamedYear(when.value, start, end);
      const inChinese = { text: whenInChinese(when.value.text) };
      const base = { id: item.id.value, name: nameOf(item), field, text: when.value.text, yearEnd };
      if (end !== null && last !== null && last > end) {
        report(
          when.span,
          { ...base, day: isoDay(last), side: "after", limit: isoDay(end) },
          { on: item, related, inChinese },
        );
      } else if (start !== null && first !== null && first < start - (startsAtM0(when.value) ? 1 : 0)) {
        report(
          when.span,
          { ...base, day: isoDay(first), side: "before", limit: isoDay(start) },
          { on: item, related, inChinese },
        );
      }
    }
  },
});

/** Many dates outside speak against the period; those that hang on how a date is read stand for themselves. */
function ofPeriod(many: readonly Args[]): Localized | null {
  if (many.filter(({ yearEnd }) => yearEnd === null).length <= mostOutside) return null;
  const early = many.filter(({ side }) => side === "before").sort(byDay);
  const late = many.filter(({ side }) => side === "after").sort(byDay);
  const [first] = early;
  const last = late.at(-1);
  const sides: readonly Localized[] = [
    ...(first === undefined
      ? []
      : [
          {
            en: `${count(early)} before the start of the plan, ${first.limit} (the first on ${first.day})`,
            zhHans: `${early.length} 处时间早于方案起始时间 ${first.limit}（最早为 ${first.day}）`,
          },
        ]),
    ...(last === undefined
      ? []
      : [
          {
            en: `${count(late)} after the end of the plan, ${last.limit} (the last on ${last.day})`,
            zhHans: `${late.length} 处时间晚于实施期限截止时间 ${last.limit}（最晚为 ${last.day}）`,
          },
        ]),
  ];
  return {
    en: `${sides.map(({ en }) => en).join(", and ")}: is the period right?`,
    zhHans: `有 ${sides.map(({ zhHans }) => zhHans).join("，")}，实施期限是否有误须核实`,
  };
}

function byDay(a: Args, b: Args): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0;
}

function count({ length }: readonly Args[]): string {
  return length === 1 ? "one date lies" : `${length} dates lie`;
}

/** `before 2024`, which is how `{ before: 2024 }` is told, as 2024年前; what the plan writes itself stays. */
function whenInChinese(text: string): string {
  return text.replace(/^before (\d{4})$/, "$1年前").replace(/^before /, "早于 ");
}

/** The end of the year named by `{ before: 2024 }`, where it lies within the plan; null for every other date. */
function endOfNamedYear(
  { text, period, alternative }: When,
  start: Day | null,
  end: Day | null,
): string | null {
  const year = /^(?:before\s+|<\s*)(\d{4})$/.exec(text)?.[1];
  if (year === undefined || period?.end === null || period?.end === undefined) return null;
  // Where the plan states the other reading itself, that one is told.
  const last = alternative?.end ?? dayOf(Number(year), 12, 31);
  if (last === null) return null;
  return (start === null || last >= start) && (end === null || last <= end) ? isoDay(last) : null;
}

/** `M0` is the day before the plan: where its figures and phases are counted from. */
function startsAtM0({ expression }: When): boolean {
  const first = expression?.kind === "range" ? expression.from : expression;
  return first?.kind === "month" && first.month === 0;
}

function datesOf(plan: Plan): Dated[] {
  const start = plan.period?.start?.value ?? null;
  return [
    ...plan.indicators.flatMap((item) => item.targets.flatMap((target) => targetDates(item, target, start))),
    ...plan.indicators.flatMap((item) =>
      (item.trajectory?.points ?? []).map(
        ({ at }): Dated => ({ item, field: "at", when: at, reading: "point" }),
      ),
    ),
    ...plan.phases.flatMap((item) =>
      item.period.map(({ is }): Dated => ({ item, field: "period", when: is, reading: "span" })),
    ),
    ...plan.milestones.flatMap((item) =>
      item.by.map(({ is }): Dated => ({ item, field: "by", when: is, reading: "point" })),
    ),
    ...plan.deliverables.flatMap((item) =>
      item.due.map(({ is }): Dated => ({ item, field: "due", when: is, reading: "point" })),
    ),
    ...plan.actions.flatMap((item) =>
      item.period.map(({ is }): Dated => ({ item, field: "period", when: is, reading: "span" })),
    ),
    ...plan.mechanisms.flatMap((item) => (item.origin === "cited" ? [] : mechanismDates(item, plan))),
  ];
}

/**
 * What began before the plan may go on under it, so a span counts by its end. A date that an indicator under the mechanism
 * has too is told there.
 */
function mechanismDates(item: Mechanism, plan: Plan): readonly Dated[] {
  const governed = new Set(item.governs.map(({ value }) => value));
  const told = new Set(
    plan.indicators
      .filter(({ id }) => governed.has(id.value))
      .flatMap(({ targets }) => targets.map(({ by }) => statedPeriod(by)?.end ?? null)),
  );
  const dates: Dated[] = [
    { item, field: "from", when: item.from, reading: "start" },
    { item, field: "during", when: item.during, reading: "point" },
  ];
  walkParameters(item.parameters, (path, value) => {
    if (value.kind !== "time") return;
    const field = path.slice(-2).join("/");
    for (const { is } of value.statements) {
      const isTold = told.has(statedPeriod(is)?.end ?? null);
      if (!isTold) dates.push({ item, field, when: is, reading: "point" });
    }
  });
  return dates;
}

/** A growth rate may count from before the plan, so only the end of its span is held against the period. */
function targetDates(item: Indicator, target: Target, start: number | null): Dated[] {
  // A target due in the plan but before its baseline is told as that.
  const due = statedPeriod(target.by ?? target.over)?.end ?? null;
  const base = item.baseline
    .map(({ is }) => statedPeriod(is.value.at)?.end ?? null)
    .find((day) => day !== null);
  if (due !== null && base !== undefined && base !== null && due <= base && (start === null || due >= start))
    return [];
  return [
    { item, field: "target", when: target.by, reading: "point" },
    { item, field: "target", when: target.from, reading: "start" },
    { item, field: "target", when: target.over, reading: "point" },
  ];
}
