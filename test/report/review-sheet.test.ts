/** The review sheets of the five plans, as officials read them: no word of the plan's file in findings or advice. */
import { expect, test } from "vitest";
import { ruleWords } from "../../src/cli/rule-words.ts";
import { speakerOf } from "../../src/language/speaker.ts";
import { buildFindingsView } from "../../src/report/view/findings.ts";
import type { TextPart } from "../../src/report/view/printed-parts.ts";
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

test.each(examples)("%s: figures of the plan stand in a Chinese sheet as its text has them", (example) => {
  const { rows } = sheetOf(example, "zh-Hans");
  const told = rows.flatMap(({ text, wording }) => [textOf(text), `“${wording}”`]);
  const quotes = told.flatMap((text) => text.match(/“[^”]*”/g) ?? []);
  expect(quotes.length).toBeGreaterThan(40);
  // A sum has its sign between terms and result; no other figure has signs of the file.
  expect(quotes.filter((quote) => /[≥≤<>]|[=＝](?! ?\d)|^“[=+-]?\d[^”]*\/年|^“-/.test(quote))).toEqual([]);
  expect(quotes.filter((quote) => /^“=/.test(quote))).toEqual([]);
});

test("a figure is told by the verb of its target, by the unit of its indicator, and by what bounds it", () => {
  const { rows } = sheetOf("gangqudui-team-building", "zh-Hans");
  const text = (part: string) => textOf(rows.find((row) => textOf(row.text).includes(part))?.text ?? []);
  expect(text("“群众投诉率下降”")).toContain("的“下降50%”为增减幅度");
  expect(text("“公共服务事项平均办理时长再缩短”的")).toContain("的“缩短30%”为增减幅度");
  expect(text("“岗区队经费增长”的基期值")).toContain("“每人每年不足2万元”");
  expect(text("“35岁以下成员占比年均提升”")).toContain(
    "按“年均提高5个百分点”推算，2年后为“32 + 2 × 5 = 42%”",
  );
  // A floor of all there is says no more than all.
  expect(text("“熟练掌握平台操作的成员占比”的目标值")).toContain("“100%”");
  // Told of a pilot, about an indicator that is quoted.
  const other = sheetOf("linked-point-cobuilding", "zh-Hans").rows.map((row) => textOf(row.text));
  expect(other.find((one) => one.includes("“试点先行、分步推进”"))).toContain(
    "“三张清单覆盖率”届时的目标值为“100%”",
  );
  // Reckoned by the rule: no target says so.
  expect(text("91天内")).toContain("“+8个百分点”");
});

test("an English sheet keeps signs but for a bound of a change, and names nothing twice", () => {
  const { rows } = sheetOf("street-duty-guarantee", "en");
  const texts = rows.map(({ text }) => textOf(text));
  expect(texts.filter((text) => /[≥≤]\s*[+-]|(?<![\d)%] )=\d/.test(text))).toEqual([]);
  expect(texts.join("\n")).toContain("新增共享服务空间: a rise of at least 3个 is a change");
  const twice = sheetOf("community-conduct", "en").rows.filter(({ text }) => {
    const [, name = "-"] = /^([^:"]+): /.exec(textOf(text)) ?? [];
    return textOf(text).includes(`"${name}"`);
  });
  expect(twice.map(({ text }) => textOf(text))).toEqual([]);
});

test("a finding stands beside the wording, or the name of what it is about, never beside a key", () => {
  const { rows } = sheetOf("gangqudui-team-building", "zh-Hans");
  const wording = (part: string) => rows.find(({ text }) => textOf(text).includes(part))?.wording;
  expect(wording("“本科及以上学历占比年均提升”")).toBe("年均提高4个百分点");
  expect(wording("“基层服务标准化手册”")).toBe("基层服务标准化手册");
  expect(wording("“价值总结：基层治理现代化的核心支撑”")).toBe("价值总结：基层治理现代化的核心支撑");
  expect(wording("独立服务场所面积")).toBe("服务场所建设标准");
  expect(rows.find(({ text }) => textOf(text).includes("“以奖代补”"))?.see).toBe("另见三（四）");
});

test("the wording is that of the document: as kept beside a rule of a mechanism, and with the figures of a text filled in", () => {
  const wordings = (example: string) => sheetOf(example, "zh-Hans").rows.map(({ wording }) => wording);
  expect(wordings("street-duty-guarantee")).toContain("1:1000");
  expect(wordings("linked-point-cobuilding")).toContainEqual(
    expect.stringContaining("乡镇（街道）统筹协调能力提高50%，"),
  );
  const all = examples.flatMap(wordings);
  expect(all.filter((wording) => /[{}]|[a-z]-[a-z]/.test(wording ?? ""))).toEqual([]);
});
