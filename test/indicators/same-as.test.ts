/** One quantity under two names: whose values an indicator is judged by (FORMAT.md section 5, `same-as`). */
import { expect, test } from "vitest";
import type { IndicatorRow } from "../../src/indicators/results.ts";
import { spanText } from "../../src/text/source.ts";
import { evaluateText, figureOf } from "./evaluate-text.ts";

const rate = `unit: "%", direction: increase, baseline: 50% @ 2025-12`;
const reach = (level: number): string => `targets: [{ reach: ${level}%, by: 2026 }]`;
const at = (value: number | string, more = ""): string => `{ at: 2026-05-26, value: ${value}${more} }`;

/** Rows of indicators by id; each is written `id: fields`, its observations `seen`. */
function rowsBy(
  indicators: Readonly<Record<string, { is: string; seen?: readonly string[] }>>,
  plan = "",
): (id: string, entity?: string) => IndicatorRow {
  const items = Object.entries(indicators).map(
    ([id, { is, seen = [] }]) => `  - { id: ${id}, name: ${id}, ${is}, observations: [${seen.join(", ")}] }`,
  );
  const text = `format: 1\nid: p\ntitle: P\nlanguage: en\nperiod: 2026-01..2026-12\nindicators:\n${items.join("\n")}\n${plan}`;
  const { rows } = evaluateText(text, { asOf: "2026-05-26", trace: true });
  return (id, entity) => {
    const row = rows.find((r) => r.indicator.id.value === id && r.entity === (entity ?? null));
    if (row === undefined) throw new Error(`no row ${id}`);
    return row;
  };
}

test("an indicator without values is judged by those of the one that it names, and cites their places", () => {
  // Two fifths of 2026 have passed: 50 + 2/5 × 50 = 70 of 100 expected, 50 + 2/5 × 25 = 60 of 75.
  const row = rowsBy({
    own: { is: `${rate}, ${reach(100)}`, seen: [at(70)] },
    other: { is: `${rate}, ${reach(75)}, same-as: own` },
  });
  expect(row("own")).toMatchObject({ status: "on-track" });
  expect([row("other").status, figureOf(row("other"), "value"), figureOf(row("other"), "expected")]).toEqual([
    "on-track",
    "70",
    "60",
  ]);
  const places = row("other").figures.value.inputs.map(({ span }) => span?.start);
  expect(places).toEqual(row("own").figures.value.inputs.map(({ span }) => span?.start));
  const span = row("other").series()[0]?.span;
  expect(span === undefined ? null : spanText(span)).toBe("70");
});

test.each(["named: own", "naming: other"])(
  "the baseline of one quantity is one: stated once it holds for both (%s)",
  (which) => {
    const bare = 'unit: "%", direction: increase';
    const isNamed = which === "named: own";
    const row = rowsBy({
      own: { is: `${isNamed ? rate : bare}, ${reach(100)}`, seen: [at(70)] },
      other: { is: `${isNamed ? bare : rate}, ${reach(75)}, same-as: own` },
    });
    // As with a baseline in both: 70 of 100 and 60 of 75 expected; (70 − 50) ÷ (100 − 50) = 0.4, (70 − 50) ÷ (75 − 50) = 0.8.
    const figures = ["own", "other"].map((id) => [
      figureOf(row(id), "baseline"),
      figureOf(row(id), "expected"),
      figureOf(row(id), "attained"),
    ]);
    expect(figures).toEqual([
      ["50", "70", "0.4"],
      ["50", "60", "0.8"],
    ]);
    const [own, other] = ["own", "other"].map((id) => row(id).figures.baseline.inputs[0]?.span?.start);
    expect(own).toBe(other);
  },
);

test("a baseline in another unit is converted, one that does not convert or is the start of a flow is not taken", () => {
  const waiting = "direction: decrease, baseline: 2天 @ 2025-12, unit: 天";
  const row = rowsBy({
    days: { is: `${waiting}, targets: [{ reach: 1天, by: 2026 }]` },
    hours: { is: "direction: decrease, unit: 小时, targets: [{ reach: 24小时, by: 2026 }], same-as: days" },
    people: { is: "unit: 人, targets: [{ reach: 9人, by: 2026 }], same-as: days" },
    made: { is: "unit: 小时, value: flow, targets: [{ total: 9小时, during: 2026 }], same-as: days" },
  });
  expect(["hours", "people"].map((id) => figureOf(row(id), "baseline"))).toEqual(["48", null]);
  expect(figureOf(row("made"), "baseline")).not.toBe("48");
});

