/** Tables of literals in `test/fixtures/literals`: one form a line, cells parted by `|`, `#` for comments and headings. */
import { readFileSync } from "node:fs";

/** A form and what is expected of it, cell by cell. */
export type Row = readonly [form: string, ...expected: string[]];

/** The rows of a table. Throws when a form stands twice, for then one of the two is not looked at. */
export function literals(name: string): readonly Row[] {
  const rows = readFileSync(`test/fixtures/literals/${name}.txt`, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line): Row => {
      const [form = "", ...expected] = line.split("|").map((cell) => cell.trim());
      return [form, ...expected];
    });
  const forms = rows.map(([form]) => form);
  const twice = forms.find((form, i) => forms.indexOf(form) !== i);
  if (twice !== undefined) throw new Error(`${name}: "${twice}" stands twice`);
  return rows;
}
