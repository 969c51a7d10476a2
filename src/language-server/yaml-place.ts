/**
 * Where in the structure of a plan a cursor stands, read from the text before it: while a line is being written, the whole is
 * seldom readable YAML. Looks only at the lines above, so half a word never hides what is right.
 */

/** A step of the way: a key, or an item of a list (null). */
export type Step = string | null;

export interface YamlPlace {
  /** Keys and list items from the root to the map or list that holds the cursor. */
  readonly path: readonly Step[];
  /** The key whose value is being written; null where a key (or an item of a list) is. */
  readonly key: string | null;
  /** What stands written already of the word at the cursor, and where it begins. */
  readonly typed: string;
  readonly start: number;
  /** Plain values of the same map by key, as far as they stand above or on the line. */
  readonly siblings: ReadonlyMap<string, string>;
  /** True within `{…}` or `[…]`. */
  readonly flow: boolean;
}

/** Most lines above the cursor that are looked at. */
const mostLines = 20_000;
/** Longest line that is looked at. */
const longestLine = 20_000;

interface Line {
  /** Columns of the dashes before the content. */
  readonly dashes: readonly number[];
  /** Column of the content. */
  readonly column: number;
  readonly key: string | null;
  /** Text after the key's colon, or the whole content where there is no key. */
  readonly rest: string;
}

const keyForm =
  /^(?:"([^"]{1,200})"|'([^']{1,200})'|([^\s"'#{}[\],&*!|>%@`:][^:#{}[\],]{0,199}?))\s*:(?=\s|$)/u;

function readLine(text: string): Line {
  const dashes: number[] = [];
  let column = text.length - text.trimStart().length;
  while (text[column] === "-" && (text[column + 1] === " " || column + 1 === text.length)) {
    dashes.push(column);
    column++;
    while (text[column] === " ") column++;
  }
  const content = text.slice(column);
  const match = keyForm.exec(content);
  if (match === null) return { dashes, column, key: null, rest: content };
  return {
    dashes,
    column,
    key: match[1] ?? match[2] ?? match[3] ?? "",
    rest: content.slice(match[0].length),
  };
}

