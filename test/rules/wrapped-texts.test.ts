import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { compileText } from "../kit/compile.ts";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "fixtures", "planted");

interface PlantedFault {
  readonly name: string;
  readonly base: string;
  readonly edits: readonly (readonly [string, string])[];
}

const faults = (parse(readFileSync(join(folder, "english-texts.yaml"), "utf8")) as PlantedFault[]).filter(
  (_, i) => i % 12 === 0,
);

function toldIn(text: string): readonly string[] {
  return compileText(text, { only: "plan", asOf: "2026-03-01" })
    .findings.filter(({ code }) => code !== "narrative/unstated-figure")
    .map(({ severity, code, message }) => `${severity} ${code} ${message.en}`)
    .sort();
}

/** Paragraphs of section texts broken at a width, with an empty line between them, as editors write them. */
function wrapped(plan: string, width: number): string {
  let isText = false;
  return plan
    .split("\n")
    .map((line) => {
      if (/^ {4}text: \|/.test(line)) isText = true;
      else if (isText && /^ {6}\S/.test(line)) return `${broken(line.trim(), width)}\n`;
      else isText = false;
      return line;
    })
    .join("\n");
}

function broken(paragraph: string, width: number): string {
  let line = "     ";
  const lines: string[] = [];
  for (const word of paragraph.split(" ")) {
    if (line.length + 1 + word.length > width) {
      lines.push(line);
      line = "     ";
    }
    line = `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}

for (const { name, base, edits } of faults) {
  test(`${name}: the same is told where its texts are broken into lines`, () => {
    let text = readFileSync(join(folder, `${base}.plan.yaml`), "utf8");
    for (const [before, after] of edits) text = text.replace(before, () => after);
    expect(toldIn(text).length).toBeGreaterThan(0);
    expect(toldIn(wrapped(text, 88))).toEqual(toldIn(text));
  });
}
