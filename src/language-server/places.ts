/** Places of the compiler as places of an editor, and back. */
import type { EditorPosition, EditorRange } from "../host/editor-service.ts";
import { lineTable, positionAt, type SourceFile, type Span } from "../text/source.ts";

/** The range of a span: lines and characters from zero. */
export function rangeOf({ file, start, end }: Span): EditorRange {
  return { start: placeOf(file, start), end: placeOf(file, end) };
}

function placeOf(file: SourceFile, offset: number): EditorPosition {
  const { line, column } = positionAt(file, offset);
  return { line: line - 1, character: column - 1 };
}

/** The offset of a position; one that the text does not have becomes the nearest that it has. */
export function offsetAt(file: SourceFile, { line, character }: EditorPosition): number {
  const starts = lineTable(file);
  const wanted = Number.isFinite(line) ? Math.max(0, Math.trunc(line)) : 0;
  const start = starts[wanted];
  if (start === undefined) return file.text.length;
  const next = starts[wanted + 1] ?? file.text.length;
  const column = Number.isFinite(character) ? Math.max(0, Math.trunc(character)) : 0;
  return Math.min(start + column, next);
}

/** The path of a `file:` URI, with `/`; null for any other. */
export function pathOfUri(uri: string): string | null {
  const match = /^file:\/\/([^/?#]*)(\/[^?#]*)/i.exec(uri);
  if (match === null) return null;
  try {
    const path = decodeURIComponent(match[2] ?? "");
    const host = match[1] ?? "";
    if (host !== "" && host !== "localhost") return `//${host}${path}`;
    return /^\/[A-Za-z]:/.test(path) ? path.slice(1) : path;
  } catch {
    return null; // no percent-encoding
  }
}

/** The URI of an absolute path. */
export function uriOfPath(path: string): string {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  return `file://${encoded.startsWith("/") ? "" : "/"}${encoded}`;
}
