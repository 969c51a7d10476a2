/**
 * A dimension holds objectives or indicators.
 *
 * Looks at: every dimension; where the objectives name all other dimensions, also for an objective of its own, unless
 * its indicators serve those of others. One that only a misspelt mention leaves empty is told at the mention.
 * Reports: the dimension that no objective and no indicator names, or no objective while others have one, at its id. A warning
 * where it is empty and others are not; else a note.
 * Source: FORMAT.md section 5 (`dimensions`), DESIGN.md section 4 (a gap in a chain).
 */
import type { Given } from "../../plan/given.ts";
import type { Dimension } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { withoutDangling } from "./dangling.ts";

export const objectiveEmptyDimension = defineRule<{ id: string; name: string; measured: boolean }>({
  code: "objective/empty-dimension",
  severity: "warning",
  text: {
    en: {
      title: "Dimension without content",
      message: (a) =>
        a.measured
          ? `${a.id}: no objective belongs to the dimension "${a.name}", as the other dimensions have: what do its indicators measure?`
          : `${a.id}: no objective and no indicator belongs to the dimension "${a.name}"`,
      why: "A dimension without content has no result, and its weight counts for nothing.",
      fix: "Set `dimension` on the objectives or indicators that belong to it, or remove it.",
    },
    zhHans: {
      title: "维度下无内容",
      message: (a) =>
        a.measured
          ? `维度“${a.name}”下有指标而没有目标任务，其他维度均有，指标衡量什么须明确`
          : `维度“${a.name}”下没有目标任务，也没有指标`,
      why: "没有内容的维度得不出结果，其权重也落空。",
      fix: "在所属的目标任务或指标上填写 `dimension`，或删去该维度。",
    },
  },
  check({ plan, index, report }) {
    const namedBy = (items: readonly { readonly dimension: Given<string> | null }[]): ReadonlySet<string> =>
      new Set(items.flatMap(({ dimension }) => (dimension === null ? [] : [dimension.value])));
    const [pursued, measured] = [namedBy(plan.objectives), namedBy(plan.indicators)];
    const isNamed = ({ id }: Dimension): boolean => pursued.has(id.value) || measured.has(id.value);
    const empty = plan.dimensions.filter((dimension) => !isNamed(dimension));
    const told = new Set(withoutDangling(empty, ["objective", "indicator"], plan, index));
    for (const dimension of plan.dimensions) {
      const { value } = dimension.id;
      if (!isNamed(dimension) && !told.has(dimension)) continue;
      const isMeasured = measured.has(value);
      // Its indicators may serve the objectives of another: levels of one chain of results.
      const serves = plan.indicators.some((one) => one.dimension?.value === value && one.objective !== null);
      // 均有: of several dimensions one alone stands without.
      const isOnly = pursued.size > 0 && pursued.size >= plan.dimensions.length - 1;
      if (pursued.has(value) || (isMeasured && (!isOnly || serves))) continue;
      const args = { id: value, name: nameOf(dimension), measured: isMeasured };
      // Empty beside others that hold something: a gap in the chain. Where none holds anything, they are only headings.
      const isGap = !isMeasured && pursued.size + measured.size > 0;
      report(dimension.id.span, args, { on: dimension, severity: isGap ? "warning" : "info" });
    }
  },
});
