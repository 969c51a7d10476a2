/** `--baseline` and `--write-baseline`: an old repository begins to be checked; only what is new is told. */
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { fakeHost } from "../kit/fake-host.ts";
import { contradictoryPlan, minimalPlan } from "../kit/plans.ts";

async function plan(args: string, files: Readonly<Record<string, string>>) {
  const host = fakeHost({ files });
  const exit = await run([...args.split(" "), "--lang", "en"], host);
  return { exit, out: host.stdout(), err: host.stderr(), written: host.written };
}

const old = { "/repo/old.plan.yaml": contradictoryPlan };
const conflict =
  '    {"plan":"old.plan.yaml","rule":"target/conflict","at":"indicators[coverage].targets.reach"}';

async function baselineOf(
  files: Readonly<Record<string, string>>,
  args = "check . --write-baseline known.json",
) {
  return (await plan(args, files)).written.get("/repo/known.json") ?? "";
}

test("what is written makes the next run clean, and is counted", async () => {
  const first = await plan("check . --write-baseline known.json", old);
  expect(first.exit).toBe(0);
  const text = first.written.get("/repo/known.json") ?? "";
  expect(text).toContain(conflict);
  const next = await plan("check . --baseline known.json --fail-on info", {
    ...old,
    "/repo/known.json": text,
  });
  expect(next.exit).toBe(0);
  const count = text.split("\n").filter((line) => line.includes('"rule"')).length;
  expect(next.out).toContain(`, ${count} known in the baseline`);
});

