/** All spellings of a time name the same days, by the calendar of the machine, which the project's own does not use. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readTime } from "../../kit/readings.ts";
import { fullWidth, spaced, traditional } from "../../kit/scripts.ts";

const runs = { numRuns: 500, seed: 20261122 };

const rewrites = fc.constantFrom(
  traditional,
  spaced,
  fullWidth,
  (text: string) => ` ${text}\u3000`,
  (text: string) => fullWidth(traditional(text)),
  (text: string) => spaced(traditional(text)),
);

function iso(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

const numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
const names = [
  "Jan",
  "Feb",
  "March",
  "April",
  "May",
  "June",
  "July",
  "Aug",
  "Sept.",
  "Oct",
  "November",
  "December",
];

const months = fc.tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }));

test("a month is the same in every spelling, and so are its parts", () => {
  fc.assert(
    fc.property(months, rewrites, ([year, month], rewrite) => {
      const two = String(month).padStart(2, "0");
      const [first, last] = [iso(year, month, 1), iso(year, month + 1, 0)];
      const same: readonly (readonly [string, readonly string[]])[] = [
        [
          `${first}..${last}`,
          [
            `${year}-${two}`,
            `${year}.${month}`,
            `${year}/${two}`,
            `${year}年${month}月`,
            `${year}年${two}月份`,
            `${first}..${last}`,
            `${year}年${numerals[month - 1]}月`,
            `${names[month - 1]} ${year}`,
          ],
        ],
        [
          last,
          [last, `${year}年${month}月底`, `${year}年${month}月末前`, `end of ${names[month - 1]} ${year}`],
        ],
        [`${first}..${iso(year, month, 10)}`, [`${year}年${month}月上旬`]],
        [`${iso(year, month, 11)}..${iso(year, month, 20)}`, [`${year}年${month}月中旬`]],
        [`${iso(year, month, 21)}..${last}`, [`${year}年${month}月下旬`]],
      ];
      for (const [days, spellings] of same) {
        for (const text of spellings) {
          expect(readTime(text)).toBe(days);
          expect(readTime(rewrite(text)).replace(" (full-width)", "")).toBe(days);
        }
      }
    }),
    runs,
  );
});

test("quarters and halves are the months that they hold", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1900, max: 2100 }),
      fc.integer({ min: 1, max: 4 }),
      rewrites,
      (year, quarter, rewrite) => {
        const days = `${iso(year, quarter * 3 - 2, 1)}..${iso(year, quarter * 3 + 1, 0)}`;
        const half = quarter <= 2 ? 1 : 2;
        const halfDays = `${iso(year, half * 6 - 5, 1)}..${iso(year, half * 6 + 1, 0)}`;
        const spellings = [
          `${year}-Q${quarter}`,
          `${year}年第${numerals[quarter - 1]}季度`,
          `${year}年${quarter}季度`,
          `Q${quarter} ${year}`,
        ];
        for (const text of spellings) expect(readTime(rewrite(text)).replace(" (full-width)", "")).toBe(days);
        for (const text of [`${year}-H${half}`, `${year}年${"上下".charAt(half - 1)}半年`])
          expect(readTime(rewrite(text)).replace(" (full-width)", "")).toBe(halfDays);
      },
    ),
    runs,
  );
});
