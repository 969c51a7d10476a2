/**
 * The report `status` as plain data: every text in its language, every number as text, every list in its order.
 * Fields are null where there is nothing to print, never absent. Fields that end in `Html` hold finished markup.
 */
import type { Language } from "../../language/speaker.ts";
import type { StatusLabel } from "../status-labels.ts";

export interface StatusView {
  readonly language: Language;
  readonly labels: Readonly<Record<StatusLabel, string>>;
  readonly title: string;
  /** Title of the document as a whole: plan and report. */
  readonly documentTitle: string;
  /** Running title and page numbers for print, as CSS. */
  readonly pageCssHtml: string;
  readonly facts: readonly LabelledText[];
  /** The notice that data are made up; null when they are not. */
  readonly demo: string | null;
  /** The same in short, for captions. */
  readonly demoCaption: string | null;
  /** One paragraph: counts, overall status, what to look at first, findings. */
  readonly summary: string;
  readonly counts: readonly StatusCount[];
  readonly statusBarHtml: string | null;
  readonly groups: readonly IndicatorGroup[];
  readonly hasIndicators: boolean;
  readonly indicatorNote: string | null;
  readonly context: readonly ContextIndicator[];
  readonly rollUps: readonly RollUpRow[];
  readonly milestones: readonly MilestoneRow[];
  readonly milestoneSignatures: Signatures;
  readonly findings: readonly FindingRow[];
  readonly findingCount: string;
  readonly methods: readonly string[];
  readonly glossary: readonly LabelledText[];
  readonly scale: readonly (StatusMark & { readonly meaning: string })[];
  readonly signatures: Signatures;
  readonly colophon: string;
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

/** Indicators of one dimension; `name` null when the plan has no dimensions. */
export interface IndicatorGroup {
  readonly name: string | null;
  readonly indicators: readonly IndicatorView[];
}

/** One indicator: its row in the table and its own part of the report. */
export interface IndicatorView {
  readonly anchor: string;
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
  readonly expected: string;
  /** Null where nothing was expected. */
  readonly gap: string | null;
  readonly owner: string;
  readonly held: string | null;
  /** Why there is no status, or by what else than the method's own way it was judged. */
  readonly note: string | null;
  /** What happened, in a sentence or two. */
  readonly sentences: readonly string[];
  readonly trend: string | null;
  readonly chartHtml: string | null;
  readonly targets: readonly TargetRow[];
  readonly deviations: readonly Deviation[];
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
  readonly judgedBy: string;
  readonly flags: string | null;
}

/** Why a value deviates and what is done about it, as reported. */
export interface Deviation {
  readonly of: string;
  readonly reason: string;
  readonly action: string;
}

export interface EntityTable {
  readonly summary: string;
  readonly coverage: string | null;
  readonly rows: readonly {
    readonly rank: string;
    readonly name: string;
    readonly value: DatedText;
    readonly change: string;
    readonly attained: string;
    readonly gap: string;
    readonly status: StatusMark;
    readonly reporter: string;
  }[];
  /** Says how many entities are not listed; null when all are. */
  readonly leftOff: string | null;
}

export interface ContextIndicator {
  readonly name: string;
  readonly value: DatedText;
  readonly owner: string;
}

export interface RollUpRow {
  readonly name: string;
  readonly weight: string;
  readonly status: StatusMark;
  readonly score: string;
  readonly counts: string;
  readonly isWhole: boolean;
}

export interface MilestoneRow {
  readonly name: string;
  readonly phase: string;
  readonly due: string;
  readonly owner: string;
  readonly deliverable: string;
  /** Shape and word of the state; `key` is a state of progress or `overdue`, `none`. */
  readonly state: StatusMark;
  readonly share: string | null;
  readonly remarks: readonly LabelledText[];
}

export interface FindingRow {
  readonly key: string;
  readonly mark: string;
  readonly severity: string;
  readonly text: string;
  readonly help: string;
  readonly section: string;
  readonly place: string;
  readonly rule: string;
}

/** Who filled in, who checked, when; null leaves a line to sign. */
export interface Signatures {
  readonly filledBy: string | null;
  readonly checkedBy: string | null;
  readonly date: string | null;
}
