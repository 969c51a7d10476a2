/** The command line: commands, options and their help in the user's language, over commander. */
import { type Argument, Command, CommanderError, Option } from "commander";
import type { Localized } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/suggest.ts";
import { checkFormats } from "../findings-output/formats.ts";
import { languageOfTag, languages, type Speaker } from "../language/speaker.ts";
import { displayWidth, wrapTo } from "../text/width.ts";
import { commandHelp, examplesOf, helpTitles, optionHelp, placeholders, rootHelp } from "./help.ts";
import { type CallFault, typed } from "./usage.ts";

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

export const commandNames = [
  "check",
  "status",
  "explain",
  "report",
  "diff",
  "init",
  "import",
  "export",
  "fmt",
  "lsp",
  "rules",
  "config",
  "schema",
  "completion",
  "doctor",
] as const;
export type CommandName = (typeof commandNames)[number];

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
  const program = buildProgram(speaker, version, called, (found) => {
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
      return { kind: "print", text: tightened(program.helpInformation() + rootHelp(speaker)), asked: false };
    return { kind: "fault", fault: faultOf(error, () => buildProgram(speaker, version, commandNames)) };
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

/** A help page's own words in one language. */
interface Words {
  readonly say: (text: Localized) => string;
  /** `--as-of <date>` with the placeholder in the language of the page. */
  readonly flags: (flags: string) => string;
}

/** The parser. Only the commands in `called` get their options: a call takes one of them, and each takes time to set up. */
function buildProgram(
  speaker: Speaker,
  version: string,
  called: readonly CommandName[],
  found: (call: Call) => void = () => undefined,
): Command {
  const say = (text: Localized): string => speaker.say(text);
  const flags = (text: string): string =>
    text.replace(/[a-z=]+(?=(?:\.\.\.)?[>\]])/g, (name) =>
      say(placeholders[name] ?? { en: name, zhHans: name }),
    );
  const words: Words = { say, flags };
  const program = addCommonOptions(new Command("plan"), words)
    .description(say(commandHelp.plan))
    .usage(flags("[options] <command>"))
    .version(version, "-V, --version", say(optionHelp.version))
    .helpOption("-h, --help", say(optionHelp.help))
    .helpCommand(false)
    .enablePositionalOptions()
    .configureHelp({
      styleTitle: (title) => say(helpTitles[title] ?? { en: title, zhHans: title }),
      optionDescription: (option) => describe(option, speaker),
      subcommandTerm: (command) =>
        [command.name(), ...command.registeredArguments.map((a) => argumentTerm(a))].join(" "),
      minWidthToWrap: 24,
      displayWidth,
      boxWrap: (text, width) => wrapTo(text, width).join("\n"),
    })
    .addHelpText("after", rootHelp(speaker));
  for (const name of commandNames) {
    const command = addCommand(program, words, name, found);
    if (!called.includes(name)) continue;
    addOptions[name](command, words);
    addCommonOptions(command, words).addHelpText("after", examplesOf(name, speaker));
  }
  return program;
}

function argumentTerm(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** What each command works on; null for nothing. */
const commandArguments: Readonly<Record<CommandName, string>> = {
  check: "[paths...]",
  status: "[paths...]",
  explain: "<what>",
  report: "[paths...]",
  export: "[paths...]",
  diff: "[sides...]",
  rules: "[family]",
  config: "[path]",
  schema: "[name]",
  fmt: "[paths...]",
  lsp: "",
  init: "[folder]",
  completion: "<shell>",
  doctor: "",
  import: "<file>",
};

function addCommand(
  program: Command,
  { say, flags }: Words,
  name: CommandName,
  found: (call: Call) => void,
): Command {
  const argument = commandArguments[name];
  const command = new Command(name)
    .description(say(commandHelp[name]))
    .usage(flags(`[options] ${argument}`.trimEnd()))
    .helpOption("-h, --help", say(optionHelp.help))
    .copyInheritedSettings(program);
  if (argument !== "")
    command.argument(flags(argument), say(optionHelp[`${name}Argument`] ?? optionHelp.paths));
  command.action((...given: readonly unknown[]) => {
    const [paths] = argument === "" ? [] : (given as readonly (string | string[] | undefined)[]);
    found({
      command: name,
      paths: paths === undefined ? [] : [paths].flat(),
      options: { ...program.opts<Call["options"]>(), ...command.opts<Call["options"]>() },
    });
  });
  program.addCommand(command);
  return command;
}

/** The options of each command besides those that all take. */
const addOptions: Readonly<Record<CommandName, (command: Command, words: Words) => void>> = {
  check: (check, words) => {
    const { say, flags } = words;
    addEvaluationOptions(check, words);
    check.addOption(choice(words, "--only <part>", optionHelp.only, ["plan", "status"]));
    // No defaults of the parser: `planwright.yaml` may set others (`defaults.ts`).
    check.addOption(told(choice(words, "--format <format>", optionHelp.format, [...checkFormats]), "text"));
    const gather = (value: string, before: readonly string[]): readonly string[] => [...before, value];
    check.option(flags("--output-file <format=file>"), say(optionHelp.outputFile), gather, []);
    const levels = ["error", "warning", "info", "never"];
    check.addOption(told(choice(words, "--fail-on <severity>", optionHelp.failOn, levels), "error"));
    check.option(flags("--max-warnings <count>"), say(optionHelp.maxWarnings));
    check.option(flags("--rule <rule=level>"), say(optionHelp.rule), gather, []);
    check.option(flags("--baseline <file>"), say(optionHelp.baseline));
    check.option(flags("--write-baseline <file>"), say(optionHelp.writeBaseline));
    check.option("--changed", say(optionHelp.changed));
    check.option(flags("--since <reference>"), say(optionHelp.since));
    check.option("--quiet", say(optionHelp.quiet));
    check.option(flags("--max-findings <count>"), say(optionHelp.maxFindings));
    check.option(flags("--jobs <count>"), say(optionHelp.jobs));
    check.option(flags("--cache <folder>"), say(optionHelp.cache));
    check.option("--fix", say(optionHelp.fix));
    check.option("--fix-dry-run", say(optionHelp.fixDryRun));
    check.option("--watch", say(optionHelp.watch));
  },
  status: (status, words) => {
    addEvaluationOptions(status, words);
    status.addOption(choice(words, "--format <format>", optionHelp.format, ["text", "json"], "text"));
    status.option("--history", words.say(optionHelp.history));
  },
  explain: (explain, { say, flags }) => {
    explain.option(flags("--as-of <date>"), say(optionHelp.asOf));
    explain.option(flags("--entity <id>"), say(optionHelp.explainEntity));
  },
  report: (report, words) => {
    const { say, flags } = words;
    report.option(flags("--as-of <date>"), say(optionHelp.asOf));
    report.option(flags("--template <name>"), say(optionHelp.template), "status");
    report.option(flags("--templates <folder>"), say(optionHelp.templates));
    report.addOption(choice(words, "--by <what>", optionHelp.by, ["owner"]));
    report.option(flags("--to <formats>"), say(optionHelp.to), "html");
    report.option(flags("--out <folder>"), say(optionHelp.out), ".");
  },
  export: (command, { say, flags }) => {
    command.option(flags("--as-of <date>"), say(optionHelp.asOf));
    command.option(flags("--to <formats>"), say(optionHelp.exportTo), "json");
    command.option(flags("--out <folder>"), say(optionHelp.exportOut), ".");
  },
  diff: (diff, words) => {
    diff.option(words.flags("--as-of <date>"), words.say(optionHelp.asOf));
    const forms = ["text", "json", "markdown"];
    diff.addOption(choice(words, "--format <format>", optionHelp.format, forms, "text"));
    const limits = ["weakened", "any", "never"];
    diff.addOption(choice(words, "--fail-on <what>", optionHelp.diffFailOn, limits, "weakened"));
  },
  rules: (rules, words) => {
    const forms = ["text", "json", "markdown"];
    rules.addOption(choice(words, "--format <format>", optionHelp.format, forms, "text"));
  },
  config: (config, words) => {
    config.addOption(choice(words, "--format <format>", optionHelp.format, ["text", "json"], "text"));
  },
  schema: () => undefined,
  fmt: (fmt, { say }) => {
    fmt.option("--check", say(optionHelp.checkLayout));
  },
  lsp: (lsp, { say }) => {
    lsp.option("--stdio", say(optionHelp.stdio));
  },
  completion: () => undefined,
  import: (load, words) => {
    const { say, flags } = words;
    const kinds = ["observations", "progress", "plan"];
    load.addOption(choice(words, "--as <what>", optionHelp.importAs, kinds, "observations"));
    load.option(flags("--plan <plan>"), say(optionHelp.importPlan));
    load.option(flags("--at <date>"), say(optionHelp.importAt));
    load.option(flags("--out <file>"), say(optionHelp.importOut));
    load.addOption(choice(words, "--plan-lang <language>", optionHelp.planLang, [...languages]));
  },
  doctor: (doctor, words) => {
    doctor.addOption(choice(words, "--format <format>", optionHelp.format, ["text", "json"], "text"));
  },
  init: (init, words) => {
    const { say, flags } = words;
    init.option("--yes", say(optionHelp.yes));
    init.option("--keep", say(optionHelp.keep));
    init.option("--records", say(optionHelp.records));
    init.option(flags("--as-of <date>"), say(optionHelp.recordsUntil));
    init.option(flags("--out <folder>"), say(optionHelp.out));
    init.option(flags("--title <text>"), say(optionHelp.starterTitle));
    init.option(flags("--id <id>"), say(optionHelp.starterId));
    init.addOption(choice(words, "--plan-lang <language>", optionHelp.planLang, [...languages]));
    init.option(flags("--issuer <name>"), say(optionHelp.issuer));
    init.option(flags("--period <months>"), say(optionHelp.period));
    init.option(flags("--indicator <name>"), say(optionHelp.indicator));
    init.option(flags("--unit <unit>"), say(optionHelp.unit));
    init.option(flags("--baseline <number>"), say(optionHelp.starterBaseline));
    init.option(flags("--target <number>"), say(optionHelp.target));
    init.option(flags("--owner <name>"), say(optionHelp.owner));
    init.option(flags("--frequency <how>"), say(optionHelp.frequency));
  },
};

/** An option whose help names what holds when it is not given. */
function told(option: Option, usual: string): Option {
  return option.default(undefined, usual);
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
  const described = buildProgram(speaker, "", commandNames).commands.map((command) => ({
    name: command.name(),
    help: command.description(),
    options: command.options.map((option) => ({
      flag: option.long ?? "",
      help: option.description,
      takesValue: option.required || option.optional,
      choices: option.argChoices ?? [],
    })),
  }));
  const help = { flag: "--help", help: speaker.say(optionHelp.help), takesValue: false, choices: [] };
  return described.map((command) => ({ ...command, options: [...command.options, help] }));
}

function choice(
  { say, flags }: Words,
  flag: string,
  help: Localized,
  values: string[],
  usual?: string,
): Option {
  const option = new Option(flags(flag), say(help)).choices(values);
  return usual === undefined ? option : option.default(usual);
}

/** Options that every command takes, before its name or after it. */
function addCommonOptions(command: Command, words: Words): Command {
  return command
    .addOption(choice(words, "--lang <language>", optionHelp.lang, [...languages]))
    .addOption(choice(words, "--color <when>", optionHelp.color, ["auto", "always", "never"]));
}

function addEvaluationOptions(command: Command, { say, flags }: Words): Command {
  return command
    .option(flags("--as-of <date>"), say(optionHelp.asOf))
    .option(flags("--entity <id>"), say(optionHelp.entity));
}

function describe(option: Option, speaker: Speaker): string {
  const notes: string[] = [];
  if (option.argChoices !== undefined) notes.push(option.argChoices.join(speaker.chinese ? "、" : ", "));
  const usual: unknown = option.defaultValueDescription ?? option.defaultValue;
  if (typeof usual === "string") {
    notes.push(speaker.say({ en: `default: ${usual}`, zhHans: `默认为 ${usual}` }));
  }
  if (notes.length === 0) return option.description;
  return speaker.chinese
    ? `${option.description}（${notes.join("；")}）`
    : `${option.description} (${notes.join("; ")})`;
}

/** A fault of the call in our own words; the library's prose never reaches the user. */
function faultOf(error: CommanderError, whole: () => Command): CallFault {
  const named = /'([^' ]*)/.exec(error.message)?.[1] ?? "";
  switch (error.code) {
    case "commander.unknownOption":
      return {
        en: `unknown option ${typed(named)}`,
        zhHans: `未知选项“${named}”`,
        given: named,
        suggestion: nearest(named, allOptions(whole())),
      };
    case "commander.unknownCommand":
      return unknownCommand(named);
    case "commander.missingArgument":
      return { en: `an argument is missing: ${named}`, zhHans: `缺少参数：${named}` };
    case "commander.optionMissingArgument":
      return { en: `the option ${named} needs a value`, zhHans: `选项 ${named} 缺少取值` };
    case "commander.excessArguments":
      return { en: "there are more arguments than the command takes", zhHans: "参数过多，超出该命令所需" };
    case "commander.invalidArgument":
      return wrongChoice(error.message, named);
    default:
      return { en: "the call cannot be understood", zhHans: "无法理解该命令行" };
  }
}

function unknownCommand(name: string): CallFault {
  const suggestion = nearest(name, commandNames);
  return { en: `unknown command ${typed(name)}`, zhHans: `未知命令“${name}”`, given: name, suggestion };
}

function wrongChoice(message: string, option: string): CallFault {
  const allowed = (/Allowed choices are (.*)\.$/s.exec(message)?.[1] ?? "").split(", ");
  const value = /argument '(.*)' is invalid\. Allowed/s.exec(message)?.[1] ?? "";
  const language = option === "--lang" ? languageOfTag(value) : null;
  return {
    en: `${option} cannot be ${typed(value)}: it is one of ${allowed.join(", ")}`,
    zhHans: `${option} 不能取“${value}”，可取：${allowed.join("、")}`,
    given: value,
    suggestion: language ?? nearest(value, allowed),
  };
}

function allOptions(program: Command): readonly string[] {
  return program.commands.flatMap((command) => command.options.map((option) => option.long ?? ""));
}
