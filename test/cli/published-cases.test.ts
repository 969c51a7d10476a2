/**
 * Worked cases that methods and tools publish, typed in as a user would and read from `plan check --format json`. Published
 * figures are compared to the digits that are published; where ours departs from the source on purpose, the name says so.
 * Sources: METHODS.md sections 1 to 6, which name the repository and file of each.
 */
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { fakeHost } from "../kit/fake-host.ts";

interface Case {
  /** Fields of the indicator. */
  readonly is: string;
  readonly seen: readonly string[];
  readonly asOf: string;
  readonly period?: string;
}

type Published = readonly [source: string, one: Case, printed: Readonly<Record<string, string | null>>];

async function rowOf({ is, seen, asOf, period = "2026" }: Case): Promise<Record<string, string | null>> {
  const observations = seen.map((one) => {
    const [at, value] = one.split(" ");
    return one.startsWith("{") ? one : `{ at: ${at}, value: ${value} }`;
  });
  const text = `format: 1\nid: p\ntitle: P\nperiod: ${period}\nindicators:\n  - { id: x, name: X, ${is}, observations: [${observations.join(", ")}] }\n`;
  const host = fakeHost({ files: { "/repo/p.plan.yaml": text } });
  await run(`check p.plan.yaml --format json --as-of ${asOf}`.split(" "), host);
  return JSON.parse(host.stdout()).plans[0].indicators[0];
}

/** The figure of the JSON rounded to as many places as are published; words as they are. */
function asPublished(value: string | null, published: string | null): string | null {
  if (value === null || published === null || !/^-?\d+(\.\d+)?$/.test(published)) return value;
  return Number(value).toFixed(published.split(".")[1]?.length ?? 0);
}

const up = "unit: 个, direction: increase";
const down = "unit: 个, direction: decrease";
const sdg = (base: string, target: string): string =>
  `unit: 个, baseline: ${base} @ 2015, targets: [{ reach: ${target}, by: 2030 }]`;
const goal = { period: "2016..2030", asOf: "2021-06-30" };

// Open SDG (StatCan): R and the published scoring lines 7.1429 R − 4.2857 and 4.1667 R − 2.5.
const openSdg: readonly Published[] = [
  ...(
    [
      ["63", "1.0003", "substantial_progress", "on-track", "2.859"],
      ["58", "0.637", "moderate_progress", "at-risk", "0.265"],
      ["55", "0.407", "limited_progress", "off-track", "-0.804"],
      ["50", "0.000", "limited_progress", "off-track", "-2.500"],
      ["48", "-0.172", "deterioration", "worsening", "-3.216"],
    ] as const
  ).map(
    ([value, ratio, methodStatus, status, score]): Published => [
      `Open SDG: 50 (2015) to ${value} (2020) of 100 (2030)`,
      {
        is: `direction: increase, assess: cagr-ratio, ${sdg("50", "100")}`,
        seen: [`2020 ${value}`],
        ...goal,
      },
      { value, ratio, methodStatus, status, score },
    ],
  ),
  [
    "Open SDG feature 1.5.3: 10 to 30, wanted 1, deteriorates",
    {
      is: `direction: decrease, assess: cagr-ratio, ${sdg("10", "1")}`,
      seen: ["2016 30"],
      ...goal,
      asOf: "2017-03-01",
    },
    { ratio: "-14.054", methodStatus: "deterioration", status: "worsening", score: "-5" },
  ],
  [
    "Open SDG feature 1.5.4: 5 to 6, wanted 9, is on track",
    {
      is: `direction: increase, assess: cagr-ratio, ${sdg("5", "9")}`,
      seen: ["2016 6"],
      ...goal,
      asOf: "2017-03-01",
    },
    { ratio: "5.0045", methodStatus: "substantial_progress", status: "on-track", score: "5" },
  ],
  [
    // g = (92 ÷ 90)^(1/5) − 1 = 0.44%, C = 0.3736: between 0.5% C and 1.5% C.
    "Open SDG: 90 to 92 under a natural limit of 100 is moderate",
    {
      is: `${up}, assess: { method: cagr-ratio, limit: 100 }, baseline: 90 @ 2015`,
      seen: ["2020 92"],
      ...goal,
    },
    { ratio: "0.0044", methodStatus: "moderate_progress", status: "at-risk", score: "1.698" },
  ],
  [
    "Open SDG: the same without a limit is limited",
    { is: `${up}, assess: cagr-ratio, baseline: 90 @ 2015`, seen: ["2020 92"], ...goal },
    { ratio: "0.0044", methodStatus: "limited_progress", status: "off-track" },
  ],
  [
    "Open SDG, departing: half of a target of zero in a third of the time has no ratio, not 0.28",
    { is: `direction: decrease, assess: cagr-ratio, ${sdg("10", "0")}`, seen: ["2020 5"], ...goal },
    { ratio: null, methodStatus: "not_available", status: "not-computable", reason: "zero-target" },
  ],
  [
    "Open SDG, departing: zero that stays zero is no deterioration",
    { is: `direction: increase, assess: cagr-ratio, ${sdg("0", "10")}`, seen: ["2020 0"], ...goal },
    { ratio: null, methodStatus: "not_available", status: "not-computable", reason: "zero-baseline" },
  ],
  [
    "Open SDG: met at the start and lost, 95 to 88 of 90, deteriorates",
    { is: `direction: increase, assess: cagr-ratio, ${sdg("95", "≥90")}`, seen: ["2020 88"], ...goal },
    { methodStatus: "deterioration", status: "worsening" },
  ],
];

