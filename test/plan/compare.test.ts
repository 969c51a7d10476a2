import Big from "big.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { contradict, meets, quantityKey, relationOf, strictest } from "../../src/plan/compare.ts";
import { parseQuantity } from "../../src/plan/parse-quantity.ts";
import type { Quantity, Relation } from "../../src/plan/quantity.ts";

function quantity(text: string): Quantity {
  const reading = parseQuantity(text);
  if (!reading.ok) throw new Error(`unreadable: ${text}`);
  return reading.quantity;
}

test.each<[string, Relation, string, string | null, boolean]>([
  ["85", ">=", "85", null, true],
  ["84.9", ">=", "85", null, false],
  ["85", ">", "85", null, false],
  ["85.1", ">", "85", null, true],
  ["24", "<=", "24", null, true],
  ["24.1", "<=", "24", null, false],
  ["24", "<", "24", null, false],
  ["23", "<", "24", null, true],
  ["5", "=", "5.0", null, true],
  ["5.1", "=", "5", null, false],
  ["5", "=", "5", "8", true], // both ends of a range are included
  ["8", "=", "5", "8", true],
  ["8.1", "=", "5", "8", false],
  ["4.9", ">=", "5", "8", false],
])("%s meets %s %s (upper %s): %s", (value, relation, bound, upper, expected) => {
  expect(meets(new Big(value), relation, new Big(bound), upper === null ? null : new Big(upper))).toBe(
    expected,
  );
});

test("a bound is met or broken, never both, and ≥ is > or =", () => {
  const number = fc.integer({ min: -50, max: 50 }).map((n) => new Big(n));
  fc.assert(
    fc.property(number, number, (value, bound) => {
      const is = (relation: Relation) => meets(value, relation, bound, null);
      expect(is(">=")).toBe(!is("<"));
      expect(is("<=")).toBe(!is(">"));
      expect(is(">=")).toBe(is(">") || is("="));
      expect(is("=")).toBe(is(">=") && is("<="));
    }),
  );
});

test("a higher floor is met by fewer values", () => {
  const number = fc.integer({ min: -50, max: 50 }).map((n) => new Big(n));
  fc.assert(
    fc.property(number, number, number, (value, low, step) => {
      const high = low.plus(step.abs());
      if (meets(value, ">=", high, null)) expect(meets(value, ">=", low, null)).toBe(true);
      if (meets(value, "<=", low, null)) expect(meets(value, "<=", high, null)).toBe(true);
    }),
  );
});

test("a bare value takes its relation from the direction", () => {
  expect(relationOf("increase")).toBe(">=");
  expect(relationOf("decrease")).toBe("<=");
  expect(relationOf("maintain")).toBe("=");
  expect(relationOf(null)).toBe("=");
});

test.each([
  [["≥60", "≥70"], "increase", "≥70"],
  [["≥70", "≥60"], "increase", "≥70"],
  [["≥70", ">70"], "increase", ">70"],
  [["≤48", "≤24"], "decrease", "≤24"],
  [["≤24", "<24"], "decrease", "<24"],
  [["60", "70"], "increase", "70"],
  [["≥70", "70"], "increase", "≥70"], // equal: the first
  [["≥60", "≥70"], "maintain", "≥70"],
  [["≤48", "≤24"], "maintain", "≤24"],
  [["≥5", "5..8"], "maintain", "5..8"],
  [["5..8", "6"], "maintain", "6"],
  [["5..8", "≥7"], "increase", "≥7"],
  [["5..8", "≤6"], "decrease", "≤6"],
] as const)("the strictest of %s under %s is %s", (texts, direction, expected) => {
  expect(strictest(texts.map(quantity), direction)?.text).toBe(expected);
});

test("no bounds have no strictest", () => {
  expect(strictest([], "increase")).toBeNull();
});

test.each([
  ["≥60%", "≥70%", "value"], // both hold at 70, but one document cannot mean both
  ["60%", "70%", "value"],
  ["≥85%", "85%以上", null],
  ["≥85%", "85%", null],
  ["85%", "百分之八十五", null],
  ["24h", "1天", null],
  ["24h", "2天", "value"],
  ["≥85%", ">85%", "strictness"],
  ["≥85%", "≤85%", "relation"],
  ["≥80%", "≤60%", "relation"],
  ["≥60%", "≤80%", null], // together a range
  ["≤80%", "≥60%", null],
  ["5..8", "5-8", null],
  ["5..8", "5..9", "value"],
  ["5..8", "≥5", null],
  ["≤8", "5..8", null],
  ["5..8", "≥6", "value"],
  ["5..8", "6", "value"],
  ["5%", "5pp", "unit"],
  ["5个工作日", "5天", "unit"],
  ["+5pp/year", "+5pp", "unit"],
  ["40", "40人", null],
  ["约40人", "40人", null],
  ["3万元", "30000元", null],
  ["3万元", "3亿元", "value"],
] as const)("%s against %s: %s", (a, b, expected) => {
  expect(contradict(quantity(a), quantity(b))).toBe(expected);
  expect(contradict(quantity(b), quantity(a))).toBe(expected);
});

test.each([
  ["85%", "85.0%"],
  ["85%", "百分之八十五"],
  ["85%", "８５％"],
  ["≥85%", "不低于85%"],
  ["=5", "5"],
  ["24h", "24小时"],
  ["24h", "1天"],
  ["3万元", "30000 CNY"],
  ["3万人", "30000名"],
  ["0.3%", "千分之三"],
  ["5..8", "5至8"],
  ["增长1.2倍", "+120%"],
  ["每万人3名", "3 per 10,000 people"],
  ["+5pp/year", "每年提高5个百分点"],
  ["约60%", "60%"],
])("%s and %s have one key", (a, b) => {
  expect(quantityKey(quantity(a))).toBe(quantityKey(quantity(b)));
});

test.each([
  ["85%", "≥85%"],
  ["85%", "85"],
  ["85%", "85pp"],
  ["5", "5..8"],
  ["+5%", "5%"],
  ["5%", "5%/year"],
  ["40人", "40户"],
  ["40学时", "40小时"],
])("%s and %s have different keys", (a, b) => {
  expect(quantityKey(quantity(a))).not.toBe(quantityKey(quantity(b)));
});
