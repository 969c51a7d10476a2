/** What part and whole are held against each other by: figures of one kind, day and span. */
import type Big from "big.js";
import type { Target } from "../../plan/plan.ts";
import type { Unit } from "../../plan/quantity.ts";
import type { Day } from "../../plan/time.ts";
import { convert } from "../../plan/units.ts";
import type { Span } from "../../text/source.ts";
import { withoutTime } from "../target/history.ts";
import { type Figures, isUnresolved, mostFigures, statedDay } from "../target/levels.ts";

/** A baseline, a level to reach or a sum over a span, with its day. */
export interface DatedFigure {
  readonly sort: "baseline" | "target" | "total";
  readonly value: Big;
  /** The first day of a sum's span; null for what is true of one day. */
  readonly from: Day | null;
  readonly on: Day | null;
  readonly text: string;
  readonly span: Span;
}

/** Baselines, levels to reach and sums; those without date are of one date, the baseline's or the plan's end. */
export function figuresWithDay({ indicator, unit, baselines, levels }: Figures): readonly DatedFigure[] {
  const totals = indicator.targets.slice(0, mostFigures).flatMap((target) => totalOf(target, unit) ?? []);
  return [
    ...baselines.map(
      (b): DatedFigure => ({
        sort: "baseline",
        value: b.value,
        from: null,
        on: b.on,
        text: withoutTime(b.quantity.text),
        span: b.span,
      }),
    ),
    ...levels
      .filter((l) => l.target.kind === "reach")
      .map((l): DatedFigure => {
        const { span, value } = l.quantity;
        return {
          sort: "target",
          value: l.value,
          from: null,
          on: statedDay(l.target),
          text: value.text,
          span,
        };
      }),
    ...totals,
  ];
}

/** A sum of the plan's whole time where it names no span. */
function totalOf(target: Target, unit: Unit | null): DatedFigure | null {
  const { kind, quantity, over } = target;
  if (kind !== "total" || quantity === null || quantity.value.upper !== null) return null;
  if (isUnresolved(target) || target.place !== null || target.scope !== null) return null;
  const value = convert(quantity.value.value, quantity.value.unit, unit);
  if (value === null) return null;
  const { start = null, end = null } = over?.value.period ?? {};
  return { sort: "total", value, from: start, on: end, text: quantity.value.text, span: quantity.span };
}

/** Two figures that can be held against each other: of one kind, day and span. */
export function isOfOneTime(a: DatedFigure, b: DatedFigure): boolean {
  return a.sort === b.sort && a.on === b.on && a.from === b.from;
}

/** The two state different bases. */
export function countOverOtherBases(part: Figures, whole: Figures): boolean {
  const ownBase = part.indicator.counted?.of?.value;
  const wholeBase = whole.indicator.counted?.of?.value;
  return ownBase !== undefined && wholeBase !== undefined && ownBase !== wholeBase;
}
