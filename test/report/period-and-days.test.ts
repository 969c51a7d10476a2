/** A report's days stay whole, and a planning period that no document states is marked as assumed. */
import { expect, test } from "vitest";
import { type Language, makeSpeaker } from "../../src/language/speaker.ts";
import { renderReport } from "../../src/report/render.ts";
import { buildStatusView } from "../../src/report/view/status.ts";
import { compileText } from "../kit/compile.ts";

async function report(period: string, format: "html" | "md", language: Language): Promise<string> {
  const compilation = compileText(`format: 1
id: p
title: P
language: en
period: ${period}
indicators:
  - { id: x, name: X, unit: 个, targets: [{ reach: 5, by: 2026-12 }], observations: [{ at: 2026-06, value: 1 }] }
`);
  const speaker = await makeSpeaker(language);
  const { asOf } = compilation;
  return renderReport(buildStatusView({ compilation, speaker, asOf, version: "0" }), "status", format);
}

const assumed = "{ start: 2026-01-01, end: 2026-12-31, stated: false }";

test("a period that is not stated is said to be assumed", async () => {
  expect(await report(assumed, "md", "zh-Hans")).toContain(
    "2026年1月1日至2026年12月31日（原文未写明，推定）",
  );
  expect(await report(assumed, "md", "en")).toContain(
    "1 January 2026 to 31 December 2026 (not stated; assumed)",
  );
  expect(await report("2026-01..2026-12", "md", "zh-Hans")).not.toContain("推定");
});

test("no line of the HTML ends within a day; attributes, title and drawings stay as they are", async () => {
  const html = await report(assumed, "html", "zh-Hans");
  expect(html).toContain('<span class="day">2026年1月1日</span>至<span class="day">2026年12月31日</span>');
  expect(await report(assumed, "html", "en")).toContain('<span class="day">31 December 2026</span>');
  expect(html).toMatch(/\.day \{ white-space: nowrap; \}/);
  expect(html).not.toMatch(/<[a-z][^<>]*<span class="day">/);
  for (const [part] of html.matchAll(/<(style|title|svg)\b[\s\S]*?<\/\1>/g))
    expect(part).not.toContain('class="day"');
});
