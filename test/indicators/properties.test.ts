/** What must hold of every series: figures are facts of the values, not of how they are written or ordered. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { IndicatorRow } from "../../src/indicators/results.ts";
import { dayText, figureOf, type OneIndicator, rowOf, rowsOf } from "./evaluate-text.ts";

/** Values of months of 2026, each month once, and a target and a baseline apart from each other. */
const series = fc.record({
  values: fc.uniqueArray(
    fc.record({ month: fc.integer({ min: 1, max: 6 }), value: fc.integer({ min: -500, max: 500 }) }),
    { selector: ({ month }) => month, minLength: 1, maxLength: 6 },
  ),
  baseline: fc.integer({ min: -200, max: 200 }),
  way: fc.integer({ min: 1, max: 300 }),
});
type Series = typeof series extends fc.Arbitrary<infer T> ? T : never;

const monthText = (month: number): string => `2026-${String(month).padStart(2, "0")}`;

function oneOf(
  { values, baseline, way }: Series,
  factor = 1,
  direction: "increase" | "decrease" = "increase",
): OneIndicator {
  const target = direction === "increase" ? baseline + way : baseline - way;
  const is = `unit: 个, direction: ${direction}, frequency: monthly, baseline: ${baseline * factor} @ 2025-12, targets: [{ reach: ${target * factor}, by: 2026 }]`;
  return {
    is,
    seen: values.map(({ month, value }) => `${monthText(month)} ${value * factor}`),
    asOf: "2026-06-30",
  };
}

/** What does not depend on the unit of the values. */
function shape(row: IndicatorRow): readonly unknown[] {
  const shares = (["attained", "elapsed", "ratio", "score", "ofTarget", "gapPoints"] as const).map((name) =>
    figureOf(row, name),
  );
  const days = [row.observedOn, row.firstMetOn, row.lostOn, row.reachedOn].map(dayText);
  return [row.status, row.reason, row.methodStatus, ...shares, ...days, row.held, row.periods];
}

test("all values times k change no share, no status and no day", () => {
  fc.assert(
    fc.property(series, fc.constantFrom(2, 5, 8, 1000), (one, factor) => {
      // Powers of 2 and 5 and tens leave every quotient with the same digits.
      expect(shape(rowOf(oneOf(one, factor)))).toEqual(shape(rowOf(oneOf(one))));
    }),
    { numRuns: 60, seed: 20260601 },
  );
});

test("values times k are gaps, changes and projections times k", () => {
  fc.assert(
    fc.property(series, fc.constantFrom(2, 8, 1000), (one, factor) => {
      const [plain, larger] = [rowOf(oneOf(one)), rowOf(oneOf(one, factor))];
      for (const name of ["gap", "change", "previous", "required", "expected"] as const) {
        const [before, after] = [plain.figures[name].value, larger.figures[name].value];
        expect(after === null).toBe(before === null);
        // Quotients are rounded at their 30th digit.
        if (before !== null && after !== null)
          expect(after.minus(before.times(factor)).abs().lte(before.abs().plus(1).times("1e-24"))).toBe(true);
      }
    }),
    { numRuns: 60, seed: 20260602 },
  );
});

test("mirrored at zero, an indicator that is to fall stands as the one that is to rise", () => {
  fc.assert(
    fc.property(series, ({ values, baseline, way }) => {
      const up = rowOf(oneOf({ values, baseline, way }));
      const mirrored = values.map(({ month, value }) => ({ month, value: -value }));
      const down = rowOf(oneOf({ values: mirrored, baseline: -baseline, way }, 1, "decrease"));
      // T ÷ v for a decrease is another figure than v ÷ T.
      const without = (row: IndicatorRow): readonly unknown[] => shape(row).filter((_, i) => i !== 7);
      expect(without(down)).toEqual(without(up));
      expect(figureOf(down, "gap")).toBe(figureOf(up, "gap"));
    }),
    { numRuns: 60, seed: 20260603 },
  );
});

test("the order of the rows changes nothing", () => {
  fc.assert(
    fc.property(series, fc.integer(), (one, turn) => {
      const plain = oneOf(one);
      const shuffled = [...(plain.seen ?? [])].sort((a, b) => order(a, turn) - order(b, turn));
      const rows = [rowOf(plain), rowOf({ ...plain, seen: shuffled })].map((row) => [
        ...shape(row),
        figureOf(row, "projected"),
        figureOf(row, "projectedLow"),
        figureOf(row, "change"),
      ]);
      expect(rows[1]).toEqual(rows[0]);
    }),
    { numRuns: 60, seed: 20260604 },
  );
});

