/** How grave a finding about a mechanism is: an error only where two statements cannot both hold. */
import { expect, test } from "vitest";
import { compileText } from "../kit/compile.ts";

const head = `format: 1
id: small
title: 小方案
language: zh-Hans
period: 2026-01..2027-12
deliverables: [{ id: platform, name: 平台, due: M9 }]
`;

function told(code: string, mechanisms: string): readonly [string, string, string][] {
  const text = `${head}mechanisms:\n${mechanisms
    .trim()
    .split("\n")
    .map((line) => `  - ${line.trim()}\n`)
    .join("")}`;
  return compileText(text, { asOf: "2026-01-15" })
    .findings.filter((finding) => finding.code === code)
    .map(({ severity, message }) => [severity, message.en, message.zhHans]);
}

test("a bonus that makes the whole is asked about; without a bonus the same sum is wrong", () => {
  const components = (bonus: string): string =>
    `{ id: s, type: scorecard, components: [{ id: a, weight: 40% }, { id: b, weight: 40% }, { id: c, weight: ${bonus} }] }`;
  expect(told("scorecard/weight-sum", components("20%, bonus: true"))).toEqual([
    [
      "warning",
      "s: the weights sum to 80% without the bonus and to 100% with it: is it a bonus on top, or part of the whole?",
      "考核评价“s”的权重不含加分项合计为 80%，含加分项恰为 100%，该项是另行加分还是整体的一部分未写明",
    ],
  ]);
  // 80% and 10% on top make no whole: the weights themselves are short
  expect(told("scorecard/weight-sum", components("10%, bonus: true")).map(([severity]) => severity)).toEqual([
    "error",
  ]);
});

test("a contradiction in what is cited of another place is a warning", () => {
  const norm = (origin: string): string =>
    `{ id: n, type: norm, origin: ${origin}, figures: [{ id: f, name: 人数, values: [{ is: 3人, section: "1" }, { is: 5人, section: "2" }] }] }`;
  expect(told("statement/conflict", norm("cited")).map(([severity]) => severity)).toEqual(["warning"]);
  expect(told("statement/conflict", norm("plan")).map(([severity]) => severity)).toEqual(["error"]);
});

test("a ranking without data is held against slower assessments of its subjects, more softly where it has parts of its own", () => {
  const assessment =
    "{ id: a, type: scorecard, subjects: 单位, cadence: quarterly, components: [{ id: x }] }";
  const ranking = (components: string): string =>
    `{ id: r, type: scorecard, subjects: 单位, cadence: monthly, bands: [{ id: last, rank: last 10% }]${components} }`;
  expect(told("scorecard/faster-than-data", `${assessment}\n${ranking("")}`)).toEqual([
    [
      "warning",
      "r is monthly and does not say what it ranks; a assesses the same subjects only quarterly: where do its data come from?",
      "考核评价“r”每月一次，未写明依据；同一对象的“a”考核频次仅为每季度一次，所用数据的来源未写明",
    ],
  ]);
  const soft = told("scorecard/faster-than-data", `${assessment}\n${ranking(", components: [{ id: y }]")}`);
  expect(soft.map(([severity]) => severity)).toEqual(["info"]);
});

test("shares of a fund that fall short are wrong, unless the fund is said to be incomplete", () => {
  const fund = (complete: string): string =>
    `{ id: f, type: fund, ${complete}sources: [{ id: a, share: 60% }, { id: b, share: 30% }] }`;
  const severities = ["", "complete: true, ", "complete: false, "].map((complete) =>
    told("fund/share-sum", fund(complete)).map(([severity]) => severity),
  );
  expect(severities).toEqual([["error"], ["error"], []]);
});

test("an alarm level before its condition contradicts it; one after it leaves a gap", () => {
  const alarm = (margin: number): string =>
    `{ id: x, type: alarm, when: "rate < elapsed - ${margin}pp", levels: [{ name: 黄灯, at: 15pp }, { name: 红灯, at: 30pp }] }`;
  const severities = [20, 15, 10].map((margin) =>
    told("alarm/level-order", alarm(margin)).map(([severity]) => severity),
  );
  expect(severities).toEqual([["error"], [], ["warning"]]);
});

test("a use that only a rhythm dates is a question", () => {
  const review = (start: string): string =>
    `{ id: q, type: review, kind: 调度, cadence: quarterly, ${start}needs: [platform] }`;
  // M9 ends on 2026-09-30, the first quarter on 2026-03-31
  expect(told("time/used-before-exists", review(""))).toEqual([
    [
      "info",
      "q is quarterly, so due by 2026-03-31, but needs platform, due only on 2026-09-30: from when does it run?",
      "“q”每季度一次，应自 2026-03-31 起开展，而所需“平台”到 2026-09-30 才完成，自何时起实行未写明",
    ],
  ]);
  expect(told("time/used-before-exists", review("from: M8, ")).map(([severity]) => severity)).toEqual([
    "warning",
  ]);
  expect(told("time/used-before-exists", review("from: M9, "))).toEqual([]);
});
