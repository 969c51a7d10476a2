/** The examples of docs/rules.md and its Chinese twin, run as they stand there. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { allCodes } from "../src/codes.ts";
import { positionAt } from "../src/text/source.ts";
import { compileText } from "./kit/compile.ts";
import { fixtureFolder } from "./kit/fixtures.ts";

interface Shown {
  readonly code: string;
  readonly kind: "found" | "passed";
  readonly text: string;
}

const pages = { en: "docs/rules.md", zhHans: "docs/rules.zh-Hans.md" } as const;
const headings = { en: ["Found:", "Not found:"], zhHans: ["会被查出：", "不会被查出："] } as const;

function examplesOn(language: keyof typeof pages): readonly Shown[] {
  const page = readFileSync(pages[language], "utf8");
  return page
    .split(/^## /m)
    .slice(1)
    .flatMap((entry) => {
      const code = entry.slice(0, entry.indexOf("\n"));
      return headings[language].flatMap((heading, i): Shown[] => {
        const at = entry.indexOf(`\n${heading}\n`);
        const text = /```yaml\n([\s\S]*?)\n```/.exec(at < 0 ? "" : entry.slice(at))?.[1];
        return text === undefined ? [] : [{ code, kind: i === 0 ? "found" : "passed", text }];
      });
    });
}

const shown = examplesOn("en");
const shownInChinese = examplesOn("zhHans");

const keyOf = ({ code, kind }: Shown): string => `${code} ${kind}`;

test("both pages show examples of the same codes", () => {
  expect(shownInChinese.map(keyOf)).toEqual(shown.map(keyOf));
});

test("every code that belongs to a plan shows both kinds, but for an empty file", () => {
  const outside = /^(?:input|usage|configuration|output|internal)\//;
  const wanted = allCodes.filter(({ code }) => !outside.test(code));
  const have = new Set(shown.map(keyOf));
  const missing = wanted.flatMap(({ code }) =>
    ["found", "passed"].map((kind) => `${code} ${kind}`).filter((key) => !have.has(key)),
  );
  expect(missing).toEqual([]);
});

/** Families that the writer of a plan meets first. */
const metFirst = /^(?:target|statement|count|time|narrative|indicator|responsibility|risk)\//;

test("the Chinese page shows Chinese plans for the faults that writers meet first", () => {
  const own = shownInChinese.filter(({ code }) => metFirst.test(code));
  const foreign = own.filter(({ text }) => !/\p{Script=Han}{4}/u.test(text)).map(keyOf);
  expect(foreign).toEqual([]);
});

/** Files that stand beside the fixtures of a family. */
function filesOf(family: string): Readonly<Record<string, string>> {
  const folder = join(fixtureFolder, family);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((n) =>
    n.replaceAll("\\", "/"),
  );
  const files = names.filter((name) => /\.(?:csv|md|txt)$/.test(name));
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** What is found in an example of its own code, as `line`. */
function linesFound({ code, text }: Shown): readonly number[] {
  const source = asWas(text.replace(/ {3}# ← .*$/gm, ""));
  const asOf = /^# as-of: (\S+)/m.exec(source)?.[1];
  const limits = [...source.matchAll(/^# limit: (\w+) (\d+)/gm)].map(([, name = "", n]) => [name, Number(n)]);
  // ⟨FFFD⟩ stands where bytes were no text.
  const bytes = Buffer.concat(
    `${source}\n`
      .split("\ufffd")
      .flatMap((part, i) => [Buffer.from(i === 0 ? [] : [0xff]), Buffer.from(part)]),
  );
  const { findings } = compileText(bytes, {
    files: filesOf(code.slice(0, code.indexOf("/"))),
    limits: Object.fromEntries(limits),
    ...(asOf === undefined ? {} : { asOf }),
  });
  return findings
    .filter((finding) => finding.code === code)
    .map(({ span }) => (span === null ? 0 : positionAt(span.file, span.start).line));
}

function arrowsOf({ code, text }: Shown): readonly number[] {
  return text.split("\n").flatMap((line, i) => {
    const arrow = /# ← (.*)$/.exec(line)?.[1]?.split(", ") ?? [];
    return arrow.filter((name) => name === code).map(() => i + 1);
  });
}

/** A text as it was before signs that do not show, and what is repeated, were written out. */
function asWas(text: string): string {
  const grown = [...text.matchAll(/^# (\d+) × (".*")$/gm)];
  const whole = text
    .replace(/\n# \d+ × ".*"$/gm, "")
    .replace(/⟨([0-9A-F]{4})⟩/g, (_, number: string) => String.fromCodePoint(Number.parseInt(number, 16)));
  if (grown.length === 0) return whole;
  return `${whole}\n${grown.map(([, count, what = '""']) => (JSON.parse(what) as string).repeat(Number(count))).join("")}`;
}

const known = new Set(shown.map(({ kind, text }) => `${kind} ${text}`));
const all = [...shown, ...shownInChinese.filter(({ kind, text }) => !known.has(`${kind} ${text}`))];
const plans = all.filter(({ text }) => !/^# \S+\.csv\n/.test(text));

test.each(plans)("$code: what is $kind as the documentation says", (example) => {
  if (example.kind === "passed") expect(linesFound(example)).toEqual([]);
  else expect(linesFound(example)).toEqual(arrowsOf(example));
});