/** A place in an order that depends on the text and on `turn`, and on nothing else. */
function order(text: string, turn: number): number {
  let hash = turn | 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

test("what is dated or reported later changes nothing before", () => {
  fc.assert(
    fc.property(series, series, (now, later) => {
      const one = oneOf(now);
      const rows = later.values.flatMap(({ month, value }) => [
        `2026-${String(month + 6).padStart(2, "0")} ${value}`,
        `{ at: ${monthText(month)}, value: ${value}, state: revised, reported: 2026-07-${String(month).padStart(2, "0")} }`,
      ]);
      const cut = rowOf({ ...one, seen: [...(one.seen ?? []), ...rows] });
      expect([...shape(cut), figureOf(cut, "projected")]).toEqual([
        ...shape(rowOf(one)),
        figureOf(rowOf(one), "projected"),
      ]);
    }),
    { numRuns: 60, seed: 20260605 },
  );
});

const parts = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 6 });

test("splitting an entity into parts below it changes neither the sum nor the ratio of sums", () => {
  fc.assert(
    fc.property(parts, parts, (split, others) => {
      const ids = (prefix: string, count: number): readonly string[] =>
        Array.from({ length: count }, (_, i) => `${prefix}${i}`);
      const list = (names: readonly string[], parent: string): string =>
        names.map((id) => `{ id: ${id}, parent: ${parent} }`).join(", ");
      const [own, rest] = [ids("s", split.length), ids("o", others.length)];
      const plan = `entities: [{ id: a }, { id: b }, ${list(own, "a")}, ${list(rest, "b")}]`;
      const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
      const rowFor = (entity: string, value: number): string =>
        `{ at: 2026-03, entity: ${entity}, value: ${value} }`;
      const shareFor = (entity: string, value: number): string =>
        `{ at: 2026-03, entity: ${entity}, numerator: ${value}, denominator: ${value + 1000} }`;
      const sums = `unit: 个, aggregation: sum, direction: increase, baseline: 0 @ 2025-12, targets: [{ reach: 1000, by: 2026 }]`;
      const valueFor = (is: string, seen: readonly string[]): string | null => {
        const [whole] = rowsOf({ is, seen, plan });
        return whole === undefined ? null : figureOf(whole, "value");
      };
      const bySplit = [
        ...own.map((id, i) => rowFor(id, split[i] ?? 0)),
        ...rest.map((id, i) => rowFor(id, others[i] ?? 0)),
      ];
      expect(valueFor(sums, bySplit)).toBe(
        valueFor(sums, [rowFor("a", total(split)), rowFor("b", total(others))]),
      );
      expect(valueFor(sums, bySplit)).toBe(String(total(split) + total(others)));
      const percent = `unit: "%", direction: increase, baseline: 0% @ 2025-12, targets: [{ reach: 100%, by: 2026 }]`;
      const joined = (entity: string, values: readonly number[]): string =>
        `{ at: 2026-03, entity: ${entity}, numerator: ${total(values)}, denominator: ${total(values) + 1000 * values.length} }`;
      const shares = [
        ...own.map((id, i) => shareFor(id, split[i] ?? 0)),
        ...rest.map((id, i) => shareFor(id, others[i] ?? 0)),
      ];
      expect(valueFor(percent, shares)).toBe(valueFor(percent, [joined("a", split), joined("b", others)]));
    }),
    { numRuns: 60, seed: 20260607 },
  );
});

test("every indicator that is judged is counted once, whatever its entities report", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 6 }), (reporters) => {
      const seen = reporters.map((entity, i) =>
        entity === "" ? `2026-0${i + 1} ${i}` : `{ at: 2026-0${i + 1}, entity: ${entity}, value: ${i} }`,
      );
      const rows = rowsOf({
        is: oneOf({ values: [], baseline: 0, way: 5 }).is,
        seen,
        plan: "entities: [{ id: a }, { id: b, parent: a }, { id: c, parent: a }]",
      });
      expect(rows.filter((row) => row.entity === null)).toHaveLength(1);
      const { coverage } = rows[0] as IndicatorRow;
      if (coverage !== null) expect(coverage.counted + coverage.missing.length).toBe(coverage.of);
    }),
    { numRuns: 60, seed: 20260608 },
  );
});
