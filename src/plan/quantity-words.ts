/** The words around a figure: bounds, softeners, words of change, rhythms. Simplified Chinese and lower-case English. */
import type { Relation } from "./quantity.ts";

/**
 * What a word says of the figure beside it. `change`: the figure is a change (增长30%). `level`: what is reached, not how
 * far it moved (增至, 达到), `moved` where it says that it moved there; 控制在 besides bounds from above unless another word bounds. `over`: what the figure is
 * counted over (人均). `force`: how firmly it is meant; the format states that beside the value.
 */
type WordMeaning =
  | { readonly kind: "relation"; readonly relation: Relation }
  | { readonly kind: "soft" }
  | { readonly kind: "change"; readonly sign: 1 | -1 }
  | { readonly kind: "level"; readonly relation: Relation | null; readonly moved: boolean }
  | { readonly kind: "per"; readonly unit: string }
  | { readonly kind: "over"; readonly unit: string }
  | { readonly kind: "currency"; readonly unit: string }
  | { readonly kind: "force"; readonly force: string }
  | { readonly kind: "filler" };

/** A word found at a place. */
export interface FoundWord {
  readonly word: string;
  readonly meaning: WordMeaning;
}

type Row = readonly [words: string, meaning: WordMeaning];

const prefixRows: readonly Row[] = [
  [
    "≥,>=,=>,不低于,不得低于,不应低于,不少于,不得少于,不应少于,不小于,不得小于,不短于,不弱于,至少,最少,最低,大于等于,大于或等于,等于或大于,at least,no less than,not less than,no fewer than,not fewer than,no lower than,not lower than,not below,a minimum of,minimum of,minimum,min,min.,greater than or equal to",
    { kind: "relation", relation: ">=" },
  ],
  [
    "≤,<=,=<,不超过,不得超过,不应超过,不高于,不得高于,不多于,不得多于,不大于,不得大于,不超出,不长于,至多,最多,最高,最长,小于等于,小于或等于,等于或小于,at most,no more than,not more than,not exceeding,not to exceed,no higher than,no longer than,not above,up to,within,a maximum of,maximum of,maximum,max,max.,less than or equal to",
    { kind: "relation", relation: "<=" },
  ],
  [
    ">,超过,超出,超,高于,大于,多于,突破,逾,more than,greater than,higher than,over,above,exceeding,exceeds",
    { kind: "relation", relation: ">" },
  ],
  [
    "<,不足,不满,低于,少于,小于,未满,不到,短于,less than,fewer than,lower than,shorter than,below,under",
    { kind: "relation", relation: "<" },
  ],
  ["=,==,等于,恰为,equal to,exactly", { kind: "relation", relation: "=" }],
  [
    "约,大约,大致,大概,近,将近,接近,原则上,一般,基本,~,≈,about,around,approximately,approx,approx.,roughly,nearly,almost,circa,in principle",
    { kind: "soft" },
  ],
  [
    "增长,增加,增幅,提高,提升,上升,上涨,升高,扩大,增,increase by,increase of,increase,up by,up,rise by,rise of,rise,raise by,growth of,grow by",
    { kind: "change", sign: 1 },
  ],
  [
    "下降,降低,降幅,减少,缩短,缩减,压减,压缩,削减,下调,降,减,decrease by,decrease of,decrease,reduce by,reduced by,reduction of,reduction,down by,down,fall by,fall of,cut by,cut of,drop by,drop of",
    { kind: "change", sign: -1 },
  ],
  [
    "增至,增到,增长至,增长到,增加至,增加到,提高至,提高到,提升至,提升到,上升至,上升到,升至,升到,扩大到,扩大至,降至,降到,降低至,降低到,下降至,下降到,减至,减少至,减少到,缩短至,缩短到,压缩至,压缩到,压减至,压减到,increase to,increased to,rise to,raise to,raised to,grow to,decrease to,decreased to,reduce to,reduced to,fall to,cut to,down to",
    { kind: "level", relation: null, moved: true },
  ],
  ["达到,达,保持在,稳定在,维持在,保持,reach,reaching", { kind: "level", relation: null, moved: false }],
  ["控制在,限制在", { kind: "level", relation: "<=", moved: false }],
  ["压降至", { kind: "level", relation: "<=", moved: true }],
  ["年均,yearly,annually,annual,each year,every year,per year", { kind: "per", unit: "year" }],
  ["季均,each quarter,every quarter", { kind: "per", unit: "quarter" }],
  ["月均,monthly,each month,every month", { kind: "per", unit: "month" }],
  ["周均,weekly,each week,every week", { kind: "per", unit: "week" }],
  ["日均,daily,each day,every day", { kind: "per", unit: "day" }],
  ["人均", { kind: "over", unit: "人" }],
  ["户均", { kind: "over", unit: "户" }],
  ["¥,cny,rmb,人民币", { kind: "currency", unit: "元" }],
  ["$,us$,usd", { kind: "currency", unit: "USD" }],
  ["€,eur", { kind: "currency", unit: "EUR" }],
  ["£,gbp", { kind: "currency", unit: "GBP" }],
  ["hk$,hkd", { kind: "currency", unit: "HKD" }],
  ["力争,争取,力求", { kind: "force", force: "strive" }],
  ["确保,保证", { kind: "force", force: "ensure" }],
  ["应当,应,必须,须", { kind: "force", force: "require" }],
  ["预计,预期", { kind: "force", force: "expected" }],
  ["建议", { kind: "force", force: "recommend" }],
  ["为,共,共计,总计,合计,累计,平均,均,原来的,原有的,到,在,between,a total of,from", { kind: "filler" }],
];

