/** Parameters that are read and change nothing: told as doubts, not as faults. */
import { expect, test } from "vitest";
import { findMethod } from "../../../src/indicators/methods/index.ts";
import { doubtsOf } from "./method-input.ts";

test.each([
  ["cagr-ratio", "limit: 0", ["limit no-effect"]],
  ["cagr-ratio", "limit: 5", []],
  ["cagr-ratio", "", []],
  ["absolute-bands", "red: 5, green: 5", ["red equal-limits"]],
  ["absolute-bands", "red: 5, green: 6", []],
])("%s with `%s` is doubted: %j", (name, parameters, doubts) => {
  const method = findMethod(name);
  expect(method === undefined ? null : doubtsOf(method, parameters)).toEqual(doubts);
});