test("a baseline is one entry a line, sorted, and the same for the same plans", async () => {
  const files = { "/repo/b.plan.yaml": contradictoryPlan, "/repo/a.plan.yaml": contradictoryPlan };
  const text = await baselineOf(files);
  const plans = [...text.matchAll(/"plan":"(.)/g)].map(([, name]) => name);
  expect(plans).toEqual([...plans].sort());
  expect(new Set(plans)).toEqual(new Set(["a", "b"]));
  expect(JSON.parse(text).planwrightBaseline).toBe(1);
  expect(await baselineOf(files)).toBe(text);
});

test("lines that move are no new findings; another place is", async () => {
  const known = await baselineOf(old);
  const moved = contradictoryPlan.replace("title:", "# one\n# two\ntitle:");
  expect(
    (await plan("check . --baseline known.json", { "/repo/old.plan.yaml": moved, "/repo/known.json": known }))
      .exit,
  ).toBe(0);
  const second = contradictoryPlan
    .slice(contradictoryPlan.indexOf("  - id:"))
    .replace("id: coverage", "id: reach");
  const more = { "/repo/old.plan.yaml": contradictoryPlan + second, "/repo/known.json": known };
  const { exit, out } = await plan("check . --baseline known.json", more);
  expect(exit).toBe(1);
  expect(out.match(/error target\/conflict/g)).toHaveLength(1);
});

test("a further value at a place with a known conflict is told, with all that stands there", async () => {
  const third = contradictoryPlan.replace("≥90%", "≥80%, by: 2027-12 }\n      - { reach: ≥90%");
  const files = { "/repo/old.plan.yaml": third, "/repo/known.json": await baselineOf(old) };
  const { findings } = JSON.parse((await plan("check . --format json --baseline known.json", files)).out)
    .plans[0];
  const told = findings.filter(({ rule }: { rule: string }) => rule === "target/conflict");
  expect(told.map(({ related }: { related: unknown[] }) => related.length)).toEqual([3]);
  const known = await baselineOf({ "/repo/old.plan.yaml": third });
  const after = await plan("check . --format json --baseline known.json", {
    ...files,
    "/repo/known.json": known,
  });
  expect(JSON.parse(after.out).plans[0].findings).toEqual([]);
});

test("a further statement against a known one, and a further use of a known unknown name, are told", async () => {
  const cases = [
    [
      "statement/conflict",
      '\n    weight: [{ is: 60%, section: "1" }, { is: 70%, section: "2" }]',
      ', { is: 80%, section: "3" }]',
    ],
    ["reference/unknown", "\n    owner: { lead: nobody-here, with: [] }", "nobody-here]  }"],
  ] as const;
  for (const [rule, fault, more] of cases) {
    const before = minimalPlan.replace(/(\n {2}- id: \S+)/, `$1${fault}`);
    const after = minimalPlan.replace(/(\n {2}- id: \S+)/, `$1${fault.replace(/\](?: \})?$/, more)}`);
    const known = await baselineOf({ "/repo/old.plan.yaml": before });
    const rules = async (text: string): Promise<readonly string[]> => {
      const files = { "/repo/old.plan.yaml": text, "/repo/known.json": known };
      const { out } = await plan("check . --format json --only plan --baseline known.json", files);
      return JSON.parse(out).plans[0].findings.map((finding: { rule: string }) => finding.rule);
    };
    expect(known).toContain(`"rule":"${rule}"`);
    expect(await rules(before)).not.toContain(rule);
    expect(await rules(after)).toContain(rule);
  }
});

test("a known finding that is gone is told at its line of the baseline, and shrinks away", async () => {
  const known = await baselineOf(old);
  const files = { "/repo/old.plan.yaml": minimalPlan, "/repo/known.json": known };
  const { exit, out } = await plan("check . --baseline known.json", files);
  expect(exit).toBe(0);
  const line = known.split("\n").findIndex((text) => text.includes("target/conflict")) + 1;
  expect(out).toContain("info configuration/baseline-gone: a finding of target/conflict in old.plan.yaml");
  expect(out).toContain(`known.json:${line}:`);
  const shrunk = (await plan("check . --baseline known.json --write-baseline known.json", files)).written;
  expect(shrunk.get("/repo/known.json")).not.toContain("target/conflict");
});

test("with both options nothing new is taken in", async () => {
  const files = { ...old, "/repo/known.json": '{\n  "planwrightBaseline": 1,\n  "findings": []\n}\n' };
  const { exit, written } = await plan("check . --baseline known.json --write-baseline known.json", files);
  expect(exit).toBe(1);
  expect(written.get("/repo/known.json")).toBe('{\n  "planwrightBaseline": 1,\n  "findings": []\n}\n');
});

test("plans that a run does not see keep their entries; those of removed plans go", async () => {
  const both = { ...old, "/repo/other.plan.yaml": contradictoryPlan };
  const known = await baselineOf(both);
  const { written } = await plan("check other.plan.yaml --write-baseline known.json", {
    ...both,
    "/repo/known.json": known,
  });
  expect(written.get("/repo/known.json")).toBe(known);
  const gone = await plan("check . --baseline known.json", { ...old, "/repo/known.json": known });
  expect(gone.out).toContain("a finding of indicator/missing-owner in other.plan.yaml");
  const left = await baselineOf({ ...old, "/repo/known.json": known });
  expect(left).not.toContain("other.plan.yaml");
  expect(left).toContain(conflict);
});

test("rules that had no say are neither gone nor lost", async () => {
  // Beside the conflict the status is told with it; alone it has a line of its own.
  const known = await baselineOf(
    { ...old, "/repo/known.json": await baselineOf(old) },
    "check . --only status --write-baseline known.json",
  );
  expect(known).toContain(conflict);
  const files = { "/repo/old.plan.yaml": minimalPlan, "/repo/known.json": known };
  const { out } = await plan("check . --baseline known.json --only status", files);
  expect(out).not.toContain("target/conflict");
  expect(
    await baselineOf(
      { ...old, "/repo/known.json": known },
      "check . --only status --write-baseline known.json",
    ),
  ).toBe(known);
});

test("a plan that cannot be read is never known", async () => {
  const files = { "/repo/old.plan.yaml": "indicators: [" };
  const { exit, written } = await plan("check . --write-baseline known.json", files);
  expect(exit).toBe(1);
  expect(written.get("/repo/known.json")).not.toContain("yaml/");
});

test("paths of a baseline start from its own folder", async () => {
  const files = { "/repo/plans/old.plan.yaml": contradictoryPlan };
  const { written } = await plan("check . --write-baseline plans/known.json", files);
  expect(written.get("/repo/plans/known.json")).toContain('"plan":"old.plan.yaml"');
});

test.each([
  ['{"planwrightBaseline": 2, "findings": []}', "is a baseline of version 2"],
  ['{"planwrightBaseline": 1, "findings": [{"plan": "a", "at": ""}]}', "lacks rule"],
  ['{"planwrightBaseline": 1}', "lacks findings"],
  ['{"a": 1}', "is no baseline"],
  ["", "is no baseline"],
  ["{ broken", "is no baseline"],
])("the baseline %s is refused with exit code 2, and nothing is written over it", async (text, words) => {
  for (const option of ["--baseline", "--write-baseline"]) {
    const { exit, out, written } = await plan(`check . ${option} known.json`, {
      ...old,
      "/repo/known.json": text,
    });
    expect(exit).toBe(2);
    expect(out).toContain(words);
    expect(written.size).toBe(0);
  }
});

test("a baseline holds more entries than a plan may have nodes, and one laid out otherwise is read as well", async () => {
  const entries = Array.from({ length: 150_000 }, (_, i) => ({
    plan: `p${i}.plan.yaml`,
    rule: "target/conflict",
    at: "",
  }));
  const own = { plan: "old.plan.yaml", rule: "target/conflict", at: "indicators[coverage].targets.reach" };
  const files = Object.fromEntries(entries.map(({ plan: name }) => [`/repo/${name}.txt`, ""]).slice(0, 1));
  const text = JSON.stringify({ planwrightBaseline: 1, findings: [...entries, own] }, null, 2);
  const { exit, out } = await plan("check . --baseline known.json --quiet", {
    ...files,
    ...old,
    "/repo/known.json": text,
  });
  expect(exit).toBe(0);
  expect(out).toContain("1 known in the baseline");
});

test("a plan is no baseline, and stays as it is", async () => {
  const { exit, written } = await plan("check . --write-baseline old.plan.yaml", old);
  expect(exit).toBe(2);
  expect(written.size).toBe(0);
});

test("a baseline that is not there is told", async () => {
  const { exit, out } = await plan("check . --baseline missing.json", old);
  expect(exit).toBe(2);
  expect(out).toContain('there is no file or folder "missing.json"');
});
