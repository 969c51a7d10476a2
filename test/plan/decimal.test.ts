import Big from "big.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  compareDecimals,
  divide,
  formatDecimal,
  hundredthOf,
  isSurelyBelow,
  parseDecimal,
  sumOf,
  toDouble,
} from "../../src/plan/decimal.ts";

test.each([
  ["85", "85"],
  ["085", "85"],
  ["3.10", "3.1"],
  [".5", "0.5"],
  ["+5", "5"],
  ["-30", "-30"],
  ["\u221230", "-30"], // the minus sign of typography
  ["－３０．５", "-30.5"],
  ["1,000", "1000"],
  ["1，234，567.5", "1234567.5"],
  [" 12 ", "12"],
  ["1e3", "1000"],
  ["25e-2", "0.25"],
  ["0.1", "0.1"],
  ["-0", "0"],
  ["123456789012345678901234567890.5", "123456789012345678901234567890.5"],
])("reads %s as %s", (text, expected) => {
  expect(formatDecimal(parseDecimal(text) ?? new Big("999"))).toBe(expected);
});

test.each([
  "",
  "-",
  ".",
  "5.",
  "1,00",
  "30,6",
  "10,0000",
  "1,000,00",
  ",000",
  "1e101",
  "1e999999999",
  "0x10",
  "Infinity",
  "NaN",
  "5%",
  "1 000",
  "--5",
  "9".repeat(401),
])("reads no number from %j", (text) => {
  expect(parseDecimal(text)).toBeNull();
});

test("divides to 30 significant digits, half-even", () => {
  const shown = (a: string, b: string) => divide(new Big(a), new Big(b)).toFixed();
  expect(shown("2", "3")).toBe(`0.${"6".repeat(29)}7`);
  expect(shown("1", "3")).toBe(`0.${"3".repeat(30)}`);
  expect(shown("10", "-4")).toBe("-2.5");
  expect(shown("0", "7")).toBe("0");
  // 33 ÷ (1 + 184/366) = 33 × 366 ÷ 550 = 21.96 exactly
  expect(shown("12078", "550")).toBe("21.96");
  // 31 digits of which the last is a 5: the tie goes to the even digit, …25 down to …20, …35 up to …40
  const zeros = "0".repeat(28);
  expect(shown(`${BigInt(`1${zeros}25`) * 2n}`, "2")).toBe(`1${zeros}20`);
  expect(shown(`${BigInt(`1${zeros}35`) * 2n}`, "2")).toBe(`1${zeros}40`);
});

test("refuses to divide by zero", () => {
  expect(() => divide(new Big(1), new Big(0))).toThrow("division by zero");
});

test("does not depend on the settings of big.js", () => {
  const { DP, RM } = Big;
  Big.DP = 2;
  Big.RM = 0;
  try {
    expect(divide(new Big(2), new Big(3)).toFixed()).toBe(`0.${"6".repeat(29)}7`);
    expect(formatDecimal(divide(new Big(2), new Big(3)))).toBe("0.66666666666666666667");
  } finally {
    Big.DP = DP;
    Big.RM = RM;
  }
});

test("prints exactly within 20 places and half-even beyond", () => {
  expect(formatDecimal(new Big("0.175"))).toBe("0.175");
  expect(formatDecimal(new Big("1e-20"))).toBe("0.00000000000000000001");
  expect(formatDecimal(new Big("5e-21"))).toBe("0"); // a tie, zero is even
  expect(formatDecimal(new Big("15e-21"))).toBe("0.00000000000000000002");
  expect(formatDecimal(new Big("-1e-30"))).toBe("0");
  expect(formatDecimal(new Big("-0"))).toBe("0");
  expect(formatDecimal(new Big("1e30"))).toBe(`1${"0".repeat(30)}`);
  expect(formatDecimal(new Big("1.500"))).toBe("1.5");
});

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: -12, max: 12 }))
  .map(([digits, exponent]) => new Big(`${digits}e${exponent}`));

test("reads what it prints", () => {
  fc.assert(
    fc.property(decimals, (value) => {
      expect(parseDecimal(formatDecimal(value))?.eq(value)).toBe(true);
    }),
  );
});

