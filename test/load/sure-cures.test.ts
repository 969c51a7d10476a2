import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { FixEdit } from "../../src/diagnostics/diagnostic.ts";
import { readYaml } from "../../src/load/yaml.ts";
import type { YamlNode } from "../../src/load/yaml-node.ts";
import { mutatedPlan } from "../kit/yaml/plan-mutator.ts";

const texts = readdirSync("test/fixtures/rules", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".plan.yaml"))
  .sort()
  .map((name) => readFileSync(`test/fixtures/rules/${name}`, "utf8"))
  .filter((text) => text.length < 6000);

/** What a tree says, without quotes and places. */
function said(node: YamlNode | null): unknown {
  if (node === null) return null;
  if (node.kind === "scalar") return node.text;
  if (node.kind === "list") return node.items.map(said);
  return node.entries.map(({ key, value }) => [key.text, said(value)]);
}

function edited(text: string, edits: readonly FixEdit[]): string {
  const ordered = [...edits].sort((a, b) => b.span.start - a.span.start);
  return ordered.reduce(
    (made, { span, text: right }) => made.slice(0, span.start) + right + made.slice(span.end),
    text,
  );
}

test("a cure of the YAML, taken alone, is read as the whole text was read before it", () => {
  const wrong: string[] = [];
  let cured = 0;
  for (let seed = 0; seed < 2500; seed++) {
    const { text, changes } = mutatedPlan(texts, seed);
    const { value, findings } = readYaml({ name: "a.plan.yaml", text });
    if (value.root === null) continue;
    for (const { code, fix = [] } of findings) {
      if (fix.length === 0) continue;
      cured++;
      const after = readYaml({ name: "a.plan.yaml", text: edited(text, fix) });
      const isSame = JSON.stringify(said(after.value.root)) === JSON.stringify(said(value.root));
      if (!isSame || after.findings.length >= findings.length)
        wrong.push(`${seed}: ${code} of ${changes.join(", ")}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(cured).toBeGreaterThan(80);
}, 120_000);
