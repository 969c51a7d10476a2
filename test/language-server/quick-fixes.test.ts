/** Quick fixes over the fixtures of all rules: each that is offered does what it says. */
import { expect, test } from "vitest";
import type { Compilation } from "../../src/compile.ts";
import { toldCount } from "../../src/diagnostics/told-count.ts";
import type { EditorAction } from "../../src/host/editor-service.ts";
import { speakerOf } from "../../src/language/speaker.ts";
import { offsetAt, rangeOf } from "../../src/language-server/places.ts";
import { type FixContext, fixesAt, isCurable } from "../../src/language-server/quick-fixes.ts";
import type { SourceFile } from "../../src/text/source.ts";
import { compileText } from "../kit/compile.ts";
import { readFixtures } from "../kit/fixtures.ts";

const fixtures = readFixtures().filter(({ kind, bytes }) => kind === "err" && bytes.length < 20_000);

/** The text of a document after the edits of an action, and a reason where the action leaves one to be written. */
function after(file: SourceFile, { edit, isPreferred, kind }: EditorAction): string {
  const edits = Object.values(edit.changes)[0] ?? [];
  if (edits.length === 0) throw new Error("no edit");
  const reason = isPreferred || kind !== "quickfix" ? "" : "a reason";
  return [...edits]
    .sort((a, b) => offsetAt(file, b.range.start) - offsetAt(file, a.range.start))
    .reduce((text, { range, newText }) => {
      const written = newText.replace(/(?=\r?\n$)/, reason);
      return text.slice(0, offsetAt(file, range.start)) + written + text.slice(offsetAt(file, range.end));
    }, file.text);
}

function contextOf(compilation: Compilation): FixContext {
  return {
    compilation,
    file: compilation.file,
    speaker: speakerOf("en"),
    uriOf: () => "file:///test.plan.yaml",
    docs: null,
    tried: async (changed) => compileText(changed).findings,
  };
}

test("a fix that is offered takes its finding away, and there is one for misspelt keys, ids and words of many rules", async () => {
  const cured = new Set<string>();
  let accepted = 0;
  for (const { text, code } of fixtures.filter((_, i) => i % 4 === 0)) {
    const compilation = compileText(text);
    const finding = compilation.findings.find((one) => one.code === code);
    if (finding?.span == null || finding.span.file !== compilation.file) continue;
    const actions = await fixesAt(rangeOf(finding.span), contextOf(compilation));
    for (const action of actions.filter(({ diagnostics }) => diagnostics[0]?.code === code)) {
      // Of places that are told together one is fewer.
      const count = (list: Compilation["findings"]): number =>
        list.filter((one) => one.code === code).reduce((sum, one) => sum + toldCount(one), 0);
      const { findings } = compileText(after(compilation.file, action));
      // Behind a fault that kept the rest of the plan from being read there may be another of its kind.
      const start = finding.span.start;
      const next = findings.find((one) => one.code === code)?.span?.start ?? Number.POSITIVE_INFINITY;
      if (code.startsWith("yaml/")) expect(next, action.title).toBeGreaterThan(start);
      else if (compilation.plan !== null)
        expect(count(findings), action.title).toBeLessThan(count(compilation.findings));
      if (!action.isPreferred) accepted++;
      else cured.add(code);
    }
  }
  expect(accepted).toBeGreaterThan(50);
  expect(cured.size).toBeGreaterThan(3);
});

test("every finding that `check --fix` cures has its cure as a quick fix, which writes just these edits", async () => {
  const codes = new Set<string>();
  for (const { text } of fixtures) {
    const compilation = compileText(text);
    const { file, findings, plan } = compilation;
    for (const finding of findings.filter((one) => isCurable(one, file)).slice(0, 3)) {
      const { span, fix = [] } = finding;
      if (span === null) throw new Error("no place");
      const actions = await fixesAt(rangeOf(span), contextOf(compilation));
      const wanted = [...fix]
        .sort((a, b) => b.span.start - a.span.start)
        .reduce(
          (now, edit) => now.slice(0, edit.span.start) + edit.text + now.slice(edit.span.end),
          file.text,
        );
      const errors = (list: readonly { readonly severity: string }[]): number =>
        list.filter(({ severity }) => severity === "error").length;
      // What would bring new errors is not written by `--fix` either.
      if (plan !== null && errors(compileText(wanted).findings) > errors(findings)) continue;
      expect(actions.filter((action) => action.isPreferred).map((action) => after(file, action))).toContain(
        wanted,
      );
      codes.add(finding.code);
    }
  }
  expect([...codes].sort()).toEqual([
    "schema/unknown-key",
    "statement/full-width",
    "yaml/full-width",
    "yaml/missing-space",
    "yaml/split-number",
    "yaml/tab",
    "yaml/unquoted-relation",
    "yaml/unquoted-text",
  ]);
});
