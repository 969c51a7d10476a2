/** Errors and warnings of the plan, with the section of the document and the place in the file. */
import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.ts";
import { keptTexts } from "../../language/speaker.ts";
import { severityWords } from "../../language/words.ts";
import type { Item, ItemKind, Name } from "../../plan/plan.ts";
import { citePlace, type Span } from "../../text/source.ts";
import type { ViewContext } from "./context.ts";
import type { FindingRow } from "./status-view.ts";

const severityMarks: Readonly<Record<Severity, string>> = { error: "×", warning: "▲", info: "·" };

/** Errors, then warnings; within them in order of place. */
export function findingRows(context: ViewContext): readonly FindingRow[] {
  const { findings } = context.compilation;
  const of = (severity: Severity): Diagnostic[] =>
    findings.filter((finding) => finding.severity === severity);
  return [...of("error"), ...of("warning")].map((finding) => findingRow(finding, context));
}

function findingRow(finding: Diagnostic, context: ViewContext): FindingRow {
  const { labels, speaker } = context;
  const { severity, subject, span } = finding;
  const message = speaker.say(finding.message, keptTexts(finding.args));
  return {
    key: severity,
    mark: severityMarks[severity],
    severity: speaker.say(severityWords[severity]),
    text: isNamed(finding, message, context) ? message : `${subject?.id ?? ""}${labels.colon}${message}`,
    help: speaker.say(finding.help),
    section: sectionOf(finding, context) ?? labels.none,
    place: span === null ? labels.none : placeText(span, context),
    rule: finding.code,
  };
}

/** True when the message needs no subject before it: there is none, or it names it by id or name. */
function isNamed({ subject }: Diagnostic, message: string, { compilation }: ViewContext): boolean {
  if (subject === null || message.includes(subject.id)) return true;
  const item = compilation.index.find(subject.kind as ItemKind, subject.id) as
    | { name?: Name | null }
    | undefined;
  const name = item?.name?.text;
  return name !== undefined && message.includes(name);
}

/** `file:line`, the file as seen from the plan's folder: the head of the report names the plan with its path. */
function placeText(span: Span, { plan }: ViewContext): string {
  const folder = plan.file.name.slice(0, plan.file.name.lastIndexOf("/") + 1);
  const place = citePlace(span);
  return folder !== "" && place.startsWith(folder) ? place.slice(folder.length) : place;
}

/** The section that the finding's statement, else its item, cites; null when neither does. */
function sectionOf({ subject, span }: Diagnostic, { compilation }: ViewContext): string | null {
  if (subject === null) return null;
  // A subject names a kind of item or something else; what is no item is not found.
  const item = compilation.index.find(subject.kind as ItemKind, subject.id);
  if (item === undefined) return null;
  if (item.kind === "section") return item.id.value;
  return (span === null ? null : statementSection(item, span)) ?? citedSection(item);
}

function citedSection(item: Item): string | null {
  const { section } = item as { section?: { readonly value: string } | null };
  return section?.value ?? null;
}

/** Section of the smallest statement of the item that holds the place. */
function statementSection(item: Item, { file, start, end }: Span): string | null {
  let best: { readonly section: string; readonly length: number } | null = null;
  for (const field of Object.values(item)) {
    if (!Array.isArray(field)) continue;
    for (const statement of field as readonly {
      span?: Span;
      section?: { readonly value: string } | null;
    }[]) {
      const { span, section } = statement ?? {};
      if (span === undefined || section == null || span.file !== file) continue;
      if (span.start > start || span.end < end) continue;
      const length = span.end - span.start;
      if (best === null || length < best.length) best = { section: section.value, length };
    }
  }
  return best?.section ?? null;
}
