/** Files that a command writes, and what it says of them. */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { unwritable } from "../load/input-codes.ts";
import { printedPath } from "../text/paths.ts";
import { printableLine } from "../text/printable.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN } from "./exit-code.ts";
import type { CommandContext } from "./run.ts";

/** Writes a file and says where it is, or tells that it cannot be written. Gives the exit code. */
export async function writeFile(
  path: string,
  content: string | Uint8Array,
  context: CommandContext,
  tell: (finding: Diagnostic) => void,
): Promise<number> {
  const result = await context.host.write(path, content);
  if (result.ok) {
    sayWritten(path, context);
    return EXIT_CLEAN;
  }
  const printed = printableLine(printedPath(context.host.cwd, path));
  tell(makeDiagnostic(unwritable, null, { path: printed, cause: result.code }));
  return EXIT_COULD_NOT_RUN;
}

/** The line on standard output that names a file that was written. */
export function sayWritten(path: string, { host, speaker }: CommandContext): void {
  const printed = printableLine(printedPath(host.cwd, path));
  host.out.write(`${speaker.say({ en: `wrote ${printed}`, zhHans: `已生成“${printed}”` }, [printed])}\n`);
}
