/** The shape of a rule: everything about one kind of finding in one file. */
import type { CodeDefinition, FindingExtras, Localized, MessageArgs } from "../diagnostics/diagnostic.ts";
import type { IndicatorResults } from "../indicators/results.ts";
import type { Item, Plan } from "../plan/plan.ts";
import type { PlanIndex } from "../plan/plan-index.ts";
import type { Records } from "../records/records.ts";
import type { Span } from "../text/source.ts";

/** Extras of a report; `on` names the item that the finding is about. */
export interface ReportExtras extends Omit<FindingExtras, "subject"> {
  readonly on?: Item | null;
}

/** What a rule sees. No clock, no files, no other rule's findings. */
export interface RuleInput {
  readonly plan: Plan;
  readonly index: PlanIndex;
  readonly records: Records;
}

/** What a rule of family `status/` sees besides. */
export interface StatusRuleInput extends RuleInput {
  readonly results: IndicatorResults;
}

/** What rules have besides a code's words. */
interface RuleBase<A extends MessageArgs> extends CodeDefinition<A> {
  /** Arguments that hold ids: Chinese messages, where ids are foreign, show the items' names in their place. */
  readonly named?: readonly string[];
  /** How many notes of this rule are told as one (`told-together.ts`); without it each stands for itself. */
  readonly together?: Together<A>;
  /** What many findings that rest on one place say of it, where it is told in their stead; null: each stands for itself. */
  turned?(many: readonly A[]): Localized | null;
}

/** One finding in place of many: what it says of them, and the note at each place where they differ. */
interface Together<A extends MessageArgs> {
  message(many: readonly A[]): Localized;
  note?(one: A): Localized;
}

/** A rule that reads the plan alone. `stage` tells the runner what it needs. */
export interface PlanRule<A extends MessageArgs = MessageArgs> extends RuleBase<A> {
  readonly stage: "plan";
  check(input: RuleInput & { report(span: Span, args: A, extras?: ReportExtras): void }): void;
}

/** A rule that reads the evaluation. */
export interface StatusRule<A extends MessageArgs = MessageArgs> extends RuleBase<A> {
  readonly stage: "status";
  check(input: StatusRuleInput & { report(span: Span, args: A, extras?: ReportExtras): void }): void;
}

export type Rule = PlanRule | StatusRule;

/** A rule as it is declared: `named` are keys of its arguments. */
type Declared<R extends RuleBase<A>, A extends MessageArgs> = Omit<R, "stage" | "named"> & {
  readonly named?: readonly (keyof A & string)[];
};

/** Declares a rule of the plan; path below `rules/` = code = family/fault. */
export function defineRule<A extends MessageArgs>(rule: Declared<PlanRule<A>, A>): PlanRule<A> {
  return { ...rule, stage: "plan" };
}

/** Declares a rule of family `status/`. */
export function defineStatusRule<A extends MessageArgs>(rule: Declared<StatusRule<A>, A>): StatusRule<A> {
  return { ...rule, stage: "status" };
}
