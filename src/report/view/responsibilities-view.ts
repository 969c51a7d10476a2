/** The report `responsibilities` (责任清单) as plain data: who, with whom, what, by when, shown by what. */
import type { DocumentFrame } from "./frame.ts";
import type { StatusMark } from "./printed-parts.ts";
import type { ResponsibilitiesLabels } from "./responsibilities-labels.ts";

export interface ResponsibilitiesView extends Omit<DocumentFrame, "labels"> {
  readonly labels: ResponsibilitiesLabels;
  /** How many duties there are, and how many name nobody. */
  readonly summary: string;
  /** What the marks of days mean; null where all are stated. */
  readonly dueNote: string | null;
  /** One sheet of all duties, or one of each owner. */
  readonly sheets: readonly DutySheet[];
}

export interface DutySheet {
  /** Owner and level; null for the sheet of all, whose groups stand for themselves. */
  readonly name: string | null;
  /** True where each sheet is handed to one owner: it begins a page and is signed for. */
  readonly isHandedOut: boolean;
  readonly groups: readonly DutyGroup[];
}

export interface DutyGroup {
  /** Null where the name of the sheet says it already. */
  readonly name: string | null;
  /** False where all duties of the group are of one kind. */
  readonly hasKinds: boolean;
  /** Columns that would hold nothing, or in every row the owner of the sheet, are left out. */
  readonly hasLeads: boolean;
  readonly hasSupports: boolean;
  readonly hasEvidence: boolean;
  readonly hasStates: boolean;
  readonly rows: readonly DutyRow[];
}

export interface DutyRow {
  /** Null where the duty stands in an earlier sheet already. */
  readonly anchor: string | null;
  readonly sequence: string;
  readonly kind: string;
  readonly name: string;
  readonly lead: string;
  readonly support: string;
  readonly due: string;
  /** The same in lines: when, and how often it is reported on. */
  readonly dueLines: readonly string[];
  readonly evidence: string;
  /** How it stands on the as-of date; null where nothing is judged or reported of it. */
  readonly state: StatusMark | null;
  /** As printed; null where the plan cites none. */
  readonly section: string | null;
}
