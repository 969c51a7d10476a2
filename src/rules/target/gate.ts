/**
 * The condition for leaving a phase is a value that its indicator can have.
 *
 * Looks at: `gates` of phases that name an indicator and a level: the unit and the bounds of the indicator.
 * Reports: the level of the gate, an error; related: the indicator's unit or bounds, and the phase. Whether the level fits the
 * targets of its time is `time/gate-out-of-step`.
 * Source: FORMAT.md section 5 (`gates`), DESIGN.md section 4 (wrong units, impossible values).
 */
import type { RelatedPlace } from "../../diagnostics/diagnostic.ts";
import type { Given } from "../../plan/given.ts";
import type { Phase } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { convert, sameDimension } from "../../plan/units.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { placeWithSection } from "../section-words.ts";
import { type Figures, figuresOf } from "./levels.ts";
import { isBeyond, limitsOf } from "./limits.ts";

type Args = {
  readonly id: string;
  readonly phase: string;
  readonly value: string;
  readonly against: string;
  readonly how: "unit" | "bounds";
};

const hows = {
  unit: {
    en: (against: string) => `which cannot be compared with ${against}`,
    zhHans: (against: string) => `与“${against}”无法比较`,
  },
  bounds: {
    en: (against: string) => `which is outside ${against}`,
    zhHans: (against: string) => `超出取值范围“${against.replace("..", "～")}”`,
  },
};

export const targetGate = defineRule<Args>({
  code: "target/gate",
  severity: "error",
  named: ["id"],
  text: {
    en: {
      title: "Gate that its indicator cannot meet",
      message: (a) => `${a.id}: "${a.phase}" may be left at ${a.value}, ${hows[a.how].en(a.against)}`,
      why: "A level in another unit, or beyond what the indicator can be, is never met, and the phase never ends.",
      fix: "State the gate in the indicator's unit, within its bounds.",
    },
    zhHans: {
      title: "转段条件与指标计量单位或取值范围不符",
      message: (a) => `“${a.phase}”的转段条件为“${a.id}”达到“${a.value}”，${hows[a.how].zhHans(a.against)}`,
      why: "转段条件的单位与指标不同，或者超出指标取值范围，永远无法满足，阶段也就无法结束。",
      fix: "转段条件按指标的计量单位填写，并在取值范围之内。",
    },
  },
  check({ plan, report }) {
    const byId = new Map(figuresOf(plan).map((figures) => [figures.indicator.id.value, figures] as const));
    for (const phase of plan.phases) {
      for (const { indicator, reach } of phase.gates) {
        const figures = indicator === null ? undefined : byId.get(indicator.value);
        if (figures === undefined || reach === null) continue;
        const fault = faultOf(reach, figures);
        if (fault === null) continue;
        const { how, against, span } = fault;
        const note = { en: "what it does not fit", zhHans: "对照数值" };
        const related = [...(span === null ? [] : [{ span, note }]), targetName(phase)];
        const args: Args = {
          id: figures.indicator.id.value,
          phase: nameOf(phase),
          value: reach.value.text,
          against,
          how,
        };
        report(reach.span, args, { on: figures.indicator, related });
      }
    }
  },
});

function targetName({ id, section }: Phase): RelatedPlace {
  return placeWithSection(id.span, { en: "the phase", zhHans: "所在阶段" }, section);
}

interface Fault {
  readonly how: Args["how"];
  readonly against: string;
  readonly span: Span | null;
}

function faultOf({ value: gate }: Given<Quantity>, figures: Figures): Fault | null {
  const { indicator, unit } = figures;
  if (!sameDimension(gate.unit, unit)) {
    const span = indicator.unit?.span ?? null;
    return { how: "unit", against: indicator.unit?.text ?? unit?.text ?? "", span };
  }
  const { bounds } = indicator;
  const value = convert(gate.value, gate.unit, unit);
  if (value === null || bounds === null || !isBeyond(value, limitsOf(figures))) return null;
  return { how: "bounds", against: bounds.value.text, span: bounds.stated ? bounds.span : null };
}
