/**
 * A resource that rests on a norm is as much as the norm requires of all entities together.
 *
 * Looks at: heads and things of a resource with `norm`, where that norm has one rule that counts by a fact of the entities (1 per 500
 * households), and all of its entities state the fact. What an entity's own parts state as well is not counted twice. Parts of
 * heads are left open: 14 is enough where 14.4 is required. Resources that name what is new (新增, additional) are left out, and
 * so are norms on which several resources rest.
 * Reports: the amount; related: the rule. A warning: the facts may be of another day, and the rest may come from elsewhere.
 * Source: FORMAT.md section 5 (`norm`), DESIGN.md section 4 (an unexplained difference).
 */
import Big from "big.js";
import { formatDecimal } from "../../../plan/decimal.ts";
import { parseQuantity } from "../../../plan/parse-quantity.ts";
import type { Entity, Mechanism, Plan, Resource } from "../../../plan/plan.ts";
import { isCount } from "../../../plan/units.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import type { Span } from "../../../text/source.ts";
import { ofType } from "../../of-type.ts";
import { claimsOf } from "../claims.ts";
import { baseOf, entitiesOf } from "../counted-by.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly norm: string;
  readonly normName: string;
  readonly rule: string;
  /** What the rule comes to: `1 × 14400 ÷ 1000 = 14.4`. */
  readonly sum: string;
  readonly fact: string;
  readonly entities: number;
  readonly above: boolean;
};

export const normResourceShort = defineRule<Args>({
  code: "norm/resource-short",
  severity: "warning",
  named: ["norm"],
  text: {
    en: {
      title: "Resource that does not meet its norm",
      message: (a) =>
        `${a.id}: ${a.value}, but by ${a.norm} (${a.rule}) ${a.sum} is the ${a.above ? "most" : "least"} for the ${a.fact} of ${a.entities === 1 ? "the one entity" : `${a.entities} entities`}: where does the ${a.above ? "excess" : "rest"} come from?`,
      why: "What the norm requires of each place cannot be met with what is provided for all of them.",
      fix: "Correct the amount, the rule or the facts; take out `norm` if the amount rests on something else.",
    },
    zhHans: {
      title: "资源总量与配置标准测算不符",
      message: (a) =>
        `资源“${a.name}”为“${a.value}”，而按配置标准“${a.normName}”（“${a.rule}”），以 ${a.entities} 个实施单位的“${a.fact}”合计测算，应为${a.above ? "不超过" : "不少于"}“${a.sum}”，${a.above ? "多出部分的用途" : "不足部分如何解决"}未写明`,
      why: "总量与标准测算不一致，分到各单位就无法达标。",
      fix: "更正数量、标准或基础数据；数量另有依据的，删去 `norm`。",
    },
  },
  check({ plan, report }) {
    if (plan.resources.every(({ norm }) => norm === null)) return;
    for (const norm of ofType(plan, "norm").filter(({ origin }) => origin === "plan")) {
      const resting = plan.resources.filter((one) => one.norm?.value === norm.id.value);
      const [resource] = resting;
      if (resource === undefined || resting.length > 1 || ofNew.test(nameOf(resource))) continue;
      const need = needOf(norm, plan);
      if (need === null) continue;
      const found = differenceOf(resource, need);
      if (found === null) continue;
      const { fact, entities, rule } = need;
      const args = {
        id: resource.id.value,
        name: nameOf(resource),
        norm: norm.id.value,
        normName: nameOf(norm),
        rule,
        fact,
        entities,
        ...found.args,
      };
      const related = [{ span: need.span, note: { en: "the rule", zhHans: "标准" } }];
      report(found.span, args, { on: resource, related });
    }
  },
});

const ofNew = /新增|增配|增设|补充|\b(?:additional|new|extra|more|hired|recruited)\b/iu;

/** What a norm comes to over all of its entities. */
interface Need {
  readonly low: Big | null;
  readonly high: Big | null;
  /** For one of the fact. */
  readonly factor: Big;
  readonly many: string;
  readonly total: Big;
  readonly fact: string;
  readonly entities: number;
  readonly rule: string;
  readonly span: Span;
}

function needOf(norm: Mechanism, plan: Plan): Need | null {
  const claims = claimsOf(norm).filter(
    ({ role, quantity }) => role === null && quantity.unit?.dimension === "ratio",
  );
  const [claim] = claims;
  const base = claim === undefined ? null : baseOf(claim.shown);
  if (claim === undefined || claims.length > 1 || base === null) return null;
  const entities = entitiesOf(norm, plan);
  const stating = entities.filter(({ facts }) => facts.has(base.fact));
  const levels = new Set(stating.map(({ level }) => level?.value));
  if (entities.some(({ level, facts }) => levels.has(level?.value) && !facts.has(base.fact))) return null;
  const counted = withoutWholes(stating, plan.entities);
  const figures = counted.flatMap(({ facts }) => figureOf(facts.get(base.fact)?.value ?? ""));
  if (figures.length === 0 || figures.length < counted.length) return null;
  const { value, upper, relation, unit } = claim.quantity;
  const isCeiling = relation?.startsWith("<") === true;
  return {
    low: isCeiling ? null : value,
    high: upper ?? (isCeiling ? value : null),
    factor: unit?.factor ?? new Big(1),
    many: base.many.replaceAll(",", ""),
    total: figures.reduce((sum, one) => sum.plus(one), new Big(0)),
    fact: base.fact,
    entities: counted.length,
    rule: claim.shown,
    span: claim.span,
  };
}

/** Entities of which no part states the fact itself: a town's people are those of its villages. */
function withoutWholes(stating: readonly Entity[], all: readonly Entity[]): readonly Entity[] {
  const parents = new Map(all.map(({ id, parent }) => [id.value, parent?.value] as const));
  const wholes = new Set<string>();
  for (const { parent } of stating)
    for (let at = parent?.value; at !== undefined && !wholes.has(at); at = parents.get(at)) wholes.add(at);
  return stating.filter(({ id }) => !wholes.has(id.value));
}

function figureOf(text: string): readonly Big[] {
  const reading = parseQuantity(text);
  if (!reading.ok || reading.quantity.upper !== null || reading.quantity.unit?.dimension === "percent")
    return [];
  const { value, unit } = reading.quantity;
  return [unit !== null && isCount(unit.dimension) ? value.times(unit.factor) : value];
}

function differenceOf(
  { amount }: Resource,
  need: Need,
): { readonly span: Span; readonly args: Pick<Args, "value" | "sum" | "above"> } | null {
  const stated = amount.find((one) => one.during === null && one.place === null && one.scope === null)?.is;
  if (stated === undefined) return null;
  const { value, upper, relation, unit, per, text } = stated.value;
  if (per !== null || (unit !== null && !isCount(unit.dimension))) return null;
  const [low, high] = [need.low, need.high].map((one) => one?.times(need.total).times(need.factor) ?? null);
  const most = relation?.startsWith(">") ? null : (upper ?? value);
  const isShort = low != null && most?.lt(low.round(0, Big.roundDown)) === true;
  const isAbove = high != null && !relation?.startsWith("<") && value.gt(high.round(0, Big.roundUp));
  if (!isShort && !isAbove) return null;
  const [each, sum] = isShort ? [need.low, low] : [need.high, high];
  const times = each === null || each.eq(1) ? "" : `${formatDecimal(each)} × `;
  const come = formatDecimal((sum ?? new Big(0)).round(1));
  const product = `${times}${formatDecimal(need.total)} ÷ ${need.many} = ${come}`;
  return { span: stated.span, args: { value: text.trim(), sum: product, above: !isShort } };
}
