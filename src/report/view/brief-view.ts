/** The report `brief` as plain data: what a leader reads on one page. Every list is short enough for the page. */
import type { BriefLabels } from "./brief-labels.ts";
import type { DocumentFrame } from "./frame.ts";
import type { StatusCount, StatusMark } from "./status-view.ts";

export interface BriefView extends Omit<DocumentFrame, "labels"> {
  readonly labels: BriefLabels;
  readonly summary: string;
  readonly counts: readonly StatusCount[];
  readonly statusBarHtml: string | null;
  /** Headline indicators, else binding ones, else the weightiest, else the first of the plan. */
  readonly key: readonly KeyRow[];
  readonly behind: readonly BehindRow[];
  /** What the page has no room for, in one sentence; null when it shows all. */
  readonly behindLeftOff: string | null;
  readonly overdue: readonly OverdueRow[];
  readonly overdueLeftOff: string | null;
  readonly upcoming: readonly UpcomingRow[];
  readonly upcomingLeftOff: string | null;
  readonly findings: string;
}

export interface KeyRow {
  readonly name: string;
  readonly value: string;
  readonly target: string;
  readonly due: string;
  readonly movement: string;
  readonly status: StatusMark;
}

export interface BehindRow {
  readonly name: string;
  readonly status: StatusMark;
  readonly why: string;
  readonly owner: string;
}

export interface OverdueRow {
  readonly name: string;
  readonly due: string;
  readonly late: string;
  readonly owner: string;
}

export interface UpcomingRow {
  readonly name: string;
  readonly kind: string;
  readonly due: string;
  readonly days: string;
  readonly owner: string;
}
