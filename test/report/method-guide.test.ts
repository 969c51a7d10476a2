/** The guides of the methods: complete, true to the engine, the same in the published page. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { methods } from "../../src/indicators/methods/index.ts";
import { checkPlan } from "../../src/library/index.ts";
import { earnedValueExample } from "../../src/report/method-guide/earned-value.ts";
import { methodGuides } from "../../src/report/method-guide/index.ts";
import { methodsPage } from "../../src/report/method-guide/methods-page.ts";
import { trendExample } from "../../src/report/method-guide/trend.ts";
import { methodParameters } from "../../src/schema/assessment.ts";

test("every method has a guide and its parameters in the schema, in one order", () => {
  const names = methods.map(({ name }) => name);
  expect(methodGuides.map(({ name }) => name)).toEqual(names);
  expect(Object.keys(methodParameters)).toEqual(names);
  for (const { name, parameters } of methods)
    expect(Object.keys(methodParameters[name] ?? {}).sort()).toEqual([...parameters].sort());
});

test.each(methodGuides)("the example of $name is what the program makes of it", ({ example }) => {
  const { findings, indicators } = checkPlan(example.plan, { asOf: example.asOf, language: "en" });
  expect(findings.filter(({ severity, rule }) => severity === "error" || rule.startsWith("schema/"))).toEqual(
    [],
  );
  expect(indicators).toHaveLength(1);
  const found = Object.entries(indicators[0] ?? {}).filter(([key]) => key in example.result);
  expect(Object.fromEntries(found)).toEqual(example.result);
});

test.each(methodGuides)("the words of $name are among its bands", ({ bands, example }) => {
  const { methodStatus } = example.result;
  if (methodStatus == null || bands.some(({ word }) => word === "…")) return;
  expect(bands.map(({ word }) => word)).toContain(methodStatus);
});

test("the example of trend and forecast is what the program makes of it", () => {
  const { findings, indicators } = checkPlan(trendExample.plan, { asOf: trendExample.asOf, language: "en" });
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(indicators).toEqual([expect.objectContaining(trendExample.result)]);
});

test("every method stands in the table of worked examples with what its example comes to", () => {
  const page = methodsPage("en");
  for (const { name, example } of methodGuides) {
    const line = page
      .split("\n")
      .find((one) => one.startsWith(`| \`${name}\` | ${example.working.en.replaceAll("|", "\\|")} |`));
    expect([name, line?.endsWith(` | ${example.result.status} | ${example.result.score ?? "–"} |`)]).toEqual([
      name,
      true,
    ]);
  }
});

test("the example of earned value is what the program makes of it", () => {
  const { asOf, plan, files, result } = earnedValueExample;
  const given = new Map(Object.entries(files));
  const { findings, actions } = checkPlan(plan, {
    asOf,
    language: "en",
    include: (path) => given.get(path) ?? null,
  });
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(actions.map(({ earnedValue }) => earnedValue)).toEqual([expect.objectContaining(result)]);
});

test.each([
  ["docs/methods.md", "en"],
  ["docs/methods.zh-Hans.md", "zhHans"],
] as const)("%s is up to date", (file, language) => {
  expect(readFileSync(file, "utf8")).toBe(methodsPage(language));
});
