import { expect, test } from "vitest";
import { isoDay } from "../../src/plan/days.ts";
import { readSpending } from "./read.ts";

const withFund = `format: 1
id: p
period: 2026-01..2027-12
actions: [{ id: kitchens, name: 建设中央厨房, budget: 10万元 }]
mechanisms: [{ id: street-fund, type: fund, name: 街道专项资金 }, { id: talks, type: review }]
`;

test("all columns are read, in English and in Chinese", () => {
  const english = readSpending(
    "kind,id,at,amount,line,source,note\nfund,street-fund,2026-03,1.5万元,l,s,n\n",
    withFund,
  );
  const chinese = readSpending(
    "类别,编号,时间,金额,支出科目,来源,备注\n经费安排,街道专项资金,2026-03,1.5万元,l,s,n\n",
    withFund,
  );
  for (const { records, places } of [english, chinese]) {
    expect(places).toEqual([]);
    const [entry] = records.spending;
    const amount = entry?.amount.value;
    expect([entry?.kind?.value, entry?.id.value, amount?.value.toFixed(), amount?.unit?.text]).toEqual([
      "fund",
      "street-fund",
      "1.5",
      "万元",
    ]);
    expect(entry && isoDay(entry.at.value.end)).toBe("2026-03-31");
    expect([entry?.line, entry?.source, entry?.note].map((cell) => cell?.value)).toEqual(["l", "s", "n"]);
  }
});

test("a faulty amount is told at its cell, and the other rows count", () => {
  const amounts = ["≥3万元", "约3万元", "null", "=1+1", "30,6", "#REF!", "3人", "4万元"];
  const rows = amounts.map((amount) => `kitchens,2026-03,"${amount}"`);
  const { records, places } = readSpending(`id,at,amount\n${rows.join("\n")}\n`, withFund);
  expect(places).toEqual([
    'data/unreadable-value 2:18 ""≥3万元""',
    'data/unreadable-value 3:18 ""约3万元""',
    'data/unreadable-value 4:18 ""null""',
    'data/formula-cell 5:18 ""=1+1""',
    'data/unreadable-value 6:18 ""30,6""',
    'data/unreadable-value 7:18 ""#REF!""',
    'data/wrong-unit 8:18 ""3人""',
  ]);
  expect(records.spending.map(({ amount }) => amount.value.text)).toEqual(["4万元"]);
});

test("an amount that is missing with a reason is no amount and no fault; an empty cell is a fault", () => {
  const { records, places } = readSpending(
    "id,at,amount\nkitchens,2026-03,未报送\nkitchens,2026-04,\n",
    withFund,
  );
  expect(records.spending).toEqual([]);
  expect(places).toEqual([expect.stringMatching(/^data\/missing-cell 3:/)]);
});

test("what is neither an action nor a fund is told with what is near", () => {
  const { places, findings } = readSpending("id,at,amount\ntalks,2026-03,1\nkitchen,2026-03,1\n", withFund);
  expect(places).toEqual(['data/unknown-budget 2:1 "talks"', 'data/unknown-budget 3:1 "kitchen"']);
  expect(findings[1]?.suggestion).toBe("kitchens");
});
