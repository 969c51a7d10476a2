/** Fractions in English words: half, a third, three quarters. Shared by readers of texts; not a rule. */
import Big from "big.js";

const fraction = /^(?:(an?|one|two|three|four|nine)[- ])?(half|third|quarter|fifth|tenth)s?$/iu;
const counts: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, nine: 9 };
const parts: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 };

/** What the words say in percent, rounded to so many places (two thirds: 67 or 66.7); null for any other words. */
export function percentOfFraction(words: string, places: number): Big | null {
  const [, count = "", part = ""] = fraction.exec(words.toLowerCase()) ?? [];
  const of = parts[part];
  return of === undefined ? null : new Big((counts[count] ?? 1) * 100).div(of).round(places);
}
