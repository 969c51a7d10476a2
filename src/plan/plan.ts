/**
 * The plan model: every item of the format with its place and origin. Built by `load/bind.ts`, read by all others.
 *
 * Conventions: a field that the plan does not state is null (or an empty list); an item whose source is broken is left
 * out of its list and counted in `unusable`; `span` is the whole item, `id.span` its id.
 */
import type { SourceFile, Span } from "../text/source.ts";
import type { Given, Saying, Statement, Statements } from "./given.ts";
import type { ParameterMap } from "./parameters.ts";
import type { Quantity, Relation, Unit } from "./quantity.ts";
import type { Day, Rhythm, When } from "./time.ts";

/** Kinds of item that can be named by an id. */
export type ItemKind =
  | "section"
  | "source"
  | "actor"
  | "entity"
  | "problem"
  | "dimension"
  | "objective"
  | "indicator"
  | "phase"
  | "milestone"
  | "deliverable"
  | "action"
  | "risk"
  | "evidence"
  | "resource"
  | "mechanism"
  | "figure";

/** What every item has. */
export interface Item {
  readonly kind: ItemKind;
  readonly id: Given<string>;
  readonly span: Span;
}

export interface Plan {
  readonly file: SourceFile;
  readonly span: Span;
  readonly id: Given<string> | null;
  readonly title: Given<string> | null;
  readonly language: Given<string> | null;
  /** Planning period; `stated: false` when the document does not state it. */
  readonly period: PlanPeriod | null;
  readonly issuer: Issuer | null;
  readonly status: Given<string> | null;
  readonly assess: Given<Assessment> | null;
  readonly parent: Given<string> | null;
  readonly sections: readonly Section[];
  readonly sources: readonly Source[];
  readonly actors: readonly Actor[];
  readonly entities: readonly Entity[];
  readonly problems: readonly Problem[];
  readonly dimensions: readonly Dimension[];
  readonly objectives: readonly Objective[];
  readonly indicators: readonly Indicator[];
  readonly phases: readonly Phase[];
  readonly milestones: readonly Milestone[];
  readonly deliverables: readonly Deliverable[];
  readonly actions: readonly Action[];
  readonly risks: readonly Risk[];
  readonly evidence: readonly Evidence[];
  readonly resources: readonly Resource[];
  readonly mechanisms: readonly Mechanism[];
  readonly data: DataFiles;
  readonly revisions: readonly Revision[];
  /** Every fact stated in the plan, for the rules that compare statements. */
  readonly facts: readonly Fact[];
  /** Every mention of an id, for the reference rules. */
  readonly references: readonly Reference[];
  /** How many items and targets were left out because their source could not be read. */
  readonly unusable: number;
  /** The kinds of the items among them, one entry each. */
  readonly unusableKinds: readonly ItemKind[];
}

export interface PlanPeriod {
  readonly span: Span;
  readonly start: Given<Day> | null;
  readonly end: Given<Day> | null;
  readonly stated: boolean;
  readonly text: string;
}

export interface Issuer {
  readonly span: Span;
  readonly name: Given<string> | null;
  readonly number: Given<string> | null;
  readonly date: Given<When> | null;
  readonly to: readonly Given<string>[];
  readonly secrecy: Given<string> | null;
  readonly signed: Given<string> | null;
  readonly contact: Given<string> | null;
}

/** A name in one language or in several (`{ zh-Hans: …, en: … }`). */
export interface Name {
  readonly span: Span;
  /** The name in the plan's own language, or the only one there is. */
  readonly text: string;
  readonly byLanguage: ReadonlyMap<string, string>;
}

/** Counts that a section announces: thing counted (`indicators`, `dimensions`, `items` …) → count. */
export interface Announcement {
  readonly of: Given<string>;
  readonly count: Given<number>;
  /** The count with where it is said; several of one thing are compared as any fact is. */
  readonly statement: Statement<number>;
}

export interface Section extends Item {
  readonly kind: "section";
  readonly title: Name | null;
  readonly role: Given<string> | null;
  readonly parent: string | null;
  readonly announces: readonly Announcement[];
  /** The section's own text, read from the plan or from the file it names; null when it has none. */
  readonly text: SectionText | null;
}

export interface SectionText {
  readonly span: Span;
  /** The text with `{{…}}` placeholders as written. */
  readonly text: string;
  readonly placeholders: readonly Placeholder[];
}

