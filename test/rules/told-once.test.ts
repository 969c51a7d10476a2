/** What several places say alike is one finding that keeps every place; arithmetic and readings stand in the message. */
import { expect, test } from "vitest";
import { positionAt } from "../../src/text/source.ts";
import { compileText } from "../kit/compile.ts";

const head = `format: 1
id: small
title: 小方案
language: zh-Hans
period: 2024-01..2027-12
sections:
  - { id: "3", title: 资源, text: 资源。 }
  - { id: "5", title: 经费, text: 经费。 }
`;

function findings(body: string, code: string) {
  return compileText(head + body, { asOf: "2024-03-01" }).findings.filter((finding) => finding.code === code);
}

/** As the text on a terminal tells them. */
function together(body: string, code: string) {
  const { findings: all, together: asTold } = compileText(head + body, { asOf: "2024-03-01" });
  return asTold(all).filter((finding) => finding.code === code);
}

function relatedLines(finding: ReturnType<typeof findings>[number] | undefined): readonly number[] {
  return finding?.related.map(({ span }) => positionAt(span.file, span.start).line) ?? [];
}

test("bounds without dates are told once for the plan, with the place of each", () => {
  const bound = (id: string) =>
    `  - { id: ${id}, name: ${id}, unit: 项, direction: increase, targets: [{ hold: ≥5项 }] }\n`;
  const told = findings(`indicators:\n${["a", "b", "c", "d"].map(bound).join("")}`, "target/missing-date");
  expect(told.map(({ severity, subject }) => [severity, subject])).toEqual([["info", null]]);
  expect(told[0]?.message.en).toBe(
    "4 indicators have bounds without dates, which are read for the whole plan: a, b, c …",
  );
  expect(told[0]?.message.zhHans).toBe(
    "有 4 项指标的持续要求未注明起止时间，按整个实施期限执行：“a”“b”“c”等",
  );
  expect(relatedLines(told[0])).toEqual([11, 12, 13]);
});

test("a single bound without dates is told of its indicator", () => {
  const told = findings(
    "indicators: [{ id: a, name: a, unit: 项, direction: increase, targets: [{ hold: ≥5项 }] }]",
    "target/missing-date",
  );
  expect(told[0]?.message.en).toBe("a: ≥5项 has no dates and is read for the whole plan");
  expect(told[0]?.subject).toEqual({ kind: "indicator", id: "a" });
});

const yearly = `indicators:
  - { id: share, name: 占比, unit: "%", direction: increase, baseline: 32% @ 2023, targets: [{ reach: ≥50%, by: 2025 }] }
  - { id: gain, name: 年均提升, unit: "%", direction: increase, same-as: share, targets: [{ rate: +5pp/year, during: 2024..2025 }] }
`;

test("a yearly rate under another name is held against the level, with the arithmetic", () => {
  const [told] = findings(yearly, "target/rate-mismatch");
  // 32 + 2 × 5 = 42; the way of 18 points in two years takes 9 a year
  expect(told?.message.en).toBe(
    "gain: +5pp/year over 2 years gives 32 + 2 × 5 = 42%, and the target is ≥50% (+9pp a year would be needed)",
  );
  expect(told?.message.zhHans).toBe(
    "指标“年均提升”：按“+5pp/year”推算，2 年后为“32 + 2 × 5 = 42%”，而目标值为“≥50%”（达到目标值须每年提高 9 个百分点）",
  );
  expect(relatedLines(told)).toEqual([10, 10]);
  expect(told?.severity).toBe("error");
});

test("a start that speaks of another group makes it a question", () => {
  const narrowed = yearly.replace("32% @ 2023", "{ is: 32%, at: 2023, scope: 本科以上 }");
  expect(findings(narrowed, "target/rate-mismatch").map(({ severity }) => severity)).toEqual(["warning"]);
});

