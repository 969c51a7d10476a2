/** One cause, one finding: a value that could not be read is told where it stands and nowhere else. */
import { expect, test } from "vitest";
import { positionAt } from "../../src/text/source.ts";
import { compileText } from "../kit/compile.ts";

const head = "format: 1\nid: small\ntitle: Small plan\nlanguage: en\nperiod: 2026-01..2027-12\nindicators:\n";

/** Codes of errors and warnings of a plan with one indicator, on its first day. */
function codesOf(indicator: string): readonly string[] {
  const { findings } = compileText(head + indicator, { asOf: "2026-01-01" });
  return findings.filter((f) => f.severity !== "info").map((f) => f.code);
}

function families(codes: readonly string[]): readonly string[] {
  return [...new Set(codes.map((code) => code.slice(0, code.indexOf("/"))))];
}

test("a baseline that cannot be read is not also missing", () => {
  const codes = codesOf(`  - id: coverage
    unit: "%"
    direction: increase
    baseline: about a lot
    targets: [{ reach: ≥85%, by: 2027-12 }]
`);
  expect(codes).toHaveLength(1);
  expect(families(codes)).not.toContain("indicator");
});

test("a baseline map that cannot be read is not also missing", () => {
  const codes = codesOf(`  - id: coverage
    unit: "%"
    direction: increase
    baseline:
      is: about a lot
      at: 2025-12
    targets: [{ reach: ≥85%, by: 2027-12 }]
`);
  expect(codes).not.toContain("indicator/missing-baseline");
});

test("a baseline written as null is missing", () => {
  const codes =
    codesOf(`  - { id: coverage, unit: "%", direction: increase, baseline: null, targets: [{ reach: ≥85%, by: 2027-12 }] }
`);
  expect(codes).toEqual(["indicator/missing-baseline"]);
});

test("a baseline with nothing behind its colon is missing", () => {
  const codes = codesOf(`  - id: coverage
    unit: "%"
    direction: increase
    baseline:
    targets: [{ reach: ≥85%, by: 2027-12 }]
`);
  expect(codes).toContain("indicator/missing-baseline");
});

test("targets that cannot be read are not also absent", () => {
  const codes = codesOf(`  - id: coverage
    unit: "%"
    direction: increase
    baseline: 45% @ 2025-12
    targets: [{ reach: many, by: 2027-12 }]
`);
  expect(codes).toHaveLength(1);
  expect(codes).not.toContain("indicator/no-target");
});

test("a change without baseline is told once, at the change", () => {
  const { findings } = compileText(
    `${head}  - { id: coverage, unit: "%", direction: increase, targets: [{ change: +5pp, by: 2027-12 }] }\n`,
    { asOf: "2026-01-01" },
  );
  const told = findings.filter((f) => f.severity !== "info");
  expect(told.map((f) => f.code)).toEqual(["target/no-base"]);
});

test("of a wrong unit only the unit is told, not what follows from the figure", () => {
  const codes = codesOf(`  - id: coverage
    unit: "%"
    direction: increase
    baseline: 45% @ 2025-12
    targets: [{ reach: ≥24h, by: 2026-12 }, { reach: ≥85%, by: 2027-12 }]
`);
  expect(codes).toEqual(["target/unit-mismatch"]);
});

test("the later of two contradicting statements is reported, the earlier is related", () => {
  const { findings } = compileText(
    `${head}  - id: coverage
    unit: "%"
    direction: increase
    baseline: 45% @ 2025-12
    targets:
      - { reach: ≥80%, by: 2027-12, section: "2.1" }
      - { reach: ≥85%, by: 2027-12, section: "8.1" }
`,
    { asOf: "2026-01-01" },
  );
  const conflict = findings.find((f) => f.code === "target/conflict");
  const lines = [conflict?.span, ...(conflict?.related.map((r) => r.span) ?? [])].map((span) =>
    span === null || span === undefined ? null : positionAt(span.file, span.start).line,
  );
  expect(lines).toEqual([13, 12]);
  expect(conflict?.severity).toBe("error");
  expect(conflict?.subject).toEqual({ kind: "indicator", id: "coverage" });
});

