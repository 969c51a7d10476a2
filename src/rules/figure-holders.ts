/** Resources and mechanisms with the figures that they state, by the names under which texts tell them. Shared by a rule; not a rule. */
import type { Given } from "../plan/given.ts";
import { quantitiesAt, walkParameters } from "../plan/parameters.ts";
import type { Item, Name, Plan } from "../plan/plan.ts";
import type { Quantity } from "../plan/quantity.ts";

/** A resource or mechanism with what it states. */
export interface Holder {
  readonly item: Item;
  readonly name: Name | null;
  readonly values: readonly Given<Quantity>[];
}

/** All that state a figure under a name that no indicator bears. */
export function holdersOf({ resources, mechanisms, indicators }: Plan): readonly Holder[] {
  // A name that an indicator bears as well is told by `narrative/figure-conflict`.
  const measured = new Set(indicators.map(({ name }) => name?.text.trim()));
  const ofResources = resources.map(
    (item): Holder => ({ item, name: item.name, values: item.amount.map(({ is }) => is) }),
  );
  const ofMechanisms = mechanisms
    .filter(({ origin }) => origin === "plan")
    .map((item): Holder => {
      // The amount of a fund is what its name stands for; caps and awards are other figures.
      const amount = quantitiesAt(item.parameters, "amount").map(({ is }) => is);
      if (amount.length > 0) return { item, name: item.name, values: amount };
      const values = item.figures.flatMap((figure) => figure.values.map(({ is }) => is));
      walkParameters(item.parameters, (_, value) => {
        if (value.kind === "quantity") values.push(...value.statements.map(({ is }) => is));
      });
      return { item, name: item.name, values };
    });
  return [...ofResources, ...ofMechanisms].filter(
    ({ values, name }) => values.length > 0 && !measured.has(name?.text.trim()),
  );
}
