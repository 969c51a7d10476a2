/**
 * One cause, one finding: pairs of rules that see one fault from two sides. Each rule is right where it speaks alone; where both
 * speak of the same places, the one that says less is left out.
 */
import { type Diagnostic, makeDiagnostic, type RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { isGraver, isMadeGraver, type Levels, withoutOff } from "../../diagnostics/levels.ts";
import type { Mechanism, Plan } from "../../plan/plan.ts";
import { type Span, spanText } from "../../text/source.ts";
import { narrativeUnstatedFigure } from "../narrative/unstated-figure.ts";
import { lineOf } from "./finding-places.ts";
import { pairs } from "./told-pairs/index.ts";
import type { Pair } from "./told-pairs/pair.ts";

/** As a note they are no reason to leave out what is graver. */
const quietAsNotes: ReadonlySet<string> = new Set(["narrative/figure-conflict", "target/missing-date"]);

/** They judge figures of texts at their places. */
const ofFigures: ReadonlySet<string> = new Set([
  "narrative/figure-conflict",
  "narrative/weight-conflict",
  "narrative/standing-figure",
  "narrative/terms-conflict",
  "narrative/threshold-conflict",
  "narrative/change-conflict",
  "narrative/other-value",
  "count/part-in-text",
  "count/shares-in-text",
]);

/**
 * The findings of the rules without those that another tells better, or one that was made when the data were read.
 * A rule that is off tells nothing, so its echo is heard; so is one that the configuration makes graver. A fault that is
 * suppressed at its line was accepted with a reason, and does not come back as its echo.
 */
export function withoutDoubles(
  plan: Plan,
  read: readonly Diagnostic[],
  ruled: readonly Diagnostic[],
  levels: Levels,
): readonly Diagnostic[] {
  const byCode = new Map<string, Diagnostic[]>();
  for (const finding of withoutOff([...read, ...ruled], levels)) {
    if (finding.severity === "info" && quietAsNotes.has(finding.code)) continue;
    const own = byCode.get(finding.code);
    if (own === undefined) byCode.set(finding.code, [finding]);
    else own.push(finding);
  }
  const dropped = new Map<Diagnostic, Told>();
  const mechanismAt = mechanismFinder(plan);
  for (const { echo, of, at, where, kept = false } of pairs) {
    const echoes = byCode.get(echo);
    if (echoes === undefined) continue;
    const causes = of.flatMap((code) => byCode.get(code) ?? []);
    if (causes.length === 0) continue;
    const byKey = new Map<string, Diagnostic[]>();
    for (const cause of causes)
      for (const key of keysOf(cause, at, "cause", mechanismAt)) {
        const told = byKey.get(key);
        if (told === undefined) byKey.set(key, [cause]);
        else told.push(cause);
      }
    for (const one of echoes) {
      const told = keysOf(one, at, "echo", mechanismAt).flatMap((key) => byKey.get(key) ?? []);
      const isTold = (cause: Diagnostic): boolean =>
        cause !== one &&
        where?.(one, cause) !== false &&
        // A note beside a fault may have a reason of its own.
        !(kept && one.severity === "info") &&
        !(kept === true && isGraver(one, cause)) &&
        !isMadeGraver(one, cause, levels);
      const cause = told.find(isTold);
      if (cause !== undefined && dropped.get(one)?.kept !== true)
        dropped.set(one, { cause, kept: kept !== false });
    }
  }
  const told = dropped.size === 0 ? ruled : withFurtherPlaces(ruled, dropped);
  return byCode.has(narrativeUnstatedFigure.code) ? withoutToldFigures(told, levels) : told;
}

/** What an echo is told by, and whether its place is a further one there. */
interface Told {
  readonly cause: Diagnostic;
  readonly kept: boolean;
}

/** What is left of the findings; those that tell of others name their places. */
function withFurtherPlaces(
  ruled: readonly Diagnostic[],
  dropped: ReadonlyMap<Diagnostic, Told>,
): readonly Diagnostic[] {
  const further = new Map<Diagnostic, RelatedPlace[]>();
  for (const [echo, { cause, kept }] of dropped) {
    const teller = tellerOf(cause, dropped);
    const { span, message } = echo;
    if (!kept || span === null) continue;
    const known = further.get(teller) ?? [];
    further.set(teller, known);
    const places = [teller.span, ...[...teller.related, ...known].map((place) => place.span)];
    if (places.every((place) => place === null || keyOf(place) !== keyOf(span)))
      known.push({ span, note: message });
  }
  return ruled.flatMap((finding) => {
    if (dropped.has(finding)) return [];
    const places = further.get(finding) ?? [];
    return [places.length === 0 ? finding : { ...finding, related: [...finding.related, ...places] }];
  });
}

/** The finding that is told in the end: what tells of an echo may be another's echo. The table has no rings. */
function tellerOf(cause: Diagnostic, dropped: ReadonlyMap<Diagnostic, Told>): Diagnostic {
  const next = dropped.get(cause);
  return next === undefined ? cause : tellerOf(next.cause, dropped);
}

/** What an echo and its cause have in common where they tell of one fault. */
function keysOf(
  { span, related, subject }: Diagnostic,
  at: Pair["at"],
  as: "cause" | "echo",
  mechanismAt: (span: Span) => string | null,
): readonly string[] {
  if (span === null) return [];
  if (at === "subject") return subject === null ? [] : [`${subject.kind} ${subject.id}`];
  if (at === "lines") return [span, ...related.map((one) => one.span)].map(lineOf);
  if (at === "line")
    return as === "echo" ? [span, ...related.map((one) => one.span)].map(lineOf) : [lineOf(span)];
  const here = keyOf(span);
  const places = [here, ...related.map((one) => keyOf(one.span))];
  if (at === "shared") return places;
  if (at === "rests") return as === "echo" ? places : [here];
  if (at === "same") return as === "echo" ? [here] : places;
  if (at === "crossed") return related.map((one) => [here, keyOf(one.span)].sort().join(" "));
  const own = mechanismAt(span);
  if (own === null) return [];
  return related.flatMap((one) => {
    const other = mechanismAt(one.span);
    return other === null ? [] : [[own, other].sort().join("\n")];
  });
}

function keyOf({ file, start, end }: Span): string {
  return `${file.name}:${start}-${end}`;
}

/** The id of the mechanism that a place stands in; the places are sorted at the first question. */
function mechanismFinder({ mechanisms }: Plan): (span: Span) => string | null {
  let sorted: readonly Mechanism[] | null = null;
  return ({ file, start, end }) => {
    sorted ??= [...mechanisms].sort((a, b) => a.span.start - b.span.start);
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.span.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const near = sorted[low - 1];
    return near !== undefined && near.span.file === file && end <= near.span.end ? near.id.value : null;
  };
}

/** A figure of a text that contradicts a statement is not told once more as one that nothing states. */
function withoutToldFigures(ruled: readonly Diagnostic[], levels: Levels): readonly Diagnostic[] {
  const judged = withoutOff(ruled, levels).flatMap(({ code, span, related }) =>
    ofFigures.has(code) && span !== null ? [span, ...related.map((one) => one.span)] : [],
  );
  if (judged.length === 0) return ruled;
  const told = new Set(judged.flatMap(endsOf));
  const isWithin = withinOneOf(judged);
  return ruled.flatMap((finding) => {
    if (finding.code !== narrativeUnstatedFigure.code || finding.span === null) return [finding];
    const note = finding.related[0]?.note;
    const places = [finding.span, ...finding.related.map(({ span }) => span)];
    const left = places.filter((span) => !endsOf(span).some((end) => told.has(end)) && !isWithin(span));
    const [first, ...others] = left;
    if (left.length === places.length) return [finding];
    if (first === undefined) return [];
    const count = Number(finding.args.count) - (places.length - left.length);
    const args = { section: String(finding.args.section), figure: spanText(first), count };
    const related = note === undefined ? [] : others.map((span) => ({ span, note }));
    const { subject, severity } = finding;
    return [makeDiagnostic(narrativeUnstatedFigure, first, args, { subject, related, severity })];
  });
}

/** Whether a place lies within one of these, of which the last that begins before it is asked: 40%、40%、30% is one place of three. */
function withinOneOf(spans: readonly Span[]): (place: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return ({ file, start, end }) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const near = sorted[low - 1];
    return near !== undefined && near.file === file && end <= near.end;
  };
}

/** One figure may be read with its words of bound (达到60%以上) or without: it begins or ends alike. */
function endsOf({ file, start, end }: Span): readonly string[] {
  return [`${file.name}:${start}-`, `${file.name}:-${end}`];
}
