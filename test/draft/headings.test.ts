import { expect, test } from "vitest";
import { meaningOf } from "../../src/draft/headings.ts";

/** Heading → what it means, in short: kind, time, unit. */
const known: readonly (readonly [string, string])[] = [
  ["序号", "number"],
  ["No.", "number"],
  ["指标名称", "name"],
  ["考 核 指 标", "name"],
  ["指標名稱", "name"],
  ["Indicator", "name"],
  ["KPI", "name"],
  ["一级指标", "level 1"],
  ["三级指标", "level 3"],
  ["计量单位", "unit"],
  ["Unit", "unit"],
  ["基期值（2024年）", "baseline 2024年"],
  ["2024年基期值", "baseline 2024年"],
  ["基线", "baseline"],
  ["Baseline (2024)", "baseline 2024"],
  ["2024 baseline value", "baseline 2024"],
  ["现状值（%）", "baseline in %"],
  ["2024年实际完成值", "actual 2024年"],
  ["目标值", "target"],
  ["年度目标值", "target"],
  ["2026年目标值", "target 2026年"],
  ["目标值（2027年，万元）", "target 2027年 in 万元"],
  ["区级目标值", "target"],
  ["Target 2027", "target 2027"],
  ["Target (end 2026)", "target end 2026"],
  ["Target Q4 2026", "target q4 2026"],
  ["2026 target (%)", "target 2026 in %"],
  ["2025年", "year 2025年"],
  ["2025", "year 2025"],
  ["2026年底", "year 2026年底"],
  ["权重（%）", "weight in %"],
  ["分值", "weight"],
  ["Weight", "weight"],
  ["责任单位", "owner"],
  ["责任单位及责任人", "owner"],
  ["牵头单位", "lead"],
  ["Lead", "lead"],
  ["配合单位", "partners"],
  ["Partners", "partners"],
  ["完成时限", "deadline"],
  ["Deadline", "deadline"],
  ["数据来源", "source"],
  ["Means of verification", "source"],
  ["指标解释及计算方法", "definition"],
  ["计算公式", "method"],
  ["备注", "note"],
  ["指标属性", "attribute"],
  ["报送频次", "frequency"],
];

test.each(known)("the heading %s is %s", (heading, meaning) => {
  const found = meaningOf(heading);
  const text =
    found === null
      ? "unknown"
      : found.kind === "level"
        ? `level ${found.depth}`
        : [found.kind, "time" in found ? found.time : null, found.unit === null ? null : `in ${found.unit}`]
            .filter((part) => part !== null)
            .join(" ");
  expect(text).toBe(meaning);
});

test.each([
  "排名",
  "Rank",
  "年均增长",
  "2026—2028年老年助餐服务工作主要目标和任务分解情况一览表",
  "任务",
  "时限要求说明会",
])("%s is no heading of an indicator table", (heading) => {
  expect(meaningOf(heading)).toBeNull();
});
