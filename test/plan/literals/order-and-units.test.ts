/** The order of bounds and the conversion of units, against sums done in whole numbers. */
import Big from "big.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { meets, quantityKey } from "../../../src/plan/compare.ts";
import { parseQuantity } from "../../../src/plan/parse-quantity.ts";
import type { Quantity, Relation, Unit } from "../../../src/plan/quantity.ts";
import { multipliers, unitTable } from "../../../src/plan/unit-table.ts";
import { convert, findUnit, sameDimension } from "../../../src/plan/units.ts";

const runs = { numRuns: 3000, seed: 20261122 };

function quantity(text: string): Quantity {
  const reading = parseQuantity(text);
  if (!reading.ok) throw new Error(`${text}: ${reading.fault.code}`);
  return reading.quantity;
}

/** `#` stands for the figure. */
const spellings: Readonly<Record<Relation, readonly string[]>> = {
  ">=": ["≥#", ">=#", "不低于#", "不少於#", "至少#", "at least #", "#以上", "#及以上", "# or more", "#.."],
  "<=": ["≤#", "<=#", "不超过#", "不高於#", "至多#", "at most #", "no more than #", "#以内", "#以下", "..#"],
  ">": [">#", "超过#", "超過#", "高于#", "more than #", "#以上（不含）"],
  "<": ["<#", "不足#", "不满#", "低於#", "less than #", "#以下（不含）"],
  "=": ["=#", "等于#", "exactly #"],
};
const arithmetic: Readonly<Record<Relation, (value: number, bound: number) => boolean>> = {
  ">=": (value, bound) => value >= bound,
  "<=": (value, bound) => value <= bound,
  ">": (value, bound) => value > bound,
  "<": (value, bound) => value < bound,
  "=": (value, bound) => value === bound,
};
const bounds = fc
  .constantFrom<Relation>(">=", "<=", ">", "<", "=")
  .chain((relation) => fc.tuple(fc.constant(relation), fc.constantFrom(...spellings[relation])));

/** Whole thousandths as a decimal text. */
function decimalText(thousandths: number): string {
  return new Big(thousandths).times("0.001").toFixed();
}

test("a bound in any words is met by exactly the figures that arithmetic says", () => {
  fc.assert(
    fc.property(
      bounds,
      fc.nat(200_000),
      fc.integer({ min: -2, max: 2 }),
      ([relation, words], bound, step) => {
        const stated = quantity(words.replace("#", decimalText(bound)));
        const value = new Big(decimalText(bound + step));
        expect(meets(value, stated.relation ?? "=", stated.value, stated.upper)).toBe(
          arithmetic[relation](bound + step, bound),
        );
      },
    ),
    runs,
  );
});

test("a range is met from end to end", () => {
  const signs = fc.constantFrom("..", "-", "–", "～", "至", " to ");
  fc.assert(
    fc.property(
      fc.nat(1000),
      fc.nat(1000),
      fc.integer({ min: -10, max: 1010 }),
      signs,
      (low, length, value, sign) => {
        const { relation, value: from, upper } = quantity(`${low}${sign}${low + length}`);
        expect(relation).toBeNull();
        expect(meets(new Big(value), "=", from, upper)).toBe(value >= low && value <= low + length);
      },
    ),
    runs,
  );
});

test("a fall in words bounds its size, so it is met by what falls further", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: -1200, max: 10 }), (size, change) => {
      const isMet = (text: string): boolean => {
        const { relation, value, upper } = quantity(text);
        return meets(new Big(change), relation ?? "=", value, upper);
      };
      expect(isMet(`下降${size}%以上`)).toBe(change <= -size);
      expect(isMet(`降低不超过${size}%`)).toBe(change >= -size);
      expect(isMet(`下降${size}%-${size + 5}%`)).toBe(change <= -size && change >= -size - 5);
    }),
    runs,
  );
});

/** Every known unit, alone and in 万 and 亿. */
const units: readonly Unit[] = unitTable
  .flatMap(([, rows]) => rows.map(([key]) => key))
  .flatMap((key) => [key, ...(/^[㐀-鿿]/.test(key) ? multipliers.map(([word]) => word + key) : [])])
  .map(findUnit);
const pairs = units.flatMap((one) =>
  units
    .filter((other) => sameDimension(one, other) && one.factor.gte(other.factor))
    .map((other) => [one, other] as const),
);

/** Whether every figure of the larger unit ends in the smaller one: the factors divide without remainder. */
function divides(large: Unit, small: Unit): boolean {
  return large.factor.mod(small.factor).eq(0);
}

test("a figure in the larger unit goes to the smaller and back exactly", () => {
  expect(pairs.length).toBeGreaterThan(100);
  const whole = pairs.filter(([large, small]) => divides(large, small));
  expect(whole.length).toBeGreaterThan(100);
  const figure = fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.integer({ min: 0, max: 8 }));
  fc.assert(
    fc.property(fc.constantFrom(...whole), figure, ([large, small], [digits, places]) => {
      const value = new Big(`${digits}e-${places}`);
      const there = convert(value, large, small);
      const back = convert(there ?? new Big(0), small, large);
      expect(`${back?.toFixed()} ${small.key}`).toBe(`${value.toFixed()} ${small.key}`);
    }),
    runs,
  );
});

test("the same amount in two units has one key, and its order with another does not hang on the unit", () => {
  const whole = pairs.filter(
    ([large, small]) => divides(large, small) && large.dimension === small.dimension,
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...whole),
      fc.nat(100_000),
      fc.integer({ min: -1, max: 1 }),
      ([large, small], n, step) => {
        const figure = convert(new Big(n), large, small) ?? new Big(0);
        const inLarge = quantity(`≥${n}${large.key}`);
        const inSmall = quantity(`≥${figure.toFixed()}${small.key}`);
        expect(quantityKey(inSmall)).toBe(quantityKey(inLarge));
        const other = figure.plus(step);
        const converted = convert(other, small, large) ?? new Big(0);
        expect(meets(converted, ">=", inLarge.value, null)).toBe(step >= 0);
        expect(meets(other, ">=", figure, null)).toBe(step >= 0);
      },
    ),
    runs,
  );
});
