/**
 * The values of the entities make up the value of the plan.
 *
 * Looks at: numbers of people or things (and money) that are reported for the whole plan and for entities for one time: one
 * entity above the whole; and, where the plan declares `aggregation: sum` and every entity has a value, their sum. Only
 * where the entities stand beside each other (none is above another). Slices are not looked at.
 * Reports: the value of the plan, or the entity's; related: the others. An error where the sum is declared, else a warning:
 * the values may be of another kind than amounts.
 * Source: DESIGN.md section 4 (a part larger than its whole, shares that do not sum), ENGINE.md section 7.
 */
import Big from "big.js";
import { formatDecimal } from "../../plan/decimal.ts";
import type { Indicator } from "../../plan/plan.ts";
import { isCount } from "../../plan/units.ts";
import type { Observation, Records } from "../../records/records.ts";
import { type Span, spanText } from "../../text/source.ts";
import { defineRule, type ReportExtras } from "../define-rule.ts";

type Args = {
  readonly indicator: string;
  readonly at: string;
  readonly whole: string;
  readonly value: string;
  /** The entity that is above the whole; null where it is the sum that differs. */
  readonly entity: string | null;
};

export const dataEntitiesAgainstPlan = defineRule<Args>({
  code: "data/entities-against-plan",
  severity: "error",
  named: ["indicator", "entity"],
  text: {
    en: {
      title: "Entities do not make up the plan's value",
      message: (a) =>
        a.entity === null
          ? `${a.indicator}: ${a.whole} is reported for ${a.at}, but the entities add up to ${a.value}`
          : `${a.indicator}: "${a.entity}" reports ${a.value} for ${a.at}, more than ${a.whole} of the whole plan`,
      why: "The plan is judged by one figure and its entities by others, and nobody can tell which is right.",
      fix: "Correct the value that is wrong, or report the entities alone and let their sum be the plan's value.",
    },
    zhHans: {
      title: "各单位数据与方案整体不符",
      message: (a) =>
        a.entity === null
          ? `指标“${a.indicator}”在“${a.at}”整体填报为“${a.whole}”，各单位合计为“${a.value}”`
          : `指标“${a.indicator}”在“${a.at}”由“${a.entity}”填报“${a.value}”，大于整体的“${a.whole}”`,
      why: "整体用一个数评定，各单位用另一些数考核，以哪一个为准无从判断。",
      fix: "更正有误的数值，或者只填各单位数据，整体由合计得出。",
    },
  },
  check({ plan, records, report }) {
    if (plan.entities.length === 0 || plan.entities.some(({ parent }) => parent !== null)) return;
    const counted = new Map(
      plan.indicators.filter(isAdded).map((indicator) => [indicator.id.value, indicator] as const),
    );
    if (counted.size === 0) return;
    for (const { whole, parts } of groupsOf(records, counted)) {
      const on = counted.get(whole.indicator);
      if (on === undefined || whole.value === null) continue;
      const isDeclared = on.aggregation?.value === "sum";
      const args = {
        indicator: whole.indicator,
        at: spanText(whole.at.span),
        whole: spanText(whole.value.span),
      };
      for (const { entity, value } of parts) {
        if (value === null || value.value.lte(whole.value.value)) continue;
        const related = [{ span: whole.value.span, note: { en: "the whole plan", zhHans: "方案整体" } }];
        const severity = isDeclared ? "error" : "warning";
        report(value.span, { ...args, value: spanText(value.span), entity }, { on, related, severity });
      }
      if (isDeclared && parts.length === plan.entities.length) tellSum(whole, parts, on, report);
    }
  },
});

type Report = (span: Span, args: Args, extras: ReportExtras) => void;

function tellSum(whole: Observation, parts: readonly Observation[], on: Indicator, report: Report): void {
  const sum = parts.reduce((total, { value }) => total.plus(value?.value ?? 0), new Big(0));
  // One that is above the whole by itself was told.
  const isTold = parts.some(({ value }) => value?.value.gt(whole.value?.value ?? 0) === true);
  if (whole.value === null || isTold || sum.eq(whole.value.value)) return;
  const note = { en: "added", zhHans: "计入合计" };
  const related = parts.slice(0, mostRelated).map(({ value, span }) => ({ span: value?.span ?? span, note }));
  const args = {
    indicator: whole.indicator,
    at: spanText(whole.at.span),
    whole: spanText(whole.value.span),
    value: formatDecimal(sum),
    entity: null,
  };
  report(whole.value.span, args, { on, related });
}

const mostRelated = 20;

/** Amounts that add up over entities. */
function isAdded({ unit, aggregation, formula }: Indicator): boolean {
  const dimension = unit?.value.dimension ?? "";
  const isAmount = (isCount(dimension) || dimension === "money") && !dimension.includes("/");
  return isAmount && formula === null && (aggregation === null || aggregation.value === "sum");
}

interface Group {
  readonly whole: Observation;
  readonly parts: readonly Observation[];
}

/** For each indicator and time that has a value of the whole plan: that, and those of the entities. */
function groupsOf({ observations }: Records, counted: ReadonlyMap<string, Indicator>): readonly Group[] {
  const wholes = new Map<string, { whole: Observation; parts: Observation[] }>();
  for (const one of observations) {
    if (one.entity !== null || one.value === null || one.slices.size > 0 || one.state !== "final") continue;
    if (counted.has(one.indicator)) wholes.set(keyOf(one), { whole: one, parts: [] });
  }
  if (wholes.size === 0) return [];
  for (const one of observations) {
    if (one.entity === null || one.value === null || one.slices.size > 0 || one.state !== "final") continue;
    wholes.get(keyOf(one))?.parts.push(one);
  }
  return [...wholes.values()];
}

function keyOf({ indicator, at }: Observation): string {
  return `${indicator}\u0000${at.value.start}..${at.value.end}`;
}
