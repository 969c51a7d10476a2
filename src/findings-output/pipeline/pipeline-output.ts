/** What a format for pipelines is given, and what it gives. Formats hold state: they are made from all plans of a run together. */
import type { CodeDefinition } from "../../diagnostics/diagnostic.ts";
import type { Speaker } from "../../language/speaker.ts";
import type { RunTotals } from "../check-run.ts";
import type { ToldFinding, ToldPlan } from "../told-plan.ts";

/** Where the files of a run lie for who reads the output. */
export interface Places {
  /** A path as printed → path from the root of the repository, where the pipeline says which that is. */
  readonly fromRoot: (file: string) => string;
  /** Address of a line in the forge's view of the change; null where the pipeline does not say. */
  readonly link: (file: string, line: number | null) => string | null;
}

/** Known before the first plan. */
export interface PipelineHead {
  readonly version: string;
  readonly asOf: string | null;
  /** Faults of the call, its paths and settings. */
  readonly faults: readonly ToldFinding[];
  /** What is told of the run without being a fault. */
  readonly notices: readonly ToldFinding[];
  readonly speaker: Speaker;
  readonly places: Places;
  /** Every code in order. */
  readonly codes: readonly CodeDefinition[];
  readonly digest: (text: string) => string;
  /** The severity from which on a finding fails the run. */
  readonly failOn: string;
}

export interface PipelineOutput {
  add(plan: ToldPlan): void;
  /** The whole text. */
  end(totals: RunTotals): string;
}

/** `file:line:column`, `figures.xlsx#Q2!D7` for a cell, or the file alone; empty for what has no place. */
export function placeText(
  { file, range, cell }: Pick<ToldFinding, "file" | "range" | "cell">,
  places: Places,
): string {
  if (file === null) return "";
  const path = places.fromRoot(file);
  if (cell !== undefined) return `${path}!${cell}`;
  return range === null ? path : `${path}:${range.start.line}:${range.start.column}`;
}

/** Gravest first; within a severity as given. */
export function gravestFirst(findings: readonly ToldFinding[]): readonly ToldFinding[] {
  const rank = { error: 0, warning: 1, info: 2 };
  return [...findings].sort((a, b) => rank[a.severity] - rank[b.severity]);
}
