import { expect, test } from "vitest";
import { bracketsOf, nameKey } from "../../src/rules/near-names.ts";

// Filler words, brackets and word order do not make another quantity.
test.each([
  ["群众满意度", "群众满意率"],
  ["用餐老人满意度", "老人用餐满意率"],
  ["数据共享率", "数据共享率（数字赋能路径）"],
  ["Coverage of meal service", "Meal service coverage rate"],
  ["Residents' satisfaction", "Satisfaction of residents"],
])("%s and %s are near", (a, b) => {
  expect(nameKey(a)).not.toBeNull();
  expect(nameKey(a)).toBe(nameKey(b));
});

// One word exchanged, added or negated is another quantity.
test.each([
  ["民生服务响应率", "民生服务解决率"],
  ["居民满意度", "居民参与满意度"],
  ["党员到岗率", "党员未到岗率"],
  ["年均培训时长", "人均培训时长"],
  ["Response rate", "Response time"],
])("%s and %s are not near", (a, b) => {
  expect([nameKey(a), nameKey(b)].includes(null) || nameKey(a) !== nameKey(b)).toBe(true);
});

test("too little of a name is never compared", () => {
  expect([nameKey("比率"), nameKey("Total number"), nameKey("Rate")]).toEqual([null, null, null]);
});

test("what stands in brackets is kept apart, whatever their width", () => {
  expect(bracketsOf("覆盖率（城区）")).toBe(bracketsOf("覆盖率(城区)"));
  expect(bracketsOf("覆盖率（城区）")).not.toBe(bracketsOf("覆盖率（农村）"));
});
