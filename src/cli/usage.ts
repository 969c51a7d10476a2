/** Findings of the command line itself: a call that cannot be followed. They have no place in a file. */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { usageFault } from "../load/input-codes.ts";

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
