/** The sentence on where the trend leads says how sure that is, where it can be said. */
import { expect, test } from "vitest";
import { makeSpeaker } from "../../src/language/speaker.ts";
import { buildStatusView } from "../../src/report/view/status.ts";
import { compileText } from "../kit/compile.ts";

/** Days 10 to 50 of 2026: by the end of the year 121, between 86.5 and 138.25 (worked in test/indicators/projection.test.ts),
 * printed with one decimal: whole numbers whose gap is above 10. */
const planIn = (unit: string): string => `format: 1
id: p
title: P
language: en
period: 2026
indicators:
  - id: x
    name: X
    unit: "${unit}"
    direction: increase
    baseline: 0 @ 2025-12
    targets: [{ reach: 200, by: 2026 }]
    observations:
${["01-10 50", "01-20 52", "01-30 53", "02-09 57", "02-19 58"].map((row) => `      - { at: 2026-${row.split(" ")[0]}, value: ${row.split(" ")[1]} }`).join("\n")}
`;

async function report(unit: string, language: "en" | "zh-Hans"): Promise<string> {
  const compilation = compileText(planIn(unit), { asOf: "2026-02-19" });
  const speaker = await makeSpeaker(language);
  return JSON.stringify(buildStatusView({ compilation, speaker, asOf: compilation.asOf, version: "0" }));
}

test("the range of the trend stands beside it, in both languages", async () => {
  expect(await report("个", "en")).toMatch(/\(86个 to 138个 with 80% probability\)/);
  expect(await report("个", "zh-Hans")).toContain("（80%置信区间为86个至138个）");
});

test("a range that passes what is possible is cut there, and says so", async () => {
  // 121 % and 138.2 % of a share are none: the projection and the upper end stand at 100 %.
  expect(await report("%", "en")).toContain(
    "100%, the most possible, on 31 December 2026 (86.5% to 100% with 80% probability; no value can lie above 100%)",
  );
  expect(await report("%", "zh-Hans")).toContain("（80%置信区间为86.5%至100%，取值不高于100%）");
});

/** The same days with values that fall: hours that began at 72 and are to be 24. */
async function fallingReport(values: readonly number[]): Promise<string> {
  const days = ["01-10", "01-20", "01-30", "02-09", "02-19"];
  const lines = values.map((value, i) => `      - { at: 2026-${days[i]}, value: ${value} }`).join("\n");
  const yaml = planIn("h")
    .replace("direction: increase", "direction: decrease")
    .replace("baseline: 0 @ 2025-12", "baseline: 72 @ 2025-12")
    .replace("reach: 200", "reach: 24")
    .replace(/observations:[\s\S]*$/, `observations:\n${lines}\n`);
  const compilation = compileText(yaml, { asOf: "2026-02-19" });
  const speaker = await makeSpeaker("en");
  return JSON.stringify(buildStatusView({ compilation, speaker, asOf: compilation.asOf, version: "0" }));
}

test("a trend below zero of what was never negative is not told", async () => {
  // 4 hours less in ten days: 56 - 315 × 0.4 = -70 hours at the end of the year.
  expect(await fallingReport([72, 68, 64, 60, 56])).not.toContain("trend goes on");
  // 1 hour less in ten days: 68 - 315 × 0.1 = 36.5 hours.
  expect(await fallingReport([72, 71, 70, 69, 68])).toContain("trend continues (an estimate): 36.5 h");
});

/** Counts that fall unevenly towards 2: the lower end of the range lies below zero on the last day. */
async function countReport(language: "en" | "zh-Hans"): Promise<string> {
  const values = [50, 40, 44, 30, 36];
  const days = ["01-31", "02-28", "03-31", "04-30", "05-31"];
  const lines = values.map((value, i) => `      - { at: 2026-${days[i]}, value: ${value} }`).join("\n");
  const yaml = planIn("件")
    .replace("direction: increase", "direction: decrease")
    .replace("baseline: 0 @ 2025-12", "baseline: 52 @ 2025-12")
    .replace("reach: 200", "reach: 2")
    .replace(/observations:[\s\S]*$/, `observations:\n${lines}\n`);
  const compilation = compileText(yaml, { asOf: "2026-05-31" });
  const [row] = compilation.results?.rows ?? [];
  expect(row?.figures.projectedLow.value?.lt(0)).toBe(true);
  const speaker = await makeSpeaker(language);
  return JSON.stringify(buildStatusView({ compilation, speaker, asOf: compilation.asOf, version: "0" }));
}

test("a count is not forecast below zero, in the sentence, the picture and its table", async () => {
  const english = await countReport("en");
  expect(english).toMatch(/\(0件 to [\d.]+件 with 80% probability; no value can lie below 0件\)/);
  expect(english).toMatch(/"0件 to [\d.]+件; no value can lie below 0件"/);
  expect(await countReport("zh-Hans")).toMatch(/（80%置信区间为0件至[\d.]+件，取值不低于0件）/);
});

test("in the derivation a figure that no value can have says at which bound it is cut", async () => {
  // 121.2 % and 138.2 % of a share; the lower end, 86.5 %, is possible.
  const chinese = await report("%", "zh-Hans");
  expect(chinese.match(/"remark":"[^"]*取值不高于100%"/g)).toHaveLength(2);
  expect(await report("%", "en")).toContain("no value can lie above 100%");
});
