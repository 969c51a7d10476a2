/** Evaluates a plan written as text: one indicator `x` in a plan of 2026, or a whole plan. */
import { type EngineInput, evaluate } from "../../src/indicators/engine.ts";
import type { FigureName, IndicatorResults, IndicatorRow } from "../../src/indicators/results.ts";
import { bindPlan } from "../../src/load/bind.ts";
import { readYaml } from "../../src/load/yaml.ts";
import { isoDay, parseIsoDay } from "../../src/plan/days.ts";
import { formatDecimal } from "../../src/plan/decimal.ts";
import { indexPlan } from "../../src/plan/plan-index.ts";
import { readRecords } from "../../src/records/read-records.ts";

export interface OneIndicator {
  /** Fields of the indicator as YAML flow pairs: `unit: "%", targets: [ … ]`. */
  readonly is: string;
  /** Observations: `2026-06 52` (time and value), or a flow map. */
  readonly seen?: readonly string[];
  /** ISO day; default: the last day of 2026-05-26, when two fifths of 2026 have passed. */
  readonly asOf?: string;
  /** Further top-level lines of the plan. */
  readonly plan?: string;
  readonly period?: string;
  readonly trace?: boolean;
}

/** Results of a whole plan. */
export function evaluateText(
  yaml: string,
  { asOf, trace = false }: { asOf: string; trace?: boolean },
): IndicatorResults {
  return evaluate({ ...engineInput(yaml, { asOf }), trace });
}

/** What the engine is given of a whole plan. */
export function engineInput(yaml: string, { asOf }: { asOf: string }): EngineInput {
  const file = { name: "test.plan.yaml", text: yaml };
  const noFiles = () => ({ value: null, findings: [] });
  const plan = bindPlan(readYaml(file).value, file, noFiles).value;
  const records = readRecords(plan, noFiles).value;
  const day = parseIsoDay(asOf);
  if (day === null) throw new Error(`no day: ${asOf}`);
  return { plan, index: indexPlan(plan), records, asOf: day };
}

/** The YAML of a plan with the indicator `x`. */
export function planOf({ is, seen = [], plan = "", period = "2026-01..2026-12" }: OneIndicator): string {
  const observations = seen.map(observationOf).join(", ");
  return `format: 1
id: p
title: P
language: en
period: ${period}
indicators:
  - { id: x, name: X, ${is}, observations: [${observations}] }
${plan}`;
}

function observationOf(written: string): string {
  if (written.startsWith("{")) return written;
  const [at, value] = written.split(" ");
  return `{ at: ${at}, value: ${value} }`;
}

/** All rows of the indicator `x`. */
export function rowsOf(one: OneIndicator): readonly IndicatorRow[] {
  const options = { asOf: one.asOf ?? "2026-05-26", trace: one.trace ?? false };
  return evaluateText(planOf(one), options).rows.filter((row) => row.indicator.id.value === "x");
}

/** The plan's row of the indicator `x`. */
export function rowOf(one: OneIndicator): IndicatorRow {
  const row = rowsOf(one).find((r) => r.entity === null);
  if (row === undefined) throw new Error("no row");
  return row;
}

/** A figure as printed; null when it was not computed. */
export function figureOf(row: IndicatorRow, name: FigureName): string | null {
  const { value } = row.figures[name];
  return value === null ? null : formatDecimal(value);
}

/** Several figures as printed. */
export function figuresOf(row: IndicatorRow, names: readonly FigureName[]): Record<string, string | null> {
  return Object.fromEntries(names.map((name) => [name, figureOf(row, name)]));
}

/** A day as printed. */
export function dayText(day: number | null): string | null {
  return day === null ? null : isoDay(day);
}

/** Statuses of the targets, in plan order. */
export function targetStatuses(row: IndicatorRow): readonly string[] {
  return row.targets.map((target) => target.status);
}
