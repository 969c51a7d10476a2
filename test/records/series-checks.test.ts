import { expect, test } from "vitest";
import { plan, readObservations } from "./read.ts";

const head = "indicator,entity,at,value,state,reported,reporter,dimension:sex,note\n";

function placesOf(rows: string, text = plan): readonly string[] {
  return readObservations(head + rows, text).places;
}

test("two levels of one period are an error at the second, with the first beside it", () => {
  const { places, findings, records } = readObservations(
    `${head}rate,,2026-06,50,,,,,\nrate,,2026-06,52,,,,,\n`,
  );
  expect(places).toEqual(['data/duplicate-observation 3:1 "rate,,2026-06,52,,,,,"']);
  expect([findings[0]?.severity, findings[0]?.args]).toEqual([
    "error",
    { indicator: "rate", at: "2026-06", value: "52", first: "50", reporter: null, firstReporter: null },
  ]);
  expect(findings[0]?.related.map((r) => r.span.start)).toEqual([head.length]);
  expect(records.observations).toHaveLength(2);
});

const combined = plan.replace('unit: "%" }', 'unit: "%", aggregation: mean }');

test("values of different reporters are an error until the plan declares how they combine", () => {
  const rows = "rate,,2026-06,50,,,民政局,,\nrate,,2026-06,52,,,统计局,,\n";
  const { places, findings } = readObservations(head + rows);
  expect(places).toEqual(['data/duplicate-observation 3:1 "rate,,2026-06,52,,,统计局,,"']);
  expect(findings[0]?.message.en).toBe(
    'rate: 2026-06 is reported by "民政局" with 50 and by "统计局" with 52, and no declared aggregation combines them',
  );
  expect(findings[0]?.message.zhHans).toContain("由“民政局”报送“50”，由“统计局”报送“52”");
  expect(placesOf(rows, combined)).toEqual([]);
  // Nothing is declared by `none`, and percent is never summed.
  expect(placesOf(rows, combined.replace("mean", "none"))).toHaveLength(1);
  expect(placesOf(rows, combined.replace("mean", "sum"))).toHaveLength(1);
});

test("amounts of different reporters add up without a word", () => {
  expect(placesOf("trained,,2026-06,5,,,a,,\ntrained,,2026-06,7,,,b,,\n")).toEqual([]);
});

test("revisions, entities, slices and periods are no duplicates", () => {
  expect(placesOf("rate,,2026-06,50,final,2026-07-01,,,\nrate,,2026-06,52,revised,2026-08-01,,,\n")).toEqual(
    [],
  );
  expect(placesOf("rate,,2026-06,50,provisional,,,,\nrate,,2026-06,52,final,,,,\n")).toEqual([]);
  expect(placesOf("rate,east,2026-06,50,,,,,\nrate,west,2026-06,52,,,,,\n")).toEqual([]);
  expect(placesOf("rate,,2026-06,50,,,,男,\nrate,,2026-06,52,,,,女,\n")).toEqual([]);
  expect(placesOf("rate,,2026-06,50,,,,,\nrate,,2026-06-30,52,,,,,\n")).toEqual([]);
});

test("a missing value beside a reported one is no duplicate", () => {
  expect(placesOf("rate,,2026-06,未报送,,,,,\nrate,,2026-06,52,,,,,\n")).toEqual([]);
});

test("two revisions of one day of report collide", () => {
  expect(
    placesOf("rate,,2026-06,50,revised,2026-08-01,,,\nrate,,2026-06,52,revised,2026-08-01,,,\n"),
  ).toHaveLength(1);
  expect(
    placesOf("rate,,2026-06,50,revised,2026-08-01,,,\nrate,,2026-06,52,revised,2026-09-01,,,\n"),
  ).toEqual([]);
});

test("a value without reporter collides with that of any reporter", () => {
  expect(
    placesOf(
      "rate,,2026-06,50,,,a,,\nrate,,2026-06,51,,,b,,\nrate,,2026-06,52,,,,,\nrate,,2026-06,53,,,c,,\n",
      combined,
    ),
  ).toEqual([
    'data/duplicate-observation 4:1 "rate,,2026-06,52,,,,,"',
    'data/duplicate-observation 5:1 "rate,,2026-06,53,,,c,,"',
  ]);
});

test("a series of many values of one period is judged in time that grows with its length", () => {
  const rows = Array.from({ length: 60_000 }, (_, i) => `rate,,2026-06,${50 + (i % 5)},,,r${i},,\n`).join("");
  expect(placesOf(rows, combined)).toEqual([]);
});

