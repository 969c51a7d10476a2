/** What a reader of the tables is told of targets without a value yet, of changes without a base, and of what all rows lack. */
import { expect, test } from "vitest";
import type { Language } from "../../src/language/speaker.ts";
import { makeSpeaker } from "../../src/language/speaker.ts";
import { renderReport } from "../../src/report/render.ts";
import { buildBriefView } from "../../src/report/view/brief.ts";
import { buildPlanView } from "../../src/report/view/plan.ts";
import { buildStatusView } from "../../src/report/view/status.ts";
import { compileText } from "../kit/compile.ts";

const head = `format: 1
id: p
title: P
language: zh-Hans
period: 2026-01..2026-12
`;

async function inputOf(text: string, asOf: string, language: Language = "zh-Hans") {
  const compilation = compileText(`${head}${text}`, { asOf, trace: true });
  return { compilation, speaker: await makeSpeaker(language), asOf: compilation.asOf, version: "0" };
}

async function statusOf(text: string, asOf: string, language?: Language) {
  return buildStatusView(await inputOf(text, asOf, language));
}

const indicator = (rest: string): string => `indicators:
  - { id: a, name: 甲, unit: "%", direction: increase, ${rest} }
`;
const due = indicator(
  "baseline: 40%, targets: [{ reach: 80%, by: 2026-03 }], observations: [{ at: 2026-02-28, value: 70% }]",
);

test("a target whose day has passed is not called not due while its value may still be reported", async () => {
  const wordOn = async (day: string, language?: Language) =>
    (await statusOf(due, day, language)).groups[0]?.indicators[0]?.targets[0]?.status;
  expect(await wordOn("2026-03-31")).toMatchObject({ key: "not-due", word: "未到期" });
  expect(await wordOn("2026-04-05")).toMatchObject({ key: "not-due", word: "待报送" });
  expect(await wordOn("2026-04-05", "en")).toMatchObject({ key: "not-due", word: "awaited" });
});

const change = indicator(
  'targets: [{ relative: "+50%", by: 2026-06 }, { relative: "+80%", by: 2026-12 }], observations: [{ at: 2026-02-28, value: 70% }]',
);

test("where no target can be judged, tables show the last that the plan states", async () => {
  const { groups } = await statusOf(change, "2026-04-05");
  const [row] = groups[0]?.indicators ?? [];
  expect(row?.status.key).toBe("not-computable");
  expect(row?.target).toEqual({ text: "提高80%", date: "2026年12月31日", mark: null });
});

test("a day that the plan does not state is marked, and the mark is told below the table", async () => {
  const undated = indicator(
    "baseline: 40%, targets: [{ reach: 80% }], observations: [{ at: 2026-02-28, value: 70% }]",
  );
  expect((await statusOf(undated, "2026-04-05")).indicatorNote).toBe(
    "标注“推定”的日期，方案未写明：目标值按期末计，基期值的计法见“指标计算过程”。",
  );
  const dated = undated
    .replace("baseline: 40%", "baseline: 40% @ 2025-12-31")
    .replace("80% }", "80%, by: 2026-12 }");
  expect((await statusOf(dated, "2026-04-05")).indicatorNote).toBeNull();
});

const late = (more: string): string => `actions:
  - { id: x, name: 做甲, period: 2026-01${more} }
  - { id: y, name: 做乙, period: 2026-02 }
`;

test("of overdue tasks, columns in which no row says anything are left out", async () => {
  for (const [more, columns] of [
    ["", ["事项", "完成时限", "逾期", "进展"]],
    [", owner: { lead: 办公室 }", ["事项", "完成时限", "逾期", "进展", "责任单位"]],
  ] as const) {
    const markdown = renderReport(await statusOf(late(more), "2026-04-05"), "status", "md");
    const table = markdown.split("\n").find((line) => line.startsWith("| 事项"));
    expect(
      table
        ?.split("|")
        .map((cell) => cell.trim())
        .filter((cell) => cell !== ""),
    ).toEqual(columns);
  }
});

test("the column of reasons is left out where no indicator behind has one", async () => {
  const silent = indicator(
    "frequency: monthly, baseline: 40% @ 2025-12-31, targets: [{ reach: 80%, by: 2026-12 }]",
  );
  const { attention } = await statusOf(silent, "2026-04-05");
  expect(attention.indicators.map(({ status, reasons }) => [status.key, reasons])).toEqual([["no-data", []]]);
  expect(attention.hasReasons).toBe(false);
  const brief = buildBriefView(await inputOf(silent, "2026-04-05"));
  expect(brief.behind.rows).toHaveLength(1);
  expect(renderReport(brief, "brief", "md")).not.toContain("差距与原因");
  const behind = await statusOf(
    silent.replace(" }\n", ", observations: [{ at: 2026-03-31, value: 41% }] }\n"),
    "2026-04-05",
  );
  expect(behind.attention.hasReasons).toBe(true);
});

const risks = (second: string): string => `risks:
  - { id: r, name: 人手不足, mitigations: [{ text: 招人, stated: implied }, ${second}] }
`;

test("that answers are only implied is said of each, or once where it holds for all", async () => {
  const annexOf = async (second: string) =>
    (await buildPlanView(await inputOf(risks(second), "2026-04-05"))).annexes.risks;
  const all = await annexOf("{ text: 借人, stated: implied }");
  expect([all?.allImplied, all?.rows[0]?.answers]).toEqual([true, ["招人", "借人"]]);
  const some = await annexOf("{ text: 借人 }");
  expect([some?.allImplied, some?.rows[0]?.answers]).toEqual([false, ["招人（原文未明示）", "借人"]]);
});
