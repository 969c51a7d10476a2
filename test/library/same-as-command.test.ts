/** The library gives what the command prints as JSON, for every plan of the examples and in every language. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import Ajv from "ajv";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { checkPlan, evaluatePlan } from "../../src/library/index.ts";
import { zhHant } from "../../src/library/zh-hant.ts";
import { fakeHost } from "../kit/fake-host.ts";

const root = resolve(import.meta.dirname, "../..");
const paths = readdirSync(join(root, "examples"), { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.(yaml|csv|md)$/.test(path));
const contents = new Map(
  paths.map((path) => [`examples/${path}`, readFileSync(join(root, "examples", path), "utf8")]),
);
const files = Object.fromEntries([...contents].map(([path, text]) => [`/repo/${path}`, text]));
const plans = [...contents.keys()].filter((path) => path.endsWith(".plan.yaml")).sort();

async function printed(args: readonly string[]) {
  const host = fakeHost({ files });
  await run([...args, "--format", "json"], host);
  return JSON.parse(host.stdout()).plans;
}

function optionsFor(name: string) {
  const asOf = "2026-06-30";
  return { name, asOf, include: (path: string) => contents.get(path) };
}

const languages = [
  ["en", "en"],
  ["zh-Hans", "zh-Hans"],
  ["zh-Hant", zhHant],
] as const;

for (const [lang, language] of languages) {
  test(`checkPlan gives what plan check prints, in ${lang}`, async () => {
    const common = ["--as-of", "2026-06-30", "--lang", lang];
    const expected = await printed(["check", "examples", ...common]);
    expect(expected.map((plan: { file: string }) => plan.file)).toEqual(plans);
    expect(
      plans.map((name) => checkPlan(contents.get(name) ?? "", { ...optionsFor(name), language })),
    ).toEqual(expected);
  });
}

test("checkPlan with settings gives what plan check prints with them", async () => {
  const [name = ""] = plans;
  const levels = [
    "--rule",
    "indicator/missing-source=off",
    "--rule",
    "target/conflict=info",
    "--only",
    "plan",
  ];
  const [expected] = await printed(["check", name, "--as-of", "2026-06-30", ...levels]);
  const rules = { "indicator/missing-source": "off", "target/conflict": "info" } as const;
  expect(checkPlan(contents.get(name) ?? "", { ...optionsFor(name), rules, only: "plan" })).toEqual(expected);
});

test("evaluatePlan gives what plan status prints", async () => {
  const expected = await printed(["status", "examples", "--as-of", "2026-06-30"]);
  expect(plans.map((name) => evaluatePlan(contents.get(name) ?? "", optionsFor(name)))).toEqual(expected);
});

test("bytes give what their text gives", () => {
  const [name = ""] = plans;
  const text = contents.get(name) ?? "";
  const bytes = new TextEncoder().encode(text);
  const include = (path: string) => new TextEncoder().encode(contents.get(path) ?? "");
  const options = optionsFor(name);
  expect(checkPlan(bytes, { ...options, include })).toEqual(checkPlan(text, options));
});

/** Every object of a schema closed, so that a field that the schema does not name is found. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return "properties" in copy && !("additionalProperties" in copy)
    ? { ...copy, additionalProperties: false }
    : copy;
}

test("what the library gives fits the published schema, and the schema names all of it", () => {
  const published = JSON.parse(readFileSync(join(root, "schemas/check-output.schema.json"), "utf8"));
  const { definitions } = closed(published) as { definitions: unknown };
  const validate = new Ajv({ strict: false }).compile({
    $ref: "#/definitions/plan",
    definitions: definitions as object,
  });
  const given = [
    ...plans.map((name) => checkPlan(contents.get(name) ?? "", optionsFor(name))),
    ...plans.map((name) => evaluatePlan(contents.get(name) ?? "", optionsFor(name))),
    checkPlan("", { asOf: "2026-06-30" }),
    checkPlan("a: [", { asOf: "2026-06-30" }),
  ];
  for (const plan of given) expect([validate(plan), validate.errors]).toEqual([true, null]);
});
