/** `plan schema`: the JSON Schemas of the project, for editors and pipelines. */
import { nearest } from "../../diagnostics/suggest.ts";
import type { Speaker } from "../../language/speaker.ts";
import type { Call } from "../args.ts";
import { EXIT_CLEAN } from "../exit-code.ts";
import type { CommandContext } from "../run.ts";
import { typed, usageFinding } from "../usage.ts";
import { refuse } from "./output.ts";

/** Runs `plan schema [plan|configuration|check-output|diff-output|compiled-plan]`, in the language of the call. */
export async function runSchema(call: Call, context: CommandContext): Promise<number> {
  const { host, speaker } = context;
  const name = call.paths[0] ?? "plan";
  const schema = await readSchema(name, speaker.chinese);
  if (schema === null) {
    const finding = usageFinding({
      en: `there is no schema ${typed(name)}; there are ${schemaNames.join(", ")}`,
      zhHans: `没有名为“${name}”的 JSON Schema，可用：${schemaNames.join("、")}`,
      given: name,
      suggestion: nearest(name, schemaNames),
    });
    return refuse(context, call.options, finding);
  }
  host.out.write(`${JSON.stringify(inScript(schema, speaker), null, 2)}\n`);
  return EXIT_CLEAN;
}

/** Names that `plan schema` takes. */
export const schemaNames: readonly string[] = [
  "plan",
  "configuration",
  "check-output",
  "diff-output",
  "compiled-plan",
];

async function readSchema(name: string, chinese: boolean): Promise<unknown> {
  if (name === "check-output") {
    return chinese
      ? (await import("../../../schemas/check-output.zh-Hans.schema.json")).default
      : (await import("../../../schemas/check-output.schema.json")).default;
  }
  if (name === "compiled-plan") {
    return chinese
      ? (await import("../../../schemas/compiled-plan.zh-Hans.schema.json")).default
      : (await import("../../../schemas/compiled-plan.schema.json")).default;
  }
  if (name === "diff-output") {
    return chinese
      ? (await import("../../../schemas/diff-output.zh-Hans.schema.json")).default
      : (await import("../../../schemas/diff-output.schema.json")).default;
  }
  if (name === "configuration") {
    return chinese
      ? (await import("../../../schemas/configuration.zh-Hans.schema.json")).default
      : (await import("../../../schemas/configuration.schema.json")).default;
  }
  if (name !== "plan") return null;
  return chinese
    ? (await import("../../../schemas/plan.zh-Hans.schema.json")).default
    : (await import("../../../schemas/plan.schema.json")).default;
}

/** A schema that there is, as text in the language of the speaker. */
export async function schemaText(name: "plan" | "check-output", speaker: Speaker): Promise<string> {
  return `${JSON.stringify(inScript(await readSchema(name, speaker.chinese), speaker), null, 2)}\n`;
}

/** Titles and descriptions in the script of the speaker; keys, patterns and values stay as they are. */
function inScript(value: unknown, speaker: Speaker): unknown {
  if (speaker.language !== "zh-Hant") return value;
  if (Array.isArray(value)) return value.map((item) => inScript(item, speaker));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => {
      const words = (key === "title" || key === "description") && typeof field === "string";
      return [key, words ? speaker.say({ en: field, zhHans: field }) : inScript(field, speaker)];
    }),
  );
}
