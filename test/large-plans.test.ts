/**
 * Plans and data files so large that work which grows with their square would take minutes: the run ends because
 * nothing does. What is found stays within bounds, and is told once that it does.
 */
import { expect, test } from "vitest";
import { mostOfOneCode, mostRelated } from "../src/diagnostics/finding-list.ts";
import { plainPaint } from "../src/findings-output/check-run.ts";
import { jsonOutput } from "../src/findings-output/json.ts";
import { textOutput } from "../src/findings-output/text.ts";
import { makeSpeaker } from "../src/language/speaker.ts";
import { compileText } from "./kit/compile.ts";

const head = "format: 1\nid: big\ntitle: Big\nlanguage: en\nperiod: 2026-01..2027-12\n";
const one =
  'indicators:\n  - { id: a, name: A, unit: "%", direction: increase, baseline: 45% @ 2025-12, targets: [{ reach: 85%, by: 2027-12 }] }\n';
const many = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join("");
const withData = `${head}${one}data: { observations: o.csv }\n`;

interface Large {
  readonly name: string;
  readonly plan: string;
  readonly csv?: string;
  /** A code that the plan has. */
  readonly code: string;
}

const shapes: readonly Large[] = [
  {
    name: "indicators of one name",
    plan: `${head}indicators:\n${many(3000, (i) => `  - { id: i${i}, name: Coverage, unit: "%", targets: [{ reach: ${i % 90}%, by: 2027 }] }\n`)}`,
    code: "statement/same-name",
  },
  {
    name: "a ring of actions that need each other",
    plan: `${head}actions:\n${many(6000, (i) => `  - { id: a${i}, name: A ${i}, needs: [a${(i + 1) % 6000}], period: M1..M9 }\n`)}${one}`,
    code: "reference/cycle",
  },
  {
    name: "actions that all need each other",
    plan: `${head}actions:\n${many(300, (i) => `  - { id: a${i}, name: A ${i}, needs: [${many(300, (j) => `a${j}, `)}] }\n`)}${one}`,
    code: "reference/cycle",
  },
  {
    name: "unknown names near to many known ones",
    plan: `${head}actors:\n${many(6000, (i) => `  - { id: office${i}, name: Office ${i} }\n`)}actions:\n${many(6000, (i) => `  - { id: a${i}, name: A ${i}, owner: offcie${i}x }\n`)}${one}`,
    code: "reference/unknown",
  },
  {
    name: "targets of one indicator",
    plan: `${head}indicators:\n  - id: a\n    name: A\n    unit: "%"\n    direction: increase\n    baseline: 4% @ 2025-12\n    targets:\n${many(8000, (i) => `      - { reach: ${i % 90}%, by: 2027-12 }\n`)}`,
    code: "target/conflict",
  },
  {
    name: "targets of many indicators by one alias",
    plan: `${head}x-t: &t [${many(200, (i) => `{ reach: ${i % 90}%, by: 2027-12 }, `)}]\nindicators:\n${many(100, (i) => `  - { id: i${i}, name: N ${i} x, unit: "%", targets: *t }\n`)}`,
    code: "target/conflict",
  },
  {
    name: "placeholders on one line",
    plan: `${head}sections:\n  - { id: "1", title: T, text: "${"{{nope}} ".repeat(30_000)}" }\n${one}`,
    code: "narrative/unknown-placeholder",
  },
  {
    name: "mechanisms, each incomplete",
    plan: `${head}${one}mechanisms:\n${many(6000, (i) => `  - { id: w${i}, type: review, name: W ${i} }\n`)}`,
    code: "mechanism/incomplete",
  },
  {
    name: "milestones and deliverables",
    plan: `${head}milestones:\n${many(6000, (i) => `  - { id: m${i}, name: M ${i}, by: 2026-03, deliverable: d${i} }\n`)}deliverables:\n${many(6001, (i) => `  - { id: d${i}, name: D ${i} }\n`)}${one}`,
    code: "time/missing-date",
  },
  {
    name: "bands of a scorecard that overlap",
    plan: `${head}${one}mechanisms:\n  - id: w\n    type: scorecard\n    name: W\n    bands:\n${many(6000, (i) => `      - { name: b${i}, score: ${i}..${i + 2} }\n`)}`,
    code: "scorecard/band-overlap",
  },
  {
    name: "states of a workflow that its clock does not know",
    plan: `${head}${one}mechanisms:\n  - id: w\n    type: workflow\n    name: W\n    states: [${many(6000, (i) => `state${i}, `)}]\n    clock: [${many(6000, (i) => `satte${i}x, `)}]\n`,
    code: "workflow/unknown-state",
  },
  {
    name: "weights of indicators in as many dimensions",
    plan: `${head}dimensions:\n${many(4000, (i) => `  - { id: d${i}, name: D ${i}, weight: 1% }\n`)}indicators:\n${many(4000, (i) => `  - { id: i${i}, name: N ${i}, dimension: d${i}, weight: 2%, unit: "%", targets: [{ reach: 9%, by: 2027 }] }\n`)}`,
    code: "count/weight-sum",
  },
  {
    name: "running totals of many units on days of their own",
    plan: `${head}${one.replace("unit:", "value: running-total, aggregation: sum, unit:").replaceAll("%", "个").replace('"个"', "个")}data: { observations: o.csv }\n`,
    csv: `indicator,entity,at,value\n${many(60_000, (i) => `a,e${i % 2000},2026-0${(i % 6) + 1}-${String((i % 28) + 1).padStart(2, "0")},${i}\n`)}`,
    code: "data/unknown-entity",
  },
  {
    name: "suppressions that nothing needs",
    plan: `${head}${many(20_000, () => "# plan-ignore target/conflict: agreed\n")}${one}`,
    code: "suppression/unused",
  },
  {
    name: "rows for one day",
    plan: withData,
    csv: `indicator,at,value\n${many(150_000, (i) => `a,2026-03,${i % 100}\n`)}`,
    code: "data/duplicate-observation",
  },
  {
    name: "rows that cannot be read",
    plan: withData,
    csv: `indicator,at,value\n${many(50_000, (i) => `b${i},2026-13,x\n`)}`,
    code: "data/unknown-indicator",
  },
  {
    name: "headings that nobody knows",
    plan: withData,
    csv: `${many(990, (i) => `h${i},`)}indicator,at,value\n${",".repeat(990)}a,2026-03,5\n`,
    code: "data/unknown-heading",
  },
  {
    name: "the last word of a name of three hundred thousand letters",
    plan: `${head}${one}mechanisms:\n  - { id: m, type: scorecard, name: Table, components: [{ id: p, name: Peer view, weight: 60% }, { id: q, name: "${"a".repeat(300_000)}!", weight: 40% }] }\nsections: [{ id: "1", title: T, text: "Peer view counts for 30% of the score." }]\n`,
    code: "narrative/weight-conflict",
  },
  {
    name: "an indicator of very many residents",
    plan: `${head}${one}  - { id: b, name: "${"residents ".repeat(400)}x", unit: "%" }\n`,
    code: "indicator/no-target",
  },
  {
    name: "blanks within the name of a review",
    plan: `${head}${one}mechanisms:\n${many(2, (i) => `  - { id: r${i}, type: review, name: "月${" ".repeat(100_000)}x", kind: 调度, cadence: ${i === 0 ? "monthly" : "quarterly"} }\n`)}`,
    code: "mechanism/incomplete",
  },
  {
    name: "a text of one sentence before many names with figures",
    plan: `${head}${one.replace("name: A", "name: Coverage of support")}sections: [{ id: "1", title: T, text: "${"a ".repeat(22_000)}${" coverage of support 12%".repeat(120)}" }]\n`,
    code: "narrative/figure-conflict",
  },
  {
    name: "owners in one list",
    plan: `${head}indicators:\n  - { id: a, name: A, unit: "%", owner: [${many(100_000, (i) => `b${i}, `)}] }\n`,
    code: "reference/unknown",
  },
  {
    name: "keys that nobody knows in one map",
    plan: `${head}indicators:\n  - { id: a, name: A, unit: "%", ${many(60_000, (i) => `key${i}: 1, `)} }\n`,
    code: "schema/unknown-key",
  },
];

