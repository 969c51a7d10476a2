/** A tree as text that reads back to the same tree. */
import type { Tree } from "./tree.ts";

/** How tightly a kind of tree binds; what binds looser than its place needs brackets. */
const strengths = {
  or: 1,
  and: 2,
  not: 3,
  lasting: 4,
  comparison: 5,
  sum: 6,
  product: 7,
  range: 8,
  minus: 9,
  value: 10,
};

function strengthOf(tree: Tree): number {
  switch (tree.kind) {
    case "logic":
      return strengths[tree.operator];
    case "arithmetic":
      return tree.operator === "+" || tree.operator === "-" ? strengths.sum : strengths.product;
    case "range":
      // What follows an open end would be read as its end.
      return tree.high === null ? strengths.or : strengths.range;
    case "each":
      // Stands behind `per` only, and needs no brackets there.
      return strengths.value;
    case "not":
    case "lasting":
    case "comparison":
    case "minus":
      return strengths[tree.kind];
    default:
      return strengths.value;
  }
}

/** The expression as text: one space around operators, brackets only where they are needed. */
export function printExpression(tree: Tree): string {
  return at(tree, 0);
}

function at(tree: Tree, needed: number): string {
  const text = written(tree);
  return strengthOf(tree) < needed ? `(${text})` : text;
}

function written(tree: Tree): string {
  const own = strengthOf(tree);
  switch (tree.kind) {
    case "literal":
      return tree.text;
    case "name":
      return tree.quoted ? `“${tree.name}”` : tree.name;
    case "call":
      return `${tree.name}(${tree.arguments.map((argument) => at(argument, 0)).join(", ")})`;
    case "minus":
      return `-${at(tree.of, own)}`;
    case "each":
      return `${tree.count.text} ${written(tree.of)}`;
    case "not":
      return `not ${at(tree.of, own)}`;
    case "lasting":
      return `${at(tree.of, own)} for ${tree.span.count} ${tree.span.unit}`;
    case "range": {
      const [low, high] = [tree.low, tree.high].map((end) => (end === null ? "" : at(end, strengths.minus)));
      return `${low}..${high}`;
    }
    case "comparison":
      return `${at(tree.left, own + 1)} ${tree.operator} ${at(tree.right, own + 1)}`;
    default:
      return `${at(tree.left, own)} ${tree.operator} ${at(tree.right, own + 1)}`;
  }
}
