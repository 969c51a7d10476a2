/** The two sides of an owner: who leads, and who works with them. */
import type { Statements } from "../../plan/given.ts";
import type { Owner } from "../../plan/plan.ts";
import { personText, type ViewContext } from "./context.ts";

/** Who leads and who supports, each statement of the owner once; who leads does not support itself. */
export function ownerSides(
  owners: Statements<Owner>,
  context: ViewContext,
): { readonly lead: string; readonly support: string } {
  const { labels } = context;
  const leads = owners.flatMap(({ is: { value } }) => [
    [
      value.lead === null ? "" : personText(value.lead.value, context),
      value.leader?.value,
      value.person?.value,
    ]
      .filter((part) => part !== undefined && part !== "")
      .join(labels.listComma),
  ]);
  const leading = new Set(owners.map(({ is }) => is.value.lead?.value));
  const supports = owners.flatMap(({ is }) =>
    is.value.with.filter(({ value }) => !leading.has(value)).map(({ value }) => personText(value, context)),
  );
  const joined = (texts: readonly string[], mark: string): string => {
    const distinct = [...new Set(texts.filter((text) => text !== ""))];
    return distinct.length === 0 ? labels.none : distinct.join(mark);
  };
  return { lead: joined(leads, " / "), support: joined(supports, labels.listComma) };
}
