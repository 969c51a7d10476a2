import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { type FakeHost, fakeHost } from "../kit/fake-host.ts";
import { minimalPlan } from "../kit/plans.ts";

async function plan(
  ...args: readonly string[]
): Promise<{ exit: number; out: string; err: string; host: FakeHost }> {
  const host = fakeHost({ files: { "/repo/small.plan.yaml": minimalPlan } });
  const exit = await run(args, host);
  return { exit, out: host.stdout(), err: host.stderr(), host };
}

test("help names every command in both languages and shows examples and exit codes", async () => {
  const english = (await plan("--help")).out;
  for (const name of ["check", "status", "explain", "report", "rules", "schema"])
    expect(english).toContain(name);
  expect(english).toMatch(/Exit codes:\s+0 nothing/);
  const chinese = (await plan("--help", "--lang", "zh-Hans")).out;
  expect(chinese).toContain("用法：");
  expect(chinese).toMatch(/退出码：\s+0 没有/);
});

test("no command prints the help, but is no success: a pipeline that lost its command must not pass", async () => {
  const { exit, out } = await plan();
  expect(exit).toBe(2);
  expect(out).toContain("Usage: plan");
});

test("status shows figures without findings of the text", async () => {
  const { exit, out } = await plan("status", "small.plan.yaml");
  expect(exit).toBe(0);
  expect(out).toContain("Small plan  as of 2026-06-30");
  // (56 − 45) ÷ (85 − 45) = 27.5 %
  expect(out).toContain("27.5%");
  expect(out).toContain("whole plan: 1 on track");
});

test("explain RULE prints why, what to do and an example; a near miss is suggested", async () => {
  const { exit, out } = await plan("explain", "target/conflict");
  expect(exit).toBe(0);
  expect(out).toContain("Why:");
  expect(out).toContain("An example that this rule finds:");
  const missed = await plan("explain", "target/conflit");
  expect(missed.exit).toBe(2);
  expect(missed.err).toContain("did you mean: target/conflict");
});

test("explain METHOD prints formula, bands and a worked example; a near miss is suggested", async () => {
  const { exit, out } = await plan("explain", "schedule-points");
  expect(exit).toBe(0);
  expect(out).toContain("schedule-points (Points behind schedule)");
  expect(out).toContain("10 to 30 points behind → yellow → at risk");
  expect(out).toContain("assess: schedule-points");
  expect((await plan("explain", "schedule-point")).err).toContain("did you mean: schedule-points");
});

test("explain PLAN#ID derives the status with formula, numbers and lines", async () => {
  const { exit, out } = await plan("explain", "small.plan.yaml#coverage");
  expect(exit).toBe(0);
  expect(out).toMatch(/^Coverage {2}coverage {2}small\.plan\.yaml:7\n/);
  expect(out).toContain("\n  baseline = 45%  :12\n");
  expect(out).toContain("0.275");
  const unknown = await plan("explain", "small.plan.yaml#coverag");
  expect(unknown.exit).toBe(2);
  expect(unknown.err).toContain("did you mean: coverage");
});

test.each([
  ["visits-a-week", "Visits a week  visits-a-week: 2  a.plan.yaml:22"],
  ["result-weight", "1.  Results  result-weight  a.plan.yaml:21"],
])("explain PLAN#%s shows the figure, then the mechanism that states it", async (figure, first) => {
  const plan = `${minimalPlan}mechanisms:
  - id: assessment
    type: scorecard
    name: Yearly assessment
    components: [{ id: result-weight, name: Results, weight: 60% }]
    figures: [{ id: visits-a-week, name: Visits a week, is: 2 }]
`;
  const host = fakeHost({ files: { "/repo/a.plan.yaml": plan } });
  expect(await run(["explain", `a.plan.yaml#${figure}`], host)).toBe(0);
  expect(host.stdout().split("\n")[0]).toBe(first);
  expect(host.stdout()).toContain("\n\nYearly assessment  assessment");
  expect(host.stdout().match(/^▶.*$/gm)?.join()).toContain(figure);
  expect(host.stdout()).toContain("Visits a week  visits-a-week: 2");
  expect(host.stdout()).toContain("mechanism/incomplete");
});

