/**
 * The parts of which the keys of mechanism types are written. Each says in both languages what stands there, and in `holds`
 * how the binding reads it, so that a new type needs no binder of its own. Every value may be a statement or a list of
 * statements (FORMAT.md section 2).
 */
import type { ItemKind } from "../plan/plan.ts";
import {
  both,
  list,
  optionalMap,
  ownId,
  type Part,
  type Parts,
  choice as plainChoice,
  flag as plainFlag,
  shared,
  type Words,
} from "../schema/part.ts";
import { saying } from "../schema/shared.ts";

/** A quantity: share, limit, amount, number. */
export function quantity(...words: Words): Part {
  return { ...shared("amount", ...words), holds: "quantity" };
}

/** A time: deadline of a stage, due date of an entry. */
export function time(...words: Words): Part {
  return { ...shared("timeStatement", ...words), holds: "time" };
}

/** A rhythm: monthly, quarterly … */
export function rhythm(...words: Words): Part {
  return { ...shared("statement", ...words), holds: "rhythm" };
}

/** Who answers. */
export function owner(...words: Words): Part {
  return { ...shared("ownerStatement", ...words), holds: "owner" };
}

/** Words, one or several; an id where the plan has an item for it, which is not demanded. */
export function text(...words: Words): Part {
  return { ...shared("words", ...words), holds: "text" };
}

/** A condition or calculation; kept as text until the expression language reads it. */
export function expression(...words: Words): Part {
  return { ...shared("statement", ...words), holds: "expression" };
}

/** Ids of items of the given kinds; one that the plan does not have is an error. */
export function reference(kinds: readonly ItemKind[], ...words: Words): Part {
  return { ...shared("words", ...words), holds: "reference", kinds };
}

/** `true` or `false`. */
export function flag(...words: Words): Part {
  return { ...plainFlag(...words), holds: "flag" };
}

/** One of a few words. */
export function choice(options: readonly string[], ...words: Words): Part {
  return { ...plainChoice(options, ...words), holds: "text" };
}

/** Counts that the document announces. */
export function announced(...words: Words): Part {
  return { ...shared("count", ...words), holds: "announced" };
}

/** Id and name of an entry. */
export const called: Parts = {
  id: { ...ownId(both("Id", "编号")), holds: "text" },
  name: { ...shared("name", both("Name", "名称")), holds: "name" },
};

/** A list of entries, each a map with these keys and what any statement may say of its place, or just its name. */
export function entries(keys: Parts, ...words: Words): Part {
  const entry: Part = {
    title: words[0],
    type: ["string", "number", "object"],
    properties: { ...keys, ...withoutOwn(saying, keys) },
  };
  return list(entry, ...words);
}

/** One map with these keys. */
export function group(keys: Parts, ...words: Words): Part {
  return optionalMap({ ...keys, ...withoutOwn(saying, keys) }, ...words);
}

function withoutOwn(parts: Parts, keys: Parts): Parts {
  return Object.fromEntries(Object.entries(parts).filter(([key]) => !(key in keys)));
}

/** Kinds that answer for something. */
export const owners: readonly ItemKind[] = ["actor", "entity", "mechanism"];

/** What follows from a result: for whom, on what condition, what, within what time. */
export const consequences = entries(
  {
    ...called,
    if: expression(both("If", "条件"), both("For example last 10%", "如 last 10%")),
    of: text(both("On what", "依据")),
    streak: quantity(both("In a row", "连续时长"), both("For example 2 months", "如 2 months")),
    then: text(both("Then", "措施")),
    within: quantity(both("Within", "落实时限")),
    owner: owner(both("Owner", "责任主体")),
  },
  both("Consequences", "结果运用"),
);
