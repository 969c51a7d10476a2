/** Files that a plan names: read once each, decoded, and no more of them than allowed together. */
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.ts";
import type { Given } from "../plan/given.ts";
import { type Limits, usualLimits } from "../plan/limits.ts";
import type { SourceFile } from "../text/source.ts";
import { unreadableInclude } from "./bind/include.ts";
import type { FileFailure } from "./bind-codes.ts";
import { decodeText } from "./decode.ts";

/** A file named by a plan, as the caller read it. */
export type IncludedBytes =
  | {
      readonly ok: true;
      readonly name: string;
      readonly bytes: Uint8Array;
      /** What is to be told of it beside what its text shows. */
      readonly told?: (file: SourceFile) => readonly Diagnostic[];
    }
  | {
      readonly ok: false;
      readonly failure: FileFailure;
      /** What is told of it at the place that names it, where `failure` does not say enough. */
      readonly told?: (path: Given<string>) => Diagnostic;
    };

const refused: IncludedBytes = { ok: false, failure: "too-large-together" };

/** The text of each file by its path as written; null, with what is told of it, where it cannot be had. */
export function includedReader(
  include: (path: string) => IncludedBytes,
  limits: Limits = usualLimits,
): (path: Given<string>) => Outcome<SourceFile | null> {
  const known = new Map<string, SourceFile | null>();
  let left = limits.included;
  return (path) => {
    const before = known.get(path.value);
    if (before !== undefined) return { value: before, findings: [] };
    const bytes = left > 0 ? include(path.value) : refused;
    if (bytes.ok) left -= bytes.bytes.length;
    const read = textOf(left >= 0 ? bytes : refused, path);
    known.set(path.value, read.value);
    return read;
  };
}

function textOf(read: IncludedBytes, path: Given<string>): Outcome<SourceFile | null> {
  if (!read.ok)
    return { value: null, findings: [read.told?.(path) ?? unreadableInclude(path, read.failure)] };
  const { value, findings } = decodeText(read.name, read.bytes);
  return read.told === undefined || value === null
    ? { value, findings }
    : { value, findings: [...findings, ...read.told(value)] };
}
