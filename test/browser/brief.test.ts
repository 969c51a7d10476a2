/** The brief is one A4 page, whatever the plan: the worst cases printed, and what is cut says so. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";
import { makePrinter } from "../../src/host/printer.ts";
import { type Language, makeSpeaker } from "../../src/language/speaker.ts";
import { renderReport } from "../../src/report/render.ts";
import { buildBriefView } from "../../src/report/view/brief.ts";
import { crowdedCompilation, longTexts } from "../report/brief-worst.ts";
import { asOf } from "../report/hand-made.ts";
import { pdfPages, pdfTest, tight } from "./tools.ts";

const limit = 180_000;
const folder = mkdtempSync(join(tmpdir(), "plan-brief-"));
const printer = makePrinter({ env: process.env, maker: "planwright test" });
afterAll(async () => {
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

const languages: readonly Language[] = ["en", "zh-Hans", "zh-Hant"];
const cases = languages.flatMap((language) =>
  Object.entries(longTexts).map(([kind, text]) => [kind, language, text] as const),
);

/** Last words of the page: below them nothing may be cut off. */
const colophon: Readonly<Record<Language, string>> = {
  en: "Made with: planwright",
  "zh-Hans": "生成工具：planwright",
  "zh-Hant": "生成工具：planwright",
};

pdfTest.each(cases)(
  "fifty indicators, forty tasks and texts of %s fill one page in %s, and no more",
  async (_, language, text) => {
    const view = buildBriefView({
      compilation: crowdedCompilation(text),
      speaker: await makeSpeaker(language),
      asOf,
      version: "0.0.0",
      inputsDigest: "88fd50921b9d0000",
    });
    const printed = await printer.print(renderReport(view, "brief", "html"));
    if (!printed.ok) throw new Error(JSON.stringify(printed.failure));
    const path = join(folder, "brief.pdf");
    writeFileSync(path, printed.bytes);
    const pages = pdfPages(path);
    expect(pages).toHaveLength(1);
    const [page] = pages;
    expect([page?.width, page?.height].map((side) => Math.round(side ?? 0))).toEqual([595, 842]);
    expect(page?.text).toContain(tight(colophon[language]));
    // The page is used: the colophon stands in its lower quarter.
    const last = page?.lines.find((line) => tight(line.text).includes("planwright"));
    expect(last?.top).toBeGreaterThan(842 * 0.75);
  },
  limit,
);
