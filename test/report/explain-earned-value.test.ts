/** `plan explain PLAN#ACTION` and the JSON of `check`: earned value as it is told. */

import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { fakeHost } from "../kit/fake-host.ts";

const plan = `format: 1
id: meals
title: Meals
language: en
period: 2026-01..2027-12
actions:
  - { id: kitchens, name: Kitchens, period: M1..M8, budget: 100000元 }
  - { id: tasting, name: Tasting, period: M1..M8, budget: 5000元 }
mechanisms:
  - { id: street-fund, type: fund, name: Street fund, amount: 20万元 }
data: { progress: p.csv, spending: s.csv }
`;
const files = {
  "/repo/a.plan.yaml": plan,
  "/repo/p.csv": "id,at,share,planned\nkitchens,2026-06-30,35%,40%\n",
  "/repo/s.csv":
    "id,at,amount\nkitchens,2026-05,30000\nkitchens,2026-06-30,8000元\nstreet-fund,2026-06,5万元\n",
};

async function told(...args: readonly string[]): Promise<string> {
  const host = fakeHost({ files });
  await run([...args, "--as-of", "2026-07-01"], host);
  return host.stdout();
}

test("explain of an action shows each figure with formula, numbers and places", async () => {
  const out = await told("explain", "a.plan.yaml#kitchens", "--lang", "en");
  expect(out.slice(out.indexOf("Earned value")).split("\n\n")[0]).toBe(
    `Earned value (30 June 2026)
  budget (BAC) = 100,000元  :7
  share planned = 40%  p.csv:2
  share done = 35%  p.csv:2
  planned value (PV) = 40,000元
      formula: BAC × planned
      with: 100000 × 0.4
      BAC = 100000  :7
      planned = 0.4  p.csv:2
  earned value (EV) = 35,000元
      formula: BAC × done
      with: 100000 × 0.35
      BAC = 100000  :7
      done = 0.35  p.csv:2
  actual cost (AC) = 38,000元
      formula: Σ v
      with: 30000 + 8000
      v(2026-05-31) = 30000  s.csv:2
      v(2026-06-30) = 8000  s.csv:3
  schedule variance (SV) = −5,000元
      formula: EV − PV
      with: 35000 − 40000
      EV = 35000  computed
      PV = 40000  computed
  cost variance (CV) = −3,000元
      formula: EV − AC
      with: 35000 − 38000
      EV = 35000  computed
      AC = 38000  computed
  schedule performance index (SPI) = 0.88 (0.875)
      formula: EV ÷ PV
      with: 35000 ÷ 40000
      EV = 35000  computed
      PV = 40000  computed
  cost performance index (CPI) = 0.92 (0.92105263157894736842)
      formula: EV ÷ AC
      with: 35000 ÷ 38000
      EV = 35000  computed
      AC = 38000  computed
  estimate at completion (EAC) = 108,571.43元 (108571.42857142857142857143)  estimate
      formula: BAC × AC ÷ EV
      with: 100000 × 38000 ÷ 35000
      BAC = 100000  :7
      EV = 35000  computed
      AC = 38000  computed
  to-complete performance index (TCPI) = 1.05 (1.04838709677419354839)
      formula: (BAC − EV) ÷ (BAC − AC)
      with: (100000 − 35000) ÷ (100000 − 38000)
      BAC = 100000  :7
      EV = 35000  computed
      AC = 38000  computed
`.trimEnd(),
  );
});

test("explain in Chinese, of a fund: what is missing has its reason", async () => {
  const out = await told("explain", "a.plan.yaml#street-fund", "--lang", "zh-Hans");
  expect(out).toContain("挣值分析（2026年7月1日）");
  expect(out).toContain("  预算金额（BAC） = 20万元  :10\n");
  expect(out).toContain("实际支出（AC） = 5万元");
  expect(out).toContain("计划完成比例、计划价值（PV）：当日进展未填报计划完成比例");
});

test("explain of an action without records has no such block", async () => {
  expect(await told("explain", "a.plan.yaml#tasting", "--lang", "en")).not.toContain("Earned value");
});

test("the JSON holds actions and funds of which something is planned or spent, and fits its schema", async () => {
  const json = JSON.parse(await told("check", "--format", "json", "a.plan.yaml"));
  const schema = JSON.parse(readFileSync("schemas/check-output.schema.json", "utf8"));
  const ajv = new Ajv({ strict: false });
  expect(ajv.validate(schema, json), JSON.stringify(ajv.errors)).toBe(true);
  const [{ actions, funds }] = json.plans;
  expect(actions).toEqual([
    {
      id: "kitchens",
      earnedValue: {
        on: "2026-06-30",
        unit: "元",
        budget: "100000",
        plannedShare: "0.4",
        doneShare: "0.35",
        plannedValue: "40000",
        earnedValue: "35000",
        actualCost: "38000",
        scheduleVariance: "-5000",
        costVariance: "-3000",
        spi: "0.875",
        cpi: "0.92105263157894736842",
        eac: "108571.42857142857142857143",
        tcpi: "1.04838709677419354839",
        reasons: {},
      },
    },
  ]);
  expect(funds).toEqual([
    {
      id: "street-fund",
      earnedValue: expect.objectContaining({
        on: null,
        unit: "万元",
        budget: "20",
        actualCost: "5",
        spi: null,
        reasons: expect.objectContaining({ spi: "no-done-share", plannedShare: "no-planned-share" }),
      }),
    },
  ]);
});
