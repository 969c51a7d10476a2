/**
 * Demonstration observations of `examples/community-conduct`: the year 2024 as it stands in January 2025, when the last
 * reports of some indicators are in and those of others are awaited. All figures are made up.
 */
import { type EntitySeries, entityRows, type PlanSeries, planRows, type Span } from "./entity-series.ts";
import { csv, type Row } from "./rows.ts";

const year: Span = { first: [2024, 1], last: [2024, 12] };
/** Indicators whose December or fourth-quarter report has not come in yet. */
const toNovember: Span = { first: [2024, 1], last: [2024, 11] };

/** Six invented communities. */
const communities = ["qingsong", "hetang", "dongfeng", "nanyuan", "beiqiao", "xincheng"] as const;

/** The text of `data/observations.csv`; equal on every run. */
export function communityConductCsv(): string {
  return csv([
    ...settledSeries.flatMap((series) => entityRows(series, communities, year)),
    ...awaitedSeries.flatMap((series) => entityRows(series, communities, toNovember)),
    ...planSeries.flatMap((series) => planRows(series, year)),
    ...singleRows,
  ]);
}

/** Counted by every community to the end of the year. */
const settledSeries: readonly EntitySeries[] = [
  {
    indicator: "request-response-time",
    rhythm: "month",
    shown: "mean",
    course: [700, 420],
    other: { beiqiao: [760, 830], xincheng: [610, 225] },
    spread: 15,
    base: [40, 160],
    exceptions: [
      { entity: "hetang", at: "2024-03", row: { value: "N/A", reason: "登记系统更换，当月工时未能导出" } },
      { entity: "beiqiao", at: "2024-12", row: { reason: "窗口缺两人", action: "一月补齐窗口人员" } },
    ],
  },
  {
    indicator: "complaint-handling-rate",
    rhythm: "month",
    shown: "percent",
    course: [9300, 10100],
    other: { nanyuan: [8600, 9450] },
    spread: 60,
    base: [30, 110],
    exceptions: [
      { entity: "nanyuan", at: "2024-12", row: { reason: "两件涉及物业合同", action: "一月底前会商办结" } },
    ],
  },
  {
    indicator: "dispute-mediation-success-rate",
    rhythm: "month",
    shown: "percent",
    course: [7500, 9400],
    other: { beiqiao: [7300, 8200] },
    spread: 140,
    base: [24, 70],
  },
];

/** Counted by every community; the last report is awaited. */
const awaitedSeries: readonly EntitySeries[] = [
  {
    indicator: "problem-resolution-rate",
    rhythm: "month",
    shown: "percent",
    course: [7850, 9450],
    other: { nanyuan: [7700, 7250], xincheng: [8200, 9650] },
    spread: 90,
    base: [60, 210],
    exceptions: [
      { entity: "dongfeng", at: "2024-05", absent: true },
      { entity: "hetang", at: "2024-07", lateByDays: 38 },
    ],
  },
  {
    indicator: "style-problem-rectification-rate",
    rhythm: "quarter",
    shown: "percent",
    course: [8200, 9600],
    other: { beiqiao: [7000, 7400] },
    spread: 150,
    base: [18, 46],
    exceptions: [
      { entity: "beiqiao", at: "2024-Q2", row: { value: "未报送", reason: "台账移交，未能按期核定" } },
    ],
  },
  {
    indicator: "warm-attitude-behaviour-share",
    rhythm: "quarter",
    shown: "percent",
    course: [6700, 8600],
    other: { nanyuan: [6600, 6250] },
    spread: 120,
    base: [80, 150],
  },
  {
    indicator: "cadre-training-coverage",
    rhythm: "quarter",
    shown: "percent",
    course: [4100, 9600],
    other: { nanyuan: [3200, 7400] },
    spread: 200,
    base: [9, 16],
  },
];

/** Reported for the plan as a whole; null where a report is missing or awaited. */
const planSeries: readonly PlanSeries[] = [
  {
    indicator: "cadre-competence-pass-rate",
    rhythm: "quarter",
    reporter: "街道",
    values: ["71.2%", "82.5%", "89.8%", "96.3%"],
  },
  {
    indicator: "process-optimisation-rate",
    rhythm: "quarter",
    reporter: "街道",
    values: ["24%", "61%", "72%", null],
  },
  {
    // The survey stopped after the first quarter.
    indicator: "service-satisfaction",
    rhythm: "quarter",
    reporter: "第三方机构",
    values: ["77.8%", null, null, null],
    exceptions: [{ at: "2024-Q1", row: { note: "第三方合同到期，此后未再测评" } }],
  },
  { indicator: "residence-permit-steps", rhythm: "quarter", reporter: "街道", values: ["7", "5", "4", null] },
  {
    indicator: "residence-permit-days",
    rhythm: "quarter",
    reporter: "街道",
    values: ["4.8", "3.1", "1.5", null],
  },
  {
    indicator: "residence-permit-documents",
    rhythm: "quarter",
    reporter: "街道",
    values: ["8", "4", "3", "2"],
  },
  { indicator: "cadre-turnover-rate", rhythm: "half-year", reporter: "街道", values: ["16.4%", null] },
  {
    indicator: "skip-level-petitions",
    rhythm: "quarter",
    reporter: "街道",
    values: ["14", "12", "9", "8"],
  },
  {
    indicator: "council-participation-rate",
    rhythm: "quarter",
    reporter: "社区",
    values: ["21.5%", "24%", "26.8%", null],
  },
  { indicator: "innovative-service-projects", rhythm: "half-year", reporter: "街道", values: ["1", "2"] },
];

/** Rows that follow no course: the yearly survey and a revised value. */
const singleRows: readonly Row[] = [
  {
    indicator: "resident-satisfaction",
    at: "2024",
    value: "87.4%",
    state: "final",
    reported: "2025-01-08",
    reporter: "第三方机构",
    reason: "北桥社区窗口等候时间长",
    action: "一季度增设窗口",
  },
  {
    indicator: "cadre-competence-pass-rate",
    at: "2024-Q2",
    value: "81.1%",
    state: "revised",
    reported: "2024-08-20",
    reporter: "街道",
    note: "补考人员剔除后更正",
  },
];
