/** Check of calls: whether there is such a function (`functions.ts`), what it is given, and what it gives. */
import { nearest } from "../diagnostics/suggest.ts";
import { type Checker, checkDivisor, figureOf, isCondition, settle, tell } from "./checker.ts";
import { compareFigures } from "./combine.ts";
import { functionTable } from "./functions.ts";
import type { CallTree, Tree } from "./tree.ts";
import { anyFigure, plainFigure, type ValueType } from "./types.ts";

/** What a call gives; unknown where it cannot be made out. */
export function callType(checker: Checker, tree: CallTree): ValueType {
  const name = tree.name.toLowerCase();
  const takings = functionTable.get(name);
  if (takings === undefined) {
    const suggestion = nearest(tree.name, functionTable.keys());
    const place = { ...tree, end: tree.start + tree.name.length };
    tell(checker, "syntax", "no-function", place, { text: tree.name, suggestion });
    return { kind: "any" };
  }
  const [first, ...others] = tree.arguments;
  if (first === undefined) return wrongArguments(checker, tree);
  if (name === "latest" || name === "previous" || name === "change") {
    if (others.length > 0) return wrongArguments(checker, tree);
    return earlierType(checker, tree, first, name);
  }
  if (name === "share") return shareType(checker, tree, first, others);
  return others.length === 0 ? overTime(checker, tree, first, name) : across(checker, tree, name);
}

function wrongArguments(checker: Checker, tree: CallTree): ValueType {
  tell(checker, "type", "arguments", tree, { text: tree.name });
  return anyFigure;
}

function earlierType(checker: Checker, tree: CallTree, of: Tree, name: string): ValueType {
  const type = figureOf(checker, of);
  if (name === "latest" && of.kind !== "name") {
    tell(checker, "type", "needs-name", of, { text: tree.name });
    return anyFigure;
  }
  if (name !== "change") return type;
  return { ...type, share: type.share === "share" ? "difference" : type.share };
}

function shareType(checker: Checker, tree: CallTree, first: Tree, others: readonly Tree[]): ValueType {
  const [base, more] = others;
  if (more !== undefined) return wrongArguments(checker, tree);
  if (base === undefined) {
    if (!isCondition(checker.typeOf(first.kind === "lasting" ? first.of : first)))
      tell(checker, "type", "needs-condition", first);
    return plainFigure;
  }
  const [a, b] = [figureOf(checker, first), figureOf(checker, base)];
  settle(checker, compareFigures(a, b), tree, first, base, [a, b]);
  checkDivisor(checker, base, b);
  return plainFigure;
}

/** `mean(x)`, `count(x >= 90% for 1 year)`: over the periods so far, or those of the time given. */
function overTime(checker: Checker, tree: CallTree, first: Tree, name: string): ValueType {
  const of = first.kind === "lasting" ? first.of : first;
  if (name === "count") {
    const type = checker.typeOf(of);
    if (type.kind === "range" || type.kind === "text") tell(checker, "type", "needs-figure", of);
    return plainFigure;
  }
  const type = figureOf(checker, of);
  if (type.constant) return wrongArguments(checker, tree);
  return type;
}

/** `max(a, b)`: several figures of one period. */
function across(checker: Checker, tree: CallTree, name: string): ValueType {
  const [first, ...others] = tree.arguments;
  if (first === undefined) return anyFigure;
  if (name === "count") {
    for (const argument of tree.arguments) checker.typeOf(argument);
    return plainFigure;
  }
  let type = figureOf(checker, first);
  for (const argument of others) {
    const next = figureOf(checker, argument);
    const pair = compareFigures(type, next);
    settle(checker, pair, tree, first, argument, [type, next]);
    type = { ...pair.type, constant: type.constant && next.constant };
  }
  return type;
}
