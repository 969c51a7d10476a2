/**
 * One quantity is counted in all or by the year, not both.
 *
 * Looks at: indicators that are `same-as` each other where one states what there shall be in all (a level or running
 * total to reach) and the other what shall come in each period (a flow). Where the yearly figure over the years of the
 * plan makes just the total, the two agree. And indicators that state one and the same number of things twice, as a level to reach
 * and for every year, where neither `value` nor a later start of the one tells which is meant.
 * Reports: the figure of the later indicator; related: the other. A warning: which is meant only the author can tell; a note within
 * one indicator, whose stock may be counted every year.
 * Source: FORMAT.md section 5 (`value`, `same-as`), DESIGN.md section 4 (an unexplained difference).
 */
import Big from "big.js";
import { yearsBetween } from "../../plan/days.ts";
import { formatDecimal } from "../../plan/decimal.ts";
import type { Indicator, Plan, Target } from "../../plan/plan.ts";
import { convert, isCount } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { twinsOf } from "../indicator/required-facts.ts";
import { nameOf } from "../name-of.ts";
import { type Figures, figuresOf, type Level, statedDay } from "../target/levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly total: string;
  readonly flow: string;
  readonly other: string;
  readonly otherName: string;
  /** Both figures stand in one indicator. */
  readonly within: boolean;
  /** What the flow makes over the years up to the total's date; null where a date is open. */
  readonly makes: string | null;
};

export const statementTotalOrYearly = defineRule<Args>({
  code: "statement/total-or-yearly",
  severity: "warning",
  text: {
    en: {
      title: "In all, or in each period?",
      message: (a) =>
        a.within
          ? `${a.id}: ${a.total} is to be reached, and ${a.flow} every year: is that so many in all, or so many new ones each year?`
          : `${a.id} and ${a.other} are declared one quantity, but one states ${a.total} in all and the other ${a.flow} in each period${a.makes === null ? "" : ` (${a.makes} by the date of the total)`}`,
      why: "The same figure counted once or again every year differs by the number of years.",
      fix: "Ask which is meant; correct the other, or take out `same-as` if they are two quantities.",
    },
    zhHans: {
      title: "总量与年度量口径不一",
      message: (a) =>
        a.within
          ? `指标“${a.name}”一处要求达到“${a.total}”，一处要求每年“${a.flow}”，是总量还是每年新增未写明`
          : `指标“${a.name}”与“${a.otherName}”注明为同一指标，但一处为总量“${a.total}”，一处为每期“${a.flow}”${a.makes === null ? "" : `（到总量时限累计为 ${a.makes}）`}`,
      why: "同一数字按总量计还是逐年计，结果相差数倍。",
      fix: "核实以哪一种口径为准并更正另一处；确为两项指标的，删去 `same-as`。",
    },
  },
  check({ plan, report }) {
    const byId = new Map(figuresOf(plan).map((figures) => [figures.indicator.id.value, figures] as const));
    const order = new Map(plan.indicators.map((indicator, i) => [indicator, i] as const));
    const placeIn = (indicator: Indicator): number => order.get(indicator) ?? 0;
    for (const figures of byId.values()) {
      const twice = twiceIn(figures);
      if (twice !== null) report(...twice);
    }
    for (const indicator of plan.indicators) {
      const flow = indicator.value.value === "flow" ? flowOf(byId.get(indicator.id.value)) : null;
      if (flow === null) continue;
      for (const twin of twinsOf(indicator, plan)) {
        const total = twin.value.value === "flow" ? null : totalOf(byId.get(twin.id.value));
        if (total === null) continue;
        const makes = madeBy(flow, total, indicator, twin, plan);
        if (makes?.eq(total.value) === true) continue;
        const isLater = placeIn(indicator) > placeIn(twin);
        const [own, other] = isLater ? [indicator, twin] : [twin, indicator];
        const [here, there] = isLater ? [flow, total] : [total, flow];
        const args: Args = {
          id: own.id.value,
          name: nameOf(own),
          total: total.quantity.value.text,
          flow: flow.quantity.value.text,
          other: other.id.value,
          otherName: nameOf(other),
          within: false,
          makes: makes === null ? null : formatDecimal(makes),
        };
        const related = [{ span: there.quantity.span, note: otherNote }];
        report(here.quantity.span, args, { on: own, related });
      }
    }
  },
});

const otherNote = { en: "the other figure", zhHans: "另一处数值" };

/** The finding at the later of two such figures within one indicator; null for none. */
function twiceIn(figures: Figures) {
  const twice = saidTwice(figures);
  if (twice === null) return null;
  const { indicator } = figures;
  const { total, flow } = twice;
  const isTotalLater = total.quantity.span.start > flow.quantity.span.start;
  const [later, earlier] = isTotalLater ? [total, flow] : [flow, total];
  const [id, name] = [indicator.id.value, nameOf(indicator)];
  const args: Args = {
    id,
    name,
    total: total.quantity.value.text,
    flow: flow.quantity.value.text,
    other: id,
    otherName: name,
    within: true,
    makes: null,
  };
  const related = [{ span: earlier.quantity.span, note: otherNote }];
  return [later.quantity.span, args, { on: indicator, related, severity: "info" }] as const;
}

/** The same number of things as a level to reach and for every year, of which the year does not only begin when the level is reached. */
function saidTwice({ indicator, levels, unit }: Figures): { total: Level; flow: Level } | null {
  if (indicator.value.origin !== "assumed" || unit === null || !isCount(unit.dimension)) return null;
  const flow = levels.find(({ target }) => target.kind === "hold" && target.every?.value === "yearly");
  const total = levels.find(
    ({ target, value, floor }) =>
      target.kind === "reach" && floor !== null && flow?.floor?.eq(floor) === true && value.gt(1),
  );
  if (flow === undefined || total === undefined) return null;
  const [start, due] = [startOf(flow.target), statedDay(total.target)];
  return start !== null && due !== null && start >= due ? null : { total, flow };
}

/** What shall come in each period, as the first bound of the flow says. */
function flowOf(figures: Figures | undefined): Level | null {
  return (
    figures?.levels.find(({ target, quantity }) => target.kind === "hold" && quantity.value.upper === null) ??
    null
  );
}

/** What there shall be in the end. */
function totalOf(figures: Figures | undefined): Level | null {
  const reach = figures?.levels.filter(
    ({ target, quantity }) => target.kind === "reach" && quantity.value.upper === null,
  );
  return reach?.at(-1) ?? null;
}

/** The flow of whole years from the plan's start to the total's date, in the total's unit. */
function madeBy(flow: Level, total: Level, own: Indicator, twin: Indicator, plan: Plan): Big | null {
  const start = startOf(flow.target) ?? plan.period?.start?.value ?? null;
  const end = statedDay(total.target) ?? plan.period?.end?.value ?? null;
  if (start === null || end === null || end < start || !isYearly(flow.target, own)) return null;
  const years = yearsBetween(start - 1, end);
  const value = convert(flow.value, own.unit?.value ?? null, twin.unit?.value ?? null);
  if (value === null || !years.eq(years.round(0))) return null;
  const base =
    total.target.kind === "reach" ? (twin.baseline[0]?.is.value.quantity.value ?? new Big(0)) : new Big(0);
  return base.plus(value.times(years));
}

function startOf({ from, over }: Target): number | null {
  return (from ?? over)?.value.period?.start ?? null;
}

function isYearly({ every }: Target, { frequency }: Indicator): boolean {
  return (every?.value ?? frequency[0]?.is.value) === "yearly";
}
