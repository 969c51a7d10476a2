/**
 * The condition for leaving a phase fits the indicator's targets.
 *
 * Looks at: `gates` of phases that name an indicator and a level, on the last day of the phase: the unit, the bounds, the
 * baseline, the targets of the same day and those of other days.
 * Reports: the level of the gate; related: what it does not fit. A wrong unit or an impossible value is an error. A
 * warning: met at the baseline, or stricter than a target of that day or later. A note: weaker than a target due by then,
 * for a phase may be left with less than all.
 * Source: FORMAT.md section 5 (`gates`), DESIGN.md section 4 (weakening, wrong units, impossible values).
 */
import { relationOf } from "../../plan/compare.ts";
import type { Given } from "../../plan/given.ts";
import type { Phase } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import type { Day } from "../../plan/time.ts";
import { convert, sameDimension } from "../../plan/units.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { firstDated, lastDay } from "../times-of.ts";
import { type Bounds, boundsOf, type Figures, figuresOf, isWeaker, statedDay } from "./levels.ts";

type Args = {
  readonly id: string;
  readonly phase: string;
  readonly value: string;
  readonly against: string;
  readonly how: "unit" | "bounds" | "baseline" | "stricter" | "weaker";
};

const hows = {
  unit: {
    en: (against: string) => `which cannot be compared with ${against}`,
    zhHans: (against: string) => `与“${against}”无法比较`,
  },
  bounds: {
    en: (against: string) => `which is outside ${against}`,
    zhHans: (against: string) => `超出取值范围“${against}”`,
  },
  baseline: {
    en: (against: string) => `which the baseline ${against} meets already`,
    zhHans: (against: string) => `基期值“${against}”已经达到`,
  },
  stricter: {
    en: (against: string) => `while the target of that day or later is only ${against}`,
    zhHans: (against: string) => `高于同期或此后的目标值“${against}”`,
  },
  weaker: {
    en: (against: string) => `less than the target ${against}, which is due by then`,
    zhHans: (against: string) => `低于届时已到期的目标值“${against}”`,
  },
};

export const targetGate = defineRule<Args>({
  code: "target/gate",
  severity: "warning",
  text: {
    en: {
      title: "Gate does not fit the targets",
      message: (a) => `${a.id}: "${a.phase}" may be left at ${a.value}, ${hows[a.how].en(a.against)}`,
      why: "A gate that is open from the start, or harder than the targets, does not steer the change of phase.",
      fix: "Bring the gate in line with the target of that time, or give the reason for the difference.",
    },
    zhHans: {
      title: "转段条件与目标值不协调",
      message: (a) => `“${a.phase}”的转段条件为“${a.id}”达到“${a.value}”，${hows[a.how].zhHans(a.against)}`,
      why: "转段条件一开始就已满足，或者比目标值还高，都起不到把关作用。",
      fix: "按同期目标值调整转段条件；确有不同的，说明理由。",
    },
  },
  check({ plan, report }) {
    const byId = new Map(figuresOf(plan).map((figures) => [figures.indicator.id.value, figures] as const));
    for (const phase of plan.phases) {
      for (const { indicator, reach } of phase.gates) {
        const figures = indicator === null ? undefined : byId.get(indicator.value);
        if (figures === undefined || reach === null) continue;
        const fault = faultOf(reach, figures, lastDay(firstDated(phase.period)));
        if (fault === null) continue;
        const { how, against, span, severity } = fault;
        const note = { en: "what it does not fit", zhHans: "对照数值" };
        const related = [...(span === null ? [] : [{ span, note }]), targetName(phase)];
        const args: Args = {
          id: figures.indicator.id.value,
          phase: nameOf(phase),
          value: reach.value.text,
          against,
          how,
        };
        report(reach.span, args, { on: figures.indicator, related, severity });
      }
    }
  },
});

function targetName({ id }: Phase) {
  return { span: id.span, note: { en: "the phase", zhHans: "所在阶段" } };
}

interface Fault {
  readonly how: Args["how"];
  readonly against: string;
  readonly span: Span | null;
  readonly severity: "error" | "warning" | "info";
}

function faultOf({ value: gate }: Given<Quantity>, figures: Figures, end: Day | null): Fault | null {
  const { indicator, unit, direction, baselines } = figures;
  if (!sameDimension(gate.unit, unit)) {
    const span = indicator.unit?.span ?? null;
    return { how: "unit", against: indicator.unit?.text ?? unit?.text ?? "", span, severity: "error" };
  }
  const value = convert(gate.value, gate.unit, unit);
  const upper = gate.upper === null ? null : convert(gate.upper, gate.unit, unit);
  if (value === null || (gate.upper !== null && upper === null)) return null;
  const limits = indicator.bounds?.value ?? null;
  if (limits !== null && limits.unit?.dimension === unit?.dimension) {
    const [low, high] = [
      convert(limits.value, limits.unit, unit),
      limits.upper && convert(limits.upper, limits.unit, unit),
    ];
    const isBeyond = (low !== null && value.lt(low)) || (high !== null && value.gt(high));
    if (isBeyond) return { how: "bounds", against: limits.text, span: null, severity: "error" };
  }
  const bounds = boundsOf(value, upper, gate.relation ?? relationOf(direction));
  const [base] = baselines;
  if (direction !== "maintain" && base !== undefined && base.quantity.upper === null) {
    const isMet =
      (bounds.floor !== null && bounds.ceiling === null && base.value.gte(bounds.floor)) ||
      (bounds.ceiling !== null && bounds.floor === null && base.value.lte(bounds.ceiling));
    if (isMet) return { how: "baseline", against: base.quantity.text, span: base.span, severity: "warning" };
  }
  return end === null ? null : againstTargets(bounds, figures, end);
}

function againstTargets(gate: Bounds, { levels, direction }: Figures, end: Day): Fault | null {
  for (const level of levels) {
    const due = statedDay(level.target);
    const { kind, place, scope } = level.target;
    if (due === null || place !== null || scope !== null || kind !== "reach") continue;
    const against = level.quantity.value.text;
    const span = level.quantity.span;
    if (due >= end && isWeaker(level, gate, direction))
      return { how: "stricter", against, span, severity: "warning" };
    if (due <= end && isWeaker(gate, level, direction))
      return { how: "weaker", against, span, severity: "info" };
  }
  return null;
}
