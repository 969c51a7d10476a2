import { expect, test } from "vitest";
import { stemOf, stemsIn } from "../../src/rules/texts/word-stems.ts";

test("a word that every object has is a word as any other", () => {
  expect(stemsIn("A constructor")).toEqual(["a", "constructor"]);
});

test("one word has one stem, however often and in whatever form it is met", () => {
  expect(["built", "build", "building", "builds", "built"].map(stemOf)).toEqual(Array(5).fill("build"));
});
