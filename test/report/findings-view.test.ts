import { expect, test } from "vitest";
import { type Diagnostic, makeDiagnostic, type Severity } from "../../src/diagnostics/diagnostic.ts";
import { speakerOf } from "../../src/language/speaker.ts";
import { quotesNested } from "../../src/report/view/finding-words.ts";
import { buildFindingsView } from "../../src/report/view/findings.ts";
import { compileText } from "../kit/compile.ts";
import { asOf, at, compilation, given, indicator, named, plan } from "./hand-made.ts";

const chinese = speakerOf("zh-Hans");

function finding(
  line: number,
  severity: Severity,
  code = "target/conflict",
  said = { en: "m", zhHans: `第${line}处` },
) {
  const text = { title: "T", message: () => said.en, why: "w", fix: "f" };
  const zhHans = { title: "标题", message: () => said.zhHans, why: "原因", fix: "改正" };
  return makeDiagnostic({ code, severity, text: { en: text, zhHans } }, at(line), {});
}

function section(id: string, title: string) {
  return {
    kind: "section" as const,
    id: given(id),
    span: at(1),
    title: named(title),
    role: null,
    parent: null,
    text: null,
    announced: [],
  };
}

/** Lines 1 to 9 are of section 1, 10 to 19 of section 2, later ones of none. */
function view(findings: readonly ReturnType<typeof finding>[], speaker = chinese) {
  const made = compilation({
    plan: plan({ sections: [section("1", "背景"), section("2", "目标")] as never }),
    findings,
  });
  const sectionOf = ({ start }: { start: number }) => (start < 90 ? "1" : start < 190 ? "2" : null);
  return buildFindingsView({ compilation: { ...made, sectionOf }, speaker, asOf, version: "0.0.0" });
}

test("errors and warnings stand by section in the order of the plan, numbered through", () => {
  const { sections } = view([
    finding(15, "error"),
    finding(30, "warning"),
    finding(3, "warning"),
    finding(16, "error"),
  ]);
  expect(sections.map(({ name }) => name)).toEqual(["一 背景", "二 目标", "未注明章节"]);
  expect(sections.flatMap(({ rows }) => rows.map(({ sequence }) => sequence))).toEqual(["1", "2", "3", "4"]);
  expect(sections[1]?.rows.map(({ text }) => text.map((part) => part.text).join(""))).toEqual([
    "第15处",
    "第16处",
  ]);
});

test("hints are one row a rule with their number, most first", () => {
  const { sections, hints } = view([
    finding(1, "info", "indicator/missing-owner"),
    finding(2, "info", "indicator/missing-source"),
    finding(3, "info", "indicator/missing-source"),
  ]);
  expect(sections).toEqual([]);
  expect(hints.map(({ rule, count }) => [rule, count])).toEqual([
    ["indicator/missing-source", "2"],
    ["indicator/missing-owner", "1"],
  ]);
});

test("what many items have in common counts for each of them, and names them", () => {
  const note = { en: "the same here", zhHans: "同类情形" };
  const together = {
    ...finding(4, "info", "indicator/missing-owner"),
    related: [5, 6, 7].map((line) => ({ span: at(line), note })),
  };
  const made = compilation({
    plan: plan({
      indicators: [4, 5, 6, 7].map((line) =>
        indicator(`i${line}`, { id: given(`i${line}`, line), name: named(`指标${line}`) }),
      ),
    }),
    findings: [finding(9, "info", "target/vague"), together],
  });
  const { hints } = buildFindingsView({ compilation: made, speaker: chinese, asOf, version: "0.0.0" });
  expect(hints.map(({ rule, count, subjects }) => [rule, count, subjects])).toEqual([
    ["indicator/missing-owner", "4", "指标4、指标5、指标6、指标7"],
    ["target/vague", "1", "—"],
  ]);
});

test("the few hints of a rule say what was found, behind the name of what it is about", () => {
  const textsOf = (count: number) =>
    view(Array.from({ length: count }, (_, i) => finding(i + 1, "info"))).hints.map(({ texts }) =>
      texts.map((parts) => parts.map(({ text }) => text).join("")),
    );
  expect(textsOf(3)).toEqual([["第1处", "第2处", "第3处"]]);
  // Four of a kind are told by their names.
  expect(textsOf(4)).toEqual([[]]);
  const one = { ...finding(2, "info"), subject: { kind: "indicator" as const, id: "i2" } };
  const made = compilation({
    plan: plan({ indicators: [indicator("i2", { name: named("覆盖率") })] }),
    findings: [one],
  });
  const { hints } = buildFindingsView({ compilation: made, speaker: chinese, asOf, version: "0.0.0" });
  expect(hints[0]?.texts.map((parts) => parts.map(({ text }) => text).join(""))).toEqual(["覆盖率：第2处"]);
});

