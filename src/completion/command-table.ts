/** What a shell is to know of the command line. Plain data. */

/** What stands after a command or an option. `plans`: plan files and folders; `words`: one of `words`, else plans. */
export type Operand = "none" | "words" | "plans" | "folder" | "text";

export interface CompletedOption {
  /** `--format`. */
  readonly flag: string;
  /** One line in the user's language. */
  readonly help: string;
  readonly operand: Operand;
  /** What may be written; empty where anything may. */
  readonly words: readonly string[];
}

export interface CompletedCommand {
  readonly name: string;
  readonly help: string;
  readonly operand: Operand;
  readonly words: readonly string[];
  readonly options: readonly CompletedOption[];
}

export const shells = ["bash", "zsh", "fish", "powershell"] as const;
export type Shell = (typeof shells)[number];
