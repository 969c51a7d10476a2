/** Where the two YAML libraries may part, and why; any other difference is a fault. */
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { readYaml } from "../../../src/load/yaml.ts";
import { plain, readByEvents, readByPackage } from "./two-readers.ts";

const trap = "valid YAML that means something else than its writer did: a trap of the plan format";
const spec = "YAML 1.2 does not allow it; the package lets it pass";

/** Findings of ours on texts that the package takes. */
export const weRefuse: Readonly<Record<string, string>> = {
  "yaml/duplicate-key": "asked of the package not to judge twins; YAML does not allow them",
  "yaml/unknown-alias": "the package tells it only when the alias is used",
  "yaml/alias-cycle": "a value that holds itself is no plan",
  "yaml/merge-key": "YAML 1.2 has no merge key; the package reads `<<` as a key like others",
  "yaml/complex-key": "a key of a plan is a word",
  "yaml/tag": "tags mean nothing in a plan; the package only warns",
  "yaml/several-documents": "a plan stands alone in its file",
  "yaml/not-a-map": "a plan is a map",
  "yaml/empty": "a plan holds something",
  "yaml/control-character": `${spec} (control characters); marks without width in keys are a trap`,
  "yaml/cut-value": trap,
  "yaml/full-width": trap,
  "yaml/list-separator": trap,
  "yaml/missing-colon": trap,
  "yaml/missing-space": trap,
  "yaml/split-number": trap,
  "yaml/split-text": trap,
  "yaml/unquoted-relation": trap,
};

/** Refusals of our parser, in its own words, that are in order where the package takes the text. */
export const parserRefuses: Readonly<Record<string, string>> = {
  "the stream contains non-printable characters": spec,
  "null byte is not allowed in input": spec,
  "duplication of %YAML directive": spec,
  "directives end mark is expected": "a file of nothing but a line with %: empty for the package",
  "directive name must not be less than one character in length": "the same",
  "unacceptable YAML version of the document": "the package warns and reads on",
  "bad indentation of a mapping entry": `${spec} (a list in brackets as key on the line of another key)`,
  "can not read a block mapping entry; a multiline key may not be an implicit key": spec,
  "deficient indentation": `${spec} (rest of a text in quotes left of its key)`,
};

/** Texts that the package refuses and our reader takes, by what they show. */
export const packageRefuses: readonly (readonly [RegExp, string])[] = [
  [
    /[^\s]{1000}/,
    "a limit of YAML on the length of keys, for simple parsers; a key so long is an unknown key anyway",
  ],
  [/^ *\t\s*(?:#|$)/m, "a line of nothing but a tab, or a tab and a comment: it says nothing"],
  [
    /^[ \t]+(?:---(?:\s|$)|%[A-Z])/,
    "an indented marker or version line at the head of the file: it says nothing",
  ],
];

export type Verdict = "same" | "both refuse" | "known difference" | `unexplained: ${string}`;

/** What the two make of a text: of its YAML as such, and as a plan. */
export function compareReaders(text: string): Verdict {
  const theirs = readByPackage(text);
  const events = readByEvents(text);
  if (events.read && theirs.read && JSON.stringify(events.roots) !== JSON.stringify(theirs.roots)) {
    const isKnown = JSON.stringify(events.roots, withoutEnd) === JSON.stringify(theirs.roots, withoutEnd);
    return isKnown ? "known difference" : "unexplained: the parsers read different trees";
  }
  const { value, findings } = readYaml({ name: "x", text });
  const told = findings.filter(({ code }) => code !== "yaml/cut-value");
  if (findings.some((finding) => isOutside(finding, text))) return "unexplained: a span outside of the file";
  if (told.length === 0 && value.root === null) return "unexplained: no root and no finding";
  if (!theirs.read) {
    if (told.length > 0) return "both refuse";
    return packageRefuses.some(([sign]) => sign.test(text))
      ? "known difference"
      : `unexplained: only the package: ${theirs.code}`;
  }
  if (told.length > 0) {
    const isKnown =
      told.some(({ code }) => code in weRefuse) || (!events.read && events.code in parserRefuses);
    return isKnown ? "known difference" : `unexplained: only we: ${told.map(({ code }) => code).join()}`;
  }
  const isSame = value.root !== null && JSON.stringify(plain(value.root)) === JSON.stringify(theirs.roots[0]);
  return isSame ? "same" : "unexplained: another meaning as a plan";
}

/** Blanks on a last line of a block text with declared indentation belong to it for one of the two only. */
function withoutEnd(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.trimEnd() : value;
}

function isOutside({ span }: Diagnostic, text: string): boolean {
  return span !== null && (span.start < 0 || span.start > span.end || span.end > text.length);
}
