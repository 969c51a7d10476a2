/** The day that every figure and status holds for: where it comes from, and that every output says it (ENGINE.md, input). */
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { fakeHost } from "../kit/fake-host.ts";
import { minimalPlan } from "../kit/plans.ts";

const settings = { "/repo/planwright.yaml": "as-of: 2026-07-15\n" };

async function printed(args: string, files: Readonly<Record<string, string>> = settings): Promise<string> {
  const host = fakeHost({ files: { "/repo/small.plan.yaml": minimalPlan, ...files } });
  await run(args.split(" "), host);
  return host.stdout() + [...host.written.values()].join("");
}

test("the day of the call stands before that of the settings, and that before today", async () => {
  const dayOf = async (args: string, files?: Readonly<Record<string, string>>): Promise<string> =>
    JSON.parse(await printed(`check small.plan.yaml --format json${args}`, files)).asOf;
  expect(await dayOf(" --as-of 2026-08-20")).toBe("2026-08-20");
  expect(await dayOf("")).toBe("2026-07-15");
  // The day of the host in memory.
  expect(await dayOf("", {})).toBe("2026-06-30");
});

test.each([
  ["check small.plan.yaml", "2026-07-15"],
  ["check small.plan.yaml --format json", "2026-07-15"],
  ["check small.plan.yaml --format sarif", "2026-07-15"],
  ["check small.plan.yaml --format junit", "2026-07-15"],
  ["check small.plan.yaml --format markdown", "2026-07-15"],
  ["status small.plan.yaml", "2026-07-15"],
  ["status small.plan.yaml --history", "2026-07-15"],
  ["explain small.plan.yaml#coverage", "15 July 2026"],
  ["report small.plan.yaml --to md --out out", "15 July 2026"],
  ["report small.plan.yaml --to html --out out", "15 July 2026"],
])("%s says the day that it holds for", async (args, day) => {
  expect(await printed(args)).toContain(day);
});
