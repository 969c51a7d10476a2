/** What a run says of several plans together: every count is the sum of the plans' own (ENGINE.md section 7). */
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { fakeHost } from "../kit/fake-host.ts";

const way = `unit: 个, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: 100, by: 2026 }]`;
const plan = (id: string, indicators: readonly string[]): string =>
  `format: 1\nid: ${id}\ntitle: ${id}\nperiod: 2026\nentities: [{ id: a, name: A }, { id: b, name: B }]\nindicators:\n${indicators.map((one, i) => `  - { id: i${i}, name: I${i}, ${one} }`).join("\n")}\n`;
const at = (value: number, entity = ""): string => `{ at: 2026-06-30, value: ${value}${entity} }`;

const files = {
  // Half of the time has passed: 60 is on track, 45 at risk, 10 off track.
  "/repo/a.plan.yaml": plan("a", [`${way}, observations: [${at(60)}]`, `${way}, observations: [${at(10)}]`]),
  // Entities are no indicators of the run, and neither is a reference series.
  "/repo/b.plan.yaml": plan("b", [
    `${way}, aggregation: mean, observations: [${at(60, ", entity: a")}, ${at(30, ", entity: b")}]`,
    `${way}, frequency: monthly`,
    `role: context, unit: 个, observations: [${at(1)}]`,
  ]),
  "/repo/broken.plan.yaml": "format: 1\nid: [",
};

interface Counted {
  readonly statuses: Readonly<Record<string, number>>;
  readonly findings: Readonly<Record<string, number>>;
}

test("counts by status and by severity of a run are the sums of those of its plans", async () => {
  const host = fakeHost({ files });
  await run("check . --format json --as-of 2026-07-01".split(" "), host);
  const json: {
    plans: { summary: Counted; plan: Pick<Counted, "statuses">; indicators: { entity: string | null }[] }[];
    summary: Counted & { indicators: { checked: number; skipped: number } };
    findings: unknown[];
  } = JSON.parse(host.stdout());
  const { statuses, findings, indicators } = json.summary;
  expect(statuses).toEqual({ "on-track": 1, "at-risk": 1, "off-track": 1, "no-data": 1 });
  expect(statuses).toEqual(added(json.plans.map((one) => one.plan.statuses)));
  expect(statuses).toEqual(added(json.plans.map((one) => one.summary.statuses)));
  expect(findings).toEqual(added(json.plans.map((one) => one.summary.findings)));
  // Four indicators are judged, one is shown only.
  expect(Object.values(statuses).reduce((sum, count) => sum + count, 0)).toBe(4);
  expect(indicators).toEqual({ checked: 4, skipped: 1 });
});

function added(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const one of counts)
    for (const [key, count] of Object.entries(one)) sums[key] = (sums[key] ?? 0) + count;
  return sums;
}
