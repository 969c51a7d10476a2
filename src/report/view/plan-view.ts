/**
 * The report `plan` as plain data: the document from its sections, and the annexes. Fields are null or empty where there
 * is nothing to print; fields that end in `Html` or `Markdown` hold finished markup of that format.
 */
import type { ChartFigure } from "../charts/chart-figure.ts";
import type { DocumentFrame } from "./frame.ts";
import type { PlanLabels } from "./plan-labels.ts";

export interface PlanView extends Omit<DocumentFrame, "labels"> {
  readonly labels: PlanLabels;
  /** 文号. */
  readonly number: string | null;
  /** To whom the document goes, in one line with its final colon. */
  readonly recipients: string | null;
  /** Who signs it, and when it was issued. */
  readonly signed: string | null;
  readonly issuedOn: string | null;
  readonly sections: readonly SectionView[];
  /** Objectives by dimension: the body of a plan that has no sections. */
  readonly goals: readonly { readonly name: string | null; readonly statements: readonly string[] }[];
  /** Titles of the annexes in the order of their numbers, as they are named beside the signature. */
  readonly annexList: readonly string[];
  readonly annexes: PlanAnnexes;
}

export interface SectionView {
  readonly anchor: string;
  /** Heading level by depth: exactly one is true. */
  readonly isPart: boolean;
  readonly isChapter: boolean;
  readonly isPoint: boolean;
  /** Number and title. */
  readonly heading: string;
  /** The id by which findings and tables cite it, where the printed number does not show it. */
  readonly cited: string | null;
  /** Said of a heading that has neither a text nor headings below it; null for all others. */
  readonly empty: string | null;
  readonly textHtml: string;
  readonly textMarkdown: string;
}

/** Each with the number under which it is called (附件1); null where the plan has nothing for it. */
export interface PlanAnnexes {
  readonly indicators: IndicatorAnnex | null;
  readonly tasks: TaskAnnex | null;
  readonly phases: PhaseAnnex | null;
  readonly logic: LogicAnnex | null;
  readonly actors: ActorAnnex | null;
  readonly risks: RiskAnnex | null;
  readonly resources: ResourceAnnex | null;
  readonly mechanisms: MechanismAnnex | null;
  readonly sources: SourceAnnex | null;
}

/** What an annex is called. */
export interface AnnexHead {
  /** 附件1, Annex 1. */
  readonly call: string;
  readonly title: string;
}

export interface IndicatorAnnex extends AnnexHead {
  /** Due dates with a column of their own; empty where there are too many: then all targets stand in one column. */
  readonly dueColumns: readonly string[];
  /** Columns that would hold nothing are left out. */
  readonly hasUnits: boolean;
  readonly hasAttributes: boolean;
  readonly hasBaselines: boolean;
  readonly hasOtherTargets: boolean;
  readonly hasWeights: boolean;
  readonly hasOwners: boolean;
  readonly hasOrigins: boolean;
  /** What the column of sources and rhythms is called, by which of them it holds. */
  readonly originHead: string;
  /** Columns in all, for rows that go across. */
  readonly columns: string;
  readonly groups: readonly {
    /** Of the dimension; null for indicators without one. */
    readonly anchor: string | null;
    readonly name: string | null;
    readonly weight: string | null;
    readonly rows: readonly IndicatorLine[];
  }[];
  /** Says once when the targets of several rows that have no date are due; null where each says it. */
  readonly undatedNote: string | null;
  readonly weightsChart: ChartFigure | null;
}

export interface IndicatorLine {
  readonly anchor: string;
  readonly sequence: string;
  readonly name: string;
  readonly definition: string | null;
  readonly unit: string;
  readonly attribute: string;
  readonly baseline: readonly string[];
  /** One cell for each due column. */
  readonly due: readonly string[];
  /** Targets that have no column, each with its date. */
  readonly others: readonly string[];
  readonly weight: string;
  readonly owner: string;
  /** Source and rhythm. */
  readonly origin: readonly string[];
  readonly section: string;
}

export interface TaskAnnex extends AnnexHead {
  /** False where all tasks are of one kind. */
  readonly hasKinds: boolean;
  readonly hasLeads: boolean;
  readonly hasSupports: boolean;
  readonly hasDeliverables: boolean;
  readonly hasNeeds: boolean;
  readonly columns: string;
  readonly groups: readonly { readonly name: string | null; readonly rows: readonly TaskLine[] }[];
}

