import Big from "big.js";
import { expect, test } from "vitest";
import type { Compilation } from "../../src/compile.ts";
import { type Language, makeSpeaker } from "../../src/language/speaker.ts";
import { buildStatusView } from "../../src/report/view/status.ts";
import type { StatusView } from "../../src/report/view/status-view.ts";
import * as made from "./hand-made.ts";
import { fullCompilation } from "./sample-plans.ts";

async function view(of: Compilation, language: Language = "zh-Hans"): Promise<StatusView> {
  return buildStatusView({
    compilation: of,
    speaker: await makeSpeaker(language),
    asOf: made.asOf,
    version: "0.0.0",
  });
}

/** Indicators with data in the order of the report. */
function shown({ groups }: StatusView) {
  return groups.flatMap((group) => group.indicators);
}

/** Indicators without data in the order of the report. */
function waiting(of: StatusView) {
  return of.waiting.flatMap((group) => group.indicators);
}

test("the summary's counts add up to the indicators", async () => {
  const { counts, summary } = await view(fullCompilation());
  expect(counts.map(({ key, count }) => [key, count])).toEqual([
    ["at-risk", 1],
    ["no-data", 1],
    ["not-due", 1],
  ]);
  expect(summary).toContain("纳入评定的指标共3项：滞后预警1项、未报送1项、未到期1项。");
});

test("the summary says the same in English", async () => {
  const { summary } = await view(fullCompilation(), "en");
  expect(summary).toBe(
    "On 30 June 2026 the plan had 3 indicators: 1 at risk, 1 no data, 1 not due. By its weakest indicator the plan as a " +
      "whole is: at risk. 2 indicators need attention; 1 task is due without a word on progress. The check of the plan found 1 error, 0 warnings and 0 hints.",
  );
});

test("indicators stand by dimension in plan order, those without one last", async () => {
  const { groups, waiting: without, grid } = await view(fullCompilation());
  expect(groups.map(({ name, indicators }) => [name, indicators.map((one) => one.number)])).toEqual([
    ["服务供给", ["1"]],
  ]);
  // What has no data stands apart, but keeps its number.
  expect(without.map(({ name, indicators }) => [name, indicators.map((one) => one.number)])).toEqual([
    ["群众获得感", ["2"]],
    ["未归入维度", ["3"]],
  ]);
  // The map of statuses begins with the worst.
  expect(grid.map(({ key, indicators }) => [key, indicators.map((one) => one.number)])).toEqual([
    ["at-risk", ["1"]],
    ["no-data", ["3"]],
    ["not-due", ["2"]],
  ]);
});

test("a row carries value, wording, progress, gap and owner in words", async () => {
  const [row] = shown(await view(fullCompilation()));
  expect(row).toMatchObject({
    baseline: { text: "45%", date: "2025年12月31日", mark: null },
    value: { text: "52.0%", date: "2026年6月30日", mark: "暂定" },
    target: { text: "达到85%以上", date: "2027年12月31日" },
    contested: "目标值不一致",
    attained: "17.5%",
    elapsed: "24.8%",
    expected: "52.4%",
    gap: "−0.4个百分点",
    owner: "区民政局（配合：区财政局）",
    movement: [
      { label: "上期", text: "48.5%" },
      { label: "环比", text: "+3.5个百分点" },
    ],
  });
});

test("entities stand furthest behind first", async () => {
  const [row] = shown(await view(fullCompilation()));
  expect(row?.entities?.rows.map((one) => [one.name, one.status.key])).toEqual([
    ["东街道", "worsening"],
    ["西街道", "on-track"],
  ]);
});

test("the latest reason and measure reported are told with their period", async () => {
  const [row] = shown(await view(fullCompilation()));
  expect(row?.deviations).toEqual([
    { of: "2026年6月30日", reason: "东街道场地未落实", action: "协调闲置用房" },
  ]);
});

test("an assumed due date says so", async () => {
  const only = made.indicator("x");
  const judged = made.judged(made.target("reach", made.quantity("≥85%", "85")), {
    dueOn: made.day("2027-12-31"),
    assumed: true,
    governing: true,
  });
  const of = made.compilation({
    plan: made.plan({ indicators: [only] }),
    rows: [made.row(only, "no-data", { targets: [judged] })],
  });
  expect(waiting(await view(of))[0]?.targets[0]?.details).toContain("2027年12月31日（推定）");
  expect(waiting(await view(of, "en"))[0]?.targets[0]?.details).toContain("31 Dec 2027 (assumed)");
});

