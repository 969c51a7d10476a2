/**
 * A norm for one role should have one base.
 *
 * Looks at: what norms ask of one role or thing by name, in different units: 3 per 10,000 residents beside 2 in each unit.
 * Both can hold, but nothing says whether they add up, or which holds where both apply.
 * Reports: the later rule; related: the earlier. A note that asks.
 * Source: DESIGN.md section 4 (one quantity in two scopes; what only may be a conflict).
 */

import { sameDimension } from "../../../plan/units.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { placeWithSection } from "../../../rules/section-words.ts";
import { ofType } from "../../of-type.ts";
import { claimsOf, type NormClaim } from "../claims.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly other: string;
  readonly otherName: string;
  readonly otherValue: string;
};

export const normTwoBases = defineRule<Args>({
  code: "norm/two-bases",
  severity: "info",
  text: {
    en: {
      title: "One role with two bases",
      message: (a) =>
        `${a.id} requires ${a.value} of "${a.label}", ${a.other} requires ${a.otherValue}: do they add up, or which applies?`,
      why: "Counted by residents and by units, the same staff comes to two numbers, and nobody knows which is due.",
      fix: "Say how the two relate, or give the two roles different names.",
    },
    zhHans: {
      title: "同一岗位有两种配置口径",
      message: (a) =>
        `“${a.label}”在“${a.name}”中为“${a.value}”，在“${a.otherName}”中为“${a.otherValue}”，两种口径是叠加还是取其一未写明`,
      why: "按人口算与按单位算得出两个数，不知以哪一个为准。",
      fix: "写明两种口径的关系；确为两类人员或物资的，名称应加以区分。",
    },
  },
  check({ plan, report }) {
    const known = new Map<string, NormClaim>();
    for (const norm of ofType(plan, "norm").filter(({ origin }) => origin === "plan")) {
      for (const claim of claimsOf(norm)) {
        const key = claim.label.normalize("NFKC").trim().toLowerCase();
        if (key === "") continue;
        const other = known.get(key);
        if (other === undefined) known.set(key, claim);
        else if (!sameBase(claim, other)) {
          const args = {
            id: norm.id.value,
            name: nameOf(norm),
            label: claim.label,
            value: claim.printed ?? claim.shown,
            other: other.norm.id.value,
            otherName: nameOf(other.norm),
            otherValue: other.printed ?? other.shown,
          };
          const note = { en: "the other base", zhHans: "另一口径" };
          report(claim.span, args, {
            on: norm,
            related: [placeWithSection(other.span, note, other.norm.section)],
          });
        }
      }
    }
  },
});

/** Units that convert are `norm/two-norms`; a bare number counts heads, and a share is of something else. */
function sameBase({ quantity: a }: NormClaim, { quantity: b }: NormClaim): boolean {
  if (a.unit?.dimension === "percent" || b.unit?.dimension === "percent") return true;
  return sameDimension(a.unit, b.unit) && a.per === b.per && (a.unit === null) === (b.unit === null);
}
