/**
 * What is reported for a whole is what its parts make: the plan and its entities, an entity and those below it.
 *
 * Looks at: final values for one time of the plan, or of an entity above others, and of the entities below: of amounts (people,
 * things, money) one part above its whole; and, where every part has a value, what they make together as the plan declares it:
 * their sum, their mean, the ratio of their sums (shares with their counts also without a word). A part without a value of its own
 * counts by those below it. Slices are not looked at.
 * Reports: the value of the whole, or the part's; related: the others. An error where the way is declared, else a warning: the
 * values may be of another kind. The value of the whole holds in every figure (ENGINE.md section 7).
 * Source: DESIGN.md section 4 (a part larger than its whole, shares that do not sum), ENGINE.md section 7.
 */

import { formatDecimal } from "../../plan/decimal.ts";
import { type EntityTree, entityTree } from "../../plan/entity-tree.ts";
import { itemById } from "../../plan/item-by-id.ts";
import type { Indicator, Plan } from "../../plan/plan.ts";
import { isCount } from "../../plan/units.ts";
import type { Observation } from "../../records/records.ts";
import { type Span, spanText } from "../../text/source.ts";
import { defineRule, type ReportExtras } from "../define-rule.ts";
import { type Group, groupsOf, planKey } from "./entity-groups.ts";
import { agreeAsWritten, type Made, type Way, wholeOfParts } from "./entity-wholes.ts";

type Args = {
  readonly indicator: string;
  readonly at: string;
  readonly whole: string;
  readonly value: string;
  /** The entity that is above the whole; null where it is what the parts make that differs. */
  readonly entity: string | null;
  readonly way: Way;
  /** The entity that is the whole: id, name; null for the plan. */
  readonly of: string | null;
  readonly ofName: string;
};

const made: Readonly<Record<Way, { readonly en: string; readonly zhHans: string }>> = {
  sum: { en: "add up to", zhHans: "合计为" },
  mean: { en: "have a mean of", zhHans: "平均为" },
  ratio: { en: "make", zhHans: "按分子、分母合计为" },
};

export const dataEntitiesAgainstPlan = defineRule<Args>({
  code: "data/entities-against-plan",
  severity: "error",
  named: ["indicator", "entity"],
  text: {
    en: {
      title: "Entities do not make up the value of the whole",
      message: (a) => {
        const whole = a.of === null ? "" : ` by "${a.of}"`;
        if (a.entity !== null)
          return `${a.indicator}: "${a.entity}" reports ${a.value} for ${a.at}, more than ${a.whole} of ${a.of === null ? "the whole plan" : `"${a.of}", of which it is a part`}`;
        return `${a.indicator}: ${a.whole} is reported for ${a.at}${whole}, but the entities${a.of === null ? "" : " below"} ${made[a.way].en} ${a.value}`;
      },
      why: "The whole is judged by one figure and its entities by others, and nobody can tell which is right. What is reported for the whole holds until then.",
      fix: "Correct the value that is wrong, or report the entities alone and let the whole follow from them.",
    },
    zhHans: {
      title: "各单位数据与整体不符",
      message: (a) => {
        const whole = a.of === null ? "整体" : `“${a.ofName}”`;
        if (a.entity !== null)
          return `指标“${a.indicator}”在“${a.at}”由“${a.entity}”填报“${a.value}”，大于${whole}的“${a.whole}”`;
        return `指标“${a.indicator}”在“${a.at}”${whole}填报为“${a.whole}”，${a.of === null ? "" : "下级"}各单位${made[a.way].zhHans}“${a.value}”`;
      },
      why: "整体用一个数评定，各单位用另一些数考核，以哪一个为准无从判断；更正之前，整体按其自报数评定。",
      fix: "更正有误的数值，或者只填各单位数据，整体由各单位数据得出。",
    },
  },
  check({ plan, records, report }) {
    if (plan.entities.length === 0 || records.observations.length === 0) return;
    const ways = new Map(
      plan.indicators.flatMap((indicator) => {
        const way = wayOf(indicator);
        return way === null ? [] : [[indicator.id.value, { indicator, way }] as const];
      }),
    );
    if (ways.size === 0) return;
    const tree = entityTree(plan.entities);
    const isFlow = (id: string): boolean => ways.get(id)?.indicator.value.value === "flow";
    for (const group of groupsOf(records, tree, (id) => ways.has(id), isFlow)) {
      const judged = ways.get(group.indicator);
      if (judged === undefined) continue;
      for (const [whole, own] of group.values)
        if (whole === planKey || tree.below.has(whole))
          checkWhole({ ...judged, plan, tree, group, whole, own }, report);
    }
  },
});

