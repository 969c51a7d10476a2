/** Demonstration observations of `examples/party-led-community-coordination`: 2023 to June 2025. All are made up. */
import { type EntitySeries, entityRows, type PlanSeries, planRows, type Span } from "./entity-series.ts";
import { csv, type Row } from "./rows.ts";

const span: Span = { first: [2023, 1], last: [2025, 6] };

/** Five invented streets. */
const streets = ["hebin", "guangming", "zhenxing", "taoyuan", "beiguan"] as const;

/** The text of `data/observations.csv`; equal on every run. */
export function partyLedCsv(): string {
  return csv([
    ...entitySeries.flatMap((series) => entityRows(series, streets, span)),
    ...planSeries.flatMap((series) => planRows(series, span)),
    ...singleRows,
  ]);
}

const entitySeries: readonly EntitySeries[] = [
  {
    indicator: "joint-meeting-effective-rate",
    rhythm: "quarter",
    shown: "percent",
    course: [5600, 8700],
    other: { beiguan: [5300, 4900] },
    spread: 180,
    base: [24, 60],
    exceptions: [
      { entity: "taoyuan", at: "2024-Q1", row: { value: "未报送", reason: "会议台账移交，未能按期核定" } },
      {
        entity: "beiguan",
        at: "2025-Q2",
        row: { reason: "书记空缺，会议多由代办主持", action: "八月底前配齐" },
      },
    ],
  },
  {
    indicator: "executable-resolution-share",
    rhythm: "quarter",
    shown: "percent",
    course: [4400, 7600],
    other: { beiguan: [4100, 5200] },
    spread: 150,
    base: [20, 55],
  },
  {
    indicator: "responsibility-clarity-rate",
    rhythm: "quarter",
    shown: "percent",
    course: [2500, 9100],
    other: { zhenxing: [2200, 7600] },
    spread: 150,
    base: [60, 140],
    exceptions: [{ entity: "hebin", at: "2023-Q4", lateByDays: 44 }],
  },
  {
    indicator: "dispute-local-resolution-rate",
    rhythm: "quarter",
    shown: "percent",
    course: [8500, 9420],
    other: { taoyuan: [8400, 8800] },
    spread: 70,
    base: [80, 240],
  },
  {
    indicator: "active-participation-rate",
    rhythm: "half-year",
    shown: "percent",
    course: [3200, 4900],
    other: { beiguan: [3000, 3300] },
    spread: 90,
    base: [420, 900],
    exceptions: [{ entity: "guangming", at: "2024-H1", row: { value: "N/A", reason: "入户调查延期" } }],
  },
  {
    indicator: "needs-survey-coverage",
    rhythm: "half-year",
    shown: "percent",
    course: [4600, 9900],
    spread: 60,
    base: [12, 28],
    exceptions: [{ entity: "zhenxing", at: "2024-H2", absent: true }],
  },
  {
    indicator: "special-group-digital-help",
    rhythm: "half-year",
    shown: "percent",
    course: [2600, 7400],
    other: { hebin: [3800, 9200] },
    spread: 120,
    base: [260, 700],
  },
];

const office = "街道协调办公室";
const surveyor = "第三方机构";

const planSeries: readonly PlanSeries[] = [
  {
    indicator: "party-led-governance-coverage",
    rhythm: "half-year",
    reporter: office,
    values: ["78%", "84%", "88%", "91%", "93.5%"],
  },
  {
    indicator: "community-service-satisfaction",
    rhythm: "year",
    reporter: surveyor,
    values: ["73.8%", "80.9%"],
  },
  {
    indicator: "cross-department-handling-time",
    rhythm: "quarter",
    reporter: office,
    values: ["70", "64", "57", "51", "46", "43", "40", "38", "36", "33"],
    exceptions: [{ at: "2024-Q4", row: { reason: "两个部门未设专窗", action: "2025年上半年设置" } }],
  },
  {
    indicator: "cross-appointment-rate",
    rhythm: "half-year",
    reporter: office,
    values: ["87%", "93%", "95%", "95%", "96%"],
    exceptions: [{ at: "2023-H1", row: { reason: "三个社区换届推迟", action: "下半年完成" } }],
  },
  {
    indicator: "coordination-mechanism-coverage",
    rhythm: "half-year",
    reporter: office,
    values: ["40%", "55%", "70%", "82%", "91%"],
  },
  {
    indicator: "venue-duplication-rate",
    rhythm: "half-year",
    reporter: office,
    values: ["38%", "35.5%", "30%", "26%", "22%"],
  },
  {
    indicator: "pilot-communities",
    rhythm: "half-year",
    reporter: office,
    values: ["8", "20", "20", "22", "24"],
  },
  {
    indicator: "pooled-resource-utilisation",
    rhythm: "half-year",
    reporter: office,
    values: ["41%", "66%", "71%", "74%", "76%"],
  },
  {
    indicator: "community-enterprise-resource-value",
    rhythm: "half-year",
    reporter: office,
    values: ["45", "120", "210", "330", "395"],
  },
  {
    indicator: "self-governance-teams",
    rhythm: "half-year",
    reporter: office,
    values: ["12", "25", "41", "58", "66"],
  },
  {
    indicator: "self-governance-demo-projects",
    rhythm: "half-year",
    reporter: office,
    values: ["6", "15", "28", "52", "63"],
  },
  {
    indicator: "community-demand-list",
    rhythm: "half-year",
    reporter: office,
    values: ["0%", "88%", "100%", "100%", "100%"],
  },
  {
    indicator: "service-need-match",
    rhythm: "half-year",
    reporter: surveyor,
    values: ["61.8%", "65%", null, "70.4%", "73.2%"],
  },
  {
    indicator: "personalised-service-brands",
    rhythm: "half-year",
    reporter: office,
    values: ["3", "6", "10", "13", "16"],
  },
  {
    indicator: "elderly-service-coverage",
    rhythm: "half-year",
    reporter: office,
    values: ["79.1%", "81%", "83.6%", "86%", "88.2%"],
  },
  {
    indicator: "childcare-gap",
    rhythm: "half-year",
    reporter: office,
    values: ["29%", "30.2%", "30.8%", "31.5%", "32.4%"],
    exceptions: [{ at: "2025-H1", row: { reason: "新建小区入住快于托育点建设", action: "下半年增设四处" } }],
  },
  {
    indicator: "linked-departments",
    rhythm: "half-year",
    reporter: office,
    values: ["3.4", "4.1", "5.6", "6.8", "7.5"],
  },
  {
    indicator: "smart-function-rate",
    rhythm: "half-year",
    reporter: office,
    values: ["30%", "36%", "44%", "49%", "53%"],
  },
  {
    indicator: "data-interoperation-rate",
    rhythm: "half-year",
    reporter: office,
    values: ["37%", "43%", "51%", "57%", "63%"],
  },
  {
    indicator: "one-network-matters",
    rhythm: "half-year",
    reporter: office,
    values: ["22%", "31%", "40%", "48%", "57%"],
  },
  {
    indicator: "participation-channel-satisfaction",
    rhythm: "year",
    reporter: surveyor,
    values: ["61.2%", "70.5%"],
  },
  // Reported for 2023 and never again.
  { indicator: "secretary-training-coverage", rhythm: "year", reporter: office, values: ["94%", null] },
];

/** A value revised after its first report. */
const singleRows: readonly Row[] = [
  {
    indicator: "community-service-satisfaction",
    at: "2024",
    value: "79.6%",
    state: "revised",
    reported: "2025-03-18",
    reporter: surveyor,
    note: "剔除重复样本后更正",
  },
];
