/** Demonstration observations of `examples/gangqudui-team-building`. All figures are made up. */
import { isoDay, periodsOf, type Rhythm } from "./periods.ts";
import { type Draw, drawFor } from "./random.ts";
import { csv, decimal, type Row } from "./rows.ts";

/** Six invented teams and the number of their members. */
const teams = [
  { id: "dongjie", members: 31 },
  { id: "nanqiao", members: 27 },
  { id: "xiyuan", members: 34 },
  { id: "beihu", members: 22 },
  { id: "heping", members: 40 },
  { id: "shuanghe", members: 25 },
] as const;

type TeamId = (typeof teams)[number]["id"];

/** Report period of one team (or of the whole, without `team`) to what is unusual about it; null is never reported. */
interface Exception {
  readonly team?: TeamId;
  readonly at: string;
  readonly lateByDays?: number;
  readonly row: Row | null;
}

/** A share that every team reports as counts, led from a first to a last level in hundredths of a percent. */
interface TeamSeries {
  readonly indicator: string;
  readonly rhythm: Rhythm;
  readonly course: readonly [number, number];
  /** Teams that take another course. */
  readonly other: Partial<Record<TeamId, readonly [number, number]>>;
  /** Largest chance deviation, in hundredths of a percent. */
  readonly spread: number;
  /** Smallest and largest denominator of one report. */
  readonly base: readonly [number, number] | "members";
  readonly exceptions?: readonly Exception[];
}

/** A series of the whole plan, value by value; with `outOf` the values are numerators. */
interface WholeSeries {
  readonly indicator: string;
  readonly rhythm: Rhythm;
  readonly reporter: string;
  readonly values: readonly string[];
  readonly outOf?: number;
  readonly exceptions?: readonly Exception[];
}

const teamSeries: readonly TeamSeries[] = [
  {
    indicator: "share-under-35",
    rhythm: "quarter",
    course: [3600, 4900],
    other: { heping: [2900, 3500], dongjie: [4200, 5600] },
    spread: 60,
    base: "members",
  },
  {
    indicator: "public-satisfaction",
    rhythm: "half-year",
    course: [8320, 9380],
    other: { shuanghe: [8280, 7860], dongjie: [8900, 9720] },
    spread: 70,
    base: [180, 320],
    exceptions: [
      { team: "shuanghe", at: "2025-H2", row: { reason: "两名骨干离队", action: "从东街岗区队抽调支援" } },
      { team: "xiyuan", at: "2024-H2", row: { value: "未报送", reason: "入户测评延期" } },
    ],
  },
  {
    indicator: "online-completion-rate",
    rhythm: "quarter",
    course: [6150, 8260],
    other: { beihu: [5200, 6400] },
    spread: 90,
    base: [900, 2600],
    exceptions: [
      { team: "nanqiao", at: "2024-Q3", lateByDays: 44, row: {} },
      { team: "beihu", at: "2025-Q1", row: null },
    ],
  },
  {
    indicator: "mediation-success-rate",
    rhythm: "quarter",
    course: [7420, 8950],
    other: { dongjie: [8200, 9600], heping: [7000, 8100] },
    spread: 150,
    base: [40, 110],
  },
];

const wholeSeries: readonly WholeSeries[] = [
  {
    indicator: "share-bachelor",
    rhythm: "quarter",
    reporter: "组织部门",
    values: ["46.9%", "49.2%", "52.5%", "55.3%", "57.5%", "61.5%", "63.7%", "66.5%"],
  },
  {
    indicator: "share-professional",
    rhythm: "half-year",
    reporter: "组织部门",
    values: ["22.4%", "27.1%", "31.5%", "36.9%"],
    exceptions: [{ at: "2025-H2", row: { reason: "法律、数字类人才招录不足", action: "2026年专项招录" } }],
  },
  // Only the two reviews of the first year were reported: the plan asks for two a year.
  {
    indicator: "public-dissatisfaction",
    rhythm: "half-year",
    reporter: "组织部门",
    values: ["5.6%", "4.7%"],
  },
  {
    indicator: "share-three-service-methods",
    rhythm: "half-year",
    reporter: "民政部门",
    values: ["41%", "55.2%", "68.4%", "79.1%"],
  },
  { indicator: "annual-training-hours", rhythm: "year", reporter: "组织部门", values: ["62", "104"] },
  { indicator: "practical-training-share", rhythm: "year", reporter: "组织部门", values: ["46%", "57.5%"] },
  {
    indicator: "platform-proficiency",
    rhythm: "half-year",
    reporter: "组织部门",
    values: ["36%", "52%", "71%", "84%"],
  },
  {
    indicator: "attrition-rate",
    rhythm: "year",
    reporter: "人力资源社会保障部门",
    values: ["13.8%", "16.2%"],
  },
  {
    indicator: "member-job-satisfaction",
    rhythm: "year",
    reporter: "第三方评估机构",
    values: ["N/A", "78.4%"],
    exceptions: [{ at: "2024", row: { reason: "首年未开展测评" } }],
  },
  {
    indicator: "premises-compliance-rate",
    rhythm: "quarter",
    reporter: "民政部门",
    values: ["26", "31", "38", "47", "53", "58", "61", "63"],
    outOf: 64,
    exceptions: [{ at: "2025-Q4", lateByDays: 9, row: { reason: "一处场所产权未清" } }],
  },
  {
    indicator: "team-function-awareness",
    rhythm: "half-year",
    reporter: "第三方评估机构",
    values: ["44.2%", "52.6%", "58.9%", "66.3%"],
  },
  {
    indicator: "policy-awareness",
    rhythm: "half-year",
    reporter: "第三方评估机构",
    values: ["66.5%", "70.2%", "未报送", "71.8%"],
    exceptions: [{ at: "2025-H1", row: { reason: "问卷样本不足" } }],
  },
  {
    indicator: "online-service-coverage",
    rhythm: "half-year",
    reporter: "民政部门",
    values: ["58%", "64.5%", "70.1%", "76.4%"],
  },
  { indicator: "social-orgs-per-team", rhythm: "year", reporter: "民政部门", values: ["2.6", "3.4"] },
  { indicator: "volunteer-teams-per-team", rhythm: "year", reporter: "民政部门", values: ["6.1", "10.2"] },
  { indicator: "funding-growth", rhythm: "year", reporter: "财政部门", values: ["26500", "31200"] },
  { indicator: "innovation-cases-selected", rhythm: "year", reporter: "组织部门", values: ["10", "9"] },
  { indicator: "innovation-cases-produced", rhythm: "year", reporter: "组织部门", values: ["64", "118"] },
  {
    indicator: "complaint-rate-cut",
    rhythm: "half-year",
    reporter: "民政部门",
    values: ["1.9%", "1.6%", "1.3%", "1.1%"],
  },
];

