/** Quick fixes: the text that a finding suggests, tried before it is offered; and a comment that accepts the finding. */
import type { Compilation } from "../compile.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { EditorAction, EditorEdit, EditorRange } from "../host/editor-service.ts";
import { lineTable, positionAt, spanText } from "../text/source.ts";
import { editorDiagnostic, type FindingContext } from "./findings.ts";
import { offsetAt, rangeOf } from "./places.ts";

export interface FixContext extends FindingContext {
  readonly compilation: Compilation;
  /** Findings of the plan with another text. */
  readonly tried: (text: string) => Promise<readonly Diagnostic[]>;
}

/** Most findings of one place, and longest plan, for which fixes are tried: each means checking the plan once more. */
const mostTried = 8;
const longestTried = 500_000;

/** The fixes for the findings of a plan that touch a range. */
export async function fixesAt(range: EditorRange, context: FixContext): Promise<readonly EditorAction[]> {
  const { file, findings } = context.compilation;
  if (file.text.length > longestTried) return [];
  const [from, to] = [offsetAt(file, range.start), offsetAt(file, range.end)];
  const touched = findings.filter(({ span }) => span?.file === file && span.start <= to && from <= span.end);
  const actions: EditorAction[] = [];
  for (const finding of touched.slice(0, mostTried)) {
    const replaced = await replacement(finding, context);
    if (replaced !== null) actions.push(replaced);
    const accepted = await acceptance(finding, context);
    if (accepted !== null) actions.push(accepted);
  }
  return actions;
}

/** Replaces what was found by what it should be, where then this finding is gone and no error has come. */
async function replacement(finding: Diagnostic, context: FixContext): Promise<EditorAction | null> {
  const { span, suggestion } = finding;
  if (span === null || suggestion === null || span.start === span.end) return null;
  const written = spanText(span);
  const quote = /^["']/.exec(written)?.[0] ?? "";
  const newText =
    quote !== "" && !suggestion.startsWith(quote) ? `${quote}${suggestion}${quote}` : suggestion;
  if (written.includes("\n") || newText === written) return null;
  const edit = { range: rangeOf(span), newText };
  const { text } = span.file;
  const after = await context.tried(text.slice(0, span.start) + newText + text.slice(span.end));
  if (!isCured(finding, context.compilation.findings, after)) return null;
  const title = context.speaker.say({ en: `Write ${suggestion}`, zhHans: `改为“${suggestion}”` }, [
    suggestion,
  ]);
  return actionOf(finding, edit, { title, isPreferred: true }, context);
}

/** One finding of this kind fewer, and no kind of error more than before. */
function isCured({ code }: Diagnostic, before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
  const count = (list: readonly Diagnostic[], of: string): number =>
    list.filter((one) => one.code === of).length;
  const errors = (list: readonly Diagnostic[]): number =>
    list.filter(({ severity }) => severity === "error").length;
  return count(after, code) < count(before, code) && errors(after) <= errors(before);
}

/** Findings that no comment can accept. */
const neverAccepted = /^(?:yaml|suppression|configuration|input|internal|usage|output)\//;
const withoutReason = "suppression/no-reason";

/**
 * A comment above the line that accepts the finding once its reason is written; until then it is told that the reason is
 * missing, and nothing is accepted. Not offered where no comment can stand.
 */
async function acceptance(finding: Diagnostic, context: FixContext): Promise<EditorAction | null> {
  const { span, code } = finding;
  if (span === null || neverAccepted.test(code)) return null;
  const { file } = span;
  const { line } = positionAt(file, span.start);
  const start = lineTable(file)[line - 1] ?? 0;
  const indent = /^[ ]*/.exec(file.text.slice(start, start + 200))?.[0] ?? "";
  const end = /\r\n/.test(file.text) ? "\r\n" : "\n";
  const comment = `${indent}# plan-ignore ${code}: `;
  const given = (reason: string): string =>
    `${file.text.slice(0, start)}${comment}${reason}${end}${file.text.slice(start)}`;
  const after = await context.tried(given("reason"));
  if (
    !isCured(finding, context.compilation.findings, after) ||
    after.some((one) => one.code === withoutReason)
  )
    return null;
  const at = rangeOf({ file, start, end: start });
  const title = context.speaker.say({
    en: `Accept ${code}, with a reason to be written`,
    zhHans: `接受“${code}”（须填写理由）`,
  });
  return actionOf(
    finding,
    { range: at, newText: `${comment}${end}` },
    { title, isPreferred: false },
    context,
  );
}

function actionOf(
  finding: Diagnostic,
  edit: EditorEdit,
  { title, isPreferred }: Pick<EditorAction, "title" | "isPreferred">,
  context: FixContext,
): EditorAction {
  const uri = context.uriOf(context.compilation.file.name);
  return {
    title,
    kind: "quickfix",
    diagnostics: [editorDiagnostic(finding, context)],
    isPreferred,
    edit: { changes: { [uri]: [edit] } },
  };
}
