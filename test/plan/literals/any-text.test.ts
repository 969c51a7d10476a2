/** Whatever is made of the pieces of literals is read or refused in order, never with a crash or a place outside it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseQuantity } from "../../../src/plan/parse-quantity.ts";
import { parseRhythm } from "../../../src/plan/parse-rhythm.ts";
import { parseTime, resolveTime } from "../../../src/plan/parse-time.ts";
import { printQuantity } from "../../../src/plan/print-quantity.ts";
import { literals } from "../../kit/literal-table.ts";
import { calendar, readTime, withoutNotes } from "../../kit/readings.ts";
import { fullWidth, traditional } from "../../kit/scripts.ts";

const tables = ["quantities", "refused-quantities", "times", "refused-times", "rhythms"];
const forms = tables.flatMap((name) => literals(name).map(([form]) => form));
/** Every character of the tables, and some that no literal holds. */
const characters = [
  ...new Set(forms.join("")),
  "\u0000",
  "\u202e",
  "\ud800",
  "😀",
  "\t",
  "\n",
  "\\",
  "{",
  "['",
  "__proto__",
];
/** Words and figures of the tables, cut where the script changes. */
const pieces = [
  ...new Set(forms.flatMap((form) => form.match(/\d+|[a-z]+|[㐀-鿿]{1,3}|[^\da-z㐀-鿿]/gi) ?? [])),
];

const texts = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((parts) => parts.join("")),
  fc.array(fc.constantFrom(...characters), { maxLength: 14 }).map((parts) => parts.join("")),
  fc
    .tuple(fc.constantFrom(...forms), fc.nat(20), fc.constantFrom(...pieces))
    .map(([form, at, piece]) => form.slice(0, at) + piece + form.slice(at)),
  fc.tuple(fc.constantFrom(...forms), fc.nat(20)).map(([form, at]) => form.slice(0, at) + form.slice(at + 1)),
  fc.tuple(fc.constantFrom(...forms), fc.constantFrom(...forms)).map(([one, other]) => `${one}${other}`),
  fc.string({ unit: "binary", maxLength: 20 }),
);
const runs = { numRuns: 20_000, seed: 20261122 };

interface Place {
  readonly start: number;
  readonly end: number;
}

function expectInside(text: string, places: readonly Place[]): void {
  for (const { start, end } of places) {
    const isInside = start >= 0 && start <= end && end <= text.length;
    expect({ text, start, end, isInside }).toEqual({ text, start, end, isInside: true });
  }
}

test("a quantity: places lie in the text, and what is read can be printed and read again", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const reading = parseQuantity(text);
      expectInside(text, reading.ok ? reading.notes : [reading.fault]);
      if (!reading.ok) return;
      expect(reading.quantity.text).toBe(text);
      // A unit that is not known is whatever the text says, words of bounds included.
      if (reading.quantity.unit?.dimension.includes("text:")) return;
      const again = parseQuantity(printQuantity(reading.quantity));
      expect([text, printQuantity(reading.quantity), again.ok]).toEqual([
        text,
        printQuantity(reading.quantity),
        true,
      ]);
    }),
    runs,
  );
});

test("a time: places lie in the text, and its days are in order", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const reading = parseTime(text);
      expectInside(text, reading.ok ? reading.notes : [reading.fault]);
      if (!reading.ok || reading.expression.kind !== "calendar") return;
      const days = resolveTime(reading.expression, calendar);
      expect((days?.start ?? 1) <= (days?.end ?? 0)).toBe(true);
    }),
    runs,
  );
});

test("a rhythm reads as itself again, or there is none", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const rhythm = parseRhythm(text);
      if (rhythm !== null) expect(parseRhythm(rhythm)).toBe(rhythm);
    }),
    runs,
  );
});

test("hints lead somewhere: put in their place one after another they end in a quantity or in a fault without hint", () => {
  fc.assert(
    fc.property(texts, (written) => {
      let text = written;
      for (let step = 0; step < 5; step++) {
        const reading = parseQuantity(text);
        if (reading.ok || reading.fault.hint === null) return;
        text = text.slice(0, reading.fault.start) + reading.fault.hint + text.slice(reading.fault.end);
      }
      throw new Error(`${written} leads to ${text}`);
    }),
    runs,
  );
});

test("a time that is read is the same in Traditional characters and in full width", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const plain = withoutNotes(readTime(text));
      if (!/^[\d.]/.test(plain) || /[a-z]/.test(text)) return;
      expect([text, withoutNotes(readTime(traditional(text)))]).toEqual([text, plain]);
      expect([text, withoutNotes(readTime(fullWidth(text)))]).toEqual([text, plain]);
    }),
    runs,
  );
});
