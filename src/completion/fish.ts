/** Completion for fish. */
import type { CompletedCommand, Operand } from "./command-table.ts";

/** The script, with the help of each command and option beside it. */
export function fishScript(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, help, operand, words, options }) => {
    const within = `complete -c plan -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c plan -n __fish_use_subcommand -a ${name} -d ${quoted(help)}`,
      ...options.map(
        (option) =>
          `${within} -l ${option.flag.slice(2)}${operandPart(option.operand, option.words)} -d ${quoted(option.help)}`,
      ),
      ...operandLines(operand, words).map((line) => `${within} ${line}`),
    ];
  });
  return `# plan completion fish: plan completion fish > ~/.config/fish/completions/plan.fish
complete -c plan -f
${lines.join("\n")}
`;
}

function operandPart(operand: Operand, words: readonly string[]): string {
  switch (operand) {
    case "none":
      return "";
    case "words":
      return ` -x -a ${quoted(words.join(" "))}`;
    case "folder":
      return " -x -a '(__fish_complete_directories)'";
    case "plans":
      return " -r -F";
    default:
      return " -x";
  }
}

function operandLines(operand: Operand, words: readonly string[]): readonly string[] {
  const told = words.length === 0 ? [] : [`-a ${quoted(words.join(" "))}`];
  if (operand === "plans") return [...told, "-a '(__fish_complete_suffix .yaml)'"];
  return operand === "folder" ? ["-a '(__fish_complete_directories)'"] : told;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
