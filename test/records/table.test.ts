import { expect, test } from "vitest";
import { readObservations, readProgress } from "./read.ts";

test("a missing column is told at the headings, and no row is used", () => {
  const { places, records, findings } = readObservations("indicator,value\nrate,5\n");
  expect(places).toEqual(['data/missing-column 1:1 "indicator,value"']);
  expect([findings[0]?.args.column, records.observations]).toEqual(["at", []]);
});

test("the value may be given by numerator and denominator, by one of them it is not", () => {
  expect(readObservations("indicator,at,numerator,denominator\nrate,2026,1,2\n").places).toEqual([]);
  const { findings } = readObservations("indicator,at,numerator\nrate,2026,1\n");
  expect(findings.map((f) => [f.code, f.args.column])).toEqual([["data/missing-column", "value"]]);
});

test("a heading that stands twice is told, also in two languages, and the first column is read", () => {
  const { places, records } = readObservations("indicator,at,value,实际值\nrate,2026,5,6\n");
  expect(places).toEqual(['data/duplicate-heading 1:20 "实际值"']);
  expect(records.observations[0]?.value?.value.toFixed()).toBe("5");
});

test("an unknown heading is told with the nearest one; x- headings and empty ones are free", () => {
  const { places, findings } = readObservations("indicator,at,value,repoter,x-own,\nrate,2026,5,a,b,\n");
  expect(places).toEqual(['data/unknown-heading 1:20 "repoter"']);
  expect(findings[0]?.suggestion).toBe("reporter");
});

test("case, outer space and underscores of a heading do not matter", () => {
  expect(readProgress("ID,AT,Filled_By\nkitchens,2026,a\n").places).toEqual([]);
});

test("a row with another number of cells is told with both numbers, the others are used", () => {
  const { places, findings, records } = readObservations(
    "indicator,at,value\nrate,2026,1,000\nrate,2027\nrate,2026,5,,\n",
  );
  expect(places).toEqual(['data/ragged-row 2:1 "rate,2026,1,000"', 'data/ragged-row 3:1 "rate,2027"']);
  expect(findings[0]?.args).toEqual({ row: 2, cells: 4, headings: 3 });
  expect(records.observations.map((o) => o.value?.value.toFixed())).toEqual(["5"]);
});

test("a quote that never closes is told at the quote, the rows after it are used", () => {
  const { places, records } = readObservations('indicator,at,value\nrate,2026,"5\nrate,2027,6\n');
  expect(places).toEqual(['data/unclosed-quote 2:11 """']);
  expect(records.observations.map((o) => o.value?.value.toFixed())).toEqual(["6"]);
});

test("an empty file and a file without rows are a warning", () => {
  const empty = readObservations("");
  expect([empty.places, empty.findings[0]?.severity]).toEqual([['data/empty-file 1:1 ""'], "warning"]);
  expect(readObservations("indicator,at,value\n,,\n").places).toEqual([
    'data/empty-file 1:1 "indicator,at,value"',
  ]);
});

test("lines are counted through CRLF and quoted line ends", () => {
  const csv = 'indicator,at,value,note\r\nrate,2026-01,5,"one\r\ntwo"\r\nrate,2026-02,x,\r\n';
  expect(readObservations(csv).places).toEqual(['data/unreadable-value 4:14 "x"']);
});

test("a file without headings is one finding, with the row that holds them if there is one", () => {
  const bare = readObservations("rate,2026,5\nrate,2027,6\n");
  expect(bare.places).toEqual(['data/no-headings 1:1 "rate,2026,5"']);
  expect(bare.findings[0]?.args.headingsRow).toBe(0);
  const titled = readObservations("Table of values,,\nindicator,at,value\nrate,2026,5\n");
  expect(titled.places).toEqual(['data/no-headings 1:1 "Table of values,,"']);
  expect([titled.findings[0]?.args.headingsRow, titled.records.observations]).toEqual([2, []]);
});

test("semicolons, as Excel writes them in other regions, are read with a note that names the cause", () => {
  const { places, findings, records } = readObservations(
    'indicator;at;value;"note, if any"\nrate;2026;5;x\n',
  );
  expect(places[0]).toMatch(/^data\/delimiter 1:1/);
  expect([findings[0]?.severity, findings[0]?.message.en]).toEqual([
    "info",
    expect.stringContaining("Excel"),
  ]);
  expect(records.observations.map((o) => o.value?.value.toFixed())).toEqual(["5"]);
  expect(readObservations("indicator\tat\tvalue\nrate\t2026\t5\n").places).toEqual([]);
});

test("a first line `sep=;` names the delimiter and is no row", () => {
  const { records } = readObservations("sep=;\r\nindicator;at;value\r\nrate;2026;5\r\n");
  expect(records.observations.map((o) => o.value?.value.toFixed())).toEqual(["5"]);
});

test("a spreadsheet's day number is told with the date that it stands for", () => {
  // Excel counts 1 January 2026 as 46023; 89 days later is 31 March.
  const { findings } = readObservations("indicator,at,value\nrate,46112,5\n");
  expect(findings.map((f) => [f.code, f.suggestion])).toEqual([["data/unreadable-date", "2026-03-31"]]);
});

test("what a spreadsheet shows for a failed formula is told as that", () => {
  const { findings } = readObservations("indicator,at,value\nrate,2026,#DIV/0!\n");
  expect(findings.map((f) => f.args.fault)).toEqual(["sheet-error"]);
});