test("a value just short of its target does not print as the target", async () => {
  const only = made.indicator("x");
  const judged = made.judged(made.target("reach", made.quantity("≥85%", "85")), {
    dueOn: made.asOf,
    governing: true,
  });
  const row = made.row(only, "missed", {
    observedOn: made.asOf,
    targets: [judged],
    series: made.seriesOf([made.observation("x", "2026-06-30", "84.9996", 2)]),
    figures: made.figures({ value: "84.9996", attained: "0.9999" }),
  });
  const of = made.compilation({ plan: made.plan({ indicators: [only] }), rows: [row] });
  // Two decimals would give 85.00 and one decimal 100.0%: both would say that the target is met.
  expect(shown(await view(of))[0]).toMatchObject({ value: { text: "84.9996%" }, attained: "99.99%" });
});

test("periods held are told of periods shown", async () => {
  const only = made.indicator("x");
  const row = made.row(only, "off-track", {
    held: 2,
    periods: 3,
    series: made.seriesOf([made.observation("x", "2026-06-30", "1", 2)]),
  });
  const of = made.compilation({ plan: made.plan({ indicators: [only] }), rows: [row] });
  expect(shown(await view(of))[0]?.held).toBe("已评3期，达标2期");
  expect(shown(await view(of, "en"))[0]?.held).toBe("held in 2 of 3 periods");
});

test("reference indicators are shown apart and not counted", async () => {
  const base = made.indicator("gdp", { role: made.given("context" as const) });
  const row = made.row(base, "not-computable", {
    reason: "context",
    observedOn: made.asOf,
    figures: made.figures({ value: "5.25" }),
  });
  const { context, counts, groups } = await view(
    made.compilation({ plan: made.plan({ indicators: [base] }), rows: [row] }),
  );
  expect(context).toEqual([
    {
      anchor: "indicator-gdp",
      name: "gdp",
      value: { text: "5.25%", date: "2026年6月30日", mark: null },
      owner: "—",
    },
  ]);
  expect(counts).toEqual([]);
  expect(groups).toEqual([]);
});

test("a milestone whose day has passed is overdue unless it is done", async () => {
  const milestones = [
    made.milestone("silent", "甲", "2026-03-31"),
    made.milestone("slow", "乙", "2026-03-31"),
    made.milestone("done", "丙", "2026-03-31"),
    made.milestone("later", "丁", "2026-07-31"),
  ];
  const progress = [
    made.progress("slow", "2026-06-01", {
      state: made.given("in-progress" as const),
      share: made.given(new Big("0.5")),
    }),
    made.progress("done", "2026-03-01", { state: made.given("done" as const) }),
    made.progress("later", "2026-07-01", { state: made.given("done" as const) }),
  ];
  const { milestones: rows } = await view(made.compilation({ plan: made.plan({ milestones }), progress }));
  expect(rows.map(({ name, state, share }) => [name, state.key, state.word, share])).toEqual([
    ["甲", "overdue", "已到期，无进展记录", null],
    ["乙", "overdue", "逾期", "50%"],
    ["丙", "done", "已完成", null],
    // The entry of July is not seen on 30 June.
    ["丁", "none", "无进展记录", null],
  ]);
});

test("findings cite section and line, errors before warnings", async () => {
  const { findings } = await view(fullCompilation());
  expect(findings).toMatchObject([
    { key: "error", rule: "target/conflict", count: "1条", rows: [{ section: "二", place: "第14行" }] },
  ]);
});

test("names are given in the report's language where the plan has them", async () => {
  expect(shown(await view(fullCompilation(), "en"))[0]?.name).toBe("Coverage of meal services");
  expect(waiting(await view(fullCompilation(), "en"))[1]?.name).toBe("Volunteers");
  expect(waiting(await view(fullCompilation()))[1]?.name).toBe("志愿者人数");
});

test("who filled in and who checked is named where the data say it", async () => {
  const { signatures, milestoneSignatures } = await view(fullCompilation());
  expect(signatures).toEqual({ filledBy: "张三、李四", checkedBy: null, date: "2026年6月30日" });
  expect(milestoneSignatures).toEqual({ filledBy: "王五", checkedBy: "赵六", date: "2026年6月20日" });
});