/**
 * `{{target coverage-rate}}` in a section text: `verb` target, baseline, value, name, count …; `id` what it is about;
 * `which` of several statements is meant (`{{target coverage-rate 2026}}`), null where nothing is said of it.
 */
export interface Placeholder {
  readonly span: Span;
  readonly verb: string;
  readonly id: string | null;
  readonly which: string | null;
}

export interface Source extends Item {
  readonly kind: "source";
  readonly title: Name | null;
  readonly date: Given<When> | null;
  readonly scope: Given<"this-plan" | "wider" | "other-place"> | null;
  readonly note: Given<string> | null;
}

export interface Actor extends Item {
  readonly kind: "actor";
  readonly name: Name | null;
  readonly level: Given<string> | null;
}

export interface Entity extends Item {
  readonly kind: "entity";
  readonly name: Name | null;
  readonly level: Given<string> | null;
  readonly parent: Given<string> | null;
  /** Further facts by name (population, area …), as written. */
  readonly facts: ReadonlyMap<string, Given<string>>;
}

export interface Problem extends Item {
  readonly kind: "problem";
  readonly statement: Name | null;
  readonly objectives: readonly Given<string>[];
  readonly section: Given<string> | null;
  readonly evidence: readonly Evidence[];
}

export interface Dimension extends Item {
  readonly kind: "dimension";
  readonly name: Name | null;
  readonly weight: Statements<Quantity>;
  readonly section: Given<string> | null;
  readonly assess: Given<Assessment> | null;
}

export interface Objective extends Item {
  readonly kind: "objective";
  readonly statement: Name | null;
  readonly dimension: Given<string> | null;
  readonly section: Given<string> | null;
}

/** Who answers for an item. */
export interface Owner {
  readonly lead: Given<string> | null;
  readonly with: readonly Given<string>[];
  /** Title of the leader in charge. */
  readonly leader: Given<string> | null;
  readonly person: Given<string> | null;
}

export type Direction = "increase" | "decrease" | "maintain";

export interface Indicator extends Item {
  readonly kind: "indicator";
  readonly name: Name | null;
  readonly objective: Given<string> | null;
  readonly serves: readonly Given<string>[];
  readonly dimension: Given<string> | null;
  readonly role: Given<"outcome" | "output" | "process" | "input" | "context"> | null;
  readonly attribute: Given<"binding" | "anticipatory"> | null;
  readonly headline: boolean;
  readonly unit: (Given<Unit> & { readonly text: string }) | null;
  readonly direction: Given<Direction> | null;
  readonly value: Given<"level" | "flow" | "running-total">;
  readonly definition: Given<string> | null;
  /** Every statement of the definition; `definition` is the first. */
  readonly definitions: Statements<readonly Given<string>[]>;
  readonly counted: Counted | null;
  readonly collected: Collected | null;
  readonly baseline: Statements<Baseline>;
  readonly targets: readonly Target[];
  readonly frequency: Statements<Rhythm>;
  /** Days after the end of a period within which its value is due (`report-within`). */
  readonly reportWithinDays: Given<number> | null;
  readonly owner: Statements<Owner>;
  readonly source: Given<string> | null;
  readonly section: Given<string> | null;
  readonly weight: Statements<Quantity>;
  readonly sameAs: Given<string> | null;
  readonly partOf: Given<string> | null;
  readonly alsoCalled: readonly Given<string>[];
  readonly dataFrom: readonly Given<string>[];
  readonly trajectory: Trajectory | null;
  readonly aggregation: Given<string> | null;
  /** Natural limits of the value, in the indicator's unit (0..100 for a percent, unless stated). */
  readonly bounds: (Given<Quantity> & { readonly stated: boolean }) | null;
  readonly performance: Given<string> | null;
  readonly formula: Given<string> | null;
  readonly assess: Given<Assessment> | null;
  /** A part that is written but could not be read: the indicator is then not judged by what is left. */
  readonly unreadable?: "baseline" | "target" | null;
  /** Observations written in the plan itself. */
  readonly observations: readonly InlineObservation[];
}

export interface Counted {
  readonly span: Span;
  readonly per: Given<string> | null;
  readonly of: Given<string> | null;
  readonly where: Given<string> | null;
  readonly window: Given<string> | null;
}

