import { expect, test } from "vitest";
import { allCodes } from "../src/codes.ts";
import { compileFixture, expectedMarks, foundMarks, readFixtures } from "./kit/fixtures.ts";

const fixtures = readFixtures();
const withoutLine = (mark: string): string => mark.replace(/:(\?|\d+) /, " ");

for (const fixture of fixtures) {
  test(`${fixture.name} gives exactly the findings marked in it`, () => {
    const expected = expectedMarks(fixture);
    const found = foundMarks(fixture, compileFixture(fixture));
    const anyLine = new Set(expected.filter((m) => m.includes(":? ")).map(withoutLine));
    const comparable = found.map((m) => (anyLine.has(withoutLine(m)) ? m.replace(/:\d+ /, ":? ") : m)).sort();
    expect(comparable).toEqual(expected);
  });

  test(`${fixture.name} ${fixture.kind === "err" ? "reports" : "does not report"} its own code`, () => {
    const codes = compileFixture(fixture).findings.map((finding) => finding.code);
    if (fixture.kind === "err") expect(codes).toContain(fixture.code);
    else expect(codes).not.toContain(fixture.code);
  });
}

/** Families that are found outside of any plan: paths, options, configuration, writing, our own faults. */
const outside = /^(?:input|usage|configuration|output|internal)\//;

test("every code has a failing and a passing fixture", () => {
  const have = new Set(fixtures.map(({ code, kind }) => `${code} ${kind}`));
  const missing = allCodes
    .filter(({ code }) => !outside.test(code))
    .flatMap(({ code }) => ["err", "ok"].map((kind) => `${code} ${kind}`))
    .filter((k) => !have.has(k));
  expect(missing).toEqual([]);
});

test("codes are unique and every fixture belongs to one", () => {
  const codes = allCodes.map((c) => c.code);
  expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
  expect(fixtures.filter(({ code }) => !codes.includes(code)).map((f) => f.name)).toEqual([]);
});

test("every code has words in both languages", () => {
  const wanting = allCodes.filter(({ text }) =>
    [text.en, text.zhHans].some((words) =>
      [words.title, words.why, words.fix].some((word) => word.trim() === ""),
    ),
  );
  expect(wanting.map((c) => c.code)).toEqual([]);
  const unChinese = allCodes.filter(
    ({ text }) => !/\p{Script=Han}/u.test(text.zhHans.title + text.zhHans.fix),
  );
  expect(unChinese.map((c) => c.code)).toEqual([]);
});
