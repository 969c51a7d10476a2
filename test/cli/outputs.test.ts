/** `--output-file`, `--max-warnings`, defaults of `planwright.yaml`, `plan config`. */
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { readYaml } from "../../src/load/yaml.ts";
import { type FakeHostOptions, fakeHost } from "../kit/fake-host.ts";
import { contradictoryPlan, minimalPlan } from "../kit/plans.ts";

async function plan(args: string, options: FakeHostOptions) {
  const host = fakeHost(options);
  const exit = await run(args.split(" "), host);
  return { exit, out: host.stdout(), err: host.stderr(), written: host.written };
}

const wrong = { "/repo/wrong.plan.yaml": contradictoryPlan };

test("several formats go each to its file, and text still to standard output", async () => {
  const args =
    "check . --output-file sarif=out/a.sarif --output-file junit=a.xml --output-file json=a.json --output-file text=a.txt";
  const { exit, out, written } = await plan(args, { files: wrong });
  expect(exit).toBe(1);
  expect(out).toContain("error target/conflict");
  expect([...written.keys()]).toEqual(["/repo/out/a.sarif", "/repo/a.xml", "/repo/a.json", "/repo/a.txt"]);
  expect(JSON.parse(written.get("/repo/a.json") ?? "")).toEqual(
    JSON.parse((await plan("check . --format json", { files: wrong })).out),
  );
  expect(written.get("/repo/a.txt")).toBe(out);
  expect(JSON.parse(written.get("/repo/out/a.sarif") ?? "").version).toBe("2.1.0");
});

test.each([
  ["--output-file sarif=a --output-file json=./a", "two outputs cannot go to one file"],
  ["--output-file xml=a", "--output-file cannot be read: xml=a"],
  ["--output-file sarif", "--output-file cannot be read: sarif"],
  ["--output-file sarif=", "--output-file cannot be read: sarif="],
  ["--output-file json=wrong.plan.yaml", "wrong.plan.yaml is named like a plan or a table"],
  ["--output-file json=planwright.yaml", "planwright.yaml is named like a plan or a table"],
  ["--output-file sarif=data/observations.csv", "data/observations.csv is named like a plan or a table"],
  ["--output-file json=folder", "folder cannot be written: a folder has that name"],
])("%s is exit code 2 and told", async (options, words) => {
  const files = { ...wrong, "/repo/planwright.yaml": "", "/repo/folder/x.txt": "" };
  const { exit, out, written } = await plan(`check . ${options}`, { files });
  expect(exit).toBe(2);
  expect(out).toContain(words);
  expect(out).toContain("target/conflict");
  expect([...written.keys()].filter((path) => path.endsWith(".yaml"))).toEqual([]);
});

test("of two outputs to one file neither is written, and the others are", async () => {
  const options = "--output-file sarif=a --output-file json=./a --output-file junit=b.xml";
  const { exit, written } = await plan(`check . ${options}`, { files: wrong });
  expect(exit).toBe(2);
  expect([...written.keys()]).toEqual(["/repo/b.xml"]);
});

test("a baseline that does not exist is told as a missing path", async () => {
  const { exit, out } = await plan("check . --baseline known.json", { files: wrong });
  expect(exit).toBe(2);
  expect(out).toContain('input/missing-path: there is no file or folder "known.json"');
  expect(out).toContain("target/conflict");
});

test("a file that cannot be written is told on standard error", async () => {
  const { exit, err } = await plan("check . --output-file json=a.json", {
    files: wrong,
    writeFailure: "ENOSPC",
  });
  expect(exit).toBe(2);
  expect(err).toContain("a.json cannot be written: no space left on the disk");
});

test.each([
  ["--max-warnings 0", 0, "never", 0],
  ["--max-warnings 0", 1, "error", 1],
  ["--max-warnings 1", 1, "error", 0],
])("%s with %i warnings and --fail-on %s exits %i", async (option, warnings, level, exit) => {
  const text = warnings === 0 ? minimalPlan : minimalPlan.replace("    baseline: 45% @ 2025-12\n", "");
  const result = await plan(`check . ${option} --fail-on ${level} --only plan`, {
    files: { "/repo/a.plan.yaml": text },
  });
  expect(result.out).toContain(`${warnings} warning`);
  expect(result.exit).toBe(exit);
  expect(result.err.includes("more than the 0 that --max-warnings allows")).toBe(exit === 1);
});

