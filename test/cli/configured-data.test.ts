/** `data` in `planwright.yaml`: files of figures for the plans that name none themselves. */
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { fakeHost } from "../kit/fake-host.ts";
import { minimalPlan } from "../kit/plans.ts";

const without = minimalPlan.replace(/ {4}observations: .*\n/, "");
const setting = "data:\n  observations: data/{id}.csv\n";
const figures = "indicator,at,value\ncoverage,2026-03,51\ncoverage,2026-06,56\n";

interface Row {
  readonly value: string | null;
}

async function check(files: Readonly<Record<string, string>>, args = "check . --format json") {
  const host = fakeHost({ files: { ...files } });
  const exit = await run(`${args} --as-of 2026-06-30 --lang en`.split(" "), host);
  const told = args.includes("json") ? JSON.parse(host.stdout()) : null;
  const values = (at: number): unknown => told.plans[at].indicators.map(({ value }: Row) => value);
  const rules = (at: number): readonly string[] =>
    told.plans[at].findings.map((f: { rule: string }) => f.rule);
  return { exit, host, told, values, rules };
}

test("each plan without data of its own gets the file that bears its id, from its own folder or one below", async () => {
  const { exit, values, rules } = await check({
    "/repo/planwright.yaml": setting,
    "/repo/a.plan.yaml": without,
    "/repo/district/b.plan.yaml": without.replace("id: small", "id: other"),
    "/repo/data/small.csv": figures,
    "/repo/data/other.csv": figures.replace("56", "57"),
  });
  expect([exit, values(0), values(1)]).toEqual([0, ["56"], ["57"]]);
  expect(rules(0)).not.toContain("status/no-data");
});

test("a plan that names a file of the kind itself keeps it; other kinds still come from the settings", async () => {
  const { told, values } = await check({
    "/repo/planwright.yaml": `${setting}  progress: { file: data/progress.csv, demo: true }\n`,
    "/repo/a.plan.yaml": `${without}data: { observations: own.csv }\n`,
    "/repo/own.csv": figures.replace("56", "58"),
    "/repo/data/small.csv": figures,
    "/repo/data/progress.csv": "kind,id,at,state\nmilestone,none,2026-03,done\n",
  });
  expect(values(0)).toEqual(["58"]);
  const demo = told.plans[0].findings.find(({ rule }: { rule: string }) => rule === "status/demo-data");
  expect([demo.file, demo.range.start.line]).toEqual(["planwright.yaml", 3]);
  const inFile = told.plans[0].findings.filter(({ file }: { file: string }) => file === "data/progress.csv");
  expect(inFile.map(({ severity }: { severity: string }) => severity)).toEqual(["error"]);
});

test("a file by the plan's id may be missing, which is told at the id; one by a fixed name must be there", async () => {
  const byId = await check({ "/repo/planwright.yaml": setting, "/repo/a.plan.yaml": without });
  const note = byId.told.plans[0].findings.find(
    ({ rule }: { rule: string }) => rule === "configuration/no-data-file",
  );
  expect(note).toMatchObject({ severity: "info", file: "a.plan.yaml", range: { start: { line: 2 } } });
  expect(note.message).toBe(
    "there is no file data/small.csv, where planwright.yaml:2 looks for the figures of this plan",
  );
  expect(byId.rules(0)).toContain("status/no-data");
  const fixed = await check({
    "/repo/planwright.yaml": "data: { observations: all.csv }\n",
    "/repo/a.plan.yaml": without,
  });
  expect(fixed.exit).toBe(1);
  const missing = fixed.told.plans[0].findings.find(
    ({ rule }: { rule: string }) => rule === "reference/missing-file",
  );
  expect(missing).toMatchObject({
    file: "planwright.yaml",
    range: { start: { line: 1, column: 23 } },
  });
});