const unAndRegions: readonly Published[] = [
  [
    "Eurostat: 9.6 (2004) to 17.5 (2017) of 20 (2020)",
    {
      is: `${up}, assess: { method: cagr-ratio, preset: eurostat }, baseline: 9.6 @ 2004, targets: [{ reach: 20, by: 2020 }]`,
      seen: ["2017 17.5"],
      period: "2005..2020",
      asOf: "2018-06-30",
    },
    { ratio: "1.007", methodStatus: "significant_progress", status: "on-track", score: "1" },
  ],
  [
    "Eurostat: 116.2 to 122.0 (2008 to 2012), wanted 96.2, moves away",
    {
      is: `${down}, assess: { method: cagr-ratio, preset: eurostat }, baseline: 116.2 @ 2008, targets: [{ reach: 96.2, by: 2020 }]`,
      seen: ["2012 122.0"],
      period: "2009..2020",
      asOf: "2013-06-30",
    },
    { ratio: "-0.784", methodStatus: "movement_away", status: "worsening", score: "0" },
  ],
  [
    "UN Progress Chart: 50 (2015) to 58 (2022) of 100 leads to 68.72",
    {
      is: `direction: increase, assess: un-projection, ${sdg("50", "100")}`,
      seen: ["2022 58"],
      ...goal,
      asOf: "2023-06-30",
    },
    {
      projected: "68.72",
      projectedBy: "cagr",
      ratio: "0.374",
      score: "2",
      methodStatus: "fair_progress_acceleration_needed",
      status: "at-risk",
    },
  ],
  [
    "ESCAP Anticipated Progress: 60 to a predicted 80 of 100 leaves half of the way",
    {
      is: `${up}, assess: anticipated, baseline: 60 @ 2015, targets: [{ reach: 100, by: 2030 }]`,
      seen: ["2018 64", "2021 68"],
      period: "2016..2030",
      asOf: "2022-06-30",
    },
    {
      projected: "80.00",
      projectedBy: "weighted-linear",
      ratio: "0.5",
      methodStatus: "accelerate",
      status: "at-risk",
      score: "0.5",
    },
  ],
  [
    // 10 × (64 − 60) ÷ (100 − 60).
    "ESCAP Current Status: a tenth of the way is an index of 1",
    {
      is: `${up}, assess: csi, baseline: 60 @ 2015, targets: [{ reach: 100, by: 2030 }]`,
      seen: ["2018 64"],
      period: "2016..2030",
      asOf: "2019-06-30",
    },
    { ratio: "0.1", score: "1", methodStatus: null },
  ],
  [
    // 10 − 10 × |1 − 0.95| ÷ |1 − 0.8|.
    "ESCAP Current Status, parity: from 0.8 to 0.95 of an exact 1 is 7.5",
    {
      is: "unit: 个, direction: maintain, assess: csi, baseline: 0.8 @ 2015, targets: [{ reach: 1, by: 2030 }]",
      seen: ["2020 0.95"],
      ...goal,
    },
    { ratio: "0.75", score: "7.5" },
  ],
];

