import { expect, test } from "vitest";
import { orderedBy } from "../../src/plan/ordered-by.ts";

const days = (...on: readonly number[]) => on.map((day, i) => ({ day, i }));

test("a list in order is given as it is", () => {
  const items = days(1, 2, 2, 5);
  expect(orderedBy(items, ({ day }) => day)).toBe(items);
});

test("another is put in order, those of one number as they stood, and is itself left alone", () => {
  const items = days(5, 2, 9, 2);
  expect(orderedBy(items, ({ day }) => day).map(({ i }) => i)).toEqual([1, 3, 0, 2]);
  expect(items.map(({ day }) => day)).toEqual([5, 2, 9, 2]);
});
