/** Findings that belong to no plan: paths, revisions, options, configuration, output, and our own bugs. */
import type { CodeDefinition } from "../diagnostics/diagnostic.ts";
import { configurationFault, usageFault } from "./call-codes.ts";
import { internalFault } from "./internal-codes.ts";
import { cacheUnwritable, unwritable } from "./output-codes.ts";
import { missingPath, nothingMatched, unknownKind, unreadablePath } from "./path-codes.ts";
import { unknownRevision } from "./revision-codes.ts";

export * from "./call-codes.ts";
export * from "./internal-codes.ts";
export * from "./output-codes.ts";
export * from "./path-codes.ts";
export * from "./revision-codes.ts";

/** For the list of all codes, `explain` and the rule tables. */
export const inputCodes: readonly CodeDefinition[] = [
  missingPath,
  nothingMatched,
  unreadablePath,
  unknownKind,
  unknownRevision,
  usageFault,
  configurationFault,
  unwritable,
  cacheUnwritable,
  internalFault,
];
