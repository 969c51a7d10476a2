/** The cure that `yaml/unquoted-text` names holds for every text: with it the text is read as it was meant. */
import { expect, test } from "vitest";
import { readYaml } from "../../src/load/yaml.ts";
import { spanText } from "../../src/text/source.ts";

const head = "format: 1\nid: p\n";

/** Signs that YAML keeps for itself, escapes, quotes, control characters and words, in every order of up to four. U+0085 ends a line. */
const pieces = ["@", "%", "`", ": ", "\\", "\\n", '"', "'", "\u0007", "\t", "\u001b", "85", "数值"];

function textsOf(length: number): readonly string[] {
  if (length === 0) return [""];
  return textsOf(length - 1).flatMap((text) => pieces.map((piece) => `${text}${piece}`));
}

function unquotedIn(text: string) {
  const { value, findings } = readYaml({ name: "x", text });
  return { value, found: findings.filter(({ code }) => code === "yaml/unquoted-text") };
}

/** What the finding says to write: its suggestion, else the whole in the quotes that its help names. */
function curedBy(finding: ReturnType<typeof unquotedIn>["found"][number]): string {
  const whole = finding.span === null ? "" : spanText(finding.span);
  if (finding.suggestion !== null) return finding.suggestion;
  return finding.help.en.includes("single quotes") ? `'${whole.replaceAll("'", "''")}'` : `"${whole}"`;
}

const texts = [...textsOf(1), ...textsOf(2), ...textsOf(3), ...textsOf(4).filter((_, i) => i % 7 === 0)];

test("with the cure that it names, no text is told again", () => {
  let told = 0;
  const left = texts.filter((text) => {
    const before = unquotedIn(`${head}title: ${text}\nlanguage: en\n`);
    const [finding] = before.found;
    if (finding === undefined || finding.span === null) return false;
    told += 1;
    const { file, start, end } = finding.span;
    const cured = `${file.text.slice(0, start)}${curedBy(finding)}${file.text.slice(end)}`;
    return unquotedIn(cured).found.length > 0;
  });
  expect(told).toBeGreaterThan(1000);
  expect(left.slice(0, 5).map((text) => JSON.stringify(text))).toEqual([]);
});

test.each([
  [
    "C:\\plans: 2026",
    "'C:\\plans: 2026'",
    "Put the whole value in single quotes ('…'), and write each ' within it twice.",
  ],
  ['@a "b"', null, "Put the whole value in single quotes ('…'), and write each ' within it twice."],
  ["@a", '"@a"', "Put the whole value in quotes."],
])("%s: the quotes are named that hold it", (text, suggestion, help) => {
  const { found } = unquotedIn(`${head}title: ${text}\n`);
  expect(found.map((one) => [one.suggestion, one.help.en])).toEqual([[suggestion, help]]);
});
