/** A percentage that is to rise by a percent of an unstated level: it is asked whether points are meant. */
import { expect, test } from "vitest";
import { compileText } from "../kit/compile.ts";

function told(unit: string, direction: string, target: string): readonly [string, string][] {
  const text = `format: 1
id: small
title: 小方案
language: zh-Hans
period: 2026-01..2027-12
indicators:
  - { id: a, name: 参与率, unit: "${unit}", direction: ${direction}, targets: [{ relative: ${target}, by: 2026-12 }] }
`;
  return compileText(text, { asOf: "2026-01-15" })
    .findings.filter(({ code }) => code === "target/no-base")
    .map(({ message }) => [message.en, message.zhHans]);
}

test("a rise of a percentage is asked about", () => {
  expect(told("%", "increase", "+30%")).toEqual([
    [
      "a: +30% is a change, and the level that it starts from is not stated, nor whether 30 points are meant",
      "指标“参与率”的“+30%”为增减幅度，但未列基期值，也未写明是否指 30 个百分点",
    ],
  ]);
});

test("a cut, a count and a target printed in words are clear", () => {
  const plain = (name: string): [string, string] => [
    `a: ${name} is a change, and the level that it starts from is not stated`,
    `指标“参与率”的“${name}”为增减幅度，但未列基期值`,
  ];
  expect(told("%", "decrease", "-50%")).toEqual([plain("-50%")]);
  expect(told("人", "increase", "+50%")).toEqual([plain("+50%")]);
  expect(told("%", "increase", "+50%, wording: 在原有水平上增长一半")).toEqual([plain("+50%")]);
});