const quarters = (total: number): string =>
  `targets: [${["Q1", "Q2", "Q3", "Q4"].map((q) => `{ total: ${total}, during: 2026-${q} }`).join(", ")}]`;
const flow = "unit: 人, value: flow, direction: increase";

const tools: readonly Published[] = [
  ...(
    [
      ["85", "0.85", "on_track", "on-track"],
      ["84.999", "0.85", "below", "off-track"],
      ["115", "1.15", "on_track", "on-track"],
      ["115.001", "1.15", "above", "ahead"],
    ] as const
  ).map(
    ([value, ratio, methodStatus, status]): Published => [
      `TolaData: ${value} of 100 in the completed quarter, both ends of the band on track`,
      {
        is: `${flow}, assess: to-date-band, ${quarters(100)}`,
        seen: [`2026-Q1 ${value}`],
        asOf: "2026-04-15",
      },
      { ratio, methodStatus, status },
    ],
  ),
  [
    "TolaData: no completed period is not reporting",
    { is: `${flow}, assess: to-date-band, ${quarters(100)}`, seen: ["2026-02 85"], asOf: "2026-03-15" },
    { ratio: null, methodStatus: "not_reporting", status: "not-due" },
  ],
  [
    "IATI FAQ: 50 between 10 and 100 is 44 percent",
    {
      is: `${up}, assess: achievement, baseline: 10 @ 2025, targets: [{ reach: 100, by: 2026 }]`,
      seen: ["2026-06-30 50"],
      asOf: "2026-06-30",
    },
    { attained: "0.44", ratio: "0.44", methodStatus: "red" },
  ],
  [
    "IATI guidance: 53 of 15 to 50 is met",
    {
      is: `${up}, baseline: 15 @ 2025, targets: [{ reach: 50, by: 2026 }]`,
      seen: ["2026-06-30 53"],
      asOf: "2026-06-30",
    },
    { status: "achieved", attained: "1.09" },
  ],
  [
    "D-Portal's code: 300 between 400 and 200 is half of the way, not nothing",
    {
      is: `${down}, assess: achievement, baseline: 400 @ 2025, targets: [{ reach: 200, by: 2026 }]`,
      seen: ["2026-06-30 300"],
      asOf: "2026-06-30",
    },
    { attained: "0.5", ratio: "0.5" },
  ],
  [
    "Leantime 3247: 100 between 200 and 0 is half of the way, neither nothing nor all",
    {
      is: `${down}, assess: achievement, baseline: 200 @ 2025, targets: [{ reach: 0, by: 2026 }]`,
      seen: ["2026-06-30 100"],
      asOf: "2026-06-30",
    },
    { attained: "0.5", ratio: "0.5" },
  ],
  [
    "ServiceNow: the latest of 88, 96, 94.7, 96.8 percent decides a cumulative target",
    {
      is: `unit: 个, value: running-total, direction: increase, assess: achievement, baseline: 0 @ 2025-12, targets: [{ reach: 1000, by: 2026 }]`,
      seen: ["2026-03 880", "2026-06 960", "2026-09 947", "2026-11 968"],
      asOf: "2026-12-01",
    },
    { ratio: "0.968", methodStatus: "green", status: "on-track" },
  ],
  [
    "ServiceNow: sums to date of 88, 92, 88, 89 percent are yellow while the fourth quarter alone is green",
    {
      is: `${flow}, assess: { method: achievement, against: due }, ${quarters(100)}`,
      seen: ["2026-Q1 88", "2026-Q2 96", "2026-Q3 80", "2026-Q4 92"],
      asOf: "2026-12-31",
    },
    { ratio: "0.89", methodStatus: "yellow" },
  ],
  [
    "ServiceNow, departing: 89.5 percent, for which its bands have no word, is yellow",
    {
      is: `${up}, assess: achievement, baseline: 0 @ 2025, targets: [{ reach: 1000, by: 2026 }]`,
      seen: ["2026-06-30 895"],
      asOf: "2026-06-30",
    },
    { ratio: "0.895", methodStatus: "yellow", status: "at-risk" },
  ],
  ...(
    [
      ["29", "0.29", "fail", "off-track"],
      ["30", "0.3", "commit", "at-risk"],
      ["70", "0.7", "target", "achieved"],
      ["100", "1", "stretch", "achieved"],
    ] as const
  ).map(
    ([value, ratio, methodStatus, status]): Published => [
      `puzzle/okr: ${value} of a stretch goal of 100`,
      {
        is: `${up}, assess: { method: zones, commit: 30, stretch: 100 }, baseline: 0 @ 2025-12, targets: [{ reach: 70, by: 2026 }]`,
        seen: [`2026-06-30 ${value}`],
        asOf: "2026-06-30",
      },
      { ratio, methodStatus, status },
    ],
  ),
  [
    "puzzle/okr: below the baseline is 0, not less",
    {
      is: `${up}, assess: { method: zones, commit: 30, stretch: 100 }, baseline: 10 @ 2025-12, targets: [{ reach: 70, by: 2026 }]`,
      seen: ["2026-06-30 5"],
      asOf: "2026-06-30",
    },
    { ratio: "0", methodStatus: "fail", status: "worsening" },
  ],
  ...(
    [
      ["24", "0.24", "Concerned", "off-track"],
      ["25", "0.25", "At Risk", "at-risk"],
      ["40", "0.4", "On Target", "on-track"],
      ["60", "0.6", "On Target", "on-track"],
      ["61", "0.61", "Above Target", "ahead"],
    ] as const
  ).map(
    ([value, ratio, methodStatus, status]): Published => [
      `PEPFAR: ${value} of 100 at the end of the second quarter`,
      {
        is: `unit: 人, value: running-total, direction: increase, assess: { method: schedule-points, preset: pepfar }, targets: [{ reach: 100, by: 2026-09-30 }]`,
        seen: [`2026-03-31 ${value}`],
        period: "2025-10..2026-09",
        asOf: "2026-04-20",
      },
      { ratio, methodStatus, status },
    ],
  ),
  [
    "LogAlto, dependent: 15 and 40 are 55 percent of the year's 100 and 5.5 of the final 1000",
    {
      is: `${flow}, targets: [{ total: 100, during: 2026 }, { total: 1000, during: 2026..2030 }]`,
      seen: ["2026-03 15", "2026-06 40"],
      period: "2026..2030",
      asOf: "2026-06-30",
    },
    { value: "55", ofTarget: "0.055" },
  ],
  [
    "DevResults: 50 in each of four quarters are 200",
    {
      is: `${flow}, targets: [{ total: 200, during: 2026 }]`,
      seen: ["2026-Q1 50", "2026-Q2 50", "2026-Q3 50", "2026-Q4 50"],
      asOf: "2026-12-31",
    },
    { value: "200", status: "achieved" },
  ],
  [
    "DevResults: the same reported as running totals 50, 100, 150, 200",
    {
      is: `unit: 人, value: running-total, direction: increase, targets: [{ reach: 200, by: 2026 }]`,
      seen: ["2026-Q1 50", "2026-Q2 100", "2026-Q3 150", "2026-Q4 200"],
      asOf: "2026-12-31",
    },
    { value: "200", status: "achieved" },
  ],
];

