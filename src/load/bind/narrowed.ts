/** The cure of figures in full width. */
import type { FixEdit } from "../../diagnostics/diagnostic.ts";
import { type Span, spanText } from "../../text/source.ts";

/** Figures, letters and signs that mean nothing to YAML wherever they stand in a value. */
const harmless = /^[\p{L}\p{N}≥≤][\p{L}\p{N}≥≤.%+~@/ -]*$/u;

/** The figures in half width, where nothing else changes and YAML reads them the same; none otherwise. */
export function narrowed(place: Span, hint: string | null): readonly FixEdit[] {
  if (hint === null || !harmless.test(hint)) return [];
  return spanText(place).normalize("NFKC") === hint.normalize("NFKC") ? [{ span: place, text: hint }] : [];
}
