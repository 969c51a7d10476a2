import { expect, test } from "vitest";
import { contradict, meets } from "../../../src/plan/compare.ts";
import { parseQuantity } from "../../../src/plan/parse-quantity.ts";
import type { Quantity } from "../../../src/plan/quantity.ts";
import { convert } from "../../../src/plan/units.ts";
import { literals } from "../../kit/literal-table.ts";
import { traditional } from "../../kit/scripts.ts";

function quantity(text: string): Quantity {
  const reading = parseQuantity(text);
  if (!reading.ok) throw new Error(`unreadable: ${text}`);
  return reading.quantity;
}

/** Whether a figure, in the bound's own unit, meets it. */
function isMet(bound: Quantity, figure: string): boolean {
  const { value, unit } = quantity(figure);
  const converted = convert(value, unit, bound.unit);
  if (converted === null) throw new Error(`${figure} does not convert`);
  return meets(converted, bound.relation ?? "=", bound.value, bound.upper);
}

const cases = literals("relations").flatMap(([bound, met = "", missed = ""]) => [
  ...met.split(" ").map((figure) => ({ bound, figure, expected: true })),
  ...missed.split(" ").map((figure) => ({ bound, figure, expected: false })),
]);

test.each(cases)("$figure meets $bound: $expected", ({ bound, figure, expected }) => {
  expect(isMet(quantity(bound), figure)).toBe(expected);
  expect(isMet(quantity(traditional(bound)), traditional(figure))).toBe(expected);
});

test.each(literals("relations").map(([bound]) => bound))("%s does not contradict itself", (bound) => {
  expect(contradict(quantity(bound), quantity(traditional(bound)))).toBeNull();
});
