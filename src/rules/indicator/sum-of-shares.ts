/**
 * Shares, indices and marks of several entities do not add up to those of the whole.
 *
 * Looks at: `aggregation: sum` of indicators in percent, marks or an index.
 * Reports: the aggregation; suggests `ratio-of-sums` for shares. The engine adds up none of them, so that the plan as a whole
 * would have no value.
 * Source: ENGINE.md section 7 (percent, index and grade are never summed).
 */
import { whyNeverSummed } from "../../plan/summable.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = { readonly id: string; readonly name: string; readonly unit: string; readonly share: boolean };

export const indicatorSumOfShares = defineRule<Args>({
  code: "indicator/sum-of-shares",
  severity: "warning",
  text: {
    en: {
      title: "Sum of what does not add up",
      message: (a) =>
        a.share
          ? `${a.id}: shares in ${a.unit} of several entities do not add up to that of the whole`
          : `${a.id}: values in ${a.unit} are marks on a scale and are not added up`,
      why: "The plan as a whole would have no value, and its status would be that of its worst entity.",
      fix: "For a share write `aggregation: ratio-of-sums` and report numerators and denominators; for a scale `mean` or `weighted`. Where marks are meant as things that are counted, name the unit after the thing.",
    },
    zhHans: {
      title: "不能加总的指标采用加总",
      message: (a) =>
        a.share
          ? `指标“${a.name}”以“${a.unit}”计，各实施单位的比率不能加总为整体的比率`
          : `指标“${a.name}”以“${a.unit}”计，属等级或评分，不能加总`,
      why: "加总不成立，方案整体就没有实际值，状态只能取最差的实施单位。",
      fix: "比率改用 `aggregation: ratio-of-sums` 并报送分子、分母；评分改用 `mean`（平均）或 `weighted`（加权）。实为计数的，单位写明所计事物。",
    },
  },
  check({ plan, report }) {
    for (const indicator of plan.indicators) {
      const { aggregation, unit } = indicator;
      if (aggregation?.value !== "sum" || unit === null) continue;
      const why = whyNeverSummed(unit.value);
      if (why === null) continue;
      const share = why === "percent-not-summed";
      report(
        aggregation.span,
        { id: indicator.id.value, name: nameOf(indicator), unit: unit.text, share },
        { on: indicator, suggestion: share ? "ratio-of-sums" : null },
      );
    }
  },
});
