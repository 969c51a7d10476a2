/** What a plan and its files may hold at most: the first thing left out is told, all before it is used. */
import { expect, test } from "vitest";
import { run } from "../src/cli/run.ts";
import { jsonOutput, planJson } from "../src/findings-output/json.ts";
import { makeSpeaker } from "../src/language/speaker.ts";
import { spanText } from "../src/text/source.ts";
import { type CompileOptions, compileText } from "./kit/compile.ts";
import { fakeHost } from "./kit/fake-host.ts";

const head = "format: 1\nid: big\ntitle: Big\nlanguage: en\nperiod: 2026-01..2027-12\n";
const one =
  'indicators:\n  - { id: a, name: A, unit: "%", direction: increase, baseline: 45% @ 2025-12, targets: [{ reach: 85%, by: 2027-12 }] }\n';

/** The texts under the findings of a code. */
function told(code: string, plan: string, options: CompileOptions): readonly string[] {
  const { findings } = compileText(plan, options);
  return findings.flatMap((f) => (f.code === code && f.span !== null ? [spanText(f.span)] : []));
}

test("rows are counted over all files: each file that is not read to its end is told, the rows before are used", () => {
  const plan = `${head}${one}data: { observations: [o.csv, p.csv, q.csv] }\n`;
  const file = (day: number) => `indicator,at,value\na,2026-01-0${day},50\na,2026-01-0${day + 1},51\n`;
  const options = { files: { "o.csv": file(1), "p.csv": file(3), "q.csv": file(5) }, limits: { rows: 3 } };
  expect(told("data/too-many-rows", plan, options)).toEqual(["a,2026-01-04,51", "a,2026-01-05,50"]);
  expect(compileText(plan, options).records?.observations.map((o) => o.value?.value.toFixed())).toEqual([
    "50",
    "51",
    "50",
  ]);
});

test("rows of further units are not read once too many are known, rows of the known ones are; told once", () => {
  const plan = `${head}${one}data: { observations: o.csv }\n`;
  const rows = ["e0,1", "e1,2", "e2,3", "e3,4", "e1,5"].map((r, i) => `a,${r.replace(",", `,M${i + 1},`)}\n`);
  const options = {
    files: { "o.csv": `indicator,entity,at,value\n${rows.join("")}` },
    limits: { series: 2 },
  };
  expect(told("data/too-many-series", plan, options)).toEqual(["a,e2,M3,3"]);
  const { records } = compileText(plan, options);
  expect(records?.observations.map((o) => o.entity)).toEqual(["e0", "e1", "e1"]);
});

test("an entity list has a limit of its own", () => {
  const plan = `${head}entities: { file: e.csv }\n${one}`;
  const options = {
    files: { "e.csv": "id,name\ne1,East\ne2,West\ne3,North\n" },
    limits: { entities: 2, rows: 1 },
  };
  expect(told("data/too-many-rows", plan, options)).toEqual(["e3,North"]);
  expect(compileText(plan, options).plan?.entities.map((e) => e.id.value)).toEqual(["e1", "e2"]);
});

test("indicators beyond the limit are left out and counted as unusable", () => {
  const plan = `${head}${one}  - { id: b, name: B }\n  - { id: c, name: C }\n`;
  const { plan: bound } = compileText(plan, { limits: { indicators: 1 } });
  expect([bound?.indicators.length, bound?.unusableKinds]).toEqual([1, ["indicator"]]);
  expect(told("schema/too-many-items", plan, { limits: { indicators: 1, items: 0 } })).toEqual([
    "{ id: b, name: B }",
  ]);
  expect(told("schema/too-many-items", plan, { limits: { indicators: 3, items: 0 } })).toEqual([]);
});

test("files that a plan names are read as long as they stay within the limit together", () => {
  const plan = `${head}${one}data: { observations: [o.csv, p.csv] }\n`;
  // 19 + 15 bytes each.
  const files = {
    "o.csv": "indicator,at,value\na,2026-01-01,50",
    "p.csv": "indicator,at,value\na,2026-01-02,50",
  };
  expect(told("reference/missing-file", plan, { files, limits: { included: 68 } })).toEqual([]);
  expect(told("reference/missing-file", plan, { files, limits: { included: 67 } })).toEqual(["p.csv"]);
});

test("a line of a million cells is one finding, not a million", () => {
  const plan = `${head}${one}data: { observations: o.csv }\n`;
  const files = { "o.csv": `indicator,at,value${",x".repeat(1_000_000)}\na,2026-01-01,50\n` };
  const { findings, records } = compileText(plan, { files });
  expect(findings.filter(({ code }) => code.startsWith("data/")).map(({ code }) => code)).toEqual([
    "data/too-many-columns",
  ]);
  expect(records?.observations).toEqual([]);
});

test("columns without any text at the right are no fault, however many", () => {
  const plan = `${head}${one}data: { observations: o.csv }\n`;
  const empty = ",".repeat(16_000);
  const files = { "o.csv": `indicator,at,value${empty}\na,2026-01-01,50${empty}\n` };
  const { findings, records } = compileText(plan, { files });
  expect(findings.filter(({ code }) => code.startsWith("data/"))).toEqual([]);
  expect(records?.observations).toHaveLength(1);
});

test("a long text counts at every use of its alias", () => {
  const plan = (letters: number, uses: number) =>
    `${head}x-unit: &x ${"a".repeat(letters)}\nindicators:\n${Array.from({ length: uses }, (_, i) => `  - { id: i${i}, name: N${i}, owner: *x }\n`).join("")}`;
  // 6,400 letters are 101 nodes: ten thousand uses are more than a million.
  const codes = (text: string) => compileText(text).findings.map(({ code }) => code);
  expect(codes(plan(6400, 10_000))).toContain("yaml/too-many-nodes");
  expect(codes(plan(6400, 10))).not.toContain("yaml/too-many-nodes");
});

test("the JSON of a plan comes row by row, and is what it would be in one piece", async () => {
  const plan = `${head}${one}  - { id: b, name: B, unit: 个, targets: [{ reach: 5, by: 2027 }] }\n`;
  const speaker = await makeSpeaker("en");
  for (const text of [plan, "- no plan"]) {
    const compilation = compileText(text);
    const pieces = [...jsonOutput(speaker).plan(compilation)];
    const whole = JSON.stringify(planJson(compilation, speaker), null, 2).replaceAll("\n", "\n    ");
    expect(pieces.join("")).toBe(whole);
    expect(pieces.filter((piece) => piece.includes('"methodStatus":'))).toHaveLength(
      compilation.results?.rows.length ?? 0,
    );
  }
});

test("every file is read once: one that changes meanwhile cannot be two things in one run", async () => {
  const host = fakeHost({
    files: {
      "/repo/p.plan.yaml": `${head}${one}sections:\n  - { id: "1", title: T, text: { file: t.md } }\ndata: { observations: [o.csv, o.csv], progress: o.csv }\n`,
      "/repo/o.csv": "indicator,at,value\na,2026-01-01,broken\n",
      "/repo/t.md": "Text with {{nothing}}.\n",
    },
  });
  const reads: string[] = [];
  const counting = {
    ...host,
    read: (...asked: Parameters<typeof host.read>) => {
      reads.push(asked[0]);
      return host.read(...asked);
    },
  };
  await run(["check", "p.plan.yaml"], counting);
  const own = reads.filter((path) => /\.(?:csv|md|plan\.yaml)$/.test(path));
  expect(own.toSorted()).toEqual(["/repo/o.csv", "/repo/p.plan.yaml", "/repo/t.md"]);
});
