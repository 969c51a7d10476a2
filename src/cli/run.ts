/** Runs one call of `plan`: arguments in, exit code out. Everything outside goes through the host. */
import { makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { checkFormats, streamedFormats } from "../findings-output/formats.ts";
import { type Host, OutputFailure } from "../host/host.ts";
import {
  type Language,
  languageOfEnvironment,
  languages,
  makeSpeaker,
  type Speaker,
} from "../language/speaker.ts";
import { internalFinding, unwritable } from "../load/input-codes.ts";
import { type Call, parseArgs } from "./args.ts";
import { errorTeller, refuse } from "./commands/output.ts";
import { withDefaults } from "./defaults.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_INTERNAL } from "./exit-code.ts";
import type { CommandName } from "./forms/index.ts";
import { usageFinding } from "./usage.ts";

/** A command: what it is given, its exit code. */
export type CommandRunner = (call: Call, context: CommandContext) => Promise<number>;

export interface CommandContext {
  readonly host: Host;
  readonly speaker: Speaker;
  /** Language asked for on the command line; null when only the environment speaks. */
  readonly askedLanguage: Language | null;
}

/** Loaded only when called: `check` must not pay for the report. */
const commands: Readonly<Record<CommandName, () => Promise<CommandRunner>>> = {
  check: async () => (await import("./commands/check.ts")).runCheck,
  status: async () => (await import("./commands/status.ts")).runStatus,
  explain: async () => (await import("./commands/explain.ts")).runExplain,
  report: async () => (await import("./commands/report.ts")).runReport,
  export: async () => (await import("./commands/export.ts")).runExport,
  lsp: async () => (await import("./commands/lsp.ts")).runLsp,
  diff: async () => (await import("./commands/diff.ts")).runDiff,
  rules: async () => (await import("./commands/rules.ts")).runRules,
  config: async () => (await import("./commands/config.ts")).runConfig,
  init: async () => (await import("./commands/init.ts")).runInit,
  completion: async () => (await import("./commands/completion.ts")).runCompletion,
  doctor: async () => (await import("./commands/doctor.ts")).runDoctor,
  import: async () => (await import("./commands/import.ts")).runImport,
  schema: async () => (await import("./commands/schema.ts")).runSchema,
  fmt: async () => (await import("./commands/fmt.ts")).runFmt,
};

/** Runs `plan` with the arguments after its name. Never throws: a bug of ours is exit code 3. */
export async function run(argv: readonly string[], host: Host): Promise<number> {
  const askedLanguage = askedFor(argv, "--lang", languages);
  const speaker = await makeSpeaker(askedLanguage ?? languageOfEnvironment(host.env));
  try {
    const parsed = parseArgs(argv, speaker, host.version, host.out.columns);
    if (parsed.kind === "print") {
      host.out.write(parsed.text);
      return parsed.asked ? EXIT_CLEAN : EXIT_COULD_NOT_RUN;
    }
    if (parsed.kind === "fault") {
      const formats = argv.includes("check") ? checkFormats : streamedFormats;
      const format = askedFor(argv, "--format", formats) ?? "text";
      return await refuse({ host, speaker, askedLanguage }, { format }, usageFinding(parsed.fault), formats);
    }
    const { call, ...context } = await withDefaults(parsed.call, { host, speaker, askedLanguage });
    const command = await commands[call.command]();
    return await command(call, context);
  } catch (error) {
    const finding =
      error instanceof OutputFailure
        ? makeDiagnostic(unwritable, null, { path: null, cause: error.code })
        : internalFinding(error, host.version);
    (await errorTeller({ host, speaker, askedLanguage }, {}))(finding);
    return error instanceof OutputFailure ? EXIT_COULD_NOT_RUN : EXIT_INTERNAL;
  }
}

/** The last value of an option that is one of these; null for none. Needed before and besides the parser. */
function askedFor<T extends string>(argv: readonly string[], option: string, values: readonly T[]): T | null {
  let last: T | null = null;
  for (const [i, argument] of argv.entries()) {
    if (argument === "--") break;
    const value =
      argument === option
        ? argv[i + 1]
        : argument.startsWith(`${option}=`)
          ? argument.slice(option.length + 1)
          : null;
    const known = values.find((v) => v === value);
    if (known !== undefined) last = known;
  }
  return last;
}
