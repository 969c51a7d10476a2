/** Chooses and sets up the output of a command that reports findings. */
import {
  type CheckOutput,
  type OutputOptions,
  type Paint,
  plainPaint,
} from "../../findings-output/check-run.ts";
import { jsonOutput } from "../../findings-output/json.ts";
import { textOutput } from "../../findings-output/text.ts";
import type { TextStream } from "../../host/host.ts";
import type { Call } from "../args.ts";
import type { CommandContext } from "../run.ts";

/** Columns assumed where the output is no terminal. */
const defaultColumns = 110;

/** The output of a format, writing to standard output. */
export async function checkOutput(
  format: "text" | "json",
  context: CommandContext,
  options: Call["options"],
): Promise<CheckOutput> {
  return format === "json" ? jsonOutput(context.speaker) : textOutput(await outputOptions(context, options));
}

/** Settings of text output from the options of a call and the terminal. */
export async function outputOptions(
  { host, speaker }: CommandContext,
  options: Call["options"],
): Promise<OutputOptions> {
  const max = options.maxFindings;
  return {
    speaker,
    paint: await choosePaint(host.out, options.color, host.env),
    quiet: options.quiet === true,
    maxFindings: typeof max === "string" && /^\d{1,9}$/.test(max) ? Number(max) : null,
    entity: typeof options.entity === "string" ? options.entity : null,
    columns: host.out.columns ?? defaultColumns,
  };
}

async function choosePaint(
  stream: TextStream,
  asked: unknown,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Paint> {
  const forbidden = env.NO_COLOR !== undefined && env.NO_COLOR !== "";
  const wanted =
    asked === "always" || (asked !== "never" && stream.isTerminal && !forbidden && env.TERM !== "dumb");
  if (!wanted) return plainPaint;
  const { Chalk } = await import("chalk");
  const chalk = new Chalk({ level: 1 });
  return {
    bold: chalk.bold,
    dim: chalk.dim,
    red: chalk.red,
    yellow: chalk.yellow,
    green: chalk.green,
    cyan: chalk.cyan,
  };
}
