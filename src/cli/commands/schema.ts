/** `plan schema`: the JSON Schemas of the project, for editors and pipelines. */
import type { Call } from "../args.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN } from "../exit-code.ts";
import type { CommandContext } from "../run.ts";

/** Runs `plan schema [plan|check-output]`; the plan format in the language of the call. */
export async function runSchema(call: Call, { host, speaker }: CommandContext): Promise<number> {
  const name = call.paths[0] ?? "plan";
  const schema = await readSchema(name, speaker.chinese);
  if (schema === null) {
    host.err.write(
      `${speaker.say({ en: `there is no schema ${name}: plan or check-output`, zhHans: `没有名为“${name}”的模式，可用：plan、check-output` })}\n`,
    );
    return EXIT_COULD_NOT_RUN;
  }
  host.out.write(`${JSON.stringify(schema, null, 2)}\n`);
  return EXIT_CLEAN;
}

async function readSchema(name: string, chinese: boolean): Promise<unknown> {
  if (name === "check-output") return (await import("../../../schemas/check-output.schema.json")).default;
  if (name !== "plan") return null;
  return chinese
    ? (await import("../../../schemas/plan.zh-Hans.schema.json")).default
    : (await import("../../../schemas/plan.schema.json")).default;
}
