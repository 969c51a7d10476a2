/**
 * Amounts of a fund must make up the fund.
 *
 * Looks at: the amount of a fund against the amounts of its sources and of its lines, in one unit and each exact; a part with
 * share and amount, whose share of the fund is another amount; a cap above the whole fund. Where one amount breaks both its
 * share and the sum, it is told once, and so is a whole that neither the sum nor any share fits.
 * Reports: the first amount; related: the whole and the other amounts. More than the whole is an error, less only where the
 * fund is complete (`complete: true`), else a warning; so is the cap.
 * Source: FORMAT.md section 7 (fund), DESIGN.md section 4 (a part larger than its whole; shares that do not sum).
 */
import Big from "big.js";
import { formatDecimal } from "../../../plan/decimal.ts";
import {
  entriesAt,
  flagAt,
  type ParameterMap,
  quantitiesAt,
  type StatedQuantity,
} from "../../../plan/parameters.ts";
import type { Mechanism } from "../../../plan/plan.ts";
import { unitBehind } from "../../../plan/unit-behind.ts";
import { convert } from "../../../plan/units.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { own } from "../../../text/own.ts";
import type { Span } from "../../../text/source.ts";
import { entryName, ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly part: string;
  /** The sum as it is worked out: `120 + 60 = 180`. */
  readonly sum: string;
  readonly whole: string;
  readonly fault: "above" | "below" | "share" | "cap";
};

const partsInChinese = { sources: "资金来源", lines: "支出科目" };

export const fundAmountSum = defineRule<Args>({
  code: "fund/amount-sum",
  severity: "error",
  text: {
    en: {
      title: "Amounts of a fund do not add up",
      message: (a) => {
        if (a.fault === "cap") return `${a.id}: the cap ${a.sum} is more than the whole fund, ${a.whole}`;
        if (a.fault === "share")
          return `${a.id}: "${a.part}" is stated as ${a.whole}, but its share of the fund is ${a.sum}`;
        return `${a.id}: the amounts of its ${a.part} sum to ${a.sum}, ${a.fault === "above" ? "more" : "less"} than the fund, ${a.whole}`;
      },
      why: "Money cannot be spent twice, and what no line takes nobody answers for.",
      fix: "Correct the amounts; mark parts of more with `complete: false`.",
    },
    zhHans: {
      title: "经费金额合计不符",
      message: (a) => {
        if (a.fault === "cap") return `经费安排“${a.name}”的上限“${a.sum}”超过经费总额“${a.whole}”`;
        if (a.fault === "share")
          return `经费安排“${a.name}”的“${a.part}”写明“${a.whole}”，按占比应为“${a.sum}”`;
        return `经费安排“${a.name}”的${own(partsInChinese, a.part) ?? ""}金额合计为“${a.sum}”，${a.fault === "above" ? "超过" : "不足"}总额“${a.whole}”`;
      },
      why: "同一笔钱不能用两次；没有归属的部分则无人负责。",
      fix: "更正金额；未列全的注明 `complete: false`。",
    },
  },
  check({ plan, report }) {
    for (const fund of ofType(plan, "fund")) {
      const [whole] = quantitiesAt(fund.parameters, "amount");
      if (whole === undefined || whole.is.value.per !== null) continue;
      for (const found of faultsOf(fund, whole)) {
        const { span, others, severity, part, sum, whole: stated, fault } = found;
        const args = { part, sum, whole: stated, fault };
        const related = [
          { span: whole.is.span, note: { en: "the whole", zhHans: "总额" } },
          ...others.slice(0, 20).map((place) => ({ span: place, note: { en: "added", zhHans: "计入合计" } })),
        ];
        report(span, { id: fund.id.value, name: nameOf(fund), ...args }, { on: fund, related, severity });
      }
    }
  },
});

interface Found extends Omit<Args, "id" | "name"> {
  readonly span: Span;
  readonly others: readonly Span[];
  readonly severity: "error" | "warning";
}

function faultsOf(fund: Mechanism, whole: StatedQuantity): readonly Found[] {
  return [
    ...(["sources", "lines"] as const).flatMap((part) => partFaults(fund, part, whole)),
    ...capFaults(fund, whole),
  ];
}