// Half of the year's 365 days is not a whole day: 73 of 146 days of a plan that ends on 26 May.
const half = { seen: ["2026-03-14 39"], asOf: "2026-03-14", period: "2026-01-01..2026-05-26" };
const ofSum = `unit: 人, value: running-total, direction: increase, targets: [{ reach: 100, by: 2026-05-26 }]`;
const spending = `unit: 万元, direction: increase, targets: [{ reach: 310.2, by: 2026 }]`;

const chinese: readonly Published[] = [
  [
    "银川红黄绿灯: 39% at half of the time is 11 points behind, yellow",
    { is: `${ofSum}, assess: schedule-points`, ...half },
    { elapsed: "0.5", attained: "0.39", gapPoints: "-11", methodStatus: "yellow", status: "at-risk" },
  ],
  [
    "天津投资监测: the same is 22 percent behind, yellow",
    { is: `${ofSum}, assess: schedule-relative`, ...half },
    { ratio: "0.78", methodStatus: "yellow", status: "at-risk" },
  ],
  [
    "绩效自评 2016: 154.74 of 310.2 gives 4.988 of 10, departing from the form, which rounds to 5 first",
    { is: `${spending}, assess: self-score`, seen: ["2026-12-31 154.74"], asOf: "2026-12-31" },
    { ratio: "0.4988", score: "4.988", methodStatus: "not_met" },
  ],
  [
    "绩效自评: over 100% has full marks and no more",
    { is: `${spending}, assess: self-score`, seen: ["2026-12-31 400"], asOf: "2026-12-31" },
    { ratio: "1", score: "10", methodStatus: "met", status: "achieved" },
  ],
  [
    "绩效自评: 满意率≥90% 得10分，每降5%扣1分: 79% has 7",
    {
      is: `unit: "%", direction: increase, targets: [{ reach: ≥90%, by: 2026 }], assess: { method: self-score, steps: { every: 5%, minus: 1 } }`,
      seen: ["2026-12-31 79%"],
      asOf: "2026-12-31",
    },
    // 11 points short are three begun steps.
    { score: "7", ratio: "0.7" },
  ],
  ...(
    [
      ["110", "5"],
      ["90", "5"],
      ["112", "3"],
      ["81", "1"],
      ["79", "0"],
    ] as const
  ).map(
    ([value, score]): Published => [
      `绩效自评 成本控制率: ${value} of 100 has ${score} of 5`,
      {
        is: `unit: 万元, direction: maintain, targets: [{ reach: 100, by: 2026 }], assess: { method: self-score, marks: 5, bands: [{ within: 10%, marks: 5 }, { within: 15%, marks: 3 }, { within: 20%, marks: 1 }] }`,
        seen: [`2026-12-31 ${value}`],
        asOf: "2026-12-31",
      },
      { score },
    ],
  ),
  [
    // (11.8 − 6.3) ÷ 5.7 = 0.965; ÷ 1095 of 1826 days = 1.609.
    "中期评估: 每万人口高价值发明专利拥有量 6.3, 11.8 of 12 in 2023, is 快于预期",
    {
      is: "unit: 件, direction: increase, assess: mid-term, baseline: 6.3 @ 2020, targets: [{ reach: 12, by: 2025 }]",
      seen: ["2023 11.8"],
      period: "2021..2025",
      asOf: "2023-12-31",
    },
    { ratio: "0.965", scheduleRatio: "1.609", methodStatus: "快于预期", status: "ahead" },
  ],
  [
    // 1 − (1 − 2.7%)(1 − 0.1%) = 2.7973%.
    "单位GDP能耗: reductions of 2.7% and 0.1% compound to 2.797%, not 2.8%",
    {
      is: `unit: "%", value: flow, direction: decrease, targets: [{ compound: -13.5%, during: 2021..2025 }]`,
      seen: ["2021 -2.7", "2022 -0.1"],
      period: "2021..2025",
      asOf: "2022-12-31",
    },
    { value: "-2.797", target: "-13.5" },
  ],
];

