/**
 * Whether the plan gives a reason for a step of an indicator by a power of ten: both of its figures are told elsewhere, or are
 * near to others; a pilot governs the indicator; a case came as far. Shared by a rule; not a rule.
 */
import type Big from "big.js";
import { divide } from "../../plan/decimal.ts";
import type { Evidence, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { convert } from "../../plan/units.ts";
import type { Records } from "../../records/records.ts";
import { wholeObservations } from "./history.ts";
import type { Figures } from "./levels.ts";

interface Point {
  readonly value: Big;
  readonly shown: string;
  readonly wording: string | null;
}

interface Step<P extends Point> {
  readonly from: P;
  readonly to: P;
}

/** Figures of one series that no digit separates. */
const near = "2.5";
/** A case that moved so many times its figure shows that it can be done. */
const farCase = 5;

/** `points`: all figures of the indicator's series, those of the step among them. */
export function isBorneOut<P extends Point>(
  { from, to }: Step<P>,
  points: readonly P[],
  { indicator, unit }: Figures,
  { problems, evidence, phases, mechanisms }: Plan,
  records: Records,
): boolean {
  const id = indicator.id.value;
  const figureOf = (given: { readonly value: Quantity } | null): readonly Big[] => {
    const value = given === null ? null : convert(given.value.value, given.value.unit, unit);
    return value === null ? [] : [value];
  };
  const told = [...problems.flatMap((problem) => problem.evidence), ...evidence].filter(
    ({ of }) => of?.value === id,
  );
  if (
    mechanisms.some(
      ({ type, governs }) => type.value === "pilot" && governs.some(({ value }) => value === id),
    )
  )
    return true;
  if (told.some((one) => isFarCase(one, figureOf))) return true;
  const gates = phases.flatMap((phase) => phase.gates).filter((gate) => gate.indicator?.value === id);
  const witnesses = [
    ...told.flatMap(({ is }) => figureOf(is)),
    ...gates.flatMap(({ reach }) => figureOf(reach)),
    ...(indicator.trajectory?.points ?? []).flatMap((point) => figureOf(point.is)),
    ...wholeObservations(records, id).flatMap(({ value }) => (value === null ? [] : [value.value])),
  ];
  const others = points.filter((point) => point !== from && point !== to).map(({ value }) => value);
  return [from, to].every(
    (point) => isPrinted(point) || [...witnesses, ...others].some((value) => areNear(value, point.value)),
  );
}

function isFarCase({ from, to }: Evidence, figureOf: (given: Evidence["is"]) => readonly Big[]): boolean {
  const [[start], [end]] = [figureOf(from), figureOf(to)];
  if (start === undefined || end === undefined || start.lte(0) || end.lte(0)) return false;
  return divide(start, end).gte(farCase) || divide(end, start).gte(farCase);
}

function isPrinted({ shown, wording }: Point): boolean {
  const digits = /\d[\d,.]*/.exec(shown)?.[0];
  return digits !== undefined && wording?.includes(digits) === true;
}

/** Two figures of one series that no digit separates. */
export function areNear(a: Big, b: Big): boolean {
  return a.gt(0) && a.lte(b.times(near)) && b.lte(a.times(near));
}
