import { expect, test } from "vitest";
import { makeSpeaker, speakerOf } from "../../src/language/speaker.ts";
import { makeContext } from "../../src/report/view/context.ts";
import { pageCss, periodText } from "../../src/report/view/frame.ts";
import { compileText } from "../kit/compile.ts";

const chinese = speakerOf("zh-Hans");
const english = speakerOf("en");

function period(written: string, speaker = chinese): string | null {
  const compiled = compileText(`format: 1\nid: p\ntitle: P\nlanguage: zh-Hans\nperiod: ${written}\n`);
  return periodText(makeContext({ compilation: compiled, speaker, asOf: compiled.asOf }));
}

test("a period without end is told from its first day", () => {
  expect(period("{ start: 2024, stated: false }")).toBe("自2024年1月1日起（原文未写明，推定）");
  expect(period("{ start: 2024, stated: false }", english)).toBe("from 1 January 2024 (not stated; assumed)");
  expect(period("2024-01..2025-06")).toBe("2024年1月1日至2025年6月30日");
});

test("the head of a page has as much of the title as it has room for", () => {
  const shown = (title: string, right: string): string =>
    /@top-left \{ content: "(.*?)"; \}/.exec(pageCss(title, right, chinese))?.[1] ?? "";
  const title = "Rural Water and Skills Project results framework";
  expect(shown(title, "DEMONSTRATION DATA")).toBe(title);
  // 490 points hold 54 characters of 9 points, less the two of the other side.
  expect(shown("题".repeat(52), "数据")).toBe("题".repeat(52));
  expect(shown("题".repeat(53), "数据")).toMatch(/^题{51}\\2026 $/);
});

test("a long title is set in smaller letters", () => {
  const size = (title: string): string =>
    / h1 \{ font-size: (\d+)pt; \}/.exec(pageCss(title, "", chinese))?.[1] ?? "18";
  // A line of 504 points holds 28 characters of 18 points or 36 of 14: three lines hold 84, four of the smaller 144.
  expect(["题".repeat(84), "题".repeat(85), "题".repeat(144), "题".repeat(145)].map(size)).toEqual([
    "18",
    "14",
    "14",
    "12",
  ]);
});

test("the number of a page is told in the characters of the document", async () => {
  const foot = (speaker: typeof chinese): string =>
    (/@bottom-center \{ content: (.*?); \}/.exec(pageCss("", "", speaker))?.[1] ?? "").replace("\\2f ", "/");
  expect(foot(chinese)).toBe('"第 " counter(page) " 页 / 共 " counter(pages) " 页"');
  expect(foot(english)).toBe('"Page " counter(page) " of " counter(pages) ""');
  expect(foot(await makeSpeaker("zh-Hant"))).toBe('"第 " counter(page) " 頁 / 共 " counter(pages) " 頁"');
});
