/** `plan diff` of files and folders, and what it says when there is nothing to compare. */
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { type FakeHostOptions, fakeHost } from "../kit/fake-host.ts";
import { minimalPlan } from "../kit/plans.ts";

const fits = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync("schemas/diff-output.schema.json", "utf8")),
);

const binding = minimalPlan.replace("    role: outcome\n", "    role: outcome\n    attribute: binding\n");
const lower = binding.replace("≥85%", "≥80%");

interface Said {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

async function diff(args: readonly string[], options: FakeHostOptions): Promise<Said> {
  const host = fakeHost(options);
  const exit = await run(["diff", ...args], host);
  return { exit, out: host.stdout(), err: host.stderr() };
}

const two = { "/repo/a.plan.yaml": binding, "/repo/b.plan.yaml": lower };

test.each([
  ["weakened", lower, 1],
  ["weakened", binding.replace("≥85%", "≥90%"), 0],
  ["any", binding.replace("≥85%", "≥90%"), 1],
  ["any", binding, 0],
  ["never", lower, 0],
  ["weakened", lower.replace("attribute: binding", "attribute: anticipatory"), 1],
] as const)("--fail-on %s with a change is exit %#", async (failOn, after, exit) => {
  const files = { "/repo/a.plan.yaml": binding, "/repo/b.plan.yaml": after };
  expect((await diff(["a.plan.yaml", "b.plan.yaml", "--fail-on", failOn], { files })).exit).toBe(exit);
});

test("two states that say the same are told so", async () => {
  const files = { "/repo/a.plan.yaml": binding, "/repo/b.plan.yaml": `${binding}\n# a comment\n` };
  const said = await diff(["a.plan.yaml", "b.plan.yaml"], { files });
  expect(said).toEqual({ exit: 0, out: "1 plan compared: no change.\n", err: "" });
  const chinese = await diff(["a.plan.yaml", "b.plan.yaml", "--lang", "zh-Hans"], { files });
  expect(chinese.out).toBe("已比较 1 个方案：没有变化。\n");
});

const folders = {
  "/repo/old/kept.plan.yaml": binding,
  "/repo/new/kept.plan.yaml": binding,
  "/repo/old/moved.plan.yaml": binding.replace("id: small", "id: moved"),
  "/repo/new/deep/moved-here.plan.yaml": lower.replace("id: small", "id: moved"),
  "/repo/old/gone.plan.yaml": binding.replace("id: small", "id: gone"),
  "/repo/new/fresh.plan.yaml": minimalPlan.replace("id: small", "id: fresh"),
  "/repo/old/broken.plan.yaml": "format: 1\nid: [\n",
  "/repo/new/broken.plan.yaml": binding.replace("id: small", "id: broken"),
};

test("plans of folders are paired by path, then by id; what one side alone has is new or gone; a broken one stops no other", async () => {
  const { exit, out } = await diff(["old", "new", "--format", "json"], { files: folders });
  expect(exit).toBe(1);
  const json = JSON.parse(out);
  expect(fits(json), JSON.stringify(fits.errors)).toBe(true);
  const brief = json.plans.map((plan: Record<string, unknown>) => [plan.file, plan.formerFile, plan.state]);
  expect(brief).toEqual([
    ["new/deep/moved-here.plan.yaml", "old/moved.plan.yaml", "changed"],
    ["old/gone.plan.yaml", null, "dropped"],
    ["new/broken.plan.yaml", null, "unreadable"],
    ["new/fresh.plan.yaml", null, "added"],
    ["new/kept.plan.yaml", null, "same"],
  ]);
  expect(json.plans[2].findings[0].file).toBe("old/broken.plan.yaml");
  // Lowered, and the plan that is gone.
  expect(json.summary).toEqual({
    plans: 5,
    same: 1,
    changes: 3,
    unexplained: 2,
    explained: 0,
    unreadable: 1,
  });
});

test("the text of folders tells what matters first", async () => {
  const { out } = await diff(["old", "new"], { files: folders });
  const places = ["moved-here", "gone.plan", "new/broken", "fresh.plan"].map((name) => out.indexOf(name));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(out).toContain("cannot be compared, one side cannot be read");
  expect(out).not.toContain("kept.plan.yaml");
});

test("a closed plan may be removed", async () => {
  const closed = binding.replace("id: small", "id: gone\nstatus: closed");
  const files = {
    "/repo/old/a.plan.yaml": binding,
    "/repo/new/a.plan.yaml": binding,
    "/repo/old/gone.plan.yaml": closed,
  };
  expect((await diff(["old", "new"], { files })).exit).toBe(0);
});

test("a file that the plan names may have changed where the plan has not", async () => {
  const plan = `${binding}sections:\n  - { id: "1", title: Why, text: { file: why.md } }\n`;
  const files = {
    "/repo/old/a.plan.yaml": plan,
    "/repo/new/a.plan.yaml": plan,
    "/repo/old/why.md": "Because.",
    "/repo/new/why.md": "Because of the elderly.",
  };
  const { exit, out } = await diff(["old", "new"], { files });
  expect(exit).toBe(0);
  expect(out).toContain("the plan: the texts of 1 section changed (1)");
});

test.each([
  [[], "plan diff compares two things"],
  [["a.plan.yaml"], "plan diff compares two things"],
  [["a.plan.yaml", "folder"], "one side is a file, the other a folder"],
  [["empty", "empty"], "no plan file"],
  [["a.plan.yaml", "b.plan.yaml", "c"], "paths after the two sides go only with two revisions"],
  [["a.plan.yaml", "nowhere"], "git is not installed"],
  [["HEAD~1", "HEAD"], "git is not installed"],
  [["a.plan.yaml", "b.plan.yaml", "--as-of", "soon"], "--as-of is not a date: soon"],
  [["a.plan.yaml", "b.plan.yaml", "--format", "xml"], "--format cannot be xml"],
] as const)("`plan diff %s` cannot be followed: exit 2, and why", async (args, words) => {
  const files = { ...two, "/repo/folder/c.plan.yaml": binding, "/repo/empty/readme.md": "" };
  const said = await diff([...args], { files });
  expect(said.exit).toBe(2);
  expect(said.err).toContain(words);
  expect(said.out).toBe("");
});

test("JSON stays JSON when nothing can be compared", async () => {
  const { exit, out } = await diff(["HEAD~1", "HEAD", "--format", "json"], { files: two });
  expect(exit).toBe(2);
  const json = JSON.parse(out);
  expect(fits(json), JSON.stringify(fits.errors)).toBe(true);
  expect(json.findings[0].rule).toBe("input/revision");
});

test("git is asked with the revision as one argument, and never with one that begins with a dash", async () => {
  const asked: string[][] = [];
  const git: FakeHostOptions["git"] = (args) => {
    asked.push([...args]);
    return { ok: true, out: new TextEncoder().encode(args[1] === "--show-toplevel" ? "/repo\n\n" : "abc\n") };
  };
  await diff(["v1; rm -rf .", "b.plan.yaml"], { files: two, git });
  expect(asked).toContainEqual(["rev-parse", "--verify", "--quiet", "v1; rm -rf .^{commit}"]);
  asked.length = 0;
  const refused = await diff(["--", "--output=x", "b.plan.yaml"], { files: two, git });
  expect(refused.err).toContain('"--output=x" is neither a file or folder nor a revision');
  expect(asked.flat().some((argument) => argument.includes("--output"))).toBe(false);
});

test("Markdown lets nothing of a plan become markup, and no line of it break the table", async () => {
  const hostile = lower.replace("name: Coverage", 'name: "<img src=x> | [a](http://b) \\n # c"');
  const files = { "/repo/a.plan.yaml": binding, "/repo/b.plan.yaml": hostile };
  const { out } = await diff(["a.plan.yaml", "b.plan.yaml", "--format", "markdown"], { files });
  const rows = out.split("\n").filter((line) => line.includes("img"));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toContain("\\<img src=x\\> \\| \\[a\\](http&#58;//b)");
  expect(rows[0]?.replaceAll("\\|", "").split("|")).toHaveLength(5);
});

test("control characters of a plan never reach the terminal", async () => {
  const hostile = lower.replace("name: Coverage", 'name: "a\\u001b[31mb"');
  const files = { "/repo/a.plan.yaml": binding, "/repo/b.plan.yaml": hostile };
  for (const lang of ["en", "zh-Hans"]) {
    const { out } = await diff(["a.plan.yaml", "b.plan.yaml", "--lang", lang], { files });
    expect(out).not.toContain("\u001b");
    expect(out).toContain("\\u{1b}");
  }
});

test("Traditional Chinese leaves the texts of the plan as they are", async () => {
  const plan = binding.replace("name: Coverage", "name: 覆盖率");
  const files = { "/repo/a.plan.yaml": plan, "/repo/b.plan.yaml": plan.replace("≥85%", "≥80%") };
  const { out } = await diff(["a.plan.yaml", "b.plan.yaml", "--lang", "zh-Hant"], { files });
  expect(out).toContain(
    "放寬約束性要求：指標「覆盖率」：目標值（「2027-12」）放寬，由「≥85%」調整為「≥80%」",
  );
});

const reported = (plan: string): string =>
  plan
    .replace("value: 56%", "value: 52%")
    .replace(
      "indicators:",
      "actors: [{ id: a, name: Health office }, { id: b, name: Civil affairs }]\nindicators:",
    )
    .replace("    unit:", "    owner: a\n    unit:");

test("below each change stands what its indicator is by either plan, in text, Markdown and JSON", async () => {
  // 45% at the end of 2025, 52% after 181 of 730 days. To 85% the way is 9.918 points by then, and 7 ÷ 9.918 = 0.706 is below 0.8;
  // to 80% it is 8.678, and 7 ÷ 8.678 = 0.807 is not.
  const before = reported(binding);
  const files = {
    "/repo/a.plan.yaml": before,
    "/repo/b.plan.yaml": before.replace("≥85%", "≥80%").replace("Health", "Healthy"),
  };
  const said = await diff(["a.plan.yaml", "b.plan.yaml", "--as-of", "2026-06-30"], { files });
  expect(said.out).toContain(
    "from ≥85% to ≥80%\n      a.plan.yaml:17 → b.plan.yaml:17\n      status: off track → at risk\n",
  );
  expect(said.out.match(/^ {6}status: /gm)).toHaveLength(1);
  const markdown = await diff(["a.plan.yaml", "b.plan.yaml", "--format", "markdown"], { files });
  expect(markdown.out).toMatch(/from ≥85% to ≥80%<br>status: .* → .*<br>/);
  const json = JSON.parse((await diff(["a.plan.yaml", "b.plan.yaml", "--format", "json"], { files })).out);
  expect(json.plans[0].changes.map((change: { status: unknown }) => change.status)).toContainEqual({
    before: "off-track",
    after: "at-risk",
  });
  const stays = { ...files, "/repo/b.plan.yaml": before.replace("quarterly", "monthly") };
  const same = await diff(["a.plan.yaml", "b.plan.yaml", "--as-of", "2026-06-30"], { files: stays });
  expect(same.out).toContain("\n      status: off track, as before\n");
});

test("rhythms are told in Chinese, owners by name in both languages", async () => {
  const before = reported(binding);
  const after = before.replace("quarterly", "monthly").replace("owner: a", "owner: b");
  const files = { "/repo/a.plan.yaml": before, "/repo/b.plan.yaml": after };
  const chinese = (await diff(["a.plan.yaml", "b.plan.yaml", "--lang", "zh-Hans"], { files })).out;
  expect(chinese).toContain("报送频次有变化，由每季度一次调整为每月一次");
  expect(chinese).toContain("责任单位有变化，由“Health office”调整为“Civil affairs”");
  const english = (await diff(["a.plan.yaml", "b.plan.yaml"], { files })).out;
  expect(english).toContain("frequency is changed, from quarterly to monthly");
  expect(english).toContain("owner is changed, from a (Health office) to b (Civil affairs)");
});
