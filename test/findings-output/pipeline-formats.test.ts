/** SARIF, JUnit, GitHub and Markdown as other programs read them; plans with hostile text stay text in each. */
import { readFileSync } from "node:fs";
import { DOMParser } from "@xmldom/xmldom";
import Ajv from "ajv";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { type FakeHostOptions, fakeHost } from "../kit/fake-host.ts";
import { contradictoryPlan, minimalPlan } from "../kit/plans.ts";

// Source: github.com/oasis-tcs/sarif-spec, sarif-2.1/schema/sarif-schema-2.1.0.json (draft-04, which names itself by `id`).
const {
  id: _,
  $schema: __,
  ...sarifSchema
} = JSON.parse(readFileSync("test/fixtures/sarif/sarif-schema-2.1.0.json", "utf8"));
const isSarif = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(sarifSchema);

async function told(args: string, options: FakeHostOptions) {
  const host = fakeHost(options);
  const exit = await run(args.split(" "), host);
  return { exit, out: host.stdout(), err: host.stderr() };
}

const wrong = { files: { "/repo/plans/wrong.plan.yaml": contradictoryPlan } };
const evil = "x\u0007\u001b[31m ::error::y <b>&amp; | [a](http://e.example) @team #12 `c` %0A ]]> ##[error]z";
const hostilePlan = contradictoryPlan
  .replace("name: Coverage", `name: ${JSON.stringify(evil)}`)
  .replace("title: Small plan", `title: ${JSON.stringify(evil)}`)
  .replace("role: outcome", `owner: ${JSON.stringify(evil)}`)
  .replace("id: coverage", `id: ${JSON.stringify(evil)}`);
const hostile = { files: { "/repo/a,b:c%0A::error::.plan.yaml": hostilePlan } };

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: Readonly<Record<string, number>>;
    };
  }[];
  readonly relatedLocations?: readonly unknown[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly { readonly kind: string; readonly justification?: string }[];
}

async function sarifOf(options: FakeHostOptions, args = "check . --format sarif") {
  const log = JSON.parse((await told(args, options)).out);
  expect(isSarif(log), JSON.stringify(isSarif.errors?.slice(0, 3))).toBe(true);
  const [{ results, tool, invocations }] = log.runs;
  return {
    results: results as readonly SarifResult[],
    rules: tool.driver.rules as readonly { readonly id: string; readonly help: Record<string, string> }[],
    invocations,
  };
}

const conflictIn = (results: readonly SarifResult[]) =>
  results.filter(({ ruleId }) => ruleId === "target/conflict");

test.each([
  ["a plan with an error", wrong],
  ["a clean plan", { files: { "/repo/small.plan.yaml": minimalPlan } }],
  ["hostile text", hostile],
  ["broken YAML", { files: { "/repo/b.plan.yaml": "a: [" } }],
  ["an empty file", { files: { "/repo/b.plan.yaml": "" } }],
])("SARIF of %s fits the schema of OASIS", async (_name, options) => {
  const { results, rules } = await sarifOf(options);
  for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
  for (const { help } of rules) expect(Object.keys(help)).toEqual(["text", "markdown"]);
});

test("SARIF names level, place in UTF-16 columns, related place and percent-encoded path", async () => {
  const files = { "/repo/方 案.plan.yaml": contradictoryPlan };
  const [conflict] = conflictIn((await sarifOf({ files })).results);
  expect(conflict?.level).toBe("error");
  // Line 15 is `      - { reach: ≥90%, …`: six spaces, `- { reach: ` are 11, so the value is 18..21, end exclusive 22.
  const { artifactLocation, region } = conflict?.locations[0]?.physicalLocation ?? {};
  expect(region).toEqual({ startLine: 15, startColumn: 18, endLine: 15, endColumn: 22 });
  expect(artifactLocation?.uri).toBe("%E6%96%B9%20%E6%A1%88.plan.yaml");
  // The other value, and the status that is judged by one of the two.
  expect(conflict?.relatedLocations).toHaveLength(2);
});

test("fingerprints stay when lines move or the language changes, and differ within a run", async () => {
  const moved = contradictoryPlan.replace("title:", "# a line\n\ntitle:");
  const prints = async (text: string, args?: string) =>
    (await sarifOf({ files: { "/repo/a.plan.yaml": text } }, args)).results.map(
      ({ partialFingerprints }) => partialFingerprints["planwrightFinding/v1"],
    );
  const before = await prints(contradictoryPlan);
  expect(new Set(before).size).toBe(before.length);
  expect(before.length).toBeGreaterThan(2);
  expect(await prints(moved)).toEqual(before);
  expect(await prints(contradictoryPlan, "check . --format sarif --lang zh-Hans")).toEqual(before);
  expect(await prints(contradictoryPlan.replace("≥90%", "≥95%"))).not.toEqual(before);
});

