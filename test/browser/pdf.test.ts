/** Every report on paper, printed by an installed Chromium as `plan report --to pdf` prints it, and read by poppler's programs. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test, vi } from "vitest";
import type { Printer } from "../../src/host/host.ts";
import { makePrinter } from "../../src/host/printer.ts";
import { paperHtml, withRelativeLinks } from "../../src/report/paper.ts";
import { datedPdf } from "../../src/report/pdf-dates.ts";
import {
  htmlOf,
  indexIn,
  madeNames,
  manyCount,
  manyNames,
  pagesOf,
  type ReportPage,
} from "./report-pages.ts";
import {
  hasPdfTools,
  type PdfLine,
  type PdfPage,
  pdfFacts,
  pdfOutline,
  pdfPages,
  pdfTest,
  tight,
} from "./tools.ts";

const limit = 180_000;
const folder = mkdtempSync(join(tmpdir(), "plan-pdf-"));
const maker = "planwright test";
const printer = makePrinter({ env: process.env, maker });
afterAll(async () => {
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

async function pdfOf(html: string, by: Printer = printer): Promise<Uint8Array> {
  const printed = await by.print(paperHtml(html));
  if (!printed.ok) throw new Error(JSON.stringify(printed.failure));
  return withRelativeLinks(datedPdf(printed.bytes, "2026-07-31"));
}

let files = 0;

function saved(pdf: Uint8Array): string {
  const path = join(folder, `${files++}.pdf`);
  writeFileSync(path, pdf);
  return path;
}

const unescaped = (html: string): string =>
  html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&#x60;", "`")
    .replaceAll("&#x3D;", "=")
    .replaceAll("&amp;", "&");

const withoutTags = (html: string): string => unescaped(html.replace(/<[^>]*>/g, ""));

/** Texts of the headings of a page, without spaces; not of those that have no text of their own before the next heading. */
function headings(html: string): ReadonlySet<string> {
  const found = [
    ...html.matchAll(/<h[2-4]\b[^>]*>([\s\S]*?)<\/h[2-4]>((?:\s|<(?!h[2-4]\b)[^>]*>)*)(<h[2-4]\b)?/g),
  ];
  return new Set(
    found.filter(([, , , next]) => next === undefined).map(([, inside = ""]) => tight(withoutTags(inside))),
  );
}

/** Points of A4, of which Chromium prints 594.96 × 841.92. */
const a4 = [595, 842];

/** Points at the top and bottom that belong to running title and page number. */
const margin = 45;

function pageNumber(language: string, page: number, pages: number): string {
  return language === "en" ? `Page${page}of${pages}` : `第${page}页/共${pages}页`;
}

/** Headings below which nothing stands on their page, in their column. */
function orphans(page: PdfPage, names: ReadonlySet<string>): readonly string[] {
  const body = page.lines.filter(({ top, bottom }) => bottom > margin && top < page.height - margin);
  const isBelow = (other: PdfLine, line: PdfLine): boolean =>
    other.bottom > line.bottom + 4 && other.left < line.right && other.right > line.left;
  return body
    .filter((line) => names.has(tight(line.text).replace(/^[一二三四五六七八九十]+、/, "")))
    .filter((line) => !body.some((other) => isBelow(other, line)))
    .map(({ text }) => text);
}

const many = "many indicators";
const few = madeNames.filter((plan) => plan !== many);
const name = ({ plan, report, language }: ReportPage): string => `${report} of ${plan} in ${language}`;
const cases = [
  ...pagesOf(["elderly-meals", "gangqudui-team-building", ...few], ["zh-Hans"]),
  ...pagesOf(["safe-crossings", "hostile"], ["en"]),
].map((of) => [name(of), of] as const);

