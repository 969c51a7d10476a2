import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { scanCsv } from "../../src/tables/scan-csv.ts";
import { positionAt, spanText } from "../../src/text/source.ts";

function scan(text: string) {
  const table = scanCsv({ name: "data.csv", text });
  const rows = table.header === null ? [] : [table.header, ...table.rows];
  return { table, rows, texts: rows.map((row) => row.cells.map((cell) => cell.text)) };
}

test("every cell carries its own place, quotes included and outer spaces left out", () => {
  const { rows } = scan('a,b\n 中文 ,"x, y"\n');
  const cells = rows[1]?.cells ?? [];
  expect(cells.map((cell) => spanText(cell.span))).toEqual(["中文", '"x, y"']);
  expect(cells.map((cell) => cell.text)).toEqual(["中文", "x, y"]);
});

test("an empty cell has an empty place between its commas", () => {
  const cell = scan("a,b,c\n1,,3").rows[1]?.cells[1];
  expect(cell?.text).toBe("");
  // Line 2, after `1,`: column 3.
  expect(cell && positionAt(cell.span.file, cell.span.start)).toEqual({ line: 2, column: 3 });
});

test("a doubled quote is one quote, and a quoted cell may hold a line end", () => {
  expect(scan('a,b\n"he said ""no""","one\ntwo"\n3,4').texts).toEqual([
    ["a", "b"],
    ['he said "no"', "one\ntwo"],
    ["3", "4"],
  ]);
});

test("CRLF, LF and a lone CR end a row, and rows without any text are left out", () => {
  expect(scan("a,b\r\n1,2\r3,4\n,,\n\n").texts).toEqual([
    ["a", "b"],
    ["1", "2"],
    ["3", "4"],
  ]);
});

test("a quote that never closes spoils its own row only", () => {
  const { rows } = scan('a,b\n"1,2\n3,4\n5,6');
  expect(rows.map((row) => row.unclosedQuote !== null)).toEqual([false, true, false, false]);
  expect(rows[2]?.cells.map((cell) => cell.text)).toEqual(["3", "4"]);
});

test("a stray quote that swallows a later quoted cell is found at its own row", () => {
  const { rows } = scan('a,b\n"1,2\n"3",4');
  expect(rows[1]?.unclosedQuote?.start).toBe(4);
  expect(rows[2]?.cells.map((cell) => cell.text)).toEqual(["3", "4"]);
});

test("tabs, semicolons and full-width commas separate where the headings hold no comma", () => {
  expect(scan("a\tb\n1\t2,5").texts[1]).toEqual(["1", "2,5"]);
  expect(scan("a;b\n1;2,5").texts[1]).toEqual(["1", "2,5"]);
  expect(scan("指标，时间\nx，2026").texts[1]).toEqual(["x", "2026"]);
});

test("many stray quotes are read in time that grows with the text, not with its square", () => {
  const text = `a,b\n${'"x,1\n"""y,2\n'.repeat(40_000)}`;
  expect(scan(text).rows.length).toBeGreaterThan(1);
});

test("reads every well-formed table as csv-parse does", () => {
  // Words that need quoting, or do not; none is empty, because rows without text are left out on purpose.
  const cell = fc.stringMatching(/^[a-z中,"\n ]{0,6}[a-z中]$/).map((text) => text.trim());
  const row = fc.tuple(cell, cell, cell);
  const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
      const text = `h,i,j\n${rows.map((cells) => cells.map(quoted).join(",")).join("\n")}\n`;
      expect(scan(text).texts).toEqual(parse(text, { trim: true }));
    }),
  );
});

test("any text at all is read, with every place inside it", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ab",;\n\r\t]{0,60}$/), (text) => {
      const { rows } = scan(text);
      for (const { cells, span } of rows) {
        for (const { span: place } of [{ span }, ...cells]) {
          expect(place.start).toBeGreaterThanOrEqual(0);
          expect(place.end).toBeGreaterThanOrEqual(place.start);
          expect(place.end).toBeLessThanOrEqual(text.length);
        }
      }
    }),
  );
});
