/** How many levels, steps or grades the name of a mechanism says that it has: 三级问责, 三色预警, 四步工作法. Shared by a rule; not a rule. */
import { numeralClass } from "../plan/chinese-number.ts";
import { entriesAt, wordsAt } from "../plan/parameters.ts";
import type { Mechanism } from "../plan/plan.ts";
import { wholeNumber } from "../plan/whole-number.ts";
import { own } from "../text/own.ts";
import type { Span } from "../text/source.ts";

/** A count in a name that is not that of what the mechanism lists. */
export interface NamedCount {
  readonly words: string;
  readonly places: readonly Span[];
  /** 三级响应 may be the response of the third level. */
  readonly isSure: boolean;
}

const counted = new RegExp(
  `(?<![${numeralClass}\\d第])([二两三四五六七八九])(级|色|步|环节)(?![甲乙丙]|医院|应急响应)`,
  "u",
);
/** Under which key a type lists them. */
const keys: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  alarm: { 级: "levels", 色: "levels" },
  workflow: { 级: "levels", 步: "states", 环节: "states" },
  review: { 级: "rounds" },
  scorecard: { 级: "bands", 色: "bands" },
};

/** Null where the name tells none, nothing is listed, or both agree. */
export function otherThanItsName({ name, type, parameters, origin, open }: Mechanism): NamedCount | null {
  if (name === null || origin !== "plan" || open) return null;
  const [words = "", digit = "", measure = ""] = counted.exec(name.text) ?? [];
  const ofType = own(keys, type.value);
  const key = ofType === undefined ? undefined : own(ofType, measure);
  if (key === undefined) return null;
  const entries = entriesAt(parameters, key).map(({ span }) => span);
  const places = entries.length > 0 ? entries : wordsAt(parameters, key).map(({ span }) => span);
  if (places.length === 0 || places.length === wholeNumber(digit)) return null;
  return { words, places, isSure: measure !== "级" };
}
