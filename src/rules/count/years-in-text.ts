/**
 * What a sentence says is done in each year must make up what it, or the plan, says is done in all.
 *
 * Looks at: Chinese texts with a figure of every year (每年培育10家) beside a total of years (三年共培育40家), a total with a figure for each of
 * its years (三年共60家，其中2026年10家、2027年20家、2028年20家); and a figure of every year, or one for each from the first, beside the name of an
 * indicator that is a running total. 不少于 and 以上 bound one side only; about, some years only (前两年每年) and what each of several does (每个社区每年) are left out.
 * Reports: the figure of the year; related: the total. An error within one sentence; a warning where what is done yearly does not lead to the last
 * target, as the years may differ.
 * Source: DESIGN.md section 4 (parts that do not make up their whole; an unreachable pace).
 */
import Big from "big.js";
import { dateParts } from "../../plan/days.ts";
import { divide, formatDecimal, sumOf } from "../../plan/decimal.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Unit } from "../../plan/quantity.ts";
import { chinese } from "../../text/chinese.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { partSpan } from "../plan-words.ts";
import { textInChinese, textInEnglish } from "../section-words.ts";
import type { Figures } from "../target/levels.ts";
import { figuresIn, ofElsewhere, type TextFigure } from "../texts/figures.ts";
import { wholeMentionsIn } from "../texts/indicator-mentions.ts";
import { isOfOtherSource } from "../texts/of-other-sources.ts";
import { type ToldSentence, toldSentences } from "../texts/sentences.ts";
import { inUnitOf, type Stated, statedBy } from "../told/stated-figures.ts";
import {
  type BoundFigure,
  rowOfYearsIn,
  type YearFigure,
  type YearlyTold,
  yearlyToldIn,
} from "../told/yearly.ts";
import { counted } from "../words.ts";

type Args = {
  readonly section: string | null;
  readonly of: string;
  /** Of every year; null where each year has its own. */
  readonly each: string | null;
  readonly years: number;
  readonly sum: string;
  readonly total: string;
  /** The indicator whose target is the total; null where the sentence tells it. */
  readonly id: string | null;
  readonly name: string | null;
  /** From where an indicator begins; null for nothing. */
  readonly base: string | null;
};

export const countYearsInText = defineRule<Args>({
  code: "count/years-in-text",
  severity: "error",
  named: ["id", "of"],
  text: {
    en: {
      title: "Years in the text do not make up the total",
      message: (a) => {
        const parts =
          a.each === null
            ? `the years${a.base === null ? "" : `, from ${a.base},`} add up to ${a.sum}`
            : `${a.each} in each of ${counted(a.years, "years")}${a.base === null ? "" : `, from ${a.base},`} makes ${a.sum}`;
        return a.id === null
          ? `${textInEnglish(a)} says ${a.total} in all, but ${parts}`
          : `${textInEnglish(a)} says for "${a.name}" that ${parts}, short of the ${a.total} of ${a.id}${a.each === null ? "" : ": does the pace rise?"}`;
      },
      why: "Whoever works to the figure of a year does not arrive where the total says.",
      fix: "Correct the figure of the years or the total; say where the years differ.",
    },
    zhHans: {
      title: "正文分年数与总数不符",
      message: (a) => {
        const parts =
          a.each === null
            ? `各年${a.base === null ? "" : `加基期“${a.base}”`}合计为“${a.sum}”`
            : `每年“${a.each}”，${a.years} 年${a.base === null ? "" : `加基期“${a.base}”`}合计为“${a.sum}”`;
        return a.id === null
          ? `${textInChinese(a)}写总数为“${a.total}”，而${parts}`
          : `${textInChinese(a)}写“${a.name}”${parts}，达不到“${a.id}”的目标值“${a.total}”${a.each === null ? "" : "，各年是否逐年递增须明确"}`;
      },
      why: "按年度数推进，到期达不到总数。",
      fix: "更正年度数或总数；各年不同的，分年写明。",
    },
  },
  check({ plan, report }) {
    for (const told of toldSentences(plan)) {
      const { plain } = told;
      if (!plain.includes("年") || !chinese.test(plain) || ofElsewhere.test(plain)) continue;
      const found = foundIn(told, plan);
      if (found === null || isOfOtherSource(plain, plan)) continue;
      const { at, whole, severity, ...rest } = found;
      const place = (one: TextFigure) => partSpan(told.span, one.shown.trim(), told.sentence.at + one.at);
      const related =
        "span" in whole
          ? { span: whole.span, note: { en: "the target", zhHans: "目标值" } }
          : { span: place(whole), note: { en: "the total", zhHans: "总数" } };
      const args = { section: told.section?.id.value ?? null, of: told.item.id.value, ...rest };
      report(place(at), args, { on: told.item, related: [related], severity });
    }
  },
});