export interface TaskLine {
  readonly anchor: string;
  readonly sequence: string;
  readonly name: string;
  /** 重点任务, 关键节点 or 成果. */
  readonly kind: string;
  readonly lead: string;
  readonly support: string;
  readonly timing: string;
  readonly deliverable: string;
  /** Null where the deliverable stands in an earlier row as well. */
  readonly deliverableAnchor: string | null;
  readonly needs: string;
  readonly section: string;
}

export interface PhaseAnnex extends AnnexHead {
  readonly chart: ChartFigure | null;
  readonly hasGates: boolean;
  readonly hasMilestones: boolean;
  readonly rows: readonly {
    readonly anchor: string;
    readonly name: string;
    readonly period: string;
    readonly gates: readonly string[];
    readonly milestones: readonly string[];
    readonly section: string;
  }[];
}

export interface LogicAnnex extends AnnexHead {
  /** False when the plan names no problem: then the column is left out. */
  readonly hasProblems: boolean;
  readonly rows: readonly {
    readonly problems: readonly AnchoredText[];
    readonly objective: AnchoredText | null;
    readonly indicators: readonly AnchoredText[];
    readonly actions: readonly AnchoredText[];
  }[];
}

/** A text that is where an id of the plan is printed (`anchor`), or that leads to it (`link`); the other is null. */
export interface AnchoredText {
  readonly text: string;
  readonly anchor: string | null;
  readonly link: string | null;
}

export interface ActorAnnex extends AnnexHead {
  readonly hasLevels: boolean;
  readonly hasLeads: boolean;
  readonly hasSupports: boolean;
  readonly hasParts: boolean;
  readonly rows: readonly {
    readonly anchor: string;
    readonly name: string;
    readonly level: string;
    readonly leads: readonly string[];
    readonly supports: readonly string[];
    /** Mechanisms that name it otherwise, and as what: 第三方评估（实施者）. */
    readonly parts: readonly string[];
  }[];
}

export interface RiskAnnex extends AnnexHead {
  readonly chart: ChartFigure | null;
  readonly hasAnswers: boolean;
  /** True where no answer is stated as such: then one note says so. */
  readonly allImplied: boolean;
  readonly hasOwners: boolean;
  readonly hasRating: boolean;
  readonly rows: readonly {
    readonly anchor: string;
    readonly name: string;
    readonly likelihood: string;
    readonly impact: string;
    readonly answers: readonly string[];
    readonly owner: string;
    readonly section: string;
  }[];
}

export interface ResourceAnnex extends AnnexHead {
  readonly chart: ChartFigure | null;
  readonly hasKinds: boolean;
  readonly hasAmounts: boolean;
  readonly hasNorms: boolean;
  readonly rows: readonly {
    readonly anchor: string;
    readonly name: string;
    readonly kind: string;
    readonly amount: string;
    readonly norm: string;
    readonly section: string;
  }[];
}

export interface MechanismAnnex extends AnnexHead {
  readonly charts: readonly ChartFigure[];
  readonly mechanisms: readonly {
    readonly anchor: string;
    readonly sequence: string;
    readonly name: string;
    readonly type: string;
    /** The section that states it, with the comma before it; null where the plan names none. */
    readonly place: string | null;
    readonly parts: readonly OutlinePart[];
  }[];
}

/** A stated value under its label; parts below it where it has some. */
export interface OutlinePart {
  /** Of an entry that has an id. */
  readonly anchor: string | null;
  readonly label: string | null;
  readonly text: string | null;
  readonly parts: readonly OutlinePart[];
}

export interface SourceAnnex extends AnnexHead {
  /** Columns that would hold nothing are left out. */
  readonly hasSourceDates: boolean;
  readonly hasScopes: boolean;
  readonly hasEvidenceNotes: boolean;
  readonly hasEvidenceDates: boolean;
  readonly hasEvidenceSources: boolean;
  readonly sources: readonly {
    readonly anchor: string;
    readonly title: string;
    readonly date: string;
    readonly scope: string;
  }[];
  readonly evidence: readonly {
    readonly anchor: string;
    /** What it says, in one line; in parts: what of, how much, and what is said besides. */
    readonly statement: string;
    readonly subject: string;
    readonly value: string;
    readonly note: string;
    readonly date: string;
    readonly source: string;
    readonly section: string;
  }[];
  readonly revisions: readonly {
    readonly date: string;
    readonly what: string;
    readonly before: string;
    readonly after: string;
    readonly why: string;
    readonly approvedBy: string;
  }[];
}
