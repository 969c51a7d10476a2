/**
 * The growth of a fund leads to the amount that it promises, in the rhythm in which it may change.
 *
 * Looks at: the yearly growth (`growth: ≥10%/year`) of a fund against its amounts and rates per head without date, from the
 * baseline of an indicator that it governs, over the whole years of the plan; and against a cycle of more than a year in
 * which the standard is adjusted (a figure called 标准调整周期, adjustment interval; a rhythm of the fund that says so: 每两年调整一次).
 * Reports: the growth; related: the amount and the baseline, a warning, as growth may be more than its floor; or the cycle, a note that asks.
 * Source: DESIGN.md section 4 (a yearly rate that does not lead from baseline to target; an unexplained difference).
 */
import type Big from "big.js";
import { formatDecimal } from "../../../plan/decimal.ts";
import { entriesAt, quantitiesAt } from "../../../plan/parameters.ts";
import type { Mechanism, Plan } from "../../../plan/plan.ts";
import type { Quantity } from "../../../plan/quantity.ts";
import { perYear, rhythmWords } from "../../../plan/rhythm.ts";
import type { Rhythm } from "../../../plan/time.ts";
import { unitBehind } from "../../../plan/unit-behind.ts";
import { convert } from "../../../plan/units.ts";
import { boundWords } from "../../../rules/bound-words.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { type BaselineLevel, type Figures, figuresOf, isPercent } from "../../../rules/target/levels.ts";
import { shareOf } from "../../../rules/target/precision.ts";
import { wholeYears } from "../../../rules/target/rates.ts";
import { spanText } from "../../../text/source.ts";
import { ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly growth: string;
  /** The yearly growth without its relation: `10`; whether it is a floor. */
  readonly percent: string;
  readonly floor: boolean;
  /** The amount that is not reached and how it was reckoned; null where the rhythms disagree. */
  readonly amount: string | null;
  readonly working: string | null;
  /** `<` where the baseline is below what is stated, and so the result; null for exact ones. */
  readonly bound: string | null;
  readonly years: number;
  /** The cycle in which the standard is adjusted, as written; `rhythm` where a rhythm says it. */
  readonly cycle: string | null;
  readonly rhythm: Rhythm | null;
};

export const fundGrowthShort = defineRule<Args>({
  code: "fund/growth-short",
  severity: "warning",
  text: {
    en: {
      title: "Growth does not lead to the amount",
      message: (a) =>
        a.cycle === null
          ? `${a.id}: growing from the baseline by ${a.floor ? "the least growth asked for, " : ""}${a.percent}% a year${a.floor ? "," : ""} gives ${boundWords(a.bound).en}${a.working} after ${a.years} year${a.years === 1 ? "" : "s"}, at the end of the plan, less than the ${a.amount} that is promised`
          : `${a.id}: grows by ${a.growth}, but its standard is adjusted only ${a.rhythm === null ? `every ${a.cycle}` : rhythmWords(a.rhythm).en}: what grows in between?`,
      why: "Whoever budgets by the yearly growth never comes to the amount, or grows what may not change that year.",
      fix: "State the growth that leads to the amount and from when the amount holds, or give both one rhythm.",
    },
    zhHans: {
      title: "经费增幅与标准不匹配",
      message: (a) =>
        a.cycle === null
          ? `经费安排“${a.name}”自基期值起按${a.floor ? "最低增幅" : ""}每年 ${a.percent}% 推算，${a.years} 年后（实施期限届满时）${boundWords(a.bound).zhHans || "为"}“${a.working}”，低于所定标准“${a.amount}”`
          : `经费安排“${a.name}”要求按“${a.growth}”增长，而标准${a.rhythm === null ? `每“${a.cycle}”` : rhythmWords(a.rhythm).zhHans}才调整一次，其间如何增长未写明`,
      why: "按年度增幅安排预算，到期达不到标准；或者标准未到调整时间，增长无从落实。",
      fix: "写明达到标准所需的增幅和标准起始执行时间；增长与调整的周期应统一。",
    },
  },
  check({ plan, report }) {
    const years = yearsOf(plan);
    for (const fund of ofType(plan, "fund")) {
      const growth = quantitiesAt(fund.parameters, "growth").find(({ is }) => isYearlyShare(is.value));
      if (growth === undefined) continue;
      const rate = growth.is.value;
      const base = {
        id: fund.id.value,
        name: nameOf(fund),
        growth: rate.text.trim(),
        ...floorOf(rate),
        years: years ?? 0,
      };
      const short = years === null ? null : shortOf(fund, rate, years, plan);
      if (short !== null) {
        const related = [
          { span: short.amount.span, note: { en: "the amount", zhHans: "所定标准" } },
          { span: short.start.span, note: { en: "the baseline", zhHans: "基期值" } },
        ];
        const args = {
          ...base,
          amount: short.amount.value.text.trim(),
          working: short.working,
          bound: short.bound,
          cycle: null,
          rhythm: null,
        };
        report(growth.is.span, args, { on: fund, related });
      }
      const cycle = cycleOf(fund);
      if (cycle === null) continue;
      const related = [{ span: cycle.span, note: { en: "the cycle", zhHans: "调整周期" } }];
      const args = {
        ...base,
        amount: null,
        working: null,
        bound: null,
        cycle: cycle.text,
        rhythm: cycle.rhythm,
      };
      report(growth.is.span, args, { on: fund, related, severity: "info" });
    }
  },
});