interface Found extends Omit<Args, "section" | "of"> {
  readonly at: TextFigure;
  readonly whole: TextFigure | Stated;
  readonly severity: "error" | "warning";
}

function foundIn(told: ToldSentence, plan: Plan): Found | null {
  const yearly = yearlyToldIn(told.plain);
  if (yearly !== null) return inSentence(yearly) ?? everyYear(told, yearly, plan);
  const row = rowOfYearsIn(told.plain);
  return row.length === 0 ? null : yearByYear(told, row, plan);
}

/** The years that the sentence tells against the total that it tells. */
function inSentence({ each, row, total }: YearlyTold): Found | null {
  const unit = total?.figure.quantity.unit ?? null;
  const [first] = row;
  if (total === null || unit === null) return null;
  const head = { years: total.years, total: total.figure.shown.trim(), id: null, name: null, base: null };
  if (each === null) {
    const sum = sumOf(row.map(({ figure }) => baseValue(figure)));
    if (first === undefined || sum.eq(baseValue(total.figure))) return null;
    return {
      ...head,
      each: null,
      sum: shownAs(sum, unit),
      at: first.figure,
      whole: total.figure,
      severity: "error",
    };
  }
  const sum = baseValue(each.figure).times(total.years);
  if (canBe(each, sum, total)) return null;
  const shown = { each: each.figure.shown.trim(), sum: shownAs(sum, unit) };
  return { ...head, ...shown, at: each.figure, whole: total.figure, severity: "error" };
}

/** Both can hold: bounded to one side, or apart by what rounding the yearly figure takes. */
function canBe(each: BoundFigure, sum: Big, total: BoundFigure & { readonly years: number }): boolean {
  const whole = baseValue(total.figure);
  const rounding = lastPlace(each.figure).times(total.years).div(2);
  if (sum.minus(whole).abs().lte(rounding)) return true;
  const isMore = sum.gt(whole);
  return isMore
    ? each.bound === "most" || total.bound === "least"
    : each.bound === "least" || total.bound === "most";
}

/** The size of the last digit as written, in base units: 0.1 of 2.4万亩. */
function lastPlace({ shown, quantity: { unit } }: TextFigure): Big {
  const places = /\.(\d+)/u.exec(shown)?.[1]?.length ?? 0;
  return new Big(10).pow(-places).times(unit?.factor ?? 1);
}

const daysOfYear = 365.25;

/** A yearly figure beside the name of a running total, against its last target. */
function everyYear({ plain, section }: ToldSentence, yearly: YearlyTold, plan: Plan): Found | null {
  const { each, total, isOfSome } = yearly;
  const start = plan.period?.start?.value ?? null;
  if (each === null || total !== null || isOfSome || each.bound === "least" || start === null) return null;
  if (section?.role?.value === "background" || /(?:19|20)\d\d|近|过去|目前|已/u.test(plain)) return null;
  const named = figuresIn(plain).length > 1 ? null : runningTotalIn(plain, plan);
  const last = named === null ? null : lastOf(named.figures);
  if (named === null || last === null) return null;
  const { figures, unit, base } = named;
  const value = inUnitOf(each.figure, unit, figures.indicator);
  const years = Math.ceil((last.day - start + 1) / daysOfYear - 0.1);
  if (value === null || years < 2) return null;
  const sum = base.plus(value.times(years));
  return sum.lt(last.stated.value)
    ? shortOf(named, last.stated, sum, each.figure, { each: each.figure.shown.trim(), years })
    : null;
}