/** What holds for every printed report; gives its pages. */
function expectSound(of: ReportPage, html: string, bytes: Uint8Array): readonly PdfPage[] {
  const path = saved(bytes);
  const facts = pdfFacts(path);
  const title = withoutTags(/<title>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? "");
  expect(tight(facts.Title ?? "")).toBe(tight(title));
  expect([facts.Creator, facts.Tagged, facts.JavaScript]).toEqual([maker, "yes", "no"]);
  expect(Buffer.from(bytes).toString("latin1")).toContain(`/Lang (${of.language})`);
  expect(facts.CreationDate).toMatch(/Jul 31 00:00:00 2026/);
  const pages = pdfPages(path);
  expect(pages).toHaveLength(Number(facts.Pages));
  if ((of.report as string) === "brief") expect(pages).toHaveLength(1);
  const names = headings(html);
  for (const [i, page] of pages.entries()) {
    expect([page.width, page.height].map(Math.round).sort((a, b) => a - b)).toEqual(a4);
    expect(page.text).toContain(pageNumber(of.language, i + 1, pages.length));
    const running = page.lines.filter(({ bottom }) => bottom < margin + 15).map(({ text }) => tight(text));
    expect(running.join("")).not.toBe("");
    expect([i + 1, orphans(page, names)]).toEqual([i + 1, []]);
  }
  const text = pages.map((page) => page.text).join("");
  const heading = withoutTags(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? "");
  expect(text).toContain(tight(heading).slice(0, 60));
  // Only letters and digits, and not all of a very long one: poppler writes signs of its own for the others.
  const gist = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, "").slice(0, 30);
  const outline = pdfOutline(path).map(gist).join("\n");
  const second = [...html.matchAll(/<h2\b[^>]*>([\s\S]*?)<\/h2>/g)].map(([, h = ""]) => gist(withoutTags(h)));
  expect(second.filter((h) => !outline.includes(h))).toEqual([]);
  return pages;
}

pdfTest.each(cases)(
  "%s: A4, numbered pages with running title, no heading alone, title, language and outline",
  async (_, of) => {
    const html = await htmlOf(of);
    expectSound(of, html, await pdfOf(html));
  },
  limit,
);

const signatures = '<p class="signatures"><span>审核人：</span></p>';
const notes = '<p class="note">由差到好的排列次序</p><p class="note">各状态的含义</p>';
const plainRow = (i: number): string => `<tr><th scope="row">第${i}行</th></tr>`;
/** As sheets of findings have it: a section of the plan with what is said of it. */
const sectionRow = (i: number): string =>
  `</tbody><tbody><tr class="group"><th scope="rowgroup">第${i}节</th></tr>${plainRow(i)}`;

/** The findings with a table of so many rows and what stands below it in place of all else. */
async function tableOf(
  kind: string,
  row: (i: number) => string,
  end: string,
): Promise<(count: number) => string> {
  const html = await htmlOf({ plan: "elderly-meals", report: "findings", language: "zh-Hans" });
  return (count) => {
    const rows = Array.from({ length: count }, (_, i) => row(i + 1)).join("");
    const table = `<table class="stack ${kind}"><thead><tr><th scope="col">指标</th></tr></thead><tbody>${rows}</tbody></table>`;
    return html.replace(
      /<main>[\s\S]*<\/main>/,
      `<main><section>${table.replace("<tbody></tbody>", "")}${end}</section></main>`,
    );
  };
}

/** How many rows stand on the first page. */
async function rowsThatFit(withRows: (count: number) => string): Promise<number> {
  const [first] = pdfPages(saved(await pdfOf(withRows(100))));
  const fits = first?.text.match(/第\d+行/g)?.length ?? 0;
  expect(fits).toBeGreaterThan(15);
  return fits;
}

pdfTest(
  "the maker's line stands at the foot of the first page, and takes a table that fills it no room",
  async () => {
    const withRows = await tableOf("smart", plainRow, "");
    const fits = await rowsThatFit(withRows);
    const pages = pdfPages(saved(await pdfOf(withRows(fits))));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.text).toContain("生成工具：planwright");
    const two = pdfPages(saved(await pdfOf(withRows(fits + 5))));
    expect(two.map(({ text }) => text.includes("生成工具："))).toEqual([true, false]);
  },
  limit,
);

