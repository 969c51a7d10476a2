/**
 * Observations are of days from the baseline on.
 *
 * Looks at: observations of levels and running totals with a dated baseline, entity by entity; those before its day are history,
 * which no figure but the change on earlier periods uses. Amounts are judged by the span of their target.
 * Reports: the date of the last of them, once for each indicator; related: the baseline, and the others. A warning where the
 * indicator has none but such values, reported under the plan (its time has begun by then); else a note.
 * Source: METHODS.md section 8 rule 15 (before the baseline date is context only).
 */
import { isoDay } from "../../plan/days.ts";
import type { Indicator } from "../../plan/plan.ts";
import type { Observation } from "../../records/records.ts";
import { type Span, spanText } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { someOf } from "../some-of.ts";
import { lastDay } from "../times-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly at: string;
  readonly baseline: string;
  /** How many values lie before the baseline. */
  readonly count: number;
  readonly later: boolean;
};

export const dataBeforeBaseline = defineRule<Args>({
  code: "data/before-baseline",
  severity: "warning",
  text: {
    en: {
      title: "Value from before the baseline",
      message: (a) => {
        const values = a.count === 1 ? `the value for ${a.at} is` : `${a.count} values, up to ${a.at}, are`;
        const rest = a.later ? "history, and not judged" : "and no later one is there to be judged";
        return `${a.id}: ${values} from before the baseline of ${a.baseline}${a.later ? ":" : ","} ${rest}`;
      },
      why: "Progress is measured from the baseline on: what lies before it is no progress, and a slip of the date hides a value.",
      fix: "Correct the date of the value or of the baseline; values that are history may stay.",
    },
    zhHans: {
      title: "实际值早于基期",
      message: (a) => {
        const values = a.count === 1 ? `“${a.at}”的实际值` : `截至“${a.at}”的 ${a.count} 个实际值`;
        return `指标“${a.name}”${values}早于基期 ${a.baseline}，${a.later ? "只作历史数据，不参与评定" : "此后又无实际值，无从评定"}`;
      },
      why: "进展从基期起算，基期之前的数值不是进展；日期填错的，该数值就用不上。",
      fix: "更正实际值或者基期值的时间；确属历史数据的，可以保留。",
    },
  },
  together: {
    message: (many) => ({
      en: `the values of ${many.length} indicators begin before their baselines: history, and not judged (${someOf(many).en})`,
      zhHans: `${many.length} 项指标有早于基期的实际值，只作历史数据，不参与评定：${someOf(many).zhHans}`,
    }),
  },
  check({ plan, records, report }) {
    const starts = new Map(
      plan.indicators.flatMap((indicator) => {
        const start = startOf(indicator);
        return start === null ? [] : [[indicator.id.value, start] as const];
      }),
    );
    if (starts.size === 0) return;
    const found = new Map<string, { early: Observation[]; later: boolean }>();
    for (const row of records.observations) {
      const start = starts.get(row.indicator);
      if (start === undefined || row.missing !== null || row.slices.size > 0) continue;
      let own = found.get(row.indicator);
      if (own === undefined) {
        own = { early: [], later: false };
        found.set(row.indicator, own);
      }
      if (row.at.value.end < start.on) own.early.push(row);
      else own.later = true;
    }
    for (const [id, { early, later }] of found) {
      const start = starts.get(id);
      const last = early.reduce<Observation | null>(
        (latest, row) => (latest === null || row.at.value.end >= latest.at.value.end ? row : latest),
        null,
      );
      if (start === undefined || last === null) continue;
      const { indicator, on, span } = start;
      const note = { en: "also before it", zhHans: "同样早于基期" };
      const others = early.filter((row) => row !== last).slice(0, mostRelated);
      const related = [
        { span, note: { en: "baseline", zhHans: "基期值" } },
        ...others.map(({ at }) => ({ span: at.span, note })),
      ];
      const begin = plan.period?.start?.value ?? null;
      const isOfPlan = begin !== null && last.at.value.end >= begin;
      const severity = isOfPlan && !later ? "warning" : "info";
      const args = {
        id,
        name: nameOf(indicator),
        at: spanText(last.at.span),
        baseline: isoDay(on),
        count: early.length,
        later,
      };
      report(last.at.span, args, { on: indicator, related, severity });
    }
  },
});

const mostRelated = 10;

interface Start {
  readonly indicator: Indicator;
  readonly on: number;
  readonly span: Span;
}

/** The baseline that progress is measured from: the first that is stated, with the last day of its time. */
function startOf(indicator: Indicator): Start | null {
  const [first] = indicator.baseline;
  const on = first === undefined ? null : lastDay(first.is.value.at);
  if (first === undefined || on === null || indicator.value.value === "flow") return null;
  return indicator.formula === null ? { indicator, on, span: first.is.span } : null;
}
