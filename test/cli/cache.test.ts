/** `--cache DIR`: an answer is given again exactly as long as everything that was read on the way reads the same. */
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { cacheFolder } from "../../src/host/cache-folder.ts";
import { keepRun, recallRun } from "../../src/host/cached-run.ts";
import { type FakeHostOptions, fakeHost } from "../kit/fake-host.ts";
import { minimalPlan } from "../kit/plans.ts";

const argv = ["check", "plans", "--cache", "/cache"];
const plans = {
  "/repo/plans/a.plan.yaml": `${minimalPlan}data: { observations: values.csv }\n`,
  "/repo/plans/values.csv": "indicator,at,value\ncoverage,2026-06,56%\n",
  "/repo/plans/b.plan.yaml": minimalPlan,
};

interface Ended {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  /** The files before the run and what it wrote. */
  readonly files: Readonly<Record<string, string>>;
}

/** As the start file does it: from the cache if it can be, else by a run that is kept. */
async function start(
  files: Readonly<Record<string, string>>,
  { call = argv, ...options }: Omit<FakeHostOptions, "files"> & { readonly call?: readonly string[] } = {},
): Promise<Ended & { readonly recalled: boolean }> {
  const host = fakeHost({ files, ...options });
  const known = await recallRun(call, host);
  const exit = known ?? (await keepRun(call, host, (noted) => run(call, noted)));
  return {
    exit,
    out: host.stdout(),
    err: host.stderr(),
    files: { ...files, ...Object.fromEntries(host.written) },
    recalled: known !== null,
  };
}

const entriesOf = (files: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(files).filter((path) => /^\/cache\/[0-9a-f]{64}\.json$/.test(path));

test("the same call on the same files is answered from the cache, with the same text and exit code", async () => {
  const first = await start(plans);
  const second = await start(first.files);
  expect(second).toEqual({ ...first, recalled: true });
  const without = await start(plans, { call: ["check", "plans"] });
  expect([first.recalled, first.exit, first.err, first.out]).toEqual([false, without.exit, "", without.out]);
});

const findings = `${minimalPlan}`.replace("increase", "decrease");
test.each<[string, Readonly<Record<string, string>>, Omit<FakeHostOptions, "files">]>([
  ["a plan", { "/repo/plans/b.plan.yaml": findings }, {}],
  ["a data file", { "/repo/plans/values.csv": "indicator,at,value\ncoverage,2026-06,46%\n" }, {}],
  ["a plan that is new in the folder", { "/repo/plans/c.plan.yaml": minimalPlan }, {}],
  ["a configuration that was not there", { "/repo/planwright.yaml": "as-of: 2026-12-31\n" }, {}],
  ["the language of the environment", {}, { env: { LANG: "zh_CN.UTF-8" } }],
  ["the width of the terminal", {}, { columns: 60 }],
])("what depends on %s is found anew when it changes", async (_, changed, options) => {
  const first = await start(plans);
  const second = await start({ ...first.files, ...changed }, options);
  const without = await start({ ...plans, ...changed }, { ...options, call: ["check", "plans"] });
  expect(second.recalled).toBe(false);
  expect([second.out, second.exit]).toEqual([without.out, without.exit]);
});

test("of many plans only the changed one is checked anew", async () => {
  const first = await start(plans);
  const marked = Object.fromEntries(
    entriesOf(first.files).map((path) => [
      path,
      (first.files[path] ?? "").replaceAll("a.plan.yaml  Small plan", "a.plan.yaml  KEPT"),
    ]),
  );
  const second = await start({ ...first.files, ...marked, "/repo/plans/b.plan.yaml": findings });
  expect(second.recalled).toBe(false);
  expect(second.out).toContain("a.plan.yaml  KEPT");
  expect(second.out).toContain("target/wrong-direction");
});

test("an entry cut short counts as none", async () => {
  const first = await start(plans);
  const broken = Object.fromEntries(
    entriesOf(first.files).map((path) => [path, (first.files[path] ?? "").slice(0, 200)]),
  );
  const second = await start({ ...first.files, ...broken });
  expect([second.recalled, second.out]).toEqual([false, first.out]);
});

test("standard input is never answered from the cache", async () => {
  const call = ["check", "-", "--cache", "/cache"];
  const first = await start({}, { call, stdin: minimalPlan });
  const second = await start(first.files, { call, stdin: findings });
  expect(entriesOf(second.files)).toEqual([]);
  expect(second.out).toContain("target/wrong-direction");
});

test("a call that could not run is not kept", async () => {
  const first = await start(plans, { call: ["check", "no-such-folder", "--cache", "/cache"] });
  expect(first.exit).toBe(2);
  expect(entriesOf(first.files)).toEqual([]);
});

test("a cache that cannot be written is told and changes nothing else", async () => {
  const { out, err, exit } = await start(plans, { writeFailure: "EROFS" });
  const without = await start(plans, { call: ["check", "plans"] });
  expect([out, exit]).toEqual([without.out, without.exit]);
  expect(err).toContain("output/cache-unwritable");
});

test("the folder is taken from either form of the option, and not from behind --", () => {
  expect(cacheFolder(["check", "--cache", "x"])).toBe("x");
  expect(cacheFolder(["check", "--cache=x"])).toBe("x");
  expect(cacheFolder(["check", "--", "--cache", "x"])).toBe(null);
  expect(cacheFolder(["check", "--cache"])).toBe(null);
});
