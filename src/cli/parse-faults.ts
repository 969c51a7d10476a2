/** What the argument parser finds wrong, in our own words. */
import type { Command, CommanderError } from "commander";
import { nearest } from "../diagnostics/suggest.ts";
import { languageOfTag } from "../language/speaker.ts";
import { commandNames } from "./forms/index.ts";
import { type CallFault, typed } from "./usage.ts";

/** The fault of a call; the library's prose never reaches the user. `whole`: the parser with the options of all commands. */
export function faultOf(error: CommanderError, whole: () => Command): CallFault {
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
