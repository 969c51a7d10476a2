/** How a derived value came about: the formula, the numbers put in, and every observation with its place. */
import type { Formula } from "../expressions/formulas.ts";
import { over, toDecimal } from "../expressions/fraction.ts";
import { measureOf } from "../expressions/measure.ts";
import type { PlanNames } from "../expressions/names.ts";
import { partsOf, type Tree } from "../expressions/tree.ts";
import { isoDay } from "../plan/days.ts";
import { formatDecimal } from "../plan/decimal.ts";
import type { Unit } from "../plan/quantity.ts";
import type { Day } from "../plan/time.ts";
import type { UsedValue } from "./operand-values.ts";
import type { Reading } from "./readings.ts";
import type { FigureInput } from "./results.ts";

type Made = Required<Pick<Reading, "parts" | "made">>;

/** Most inputs that are kept for one value; a mean over years of days has thousands. */
const mostInputs = 200;

/** The trace of a value that was computed for a period ending on a day. */
export function derivedTrace(formula: Formula, used: readonly UsedValue[], end: Day, names: PlanNames): Made {
  const units = new Map<string, Unit | null>();
  for (const name of formula.names) {
    const named = names.find(name);
    units.set(name, named === undefined || named.kind === "words" ? null : named.unit);
  }
  const parts: FigureInput[] = [];
  const seen = new Set<string>();
  const now = new Map<string, string>();
  for (const one of used) {
    const isNow = one.period === null || one.period.end === end;
    const name = isNow ? one.name : `${one.name} (${isoDay(one.period.end)})`;
    if (seen.has(name) || parts.length >= mostInputs) continue;
    seen.add(name);
    const value = printed(one, units.get(one.name) ?? null);
    if (isNow) now.set(one.name, value);
    addParts(parts, name, value, one);
  }
  return {
    parts,
    made: { formula: formula.text.value.trim(), substituted: substituted(formula, now) },
  };
}

function printed({ value }: UsedValue, unit: Unit | null): string {
  return formatDecimal(toDecimal(unit === null ? value : over(value, measureOf(unit).factor)));
}

/** A name with one observation is that observation; what was added up or derived is told with all that it was made of. */
function addParts(parts: FigureInput[], name: string, value: string, { period, span }: UsedValue): void {
  const readings = period?.readings ?? [];
  const [only, second] = readings;
  const inner = readings.flatMap((reading) => reading.parts);
  const isObserved = only !== undefined && second === undefined && inner.length === 0;
  parts.push({ name, value, span: isObserved ? only.span : span });
  if (isObserved) return;
  for (const reading of readings) {
    if (reading.parts.length > 0)
      parts.push(...reading.parts.slice(0, mostInputs).map((part) => below(name, part)));
    else
      parts.push({
        name: `${name} (${isoDay(reading.on)})`,
        value: formatDecimal(reading.value),
        span: reading.span,
      });
  }
}

function below(name: string, part: FigureInput): FigureInput {
  return { ...part, name: `${name} · ${part.name}` };
}

/** The formula with the numbers in the place of the names that have one value; names inside functions stay. */
function substituted({ text, computable }: Formula, now: ReadonlyMap<string, string>): string {
  if (computable === null) return "";
  let filled = text.value;
  for (const { name, end, start } of directNames(computable.tree).sort((a, b) => b.start - a.start)) {
    const value = now.get(name);
    if (value === undefined) continue;
    const shown = value.startsWith("-") ? `(${value.replace("-", "−")})` : value;
    filled = filled.slice(0, start) + shown + filled.slice(end);
  }
  return filled.trim();
}

interface NamePlace {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function directNames(root: Tree): NamePlace[] {
  const found: NamePlace[] = [];
  const waiting: Tree[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === "name") found.push({ name: next.name, start: next.start, end: next.end });
    else if (next.kind !== "call" || next.arguments.length > 1) waiting.push(...partsOf(next));
  }
  return found;
}
