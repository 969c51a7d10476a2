/** `plan explain` of the growth methods: every number of ratio, projection and score with its formula and place. */
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { fakeHost } from "../kit/fake-host.ts";

async function explained(lines: string): Promise<string> {
  const plan = `format: 1
id: p
title: P
language: en
period: 2016-01..2030-12
indicators:
  - id: x
    name: X
    unit: "%"
    direction: increase
${lines}`;
  const host = fakeHost({ files: { "/repo/a.plan.yaml": plan } });
  await run(["explain", "a.plan.yaml#x", "--as-of", "2021-01-31", "--lang", "en"], host);
  return host.stdout();
}

test("growth near a natural limit", async () => {
  const out = await explained(`    baseline: 90% @ 2015
    assess: { method: cagr-ratio, limit: 100% }
    observations: [{ at: 2020, value: 92 }]
`);
  expect(out).toContain(`
      formula: d × ((v ÷ b)^(1 ÷ passed) − 1)
      with: 1 × ((92 ÷ 90)^(1 ÷ 5) − 1)
      d direction, +1 up, −1 down = 1  computed
      v current value = 92  :13
      b baseline = 90  :11
      passed years from b to v = 5  computed
`);
  expect(out).toContain(`
      formula: 250 × ratio ÷ (1 − (|b| ÷ |L|)^4.44) − 1.25
      with: 250 × 0.00440545696267292931 ÷ (1 − (|90| ÷ |100|)^4.44) − 1.25
      ratio = 0.00440545696267292931  computed
      b baseline = 90  :11
      L natural limit = 100  computed
`);
});

test("growth beside the growth needed, and where it leads to", async () => {
  const cagr = await explained(`    baseline: 50% @ 2015
    targets: [{ reach: 100%, by: 2030 }]
    assess: cagr-ratio
    observations: [{ at: 2020, value: 58 }]
`);
  expect(cagr).toContain(`
      formula: d × ((v ÷ b)^(1 ÷ passed) − 1) ÷ |(T ÷ b)^(1 ÷ span) − 1|
      with: 1 × ((58 ÷ 50)^(1 ÷ 5) − 1) ÷ |(100 ÷ 50)^(1 ÷ 15) − 1|
`);
  const projected = await explained(`    baseline: 50% @ 2015
    targets: [{ reach: 100%, by: 2030 }]
    assess: un-projection
    observations: [{ at: 2020, value: 58 }]
`);
  expect(projected).toContain(`
      formula: v × (v ÷ b)^(left ÷ passed)
      with: 58 × (58 ÷ 50)^(10 ÷ 5)
`);
  expect(projected).toContain(`
      formula: (projected − b) ÷ (T − b)
      with: (78.0448 − 50) ÷ (100 − 50)
`);
});

test("a weighted trend, and a share of the way", async () => {
  const anticipated = await explained(`    baseline: 60% @ 2015
    targets: [{ reach: 100%, by: 2030 }]
    assess: anticipated
    observations: [{ at: 2018, value: 64 }, { at: 2021, value: 68 }]
`);
  // Weights 1 and 4 (2015 and 2018; 2021 is not seen yet): mean rise 16 ÷ 5, mean time 12 ÷ 5, 15 − 2.4 = 12.6 left, slope 4 ÷ 3.
  expect(anticipated).toContain(`
      formula: b + mean + slope × left
      with: 60 + 3.2 + 1.33333333333 × 12.6
`);
  expect(anticipated).toContain(`
      formula: max(d × (T − projected) ÷ |T − b|, 0)
      with: max(1 × (100 − 80) ÷ |100 − 60|, 0)
`);
  const csi = await explained(`    baseline: 60% @ 2015
    targets: [{ reach: 100%, by: 2030 }]
    assess: csi
    observations: [{ at: 2018, value: 64 }]
`);
  expect(csi).toContain(`
      formula: d × (v − b) ÷ |T − b|
      with: 1 × (64 − 60) ÷ |100 − 60|
`);
  expect(csi).toContain(`
      formula: 10 × ratio
      with: 10 × 0.1
`);
});
