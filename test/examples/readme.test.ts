/** The counts that `examples/README.md` gives are those of the plans. `UPDATE_README=1` writes them. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { severities } from "../../src/diagnostics/diagnostic.ts";
import { compilePlan, examplePlans, examplesFolder } from "./example-files.ts";

const path = join(examplesFolder, "README.md");
const rule = "|---|---|---|---|---|---|---|---|---|\n";

test("the table of the README counts what the plans hold and what a check finds", () => {
  const rows = examplePlans.map(({ folder, name }) => countsOf(folder, name)).join("");
  const readme = readFileSync(path, "utf8");
  const start = readme.indexOf(rule) + rule.length;
  const end = readme.indexOf("\n\n", start) + 1;
  if (process.env.UPDATE_README === "1") {
    writeFileSync(path, readme.slice(0, start) + rows + readme.slice(end));
    return;
  }
  expect(readme.slice(start, end)).toBe(rows);
});

function countsOf(folder: string, name: string): string {
  const { plan, records, findings } = compilePlan(folder, name);
  if (plan === null || records === null) throw new Error(`${folder}/${name} cannot be read`);
  const [errors, warnings] = severities.map(
    (one) => findings.filter(({ severity }) => severity === one).length,
  );
  const counts = [
    plan.sections.length,
    plan.indicators.length,
    plan.indicators.reduce((sum, { targets }) => sum + targets.length, 0),
    plan.mechanisms.length,
    plan.entities.length,
    records.observations.length,
    errors,
    warnings,
  ];
  const link = `[\`${name === folder ? folder : `${folder}/${name}`}\`](${folder}/${name}.plan.yaml)`;
  return `| ${[link, ...counts].join(" | ")} |\n`;
}