test("--max-warnings takes a count", async () => {
  const { exit, out } = await plan("check . --max-warnings few", { files: wrong });
  expect(exit).toBe(2);
  expect(out).toContain("--max-warnings is not a count: few");
});

const settings = `defaults:
  format: json
  fail-on: warning
  max-warnings: 5
  lang: zh-Hans
`;

test("planwright.yaml of the working folder sets what a call leaves out", async () => {
  const files = { ...wrong, "/repo/planwright.yaml": settings };
  expect(JSON.parse((await plan("check .", { files })).out).plans[0].findings[0].message).toMatch(
    /[\u4e00-\u9fff]/,
  );
  const text = await plan("check . --format text --lang en", { files });
  expect(text.out).toContain("error target/conflict");
  const warned = {
    "/repo/a.plan.yaml": minimalPlan.replace("    baseline: 45% @ 2025-12\n", ""),
    "/repo/planwright.yaml": settings,
  };
  expect((await plan("check . --only plan", { files: warned })).exit).toBe(1);
  expect((await plan("check . --only plan --fail-on error", { files: warned })).exit).toBe(0);
});

test.each([
  ["default: {}", "unknown setting default", "did you mean: defaults"],
  ["defaults: { formt: json }", "unknown setting formt", "did you mean: format"],
  ["defaults: { format: sarf }", "format cannot be sarf: it is one of text, json", "did you mean: sarif"],
  ["defaults: { max-warnings: few }", "max-warnings cannot be few: it is a whole number", "help"],
  ["defaults: 3", "defaults holds lines of the form OPTION: VALUE", "help"],
  ["templates: ../outside", "templates must be a folder below that of this file, not ../outside", "help"],
  ["templates: [a]", "templates must be a folder", "help"],
  ["templates: onw", "templates: there is no folder onw beside this file", "help"],
])("the setting %s is refused at its line", async (text, words, more) => {
  const { exit, out } = await plan("check .", { files: { ...wrong, "/repo/planwright.yaml": text } });
  expect(exit).toBe(2);
  expect(out).toContain(words);
  expect(out).toContain(more);
  expect(out).toContain("planwright.yaml:1:");
});

test.each(["rules: [", "rules: { target/conflict: [", "data: [", "defaults: [\n"])(
  "a configuration that is cut short (%s) is one fault",
  async (text) => {
    const { exit, out } = await plan("check . --format json", {
      files: { ...wrong, "/repo/planwright.yaml": text },
    });
    expect(exit).toBe(2);
    const { findings } = JSON.parse(out);
    expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual(["yaml/unclosed"]);
  },
);

test("plan config tells what holds for a file and from where; the nearest file wins", async () => {
  const files = {
    ...wrong,
    "/repo/planwright.yaml": `as-of: 2026-01-31\n${settings}`,
    "/repo/plans/planwright.yaml": "rules:\n  target/conflict: warning\ntemplates: own\n",
    "/repo/plans/a.plan.yaml": minimalPlan,
    "/repo/plans/own/status/short.md.hbs": "",
  };
  const { exit, out } = await plan("config plans/a.plan.yaml --lang en", { files });
  expect(exit).toBe(0);
  const rows = out.split("\n").map((line) => line.trim().split(/ {2,}/));
  expect(out).toContain("configuration: plans/planwright.yaml");
  expect(rows).toContainEqual(["as-of", "2026-06-30", "default"]);
  expect(rows).toContainEqual(["templates", "plans/own", "plans/planwright.yaml:3"]);
  expect(rows).toContainEqual(["rules.target/conflict", "warning", "plans/planwright.yaml:2"]);
  expect(rows).toContainEqual(["defaults.format", "json", "planwright.yaml:3"]);
  const above = JSON.parse((await plan("config --format json --lang en", { files })).out);
  expect(above.configuration).toBe("planwright.yaml");
  expect(above.settings[0]).toEqual({ name: "as-of", value: "2026-01-31", from: "planwright.yaml:1" });
});

