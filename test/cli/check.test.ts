import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { type FakeHostOptions, fakeHost } from "../kit/fake-host.ts";
import { contradictoryPlan, minimalPlan } from "../kit/plans.ts";

const schema = JSON.parse(readFileSync("schemas/check-output.schema.json", "utf8"));
const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);

async function plan(
  args: string,
  options: FakeHostOptions = {},
): Promise<{ exit: number; out: string; err: string }> {
  const host = fakeHost(options);
  const exit = await run(args.split(" "), host);
  return { exit, out: host.stdout(), err: host.stderr() };
}

const small = { files: { "/repo/small.plan.yaml": minimalPlan } };
const wrong = { files: { "/repo/wrong.plan.yaml": contradictoryPlan } };

test("a well-made minimal plan exits 0 and says what was checked", async () => {
  const { exit, out } = await plan("check small.plan.yaml", small);
  expect(exit).toBe(0);
  expect(out).toContain("1 plan in 1 file, as of 2026-06-30");
  expect(out).toContain("0 errors, 0 warnings");
  expect(out).toContain("● on track");
});

test("a contradiction exits 1 and is shown at its line with the first value beside it", async () => {
  const { exit, out } = await plan("check wrong.plan.yaml", wrong);
  expect(exit).toBe(1);
  expect(out).toContain("error target/conflict");
  expect(out).toMatch(/wrong\.plan\.yaml:15:/);
});

test.each([
  ["never", 0],
  ["error", 1],
  ["warning", 1],
  ["info", 1],
])("--fail-on %s exits %i on a plan with an error", async (level, code) => {
  expect((await plan(`check wrong.plan.yaml --fail-on ${level}`, wrong)).exit).toBe(code);
});

test.each([
  ["check missing.plan.yaml", 'there is no file or folder "missing.plan.yaml"'],
  ["check --as-of 2026-02-30 small.plan.yaml", "--as-of is not a date"],
  ["check --rule target/conflit=warning small.plan.yaml", "there is no rule target/conflit"],
  ["check --rule target/conflict=warn small.plan.yaml", "--rule cannot be read"],
  ["check --max-findings many small.plan.yaml", "--max-findings is not a count"],
  ["check notes.txt", "not a kind of file"],
])("%s exits 2 and says why", async (args, words) => {
  const files = { ...small.files, "/repo/notes.txt": "x" };
  const { exit, out } = await plan(args, { files });
  expect(exit).toBe(2);
  expect(out).toContain(words);
});

test.each([
  "check wrong.plan.yaml --as-of 2026-02-30",
  "status wrong.plan.yaml --as-of 2026-02-30",
  "explain wrong.plan.yaml#coverage --as-of 2026-02-30",
  "report wrong.plan.yaml --as-of 2026-02-30",
  "check wrong.plan.yaml --entity all --as-of 2026-02-30",
])("`%s` tells the date and nothing of any plan", async (args) => {
  const { exit, out, err } = await plan(args, wrong);
  expect(exit).toBe(2);
  expect(`${out}${err}`.match(/^(?:error|warning|info) .*/gm)).toEqual([
    expect.stringMatching(/^error usage\/\S+: --as-of is not a date: 2026-02-30/),
  ]);
  expect(out).not.toContain("wrong.plan.yaml");
});

test("JSON for a day that is none holds the date's finding, no plan and no day", async () => {
  const { exit, out } = await plan("check wrong.plan.yaml --as-of 2026-02-30 --format json", wrong);
  const told = JSON.parse(out);
  expect(exit).toBe(2);
  expect(validate(told)).toBe(true);
  expect([told.asOf, told.plans, told.findings.length]).toEqual([null, [], 1]);
});

test.each([
  ["chek", "unknown command chek", "did you mean: check"],
  ["check --formt json", "unknown option --formt", "did you mean: --format"],
  ["check --histori", "unknown option --histori", "did you mean: --history"],
  ["check --format xml", "--format cannot be xml", "text, json"],
  ["explain", "an argument is missing: what", "help"],
  ["check --as-of", "needs a value", "help"],
])("the call `%s` is refused on standard error with exit code 2", async (args, words, more) => {
  const { exit, out, err } = await plan(args, small);
  expect(exit).toBe(2);
  expect(out).toBe("");
  expect(err).toContain(words);
  expect(err).toContain(more);
});

test("a folder without plans is no pass", async () => {
  const { exit, out } = await plan("check docs", { files: { "/repo/docs/readme.md": "x" } });
  expect(exit).toBe(2);
  expect(out).toContain("no plan file (*.plan.yaml or plan.yaml) in docs");
});

test("a missing path does not keep the others from being checked, and 2 beats 1", async () => {
  const { exit, out } = await plan("check missing wrong.plan.yaml", wrong);
  expect(exit).toBe(2);
  expect(out).toContain("target/conflict");
  expect((await plan("check missing wrong.plan.yaml --fail-on never", wrong)).exit).toBe(2);
});

