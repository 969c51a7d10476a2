/**
 * What an indicator is known to have been before the plan was written: its baselines, the observations of the whole plan
 * up to that day, and the plan's own background figures. Shared by the rules that hold targets against what was; not a
 * rule. Values are in the indicator's unit.
 */

import type Big from "big.js";
import { orderedBy } from "../../plan/ordered-by.ts";
import type { Evidence, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import type { Day } from "../../plan/time.ts";
import { convert } from "../../plan/units.ts";
import type { Observation, Records } from "../../records/records.ts";
import { type Span, spanText } from "../../text/source.ts";
import { statedPeriod } from "../times-of.ts";
import type { Figures } from "./levels.ts";

/** A value on a day. */
export interface PastValue {
  readonly value: Big;
  readonly day: Day;
  readonly span: Span;
  readonly shown: string;
  readonly of: "baseline" | "observation" | "evidence";
}

const none: readonly Observation[] = [];
const ofRecords = new WeakMap<Records, ReadonlyMap<string, readonly Observation[]>>();

/** The observations of an indicator for the whole plan: no entity, no slice, with a number; in the order of the records. */
export function wholeObservations(records: Records, indicator: string): readonly Observation[] {
  const known = ofRecords.get(records) ?? groupWhole(records);
  ofRecords.set(records, known);
  return known.get(indicator) ?? none;
}

function groupWhole({ observations }: Records): ReadonlyMap<string, readonly Observation[]> {
  const groups = new Map<string, Observation[]>();
  for (const one of observations) {
    if (one.entity !== null || one.slices.size > 0 || one.value === null) continue;
    const group = groups.get(one.indicator);
    if (group === undefined) groups.set(one.indicator, [one]);
    else group.push(one);
  }
  return groups;
}

const unsettled: ReadonlySet<string> = new Set(["draft", "consultation", "submitted"]);

/**
 * The last day whose figures the authors could know: the start of the plan, or the day of issue if that is later. Null
 * where nothing tells it; without end while the plan is a draft.
 */
export function writtenBy({ period, issuer, status }: Plan): Day | null {
  if (status !== null && unsettled.has(status.value)) return Number.POSITIVE_INFINITY;
  const start = period?.start?.value ?? null;
  const issued = statedPeriod(issuer?.date ?? null)?.end ?? null;
  if (start === null || issued === null) return start ?? issued;
  return Math.max(start, issued);
}

/** Several rules ask for what was known of one indicator. */
const pastOfRecords = new WeakMap<Records, Map<Figures, readonly PastValue[]>>();

/** All that was known when the plan was written, by day; several values of one day are kept. Levels and running totals only. */
export function knownBefore(figures: Figures, plan: Plan, records: Records): readonly PastValue[] {
  let known = pastOfRecords.get(records);
  if (known === undefined) {
    known = new Map();
    pastOfRecords.set(records, known);
  }
  const before = known.get(figures) ?? findPast(figures, plan, records);
  known.set(figures, before);
  return before;
}

function findPast(figures: Figures, plan: Plan, records: Records): readonly PastValue[] {
  const { indicator, baselines, unit } = figures;
  const latest = writtenBy(plan);
  const values: PastValue[] = [];
  for (const { value, on, span, quantity, narrowed } of baselines) {
    if (on === null || narrowed || !isFirm(quantity)) continue;
    values.push({ value, day: on, span, shown: withoutTime(quantity.text), of: "baseline" });
  }
  if (latest === null || indicator.value.value === "flow") return values;
  for (const { value, at } of wholeObservations(records, indicator.id.value)) {
    if (value === null || at.value.end > latest) continue;
    values.push({
      value: value.value,
      day: at.value.end,
      span: value.span,
      shown: spanText(value.span),
      of: "observation",
    });
  }
  const told = [...plan.problems.flatMap(({ evidence }) => evidence), ...plan.evidence];
  for (const evidence of told) {
    if (evidence.of?.value === indicator.id.value && isOwn(evidence))
      values.push(...valuesOf(evidence, unit));
  }
  return orderedBy(values, ({ day }) => day);
}

/** `45% @ 2025-12` as the figure alone. */
export function withoutTime(text: string): string {
  return text.includes("@") ? text.replace(/\s*@.*$/, "") : text;
}

/** True for a figure that is one number: no bound, no range, no 约. */
export function isFirm({ relation, upper, soft }: Quantity): boolean {
  return upper === null && soft === null && (relation === null || relation === "=");
}

function isOwn({ kindOf, place, scope }: Evidence): boolean {
  return place === null && scope === null && (kindOf === null || kindOf.value === "background");
}

function valuesOf({ is, from, to, at, text }: Evidence, unit: Figures["unit"]): readonly PastValue[] {
  const period = statedPeriod(at);
  if (period === null || period.end === null || text !== null) return [];
  const read = (given: Evidence["is"], day: Day): readonly PastValue[] => {
    if (given === null || given.value.signed || !isFirm(given.value)) return [];
    const value = convert(given.value.value, given.value.unit, unit);
    return value === null
      ? []
      : [{ value, day, span: given.span, shown: given.value.text, of: "evidence" as const }];
  };
  // A span of time told with a development begins and ends with it; a single year says only when it ended.
  const isSpan = at?.value.expression?.kind === "range" && period.start !== null;
  const began = isSpan && period.start !== null ? read(from, period.start) : [];
  return [...began, ...read(is ?? to, period.end)];
}
