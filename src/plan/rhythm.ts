/** Reads rhythms (`quarterly`, 每季度, `once a month`): the words in which plans say how often something happens. */
import { toSimplified } from "./chinese-number.ts";
import { toHalfWidth } from "./half-width.ts";
import type { Frequency } from "./time.ts";

/** The spans of time, with the words of their rhythm that are not made of the span's own words. */
const spans: readonly (readonly [rhythm: Frequency, words: string, spans: string])[] = [
  ["daily", "daily", "day,日,天"],
  ["weekly", "weekly", "week,周,星期"],
  ["monthly", "monthly,月度", "month,月,个月"],
  ["quarterly", "quarterly", "quarter,季,季度,个季度"],
  [
    "half-yearly",
    "half-yearly,half yearly,semi-annual,semi-annually,半年度",
    "half-year,half year,six months,半年",
  ],
  ["yearly", "yearly,annual,annually,年度", "year,年,年度"],
];

/** A word of its own that names the rhythm in plans: 季度, `quarter`; 日, 天, 周, 月, 年 alone do not. */
const bare = /^(?:[a-z -]+|季度|半年)$/;
const framed = /^(?:(?:every|each|per|once an?|once per) (.+)|[每按逐](.+?)(?:[一1]次)?)$/;

let known: {
  readonly words: ReadonlyMap<string, Frequency>;
  readonly spans: ReadonlyMap<string, Frequency>;
} | null = null;

function vocabulary() {
  if (known !== null) return known;
  const words = new Map<string, Frequency>();
  const bySpan = new Map<string, Frequency>();
  for (const [rhythm, own, names] of spans) {
    for (const word of own.split(",")) words.set(word, rhythm);
    for (const span of names.split(",")) {
      bySpan.set(span, rhythm);
      if (bare.test(span)) words.set(span, rhythm);
    }
  }
  known = { words, spans: bySpan };
  return known;
}

/** The rhythm that a text states, in English or Chinese, half or full width; null when it states none that is known. */
export function parseRhythm(text: string): Frequency | null {
  const plain = toSimplified(toHalfWidth(text))
    .trim()
    .toLowerCase()
    .replace(/ +/g, " ")
    .replace(/ (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) /g, "");
  const { words, spans: bySpan } = vocabulary();
  const word = words.get(plain);
  if (word !== undefined) return word;
  const match = framed.exec(plain);
  return bySpan.get(match?.[1] ?? match?.[2] ?? "") ?? null;
}
