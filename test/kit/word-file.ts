/** Word documents for tests: a ZIP file of stored parts, written as the format says (APPNOTE 6.3, ECMA-376). */
import { crc32, deflateRawSync } from "node:zlib";

/** A ZIP file; `deflated` parts are packed. */
export function zipOf(
  parts: Readonly<Record<string, string | Uint8Array>>,
  deflated: readonly string[] = [],
): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const plain = Buffer.from(content);
    const isPacked = deflated.includes(name);
    const packed = isPacked ? deflateRawSync(plain) : plain;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(isPacked ? 8 : 0, 4);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(plain.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    entries.push(
      Buffer.concat([Buffer.from("PK\x01\x02\x14\0", "latin1"), fields, place, Buffer.from(name)]),
    );
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

const namespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** The body of a document: paragraphs and tables as XML. */
export function wordFile(
  body: string,
  further: Readonly<Record<string, string | Uint8Array>> = {},
): Uint8Array {
  return zipOf(
    {
      "[Content_Types].xml": "<Types/>",
      "_rels/.rels":
        '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
      ...further,
    },
    ["word/document.xml"],
  );
}

/** A paragraph of one run. */
export function paragraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</w:t></w:r></w:p>`;
}

/** How a cell is drawn: columns that it takes, and whether it begins a merged cell or goes on with it. */
export interface CellShape {
  readonly span?: number;
  readonly vertical?: "restart" | "continue";
}

/** A cell; `content` is XML where it begins with `<`. */
export function cell(content: string, { span, vertical }: CellShape = {}): string {
  const merge =
    vertical === undefined ? "" : vertical === "restart" ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>";
  const wide = span === undefined ? "" : `<w:gridSpan w:val="${span}"/>`;
  return `<w:tc><w:tcPr>${wide}${merge}</w:tcPr>${content.startsWith("<") ? content : paragraph(content)}</w:tc>`;
}

/** A row of texts, or of cells made by `cell`. */
export function row(...cells: readonly string[]): string {
  return `<w:tr>${cells.map((one) => (one.startsWith("<w:tc>") ? one : cell(one))).join("")}</w:tr>`;
}

export function table(...rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/>${rows.join("")}</w:tbl>`;
}
