/**
 * The positioned YAML tree: what `yaml.ts` gives and everything else in `load` reads.
 *
 * Spans: a quoted scalar with its quotes; a block scalar (`|`, `>`) its lines without the sign above them; an empty value
 * no character, right behind the colon or dash; a map or list in brackets with them, without brackets from its first key
 * or dash to the end of its last value. An alias is the node of its anchor, with the anchor's spans.
 */
import type { Span } from "../text/source.ts";

export type YamlNode = YamlScalar | YamlMap | YamlList;

/** A scalar by its source text; never turned into a number, date or boolean here. */
export interface YamlScalar {
  readonly kind: "scalar";
  /** Decoded text: the source itself for plain scalars (`1.10` keeps its zero). */
  readonly text: string;
  readonly style: "plain" | "quoted" | "block";
  readonly span: Span;
}

export interface YamlMap {
  readonly kind: "map";
  readonly entries: readonly YamlEntry[];
  readonly flow: boolean;
  readonly span: Span;
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
}

export interface YamlList {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
  readonly flow: boolean;
  readonly span: Span;
}

/** A comment, for `# plan-ignore`. `text` without `#`. */
export interface YamlComment {
  readonly text: string;
  readonly span: Span;
  /** True when the comment stands alone on its line (then it speaks of the next line). */
  readonly ownLine: boolean;
}

export interface YamlDocument {
  /** Null when the file could not be read as a map at all. */
  readonly root: YamlMap | null;
  readonly comments: readonly YamlComment[];
}

/** What the text of a plan file gives. */
export interface PlanText extends YamlDocument {
  /** Where the root is null for a fault that leaves open what was meant: the whole items before it. Null for none. */
  readonly head: YamlMap | null;
}