test.each([...openSdg, ...unAndRegions, ...tools, ...chinese])("%s", async (_source, one, printed) => {
  const row = await rowOf(one);
  const found = Object.entries(printed).map(([key, value]) => [key, asPublished(row[key] ?? null, value)]);
  expect(Object.fromEntries(found)).toEqual(printed);
});

async function planJsonOf(text: string, files: Readonly<Record<string, string>> = {}) {
  const host = fakeHost({ files: { "/repo/p.plan.yaml": text, ...files } });
  await run("check p.plan.yaml --format json --as-of 2026-06-30".split(" "), host);
  return JSON.parse(host.stdout()).plans[0];
}

test("ServiceNow: 40 and 20 percent of weights 2 to 3 are 28 percent together", async () => {
  const goalOf = (id: string, weight: string, value: number): string =>
    `  - { id: ${id}, name: ${id}, weight: ${weight}, ${up}, assess: achievement, baseline: 0 @ 2025, targets: [{ reach: 100, by: 2026 }], observations: [{ at: 2026-06-30, value: ${value} }] }`;
  const { plan, indicators } = await planJsonOf(
    `format: 1\nid: p\nperiod: 2026\nindicators:\n${goalOf("a", "40%", 40)}\n${goalOf("b", "60%", 20)}\n`,
  );
  expect([plan.score, plan.scoreReason]).toEqual(["0.28", null]);
  expect(indicators.map((row: { weightedScore: string }) => row.weightedScore)).toEqual(["0.16", "0.12"]);
});

