/** How something is judged: a method and its parameters, as the plan writes them. */
import type { Given } from "../given.ts";

/** `assess: NAME` or `assess: { method: NAME, … }`; parameters as written. */
export interface Assessment {
  readonly method: string;
  readonly parameters: ReadonlyMap<string, WrittenValue>;
}

/** A value as written: its text, and its parts where it is a list or a map (empty for a scalar). */
export interface WrittenValue extends Given<string> {
  readonly shape: "scalar" | "list" | "map";
  readonly items: readonly WrittenValue[];
  readonly entries: ReadonlyMap<string, WrittenValue>;
}
