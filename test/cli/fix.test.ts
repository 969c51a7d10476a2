import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { fakeHost } from "../kit/fake-host.ts";

const path = "/repo/a.plan.yaml";

const head = "format: 1\nid: demo\ntitle: 示范方案\nlanguage: zh-Hans\nperiod: 2026-01..2027-12\n";
const indicator = (lines: string): string => `${head}indicators:\n  - id: rate\n    name: 比例\n${lines}`;

const text = (bytes: Uint8Array | undefined): string | null =>
  bytes === undefined ? null : new TextDecoder().decode(bytes);

async function fixed(plan: string): Promise<string | null> {
  const host = fakeHost({ files: { [path]: plan } });
  await run(["check", "--fix", "--as-of", "2026-01-01"], host);
  return text(host.replaced.get(path));
}

test.each<[what: string, before: string, after: string]>([
  ["a full-width colon behind a key", head.replace("id: demo", "id：demo"), head],
  ["a missing space behind a colon", head.replace("id: demo", "id:demo"), head],
  ["a misspelt key", head.replace("language:", "langauge:"), head],
  [
    "a text with a colon",
    indicator("    definition: 分子: 分母\n"),
    indicator('    definition: "分子: 分母"\n'),
  ],
  ["a text that YAML would read as a sign", indicator("    unit: %\n"), indicator('    unit: "%"\n')],
  [
    "a text that holds quotes",
    indicator('    note: 所谓"比: 例"\n'),
    indicator("    note: '所谓\"比: 例\"'\n"),
  ],
  [
    "a relation without quotes",
    indicator("    targets: [{ reach: >40%, by: 2027 }]\n"),
    indicator('    targets: [{ reach: ">40%", by: 2027 }]\n'),
  ],
  [
    "a number cut by its comma",
    indicator("    targets: [{ reach: 1,000, by: 2027 }]\n"),
    indicator("    targets: [{ reach: 1000, by: 2027 }]\n"),
  ],
  [
    "a full-width comma between entries",
    indicator("    targets: [{ reach: 40%，by: 2027 }]\n"),
    indicator("    targets: [{ reach: 40%, by: 2027 }]\n"),
  ],
  [
    "braces in full width",
    indicator("    targets: [｛ reach: 40%, by: 2027 ｝]\n"),
    indicator("    targets: [{ reach: 40%, by: 2027 }]\n"),
  ],
  [
    "figures in full width",
    indicator("    baseline: ４５% @ 2025-12\n"),
    indicator("    baseline: 45% @ 2025-12\n"),
  ],
  ["ids in one item", indicator("    serves: [a、b]\n"), indicator("    serves: [a, b]\n")],
  ["a tab where one structure fits", indicator("").replace("    name", "\tname"), indicator("")],
])("`--fix` cures %s", async (_, before, after) => {
  expect(await fixed(before)).toBe(after);
});

test.each<[what: string, plan: string]>([
  [
    "a reference to an unknown id, also with one near name",
    `${indicator("    objective: r1\n")}objectives:\n  - { id: r2, statement: 甲 }\n`,
  ],
  ["a value behind a key that may begin a map", indicator("    owner: lead: office\n")],
  ["a relation that runs into the next entry", indicator("    targets: [{ reach: >40%，by: 2027 }]\n")],
  ["a bracket that is not closed", indicator("    targets: [{ reach: 40%, by: 2027\n")],
  ["a method's parameter", `${head}assess: { method: linear-pace, ahaed: 1.2 }\n`],
  [
    "a key whose right name stands beside it",
    head.replace("language: zh-Hans", "language: zh-Hans\nlangauge: en"),
  ],
  ["a name in 【】", indicator("").replace("比例", "【试点】")],
  ["a list of names with an ideographic comma", indicator("    also-called: [占比、比率]\n")],
  ["an id in full width, which others name", indicator("").replace("rate", "ｒate")],
])("`--fix` leaves %s to the writer", async (_, plan) => {
  expect(await fixed(plan)).toBeNull();
});

