/** The page on reports: every field that templates are given stands on it, and its template works. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { run } from "../src/cli/run.ts";
import { speakerOf } from "../src/language/speaker.ts";
import { reportNames, reports } from "../src/report/reports.ts";
import { fakeHost } from "./kit/fake-host.ts";
import { minimalPlan } from "./kit/plans.ts";
import { asOf } from "./report/hand-made.ts";
import { fullCompilation } from "./report/sample-plans.ts";

const pages = { "docs/reports.md": "en", "docs/reports.zh-Hans.md": "zh-Hans" } as const;

/** Fields of the tables of a page: those of every report, then report by report. */
function fieldsOn(page: string): ReadonlyMap<string, readonly string[]> {
  const data = readFileSync(page, "utf8").split(/^## /m).at(-1) ?? "";
  const fields = new Map<string, string[]>();
  let report = "every";
  for (const line of data.split("\n")) {
    report = /^`(\w+)`[:：]$/.exec(line)?.[1] ?? report;
    const field = /^\| `(\w+)` \|/.exec(line)?.[1];
    if (field !== undefined) fields.set(report, [...(fields.get(report) ?? []), field]);
  }
  return fields;
}

for (const [page, language] of Object.entries(pages) as ["docs/reports.md", "en" | "zh-Hans"][]) {
  test.each(reportNames)(`${page} has every field of \`%s\`, and no other`, async (name) => {
    const input = { compilation: fullCompilation(), speaker: speakerOf(language), asOf, version: "0.0.0" };
    const view = await reports[name].build(input);
    const fields = fieldsOn(page);
    expect([...(fields.get("every") ?? []), ...(fields.get(name) ?? [])].sort()).toEqual(
      Object.keys(view).sort(),
    );
  });

  test(`the template of ${page} works`, async () => {
    const template = /```handlebars\n([\s\S]*?)```/.exec(readFileSync(page, "utf8"))?.[1] ?? "";
    const files = { "/repo/small.plan.yaml": minimalPlan, "/repo/t/status/own.html.hbs": template };
    const host = fakeHost({ files });
    expect(await run(["report", ".", "--templates", "t", "--template", "own"], host)).toBe(0);
    expect(host.written.get("/repo/small-own.html")).toContain("<h2 id=");
  });
}
