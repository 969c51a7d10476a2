/**
 * Hours of the modules must fit the hours of the training.
 *
 * Looks at: modules with exact hours against the hours of the whole: a sum above an exact number or a cap, and below an exact
 * number or a floor where every module has hours and the list is not open; a module whose share of exact hours is
 * another number than its own.
 * Reports: the first hours; related: the whole and the others.
 * Source: FORMAT.md section 7 (training), DESIGN.md section 4 (shares that do not sum).
 */
import Big from "big.js";
import { formatDecimal } from "../../../plan/decimal.ts";
import { entriesAt, quantitiesAt, type StatedQuantity } from "../../../plan/parameters.ts";
import { convert } from "../../../plan/units.ts";
import { asTerm } from "../../../rules/bound-words.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { entryName, ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly module: string | null;
  readonly sum: string;
  readonly whole: string;
};

export const trainingHoursSum = defineRule<Args>({
  code: "training/hours-sum",
  severity: "error",
  text: {
    en: {
      title: "Hours of the modules do not fit",
      message: (a) =>
        a.module === null
          ? `${a.id}: the hours of the modules sum to ${a.sum}, which does not fit the ${a.whole} of the whole`
          : `${a.id}: module "${a.module}" has ${a.whole}, but its share of the hours is ${a.sum}`,
      why: "Hours that are announced and not filled, or filled twice, cannot be planned.",
      fix: "Correct the hours, or mark the list with `open: true`.",
    },
    zhHans: {
      title: "培训学时合计不符",
      message: (a) =>
        a.module === null
          ? `教育培训“${a.name}”各模块学时合计为“${a.sum}”，与总学时“${a.whole}”不符`
          : `教育培训“${a.name}”的模块“${a.module}”为“${a.whole}”，按占比应为“${a.sum}”`,
      why: "学时没有着落或重复占用，培训无法排定。",
      fix: "更正学时；未列全的注明 `open: true`。",
    },
  },
  check({ plan, report }) {
    for (const training of ofType(plan, "training")) {
      const [whole] = quantitiesAt(training.parameters, "hours");
      if (whole === undefined || whole.is.value.upper !== null) continue;
      const modules = entriesAt(training.parameters, "modules");
      const { value, relation, text } = whole.is.value;
      const hours = modules.flatMap((entry, i) =>
        hoursOf(quantitiesAt(entry, "hours"), whole).map((one) => ({ ...one, entry, i })),
      );
      const base = { id: training.id.value, name: nameOf(training) };
      const [first, ...others] = hours;
      if (first === undefined) continue;
      const sum = hours.reduce((all, one) => all.plus(one.value), new Big(0));
      const isAll = hours.length === modules.length && hours.length > 1 && !training.open;
      const tooMany = sum.gt(value) && !relation?.startsWith(">");
      const tooFew = sum.lt(value) && isAll && !relation?.startsWith("<");
      const related = [
        { span: whole.is.span, note: { en: "the whole", zhHans: "总学时" } },
        ...others.slice(0, 20).map(({ span }) => ({ span, note: { en: "added", zhHans: "计入合计" } })),
      ];
      if (tooMany || tooFew) {
        const sumText = `${hours.map((one) => formatDecimal(one.value)).join(" + ")} = ${formatDecimal(sum)}`;
        report(
          first.span,
          { ...base, module: null, sum: sumText, whole: text.trim() },
          { on: training, related },
        );
      }
      for (const { entry, i, value: own, span, shown } of hours) {
        const share = quantitiesAt(entry, "share")[0]?.is;
        if (share === undefined || share.value.unit?.dimension !== "percent" || share.value.relation !== null)
          continue;
        const due = value.times(share.value.value).times(share.value.unit.factor).div(100);
        // Of at least so many hours the share may be more.
        if (due.eq(own) || (relation?.startsWith(">") && own.gt(due))) continue;
        const sumText = `${share.value.text.trim()} × ${asTerm(text)} = ${formatDecimal(due)}`;
        const places = [
          { span: share.span, note: { en: "the share", zhHans: "占比" } },
          { span: whole.is.span, note: { en: "the whole", zhHans: "总学时" } },
        ];
        report(
          span,
          { ...base, module: entryName(entry, i), sum: sumText, whole: shown },
          { on: training, related: places },
        );
      }
    }
  },
});

function hoursOf([stated]: readonly StatedQuantity[], whole: StatedQuantity) {
  if (stated === undefined || stated.scope !== null || stated.during !== null) return [];
  const { value, unit, upper, relation, text } = stated.is.value;
  if (upper !== null || (relation !== null && relation !== "=")) return [];
  const inUnit =
    convert(value, unit, whole.is.value.unit) ??
    (isHours(unit?.key) && isHours(whole.is.value.unit?.key) ? value : null);
  return inUnit === null ? [] : [{ value: inUnit, span: stated.is.span, shown: text.trim() }];
}

/** 学时 of a module and 学时/人·年 of the whole count the same hours. */
function isHours(key: string | undefined): boolean {
  return key === undefined || key.startsWith("学时") || key.startsWith("h");
}
