/** Mutations of a plan that work on its characters and on the file as a whole: signs, widths, line ends, documents. */
import type { Mutation } from "./mutate-lines.ts";

/** Puts one of the texts at a random place. */
function insert(texts: readonly string[]): Mutation {
  return (text, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + random.pick(texts) + text.slice(at);
  };
}

/** Replaces one place where a pattern stands. */
function replaceOne(pattern: RegExp, texts: readonly string[]): Mutation {
  return (text, random) => {
    const places = [...text.matchAll(pattern)];
    if (places.length === 0) return text;
    const found = random.pick(places);
    return text.slice(0, found.index) + random.pick(texts) + text.slice(found.index + found[0].length);
  };
}

/** Mutations by name. */
export const textMutations: Readonly<Record<string, Mutation>> = {
  colon: replaceOne(/: /g, [
    "：",
    "： ",
    ":",
    " : ",
    ":\t",
    ":  ",
    "",
    ":\u3000",
    ":\u00a0",
    "::",
    ": : ",
    " ",
    "∶",
  ]),
  comma: replaceOne(/, /g, ["，", ",", "、", " ", ", , ", "；", "\n, ", ",\n      ", ",\n", " ,", ",\t"]),
  bracket: replaceOne(/[[\]{}]/g, ["", "［", "］", "｛", "｝", "[", "]", "{", "}", "【", "(", "\n"]),
  quote: replaceOne(/["']/g, ["", "“", "”", '"', "'", '""', "''", "＂", '\\"']),
  space: replaceOne(/ /g, ["\u3000", "\u00a0", "\t", "  ", "", "\u2003", "\u200b", "\ufeff"]),
  digits: replaceOne(/\d/g, ["１", "1,000", "0x1f", "1e999", "1_000", "٣", "1.10"]),
  sign: insert([
    "\t",
    ":",
    ": ",
    "#",
    " #",
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
    ",",
    "- ",
    "&a ",
    "*a ",
    "!",
    "|",
    ">",
    "%",
    "@",
    "\\",
    "?",
    "\n",
    "~",
    "<<: ",
  ]),
  control: insert([
    "\0",
    "\u0007",
    "\u001b[31m",
    "\u007f",
    "\u0080",
    "\u0085",
    "\u2028",
    "\u2029",
    "\u202e",
    "\ufeff",
    "\ufffe",
    "\ud800",
    "\udc00",
    "😀",
    "\u00ad",
    "\v",
    "\f",
    "\u009f",
  ]),
  lineEnds: (text, random) => text.replaceAll("\n", random.pick(["\r\n", "\r", "\n\r", "\r\r\n"])),
  lineEnd: replaceOne(/\n/g, ["\r\n", "\r", "\u0085", "\u2028", "\r\r", "\n\r", "\v", "\f"]),
  cut: (text, random) => text.slice(0, random.below(text.length + 1)),
  cutHead: (text, random) => text.slice(random.below(text.length + 1)),
  dropSigns: (text, random) => {
    const at = random.below(text.length);
    return text.slice(0, at) + text.slice(at + 1 + random.below(3));
  },
  marker: (text, random) => {
    const lines = text.split("\n");
    const mark = random.pick([
      "---",
      "--- ",
      "---\t",
      "--- # c",
      "...",
      "... # c",
      "--- x",
      "---x",
      "%YAML 1.2",
      "%TAG ! tag:x,2:",
      "--- |",
      "... x",
      " ---",
      "--- {",
      "---\n---",
      "...\n...",
    ]);
    return lines.toSpliced(random.below(lines.length), 0, mark).join("\n");
  },
  head: (text, random) =>
    random.pick([
      "---\n",
      "%YAML 1.2\n---\n",
      "%YAML 1.1\n---\n",
      "%FOO x\n---\n",
      "%YAML 1.2\n",
      "\ufeff",
      "\n\n",
      "# c\n---\n",
      "--- # c\n",
      "---\n# c\n",
      "...\n",
      "%TAG !e! tag:x,2:\n---\n",
      "%YAML 1.2\n%YAML 1.2\n---\n",
      "%YAML 3.0\n---\n",
      "--- &r\n",
      "--- !!map\n",
      "\t",
      " ",
      "#\n",
      "\n---\n\n",
    ]) + text,
  tail: (text, random) =>
    text +
    random.pick([
      "...\n",
      "---\n",
      "--- \n# c\n",
      "...\n# c\n",
      "\n\n  ",
      "\t",
      "# c",
      " # c",
      "---\na: b\n",
      "...\nx",
      "\n...\n---\n",
      "  ",
      "\r",
      "\0",
      "\u001a",
      "... \n",
    ]),
};
