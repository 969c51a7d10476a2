/**
 * Deductions must fit their cap and the marks, and one fault has one consequence.
 *
 * Looks at: deductions of more than their own cap or than full marks (`full`, else 100); a condition that is both a deduction
 * and a veto.
 * Reports: the deducted points, or the veto; related: the cap or the deduction. Above the cap is an error, above full marks a
 * warning, both consequences for one fault a note that asks.
 * Source: FORMAT.md section 7 (scorecard), DESIGN.md section 4 (impossible values; what only may be a conflict).
 */
import Big from "big.js";
import { formatDecimal } from "../../../plan/decimal.ts";
import { entriesAt, labelOf, type ParameterMap, quantitiesAt, wordsAt } from "../../../plan/parameters.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { entryName, ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly deduction: string;
  readonly points: string;
  readonly limit: string;
  readonly fault: "cap" | "full" | "veto";
};

export const scorecardDeductionLimit = defineRule<Args>({
  code: "scorecard/deduction-limit",
  severity: "error",
  text: {
    en: {
      title: "Deduction that cannot be applied",
      message: (a) => {
        if (a.fault === "veto") return `${a.id}: "${a.deduction}" is a deduction and a veto: which applies?`;
        return `${a.id}: "${a.deduction}" deducts ${a.points}, more than ${a.fault === "cap" ? "its cap" : "full marks"}, ${a.limit}`;
      },
      why: "A deduction beyond its own limit cannot be made, and a fault with two consequences is disputed.",
      fix: "Correct the points or the cap; let a fault be a deduction or a veto.",
    },
    zhHans: {
      title: "扣分项无法适用",
      message: (a) => {
        if (a.fault === "veto")
          return `考核评价“${a.name}”的“${a.deduction}”既扣分又一票否决，适用哪一种未写明`;
        return `考核评价“${a.name}”的“${a.deduction}”扣“${a.points}”，超过${a.fault === "cap" ? "扣减上限" : "满分"}“${a.limit}”`;
      },
      why: "超过上限的扣分无法执行；同一情形两种处理，容易引起争议。",
      fix: "更正分值或上限；同一情形只作扣分或只作否决。",
    },
  },
  check({ plan, report }) {
    for (const scorecard of ofType(plan, "scorecard")) {
      const base = { id: scorecard.id.value, name: nameOf(scorecard) };
      const full = quantitiesAt(scorecard.parameters, "full")[0]?.is.value.value ?? new Big(100);
      const deductions = entriesAt(scorecard.parameters, "deductions");
      for (const [i, entry] of deductions.entries()) {
        const points = quantitiesAt(entry, "points")[0]?.is;
        const cap = quantitiesAt(entry, "cap")[0]?.is;
        if (points === undefined) continue;
        const args = { ...base, deduction: entryName(entry, i), points: points.value.text.trim() };
        const size = points.value.value.abs();
        if (cap !== undefined && size.gt(cap.value.value.abs())) {
          const related = [{ span: cap.span, note: { en: "the cap", zhHans: "扣减上限" } }];
          report(
            points.span,
            { ...args, limit: cap.value.text.trim(), fault: "cap" },
            { on: scorecard, related },
          );
        } else if (size.gt(full)) {
          report(
            points.span,
            { ...args, limit: formatDecimal(full), fault: "full" },
            { on: scorecard, severity: "warning" },
          );
        }
      }
      const faults = new Map(deductions.map((entry) => [keyOf(entry), entry]));
      for (const [i, veto] of entriesAt(scorecard.parameters, "veto").entries()) {
        const key = keyOf(veto);
        const deduction = key === "" ? undefined : faults.get(key);
        if (deduction === undefined) continue;
        const related = [{ span: deduction.span, note: { en: "the deduction", zhHans: "扣分项" } }];
        const args = {
          ...base,
          deduction: entryName(veto, i),
          points: "",
          limit: "",
          fault: "veto",
        } as const;
        report(veto.span, args, { on: scorecard, related, severity: "info" });
      }
    }
  },
});

/** The condition in words, else the name. */
function keyOf(entry: ParameterMap): string {
  return (wordsAt(entry, "if")[0]?.value ?? labelOf(entry) ?? "").normalize("NFKC").trim().toLowerCase();
}