pdfTest.each([
  ["the line of signatures", signatures, "smart", plainRow],
  ["the line of signatures below sections", signatures, "opinions", sectionRow],
  ["the line of signatures below duties", signatures, "duties", plainRow],
  ["the notes of an index", notes, "index", plainRow],
] as const)(
  "%s is never alone on a page: rows of the table that fills the page before go with it",
  async (_, end, kind, row) => {
    const withRows = await tableOf(kind, row, end);
    const fits = await rowsThatFit(withRows);
    const pages = pdfPages(saved(await pdfOf(withRows(fits))));
    expect(pages).toHaveLength(2);
    expect(pages[1]?.text).toContain(`第${fits}行`);
  },
  limit,
);

pdfTest(
  "a list of tasks does not begin with its first short group alone at the foot of a page",
  async () => {
    const group = (name: string, rows: number): string =>
      `<tbody><tr class="group"><th scope="rowgroup">${name}</th></tr>${Array.from({ length: rows }, (_, i) => `<tr><th scope="row">${name}${i}</th></tr>`).join("")}</tbody>`;
    const html = await htmlOf({ plan: "elderly-meals", report: "plan", language: "zh-Hans" });
    const withFirst = (rows: number): string =>
      html.replace(
        /<main>[\s\S]*<\/main>/,
        `<main><section class="annex wide"><h2>附件2</h2><div style="height:120mm"></div><table class="stack annex-table"><thead><tr><th scope="col">事项</th></tr></thead>${group("甲", rows)}${group("乙", 3)}</table></section></main>`,
      );
    const pagesWith = async (rows: number): Promise<readonly (number | undefined)[]> => {
      const pages = pdfPages(saved(await pdfOf(withFirst(rows))));
      return ["甲0", "乙0"].map((name) => pages.findIndex(({ text }) => text.includes(name)));
    };
    // There is room for the first group and not for the second: two rows go with it, ten are a table by themselves.
    const [first, second] = await pagesWith(2);
    expect(first).toBe(second);
    const [ten, below] = await pagesWith(10);
    expect(ten).not.toBe(below);
  },
  limit,
);

pdfTest(
  "a section without text says so beside its heading",
  async () => {
    const html = await htmlOf({ plan: "gangqudui-team-building", report: "plan", language: "zh-Hans" });
    const lines = pdfPages(saved(await pdfOf(html))).flatMap(({ lines: own }, page) =>
      own.map((line) => ({ ...line, page })),
    );
    const empty = lines.filter(({ text }) => tight(text).includes("本部分无正文"));
    expect(empty.length).toBeGreaterThan(3);
    // Poppler may tell both as one line.
    for (const { page, top, bottom } of empty) {
      const level = lines.filter((line) => line.page === page && line.top < bottom && line.bottom > top);
      expect(level.map(({ text }) => tight(text)).join("")).toMatch(/（[一二三四]）.*本部分无正文/);
    }
  },
  limit,
);

pdfTest(
  "a table whose rows are tall begins on the page that has room for its first: the second need not follow",
  async () => {
    const html = await htmlOf({ plan: "gangqudui-team-building", report: "plan", language: "zh-Hans" });
    const pages = pdfPages(saved(await pdfOf(html)));
    const page = pages.find(({ text }) => text.includes("附件3实施阶段与关键节点"));
    // Eight indicators in the first row, eleven in the second.
    expect(page?.text).toContain("附件4");
    expect(page?.text).toContain("专业人才占比年均提升");
  },
  limit,
);

const longPages = pagesOf([many], ["zh-Hans"]).map((of) => [name(of), of] as const);

