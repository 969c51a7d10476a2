/**
 * Writes what is made from the plan schema: the JSON Schemas that editors use (`schemas/`, committed) and the same schema
 * without texts, for our own check (`generated/`, made at build). ajv compiles each in strict mode, so that a schema
 * with a misspelt keyword is not written.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Ajv } from "ajv";
import { allCodes } from "../src/codes.ts";
import { configurationSchema } from "../src/schema/configuration-schema.ts";
import { type JsonSchema, planJsonSchema } from "../src/schema/json-schema.ts";
import { compiledPlanSchema } from "./compiled-plan-schema.ts";
import { outputWords } from "./output-schema-words.ts";

const base = "https://planwright.invalid/schemas/";
for (const folder of ["schemas", "generated"]) mkdirSync(folder, { recursive: true });
for (const old of ["validate-plan.js", "validate-plan.d.ts"]) rmSync(`generated/${old}`, { force: true });

for (const [file, language] of [
  ["plan.schema.json", "en"],
  ["plan.zh-Hans.schema.json", "zhHans"],
] as const) {
  const schema = checked(planJsonSchema(language, base + file));
  writeFileSync(`schemas/${file}`, `${JSON.stringify(schema, null, 2)}\n`);
}
for (const [file, language] of [
  ["configuration.schema.json", "en"],
  ["configuration.zh-Hans.schema.json", "zhHans"],
] as const) {
  const schema = checked(configurationSchema(language, base + file, allCodes));
  writeFileSync(`schemas/${file}`, `${JSON.stringify(schema, null, 2)}\n`);
}
const compiled = checked(compiledPlanSchema(`${base}compiled-plan.schema.json`));
writeFileSync("schemas/compiled-plan.schema.json", `${JSON.stringify(compiled, null, 2)}\n`);
for (const name of ["check-output", "diff-output", "compiled-plan"]) {
  const english = JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8")) as JsonSchema;
  const schema = checked(inChinese(english) as JsonSchema);
  writeFileSync(`schemas/${name}.zh-Hans.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
}
const compact = checked(withSharedParts(planJsonSchema(null, `${base}plan.json`)));
writeFileSync("generated/plan-schema.js", `${schemaModule(compact)}${keysLine(compact)}`);
writeFileSync(
  "generated/plan-schema.d.ts",
  `/** The plan schema without titles and descriptions; repeated parts stand under \`definitions\`. */
export declare const planSchema: unknown;
/** Every key of the plan format. */
export declare const planKeys: readonly string[];
`,
);

/**
 * The schema as a module. The keys of mechanism types are half of it and most plans of a large check have few mechanisms,
 * and fewer parameters of methods: each list of cases stands as a text that is parsed when the first of its kind is met.
 */
function schemaModule(schema: JsonSchema): string {
  const cases: string[] = [];
  const text = JSON.stringify(schema, (key, value) => {
    const isCases = key === "allOf" && Array.isArray(value) && value.length > 2;
    return isCases ? `cases ${cases.push(JSON.stringify(value)) - 1}` : value;
  });
  if (cases.length === 0) throw new Error("the schema has no cases of mechanism types");
  const texts = cases.map((one) => JSON.stringify(one)).join(",\n");
  const parsed = `const texts = [${texts}];\nconst parsed = [];\nconst parsedCases = (at) => (parsed[at] ??= JSON.parse(texts[at]));\n`;
  const lazy = text.replace(/"allOf":"cases (\d+)"/g, "get allOf() { return parsedCases($1); }");
  return `${parsed}export const planSchema = ${lazy};\n`;
}

/** A schema of our outputs with its titles and descriptions in Chinese; throws where one has no Chinese words. */
function inChinese(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(inChinese);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (typeof value !== "string") return [key, inChinese(value)];
      if (key === "$id") return [key, value.replace(/\.schema\.json$/, ".zh-Hans.schema.json")];
      if (key !== "title" && key !== "description") return [key, value];
      const words = outputWords[value];
      if (words === undefined) throw new Error(`no Chinese words in output-schema-words.ts for "${value}"`);
      return [key, words];
    }),
  );
}

function checked(schema: JsonSchema): JsonSchema {
  const ajv = new Ajv({
    strict: true,
    allowUnionTypes: true,
    allowMatchingProperties: true,
    strictRequired: false,
  });
  for (const keyword of ["holds", "kinds"]) ajv.addKeyword(keyword);
  ajv.compile(schema);
  return schema;
}

/** The schema with every repeated part moved to `definitions`. */
function withSharedParts(schema: JsonSchema): JsonSchema {
  const counts = new Map<string, number>();
  visit(schema, (node) => {
    const text = JSON.stringify(node);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  });
  const names = new Map<string, string>();
  const { definitions: given, ...root } = schema;
  const definitions: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(given as object)) definitions[name] = withReferences(part);
  const rewritten = withReferences(root);
  return { ...rewritten, definitions };

  function rewrite(node: unknown): unknown {
    if (typeof node !== "object" || node === null) return node;
    if (Array.isArray(node)) return node.map(rewrite);
    const text = JSON.stringify(node);
    const isPart = "type" in node && (typeof node.type === "string" || Array.isArray(node.type));
    if (!isPart || (counts.get(text) ?? 0) < 2) return withReferences(node);
    const name = names.get(text) ?? `part${names.size}`;
    if (!names.has(text)) {
      names.set(text, name);
      definitions[name] = withReferences(node);
    }
    return { $ref: `#/definitions/${name}` };
  }

  function withReferences(node: object): JsonSchema {
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, rewrite(value)]));
  }
}

function keysLine(schema: JsonSchema): string {
  const keys = new Set<string>();
  visit(schema, (node) => {
    if (node.type !== undefined && typeof node.properties === "object" && node.properties !== null) {
      for (const key of Object.keys(node.properties)) keys.add(key);
    }
  });
  return `export const planKeys = ${JSON.stringify([...keys].sort())};\n`;
}

function visit(node: unknown, see: (node: JsonSchema) => void): void {
  if (typeof node !== "object" || node === null) return;
  if (!Array.isArray(node)) see(node as JsonSchema);
  for (const value of Object.values(node)) visit(value, see);
}
