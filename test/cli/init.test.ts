import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { type FakeHost, type FakeHostOptions, fakeHost } from "../kit/fake-host.ts";

/** Runs `plan init` in a folder without files; fails the test on another exit code. */
async function init(
  args: readonly string[],
  { exit = 0, ...options }: FakeHostOptions & { readonly exit?: number } = {},
): Promise<FakeHost> {
  const host = fakeHost(options);
  expect({ exit: await run(["init", ...args], host), err: exit === 0 ? host.stderr() : "" }).toEqual({
    exit,
    err: "",
  });
  return host;
}

/** Findings of `plan check` over a file of what was written, as `severity code`. */
async function findings(host: FakeHost, path: string, day = "2026-06-30"): Promise<readonly string[]> {
  const checker = fakeHost({ files: Object.fromEntries(host.written) });
  await run(["check", path, "--format", "json", "--as-of", day], checker);
  const { plans } = JSON.parse(checker.stdout());
  return plans.flatMap((plan: { findings: readonly { severity: string; rule: string; message: string }[] }) =>
    plan.findings.map(({ severity, rule, message }) => `${severity} ${rule} ${message}`),
  );
}

const wholeSet = [
  ".github/workflows/plans.yml",
  ".gitlab-ci.yml",
  ".pre-commit-config.yaml",
  "README.md",
  "data/observations.csv",
  "my-plan.plan.yaml",
  "planwright.yaml",
  "schemas/plan.schema.json",
];

test("without a terminal and without options the usual plan is written with all that belongs beside it", async () => {
  const host = await init([]);
  expect([...host.written.keys()].map((path) => path.replace("/repo/", "")).sort()).toEqual(wholeSet);
  expect(host.stdout()).toContain(
    "\nNext:\n  1. Replace the examples in my-plan.plan.yaml.\n  2. plan check\n",
  );
});

test.each([
  ["en", []],
  ["zh-Hans", []],
  ["zh-Hant", []],
  ["en", ["--unit", "people", "--baseline", "1,200 people", "--target", "300", "--frequency", "yearly"]],
  ["zh-Hans", ["--unit", "人次", "--baseline", "-", "--target", "5000", "--owner", "某区民政局: # 甲"]],
  ["en", ["--baseline", "85", "--target", "85", "--frequency", "monthly"]],
  ["zh-Hans", ["--period", "2027～2029", "--baseline", "12.5", "--target", "40%", "--frequency", "每半年"]],
  ["en", ["--period", "2026-06..2026-07", "--unit", "null", "--title", "yes"]],
])("a plan in %s with %j has no finding", async (language, args) => {
  const host = await init(["--yes", "--plan-lang", language, "--id", "p", ...args]);
  expect(await findings(host, "p.plan.yaml")).toEqual([]);
});

test("a terminal is asked, wrong answers are asked again, and two indicators stand in the plan as answered", async () => {
  const typed = [
    "Evening clinics", // title
    "clinics 2026", // an id has no space
    "clinics-2026",
    "Health office",
    "2027..2026", // the wrong way round
    "2026-06..2027-12",
    "Clinics open in the evening",
    "", // unit: %
    "forty",
    "45%",
    "85",
    "",
    "monthly",
    "Waiting time", // another indicator
    "days",
    "12",
    "5 days",
    "Ward council",
    "quarterly",
    "", // no more
  ];
  const host = await init([], { typed, columns: 80 });
  const plan = host.written.get("/repo/clinics-2026.plan.yaml") ?? "";
  expect(host.stdout()).toContain("Who issues it [Our office]: ");
  expect(host.stdout()).toContain("  a number in %\n");
  expect(plan).toContain('    unit: "%"\n    direction: increase');
  expect(plan).toContain("    unit: days\n    direction: decrease\n    baseline: { is: 12, at: 2026-05");
  expect(plan).toContain("  - { id: owner-2, name: Ward council }");
  expect(host.written.get("/repo/data/observations.csv")).toBe(
    "indicator,at,value,state,reported,source,note\nindicator-1,2026-05,45,final,,,baseline\nindicator-2,2026-05,12,final,,,baseline\n",
  );
  expect(await findings(host, "clinics-2026.plan.yaml")).toEqual([]);
});

test.each(["en", "zh-Hans", "zh-Hant"])("the plan in %s is in the layout of fmt", async (language) => {
  const host = fakeHost();
  expect(await run(["init", "--yes", "--plan-lang", language], host)).toBe(0);
  const [path, text] = [...host.written].find(([name]) => name.endsWith(".plan.yaml")) ?? ["", ""];
  const check = fakeHost({ files: { [path]: text } });
  expect(await run(["fmt", path, "--check"], check)).toBe(0);
});

test("the usual answer to a question is shown in the language of the questions", async () => {
  const host = await init(["--lang", "zh-Hans"], {
    typed: Array.from({ length: 11 }, () => ""),
    columns: 80,
  });
  expect(host.stdout()).toContain("报送频次（每周、每月、每季度、每半年、每年） [每季度]：");
  expect(host.stdout()).not.toContain("quarterly");
});