/** Rows that follow no course: counts of single days, and a value revised after its first report. */
const singleRows: readonly Row[] = [
  dated("pre-job-training-hours", "2024-06-28", "82", 6, {}),
  dated("digital-tool-exam-pass-rate", "2024-06-30", "91.6%", 8, {}),
  dated("digital-tool-exam-pass-rate", "2024-12-31", "98.3%", 8, { action: "补考两次" }),
  {
    indicator: "share-bachelor",
    at: "2025-Q2",
    value: "60.4%",
    state: "revised",
    reported: "2025-09-12",
    reporter: "组织部门",
    note: "剔除重复登记后更正",
  },
];

/** The text of `data/observations.csv` of the example; equal on every run. */
export function gangquduiObservations(): string {
  return csv([...teamSeries.flatMap(teamRows), ...wholeSeries.flatMap(wholeRows), ...singleRows]);
}

function teamRows(series: TeamSeries): readonly Row[] {
  const draw = drawFor(`gangqudui:${series.indicator}`);
  const periods = periodsOf(series.rhythm);
  return periods.flatMap((period, index) => {
    const lag = draw(5, 18);
    return teams.flatMap((team) => {
      const { part, base } = countOf(series, team, index / (periods.length - 1), draw);
      const unusual = exceptionFor(series.exceptions, period.at, team.id);
      if (unusual?.row === null) return [];
      const head = { indicator: series.indicator, entity: team.id, at: period.at };
      const filed = { state: "final", reported: isoDay(period.end + lag + (unusual?.lateByDays ?? 0)) };
      const figures = unusual?.row.value === undefined ? shareOf(part, base) : {};
      return [{ ...head, ...figures, ...filed, ...unusual?.row }];
    });
  });
}

/** Level on the straight line between the ends of the course, plus chance, turned into whole counts. */
function countOf(series: TeamSeries, team: (typeof teams)[number], share: number, draw: Draw) {
  const [first, last] = series.other[team.id] ?? series.course;
  const level = Math.round(first + (last - first) * share) + draw(-series.spread, series.spread);
  const base = series.base === "members" ? team.members : draw(series.base[0], series.base[1]);
  return { part: Math.min(base, Math.round((base * level) / 10_000)), base };
}

function wholeRows(series: WholeSeries): readonly Row[] {
  const draw = drawFor(`gangqudui:${series.indicator}`);
  return periodsOf(series.rhythm).flatMap((period, index) => {
    const lag = draw(6, 20);
    const value = series.values[index];
    const unusual = exceptionFor(series.exceptions, period.at, undefined);
    if (value === undefined || unusual?.row === null) return [];
    const figures = series.outOf === undefined ? { value } : shareOf(Number(value), series.outOf);
    const reported = isoDay(period.end + lag + (unusual?.lateByDays ?? 0));
    const head = { indicator: series.indicator, at: period.at, ...figures, state: "final", reported };
    return [{ ...head, reporter: series.reporter, ...unusual?.row }];
  });
}

/** Percent to two decimals, rounded half up, beside the counts that it is made from. */
function shareOf(part: number, base: number): Row {
  const rounded = Math.floor((20_000 * part + base) / (2 * base));
  return { value: `${decimal(rounded, 2)}%`, numerator: String(part), denominator: String(base) };
}

function dated(indicator: string, at: string, value: string, lag: number, words: Row): Row {
  const reported = isoDay(Date.parse(at) / 86_400_000 + lag);
  return { indicator, at, value, state: "final", reported, reporter: "组织部门", ...words };
}

function exceptionFor(
  exceptions: readonly Exception[] | undefined,
  at: string,
  team: TeamId | undefined,
): Exception | undefined {
  return exceptions?.find((exception) => exception.at === at && exception.team === team);
}
