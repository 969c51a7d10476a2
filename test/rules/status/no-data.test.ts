/** The message of `status/no-data` tells silence from values that came too late. */
import { expect, test } from "vitest";
import { compileText } from "../../kit/compile.ts";
import { explainText } from "../../kit/explain.ts";

const planWith = (observations: string): string => `format: 1
id: p
title: P
language: en
period: 2026-01..2027-12
indicators:
  - id: coverage
    name: 覆盖率
    unit: "%"
    baseline: 45% @ 2025-12
    targets: [{ reach: ≥85%, by: 2026-03 }]
    observations: [${observations}]
  - { id: other, name: 其他, unit: 个, targets: [{ reach: ≥5, by: 2027 }], observations: [{ at: 2026-01, value: 1 }] }
`;

function messages(observations: string) {
  const { findings } = compileText(planWith(observations), { asOf: "2026-07-31" });
  return findings.filter((f) => f.code === "status/no-data").map((f) => f.message);
}

test("values that came after the due date are named with the first of them", () => {
  // Due on 31 March; the first of two later values is that of 30 April.
  expect(messages("{ at: 2026-04, value: 90% }, { at: 2026-05, value: 91% }")).toEqual([
    {
      en: "coverage: no data: none by 2026-03-31; the first is dated 2026-04-30",
      zhHans: "指标“覆盖率”截至 2026-03-31 没有实际值，最早一期为 2026-04-30",
    },
  ]);
});

test("silence stays silence", () => {
  expect(messages("").map(({ en }) => en)).toEqual([
    "coverage: no data: a value is due and none has been reported",
  ]);
});

test("the day of the last value is told where what is due comes after it", () => {
  const plan = planWith("").replace(
    "targets: [{ reach: ≥85%, by: 2026-03 }]",
    "targets: [{ hold: ≥85%, from: 2026, by: 2026-03 }]",
  );
  const { findings } = compileText(plan.replace("[]", "[{ at: 2025-12, value: 90% }]"), {
    asOf: "2026-07-31",
  });
  expect(findings.filter((f) => f.code === "status/no-data").map((f) => f.message)).toEqual([
    {
      en: "coverage: no data since 2025-12-31: a value is due and none has been reported",
      zhHans: "指标“覆盖率”2025-12-31 之后应报未报，没有新的实际值",
    },
  ]);
});

test("rows dated or reported after the as-of date are counted, and only those of the indicator", () => {
  // A year still to come, and a value of March that came in August; `N/A` is no value.
  const rows =
    "{ at: 2026-12, value: 90% }, { at: 2026-03, value: 91%, reported: 2026-08-02 }, { at: 2026-11, value: N/A }";
  expect(messages(rows)).toEqual([
    {
      en: "coverage: no data: a value is due and none has been reported; 2 later rows are not seen on 2026-07-31",
      zhHans:
        "指标“覆盖率”应报未报，没有实际值；另有 2 条数据的所属日期或报送日期在 2026-07-31 之后，暂不计入",
    },
  ]);
});

test("explain tells of rows after the as-of date as well", async () => {
  const compilation = compileText(planWith("{ at: 2026-12, value: 90% }"), {
    asOf: "2026-07-31",
    trace: true,
  });
  expect(await explainText(compilation, "coverage")).toContain(
    "  note: 1 later row is not seen on 31 July 2026\n",
  );
  expect(await explainText(compilation, "coverage", { language: "zh-Hans" })).toContain(
    "  说明：另有1条数据的所属日期或报送日期在2026年7月31日之后，暂不计入\n",
  );
});