function isYearlyShare({ per, unit, upper, value }: Quantity): boolean {
  return per === "year" && isPercent(unit) && upper === null && value.gt(0);
}

function floorOf({ value, relation }: Quantity): Pick<Args, "percent" | "floor"> {
  return { percent: formatDecimal(value), floor: relation?.startsWith(">") === true };
}

function yearsOf({ period }: Plan): number | null {
  const [start, end] = [period?.start?.value ?? null, period?.end?.value ?? null];
  return start === null || end === null || end < start ? null : wholeYears(start - 1, end);
}

interface Short {
  readonly amount: { readonly value: Quantity; readonly span: Mechanism["span"] };
  readonly start: BaselineLevel;
  readonly working: string;
  readonly bound: string | null;
}

function shortOf(fund: Mechanism, rate: Quantity, years: number, plan: Plan): Short | null {
  const share = shareOf(rate);
  if (share === null) return null;
  const governed = new Set(fund.governs.map(({ value }) => value));
  for (const figures of figuresOf(plan)) {
    const start = figures.baselines.find(({ narrowed }) => !narrowed);
    if (start === undefined || !governed.has(figures.indicator.id.value) || isPercent(figures.unit)) continue;
    // A floor under the start (≥20000) leaves open how high it is.
    if (start.quantity.relation?.startsWith(">") === true) continue;
    const grown = start.value.times(share.plus(1).pow(years));
    const amount = promised(fund).find(({ is }) => isAbove(is.value, grown, figures));
    if (amount === undefined) continue;
    const { relation } = start.quantity;
    const working = `${formatDecimal(start.value)} × (1 + ${formatDecimal(rate.value)}%)^${years} = ${formatDecimal(grown.round(2))}${unitBehind(figures.unit?.text ?? null)}`;
    return { amount: amount.is, start, working, bound: relation?.startsWith("<") === true ? relation : null };
  }
  return null;
}

/** Amounts and rates per head that hold without a time of their own. */
function promised({ parameters }: Mechanism): ReturnType<typeof quantitiesAt> {
  const entries = entriesAt(parameters, "sources").filter((one) => one.get("by") === undefined);
  const all = [
    ...quantitiesAt(parameters, "per-head"),
    ...quantitiesAt(parameters, "amount"),
    ...entries.flatMap((source) => quantitiesAt(source, "amount")),
  ];
  return all.filter(({ during, place, scope }) => during === null && place === null && scope === null);
}

function isAbove({ value, unit, relation }: Quantity, grown: Big, figures: Figures): boolean {
  const amount = relation?.startsWith("<") === true ? null : convert(value, unit, figures.unit);
  return amount?.gt(grown) === true;
}

/** A rhythm of more than a year in which the fund is adjusted, not paid. */
const adjusts = /调整|修订|核定|adjust|revis/iu;

const cycleWords = /(?:标准|经费).{0,6}周期|(?:adjustment|review) (?:cycle|interval)/iu;

interface Cycle {
  readonly text: string;
  readonly rhythm: Rhythm | null;
  readonly span: Mechanism["span"];
}

function cycleOf({ figures, cadence }: Mechanism): Cycle | null {
  for (const figure of figures) {
    if (!cycleWords.test(nameOf(figure))) continue;
    const long = figure.values.find(({ is }) => {
      const { unit, value } = is.value;
      return unit?.dimension === "months" && value.times(unit.factor).gt(12);
    });
    if (long !== undefined) return { text: long.is.value.text.trim(), rhythm: null, span: long.is.span };
  }
  for (const { is, wording, note } of cadence) {
    const text = spanText(is.span);
    const words = [text, wording?.value ?? "", note?.value ?? ""].join(" ");
    const times = perYear(is.value);
    if (times !== null && times < 1 && adjusts.test(words)) return { text, rhythm: is.value, span: is.span };
  }
  return null;
}