test("a quote inside a quote has the inner marks, in both scripts", () => {
  expect(quotesNested("成果“六校“一校一案””由“六校”负责")).toBe("成果“六校‘一校一案’”由“六校”负责");
  expect(quotesNested("「甲「乙」丙」、「丁」")).toBe("「甲『乙』丙」、「丁」");
  expect(quotesNested("多余的”不改变“后文”")).toBe("多余的”不改变“后文”");
  expect(quotesNested("“未闭合的“引号”，其后“照旧”")).toBe("“未闭合的“引号”，其后“照旧”");
});

test("where the plan stands is no fault of its text", () => {
  const { sections, hints } = view([finding(3, "error", "status/missed")]);
  expect([sections, hints]).toEqual([[], []]);
});

test("the summary leads from all that was found to what the tables list", () => {
  const note = { en: "the same here", zhHans: "同类情形" };
  const together = { ...finding(4, "info", "indicator/missing-owner"), related: [{ span: at(5), note }] };
  const found = [finding(3, "error"), together, finding(6, "info"), finding(7, "warning", "status/stale")];
  expect(view(found).summary).toBe(
    "方案检查发现错误1条、警告1条、提示2条。本表列出需修改的问题1条、提示2条（涉及3项）；其余1条属执行情况，见“方案执行情况报告”。",
  );
  expect(view(found, speakerOf("en")).summary).toBe(
    "The check of the plan found 1 error, 1 warning and 2 hints. Listed here: 1 to mend and 2 hints on 3 items; 1 more tells where the plan stands, see “Where the plan stands”.",
  );
  // Nothing to explain where the tables list just what was found.
  expect(view([finding(3, "error"), finding(6, "info")]).summary).toBe(
    "方案检查发现错误1条、警告0条、提示1条。",
  );
});

test("the review of a plan in which nothing is to be mended says so, and where its findings stand", () => {
  const note = { en: "the same here", zhHans: "同类情形" };
  const together = { ...finding(4, "info", "indicator/missing-owner"), related: [{ span: at(5), note }] };
  const status = finding(7, "warning", "status/stale");
  const said = (found: readonly Diagnostic[]): readonly string[] => [
    view(found).summary.replace(/^方案检查发现[^。]*。/, ""),
    view(found, speakerOf("en")).summary.replace(/^The check of the plan found [^.]*\. /, ""),
  ];
  expect(said([finding(6, "info")])).toEqual([
    "未发现需修改的问题；本表列出提示1条。",
    "Nothing has to be mended; 1 hint is listed here.",
  ]);
  expect(said([together, finding(6, "info"), status])).toEqual([
    "未发现需修改的问题；本表列出提示2条（涉及3项），其余1条属执行情况，见“方案执行情况报告”。",
    "Nothing has to be mended; 2 hints on 3 items are listed here, 1 more in “Where the plan stands”.",
  ]);
  expect(said([status])).toEqual([
    "未发现需修改的问题；执行情况见“方案执行情况报告”。",
    "Nothing has to be mended; see “Where the plan stands”.",
  ]);
  // Without any finding the usual sentence says it.
  expect(view([]).summary).not.toContain("需修改");
});

test("days, sections and figures of a finding are printed as the document prints them, quotes as they are", () => {
  const said = {
    en: 'due on 2026-12-31 in sections 2.1, and already on 2025-06-30 ("by 2025-06-30")',
    zhHans: "章节“2.1”“8.1”要求 2026-12-31 达到，共 3 项（2025-02-30），原文“2025-06-30 前 3 项”",
  };
  const told = (speaker: typeof chinese) =>
    view([finding(3, "error", "target/conflict", said)], speaker)
      .sections[0]?.rows[0]?.text.map((part) => part.text)
      .join("");
  // 30 February is no day and stays.
  expect(told(chinese)).toBe(
    "章节“二（一）”“八（一）”要求2026年12月31日达到，共3项（2025-02-30），原文“2025-06-30 前 3 项”",
  );
  expect(told(speakerOf("en"))).toBe(
    "due on 31 Dec 2026 in sections 2.1, and already on 30 Jun 2025 (“by 2025-06-30”)",
  );
});

test("a case without words of its own is named by its place and what it measures", () => {
  const compiled = compileText(`format: 1
id: p
title: P
language: zh-Hans
period: 2026-01..2027-12
indicators: [{ id: willing, name: 参与积极性, unit: "%", direction: increase }]
evidence: [{ id: willing-f, kind: case, of: willing, place: F社区, is: <35% }]
`);
  const { hints } = buildFindingsView({
    compilation: compiled,
    speaker: chinese,
    asOf: compiled.asOf,
    version: "0",
  });
  const where = hints.map(({ subjects }) => subjects).join();
  expect(where).toContain("F社区参与积极性");
  expect(where).not.toContain("willing-f");
});