test("several cures in one file, also on one line and in two rounds, are all made, and the rest is told", async () => {
  const plan = `${head.replace("id: demo", "id：demo")}indicators:
  - id: rate
    name: 比例: 甲
    directon: increase
    targets: [{ reach: >40%, by: 2027 }, { reach: 1,000, secton: "1" }, { reach: 40%，by: 2028 }]
    objective: nowhere
`;
  const host = fakeHost({ files: { [path]: plan } });
  expect(await run(["check", "--fix", "--as-of", "2026-01-01", "--quiet"], host)).toBe(1);
  expect(text(host.replaced.get(path))).toBe(`${head}indicators:
  - id: rate
    name: "比例: 甲"
    direction: increase
    targets: [{ reach: ">40%", by: 2027 }, { reach: 1000, section: "1" }, { reach: 40%, by: 2028 }]
    objective: nowhere
`);
  expect(host.stderr()).toBe("a.plan.yaml: 7 fixed\n");
  expect(host.stdout()).toContain("reference/unknown");
});

test("`--fix-dry-run` shows a diff, writes nothing, and fails where there is something to cure", async () => {
  const plan = head.replace("id: demo", "id：demo");
  const host = fakeHost({ files: { [path]: plan } });
  expect(await run(["check", "--fix-dry-run"], host)).toBe(1);
  expect(host.replaced.size).toBe(0);
  expect(host.stdout()).toBe(`--- a/a.plan.yaml
+++ b/a.plan.yaml
@@ -1,5 +1,5 @@
 format: 1
-id：demo
+id: demo
 title: 示范方案
 language: zh-Hans
 period: 2026-01..2027-12
`);
  const clean = fakeHost({ files: { [path]: head } });
  expect(await run(["check", "--fix-dry-run", "--lang", "en"], clean)).toBe(0);
  expect([clean.stdout(), clean.stderr()]).toEqual([
    "",
    "nothing to fix: 1 plan without a fault that has one sure cure\n",
  ]);
});

test("line ends of Windows and GB18030 stay", async () => {
  // id：demo in GB18030: ： is A3BA.
  const plan = Uint8Array.from([
    ...Buffer.from("format: 1\r\nid"),
    0xa3,
    0xba,
    ...Buffer.from("demo\r\ntitle: "),
    0xb7,
    0xbd,
    0xb0,
    0xb8,
    13,
    10,
  ]);
  const host = fakeHost({ files: { [path]: plan } });
  await run(["check", "--fix"], host);
  expect(Buffer.from(host.replaced.get(path) ?? [])).toEqual(
    Buffer.from([...Buffer.from("format: 1\r\nid: demo\r\ntitle: "), 0xb7, 0xbd, 0xb0, 0xb8, 13, 10]),
  );
});

test.each(["changed", "read-only", "linked"] as const)(
  "a file that is %s is told and kept, and still checked",
  async (cause) => {
    const host = fakeHost({
      files: { [path]: head.replace("id: demo", "id：demo") },
      kept: { [path]: cause },
    });
    expect(await run(["check", "--fix"], host)).toBe(2);
    expect(host.stderr()).toContain("output/source-kept");
    expect(host.stdout()).toContain("yaml/full-width");
  },
);

test("standard input cannot be fixed, and a diff is no JSON", async () => {
  const host = fakeHost({ stdin: head });
  expect(await run(["check", "--fix", "-"], host)).toBe(2);
  expect(host.stdout()).toContain("--fix needs files");
  const json = fakeHost({ files: { [path]: head } });
  expect(await run(["check", "--fix-dry-run", "--format", "json"], json)).toBe(2);
  expect(JSON.parse(json.stdout()).findings[0].message).toContain("not JSON");
});

test("a suppressed finding is not cured", async () => {
  const plan = head.replace("language:", "# plan-ignore schema/unknown-key: ours\nlangauge:");
  expect(await fixed(plan)).toBeNull();
});

test("the JSON tells the edits of a cure", async () => {
  const host = fakeHost({ files: { [path]: head.replace("id: demo", "id：demo") } });
  await run(["check", "--format", "json"], host);
  const { findings } = JSON.parse(host.stdout()).plans[0];
  expect(findings.find((f: { rule: string }) => f.rule === "yaml/full-width").fix).toEqual([
    { range: { start: { line: 2, column: 3 }, end: { line: 2, column: 4 } }, text: ": " },
  ]);
});
