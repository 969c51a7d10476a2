/**
 * The words as printed say the same as the value beside them.
 *
 * Looks at: `wording` of targets and of every stated figure (weight, amount, baseline, share): the figures in it that are of
 * the value's kind, and the years in the wording of a dated target. A wording without such a figure says nothing here; of
 * several figures one has to be the value, for the others may tell of the baseline or of the change.
 * Reports: the wording; related: the value. Another figure, a bound to the other side or another year is an error;
 * several figures of which none is the value, and points against percent, are a warning.
 * Source: FORMAT.md section 2 (`wording`), DESIGN.md section 4 (statements that cannot both hold).
 */
import type Big from "big.js";
import { dateParts } from "../../plan/days.ts";
import type { Given, Saying } from "../../plan/given.ts";
import type { Item, Plan, Target } from "../../plan/plan.ts";
import type { Quantity, Relation, Unit } from "../../plan/quantity.ts";
import { convert, sameDimension } from "../../plan/units.ts";
import { quantityOf } from "../compare-statements.ts";
import { defineRule } from "../define-rule.ts";
import { isPercent, isPoints, statedDay } from "../target/levels.ts";
import { figuresInText, yearsInText } from "../texts/figures-in-text.ts";
import { lastDay } from "../times-of.ts";

type Args = {
  readonly id: string;
  readonly value: string;
  readonly printed: string;
  readonly how: "figure" | "figures" | "relation" | "year" | "points";
};

const hows = {
  figure: { en: "which is another figure", zhHans: "数值不一" },
  figures: { en: "none of which is that figure", zhHans: "其中没有这一数值" },
  relation: { en: "which is a bound to the other side", zhHans: "上下限方向相反" },
  year: { en: "which is another year", zhHans: "年份不一" },
  points: { en: "and percent are not points", zhHans: "百分比与百分点不是一回事" },
};

export const statementWording = defineRule<Args>({
  code: "statement/wording",
  severity: "error",
  named: ["id"],
  text: {
    en: {
      title: "Printed wording contradicts the value",
      message: (a) => `${a.id}: stated as ${a.value}, but printed as "${a.printed}", ${hows[a.how].en}`,
      why: "Reports print the wording and the evaluation uses the value: readers see a target other than the one that is judged.",
      fix: "Correct the value or the wording.",
    },
    zhHans: {
      title: "印发文字与所填数值不一致",
      message: (a) => `“${a.id}”填为“${a.value}”，印发文字却为“${a.printed}”，${hows[a.how].zhHans}`,
      why: "报告印的是文字，评定用的是数值，两者不一致时，所见目标与所评目标不是同一个。",
      fix: "更正数值或印发文字（`wording`）。",
    },
  },
  check({ plan, report }) {
    for (const { item, saying, value, unit, target } of worded(plan)) {
      const { wording } = saying;
      if (wording === null) continue;
      const fault = faultOf(wording.value, value.value, unit) ?? yearFault(wording.value, target, item, plan);
      if (fault === null) continue;
      const shown =
        fault.how === "year" && target !== null ? (target.by?.value.text ?? "") : value.value.text;
      const related = [{ span: value.span, note: { en: "the value", zhHans: "所填数值" } }];
      const args = { id: item.id.value, value: shown, ...fault };
      const severity = fault.how === "figures" || fault.how === "points" ? "warning" : "error";
      report(wording.span, args, { on: item, related, severity });
    }
  },
});

interface Worded {
  readonly item: Item;
  readonly saying: Saying;
  readonly value: Given<Quantity>;
  /** The unit of a bare value. */
  readonly unit: Unit | null;
  readonly target: Target | null;
}

