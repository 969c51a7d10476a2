/** Reads how often something happens: `quarterly`, `every 2 years`, 每年两次, 定期 (FORMAT.md sections 2, 5, 7). */
import { chineseInteger, numeralClass, toSimplified } from "./chinese-number.ts";
import { toHalfWidth } from "./half-width.ts";
import { everyFew, timesPer } from "./rhythm.ts";
import type { Rhythm, RhythmSpan } from "./time.ts";

/** Longer texts state no rhythm; more spans or times than that are no rhythm of a plan. */
const longest = 40;
const mostTimes = 100;

const words: ReadonlyMap<string, Rhythm> = new Map<string, Rhythm>([
  ...all("daily", "daily", "每天", "按日", "按天", "逐日"),
  ...all("weekly", "weekly", "按周", "周度", "逐周"),
  ...all("monthly", "monthly", "按月", "月度", "逐月"),
  ...all("quarterly", "quarterly", "按季", "按季度", "季度", "逐季"),
  ...all(
    "half-yearly",
    "half-yearly",
    "half yearly",
    "semi-annual",
    "semi-annually",
    "按半年",
    "半年",
    "半年度",
  ),
  ...all("yearly", "yearly", "annual", "annually", "按年", "年度", "逐年"),
  ...all("every 2 years", "biennial", "biennially"),
  ...all("every 2 weeks", "fortnightly"),
  ...all("regular", "regular", "regularly", "periodic", "periodically", "定期", "定期开展", "周期性"),
  ...all(
    "continuous",
    "continuous",
    "continuously",
    "ongoing",
    "常态化",
    "常态化开展",
    "常态",
    "持续",
    "实时",
    "即时",
  ),
]);

function all(rhythm: Rhythm, ...ways: readonly string[]): readonly [string, Rhythm][] {
  return ways.map((way) => [way, rhythm]);
}

const numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const adverbs: ReadonlyMap<string, number> = new Map([
  ["once", 1],
  ["twice", 2],
  ["thrice", 3],
  ["other", 2], // every other year
]);

const span = "(day|week|month|quarter|half-year|year)s?";
const every = new RegExp(`^(?:(?:once )?(?:every|each|per) )?(?:([a-z]+|\\d+) )?${span}$`);
const times = new RegExp(
  `^(?:(once|twice|thrice)|([a-z]+|\\d+)(?: ?x| times?)?) ?(?:an?|per|every|each|/) ?${span}$`,
);

const chineseSpan = "(半年度?|年度?|季度?|月度?|星期|周|日|天)";
const chineseNumber = `(\\d+|[${numeralClass}]+)`;
/** What is done so often: 每两年调整一次, 每季度召开1次. */
const chineseVerb =
  "(?:开展|召开|举行|举办|组织|进行|调整|修订|核定|更新|评估|考核|通报|调度|发布|公布|报告|研究)?";
const chineseEvery = new RegExp(`^(?:每|按)?${chineseNumber}?个?${chineseSpan}(?:${chineseVerb}[一1]次)?$`);
const chineseTimes = new RegExp(`^(?:每个?|[一1]个?)${chineseSpan}${chineseVerb}${chineseNumber}次$`);

const spansInChinese: ReadonlyMap<string, RhythmSpan> = new Map([
  ["日", "day"],
  ["天", "day"],
  ["周", "week"],
  ["星期", "week"],
  ["月", "month"],
  ["季", "quarter"],
  ["半年", "half-year"],
  ["年", "year"],
]);

/** The rhythm that a text states; null when it states none that is known (适时, `when needed`). */
export function parseRhythm(text: string): Rhythm | null {
  if (text.length > longest) return null;
  const plain = toSimplified(toHalfWidth(text)).trim().toLowerCase();
  const known = words.get(plain);
  if (known !== undefined) return known;
  return /[a-z]/.test(plain)
    ? parseEnglish(plain.replace(/\s+/g, " "))
    : parseChinese(plain.replace(/\s+/g, ""));
}

function parseEnglish(text: string): Rhythm | null {
  const counted = times.exec(text);
  if (counted !== null) {
    const count = numberOf(counted[1] ?? counted[2]);
    return count === null ? null : timesPer(count, counted[3] as RhythmSpan); // one of the pattern's words
  }
  const [whole, number, unit] = every.exec(text) ?? [];
  if (whole === undefined) return null;
  const count = number === undefined ? 1 : numberOf(number);
  return count === null ? null : everyFew(count, unit as RhythmSpan); // one of the pattern's words
}

/** A number from 1 on; null for anything else. */
function numberOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  const spelled = adverbs.get(word) ?? numbers.indexOf(word);
  return within(/^\d+$/.test(word) ? Number(word) : spelled);
}

function within(count: number | null): number | null {
  return count !== null && count >= 1 && count <= mostTimes ? count : null;
}

function parseChinese(text: string): Rhythm | null {
  const counted = chineseTimes.exec(text);
  if (counted !== null) {
    const unit = spanOf(counted[1]);
    const count = chineseCount(counted[2]);
    return unit === null || count === null ? null : timesPer(count, unit);
  }
  const [whole, number, word] = chineseEvery.exec(text) ?? [];
  const unit = spanOf(word);
  if (whole === undefined || unit === null) return null;
  const count = number === undefined ? 1 : chineseCount(number);
  return count === null ? null : everyFew(count, unit);
}

function spanOf(word: string | undefined): RhythmSpan | null {
  return word === undefined ? null : (spansInChinese.get(word.replace(/度$/, "")) ?? null);
}

function chineseCount(word: string | undefined): number | null {
  if (word === undefined) return null;
  return within(/^\d+$/.test(word) ? Number(word) : chineseInteger(word));
}
