/** Quantities of a plan, with findings for what cannot be read and notes for what is unusual. */

import { type CodeDefinition, makeDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Given } from "../../plan/given.ts";
import { parseQuantity, type QuantityFault, type QuantityNote } from "../../plan/parse-quantity.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { partOf } from "../../plan/sub-span.ts";
import { convert, findUnit } from "../../plan/units.ts";
import { own } from "../../text/own.ts";
import { doubleRelation, fullWidth, soft, timeUnreadable, unreadableQuantity } from "../bind-codes.ts";
import type { YamlMap } from "../yaml-node.ts";
import type { Binder, ReadValue, Scope } from "./binder.ts";
import { narrowed } from "./narrowed.ts";
import { given, nodeAt, textOf } from "./read-map.ts";

/** Longest quotation of a literal in a message. */
const longestQuoted = 80;

/** Reads a quantity from a scalar; null (reported, unless the schema did) when it is none. */
export const readQuantity: ReadValue<Quantity> = ({ binder, item }, node) => {
  const written = textOf(node);
  if (written === null) return null;
  const reading = parseQuantity(written.value);
  if (!reading.ok) {
    reportFault(binder, written, reading.fault);
    return null;
  }
  for (const note of reading.notes) reportNote(binder, written, note);
  const { quantity } = reading;
  // Nobody is held to a figure of the background.
  if (quantity.soft !== null && item?.kind !== "evidence") {
    const at = written.value.indexOf(quantity.soft);
    const args = { text: quoted(written), word: quantity.soft };
    binder.findings.push(makeDiagnostic(soft, partOf(written, at, at + quantity.soft.length), args));
  }
  return given(quantity, written.span);
};

/** The quantity under a key. */
export function quantityAt(scope: Scope, map: YamlMap, key: string): Given<Quantity> | null {
  const node = nodeAt(map, key);
  return node === null ? null : readQuantity(scope, node, map);
}

function quoted({ value }: Given<string>): string {
  return value.trim().slice(0, longestQuoted);
}

function reportFault(binder: Binder, written: Given<string>, fault: QuantityFault): void {
  const place = partOf(written, fault.start, fault.end);
  const extras = { suggestion: fault.hint };
  if (fault.time !== null) {
    const text = written.value.slice(fault.start, fault.end).trim().slice(0, longestQuoted);
    const args = { text, fault: fault.time.code, hint: fault.hint };
    binder.findings.push(makeDiagnostic(timeUnreadable, place, args, extras));
    return;
  }
  const args = { text: quoted(written), fault: fault.code, hint: inWhole(written.value, fault) };
  binder.findings.push(makeDiagnostic(unreadableQuantity, place, args, extras));
}

/** What would be right with the words around it: the bound in 七成以上 is not lost. */
function inWhole(text: string, { hint, start, end }: QuantityFault): string | null {
  if (hint === null || text.length > longestQuoted) return hint;
  return `${text.slice(0, start)}${hint}${text.slice(end)}`.trim();
}

type NoteCode = CodeDefinition<{ readonly text: string; readonly hint: string | null }>;

/** Notes without a code of their own need no answer: 3万 is simply 30000. */
const noteCodes: Partial<Record<QuantityNote["code"], NoteCode>> = {
  "full-width": fullWidth,
  "double-relation": doubleRelation,
};

function reportNote(binder: Binder, written: Given<string>, { code, start, end, hint }: QuantityNote): void {
  const definition = noteCodes[code];
  if (definition === undefined) return;
  const args = { text: quoted(written), hint };
  const place = partOf(written, start, end);
  const extras = { suggestion: hint, fix: code === "full-width" ? narrowed(place, hint) : [] };
  binder.findings.push(makeDiagnostic(definition, place, args, extras));
}

/** Days of units that are no fixed number of days; seven days to five working days. */
const daysPerUnit: Readonly<Record<string, string>> = {
  月: "30",
  季度: "91",
  半年: "182",
  年: "365",
  工作日: "1.4",
};
const mostDays = 36_600;

/** A length of time under a key, in whole days rounded up; a bare number counts days. Another unit is reported. */
export function daysAt(scope: Scope, map: YamlMap, key: string): Given<number> | null {
  const quantity = quantityAt(scope, map, key);
  if (quantity === null) return null;
  const { value, unit, text } = quantity.value;
  const perUnit = unit === null ? undefined : own(daysPerUnit, unit.key);
  const days = perUnit === undefined ? convert(value, unit, findUnit("d")) : value.times(perUnit);
  if (days?.gte(0) && days.lte(mostDays)) return given(Math.ceil(days.toNumber()), quantity.span);
  const args = { text: text.slice(0, longestQuoted), fault: "no-duration" as const, hint: null };
  scope.binder.findings.push(makeDiagnostic(unreadableQuantity, quantity.span, args));
  return null;
}
