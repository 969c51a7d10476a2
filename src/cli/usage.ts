/** Findings of the command line itself: a call that cannot be followed, and our own bugs. They have no place in a file. */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { internalFault, usageFault } from "../load/input-codes.ts";

/** What a call is refused with. */
export interface CallFault {
  readonly en: string;
  readonly zhHans: string;
  /** The text as typed, which stays as it is in every script; stands in the Chinese words between “ and ”. */
  readonly given?: string;
  readonly suggestion?: string | null;
}

/** The finding of a call that cannot be followed. */
export function usageFinding({ en, zhHans, given = "", suggestion = null }: CallFault): Diagnostic {
  return makeDiagnostic(usageFault, null, { en, zhHans, given }, { suggestion });
}

/** A typed text inside English words: bare when it is one plain word, else in quotes. */
export function typed(text: string): string {
  return /^[^\s"'`]+$/u.test(text) ? text : `"${text}"`;
}

/** A bug of ours as a finding. */
export function internalFinding(error: unknown, version: string): Diagnostic {
  const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return makeDiagnostic(internalFault, null, { version, cause: cause.slice(0, 500) });
}
