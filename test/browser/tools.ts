/** The programs that these tests need besides Node. Where one is missing, they say so and skip. */
import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { test } from "vitest";
import { chromiumPlaces } from "../../src/host/chromium-places.ts";

/** Path of an installed Chromium; null when there is none. */
export const chromiumPath: string | null =
  process.env.PLANWRIGHT_CHROMIUM ?? chromiumPlaces(process).find(isProgram) ?? null;

const hasPoppler = spawnSync("pdfinfo", ["-v"]).error === undefined;

const missing = [...(chromiumPath === null ? ["chromium"] : []), ...(hasPoppler ? [] : ["poppler-utils"])];
if (missing.length > 0)
  process.stderr.write(
    `test/browser: not installed, so that tests are skipped: ${missing.join(", ")} (Debian: apt-get install chromium fonts-noto-cjk poppler-utils)\n`,
  );

/** Tests in a browser. */
export const browserTest = test.runIf(chromiumPath !== null);
/** True where PDFs can be printed, and read by poppler's programs. */
export const hasPdfTools = missing.length === 0;
/** Tests of PDFs. */
export const pdfTest = test.runIf(hasPdfTools);

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A line of a PDF's text, in points from the top left of its page. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PdfLine[];
  /** All text without spaces. */
  readonly text: string;
}

/** What `pdfinfo` says, by its own labels. */
export function pdfFacts(path: string): Readonly<Record<string, string>> {
  const said = execFileSync("pdfinfo", [path], { encoding: "utf8" });
  return Object.fromEntries(
    said.split("\n").flatMap((line) => {
      const [, label, text] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
      return label === undefined || text === undefined ? [] : [[label, text]];
    }),
  );
}

/** Titles of the outline, in order. */
export function pdfOutline(path: string): readonly string[] {
  const xml = execFileSync("pdftohtml", ["-xml", "-i", "-stdout", path], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const outline = xml.slice(xml.indexOf("<outline>"));
  return [...outline.matchAll(/<item[^>]*>([^<]*)/g)].map(([, title = ""]) => unescaped(title));
}

/** The lines of every page with their places. */
export function pdfPages(path: string): readonly PdfPage[] {
  const xml = execFileSync("pdftotext", ["-bbox-layout", path, "-"], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return xml.split("<page ").slice(1).map(pageOf);
}

function pageOf(xml: string): PdfPage {
  const [, width = "0", height = "0"] = /^width="([\d.]+)" height="([\d.]+)"/.exec(xml) ?? [];
  const lines = [...xml.matchAll(/<line ([^>]*)>([\s\S]*?)<\/line>/g)].map(([, places = "", words = ""]) => {
    const [left = 0, top = 0, right = 0, bottom = 0] = [...places.matchAll(/"([\d.-]+)"/g)].map(
      ([, digits]) => Number(digits),
    );
    const text = [...words.matchAll(/<word[^>]*>([^<]*)/g)].map(([, word = ""]) => unescaped(word)).join(" ");
    return { text, left, right, top, bottom };
  });
  return {
    width: Number(width),
    height: Number(height),
    lines,
    text: lines.map(({ text }) => tight(text)).join(""),
  };
}

/** A text without spaces: PDFs do not tell where one stood. */
export function tight(text: string): string {
  return text.replace(/\s+/g, "");
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
