/** Keeps the doubts of a reading: each is told as a finding at its cell, and stands as a comment in the draft. */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { FindingList } from "../diagnostics/finding-list.ts";
import type { Span } from "../text/source.ts";
import { type DoubtKind, draftDoubt } from "./codes.ts";
import type { Doubt } from "./draft.ts";

/** A cell: its place in the text that was read, its name (`C7`), and the table that it is in (`t.xlsx#Sheet`). */
export interface CellPlace {
  readonly span: Span;
  readonly cell: string;
}

export interface DoubtBook {
  readonly findings: Diagnostic[];
  /** How many doubts there are; of very many only the first are findings. */
  count(): number;
  /** Tells a doubt, and gives it back for the draft. */
  doubt(kind: DoubtKind, place: CellPlace, text: string, more?: string): Doubt;
}

/** Longest text of a table that a finding or comment repeats. */
const longestTold = 300;

export function makeDoubtBook(): DoubtBook {
  const findings = new FindingList();
  let count = 0;
  return {
    findings,
    count: () => count,
    doubt: (kind, { span, cell }, text, more = "") => {
      count++;
      const doubt = { kind, cell, text: shortened(text), more: shortened(more) };
      findings.push(makeDiagnostic(draftDoubt, span, doubt));
      return doubt;
    },
  };
}

function shortened(text: string): string {
  const signs = [...text];
  return signs.length > longestTold ? `${signs.slice(0, longestTold).join("")}…` : text;
}