test("a binding indicator that is missed is an error, any other a warning", () => {
  const missed = (attribute: string): readonly string[] =>
    compileText(
      `${head}  - id: coverage
    unit: "%"
    direction: increase
    baseline: 45% @ 2025-12
${attribute}    targets: [{ reach: ≥60%, by: 2026-06-30 }]
    frequency: quarterly
    observations: [{ at: 2026-06-30, value: 59% }]
`,
      { asOf: "2026-06-30" },
    )
      .findings.filter((f) => f.code === "status/missed")
      .map((f) => f.severity);
  expect(missed("    attribute: binding\n")).toEqual(["error"]);
  expect(missed("    attribute: anticipatory\n")).toEqual(["warning"]);
  expect(missed("")).toEqual(["warning"]);
});

test("a date that cannot be read is not also missing, and no status is drawn from the rest", () => {
  const { findings } = compileText(
    `${head}  - id: coverage
    unit: "%"
    direction: increase
    baseline: 45% @ 2025-12
    targets: [{ reach: ≥60%, by: 2026-13 }, { reach: ≥85%, by: 2027-12 }]
    observations: [{ at: 2026-06, value: 46% }]
`,
    { asOf: "2026-06-30" },
  );
  expect(findings.filter((f) => f.severity !== "info").map((f) => f.code)).toEqual(["time/unreadable"]);
});

test("a missing data file is told at its name, not as silence of every indicator", () => {
  const { findings } = compileText(
    `${head}  - { id: coverage, unit: "%", direction: increase, baseline: 45% @ 2025-12, targets: [{ reach: ≥85%, by: 2027-12 }], frequency: monthly }
data: { observations: data/observations.csv }
`,
    { asOf: "2026-06-30" },
  );
  expect(findings.filter((f) => f.severity !== "info").map((f) => f.code)).toEqual([
    "reference/missing-file",
  ]);
});

test("a period that cannot be read is told once, whatever counts from it", () => {
  const { findings } = compileText(
    `${head.replace("2026-01..2027-12", "two years")}  - { id: coverage, unit: "%", direction: increase, baseline: 45% @ 2025-12, targets: [{ reach: ≥85%, by: M9 }] }
`,
    { asOf: "2026-01-01" },
  );
  expect(findings.filter((f) => f.severity !== "info").map((f) => f.code)).toEqual(["time/unreadable"]);
});

test("an objective that only a misspelt mention leaves unmeasured is told at the mention", () => {
  const { findings } = compileText(
    `${head}  - { id: coverage, unit: "%", objective: coverge, direction: increase, baseline: 45% @ 2025-12, targets: [{ reach: ≥85%, by: 2027-12 }] }
objectives: [{ id: coverage-goal, statement: A }, { id: trust, statement: B }]
`.replace("coverge", "coverage-gaol"),
    { asOf: "2026-01-01" },
  );
  const told = findings.filter((f) => f.severity !== "info");
  expect(told.map((f) => `${f.code} ${f.subject?.id}`)).toEqual([
    "reference/unknown coverage",
    "objective/no-indicator trust",
  ]);
});

test("values in a unit that agrees with the targets are not blamed where the stated unit is the slip", () => {
  const { findings } = compileText(
    `${head}  - id: coverage
    unit: 个
    direction: increase
    baseline: 45% @ 2025-12
    targets: [{ reach: ≥85%, by: 2027-12 }]
    observations: [{ at: 2026-03, value: 50% }, { at: 2026-06, value: 56% }]
`,
    { asOf: "2026-06-30" },
  );
  expect(findings.filter((f) => f.severity !== "info").map((f) => f.code)).toEqual(["target/unit-mismatch"]);
});

test("an announced count is checked although an item of another kind cannot be read", () => {
  const { findings } = compileText(
    `${head}  - { id: coverage, unit: "%", section: "1", direction: increase, baseline: 45% @ 2025-12, targets: [{ reach: ≥85%, by: 2027-12 }] }
sections: [{ id: "1", title: Goals, text: All., announces: { indicators: 2 } }]
sources: [{ title: without id }]
`,
    { asOf: "2026-01-01" },
  );
  expect(findings.map((f) => f.code)).toContain("count/announced");
});