type Report = (span: Span, args: Args, extras: ReportExtras) => void;

interface Whole {
  readonly indicator: Indicator;
  readonly way: Way;
  readonly plan: Plan;
  readonly tree: EntityTree;
  readonly group: Group;
  /** The entity, or `planKey`. */
  readonly whole: string;
  readonly own: Made;
}

function checkWhole({ indicator, way, plan, tree, group, whole, own }: Whole, report: Report): void {
  const parts = whole === planKey ? tree.roots : (tree.below.get(whole) ?? []);
  const on = indicator;
  const severity = indicator.aggregation === null ? "warning" : "error";
  const name = whole === planKey ? null : (itemById(plan.entities, whole)?.name?.text ?? whole);
  const common = {
    indicator: indicator.id.value,
    at: spanText(own.row.at.span),
    whole: shown(own),
    way,
    of: whole === planKey ? null : whole,
    ofName: name ?? "",
  };
  const related = [{ span: spanOf(own), note: { en: "the whole", zhHans: "整体" } }];
  let isTold = false;
  if (way === "sum" && isAmount(indicator)) {
    for (const part of parts) {
      const value = group.values.get(part);
      if (value === undefined || value.value.lte(own.value)) continue;
      isTold = true;
      report(spanOf(value), { ...common, value: shown(value), entity: part }, { on, related, severity });
    }
  }
  if (isTold || (way === "sum" && indicator.aggregation === null)) return;
  const total = wholeOfParts(parts, way, group, tree, indicator);
  if (total === null || agreeAsWritten(own.value, total.value, way)) return;
  const note = { en: "counted in", zhHans: "计入" };
  const places = total.parts.slice(0, mostRelated).map((part) => ({ span: spanOf(part), note }));
  const result = formatDecimal(way === "sum" ? total.value : total.value.round(4));
  const value = total.made === result ? result : `${total.made} = ${result}`;
  report(spanOf(own), { ...common, value, entity: null }, { on, related: places, severity });
}

const mostRelated = 20;

function spanOf({ row }: Made): Span {
  return row.value?.span ?? row.span;
}

/** As written; a sum of several rows by itself. */
function shown({ row, value, count }: Made): string {
  const written: Observation["value"] = row.value;
  return count > 1 || written === null || written.origin === "computed"
    ? formatDecimal(value)
    : spanText(written.span);
}

/** How the parts make the whole; null where they do not, or a formula makes it. */
function wayOf(indicator: Indicator): Way | null {
  const { aggregation, formula, unit } = indicator;
  if (formula !== null) return null;
  switch (aggregation?.value ?? null) {
    case "sum":
      return isAmount(indicator) ? "sum" : null;
    case "mean":
      return "mean";
    case "ratio-of-sums":
      return "ratio";
    case null:
      if (unit?.value.dimension === "percent") return "ratio";
      return isAmount(indicator) ? "sum" : null;
    default:
      return null;
  }
}

/** Amounts that add up over entities. */
function isAmount({ unit }: Indicator): boolean {
  const dimension = unit?.value.dimension ?? "";
  return (isCount(dimension) || dimension === "money") && !dimension.includes("/");
}
