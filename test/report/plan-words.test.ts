/** The annexes of the five plans as a document prints them: no id, no key, no sign of the plan's file. */
import { expect, test } from "vitest";
import { speakerOf } from "../../src/language/speaker.ts";
import { renderReport } from "../../src/report/render.ts";
import { reports } from "../../src/report/reports.ts";
import { compileExample } from "../examples/example-files.ts";

const examples = [
  "community-conduct",
  "gangqudui-team-building",
  "linked-point-cobuilding",
  "party-led-community-coordination",
  "street-duty-guarantee",
];

/** Lines of the annexes, without what only Markdown needs. */
async function annexLines(example: string, language: "en" | "zh-Hans"): Promise<readonly string[]> {
  const compilation = compileExample(example);
  const input = { compilation, speaker: speakerOf(language), asOf: compilation.asOf, version: "0" };
  const text = renderReport(await reports.plan.build(input), "plan", "md");
  const lines = text.replaceAll("<br>", " / ").replaceAll("\\", "").split("\n");
  const begin = lines.findIndex((line) => /^## (?:附件1|Annex 1)\b/.test(line));
  return lines.slice(begin, -2).filter((line) => !/^\| [-: |]+\|$/.test(line));
}

test.each(examples)(
  "%s: Chinese annexes have no word in letters, no range and no relation of the file",
  async (example) => {
    const lines = await annexLines(example, "zh-Hans");
    expect(lines.length).toBeGreaterThan(200);
    expect(lines.filter((line) => /[a-z]{2,}|\.\.|[<>]=|(?<=[\s：|])=/.test(line))).toEqual([]);
  },
);

test.each(examples)("%s: English annexes print names and words, not ids and signs", async (example) => {
  const { index } = compileExample(example);
  const ids = new Set((index?.items ?? []).map(({ id }) => id.value).filter((id) => id.includes("-")));
  const lines = await annexLines(example, "en");
  expect(lines.length).toBeGreaterThan(200);
  const raw = lines.filter(
    (line) => /\d\.\.\d|[<>]=|_/.test(line) || line.split(/[^\w-]+/).some((word) => ids.has(word)),
  );
  expect(raw).toEqual([]);
});