test("a conflict that hangs on how a date is read is a warning with both readings", () => {
  const [told] = findings(
    `indicators:
  - id: share
    name: 达标率
    unit: "%"
    direction: increase
    baseline: 32% @ 2023
    targets: [{ reach: ≥80%, by: 2024-12 }, { reach: =100%, by: { before: 2025, or: 2025-12 } }]
`,
    "target/conflict",
  );
  expect(told?.severity).toBe("warning");
  expect(told?.message.en).toContain(
    "if the date in doubt is read as 2024-12-31, and no conflict if it is read as 2025-12-31",
  );
  expect(told?.message.zhHans).toBe(
    "指标“达标率”的“=100%”与“≥80%”：存疑的时限按 2024-12-31 理解，同一时点有两个目标值；按 2025-12-31 理解，则不矛盾",
  );
});

test("what a resource repeats of its mechanism is a place of the mechanism's finding", () => {
  const told = findings(
    `indicators: [{ id: a, name: a, unit: 项, direction: increase, targets: [{ hold: ≥5项, from: 2024 }] }]
resources:
  - { id: award, kind: money, name: 奖励, amount: [{ is: ≤100000元, section: "3" }, { is: ≤200000元, section: "5" }] }
mechanisms:
  - { id: reward, type: fund, name: 以奖代补, form: 奖补, cap: [{ is: 10万元, section: "3" }, { is: 20万元, section: "5" }] }
`,
    "statement/conflict",
  );
  expect(told.map(({ subject }) => subject?.id)).toEqual(["reward"]);
  expect(relatedLines(told[0])).toEqual([13, 11, 11]);
});

test("directions without a time stand with the bounds; one that is asked for by a day lacks that day", () => {
  const told = findings(
    `indicators:
  - { id: a, name: a, unit: 项, direction: increase, targets: [{ hold: ≥5项 }] }
  - { id: b, name: b, unit: 项, direction: increase, targets: [{ trend: increase }] }
  - { id: c, name: c, unit: 项, direction: increase, targets: [{ trend: increase, by: undated }] }
  - { id: d, name: d, unit: 项, direction: increase, targets: [{ trend: increase, by: 2026 }] }
`,
    "target/missing-date",
  );
  expect(told.map(({ severity, message }) => `${severity} ${message.en}`)).toEqual([
    "info 2 indicators have bounds or directions without dates, which are read for the whole plan: a, b",
    "warning c: it has neither a figure nor a date by which it is to rise",
  ]);
  expect(told[0]?.message.zhHans).toBe(
    "有 2 项指标的持续要求或变化方向未注明起止时间，按整个实施期限执行：“a”“b”",
  );
});

test("one missing base is told once, at the first change that starts from it", () => {
  const told = findings(
    `indicators:
  - { id: a, name: a, unit: 项, direction: increase, targets: [{ relative: +50%, by: 2025 }, { relative: +60%, by: 2026 }] }
  - { id: b, name: b, unit: 项, direction: increase, same-as: a, targets: [{ relative: +70%, by: 2027 }] }
  - { id: c, name: c, unit: 项, direction: increase, targets: [{ relative: +70%, by: 2027 }] }
`,
    "target/no-base",
  );
  expect(told.map(({ subject }) => subject?.id)).toEqual(["a", "c"]);
  // The indicator itself, its second change, and that of the other name.
  expect(relatedLines(told[0])).toEqual([10, 10, 11]);
});

test("what nobody owns is one note with every place, also where somebody owns the rest", () => {
  const actions = `actors: [{ id: office, name: 办公室 }]
actions:
  - { id: one, name: 一, owner: office, period: 2024..2025 }
  - { id: two, name: 二, period: 2024..2025 }
  - { id: three, name: 三, period: 2024..2025 }
`;
  const told = findings(actions, "responsibility/unowned");
  expect(told.map(({ message }) => message)).toEqual([
    {
      en: "2 of 3 actions have no owner",
      zhHans: "3 项重点任务中，2 项未明确责任主体",
    },
  ]);
  expect(relatedLines(told[0])).toEqual([13]);
  const [single] = findings(actions.replace("二, ", "二, owner: office, "), "responsibility/unowned");
  expect([single?.message.en, single?.subject?.id]).toEqual(["three: this action has no owner", "three"]);
});

function codesIn(body: string): readonly string[] {
  return compileText(head + body, { asOf: "2024-03-01", only: "plan" }).findings.map(({ code }) => code);
}