test("what is behind stands on page one, worst first, with how far and why", async () => {
  const [fine, late, gone] = ["fine", "late", "gone"].map((id) => made.indicator(id));
  if (fine === undefined || late === undefined || gone === undefined) throw new Error("three were made");
  const missed = made.judged(made.target("reach", made.quantity("≥60%", "60")), {
    status: "missed",
    dueOn: made.day("2026-03-31"),
    judgedBy: { value: "55", on: made.day("2026-03-31"), span: made.at(2, made.dataFile) },
  });
  const rows = [
    made.row(fine, "on-track"),
    // 52 against the 60 expected: eight points behind.
    made.row(late, "at-risk", { figures: made.figures({ value: "52", expected: "60", gap: "-8" }) }),
    made.row(gone, "off-track", { targets: [missed] }),
  ];
  const { attention } = await view(
    made.compilation({ plan: made.plan({ indicators: [fine, late, gone] }), rows }),
  );
  expect(attention.indicators.map(({ number, status, reasons }) => [number, status.key, reasons])).toEqual([
    ["3", "off-track", ["2026年3月31日到期未实现：“≥60%”，当时为55%"]],
    ["2", "at-risk", ["落后应达值（60%）8个百分点"]],
  ]);
  expect(attention.nothing).toBeNull();
});

test("indicators beyond the room of page one are counted", async () => {
  const indicators = Array.from({ length: 13 }, (_, i) => made.indicator(`x${i}`));
  const rows = indicators.map((one) => made.row(one, "missed"));
  const { attention } = await view(made.compilation({ plan: made.plan({ indicators }), rows }), "en");
  expect(attention.indicators).toHaveLength(10);
  expect(attention.indicatorsLeftOff).toBe("3 more: see the status list below.");
});

test("a plan in which nothing is behind or overdue says so", async () => {
  const only = made.indicator("x");
  const { attention } = await view(
    made.compilation({ plan: made.plan({ indicators: [only] }), rows: [made.row(only, "achieved")] }),
    "en",
  );
  expect(attention.nothing).toBe("No indicator is behind or unreported, and no task is overdue.");
});

test("a plan without indicators whose tasks are in time says so", async () => {
  const empty = made.compilation({ plan: made.plan({ indicators: [] }), rows: [] });
  expect((await view(empty, "en")).attention.nothing).toBe("No task is overdue.");
});

test("overdue actions and milestones are told, longest overdue first", async () => {
  const actions = [made.action("a", "甲", "2026-05-31"), made.action("b", "乙", "2026-12-31")];
  const milestones = [made.milestone("m", "丙", "2026-03-31")];
  const progress = [
    made.progress("a", "2026-06-01", { share: made.given(new Big("0.5")) }),
    made.progress("m", "2026-06-01", { problem: made.given("场地未落实") }),
  ];
  const { attention, actions: rows } = await view(
    made.compilation({ plan: made.plan({ actions, milestones }), progress }),
  );
  // 31 March to 30 June: 30 + 31 + 30 days; 31 May to 30 June: 30 days.
  expect(attention.tasks.map(({ name, late, share, remarks }) => [name, late, share, remarks])).toEqual([
    ["丙", "91天", null, [{ label: "存在问题", text: "场地未落实" }]],
    ["甲", "30天", "50%", []],
  ]);
  expect(rows.map(({ name, state }) => [name, state.key, state.word])).toEqual([
    ["甲", "overdue", "逾期"],
    ["乙", "none", "无进展记录"],
  ]);
});

test("a task that is due without an entry needs attention, and is not called overdue", async () => {
  const plan = made.plan({ actions: [made.action("a", "甲", "2026-05-31")] });
  const { attention, actions, summary } = await view(made.compilation({ plan }));
  expect(attention.tasks.map(({ name, state }) => [name, state.word])).toEqual([
    ["甲", "已到期，无进展记录"],
  ]);
  expect(actions[0]?.state.word).toBe("已到期，无进展记录");
  expect(summary).toContain("已到期而未报送进展的事项1项。");
});

test("an entry whose share is whole is done without the word", async () => {
  const plan = made.plan({ actions: [made.action("a", "甲", "2026-05-31")] });
  const progress = [made.progress("a", "2026-06-01", { share: made.given(new Big("1")) })];
  const { attention, actions } = await view(made.compilation({ plan, progress }));
  expect(actions[0]?.state.key).toBe("done");
  expect(attention.tasks).toEqual([]);
});

