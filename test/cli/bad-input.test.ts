import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { type Host, OutputFailure } from "../../src/host/host.ts";
import { type FakeHostOptions, fakeHost } from "../kit/fake-host.ts";
import { contradictoryPlan, minimalPlan } from "../kit/plans.ts";

const schema = JSON.parse(readFileSync("schemas/check-output.schema.json", "utf8"));
const validate = new Ajv({ strict: false }).compile(schema);

interface Result {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

async function plan(
  args: readonly string[],
  options: FakeHostOptions = {},
  change: Partial<Host> = {},
): Promise<Result> {
  const host = fakeHost(options);
  const exit = await run(args, { ...host, ...change });
  return { exit, out: host.stdout(), err: host.stderr() };
}

const small = { files: { "/repo/small.plan.yaml": minimalPlan } };

test("an empty path is named as such, and the working folder is not searched in its place", async () => {
  const { exit, out } = await plan(["check", ""], small);
  expect(exit).toBe(2);
  expect(out).toContain("a path is empty");
  expect(out).toContain("0 plans in 0 files");
});

test("a folder named like a plan is told to be a folder", async () => {
  const files = { "/repo/x.plan.yaml/readme.md": "x" };
  const { exit, out } = await plan(["check", "x.plan.yaml", "--lang", "zh-Hans"], { files });
  expect(exit).toBe(2);
  expect(out).toContain("“x.plan.yaml”是文件夹");
});

test("a glob without matches is told as a glob", async () => {
  const { exit, out } = await plan(["check", "*.nope"], small);
  expect(exit).toBe(2);
  expect(out).toContain('no YAML file matches "*.nope"');
});

test("a slash behind a file's name does not make it another kind of file", async () => {
  expect((await plan(["check", "small.plan.yaml/"], small)).exit).toBe(0);
});

test("a folder that cannot be listed is exit 2, because what lies in it was not checked", async () => {
  const { exit, out } = await plan(["check", "."], { ...small, deniedFolders: ["secret"] });
  expect(exit).toBe(2);
  expect(out).toContain("secret cannot be read: the folder cannot be listed");
  expect(out).toContain("● on track");
});

test("a plan that is a link out of its root is not read", async () => {
  const failures = { "/repo/link.plan.yaml": "outside-root" } as const;
  const { exit, out } = await plan(["check", "link.plan.yaml"], { failures });
  expect(exit).toBe(2);
  expect(out).toContain("a link that leads out of the root folder");
});

test("plans are read within their root, the nearest planwright.yaml", async () => {
  const files = { "/repo/planwright.yaml": "", "/repo/a/small.plan.yaml": minimalPlan };
  const roots: (string | undefined)[] = [];
  const host = fakeHost({ files });
  await run(["check", "a"], {
    ...host,
    read: (path, limits) => {
      if (path.endsWith("small.plan.yaml")) roots.push(limits.root);
      return host.read(path, limits);
    },
  });
  expect(roots).toEqual(["/repo"]);
});

test.each([
  ["2026/6/30", "2026-06-30"],
  ["20260630", "2026-06-30"],
  // A period is its last day.
  ["2026-06", "2026-06-30"],
  ["2026年6月", "2026-06-30"],
])("--as-of %s is refused, and %s suggested", async (given, meant) => {
  const { exit, out } = await plan(["check", "small.plan.yaml", "--as-of", given], small);
  expect(exit).toBe(2);
  expect(out).toContain(`did you mean: ${meant}`);
});

test("settings: an unknown key, a level and a date in another form are told at their lines", async () => {
  const settings = "as-of: 2026/9/30\nlanguage: zh\nrules:\n  target/conflict: warn\n";
  const { exit, out } = await plan(["check", "."], {
    files: { ...small.files, "/repo/planwright.yaml": settings },
  });
  expect(exit).toBe(2);
  expect(out).toContain("did you mean: 2026-09-30");
  expect(out).toContain("unknown setting language");
  expect(out).toContain("unknown level warn");
  expect(out).toContain("planwright.yaml:4:20");
});

test("--entity that no plan has is told on standard error with exit code 2, JSON stays alone on standard output", async () => {
  const text = await plan(["check", "small.plan.yaml", "--entity", "nobody"], small);
  expect([text.exit, text.err]).toEqual([
    2,
    expect.stringContaining("--entity nobody: no plan has entities"),
  ]);
  const json = await plan(["check", "small.plan.yaml", "--entity", "nobody", "--format", "json"], small);
  expect(json.exit).toBe(2);
  expect(validate(JSON.parse(json.out))).toBe(true);
  expect((await plan(["check", "small.plan.yaml", "--entity", "all"], small)).exit).toBe(0);
});

test("--entity with a slip of the pen suggests the entity meant", async () => {
  const declared = minimalPlan.replace(
    "indicators:",
    "entities: [{ id: northside, name: North }]\nindicators:",
  );
  const files = { "/repo/e.plan.yaml": declared };
  for (const command of ["check", "status"]) {
    const { exit, err } = await plan([command, "e.plan.yaml", "--entity", "northsite"], { files });
    expect([exit, err]).toEqual([2, expect.stringContaining("did you mean: northside")]);
  }
  const explained = await plan(["explain", "e.plan.yaml#coverage", "--entity", "northsite"], { files });
  expect([explained.exit, explained.out]).toEqual([2, ""]);
});

test("a fault of ours on one plan is exit 3, told at that plan; the others are checked and JSON stays valid", async () => {
  const broken = `${minimalPlan}data:\n  observations: values.csv\n`;
  const files = { "/repo/a.plan.yaml": broken, "/repo/b.plan.yaml": contradictoryPlan };
  const host = fakeHost({ files });
  const exit = await run(["check", "a.plan.yaml", "b.plan.yaml", "--format", "json"], {
    ...host,
    read: (path, limits) => {
      if (path.endsWith(".csv")) throw new TypeError("boom");
      return host.read(path, limits);
    },
  });
  const json = JSON.parse(host.stdout());
  expect(validate(json)).toBe(true);
  expect(exit).toBe(3);
  expect(json.plans.map((p: { id: string | null }) => p.id)).toEqual([null, "small"]);
  expect(json.plans[0].findings[0]).toMatchObject({
    rule: "internal/fault",
    message: expect.stringContaining("boom"),
  });
});

test("output that cannot be written is exit 2 in words, not a fault of ours", async () => {
  const full = {
    isTerminal: false,
    columns: null,
    write: () => {
      throw new OutputFailure("ENOSPC");
    },
  };
  const { exit, err } = await plan(["check", "small.plan.yaml"], small, { out: full });
  expect(exit).toBe(2);
  expect(err).toContain("the output cannot be written: no space left on the disk");
});

test.each([
  ["EACCES", "permission denied"],
  ["ENOSPC", "no space left on the disk"],
  ["ENOTDIR", "a part of the path is a file, not a folder"],
  ["EIO", "writing failed (EIO)"],
])("a report that cannot be written (%s) is exit 2 and says why", async (writeFailure, words) => {
  const { exit, out, err } = await plan(["report", "small.plan.yaml"], { ...small, writeFailure });
  expect([exit, out]).toEqual([2, ""]);
  expect(err).toContain(`small-status.html cannot be written: ${words}`);
});

test("two plans with one id get two reports and a page that leads to them; a format asked for twice is written once", async () => {
  const host = fakeHost({ files: { "/repo/a.plan.yaml": minimalPlan, "/repo/b.plan.yaml": minimalPlan } });
  expect(await run(["report", ".", "--to", "md, MD,md"], host)).toBe(0);
  expect([...host.written.keys()]).toEqual([
    "/repo/small-status.md",
    "/repo/small-2-status.md",
    "/repo/index.md",
  ]);
});

test("an id with signs of paths and terminals cannot choose where a report is written", async () => {
  const odd = minimalPlan.replace("id: small", 'id: "../../etc/\\e[31m\\u202ex"');
  const host = fakeHost({ files: { "/repo/a.plan.yaml": odd } });
  await run(["report", "a.plan.yaml", "--out", "o"], host);
  expect([...host.written.keys()]).toEqual(["/repo/o/etc-31m-x-status.html"]);
  const long = minimalPlan.replace("id: small", `id: ${"长".repeat(300)}`);
  const other = fakeHost({ files: { "/repo/a.plan.yaml": long } });
  await run(["report", "a.plan.yaml"], other);
  // File systems allow 255 bytes, a Chinese character takes three.
  expect(Buffer.byteLength([...other.written.keys()][0] ?? "")).toBeLessThan(210);
});

test("explain asks for one plan, names rule families, takes kinds in Chinese and tells items that share an id", async () => {
  const shared = minimalPlan.replace("indicators:", "actions: [{ id: coverage, name: Cover }]\nindicators:");
  const files = { "/repo/a.plan.yaml": shared, "/repo/b.plan.yaml": minimalPlan };
  const explain = (what: string): Promise<Result> => plan(["explain", what], { files });
  expect((await explain(".#coverage")).err).toContain(". holds 2 plans; name one of them before the #");
  expect((await explain("target")).err).toContain("target is a family of rules");
  expect((await explain("a.plan.yaml#coverage")).out).toContain(
    "The action has the same id: #action/coverage",
  );
  expect((await explain("a.plan.yaml#重点任务/coverage")).out).toMatch(
    /^action coverage {2}a\.plan\.yaml:6\n\n6 \| actions:/,
  );
  expect((await explain("a.plan.yaml#mechanism/coverage")).exit).toBe(2);
});

test.each([["rules", "nope"], ["schema", "nope"], ["explain", "no/rule"], ["nope"], ["status", "--nope"]])(
  "a wrong call of %s with --format json prints JSON alone, or refuses the option",
  async (...args) => {
    const { exit, out, err } = await plan([...args, "--format", "json"], small);
    expect([exit, err]).toEqual([2, ""]);
    expect(validate(JSON.parse(out))).toBe(true);
  },
);

test("of options given twice the last counts", async () => {
  const args = [
    "check",
    "--format",
    "json",
    "--nope",
    "--lang",
    "en",
    "--lang",
    "zh-Hans",
    "--format",
    "text",
  ];
  const { out, err } = await plan(args, small);
  expect(out).toBe("");
  expect(err).toContain("未知选项“--nope”");
});

test("--lang and --color may stand before the command", async () => {
  expect((await plan(["--lang", "zh-Hans", "check", "small.plan.yaml"], small)).out).toContain("● 正常");
  expect((await plan(["--color", "always", "check", "small.plan.yaml"], small)).out).toContain("\u001b[");
  const { exit, err } = await plan(["check", "--lang", "zh_TW"], small);
  expect([exit, err]).toEqual([2, expect.stringContaining("did you mean: zh-Hant")]);
});

test("JSON holds no sign that a terminal or log viewer obeys", async () => {
  const hostile = minimalPlan.replace("Small plan", '"a\\u009b31m\\u202eb\\u200b"');
  const { out } = await plan(["check", "h.plan.yaml", "--format", "json"], {
    files: { "/repo/h.plan.yaml": hostile },
  });
  expect(out).toContain("\\u009b31m\\u202eb\\u200b");
  expect(JSON.parse(out).plans[0].title).toBe("a\u009b31m\u202eb\u200b");
});
