/** Files that a plan names: from the path in its text to the file. */
import { parentFolder, printedPath } from "../text/paths.ts";
import { lineTable, positionAt, type SourceFile } from "../text/source.ts";
import type { OpenPlan } from "./open-plans.ts";

/** The absolute path of the file that is named at an offset of a plan; null for none. */
export function fileNamedAt(
  file: SourceFile,
  offset: number,
  { path, read }: Pick<OpenPlan, "path" | "read">,
): string | null {
  const { line } = positionAt(file, offset);
  const starts = lineTable(file);
  const start = starts[line - 1] ?? 0;
  const text = file.text.slice(start, starts[line] ?? file.text.length).replaceAll("\\", "/");
  const folder = parentFolder(path);
  const found = [...read].filter(
    (one) => one !== path && stands(printedPath(folder, one), text, offset - start),
  );
  // Of `data/a.csv` and `a.csv` the longer is meant.
  return found.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** A name stands in a line around a column. */
function stands(name: string, line: string, column: number): boolean {
  for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1))
    if (at <= column && column <= at + name.length) return true;
  return false;
}
