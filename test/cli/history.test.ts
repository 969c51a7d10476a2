/** `plan status --history`: how every status went, in one run. */
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { displayWidth } from "../../src/text/width.ts";
import { fakeHost } from "../kit/fake-host.ts";

const schema = JSON.parse(readFileSync("schemas/check-output.schema.json", "utf8"));
const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);

/** 0 → 365 in the days of 2026: one a day. 31 of 31, 50 of 59 (0.85), 60 of 90 (0.67), met in April, lost in May. */
const text = `format: 1
id: daily
title: 逐日计划
language: zh-Hans
period: 2026
indicators:
  - id: meals
    name: 每日供餐
    unit: 个
    direction: increase
    baseline: 0 @ 2025-12
    targets: [{ reach: 365, by: 2026 }]
    frequency: monthly
    observations:
      - { at: 2026-01, value: 31 }
      - { at: 2026-02, value: 50 }
      - { at: 2026-03, value: 60 }
      - { at: 2026-04, value: 365 }
      - { at: 2026-05, value: 364 }
`;

async function history(args: string, columns: number | null = null) {
  const host = fakeHost({ files: { "/repo/daily.plan.yaml": text }, columns });
  const exit = await run(
    `status daily.plan.yaml --history --as-of 2026-06-15 ${args}`.trim().split(" "),
    host,
  );
  return { exit, out: host.stdout(), err: host.stderr() };
}

test("one mark for every reporting date, the changes, and what follows from them", async () => {
  const { exit, out } = await history("");
  expect(exit).toBe(0);
  const lines = out.split("\n");
  expect(lines[2]).toMatch(
    /^ {2}indicator {2}2026-01-31 … 2026-06-15 {2}first met {3}lost {8}longest off track$/,
  );
  expect(lines[3]).toBe(
    "  meals      ●◆■✓●●                   2026-04-30  2026-05-31  2026-03-31 to 2026-04-29 (30 days)",
  );
  expect(lines[4]).toBe(
    "      2026-01-31 on track; 2026-02-28 at risk; 2026-03-31 off track; 2026-04-30 achieved; 2026-05-31 on track",
  );
  expect(lines[6]).toBe("  ✓ achieved   ● on track   ◆ at risk   ■ off track");
});

test("in Chinese names and words stand in columns of their display width", async () => {
  const { out } = await history("--lang zh-Hans");
  const [, , head = "", row = ""] = out.split("\n");
  expect(row).toContain("每日供餐  ●◆■✓●●");
  const column = (line: string, part: string): number => displayWidth(line.slice(0, line.indexOf(part)));
  expect(column(head, "首次达标")).toBe(column(row, "2026-04-30"));
  expect(column(head, "最长滞后时段")).toBe(column(row, "2026-03-31 至"));
  expect(out).toContain("2026-03-31 至 2026-04-29（30 天）");
});

test("on a narrow terminal nothing that wraps is wider than it", async () => {
  const { out } = await history("--color never", 60);
  const notes = out.split("\n").filter((line) => line.startsWith("      "));
  expect(notes.length).toBeGreaterThan(1);
  for (const note of notes) expect(displayWidth(note)).toBeLessThanOrEqual(60);
});

test("the JSON carries every point, and fits its schema", async () => {
  const { exit, out } = await history("--format json");
  expect(exit).toBe(0);
  const json = JSON.parse(out);
  expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
  expect(json.plans[0].history).toEqual([
    {
      id: "meals",
      entity: null,
      points: [
        { on: "2026-01-31", status: "on-track", value: "31" },
        { on: "2026-02-28", status: "at-risk", value: "50" },
        { on: "2026-03-31", status: "off-track", value: "60" },
        { on: "2026-04-30", status: "achieved", value: "365" },
        { on: "2026-05-31", status: "on-track", value: "364" },
        { on: "2026-06-15", status: "on-track", value: "364" },
      ],
      omitted: 0,
      firstMetOn: "2026-04-30",
      lostOn: "2026-05-31",
      met: [{ from: "2026-04-30", lostOn: "2026-05-31" }],
      longestOffTrack: { from: "2026-03-31", to: "2026-04-29", days: 30 },
    },
  ]);
});

test("without --history the JSON has none", async () => {
  const host = fakeHost({ files: { "/repo/daily.plan.yaml": text } });
  await run(["status", "daily.plan.yaml", "--format", "json"], host);
  expect(JSON.parse(host.stdout()).plans[0]).not.toHaveProperty("history");
});

test("a plan that cannot be read is told, not skipped", async () => {
  const host = fakeHost({ files: { "/repo/broken.plan.yaml": "\u0000\u0001" } });
  expect(await run(["status", "broken.plan.yaml", "--history"], host)).toBe(1);
  expect(host.stdout()).toContain("broken.plan.yaml");
});

test.each([
  ["en", "2026-02-28, met again 2026-03-31", [366, 100, 365]],
  ["zh-Hans", "2026-02-28，2026-03-31 再次达标", [366, 100, 365]],
  ["en", "2026-04-30 (2 times)", [366, 100, 365, 1]],
  ["zh-Hans", "2026-04-30（共 2 次）", [366, 100, 365, 1]],
] as const)("a loss stays on the record after it was made good (%s: %s)", async (lang, words, values) => {
  const rows = values.map((value, i) => `      - { at: 2026-0${i + 1}, value: ${value} }\n`).join("");
  const plan = text.slice(0, text.indexOf("      - { at")) + rows;
  const host = fakeHost({ files: { "/repo/daily.plan.yaml": plan } });
  await run(`status daily.plan.yaml --history --as-of 2026-05-15 --lang ${lang}`.split(" "), host);
  expect(host.stdout()).toContain(words);
});
