/** Two values for one day of which none is revised: what stands does not hang on the order of the rows (ENGINE.md section 8). */
import { expect, test } from "vitest";
import { figureOf, type OneIndicator, rowOf, rowsOf, targetStatuses } from "./evaluate-text.ts";

/** 50 at the end of 2025, 80 at the end of 2026. */
const level = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: ≥80%, by: 2026-12 }]`;
const contested = { status: "not-computable", reason: "contested-values" };

/** The row of the plan in both orders of the observations, which must be the same. */
function eitherWay(one: OneIndicator & { readonly seen: readonly string[] }) {
  const row = rowOf(one);
  const turned = rowOf({ ...one, seen: [...one.seen].reverse() });
  const said = (r: typeof row) => [r.status, r.reason, figureOf(r, "value"), r.observedOn];
  expect(said(turned)).toEqual(said(row));
  return row;
}

test.each([
  ["without more", ["2026-03 81", "2026-03 60"]],
  ["also where an older value is there", ["2026-02 60", "2026-03 81", "2026-03 60"]],
  [
    "also as two revisions of one day",
    [
      "{ at: 2026-03, value: 81, state: revised, reported: 2026-04-09 }",
      "{ at: 2026-03, value: 60, state: revised, reported: 2026-04-09 }",
    ],
  ],
  [
    "also from two reporters whom nothing combines",
    ["{ at: 2026-03, value: 81, reporter: a }", "{ at: 2026-03, value: 60, reporter: b }"],
  ],
  [
    "also where one row names no reporter",
    ["{ at: 2026-03, value: 81 }", "{ at: 2026-03, value: 60, reporter: b }"],
  ],
])("two values of the newest day give no figure and no status, %s", (_, seen) => {
  const row = eitherWay({ is: level, seen });
  expect(row).toMatchObject(contested);
  expect(row.figures.value).toMatchObject({ value: null, reason: "contested-values" });
  expect([figureOf(row, "attained"), figureOf(row, "ratio"), figureOf(row, "change")]).toEqual([
    null,
    null,
    null,
  ]);
});

test.each([
  ["the same value twice", ["2026-03 60", "2026-03 60.0"], "60"],
  [
    "the later report",
    ["{ at: 2026-03, value: 81, reported: 2026-04-02 }", "{ at: 2026-03, value: 60, reported: 2026-04-09 }"],
    "60",
  ],
  ["the revision", ["2026-03 81", "{ at: 2026-03, value: 60, state: revised, reported: 2026-04-09 }"], "60"],
  ["the final value", ["{ at: 2026-03, value: 81, state: provisional }", "2026-03 60"], "60"],
  [
    "two reporters who agree",
    ["{ at: 2026-03, value: 60, reporter: a }", "{ at: 2026-03, value: 60, reporter: b }"],
    "60",
  ],
  ["a newer value, whatever was contested before", ["2026-03 81", "2026-03 60", "2026-04 62"], "62"],
])("%s stands in either order of the rows", (_, seen, value) => {
  const row = eitherWay({ is: level, seen });
  expect([row.reason, figureOf(row, "value")]).toEqual([null, value]);
});

/** A share of 60 with its counts beside it. */
const counted = (numerator: number, denominator: number): string =>
  `{ at: 2026-03, value: 60, numerator: ${numerator}, denominator: ${denominator} }`;
const weighed = (denominator: number): string => `{ at: 2026-03, value: 60, denominator: ${denominator} }`;

test.each([
  ["a share and the same with its counts", ["2026-03 60", counted(30, 50)], "60"],
  ["the same counts twice", [counted(30, 50), counted(30, 50)], "60"],
  ["the same denominator twice", [weighed(50), weighed(50)], "60"],
  ["other counts of the same share", [counted(30, 50), counted(60, 100)], null],
  ["other numerators of a rounded share", [counted(3000, 5000), counted(3001, 5000)], null],
  ["a numerator beside none", [counted(30, 50), weighed(50)], null],
  ["other denominators", [weighed(50), weighed(100)], null],
])("%s for one day: agreed on or contested", (_, seen, value) => {
  const row = eitherWay({ is: level, seen });
  expect([row.reason, figureOf(row, "value")]).toEqual([value === null ? "contested-values" : null, value]);
});

test("of two rows that agree the one with its counts takes part in a ratio of sums", () => {
  const entities = "entities: [{ id: b, name: B }, { id: c, name: C }]";
  const of = (entity: string, says: string): string => `{ at: 2026-03, entity: ${entity}, ${says} }`;
  const seen = [
    of("b", "value: 60"),
    of("b", "value: 60, numerator: 30, denominator: 50"),
    of("c", "numerator: 10, denominator: 50"),
  ];
  // (30 + 10) ÷ (50 + 50).
  const row = eitherWay({ is: `${level}, aggregation: ratio-of-sums`, plan: entities, seen });
  expect(figureOf(row, "value")).toBe("40");
});

test("a value beside one that cannot be is contested by it", () => {
  // 12 of 10 is no share.
  const seen = ["2026-03 60", "{ at: 2026-03, numerator: 12, denominator: 10 }"];
  expect(eitherWay({ is: level, seen })).toMatchObject(contested);
  const both = [seen[1] ?? "", "{ at: 2026-03, numerator: 11, denominator: 10 }"];
  expect(eitherWay({ is: level, seen: both })).toMatchObject({ ...contested, reason: "impossible-value" });
});

test("reporters that are combined give one value; one who contradicts himself gives none", () => {
  const is = `${level}, aggregation: mean`;
  const seen = ["{ at: 2026-03, value: 70, reporter: a }", "{ at: 2026-03, value: 60, reporter: b }"];
  expect(figureOf(eitherWay({ is, seen }), "value")).toBe("65");
  expect(eitherWay({ is, seen: [...seen, "{ at: 2026-03, value: 90, reporter: a }"] })).toMatchObject(
    contested,
  );
  // The latest of two for one day is none.
  expect(eitherWay({ is: `${level}, aggregation: latest`, seen })).toMatchObject(contested);
});

test("a date is not judged by the value before the contested ones; a date before them is", () => {
  const is = `unit: "%", direction: increase, baseline: 50% @ 2025-12, frequency: monthly, targets: [{ reach: ≥55%, by: 2026-02 }, { reach: ≥60%, by: 2026-03 }, { reach: ≥80%, by: 2026-12 }]`;
  const seen = ["2026-02 56", "2026-03 61", "2026-03 57"];
  const row = eitherWay({ is, seen, asOf: "2026-05-15" });
  expect(targetStatuses(row)).toEqual(["met", "not-computable", "not-due"]);
  expect(row).toMatchObject(contested);
});

test("a due date that had been judged before the contested day stays judged", () => {
  const is = `unit: "%", direction: increase, baseline: 50% @ 2025-12, targets: [{ reach: ≥80%, by: 2026-02 }]`;
  const row = eitherWay({ is, seen: ["2026-02-28 70", "2026-03 81", "2026-03 60"] });
  expect([row.status, row.reason]).toEqual(["missed", null]);
});

test("a bound that had been kept to its end before the contested day stays kept", () => {
  const is = "unit: 人, frequency: quarterly, targets: [{ hold: ≥3, during: 2026 }]";
  const seen = ["2026-Q1 3", "2026-Q2 3", "2026-Q3 4", "2026-Q4 3", "2027-Q1 1", "2027-Q1 5"];
  const row = eitherWay({ is, period: "2026..2027", seen, asOf: "2027-04-15" });
  expect([row.status, row.decision.step]).toEqual(["achieved", "due"]);
});

test("two states of one day say neither", () => {
  const is = `targets: [{ done: true, by: 2026-12 }]`;
  expect(eitherWay({ is, seen: ["2026-03 true", "2026-03 false"] })).toMatchObject(contested);
  expect(eitherWay({ is, seen: ["2026-03 true", "2026-03 true"] }).status).toBe("achieved");
});

test.each([
  ["before its date", "targets: [{ done: true, by: 2026-12 }]", "2026-05-26"],
  ["while reports for its date may come", "targets: [{ done: true, by: 2026-05-20 }]", "2026-05-26"],
  ["on its date", "targets: [{ done: true, by: 2026-03-31 }]", "2026-04-10"],
  ["without a date", "targets: [{ done: true }]", "2026-05-26"],
])("what was done by an earlier word is open again %s", (_, is, asOf) => {
  const row = eitherWay({ is, seen: ["2026-02 true", "2026-03 true", "2026-03 false"], asOf });
  expect([row.status, row.reason, row.decision.step]).toEqual([
    "not-computable",
    "contested-values",
    "unsettled",
  ]);
});

test("without a target contested values are judged by no limits either", () => {
  const is = `unit: "%", assess: { method: absolute-bands, red: 40, green: 60 }`;
  expect(eitherWay({ is, seen: ["2026-03 81", "2026-03 60"] })).toMatchObject(contested);
});

test("amounts of a flow add up still; two revisions that disagree leave the sum open", () => {
  const is = `unit: 个, value: flow, direction: increase, targets: [{ total: ≥100, during: 2026 }]`;
  expect(figureOf(eitherWay({ is, seen: ["2026-03 30", "2026-03 20"] }), "value")).toBe("50");
  const later = "{ at: 2026-03, value: 20, reported: 2026-04-09 }";
  expect(figureOf(eitherWay({ is, seen: ["2026-03 30", later] }), "value")).toBe("50");
  const revised = (value: number) => `{ at: 2026-03, value: ${value}, state: revised, reported: 2026-04-09 }`;
  expect(eitherWay({ is, seen: ["2026-02 10", revised(30), revised(20)] })).toMatchObject(contested);
});

const plan = "entities: [{ id: d, name: D }, { id: b, name: B, parent: d }, { id: c, name: C, parent: d }]";
const at = (entity: string, value: number, day = "2026-03"): string =>
  `{ at: ${day}, entity: ${entity}, value: ${value} }`;

test.each(["sum", "mean"])("a whole (%s) is not known while a part of it is contested", (aggregation) => {
  const is = `unit: 个, direction: increase, aggregation: ${aggregation}, baseline: 0 @ 2025-12, targets: [{ reach: 100, by: 2026-12 }]`;
  const rows = rowsOf({ is, plan, seen: [at("b", 30), at("b", 40), at("c", 20)] });
  const said = rows.map((row) => [row.entity, row.reason, figureOf(row, "value")]);
  expect(said.filter(([entity]) => entity !== "c")).toEqual(
    aggregation === "sum"
      ? [
          [null, "contested-values", null],
          ["d", "no-target", null],
          ["b", "no-target", null],
        ]
      : [
          [null, "contested-values", null],
          ["d", "contested-values", null],
          ["b", "contested-values", null],
        ],
  );
});

test("a running total that is contested is not carried over from before", () => {
  const is = `unit: 个, value: running-total, direction: increase, aggregation: sum, targets: [{ reach: 100, by: 2026-12 }]`;
  const seen = [at("b", 10, "2026-02"), at("c", 10, "2026-02"), at("b", 30), at("b", 40), at("c", 20)];
  expect(rowOf({ is, plan, seen })).toMatchObject(contested);
});

test("what an entity reports itself for the day stands above a part that is contested", () => {
  const is = `unit: 个, direction: increase, aggregation: sum, baseline: 0 @ 2025-12, targets: [{ reach: 100, by: 2026-12 }]`;
  expect(figureOf(rowOf({ is, plan, seen: [at("b", 30), at("b", 40), at("d", 60)] }), "value")).toBe("60");
});

test("a formula over contested values has none either", () => {
  const other = `  - { id: y, name: Y, unit: 个, direction: increase, baseline: 1 @ 2025-12, targets: [{ reach: 9, by: 2026-12 }], observations: [{ at: 2026-02, value: 3 }, { at: 2026-03, value: 4 }, { at: 2026-03, value: 5 }] }`;
  const is = `unit: 个, direction: increase, formula: y + y, baseline: 2 @ 2025-12, targets: [{ reach: 18, by: 2026-12 }]`;
  expect(rowOf({ is, plan: other })).toMatchObject(contested);
});
