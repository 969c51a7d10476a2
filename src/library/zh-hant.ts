/** Messages of the library in Traditional Chinese: apart, because the dictionaries are larger than all the rest. */
import { toTraditional } from "../language/traditional.ts";

/** Value of the option `language` for Traditional Chinese. */
export const zhHant: (text: string, kept: readonly string[]) => string = toTraditional;
