/** The review sheets of the five plans, as officials read them: no word of the plan's file in findings or advice. */
import { expect, test } from "vitest";
import { ruleWords } from "../../src/cli/rule-words.ts";
import { speakerOf } from "../../src/language/speaker.ts";
import { buildFindingsView } from "../../src/report/view/findings.ts";
import type { TextPart } from "../../src/report/view/status-view.ts";
import { compileExample } from "../examples/example-files.ts";

const examples = [
  "community-conduct",
  "gangqudui-team-building",
  "linked-point-cobuilding",
  "party-led-community-coordination",
  "street-duty-guarantee",
];

const textOf = (parts: readonly TextPart[]): string =>
  parts.map(({ text, code }) => text ?? `\`${code}\``).join("");

function sheetOf(example: string, language: "en" | "zh-Hans") {
  const compilation = compileExample(example);
  const speaker = speakerOf(language);
  const view = buildFindingsView({
    compilation,
    speaker,
    asOf: compilation.asOf,
    version: "0",
    ruleOf: ruleWords,
  });
  const rows = view.sections.flatMap((section) => section.rows);
  return { compilation, view, rows };
}

test.each(examples)("%s: a Chinese sheet names no key and cites sections as printed", (example) => {
  const { view, rows } = sheetOf(example, "zh-Hans");
  const said = [...rows.flatMap(({ text, help }) => [text, help]), ...view.hints.map(({ help }) => help)];
  expect(rows.length).toBeGreaterThan(20);
  expect(said.map(textOf).filter((text) => /`|\d(?:pp|\/year)|章节“\d/.test(text))).toEqual([]);
});

test.each(examples)("%s: an English sheet calls indicators and tasks by name", (example) => {
  const { compilation, rows } = sheetOf(example, "en");
  const ids = (compilation.index?.items ?? []).map(({ id }) => id.value).filter((id) => id.includes("-"));
  const texts = rows.map(({ text }) => ` ${textOf(text)} `);
  const named = texts.filter((text) => ids.some((id) => new RegExp(`[\\s"]${id}[\\s":,]`).test(text)));
  expect(named).toEqual([]);
});

test("a finding stands beside the wording, or the name of what it is about, never beside a key", () => {
  const { rows } = sheetOf("gangqudui-team-building", "zh-Hans");
  const wording = (part: string) => rows.find(({ text }) => textOf(text).includes(part))?.wording;
  expect(wording("“本科及以上学历占比年均提升”")).toBe("+4个百分点/年");
  expect(wording("“基层服务标准化手册”")).toBe("基层服务标准化手册");
  expect(wording("“价值总结：基层治理现代化的核心支撑”")).toBe("价值总结：基层治理现代化的核心支撑");
  expect(wording("独立服务场所面积")).toBe("服务场所建设标准");
  expect(rows.find(({ text }) => textOf(text).includes("“以奖代补”"))?.see).toBe("另见三（四）");
});
