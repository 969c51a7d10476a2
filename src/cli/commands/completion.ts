/** `plan completion`: a script that lets a shell complete commands, options and what they take. */
import { allCodes } from "../../codes.ts";
import {
  type CompletedCommand,
  type CompletedOption,
  type Operand,
  shells,
} from "../../completion/command-table.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import type { Speaker } from "../../language/speaker.ts";
import { outputFormats } from "../../report/formats.ts";
import { reports } from "../../report/reports.ts";
import { type Call, describeCommands, type OptionDescription } from "../args.ts";
import { EXIT_CLEAN } from "../exit-code.ts";
import type { CommandContext } from "../run.ts";
import { typed, usageFinding } from "../usage.ts";
import { refuse } from "./output.ts";
import { schemaNames } from "./schema.ts";

/** Runs `plan completion SHELL`. */
export async function runCompletion(call: Call, context: CommandContext): Promise<number> {
  const { host, speaker } = context;
  const given = call.paths[0] ?? "";
  const shell = shells.find((name) => name === given.toLowerCase());
  if (shell === undefined) {
    const finding = usageFinding({
      en: `there is no completion for ${typed(given)}; there is for ${shells.join(", ")}`,
      zhHans: `没有适用于“${given}”的补全脚本，可用：${shells.join("、")}`,
      given,
      suggestion: nearest(given, shells),
    });
    return refuse(context, call.options, finding);
  }
  const { completionScript } = await import("../../completion/index.ts");
  host.out.write(completionScript(shell, await commandTable(speaker)));
  return EXIT_CLEAN;
}

async function commandTable(speaker: Speaker): Promise<readonly CompletedCommand[]> {
  const words = await wordsOfCommands();
  return describeCommands(speaker).map(({ name, help, options }) => ({
    name,
    help,
    operand: operands[name] ?? "plans",
    words: words[name] ?? [],
    options: options.map((option) => completedOption(option)),
  }));
}

/** What commands work on, where it is not plans. */
const operands: Readonly<Record<string, Operand>> = {
  rules: "words",
  schema: "words",
  completion: "words",
  init: "folder",
  doctor: "none",
};

async function wordsOfCommands(): Promise<Readonly<Record<string, readonly string[]>>> {
  const { methodNames } = await import("../../report/method-guide/methods-page.ts");
  const codes = allCodes.map(({ code }) => code);
  return {
    explain: [...codes, ...methodNames()],
    rules: [...new Set(codes.map((code) => code.slice(0, code.indexOf("/"))))],
    schema: schemaNames,
    completion: shells,
  };
}

const wordsOfOptions: Readonly<Record<string, readonly string[]>> = {
  "--template": Object.keys(reports),
  "--to": outputFormats,
};

const folderOptions: readonly string[] = ["--out", "--cache", "--templates"];

function completedOption({ flag, help, takesValue, choices }: OptionDescription): CompletedOption {
  const words = choices.length > 0 ? choices : (wordsOfOptions[flag] ?? []);
  const operand = !takesValue
    ? "none"
    : words.length > 0
      ? "words"
      : folderOptions.includes(flag)
        ? "folder"
        : "text";
  return { flag, help, operand, words };
}