pdfTest.each(longPages)(
  "%s: no row is split, and a table's head stands on each of its pages",
  async (_, of) => {
    const whole = await htmlOf(of);
    expectSound(of, whole, await pdfOf(whole));
    // Charts cut long names, and the derivations of figures run on over pages; what must not be split are the rows of tables.
    const html = whole.replace(/<svg\b[\s\S]*?<\/svg>|<section class="traces">[\s\S]*?<\/section>/g, "");
    const pages = pdfPages(saved(await pdfOf(html)));
    const torn = pages.flatMap(({ text }, page) =>
      Array.from({ length: manyCount }, (_, i) => manyNames(i))
        .filter(([first, last]) => text.split(first).length !== text.split(last).length)
        .map(([first]) => `page ${page + 1}: ${first}`),
    );
    expect(torn).toEqual([]);
    for (const table of html.match(/<table[\s\S]*?<\/table>/g) ?? []) {
      if (table.split("<tr").length < 100) continue;
      const head = /<thead>([\s\S]*?)<\/thead>/.exec(table)?.[1] ?? "";
      const cells = [...head.matchAll(/<th\b[^>]*>([\s\S]*?)<\/th>/g)].map(([, cell = ""]) =>
        tight(withoutTags(cell)),
      );
      expect(cells.length).toBeGreaterThan(1);
      // The words of a narrow head stand in several lines, between those of its neighbours: letter by letter.
      const has = pages.map(({ lines }) => {
        const top = lines.filter(({ top }) => top < 150).map(({ text }) => tight(text));
        return cells.every((cell) => [...cell].every((sign) => top.join("").includes(sign)));
      });
      // The signs of a short head may stand on other pages by themselves: the table is where they stand page after page.
      const runs = has.map((_, page) => {
        const end = has.indexOf(false, page);
        return (end < 0 ? has.length : end) - page;
      });
      expect(Math.max(...runs)).toBeGreaterThan(2);
    }
  },
  limit,
);

pdfTest(
  "of very many indicators the worst are printed in full, and no link leads to what is not printed",
  async () => {
    const [of] = pagesOf([many], ["zh-Hans"]).filter(({ report }) => report === "status");
    if (of === undefined) throw new Error("no report");
    const path = saved(await pdfOf(await htmlOf(of)));
    const facts = pdfFacts(path);
    expect(Number(facts.Pages)).toBeLessThan(100);
    const text = tight(execFileSync("pdftotext", [path, "-"], { encoding: "utf8", maxBuffer: 1 << 28 }));
    expect(text).toContain("指标共500项，纸质版详列状态最差的60项");
    // Every name stands in the table at least.
    for (const i of [0, 250, 499]) expect(text).toContain(manyNames(i)[0]);
    const places = execFileSync("pdfinfo", ["-dests", path], { encoding: "utf8", maxBuffer: 1 << 28 });
    const known = new Set([...places.matchAll(/"(.*?)"\s*$/gm)].map(([, name = ""]) => name));
    const asked = [...readFileSync(path, "latin1").matchAll(/\/Dest \/([\w.-]+)/g)].map(
      ([, name = ""]) => name,
    );
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((name) => !known.has(name))).toEqual([]);
  },
  limit,
);

pdfTest(
  "a folded report that is printed from a browser has all its parts",
  async () => {
    const html = await htmlOf({ plan: "community-conduct", report: "status", language: "zh-Hans" });
    expect(html).toContain('<details class="fold card">');
    // Not by way of `paperHtml`, which opens them: the print style has to.
    const printed = await printer.print(html);
    if (!printed.ok) throw new Error(JSON.stringify(printed.failure));
    const text = tight(execFileSync("pdftotext", [saved(printed.bytes), "-"], { encoding: "utf8" }));
    for (const words of ["各期数据：", "评定目标"]) {
      const inHtml = tight(withoutTags(html)).split(words).length;
      expect(inHtml).toBeGreaterThan(15);
      expect(text.split(words).length).toBeGreaterThanOrEqual(inHtml);
    }
  },
  limit,
);

