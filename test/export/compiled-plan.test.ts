/** `plan export --to json` against its published schema. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { compiledPlanJson } from "../../src/export/compiled-plan.ts";
import { makeSpeaker } from "../../src/language/speaker.ts";
import { compileText } from "../kit/compile.ts";
import { minimalPlan } from "../kit/plans.ts";

const schema = JSON.parse(readFileSync("schemas/compiled-plan.schema.json", "utf8"));
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(closed(schema));

/** The same schema, which allows nothing that it does not name: a field that was forgotten in it fails. */
function closed(part: unknown, name = ""): object {
  if (typeof part !== "object" || part === null) throw new Error("no schema");
  const entries = Object.entries(part).map(([key, value]): [string, unknown] => [
    key,
    typeof value === "object" && value !== null && !Array.isArray(value) ? closed(value, key) : value,
  ]);
  const fields = Object.fromEntries(entries);
  // A statement may carry any of the words that go with a fact, a given value what its kind adds.
  const open = ["given", "statement", "target", "figure", "evidence"].includes(name);
  const isObject = fields.type === "object" && "properties" in fields && !("additionalProperties" in fields);
  return isObject && !open && "place" in (fields.properties as object)
    ? { ...fields, additionalProperties: false }
    : fields;
}

async function exported(text: string, folder: string | null = null): Promise<unknown> {
  const files = new Proxy({} as Record<string, string>, {
    get: (_, path) => (folder === null ? undefined : readFileSync(join(folder, String(path)), "utf8")),
  });
  const compilation = compileText(text, { files });
  if (compilation.plan === null) throw new Error("not read");
  const speaker = await makeSpeaker("en");
  return JSON.parse(compiledPlanJson(compilation, compilation.plan, { speaker, version: "1.2.3" }));
}

const plans = readdirSync("examples", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".plan.yaml"))
  .map((path) => `examples/${path.replaceAll("\\", "/")}`);

test.each(plans)("%s fits the schema", async (path) => {
  expect(
    validate(await exported(readFileSync(path, "utf8"), dirname(path))),
    JSON.stringify(validate.errors?.slice(0, 3)),
  ).toBe(true);
});

test("a value stands with its place and origin, exactly as written", async () => {
  const plan = (await exported(minimalPlan)) as {
    plan: { indicators: { baseline: unknown[]; targets: unknown[] }[] };
  };
  const [indicator] = plan.plan.indicators;
  expect(indicator?.baseline[0]).toMatchObject({
    is: {
      origin: "given",
      value: {
        quantity: { text: "45% @ 2025-12", value: "45", unit: "%" },
        at: { value: { start: "2025-12-01", end: "2025-12-31" } },
      },
      place: {
        file: "test.plan.yaml",
        range: { start: { line: 12, column: 15 }, end: { line: 12, column: 28 } },
      },
    },
  });
  expect(indicator?.targets[0]).toMatchObject({
    kind: "reach",
    quantity: { value: { relation: ">=", value: "85", upper: null, unit: "%" } },
    by: { value: { text: "2027-12", end: "2027-12-31" } },
  });
});

test("a faulty plan is exported as far as it was read, with its findings", async () => {
  const text = minimalPlan
    .replace("period: 2026-01..2027-12", "period: soon")
    .replace("id: small", "id: __proto__");
  const found = (await exported(text)) as { results: { findings: unknown[] }; plan: { period: unknown } };
  expect(validate(found), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  expect(found.results.findings.length).toBeGreaterThan(0);
});
