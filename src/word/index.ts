/** Reads the tables of a Word document (.docx, .docm). Loaded only when one is imported. */

import { listParts, unpack } from "../office/unzip.ts";
import { attributeOf, xmlTokens } from "../office/xml-tokens.ts";
import { readBody, type WordBody } from "./read-body.ts";

export type { WordTable } from "./read-body.ts";

/** Why a document gives nothing. `old`: a .doc or .rtf file; `workbook`: an .xlsx file. */
export type WordFailure = "workbook" | "password" | "damaged" | "old" | "too-large";

export type WordRead =
  | ({ readonly ok: true; readonly hasMacros: boolean } & WordBody)
  | { readonly ok: false; readonly failure: WordFailure };

/** Bytes that the main part may unpack to; a book of a thousand pages has ten million. */
const mostUnpacked = 64 * 1024 * 1024;
const mostRelations = 1024 * 1024;

interface Decoder {
  decode(bytes: Uint8Array): string;
}
// Present in every supported runtime; `globalThis` has no type for it here.
const { TextDecoder } = globalThis as unknown as { readonly TextDecoder: new (label: string) => Decoder };

/** Reads a document. Deleted text is not read, inserted text is; nothing in the document is run. */
export async function readWord(bytes: Uint8Array): Promise<WordRead> {
  const parts = listParts(bytes);
  if (parts === null) return { ok: false, failure: failureOf(bytes) };
  const relations = parts.get("_rels/.rels");
  const rels = relations === undefined ? null : await unpack(bytes, relations, mostRelations);
  const name = rels?.ok === true ? mainPart(textOf(rels.bytes)) : "word/document.xml";
  const main = parts.get(name) ?? parts.get("word/document.xml");
  if (main === undefined || main === parts.get("xl/workbook.xml"))
    return { ok: false, failure: parts.has("xl/workbook.xml") ? "workbook" : "damaged" };
  const unpacked = await unpack(bytes, main, mostUnpacked);
  if (!unpacked.ok) return unpacked;
  const hasMacros = [...parts.keys()].some((part) => /(?:^|\/)vbaProject\.bin$/i.test(part));
  return { ok: true, hasMacros, ...readBody(textOf(unpacked.bytes)) };
}

function mainPart(relations: string): string {
  for (const token of xmlTokens(relations)) {
    if (token.kind !== "open" || token.name !== "Relationship") continue;
    if (!/\/officeDocument$/.test(attributeOf(token.attributes, "Type") ?? "")) continue;
    return (attributeOf(token.attributes, "Target") ?? "").replace(/^\//, "");
  }
  return "word/document.xml";
}

function textOf(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  return new TextDecoder(utf16).decode(bytes);
}

const oldOffice = [0xd0, 0xcf, 0x11, 0xe0];

/** A document with a password is an old compound file that holds the encrypted one; Word 97 wrote such files as well. */
function failureOf(bytes: Uint8Array): WordFailure {
  if (oldOffice.every((byte, at) => bytes[at] === byte))
    return holds(bytes, "EncryptedPackage") ? "password" : "old";
  return String.fromCharCode(...bytes.subarray(0, 5)) === "{\\rtf" ? "old" : "damaged";
}

/** Looks for a name in UTF-16, as compound files write them. */
function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((sign) => [sign.charCodeAt(0), 0]);
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}
