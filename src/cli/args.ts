/** The command line: commands, options and their help in the user's language, over commander. */
import { Command, CommanderError, Option } from "commander";
import type { Localized } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/suggest.ts";
import { languages, type Speaker } from "../language/speaker.ts";
import { commandHelp, helpTitles, optionHelp, rootHelp } from "./help.ts";

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
  | { readonly kind: "fault"; readonly message: Localized; readonly suggestion: string | null };

export const commandNames = ["check", "status", "explain", "report", "rules", "schema"] as const;
export type CommandName = (typeof commandNames)[number];

/** Reads the arguments after the program's name. */
export function parseArgs(argv: readonly string[], speaker: Speaker, version: string): ParsedCall {
  let printed = "";
  let call: Call | null = null;
  const program = buildProgram(speaker, version, (found) => {
    call = found;
  });
  for (const command of [program, ...program.commands]) {
    command.exitOverride();
    command.configureOutput({ writeOut: (text) => (printed += text), writeErr: () => undefined });
  }
  try {
    program.parse([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: "print", text: printed, asked: true };
    if (error.code === "commander.help")
      return { kind: "print", text: program.helpInformation() + rootHelp(speaker), asked: false };
    return { kind: "fault", ...faultOf(error, program) };
  }
  if (call === null) throw new Error("the argument parser called no command");
  return { kind: "call", call };
}

function buildProgram(speaker: Speaker, version: string, found: (call: Call) => void): Command {
  const say = (text: Localized): string => speaker.say(text);
  const program = new Command("plan")
    .description(say(commandHelp.plan))
    .version(version, "-V, --version", say(optionHelp.version))
    .helpOption("-h, --help", say(optionHelp.help))
    .helpCommand(false)
    .configureHelp({
      styleTitle: (title) => say(helpTitles[title] ?? { en: title, zhHans: title }),
      optionDescription: (option) => describe(option, speaker),
      subcommandTerm: (command) =>
        `${command.name()} ${command.usage().replace(/^\[options\] ?/, "")}`.trim(),
    })
    .addHelpText("after", rootHelp(speaker));
  const command = (name: CommandName, usage: string): Command => {
    const made = new Command(name)
      .description(say(commandHelp[name]))
      .helpOption("-h, --help", say(optionHelp.help))
      .argument(usage, say(optionHelp[`${name}Argument`] ?? optionHelp.paths))
      .copyInheritedSettings(program);
    made.addOption(new Option("--lang <language>", say(optionHelp.lang)).choices([...languages]));
    made.addOption(new Option("--color <when>", say(optionHelp.color)).choices(["auto", "always", "never"]));
    made.action((given: string | string[] | undefined, options: Call["options"]) => {
      found({ command: name, paths: given === undefined ? [] : [given].flat(), options });
    });
    program.addCommand(made);
    return made;
  };
  addEvaluationOptions(command("check", "[paths...]"), say)
    .addOption(new Option("--only <what>", say(optionHelp.only)).choices(["plan", "status"]))
    .addOption(new Option("--format <format>", say(optionHelp.format)).choices(["text", "json"]))
    .addOption(
      new Option("--fail-on <severity>", say(optionHelp.failOn)).choices([
        "error",
        "warning",
        "info",
        "never",
      ]),
    )
    .option("--rule <name=level>", say(optionHelp.rule), (value, before: string[]) => [...before, value], [])
    .option("--quiet", say(optionHelp.quiet))
    .option("--max-findings <count>", say(optionHelp.maxFindings));
  addEvaluationOptions(command("status", "[paths...]"), say).addOption(
    new Option("--format <format>", say(optionHelp.format)).choices(["text", "json"]),
  );
  addEvaluationOptions(command("explain", "<what>"), say);
  command("report", "[paths...]")
    .option("--as-of <date>", say(optionHelp.asOf))
    .addOption(new Option("--template <name>", say(optionHelp.template)).default("status"))
    .addOption(new Option("--to <formats>", say(optionHelp.to)).default("html"))
    .addOption(new Option("--out <folder>", say(optionHelp.out)).default("."));
  command("rules", "[family]").addOption(
    new Option("--format <format>", say(optionHelp.format)).choices(["text", "json", "markdown"]),
  );
  command("schema", "[name]");
  return program;
}

function addEvaluationOptions(command: Command, say: (text: Localized) => string): Command {
  return command
    .option("--as-of <date>", say(optionHelp.asOf))
    .option("--entity <id>", say(optionHelp.entity));
}

function describe(option: Option, speaker: Speaker): string {
  const notes: string[] = [];
  if (option.argChoices !== undefined) notes.push(option.argChoices.join(", "));
  if (typeof option.defaultValue === "string") {
    notes.push(
      speaker.say({ en: `default: ${option.defaultValue}`, zhHans: `默认：${option.defaultValue}` }),
    );
  }
  if (notes.length === 0) return option.description;
  return speaker.chinese
    ? `${option.description}（${notes.join("；")}）`
    : `${option.description} (${notes.join("; ")})`;
}

/** A fault of the call in our own words; the library's prose never reaches the user. */
function faultOf(error: CommanderError, program: Command): { message: Localized; suggestion: string | null } {
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  switch (error.code) {
    case "commander.unknownOption":
      return fault(`unknown option ${named}`, `未知选项“${named}”`, nearest(named, allOptions(program)));
    case "commander.unknownCommand":
      return fault(`unknown command ${named}`, `未知命令“${named}”`, nearest(named, commandNames));
    case "commander.missingArgument":
      return fault(`an argument is missing: ${named}`, `缺少参数“${named}”`);
    case "commander.optionMissingArgument":
      return fault(`the option ${named} needs a value`, `选项“${named}”缺少取值`);
    case "commander.excessArguments":
      return fault("there are more arguments than the command takes", "参数多于该命令所能接受的数量");
    case "commander.invalidArgument": {
      const choices = /Allowed choices are (.*)\.$/.exec(error.message)?.[1] ?? "";
      const value = /argument '([^']*)' is invalid/.exec(error.message)?.[1] ?? "";
      const allowed = choices.split(", ");
      return fault(
        `${named} cannot be ${value}: it is one of ${choices}`,
        `“${named}”不能取“${value}”，可取：${choices}`,
        nearest(value, allowed),
      );
    }
    default:
      return fault("the call cannot be understood", "无法理解该命令行");
  }
}

function fault(
  en: string,
  zhHans: string,
  suggestion: string | null = null,
): { message: Localized; suggestion: string | null } {
  return { message: { en, zhHans }, suggestion };
}

function allOptions(program: Command): readonly string[] {
  return program.commands.flatMap((command) => command.options.map((option) => option.long ?? ""));
}
