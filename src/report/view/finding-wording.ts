/** The words of the document that a finding is about, as its printed plan has them. */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Parameter } from "../../plan/parameters.ts";
import type { Item, ItemKind, Mechanism } from "../../plan/plan.ts";
import type { Span } from "../../text/source.ts";
import { makeFill } from "../section-text.ts";
import type { ViewContext } from "./context.ts";
import { printedQuantity } from "./printed-quantity.ts";
import { tidySigns } from "./target-text.ts";

/** Longest piece of the plan that is quoted, and the longest that is read for it. */
const longestQuote = 120;
const longestRead = 480;

/** The wording that the plan keeps of the statement, else what is written at the place of the finding; null where that is no text of the document. */
export function wordingOf({ span, subject }: Diagnostic, context: ViewContext): string | null {
  const { compilation, speaker } = context;
  if (span === null || span.end <= span.start) return null;
  const item = subject === null ? undefined : compilation.index.find(subject.kind as ItemKind, subject.id);
  const wording = item === undefined ? null : wordingAt(item, span);
  if (wording !== null) return wording;
  const written = span.file.text.slice(span.start, Math.min(span.end, span.start + longestRead)).trim();
  const line = (written.split(/\r?\n/)[0]?.trim() ?? "").replace(/^(["'])(.*)\1$/, "$2");
  // A map, a key, an id, a section's number or a condition is how the plan is kept, not what the document says.
  if (line === "" || /^(?:[\w-]+:?$|[\d.]+$|[[{](?!\{)|[\w-]+:\s)|[\w)] ?[<>=]=? /.test(line)) return null;
  const told =
    printedQuantity(line, item, context) ??
    tidySigns(filled(line, span, context), speaker).replace(/^=\s*/, "");
  return [...told].length > longestQuote ? `${[...told].slice(0, longestQuote).join("")}…` : told;
}

/** A line of a section's text with what is printed for its placeholders. */
function filled(line: string, { file, start, end }: Span, context: ViewContext): string {
  if (!line.includes("{{")) return line;
  const section = context.plan.sections.findLast(
    ({ span }) => span.file === file && span.start <= start && span.end >= end,
  );
  const text = section?.text ?? null;
  if (section === undefined || text === null) return line;
  return makeFill(context)({ ...section, text: { ...text, text: line } }).text;
}

/** A statement that may hold the place of a finding. */
interface Worded {
  readonly span?: Span;
  readonly wording?: { readonly value: string } | null;
}

/** The wording of the statement of an item that holds a place. */
function wordingAt(item: Item, { file, start, end }: Span): string | null {
  const holds = (span: Span): boolean => span.file === file && span.start <= start && span.end >= end;
  const wordingIn = (statements: readonly Worded[]): string | null =>
    statements.find(({ span, wording }) => span !== undefined && wording != null && holds(span))?.wording
      ?.value ?? null;
  for (const field of Object.values(item)) {
    const wording = Array.isArray(field) ? wordingIn(field.map((one) => one ?? {})) : null;
    if (wording !== null) return wording;
  }
  if (item.kind !== "mechanism") return null;
  const among = (parameters: Iterable<Parameter>): string | null => {
    for (const parameter of parameters) {
      if (!holds(parameter.span)) continue;
      if (parameter.kind === "map") return among(parameter.map.values.values());
      if (parameter.kind === "list")
        return among(
          parameter.entries.filter(({ span }) => holds(span)).flatMap(({ values }) => [...values.values()]),
        );
      return "statements" in parameter ? wordingIn(parameter.statements) : null;
    }
    return null;
  };
  return among((item as Mechanism).parameters.values.values());
}
