/** Large counts in messages, as each language writes them. */

/** Digits in groups of three, as in English: `1,000,000`. `count` is a whole number, not negative. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** `1 error`, `1,200 errors`: a count with an English noun whose plural ends in s. */
export function plural(count: number, thing: string): string {
  return `${grouped(count)} ${thing}${count === 1 ? "" : "s"}`;
}

/** A count with its measure word, whole ten thousands in 万 as in Chinese documents: `100 万行`, `12 行`. */
export function inWan(count: number, measure: string): string {
  return count >= 10_000 && count % 10_000 === 0 ? `${count / 10_000} 万${measure}` : `${count} ${measure}`;
}
