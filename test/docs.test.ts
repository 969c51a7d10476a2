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

test("both pages show the same examples", () => {
  expect(examplesOn("zhHans")).toEqual(shown);
});

test("nearly every code that belongs to a plan shows both kinds", () => {
  const outside = /^(?:input|usage|configuration|output|internal)\//;
  const wanted = allCodes.filter(({ code }) => !outside.test(code)).length;
  for (const kind of ["found", "passed"] as const)
    expect(shown.filter((one) => one.kind === kind).length).toBeGreaterThan(wanted * 0.95);
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
  const source = text.replace(/ {3}# ← .*$/gm, "");
  const asOf = /^# as-of: (\S+)/m.exec(source)?.[1];
  const limits = [...source.matchAll(/^# limit: (\w+) (\d+)/gm)].map(([, name = "", n]) => [name, Number(n)]);
  const { findings } = compileText(`${source}\n`, {
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

const plans = shown.filter(({ text }) => !/^# \S+\.csv\n/.test(text));

test.each(plans)("$code: what is $kind as docs/rules.md says", (example) => {
  if (example.kind === "passed") expect(linesFound(example)).toEqual([]);
  else expect(linesFound(example)).toEqual(arrowsOf(example));
});