test.each(shapes)(
  "$name",
  async ({ plan, csv, code }) => {
    const speaker = await makeSpeaker("en");
    const compilation = compileText(plan, { files: csv === undefined ? {} : { "o.csv": csv } });
    const counts = new Map<string, number>();
    for (const { code: found, related, severity } of compilation.findings) {
      counts.set(`${found} ${severity}`, (counts.get(`${found} ${severity}`) ?? 0) + 1);
      expect(related.length).toBeLessThanOrEqual(mostRelated + 1);
    }
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(mostOfOneCode + 1);
    expect(compilation.findings.map((finding) => finding.code)).toContain(code);
    const options = { speaker, paint: plainPaint, quiet: false, maxFindings: null, entity: null };
    expect([...jsonOutput(speaker).plan(compilation)].join("").length).toBeLessThan(30e6);
    const [text = ""] = textOutput({ ...options, columns: 80, tableColumns: 80 }).plan(compilation);
    expect(text.length).toBeLessThan(10e6);
  },
  120_000,
);

test("findings of one kind beyond a thousand are told by one that says so, at its place, with its rule's name", () => {
  const plan = `${head}${many(1500, () => "# plan-ignore target/conflict: agreed\n")}${one}`;
  const unused = compileText(plan).findings.filter(({ code }) => code === "suppression/unused");
  expect(unused).toHaveLength(1001);
  const last = unused.at(-1);
  expect(last?.message.en).toBe("more than 1000 findings of this kind; the others are not listed");
  expect(last?.message.zhHans).toBe("此类问题超过 1000 个，其余未列出");
  // Five lines stand before the first comment.
  expect(last?.span?.file.text.slice(0, last.span.start).split("\n")).toHaveLength(5 + 1001);
});

test("a flow of a hundred and fifty thousand amounts in one period is added up", () => {
  const flow = withData
    .replace("unit:", "value: flow, unit:")
    .replaceAll("%", "")
    .replace('unit: ""', "unit: 个");
  const { results } = compileText(flow, {
    files: { "o.csv": `indicator,at,value\n${many(150_000, () => "a,2026-03,1\n")}` },
  });
  expect(results?.rows).toHaveLength(1);
}, 60_000);

test("a name of a hundred thousand letters is cut where a finding repeats it", () => {
  const plan = `${head}indicators:\n${many(2, (i) => `  - { id: i${i}, name: ${"名".repeat(100_000)}, unit: 个 }\n`)}`;
  const same = compileText(plan).findings.find(({ code }) => code === "statement/same-name");
  expect(same?.message.en.length).toBeLessThan(1200);
});

test("a table of a hundred and thirty thousand rows is printed: no call takes so many arguments", async () => {
  const plan = `${head}indicators:\n${many(130_000, (i) => `- {id: i${i}}\n`)}`;
  const limits = { indicators: 130_000 };
  const options = {
    speaker: await makeSpeaker("en"),
    paint: plainPaint,
    quiet: false,
    maxFindings: 0,
    entity: null,
  };
  const [text = ""] = textOutput({ ...options, columns: 80, tableColumns: null }).plan(
    compileText(plan, { limits }),
  );
  expect(text.split("\n").length).toBeGreaterThan(130_000);
}, 120_000);