const suffixRows: readonly Row[] = [
  [
    "以上,及以上,或以上,(含)以上,以上(含),or more,or above,and above,or higher,and over,or over,+",
    { kind: "relation", relation: ">=" },
  ],
  [
    "以下,及以下,或以下,(含)以下,以下(含),以内,之内,(含)以内,以内(含),封顶,or less,or fewer,or below,and below,or lower,or under",
    { kind: "relation", relation: "<=" },
  ],
  ["以上(不含),(不含)以上", { kind: "relation", relation: ">" }],
  ["以下(不含),(不含)以下,以内(不含)", { kind: "relation", relation: "<" }],
  ["左右,上下,or so", { kind: "soft" }],
];

interface WordList {
  readonly byEdge: ReadonlyMap<string, readonly FoundWord[]>;
}

let prefixes: WordList | null = null;
let suffixes: WordList | null = null;

/** Words by their first (or last) character, longest first. */
function wordList(rows: readonly Row[], edge: 0 | -1): WordList {
  const byEdge = new Map<string, FoundWord[]>();
  for (const [words, meaning] of rows) {
    for (const word of words.split(",")) {
      const at = word.at(edge) ?? "";
      const same = byEdge.get(at);
      if (same === undefined) byEdge.set(at, [{ word, meaning }]);
      else same.push({ word, meaning });
    }
  }
  for (const words of byEdge.values()) words.sort((a, b) => b.word.length - a.word.length);
  return { byEdge };
}

const latinLetter = /[a-z]/;

/** The longest word that begins at `start`; null when none does. English words end at a word's end. */
export function prefixAt(plain: string, start: number): FoundWord | null {
  prefixes ??= wordList(prefixRows, 0);
  for (const found of prefixes.byEdge.get(plain.charAt(start)) ?? []) {
    const end = start + found.word.length;
    if (!plain.startsWith(found.word, start)) continue;
    if (latinLetter.test(found.word.at(-1) ?? "") && latinLetter.test(plain.charAt(end))) continue;
    return found;
  }
  return null;
}

/** The longest word that ends at `end`, not reaching before `start`; null when none does. */
export function suffixAt(plain: string, start: number, end: number): FoundWord | null {
  suffixes ??= wordList(suffixRows, -1);
  for (const found of suffixes.byEdge.get(plain.charAt(end - 1)) ?? []) {
    const from = end - found.word.length;
    if (from < start || !plain.startsWith(found.word, from)) continue;
    if (latinLetter.test(found.word.charAt(0)) && latinLetter.test(plain.charAt(from - 1))) continue;
    return found;
  }
  return null;
}

/** Spans of time that a rate is counted over, by every spelling. */
const timeWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    year: "year,years,yr,y,a,annum,年,年度",
    "half-year": "half-year,half year,半年",
    quarter: "quarter,quarters,季度,季,个季度",
    month: "month,months,mo,月,个月",
    week: "week,weeks,wk,周,星期",
    day: "day,days,天,日",
  }).flatMap(([unit, words]) => words.split(",").map((word) => [word, unit] as const)),
);

/** `year`, `half-year`, `quarter`, `month`, `week`, `day`; null for any other word. */
export function timeSpanOf(word: string): string | null {
  return timeWords.get(word) ?? null;
}

/** Chinese word of a span, as it stands in compound units (`次/年`). */
export function spanWord(span: string): string {
  return (
    { year: "年", "half-year": "半年", quarter: "季度", month: "月", week: "周", day: "d" }[span] ?? span
  );
}
