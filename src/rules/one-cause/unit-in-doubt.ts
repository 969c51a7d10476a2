/**
 * One cause, one finding, where an indicator's unit is the slip: nothing else of it is blamed for its unit, neither values nor
 * limits of its method nor conditions that name it.
 */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { type Levels, withoutOff } from "../../diagnostics/levels.ts";
import type { Indicator, Plan, Target } from "../../plan/plan.ts";
import type { Span } from "../../text/source.ts";
import type { Told } from "./open-names.ts";

/** What an indicator's values and limits seem to be where its unit is the slip. */
const ofUnits: ReadonlySet<string> = new Set([
  "data/wrong-unit",
  "data/out-of-bounds",
  "indicator/definition-unit",
  "indicator/method-parameter",
  "indicator/sum-of-shares",
  "target/percent-points",
]);
/** Held against the unit itself. */
const againstUnit: ReadonlySet<string> = new Set(["target/gate", "indicator/part-unit"]);
const ofConditions = "mechanism/expression-meaning";

/** What was read and found, without what only follows from a wrong unit. */
export function withoutUnitEchoes(plan: Plan, told: Told, levels: Levels): Told {
  const mismatches = new Map<string, Span[]>();
  for (const finding of withoutOff(told.ruled, levels)) {
    const { subject, span } = finding;
    if (!tellsOfUnit(finding) || subject === null || span === null) continue;
    const known = mismatches.get(subject.id);
    if (known === undefined) mismatches.set(subject.id, [span]);
    else known.push(span);
  }
  if (mismatches.size === 0) return told;
  const slips = plan.indicators.filter((indicator) =>
    isUnitSlip(indicator, mismatches.get(indicator.id.value)),
  );
  const ids = new Set(slips.map(({ id }) => id.value));
  const named = [...ids];
  const units = new Set(slips.flatMap(({ unit }) => (unit === null ? [] : [unit.span])));
  const isLeft = ({ code, subject, span, related }: Diagnostic): boolean => {
    if (againstUnit.has(code)) return !related.some((one) => units.has(one.span));
    if (span === null) return true;
    if (code === ofConditions) return !named.some((id) => isNamedBeside(span, id));
    return !ofUnits.has(code) || !ids.has(subject?.id ?? "") || units.has(span);
  };
  return { read: told.read.filter(isLeft), ruled: told.ruled.filter(isLeft) };
}

/** Percent beside points is told of a figure, or of the unit beside all figures. */
function tellsOfUnit({ code, args }: Diagnostic): boolean {
  return code === "target/unit-mismatch" || (code === "target/percent-points" && Number(args.all) > 0);
}

/** Kinds of targets whose figures are in the indicator's unit. */
const inUnit: ReadonlySet<Target["kind"]> = new Set(["reach", "hold", "total", "change"] as const);

/** The mismatch is told at the unit, or no figure of the indicator fits it. */
function isUnitSlip(
  { unit, baseline, targets }: Indicator,
  mismatches: readonly Span[] | undefined,
): boolean {
  if (unit === null || mismatches === undefined) return false;
  if (mismatches.includes(unit.span)) return true;
  const figures = targets.filter(
    ({ kind, quantity }) => inUnit.has(kind) && (quantity?.value.unit ?? null) !== null,
  );
  return mismatches.length >= baseline.length + figures.length;
}

/** Letters before and behind a place in a condition that are looked at. */
const nearby = 500;

/** The id stands on the line of a place: a condition names the indicator there. */
function isNamedBeside({ file: { text }, start, end }: Span, id: string): boolean {
  const before = text.slice(Math.max(0, start - nearby), start);
  const behind = text.slice(end, end + nearby);
  const line = `${before.slice(before.lastIndexOf("\n") + 1)}${text.slice(start, end)}${behind.split("\n", 1).join("")}`;
  return line.includes(id);
}
