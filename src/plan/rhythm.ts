/** Rhythms: their length, the calendar period in which the engine counts, and their words. Reading is in `parse-rhythm.ts`. */
import type { Frequency, Rhythm, RhythmSpan } from "./time.ts";

/** How often a year the plain rhythms happen. */
const timesAYear = {
  daily: 365,
  weekly: 52,
  monthly: 12,
  quarterly: 4,
  "half-yearly": 2,
  yearly: 1,
} as const;

/** How many of a span a year has. */
export const yearParts: Readonly<Record<RhythmSpan, number>> = {
  day: 365,
  week: 52,
  month: 12,
  quarter: 4,
  "half-year": 2,
  year: 1,
};

const plainOfSpan = {
  day: "daily",
  week: "weekly",
  month: "monthly",
  quarter: "quarterly",
  "half-year": "half-yearly",
  year: "yearly",
} as const satisfies Readonly<Record<RhythmSpan, Frequency>>;

const monthsOfSpan: Readonly<Partial<Record<RhythmSpan, number>>> = {
  month: 1,
  quarter: 3,
  "half-year": 6,
  year: 12,
};

const plainOfMonths: ReadonlyMap<number, Frequency> = new Map<number, Frequency>([
  [1, "monthly"],
  [3, "quarterly"],
  [6, "half-yearly"],
  [12, "yearly"],
]);

/** Lengths in months that divide a year. */
const partsOfYear = [1, 2, 3, 4, 6, 12];

/** What a rhythm is made of, by its kind. */
type RhythmParts =
  | { readonly kind: "plain"; readonly name: keyof typeof timesAYear }
  | { readonly kind: "every"; readonly count: number; readonly span: RhythmSpan }
  | { readonly kind: "times"; readonly count: number; readonly span: RhythmSpan }
  | { readonly kind: "open"; readonly name: "regular" | "continuous" };

function partsOf(rhythm: Rhythm): RhythmParts {
  if (rhythm === "regular" || rhythm === "continuous") return { kind: "open", name: rhythm };
  if (isPlain(rhythm)) return { kind: "plain", name: rhythm };
  const [first = "", second = "", third = ""] = rhythm.split(" ");
  return first === "every"
    ? { kind: "every", count: Number(second), span: third.slice(0, -1) as RhythmSpan } // plural of a span, by its type
    : { kind: "times", count: Number(first), span: third as RhythmSpan }; // by its type
}

function isPlain(rhythm: Rhythm): rhythm is keyof typeof timesAYear {
  return rhythm in timesAYear;
}

/** Once in every so many spans, as a plain rhythm where it is one: every 3 months is quarterly. */
export function everyFew(count: number, span: RhythmSpan): Frequency {
  const months = monthsOfSpan[span];
  if (months === undefined) return everyFewDays(count * (span === "week" ? 7 : 1));
  const total = count * months;
  const plain = plainOfMonths.get(total);
  if (plain !== undefined) return plain;
  return total % 12 === 0 ? `every ${total / 12} years` : `every ${total} months`;
}

function everyFewDays(days: number): Frequency {
  if (days === 1) return "daily";
  if (days === 7) return "weekly";
  return days % 7 === 0 ? `every ${days / 7} weeks` : `every ${days} days`;
}

/** So many times in a span; once is the span's own rhythm. */
export function timesPer(count: number, span: RhythmSpan): Rhythm {
  return count === 1 ? plainOfSpan[span] : `${count} per ${span}`;
}

/** How often a year; null for a rhythm that sets no length. */
export function perYear(rhythm: Rhythm): number | null {
  const parts = partsOf(rhythm);
  if (parts.kind === "open") return null;
  if (parts.kind === "plain") return timesAYear[parts.name];
  const spans = yearParts[parts.span];
  return parts.kind === "every" ? spans / parts.count : spans * parts.count;
}

/** True when the first happens less often than the second; never where one of them sets no length. */
export function isRarer(rhythm: Rhythm, than: Rhythm): boolean {
  const [a, b] = [perYear(rhythm), perYear(than)];
  return a !== null && b !== null && a < b;
}

/**
 * The calendar period that surely holds one of the values: twice a year is half-yearly, five times a year quarterly.
 * Null for a rhythm that sets no length: nothing is due by it.
 */
export function periodOf(rhythm: Rhythm): Frequency | null {
  const parts = partsOf(rhythm);
  if (parts.kind === "open") return null;
  if (parts.kind !== "times") return rhythm as Frequency; // all that is neither open nor counted
  const months = monthsOfSpan[parts.span];
  if (months === undefined) return plainOfSpan[parts.span];
  const fitting = partsOfYear.find((length) => length * parts.count >= months);
  return everyFew(fitting ?? 12, "month");
}

/** The period that a stated rhythm asks for; null where none is stated. */
export function periodAsked(stated: { readonly value: Rhythm } | null): Frequency | null {
  return stated === null ? null : periodOf(stated.value);
}

/** Key of a fact whose value sets nothing that another statement could contradict. */
export const openKey = "open";

/** Equal for rhythms of one length: twice a year is half-yearly. */
export function rhythmKey(rhythm: Rhythm): string {
  const times = perYear(rhythm);
  return times === null ? openKey : `${times} a year`;
}

const englishTimes = new Map([[2, "twice"]]);

const plainWords: Readonly<Record<keyof typeof timesAYear, string>> = {
  daily: "每日",
  weekly: "每周",
  monthly: "每月",
  quarterly: "每季度",
  "half-yearly": "每半年",
  yearly: "每年",
};

const spanWords: Readonly<Record<RhythmSpan, string>> = {
  day: "日",
  week: "周",
  month: "个月",
  quarter: "个季度",
  "half-year": "个半年",
  year: "年",
};

/** A rhythm as a label: `quarterly`, `twice a year`; 每季度, 每年2次. */
export function rhythmWords(rhythm: Rhythm): { readonly en: string; readonly zhHans: string } {
  const parts = partsOf(rhythm);
  switch (parts.kind) {
    case "plain":
      return { en: parts.name, zhHans: plainWords[parts.name] };
    case "every":
      return { en: rhythm, zhHans: `每${parts.count}${spanWords[parts.span]}` };
    case "times": {
      const times = englishTimes.get(parts.count) ?? `${parts.count} times`;
      return {
        en: `${times} a ${parts.span}`,
        zhHans: `${plainWords[plainOfSpan[parts.span]]}${parts.count}次`,
      };
    }
    case "open":
      return { en: parts.name, zhHans: parts.name === "regular" ? "定期" : "常态化" };
  }
}

/** A rhythm in a Chinese sentence: 每季度一次, 每年2次, 定期. */
export function rhythmInChinese(rhythm: Rhythm): string {
  const words = rhythmWords(rhythm).zhHans;
  const { kind } = partsOf(rhythm);
  return kind === "plain" || kind === "every" ? `${words}一次` : words;
}
