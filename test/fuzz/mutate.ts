/**
 * Mutations of plans: of bytes, of tokens, and of the tree that indentation makes. Structure-aware, so that most results
 * are read far into the pipeline instead of ending at the first bracket.
 */
import type { Seed } from "./corpus.ts";
import { fragments, names, values } from "./fragments.ts";
import type { Chance } from "./random.ts";

/** One input of the pipeline. */
export interface FuzzInput {
  readonly bytes: Uint8Array;
  readonly files: Readonly<Record<string, string>>;
}

type Change = (text: string, other: string, chance: Chance) => string;

/** A mutation of one seed, with parts of another. */
export function mutate(seeds: readonly Seed[], chance: Chance): FuzzInput {
  const seed = chance.one(seeds);
  const other = chance.one(seeds);
  if (seed === undefined || other === undefined) throw new Error("no seeds");
  const text = changed(seed.text, other.text, planChanges, chance);
  const names = Object.keys(seed.files);
  const file = chance.below(3) === 0 ? chance.one(names) : undefined;
  const files = { ...seed.files };
  if (file !== undefined) {
    const second = Object.values(other.files)[0] ?? other.text;
    files[file] = changed(files[file] ?? "", second, tableChanges, chance);
  }
  return { bytes: encoded(text, chance), files };
}

function changed(text: string, other: string, changes: readonly Change[], chance: Chance): string {
  let result = text;
  for (let n = 1 + chance.below(4); n > 0; n--)
    result = chance.one(changes)?.(result, other, chance) ?? result;
  return result;
}

/** Mostly UTF-8; now and then with a mark, as UTF-16, with CRLF, or with damaged bytes. */
function encoded(text: string, chance: Chance): Uint8Array {
  const kind = chance.below(40);
  if (kind === 0) return Buffer.from(`\ufeff${text}`, "utf16le");
  if (kind === 1) return Buffer.from(`\ufeff${text}`, "utf8");
  if (kind === 2) return Buffer.from(text.replaceAll("\n", "\r\n"), "utf8");
  const bytes = Buffer.from(text, "utf8");
  if (kind < 7)
    for (let n = 1 + chance.below(4); n > 0; n--) bytes[chance.below(bytes.length)] = chance.below(256);
  return kind === 7 ? bytes.subarray(0, chance.below(bytes.length + 1)) : bytes;
}

const insert: Change = (text, _, chance) => {
  const at = chance.below(text.length + 1);
  return text.slice(0, at) + (chance.one(fragments) ?? "") + text.slice(at + chance.below(3));
};

const cut: Change = (text, _, chance) => {
  const at = chance.below(text.length + 1);
  return text.slice(0, at) + text.slice(at + chance.below(60));
};

const repeat: Change = (text, _, chance) => {
  const at = chance.below(text.length + 1);
  const part = text.slice(at, at + chance.below(40));
  return text.slice(0, at) + part.repeat(1 + chance.below(50)) + text.slice(at);
};

/** A value, id or key: what stands between the signs of YAML on one line. */
const token = /[^\s:,[\]{}"'#|>&*!]+/g;

const replaceToken: Change = (text, other, chance) => {
  const found = nearby(text, token, chance);
  if (found === null) return text;
  const from = chance.below(3);
  const put =
    from === 0
      ? chance.one(values)
      : from === 1
        ? chance.one(names)
        : (nearby(other, token, chance)?.[0] ?? "");
  return text.slice(0, found.index) + (put ?? "") + text.slice(found.index + found[0].length);
};

const swapTokens: Change = (text, _, chance) => {
  const [a, b] = [nearby(text, token, chance), nearby(text, token, chance)];
  if (a === null || b === null || a.index + a[0].length > b.index) return text;
  return (
    text.slice(0, a.index) +
    b[0] +
    text.slice(a.index + a[0].length, b.index) +
    a[0] +
    text.slice(b.index + b[0].length)
  );
};

/** The first match behind a random place. */
function nearby(text: string, pattern: RegExp, chance: Chance): RegExpExecArray | null {
  pattern.lastIndex = chance.below(text.length + 1);
  return pattern.exec(text);
}

interface Block {
  readonly first: number;
  readonly end: number;
}

/** A line and the deeper lines below it: an entry of the tree. */
function blockAt(lines: readonly string[], first: number): Block {
  const depth = depthOf(lines[first] ?? "");
  let end = first + 1;
  while (end < lines.length && (lines[end]?.trim() === "" || depthOf(lines[end] ?? "") > depth)) end++;
  return { first, end };
}

function depthOf(line: string): number {
  return line.length - line.trimStart().length;
}

const dropBlock: Change = (text, _, chance) => {
  const lines = text.split("\n");
  const { first, end } = blockAt(lines, chance.below(lines.length));
  return [...lines.slice(0, first), ...lines.slice(end)].join("\n");
};

const doubleBlock: Change = (text, _, chance) => {
  const lines = text.split("\n");
  const { first, end } = blockAt(lines, chance.below(lines.length));
  return [...lines.slice(0, end), ...lines.slice(first, end), ...lines.slice(end)].join("\n");
};

/** Puts an entry of another plan (or of this one) before an entry, at its depth. */
const graft: Change = (text, other, chance) => {
  const lines = text.split("\n");
  const source = (chance.below(2) === 0 ? other : text).split("\n");
  const { first, end } = blockAt(source, chance.below(source.length));
  const at = chance.below(lines.length);
  const shift = depthOf(lines[at] ?? "") - depthOf(source[first] ?? "");
  const moved = source.slice(first, Math.min(end, first + 40)).map((line) => {
    return shift >= 0 ? " ".repeat(shift) + line : line.slice(Math.min(-shift, depthOf(line)));
  });
  return [...lines.slice(0, at), ...moved, ...lines.slice(at)].join("\n");
};

const indent: Change = (text, _, chance) => {
  const lines = text.split("\n");
  const at = chance.below(lines.length);
  const line = lines[at] ?? "";
  lines[at] = chance.below(2) === 0 ? ` ${line}` : line.slice(Math.min(2, depthOf(line)));
  return lines.join("\n");
};

/** An anchor at one value and its alias in place of another: wherever a value stands, a whole tree may stand. */
const alias: Change = (text, _, chance) => {
  const value = /(?<=: )[^\s#|>&*][^\n]*/g;
  const a = nearby(text, value, chance);
  if (a === null) return text;
  const anchored = `${text.slice(0, a.index)}&fuzz ${text.slice(a.index)}`;
  value.lastIndex = a.index + a[0].length + 6;
  const b = value.exec(anchored);
  if (b === null) return anchored;
  return `${anchored.slice(0, b.index)}*fuzz${anchored.slice(b.index + b[0].length)}`;
};

const planChanges: readonly Change[] = [
  insert,
  cut,
  repeat,
  replaceToken,
  replaceToken,
  replaceToken,
  swapTokens,
  dropBlock,
  doubleBlock,
  graft,
  graft,
  indent,
  alias,
];

const tableChanges: readonly Change[] = [
  insert,
  cut,
  repeat,
  replaceToken,
  swapTokens,
  dropBlock,
  doubleBlock,
];