function worded(plan: Plan): readonly Worded[] {
  const all: Worded[] = [];
  for (const item of plan.indicators) {
    for (const target of item.targets) {
      if (target.wording === null || target.quantity === null) continue;
      all.push({ item, saying: target, value: target.quantity, unit: item.unit?.value ?? null, target });
    }
  }
  for (const { subject, name, statements } of plan.facts) {
    for (const saying of statements) {
      const value = saying.wording === null ? null : quantityOf(saying.is.value);
      if (value === null || name.startsWith("target")) continue;
      const own = plan.indicators.find((one) => one === subject);
      const unit = name === "baseline" ? (own?.unit?.value ?? null) : null;
      const { span, origin } = saying.is;
      all.push({ item: subject, saying, value: { value, span, origin }, unit, target: null });
    }
  }
  return all;
}

type Fault = Pick<Args, "how" | "printed">;

function faultOf(wording: string, value: Quantity, ofIndicator: Unit | null): Fault | null {
  const unit = value.unit ?? ofIndicator;
  // A change is printed as such or as the level that it leads to: only the size can be compared.
  if (unit === null || value.level) return null;
  const figures = figuresInText(wording);
  const printed = wording.trim();
  const alike = figures.filter((one) => one.unit !== null && sameDimension(one.unit, unit));
  if (alike.length === 0) {
    const mixed = figures.some(
      (one) =>
        one.value.abs().eq(value.value.abs()) &&
        ((isPoints(one.unit) && isPercent(unit)) || (isPercent(one.unit) && isPoints(unit))),
    );
    return mixed ? { how: "points", printed } : null;
  }
  const same = alike.filter((one) => isSame(one, value, unit));
  if (same.length === 0)
    return numberWords.test(wording) || (value.value.eq(100) && /\ball\b/i.test(wording))
      ? null
      : { how: alike.length === 1 ? "figure" : "figures", printed };
  const isOther = value.upper === null && same.every((one) => areOpposed(one.relation, value.relation));
  return isOther && !value.signed ? { how: "relation", printed } : null;
}

/** A number in words may be the value: ten days, 九成, 三分之一, 十五个工作日. */
const numberWords =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|third|quarter)\b|[一二两三四五六七八九十百千]+(?:成|分之|个|天|日|年|小时|家|名|人|倍|次|项|件|周|学时)|[一二三四五六七八九]成|全部|半数|减半/i;

function isSame(printed: Quantity, value: Quantity, unit: Unit): boolean {
  const figure = convert(printed.value.abs(), printed.unit, unit);
  const ends: readonly (Big | null)[] = [value.value, value.upper];
  return figure !== null && ends.some((end) => end?.abs().eq(figure) === true);
}

function areOpposed(a: Relation | null, b: Relation | null): boolean {
  if (a === null || b === null || a === "=" || b === "=") return false;
  return a.startsWith(">") !== b.startsWith(">");
}

/** The one year that is told, later than the baseline's and within the plan, is the due year. */
function yearFault(wording: string, target: Target | null, item: Item, plan: Plan): Fault | null {
  const due = target === null || target.kind === "hold" ? null : statedDay(target);
  if (due === null || target?.over !== null) return null;
  const { year } = dateParts(due);
  const years = yearsInText(wording);
  const [only] = years;
  if (only === undefined || years.length > 1 || only === year) return null;
  const indicator = plan.indicators.find((one) => one === item);
  const based = indicator?.baseline.map(({ is }) => lastDay(is.value.at)) ?? [];
  const start = plan.period?.start?.value ?? null;
  const isBase = [...based, start === null ? null : start - 1].some(
    (day) => day !== null && only <= dateParts(day).year,
  );
  // 2025年前 is the last day of 2024.
  const isEve = only === year + 1 && beforeYear.test(wording);
  return isBase || isEve ? null : { how: "year", printed: wording.trim() };
}

/** A whole year before whose start something is due; 2025年底前 and 2025年6月前 lie within it. */
const beforeYear =
  /\d{4}\s*年?度?\s*(?:之|以)?前|\bbefore (?:the (?:start|beginning) of )?\d{4}|\bby the (?:start|beginning) of \d{4}/i;
