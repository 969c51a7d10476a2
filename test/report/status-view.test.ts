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

/** Indicators in the order of the report. */
function shown({ groups }: StatusView) {
  return groups.flatMap((group) => group.indicators);
}

test("the summary's counts add up to the indicators", async () => {
  const { counts, summary } = await view(fullCompilation());
  expect(counts.map(({ key, count }) => [key, count])).toEqual([
    ["at-risk", 1],
    ["not-due", 1],
    ["no-data", 1],
  ]);
  expect(summary).toContain("纳入评定的指标共3项：滞后预警1项、未到期1项、未报送1项。");
});

test("the summary says the same in English", async () => {
  const { summary } = await view(fullCompilation(), "en");
  expect(summary).toBe(
    "On 30 June 2026 the plan had 3 indicators: 1 at risk, 1 not due, 1 no data. By its weakest indicator the plan as a " +
      'whole is: at risk. To look at first: "Coverage of meal services" (at risk). The check of the plan found 1 error, ' +
      "0 warnings and 0 notes.",
  );
});

test("indicators stand by dimension in plan order, those without one last", async () => {
  const { groups } = await view(fullCompilation());
  expect(groups.map(({ name, indicators }) => [name, indicators.map((one) => one.id)])).toEqual([
    ["服务供给", ["coverage-rate"]],
    ["群众获得感", ["satisfaction"]],
    ["未归入维度", ["volunteers"]],
  ]);
});

test("a row carries value, wording, progress, gap and owner in words", async () => {
  const [row] = shown(await view(fullCompilation()));
  expect(row).toMatchObject({
    baseline: { text: "45%", date: "2025年12月31日", mark: null },
    value: { text: "52%", date: "2026年6月30日", mark: "暂定" },
    target: { text: "达到85%以上", date: "2027年12月31日" },
    contested: "目标有争议",
    attained: "17.5%",
    elapsed: "24.8%",
    expected: "52.44%",
    gap: "-0.44个百分点",
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
  expect(shown(await view(of))[0]?.target.date).toBe("2027年12月31日（未注明，按方案期末计）");
  expect(shown(await view(of, "en"))[0]?.target.date).toBe("31 Dec 2027 (assumed: end of the plan)");
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
    figures: made.figures({ value: "84.9996", attained: "0.9999" }),
  });
  const of = made.compilation({ plan: made.plan({ indicators: [only] }), rows: [row] });
  // Two decimals would give 85.00 and one decimal 100.0%: both would say that the target is met.
  expect(shown(await view(of))[0]).toMatchObject({ value: { text: "84.9996%" }, attained: "99.99%" });
});

test("periods held are told of periods shown", async () => {
  const only = made.indicator("x");
  const row = made.row(only, "off-track", { held: 2, periods: 3 });
  const of = made.compilation({ plan: made.plan({ indicators: [only] }), rows: [row] });
  expect(shown(await view(of))[0]?.held).toBe("3个报告期中2个达到要求");
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
    { name: "gdp", value: { text: "5.25%", date: "2026年6月30日", mark: null }, owner: "—" },
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
    ["乙", "overdue", "已逾期", "50%"],
    ["丙", "done", "已完成", null],
    // The entry of July is not seen on 30 June.
    ["丁", "none", "无进展记录", null],
  ]);
});

test("findings cite section and line, errors before warnings", async () => {
  const { findings } = await view(fullCompilation());
  expect(findings).toMatchObject([
    { key: "error", section: "2", place: "meals.plan.yaml:14", rule: "target/conflict" },
  ]);
});

test("names are given in the report's language where the plan has them", async () => {
  expect(shown(await view(fullCompilation(), "en"))[0]?.name).toBe("Coverage of meal services");
  expect(shown(await view(fullCompilation(), "en"))[2]?.name).toBe("Volunteers");
  expect(shown(await view(fullCompilation()))[2]?.name).toBe("志愿者人数");
});

test("who filled in and who checked is named where the data say it", async () => {
  const { signatures, milestoneSignatures } = await view(fullCompilation());
  expect(signatures).toEqual({ filledBy: "张三、李四", checkedBy: null, date: "2026年6月30日" });
  expect(milestoneSignatures).toEqual({ filledBy: "王五", checkedBy: "赵六", date: "2026年6月20日" });
});
