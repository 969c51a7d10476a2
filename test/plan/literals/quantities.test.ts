import { expect, test } from "vitest";
import { quantityKey } from "../../../src/plan/compare.ts";
import { formatDecimal } from "../../../src/plan/decimal.ts";
import { parseQuantity } from "../../../src/plan/parse-quantity.ts";
import { printQuantity } from "../../../src/plan/print-quantity.ts";
import type { Quantity } from "../../../src/plan/quantity.ts";
import { literals } from "../../kit/literal-table.ts";
import { readQuantity, withoutNotes } from "../../kit/readings.ts";
import { fullWidth, spaced, traditional } from "../../kit/scripts.ts";

const accepted = literals("quantities");
const refused = literals("refused-quantities");

test.each(accepted)("%s is %s", (form, expected) => {
  expect(readQuantity(form)).toBe(expected);
});

/** The word that softens is kept as written, so it differs from script to script. */
function meaning(reading: string): string {
  return withoutNotes(reading).replace(/soft=.*?(?= at=|$)/, "soft");
}

test.each([
  ["Traditional characters", traditional],
  ["spaces between scripts", spaced],
  ["full width", fullWidth],
  ["blanks around", (text: string) => ` \u3000${text} `],
] as const)("every form means the same with %s", (_, rewrite) => {
  const others = accepted
    .map(([form, expected = ""]) => [rewrite(form), meaning(expected)] as const)
    .filter(([form, expected]) => meaning(readQuantity(form)) !== expected);
  expect(others.map(([form, expected]) => `${form}: ${readQuantity(form)}, not ${expected}`)).toEqual([]);
});

/** All that a printed quantity keeps; figures as printed, to 20 decimal places. */
function fields({ text: _text, unit, value, upper, soft, ...others }: Quantity) {
  const printed = [formatDecimal(value), upper === null ? null : formatDecimal(upper)];
  return { ...others, printed, unit: unit === null ? null : unit.key, isSoft: soft !== null };
}

test.each(accepted)("%s is printed so that it reads as %s again", (form) => {
  const first = parseQuantity(form);
  const printed = first.ok ? printQuantity(first.quantity) : "unreadable";
  const again = parseQuantity(printed);
  if (!first.ok || !again.ok) throw new Error(`${form} is printed as ${printed}`);
  expect(quantityKey(again.quantity)).toBe(quantityKey(first.quantity));
  expect(fields(again.quantity)).toEqual(fields(first.quantity));
});

test.each(refused)("%s is refused: %s; right would be %s", (form, code, cured) => {
  const reading = parseQuantity(form);
  if (reading.ok) throw new Error(`read as ${readQuantity(form)}`);
  const { start, end, hint, ...fault } = reading.fault;
  expect(fault.code).toBe(code);
  const shown = hint === null ? "none" : form.slice(0, start) + hint + form.slice(end);
  expect(shown).toBe(cured);
  if (hint !== null) expect(parseQuantity(shown).ok).toBe(true);
});

test.each(refused.filter(([form]) => form !== traditional(form)))(
  "%s is refused in Traditional as well: %s",
  (form, code) => {
    expect(parseQuantity(traditional(form))).toMatchObject({ ok: false, fault: { code } });
  },
);