test.each([
  ["baseline: { is: 1,000, at: 2025-12 }", "reach: ≥85%"],
  ["baseline: 45% @ 2025-12", "reach: 1,000"],
])("a number split at its comma is not also out of bounds: %s, %s", (baseline, target) => {
  const codes = codesOf(`  - id: coverage
    unit: "%"
    direction: increase
    ${baseline}
    targets: [{ ${target}, by: 2027-12 }]
`);
  expect(codes).toEqual(["yaml/split-number"]);
});

test.each(["unit", "baseline", "direction"])(
  "a tag alone as %s is not also a missing part, nor judged",
  (key) => {
    const parts = ['unit: "%"', "direction: increase", "baseline: 45% @ 2025-12"];
    const lines = parts.map((part) => (part.startsWith(key) ? `${key}: !` : part));
    const codes = codesOf(`  - id: coverage
    ${lines.join("\n    ")}
    targets: [{ reach: ≥85%, by: 2027-12 }]
`);
    expect(codes).toEqual(["yaml/tag"]);
  },
);

test("a fault of reading silences nothing that is told at the item's id", () => {
  const { findings } = compileText(
    `${head}  - { id: a b, unit: "%", direction: increase, targets: [{ reach: ≥85%, by: 2027-12 }] }\n`,
    { asOf: "2026-01-01" },
  );
  const codes = findings.map(({ code }) => code);
  expect(codes).toContain("schema/id");
  expect(codes).toContain("indicator/missing-baseline");
});

test("a required field that cannot be read is not also lacking", () => {
  const { findings } = compileText(`${head}  - { id: coverage, role: context }
mechanisms:
  - { id: duties, type: list, required: [due], items: [{ id: a, name: Issue the rules, due: some day }] }
`);
  const codes = findings.filter(({ severity }) => severity !== "info").map(({ code }) => code);
  expect(codes).toContain("time/unreadable");
  expect(codes).not.toContain("list/required-field");
});

test.each(["per-from", "per-to"])("a reversed range under %s of a link is told once", (key) => {
  const { findings } = compileText(`${head}  - { id: coverage, role: context }
mechanisms:
  - { id: twins, type: link, kind: 结对, from-set: a, to-set: b, ${key}: 5..2 }
`);
  const told = findings.filter(({ severity }) => severity === "error");
  expect(told.map(({ code, suggestion }) => [code, suggestion])).toEqual([
    ["statement/unreadable-quantity", "2..5"],
  ]);
});

test.each([
  ["titel: Small plan", "title"],
  ["perid: 2026-01..2027-12", "period"],
  ["langauge: en", "language"],
])("a misspelt key of the head is not also missing: %s", (line, key) => {
  const text = head.replace(new RegExp(`^${key}: `, "m"), line.slice(0, line.indexOf(" ") + 1));
  const { findings } = compileText(
    `${text}  - { id: coverage, unit: "%", direction: increase, baseline: 45% @ 2025-12, targets: [{ reach: ≥85%, by: 2027-12 }] }\n`,
    { asOf: "2026-01-01" },
  );
  const shape = findings.filter(({ code }) => code.startsWith("schema/"));
  expect(shape.map(({ code, suggestion }) => `${code} → ${suggestion}`)).toEqual([
    `schema/unknown-key → ${key}`,
  ]);
});

test("ids of indicators in a plan that lists none are not told one by one", () => {
  const { findings } = compileText(
    `${head.replace("indicators:\n", "indicators: []\n")}objectives: [{ id: near, statement: Meals nearby }]
sections: [{ id: "1", title: Goals, announces: { indicators: 2 }, text: "Coverage is {{target coverage}}." }]
`,
    { asOf: "2026-01-01" },
  );
  const loud = findings.filter(({ severity }) => severity !== "info").map(({ code }) => code);
  expect(loud).toEqual(["indicator/none"]);
});

