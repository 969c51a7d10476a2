/** Statements of the plan as values for placeholders, with the sections that say them. */
import type { Span } from "../text/source.ts";
import type { Given, Statement, Statements } from "./given.ts";
import type { PlacedKind, PlacedValue } from "./placeholder.ts";
import type { Target } from "./plan.ts";
import type { Quantity } from "./quantity.ts";
import type { Day, When } from "./time.ts";

/** Sections that tell of an item. */
export type Sections = readonly (Given<string> | null)[];

/** Where a statement stands: the section that it names, else those of its item. */
export function placed<T>(
  { section, during, scope, place, wording, span }: Statement<T> | Target,
  around: Sections,
  rest: Pick<PlacedValue, "value" | "key"> & { readonly at?: Given<When> | null; readonly due?: Day | null },
): PlacedValue {
  const said = section === null ? around : [section];
  const words = [during, scope, place].flatMap((one) => one?.value ?? []);
  return {
    value: rest.value,
    wording: wording?.value ?? null,
    sections: said.flatMap((one) => one?.value ?? []),
    called: [...(rest.at == null ? [] : [rest.at.value.text.trim()]), ...words],
    due: rest.due ?? null,
    key: wording?.value ?? rest.key,
    span,
  };
}

/** A figure without the day that may stand behind it. */
export function figureKey({ text }: Quantity): string {
  return (text.split("@")[0] ?? text).trim();
}

/** A value of which the plan does not say where it is stated. */
export function unplaced(value: PlacedKind, key: string, span: Span): PlacedValue {
  return { value, wording: null, sections: [], called: [], due: null, key, span };
}

/** Statements of a level. */
export function quantityValues(statements: Statements<Quantity>, around: Sections): readonly PlacedValue[] {
  return statements.map((one) => {
    const value = { kind: "quantity", quantity: one.is.value, of: null } as const;
    return placed(one, around, { value, key: figureKey(one.is.value) });
  });
}

/** Dated statements of a time. */
export function timeValues(
  statements: Statements<When>,
  around: Sections,
  side: "end" | "both",
): readonly PlacedValue[] {
  return statements
    .filter(({ is }) => is.value.state === "dated")
    .map((one) => {
      const value = { kind: "time", when: one.is.value, side } as const;
      return placed(one, around, { value, key: one.is.value.text.trim() });
    });
}