/** A figure for each year from the first, against the target of the last of them. */
function yearByYear({ plain, section }: ToldSentence, row: readonly YearFigure[], plan: Plan): Found | null {
  const start = plan.period?.start?.value ?? null;
  const [first] = row;
  const named = runningTotalIn(plain, plan);
  if (first === undefined || start === null || named === null) return null;
  if (section?.role?.value === "background" || dateParts(start).year !== first.year) return null;
  const { figures, unit, base } = named;
  const values = row.flatMap(({ figure }) => inUnitOf(figure, unit, figures.indicator) ?? []);
  const end = first.year + row.length - 1;
  const due = levelsOf(figures).filter(({ day }) => dateParts(day).year === end);
  const last = due.at(-1)?.stated;
  // Figures that rise to the target tell what was done up to each year.
  const isUpTo = values.every((value, i) => i === 0 || value.gt(values[i - 1] ?? value));
  if (last === undefined || values.length < row.length || (isUpTo && values.at(-1)?.gte(last.value) === true))
    return null;
  const sum = base.plus(sumOf(values));
  return sum.lt(last.value)
    ? shortOf(named, last, sum, first.figure, { each: null, years: row.length })
    : null;
}

interface Counted {
  readonly figures: Figures;
  readonly unit: Unit;
  /** From where it begins. */
  readonly base: Big;
}

/** The one running total that a sentence names, with one baseline. */
function runningTotalIn(sentence: string, plan: Plan): Counted | null {
  // 新增床位 are what the running total counts.
  const plain = sentence.replace(/新增|完成|实施/gu, "，，");
  const mentions = [...wholeMentionsIn(sentence, plan), ...wholeMentionsIn(plain, plan)];
  const [figures, other] = [...new Set(mentions.map((one) => one.figures))];
  if (figures === undefined || other !== undefined || figures.unit === null) return null;
  const [base, second] = figures.baselines;
  if (figures.indicator.value.value !== "running-total" || base === undefined || second !== undefined)
    return null;
  return { figures, unit: figures.unit, base: base.value };
}

function shortOf(
  { figures: { indicator }, unit, base }: Counted,
  stated: Stated,
  sum: Big,
  at: TextFigure,
  told: Pick<Args, "each" | "years">,
): Found {
  const shown = (value: Big): string => `${formatDecimal(value)}${unit.text}`;
  return {
    ...told,
    sum: shown(sum),
    total: stated.shown,
    id: indicator.id.value,
    name: nameOf(indicator),
    base: base.eq(0) ? null : shown(base),
    at,
    whole: stated,
    severity: "warning",
  };
}

interface Due {
  readonly stated: Stated;
  readonly day: number;
}

/** The levels that are due, in the order of their days. */
function levelsOf(figures: Figures): readonly Due[] {
  const due = statedBy(figures).flatMap((stated): readonly Due[] =>
    stated.isLevel && stated.day !== null && stated.high === null ? [{ stated, day: stated.day }] : [],
  );
  return due.sort((a, b) => a.day - b.day);
}

function lastOf(figures: Figures): Due | null {
  return levelsOf(figures).at(-1) ?? null;
}

function baseValue({ quantity: { value, unit } }: TextFigure): Big {
  return value.times(unit?.factor ?? 1);
}

function shownAs(value: Big, { factor, text }: Unit): string {
  return `${formatDecimal(divide(value, new Big(factor)))}${text}`;
}
