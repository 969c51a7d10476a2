import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { formulaText, inputText } from "../../src/report/formula-words.ts";
import { reasonText } from "../../src/report/reason-words.ts";

const engine = fileURLToPath(new URL("../../src/indicators", import.meta.url));

test("every reason that the engine gives has words", () => {
  const files = readdirSync(engine, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".ts"),
  );
  const source = files.map((path) => readFileSync(join(engine, path), "utf8")).join("\n");
  const reasons = [
    ...source.matchAll(/\b(?:none|missing|refused|silent)\("([a-z-]+)"\)|reason: "([a-z-]+)"/g),
  ];
  const names = new Set(reasons.map((match) => match[1] ?? match[2] ?? ""));
  expect(names.size).toBeGreaterThan(10);
  expect([...names].filter((name) => reasonText(name).en === name)).toEqual([]);
});

test("formulas keep their letters and get Chinese words", () => {
  expect(formulaText("(v − b) ÷ (expected − b)")).toEqual({
    en: "(v − b) ÷ (expected − b)",
    zhHans: "(v − b) ÷ (应达值 − b)",
  });
});

test("inputs are called what figures are called; others by their own name", () => {
  expect(inputText("T")).toEqual({ en: "target", zhHans: "目标值" });
  expect(inputText("east")).toBeNull();
});