test("an unreadable file is exit 2, named, and the rest is still checked", async () => {
  const { exit, out } = await plan("check locked.plan.yaml small.plan.yaml", {
    ...small,
    failures: { "/repo/locked.plan.yaml": "denied" },
  });
  expect(exit).toBe(2);
  expect(out).toContain("locked.plan.yaml cannot be read: permission denied");
  expect(out).toContain("● on track");
});

test("an empty file is a finding and exit 1", async () => {
  const { exit, out } = await plan("check empty.plan.yaml", { files: { "/repo/empty.plan.yaml": "" } });
  expect(exit).toBe(1);
  expect(out).toContain("yaml/empty");
});

test("standard input is a plan", async () => {
  const { exit, out } = await plan("check -", { stdin: contradictoryPlan });
  expect(exit).toBe(1);
  expect(out).toContain("<stdin>:");
});

test("JSON fits its schema for clean, faulty, unreadable and missing plans in one run", async () => {
  const files = { ...small.files, ...wrong.files, "/repo/broken.plan.yaml": "id: [\n" };
  const { exit, out } = await plan("check . gone.plan.yaml --format json", { files });
  const json = JSON.parse(out);
  expect(validate(json), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  expect(exit).toBe(2);
  expect(json.plans.map((p: { id: string | null }) => p.id)).toEqual([null, "small", "small"]);
  expect(json.summary.files).toBe(3);
  expect(json.findings).toHaveLength(1);
});

test("JSON is JSON even when the call is wrong", async () => {
  const { exit, out, err } = await plan("check --format json --nonsense");
  expect(exit).toBe(2);
  expect(err).toBe("");
  const json = JSON.parse(out);
  expect(validate(json), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  expect(json.findings[0].message).toBe("unknown option --nonsense");
});

test("JSON gives line and column of a finding, one-based, end exclusive", async () => {
  const json = JSON.parse((await plan("check wrong.plan.yaml --format json", wrong)).out);
  const conflict = json.plans[0].findings.find((f: { rule: string }) => f.rule === "target/conflict");
  const lines = [
    conflict.range.start.line,
    ...conflict.related.map((r: { range: { start: { line: number } } }) => r.range.start.line),
  ];
  // Two values, and the status of the indicator of line 7 that is judged by one of them.
  expect([...lines].sort()).toEqual([14, 15, 7]);
  expect(conflict.subject).toEqual({ kind: "indicator", id: "coverage" });
});

test("--only plan leaves out what the calendar finds, --only status all else", async () => {
  const late = { files: { "/repo/late.plan.yaml": contradictoryPlan } };
  const rules = async (only: string): Promise<string[]> => {
    const { out } = await plan(`check late.plan.yaml --as-of 2028-06-30 --only ${only} --format json`, late);
    return JSON.parse(out).plans[0].findings.map((f: { rule: string }) => f.rule);
  };
  expect((await rules("plan")).some((r) => r.startsWith("status/"))).toBe(false);
  expect(await rules("plan")).toContain("target/conflict");
  const status = await rules("status");
  expect(status.length).toBeGreaterThan(0);
  expect(status.every((r) => r.startsWith("status/"))).toBe(true);
});

test("the configuration sets the date and the level of a rule; the nearest wins", async () => {
  const files = {
    "/repo/planwright.yaml": "as-of: 2027-01-31\n",
    "/repo/a/planwright.yaml": "as-of: 2026-03-31\nrules:\n  target/conflict: info\n",
    "/repo/a/wrong.plan.yaml": contradictoryPlan,
  };
  const { exit, out } = await plan("check a --format json", { files });
  const json = JSON.parse(out);
  expect(json.asOf).toBe("2026-03-31");
  expect(json.plans[0].findings.find((f: { rule: string }) => f.rule === "target/conflict").severity).toBe(
    "info",
  );
  expect(exit).toBe(0);
});

test("a wrong configuration is exit 2 with its line, and the plans are still checked", async () => {
  const files = {
    ...wrong.files,
    "/repo/planwright.yaml": "as-of: 2026-13-01\nrules:\n  target/conflikt: off\n",
  };
  const { exit, out } = await plan("check wrong.plan.yaml", { files });
  expect(exit).toBe(2);
  expect(out).toContain("planwright.yaml:1:8");
  expect(out).toContain("did you mean: target/conflict");
  expect(out).toContain("error target/conflict");
});

test("a suppression with a reason silences its line and is counted; an unused one is found", async () => {
  const first = "      - { reach: ≥85%, by: 2027-12 }\n";
  const second = "      - { reach: ≥90%, by: 2027-12 }";
  const marked = contradictoryPlan
    .replace(first, first.replace("\n", " # plan-ignore target/conflict: agreed\n"))
    .replace(second, `${second} # plan-ignore target/conflict: agreed with finance`);
  const { out } = await plan("check s.plan.yaml --format json", { files: { "/repo/s.plan.yaml": marked } });
  const json = JSON.parse(out);
  const rules = json.plans[0].findings.map((f: { rule: string }) => f.rule);
  expect(rules).not.toContain("target/conflict");
  expect(json.summary.suppressed).toBe(1);
  expect(rules.filter((r: string) => r === "suppression/unused")).toHaveLength(1);
});

test("a suppression without a reason silences nothing", async () => {
  const second = "      - { reach: ≥90%, by: 2027-12 }";
  const marked = contradictoryPlan.replace(second, `${second} # plan-ignore target/conflict`);
  const { exit, out } = await plan("check s.plan.yaml", { files: { "/repo/s.plan.yaml": marked } });
  expect(exit).toBe(1);
  expect(out).toContain("suppression/no-reason");
});

test("a suppression of a rule that does not exist names the rule that is meant", async () => {
  const second = "      - { reach: ≥90%, by: 2027-12 }";
  const marked = contradictoryPlan.replace(second, `${second} # plan-ignore target/conflit: agreed`);
  const files = { "/repo/s.plan.yaml": marked };
  const { exit, out } = await plan("check s.plan.yaml", { files });
  expect(exit).toBe(1);
  expect(out).toContain(
    "warning suppression/unused: there is no rule target/conflit (target/conflict may be meant); this suppression silences nothing",
  );
  expect((await plan("check s.plan.yaml --lang zh-Hans", { files })).out).toContain(
    "没有名为“target/conflit”的规则（是否指“target/conflict”？），该忽略标记不起作用",
  );
});

test("a suppression that has ended brings its finding back, but not where the calendar alone must not fail", async () => {
  const second = "      - { reach: ≥90%, by: 2027-12 }";
  const marked = contradictoryPlan.replace(
    second,
    `${second} # plan-ignore target/conflict: agreed (until 2026-06-29)`,
  );
  const check = async (options: string): Promise<readonly [number, string]> => {
    const files = { "/repo/s.plan.yaml": marked };
    const { exit, out } = await plan(`check s.plan.yaml --as-of 2026-06-30${options}`, { files });
    return [exit, out];
  };
  const [exit, out] = await check("");
  expect(exit).toBe(1);
  expect(out).toContain(
    "warning suppression/expired: the suppression of target/conflict held until 2026-06-29",
  );
  const [exitOfText, text] = await check(" --only plan --fail-on warning");
  expect(exitOfText).toBe(0);
  expect(text).toContain("info suppression/expired: the suppression of target/conflict ended on 2026-06-29");
  expect(text).not.toContain("error target/conflict");
});

test("messages follow --lang, then the environment; ids and source stay", async () => {
  expect((await plan("check wrong.plan.yaml --lang zh-Hans", wrong)).out).toContain("错误 target/conflict：");
  expect((await plan("check wrong.plan.yaml --lang zh-Hant", wrong)).out).toContain("錯誤 target/conflict：");
  expect((await plan("check wrong.plan.yaml", { ...wrong, env: { LANG: "zh_CN.UTF-8" } })).out).toContain(
    "错误 ",
  );
  expect((await plan("check wrong.plan.yaml", { ...wrong, env: { LC_ALL: "zh_TW.UTF-8" } })).out).toContain(
    "錯誤 ",
  );
});

test("--quiet prints errors and the summary only", async () => {
  const { out } = await plan("check small.plan.yaml --quiet", small);
  expect(out.trim().split("\n")).toHaveLength(1);
});

test("colour only when asked for or on a terminal", async () => {
  const controlCharacter = String.fromCharCode(27);
  expect((await plan("check wrong.plan.yaml", wrong)).out).not.toContain(controlCharacter);
  expect((await plan("check wrong.plan.yaml --color always", wrong)).out).toContain(controlCharacter);
});

test("control characters of a plan do not reach the output", async () => {
  const hostile = minimalPlan
    .replace("title: Small plan", 'title: "a\\u001b[31mb\\u202ec"')
    .replace("language: en", "lang\\u0007uage: en");
  const { out } = await plan("check h.plan.yaml", { files: { "/repo/h.plan.yaml": hostile } });
  expect(out).toContain("\\u{1b}[31mb\\u{202e}c");
  expect(out).not.toContain(String.fromCharCode(27));
  expect(out).not.toContain("\u202e");
});

test("memory is asked to be held between plans: not before the first, nor for one alone", async () => {
  const held = async (count: number): Promise<number> => {
    const files: Record<string, string> = {};
    for (let i = 0; i < count; i++) files[`/repo/p${i}.plan.yaml`] = minimalPlan;
    let times = 0;
    expect(await run(["check", "."], { ...fakeHost({ files }), holdMemory: () => times++ })).toBe(0);
    return times;
  };
  expect([await held(1), await held(2), await held(5)]).toEqual([0, 1, 4]);
});
