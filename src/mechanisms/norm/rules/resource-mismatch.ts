/**
 * A resource that rests on a norm agrees with it.
 *
 * Looks at: resources with `norm`, against the rules and roles of that norm in units that convert. Where the norm asks
 * several things in such units, one that agrees is enough, unless the resource's name tells the role.
 * Reports: the amount; related: what the norm asks. With a single thing asked an error, else a warning.
 * Source: FORMAT.md section 5 (`norm`), DESIGN.md section 4 (statements that cannot both hold).
 */
import type { Resource } from "../../../plan/plan.ts";
import type { Quantity } from "../../../plan/quantity.ts";
import { isCount, sameDimension } from "../../../plan/units.ts";
import { compareQuantities } from "../../../rules/compare-statements.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";
import { claimsOf, type NormClaim } from "../claims.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly norm: string;
  readonly normName: string;
  readonly asked: string;
};

export const normResourceMismatch = defineRule<Args>({
  code: "norm/resource-mismatch",
  severity: "error",
  text: {
    en: {
      title: "Resource and norm disagree",
      message: (a) => `${a.id}: ${a.value}, but the norm ${a.norm} that it rests on requires ${a.asked}`,
      why: "What is provided and what is required differ, so the norm is broken from the start or the figure is wrong.",
      fix: "Correct the amount or the norm; take out `norm` if the amount rests on something else.",
    },
    zhHans: {
      title: "资源数量与配置标准不符",
      message: (a) => `资源“${a.name}”为“${a.value}”，而所依据的配置标准“${a.normName}”要求“${a.asked}”`,
      why: "安排的数量与标准不一致，要么一开始就不达标，要么测算有误。",
      fix: "更正数量或标准；数量另有依据的，删去 `norm`。",
    },
  },
  check({ plan, report }) {
    const claims = new Map(ofType(plan, "norm").map((norm) => [norm.id.value, claimsOf(norm)] as const));
    for (const resource of plan.resources) {
      const all = resource.norm === null ? undefined : claims.get(resource.norm.value);
      if (all === undefined) continue;
      for (const { is } of resource.amount) {
        const asked = comparable(resource, is.value, all);
        const [first] = asked;
        if (first === undefined || asked.some(({ quantity }) => agrees(is.value, quantity))) continue;
        const args = {
          id: resource.id.value,
          name: nameOf(resource),
          value: is.value.text,
          norm: first.norm.id.value,
          normName: nameOf(first.norm),
          asked: first.shown,
        };
        const related = asked.map(({ span }) => ({
          span,
          note: { en: "required by the norm", zhHans: "标准要求" },
        }));
        report(is.span, args, { on: resource, related, severity: asked.length === 1 ? "error" : "warning" });
      }
    }
  },
});

function agrees(amount: Quantity, asked: Quantity): boolean {
  return compareQuantities(amount, asked) !== "conflict";
}

/** What of the norm speaks of the resource: the role that its name tells, else the rules in units that convert. */
function comparable(
  resource: Resource,
  { unit }: Quantity,
  claims: readonly NormClaim[],
): readonly NormClaim[] {
  if (unit === null) return [];
  // A bare number in a rule counts heads, as the role that it is of says.
  const alike = claims.filter(({ quantity }) =>
    quantity.unit === null
      ? isCount(unit.dimension) && quantity.per === null
      : sameDimension(unit, quantity.unit),
  );
  const name = nameOf(resource);
  // A name that lists several roles speaks of their sum.
  const named = /[、,，和及]/.test(name)
    ? []
    : alike.filter(({ label }) => label !== "" && name.includes(label));
  // Heads and shares are of anything; without the role nothing tells that they are of the same.
  if (named.length > 0 || isCount(unit.dimension) || unit.dimension === "percent") return named;
  return alike.filter(({ role }) => role === null);
}
