/**
 * Weights as shares, in the groups that have to sum (FORMAT.md section 5, "Weights"): the indicators of a weighted
 * dimension to its weight, otherwise all indicators to 1; dimensions to 1. Exact decimals.
 */
import Big from "big.js";
import type { RelatedPlace } from "../diagnostics/diagnostic.ts";
import { formatDecimal, hundredthOf, sumOf } from "../plan/decimal.ts";
import type { Given, Statements } from "../plan/given.ts";
import type { Dimension, Indicator, Plan } from "../plan/plan.ts";
import type { Quantity, Unit } from "../plan/quantity.ts";
import { statesKey } from "./indicator/states-key.ts";

type Weighable = Indicator | Dimension;

/** A weight as a share of 1, with the value that states it. */
export interface Weight {
  readonly item: Weighable;
  readonly share: Big;
  readonly given: Given<Quantity>;
}

/** Weights that belong together. Every share is known: a group with a weight that cannot be read is left out. */
export interface WeightGroup {
  readonly kind: "indicators" | "dimensions";
  /** Dimension whose indicators these are; null for a group of the whole plan. */
  readonly dimension: Weight | null;
  /** `during` for which this group holds; null for the weights that hold in general. */
  readonly during: string | null;
  readonly weights: readonly Weight[];
  /** Items of the group that carry no weight. */
  readonly missing: readonly Weighable[];
  readonly sum: Big;
  /** With the weights of parts, which lie inside those of their wholes. */
  readonly sumWithParts: Big;
  readonly expected: Big;
}

const hundredth = new Big("0.01");

/** Shares written as fractions (三分之一) do not end; sums that miss by less than this are equal. */
const tolerance = new Big("1e-12");

/** Three rules ask for the groups of one plan. */
const groupsOfPlan = new WeakMap<Plan, readonly WeightGroup[]>();

/** True for a unit in which a share can be written; a bare number is one too. */
export function isShareUnit(unit: Unit | null): boolean {
  return unit === null || unit.dimension === "percent";
}

/** A sum as a percent, short unless that would make it look right. */
export function printSum({ sum, expected }: WeightGroup): string {
  const short = sum.times(100).round(4);
  return printPercent(short.eq(expected.times(100)) ? sum : short.times(hundredth));
}

/** A share as a percent. */
export function printPercent(share: Big): string {
  return `${formatDecimal(share.times(100))}%`;
}

/** True when two shares are equal. */
export function sharesEqual(a: Big, b: Big): boolean {
  return a.minus(b).abs().lt(tolerance);
}

/** True when a group sums to too much, or to too little with every weight given. */
export function isSumWrong({ weights, missing, sum, expected }: WeightGroup): boolean {
  if (weights.length === 0 || sharesEqual(sum, expected)) return false;
  return missing.length === 0 || sum.gt(expected);
}

/** A dimension whose weight is the one slip. */
export interface DimensionSlip {
  readonly dimension: Weight;
  /** Sum of its indicators' weights, which would make the dimensions sum to the whole. */
  readonly right: Big;
}

/**
 * The dimension that explains both sums: the dimensions miss the whole by as much as its weight misses that of its
 * indicators, and no other dimension misses. Null where the sums are wrong for other reasons.
 */
export function slipOfDimension(plan: Plan, during: string | null): DimensionSlip | null {
  const groups = weightGroups(plan).filter((group) => group.during === during && isSumWrong(group));
  const whole = groups.find(({ kind }) => kind === "dimensions");
  const [only, ...others] = groups.filter(({ kind }) => kind === "indicators");
  if (whole === undefined || only === undefined || others.length > 0 || only.dimension === null) return null;
  const { dimension, sum, sumWithParts } = only;
  if (only.missing.length > 0) return null;
  const rest = whole.sum.minus(dimension.share);
  const right = [sum, sumWithParts].find((one) => sharesEqual(rest.plus(one), whole.expected));
  return right === undefined ? null : { dimension, right };
}

/** Most weights named beside a wrong sum. */
const mostRelated = 20;

/** The weights that were added, but the one at which the finding stands. */
export function relatedWeights(group: WeightGroup, place: Weight): RelatedPlace[] {
  return group.weights
    .filter((weight) => weight !== place)
    .slice(0, mostRelated)
    .map(({ given }) => ({ span: given.span, note: { en: "added", zhHans: "计入合计" } }));
}

/** All groups of the plan that have an item, for the weights that hold in general and for each `during`. */
export function weightGroups(plan: Plan): readonly WeightGroup[] {
  const known = groupsOfPlan.get(plan);
  if (known !== undefined) return known;
  const groups = findGroups(plan);
  groupsOfPlan.set(plan, groups);
  return groups;
}

