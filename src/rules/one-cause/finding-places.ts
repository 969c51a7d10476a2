/** Where findings stand: on which line, over which spans, in which indicator. */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Plan } from "../../plan/plan.ts";
import { isWithin, positionAt, type Span } from "../../text/source.ts";

/** A line, by file. */
export function lineOf({ file, start }: Span): string {
  return `${file.name}:${positionAt(file, start).line}`;
}

/** Whether a span overlaps one of many: by file they are sorted, with the furthest end of all before. */
export function overlapsAny(spans: readonly Span[]): (judged: Span | null) => boolean {
  const byFile = new Map<Span["file"], { readonly start: number; end: number }[]>();
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const before = byFile.get(span.file);
    if (before === undefined) byFile.set(span.file, [{ start: span.start, end: span.end }]);
    else before.push({ start: span.start, end: Math.max(span.end, before.at(-1)?.end ?? 0) });
  }
  return (judged) => {
    if (judged === null) return false;
    const sorted = byFile.get(judged.file) ?? [];
    const last = sorted[countBefore(sorted, judged.end) - 1];
    return last !== undefined && judged.start < last.end;
  };
}

/** How many of sorted places start before an offset. */
function countBefore(sorted: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The id of the indicator that a finding is about, or stands in. */
export function indicatorFinder(plan: Plan): (finding: Diagnostic) => string | null {
  const places = plan.indicators
    .map(({ id, span }) => ({ id: id.value, span, start: span.start }))
    .sort((a, b) => a.start - b.start);
  return ({ subject, span }) => {
    if (subject?.kind === "indicator") return subject.id;
    if (span === null) return null;
    const near = places[countBefore(places, span.start + 1) - 1];
    return near !== undefined && isWithin(span, near.span) ? near.id : null;
  };
}
