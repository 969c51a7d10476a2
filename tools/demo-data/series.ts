/** The courses behind the demonstration data of `examples/linked-point-cobuilding`. All figures are made up. */
import type { Rhythm } from "./periods.ts";
import type { Row } from "./rows.ts";

/** Six invented townships: number of bodies of self-governance. */
export const townships = [
  { id: "qinghe", bodies: 22 },
  { id: "liuan", bodies: 19 },
  { id: "shiqiao", bodies: 17 },
  { id: "wangchuan", bodies: 14 },
  { id: "linjiang", bodies: 26 },
  { id: "wenchang", bodies: 20 },
] as const;

export type Township = (typeof townships)[number];

/** What happens to single reports: absent, missing with a reason, late, or with words beside the figure. */
export interface Exception {
  readonly entity?: Township["id"];
  readonly at: string;
  readonly absent?: true;
  readonly lateByDays?: number;
  readonly row?: Row;
}

/** A series reported by every township: numerator over denominator, led from a first to a last level. */
export interface TownshipSeries {
  readonly indicator: string;
  readonly rhythm: Rhythm;
  /** `percent`: numerator ÷ denominator in percent. `mean`: numerator ÷ denominator as it is. */
  readonly shown: "percent" | "mean";
  /** Level of the first and the last period: hundredths of a percent, or tenths of the unit of a mean. */
  readonly course: readonly [number, number];
  /** Townships that take another course. */
  readonly other?: Partial<Record<Township["id"], readonly [number, number]>>;
  /** Largest chance deviation, in the units of the course. */
  readonly spread: number;
  /** Smallest and largest denominator of one report, or what is counted in the township. */
  readonly base: readonly [number, number] | "bodies";
  /** A row for the whole county, summed over the townships, is written too. */
  readonly county?: true;
  readonly exceptions?: readonly Exception[];
}

/** A series reported for the whole county, value by value; null where nothing is reported. */
export interface CountySeries {
  readonly indicator: string;
  readonly rhythm: Rhythm;
  readonly reporter: string;
  readonly values: readonly (string | null)[];
  /** With it the values are numerators, and the share is worked out. */
  readonly outOf?: number;
  readonly exceptions?: readonly Exception[];
}

export const townshipSeries: readonly TownshipSeries[] = [
  {
    indicator: "service-response-rate",
    rhythm: "month",
    shown: "percent",
    course: [8720, 9760],
    other: { wangchuan: [7350, 8300], linjiang: [8400, 9100] },
    spread: 90,
    base: [120, 420],
  },
  {
    indicator: "service-resolution-rate",
    rhythm: "quarter",
    shown: "percent",
    course: [8380, 9180],
    other: { wangchuan: [6900, 7700] },
    spread: 80,
    base: [360, 1180],
    exceptions: [
      {
        entity: "wangchuan",
        at: "2025-Q4",
        row: { reason: "两家联点单位轮换人员", action: "2026年一季度补齐人员" },
      },
    ],
  },
  {
    indicator: "service-satisfaction-rate",
    rhythm: "quarter",
    shown: "percent",
    course: [7960, 8680],
    other: { linjiang: [8410, 7650] },
    spread: 120,
    base: [110, 200],
    exceptions: [
      { entity: "wangchuan", at: "2025-Q3", absent: true },
      { entity: "wangchuan", at: "2025-Q4", absent: true },
      { entity: "shiqiao", at: "2024-Q3", lateByDays: 41 },
      { entity: "linjiang", at: "2025-Q4", row: { reason: "助餐点停业整改", action: "另选运营单位" } },
    ],
  },
  {
    indicator: "average-response-time",
    rhythm: "month",
    shown: "mean",
    course: [640, 250],
    other: { wangchuan: [700, 760], wenchang: [520, 210] },
    spread: 25,
    base: [120, 420],
    county: true,
    exceptions: [
      { entity: "liuan", at: "2025-03", row: { value: "N/A", reason: "平台数据迁移，当月工时未能导出" } },
    ],
  },
  {
    indicator: "special-group-service-coverage",
    rhythm: "quarter",
    shown: "percent",
    course: [7050, 9780],
    other: { wangchuan: [6200, 8850] },
    spread: 70,
    base: [240, 860],
    exceptions: [
      { entity: "shiqiao", at: "2024-Q3", absent: true },
      { entity: "liuan", at: "2025-Q1", row: { value: "未报送", reason: "台账移交，未能按期核定" } },
    ],
  },
  {
    indicator: "self-governance-standard-operation",
    rhythm: "half-year",
    shown: "percent",
    course: [6000, 9300],
    other: { wangchuan: [4300, 6500] },
    spread: 150,
    base: "bodies",
  },
];

