/** Tabs in the indentation: which columns were meant is read off the lines around them. */
import { makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { yamlTab } from "./codes.ts";
import { levelsAt, type Outline, place } from "./outline-levels.ts";
import type { Edit } from "./patched-text.ts";
import { type Diagnosis, type Refusal, spanIn } from "./refusal.ts";
import { isIdle, type Line, lineAbove } from "./trap-lines.ts";
import { insideBrackets } from "./traps-extent.ts";

/** How editors show a tab: a fixed number of columns, or up to the next multiple of it. */
const widths = [2, 4, 8];

/** Longer runs are taken as two columns a tab, unexamined, so that hostile ones cost no time. */
const longestRun = 2000;

type Expand = (lead: string) => number;

const readings: readonly Expand[] = [
  ...widths.map((width) => (lead: string) => lead.replaceAll("\t", " ".repeat(width)).length),
  ...widths.map((width) => (lead: string) => {
    let column = 0;
    for (const sign of lead) column += sign === "\t" ? width - (column % width) : 1;
    return column;
  }),
];

/** Tabs in the indentation; all lines of one run are one cause. Sure when only one structure fits the neighbours. */
export function diagnoseTabs(refusal: Refusal, line: Line): Diagnosis | null {
  if (!leadsWithTab(line)) return null;
  const run = runAround(refusal.lines, line);
  const first = run[0] ?? line;
  const at = first.start + first.text.indexOf("\t");
  const finding = makeDiagnostic(yamlTab, spanIn(refusal, at, at + 1), { lines: run.length });
  const columns = run.length > longestRun ? null : meantColumns(refusal, run);
  const expand = readings[0] ?? ((lead: string) => lead.length);
  const edits = run.flatMap((each, i) => editsOf(refusal.lines, each, columns?.[i] ?? expand(leadOf(each))));
  return { finding, edits, sure: columns !== null };
}

function runAround(lines: readonly Line[], line: Line): readonly Line[] {
  let from = line.number;
  let to = line.number;
  while (leadsWithTab(lines[from - 1])) from--;
  while (leadsWithTab(lines[to + 1])) to++;
  return lines.slice(from, to + 1);
}

function leadsWithTab(line: Line | undefined): boolean {
  return line?.text.slice(0, line.content).includes("\t") === true;
}

function leadOf(line: Line): string {
  return line.text.slice(0, line.indent);
}

/** The lead of a line in spaces; a tab behind the dash becomes as many as the next line shows. */
function editsOf(lines: readonly Line[], line: Line, column: number): readonly Edit[] {
  const edits: Edit[] = [
    { start: line.start, end: line.start + line.indent, text: " ".repeat(Math.max(0, column)) },
  ];
  const dashes = line.text.slice(line.indent, line.content);
  if (!dashes.includes("\t")) return edits;
  const next = lines[line.number + 1];
  const isBelow = next !== undefined && !isIdle(next) && !leadsWithTab(next) && next.indent > column + 1;
  const gap = isBelow && /^-\s+$/.test(dashes) ? next.indent - column - 1 : 1;
  const text = dashes.replace(/[ \t]+/g, " ".repeat(gap));
  return [...edits, { start: line.start + line.indent, end: line.start + line.content, text }];
}

/** The column of each line of a run; null when several structures fit, or none. */
function meantColumns(refusal: Refusal, run: readonly Line[]): readonly number[] | null {
  const first = run[0];
  if (first === undefined) return null;
  const above = lineAbove(refusal.lines, first.number);
  const base = above === null ? 0 : above.content + 2;
  if (insideBrackets(refusal, first.number)) return run.map(() => base);
  const outline = levelsAt(refusal.lines, first.number);
  const fits = new Map<string, readonly number[]>();
  for (const expand of readings) {
    const columns = run.map((line) => expand(leadOf(line)));
    const shape = shapeOf(refusal.lines, outline, run, columns);
    if (shape !== null && !fits.has(shape.signature)) fits.set(shape.signature, shape.columns);
  }
  const [only] = fits.values();
  if (only !== undefined) return fits.size === 1 ? only : null;
  const next = refusal.lines.slice(first.number + run.length).find((line) => !isIdle(line));
  const isOneColumn = run.every((line) => leadOf(line) === leadOf(first));
  const guesses = [
    isOneColumn && above !== null && above.content === next?.content ? run.map(() => above.content) : null,
    leadOf(first).includes(" ") ? run.map((line) => leadOf(line).replaceAll("\t", "").length) : null,
  ];
  for (const columns of guesses) {
    const shape = columns === null ? null : shapeOf(refusal.lines, outline, run, columns);
    if (shape !== null) return shape.columns;
  }
  return null;
}

interface Shape {
  /** The depth of each line: equal for readings that mean the same. */
  readonly signature: string;
  readonly columns: readonly number[];
}

/** The structure of a run in given columns; null when one of its lines, or the line behind it, fits no level. */
function shapeOf(
  lines: readonly Line[],
  outline: Outline,
  run: readonly Line[],
  columns: readonly number[],
): Shape | null {
  let state = outline;
  const placed: number[] = [];
  let signature = "";
  for (const [i, line] of run.entries()) {
    const column = columns[i] ?? 0;
    const next = place(state, line, column);
    if (next === null) return null;
    // The rest of a text stands deeper than its key, however far.
    placed.push(next.isText ? Math.max(column, (state.levels.at(-1)?.column ?? 0) + 2) : column);
    signature += next.isText ? "t" : `${next.levels.length},`;
    state = next;
  }
  const last = run.at(-1)?.number ?? 0;
  const behind = lines.slice(last + 1, last + 200).find((line) => !isIdle(line));
  if (behind !== undefined && place(state, behind, behind.indent) === null) return null;
  return { signature, columns: placed };
}