test("the declaration holds in the other direction too", () => {
  const row = rowsBy({
    named: { is: `${rate}, ${reach(100)}` },
    naming: { is: `${rate}, ${reach(100)}, same-as: named`, seen: [at(70)] },
  });
  expect(figureOf(row("named"), "value")).toBe("70");
});

test("and over indicators between them, and in a circle", () => {
  const chain = rowsBy({
    a: { is: `${rate}, ${reach(100)}, same-as: b` },
    b: { is: `${rate}, ${reach(100)}` },
    c: { is: `${rate}, ${reach(100)}, same-as: b`, seen: [at(70)] },
  });
  expect(["a", "b"].map((id) => figureOf(chain(id), "value"))).toEqual(["70", "70"]);
  const circle = rowsBy({
    a: { is: `${rate}, ${reach(100)}, same-as: b` },
    b: { is: `${rate}, ${reach(100)}, same-as: c` },
    c: { is: `${rate}, ${reach(100)}, same-as: a` },
    d: { is: `${rate}, ${reach(100)}, same-as: d` },
  });
  expect(["a", "b", "c", "d"].map((id) => circle(id).status)).toEqual([
    "not-due",
    "not-due",
    "not-due",
    "not-due",
  ]);
});

test("own values win, but a missing one is no value", () => {
  const row = rowsBy({
    a: { is: `${rate}, ${reach(100)}`, seen: [at(70)] },
    b: { is: `${rate}, ${reach(100)}, same-as: a`, seen: [at(60)] },
    c: { is: `${rate}, ${reach(100)}, same-as: a`, seen: [at("N/A")] },
  });
  expect(["a", "b", "c"].map((id) => figureOf(row(id), "value"))).toEqual(["70", "60", "70"]);
});

test("of several the one that the indicator itself names lends", () => {
  const row = rowsBy({
    first: { is: `${rate}, ${reach(100)}, same-as: named`, seen: [at(60)] },
    named: { is: `${rate}, ${reach(100)}`, seen: [at(70)] },
    silent: { is: `${rate}, ${reach(100)}, same-as: named` },
  });
  expect(figureOf(row("silent"), "value")).toBe("70");
});

test("values are converted; what does not convert is not borrowed", () => {
  // 2 小时 are 120 分钟.
  const row = rowsBy({
    hours: { is: `unit: 小时, direction: decrease, targets: [{ reach: ≤1, by: 2026 }]`, seen: [at(2)] },
    minutes: { is: `unit: 分钟, direction: decrease, targets: [{ reach: ≤60, by: 2026 }], same-as: hours` },
    people: { is: `unit: 人, direction: decrease, targets: [{ reach: ≤60, by: 2026 }], same-as: hours` },
  });
  expect(["minutes", "people"].map((id) => figureOf(row(id), "value"))).toEqual(["120", null]);
  expect(row("people").status).toBe("not-due");
});

test("amounts are no levels", () => {
  const row = rowsBy({
    amounts: { is: `unit: 个, value: flow, targets: [{ total: 100, by: 2026 }]`, seen: [at(30)] },
    stock: { is: `unit: 个, value: level, targets: [{ reach: 100, by: 2026 }], same-as: amounts` },
    untold: { is: `unit: 个, targets: [{ reach: 100, by: 2026 }], same-as: amounts` },
  });
  expect(["stock", "untold"].map((id) => figureOf(row(id), "value"))).toEqual([null, "30"]);
});

test("an indicator without unit shows that of the values that it borrows", () => {
  const row = rowsBy({
    share: { is: `${rate}, ${reach(100)}`, seen: [at(70)] },
    fall: { is: "targets: [{ trend: increase, during: 2026 }], same-as: share" },
  });
  expect([row("fall").unit, figureOf(row("fall"), "value")]).toEqual(["%", "70"]);
});

test("values of entities roll up as the lender declares, and states are borrowed like values", () => {
  const entities = "entities: [{ id: e, name: E }, { id: f, name: F }]";
  const seen = [at(30, ", entity: e"), at(12, ", entity: f")];
  const count = "unit: 个, direction: increase, targets: [{ reach: 100, by: 2026 }]";
  const row = rowsBy(
    {
      a: { is: `${count}, aggregation: sum`, seen },
      b: { is: `${count}, same-as: a` },
      built: { is: "targets: [{ done: true, by: 2026 }]", seen: [at("true")] },
      opened: { is: "targets: [{ done: true, by: 2026 }], same-as: built" },
    },
    entities,
  );
  // 30 + 12; the entities' own rows stand under both names.
  expect([figureOf(row("b"), "value"), figureOf(row("b", "e"), "value")]).toEqual(["42", "30"]);
  expect(row("opened").status).toBe("achieved");
});