test("report writes one file per format and says where", async () => {
  const { exit, out, host } = await plan("report", "small.plan.yaml", "--to", "html,md", "--out", "out");
  expect(exit).toBe(0);
  expect([...host.written.keys()]).toEqual(["/repo/out/small-status.html", "/repo/out/small-status.md"]);
  expect(out).toBe("wrote out/small-status.html\nwrote out/small-status.md\n");
  expect(host.written.get("/repo/out/small-status.html")).toMatch(/^<!DOCTYPE html>/i);
});

test.each([
  [["report", "small.plan.yaml", "--to", "pdff"], "there is no format pdff"],
  [["report", "small.plan.yaml", "--template", "nope"], "there is no report nope"],
  [["schema", "nope"], "there is no schema nope"],
  [["rules", "nope"], "there is no family of rules nope"],
])("%j is refused with exit code 2", async (args, words) => {
  const { exit, err } = await plan(...args);
  expect(exit).toBe(2);
  expect(err).toContain(words);
});

test("the data of a report is JSON with its texts as they are, without the markup of charts", async () => {
  const host = fakeHost({ files: { "/repo/small.plan.yaml": minimalPlan } });
  expect(await run(["report", ".", "--template", "status,brief", "--to", "json"], host)).toBe(0);
  expect([...host.written.keys()]).toEqual(["/repo/small-status.json", "/repo/small-brief.json"]);
  const view = JSON.parse(host.written.get("/repo/small-status.json") ?? "");
  expect(view.title).toBe("Small plan");
  expect(JSON.stringify(view)).not.toContain("<svg");
});

test("rules lists every code once, as text, JSON and Markdown", async () => {
  const json = JSON.parse((await plan("rules", "--format", "json")).out);
  expect(json.length).toBeGreaterThan(60);
  expect((await plan("rules", "target")).out).toMatch(/^target\/conflict +error/m);
  expect((await plan("rules", "--format", "markdown", "--lang", "zh-Hans")).out).toContain("| 规则 |");
});

test("schema prints the format in the language of the call", async () => {
  const english = JSON.parse((await plan("schema")).out);
  const chinese = JSON.parse((await plan("schema", "--lang", "zh-Hans")).out);
  expect(Object.keys(english.properties)).toEqual(Object.keys(chinese.properties));
  expect(chinese.title).toMatch(/\p{Script=Han}/u);
});

test("an entity is asked for by its id or by its name, and is named in Chinese", async () => {
  const files = {
    "/repo/e.plan.yaml": `${minimalPlan.replace("indicators:", "entities: [{ id: hexi, name: 河西街道 }]\nindicators:")}data:\n  observations: v.csv\n`,
    "/repo/v.csv": "indicator,at,value,entity\ncoverage,2026-06,57%,河西街道\n",
  };
  for (const asked of ["hexi", "河西街道"]) {
    const host = fakeHost({ files });
    expect(await run(["status", "e.plan.yaml", "--entity", asked, "--lang", "zh-Hans"], host)).toBe(0);
    expect(host.stdout()).toMatch(/^ {2}● 正常 {4}河西街道 +57%/m);
    const explained = fakeHost({ files });
    await run(["explain", "e.plan.yaml#coverage", "--entity", asked], explained);
    expect(explained.stdout()).toMatch(/^Coverage · 河西街道/);
  }
});

test("explain PLAN#ID tells what is told of an item at another one's line", async () => {
  const shared = `${minimalPlan}actions:
  - { id: one, name: One, period: M1..M2 }
  - { id: two, name: Two, period: M3..M4 }
`;
  const host = fakeHost({ files: { "/repo/a.plan.yaml": shared } });
  expect(await run(["explain", "a.plan.yaml#two"], host)).toBe(0);
  expect(host.stdout()).toContain("none of the 2 actions has an owner");
});
