import { expect, test } from "vitest";
import { readAsMeant } from "../../src/load/as-meant.ts";
import { checkSchema } from "../../src/load/schema.ts";
import { readYaml } from "../../src/load/yaml.ts";
import type { YamlNode } from "../../src/load/yaml-node.ts";
import { compileText } from "../kit/compile.ts";

const head = "format: 1\nid: p\ntitle: t\nlanguage: en\nperiod: 2026\n";

function meant(text: string): unknown {
  const { value } = readYaml({ name: "x", text: head + text });
  const { root } = readAsMeant(value, checkSchema(value));
  return root?.entries.slice(5).map(({ key, value: node }) => [key.text, plain(node)]);
}

function plain(node: YamlNode): unknown {
  if (node.kind === "scalar") return node.text;
  if (node.kind === "list") return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]));
}

test("a misspelt key is read as the one that is meant", () => {
  expect(meant("resources: [{ id: a, amonut: 4 }]\n")).toEqual([["resources", [{ id: "a", amount: "4" }]]]);
});

test("a misspelt word is read as the one that is meant", () => {
  expect(meant("status: aproved\n")).toEqual([["status", "approved"]]);
});

test("a key that stands there already is not taken twice", () => {
  expect(meant("resources: [{ id: a, amonut: 4, amount: 5 }]\n")).toEqual([
    ["resources", [{ id: "a", amonut: "4", amount: "5" }]],
  ]);
});

test("a sound document is left as it is", () => {
  const { value } = readYaml({ name: "x", text: `${head}status: draft\n` });
  expect(readAsMeant(value, checkSchema(value))).toBe(value);
});

test.each([
  [
    "a misspelt target kind is not also a target without kind",
    "- { raech: ≥85%, by: 2027-12 }",
    "schema/unknown-key",
  ],
  [
    "a misspelt key of time is not also a missing date",
    "- { rate: +20pp/year, durng: 2026..2027 }",
    "schema/unknown-key",
  ],
])("%s", (_, target, code) => {
  const { findings } = compileText(
    `${head.replace("2026", "2026..2027")}indicators:
  - id: coverage
    unit: "%"
    direction: increase
    baseline: 45% @ 2025-12
    targets:
      ${target}
`,
    { asOf: "2026-01-01" },
  );
  expect(findings.filter((f) => f.severity !== "info").map((f) => f.code)).toEqual([code]);
});
