import fc from "fast-check";
import { expect, test } from "vitest";
import { readWord } from "../../src/word/index.ts";
import { cell, paragraph, row, table, wordFile, zipOf } from "../kit/word-file.ts";

/** The tables of a document as CSV texts. */
async function tablesOf(body: string): Promise<readonly string[]> {
  const read = await readWord(wordFile(body));
  if (!read.ok) throw new Error(read.failure);
  return read.tables.map(({ csv }) => csv);
}

const runs = (...inner: readonly string[]): string =>
  `<w:p>${inner.map((one) => `<w:r>${one}</w:r>`).join("")}</w:p>`;
const text = (content: string): string => `<w:t>${content}</w:t>`;

test("a cell that goes on over rows and columns holds its text in each of them, a figure in its first row only", async () => {
  const body = table(
    row(cell("甲", { vertical: "restart", span: 2 }), cell("30", { vertical: "restart" })),
    row(cell("", { vertical: "continue", span: 2 }), cell("", { vertical: "continue" })),
    row("乙", "丙", "丁"),
  );
  const read = await readWord(wordFile(body));
  expect(read).toMatchObject({
    ok: true,
    tables: [
      {
        csv: "甲,甲,30\n甲,甲,\n乙,丙,丁\n",
        merged: [
          { firstLine: 1, lastLine: 2, firstColumn: 0, lastColumn: 1 },
          { firstLine: 1, lastLine: 2, firstColumn: 2, lastColumn: 2 },
        ],
      },
    ],
  });
});

test("a row that begins further right leaves the columns before it empty", async () => {
  const shifted = `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell("右")}</w:tr>`;
  expect(await tablesOf(table(row("a", "b", "c"), shifted))).toEqual(["a,b,c\n,,右\n"]);
});

test("paragraphs of a cell are parted by a blank, runs are not; tabs and breaks are blanks, signs of Symbol are read", async () => {
  const inside =
    runs(text("达到"), '<w:sym w:font="Symbol" w:char="F0B3"/>', text("85"), text("%")) +
    runs(text("a"), "<w:tab/>", text("b"), "<w:br/>", text("c"));
  expect(await tablesOf(table(row(cell(inside))))).toEqual(["达到≥85% a b c\n"]);
});

test("hidden text, pictures, text boxes and field codes are not read; figures of the equation editor are", async () => {
  const hidden = "<w:rPr><w:vanish/></w:rPr>";
  const shown = '<w:rPr><w:vanish w:val="0"/></w:rPr>';
  const box = `<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${paragraph("框")}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>${paragraph("框")}</w:pict></mc:Fallback></mc:AlternateContent>`;
  const inside =
    runs(hidden + text("藏"), shown + text("现"), box, "<w:instrText>PAGE</w:instrText>") +
    "<w:p><m:oMath><m:r><m:t>≥9</m:t></m:r></m:oMath></w:p>";
  const read = await readWord(wordFile(table(row(cell(inside)))));
  expect(read).toMatchObject({ ok: true, hidden: 1, tables: [{ csv: "现 ≥9\n" }] });
});

test("content controls, references to characters and other prefixes of the format's namespace are read", async () => {
  const controlled = `<w:sdt><w:sdtContent>${row(cell(`<w:sdt><w:sdtContent>${runs(text("A&amp;B &lt;5 &#8805;3 &#x2264;2"))}</w:sdtContent></w:sdt>`))}</w:sdtContent></w:sdt>`;
  expect(await tablesOf(table(controlled))).toEqual(["A&B <5 ≥3 ≤2\n"]);
  const other = "<x:tbl><x:tr><x:tc><x:p><x:r><x:t>甲</x:t></x:r></x:p></x:tc></x:tr></x:tbl>";
  expect(await tablesOf(other)).toEqual(["甲\n"]);
});

test("paragraphs stand above the table that follows them, those between two tables above the second", async () => {
  const read = await readWord(
    wordFile(`${paragraph("一")}${table(row("a"))}${paragraph("二")}${table(row("b"))}`),
  );
  expect(read).toMatchObject({ ok: true, tables: [{ above: ["一"] }, { above: ["二"] }] });
});

test("what is too deep, too wide or too long is cut, which is said", async () => {
  const deep = `${"<w:tbl><w:tr><w:tc>".repeat(100)}${paragraph("x")}${"</w:tc></w:tr></w:tbl>".repeat(100)}`;
  expect(await readWord(wordFile(deep))).toMatchObject({ ok: true, isCut: true });
  const long = await readWord(wordFile(table(row("a").repeat(20_001))));
  expect(long).toMatchObject({ ok: true, isCut: true });
  const [wide] = await tablesOf(table(row(cell("a", { span: 1_000_000_000 }))));
  expect(wide?.split(",")).toHaveLength(200);
  expect(await readWord(wordFile(table(row("a"))))).toMatchObject({ ok: true, isCut: false });
});

test("a document that breaks off in a table is read as far as it goes, and is cut", async () => {
  expect(await readWord(wordFile(`<w:tbl>${row("a", "b")}<w:tr>${cell("c")}`))).toMatchObject({
    ok: true,
    isCut: true,
    tables: [{ csv: "a,b\n" }],
  });
});

test("a main part that is missing, broken, encrypted or too large is told apart", async () => {
  expect(await readWord(zipOf({ "word/other.xml": "<a/>" }))).toEqual({ ok: false, failure: "damaged" });
  const broken = wordFile(table(row("a".repeat(2000))));
  // The packed bytes of the main part begin behind its name.
  const at = Buffer.from(broken).indexOf("word/document.xml") + "word/document.xml".length;
  broken.fill(255, at + 4, at + 60);
  expect(await readWord(broken)).toEqual({ ok: false, failure: "damaged" });
  const locked = Buffer.from(zipOf({ "word/document.xml": "<a/>" }));
  locked.writeUInt16LE(1, locked.indexOf("PK\x01\x02", 0, "latin1") + 8);
  expect(await readWord(locked)).toEqual({ ok: false, failure: "password" });
  const stored = zipOf({ "word/document.xml": " ".repeat(65 * 1024 * 1024) });
  expect(await readWord(stored)).toEqual({ ok: false, failure: "too-large" });
});

test("whatever bytes are changed, a document is read or refused", async () => {
  const whole = wordFile(
    table(row(cell("甲", { vertical: "restart" }), "1"), row(cell("", { vertical: "continue" }), "2")),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
      async (changes) => {
        const changed = Uint8Array.from(whole);
        for (const [place, byte] of changes) changed[place] = byte;
        expect(await readWord(changed)).toHaveProperty("ok");
      },
    ),
    { numRuns: 300 },
  );
});