test("explanations beyond twelve are counted", async () => {
  const only = made.indicator("x");
  const observations = Array.from({ length: 15 }, (_, i) =>
    made.observation("x", "2026-06-30", "1", i + 2, {
      entity: `e${i}`,
      reason: made.given(`原因${i}`),
    }),
  );
  const rows = [
    made.row(only, "at-risk"),
    ...observations.map((seen, i) =>
      made.row(only, "at-risk", { entity: `e${i}`, series: made.seriesOf([seen]) }),
    ),
  ];
  const of = made.compilation({ plan: made.plan({ indicators: [only] }), rows, observations });
  const [row] = shown(await view(of));
  expect(row?.deviations).toHaveLength(12);
  expect(row?.deviationsLeftOff).toBe("其余3条偏差说明未在此列出。");
});

test("a status that the two shares seem to deny is explained by the path", async () => {
  const only = made.indicator("x");
  const path = [
    ["2025-12-31", "45"],
    ["2026-12-31", "60"],
    ["2027-12-31", "85"],
  ].map(([on, value]) => ({ on: made.day(on ?? ""), value: new Big(value ?? "") }));
  const row = made.row(only, "on-track", {
    observedOn: made.asOf,
    path,
    series: made.seriesOf([made.observation("x", "2026-06-30", "54", 2)]),
    // (54 − 45) ÷ (85 − 45) = 0.225 of the way in 0.248 of the time, yet 54 is beyond the 52.44 expected.
    figures: made.figures({
      value: "54",
      expected: "52.44",
      gap: "1.56",
      pace: "1.21",
      attained: "0.225",
      elapsed: "0.248",
    }),
  });
  const of = made.compilation({ plan: made.plan({ indicators: [only] }), rows: [row] });
  expect(shown(await view(of))[0]?.sentences).toContain("应达轨迹按阶段目标分段计算，状态以应达值为准。");
});

test("a projection is not printed beyond the limits of the value", async () => {
  const bounds = { ...made.given({ ...made.quantity("0..100", "0"), upper: new Big(100) }), stated: false };
  const only = made.indicator("x", { bounds });
  const row = made.row(only, "at-risk", {
    targetOn: made.day("2027-12-31"),
    series: made.seriesOf([made.observation("x", "2026-06-30", "90", 2)]),
    figures: made.figures({ value: "90", projected: "163.07" }),
  });
  const of = made.compilation({ plan: made.plan({ indicators: [only] }), rows: [row] });
  expect(shown(await view(of))[0]?.sentences).toEqual([
    "按现有趋势推算（估计值），2027年12月31日为100%（上限）。",
  ]);
});

test("of several missed targets page one tells the latest and counts the others, repeated ones once", async () => {
  const only = made.indicator("x");
  const missed = (level: string, due: string) =>
    made.judged(made.target("reach", made.quantity(`≥${level}%`, level)), {
      status: "missed",
      level: new Big(level),
      dueOn: made.day(due),
    });
  const targets = [missed("40", "2024-12-31"), missed("50", "2025-12-31"), missed("50", "2025-12-31")];
  const row = made.row(only, "off-track", { targets });
  const { attention } = await view(
    made.compilation({ plan: made.plan({ indicators: [only] }), rows: [row] }),
    "en",
  );
  expect(attention.indicators[0]?.reasons).toEqual([
    "missed on 31 Dec 2025: ≥50%",
    "1 further target missed",
  ]);
});

test("the level that a rate comes to is printed with as many decimals as people write", async () => {
  const only = made.indicator("x");
  const rate = made.judged(made.target("rate", { ...made.quantity("-4%/年", "-4", "%"), relation: null }), {
    relation: "<=",
    level: new Big("26.58114994176"),
    dueOn: made.day("2030-12-31"),
    governing: true,
  });
  const row = made.row(only, "on-track", {
    targets: [rate],
    figures: made.figures({ value: "28.5", target: "26.58114994176" }),
  });
  const of = made.compilation({ plan: made.plan({ indicators: [only] }), rows: [row] });
  expect(shown(await view(of))[0]?.target.text).toBe("年均下降4%（即≤26.6%）");
});
