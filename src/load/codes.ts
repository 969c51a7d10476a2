/** Every code of reading a file, in the order in which reading can find them. */

export * from "./codes-file.ts";
export * from "./codes-structure.ts";
export * from "./codes-syntax.ts";
