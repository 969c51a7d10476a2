/**
 * The plan model: every item of the format with its place and origin. Built by `load/bind.ts`, read by all others.
 *
 * Conventions: a field that the plan does not state is null (or an empty list); an item whose source is broken is left
 * out of its list and counted in `unusable`; `span` is the whole item, `id.span` its id.
 *
 * The parts stand in `model/`, under the names of the files in `load/bind` that build them; other folders import them from here.
 */
import type { SourceFile, Span } from "../text/source.ts";
import type { Given } from "./given.ts";
import type { Resource, Risk } from "./model/answers.ts";
import type { Assessment } from "./model/assessment.ts";
import type { Fact, Reference } from "./model/facts.ts";
import type { Dimension, Evidence, Objective, Problem } from "./model/goals.ts";
import type { DataFiles, Issuer, PlanPeriod, Revision } from "./model/head.ts";
import type { Indicator } from "./model/indicators.ts";
import type { ItemKind } from "./model/item.ts";
import type { Mechanism } from "./model/mechanisms.ts";
import type { Section, Source } from "./model/outline.ts";
import type { Actor, Entity } from "./model/people.ts";
import type { Action, Deliverable, Milestone, Phase } from "./model/schedule.ts";

export type * from "./model/answers.ts";
export type * from "./model/assessment.ts";
export type * from "./model/facts.ts";
export type * from "./model/goals.ts";
export type * from "./model/head.ts";
export type * from "./model/indicators.ts";
export type * from "./model/item.ts";
export type * from "./model/mechanisms.ts";
export type * from "./model/outline.ts";
export type * from "./model/people.ts";
export type * from "./model/schedule.ts";
export * from "./model/targets.ts";

/** A plan as it was read; its lists keep the order of the file. */
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
