/** Time limits of the levels of a workflow, on one scale. */
import type Big from "big.js";
import { entriesAt, type ParameterMap, quantitiesAt } from "../../plan/parameters.ts";
import type { Mechanism } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import type { Span } from "../../text/source.ts";
import { entryName } from "../of-type.ts";

/** A limit with the level that has it; of a range the upper end counts. */
export interface Limit {
  readonly level: string;
  /** When the level applies, as written; empty where nothing is said. */
  readonly when: string;
  readonly quantity: Quantity;
  readonly value: Big;
  readonly span: Span;
}

/** The limits that are stated, in the order of the levels. */
export function limitsOf({ parameters }: Mechanism): readonly Limit[] {
  return entriesAt(parameters, "levels").flatMap((level, i) => {
    const [limit] = quantitiesAt(level, "limit");
    if (limit === undefined) return [];
    const quantity = limit.is.value;
    return [
      {
        level: entryName(level, i),
        when: whenOf(level),
        quantity,
        value: quantity.upper ?? quantity.value,
        span: limit.is.span,
      },
    ];
  });
}

/** Dimensions in which time is measured; they do not convert into one another. */
export const timeDimensions: ReadonlySet<string> = new Set(["time", "months", "working-days"]);

function whenOf(level: ParameterMap): string {
  const when = level.get("when");
  return when?.kind === "expression" ? (when.statements[0]?.is.value ?? "") : "";
}
