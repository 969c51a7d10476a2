/** The first few of many, for messages that tell them together. */
import type { Localized } from "../diagnostics/diagnostic.ts";

/** Beyond this number the others are only counted. */
const mostNamed = 3;

/** `a, b, c …` by their ids and `“甲”“乙”“丙”等` by their names. */
export function someOf(many: readonly { readonly id: string; readonly name: string }[]): Localized {
  const some = many.slice(0, mostNamed);
  const isCut = many.length > some.length;
  return {
    en: `${some.map(({ id }) => id).join(", ")}${isCut ? " …" : ""}`,
    zhHans: `${some.map(({ name }) => `“${name}”`).join("")}${isCut ? "等" : ""}`,
  };
}
