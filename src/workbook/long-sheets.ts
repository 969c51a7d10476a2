/** How many rows of a sheet hold something, known before the workbook is read: its part is looked through piece by piece. */
import { type Entry, eachChunk, listParts, type Parts, unpack } from "../office/unzip.ts";
import { attributeOf, xmlTokens } from "../office/xml-tokens.ts";

interface Decoder {
  decode(bytes: Uint8Array): string;
}
// Present in every supported runtime; `globalThis` has no type for it here.
const { TextDecoder } = globalThis as unknown as { readonly TextDecoder: new (label: string) => Decoder };

/** A sheet as the workbook lists it, and the part that holds it. */
export interface ListedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly entry: Entry;
}

/** Fewest bytes of a row that holds something: `<row><c><v>1</v></c></row>`. */
const leastOfRow = 24;

/** The sheets of which more than `most` rows hold something; none where the file is no workbook. */
export async function longSheets(bytes: Uint8Array, most: number): Promise<readonly ListedSheet[]> {
  const parts = listParts(bytes);
  if (parts === null || ![...parts].some(([name, entry]) => mayBeLong(name, entry, most))) return [];
  const long: ListedSheet[] = [];
  for (const sheet of await listedSheets(bytes, parts)) {
    if (sheet.entry.unpacked <= most * leastOfRow) continue;
    if ((await filledRows(bytes, sheet.entry, most)).count > most) long.push(sheet);
  }
  return long;
}

function mayBeLong(name: string, { unpacked }: Entry, most: number): boolean {
  return unpacked > most * leastOfRow && /\/worksheets\/[^/]+\.xml$/i.test(name);
}

/** True where a row of the sheet below the first `most` holds something. */
export async function reachesBeyond(bytes: Uint8Array, sheet: string, most: number): Promise<boolean> {
  const sheets = await listedSheets(bytes, listParts(bytes) ?? new Map());
  const found = sheets.find(({ name }) => name === sheet);
  return found === undefined || (await filledRows(bytes, found.entry, most)).last > most;
}

const tag = /<(?:\w{1,20}:)?(?:(row)(\s[^>]*)?|v|is)(?=[\s>])/g;
/** Longest tag of a row that is waited for. */
const longestTag = 4000;

/** Rows that hold something, counted up to one more than `most`, and the number of the last. Rows that are only formatted hold nothing. */
async function filledRows(
  bytes: Uint8Array,
  entry: Entry,
  most: number,
): Promise<{ readonly count: number; readonly last: number }> {
  // Tags are ASCII; the texts between them do not matter here.
  const decoder = new TextDecoder("latin1");
  let [count, last, at, isOpen, rest] = [0, 0, 0, false, ""];
  await eachChunk(bytes, entry, (chunk) => {
    const text = rest + decoder.decode(chunk);
    const end = text.lastIndexOf("<");
    const isCut = end >= 0 && !text.includes(">", end) && text.length - end <= longestTag;
    rest = isCut ? text.slice(end) : "";
    for (const [, row, attributes] of (isCut ? text.slice(0, end) : text).matchAll(tag)) {
      if (row !== undefined) {
        at = Number(attributeOf(attributes ?? "", "r") ?? at + 1);
        isOpen = true;
      } else if (isOpen) {
        count++;
        last = Math.max(last, at);
        isOpen = false;
      }
    }
    return count <= most;
  });
  return { count, last };
}

/** Bytes that the list of sheets may have. */
const mostListed = 4 * 1024 * 1024;

async function listedSheets(bytes: Uint8Array, parts: Parts): Promise<readonly ListedSheet[]> {
  const textOf = async (name: string): Promise<string> => {
    const entry = parts.get(name);
    const read = entry === undefined ? null : await unpack(bytes, entry, mostListed);
    return read?.ok === true ? new TextDecoder("utf-8").decode(read.bytes) : "";
  };
  const targets = new Map<string, string>();
  for (const { name, attributes } of tagsOf(await textOf("xl/_rels/workbook.xml.rels")))
    if (name === "Relationship")
      targets.set(attributeOf(attributes, "Id") ?? "", attributeOf(attributes, "Target") ?? "");
  const found: ListedSheet[] = [];
  for (const { name, attributes } of tagsOf(await textOf("xl/workbook.xml"))) {
    if (name !== "sheet") continue;
    const target = targets.get(attributeOf(attributes, "id") ?? "") ?? "";
    const entry = parts.get(target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    const isHidden = /^(?:veryHidden|hidden)$/.test(attributeOf(attributes, "state") ?? "");
    if (entry !== undefined) found.push({ name: attributeOf(attributes, "name") ?? "", isHidden, entry });
  }
  return found;
}

function* tagsOf(xml: string): Generator<{ readonly name: string; readonly attributes: string }> {
  for (const token of xmlTokens(xml)) if (token.kind === "open") yield token;
}
