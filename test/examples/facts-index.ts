/** What the tests of published plans share: a plan's values in the shape of `index.json`, and its mechanisms as written. */
import { parse } from "yaml";
import type { Compilation } from "../../src/compile.ts";
import type { Severity } from "../../src/diagnostics/diagnostic.ts";
import type { Indicator, Plan, Target } from "../../src/plan/plan.ts";
import type { Quantity } from "../../src/plan/quantity.ts";
import { exampleFile } from "./example-files.ts";

/** A mechanism as its YAML says it, the keys of its type included. */
export interface RawMechanism {
  readonly id: string;
  readonly type: string;
  readonly section: string;
  readonly origin?: string;
  readonly cadence?: unknown;
  readonly governs?: readonly string[];
  readonly "also-in"?: readonly string[];
}

/** The plan of a compilation; the test fails when it cannot be read. */
export function planOf(compilation: Compilation): Plan {
  if (compilation.plan === null) throw new Error("the plan cannot be read");
  return compilation.plan;
}

/** `85`, `2..4` or null. */
export function valueText(quantity: Quantity | null): string | null {
  if (quantity === null) return null;
  return quantity.upper === null
    ? quantity.value.toFixed()
    : `${quantity.value.toFixed()}..${quantity.upper.toFixed()}`;
}

/** Value of a target in its indicator's unit as written, with `=` for a bare one. */
export function targetValue(target: Target): { value: string | null; relation: string } {
  const quantity = target.quantity?.value ?? null;
  return { value: valueText(quantity), relation: quantity?.relation ?? "=" };
}

/** The indicator of that id; the test fails when there is none. */
export function indicatorOf(plan: Plan, id: string): Indicator {
  const found = plan.indicators.find((indicator) => indicator.id.value === id);
  if (found === undefined) throw new Error(`no indicator ${id}`);
  return found;
}

/** An indicator as its YAML says it. */
export interface RawIndicator {
  readonly id: string;
  readonly targets: readonly { readonly by?: unknown }[];
}

function rawPlan(example: string) {
  return parse(exampleFile(example, `${example}.plan.yaml`), { schema: "failsafe" });
}

/** Mechanisms of an example as written. */
export function rawMechanisms(example: string): readonly RawMechanism[] {
  return rawPlan(example).mechanisms;
}

/** Indicators of an example as written, by id. */
export function rawIndicators(example: string): ReadonlyMap<string, RawIndicator> {
  const indicators: readonly RawIndicator[] = rawPlan(example).indicators;
  return new Map(indicators.map((indicator) => [indicator.id, indicator]));
}

/** True when the number stands in the text by itself (`40` in `≥40%`, not in `140`). */
export function holdsNumber(text: string, number: string): boolean {
  return new RegExp(`(?<!\\d|\\d\\.)${number.replaceAll(".", "\\.")}(?![\\d]|\\.\\d)`).test(text);
}

/** Rhythms that stand in a text, each once, sorted. */
export function rhythmsIn(text: string): readonly string[] {
  return [...new Set(text.match(/half-yearly|daily|weekly|monthly|quarterly|yearly/g) ?? [])].sort();
}

/** `rule id` of the findings of one severity, without those that today's data make. */
export function foundIn(compilation: Compilation, severity: Severity): readonly string[] {
  return compilation.findings
    .filter((finding) => finding.severity === severity && !finding.code.startsWith("status/"))
    .map((finding) => `${finding.code} ${finding.subject?.id}`);
}
