import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import type { Compilation } from "../../src/compile.ts";
import { type Language, makeSpeaker } from "../../src/language/speaker.ts";
import { reportFormats } from "../../src/report/formats.ts";
import { renderReport } from "../../src/report/render.ts";
import { reportNames, reports } from "../../src/report/reports.ts";
import { buildStatusView } from "../../src/report/view/status.ts";
import { expectGolden } from "./golden.ts";
import { asOf, compilation, indicator, plan, row } from "./hand-made.ts";
import { fullCompilation, hostileCompilation } from "./sample-plans.ts";

async function report(
  of: Compilation,
  format: "md" | "html",
  language: Language = "zh-Hans",
): Promise<string> {
  const speaker = await makeSpeaker(language);
  return renderReport(
    buildStatusView({ compilation: of, speaker, asOf, version: "0.0.0" }),
    "status",
    format,
  );
}

function minimal(): Compilation {
  const only = indicator("only", { name: null, unit: null });
  return compilation({ plan: plan({ title: null, indicators: [only] }), rows: [row(only, "not-due")] });
}

for (const [name, make] of [
  ["empty", () => compilation()],
  ["minimal", minimal],
  ["full", fullCompilation],
  ["hostile", hostileCompilation],
] as const) {
  for (const language of ["zh-Hans", "en"] as const) {
    for (const format of reportFormats) {
      test(`${name} plan in ${language} as ${format} is as stored`, async () => {
        expectGolden(`status-${name}.${language}.${format}`, await report(make(), format, language));
      });
    }
  }
}

for (const [name, make] of [
  ["full", fullCompilation],
  ["hostile", hostileCompilation],
] as const) {
  for (const template of reportNames.filter((one) => one !== "status")) {
    for (const language of ["zh-Hans", "en"] as const) {
      test(`${template} of the ${name} plan in ${language} as Markdown is as stored`, async () => {
        const speaker = await makeSpeaker(language);
        const view = await reports[template].build({ compilation: make(), speaker, asOf, version: "0.0.0" });
        expectGolden(`${template}-${name}.${language}.md`, renderReport(view, template, "md"));
      });
    }
  }
}

test("the same input gives the same bytes", async () => {
  expect(await report(fullCompilation(), "html")).toBe(await report(fullCompilation(), "html"));
});

test("every template exists in every format", async () => {
  const speaker = await makeSpeaker("en");
  for (const template of reportNames) {
    const view = await reports[template].build({
      compilation: compilation(),
      speaker,
      asOf,
      version: "0.0.0",
    });
    for (const format of reportFormats) expect(renderReport(view, template, format)).not.toBe("");
  }
});

test("the contents list leads to every heading of the second level, in order", async () => {
  const html = await report(fullCompilation(), "html", "en");
  const headings = [...html.matchAll(/<h2 id="([^"]+)">([^<]+)<\/h2>/g)].map(([, id, text]) => [id, text]);
  const list = /<nav class="contents"[^>]*>([\s\S]*?)<\/nav>/.exec(html)?.[1] ?? "";
  expect(headings.length).toBeGreaterThan(5);
  expect([...list.matchAll(/<a href="#([^"]+)">([^<]+)<\/a>/g)].map(([, id, text]) => [id, text])).toEqual(
    headings,
  );
});

test("every link inside the document has its place", async () => {
  for (const make of [fullCompilation, hostileCompilation]) {
    const html = await report(make(), "html");
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
  }
});

