/** Runs one call of `plan`: arguments in, exit code out. Everything outside goes through the host. */
import { makeDiagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import {
  type Language,
  languageOfEnvironment,
  languages,
  makeSpeaker,
  type Speaker,
} from "../language/speaker.ts";
import { usageFault } from "../load/input-codes.ts";
import { type Call, type CommandName, parseArgs } from "./args.ts";
import { checkOutput } from "./commands/output.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_INTERNAL } from "./exit-code.ts";

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
  rules: async () => (await import("./commands/rules.ts")).runRules,
  schema: async () => (await import("./commands/schema.ts")).runSchema,
};

/** Runs `plan` with the arguments after its name. Never throws: a bug of ours is exit code 3. */
export async function run(argv: readonly string[], host: Host): Promise<number> {
  const askedLanguage = askedFor(argv, "--lang", languages);
  const speaker = await makeSpeaker(askedLanguage ?? languageOfEnvironment(host.env));
  try {
    const parsed = parseArgs(argv, speaker, host.version);
    if (parsed.kind === "print") {
      host.out.write(parsed.text);
      return parsed.asked ? EXIT_CLEAN : EXIT_COULD_NOT_RUN;
    }
    if (parsed.kind === "fault") {
      const finding = makeDiagnostic(
        usageFault,
        null,
        { ...parsed.message },
        { suggestion: parsed.suggestion },
      );
      return await refuse(argv, { host, speaker, askedLanguage }, finding);
    }
    const command = await commands[parsed.call.command]();
    return await command(parsed.call, { host, speaker, askedLanguage });
  } catch (error) {
    host.err.write(internalError(error, speaker, host.version));
    return EXIT_INTERNAL;
  }
}

function askedFor<T extends string>(argv: readonly string[], option: string, values: readonly T[]): T | null {
  for (const [i, argument] of argv.entries()) {
    if (argument === "--") return null;
    const value =
      argument === option
        ? argv[i + 1]
        : argument.startsWith(`${option}=`)
          ? argument.slice(option.length + 1)
          : null;
    const known = values.find((v) => v === value);
    if (known !== undefined) return known;
  }
  return null;
}

/** A call that cannot be followed: JSON when JSON was asked for, else words on standard error. */
async function refuse(
  argv: readonly string[],
  context: CommandContext,
  finding: ReturnType<typeof makeDiagnostic>,
): Promise<number> {
  const json = askedFor(argv, "--format", ["json"]) !== null;
  const output = await checkOutput(json ? "json" : "text", context, {});
  const none = { files: 0, plans: 0, rules: 0, checked: 0, skipped: 0, suppressed: 0, statuses: {} };
  const text = output.head({ version: context.host.version, asOf: null, findings: [finding] });
  if (json)
    context.host.out.write(text + output.end({ ...none, findings: { error: 1, warning: 0, info: 0 } }));
  else context.host.err.write(text);
  return EXIT_COULD_NOT_RUN;
}

function internalError(error: unknown, speaker: Speaker, version: string): string {
  const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return speaker.say({
    en: `internal error in planwright ${version}: ${cause}\nThis is a fault of the program, not of your plan. Please report it with the command and the plan that cause it.\n`,
    zhHans: `planwright ${version} 内部错误：${cause}\n这是程序自身的错误，与方案无关。请将所用命令和方案一并反馈给我们。\n`,
  });
}
