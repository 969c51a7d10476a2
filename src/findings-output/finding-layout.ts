/**
 * How the findings of one plan are put before a reader: the gravest first, within them what is wrong before what is lacking, those of one place together, and the many of
 * one rule shorter, so that the first screen shows what matters.
 */
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import { weightOf } from "./finding-weight.ts";

/** Findings of one rule in one file that are shown in full; of the rest warnings take a line each, infos one together. */
const inFull: Readonly<Record<Severity, number>> = { error: Number.POSITIVE_INFINITY, warning: 3, info: 2 };

/** What is shown of one severity. */
export interface SeverityLayout {
  readonly severity: Severity;
  /** In full; those of one place that need no further place stand together. */
  readonly blocks: readonly (readonly Diagnostic[])[];
  /** On one line each, by rule. */
  readonly brief: readonly Diagnostic[];
  /** On one line together, by rule and file. */
  readonly listed: readonly (readonly Diagnostic[])[];
}

export interface Layout {
  readonly parts: readonly SeverityLayout[];
  /** Findings shown in full or on a line of their own. */
  readonly shown: number;
  /** Findings that are not shown because there were too many. */
  readonly hidden: number;
}

const gravestFirst: readonly Severity[] = ["error", "warning", "info"];

/** Lays findings out; at most `most` of them are shown (null: all). Within a severity what is wrong comes before what is lacking. */
export function layOut(findings: readonly Diagnostic[], most: number | null): Layout {
  let left = most ?? Number.POSITIVE_INFINITY;
  let shown = 0;
  let hidden = 0;
  const ordered = [...findings].sort((a, b) => weightOf(a.code) - weightOf(b.code));
  const parts = gravestFirst.map((severity): SeverityLayout => {
    const full: Diagnostic[] = [];
    const brief: Diagnostic[] = [];
    const listed: (readonly Diagnostic[])[] = [];
    for (const same of byRule(ordered.filter((finding) => finding.severity === severity))) {
      full.push(...same.slice(0, inFull[severity]));
      const rest = same.slice(inFull[severity]);
      if (severity === "warning") brief.push(...rest);
      else if (rest.length > 0) listed.push(rest);
    }
    const kept = { full: full.slice(0, left), brief: brief.slice(0, Math.max(0, left - full.length)) };
    const count = kept.full.length + kept.brief.length;
    left -= count;
    shown += count;
    hidden += full.length + brief.length - count;
    return { severity, blocks: together(inOrder(kept.full, ordered)), brief: kept.brief, listed };
  });
  return { parts, shown, hidden };
}

/** Findings of one rule in one file, in order of their first. */
function byRule(findings: readonly Diagnostic[]): readonly (readonly Diagnostic[])[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const finding of findings) {
    const key = `${finding.code} ${finding.span?.file.name ?? ""}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

function inOrder(some: readonly Diagnostic[], all: readonly Diagnostic[]): readonly Diagnostic[] {
  const wanted = new Set(some);
  return all.filter((finding) => wanted.has(finding));
}

/** Neighbours of one place, where none has a further place or a suggestion of its own to show. */
function together(findings: readonly Diagnostic[]): readonly (readonly Diagnostic[])[] {
  const blocks: Diagnostic[][] = [];
  for (const finding of findings) {
    const block = blocks.at(-1);
    const before = block?.at(-1);
    if (block !== undefined && before !== undefined && isOfOnePlace(before, finding)) block.push(finding);
    else blocks.push([finding]);
  }
  return blocks;
}

function isOfOnePlace(a: Diagnostic, b: Diagnostic): boolean {
  if (a.span === null || b.span === null || !standsAlone(a) || !standsAlone(b)) return false;
  return a.span.file === b.span.file && a.span.start === b.span.start && a.span.end === b.span.end;
}

function standsAlone({ related, suggestion }: Diagnostic): boolean {
  return related.length === 0 && suggestion === null;
}
