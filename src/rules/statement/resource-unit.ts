/**
 * The amount of a resource is in a unit of its kind.
 *
 * Looks at: amounts of resources by `kind`: people are counted, money is money, premises are areas, ways, hours or counted, equipment
 * is counted or measured; a share may be of any. A bare number and a unit of the plan's own are left alone, and so are technology and
 * resources without kind.
 * Reports: the amount; related: the kind. A warning where something else may be meant (what people cost, whom a hall holds).
 * Source: DESIGN.md section 4 (wrong units), FORMAT.md section 5 (resources).
 */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { Resource } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Kind = "people" | "money" | "premises" | "equipment";
type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly kind: Kind;
};

/** Dimensions that can never be meant; working hours of people, hours of a hall, the area of panels and what equipment costs can. */
const unfit: Readonly<Record<Kind, RegExp>> = {
  people: /^(?:area|length|mass|volume|energy|power|marks)(?![\w-])/,
  money: /^(?:count:person|time|months|working-days|class-hours|area|length|mass|volume)(?![\w-])/,
  premises: /^mass(?![\w-])/,
  equipment: /^(?:working-days|class-hours)(?![\w-])/,
};

/** What may be meant in another way: what people cost, vouchers, whom a room holds or a device serves. */
const odd: Readonly<Record<Kind, RegExp>> = {
  people: /^money(?![\w-])/,
  money: /^count(?![\w-])/,
  premises: /^count:person(?![\w-])/,
  equipment: /^count:person(?![\w-])/,
};

const words: Readonly<Record<Kind, Localized>> = {
  people: { en: "people", zhHans: "人员" },
  money: { en: "money", zhHans: "资金" },
  premises: { en: "premises", zhHans: "场所" },
  equipment: { en: "equipment", zhHans: "设备" },
};

export const statementResourceUnit = defineRule<Args>({
  code: "statement/resource-unit",
  severity: "error",
  text: {
    en: {
      title: "Resource in a unit of another kind",
      message: (a) => `${a.id}: ${a.value} is no amount of ${words[a.kind].en}`,
      why: "Money in people, or people in hectares, can be neither provided nor counted.",
      fix: "Correct the unit, or the kind of the resource.",
    },
    zhHans: {
      title: "资源数量的计量单位不符",
      message: (a) => `资源“${a.name}”的数量“${a.value}”不是${words[a.kind].zhHans}的数量`,
      why: "资金以人数计、人员以面积计，既无法落实，也无法核对。",
      fix: "更正计量单位或资源类别（`kind`）。",
    },
  },
  check({ plan, report }) {
    for (const resource of plan.resources) {
      const kind = kindOf(resource);
      if (kind === null) continue;
      for (const { is } of resource.amount) {
        const dimension = is.value.unit?.dimension;
        if (dimension === undefined) continue;
        const isSure = unfit[kind].test(dimension);
        if (!isSure && !odd[kind].test(dimension)) continue;
        const args = {
          id: resource.id.value,
          name: nameOf(resource),
          value: is.value.text.trim(),
          kind,
        };
        const place = resource.kindOf?.span;
        const related =
          place === undefined ? [] : [{ span: place, note: { en: "its kind", zhHans: "资源类别" } }];
        report(is.span, args, { on: resource, related, severity: isSure ? "error" : "warning" });
      }
    }
  },
});

function kindOf({ kindOf: given }: Resource): Kind | null {
  return given === null || given.value === "technology" ? null : given.value;
}