test.each([
  // figures of 2026-Q1 are owed since May (a month after the end of the quarter)
  ["2026-01..2027-12", "2026-06-30", "status/stale"],
  ["2024-01..2025-12", "2026-06-30", "status/missed"],
])("a period %s that has begun is told, as it owes figures", async (period, day, rule) => {
  const host = await init(["--yes", "--period", period]);
  expect(host.stdout()).toContain(
    `The period has begun, and its figures are not reported yet: until they are, plan check warns (${rule}).\nplan init --records my-plan.plan.yaml writes the sheet of what is due.\n`,
  );
  expect((await findings(host, "my-plan.plan.yaml", day)).map((one) => one.split(" ")[1])).toEqual([rule]);
  const usual = await init(["--yes"]);
  expect(usual.stdout()).not.toContain("has begun");
});

test("an input that ends early writes nothing", async () => {
  const host = await init([], { typed: ["Evening clinics"], columns: 80, exit: 2 });
  expect(host.written.size).toBe(0);
  expect(host.stderr().replace(/\s+/g, " ")).toContain(
    "the input ended before the last question; nothing was written",
  );
});

test("--yes asks nothing on a terminal either", async () => {
  const host = await init(["--yes", "--title", "Meals"], { typed: [], columns: 80 });
  expect(host.written.has("/repo/meals.plan.yaml")).toBe(true);
});

test("files that exist are told and nothing is written; --keep writes the others", async () => {
  const files = { "/repo/README.md": "mine\n", "/repo/planwright.yaml": "" };
  const refused = await init(["--yes"], { files, exit: 2 });
  expect(refused.stderr()).toContain("already there: planwright.yaml, README.md; nothing was written");
  expect(refused.written.size).toBe(0);
  const kept = await init(["--yes", "--keep"], { files });
  expect(kept.stdout()).toContain("kept README.md\n");
  expect([...kept.written.keys()].sort()).toEqual(
    wholeSet
      .filter((name) => name !== "README.md" && name !== "planwright.yaml")
      .map((name) => `/repo/${name}`),
  );
});

test("inside a repository that has its settings only the plan, its sheet and the schema are written", async () => {
  const host = await init(["plans/meals", "--yes"], { files: { "/repo/planwright.yaml": "" } });
  expect([...host.written.keys()]).toEqual([
    "/repo/plans/meals/my-plan.plan.yaml",
    "/repo/plans/meals/data/observations.csv",
    "/repo/plans/meals/schemas/plan.schema.json",
  ]);
});

test("below the top of a repository it says where pipelines look", async () => {
  const host = await init(["plans", "--yes"], { files: { "/repo/.git/HEAD": "" } });
  expect(host.stdout()).toContain("only at the top of the repository");
});

test.each([
  [["--period", "2027-01..2026-01"], "--period cannot be 2027-01..2026-01"],
  [["--baseline", "about 5"], '--baseline cannot be "about 5": a number in %'],
  [["--id", "../x"], "--id cannot be ../x"],
  [["--frequency", "now and then"], '--frequency cannot be "now and then"'],
])("%j is refused", async (args, words) => {
  const host = await init(["--yes", ...args], { exit: 2 });
  expect(host.stderr()).toContain(words);
  expect(host.written.size).toBe(0);
});

test("a file that cannot be written is told", async () => {
  const host = await init(["--yes"], { writeFailure: "EROFS", exit: 2 });
  expect(host.stderr()).toContain("cannot be written: the disk is read-only");
});

test("the sheet's headings, the schema and the comments are in the language of the plan", async () => {
  const host = await init(["--yes", "--plan-lang", "zh-Hant", "--title", "个人计划"]);
  const sheet = host.written.get("/repo/data/observations.csv") ?? "";
  expect(sheet).toMatch(/^\ufeff指標,時間,實際值,狀態,/);
  expect(host.written.get("/repo/schemas/plan.schema.json")).toContain("指標");
  const plan = host.written.get("/repo/个人计划.plan.yaml") ?? "";
  expect(plan).toContain("title: 个人计划\nlanguage: zh-Hant\n");
  expect(plan).toContain("責任主體");
});

test("the editor's line names the schema that is written beside the plan", async () => {
  const host = await init(["--yes"]);
  const plan = host.written.get("/repo/my-plan.plan.yaml") ?? "";
  expect(plan.split("\n")[0]).toBe("# yaml-language-server: $schema=schemas/plan.schema.json");
  const published = JSON.parse(readFileSync("schemas/plan.schema.json", "utf8"));
  expect(JSON.parse(host.written.get("/repo/schemas/plan.schema.json") ?? "")).toEqual(published);
});

test("the pipelines install the version that wrote them and check what pull requests change", async () => {
  const host = await init(["--yes"]);
  for (const path of [".github/workflows/plans.yml", ".gitlab-ci.yml"]) {
    const text = host.written.get(`/repo/${path}`);
    expect(text).toContain("npm install --global planwright@0.0.0-test");
    expect(text).toContain("plan check --only plan");
  }
  expect(host.written.get("/repo/.pre-commit-config.yaml")).toContain('["planwright@0.0.0-test"]');
});