/** Times for which weights are summed up: each is a sum over all items. */
const mostTimes = 100;

function findGroups(plan: Plan): readonly WeightGroup[] {
  const items = [...plan.indicators, ...plan.dimensions];
  const statements = items.flatMap((item) => item.weight);
  if (statements.length === 0) return [];
  const bare = statements.filter(({ is }) => is.value.unit === null);
  // Bare weights are percents as soon as one of them is more than a whole.
  const bareShare = bare.some(({ is }) => is.value.value.gt(1)) ? hundredth : new Big(1);
  const times = new Set(statements.map(({ during }) => during?.value ?? null));
  return [...times].slice(0, mostTimes).flatMap((during) => groupsDuring(plan, during, bareShare));
}

function groupsDuring(plan: Plan, during: string | null, bareShare: Big): WeightGroup[] {
  const read = (item: Weighable): Weight | "none" | "unreadable" => {
    const given = weightDuring(item.weight, during);
    // A weight that cannot be read, or holds at another time only, leaves the sum open.
    if (given === null) return statesKey(item, "weight") ? "unreadable" : "none";
    const share = shareOf(given.value, bareShare);
    return share === null ? "unreadable" : { item, share, given };
  };
  const group = (items: readonly Weighable[], dimension: Weight | null): WeightGroup[] => {
    const results = items.map(read);
    if (items.length === 0 || results.includes("unreadable")) return [];
    if (during !== null && !items.some((item) => item.weight.some((w) => w.during?.value === during)))
      return [];
    const expected = dimension?.share ?? new Big(1);
    const kind = items[0]?.kind === "dimension" ? "dimensions" : "indicators";
    return [{ kind, dimension, during, ...summed(items, results, expected), expected }];
  };
  const judged = plan.indicators.filter((indicator) => indicator.role?.value !== "context");
  const dimensions = plan.dimensions.map(read);
  if (dimensions.every((weight) => weight === "none")) return group(judged, null);
  const members = new Map<string, Weighable[]>();
  for (const indicator of judged) {
    const id = indicator.dimension?.value;
    const alike = id === undefined ? undefined : members.get(id);
    if (alike !== undefined) alike.push(indicator);
    else if (id !== undefined) members.set(id, [indicator]);
  }
  const known = new Set(plan.dimensions.map(({ id }) => id.value));
  const hasStray = judged.some(({ dimension }) => dimension !== null && !known.has(dimension.value));
  const ofDimensions = dimensions.flatMap((weight) => {
    if (weight === "none" || weight === "unreadable") return [];
    const own = group(members.get(weight.item.id.value) ?? [], weight);
    // What is missing may be the weight of an indicator whose dimension is misspelt.
    return hasStray ? own.filter(({ sum, expected }) => sum.gte(expected)) : own;
  });
  return [...group(plan.dimensions, null), ...ofDimensions];
}

function summed(
  items: readonly Weighable[],
  results: readonly (Weight | "none" | "unreadable")[],
  expected: Big,
): Pick<WeightGroup, "weights" | "missing" | "sum" | "sumWithParts"> {
  const all = results.filter((result): result is Weight => typeof result !== "string");
  const weighted = new Set(all.map(({ item }) => item.id.value));
  // The weight of a part lies inside that of its whole, unless the plan gives each its own and all together make the sum.
  const sum = added(all);
  const isApart = sharesEqual(sum, expected);
  const weights = isApart ? all : all.filter(({ item }) => !isInside(item, weighted));
  const missing = items.filter(
    (item, i) => results[i] === "none" && !isInside(item, weighted) && !isTwin(item, weighted),
  );
  return { weights, missing, sum: isApart ? sum : added(weights), sumWithParts: sum };
}

function added(weights: readonly Weight[]): Big {
  return sumOf(weights.map(({ share }) => share));
}

function isInside(item: Weighable, weighted: ReadonlySet<string>): boolean {
  return item.kind === "indicator" && item.partOf !== null && weighted.has(item.partOf.value);
}

function isTwin(item: Weighable, weighted: ReadonlySet<string>): boolean {
  return item.kind === "indicator" && item.sameAs !== null && weighted.has(item.sameAs.value);
}

/** The first statement for that time; for a `during`, else the first that holds in general. */
function weightDuring(statements: Statements<Quantity>, during: string | null): Given<Quantity> | null {
  const own = statements.find((statement) => (statement.during?.value ?? null) === during);
  return (own ?? statements.find((statement) => statement.during === null))?.is ?? null;
}

function shareOf({ value, unit, upper }: Quantity, bareShare: Big): Big | null {
  if (upper !== null) return null;
  if (!isShareUnit(unit)) return null;
  if (unit === null) return value.times(bareShare);
  return hundredthOf(unit.key === "%" ? value : value.times(unit.factor));
}
