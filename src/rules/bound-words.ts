/** What a result is a bound of, in words before the sum: a sign in the middle of a sum (`<20 + 6 = <26`) is no arithmetic. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import type { Relation } from "../plan/quantity.ts";

const words: Readonly<Record<Relation, Localized>> = {
  "<": { en: "less than ", zhHans: "不足" },
  ">": { en: "more than ", zhHans: "超过" },
  "<=": { en: "at most ", zhHans: "不超过" },
  ">=": { en: "at least ", zhHans: "不少于" },
  "=": { en: "", zhHans: "" },
};

/** The words before a sum whose result is a bound; empty for a relation that is none. */
export function boundWords(relation: string | null): Localized {
  return words[relation as Relation] ?? words["="];
}

/** A stated figure as a term of a sum, without the sign of its relation. */
export function asTerm(text: string): string {
  return text.trim().replace(/^(?:[≥≤<>=＝]|[<>]=)+\s*/, "");
}
