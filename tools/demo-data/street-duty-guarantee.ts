/** Demonstration observations of `examples/street-duty-guarantee`: January 2024 to September 2025. All figures are made up. */
import { type EntitySeries, entityRows, type PlanSeries, planRows, type Span } from "./entity-series.ts";
import { csv, decimal, type Row } from "./rows.ts";

const span: Span = { first: [2024, 1], last: [2025, 9] };

/** Six invented streets. */
const streets = ["yunting", "heping", "beiguan", "nanshan", "gangkou", "xincheng"] as const;

/** The text of `data/observations.csv`; equal on every run. */
export function streetDutyGuaranteeCsv(): string {
  const arrivals = entityRows(arrivalTime, streets, span);
  return csv([
    ...streetSeries.flatMap((series) => entityRows(series, streets, span)),
    ...districtMeans(arrivals),
    ...arrivals,
    ...districtSeries.flatMap((series) => planRows(series, span)),
    ...singleRows,
  ]);
}

/** The district's own row of every period: the mean over the streets that gave a figure, to two decimals. */
function districtMeans(rows: readonly Row[]): readonly Row[] {
  const periods = [...new Set(rows.map(({ at }) => at ?? ""))];
  return periods.map((at) => {
    const counted = rows.filter((row) => row.at === at && row.denominator !== undefined);
    const part = counted.reduce((sum, row) => sum + Number(row.numerator), 0);
    const base = counted.reduce((sum, row) => sum + Number(row.denominator), 0);
    const reported = rows.find((row) => row.at === at)?.reported ?? "";
    const value = decimal(Math.floor((200 * part + base) / (2 * base)), 2);
    const counts = { value, numerator: String(part), denominator: String(base) };
    return { indicator: arrivalTime.indicator, at, ...counts, state: "final", reported };
  });
}

const streetSeries: readonly EntitySeries[] = [
  {
    indicator: "off-list-task-share",
    rhythm: "quarter",
    shown: "percent",
    course: [4380, 1790],
    other: { gangkou: [4450, 4720], nanshan: [4410, 2650] },
    spread: 60,
    base: [310, 640],
    exceptions: [
      {
        entity: "gangkou",
        at: "2025-Q3",
        row: { reason: "专项创建任务集中下达", action: "报区综合治理委员会清理" },
      },
    ],
  },
  {
    indicator: "department-response-rate",
    rhythm: "month",
    shown: "percent",
    course: [7420, 9180],
    other: { gangkou: [7050, 7260] },
    spread: 110,
    base: [40, 160],
  },
  {
    indicator: "online-request-response-rate",
    rhythm: "quarter",
    shown: "percent",
    course: [6850, 8940],
    other: { nanshan: [6300, 7020] },
    spread: 90,
    base: [220, 780],
    exceptions: [
      { entity: "nanshan", at: "2025-Q2", lateByDays: 38 },
      { entity: "beiguan", at: "2024-Q4", row: { value: "未报送", reason: "台账移交，未能按期核定" } },
    ],
  },
  {
    indicator: "council-adoption-rate",
    rhythm: "half-year",
    shown: "percent",
    course: [4290, 5180],
    other: { gangkou: [4100, 3560], yunting: [4700, 6420] },
    spread: 120,
    base: [32, 90],
    exceptions: [{ entity: "beiguan", at: "2025-H1", absent: true }],
  },
  {
    indicator: "certified-cadre-rate",
    rhythm: "half-year",
    shown: "percent",
    course: [3900, 7600],
    other: { xincheng: [3100, 5900] },
    spread: 150,
    base: [26, 41],
  },
  {
    indicator: "staff-turnover-rate",
    rhythm: "year",
    shown: "percent",
    course: [1420, 1130],
    other: { gangkou: [1600, 1980], yunting: [1250, 830] },
    spread: 40,
    base: [57, 96],
  },
];

/** Hours; the district sums it up itself. */
const arrivalTime: EntitySeries = {
  indicator: "average-arrival-time",
  rhythm: "month",
  shown: "mean",
  course: [520, 268],
  other: { gangkou: [560, 610], yunting: [430, 205] },
  spread: 22,
  base: [40, 160],
  exceptions: [
    { entity: "heping", at: "2025-02", row: { value: "N/A", reason: "派单系统切换，到场时间未能导出" } },
  ],
};