pdfTest(
  "an index that is printed leads to the documents beside it",
  async () => {
    const path = saved(await pdfOf(await indexIn("zh-Hans")));
    const links = execFileSync("pdfinfo", ["-url", path], { encoding: "utf8" });
    expect(links.match(/\.\/\S+/g)).toEqual(
      expect.arrayContaining(["./safe-crossings-status.html", "./elderly-meals-brief.html"]),
    );
    expect(links).not.toContain("invalid");
    // All offsets still hold: nothing had to be repaired.
    const complaints = spawnSync("pdftotext", [path, "-"], { encoding: "utf8" }).stderr;
    expect(complaints).toBe("");
  },
  limit,
);

pdfTest(
  "the same page gives the same bytes: at any place in a run, in any run, on any day",
  async () => {
    const [of] = pagesOf(["elderly-meals"]);
    if (of === undefined) throw new Error("no report");
    const html = await htmlOf(of);
    const first = await pdfOf(html);
    const second = await pdfOf(html);
    const other = makePrinter({ env: process.env, maker });
    const third = await pdfOf(html, other);
    await other.close();
    expect(Buffer.from(second).equals(first)).toBe(true);
    expect(Buffer.from(third).equals(first)).toBe(true);
  },
  limit,
);

pdfTest(
  "a page reaches neither network nor files, and runs no script",
  async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.end("x");
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    const secret = join(folder, "secret.txt");
    writeFileSync(secret, "SECRETWORD");
    const file = pathToFileURL(secret).href;
    const at = (host: string): string => `http://${host}:${port}`;
    const html = `<!doctype html><html lang="en"><head><title>t</title>
<meta http-equiv="refresh" content="0;url=${file}"><link rel="stylesheet" href="${at("127.0.0.1")}/a.css"><link rel="preconnect" href="${at("localhost")}">
<style>@import "${at("localhost")}/b.css"; body { background: url(${at("[::1]")}/c.png) } @font-face { font-family: f; src: url(${at("127.0.0.1")}/d.woff) }</style></head>
<body style="font-family: f">Kept<img src="${at("127.0.0.1")}/e.png"><img src="${file}"><iframe src="${file}"></iframe><iframe src="${at("127.0.0.1")}/f"></iframe><object data="${file}"></object>
<script>document.body.textContent = "SCRIPTED"</script><img src=x onerror="document.body.textContent = 'SCRIPTED'"></body></html>`;
    const text = tight(execFileSync("pdftotext", [saved(await pdfOf(html)), "-"], { encoding: "utf8" }));
    server.close();
    expect(text).toContain("Kept");
    expect(text).not.toMatch(/SECRETWORD|SCRIPTED/);
    expect(asked).toEqual([]);
  },
  limit,
);

test.runIf(process.platform === "linux" && hasPdfTools)(
  "a machine without Chinese fonts is told from one that has some",
  async () => {
    const without = join(folder, "fonts.conf");
    const latin = mkdtempSync(join(folder, "fonts-"));
    writeFileSync(
      without,
      `<?xml version="1.0"?><fontconfig><dir>${latin}</dir><cachedir>${latin}/cache</cachedir></fontconfig>`,
    );
    vi.stubEnv("FONTCONFIG_FILE", without);
    const poor = makePrinter({ env: process.env, maker });
    const boxes = await poor.print("<p>中文</p>");
    await poor.close();
    vi.unstubAllEnvs();
    expect(boxes).toMatchObject({ ok: true, lacksChinese: true });
    const hasChinese = execFileSync("fc-list", [":lang=zh"], { encoding: "utf8" }).trim() !== "";
    expect(await printer.print("<p>中文</p>")).toMatchObject({ ok: true, lacksChinese: !hasChinese });
  },
  limit,
);

test("the check for headings without anything below sees one", () => {
  const line = (text: string, top: number): PdfLine => ({
    text,
    left: 50,
    right: 300,
    top,
    bottom: top + 12,
  });
  const page = { width: 595, height: 842, text: "", lines: [line("一、指标", 700), line("Page 1", 810)] };
  expect(orphans(page, new Set(["指标"]))).toEqual(["一、指标"]);
  const followed = { ...page, lines: [...page.lines, line("内容", 720)] };
  expect(orphans(followed, new Set(["指标"]))).toEqual([]);
});