test("a quotient times its divisor is the dividend to 29 digits", () => {
  fc.assert(
    fc.property(decimals, decimals, (a, b) => {
      fc.pre(!b.eq(0) && !a.eq(0));
      const error = divide(a, b).times(b).minus(a).abs();
      expect(error.lte(a.abs().times("1e-29"))).toBe(true);
    }),
  );
});

test("short figures divide to the same digits as long ones", () => {
  // the same quotient with both sides × a number of 16 digits, which is too long for the short way
  const longer = new Big("1000000000000037");
  const figure = fc
    .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: -12, max: 12 }))
    .map(([digits, exponent]) => new Big(`${digits}e${exponent}`));
  fc.assert(
    fc.property(figure, figure, (a, b) => {
      fc.pre(!b.eq(0));
      expect(divide(a, b).toFixed()).toBe(divide(a.times(longer), b.times(longer)).toFixed());
    }),
    { numRuns: 2000 },
  );
  // 30 digits each, the last rounded up
  expect(divide(new Big(5), new Big(3)).toFixed()).toBe(`1.${"6".repeat(28)}7`);
  expect(divide(new Big("-0.5"), new Big("3e7")).toFixed()).toBe(`-0.00000001${"6".repeat(28)}7`);
});

const compared: readonly (readonly [a: string, b: string])[] = [
  ["0", "-0"],
  ["0", "1e-90"],
  ["-1", "0"],
  ["-1", "1"],
  ["10", "9.99"],
  ["-10", "-9.99"],
  ["1.05", "1.050"],
  ["1.05", "1.051"],
  ["-1.05", "-1.051"],
  ["1e90", "9e89"],
];

test.each(compared)("%s and %s compare as big.js compares them", (a, b) => {
  for (const [x, y] of [
    [new Big(a), new Big(b)],
    [new Big(b), new Big(a)],
  ] as const) {
    const byBigJs = x.cmp(y.toFixed()); // a text goes the way of big.js itself
    expect(Math.sign(compareDecimals(x, y)) + 0).toBe(byBigJs);
    expect(x.cmp(y)).toBe(byBigJs);
  }
});

test.each([
  ["60", "0.6"],
  ["7.5", "0.075"],
  ["-0.02", "-0.0002"],
  ["0", "0"],
  ["12345678901234567890.5", "123456789012345678.905"],
])("a hundredth of %s is %s, and the value stays as it is", (value, hundredth) => {
  const whole = new Big(value);
  expect(hundredthOf(whole).toFixed()).toBe(hundredth);
  expect(whole.toFixed()).toBe(value);
});

test.each([
  ["699", "100", 7, true],
  ["700", "100", 7, false],
  ["701", "100", 7, false],
  ["0.0000699", "0.00001", 7, true],
  // Nearer than doubles can tell is not sure.
  ["6999999999999999.999", "1000000000000000", 7, false],
])("%s ÷ %s surely lies below %d: %s", (a, b, quotient, isSure) => {
  expect(isSurelyBelow(new Big(a), new Big(b), quotient)).toBe(isSure);
});

const sums: readonly (readonly [values: readonly string[], sum: string])[] = [
  [[], "0"],
  [["0.1", "0.2"], "0.3"],
  [["1e3", "-2", "0.005"], "998.005"],
  [["9007199254740993", "1"], "9007199254740994"],
  [["900719925474099", "0.1"], "900719925474099.1"],
  [["1e90", "1e-90", "-1e90"], "1e-90"],
  [Array.from({ length: 20 }, () => "999999999999999"), "19999999999999980"],
  // Eleven and five of the opposite: 6 × 999999999999999, though the sum was beyond 2⁵³ on the way.
  [Array.from({ length: 16 }, (_, i) => `${i < 11 ? "" : "-"}999999999999999`), "5999999999999994"],
];

test.each(sums)("the sum of %j is exact", (values, sum) => {
  expect(sumOf(values.map((value) => new Big(value))).eq(sum)).toBe(true);
});

test.each([
  "0",
  "-0.1",
  "123456789012345",
  "1.7976931348623157e308",
  "4.9e-324",
  "0.1234567890123456789",
  "1e22",
  "1e23",
])("%s becomes the double that its text is", (text) => {
  expect(toDouble(new Big(text)) + 0).toBe(Number(text) + 0);
});
