import { expect, test } from "vitest";
import { compileFixture, readFixtures } from "../kit/fixtures.ts";

/** `<20 + 6`, `10 × ≤2`, `20 + 6 = <26`: a relation is told in words before a sum, not inside it. */
const relationInSum = /[<>≥≤]=?\s?\d\S*\s[×+]\s|\s[×+]\s[<>≥≤]|[×+][^“”"]*\s=\s[<>≥≤]/u;

/** All messages that show how a figure was reckoned. */
const sums = readFixtures().flatMap((fixture) =>
  compileFixture(fixture)
    .findings.flatMap(({ message }) => [message.en, message.zhHans])
    .filter((message) => /[×+] [^“”"]* = /u.test(message)),
);

test("no sum of a message has the sign of a relation among its terms or before its result", () => {
  expect(sums.length).toBeGreaterThan(30);
  expect(sums.filter((sum) => relationInSum.test(sum))).toEqual([]);
});

test("a sum from a bound tells in words what its result bounds", () => {
  // 20000 × 1.1⁴ = 29282, and the baseline is less than 20000.
  const fixture = readFixtures().find(({ name }) => name.includes("fund/growth-short.err"));
  const told = fixture === undefined ? [] : compileFixture(fixture).findings.map(({ message }) => message);
  expect(told.map(({ en }) => en).join("\n")).toContain(
    "gives less than 20000 × (1 + 10%)^4 = 29282元/人·年 after",
  );
  expect(told.map(({ zhHans }) => zhHans).join("\n")).toContain("不足“20000 × (1 + 10%)^4 = 29282元/人·年”");
});