test("a cell of nothing is marked, so that phones leave it out; one of words is not", async () => {
  const html = await report(fullCompilation(), "html");
  expect(html).toMatch(/<td class="number nil" data-label="权重">—<\/td>/);
  expect(html).toContain('<td class="nil" data-label="实际值"><div>—</div></td>');
  expect(html.match(/<td(?: class="number")? data-label="[^"]*">(?:<div>)?—(?:<\/div>)?<\/td>/g)).toBeNull();
  expect(html).not.toMatch(/class="(?:number )?nil"[^>]*>(?:<div>)?[^—<]/);
});

test("every figure of an indicator leads to the block that tells how it came about", async () => {
  const html = await report(fullCompilation(), "html");
  const block =
    /<article class="trace" id="figures-coverage-rate">([\s\S]*?)<\/article>/.exec(html)?.[1] ?? "";
  // (52 − 45) ÷ (85 − 45) = 7 ÷ 40 = 17.5%, from line 4 of the data file and lines 12 and 14 of the plan.
  expect(block).toContain("<dt>目标进度</dt><dd><b>17.5%</b>");
  expect(block).toContain("(52 − 45) ÷ (85 − 45)");
  const table = /<table class="stack indicators">([\s\S]*?)<\/table>/.exec(html)?.[1] ?? "";
  const row =
    /<tr>\s*<th scope="row"><a href="#indicator-coverage-rate">[\s\S]*?<\/tr>/.exec(table)?.[0] ?? "";
  for (const figure of [
    "45%",
    "52.0%",
    "48.5%",
    `<span class="cited">+3.5个百分点</span>`,
    "达到85%以上",
    "17.5%",
    "24.8%",
    "52.4%",
    `<span class="cited">−0.4个百分点</span>`,
  ])
    expect(row).toContain(`<a class="figure-link" href="#figures-coverage-rate">${figure}</a>`);
});

test("HTML names its language, loads nothing and runs nothing", async () => {
  for (const language of ["en", "zh-Hans", "zh-Hant"] as const) {
    const html = await report(fullCompilation(), "html", language);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\ssrc=|href="(?!#)/i);
  }
});

test("hostile texts leave no markup of theirs in the HTML", async () => {
  const html = await report(hostileCompilation(), "html");
  expect(html.match(/<\/style>/g)).toHaveLength(1);
  expect(html).not.toContain("<script");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
  expect(html).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/);
  // Attributes hold no bare quote of the plan: all tags parse as name and quoted attributes.
  const tags = html.replace(/<style>[\s\S]*<\/style>/, "").match(/<[a-z][^>]*>/gi) ?? [];
  expect(tags.filter((tag) => !/^<[a-z0-9]+(\s[\w:-]+(="[^"<>]*")?)*\s*\/?>$/i.test(tag))).toEqual([]);
});

test("hostile texts give no markup, link or further table cell in Markdown", async () => {
  const markdown = await report(hostileCompilation(), "md");
  const html = new MarkdownIt({ html: true, linkify: true }).render(markdown);
  expect(html).not.toMatch(/<script|<a |<b>|<img|<code>/);
  expect(html).not.toMatch(/<h\d>(?=[^<]*<em>)/);
  const rows = markdown.split("\n").filter((line) => line.startsWith("| "));
  const cells = rows.map((line) => line.replaceAll("\\|", "").split("|").length);
  // Each run of table lines has one number of cells: six columns at most, none split by a bar of the plan.
  expect(new Set(cells.map((count) => count - 2))).toEqual(new Set([2, 3, 4, 5, 6]));
});

test("Markdown tables keep the cells of their heads", async () => {
  for (const make of [fullCompilation, hostileCompilation]) {
    const lines = (await report(make(), "md")).split("\n").map((line) => line.replaceAll("\\|", ""));
    lines.forEach((line, i) => {
      const above = lines[i - 1] ?? "";
      if (line.startsWith("|") && above.startsWith("|"))
        expect(line.split("|")).toHaveLength(above.split("|").length);
    });
  }
});

test("made-up data are marked in banner, captions, charts and page head", async () => {
  const html = await report(fullCompilation(), "html");
  expect(html).toContain('<p class="demo" role="note">演示数据');
  expect(html.match(/演示数据，非实际数据/g)?.length).toBeGreaterThanOrEqual(4);
  expect(html).toMatch(/<svg class="chart"[\s\S]*?>演示数据<\/text>/);
  expect(html).toContain('@top-right { content: "演示数据"; }');
});

test("pages are numbered in the reader's language", async () => {
  expect(await report(compilation(), "html", "zh-Hans")).toContain(
    '"第 " counter(page) " 页 \\2f  共 " counter(pages) " 页"',
  );
  expect(await report(compilation(), "html", "en")).toContain(
    '"Page " counter(page) " of " counter(pages) ""',
  );
});

test("Traditional Chinese turns our words and leaves the plan's", async () => {
  const html = await report(fullCompilation(), "html", "zh-Hant");
  expect(html).toContain("指標完成情況");
  expect(html).toContain("助餐服务覆盖率");
});

test("words to type in a help text are code, in no format between bare backticks of HTML", async () => {
  const [finding] = fullCompilation().findings;
  if (finding === undefined) throw new Error("the sample has a finding");
  const help = { en: "Add `follows: a|b`.", zhHans: "请注明 `follows: a|b`。" };
  const of = { ...fullCompilation(), findings: [{ ...finding, code: "other/rule", help }] };
  const html = await report(of, "html", "en");
  expect(html).toContain("Add <code>follows: a|b</code>.");
  expect(await report(of, "md", "en")).toContain("Add `follows: a\\|b`.");
});

test("findings that repeat the state of indicators are counted, not listed again", async () => {
  const [finding] = fullCompilation().findings;
  if (finding === undefined) throw new Error("the sample has a finding");
  const told = { ...finding, code: "status/at-risk", message: { en: "said before", zhHans: "已述" } };
  const html = await report({ ...fullCompilation(), findings: [told, told] }, "html", "en");
  expect(html).toContain("status/at-risk (2)");
  expect(html).not.toContain("said before");
});
