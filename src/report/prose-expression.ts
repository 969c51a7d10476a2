/** Rules of norms inside a sentence: the bound that they set. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import type { Speaker } from "../language/speaker.ts";
import { parseQuantity } from "../plan/parse-quantity.ts";
import { own } from "../text/own.ts";
import { proseLevel } from "./prose-quantity.ts";

const comparison = /(>=|<=|>|<|=)/;
const people = /^(\d+(?:\.\d+)?)(?:\.\.(\d+(?:\.\d+)?))? per (1,?000|10,?000|100,?000) [a-z_-]+$/;
const baseWords: Readonly<Record<string, string>> = { "1000": "千", "10000": "万", "100000": "十万" };

/** 80平方米以上 of `area >= 80 m²`, 每万人5～8名 of `5..8 per 10,000 population`; what sets no plain bound stands as written. */
export function expressionText(text: string, speaker: Speaker): string {
  const parts = text.split(comparison);
  if (parts.length !== 1 && parts.length !== 3) return text;
  const relation = parts[1] ?? "";
  // "per member" only says of what; the sentence does so too.
  const figure = (parts[2] ?? text).trim().replace(/ per [a-z_-]+$/, "");
  const perPeople = people.exec(figure);
  if (perPeople !== null) {
    const bound = own(bounds, relation) ?? noBound;
    return speaker.chinese
      ? perPeopleText(perPeople, bound.zhHans)
      : `${bound.en}${figure.replace("..", " to ").replace(/[_-](?=[a-z])/g, " ")}`;
  }
  const reading = parseQuantity(`${relation === "=" ? "" : relation}${figure}`);
  return reading.ok ? proseLevel(reading.quantity, null, speaker) : text;
}

const noBound: Localized = { en: "", zhHans: "" };
const bounds: Readonly<Record<string, Localized>> = {
  ">=": { en: "at least ", zhHans: "不少于" },
  "<=": { en: "at most ", zhHans: "不超过" },
  ">": { en: "more than ", zhHans: "超过" },
  "<": { en: "less than ", zhHans: "不足" },
};

function perPeopleText(
  [, low = "", high, base = ""]: readonly (string | undefined)[],
  bound: string,
): string {
  const all = baseWords[base.replace(",", "")] ?? base;
  return `每${all}人${bound}${low}${high === undefined ? "" : `～${high}`}名`;
}
