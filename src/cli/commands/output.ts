/** Chooses and sets up the output of a command that reports findings. */

import type { Compilation } from "../../compile.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { noSections } from "../../diagnostics/section-of.ts";
import {
  type CheckOutput,
  type OutputOptions,
  type Paint,
  plainPaint,
} from "../../findings-output/check-run.ts";
import { findingText } from "../../findings-output/finding-text.ts";
import {
  type CheckFormat,
  isPipelineFormat,
  type StreamedFormat,
  streamedFormats,
} from "../../findings-output/formats.ts";
import { jsonOutput } from "../../findings-output/json.ts";
import { textOutput } from "../../findings-output/text.ts";
import type { TextStream } from "../../host/host.ts";
import type { Call } from "../args.ts";
import { entityId } from "../entity.ts";
import { EXIT_COULD_NOT_RUN } from "../exit-code.ts";
import type { CommandContext } from "../run.ts";

/** Columns assumed where the output is no terminal. */
const defaultColumns = 110;

/** The output of a format, writing to standard output. */
export async function checkOutput(
  format: StreamedFormat,
  context: CommandContext,
  options: Call["options"],
): Promise<CheckOutput> {
  const asked =
    options.history === true ? { entityOf: (of: Compilation) => entityId(of, options.entity) } : null;
  return format === "json"
    ? jsonOutput(context.speaker, asked)
    : textOutput(await outputOptions(context, options));
}

/** Settings of text output from the options of a call and the terminal; `stream` is where the text goes. */
export async function outputOptions(
  { host, speaker }: CommandContext,
  options: Call["options"],
  stream: TextStream = host.out,
): Promise<OutputOptions> {
  const max = options.maxFindings;
  return {
    speaker,
    paint: await choosePaint(stream, options.color, host.env),
    quiet: options.quiet === true,
    maxFindings: typeof max === "string" && /^\d{1,9}$/.test(max) ? Number(max) : null,
    entity: typeof options.entity === "string" ? options.entity : null,
    columns: stream.columns ?? defaultColumns,
    tableColumns: stream.columns,
  };
}

/** Writes findings to standard error. */
export async function errorTeller(
  context: CommandContext,
  options: Call["options"],
): Promise<(finding: Diagnostic) => void> {
  const { host } = context;
  const output = await outputOptions(context, options, host.err);
  return (finding) => host.err.write(`${findingText([finding], { ...output, sectionOf: noSections })}\n`);
}

/**
 * Ends a call that cannot be followed: on standard output in the format that was asked for, where the command has it (`formats`)
 * and other programs read it, else in words on standard error.
 */
export async function refuse(
  context: CommandContext,
  options: Call["options"],
  finding: Diagnostic,
  formats: readonly CheckFormat[] = streamedFormats,
): Promise<number> {
  const { host, speaker } = context;
  const format = formats.find((one) => one === options.format) ?? "text";
  if (format === "text") {
    (await errorTeller(context, options))(finding);
    return EXIT_COULD_NOT_RUN;
  }
  const none = { files: 0, plans: 0, rules: 0, checked: 0, skipped: 0, suppressed: 0, statuses: {} };
  const totals = { ...none, findings: { error: 1, warning: 0, info: 0 } };
  const head = { version: host.version, asOf: null, findings: [finding], faults: [finding], notices: [] };
  if (isPipelineFormat(format)) {
    const { pipelineOf } = await import("../sinks.ts");
    host.out.write((await pipelineOf(format, head, { options }, context)).end(totals));
    return EXIT_COULD_NOT_RUN;
  }
  const output = jsonOutput(speaker);
  host.out.write(output.head(head));
  host.out.write(output.end(totals));
  return EXIT_COULD_NOT_RUN;
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
