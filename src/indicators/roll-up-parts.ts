/** How a rolled-up value came about: every part with its place, the formula of the roll-up, the numbers put in. */
import type Big from "big.js";
import { formatDecimal } from "../plan/decimal.ts";
import { numberInput } from "./figures.ts";
import type { Reading } from "./readings.ts";
import type { FigureInput } from "./results.ts";
import type { Values } from "./roll-up.ts";
import { shareOfOne } from "./shares.ts";
import type { Terms } from "./terms.ts";

type Made = Required<Pick<Reading, "parts" | "made">>;

/** More parts than these are put in as their totals. */
const mostWritten = 12;

/** A value with the name of whom it is of. */
type Named = readonly [name: string, reading: Reading];

/** Parts and formula of values combined in a way (`sum`, `ratio-of-sums` …), by the names of those that reported them. */
export function madeOf({ entities, readings }: Values, way: string, terms: Terms): Made {
  const all = readings.map((reading, i): Named => [entities[i] ?? "", reading]);
  if (way === "ratio-of-sums") return ratioMade(all, terms);
  const used = way === "weighted" ? all.filter(([, r]) => r.denominator !== null) : all;
  const parts = used.flatMap(([name, r]) => [
    numberInput(name, r.value, r.span),
    ...(way === "weighted" ? partInput(name, r, "denominator") : []),
  ]);
  return {
    parts,
    made: plainMade(
      used.map(([, r]) => r),
      way,
    ),
  };
}

function plainMade(readings: readonly Reading[], way: string): Made["made"] {
  const values = readings.map((r) => r.value);
  const weights = readings.flatMap((r) => r.denominator ?? []);
  const list = values.map(formatDecimal).join(", ");
  switch (way) {
    case "sum":
      return { formula: "Σ values", substituted: total(values) };
    case "mean":
      return { formula: "Σ values ÷ count", substituted: `(${total(values)}) ÷ ${values.length}` };
    case "weighted": {
      const products = readings.map(
        (r) => `${formatDecimal(r.value)} × ${formatDecimal(r.denominator ?? r.value)}`,
      );
      const above = products.length > mostWritten ? "Σ" : products.join(" + ");
      return {
        formula: "Σ (value × denominator) ÷ Σ denominators",
        substituted: `(${above}) ÷ (${total(weights)})`,
      };
    }
    case "min":
      return { formula: "least value", substituted: list };
    case "max":
      return { formula: "greatest value", substituted: list };
    default:
      return { formula: "latest value", substituted: "" };
  }
}

function ratioMade(values: readonly Named[], terms: Terms): Made {
  const used = values.filter(([, r]) => r.numerator !== null && r.denominator !== null);
  const parts = used.flatMap(([name, r]) => [
    ...partInput(name, r, "numerator"),
    ...partInput(name, r, "denominator"),
  ]);
  const one = shareOfOne(terms.unit);
  const scale = one.eq(1) ? "" : ` ÷ ${formatDecimal(one)}`;
  const percent = one.eq("0.01") ? " × 100" : scale;
  const above = total(used.flatMap(([, r]) => r.numerator ?? []));
  const below = total(used.flatMap(([, r]) => r.denominator ?? []));
  return {
    parts,
    made: {
      formula: `Σ numerators ÷ Σ denominators${percent}`,
      substituted: `(${above}) ÷ (${below})${percent}`,
    },
  };
}

function partInput(
  name: string,
  reading: Reading,
  part: "numerator" | "denominator",
): readonly FigureInput[] {
  const value = reading[part];
  return value === null ? [] : [{ ...numberInput(name, value, reading.span), part }];
}

/** `30 + 40`; of many the sum alone. */
function total(values: readonly Big[]): string {
  if (values.length <= mostWritten) return values.map(formatDecimal).join(" + ");
  return formatDecimal(values.reduce((sum, value) => sum.plus(value)));
}
