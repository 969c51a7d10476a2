/** Large counts as English and Chinese write them. */
import { expect, test } from "vitest";
import { grouped, inWan, plural } from "../../src/diagnostics/counts.ts";

test.each([
  [0, "0", "0 个"],
  [999, "999", "999 个"],
  [1000, "1,000", "1000 个"],
  [10_000, "10,000", "1 万个"],
  [12_345, "12,345", "12345 个"],
  [200_000, "200,000", "20 万个"],
  [1_000_000, "1,000,000", "100 万个"],
])("%i is %s in English and %s in Chinese", (count, english, chinese) => {
  expect([grouped(count), inWan(count, "个")]).toEqual([english, chinese]);
});

test("one thing is singular, none and many are plural", () => {
  expect([plural(0, "error"), plural(1, "error"), plural(1200, "error")]).toEqual([
    "0 errors",
    "1 error",
    "1,200 errors",
  ]);
});
