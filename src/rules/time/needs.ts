/** What items of a plan need or rest on, by id or by their names. Not a rule. */
import type { Given } from "../../plan/given.ts";
import { walkParameters } from "../../plan/parameters.ts";
import type { Action, Deliverable, Item, Mechanism } from "../../plan/plan.ts";
import { type PlanIndex, sharedIdKinds } from "../../plan/plan-index.ts";
import { isOf } from "./item-times.ts";

/** What may be needed: everything with a date. */
export const neededKinds = [...sharedIdKinds, "mechanism"] as const;

/** Keys whose words may be the id of a mechanism or deliverable without which this one cannot run. */
const usingKeys: ReadonlySet<string> = new Set(["data-from", "by", "demand", "supply", "lead", "escalate"]);

/** Words behind which a name says what the work rests on. */
const restWords = "依托|利用|通过|运用|借助|凭借|using|through|via|by means of|with the help of";
const restsOnSomething = new RegExp(restWords, "i");

/** The deliverables that a name says the work rests on, each in the place of the name. */
export function restsOn(
  item: Action | Mechanism,
  deliverables: readonly Deliverable[],
): readonly Given<string>[] {
  const { name } = item;
  if (name === null || !restsOnSomething.test(name.text)) return [];
  return deliverables.flatMap(({ id, name: product }) => {
    const words = product?.text.trim().toLowerCase() ?? "";
    const at = words.length < 4 ? -1 : name.text.toLowerCase().indexOf(words);
    // 依托 stands right before what is rested on.
    const isRest = at > 0 && restWordsBefore.test(name.text.slice(Math.max(0, at - 24), at));
    return isRest ? [{ value: id.value, span: name.span, origin: "given" as const }] : [];
  });
}

const restWordsBefore = new RegExp(`(?:${restWords})(?:\\s(?:the|a|our))?\\s?$`, "i");

/** What a mechanism needs, and what its parts take their data from; each name once. */
export function namedBy({ needs, parameters }: Mechanism): readonly Given<string>[] {
  const names = new Map(needs.map((name) => [name.value, name]));
  walkParameters(parameters, (path, value) => {
    if (!usingKeys.has(path.at(-1) ?? "")) return;
    const mentions = value.kind === "reference" ? value.ids : [];
    const words = value.kind === "text" ? value.statements.flatMap(({ is }) => is.value) : [];
    for (const name of [...mentions, ...words]) if (!names.has(name.value)) names.set(name.value, name);
  });
  return [...names.values()];
}

/** Steps that are followed for one plan: a long chain of needs would be walked again from each of its items. */
const mostSteps = 200_000;

/** Tells whether an item needs another, over any number of steps; no, once too many were followed. */
export function makeWaitsFor(index: PlanIndex): (item: Item, other: Item) => boolean {
  let steps = 0;
  return (item, other) => {
    const seen = new Set<Item>();
    const open = [item];
    for (let next = open.pop(); next !== undefined && steps < mostSteps; next = open.pop()) {
      if (next === other) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      if (!isOf("action", next) && !isOf("milestone", next) && !isOf("mechanism", next)) continue;
      for (const { value } of next.needs) {
        steps++;
        const needed = index.findAny(neededKinds, value);
        if (needed !== undefined) open.push(needed);
      }
    }
    return false;
  };
}
