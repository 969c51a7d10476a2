/** A table of entities tells why a status stands beside figures that do not show it. */
import { expect, test } from "vitest";
import { speakerOf } from "../../src/language/speaker.ts";
import { buildStatusView } from "../../src/report/view/status.ts";
import { compileText } from "../kit/compile.ts";

/** East missed the step of June; both stand on their path from 70 % in June to 80 % in December by the end of September. */
const plan = `format: 1
id: p
title: P
language: zh-Hans
period: 2026
entities: [{ id: east, name: 东街 }, { id: west, name: 西街 }]
indicators:
  - id: x
    name: X
    unit: "%"
    direction: increase
    aggregation: mean
    frequency: quarterly
    baseline: 60% @ 2025-12
    targets: [{ reach: ≥70%, by: 2026-06 }, { reach: ≥80%, by: 2026-12 }]
    observations:
      - { at: 2026-06, value: 65%, entity: east }
      - { at: 2026-06, value: 70.5%, entity: west }
      - { at: 2026-09, value: 75.25%, entity: east }
      - { at: 2026-09, value: 76%, entity: west }
`;

function entitiesIn(language: "en" | "zh-Hans") {
  const compilation = compileText(plan, { asOf: "2026-09-30" });
  const view = buildStatusView({
    compilation,
    speaker: speakerOf(language),
    asOf: compilation.asOf,
    version: "0",
  });
  return view.groups[0]?.indicators[0]?.entities?.rows ?? [];
}

test("who missed a step is off track though on the path, and the row says so", () => {
  const [east, west] = entitiesIn("zh-Hans");
  expect([east?.name, east?.status.key]).toEqual(["东街", "off-track"]);
  expect(east?.why).toContain("2026年6月30日到期未实现：“≥70%”，当时为65.00%");
  expect([west?.name, west?.why]).toEqual(["西街", null]);
  expect(entitiesIn("en")[0]?.why).toContain("missed on 30 Jun 2026: ≥70%, was 65.00%");
});

test("the figures of a column have as many decimals each", () => {
  const texts = entitiesIn("zh-Hans").map(({ cells }) => cells.map(({ text }) => text));
  for (const column of [0, 1, 2])
    expect(new Set(texts.map((row) => /\.\d+/.exec(row[column] ?? "")?.[0].length)).size).toBe(1);
});
