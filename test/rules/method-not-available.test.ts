import { expect, test } from "vitest";
import { methods } from "../../src/indicators/methods/index.ts";
import {
  indicatorMethodNotAvailable,
  methodsNotAvailable,
} from "../../src/rules/indicator/method-not-available.ts";

test("what is said not to be available is not built, and what is built is named", () => {
  const available = methods.map(({ name }) => name).join(", ");
  expect(methods.filter(({ name }) => methodsNotAvailable.has(name))).toEqual([]);
  expect(indicatorMethodNotAvailable.text.en.message({ method: "zones", available })).toContain(
    "linear-pace",
  );
  expect(available).toBe("linear-pace");
});
