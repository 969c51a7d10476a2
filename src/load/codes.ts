/** Every code of reading a file, in the order in which reading can find them. */
import type { CodeDefinition } from "../diagnostics/diagnostic.ts";
export * from "./codes-file.ts";
export * from "./codes-structure.ts";
export * from "./codes-syntax.ts";
