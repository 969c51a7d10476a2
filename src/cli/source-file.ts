/** A plan file that a command rewrites: read with its bytes, written in its own encoding, whole or not at all. */
import { type Diagnostic, makeDiagnostic, type Outcome } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { decodeText } from "../load/decode.ts";
import { encodeLike } from "../load/encode.ts";
import { unreadablePath } from "../load/input-codes.ts";
import { sourceKept } from "../load/source-codes.ts";
import type { SourceFile } from "../text/source.ts";
import type { PlanSource } from "./discover.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN, EXIT_FINDINGS } from "./exit-code.ts";
import { maxFileBytes } from "./session.ts";

/** A plan's text with the bytes that it was read from. */
export interface OpenedSource {
  readonly source: PlanSource;
  readonly bytes: Uint8Array;
  readonly file: SourceFile;
}

/** A plan's file opened, or why not; `exit` as the run has to end for it. */
export type Opened =
  | { readonly ok: true; readonly opened: OpenedSource }
  | { readonly ok: false; readonly exit: number; readonly findings: readonly Diagnostic[] };

/** Opens a plan within the root of its configuration. */
export function openSource(host: Host, source: PlanSource, root: string): Opened {
  const read =
    source.path === null
      ? host.readStdin(maxFileBytes)
      : host.read(source.path, { maxBytes: maxFileBytes, root });
  if (!read.ok) {
    const finding = makeDiagnostic(unreadablePath, null, { path: source.name, cause: read.failure });
    return { ok: false, exit: EXIT_COULD_NOT_RUN, findings: [finding] };
  }
  const { value: file, findings } = decodeText(source.name, read.bytes);
  if (file === null) return { ok: false, exit: EXIT_FINDINGS, findings };
  return { ok: true, opened: { source, bytes: read.bytes, file } };
}

/** The new text as bytes in the file's own encoding; null (told) where it has none. */
export function bytesOf({ source, bytes, file }: OpenedSource, text: string): Outcome<Uint8Array | null> {
  const value = encodeLike(bytes, file.text, text);
  return { value, findings: value === null ? [kept(source, "encoding")] : [] };
}

/** Writes the new text in the place of the old one. The value is the exit code that the run has to end with. */
export async function replaceSource(
  host: Host,
  opened: OpenedSource,
  text: string,
): Promise<Outcome<number>> {
  const { value: content, findings } = bytesOf(opened, text);
  if (content === null) return { value: EXIT_COULD_NOT_RUN, findings };
  const { path } = opened.source;
  if (path === null) {
    host.writeBytes(content);
    return { value: EXIT_CLEAN, findings: [] };
  }
  const result = await host.replace(path, opened.bytes, content);
  if (result.ok) return { value: EXIT_CLEAN, findings: [] };
  const cause = result.cause === "failed" ? result.code : result.cause;
  return { value: EXIT_COULD_NOT_RUN, findings: [kept(opened.source, cause)] };
}

function kept({ name }: PlanSource, cause: string): Diagnostic {
  return makeDiagnostic(sourceKept, null, { path: name, cause });
}
