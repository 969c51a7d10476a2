/** Demonstration observations of `examples/community-conduct`: January to October 2024. All figures are made up. */
import { type EntitySeries, entityRows, type PlanSeries, planRows, type Span } from "./entity-series.ts";
import { isoDay } from "./periods.ts";
import { csv, type Row } from "./rows.ts";

const span: Span = { first: [2024, 1], last: [2024, 10] };
const dayLength = 86_400_000;

/** Six invented communities. */
const communities = ["qingsong", "hetang", "dongfeng", "nanyuan", "beiqiao", "xincheng"] as const;

/** The text of `data/observations.csv`; equal on every run. */
export function communityConductCsv(): string {
  return csv([
    ...entitySeries.flatMap((series) => entityRows(series, communities, span)),
    ...planSeries.flatMap((series) => planRows(series, span)),
    ...dispatchMeetings(),
    ...singleRows,
  ]);
}

const entitySeries: readonly EntitySeries[] = [
  {
    indicator: "request-response-time",
    rhythm: "month",
    shown: "mean",
    course: [700, 440],
    other: { beiqiao: [760, 830], xincheng: [610, 350] },
    spread: 20,
    base: [40, 160],
    exceptions: [
      { entity: "hetang", at: "2024-03", row: { value: "N/A", reason: "登记系统更换，当月工时未能导出" } },
    ],
  },
  {
    indicator: "complaint-handling-rate",
    rhythm: "month",
    shown: "percent",
    course: [9300, 9980],
    other: { nanyuan: [8600, 9350] },
    spread: 60,
    base: [30, 110],
    exceptions: [
      { entity: "nanyuan", at: "2024-10", row: { reason: "两件涉及物业合同", action: "十一月底前会商办结" } },
    ],
  },
  {
    indicator: "problem-resolution-rate",
    rhythm: "month",
    shown: "percent",
    course: [7850, 9350],
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
    other: { beiqiao: [7000, 7800] },
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
    indicator: "dispute-mediation-success-rate",
    rhythm: "month",
    shown: "percent",
    course: [7500, 9150],
    other: { beiqiao: [7300, 8200] },
    spread: 140,
    base: [24, 70],
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

const planSeries: readonly PlanSeries[] = [
  {
    indicator: "cadre-competence-pass-rate",
    rhythm: "quarter",
    reporter: "街道",
    values: ["71.2%", "82.5%", "89.8%"],
  },
  {
    indicator: "process-optimisation-rate",
    rhythm: "quarter",
    reporter: "街道",
    values: ["24%", "61%", "88%"],
  },
  {
    indicator: "service-satisfaction",
    rhythm: "quarter",
    reporter: "第三方机构",
    values: ["77.8%", null, "86.1%"],
  },
  {
    indicator: "integrated-service-categories",
    rhythm: "quarter",
    reporter: "街道",
    values: ["3", "8", "8"],
  },
  {
    indicator: "platform-departments-integrated",
    rhythm: "quarter",
    reporter: "街道",
    values: ["0", "4", "9"],
  },
  { indicator: "residence-permit-steps", rhythm: "quarter", reporter: "街道", values: ["7", "5", "4"] },
  { indicator: "residence-permit-days", rhythm: "quarter", reporter: "街道", values: ["4.8", "3.1", "1.9"] },
  { indicator: "residence-permit-documents", rhythm: "quarter", reporter: "街道", values: ["8", "4", "2"] },
  { indicator: "cadre-turnover-rate", rhythm: "half-year", reporter: "街道", values: ["16.4%"] },
  {
    indicator: "skip-level-petitions",
    rhythm: "quarter",
    reporter: "街道",
    values: ["14", "12", "9"],
  },
  {
    indicator: "council-participation-rate",
    rhythm: "quarter",
    reporter: "社区",
    values: ["21.5%", "24%", "26.8%"],
  },
  {
    indicator: "progress-meetings",
    rhythm: "month",
    reporter: "街道",
    values: ["1", "1", "1", "1", "1", "1", "1", "0", "1", "1"],
    exceptions: [{ at: "2024-08", row: { reason: "防汛值守，推进会未开", action: "九月合并研究" } }],
  },
  { indicator: "progress-reports", rhythm: "quarter", reporter: "街道", values: ["1", "1", "0"] },
  { indicator: "etiquette-workshops", rhythm: "quarter", reporter: "街道", values: ["1", "1", "1"] },
  { indicator: "cross-inspections", rhythm: "quarter", reporter: "街道纪工委", values: ["1", "1", "1"] },
  { indicator: "in-service-rotation-training", rhythm: "quarter", reporter: "街道", values: ["1", "0", "1"] },
  {
    indicator: "style-star-awards",
    rhythm: "month",
    reporter: "街道",
    values: ["1", "1", "1", "1", "1", "1", "1", "1", "1", "1"],
  },
  {
    indicator: "street-inspections",
    rhythm: "month",
    reporter: "街道纪工委",
    values: [null, null, null, null, null, null, "1", "1", null, null],
  },
  {
    indicator: "progress-bulletins",
    rhythm: "month",
    reporter: "街道",
    values: [null, null, null, "1", "1", "1", "1", "0", "1", null],
    exceptions: [{ at: "2024-08", row: { reason: "防汛值守，当月未通报" } }],
  },
  { indicator: "innovative-service-projects", rhythm: "half-year", reporter: "街道", values: ["1"] },
];

/** Every Friday of the second phase; one meeting fell out. */
function dispatchMeetings(): readonly Row[] {
  const first = Date.UTC(2024, 3, 5) / dayLength;
  const lastDay = Date.UTC(2024, 8, 30) / dayLength;
  const rows: Row[] = [];
  for (let day = first; day <= lastDay; day += 7) {
    const at = isoDay(day);
    const value = at === "2024-08-16" ? "0" : "1";
    const reason = value === "0" ? { reason: "防汛值守，调度会未开" } : {};
    const reported = isoDay(day + 3);
    rows.push({
      indicator: "dispatch-meetings",
      at,
      value,
      state: "final",
      reported,
      reporter: "街道",
      ...reason,
    });
  }
  return rows;
}

/** Rows that follow no course: the yearly survey, a revised value, measures of single communities. */
const singleRows: readonly Row[] = [
  {
    indicator: "resident-satisfaction",
    at: "2024-06-30",
    value: "83.4%",
    state: "final",
    reported: "2024-07-22",
    reporter: "第三方机构",
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
  ...[
    ["qingsong", "520"],
    ["hetang", "505"],
    ["dongfeng", "460"],
    ["nanyuan", "310"],
    ["beiqiao", "540"],
    ["xincheng", "680"],
  ].map(
    ([entity = "", value = ""]): Row => ({
      indicator: "service-space-per-community",
      entity,
      at: "2024-06-30",
      value,
      state: "final",
      reported: "2024-07-09",
      reporter: "街道",
    }),
  ),
];
