/** Values of observations: a number in the indicator's unit, a word of its scale, or nothing with a reason. */
import type Big from "big.js";
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { divide, parseDecimal } from "../plan/decimal.ts";
import type { Given } from "../plan/given.ts";
import { parseQuantity, type QuantityFaultCode } from "../plan/parse-quantity.ts";
import type { Indicator } from "../plan/plan.ts";
import type { Quantity, Unit } from "../plan/quantity.ts";
import { convert, findUnit } from "../plan/units.ts";
import { spanText } from "../text/source.ts";
import { unreadableValue, type ValueFault, wrongUnit } from "./codes.ts";

/** What a value cell says. */
export type ReadValue =
  | { readonly kind: "number"; readonly value: Given<Big> }
  | { readonly kind: "word"; readonly word: Given<string> }
  | { readonly kind: "fault"; readonly finding: Diagnostic };

const nothingWords = /^(?:null|nil|none|nan|undefined)$/i;
/** What spreadsheets show where a formula fails, or a column is too narrow. */
const sheetErrors = /^#(?:n\/a|value!|div\/0!|ref!|name\?|num!|null!|spill!|calc!|#+)$/i;
const yesWords: ReadonlySet<string> = new Set([
  "true",
  "yes",
  "done",
  "是",
  "已完成",
  "完成",
  "建成",
  "已建成",
]);
const noWords: ReadonlySet<string> = new Set(["false", "no", "not done", "否", "未完成", "未建成"]);

/** Reads a cell that is not missing. */
export function readValue(indicator: Indicator, cell: Given<string>): ReadValue {
  const word = readWord(indicator, cell);
  if (word !== null) return { kind: "word", word };
  if (nothingWords.test(cell.value.trim())) return fault(cell, "null");
  if (sheetErrors.test(cell.value.trim())) return fault(cell, "sheet-error");
  const reading = parseQuantity(cell.value);
  if (!reading.ok) {
    const code = takesWordsOnly(indicator) ? "grade" : (faults[reading.fault.code] ?? "other");
    return fault(cell, code, reading.fault.hint);
  }
  const code = faultOf(reading.quantity, cell.value);
  if (code !== null) return fault(cell, code);
  return inIndicatorUnit(indicator, cell, reading.quantity);
}

const faults: Partial<Record<QuantityFaultCode, ValueFault>> = {
  "decimal-comma": "comma",
  "no-number": "words",
  exponent: "exponent",
  "too-long": "too-long",
  "null-word": "null",
  "no-value": "relation",
  tenths: "words",
  "share-word": "words",
  doubling: "words",
};

/** Why a quantity that can stand in a plan cannot be an observation. */
function faultOf({ relation, upper, soft, at, signed }: Quantity, text: string): ValueFault | null {
  if (soft !== null) return "soft";
  if (upper !== null) return "range";
  if (relation !== null && relation !== "=") return "relation";
  if (at !== null) return "other";
  // A sign makes a level; a word of change (增长5%) does not.
  return signed && !/^[\s]*[+＋\-－−]/.test(text) ? "words" : null;
}

function inIndicatorUnit(indicator: Indicator, cell: Given<string>, quantity: Quantity): ReadValue {
  const unit = indicator.unit?.value ?? null;
  const value = convert(quantity.value, quantity.unit, unit);
  if (value !== null) return { kind: "number", value: { ...cell, value } };
  const args = {
    text: cell.value.slice(0, 80),
    unit: quantity.unit?.text ?? "",
    expected: indicator.unit?.text ?? "",
    of: "indicator" as const,
  };
  return { kind: "fault", finding: makeDiagnostic(wrongUnit, cell.span, args, subjectOf(indicator)) };
}

function subjectOf(indicator: Indicator) {
  return { subject: { kind: indicator.kind, id: indicator.id.value } };
}

function fault(cell: Given<string>, code: ValueFault, instead: string | null = null): ReadValue {
  return { kind: "fault", ...faultFinding(cell, code, instead) };
}

function faultFinding(cell: Given<string>, code: ValueFault, instead: string | null = null) {
  const args = { text: cell.value.slice(0, 80), fault: code, instead };
  return { finding: makeDiagnostic(unreadableValue, cell.span, args, { suggestion: instead }) };
}

/** A grade of the indicator's scale, or `true` and `false` where a state is wanted. */
function readWord(indicator: Indicator, cell: Given<string>): Given<string> | null {
  const text = cell.value.trim();
  if (indicator.targets.some((target) => target.grade?.levels.includes(text) === true)) return cell;
  if (!indicator.targets.some((target) => target.kind === "done")) return null;
  const lower = text.toLowerCase();
  if (yesWords.has(lower)) return { ...cell, value: "true" };
  return noWords.has(lower) ? { ...cell, value: "false" } : null;
}

function takesWordsOnly({ targets }: Indicator): boolean {
  return targets.length > 0 && targets.every(({ kind }) => kind === "grade" || kind === "done");
}

/** An amount with the unit that it is written in; else the finding that says why it is none. */
export function readAmount(cell: Given<string>): Given<Quantity> | { readonly finding: Diagnostic } {
  if (nothingWords.test(cell.value.trim())) return faultFinding(cell, "null");
  if (sheetErrors.test(cell.value.trim())) return faultFinding(cell, "sheet-error");
  const reading = parseQuantity(cell.value);
  if (!reading.ok) return faultFinding(cell, faults[reading.fault.code] ?? "other", reading.fault.hint);
  const code = faultOf(reading.quantity, cell.value);
  return code === null ? { ...cell, value: reading.quantity } : faultFinding(cell, code);
}

/** A count that makes up a share; its own unit plays no part. */
export function readCount(cell: Given<string>): ReadValue {
  const plain = parseDecimal(cell.value);
  if (plain !== null) return { kind: "number", value: { ...cell, value: plain } };
  const reading = parseQuantity(cell.value);
  if (!reading.ok) return fault(cell, faults[reading.fault.code] ?? "other", reading.fault.hint);
  const code = faultOf(reading.quantity, cell.value);
  return code === null
    ? { kind: "number", value: { ...cell, value: reading.quantity.value } }
    : fault(cell, code);
}

/** Why a denominator is the base of no share. */
export function unusableDenominator(
  denominator: Given<Big>,
  code: "zero-denominator" | "negative-denominator",
): Diagnostic {
  return faultFinding({ ...denominator, value: spanText(denominator.span) }, code).finding;
}

/** The share that two counts make, in the indicator's unit; a fault when the denominator is zero. */
export function shareOf(indicator: Indicator, numerator: Given<Big>, denominator: Given<Big>): ReadValue {
  if (denominator.value.eq(0)) {
    return fault({ ...denominator, value: spanText(denominator.span) }, "zero-denominator");
  }
  const ratio = scaleFor(numerator.value, indicator.unit?.value ?? null);
  const value = divide(ratio, denominator.value);
  return { kind: "number", value: { value, span: numerator.span, origin: "computed" } };
}

/** The numerator times what turns a plain ratio into the unit: 100 for percent, 10000 for 人/万人. */
function scaleFor(numerator: Big, unit: Unit | null): Big {
  if (unit?.dimension === "percent") return convert(numerator.times(100), findUnit("%"), unit) ?? numerator;
  return unit?.dimension === "ratio" ? divide(numerator, unit.factor) : numerator;
}