test("plan config says that the defaults of a file further down hold for calls made there only", async () => {
  const files = {
    "/repo/plans/planwright.yaml": "as-of: 2026-01-31\ndefaults:\n  fail-on: warning\n",
    "/repo/plans/a.plan.yaml": minimalPlan,
  };
  const { out } = await plan("config plans/a.plan.yaml --lang en", { files });
  expect(out).toContain("defaults.fail-on       error       default\n");
  expect(out).toMatch(
    /\nplans\/planwright\.yaml:3: its defaults hold for calls made from within plans, not for this one\n$/,
  );
  expect((await plan("config plans/a.plan.yaml --lang zh-Hans", { files })).out).toContain(
    "“plans/planwright.yaml:3”中的 defaults 只对在“plans”内执行的命令有效，对本次命令无效",
  );
  expect((await plan("config --lang en", { files })).out).not.toContain("its defaults");
});

test("plan config of a path that is not there, and of a configuration with faults, is exit code 2", async () => {
  expect((await plan("config missing.plan.yaml", { files: wrong })).exit).toBe(2);
  const { exit, err } = await plan("config", { files: { "/repo/planwright.yaml": "ruls: {}" } });
  expect(exit).toBe(2);
  expect(err).toContain("unknown setting ruls");
});

test("templates of the configuration are those of plan report", async () => {
  const files = {
    "/repo/small.plan.yaml": minimalPlan,
    "/repo/planwright.yaml": "templates: own\n",
    "/repo/own/status/short.md.hbs": "short: {{title}}\n",
  };
  const host = fakeHost({ files });
  const find = async () => ({ files: ["own/status/short.md.hbs"], denied: [] });
  const own = {
    ...host,
    find: async (p: Parameters<typeof host.find>[0]) => ("glob" in p ? find() : host.find(p)),
  };
  expect(await run("report small.plan.yaml --template short --to md".split(" "), own)).toBe(0);
  expect([...host.written.values()].join("")).toContain("short: Small plan");
});

test("a template folder of the configuration without a template is told with the place of the setting", async () => {
  const files = {
    "/repo/small.plan.yaml": minimalPlan,
    "/repo/planwright.yaml": "# settings\ntemplates: own\n",
    "/repo/own/notes.txt": "",
  };
  const { exit, err } = await plan("report small.plan.yaml --to md", { files });
  expect(exit).toBe(2);
  expect(err).toContain('templates (planwright.yaml:2): no template in "own"');
});

const configurationSchemas = ["configuration.schema.json", "configuration.zh-Hans.schema.json"].map((file) =>
  new Ajv({ allowUnionTypes: true }).compile(JSON.parse(readFileSync(`schemas/${file}`, "utf8"))),
);

test.each([
  [settings, true],
  ["as-of: 2026-06-30\nrules:\n  target/conflict: off\ntemplates: own\nx-team: 3\n", true],
  ["rules:\ndefaults:\n", true],
  ["ruls: {}\n", false],
  ["rules:\n  target/conflit: error\n", false],
  ["rules:\n  target/conflict: warn\n", false],
  ["defaults:\n  format: sarf\n", false],
  ["defaults:\n  max-warnings: few\n", false],
  ["as-of: soon\n", false],
  ["templates: ''\n", false],
  ["data:\n  observations: 'data/{id}.csv'\n  progress: [a.csv, { file: b.csv }]\n  spending:\n", true],
  ["data:\n  observations: 'data/{name}.csv'\n", false],
  ["data:\n  observation: a.csv\n", false],
  ["data:\n  spending: { demo: true }\n", false],
  ["data:\n  spending: { file: a.csv, when: now }\n", false],
])("the schema of the configuration and the program judge %j alike", async (text, good) => {
  const files = { "/repo/planwright.yaml": text, "/repo/own/status/short.md.hbs": "" };
  const { exit } = await plan("config", { files });
  expect(exit).toBe(good ? 0 : 2);
  const data = dataOf(text);
  for (const isValid of configurationSchemas) expect(isValid(data), JSON.stringify(data)).toBe(good);
});

/** A configuration as an editor sees it. */
function dataOf(text: string): unknown {
  const root = readYaml({ name: "planwright.yaml", text }).value.root;
  const value = (node: NonNullable<typeof root>["entries"][number]["value"]): unknown => {
    if (node.kind === "map") return Object.fromEntries(node.entries.map((e) => [e.key.text, value(e.value)]));
    if (node.kind === "list") return node.items.map(value);
    if (node.style !== "plain") return node.text;
    return node.text === "" ? null : /^\d+$/.test(node.text) ? Number(node.text) : node.text;
  };
  return root === null ? null : value(root);
}
