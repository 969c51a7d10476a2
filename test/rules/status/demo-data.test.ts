/** Made-up data are one thing to know of a plan, however many files they fill. */
import { expect, test } from "vitest";
import { spanText } from "../../../src/text/source.ts";
import { compileText } from "../../kit/compile.ts";

test("all made-up files of a plan are one finding, with the place of each", () => {
  const text = `format: 1
id: p
title: P
language: en
period: 2026
indicators: [{ id: x, name: X, unit: 个, targets: [{ reach: 5, by: 2026 }] }]
data: { observations: { file: a.csv, demo: true }, progress: { file: b.csv, demo: true } }
`;
  const files = {
    "a.csv": "indicator,at,value\nx,2026-01,1\n",
    "b.csv": "kind,id,at,state\n",
  };
  const { findings } = compileText(text, { asOf: "2026-02-15", files });
  const told = findings.filter(({ code }) => code === "status/demo-data");
  expect(told.map(({ message }) => message)).toEqual([
    {
      en: "the data in a.csv, b.csv are made up: every status drawn from them is a demonstration",
      zhHans: "“a.csv”“b.csv”为虚构的演示数据，据此得出的状态仅供演示",
    },
  ]);
  const [first] = told;
  expect(
    [first?.span, ...(first?.related ?? []).map(({ span }) => span)].map((span) => span && spanText(span)),
  ).toEqual(["a.csv", "b.csv"]);
});
