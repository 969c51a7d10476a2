/** Mutations of a plan that work on its lines and blocks: order, depth, style, anchors. */
import type { Random } from "./random.ts";

/** A change of a text; the same text where it does not apply. */
export type Mutation = (text: string, random: Random) => string;

/** Changes one line that is not blank; a list of lines takes its place. */
function online(change: (line: string, random: Random) => readonly string[]): Mutation {
  return (text, random) => {
    const lines = text.split("\n");
    const filled = lines.flatMap((line, i) => (line.trim() === "" ? [] : [i]));
    if (filled.length === 0) return text;
    const at = random.pick(filled);
    return lines.toSpliced(at, 1, ...change(lines[at] ?? "", random)).join("\n");
  };
}

/** Changes a line with all deeper lines below it. */
function onBlock(change: (block: readonly string[], random: Random) => readonly string[]): Mutation {
  return (text, random) => {
    const lines = text.split("\n");
    const at = random.below(lines.length);
    const depth = indentOf(lines[at] ?? "");
    let end = at + 1;
    while (end < lines.length && (lines[end]?.trim() === "" || indentOf(lines[end] ?? "") > depth)) end++;
    return lines.toSpliced(at, end - at, ...change(lines.slice(at, end), random)).join("\n");
  };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Changes the value of a line `key: value`. */
function onValue(change: (value: string, random: Random, indent: string) => string): Mutation {
  return online((line, random) => {
    const found = /^(\s*(?:- )*)([^\s:#'"{[][^:#'"{[]*): +(\S.*)$/.exec(line);
    if (found === null) return [line];
    const [, lead = "", key = "", value = ""] = found;
    return `${lead}${key}: ${change(value, random, " ".repeat(lead.length))}`.split("\n");
  });
}

const swapBlocks: Mutation = (text, random) => {
  const lines = text.split("\n");
  const at = random.below(Math.max(1, lines.length - 1));
  return lines.toSpliced(at, 2, lines[at + 1] ?? "", lines[at] ?? "").join("\n");
};

/** Anchors a value and uses it at another place. */
const anchorAndAlias: Mutation = (text, random) => {
  const anchored = onValue((value) => `&one ${value}`)(text, random);
  return onValue((value) => random.pick(["*one", "*one ", "*one # c", `[*one, ${value}]`, "*two"]))(
    anchored,
    random,
  );
};

/** A block that is anchored under its key, and merged or used elsewhere. */
const mergeKey: Mutation = (text, random) => {
  const anchored = online((line) => [/:$/.test(line) ? `${line} &base` : line])(text, random);
  return online((line) => [
    `${" ".repeat(indentOf(line))}<<: ${random.pick(["*base", "[*base]", "{ id: z }"])}`,
    line,
  ])(anchored, random);
};

/** Mutations by name. */
export const lineMutations: Readonly<Record<string, Mutation>> = {
  swapLines: swapBlocks,
  dropLine: online(() => []),
  dropBlock: onBlock(() => []),
  doubleLine: online((line) => [line, line]),
  doubleBlock: onBlock((block) => [...block, ...block]),
  indentLine: online((line, random) => [" ".repeat(1 + random.below(4)) + line]),
  dedentLine: online((line, random) => [line.replace(new RegExp(`^ {1,${1 + random.below(3)}}`), "")]),
  indentBlock: onBlock((block, random) => {
    const lead = " ".repeat(1 + random.below(3));
    return block.map((line) => lead + line);
  }),
  tabIndent: online((line) => [line.replace(/^ {2,4}/, "\t")]),
  tabBlock: onBlock((block) =>
    block.map((line) => line.replace(/^ +/, (lead) => "\t".repeat(lead.length / 2))),
  ),
  commentBehind: online((line, random) => [
    line + random.pick([" # c", " #c", "# c", "\t# c", " # 'c", ' # "c']),
  ]),
  commentLine: online((line, random) => [random.pick(["# c", "  # c", "\t# c", "#", "      # [c"]), line]),
  blankLine: online((line, random) => [line, random.pick(["", "   ", "\t", " \t "])]),
  breakLine: online((line, random) => {
    const at = random.below(line.length + 1);
    return [line.slice(0, at), random.pick(["", " ", "      "]) + line.slice(at)];
  }),
  joinLines: (text, random) => {
    const breaks = [...text.matchAll(/\n/g)].map((found) => found.index);
    if (breaks.length === 0) return text;
    const at = random.pick(breaks);
    return text.slice(0, at) + random.pick([" ", ""]) + text.slice(at + 1).trimStart();
  },
  doubleQuoted: onValue((value) => `"${value}"`),
  singleQuoted: onValue((value) => `'${value}'`),
  halfQuoted: onValue((value, random) =>
    random.pick([`"${value}`, `'${value}`, `${value}"`, `"x" ${value}`, `'it''s' ${value}`]),
  ),
  escaped: onValue(
    (_, random) =>
      `"a${random.pick(["\\n", "\\t", "\\x41", "\\u65b9", "\\U0001F600", "\\q", "\\ ", "\\", "\\\\", "\\/", "\\N", "\\_", "\\L", "\\0", "\\ud83d", "\\U00110000", "\\u12"])}b"`,
  ),
  blockText: onValue(
    (value, random, indent) =>
      `${random.pick(["|", ">", "|-", ">-", "|+", ">+", "|2", ">1-", "|-2", "|0", "|x", "| # c", "|#c", ">\t"])}\n${indent}${random.pick(["  ", "    ", " ", ""])}${value}\n${indent}  ${random.pick(["more", "  deeper", "", "# no comment", "- x", "\tx"])}`,
  ),
  foldedPlain: onValue(
    (value, random, indent) =>
      `${value}\n${indent}${random.pick(["  ", " ", "    ", "", "\t", "  # c\n      ", "\n  "])}${random.pick(["more", "a: b", "- x", "# c", "'q'", "[x]", "more #c"])}`,
  ),
  foldedQuoted: onValue((value, random, indent) => {
    const quote = random.pick(['"', "'"]);
    return `${quote}${value}${random.pick(["", " ", "\\", "\t"])}\n${random.pick(["", "\n", `${indent}  `, indent, "\t"])}more${quote}`;
  }),
  valueBelow: onValue(
    (value, random, indent) => `\n${indent}${random.pick(["  ", " ", "", "\t", "    "])}${value}`,
  ),
  flowMap: onValue((value, random) =>
    random.pick([
      `{ a: ${value} }`,
      `{a: ${value}}`,
      `{a: ${value}, }`,
      `{ ${value} }`,
      `{"a":${value}}`,
      `{ a: ${value}, b: }`,
      `{ ? a : ${value} }`,
      `{ , a: ${value} }`,
      `{ a:${value} }`,
      `{ : ${value} }`,
      `{ a: ${value}`,
      `{ a: ${value} ]`,
      `{ 'a':${value} }`,
      `{ &x a: ${value} }`,
      `{ a: ${value} } x`,
      `{ a: ${value} }}`,
    ]),
  ),
  flowList: onValue((value, random) =>
    random.pick([
      `[${value}]`,
      `[ ${value}, ]`,
      `[${value}, , x]`,
      `[ a: ${value} ]`,
      `[ ? a : ${value} ]`,
      `[${value}`,
      `[${value}}`,
      `[${value}]]`,
      `[[${value}], {b: c}]`,
      `[ "a": ${value}, b ]`,
      `[-, ${value}]`,
      `[- ${value}]`,
      `[${value} ] # c`,
      `[${value} #c]`,
      `["x""y"]`,
    ]),
  ),
  flowOverLines: onValue((value, random, indent) => {
    const lead = random.pick([`${indent}  `, indent, "", "\t", `${indent}    `]);
    return random.pick([
      `[${value},\n${lead}x ]`,
      `[\n${lead}${value}\n${lead}]`,
      `{ a: ${value},\n${lead}b: c }`,
      `{\n${lead}a: ${value},\n${lead}# c\n${lead}b: c\n${lead}}`,
      `[ a\n${lead}b, ${value} ]`,
      `{ a\n${lead}: ${value} }`,
      `{ "a"\n${lead}: ${value} }`,
      `[ "a"\n${lead}: ${value} ]`,
      `[${value},#c\n${lead}x]`,
    ]);
  }),
  tag: onValue(
    (value, random) =>
      `${random.pick(["!!str", "!", "!foo", "!!int", "!<tag:x>", "!!binary", "!e!x", "!!seq", "&a !!str", "!!str &a", "!%zz", "!a,b", "!!"])} ${value}`,
  ),
  emptyValue: onValue((_, random) =>
    random.pick([
      "",
      "~",
      "null",
      '""',
      "''",
      "!!null",
      "&a",
      "|",
      "-",
      "?",
      ":",
      "[]",
      "{}",
      "[ ]",
      "{ }",
      "!",
    ]),
  ),
  sign: onValue(
    (value, random) =>
      random.pick([
        "@",
        "`",
        "%",
        "&",
        "*",
        "!",
        "|",
        ">",
        ">=",
        "- ",
        "-",
        "? ",
        "?",
        ": ",
        ":",
        "#",
        ",",
        "]",
        "}",
        "=",
        "~",
        "[",
        "{",
        "<",
        "--- ",
        "...",
      ]) + value,
  ),
  signBehind: onValue(
    (value, random) =>
      value +
      random.pick([
        ":",
        ": x",
        " : x",
        ":x",
        " #",
        "#",
        ",",
        "]",
        "}",
        " &a",
        " *a",
        " !",
        "'",
        '"',
        " |",
        "\\",
        " - x",
      ]),
  ),
  anchorAndAlias,
  mergeKey,
  keyStyle: online((line, random) => {
    const found = /^(\s*(?:- )*)([\w-]+):(.*)$/.exec(line);
    if (found === null) return [line];
    const [, lead = "", key = "", rest = ""] = found;
    const put = random.pick([
      `"${key}":${rest}`,
      `'${key}' :${rest}`,
      `${key} :${rest}`,
      `? ${key}\n${" ".repeat(lead.length)}:${rest}`,
      `&k ${key}:${rest}`,
      `!!str ${key}:${rest}`,
      `${key}:${rest.trimStart()}`,
      `${key}${rest}`,
      `${key}\t:${rest}`,
      `${key}:\t${rest.trimStart()}`,
      `${key}:  ${rest}  `,
      `? ${key}`,
      `: ${key}`,
      `"${key}\n  x":${rest}`,
      `${key}: ${key}:${rest}`,
      `[${key}]: ${rest}`,
      `{${key}}: ${rest}`,
      `*k :${rest}`,
      `${"k".repeat(1030)}: x`,
      `"${"k".repeat(1030)}": x`,
      `? ${key}: x\n${" ".repeat(lead.length)}:${rest}`,
    ]);
    return (lead + put).split("\n");
  }),
  dash: online((line, random) => {
    if (!/^\s*- /.test(line)) return [line];
    return [
      line.replace(
        "- ",
        random.pick([
          "-",
          "-  ",
          "-\t",
          "- - ",
          "-\n    ",
          "* ",
          "– ",
          "－ ",
          "",
          "- ? ",
          "- &i ",
          "- !!map ",
          "- &i\n    ",
          "- # c\n    ",
        ]),
      ),
    ].flatMap((each) => each.split("\n"));
  }),
};