test("a step without date is not told beside the demand that every step has one", () => {
  const list = (required: string): string =>
    `mechanisms:\n  - { id: duties, type: list, name: 任务清单, ${required}items: [{ name: 建站, due: 2025-03 }, { name: 开灶 }] }\n`;
  expect(codesIn(list(""))).toContain("time/undated-step");
  const both = codesIn(list("required: [时限], "));
  expect(both).toContain("list/required-field");
  expect(both).not.toContain("time/undated-step");
});

test("two schemes of one name are asked about only while their figures agree", () => {
  const funds = (cap: string): string => `mechanisms:
  - { id: first, type: fund, name: 助餐资金, form: 补助, cap: 10万元 }
  - { id: second, type: fund, name: 助餐资金, form: 补助, cap: ${cap} }
`;
  expect(codesIn(funds("10万元"))).toContain("mechanism/same-name");
  const differ = codesIn(funds("20万元"));
  expect(differ).toContain("mechanism/two-schemes");
  expect(differ).not.toContain("mechanism/same-name");
});

test("a figure of a text that contradicts a target is not counted as one that nothing states", () => {
  const indicators = `indicators:
  - { id: share, name: 助餐服务覆盖率, unit: "%", direction: increase, baseline: 32% @ 2023-12, targets: [{ reach: ≥50%, by: 2025-12 }] }
`;
  const said = (words: string) =>
    compileText(head.replace("text: 资源。", `text: ${words}`) + indicators, {
      asOf: "2024-03-01",
    }).findings.filter(
      ({ code }) => code === "narrative/figure-conflict" || code === "narrative/unstated-figure",
    );
  expect(said("到2025年12月助餐服务覆盖率达到60%。").map(({ code }) => code)).toEqual([
    "narrative/figure-conflict",
  ]);
  const two = said("到2025年12月助餐服务覆盖率达到60%。另建食堂300平方米。");
  expect(two.map(({ code, message }) => [code, message.en])).toContainEqual([
    "narrative/unstated-figure",
    "300平方米 in the text of section 3 is stated by no target, mechanism, resource or evidence",
  ]);
});

const measured = (series: string): readonly string[] =>
  compileText(
    `${head}indicators:
  - { id: whole, name: 覆盖率, unit: "%", direction: increase, baseline: 45% @ 2023-12, targets: [{ reach: ≥85%, by: 2027-12 }] }
  - { id: part, name: 其中老城, part-of: whole, unit: "%", direction: increase, baseline: 40% @ 2023-11, targets: [{ reach: ≥80%, by: 2027-12 }] }
data: { observations: o.csv }
`,
    { asOf: "2024-06-30", files: { "o.csv": `indicator,at,value\n${series}` } },
  )
    .findings.map(({ code }) => code)
    .filter((code) => code.startsWith("data/") || code === "indicator/baseline-observation");

test("a slip of a reported value is told as that, not against the baseline or the whole besides", () => {
  const later = "whole,2024-01,46\nwhole,2024-02,47\nwhole,2024-03,48\nwhole,2024-04,49\n";
  expect(measured(`whole,2023-12,47\n${later}`)).toEqual(["indicator/baseline-observation"]);
  // A tenth of the baseline, and of all that follows.
  expect(measured(`whole,2023-12,4.5\n${later}`)).toEqual(["data/magnitude"]);
  expect(measured("whole,2024-03,48\npart,2024-03,60\n")).toEqual(["data/part-of-larger"]);
  expect(measured("whole,2024-03,48\npart,2024-03,120\n")).toEqual(["data/out-of-bounds"]);
});

test("stages are not compared with one that covers more than all", () => {
  const stages = (first: string): readonly string[] =>
    codesIn(
      `mechanisms:\n  - { id: spread, type: pilot, name: 试点, stages: [{ share: ${first}, of: 社区, by: 2025-06 }, { share: 100%, by: 2027-12 }] }\n`,
    ).filter((code) => /share-above-whole|stage-/.test(code));
  expect(stages("60%")).toEqual([]);
  expect(stages("120%")).toEqual(["mechanism/share-above-whole"]);
});

