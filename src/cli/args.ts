/** The command line: what a call asks for, or the help that is to be printed for it, in the user's language. */
import { CommanderError } from "commander";
import type { Speaker } from "../language/speaker.ts";
import { buildParser } from "./command-parser.ts";
import { type CommandName, commandNames } from "./forms/index.ts";
import { belowCommands, helpHelp } from "./forms/program.ts";
import { faultOf } from "./parse-faults.ts";
import type { CallFault } from "./usage.ts";

/** A call understood: the command, its arguments, its options as text. */
export interface Call {
  readonly command: CommandName;
  readonly paths: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

export type ParsedCall =
  | { readonly kind: "call"; readonly call: Call }
  /** Help or version was asked for, or nothing at all (`asked` false): then the help is shown, but it is no success. */
  | { readonly kind: "print"; readonly text: string; readonly asked: boolean }
  | { readonly kind: "fault"; readonly fault: CallFault };

/** Columns of a help page where the output is no terminal. */
const helpColumns = 80;

/** Reads the arguments after the program's name. `columns`: width of help pages. */
export function parseArgs(
  argv: readonly string[],
  speaker: Speaker,
  version: string,
  columns: number | null = null,
): ParsedCall {
  let printed = "";
  let call: Call | null = null;
  const called = commandNames.filter((name) => argv.includes(name));
  const program = buildParser(speaker, version, called, (found) => {
    call = found;
  });
  for (const command of [program, ...program.commands]) {
    command.exitOverride();
    command.configureOutput({
      writeOut: (text) => (printed += text),
      writeErr: () => undefined,
      getOutHelpWidth: () => columns ?? helpColumns,
      getErrHelpWidth: () => columns ?? helpColumns,
    });
  }
  try {
    program.parse(helpAsOption(argv), { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: "print", text: tightened(printed), asked: true };
    if (error.code === "commander.help")
      return {
        kind: "print",
        text: tightened(program.helpInformation() + speaker.say(belowCommands)),
        asked: false,
      };
    return { kind: "fault", fault: faultOf(error, () => buildParser(speaker, version, commandNames)) };
  }
  if (call === null) throw new Error("the argument parser called no command");
  return { kind: "call", call };
}

/** `plan help` and `plan help check` as people type them. */
function helpAsOption(argv: readonly string[]): string[] {
  if (argv[0] !== "help") return [...argv];
  const [about, ...rest] = argv.slice(1);
  return about === undefined || about.startsWith("-")
    ? ["--help", ...argv.slice(1)]
    : [about, "--help", ...rest];
}

/** The library sets a space behind its titles; a full-width colon has its own. */
function tightened(help: string): string {
  return help.replace(/^(\p{Script=Han}+：) /gmu, "$1");
}

/** An option as a shell completes it. */
export interface OptionDescription {
  /** `--format`. */
  readonly flag: string;
  readonly help: string;
  readonly takesValue: boolean;
  /** Empty where anything may be written. */
  readonly choices: readonly string[];
}

/** Every command with its options, those that all take included. */
export function describeCommands(speaker: Speaker): readonly {
  readonly name: string;
  readonly help: string;
  readonly options: readonly OptionDescription[];
}[] {
  const described = buildParser(speaker, "", commandNames).commands.map((command) => ({
    name: command.name(),
    help: command.description(),
    options: command.options.map((option) => ({
      flag: option.long ?? "",
      help: option.description,
      takesValue: option.required || option.optional,
      choices: option.argChoices ?? [],
    })),
  }));
  const help = { flag: "--help", help: speaker.say(helpHelp), takesValue: false, choices: [] };
  return described.map((command) => ({ ...command, options: [...command.options, help] }));
}