export const countySeries: readonly CountySeries[] = [
  {
    indicator: "county-unit-linkage-coverage",
    rhythm: "quarter",
    reporter: "组织部门",
    values: ["41", "46", "50", "55", "58", "62", "64", "64"],
    outOf: 64,
    exceptions: [{ at: "2025-Q2", row: { reason: "两家垂直管理单位未结对", action: "三季度完成结对" } }],
  },
  {
    indicator: "township-dedicated-post-rate",
    rhythm: "quarter",
    reporter: "组织部门",
    values: ["2", "3", "3", "4", "5", "5", "6", "6"],
    outOf: 6,
  },
  {
    indicator: "information-platform-built-rate",
    rhythm: "half-year",
    reporter: "组织部门",
    values: ["0", "3", "5", "5"],
    outOf: 6,
  },
  {
    indicator: "three-lists-coverage",
    rhythm: "quarter",
    reporter: "组织部门",
    values: ["71", "118", "118", "118", "118", "118", "118", "118"],
    outOf: 118,
  },
  {
    indicator: "community-resource-pool-completion",
    rhythm: "quarter",
    reporter: "组织部门",
    values: ["12", "31", "52", "76", "95", "109", "116", "118"],
    outOf: 118,
  },
  {
    indicator: "community-council-coverage",
    rhythm: "quarter",
    reporter: "民政部门",
    values: ["58", "66", "73", "82", "90", "98", null, "109"],
    outOf: 118,
    exceptions: [{ at: "2025-Q4", lateByDays: 32 }],
  },
  {
    indicator: "social-capital-participation",
    rhythm: "half-year",
    reporter: "民政部门",
    values: ["14.6%", "17.2%", "19.8%", "22.5%"],
    exceptions: [{ at: "2025-H2", row: { reason: "社会组织承接项目少", action: "发布资源需求目录" } }],
  },
  {
    indicator: "public-participation-willingness",
    rhythm: "half-year",
    reporter: "第三方评估机构",
    values: ["38.2%", "43.5%", "N/A", "51%"],
    exceptions: [{ at: "2025-H1", row: { reason: "入户调查延期" } }],
  },
  {
    indicator: "governance-result-awareness",
    rhythm: "half-year",
    reporter: "第三方评估机构",
    values: ["44.8%", "55.3%", "66%", "74.5%"],
  },
  {
    indicator: "service-project-satisfaction",
    rhythm: "quarter",
    reporter: "第三方评估机构",
    // The survey's contract ran out in mid-2025: nothing since.
    values: ["77.4%", "78.9%", "80.6%", "82.3%", "86.9%", "85.1%", null, null],
    exceptions: [{ at: "2024-Q4", lateByDays: 63 }],
  },
  {
    indicator: "village-governance-leaders",
    rhythm: "quarter",
    reporter: "组织部门",
    values: ["85人", "190人", "310人", "420人", "515人", "640人", "760人", "870人"],
  },
  { indicator: "grassroots-training-hours", rhythm: "year", reporter: "组织部门", values: ["33.5", "38"] },
  {
    indicator: "activity-participation-frequency",
    rhythm: "year",
    reporter: "第三方评估机构",
    values: ["3.1", "3.8"],
  },
  { indicator: "fund-use-efficiency", rhythm: "year", reporter: "县（区）委", values: ["88.1%", "83.4%"] },
  {
    indicator: "township-cadre-trainees",
    rhythm: "quarter",
    reporter: "组织部门",
    values: ["110", "140", "120", "130", "105", "130", "118", "112"],
  },
  {
    indicator: "issue-resolution-cycle",
    rhythm: "quarter",
    reporter: "民政部门",
    values: ["14.5", "13.8", "12.6", "12.1", "11.4", "10.2", "9.7", "9.1"],
  },
];

/** Rows that follow no course: yes or no, and a value revised after its first report. */
export const singleRows: readonly Row[] = [
  {
    indicator: "resource-sharing-list",
    at: "2024-06-28",
    value: "true",
    state: "final",
    reported: "2024-07-03",
    reporter: "组织部门",
  },
  {
    indicator: "information-platform-built-rate-online",
    at: "2024-12-31",
    value: "false",
    state: "final",
    reported: "2025-01-06",
    reporter: "组织部门",
    reason: "等保测评未通过",
    action: "整改后复测",
  },
  {
    indicator: "information-platform-built-rate-online",
    at: "2025-02-28",
    value: "true",
    state: "final",
    reported: "2025-03-04",
    reporter: "组织部门",
  },
  {
    indicator: "service-project-satisfaction",
    at: "2025-Q1",
    value: "84.2%",
    state: "revised",
    reported: "2025-06-30",
    reporter: "第三方评估机构",
    note: "剔除重复样本后更正",
  },
];
