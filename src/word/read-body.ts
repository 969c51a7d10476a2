/** The body of a Word document: its tables, and the paragraphs above each. */

import { attributeOf, xmlTokens } from "../office/xml-tokens.ts";
import { type SquareTable, squareTable, type WordCell, type WordRow } from "./word-table.ts";

/** A table in the order in which tables begin; `inside` is the ordinal of the table that it is nested in, null for none. */
export interface WordTable extends SquareTable {
  readonly above: readonly string[];
  readonly inside: number | null;
}

export interface WordBody {
  readonly tables: readonly WordTable[];
  /** Insertions, deletions and moves that are not accepted yet. */
  readonly changes: number;
  /** Runs of hidden text, which are not read. */
  readonly hidden: number;
  /** True where rows, cells or nested tables were too many to be read. */
  readonly isCut: boolean;
}

/** Most rows of all tables, most cells, deepest nesting, and most lines kept above a table. */
const most = { rows: 20_000, cells: 400_000, depth: 20, above: 50 };

interface OpenTable {
  readonly ordinal: number;
  readonly inside: number | null;
  readonly above: readonly string[];
  readonly rows: WordRow[];
  before: number;
  isDeleted: boolean;
  cells: WordCell[];
  /** The row was inserted by a tracked change. */
  isInserted: boolean;
  cell: { lines: string[]; span: number; vertical: WordCell["vertical"]; isChanged: boolean } | null;
}

/** Parts that hold no text of the document, or hold it a second time, or no longer. */
const passedOver: ReadonlySet<string> = new Set([
  "del",
  "moveFrom",
  "drawing",
  "pict",
  "object",
  "Fallback",
  "txbxContent",
  "sectPr",
  "tblPr",
  "tblGrid",
  "pPrChange",
  "rPrChange",
  "tblPrChange",
  "trPrChange",
  "tcPrChange",
]);

const changeMarks: ReadonlySet<string> = new Set(["ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel"]);

/** Signs of the font Symbol that stand in figures. */
const symbols: ReadonlyMap<string, string> = new Map([
  ["F0B3", "≥"],
  ["F0A3", "≤"],
  ["F0B1", "±"],
  ["F0B4", "×"],
  ["F025", "%"],
]);

/** Reads the XML of a document's main part. */
export function readBody(xml: string): WordBody {
  const reader = new BodyReader();
  for (const token of xmlTokens(xml)) {
    if (token.kind === "text") reader.text(token.text);
    else if (token.kind === "close") reader.close(token.name);
    else {
      reader.open(token.name, token.attributes);
      if (token.isEmpty) reader.close(token.name);
    }
  }
  return reader.body();
}

/** Keeps the place in the document: open elements, open tables, the paragraph that is being read. */
class BodyReader {
  readonly #path: string[] = [];
  readonly #open: OpenTable[] = [];
  readonly #tables: (WordTable | null)[] = [];
  #above: string[] = [];
  #line = "";
  /** Depth at which a part that is passed over began; null outside. */
  #passed: number | null = null;
  #isHiddenRun = false;
  #changes = 0;
  #hidden = 0;
  #rows = 0;
  #cells = 0;
  #isCut = false;

