import { expect, test } from "vitest";
import { plainPaint } from "../../src/findings-output/check-run.ts";
import { textOutput } from "../../src/findings-output/text.ts";
import { makeSpeaker } from "../../src/language/speaker.ts";
import { compileText } from "../kit/compile.ts";

test("a thousand findings of any severity are counted with the digits in groups", async () => {
  const compilation = compileText("format: 1\nid: a\ntitle: A\nlanguage: en\nperiod: 2026\nindicators: []\n");
  const [first] = compilation.findings;
  if (first === undefined) throw new Error("the plan has no finding to repeat");
  const findings = Array.from({ length: 1200 }, () => ({ ...first, severity: "info" as const }));
  const speaker = await makeSpeaker("en");
  const options = { speaker, paint: plainPaint, quiet: false, maxFindings: null, entity: null };
  const [text = ""] = textOutput({ ...options, columns: 80, tableColumns: 80 }).plan({
    ...compilation,
    findings,
  });
  expect(text).toContain("0 errors, 0 warnings, 1,200 info");
});