export interface Collected {
  readonly span: Span;
  readonly by: Given<string> | null;
  readonly every: Given<Rhythm> | null;
  readonly method: Given<string> | null;
  readonly sample: Given<string> | null;
}

/** A baseline statement: level (absent when the map states only a date) and its date. */
export interface Baseline {
  readonly quantity: Quantity;
  readonly at: Given<When> | null;
}

export const targetKinds = [
  "reach",
  "hold",
  "change",
  "relative",
  "rate",
  "each",
  "total",
  "compound",
  "versus",
  "done",
  "grade",
  "trend",
] as const;
export type TargetKind = (typeof targetKinds)[number];

/** One target. Exactly one kind; the fields of other kinds are null. */
export interface Target extends Saying {
  readonly kind: TargetKind;
  readonly span: Span;
  /** Key and value of the kind (`reach: ≥85%`). */
  readonly stated: Given<string>;
  /** The quantity of reach, hold, change, relative, rate, each, total, compound; null for other kinds. */
  readonly quantity: Given<Quantity> | null;
  readonly by: Given<When> | null;
  readonly from: Given<When> | null;
  /** `during` read as a time: the span that rate, each, total, compound, trend cover. */
  readonly over: Given<When> | null;
  /** `every: year`: the period in which a `hold` is judged; null = the reporting period. */
  readonly every: Given<Rhythm> | null;
  /** `of` of a relative target: a date of the baseline or a value; null = the baseline. */
  readonly base: {
    readonly at: Given<When> | null;
    readonly quantity: Given<Quantity> | null;
    readonly span: Span;
  } | null;
  /** `versus`: the other indicator and the margin. */
  readonly versus: {
    readonly indicator: Given<string>;
    readonly relation: Relation;
    readonly margin: Given<Quantity> | null;
  } | null;
  /** `grade`: the level wanted and the ordered levels, worst first. */
  readonly grade: { readonly wanted: Given<string>; readonly levels: readonly string[] } | null;
  readonly trend: Given<Direction> | null;
}

export interface Trajectory {
  readonly span: Span;
  readonly kind: Given<"linear" | "step" | "geometric" | "equal-split" | "custom" | "end-only">;
  readonly points: readonly { readonly at: Given<When>; readonly is: Given<Quantity> }[];
}

/** `assess: NAME` or `assess: { method: NAME, … }`; parameters as written. */
export interface Assessment {
  readonly method: string;
  readonly parameters: ReadonlyMap<string, WrittenValue>;
}

/** A value as written: its text, and its parts where it is a list or a map (empty for a scalar). */
export interface WrittenValue extends Given<string> {
  readonly shape: "scalar" | "list" | "map";
  readonly items: readonly WrittenValue[];
  readonly entries: ReadonlyMap<string, WrittenValue>;
}

export interface InlineObservation {
  readonly span: Span;
  /** Column → value as written, under the column names of FORMAT.md section 8. */
  readonly cells: ReadonlyMap<string, Given<string>>;
}

export interface Phase extends Item {
  readonly kind: "phase";
  readonly name: Name | null;
  readonly period: Statements<When>;
  readonly section: Given<string> | null;
  readonly gates: readonly Gate[];
}

/** A condition for leaving a phase. */
export interface Gate {
  readonly span: Span;
  readonly indicator: Given<string> | null;
  readonly reach: Given<Quantity> | null;
  readonly text: Given<string> | null;
}

export interface Milestone extends Item {
  readonly kind: "milestone";
  readonly name: Name | null;
  readonly phase: Given<string> | null;
  readonly by: Statements<When>;
  readonly owner: Statements<Owner>;
  readonly deliverable: Given<string> | null;
  readonly needs: readonly Given<string>[];
  readonly section: Given<string> | null;
}

export interface Deliverable extends Item {
  readonly kind: "deliverable";
  readonly name: Name | null;
  readonly kindOf: Given<string> | null;
  readonly due: Statements<When>;
  readonly owner: Statements<Owner>;
  readonly section: Given<string> | null;
}

export interface Action extends Item {
  readonly kind: "action";
  readonly name: Name | null;
  readonly objective: Given<string> | null;
  readonly parent: Given<string> | null;
  readonly owner: Statements<Owner>;
  readonly period: Statements<When>;
  /** What the whole action may cost. */
  readonly budget: Statements<Quantity>;
  readonly needs: readonly Given<string>[];
  readonly section: Given<string> | null;
}

