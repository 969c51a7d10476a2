/**
 * The formulas of a plan's derived indicators, read and checked once: what each names, what is wrong with it, and which
 * lead back to themselves.
 */
import type { Given } from "../plan/given.ts";
import { measuredUnit } from "../plan/measured-unit.ts";
import type { Indicator, Plan } from "../plan/plan.ts";
import { partOf } from "../plan/sub-span.ts";
import type { Span } from "../text/source.ts";
import { checkExpression } from "./check.ts";
import type { Checked, Scope } from "./checker.ts";
import { circlesAmong, type Mention } from "./circles.ts";
import { type Fault, faultAt } from "./fault.ts";
import type { Fraction } from "./fraction.ts";
import { namedType, type PlanNames, planNames } from "./names.ts";
import { parseExpression } from "./parse.ts";
import { resultUnit } from "./result.ts";
import { type NameTree, partsOf, type Tree } from "./tree.ts";

/** A formula that can be computed. */
export interface Computable {
  readonly tree: Tree;
  readonly checked: Checked;
  /** Base units in one of the indicator's unit. */
  readonly factor: Fraction;
}

export interface Formula {
  readonly indicator: Indicator;
  readonly text: Given<string>;
  readonly faults: readonly Fault[];
  /** Null where it has faults or leads back to itself. */
  readonly computable: Computable | null;
  /** Names that must have a value in the period itself (not those in `latest`, `previous` and the like). */
  readonly direct: readonly string[];
  /** All names, by the words in which they stand. */
  readonly names: readonly string[];
}

/** A formula that names what is derived from it. */
export interface FormulaCircle {
  /** Indicators in order, the first with the earliest mention. */
  readonly steps: readonly { readonly indicator: Indicator; readonly span: Span }[];
}

export interface PlanFormulas {
  readonly names: PlanNames;
  /** By indicator id, in plan order. */
  readonly formulas: ReadonlyMap<string, Formula>;
  readonly circles: readonly FormulaCircle[];
}

const known = new WeakMap<Plan, PlanFormulas>();

/** The formulas of a plan; null where no indicator has one. Read once per plan. */
export function formulasOf(plan: Plan): PlanFormulas | null {
  const before = known.get(plan);
  if (before !== undefined) return before;
  if (plan.indicators.every(({ formula }) => formula === null)) return null;
  const read = readFormulas(plan);
  known.set(plan, read);
  return read;
}

/** The place of a part of an expression; the whole where it is nothing (what should follow at the end). */
export function placeOf(text: Given<string>, { start, end }: { start: number; end: number }): Span {
  return partOf(text, start, end);
}

/** Whether the baseline of an indicator follows from those of the names in its formula. */
export function derivesBaseline(plan: Plan, indicator: Indicator): boolean {
  const read = formulasOf(plan);
  const formula = read?.formulas.get(indicator.id.value);
  if (read === null || formula?.computable == null) return false;
  return formula.names.every((name) => {
    const named = read.names.find(name);
    if (named?.kind !== "indicator") return true;
    return formula.direct.includes(name) && named.indicator.baseline.length > 0;
  });
}

function readFormulas(plan: Plan): PlanFormulas {
  const names = planNames(plan);
  const formulas = new Map<string, Formula>();
  const mentions = new Map<string, readonly Mention[]>();
  for (const indicator of plan.indicators) {
    const id = indicator.id.value;
    if (indicator.formula === null || formulas.has(id)) continue;
    const { formula, named } = readFormula(indicator, indicator.formula, names);
    formulas.set(id, formula);
    mentions.set(id, mentionsIn(formula, named, names));
  }
  const found = circlesAmong(mentions);
  for (const id of found.flatMap(({ members }) => members)) {
    const formula = formulas.get(id);
    if (formula !== undefined) formulas.set(id, { ...formula, computable: null });
  }
  const circles = found.map(({ circle }) => ({
    steps: circle.flatMap(({ from, span }) => {
      const formula = formulas.get(from);
      return formula === undefined ? [] : [{ indicator: formula.indicator, span }];
    }),
  }));
  return { names, formulas, circles };
}

interface NamedPart {
  readonly tree: NameTree;
  readonly direct: boolean;
}

function readFormula(
  indicator: Indicator,
  text: Given<string>,
  names: PlanNames,
): { readonly formula: Formula; readonly named: readonly NamedPart[] } {
  const parsed = parseExpression(text.value, names.has);
  const none = { indicator, text, computable: null, direct: [], names: [] };
  if (!parsed.ok) return { formula: { ...none, faults: [parsed.fault] }, named: [] };
  const { tree } = parsed;
  const checked = checkExpression(tree, formulaScope(names));
  const named = namesIn(tree).filter((part) => checked.operands.has(part.tree));
  const found = checked.faults.length > 0 || named.length > 0 ? checked.faults : [namesNothing(tree)];
  const result = found.length > 0 ? null : resultUnit(tree, checked.type, measuredUnit(indicator));
  const faults = result !== null && "fault" in result ? [result.fault] : found;
  const factor = result !== null && "factor" in result ? result.factor : null;
  return {
    named,
    formula: {
      indicator,
      text,
      faults,
      computable: factor === null ? null : { tree, checked, factor },
      direct: [...new Set(named.filter((part) => part.direct).map((part) => part.tree.name))],
      names: [...new Set(named.map((part) => part.tree.name))],
    },
  };
}

/** A figure that stands for itself has a value in no period. */
function namesNothing({ start, end }: Tree): Fault {
  return faultAt("type", "names-nothing", { start, end });
}

function formulaScope(names: PlanNames): Scope {
  return {
    resolve({ name }) {
      const named = names.find(name);
      return named === undefined
        ? null
        : { type: namedType(named), ref: named.kind === "words" ? null : name };
    },
    unknown: names.unknown,
  };
}

/** Functions that look at other periods than the one that is computed. */
const elsewhere: ReadonlySet<string> = new Set(["latest", "previous"]);
const overTime: ReadonlySet<string> = new Set(["sum", "mean", "min", "max", "count", "share"]);

/** All names in the order of the text, and whether each must have a value in the period itself. */
function namesIn(tree: Tree): readonly NamedPart[] {
  const found: NamedPart[] = [];
  const waiting: { readonly tree: Tree; readonly direct: boolean }[] = [{ tree, direct: true }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { tree: part } = next;
    if (part.kind === "name") found.push({ tree: part, direct: next.direct });
    const direct = next.direct && !looksElsewhere(part);
    for (const child of partsOf(part)) waiting.push({ tree: child, direct });
  }
  return found.sort((a, b) => a.tree.start - b.tree.start);
}

function looksElsewhere(tree: Tree): boolean {
  if (tree.kind === "lasting") return true;
  if (tree.kind !== "call") return false;
  const name = tree.name.toLowerCase();
  return elsewhere.has(name) || (overTime.has(name) && tree.arguments.length === 1);
}

function mentionsIn(formula: Formula, named: readonly NamedPart[], names: PlanNames): readonly Mention[] {
  return named.flatMap(({ tree }) => {
    const meant = names.find(tree.name);
    if (meant?.kind !== "indicator") return [];
    const span = placeOf(formula.text, tree);
    return [{ from: formula.indicator.id.value, to: meant.indicator.id.value, span }];
  });
}
