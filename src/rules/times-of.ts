/** Every time that a plan states, with the item and field that state it, for the rules of family `time/`. */
import { monthEnd } from "../plan/days.ts";
import type { Given, Statements } from "../plan/given.ts";
import { walkParameters } from "../plan/parameters.ts";
import type { Indicator, Item, Plan } from "../plan/plan.ts";
import type { Day, Period, TimeExpression, When } from "../plan/time.ts";

/** A stated time. `item` is null for the head of the plan. */
export interface StatedTime {
  readonly when: Given<When>;
  readonly item: Item | null;
  readonly field: string;
}

/** All times of the plan, in order of kind, then of the plan. */
export function timesOf(plan: Plan): readonly StatedTime[] {
  const times: StatedTime[] = [];
  const add = (item: Item | null, field: string, when: Given<When> | null): void => {
    if (when !== null) times.push({ when, item, field });
  };
  const addAll = (item: Item, field: string, statements: Statements<When>): void => {
    for (const statement of statements) add(item, field, statement.is);
  };
  add(null, "date", plan.issuer?.date ?? null);
  for (const source of plan.sources) add(source, "date", source.date);
  for (const indicator of plan.indicators) addIndicator(indicator, add);
  for (const phase of plan.phases) addAll(phase, "period", phase.period);
  for (const milestone of plan.milestones) addAll(milestone, "by", milestone.by);
  for (const deliverable of plan.deliverables) addAll(deliverable, "due", deliverable.due);
  for (const action of plan.actions) addAll(action, "period", action.period);
  for (const mechanism of plan.mechanisms) {
    add(mechanism, "from", mechanism.from);
    add(mechanism, "during", mechanism.during);
    // What is told of another place has the dates of that place.
    if (mechanism.origin === "cited") continue;
    walkParameters(mechanism.parameters, (path, value) => {
      if (value.kind === "time") addAll(mechanism, path.at(-1) ?? "", value.statements);
    });
  }
  for (const evidence of plan.evidence) add(evidence, "at", evidence.at);
  for (const revision of plan.revisions) add(null, "date", revision.date);
  return times;
}

function addIndicator(
  indicator: Indicator,
  add: (item: Item, field: string, when: Given<When> | null) => void,
): void {
  for (const statement of indicator.baseline) add(indicator, "at", statement.is.value.at);
  for (const target of indicator.targets) {
    add(indicator, "by", target.by);
    add(indicator, "from", target.from);
    add(indicator, "during", target.over);
    add(indicator, "at", target.base?.at ?? null);
  }
  for (const point of indicator.trajectory?.points ?? []) add(indicator, "at", point.at);
}

/** The days of a time that was written with days; null when it is undated, unresolved or only assumed. */
export function statedPeriod(when: Given<When> | null): Period | null {
  if (when === null || when.origin === "assumed" || when.value.state !== "dated") return null;
  return when.value.period;
}

/** A period that ends before it starts holds no day: `time/reversed` tells it, and no other rule goes by its dates. */
export function isReversed({ start, end }: Period): boolean {
  return start !== null && end !== null && end < start;
}

/** The last day of a time, which is what it means as a point; null when it has none. */
export function lastDay(when: Given<When> | null): Day | null {
  return statedPeriod(when)?.end ?? null;
}

/** The statement that holds when nothing else is said: the first that is dated. */
export function firstDated(statements: Statements<When>): Given<When> | null {
  for (const { is } of statements) if (statedPeriod(is) !== null) return is;
  return null;
}

/**
 * The last day on which something that starts at this time may be said to start: `M4..M8` starts in M4, so up to the
 * end of that month. Keeps rules from reading more precision into a time than it has.
 */
export function latestStart(when: Given<When> | null): Day | null {
  const period = statedPeriod(when);
  if (when === null || period?.start === null || period === null) return null;
  const expression = when.value.expression;
  const first = expression?.kind === "range" ? expression.from : expression;
  return endOfLiteral(first, period.start) ?? period.start;
}

function endOfLiteral(literal: TimeExpression | null, start: Day): Day | null {
  if (literal?.kind === "calendar") return literal.end;
  if (literal?.kind === "month" || literal?.kind === "name") return monthEnd(start);
  return null;
}
