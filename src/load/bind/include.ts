/** Files that a plan names beside itself. */
import { type Diagnostic, makeDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Given } from "../../plan/given.ts";
import type { SourceFile } from "../../text/source.ts";
import { type FileFailure, missingFile } from "../bind-codes.ts";
import type { Binder } from "./binder.ts";

/** A file beside the plan; null when it cannot be read, which is then reported. */
export function includeFile(binder: Binder, path: Given<string>): SourceFile | null {
  const { value, findings } = binder.include(path);
  binder.findings.push(...findings);
  if (value === null && findings.length === 0) {
    binder.findings.push(unreadableInclude(path, "missing"));
  }
  return value;
}

/** The finding for a file beside the plan that cannot be used, at the path that names it. */
export function unreadableInclude(path: Given<string>, failure: FileFailure): Diagnostic {
  return makeDiagnostic(missingFile, path.span, { path: path.value, failure });
}
