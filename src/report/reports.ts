/** The reports there are: one line each, with its title and what builds its view. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import type { ReportInput } from "./report-input.ts";
import { buildBriefView } from "./view/brief.ts";
import { buildFindingsView } from "./view/findings.ts";
import type { DocumentFrame } from "./view/frame.ts";
import { buildPlanView } from "./view/plan.ts";
import { buildResponsibilitiesView } from "./view/responsibilities.ts";
import { buildStatusView } from "./view/status.ts";

export interface Report {
  /** What the report is for, in a few words, for help and documentation. */
  readonly purpose: Localized;
  /** Plain data for the templates; `templates/<name>/` prints it. */
  readonly build: (input: ReportInput) => DocumentFrame | Promise<DocumentFrame>;
}

export const reports = {
  plan: {
    purpose: { en: "the whole plan document with its annexes", zhHans: "方案全文及附件" },
    build: buildPlanView,
  },
  status: {
    purpose: { en: "where the plan stands", zhHans: "方案执行情况" },
    build: buildStatusView,
  },
  brief: {
    purpose: { en: "one page for a leader", zhHans: "一页简报" },
    build: buildBriefView,
  },
  responsibilities: {
    purpose: {
      en: "who owes what by when (--by owner: one sheet each)",
      zhHans: "责任清单（--by owner：每个责任主体一份）",
    },
    build: buildResponsibilitiesView,
  },
  findings: {
    purpose: {
      en: "the findings by section, to be answered by the author",
      zhHans: "审核意见表，按章节列示问题",
    },
    build: buildFindingsView,
  },
} as const satisfies Readonly<Record<string, Report>>;

export type ReportName = keyof typeof reports;

/** Names of the built-in reports. */
export const reportNames = Object.keys(reports) as readonly ReportName[];
