/** Every report on a screen, in a real Chromium: width, headings, language, accessibility, and that it needs nothing from outside. */
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import {
  brokenHeads,
  brokenWords,
  keepFew,
  outOfCell,
  outOfColumn,
  overflowing,
  structure,
} from "./in-page.ts";
import {
  bilingualNames,
  chineseNames,
  htmlOf,
  indexIn,
  madeNames,
  type PageLanguage,
  pagesOf,
  type ReportPage,
  sheetsIn,
} from "./report-pages.ts";
import { browserTest, chromiumPath } from "./tools.ts";

const widths = [360, 768, 1280];
const limit = 120_000;

/** Width of the type area of an A4 page, in pixels: 178 mm. */
const paperWidth = 672;
/** The same of a landscape page: 265 mm. */
const landscapeWidth = 1001;

let browser: Browser | null = null;
beforeAll(async () => {
  if (chromiumPath !== null)
    browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
}, limit);
afterAll(() => browser?.close());

/** A page with a report in it, and what it asked for or complained of. */
async function opened(
  html: string,
  options: { readonly javaScriptEnabled?: boolean } = {},
): Promise<{ readonly page: Page; readonly heard: readonly string[] }> {
  if (browser === null) throw new Error("no browser");
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const heard: string[] = [];
  page.on("console", (message) => heard.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    heard.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.route("**", (route) => {
    heard.push(`request: ${route.request().url()}`);
    return route.abort();
  });
  await page.setContent(html);
  return { page, heard };
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

/** What breaks WCAG 2.2, levels A and AA, as far as axe can tell: rule, element, why. */
async function inaccessible(page: Page): Promise<readonly string[]> {
  const result = await page.evaluate(() => {
    const inPage = globalThis as unknown as {
      readonly axe: { run(options: object): Promise<AxeResult> };
    };
    const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    return inPage.axe.run({ runOnly: { type: "tag", values }, resultTypes: ["violations"] });
  });
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n${failureSummary}`),
  );
}

const name = ({ plan, report, language }: ReportPage): string => `${report} of ${plan} in ${language}`;
const cases = [
  ...pagesOf([...bilingualNames, ...madeNames]),
  ...pagesOf(chineseNames, ["zh-Hans"]),
  ...pagesOf(["elderly-meals"], ["zh-Hant"]),
].map((of) => [name(of), of] as const);

browserTest.each(cases)(
  "%s fits every window, is in order, asks for nothing and is accessible",
  async (_, of) => expectGood(await htmlOf(of), of.language),
  limit,
);

const languages = ["en", "zh-Hans", "zh-Hant"] as const;

browserTest.each(languages)(
  "sheets of owners in %s fit every window, are in order and accessible",
  async (language) => expectGood(await sheetsIn(language), language),
  limit,
);

browserTest.each(languages)(
  "the index of several plans in %s fits every window, is in order and accessible",
  async (language) => expectGood(await indexIn(language), language),
  limit,
);

/** What holds for every page. */
async function expectGood(html: string, language: PageLanguage): Promise<void> {
  const { page, heard } = await opened(html);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    expect([width, await page.evaluate(overflowing)]).toEqual([width, []]);
  }
  expect(await page.evaluate(structure)).toEqual({
    language,
    firstHeadings: 1,
    skipped: [],
    emptyHeadings: 0,
    twiceUsedIds: [],
    leadingNowhere: [],
  });
  // Forty cards of one kind say no more than ten, and take axe half a minute.
  await page.evaluate(keepFew);
  await page.evaluate(axe.source);
  for (const width of language === "en" ? [360, 1280] : [360]) {
    await page.setViewportSize({ width, height: 900 });
    expect([width, await inaccessible(page)]).toEqual([width, []]);
  }
  expect(heard).toEqual([]);
  await page.context().close();
}

browserTest(
  "a report reads the same with JavaScript off",
  async () => {
    for (const of of pagesOf(["elderly-meals"])) {
      const html = await htmlOf(of);
      const texts: string[] = [];
      for (const javaScriptEnabled of [true, false]) {
        const { page } = await opened(html, { javaScriptEnabled });
        texts.push(await page.locator("body").innerText());
        await page.context().close();
      }
      expect(texts[0]?.length).toBeGreaterThan(300);
      expect(texts[1]).toBe(texts[0]);
    }
  },
  limit,
);

browserTest(
  "a table laid out too wide, a skipped heading, a script and a picture from outside are seen by these tests",
  async () => {
    const html =
      '<!doctype html><html lang="en"><title>x</title><h1>a</h1><h3>b</h3><div style="width:2000px">wide</div><img src="http://127.0.0.1:9/x.png"><script>alert(1)</script>';
    const { page, heard } = await opened(html);
    expect(await page.evaluate(overflowing)).toContain("DIV : wide");
    expect((await page.evaluate(structure)).skipped).toEqual(["b"]);
    await page.evaluate(axe.source);
    expect((await inaccessible(page)).join("\n")).toContain("image-alt");
    expect(heard.join("\n")).toMatch(/request: http:\/\/127\.0\.0\.1:9\/x\.png/);
    expect(heard.join("\n")).toContain("dialog: 1");
    await page.context().close();
  },
  limit,
);

const statusCases = [
  { plan: "community-conduct", report: "responsibilities", language: "zh-Hant" },
  { plan: "community-conduct", report: "status", language: "zh-Hant" },
  { plan: "community-conduct", report: "responsibilities", language: "en" },
] as const;

browserTest.each(statusCases.map((of) => [name(of), of] as const))(
  "%s: every status stands inside its cell, on paper and on a wide screen",
  async (_, of) => {
    const { page } = await opened(await htmlOf(of));
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await page.evaluate(outOfCell)).toEqual([]);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: paperWidth, height: 900 });
    expect(await page.evaluate(outOfCell)).toEqual([]);
    await page.context().close();
  },
  limit,
);

browserTest.each(["street-duty-guarantee", "community-conduct"] as const)(
  "status of %s: rows stand under their columns and days inside their cells, on paper and on a tablet",
  async (plan) => {
    const { page } = await opened(await htmlOf({ plan, report: "status", language: "zh-Hans" }));
    await page.setViewportSize({ width: 768, height: 900 });
    expect(await page.evaluate(outOfColumn)).toEqual([]);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: paperWidth, height: 900 });
    expect(await page.evaluate(outOfColumn)).toEqual([]);
    await page.context().close();
  },
  limit,
);

browserTest(
  "the index page on paper: every status inside its cell, no heading of a column torn apart",
  async () => {
    const { page } = await opened(await indexIn("en"));
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: paperWidth, height: 900 });
    expect(await page.evaluate(outOfCell)).toEqual([]);
    const heights = await page.$$eval(".index th.c-small", (cells) =>
      cells.map((cell) => {
        const words = document.createRange();
        words.selectNodeContents(cell);
        return words.getClientRects().length;
      }),
    );
    expect(heights).toEqual([1, 1]);
    await page.context().close();
  },
  limit,
);

browserTest(
  "the list of indicators on paper: dates of other targets stand in their own column",
  async () => {
    const { page } = await opened(
      await htmlOf({ plan: "community-conduct", report: "plan", language: "zh-Hant" }),
    );
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: landscapeWidth, height: 900 });
    const out = await page.$$eval(
      ".indicator-list td .day",
      (days) =>
        days.filter(
          (day) =>
            day.getBoundingClientRect().right > (day.closest("td")?.getBoundingClientRect().right ?? 0),
        ).length,
    );
    expect(out).toBe(0);
    await page.context().close();
  },
  limit,
);

browserTest(
  "a link to a folded derivation shows it, and what is folded takes a line",
  async () => {
    const html = await htmlOf({ plan: "community-conduct", report: "status", language: "zh-Hans" });
    const { page } = await opened(html);
    const heightOf = (selector: string): Promise<number> =>
      page.evaluate((one) => document.querySelector(one)?.getBoundingClientRect().height ?? 0, selector);
    expect(await heightOf(".trace:has(> .fold:not([open]))")).toBeLessThan(90);
    expect(await heightOf(".indicator:has(> .fold:not([open]))")).toBeLessThan(90);
    await page.click(".indicators td .figure-link");
    expect(await heightOf(".trace:target")).toBeGreaterThan(200);
    await page.context().close();
  },
  limit,
);

const tabletCases = [
  { plan: "gangqudui-team-building", report: "responsibilities", language: "zh-Hans" },
  { plan: "gangqudui-team-building", report: "plan", language: "zh-Hant" },
  { plan: "safe-crossings", report: "plan", language: "zh-Hans" },
  { plan: "safe-crossings", report: "findings", language: "zh-Hans" },
  { plan: "community-conduct", report: "findings", language: "zh-Hans" },
  { plan: "community-conduct", report: "status", language: "en" },
  { plan: "linked-point-cobuilding", report: "status", language: "zh-Hans" },
] as const;

browserTest.each(tabletCases.map((of) => [name(of), of] as const))(
  "%s on a tablet: no head of up to four characters or of one word and no short word is broken",
  async (_, of) => {
    const { page } = await opened(await htmlOf(of));
    await page.setViewportSize({ width: 768, height: 900 });
    await page.$$eval("details", (all) => {
      for (const one of all) one.open = true;
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(768);
    expect(await page.evaluate(brokenHeads)).toEqual([]);
    expect(await page.evaluate(brokenWords)).toEqual([]);
    await page.context().close();
  },
  limit,
);

browserTest.each(["en", "zh-Hans"] as const)(
  "the index in %s on a tablet: no head is broken, every overall status of one word stands in one line",
  async (language) => {
    const { page } = await opened(await indexIn(language));
    await page.setViewportSize({ width: 768, height: 900 });
    expect(await page.evaluate(brokenHeads)).toEqual([]);
    const heights = await page.$$eval(".index tbody td:nth-child(2) .status", (all) =>
      all.map((status) => status.getBoundingClientRect().height),
    );
    expect(heights.length).toBeGreaterThan(1);
    expect(Math.max(...heights)).toBeLessThan(24);
    await page.context().close();
  },
  limit,
);

browserTest(
  "on a phone what is not stated takes no line, and sheets of owners do not repeat the head of the page",
  async () => {
    const { page } = await opened(await sheetsIn("zh-Hans"));
    await page.setViewportSize({ width: 360, height: 900 });
    const shown = (selector: string): Promise<number> =>
      page.$$eval(selector, (all) => all.filter((one) => one.getBoundingClientRect().height > 0).length);
    expect(await page.$$eval("td.nil", (all) => all.length)).toBeGreaterThan(0);
    expect(await shown("td.nil")).toBe(0);
    expect(await page.$$eval(".sheet-head", (all) => all.length)).toBeGreaterThan(0);
    expect(await shown(".sheet-head")).toBe(0);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await shown("td.nil")).toBeGreaterThan(0);
    await page.emulateMedia({ media: "print" });
    expect(await shown(".sheet-head")).toBeGreaterThan(0);
    await page.context().close();
  },
  limit,
);

browserTest(
  "a broken head and a broken word are seen by these tests",
  async () => {
    const { page } = await opened(
      '<!doctype html><html lang="zh"><title>x</title><table class="annex-table" style="table-layout:fixed;width:60px;overflow-wrap:anywhere"><thead><tr><th>序号</th><th>时限</th></tr></thead><tbody><tr><td>1</td><td>maintenance</td></tr></tbody></table>',
    );
    expect(await page.evaluate(brokenHeads)).toEqual(["序号", "时限"]);
    expect(await page.evaluate(brokenWords)).toEqual(["maintenance"]);
    await page.context().close();
  },
  limit,
);