test.each([
  ["data: { observation: a.csv }", "unknown setting observation", "did you mean: observations"],
  ["data: a.csv", "data holds lines of the form KIND: FILE", "help"],
  ["data: { progress: ../a.csv }", "must stand below the folder of this file, not at ../a.csv", "help"],
  ["data: { progress: /etc/passwd }", "must stand below the folder of this file, not at /etc/passwd", "help"],
  ["data:\n  progress: 'a{name}.csv'", "only {id} stands for something else", "help"],
  ["data: { progress: { demo: true } }", "a data file needs `file`", "help"],
  ["data: { progress: { file: a.csv, demo: yes } }", "demo is true or false, not yes", "help"],
  ["data: { progress: { file: a.csv, dmo: true } }", "unknown setting dmo", "did you mean: demo"],
  ["data: { progress: [[a.csv]] }", "must stand below the folder of this file", "help"],
])("the setting %j is refused at its line", async (text, words, more) => {
  const files = { "/repo/a.plan.yaml": without, "/repo/planwright.yaml": text };
  const { exit, host } = await check(files, "check .");
  expect(exit).toBe(2);
  expect(host.stdout()).toContain(words);
  expect(host.stdout()).toContain(more);
});

test("an id that leads out of the root reads nothing there", async () => {
  const { told } = await check({
    "/repo/planwright.yaml": "data:\n  observations: '{id}.csv'\n",
    "/repo/a.plan.yaml": without.replace("id: small", "id: ../secret"),
    "/secret.csv": figures,
  });
  expect(told.plans[0].indicators[0].value).toBeNull();
  expect(told.plans[0].findings.map((f: { rule: string }) => f.rule)).toContain("reference/missing-file");
});

test("plan config shows the file of a plan and who names it: the settings, or the plan", async () => {
  const files = {
    "/repo/planwright.yaml": setting,
    "/repo/a.plan.yaml": without,
    "/repo/district/b.plan.yaml": `${without}data: { observations: [own.csv, more.csv] }\n`,
  };
  const settings = async (path: string): Promise<unknown> => {
    const host = fakeHost({ files });
    expect(await run(`config ${path} --format json --lang en`.split(" "), host)).toBe(0);
    return JSON.parse(host.stdout()).settings.filter(({ name }: { name: string }) =>
      name.startsWith("data."),
    );
  };
  const none = ["data.progress", "data.spending"].map((name) => ({ name, value: null, from: null }));
  expect(await settings("a.plan.yaml")).toEqual([
    { name: "data.observations", value: "data/small.csv", from: "planwright.yaml:2" },
    ...none,
  ]);
  expect(await settings("district/b.plan.yaml")).toEqual([
    {
      name: "data.observations",
      value: "district/own.csv, district/more.csv",
      from: "district/b.plan.yaml:16",
    },
    ...none,
  ]);
  expect(await settings("district")).toEqual([
    { name: "data.observations", value: "data/{id}.csv", from: "planwright.yaml:2" },
    ...none,
  ]);
});

test("a cached answer is not given when the settings name another file, or the file has changed", async () => {
  const files: Record<string, string> = {
    "/repo/planwright.yaml": setting,
    "/repo/a.plan.yaml": without,
    "/repo/data/small.csv": figures,
    "/repo/other.csv": figures.replace("56", "60"),
  };
  const host = fakeHost({ files });
  const value = async (): Promise<string> => {
    const before = host.stdout().length;
    const args = ["check", ".", "--format", "json", "--as-of", "2026-06-30", "--cache", "/cache"];
    expect(await run(args, host)).toBe(0);
    return JSON.parse(host.stdout().slice(before)).plans[0].indicators[0].value;
  };
  expect([await value(), await value()]).toEqual(["56", "56"]);
  files["/repo/data/small.csv"] = figures.replace("56", "59");
  expect(await value()).toBe("59");
  files["/repo/planwright.yaml"] = "data: { observations: other.csv }\n";
  expect(await value()).toBe("60");
});

test("a watch checks a plan again when the file that the settings give to it comes or changes", async () => {
  const files: Record<string, string> = { "/repo/planwright.yaml": setting, "/repo/a.plan.yaml": without };
  const change = (name: string, content: string) => (): readonly string[] => {
    files[name] = content;
    return [name];
  };
  const host = fakeHost({
    files,
    changes: [
      change("/repo/data/small.csv", "indicator,at,value\ncoverage,2026-06,five\n"),
      change("/repo/data/small.csv", figures),
    ],
  });
  await run(["check", "--watch", "--as-of", "2026-06-30", "--lang", "en"], host);
  expect(host.stdout()).toContain("gone: info configuration/no-data-file");
  expect(host.stdout()).toMatch(/1 new.*\n[\s\S]*gone: error data\//);
});
