/** The parser of the command line, made of the forms of the commands, over commander. */
import { type Argument, Command, Option } from "commander";
import type { Localized } from "../diagnostics/diagnostic.ts";
import type { Speaker } from "../language/speaker.ts";
import { displayWidth, wrapTo } from "../text/width.ts";
import type { Call } from "./args.ts";
import type { OptionForm } from "./forms/form.ts";
import { type CommandName, commandForms, commandNames } from "./forms/index.ts";
import { aboutProgram, belowCommands, commonOptions, helpHelp, versionHelp } from "./forms/program.ts";
import { helpTitles, placeholders } from "./forms/words.ts";

/** A help page's own words in one language. */
interface Words {
  readonly say: (text: Localized) => string;
  /** `--as-of <date>` with the placeholder in the language of the page. */
  readonly flags: (flags: string) => string;
}

/**
 * The parser. Only the commands in `called` get their options: a call takes one of them, and each takes time to set up.
 * `found` is told the call once it is parsed.
 */
export function buildParser(
  speaker: Speaker,
  version: string,
  called: readonly CommandName[],
  found: (call: Call) => void = () => undefined,
): Command {
  const words = wordsFor(speaker);
  const { say, flags } = words;
  const program = addOptions(new Command("plan"), commonOptions, words)
    .description(say(aboutProgram))
    .usage(flags("[options] <command>"))
    .version(version, "-V, --version", say(versionHelp))
    .helpOption("-h, --help", say(helpHelp))
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
    .addHelpText("after", say(belowCommands));
  for (const name of commandNames) {
    const command = addCommand(program, words, name, found);
    if (!called.includes(name)) continue;
    const { options, below } = commandForms[name];
    addOptions(command, [...options, ...commonOptions], words);
    command.addHelpText("after", below === null ? "" : say(below));
  }
  return program;
}

function wordsFor(speaker: Speaker): Words {
  const say = (text: Localized): string => speaker.say(text);
  return {
    say,
    flags: (text) =>
      text.replace(/[a-z=]+(?=(?:\.\.\.)?[>\]])/g, (name) =>
        say(placeholders[name] ?? { en: name, zhHans: name }),
      ),
  };
}

function argumentTerm(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

function addCommand(
  program: Command,
  { say, flags }: Words,
  name: CommandName,
  found: (call: Call) => void,
): Command {
  const { about, argument } = commandForms[name];
  const command = new Command(name)
    .description(say(about))
    .usage(flags(argument === null ? "[options]" : `[options] ${argument.form}`))
    .helpOption("-h, --help", say(helpHelp))
    .copyInheritedSettings(program);
  if (argument !== null) command.argument(flags(argument.form), say(argument.help));
  command.action((...given: readonly unknown[]) => {
    const [paths] = argument === null ? [] : (given as readonly (string | string[] | undefined)[]);
    found({
      command: name,
      paths: paths === undefined ? [] : [paths].flat(),
      options: { ...program.opts<Call["options"]>(), ...command.opts<Call["options"]>() },
    });
  });
  program.addCommand(command);
  return command;
}

function addOptions(command: Command, options: readonly OptionForm[], { say, flags }: Words): Command {
  for (const form of options) {
    const option = new Option(flags(form.flags), say(form.help));
    if (form.choices !== undefined) option.choices(form.choices);
    if (form.isTold === true) option.default(undefined, form.usual);
    else if (form.usual !== undefined) option.default(form.usual);
    if (form.repeats === true)
      option
        .default([])
        .argParser((value: string, before: readonly string[]): readonly string[] => [...before, value]);
    command.addOption(option);
  }
  return command;
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
