/** Quick fixes: sure cures, the text that a finding suggests (tried before it is offered), and a comment that accepts the finding. */
import type { Compilation } from "../compile.ts";
import type { Diagnostic, FixEdit } from "../diagnostics/diagnostic.ts";
import type { EditorAction, EditorEdit, EditorRange } from "../host/editor-service.ts";
import { lineTable, positionAt, type SourceFile, type Span, spanText } from "../text/source.ts";
import { editorDiagnostic, type FindingContext } from "./findings.ts";
import { offsetAt, rangeOf } from "./places.ts";

export interface FixContext extends FindingContext {
  readonly compilation: Compilation;
  /** The document that is asked for: the plan, or a text or data file that it names. */
  readonly file: SourceFile;
  /** Findings of the plan with another text of this document. */
  readonly tried: (text: string) => Promise<readonly Diagnostic[]>;
}

/** Most findings of one place, and longest document, for which fixes are tried: each means checking the plan once more. */
const mostTried = 8;
const longestTried = 500_000;

/** The fixes for the findings that touch a range of a document. */
export async function fixesAt(range: EditorRange, context: FixContext): Promise<readonly EditorAction[]> {
  const { file, compilation } = context;
  if (file.text.length > longestTried) return [];
  const [from, to] = [offsetAt(file, range.start), offsetAt(file, range.end)];
  const touched = compilation.findings.filter(
    ({ span }) => span?.file.name === file.name && span.start <= to && from <= span.end,
  );
  const actions: EditorAction[] = [];
  for (const finding of touched.slice(0, mostTried)) {
    const replaced = (await sureCure(finding, context)) ?? (await replacement(finding, context));
    if (replaced !== null) actions.push(replaced);
    const accepted = await acceptance(finding, context);
    if (accepted !== null) actions.push(accepted);
  }
  return actions;
}

/** The action that makes all sure cures of a plan, as `check --fix` does; `text` is the document after them. */
export function fixAllAction(text: string, context: FixContext): EditorAction {
  const { file, compilation, speaker, uriOf } = context;
  const cured = compilation.findings.filter((finding) => isCurable(finding, file));
  return {
    title: speaker.say({ en: "Make all sure cures in this plan", zhHans: "改正本方案中所有可确定的问题" }),
    kind: fixAllKind,
    diagnostics: cured.map((finding) => editorDiagnostic(finding, context)),
    isPreferred: false,
    edit: { changes: { [uriOf(file.name)]: changedLines(file, text) } },
  };
}

export const fixAllKind = "source.fixAll.planwright";

/** True for a finding with edits in one document alone. */
export function isCurable({ fix }: Diagnostic, { name }: SourceFile): boolean {
  return fix?.every(({ span }) => span.file.name === name) === true;
}

/** What lies between the lines that both texts begin and end with, as one edit. */
function changedLines(file: SourceFile, after: string): EditorEdit[] {
  const before = file.text;
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  while (start > 0 && before[start - 1] !== "\n") start--;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  const end = before.length - same;
  return [{ range: rangeOf({ file, start, end }), newText: after.slice(start, after.length - same) }];
}

/** The edits of a sure cure. */
async function sureCure(finding: Diagnostic, context: FixContext): Promise<EditorAction | null> {
  const { fix = [] } = finding;
  if (fix.length === 0 || !isCurable(finding, context.file)) return null;
  const edits = [...fix].sort((a, b) => a.span.start - b.span.start);
  const { findings, plan } = context.compilation;
  // Behind a fault that kept the plan from being read there may be others, which only now are seen.
  const wasRead = plan !== null;
  if (wasRead && errorsOf(await context.tried(edited(context.file.text, edits))) > errorsOf(findings))
    return null;
  const title = context.speaker.say(cureTitle(context.file, edits), [curedLine(context.file, edits)]);
  const made = edits.map(({ span, text }) => ({ range: rangeOf(span), newText: text }));
  return actionOf(finding, made, { title, isPreferred: true }, context);
}

/** Longest text that a title repeats. */
const longestTitle = 60;

function cureTitle(
  file: SourceFile,
  edits: readonly FixEdit[],
): { readonly en: string; readonly zhHans: string } {
  if (edits.every(({ span, text }) => text.trim() === "" && spanText(span).trim() === ""))
    return { en: "Write spaces in the place of tabs", zhHans: "将制表符改为空格" };
  const line = curedLine(file, edits);
  return { en: `Write ${line}`, zhHans: `改为“${line}”` };
}

/** The first line that a cure changes, as it then reads. */
function curedLine(file: SourceFile, edits: readonly FixEdit[]): string {
  const [first] = edits;
  if (first === undefined) return "";
  const line = lineAt(first.span);
  const within = edits.filter(({ span }) => span.end <= line.end);
  const text = edited(file.text.slice(0, line.end), within).slice(line.start).trim();
  return text.length > longestTitle ? `${text.slice(0, longestTitle)}…` : text;
}

function lineAt({ file, start }: Span): { readonly start: number; readonly end: number } {
  const starts = lineTable(file);
  const { line } = positionAt(file, start);
  return { start: starts[line - 1] ?? 0, end: starts[line] ?? file.text.length };
}

function edited(text: string, edits: readonly FixEdit[]): string {
  let made = "";
  let cursor = 0;
  for (const { span, text: right } of edits) {
    made += text.slice(cursor, span.start) + right;
    cursor = span.end;
  }
  return made + text.slice(cursor);
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
  return actionOf(finding, [edit], { title, isPreferred: true }, context);
}

/** One finding of this kind fewer, and no kind of error more than before. */
function isCured({ code }: Diagnostic, before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
  const count = (list: readonly Diagnostic[], of: string): number =>
    list.filter((one) => one.code === of).length;
  return count(after, code) < count(before, code) && errorsOf(after) <= errorsOf(before);
}

function errorsOf(findings: readonly Diagnostic[]): number {
  return findings.filter(({ severity }) => severity === "error").length;
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
  const { compilation, speaker } = context;
  if (span === null || span.file !== compilation.file || neverAccepted.test(code)) return null;
  const { file } = span;
  const { start } = lineAt(span);
  const indent = /^[ ]*/.exec(file.text.slice(start, start + 200))?.[0] ?? "";
  const end = /\r\n/.test(file.text) ? "\r\n" : "\n";
  const comment = `${indent}# plan-ignore ${code}: `;
  const given = (reason: string): string =>
    `${file.text.slice(0, start)}${comment}${reason}${end}${file.text.slice(start)}`;
  const after = await context.tried(given("reason"));
  if (!isCured(finding, compilation.findings, after) || after.some((one) => one.code === withoutReason))
    return null;
  const at = rangeOf({ file, start, end: start });
  const title = speaker.say({
    en: `Accept ${code}, with a reason to be written`,
    zhHans: `接受“${code}”（须填写理由）`,
  });
  const edit = { range: at, newText: `${comment}${end}` };
  return actionOf(finding, [edit], { title, isPreferred: false }, context);
}

function actionOf(
  finding: Diagnostic,
  edits: EditorEdit[],
  { title, isPreferred }: Pick<EditorAction, "title" | "isPreferred">,
  context: FixContext,
): EditorAction {
  return {
    title,
    kind: "quickfix",
    diagnostics: [editorDiagnostic(finding, context)],
    isPreferred,
    edit: { changes: { [context.uriOf(context.file.name)]: edits } },
  };
}