test("what a comment or a baseline accepts stands in SARIF as suppressed", async () => {
  const accepted = contradictoryPlan.replace(
    "≥90%, by: 2027-12 }",
    "≥90%, by: 2027-12 } # plan-ignore target/conflict: agreed",
  );
  const byComment = conflictIn((await sarifOf({ files: { "/repo/a.plan.yaml": accepted } })).results);
  expect(byComment[0]?.suppressions).toEqual([
    { kind: "inSource", status: "accepted", justification: "agreed" },
  ]);
  const baseline =
    '{"planwrightBaseline":1,"findings":[{"plan":"a.plan.yaml","rule":"target/conflict","at":"indicators[coverage].targets.reach"}]}';
  const files = { "/repo/a.plan.yaml": contradictoryPlan, "/repo/known.json": baseline };
  const { results } = await sarifOf({ files }, "check . --format sarif --baseline known.json");
  expect(conflictIn(results)[0]?.suppressions).toEqual([{ kind: "external", status: "accepted" }]);
  expect(results.filter(({ ruleId }) => ruleId !== "target/conflict")[0]?.suppressions).toEqual([]);
});

test("SARIF of a wrong call is SARIF and says that the run failed", async () => {
  const { out, exit } = await told("check --format sarif --histori", wrong);
  const log = JSON.parse(out);
  expect(exit).toBe(2);
  expect(isSarif(log)).toBe(true);
  expect(log.runs[0].invocations[0].executionSuccessful).toBe(false);
  expect(log.runs[0].invocations[0].toolConfigurationNotifications).toHaveLength(1);
});

test("a link in a message is no link of SARIF", async () => {
  const { results } = await sarifOf(hostile);
  const texts = results.map(({ message }) => message.text).filter((text) => text.includes("e.example"));
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => /(^|[^\\])\[a\]\(/.test(text))).toEqual([]);
});

/** What XML 1.0 allows (section 2.2). */
const xmlText = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

async function junitOf(options: FakeHostOptions, args = "check . --format junit") {
  const { out } = await told(args, options);
  expect(xmlText.test(out)).toBe(true);
  const faults: string[] = [];
  const onError = (level: string, message: string) => faults.push(`${level} ${message}`);
  const document = new DOMParser({ errorHandler: onError }).parseFromString(out, "text/xml");
  expect(faults).toEqual([]);
  const all = (name: string) => Array.from(document.getElementsByTagName(name));
  return { all, root: document.documentElement };
}

test("JUnit has a suite a file and a case a rule, and its counts are those of its elements", async () => {
  const files = { ...wrong.files, "/repo/small.plan.yaml": minimalPlan };
  const { all, root } = await junitOf({ files });
  expect(all("testsuite").map((suite) => suite.getAttribute("name"))).toEqual([
    "plans/wrong.plan.yaml",
    "small.plan.yaml",
  ]);
  expect(Number(root.getAttribute("tests"))).toBe(all("testcase").length);
  expect(Number(root.getAttribute("failures"))).toBe(all("failure").length);
  expect(all("failure").map((one) => one.getAttribute("type"))).toEqual(["target/conflict"]);
  expect(all("failure")[0]?.textContent).toContain("plans/wrong.plan.yaml:15:18");
});

test("with --fail-on info every case with a finding fails in JUnit; a wrong path is an error", async () => {
  const { all } = await junitOf(wrong, "check . missing --format junit --fail-on info");
  expect(all("system-out")).toEqual([]);
  expect(all("error").map((one) => one.getAttribute("type"))).toEqual(["input/missing-path"]);
});

test("hostile text is text in JUnit", async () => {
  const { all } = await junitOf(hostile);
  const text = all("failure")[0]?.textContent ?? "";
  expect(text).toContain("::error::y <b>&amp; | [a](http://e.example)");
  expect(text).toContain("\\u{1b}[31m");
  expect(all("b")).toEqual([]);
});

test("GitHub gets commands with their place; columns only within one line", async () => {
  const { out, exit } = await told("check . --format github", {
    ...wrong,
    env: { GITHUB_WORKSPACE: "/" },
  });
  expect(exit).toBe(1);
  expect(out).toContain(
    "::error file=repo/plans/wrong.plan.yaml,line=15,endLine=15,col=18,endColumn=21,title=target/conflict::coverage: ",
  );
});

