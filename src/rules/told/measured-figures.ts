/** Figures that a plan states somewhere as a fact, and whether a figure of a text is one of them. Shared by rules; not a rule. */
import type Big from "big.js";
import type { Evidence, Plan, Section, Target } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { quantityOf } from "../compare-statements.ts";
import { readRuleFigure } from "../rule-figure.ts";
import { expectedBy } from "../target/expected.ts";
import { type Figures, figuresOf } from "../target/levels.ts";
import { levelAfterRate } from "../target/rates.ts";

/**
 * The same figure, as written or in the base unit. A share is no amount; apart from that units are not held against each
 * other, for a text may count in other words than the indicator.
 */
export function isSameFigure(measured: Quantity, { value, unit }: Quantity): boolean {
  if (measured.unit !== null && isShare(measured.unit) !== isShare(unit)) return false;
  const base = unit === null ? value : value.times(unit.factor);
  return [measured.value, measured.upper].some((figure) => {
    if (figure === null) return false;
    const size = figure.abs();
    // 3 ‰ is not 3 %, nor 1200元 1200万元.
    if (measured.unit !== null && (isShare(unit) || isMoneyAlike(measured.unit, unit)))
      return size.times(measured.unit.factor).eq(base);
    return (
      size.eq(value) || size.eq(base) || (measured.unit !== null && size.times(measured.unit.factor).eq(base))
    );
  });
}

function isMoneyAlike(a: NonNullable<Quantity["unit"]>, b: Quantity["unit"]): boolean {
  return a.dimension.startsWith("money") && a.dimension === b?.dimension;
}

function isShare(unit: Quantity["unit"]): boolean {
  return unit?.dimension === "percent" || unit?.dimension === "points";
}

const known = new WeakMap<Plan, readonly Quantity[]>();
const knownResults = new WeakMap<Plan, readonly Quantity[]>();

/** Shares that divide a sum of money or marks, and marks that divide bands: nobody promises them as a result. */
const division = /^(?:(?:lines|sources|components|modules)\/.*\/?(?:share|weight)|bands\/.*\/?score)$/;

/** All figures of the plan that somebody measures or states as a fact. */
export function measuredFigures(plan: Plan): readonly Quantity[] {
  const before = known.get(plan);
  if (before !== undefined) return before;
  const found = readFigures(plan, () => true);
  known.set(plan, found);
  return found;
}

/** The same without exact shares that only divide money or marks, with which a promised figure agrees by chance. */
export function measuredResults(plan: Plan): readonly Quantity[] {
  const before = knownResults.get(plan);
  if (before !== undefined) return before;
  const isBound = (value: unknown): boolean =>
    typeof value !== "string" && (quantityOf(value)?.relation ?? "=") !== "=";
  const found = readFigures(plan, (name, value) => !division.test(name) || isBound(value));
  knownResults.set(plan, found);
  return found;
}

function readFigures(plan: Plan, isFigure: (name: string, value: unknown) => boolean): readonly Quantity[] {
  const ofTargets = plan.indicators.flatMap(({ targets, baseline, trajectory, unit }) =>
    [
      ...targets.flatMap(({ quantity, versus }) => [quantity?.value, versus?.margin?.value]),
      ...baseline.map(({ is }) => is.value.quantity),
      ...(trajectory?.points ?? []).map(({ is }) => is.value),
    ].map((one) => (one?.unit === null && unit !== null ? { ...one, unit: unit.value } : one)),
  );
  const stated = plan.facts
    .filter(({ name }) => name !== "weight")
    .flatMap(({ name, statements }) =>
      statements.flatMap(({ is }) => (isFigure(name, is.value) ? [is.value] : [])),
    );
  const told: readonly Evidence[] = [
    ...plan.evidence,
    ...plan.problems.flatMap((problem) => problem.evidence),
  ];
  const evidence = told.flatMap(({ is, from, to }) => [is?.value, from?.value, to?.value]);
  const gates = plan.phases.flatMap(({ gates: all }) => all.map(({ reach }) => reach?.value));
  return [...ofTargets, ...levelsOfChanges(plan), ...stated, ...evidence, ...gates].flatMap((value) => {
    if (typeof value === "string") return readRuleFigure(value)?.quantity ?? [];
    return quantityOf(value) ?? [];
  });
}

/** Where changes lead: +14pp on a baseline of 51% measures a promised 65%; a level that is not even, as it may be rounded. */
function levelsOfChanges(plan: Plan): readonly Quantity[] {
  return figuresOf(plan).flatMap((figures) =>
    figures.indicator.targets.flatMap((target) => {
      const { quantity } = target;
      if (quantity === null || target.kind === "reach" || target.kind === "hold") return [];
      const level = levelOfChange(target, figures, plan);
      if (level === null) return [];
      const { unit } = figures;
      return [level, level.round(1), level.round(0)].map((value) => ({
        ...quantity.value,
        value,
        upper: null,
        unit,
      }));
    }),
  );
}

/** The level that a change, relative change or rate leads to; null where that cannot be told. */
export function levelOfChange(target: Target, figures: Figures, plan: Plan): Big | null {
  const stated = figures.levels.find((level) => level.target === target);
  return (stated ?? expectedBy(target, figures) ?? levelAfterRate(target, figures, plan))?.value ?? null;
}

// Two expressions: one for both languages takes three times as long to make.
const goalTitle =
  /^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]\s?|第[一二三四五六七八九十\d]{1,3}(?:章|节|部分)\s?)?(?:总体|主要|工作|具体|量化|绩效|发展)?(?:目标|指标)(?:任务|值|体系|设定)?$/;
const goalTitleInEnglish =
  /^(?:.{0,20} )?(?:goal|target|indicator|objective)s?(?: and (?:goals|targets|indicators|objectives))?$/iu;

/** A section of goals, or one without a role below such a section. */
export function isInGoals(section: Section, { sections }: Plan): boolean {
  let above: Section | undefined = section;
  for (let depth = 0; above !== undefined && depth < deepest; depth += 1) {
    if (isOfGoals(above)) return true;
    if (above.role !== null) return false;
    const { parent }: Section = above;
    above = parent === null ? undefined : sections.find(({ id }) => id.value === parent);
  }
  return false;
}

const deepest = 6;

/** A section of goals by its role; one without role by its title. */
export function isOfGoals({ role, title }: Section): boolean {
  if (role !== null) return role.value === "goals";
  const words = title?.text.trim() ?? "";
  return goalTitle.test(words) || goalTitleInEnglish.test(words);
}