test("a value whose later deadline stands twice is told once, with both places", () => {
  const told = findings(
    `indicators:
  - id: share
    name: 覆盖率
    unit: "%"
    direction: increase
    baseline: 50% @ 2023-12
    targets:
      - { reach: 100%, by: 2026-12, section: "3" }
      - { reach: 100%, by: 2026-12, section: "5" }
      - { reach: 100%, by: 2025-06, section: "7" }
`,
    "target/same-value-two-dates",
  );
  expect(told.map(({ message }) => message.zhHans)).toEqual([
    "指标“覆盖率”的目标值“100%”，章节“3”“5”要求 2026-12-31 达到，章节“7”要求 2025-06-30 达到",
  ]);
  expect(relatedLines(told[0])).toEqual([18, 17]);
});

const weighed = (service: string) => `dimensions:
  - { id: service, name: 服务, weight: ${service} }
  - { id: trust, name: 获得感, weight: 40% }
indicators:
  - { id: a, name: 甲, dimension: service, weight: 60% }
  - { id: b, name: 乙, dimension: trust, weight: 40% }
`;

test("a weight of a dimension that explains both sums is one fault, with the weight that would be right", () => {
  const codes = (body: string) => codesIn(body).filter((code) => code.startsWith("count/"));
  // 50 + 40 = 90; with the 60 of its indicators 60 + 40 = 100.
  expect(codes(weighed("50%"))).toEqual(["count/dimension-weight-sum"]);
  const [told] = findings(weighed("50%"), "count/dimension-weight-sum");
  expect(told?.message.zhHans).toBe(
    "各维度的权重合计为 90%，应为 100%；维度“服务”下各指标的权重合计为 60%，该维度权重由 50% 改为 60%，合计即为 100%",
  );
  expect([told?.suggestion, relatedLines(told)]).toEqual(["60%", [11]]);
  // 70 + 40 = 110, and neither 60 + 40 nor 70 + 30 follows from one weight: b has 30, so both groups are wrong.
  const both = weighed("70%").replace("dimension: trust, weight: 40%", "dimension: trust, weight: 30%");
  expect(codes(both).sort()).toEqual(["count/dimension-weight-sum", "count/weight-sum", "count/weight-sum"]);
});

test("an undated target is told as that, not as a placeholder with two values besides", () => {
  const codes = (second: string): readonly string[] =>
    compileText(`${head.replace("text: 资源。", 'text: "达到{{target share}}。"')}indicators:
  - id: share
    name: 覆盖率
    unit: "%"
    direction: increase
    baseline: 50% @ 2023-12
    targets:
      - { reach: ≥60%, by: 2025, section: "3" }
      - ${second}
`)
      .findings.map(({ code }) => code)
      .filter((code) => code === "target/missing-date" || code === "narrative/ambiguous");
  expect(codes('{ reach: ≥85%, section: "3" }')).toEqual(["target/missing-date"]);
  // A bound without dates is a note, and does not say which of the two is meant.
  expect(codes('{ hold: ≥50%, section: "3" }')).toEqual(["narrative/ambiguous", "target/missing-date"]);
});

test("counts of which the part is larger than the whole are not held against another indicator besides", () => {
  const codes = (counts: string): readonly string[] =>
    compileText(
      `${head}indicators:
  - { id: whole, name: 覆盖率, unit: "%", direction: increase, baseline: 45% @ 2023-12, targets: [{ reach: ≥85%, by: 2027-12 }] }
  - { id: part, name: 其中老城, part-of: whole, unit: "%", direction: increase, baseline: 40% @ 2023-11, targets: [{ reach: ≥80%, by: 2027-12 }] }
data: { observations: o.csv }
`,
      {
        asOf: "2024-06-30",
        files: {
          "o.csv": `indicator,at,value,numerator,denominator\nwhole,2024-03,48,48,100\npart,2024-03,,${counts}\n`,
        },
      },
    )
      .findings.map(({ code }) => code)
      .filter((code) => code.startsWith("data/"));
  // 60 of 50 is more than all; 30 of 50 is 60%, more than the 48% of the whole.
  expect(codes("60,50")).toEqual(["data/part-above-whole"]);
  expect(codes("30,50")).toEqual(["data/part-of-larger"]);
});

