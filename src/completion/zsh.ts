/** Completion for zsh: sourced, or saved as `_plan` in a folder of `fpath`. */
import type { CompletedCommand, CompletedOption, Operand } from "./command-table.ts";

/** The script, with the help of each command and option beside it. */
export function zshScript(commands: readonly CompletedCommand[]): string {
  const described = commands.map(
    ({ name, help }) => `        ${quoted(`${name}:${help.replaceAll(":", "\\:")}`)}`,
  );
  const cases = commands.map(({ name, operand, words, options }) => {
    const both = operand === "plans" && words.length > 0;
    const lines = [
      ...options.map(optionLine),
      quoted(`*:: :${both ? `__plan_${name}` : action(operand, words)}`),
    ];
    return `      ${name})\n        _arguments -S \\\n          ${lines.join(" \\\n          ")} ;;`;
  });
  const helpers = commands
    .filter(({ operand, words }) => operand === "plans" && words.length > 0)
    .map(
      ({ name, words }) =>
        `__plan_${name}() {\n  compadd -- ${words.join(" ")}\n  _files -g "*.(yaml|yml)"\n}\n`,
    );
  return `#compdef plan
# plan completion zsh: source <(plan completion zsh), or save it as _plan in a folder of fpath
${helpers.join("")}_plan() {
  local curcontext="$curcontext" state line
  typeset -A opt_args
  _arguments -C --help --version '--lang=: :(en zh-Hans zh-Hant)' '--color=: :(auto always never)' \\
    '1: :->command' '*:: :->rest'
  case $state in
    command)
      local -a commands
      commands=(
${described.join("\n")}
      )
      _describe plan commands ;;
    rest)
      case $line[1] in
${cases.join("\n")}
      esac ;;
  esac
}
if [ "$funcstack[1]" = "_plan" ]; then _plan "$@"; else compdef _plan plan; fi
`;
}

function optionLine({ flag, help, operand, words }: CompletedOption): string {
  const text = help.replace(/[[\]\\]/g, "\\$&");
  return quoted(operand === "none" ? `${flag}[${text}]` : `${flag}=[${text}]: :${action(operand, words)}`);
}

function action(operand: Operand, words: readonly string[]): string {
  switch (operand) {
    case "words":
      return `(${words.join(" ")})`;
    case "plans":
      return '_files -g "*.(yaml|yml)"';
    case "folder":
      return "_files -/";
    default:
      return " ";
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
