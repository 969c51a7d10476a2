/** Quick fixes over the fixtures of all rules: each that is offered does what it says. */
import { expect, test } from "vitest";
import { speakerOf } from "../../src/language/speaker.ts";
import { offsetAt, rangeOf } from "../../src/language-server/places.ts";
import { fixesAt } from "../../src/language-server/quick-fixes.ts";
import { compileText } from "../kit/compile.ts";
import { readFixtures } from "../kit/fixtures.ts";

const fixtures = readFixtures().filter(({ kind, bytes }) => kind === "err" && bytes.length < 20_000);

test("a fix that is offered takes its finding away, and there is one for misspelt keys, ids and words of many rules", async () => {
  const cured = new Set<string>();
  let accepted = 0;
  for (const { text, code } of fixtures.filter((_, i) => i % 4 === 0)) {
    const compilation = compileText(text);
    const finding = compilation.findings.find((one) => one.code === code);
    if (finding?.span == null || finding.span.file !== compilation.file) continue;
    const actions = await fixesAt(rangeOf(finding.span), {
      compilation,
      speaker: speakerOf("en"),
      uriOf: () => "file:///test.plan.yaml",
      docs: null,
      tried: async (changed) => compileText(changed).findings,
    });
    for (const action of actions.filter(({ diagnostics }) => diagnostics[0]?.code === code)) {
      const [edit] = Object.values(action.edit.changes)[0] ?? [];
      if (edit === undefined) throw new Error("no edit");
      const [from, to] = [
        offsetAt(compilation.file, edit.range.start),
        offsetAt(compilation.file, edit.range.end),
      ];
      const { text: before } = compilation.file;
      const reason = action.isPreferred ? "" : "a reason";
      const after = `${before.slice(0, from)}${edit.newText.replace(/(?=\r?\n$)/, reason)}${before.slice(to)}`;
      const count = (list: readonly { readonly code: string }[]): number =>
        list.filter((one) => one.code === code).length;
      expect(count(compileText(after).findings), action.title).toBeLessThan(count(compilation.findings));
      if (!action.isPreferred) accepted++;
      else cured.add(code);
    }
  }
  expect(accepted).toBeGreaterThan(50);
  expect(cured.size).toBeGreaterThan(3);
});