  open(name: string, attributes: string): void {
    const parent = this.#path.at(-1) ?? "";
    this.#path.push(name);
    if (changeMarks.has(name)) this.#change();
    if (this.#passed !== null) return;
    // In the properties of a row or of a paragraph's mark, `del` is a sign and not a part.
    if (passedOver.has(name) && parent !== "trPr" && parent !== "rPr") {
      this.#passed = this.#path.length;
      return;
    }
    const table = this.#open.at(-1);
    if (name === "tbl") this.#openTable();
    else if (name === "r") this.#isHiddenRun = false;
    else if (name === "tab" && parent === "r") this.#line += " ";
    else if (name === "br" || name === "cr") this.#line += " ";
    else if (name === "noBreakHyphen") this.#line += "-";
    else if (name === "sym")
      this.#line += symbols.get(attributeOf(attributes, "char")?.toUpperCase() ?? "") ?? "\ufffd";
    else if (name === "vanish" && parent === "rPr" && this.#path.at(-3) === "r") {
      this.#isHiddenRun = !["0", "false", "off"].includes(attributeOf(attributes, "val") ?? "");
      if (this.#isHiddenRun) this.#hidden++;
    } else if (table !== undefined) this.#openInTable(table, name, attributes, parent);
  }

  #change(): void {
    this.#changes++;
    const cell = this.#open.at(-1)?.cell;
    if (cell !== undefined && cell !== null && this.#passed === null) cell.isChanged = true;
  }

  #openTable(): void {
    if (this.#open.length >= most.depth) {
      this.#isCut = true;
      this.#passed = this.#path.length;
      return;
    }
    this.#endLine();
    const ordinal = this.#tables.length;
    this.#tables.push(null);
    const inside = this.#open.at(-1)?.ordinal ?? null;
    this.#open.push({
      ordinal,
      inside,
      above: this.#above,
      rows: [],
      before: 0,
      isDeleted: false,
      isInserted: false,
      cells: [],
      cell: null,
    });
    this.#above = [];
  }

  #openInTable(table: OpenTable, name: string, attributes: string, parent: string): void {
    const number = (): number => Number(attributeOf(attributes, "val") ?? "") || 0;
    if (name === "tr") Object.assign(table, { before: 0, isDeleted: false, isInserted: false, cells: [] });
    else if (name === "tc") table.cell = { lines: [], span: 1, vertical: null, isChanged: table.isInserted };
    else if (name === "gridBefore") table.before = number();
    else if (name === "del" && parent === "trPr") table.isDeleted = true;
    else if (name === "ins" && parent === "trPr") table.isInserted = true;
    else if (name === "gridSpan" && table.cell !== null) table.cell.span = Math.max(1, number());
    else if (name === "vMerge" && table.cell !== null)
      table.cell.vertical = attributeOf(attributes, "val") === "restart" ? "restart" : "continue";
  }

  text(text: string): void {
    const name = this.#path.at(-1);
    if (name === "t" && this.#passed === null && !this.#isHiddenRun) this.#line += text;
  }

  close(name: string): void {
    // A document whose tags do not pair is read as far as they do.
    if (this.#path.at(-1) !== name) return;
    const depth = this.#path.length;
    this.#path.pop();
    if (this.#passed !== null) {
      if (this.#passed === depth) this.#passed = null;
      return;
    }
    const table = this.#open.at(-1);
    if (name === "p") this.#endLine();
    else if (table === undefined) return;
    else if (name === "tc") this.#closeCell(table);
    else if (name === "tr") this.#closeRow(table);
    else if (name === "tbl") this.#closeTable(table);
  }

  #endLine(): void {
    const line = this.#line.replace(/\s+/g, " ").trim();
    this.#line = "";
    if (line === "") return;
    const cell = this.#open.at(-1)?.cell;
    if (cell !== undefined && cell !== null) cell.lines.push(line);
    else if (this.#above.length < most.above) this.#above.push(line);
  }

  #closeCell(table: OpenTable): void {
    this.#endLine();
    const { cell } = table;
    table.cell = null;
    if (cell === null) return;
    if (++this.#cells > most.cells) this.#isCut = true;
    else {
      const { lines, ...rest } = cell;
      table.cells.push({ ...rest, text: lines.join(" ") });
    }
  }

  #closeRow(table: OpenTable): void {
    if (table.isDeleted) return;
    if (++this.#rows > most.rows) this.#isCut = true;
    else table.rows.push({ before: table.before, cells: table.cells });
  }

  #closeTable({ ordinal, inside, above, rows }: OpenTable): void {
    this.#open.pop();
    this.#tables[ordinal] = { ...squareTable(rows), above, inside };
    this.#above = [];
  }

  body(): WordBody {
    while (this.#open.length > 0) {
      const table = this.#open.at(-1);
      if (table === undefined) break;
      this.#isCut = true;
      this.#closeTable(table);
    }
    const tables = this.#tables.filter((table) => table !== null);
    return { tables, changes: this.#changes, hidden: this.#hidden, isCut: this.#isCut };
  }
}
