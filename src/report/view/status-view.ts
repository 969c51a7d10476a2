/**
 * The report `status` as plain data: every text in its language, every number as text, every list in its order.
 * Fields are null where there is nothing to print, never absent. Fields that end in `Html` hold finished markup.
 */
import type { ChartFigure } from "../charts/chart-figure.ts";
import type { DocumentFrame } from "./frame.ts";

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

/** How status and score of a dimension or of the whole plan came about. */
export interface RollUpTrace {
  readonly anchor: string;
  readonly name: string;
  readonly status: StatusMark;
  /** By what the status was judged; the numbers of `members` follow it. */
  readonly basis: string;
  readonly members: readonly { readonly anchor: string; readonly number: string }[];
  /** Null without a score; then `noScore` says why, where one was to be expected. */
  readonly score: string | null;
  readonly how: string | null;
  readonly noScore: string | null;
}

/** How the figures of one entity came about, in a line below its indicator. */
export interface EntityTrace {
  readonly anchor: string;
  readonly name: string;
  readonly status: StatusMark;
  readonly basis: string;
  readonly figures: string;
}

/** How the figures of one indicator came about. */
export interface IndicatorTrace {
  readonly anchor: string;
  /** False for a block that stands in the HTML, but is not printed. */
  readonly onPaper: boolean;
  readonly number: string;
  readonly name: string;
  readonly status: StatusMark;
  /** What decided the status. */
  readonly basis: string;
  /** The method with its bands; null where it was not asked. */
  readonly method: string | null;
  readonly figures: readonly {
    readonly label: string;
    readonly value: string;
    readonly remark: string | null;
    /** Formula and the same with the numbers put in; null for what is itself stated. */
    readonly how: string | null;
    /** What the formula's letters mean and where the inputs stand; null where all was computed. */
    readonly sources: string | null;
  }[];
  /** Reported values, with the place of each; null when there is none. */
  readonly values: string | null;
  /** What could not be computed, and why; null when all could. */
  readonly missing: string | null;
  readonly entities: readonly EntityTrace[];
}

export interface LabelledText {
  readonly label: string;
  readonly text: string;
}

/** A status by name (for the style), shape and word. */
export interface StatusMark {
  readonly key: string;
  readonly mark: string;
  readonly word: string;
}

export interface StatusCount extends StatusMark {
  readonly count: number;
}

/** A stretch of text: either plain or code, the other is null. */
export interface TextPart {
  readonly text: string | null;
  readonly code: string | null;
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

/** Indicators of one dimension that have no data yet. */
export interface WaitingGroup {
  readonly name: string | null;
  readonly indicators: readonly WaitingIndicator[];
}

export interface WaitingIndicator {
  readonly anchor: string;
  readonly trace: string | null;
  readonly number: string;
  readonly name: string;
  readonly traits: string | null;
  /** With its date; null when the plan states none. */
  readonly baseline: string | null;
  /** Targets in brief: what is asked for, then kind, date, section and, where it differs from the indicator's, status. */
  readonly targets: readonly { readonly text: string; readonly details: string }[];
  readonly contested: string | null;
  readonly status: StatusMark;
  readonly note: string | null;
  readonly owner: string;
}

/** Indicators of one dimension; `name` null when the plan has no dimensions. */
export interface IndicatorGroup {
  readonly name: string | null;
  readonly indicators: readonly IndicatorView[];
}

/** One indicator: its row in the table and its own part of the report. */
export interface IndicatorView {
  readonly anchor: string;
  /** False for a part that stands in the HTML, but is not printed: the table has its figures. */
  readonly onPaper: boolean;
  /** False for a part that is folded on a screen. */
  readonly isOpen: boolean;
  /** Anchor of the block that tells how its figures came about; null where the annex has no room for it. */
  readonly trace: string | null;
  readonly number: string;
  readonly name: string;
  readonly id: string;
  /** Unit, binding or anticipatory, weight: what stands below the name. */
  readonly traits: string | null;
  readonly status: StatusMark;
  readonly baseline: DatedText;
  readonly value: DatedText;
  readonly movement: readonly LabelledText[];
  readonly target: DatedText;
  /** Flag of a target that others contradict. */
  readonly contested: string | null;
  readonly attained: string;
  readonly elapsed: string;
  /** False where no time can have elapsed: the target has no due day, or the plan no start. */
  readonly hasElapsed: boolean;
  readonly expected: string;
  /** Null where nothing was expected. */
  readonly gap: string | null;
  readonly owner: string;
  readonly held: string | null;
  /** Why there is no status, or by what else than the method's own way it was judged. */
  readonly note: string | null;
  /** Both as sentences. */
  readonly remarks: readonly string[];
  /** What happened, in a sentence or two. */
  readonly sentences: readonly string[];
  readonly trend: string | null;
  readonly chart: ChartFigure | null;
  readonly targets: readonly TargetRow[];
  readonly deviations: readonly Deviation[];
  /** Says how many explanations are not listed; null when all are. */
  readonly deviationsLeftOff: string | null;
  readonly entities: EntityTable | null;
}

/** A value with its date and a mark such as "provisional". */
export interface DatedText {
  readonly text: string;
  readonly date: string | null;
  readonly mark: string | null;
}

export interface TargetRow {
  readonly text: string;
  readonly kind: string;
  readonly due: string;
  readonly section: string;
  readonly status: StatusMark;
  /** The value it was judged by, with its date; null when it was not judged. */
  readonly judgedBy: string | null;
  /** That the status of the indicator is judged against it; null for the others. */
  readonly governs: string | null;
  /** What is to be noticed of it; null where there is nothing. */
  readonly flags: string | null;
}

/** Why a value deviates and what is done about it, as reported. */
export interface Deviation {
  readonly of: string;
  readonly reason: string;
  readonly action: string;
}

export interface EntityTable {
  /** False where no target is set for any of the entities: then they are shown and not judged. */
  readonly hasStatuses: boolean;
  readonly summary: string;
  readonly coverage: string | null;
  /** Number of columns with name and status, for rows that go across. */
  readonly width: string;
  /** Heads of the columns between name and status; only those that hold a value somewhere. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    /** Anchor of the line that tells how its figures came about; null where the annex has no room for it. */
    readonly trace: string | null;
    /** One for each column, labelled with its head. */
    readonly cells: readonly LabelledText[];
    readonly status: StatusMark;
    /** Why, where the figures do not show it; null where they do. */
    readonly why: string | null;
  }[];
  /** Says how many entities are not listed; null when all are. */
  readonly leftOff: string | null;
}

export interface ContextIndicator {
  readonly anchor: string;
  readonly name: string;
  readonly value: DatedText;
  readonly owner: string;
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

/** Who filled in, who checked, when; null leaves a line to sign. */
export interface Signatures {
  readonly filledBy: string | null;
  readonly checkedBy: string | null;
  readonly date: string | null;
}
