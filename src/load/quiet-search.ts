/** What the searches for quiet traps share: where they write, and how a full-width sign is told. */
import { planKeys } from "../../generated/plan-schema.js";
import {
  type Diagnostic,
  type FindingExtras,
  type FixEdit,
  makeDiagnostic,
} from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../text/source.ts";
import { yamlFullWidth } from "./codes.ts";
import type { Edit } from "./patched-text.ts";
import type { YamlNode } from "./yaml-node.ts";

export interface Search {
  readonly file: SourceFile;
  readonly findings: Diagnostic[];
  readonly edits: Edit[];
  /** Nodes seen: an aliased node is searched once. */
  readonly seen: Set<YamlNode>;
}

/** Every key that the plan format knows, wherever it may stand. */
export const keys: ReadonlySet<string> = new Set(planKeys);

/** Longer texts are not examined for traps, so that hostile ones cost no time. */
export const longest = 2000;

/**
 * Reports a full-width sign; `edit` and `editEnd` say what replaces it, if more than the expected sign. `cure`: the edits that are sure to
 * say what was meant, none where they are not.
 */
export function reportWide(
  search: Search,
  start: number,
  end: number,
  found: string,
  expected: string,
  edit: string = expected,
  editEnd: number = end,
  cure: readonly Edit[] = [{ start, end: editEnd, text: edit }],
): void {
  const extras: FindingExtras = { suggestion: expected, fix: fixOf(search, cure) };
  search.findings.push(
    makeDiagnostic(
      yamlFullWidth,
      part(search, start, end),
      { found: found.slice(0, 60), expected: expected.slice(0, 60) },
      extras,
    ),
  );
  search.edits.push({ start, end: editEnd, text: edit });
}

/** Edits of the file as the cure of a finding. */
export function fixOf(search: Search, edits: readonly Edit[]): readonly FixEdit[] {
  return edits.map(({ start, end, text }) => ({ span: part(search, start, end), text }));
}

/** A range of the file as a span. */
export function part(search: Search, start: number, end: number): Span {
  return { file: search.file, start, end };
}
