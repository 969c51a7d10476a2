/**
 * The report `status` as plain data: every text in its language, every number as text, every list in its order.
 * Fields are null where there is nothing to print, never absent. Fields that end in `Html` hold finished markup.
 */
import type { ChartFigure } from "../charts/chart-figure.ts";
import type { DocumentFrame } from "./frame.ts";
import type { ContextIndicator, IndicatorGroup, WaitingGroup } from "./indicator-parts.ts";
import type {
  DatedText,
  LabelledText,
  Signatures,
  StatusCount,
  StatusMark,
  TextPart,
} from "./printed-parts.ts";
import type { IndicatorTrace, RollUpTrace } from "./traces-view.ts";

export interface StatusView extends DocumentFrame {
  /** One paragraph: counts, overall status, how much needs attention, findings. */
  readonly summary: string;
  readonly counts: readonly StatusCount[];
  readonly statusBarHtml: string | null;
  readonly attention: Attention;
  /** Indicators by status, worst first. */
  readonly grid: readonly GridRow[];
  /** Indicators with data. */
  readonly groups: readonly IndicatorGroup[];
  /** Indicators without data, in brief. */
  readonly waiting: readonly WaitingGroup[];
  readonly hasIndicators: boolean;
  /** False when the plan names no owner at all: then the column is left out. */
  readonly hasOwners: boolean;
  /** False when the plan has no sections and cites none: then the columns of sections are left out. */
  readonly hasSections: boolean;
  /** Whether any indicator with data has a baseline, a previous value or a change, a share attained or elapsed, an expected value: else the column is left out. */
  readonly hasBaselines: boolean;
  readonly hasMovements: boolean;
  readonly hasShares: boolean;
  readonly hasExpected: boolean;
  /** Columns of the tables of indicators with and without data and of findings, for rows that go across. */
  readonly columns: { readonly indicators: string; readonly waiting: string; readonly findings: string };
  readonly indicatorNote: string | null;
  readonly context: readonly ContextIndicator[];
  readonly rollUps: readonly RollUpRow[];
  readonly hasWeights: boolean;
  readonly hasScores: boolean;
  readonly actions: readonly TaskRow[];
  readonly actionsHaveOwners: boolean;
  readonly actionsHaveObjectives: boolean;
  readonly actionsHaveRemarks: boolean;
  readonly actionSignatures: Signatures;
  readonly milestones: readonly TaskRow[];
  readonly milestonesHaveOwners: boolean;
  readonly milestonesHaveDeliverables: boolean;
  readonly milestonesHavePhases: boolean;
  readonly milestonesHaveRemarks: boolean;
  readonly milestoneSignatures: Signatures;
  readonly findings: readonly FindingGroup[];
  readonly findingCount: string;
  readonly methods: readonly string[];
  readonly glossary: readonly LabelledText[];
  readonly scale: readonly (StatusMark & { readonly meaning: string })[];
  readonly signatures: Signatures;
  /** Status over dimensions, time and entities; null where there is nothing to draw. */
  readonly dimensionChart: ChartFigure | null;
  readonly historyChart: ChartFigure | null;
  readonly entityChart: ChartFigure | null;
  /** The annex: how status and score of dimensions and plan came about. */
  readonly rollUpTraces: readonly RollUpTrace[];
  /** The annex: how the figures of each indicator came about, in the order of the numbers. */
  readonly traces: readonly IndicatorTrace[];
  /** What the signs of the formulas mean; null where there is nothing to tell. */
  readonly traceLegend: string | null;
  /** Says what the annex leaves out; null when it has all. */
  readonly tracesLeftOff: string | null;
  /** Says which indicators are printed in full, and where the others are; null where all are. */
  readonly paperNote: string | null;
  /** Says that parts are folded on a screen, and which are not; null where all stand open. */
  readonly foldNote: string | null;
}

/** What a leader has to see first. */
export interface Attention {
  readonly indicators: readonly AttentionRow[];
  /** Says how many indicators are not listed; null when all are. */
  readonly indicatorsLeftOff: string | null;
  /** False where no indicator has a reason, no task a remark or an owner: then the column is left out. */
  readonly hasReasons: boolean;
  readonly hasRemarks: boolean;
  readonly hasTaskOwners: boolean;
  readonly tasks: readonly LateTask[];
  readonly tasksLeftOff: string | null;
  /** The sentence for a plan in which nothing is behind or overdue; null otherwise. */
  readonly nothing: string | null;
}

export interface AttentionRow {
  readonly anchor: string;
  /** Anchor of the block that tells how its figures came about; null where the annex has no room for it. */
  readonly trace: string | null;
  readonly number: string;
  readonly name: string;
  readonly status: StatusMark;
  readonly value: DatedText;
  readonly target: DatedText;
  /** How far behind and why, a sentence each. */
  readonly reasons: readonly string[];
  readonly owner: string;
}

/** A milestone or action that is due and not done. */
export interface LateTask {
  readonly name: string;
  readonly kind: string;
  readonly due: string;
  readonly late: string;
  /** False where nothing was reported of it at all. */
  readonly isReported: boolean;
  readonly state: StatusMark;
  readonly share: string | null;
  readonly remarks: readonly LabelledText[];
  readonly owner: string;
}

/** The indicators of one status. */
export interface GridRow extends StatusCount {
  readonly indicators: readonly {
    readonly anchor: string;
    readonly number: string;
    readonly name: string;
    /** False where only the number is printed: the indicator is not printed in full. */
    readonly onPaper: boolean;
  }[];
}

export interface RollUpRow {
  /** Null for the whole plan. */
  readonly anchor: string | null;
  readonly name: string;
  /** Anchor of the block that tells how status and score came about. */
  readonly trace: string;
  readonly weight: string;
  readonly status: StatusMark;
  readonly score: string;
  /** Its indicators by status in words, and as marks; both worst first. */
  readonly counts: string;
  readonly tally: readonly StatusCount[];
  readonly isWhole: boolean;
}

/** A milestone or an action with its latest entry. */
export interface TaskRow {
  readonly anchor: string;
  readonly name: string;
  /** Phase of a milestone, objective of an action. */
  readonly belongsTo: string;
  readonly due: string;
  readonly owner: string;
  readonly deliverable: string;
  /** Shape and word of the state; `key` is a state of progress or `overdue`, `none`. */
  readonly state: StatusMark;
  readonly share: string | null;
  readonly remarks: readonly LabelledText[];
}

/** The findings of one rule. */
export interface FindingGroup {
  readonly key: string;
  readonly mark: string;
  readonly severity: string;
  readonly title: string;
  readonly rule: string;
  readonly count: string;
  readonly help: readonly TextPart[];
  /** Where else the findings are told; then they are not listed. */
  readonly note: string | null;
  readonly rows: readonly {
    readonly text: readonly TextPart[];
    readonly section: string;
    readonly place: string;
  }[];
  /** Says how many findings are not listed, and where they are; null when all are. */
  readonly leftOff: string | null;
}
