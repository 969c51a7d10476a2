/** The figure of a quantity or the two ends of its range. */
import { type NumberFault, numberMayStart, type ReadNumber, readNumber } from "./quantity-number.ts";
import { type BodyFault, type BodyText, bodyFault } from "./quantity-reading.ts";

/** One figure or the two ends of a range, each with the text of its unit. */
export interface Figures {
  readonly ok: true;
  /** Offset at which the figures begin. */
  readonly start: number;
  readonly first: ReadNumber | null;
  readonly second: ReadNumber | null;
  readonly isRange: boolean;
  /** Unit text between the first figure and the range sign. */
  readonly firstUnit: string;
  /** Offset of the text behind the figures. */
  readonly rest: number;
}

const rangeSign = /([^\d.~\-—至到@]{0,20}?) ?(\.\.|~+|—+|-|至|到| to | and ) ?/y;

/** Reads the figures between the words before and the words behind. */
export function readFigures(body: BodyText, start: number, end: number): Figures | BodyFault {
  const { plain } = body;
  if (plain.startsWith("..", start)) {
    const upper = readNumber(plain, start + 2);
    if (!upper.ok) return faultOf(upper);
    return { ok: true, start, first: null, second: upper, isRange: true, firstUnit: "", rest: upper.next };
  }
  if (plain.charAt(start) === "±") return readTolerance(plain, start);
  if (start >= end) return bodyFault("no-number", start, end);
  const first = readNumber(plain, start);
  if (!first.ok) return faultOf(first);
  if (first.next > end) return bodyFault("no-number", start, end);
  const single: Figures = {
    ok: true,
    start,
    first,
    second: null,
    isRange: false,
    firstUnit: "",
    rest: first.next,
  };
  rangeSign.lastIndex = first.next;
  const sign = rangeSign.exec(plain);
  if (sign === null || first.next + sign[0].trimEnd().length > end) return single;
  const behind = rangeSign.lastIndex;
  const firstUnit = (sign[1] ?? "").trim();
  if (behind >= end || !numberMayStart(plain, behind)) {
    if (sign[2] !== "..") return single;
    return { ...single, isRange: true, firstUnit, rest: Math.min(behind, end) };
  }
  const second = readNumber(plain, behind);
  if (!second.ok) return second.code === "no-number" ? single : faultOf(second);
  return { ok: true, start, first, second, isRange: true, firstUnit, rest: second.next };
}

/** `±5%` is the range from −5 to 5, both with a sign. */
function readTolerance(plain: string, start: number): Figures | BodyFault {
  const size = readNumber(plain, start + 1);
  if (!size.ok) return faultOf(size);
  const first = { ...size, value: size.value.neg(), signed: true };
  return {
    ok: true,
    start,
    first,
    second: { ...size, signed: true },
    isRange: true,
    firstUnit: "",
    rest: size.next,
  };
}

function faultOf({ code, start, end, hint }: NumberFault): BodyFault {
  return bodyFault(code, start, end, hint);
}
