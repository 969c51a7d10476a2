import { expect, test } from "vitest";
import { makeSpeaker } from "../../src/language/speaker.ts";
import { explainIndicator } from "../../src/report/explain.ts";
import { compileText } from "../kit/compile.ts";
import { expectGolden } from "./golden.ts";
import { fullCompilation, hostileCompilation } from "./sample-plans.ts";

async function explain(entity: string | null, language: "en" | "zh-Hans" = "zh-Hans"): Promise<string> {
  const speaker = await makeSpeaker(language);
  return explainIndicator({ compilation: fullCompilation(), id: "coverage-rate", entity, speaker });
}

for (const language of ["zh-Hans", "en"] as const) {
  test(`explains an indicator in ${language} as stored`, async () => {
    expectGolden(`explain.${language}.txt`, await explain(null, language));
  });
}

test("a figure shows formula, numbers put in and every input with its line", async () => {
  const text = await explain(null);
  expect(text).toContain(
    [
      "  目标进度 = 17.5%（0.175）",
      "      公式：(v − b) ÷ (T − b)",
      "      代入：(52 − 45) ÷ (85 − 45)",
      "      v 实际值 = 52  plans/data/observations.csv:4",
      "      b 基期值 = 45  :12",
      "      T 目标值 = 85  :14",
    ].join("\n"),
  );
});

test("an input whose name is its meaning is not said twice", async () => {
  const compilation = compileText(
    `format: 1
id: p
title: P
language: en
period: 2026-01..2026-12
indicators:
  - { id: x, name: X, unit: 个, frequency: monthly, baseline: 1 @ 2025-12, targets: [{ reach: 9, by: 2026-12 }], observations: [{ at: 2026-04, value: 2 }, { at: 2026-05, value: 4 }] }
`,
    { trace: true },
  );
  const speaker = await makeSpeaker("en");
  const text = explainIndicator({ compilation, id: "x", entity: null, speaker });
  expect(text).toContain("      previous = 2 ");
  expect(text).toContain("      b baseline = 1 ");
});

test.each([
  [
    "en",
    "baseline = 45%  Yearbook 2025 p. 12  :9",
    "≥85%  level to reach  31 Dec 2027  · not due  governing  Yearbook 2025 C7  :9",
  ],
  ["zh-Hans", "基期值 = 45%  “Yearbook 2025”（p. 12）  :9", "“Yearbook 2025”（C7）  :9"],
] as const)("in %s a baseline and a target tell the place in their source", async (language, ...lines) => {
  const compilation = compileText(
    `format: 1
id: p
title: P
language: en
period: 2026-01..2027-12
sources:
  - { id: book, title: Yearbook 2025 }
indicators:
  - { id: x, name: X, unit: "%", direction: increase, baseline: { is: 45%, at: 2025-12, source: "book#p. 12" }, targets: [{ reach: ≥85%, by: 2027-12, source: book#C7 }] }
`,
    { trace: true },
  );
  const speaker = await makeSpeaker(language);
  const text = explainIndicator({ compilation, id: "x", entity: null, speaker });
  for (const line of lines) expect(text).toContain(line);
});

test("figures stand in the order of their definitions", async () => {
  const text = await explain(null, "en");
  const places = ["attained =", "elapsed =", "expected =", "pace =", "gap =", "previous value ="].map(
    (words) => text.indexOf(`\n  ${words}`),
  );
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places.every((place) => place > 0)).toBe(true);
});

test("what is missing is named with its reason", async () => {
  expect(await explain(null)).toMatch(/缺少的数据项及原因\n {2}完成率、同比/);
});

test("an entity has an explanation of its own; an unknown one lists those there are", async () => {
  expect(await explain("east")).toContain("东街道");
  expect(await explain("north", "en")).toBe(
    "no value of coverage-rate names the entity north\nentities with values: east, west\n",
  );
});

test("nothing in a plan reaches the terminal as a control character", async () => {
  const speaker = await makeSpeaker("zh-Hans");
  const text = explainIndicator({
    compilation: hostileCompilation(),
    id: "bad|<b>*id*",
    entity: null,
    speaker,
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
});

test.each([
  ["en", "still needed a year = nothing, the target is met (−15.92"],
  ["zh-Hans", "年均还需 = 已达到目标值，无需再变动（−15.92"],
] as const)("nothing is still needed of a target that is exceeded (%s)", async (language, words) => {
  const compilation = compileText(
    `format: 1
id: p
title: P
language: en
period: 2026-01..2026-12
indicators:
  - { id: x, name: X, unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: ≥80%, by: 2026-12 }], observations: [{ at: 2026-03, value: 92 }] }
`,
    { trace: true },
  );
  const text = explainIndicator({ compilation, id: "x", entity: null, speaker: await makeSpeaker(language) });
  // (80 − 92) ÷ (275 ÷ 365 years from 31 March to the end of 2026) = −15.927…, which stays in the JSON.
  expect(text).toContain(words);
});
