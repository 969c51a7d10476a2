/**
 * A figure that is off by a power of ten against the indicator's own series is probably a slip.
 *
 * Looks at: the baselines and levels of one indicator. With two other figures that lie close together ×10 is noticed,
 * with one only ×1000 and more (or ×100 against the direction, or between totals of spans of one length): growth of that size does happen.
 * A step of about ×10 from one figure to the next is asked for: shares only where the digits are the same (8.5%, 85%).
 * Reports: the figure; related: the others. A warning; a note that asks for a step, but for one of almost exactly ×10, ×100
 * or ×1000 of which the plan bears out at most one figure: by evidence, values, words as printed, other levels, a pilot.
 * Source: DESIGN.md section 4 (a slip of ×10, ×100, ×1000 or of 万/亿).
 */

import { grouped } from "../../diagnostics/counts.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { joinList, listInEnglish, quotedList } from "../words.ts";
import { leapsOf } from "./leaps.ts";
import { type Factor, slipsOf } from "./slips.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly others: string;
  /** Null for a step that may be meant; then `times` says how wide it is. */
  readonly factor: Factor | null;
  readonly times: string;
  readonly side: "above" | "below";
};

const inChinese: Readonly<Record<Factor, { readonly above: string; readonly below: string }>> = {
  10: { above: " 10 倍", below: "十分之一" },
  100: { above: " 100 倍", below: "百分之一" },
  1000: { above: " 1000 倍", below: "千分之一" },
  10000: { above: " 1 万倍", below: "万分之一" },
  100000000: { above: " 1 亿倍", below: "亿分之一" },
};

export const targetMagnitude = defineRule<Args>({
  code: "target/magnitude",
  severity: "warning",
  text: {
    en: {
      title: "Figure off by a power of ten",
      message: (a) =>
        a.factor === null
          ? `${a.id}: ${a.value} is ${a.side === "above" ? `about ${a.times} times` : `about 1/${a.times} of`} the figure before it (${a.others}): is that meant, or is a digit too many or too few?`
          : `${a.id}: ${a.value} is about ${a.side === "above" ? `${grouped(a.factor)} times` : `1/${grouped(a.factor)} of`} the indicator's other figures (${listInEnglish(a.others)})`,
      why: "A zero too many, a misplaced point or a lost 万 makes a target unreachable or reached from the start.",
      fix: "Check the figure and its unit.",
    },
    zhHans: {
      title: "数值疑似相差数量级",
      message: (a) =>
        a.factor === null
          ? `指标“${a.name}”的“${a.value}”约为前一数值“${a.others}”的${a.side === "above" ? ` ${a.times} 倍` : ` ${a.times} 分之一`}，是否多写或少写一位须核实`
          : `指标“${a.name}”的“${a.value}”约为其他数值（${quotedList(a.others)}）的${inChinese[a.factor][a.side]}`,
      why: "多写一个零、错一位小数点或漏写“万”“亿”，目标就会无法实现，或者一开始就已达到。",
      fix: "核对该数值及其计量单位。",
    },
  },
  check({ plan, records, report }) {
    for (const { indicator, point, others, factor, tooLarge } of slipsOf(plan).values()) {
      const args: Args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        value: point.shown,
        others: joinList(others.map((o) => o.shown)),
        factor,
        times: String(factor),
        side: tooLarge ? "above" : "below",
      };
      const note = { en: "another figure of the series", zhHans: "同一指标的其他数值" };
      report(point.span, args, { related: others.map((o) => ({ span: o.span, note })), on: indicator });
    }
    for (const { indicator, from, to, times, rises, isLikelySlip } of leapsOf(plan, records)) {
      const args: Args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        value: to.shown,
        others: from.shown,
        factor: null,
        times,
        side: rises ? "above" : "below",
      };
      const note = { en: "the figure before it", zhHans: "前一数值" };
      const severity = isLikelySlip ? "warning" : "info";
      report(to.span, args, { related: [{ span: from.span, note }], on: indicator, severity });
    }
  },
});
