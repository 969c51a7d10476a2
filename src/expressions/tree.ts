/** The tree of an expression (FORMAT.md section 7). Types only; `start` and `end` are offsets in the expression's text. */
import type Big from "big.js";
import type { Unit } from "../plan/quantity.ts";

/** Where a part of an expression stands. */
export interface Placed {
  readonly start: number;
  readonly end: number;
}

export type Arithmetic = "+" | "-" | "*" | "/" | "per";
export type Comparison = "=" | "≠" | "<" | "≤" | ">" | "≥";

/** A time back from the day looked at: `for 3 years`, `for 4 periods`. */
export interface Span {
  readonly count: number;
  readonly unit: "years" | "months" | "weeks" | "days" | "periods";
}

/** A number with its unit (`80 m²`, `千分之三`); `unit` null for a bare number. `text` as written. */
export type LiteralTree = Placed & {
  readonly kind: "literal";
  readonly text: string;
  readonly value: Big;
  readonly unit: Unit | null;
  /** `/year` of a rate (`5pp/year`); null for none. */
  readonly per: string | null;
};

export type NameTree = Placed & {
  readonly kind: "name";
  readonly name: string;
  /** Written in quotation marks. */
  readonly quoted: boolean;
};

export type CallTree = Placed & {
  readonly kind: "call";
  readonly name: string;
  readonly arguments: readonly Tree[];
};

export type Tree =
  | LiteralTree
  | NameTree
  | CallTree
  | (Placed & { readonly kind: "minus"; readonly of: Tree })
  | (Placed & { readonly kind: "not"; readonly of: Tree })
  | (Placed & {
      readonly kind: "arithmetic";
      readonly operator: Arithmetic;
      readonly left: Tree;
      readonly right: Tree;
    })
  | (Placed & {
      readonly kind: "comparison";
      readonly operator: Comparison;
      readonly left: Tree;
      readonly right: Tree;
    })
  | (Placed & {
      readonly kind: "logic";
      readonly operator: "and" | "or";
      readonly left: Tree;
      readonly right: Tree;
    })
  /** `5..8`, `5..`, `..8`: both ends belong to it. */
  | (Placed & { readonly kind: "range"; readonly low: Tree | null; readonly high: Tree | null })
  /** `10,000 people` behind `per`, where `people` is a name: so many for every 10,000 of them. */
  | (Placed & { readonly kind: "each"; readonly count: LiteralTree; readonly of: NameTree })
  /** A condition that held for a time, or inside a function the time over which it looks. */
  | (Placed & { readonly kind: "lasting"; readonly of: Tree; readonly span: Span });

/** Parts of a tree, in the order of the text. */
export function partsOf(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case "literal":
    case "name":
      return [];
    case "call":
      return tree.arguments;
    case "minus":
    case "not":
    case "lasting":
    case "each":
      return [tree.of];
    case "range":
      return [tree.low, tree.high].filter((end) => end !== null);
    default:
      return [tree.left, tree.right];
  }
}
