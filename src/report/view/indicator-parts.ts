/** The indicators of the report `status` as plain data: those with data, those without, those for reference. */
import type { ChartFigure } from "../charts/chart-figure.ts";
import type { DatedText, LabelledText, StatusMark } from "./printed-parts.ts";

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

export interface ContextIndicator {
  readonly anchor: string;
  readonly name: string;
  readonly value: DatedText;
  readonly owner: string;
}
