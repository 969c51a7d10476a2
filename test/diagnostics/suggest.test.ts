import { expect, test } from "vitest";
import { nearest } from "../../src/diagnostics/suggest.ts";

const words = ["id", "is", "title", "targets", "indicators", "owner", "baseline"];

test.each([
  ["titel", "title"], // two neighbours swapped: one step
  ["Title", "title"], // case alone
  ["target", "targets"], // one letter missing
  ["indicatrs", "indicators"],
  ["base-line", "baseline"],
  ["ownr", "owner"],
])("%s is near %s", (word, expected) => {
  expect(nearest(word, words)).toBe(expected);
});

test.each(["x", "ix", "", "zzz", "tile-set", "observation", "a".repeat(100_000)])(
  "nothing is near %.10s",
  (word) => {
    expect(nearest(word, words)).toBeNull();
  },
);

test("of equally near words the first is offered", () => {
  expect(nearest("bands", ["bonds", "bends"])).toBe("bonds");
});
