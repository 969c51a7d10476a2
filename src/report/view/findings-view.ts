/** The report `findings` (审核意见表) as plain data: what the check found, by section, beside the words of the plan. */
import type { FindingsLabels } from "./findings-labels.ts";
import type { DocumentFrame } from "./frame.ts";
import type { TextPart } from "./printed-parts.ts";

export interface FindingsView extends Omit<DocumentFrame, "labels"> {
  readonly labels: FindingsLabels;
  /** Counts in one sentence. */
  readonly summary: string;
  /** Errors and warnings by section in the order of the plan; what names no section stands last. */
  readonly sections: readonly FindingsSection[];
  /** Hints by rule, the most frequent first. */
  readonly hints: readonly HintRow[];
  /** Indicators that lack something of a well-made one, those that lack most first. */
  readonly smart: readonly SmartRow[];
}

export interface SmartRow {
  readonly name: string;
  /** `3/5` */
  readonly score: string;
  readonly missing: string;
}

export interface FindingsSection {
  /** Printed number and title. */
  readonly name: string;
  readonly rows: readonly FindingRow[];
}

export interface FindingRow {
  readonly sequence: string;
  readonly key: string;
  readonly mark: string;
  readonly severity: string;
  /** Words of the document as the plan keeps them, else the value as written, else the name of what the finding is about; null for none. */
  readonly wording: string | null;
  readonly text: readonly TextPart[];
  readonly help: readonly TextPart[];
  /** Other sections that it concerns; null for none. */
  readonly see: string | null;
  /** Line of the file, for whoever keeps it. */
  readonly place: string;
}

export interface HintRow {
  readonly title: string;
  readonly rule: string;
  readonly count: string;
  /** What it is about: the first few names. */
  readonly subjects: string;
  /** What was found, with the name of what it is about; none of a rule that finds many. */
  readonly texts: readonly (readonly TextPart[])[];
  readonly help: readonly TextPart[];
}
