/** Parts → JSON Schema draft-07. Runs at build only; nothing of it is in the program's hot path. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import type { Part, Parts } from "./part.ts";
import { planPart } from "./plan-schema.ts";
import { sharedParts } from "./shared.ts";

/** A JSON Schema as plain data. */
export type JsonSchema = { readonly [key: string]: unknown };

/** The keys that are free in every map. */
const freeKeys = { "^x-": true };

/** The schema of the plan format in one language; `language` null leaves titles and descriptions out. */
export function planJsonSchema(language: keyof Localized | null, identifier: string): JsonSchema {
  const definitions: Record<string, JsonSchema> = {};
  for (const [name, part] of Object.entries<Part>(sharedParts)) definitions[name] = schemaOf(part, language);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: identifier,
    ...schemaOf(planPart, language),
    definitions,
  };
}

function schemaOf(part: Part, language: keyof Localized | null): JsonSchema {
  const words =
    language === null
      ? {}
      : {
          title: part.title[language],
          ...(part.description === undefined ? {} : { description: part.description[language] }),
        };
  // Editors have no use for how a value is bound; only the schema without texts says it.
  const reading = language === null ? readingOf(part) : {};
  if (part.ref !== undefined) return { ...words, ...reading, $ref: `#/definitions/${part.ref}` };
  return {
    ...words,
    ...reading,
    ...(part.type === undefined ? {} : { type: part.type.length === 1 ? part.type[0] : part.type }),
    ...(part.enum === undefined ? {} : { enum: part.enum }),
    ...(part.pattern === undefined ? {} : { pattern: part.pattern }),
    ...(part.minimum === undefined ? {} : { minimum: part.minimum }),
    ...(part.maximum === undefined ? {} : { maximum: part.maximum }),
    ...mapSchema(part, language),
    ...(part.items === undefined ? {} : { items: schemaOf(part.items, language) }),
  };
}

function readingOf({ holds, kinds }: Part): JsonSchema {
  return {
    ...(holds === undefined ? {} : { holds }),
    ...(kinds === undefined ? {} : { kinds }),
  };
}

function mapSchema(part: Part, language: keyof Localized | null): JsonSchema {
  if (part.type?.includes("object") !== true) return {};
  const others =
    part.others === undefined || part.others === "anything" ? true : schemaOf(part.others, language);
  const named = part.otherNames === undefined ? {} : { [part.otherNames]: others };
  const refusesOthers =
    part.cases === undefined && (part.others === undefined || part.otherNames !== undefined);
  return {
    properties: propertySchemas(part.properties ?? {}, language),
    ...(part.required === undefined || part.required.length === 0 ? {} : { required: part.required }),
    patternProperties: { ...named, ...freeKeys },
    ...(refusesOthers ? { additionalProperties: false } : { additionalProperties: others }),
    ...(part.oneOfKeys === undefined ? {} : { oneOf: part.oneOfKeys.map((key) => ({ required: [key] })) }),
    ...(part.cases === undefined ? {} : { allOf: caseSchemas(part, language) }),
  };
}

/** For each known value of the deciding key: its own keys beside the common ones, all others refused. */
function caseSchemas(part: Part, language: keyof Localized | null): readonly JsonSchema[] {
  const { key, parts } = part.cases ?? { key: "", parts: {} };
  const common = Object.fromEntries(Object.keys(part.properties ?? {}).map((name) => [name, true]));
  return Object.entries(parts).map(([value, own]) => ({
    if: { properties: { [key]: { const: value } }, required: [key] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nothing awaits this
    then: {
      properties: { ...common, ...propertySchemas(own, language) },
      patternProperties: freeKeys,
      additionalProperties: false,
    },
  }));
}

function propertySchemas(parts: Parts, language: keyof Localized | null): JsonSchema {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, schemaOf(part, language)]));
}