export interface Risk extends Item {
  readonly kind: "risk";
  readonly name: Name | null;
  readonly owner: Statements<Owner>;
  readonly likelihood: Given<number> | null;
  readonly impact: Given<number> | null;
  readonly mitigations: readonly Mitigation[];
  readonly section: Given<string> | null;
}

/** An answer to a risk: an item of the plan, or a text. */
export interface Mitigation {
  readonly span: Span;
  readonly item: Given<string> | null;
  readonly text: Given<string> | null;
  /** `stated` unless the plan says the document only implies it. */
  readonly stated: "stated" | "implied" | "missing";
  readonly section: Given<string> | null;
}

export interface Evidence extends Item {
  readonly kind: "evidence";
  readonly kindOf: Given<"background" | "case" | "standard"> | null;
  /** Indicator, or standing figure of a mechanism, that it is about, if any. */
  readonly of: Given<string> | null;
  readonly place: Given<string> | null;
  readonly scope: Given<string> | null;
  readonly is: Given<Quantity> | null;
  readonly from: Given<Quantity> | null;
  readonly to: Given<Quantity> | null;
  readonly at: Given<When> | null;
  readonly cause: Given<string> | null;
  readonly source: Given<string> | null;
  /** What the figure is called, where it is about no indicator. */
  readonly name: Name | null;
  readonly section: Given<string> | null;
  readonly text: Given<string> | null;
}

export interface Resource extends Item {
  readonly kind: "resource";
  readonly kindOf: Given<"people" | "money" | "premises" | "equipment" | "technology"> | null;
  readonly name: Name | null;
  readonly amount: Statements<Quantity>;
  readonly norm: Given<string> | null;
  readonly section: Given<string> | null;
}

/** A mechanism: what all types share (FORMAT.md section 7), and under `parameters` what its own type states. */
export interface Mechanism extends Item {
  readonly kind: "mechanism";
  readonly type: Given<string>;
  readonly name: Name | null;
  readonly purpose: Given<string> | null;
  readonly owner: Statements<Owner>;
  readonly section: Given<string> | null;
  /** Further sections that tell of it. */
  readonly alsoIn: readonly Given<string>[];
  readonly origin: "plan" | "cited" | "implied";
  readonly from: Given<When> | null;
  readonly during: Given<When> | null;
  readonly needs: readonly Given<string>[];
  readonly cadence: Statements<Rhythm>;
  readonly announced: readonly Announcement[];
  readonly open: boolean;
  /** Ids of the indicators and other items on which it works. */
  readonly governs: readonly Given<string>[];
  /** Figures that no key of its type takes, under ids of their own. */
  readonly figures: readonly Figure[];
  readonly parameters: ParameterMap;
}

/** A standing figure kept with a mechanism: a norm, a list length, a parameter of a scheme, a rhythm. */
export interface Figure extends Item {
  readonly kind: "figure";
  readonly name: Name | null;
  readonly values: Statements<Quantity>;
}

export interface DataFile {
  readonly span: Span;
  /** Path as written, relative to the plan's folder. */
  readonly path: Given<string>;
  /** The file is marked as made up (`demo: true`). */
  readonly demo: boolean;
}

export interface DataFiles {
  readonly observations: readonly DataFile[];
  readonly progress: readonly DataFile[];
  readonly spending: readonly DataFile[];
}

export interface Revision {
  readonly span: Span;
  readonly date: Given<When> | null;
  readonly what: Given<string> | null;
  readonly from: Given<string> | null;
  readonly to: Given<string> | null;
  readonly reason: Given<string> | null;
  readonly approvedBy: Given<string> | null;
}

/**
 * One fact of one item, with all its statements and how two of its values compare.
 * `key` makes equal values equal texts, so that rules compare facts of any type.
 */
export interface Fact {
  readonly subject: Item;
  /** Name of the field: `weight`, `owner`, `by`, `period`, `frequency`, `baseline`, `amount` … */
  readonly name: string;
  readonly statements: readonly (Statement<unknown> & { readonly key: string; readonly shown: string })[];
}

/** A mention of an id. `kinds`: what it may name, in order of search. */
export interface Reference {
  readonly name: Given<string>;
  readonly kinds: readonly ItemKind[];
  /** Item that mentions it; null for the plan's own head. */
  readonly from: Item | null;
  readonly field: string;
}