test("Akvo: the latest of each reporter is carried forward and added, 4 and then 6", async () => {
  const at = (entity: string, month: string, value: number): string =>
    `{ at: 2026-${month}, entity: ${entity}, value: ${value} }`;
  const valueAfter = async (...seen: readonly string[]) => {
    const text = `format: 1\nid: p\nperiod: 2026\nentities: [{ id: a, name: A }, { id: b, name: B }]\nindicators:\n  - { id: x, name: X, unit: 个, value: running-total, direction: increase, aggregation: sum, targets: [{ reach: 10, by: 2026 }], observations: [${seen.join(", ")}] }\n`;
    const { indicators } = await planJsonOf(text);
    return indicators[0].value;
  };
  const first = [at("a", "01", 1), at("b", "01", 3)];
  expect(await valueAfter(...first)).toBe("4");
  expect(await valueAfter(...first, at("b", "03", 5))).toBe("6");
});

test("Akvo: percent by numerators and denominators, 1 of 4 and 2 of 4", async () => {
  const percent = `unit: "%", direction: increase, baseline: 0% @ 2025, targets: [{ reach: 100%, by: 2026 }]`;
  const share = await rowOf({
    is: percent,
    seen: ["{ at: 2026-03, numerator: 1, denominator: 4 }"],
    asOf: "2026-06-30",
  });
  const more = await rowOf({
    is: percent,
    seen: ["{ at: 2026-06, numerator: 2, denominator: 4 }"],
    asOf: "2026-06-30",
  });
  expect([share.value, more.value]).toEqual(["25", "50"]);
});

test("CRAN PRA: a budget of 100000, 40% planned and 35% done is an SPI of 0.875", async () => {
  const text = `format: 1\nid: p\nperiod: 2026\nindicators: []\nactions: [{ id: a, name: A, period: 2026-01..2026-12, budget: 100000元 }]\ndata: { progress: p.csv, spending: s.csv }\n`;
  const { actions } = await planJsonOf(text, {
    "/repo/p.csv": "kind,id,at,planned,share\naction,a,2026-06-30,40%,35%\n",
    "/repo/s.csv": "kind,id,at,amount\naction,a,2026-06-30,36000元\n",
  });
  // CPI = 35000 ÷ 36000, EAC = 100000 ÷ CPI, TCPI = 65000 ÷ 64000.
  const { earnedValue } = actions[0];
  expect([
    earnedValue.spi,
    Number(earnedValue.cpi).toFixed(4),
    Number(earnedValue.eac).toFixed(1),
    earnedValue.tcpi,
  ]).toEqual(["0.875", "0.9722", "102857.1", "1.015625"]);
});
