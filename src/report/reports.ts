/** The reports there are: one line each, with its title and what builds its view. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import type { ReportInput } from "./report-input.ts";
import type { DocumentFrame } from "./view/frame.ts";
import { buildStatusView } from "./view/status.ts";

export interface Report {
  /** What the report is for, in a few words, for help and documentation. */
  readonly purpose: Localized;
  /** Plain data for the templates; `templates/<name>/` prints it. */
  readonly build: (input: ReportInput) => DocumentFrame;
}

export const reports = {
  status: {
    purpose: { en: "where the plan stands", zhHans: "方案执行情况" },
    build: buildStatusView,
  },
} as const satisfies Readonly<Record<string, Report>>;

export type ReportName = keyof typeof reports;

/** Names of the built-in reports. */
export const reportNames = Object.keys(reports) as readonly ReportName[];