const districtSeries: readonly PlanSeries[] = [
  {
    indicator: "enforcement-force-sinking-share",
    rhythm: "quarter",
    reporter: "区委编办",
    values: ["11.18%", "17.94%", "24.71%", "32.06%", "38.53%", "44.12%", "47.94%"],
  },
  {
    indicator: "professional-staff-share",
    rhythm: "half-year",
    reporter: "区委组织部",
    values: ["18.6%", "23.4%", "28.9%"],
    exceptions: [{ at: "2025-H1", row: { note: "定向招录两批，提前到岗" } }],
  },
  { indicator: "off-establishment-pay-gap", rhythm: "year", reporter: "区人社局", values: ["24.6%"] },
  { indicator: "fiscal-self-sufficiency-rate", rhythm: "year", reporter: "区财政局", values: ["17.4%"] },
  {
    indicator: "government-systems-in-use",
    rhythm: "quarter",
    reporter: "区数据局",
    values: ["18", "17", "15", "13", "12", "9", "5"],
  },
  {
    indicator: "integrated-platforms",
    rhythm: "half-year",
    reporter: "区数据局",
    values: ["17", "13", "9"],
  },
  {
    indicator: "data-sharing-rate",
    rhythm: "quarter",
    reporter: "区数据局",
    values: ["42.5%", "47.8%", "53.1%", "58.6%", "64.2%", "71.9%", null],
  },
  {
    indicator: "daily-data-entry-time",
    rhythm: "half-year",
    reporter: "区数据局",
    values: ["2.1", "1.6", "1.2"],
  },
  {
    indicator: "online-service-coverage",
    rhythm: "quarter",
    reporter: "区数据局",
    values: ["34%", "45.2%", "53.7%", "61.8%", "66%", "71.4%", "77.9%"],
    exceptions: [{ at: "2025-Q1", lateByDays: 44 }],
  },
  {
    indicator: "public-facility-sharing-rate",
    rhythm: "half-year",
    reporter: "区民政局",
    values: ["30.95%", "65.08%", "80.16%"],
  },
  {
    indicator: "service-centre-standardisation",
    rhythm: "half-year",
    reporter: "区民政局",
    values: ["26%", "42%", "58%"],
  },
  {
    indicator: "professional-social-organisations",
    rhythm: "half-year",
    reporter: "区民政局",
    values: ["3", "6", "9"],
  },
  {
    indicator: "social-organisations-per-year",
    rhythm: "quarter",
    reporter: "区民政局",
    values: ["1", "2", "1", "2", "1", "2", "1"],
  },
  { indicator: "annual-training-hours", rhythm: "year", reporter: "区委组织部", values: ["43"] },
  { indicator: "under-35-cadre-share", rhythm: "year", reporter: "区委组织部", values: ["31.4%"] },
  {
    indicator: "expert-person-times",
    rhythm: "quarter",
    reporter: "区民政局",
    values: ["430", "505", "560", "590", "540", "590", "615"],
  },
  { indicator: "social-financing-share", rhythm: "year", reporter: "区财政局", values: ["4.8%"] },
];

/** Rows that follow no course: yes or no, a survey that was held once and then not, a value revised after its first report. */
const singleRows: readonly Row[] = [
  stateRow("duty-lists-published", "2025-09-30", "true", "2025-10-09", "区委编办"),
  {
    ...stateRow("key-field-powers", "2025-06-30", "false", "2025-07-08", "区委编办"),
    reason: "赋权事项目录未经区政府常务会议审定",
    action: "2025年四季度报审",
  },
  {
    ...stateRow("one-stop-online-platform", "2025-09-30", "false", "2025-10-09", "区数据局"),
    note: "已完成招标",
  },
  {
    ...stateRow("public-satisfaction", "2023", "82.6%", "2024-01-15", "第三方测评机构"),
    note: "方案实施前的测评",
  },
  {
    indicator: "public-satisfaction",
    at: "2024",
    value: "未报送",
    reported: "2025-01-20",
    reporter: "第三方测评机构",
    reason: "测评项目招标两次流标，当年未开展",
  },
  {
    indicator: "fiscal-self-sufficiency-rate",
    at: "2024",
    value: "17.9%",
    state: "revised",
    reported: "2025-05-20",
    reporter: "区财政局",
    note: "按决算数更正",
  },
];

function stateRow(indicator: string, at: string, value: string, reported: string, reporter: string): Row {
  return { indicator, at, value, state: "final", reported, reporter };
}
