/** What a command is called with and what its help says: data, which `command-parser.ts` gives to the parser. */
import type { Localized } from "../../diagnostics/diagnostic.ts";

/** A command, its arguments and options; every one takes those of `program.ts` besides. */
export interface CommandForm {
  /** What it does, in the list of commands and on its own page. */
  readonly about: Localized;
  /** What it works on; null for nothing. */
  readonly argument: ArgumentForm | null;
  /** In the order of the help page. */
  readonly options: readonly OptionForm[];
  /** What stands below the options; null for nothing. */
  readonly below: Localized | null;
}

export interface ArgumentForm {
  /** `[paths...]`: square brackets where it may be left out, dots where there may be several. */
  readonly form: string;
  readonly help: Localized;
}

export interface OptionForm {
  /** `--as-of <date>`; `words.ts` translates what stands in the brackets. */
  readonly flags: string;
  readonly help: Localized;
  /** The values that it takes; any where there are none. */
  readonly choices?: readonly string[];
  /** What holds when it is not given. */
  readonly usual?: string;
  /** Help alone tells what holds, because `planwright.yaml` may say otherwise (`defaults.ts`). */
  readonly isTold?: true;
  /** It may be given several times. */
  readonly repeats?: true;
}