test("an id of another kind in a plan without indicators is a fault of its own", () => {
  const { findings } = compileText(
    `${head.replace("indicators:\n", "indicators: []\n")}objectives: [{ id: near, statement: Meals nearby }]
sections: [{ id: "1", title: Goals, text: "Coverage is {{target near}}." }]
`,
    { asOf: "2026-01-01" },
  );
  expect(findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(["indicator/none", "reference/unknown"]),
  );
});

test("indicators under keys instead of in a list: what hangs on them is not told besides", () => {
  const { findings } = compileText(
    `format: 1
id: small
title: Small plan
language: en
period: 2026-01..2027-12
sections: [{ id: "1", title: Goals, role: goals, announces: { indicators: 1 }, text: "Half the people: {{target coverage}}." }]
objectives: [{ id: meals, statement: Meals for all, section: "1" }]
indicators:
  coverage: { name: Coverage, unit: "%", direction: increase, objective: meals, targets: [{ reach: ≥50%, by: 2027 }] }
phases: [{ id: all, name: All of it, period: 2026-01..2027-12, gates: [{ indicator: coverage, reach: ≥50% }] }]
`,
    { asOf: "2026-01-01" },
  );
  expect(findings.filter((f) => f.severity !== "info").map((f) => f.code)).toEqual(["schema/type"]);
});

test("items of a list below a key: all have one fault", () => {
  const { findings } = compileText(
    `${head}  coverage:
    name: Coverage
  - id: waiting
    name: Waiting
  - id: meals
    name: Meals
`,
    { asOf: "2026-01-01" },
  );
  const syntax = findings.filter((f) => f.code === "yaml/syntax");
  expect(syntax).toHaveLength(1);
});

test("a target under a word that is no kind is told once", () => {
  const codes = codesOf(`  - id: coverage
    unit: "%"
    direction: increase
    baseline: 45% @ 2025-12
    targets: [{ promise: ≥60%, by: 2026-12 }, { reach: ≥85%, by: 2027-12 }]
`);
  expect(codes).toEqual(["schema/target-kind"]);
});

test("a yearly step to the wrong side leads to no target besides", () => {
  const codes = codesOf(`  - id: coverage
    unit: "%"
    direction: increase
    baseline: 45% @ 2025-12
    targets: [{ rate: -4pp/year, during: 2026..2027 }, { reach: ≥53%, by: 2027-12 }]
`);
  expect(codes).toEqual(["target/wrong-direction"]);
});

test("what stands nowhere in a list of the wrong shape is missing by itself", () => {
  const lost = (actors: string) =>
    compileText(
      `${head}actors:
  office: { name: Service office }
phases:
  pilot: { name: Pilot, period: 2026-01..2026-06 }
actions:
  - { id: kitchens, name: Build kitchens, owner: ${actors} }
sections: [{ id: "1", title: Work, text: "There are {{count widgets}}." }]
`,
      { asOf: "2026-01-01" },
    ).findings.map(({ code }) => code);
  expect(lost("office")).toEqual(expect.arrayContaining(["schema/type", "time/missing-date"]));
  expect(lost("office")).not.toContain("reference/unknown");
  expect(lost("treasury")).toEqual(
    expect.arrayContaining(["reference/unknown", "time/missing-date", "narrative/unknown-placeholder"]),
  );
});

test("that data are out of date is told beside a target that can never be", () => {
  const { findings } = compileText(
    `format: 1
id: small
title: Small plan
language: en
period: 2026-01..2027-12
indicators:
  - id: coverage
    name: Coverage
    unit: "%"
    direction: increase
    bounds: 0..100
    baseline: 45% @ 2025-12
    targets: [{ reach: ≥185%, by: 2027-12 }]
    frequency: monthly
    observations: [{ at: 2026-01, value: 46% }]
`,
    { asOf: "2026-07-20" },
  );
  const loud = findings.filter(({ severity }) => severity !== "info").map(({ code }) => code);
  expect(loud).toEqual(expect.arrayContaining(["target/out-of-bounds", "status/stale"]));
});
