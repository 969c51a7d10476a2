/** Findings as diagnostics of an editor. */
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import type { EditorDiagnostic } from "../host/editor-service.ts";
import { keptTexts, quotedTexts, type Speaker } from "../language/speaker.ts";
import { rangeOf } from "./places.ts";

/** Most findings of one plan that an editor is told; the rest are counted. */
export const mostFindings = 1000;

export interface FindingContext {
  readonly speaker: Speaker;
  /** URI of a file by the name that findings give it. */
  readonly uriOf: (name: string) => string;
  /** Folder of the documentation; null where it is not known. */
  readonly docs: string | null;
}

const severities: Readonly<Record<Severity, 1 | 2 | 3>> = { error: 1, warning: 2, info: 3 };
const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** One finding; one without a place stands at the first character. */
export function editorDiagnostic(finding: Diagnostic, context: FindingContext): EditorDiagnostic {
  const { code, severity, message, help, span, related, suggestion } = finding;
  const { speaker, uriOf, docs } = context;
  const meant =
    suggestion === null
      ? []
      : [speaker.say({ en: `Did you mean: ${suggestion}`, zhHans: `是否应为“${suggestion}”` }, [suggestion])];
  const lines = [speaker.say(message, keptTexts(finding)), ...meant, speaker.say(help)];
  return {
    range: span === null ? start : rangeOf(span),
    severity: severities[severity],
    code,
    ...(docs === null ? {} : { codeDescription: { href: ruleLink(code, docs, speaker) } }),
    source: "planwright",
    message: lines.join("\n"),
    relatedInformation: related.map((place) => ({
      location: { uri: uriOf(place.span.file.name), range: rangeOf(place.span) },
      message: speaker.say(place.note, quotedTexts(place.note.zhHans)),
    })),
  };
}

function ruleLink(code: string, docs: string, { chinese }: Speaker): string {
  return `${docs}${chinese ? "rules.zh-Hans.md" : "rules.md"}#${code.replace("/", "")}`;
}

/** Diagnostics by URI; what stands in no file belongs to the plan's. */
export function byDocument(
  findings: readonly Diagnostic[],
  planUri: string,
  context: FindingContext,
): ReadonlyMap<string, readonly EditorDiagnostic[]> {
  const found = new Map<string, EditorDiagnostic[]>([[planUri, []]]);
  for (const finding of findings.slice(0, mostFindings)) {
    const uri = finding.span === null ? planUri : context.uriOf(finding.span.file.name);
    const list = found.get(uri) ?? [];
    found.set(uri, list);
    list.push(editorDiagnostic(finding, context));
  }
  const more = findings.length - mostFindings;
  if (more > 0) found.get(planUri)?.push({ ...moreFindings(more, context.speaker) });
  return found;
}

function moreFindings(count: number, speaker: Speaker): EditorDiagnostic {
  return {
    range: start,
    severity: 3,
    code: "more",
    source: "planwright",
    message: speaker.say({
      en: `${count} further findings are not shown here; plan check lists them all`,
      zhHans: `另有${count}个问题项未在此列出，可用 plan check 查看全部`,
    }),
    relatedInformation: [],
  };
}
