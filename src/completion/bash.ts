/** Completion for bash 3.2 and later, without the package bash-completion. */
import type { CompletedCommand, CompletedOption, Operand } from "./command-table.ts";

/** The script. Flags and words are plain: letters, digits, `/`, `.`, `_` and `-`. */
export function bashScript(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name);
  const ofOptions = commands.flatMap(({ name, options }) =>
    options.map((option) => optionCase(name, option)),
  );
  const ofCommands = commands.map(
    ({ name, operand, words, options }) =>
      `    ${name})\n      if [[ $current == -* ]]; then __plan_words '${options.map(({ flag }) => flag).join(" ")}'\n      else ${fill(operand, words)}\n      fi ;;`,
  );
  return `# plan completion bash: source <(plan completion bash), or save it in ~/.local/share/bash-completion/completions/plan
__plan_words() {
  local word
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$current")
}
__plan_paths() {
  local path
  compopt -o filenames 2>/dev/null
  while IFS= read -r path; do
    case $2:$path in
      plans:*.yaml|plans:*.yml) COMPREPLY+=("$path") ;;
      *) [[ -d $path ]] && COMPREPLY+=("$path") ;;
    esac
  done < <(compgen -f -- "$1")
}
_plan() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command='' word
  COMPREPLY=()
  # bash makes three words of --format=json.
  if [[ $current == '=' ]]; then current=''
  elif [[ $before == '=' && COMP_CWORD -gt 1 ]]; then before=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${names.join("|")}) command=$word; break ;; esac
  done
  case $command:$before in
${ofOptions.join("\n")}
  esac
  case $command in
${ofCommands.join("\n")}
    *)
      if [[ $current == -* ]]; then __plan_words '--help --version --lang --color'
      else __plan_words '${names.join(" ")}'
      fi ;;
  esac
}
complete -F _plan plan
`;
}

function optionCase(command: string, { flag, operand, words }: CompletedOption): string {
  if (operand === "none") return `    ${command}:${flag}) ;;`;
  return `    ${command}:${flag}) ${fill(operand, words)}; return ;;`;
}

function fill(operand: Operand, words: readonly string[]): string {
  const told = words.length === 0 ? "" : `__plan_words '${words.join(" ")}'; `;
  switch (operand) {
    case "words":
      return told === "" ? ":" : told.slice(0, -2);
    case "plans":
      return `${told}__plan_paths "$current" plans`;
    case "folder":
      return '__plan_paths "$current" folders';
    default:
      return ":";
  }
}