/** One slip is told once: at the one amount that its share puts right with the sum, or of the whole where no share fits it. */
function partFaults(fund: Mechanism, part: "sources" | "lines", whole: StatedQuantity): readonly Found[] {
  const entries = entriesAt(fund.parameters, part);
  const apart = entries.flatMap((entry, i) => shareFault(entry, i, whole));
  const sum = sumFault(fund, part, whole);
  const [only] = apart;
  if (sum === null || only === undefined) return sum === null ? apart : [sum];
  if (apart.length === 1 && sum.total.minus(only.stated).plus(only.due).eq(whole.is.value.value))
    return [{ ...only, others: [...only.others, sum.span, ...sum.others].filter(isOtherThan(only.span)) }];
  return apart.length === entries.length && apart.length > 1 ? [sum] : [sum, ...apart];
}

function isOtherThan({ start }: Span): (place: Span) => boolean {
  return (place) => place.start !== start;
}

function sumFault(
  fund: Mechanism,
  part: "sources" | "lines",
  whole: StatedQuantity,
): (Found & { readonly total: Big }) | null {
  const entries = entriesAt(fund.parameters, part);
  const { value, unit, text } = whole.is.value;
  const amounts = entries.flatMap((entry) => amountOf(entry, whole));
  const sum = amounts.reduce((all, one) => all.plus(one.value), new Big(0));
  const [first, ...others] = amounts;
  if (first === undefined || sum.eq(value)) return null;
  const isOpen = fund.open || flagAt(fund.parameters, "complete") === false;
  const above = sum.gt(value);
  if (!above && (amounts.length < entries.length || amounts.length < 2 || isOpen)) return null;
  return {
    part,
    sum: `${amounts.map((one) => formatDecimal(one.value)).join(" + ")} = ${formatDecimal(sum)}${unitBehind(unit?.text ?? null)}`,
    whole: text.trim(),
    fault: above ? "above" : "below",
    span: first.span,
    others: others.map(({ span }) => span),
    severity: above || flagAt(fund.parameters, "complete") === true ? "error" : "warning",
    total: sum,
  };
}

function shareFault(
  entry: ParameterMap,
  i: number,
  whole: StatedQuantity,
): readonly (Found & { readonly stated: Big; readonly due: Big })[] {
  const { value, unit, text } = whole.is.value;
  const [amount] = amountOf(entry, whole);
  const [share] = quantitiesAt(entry, "share");
  if (amount === undefined || share === undefined || entry.get("of") !== undefined || !isExact(share))
    return [];
  const { unit: shareUnit, value: stated } = share.is.value;
  if (shareUnit?.dimension !== "percent") return [];
  const due = stated.times(shareUnit.factor).times(value).div(100);
  if (due.eq(amount.value)) return [];
  return [
    {
      part: entryName(entry, i),
      sum: `${share.is.value.text.trim()} × ${text.trim()} = ${formatDecimal(due)}${unitBehind(unit?.text ?? null)}`,
      whole: amount.shown,
      fault: "share",
      span: amount.span,
      others: [share.is.span],
      severity: "error",
      stated: amount.value,
      due,
    },
  ];
}

function capFaults(fund: Mechanism, whole: StatedQuantity): readonly Found[] {
  const { value, unit, text } = whole.is.value;
  return quantitiesAt(fund.parameters, "cap").flatMap(({ is }) => {
    const limit = is.value.per === null ? convert(is.value.value, is.value.unit, unit) : null;
    if (limit?.gt(value) !== true) return [];
    return [
      {
        part: "",
        sum: is.value.text.trim(),
        whole: text.trim(),
        fault: "cap" as const,
        span: is.span,
        others: [],
        severity: "warning" as const,
      },
    ];
  });
}

function isExact({ is, place, scope, during }: StatedQuantity): boolean {
  const { relation, upper, soft } = is.value;
  return (
    (relation === null || relation === "=") &&
    upper === null &&
    soft === null &&
    place === null &&
    scope === null &&
    during === null
  );
}

function amountOf(entry: ParameterMap, whole: StatedQuantity) {
  const [amount] = quantitiesAt(entry, "amount");
  if (amount === undefined || !isExact(amount) || entry.get("where") !== undefined) return [];
  const value = convert(amount.is.value.value, amount.is.value.unit, whole.is.value.unit);
  return value === null ? [] : [{ value, shown: amount.is.value.text.trim(), span: amount.is.span }];
}