/** The place of an offset; null in a comment. */
export function yamlPlace(text: string, offset: number): YamlPlace | null {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  if (offset - lineStart > longestLine) return null;
  const before = text.slice(lineStart, offset).replace(/\r$/, "");
  if (/(?:^|\s)#[^"']*$/.test(before)) return null;
  const above = linesAbove(text, lineStart);
  const flow = flowStart(above, before);
  if (flow === null) return blockPlace(above, before, offset);
  const holder = blockPlace(flow.above, flow.head, offset);
  const way = holder.key === null ? holder.path : [...holder.path, holder.key];
  return flowPlace(way, flow.inner, offset);
}

/** Lines before an offset, nearest first; comments and empty lines are left out. */
function linesAbove(text: string, lineStart: number): readonly string[] {
  const lines: string[] = [];
  let end = lineStart - 1;
  while (end >= 0 && lines.length < mostLines) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const line = text.slice(start, Math.min(end, start + longestLine)).trimEnd();
    if (line !== "" && !line.trimStart().startsWith("#")) lines.push(line);
    if (/^[^\s#-]/.test(line)) break; // a key of the plan itself: what stands above it does not matter
    end = start - 1;
  }
  return lines;
}

function blockPlace(above: readonly string[], before: string, offset: number): YamlPlace {
  const line = readLine(before);
  const typed = line.rest.trimStart();
  const path: Step[] = [];
  const siblings = new Map<string, string>();
  climb(line, above, { path, siblings });
  path.reverse();
  return { path, key: line.key, typed, start: offset - typed.length, siblings, flow: false };
}

/** Goes up from a line to the root; the nearest step is put first. */
function climb(
  line: Line,
  above: readonly string[],
  { path, siblings }: { readonly path: Step[]; readonly siblings: Map<string, string> },
): void {
  let column = line.column;
  let isList = false;
  let isOwnMap = true;
  const intoList = (dashes: readonly number[]): void => {
    for (const dash of [...dashes].reverse()) {
      path.push(null);
      column = dash;
      isList = true;
      isOwnMap = false;
    }
  };
  intoList(line.dashes);
  for (const text of above) {
    if (column === 0 && !isList) return;
    const one = readLine(text);
    if (isList) {
      // The key of a list stands left of its dashes, or right above them.
      if (one.dashes.length > 0 && one.column > column && one.dashes.every((dash) => dash >= column))
        continue;
      if (one.key === null || one.column > column) continue;
      path.push(one.key);
      isList = false;
    } else if (one.column === column && one.key !== null) {
      if (isOwnMap && !siblings.has(one.key)) siblings.set(one.key, plain(one.rest));
    } else if (one.key !== null && one.column < column) {
      path.push(one.key);
      isOwnMap = false;
    } else continue;
    column = one.column;
    intoList(one.dashes.filter((dash) => dash < one.column));
  }
}

function plain(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, "$2");
}

interface FlowStart {
  readonly above: readonly string[];
  /** The line in which the brackets begin, up to them. */
  readonly head: string;
  /** From the first bracket to the cursor. */
  readonly inner: string;
}

/** Most text that is searched for the bracket that holds the cursor. */
const mostFlow = 100_000;

/** The outermost open brackets around the cursor; null where there are none. */
function flowStart(above: readonly string[], before: string): FlowStart | null {
  let inner = before;
  let found: FlowStart | null = null;
  for (let up = -1; up < Math.min(above.length, 200) && inner.length < mostFlow; up++) {
    const line = up < 0 ? before : (above[up] ?? "");
    if (up >= 0) inner = `${line}\n${inner}`;
    const { rest, key, dashes, column } = readLine(line);
    const value = rest.trimStart();
    if (/^[{[]/.test(value)) {
      const at = line.length - value.length;
      const text = inner.slice(at);
      const isOpen = scanFlow(text).open.length > 0;
      if (isOpen) found = { above: above.slice(up + 1), head: line.slice(0, at), inner: text };
      // A line that begins with brackets may itself stand within others.
      if (key !== null || dashes.length > 0 || column === 0) return found;
    } else if (up < 0 && /^\S/.test(line)) return null;
  }
  return found;
}

interface Bracket {
  readonly sign: string;
  /** The key that holds it, in a map. */
  readonly key: string | null;
  readonly entries: Map<string, string>;
}

/** The brackets of a flow text that are open at its end, and what stands behind the last comma or colon. */
function scanFlow(text: string): {
  readonly open: readonly Bracket[];
  readonly key: string | null;
  readonly word: string;
} {
  const open: Bracket[] = [];
  let key: string | null = null;
  let word = "";
  let quote = "";
  const finish = (): void => {
    if (key !== null) open.at(-1)?.entries.set(key, plain(word));
    key = null;
    word = "";
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (quote !== "") {
      if (sign === quote) quote = "";
      word += sign;
    } else if ((sign === '"' || sign === "'") && word.trim() === "") {
      quote = sign;
      word += sign;
    } else if (sign === "{" || sign === "[") {
      open.push({ sign, key, entries: new Map() });
      key = null;
      word = "";
    } else if (sign === "}" || sign === "]") {
      finish();
      open.pop();
      if (open.length === 0) return { open, key: null, word: "" };
    } else if (sign === ",") finish();
    else if (sign === ":" && /[\s"']|^$/.test(text.charAt(i + 1)) && open.at(-1)?.sign === "{") {
      key = plain(word);
      word = "";
    } else word += sign === "\n" ? " " : sign;
  }
  return { open, key, word };
}

function flowPlace(way: readonly Step[], inner: string, offset: number): YamlPlace {
  const { open, key, word } = scanFlow(inner);
  const path: Step[] = [...way];
  for (const [depth, bracket] of open.entries()) {
    if (depth > 0 && bracket.key !== null) path.push(bracket.key);
    else if (depth > 0 && open[depth - 1]?.sign === "[" && path.at(-1) !== null) path.push(null);
    if (bracket.sign === "[") path.push(null);
  }
  const typed = word.trimStart();
  const siblings = open.at(-1)?.entries ?? new Map<string, string>();
  return { path, key, typed, start: offset - typed.length, siblings, flow: true };
}
