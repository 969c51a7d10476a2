/** Every worked example of the documentation is computed. Each line was worked by hand when it was written. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { evaluateText, figureOf } from "../indicators/evaluate-text.ts";

interface Example {
  readonly formula: string;
  readonly unit: string;
  readonly values: string;
  readonly gives: string;
}

function examplesOf(file: string): readonly Example[] {
  const row = /^\| `([^`]+)` \| ([^|]+) \| ([^|]+:[^|]+) \| ([^|]+) \|$/gm;
  return [...readFileSync(file, "utf8").matchAll(row)].map(
    ([, formula = "", unit = "", values = "", gives = ""]) => ({ formula, unit, values, gives }),
  );
}

const quarters = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"];

/** `served: 10, 20 个`: one value a quarter, – for a missing one. */
function indicatorOf(written: string): string {
  const [name = "", rest = ""] = written.split(": ");
  const unit = rest.slice(rest.lastIndexOf(" ") + 1);
  const observations = rest
    .slice(0, rest.lastIndexOf(" "))
    .split(", ")
    .flatMap((value, i) => (value === "–" ? [] : [`{ at: ${quarters[i]}, value: ${value} }`]));
  return `  - { id: ${name}, name: N, unit: "${unit}", frequency: quarterly, observations: [${observations.join(", ")}] }\n`;
}

function computed({ formula, unit, values }: Example): string | null {
  const indicators = values.split("; ").map(indicatorOf).join("");
  const count = Math.max(...values.split("; ").map((written) => written.split(",").length));
  const plan = `format: 1\nid: p\ntitle: P\nlanguage: en\nperiod: 2026-01..2026-12\nindicators:\n${indicators}  - { id: result, name: R, unit: "${unit}", frequency: quarterly, formula: '${formula}' }\n`;
  const { rows } = evaluateText(plan, { asOf: "2027-01-31" });
  const row = rows.find(({ indicator }) => indicator.id.value === "result");
  const ends = ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"];
  const day = Date.parse(ends[count - 1] ?? "") / 86_400_000;
  return row === undefined || row.observedOn !== day ? null : figureOf(row, "value");
}

const english = examplesOf("docs/expressions.md");

test.each(english)("$formula of $values is $gives $unit", (example) => {
  expect(computed(example)).toBe(example.gives === "–" ? null : example.gives);
});

test("both languages have the same examples, functions and grammar", () => {
  expect(english.length).toBeGreaterThan(15);
  expect(examplesOf("docs/expressions.zh-Hans.md")).toEqual(english);
  const parts = (file: string) => {
    const text = readFileSync(file, "utf8");
    return [/```ebnf\n[\s\S]*?```/.exec(text)?.[0], text.match(/^\| `\w+\(.*?(?= \|)/gm)];
  };
  expect(parts("docs/expressions.zh-Hans.md")).toEqual(parts("docs/expressions.md"));
});
