/** The words beside those of the codes: schema, help, labels of reports, vocabulary. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commandForms } from "../../src/cli/forms/index.ts";
import { aboutProgram, commonOptions, helpHelp, versionHelp } from "../../src/cli/forms/program.ts";
import { placeholders } from "../../src/cli/forms/words.ts";
import type { Localized } from "../../src/diagnostics/diagnostic.ts";
import {
  directionWords,
  kindWords,
  severityWords,
  statusWords,
  targetKindWords,
} from "../../src/language/words.ts";
import { chartLabels } from "../../src/report/chart-words.ts";
import { figureWords } from "../../src/report/figure-words.ts";
import { statusLabels } from "../../src/report/status-labels.ts";
import { halfWidthSign, otherChinese, otherEnglish, unquoted } from "../kit/house-style.ts";

/** Titles and descriptions of a schema, from all over it. */
function schemaTexts(node: unknown): readonly string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    (key === "title" || key === "description") && typeof value === "string" ? [value] : schemaTexts(value),
  );
}

const schema = (file: string): readonly string[] =>
  schemaTexts(JSON.parse(readFileSync(`schemas/${file}`, "utf8")));
const words: readonly Localized[] = [
  ...[aboutProgram, helpHelp, versionHelp, ...commonOptions.map(({ help }) => help)],
  ...Object.values(commandForms).flatMap(({ about, argument, options }) => [
    about,
    ...(argument === null ? [] : [argument.help]),
    ...options.map(({ help }) => help),
  ]),
  ...[placeholders, statusLabels, chartLabels].flatMap((list): Localized[] => Object.values(list)),
  ...[directionWords, kindWords, severityWords, statusWords, targetKindWords].flatMap((list): Localized[] =>
    Object.values(list),
  ),
  ...Object.values(figureWords).flatMap(({ name, meaning }) => [name, meaning]),
];
const outputs = ["check-output", "diff-output", "compiled-plan"];
const chinese = [
  ...["plan", ...outputs].flatMap((name) => schema(`${name}.zh-Hans.schema.json`)),
  ...words.map(({ zhHans }) => zhHans),
];
const english = [
  ...["plan", ...outputs].flatMap((name) => schema(`${name}.schema.json`)),
  ...words.map(({ en }) => en),
];

const broken = (texts: readonly string[], breaks: (text: string) => boolean): readonly string[] => [
  ...new Set(texts.filter(breaks)),
];

test("there is something to check", () => {
  expect(chinese.length).toBeGreaterThan(800);
  expect(english.length).toBeGreaterThan(800);
});

test("Chinese has full-width signs, and quoted words in a row without 、", () => {
  expect(broken(chinese, (text) => halfWidthSign.test(unquoted(text)))).toEqual([]);
  expect(broken(chinese, (text) => text.includes("”、“"))).toEqual([]);
});

test("no text has double spaces", () => {
  expect(broken([...chinese, ...english], (text) => / {2}/.test(text))).toEqual([]);
});

test("one word for one concept here too", () => {
  expect(broken(chinese, (text) => otherChinese.test(unquoted(text)))).toEqual([]);
  expect(broken(english, (text) => otherEnglish.test(text))).toEqual([]);
});

test("the schema is titled in both languages alike", () => {
  expect(schema("plan.zh-Hans.schema.json")).toHaveLength(schema("plan.schema.json").length);
  expect(broken(schema("plan.schema.json"), (text) => text.trim() === "" || / [.,;:]/.test(text))).toEqual(
    [],
  );
});

test.each(outputs)("the schema of %s is described in both languages alike", (name) => {
  const [inEnglish, inChinese] = [schema(`${name}.schema.json`), schema(`${name}.zh-Hans.schema.json`)];
  expect(inEnglish.length).toBeGreaterThan(3);
  expect(inChinese).toHaveLength(inEnglish.length);
  expect(inChinese.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
});
