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
  expect(await report("个", "en")).toMatch(/\(86\.5 个 to 138\.2 个 with 80% probability\)/);
  expect(await report("个", "zh-Hans")).toContain("（80% 置信区间为86.5个至138.2个）");
});

test("a range that leaves what is possible is not told", async () => {
  expect(await report("%", "en")).not.toContain("probability");
});
