/**
 * Reads quantities (FORMAT.md section 3): bounds, figures, units and times the way people write them, in English and
 * Chinese, half and full width.
 *
 * Encodings worth knowing:
 * - `85%以上` → relation `>=`; `5..8` → value 5, upper 8, relation null; `5..` → relation `>=`, upper null.
 * - `增长1.2倍` and `+1.2倍` → signed, +1.2 in unit 倍: the value becomes ×2.2. `增至1.2倍`, `1.2倍` → not signed: ×1.2;
 *   增至 is kept as `level`.
 *   倍 is 100 % in dimension `percent`, so a change of 倍 converts to percent.
 * - `下降30%以上` → signed, −30 with relation `<=`: the words bound the size of the fall, the value is on the number line.
 * - `三分之一` → 33.3… %; `1:350` → 1/350 in unit `1:1`, dimension `ratio`; `每万人3名` → 3 in `人/10000人`, dimension `ratio`.
 * - `/年`, 每年, 年均 → `per` for changes, percents, points and bare numbers; with another unit the time belongs to the
 *   unit (`2次/年` → unit `次/年`).
 * - `3万`, `1.2 million` without unit → the number multiplied, with note `scaled-bare`.
 */
import { own } from "../text/own.ts";
import { toSimplified } from "./chinese-number.ts";
import { closeUp } from "./close-up.ts";
import { parseDecimal } from "./decimal.ts";
import { firstFullWidth, toHalfWidth } from "./half-width.ts";
import { parseTime, type TimeFault } from "./parse-time.ts";
import type { Relation } from "./quantity.ts";
import { readBody } from "./quantity-body.ts";
import type {
  BodyFault,
  BodyText,
  QuantityFaultCode,
  QuantityNote,
  QuantityReading,
  ReadBody,
} from "./quantity-reading.ts";
import { findPlainUnit } from "./units.ts";

/** Longest literal, in UTF-16 units. */
const longestQuantity = 400;

export type { QuantityFault, QuantityFaultCode, QuantityNote, QuantityReading } from "./quantity-reading.ts";

const noNotes: readonly QuantityNote[] = [];
const common =
  /^(≥|≤|>=|<=|>|<|=)?([+-]?)(\d{1,15}(?:\.\d{1,15})?) ?([^\s\d@.,:~+\-/]{0,12})(?: @ (\d{4}(?:-\d{2}(?:-\d{2})?)?))?$/;
const relations: Readonly<Record<string, Relation>> = {
  "≥": ">=",
  ">=": ">=",
  "≤": "<=",
  "<=": "<=",
  ">": ">",
  "<": "<",
  "=": "=",
};

/** Plans repeat their figures (`≥60%`, `7.5%`): each short one is read once, up to this number of different ones. */
const mostKept = 2000;
/** A longer text would keep all of the plan in memory of which it is a part. */
const longestKept = 12;
const kept = new Map<string, QuantityReading>();

/** Reads a quantity. Never throws; text around may be blank. */
export function parseQuantity(text: string): QuantityReading {
  if (text.length > longestKept) return readCommon(text) ?? readAny(text);
  const known = kept.get(text);
  if (known !== undefined) return known;
  const reading = readCommon(text) ?? readAny(text);
  if (kept.size >= mostKept) kept.clear();
  kept.set(text, reading);
  return reading;
}

/** The plain forms that most plans are made of (`≥85%`, `85`, `45% @ 2025-12`), without the general reader's cost. */
function readCommon(text: string): QuantityReading | null {
  const match = common.exec(text);
  if (match === null) return null;
  const [, relation, sign, digits = "", spelling = "", time] = match;
  const unit = spelling === "" ? null : findPlainUnit(spelling);
  // 2026年 is a date, which the general reader tells.
  if (unit === undefined || spelling === "年") return null;
  const value = parseDecimal(sign + digits);
  if (value === null) return null;
  const at = time === undefined ? null : parseTime(time);
  if (at !== null && !at.ok) return null;
  return {
    ok: true,
    notes: noNotes,
    quantity: {
      text,
      relation: relation === undefined ? null : (own(relations, relation) ?? null),
      value,
      upper: null,
      unit,
      signed: sign !== "",
      level: false,
      per: null,
      soft: null,
      at: at === null ? null : at.expression,
    },
  };
}

/** The general reader: the time behind `@`, then the rest in `quantity-body.ts`. */
function readAny(text: string): QuantityReading {
  if (text.length > longestQuantity) return faultOf("too-long", 0, text.length);
  const plain = lowerLatin(toSimplified(toHalfWidth(text)));
  const sign = plain.indexOf("@");
  const until = sign < 0 ? plain.length : sign;
  const start = plain.length - plain.trimStart().length;
  const end = plain.slice(0, until).trimEnd().length;
  if (end <= start) return faultOf("empty", 0, text.length);
  const body = readClosedUp({ text, plain, start, end });
  if (!body.ok) return { ok: false, fault: { ...body.fault, time: null } };
  const at = sign < 0 ? null : parseTime(text.slice(sign + 1));
  if (at !== null && !at.ok) return timeFault(at.fault, sign + 1);
  const { value, upper, unit, relation, signed, level, per, soft } = body;
  const notes = [...body.notes, ...widthNote(text, plain)];
  const quantity = {
    text,
    relation,
    value,
    upper,
    unit,
    signed,
    level,
    per,
    soft,
    at: at === null ? null : at.expression,
  };
  return { ok: true, quantity, notes: notes.length === 0 ? noNotes : notes };
}

/** Reads the body without the blanks beside Chinese characters; places are offsets of the text as written. */
function readClosedUp(body: BodyText): ReadBody | BodyFault {
  const { text, plain, start, end } = body;
  const closed = closeUp(text.slice(start, end), plain.slice(start, end));
  if (closed === null) return readBody(body);
  const read = readBody({ text: closed.text, plain: closed.plain, start: 0, end: closed.plain.length });
  const placed = <T extends { readonly start: number; readonly end: number }>(place: T): T => ({
    ...place,
    start: start + closed.startOf(place.start),
    end: start + closed.endOf(place.end),
  });
  return read.ok ? { ...read, notes: read.notes.map(placed) } : { ok: false, fault: placed(read.fault) };
}

/** Latin letters in lower case, one unit each, so that offsets stay. */
function lowerLatin(text: string): string {
  return /[A-Z]/.test(text) ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text;
}

function widthNote(text: string, plain: string): readonly QuantityNote[] {
  if (firstFullWidth(text) < 0) return noNotes;
  const hint = plain.trim();
  const start = plain.indexOf(hint);
  return [{ code: "full-width", start, end: start + hint.length, hint }];
}

function timeFault(time: TimeFault, offset: number): QuantityReading {
  const start = time.start + offset;
  return { ok: false, fault: { code: "time", start, end: time.end + offset, hint: time.hint, time } };
}

function faultOf(code: QuantityFaultCode, start: number, end: number): QuantityReading {
  return { ok: false, fault: { code, start, end, hint: null, time: null } };
}
