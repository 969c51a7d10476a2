/** The report `brief` as plain data: what a leader reads on one page. Every list is short enough for the page. */
import type { TitleSize } from "./brief-fit.ts";
import type { BriefLabels } from "./brief-labels.ts";
import type { DocumentFrame } from "./frame.ts";
import type { StatusCount, StatusMark } from "./printed-parts.ts";

export interface BriefView extends Omit<DocumentFrame, "labels">, BriefCharts {
  readonly labels: BriefLabels;
  /** How large the title is printed. */
  readonly titleSize: TitleSize;
  /** True where rows can stand further apart on paper. */
  readonly isRoomy: boolean;
  readonly summary: string;
  /** Lines that the summary takes on paper. */
  readonly summaryLines: string;
  readonly counts: readonly StatusCount[];
  readonly statusBarHtml: string | null;
  /** Headline indicators, else binding ones, else the weightiest, else the first of the plan; the others behind them where the page has room. */
  readonly key: KeyList;
  readonly behind: BehindList;
  readonly overdue: BriefList<OverdueRow>;
  readonly upcoming: BriefList<UpcomingRow>;
  readonly findings: string;
}

export interface BriefCharts {
  /** Courses of the first indicators, where the page has room for them. */
  readonly charts: readonly BriefChart[];
  /** Signs of all charts with their words. */
  readonly chartLegend: readonly BriefLegendEntry[];
}

export interface BriefLegendEntry {
  readonly label: string;
  readonly signHtml: string;
}

export interface BriefChart {
  readonly name: string;
  readonly svgHtml: string;
}

/** A list of the page. */
export interface BriefList<Row> {
  readonly rows: readonly Row[];
  /** False where no row names an owner: then the column is left out. */
  readonly hasOwners: boolean;
  /** What the page has no room for, in one sentence; null when it shows all. */
  readonly leftOff: string | null;
}

export interface BehindList extends BriefList<BehindRow> {
  /** False where no row has a reason: then the column is left out. */
  readonly hasReasons: boolean;
}

export interface KeyList extends BriefList<KeyRow> {
  /** False where no row has a previous value: then the column is left out. */
  readonly hasMovements: boolean;
  /** True where these are all indicators of the plan. */
  readonly isAll: boolean;
}

/** What every row has. */
interface BriefRow {
  readonly name: string;
  /** Lines that the row takes on paper. */
  readonly lines: string;
}

export interface KeyRow extends BriefRow {
  readonly value: string;
  readonly target: string;
  readonly due: string;
  readonly movement: string;
  readonly status: StatusMark;
}

export interface BehindRow extends BriefRow {
  readonly status: StatusMark;
  readonly why: string;
  readonly owner: string;
}

export interface OverdueRow extends BriefRow {
  readonly due: string;
  readonly late: string;
  readonly owner: string;
}

export interface UpcomingRow extends BriefRow {
  readonly kind: string;
  readonly due: string;
  readonly days: string;
  readonly owner: string;
}