test("figures of a text that are told as wrong are not told once more as stated nowhere", () => {
  const text = (words: string) =>
    compileText(
      `${head.replace("text: 资源。", `text: "${words}"`)}resources:\n  - { id: cooks, kind: people, name: 厨师, amount: 40人, section: "3" }\n`,
      { asOf: "2024-03-01" },
    )
      .findings.filter(({ code }) => /^(?:count|narrative)\//.test(code))
      .map(({ code, message }) => `${code}: ${message.en}`);
  expect(text("配备厨师60人。")).toEqual([
    'narrative/standing-figure: section 3 says 60人 for "厨师", but cooks states 40人',
  ]);
  // 40 + 40 + 30 = 110; the three shares stand within one place
  expect(text("权重分别为40%、40%、30%。")).toEqual([
    "count/shares-in-text: the shares 40% + 40% + 30% in the text of section 3 sum to 110%, not 100%",
  ]);
  expect(text("共有学校120所，其中150所设有食堂。")).toEqual([
    "count/part-in-text: 150所 in the text of section 3 is more than the 120所 of which it is a part",
  ]);
});

test("actions that are parts of each other are told as a circle, and not by their dates", () => {
  const told = compileText(
    `${head}actions:\n  - { id: a, name: 甲, parent: b, period: 2024 }\n  - { id: b, name: 乙, parent: a, period: 2025 }\n`,
    { asOf: "2024-03-01", only: "plan" },
  ).findings.filter(({ severity }) => severity !== "info");
  expect(told.map(({ code }) => code)).toEqual(["indicator/none", "reference/cycle"]);
});

test("a figure that two sections state without a date lacks one date", () => {
  const body = `indicators:
  - id: a
    name: 甲
    unit: "%"
    direction: increase
    baseline: [{ is: 50%, at: undated, section: "3" }, { is: 50%, at: undated, section: "5" }]
    targets: [{ reach: ≥60%, by: undated, section: "3" }, { reach: ≥60%, by: undated, section: "5" }, { reach: ≥70%, by: undated, section: "5" }]
`;
  expect(findings(body, "indicator/baseline-undated").map((one) => one.related.length)).toEqual([1]);
  const told = findings(body, "target/missing-date");
  expect(told.map(({ args, related }) => [args.value, related.length])).toEqual([
    ["≥60%", 1],
    ["≥70%", 0],
  ]);
});

test("a figure counted over another time is not said to be beyond conversion", () => {
  const body = `indicators: [{ id: a, name: 甲, unit: 次/月, direction: increase, baseline: 2次/月 @ 2023-12, targets: [{ reach: ≥1次/周, by: 2024-12 }] }]\n`;
  expect(findings(body, "target/unit-mismatch").map(({ message }) => message.zhHans)).toEqual([
    // 52 weeks in 12 months: 4.333…
    "指标“甲”的“≥1次/周”按周计，而计量单位“次/月”按月计（平均折合约“4.33次/月”），不能直接比较",
  ]);
});

function lacking(count: number): string {
  const one = (_: unknown, i: number) => `  - { id: i${i}, name: 指标${i}, unit: 个, role: output }\n`;
  return `indicators:\n${Array.from({ length: count }, one).join("")}`;
}

test("what three indicators lack is told at each, what four lack once with the place of each; each remains a finding", () => {
  expect(findings(lacking(4), "indicator/missing-owner")).toHaveLength(4);
  expect(together(lacking(3), "indicator/missing-owner").map(({ subject }) => subject?.id)).toEqual([
    "i0",
    "i1",
    "i2",
  ]);
  const told = together(lacking(4), "indicator/missing-owner");
  expect(told.map(({ message }) => message.zhHans)).toEqual([
    "4 项指标未明确责任主体：“指标0”“指标1”“指标2”等",
  ]);
  expect(relatedLines(told[0])).toEqual([11, 12, 13]);
});

test("one of four that is suppressed with a reason leaves three, each at its place", () => {
  const text = lacking(4).replace(
    "role: output }\n",
    "role: output } # plan-ignore indicator/missing-owner: 另定\n",
  );
  expect(together(text, "indicator/missing-owner").map(({ subject }) => subject?.id)).toEqual([
    "i1",
    "i2",
    "i3",
  ]);
  expect(findings(text, "suppression/unused")).toEqual([]);
});

test("a rule that the configuration makes graver tells each of its places", () => {
  const levels = new Map([["indicator/missing-owner", "warning" as const]]);
  const { findings: all, together: asTold } = compileText(head + lacking(5), { asOf: "2024-03-01", levels });
  expect(asTold(all).filter(({ code }) => code === "indicator/missing-owner")).toHaveLength(5);
});

test("mechanisms that lack something are counted by what they lack, each place with its own", () => {
  const body = `mechanisms:
  - { id: m1, type: list, name: 甲, owner: 县政府, section: "3" }
  - { id: m2, type: list, name: 乙, section: "3" }
  - { id: m3, type: provision, name: 丙, section: "3" }
  - { id: m4, type: list, name: 丁, section: "3", items: [{ id: x, name: 项 }] }
`;
  const [told, ...others] = together(body, "mechanism/incomplete");
  expect(others).toEqual([]);
  expect(told?.message.zhHans).toBe(
    "4 项工作机制要素不全：缺清单事项的 2 项，缺责任主体的 2 项，缺规定内容的 1 项",
  );
  expect(told?.related.map(({ note }) => note.zhHans)).toEqual([
    "缺少清单事项",
    "缺少清单事项、责任主体",
    "缺少规定内容",
    "缺少责任主体",
  ]);
});

test("a date of two readings that another finding spells out is not told besides", () => {
  const body = `indicators: [{ id: a, name: a, unit: 项, direction: increase, baseline: 0 @ 2023, targets: [{ reach: ≥5项, by: { before: 2024, or: 2024-12 } }] }]\n`;
  expect(findings(body, "time/outside-period")).toHaveLength(1);
  expect(findings(body, "time/two-readings")).toEqual([]);
});

test("the end of a reversed period is no evaluation before its time", () => {
  const body = `indicators: [{ id: a, name: 覆盖率, unit: "%", direction: increase, baseline: 50% @ 2023, targets: [{ reach: ≥70%, by: 2027-12 }] }]
actions: [{ id: e, name: 开展服务评议, period: 2027-06..2026-06 }]
`;
  expect(findings(body, "time/reversed")).toHaveLength(1);
  expect(findings(body, "time/evaluated-before-due")).toEqual([]);
});

test("two indicators of one name and different values are a question where each is defined in its own words", () => {
  const body = (definitions: readonly string[]): string => `indicators:
${definitions.map((definition, i) => `  - { id: a${i}, name: 覆盖率, unit: "%", direction: increase, definition: ${definition}, baseline: ${50 - 2 * i}% @ 2023, targets: [{ reach: ≥70%, by: 2027-12 }] }`).join("\n")}
`;
  const severities = (...definitions: readonly string[]) =>
    findings(body(definitions), "statement/same-name").map(({ severity }) => severity);
  expect(severities("达标学生 / 全部参测学生", "达标学生 / 全部在册学生")).toEqual(["warning"]);
  expect(severities("达标学生 / 全部参测学生", "达标学生 / 全部参测学生")).toEqual(["error"]);
});

test("a figure that its comma splits and that no one could read in quotes either is told once, with the cure that helps", () => {
  const body = `indicators:
  - id: a
    name: 占比
    unit: "%"
    baseline: { is: 7,2%, at: 2023 }
    observations: [{ at: 2024-01, value: 7,3% }]
`;
  const { findings: told } = compileText(head + body, { asOf: "2024-03-01" });
  const errors = told.filter(({ severity }) => severity === "error");
  expect(errors.map(({ code, suggestion }) => [code, suggestion])).toEqual([
    ["statement/unreadable-quantity", "7.2"],
    ["data/unreadable-value", "7.3"],
  ]);
});

test("a text that its comma splits is told where it stands", () => {
  const body = "indicators: [{ id: a, name: 占比, unit: 项, definition: 全区, 试点 }]\n";
  expect(findings(body, "yaml/split-text")).toHaveLength(1);
});
