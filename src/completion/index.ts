/** Completion scripts for shells. Each is whole and static: nothing is run while a user types. Loaded only by `plan completion`. */
import { bashScript } from "./bash.ts";
import type { CompletedCommand, Shell } from "./command-table.ts";
import { fishScript } from "./fish.ts";
import { powershellScript } from "./powershell.ts";
import { zshScript } from "./zsh.ts";

const scripts: Readonly<Record<Shell, (commands: readonly CompletedCommand[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

/** The script that completes `plan` in a shell. */
export function completionScript(shell: Shell, commands: readonly CompletedCommand[]): string {
  return scripts[shell](commands);
}