test("amounts of a flow add up; two of one day without reporter or note are a warning", () => {
  expect(placesOf("trained,,2026-06,5,,,,,\ntrained,,2026-06,5,,,,,\n")).toEqual([]);
  const { places, findings } = readObservations(
    `${head}trained,,2026-06-30,5,,,,,\ntrained,,2026-06-30,5,,,,,\n`,
  );
  expect(places).toEqual(['data/same-day-amounts 3:1 "trained,,2026-06-30,5,,,,,"']);
  expect(findings[0]?.severity).toBe("warning");
  expect(placesOf("trained,,2026-06-30,5,,,,,\ntrained,,2026-06-30,5,,,,,下午场\n")).toEqual([]);
});

test("a value beyond its bounds is an error, the bound itself is not", () => {
  expect(
    placesOf(
      "rate,,2026-01,100,,,,,\nrate,,2026-02,0,,,,,\nrate,,2026-03,100.1,,,,,\nrate,,2026-04,-1,,,,,\n",
    ),
  ).toEqual(['data/out-of-bounds 4:15 "100.1"', 'data/out-of-bounds 5:15 "-1"']);
});

test("stated bounds replace those of a percent and are shown beside", () => {
  const text = plan.replace('unit: "%" }', 'unit: "%", bounds: 0..150 }');
  expect(placesOf("rate,,2026-03,120,,,,,\n", text)).toEqual([]);
  const { findings } = readObservations(`${head}rate,,2026-03,160,,,,,\n`, text);
  expect(findings[0]?.related).toHaveLength(1);
});

function monthly(indicator: string, values: readonly string[]): string {
  return values.map((v, i) => `${indicator},,2026-${String(i + 1).padStart(2, "0")},${v},,,,,\n`).join("");
}

test("a value ten, a hundred or a thousand times the others is a warning at its cell", () => {
  expect(placesOf(monthly("fund", ["100", "105", "1100", "98", "102"]))).toEqual([
    'data/magnitude 4:15 "1100"',
  ]);
  // The median of the others is 52: 0.52 is a hundredth of it.
  expect(placesOf(monthly("rate", ["52", "51", "0.52", "53", "52"]))).toEqual(['data/magnitude 4:15 "0.52"']);
  const slip = readObservations(head + monthly("fund", ["100", "105", "98", "102", "1000000"]));
  expect(slip.findings.map((f) => [f.code, f.severity, f.args.factor])).toEqual([
    ["data/magnitude", "warning", "10000"],
  ]);
});

test("in a series of four levels one is a slip where the other three hardly move", () => {
  expect(placesOf(monthly("fund", ["100", "105", "1000", "98"]))).toEqual(['data/magnitude 4:15 "1000"']);
});

test("a series that is short, moves, or is off by another factor gives no verdict", () => {
  expect(placesOf(monthly("fund", ["100", "1000", "98"]))).toEqual([]);
  // Four values tell only where the other three hardly move: 100..160 is too wide.
  expect(placesOf(monthly("fund", ["100", "160", "1000", "98"]))).toEqual([]);
  expect(placesOf(monthly("fund", ["100", "105", "400", "98", "1000", "102"]))).toEqual([]);
  expect(placesOf(monthly("fund", ["100", "105", "500", "98", "102"]))).toEqual([]);
  expect(placesOf(monthly("fund", ["0", "0", "0", "0", "10"]))).toEqual([]);
});

test("a numerator above its denominator is one finding, whatever value stands beside it", () => {
  const counts = "indicator,at,value,numerator,denominator\n";
  const found = (row: string, text = plan): readonly string[] => readObservations(counts + row, text).places;
  expect(found("rate,2026-01,,60,50\n")).toEqual(['data/part-above-whole 2:15 "60"']);
  expect(found("rate,2026-01,52,60,50\n")).toEqual(['data/part-above-whole 2:17 "60"']);
  expect(found("rate,2026-01,,50,50\n")).toEqual([]);
  // Persons for 10,000 may be any number; a rate of growth may pass the whole where the plan says so.
  expect(found("staff,2026-01,,60,50\n")).toEqual([]);
  expect(found("rate,2026-01,,60,50\n", plan.replace('unit: "%" }', 'unit: "%", bounds: 0..200 }'))).toEqual(
    [],
  );
});

test("a share below zero is told as what it is, not as the count that it begins with", () => {
  const { findings } = readObservations("indicator,at,value,numerator,denominator\nrate,2026-01,,-3,50\n");
  expect(findings.map(({ message }) => message.en)).toEqual(["rate: -6 (-3/50) is outside 0..100"]);
});
