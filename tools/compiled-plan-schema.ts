/**
 * The JSON Schema of `plan export --to json`, from a short table of the model's fields: `?` after a type is "or null", `*` a
 * list. What it says of results is taken from the schema of `check --format json`.
 */
import { readFileSync } from "node:fs";

type Schema = { readonly [key: string]: unknown };

const item = "kind:text id:given place:place";

/** The kinds of item, each with its own fields beside `kind`, `id` and `place`. */
const items: Readonly<Record<string, string>> = {
  section: "title:name? role:given? parent:text? announces:announcement* text:sectionText?",
  source: "title:name? date:given? scope:given? note:given?",
  actor: "name:name? level:given?",
  entity: "name:name? level:given? parent:given? facts:record",
  problem: "statement:name? objectives:given* section:given? evidence:evidence*",
  dimension: "name:name? weight:statement* section:given? assess:any",
  objective: "statement:name? dimension:given? section:given?",
  indicator:
    "name:name? objective:given? serves:given* dimension:given? role:given? attribute:given? headline:flag unit:any direction:given? value:given definition:given? definitions:statement* counted:any collected:any baseline:statement* startsAt:given? targets:target* frequency:statement* reportWithinDays:given? owner:statement* source:given? section:given? weight:statement* sameAs:given? partOf:given? alsoCalled:given* dataFrom:given* trajectory:any aggregation:given? bounds:any performance:given? formula:given? assess:any observations:any* unreadable:text?",
  phase: "name:name? period:statement* section:given? gates:any*",
  milestone:
    "name:name? phase:given? by:statement* owner:statement* deliverable:given? needs:given* section:given?",
  deliverable: "name:name? kindOf:given? due:statement* owner:statement* section:given?",
  action:
    "name:name? objective:given? parent:given? owner:statement* period:statement* budget:statement* needs:given* section:given?",
  risk: "name:name? owner:statement* likelihood:given? impact:given? mitigations:any* section:given?",
  evidence:
    "kindOf:given? of:given? place:any scope:given? is:given? from:given? to:given? at:given? cause:given? source:given? name:name? section:given? text:given?",
  resource: "kindOf:given? name:name? amount:statement* norm:given? section:given?",
  mechanism:
    "type:given name:name? purpose:given? owner:statement* section:given? alsoIn:given* origin:text from:given? during:given? needs:given* cadence:statement* announced:announcement* open:flag governs:given* figures:figure* parameters:parameters",
  figure: "name:name? values:statement*",
};

const lists: Readonly<Record<string, string>> = {
  sections: "section",
  sources: "source",
  actors: "actor",
  entities: "entity",
  problems: "problem",
  dimensions: "dimension",
  objectives: "objective",
  indicators: "indicator",
  phases: "phase",
  milestones: "milestone",
  deliverables: "deliverable",
  actions: "action",
  risks: "risk",
  evidence: "evidence",
  resources: "resource",
  mechanisms: "mechanism",
};

/** The whole schema. */
export function compiledPlanSchema(identifier: string): Schema {
  const check = readFileSync("schemas/check-output.schema.json", "utf8");
  const own = check.replaceAll("#/definitions/", "#/definitions/results-");
  const { definitions } = JSON.parse(own) as { definitions: Schema };
  const planLists = Object.entries(lists).map(([name, kind]) => `${name}:${kind}*`);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: identifier,
    title: "Output of plan export --to json, version 1",
    description:
      "A compiled plan: what it states, every value with its place and origin, and where it stands. Fields may be added, never renamed. Decimals are strings without exponent; dates are ISO days; lines and columns are one-based, columns in UTF-16 units, range ends exclusive.",
    ...object("schemaVersion:version tool:tool asOf:day file:text plan:model results:planResults"),
    definitions: {
      ...Object.fromEntries(Object.entries(definitions).map(([name, part]) => [`results-${name}`, part])),
      planResults: { $ref: "#/definitions/results-plan" },
      range: { $ref: "#/definitions/results-range" },
      count: { type: "integer", minimum: 0 },
      version: { const: 1 },
      tool: object("name:text version:text"),
      any: {},
      text: { type: "string" },
      flag: { type: "boolean" },
      day: { type: "string", pattern: "^-?[0-9]{4,6}-[0-9]{2}-[0-9]{2}$" },
      decimal: { type: "string", pattern: "^-?(0|[1-9][0-9]*)(\\.[0-9]*[1-9])?$" },
      record: { type: "object" },
      place: object("file:text range:range"),
      origin: {
        description:
          "given: written in the plan; assumed, inherited or computed: settled by a rule of the format.",
        enum: ["given", "assumed", "inherited", "computed"],
      },
      given: {
        description:
          "A value with its place and origin; the value is a text, a number, a flag, or a quantity, time or owner.",
        ...object("value:any origin:origin place:place"),
      },
      name: object("text:text byLanguage:record place:place"),
      announcement: object("of:given count:given"),
      sectionText: object("text:text placeholders:any* place:place"),
      statement: {
        description: "One statement of a fact: its value, and what the plan says beside it.",
        ...object("is:given section:given? source:given? wording:given? note:given?"),
      },
      quantity: object(
        "text:text relation:text? value:decimal upper:decimal? unit:text? change:flag per:text? soft:text? at:text?",
      ),
      time: object("text:text state:text start:day? end:day? inherited:text? alternative:any phase:text?"),
      target: object(
        "kind:text stated:given quantity:given? by:given? from:given? over:given? section:given? place:any",
      ),
      parameters: object("values:record place:place"),
      period: object("text:text stated:flag start:day? end:day? place:place"),
      model: object(
        `id:given? title:given? language:given? period:period? issuer:any status:given? assess:any parent:given? ${planLists.join(" ")} data:record revisions:any* unusable:count`,
      ),
      ...Object.fromEntries(
        Object.entries(items).map(([kind, fields]) => [
          kind,
          object(`${item.replace(kind === "evidence" ? " place:place" : "\n", "")} ${fields}`),
        ]),
      ),
    },
  };
}

/** An object with these fields, all of them always there; others may be added later. */
function object(fields: string): Schema {
  const properties = fields
    .trim()
    .split(/\s+/)
    .map((field): [string, Schema] => {
      const [, name = "", type = "", many] = /^([\w-]+):(\w+)([?*])?$/.exec(field) ?? [];
      return [name, typed(type, many)];
    });
  return {
    type: "object",
    required: properties.map(([name]) => name),
    properties: Object.fromEntries(properties),
  };
}

function typed(type: string, many: string | undefined): Schema {
  const one = { $ref: `#/definitions/${type}` };
  if (many === "*") return { type: "array", items: one };
  return many === "?" ? { anyOf: [one, { type: "null" }] } : one;
}
