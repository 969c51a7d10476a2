import { expect, test } from "vitest";
import { datedPdf } from "../../src/report/pdf-dates.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text, "latin1");
const text = (pdf: Uint8Array): string => Buffer.from(pdf).toString("latin1");

test("both dates become the start of the day in UTC, whatever the clock and its zone said; nothing moves", () => {
  const pdf = bytes(
    "%PDF-1.4\n<</Title (a)\n/CreationDate (D:20261122055714+08'00')\n/ModDate (D:20261122055715-03'30')>>\nrest",
  );
  const dated = datedPdf(pdf, "2026-06-30");
  expect(text(dated)).toBe(
    "%PDF-1.4\n<</Title (a)\n/CreationDate (D:20260630000000+00'00')\n/ModDate (D:20260630000000+00'00')>>\nrest",
  );
  expect(dated).toHaveLength(pdf.length);
});

test("a date without zone keeps its form; what is no such date stays as it is", () => {
  expect(text(datedPdf(bytes("/CreationDate (D:20261122055714Z)"), "2026-06-30"))).toBe(
    "/CreationDate (D:20260630000000Z)",
  );
  for (const other of ["/CreationDate (D:2026)", "/CreationDate <FEFF>", "/ModDate (D:", "", "/"])
    expect(text(datedPdf(bytes(other), "2026-06-30"))).toBe(other);
});

test("the given bytes are not changed", () => {
  const pdf = bytes("/ModDate (D:20261122055714Z)");
  datedPdf(pdf, "2026-06-30");
  expect(text(pdf)).toContain("20261122");
});