test("hostile text makes no command of GitHub, and no line but its own", async () => {
  const { out } = await told("check . --format github", hostile);
  const lines = out.trimEnd().split("\n");
  for (const line of lines)
    expect(line).toMatch(/^(?:::(?:error|warning|notice) |planwright: |(?:error|warning|info) )/);
  expect(out).toContain("file=a%2Cb%3Ac%250A%3A%3Aerror%3A%3A.plan.yaml,");
  expect(out).not.toContain("##[");
  expect(out).not.toContain("\u001b");
});

/** A plan with `count` indicators that have one conflict each. */
function manyConflicts(count: number): string {
  const [head = "", item = ""] = contradictoryPlan.split("indicators:\n");
  const items = Array.from({ length: count }, (_, i) =>
    item.replace("id: coverage", `id: c${i}`).replace("name: Coverage", `name: Coverage ${i}`),
  );
  return `${head}indicators:\n${items.join("")}`;
}

test("GitHub shows ten of each level; the eleventh stands in the log and is counted", async () => {
  const { out } = await told("check . --format github --lang en", {
    files: { "/repo/many.plan.yaml": manyConflicts(11) },
  });
  const lines = out.split("\n");
  expect(lines.filter((line) => line.startsWith("::error "))).toHaveLength(10);
  expect(lines.filter((line) => line.startsWith("error target/conflict many.plan.yaml:"))).toHaveLength(1);
  const notices = lines.filter((line) => line.startsWith("::notice "));
  expect(notices.length).toBeLessThanOrEqual(10);
  expect(notices.at(-1)).toMatch(/::\d+ more findings only in the log \(1 error, /);
});

test("ten errors need no closing notice", async () => {
  const { out } = await told("check . --format github --rule data/stale=off", {
    files: { "/repo/many.plan.yaml": contradictoryPlan },
  });
  expect(out).not.toContain("stand in the log only");
});

const markdown = new MarkdownIt({ html: true, linkify: true });

test("Markdown has a row a plan, the gravest first, and links to the commit", async () => {
  const { out } = await told("check . --format markdown", {
    ...wrong,
    env: { GITHUB_REPOSITORY: "o/r", GITHUB_SHA: "0123456789abcdef", GITHUB_WORKSPACE: "/repo" },
  });
  expect(out).toMatch(/^## planwright: 1 error, /);
  expect(out).toMatch(/\n- \*\*error\*\* \[<code>plans\/wrong\.plan\.yaml:15:18<\/code>\]/);
  expect(markdown.render(out)).toContain(
    'href="https://github.com/o/r/blob/0123456789abcdef/plans/wrong.plan.yaml#L15"',
  );
  expect(markdown.render(out)).toContain("<table>");
});

test("hostile text is text in Markdown: no link, no tag, nobody called", async () => {
  const { out } = await told("check . --format markdown", hostile);
  const html = markdown.render(out);
  expect(html).not.toMatch(/<a |<b>/);
  expect(html).not.toMatch(/@team|#12/);
  const text = html.replace(/<[^>]*>/g, "").replaceAll("\u200b", "");
  expect(text).toContain("::error::y &lt;b&gt;&amp;amp; | [a](http://e.example) @team #12 `c` %0A ]]&gt;");
});

test("Markdown never grows beyond a comment, and counts what it leaves out", async () => {
  const files = { "/repo/many.plan.yaml": manyConflicts(400) };
  const { out } = await told("check . --format markdown", { files });
  expect(out.length).toBeLessThan(65_536);
  expect(out.length).toBeGreaterThan(60_000);
  const total = Number(/(\d+) errors/.exec(out)?.[1]);
  expect(total).toBe(400);
  const count = (written: string): number => Number(written.replaceAll(",", ""));
  const [, left = "0"] = /\n([\d,]+) findings left out/.exec(out) ?? [];
  const shown = out.match(/^- \*\*/gm)?.length ?? 0;
  const all = [...(out.split("\n", 1)[0] ?? "").matchAll(/\d[\d,]*/g)].reduce(
    (sum, [n]) => sum + count(n),
    0,
  );
  expect(shown + count(left)).toBe(all);
  expect(out.split("<details>")).toHaveLength(out.split("</details>").length);
});

test.each(["sarif", "junit", "github", "markdown"])("%s is told in Chinese, too", async (format) => {
  const { out } = await told(`check . --format ${format} --lang zh-Hans`, wrong);
  expect(out).toContain("确定以哪个值为准并改正另一处");
});
