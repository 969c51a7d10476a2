/** Writes what is made from the rules: examples for `plan explain`, the rule tables of `docs/` and of the README. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { markdownTable } from "../src/cli/commands/rules.ts";
import { allCodes } from "../src/codes.ts";
import { severityWords } from "../src/language/words.ts";
import { methodsPage } from "../src/report/method-guide/methods-page.ts";

const fixtureFolder = "test/fixtures/rules";
const examples: Record<string, string> = {};
for (const path of readdirSync(fixtureFolder, { recursive: true, encoding: "utf8" }).sort()) {
  const name = /^(.*)\.err\.plan\.yaml$/.exec(path.replaceAll("\\", "/"))?.[1];
  if (name === undefined || !allCodes.some((c) => c.code === name)) continue;
  const example = exampleOf(name, readFileSync(`${fixtureFolder}/${path}`, "utf8"));
  if (example !== null) examples[name] = example;
}

/** The fixture of a code as an example; null for what does not show on paper: bytes that are no text, sheer size. */
function exampleOf(code: string, text: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (/[\0-\x08\x0e-\x1f\ufeff\ufffd]/.test(text)) return null;
  const beside = `${fixtureFolder}/${code}.err.expect`;
  const marks = existsSync(beside) ? readFileSync(beside, "utf8") : "";
  if (/^grow /m.test(marks)) return null;
  const inFile = /^# expect in (\S+?):/m.exec(text)?.[1];
  if (inFile !== undefined && code.startsWith("data/")) return dataExample(code, inFile, text);
  const lines = withoutMarks(text).split("\n");
  const removed = /^# as-of/m.test(text) ? 1 : 0;
  for (const [, line, found] of marks.matchAll(/^(\d+) (\S+)/gm)) {
    const at = Number(line) - 1 - removed;
    if (lines[at] !== undefined && at >= 0) lines[at] += `   # ← ${found}`;
  }
  return lines.join("\n");
}

/** The data file of a fixture: there the fault stands. */
function dataExample(code: string, file: string, text: string): string {
  const folder = `${fixtureFolder}/${code.slice(0, code.indexOf("/"))}`;
  const rows = readFileSync(`${folder}/${file}`, "utf8").trimEnd().split("\n");
  for (const [, line, found] of text.matchAll(/^# expect in \S+?:(\d+): (\S+)/gm)) {
    rows[Number(line) - 1] += `   ← ${found}`;
  }
  return `# ${file}\n${rows.join("\n")}\n`;
}

/** The fixture as an example: marks become arrows, so that a reader sees what is found where. */
function withoutMarks(text: string): string {
  return text
    .replace(/^# (as-of|expect in).*\r?\n/gm, "")
    .replace(
      /[ \t]*# expect:\s*(.*)$/gm,
      (_, marks: string) => `   # ← ${[...marks.matchAll(/(\S+\/\S+)\s+"/g)].map((m) => m[1]).join(", ")}`,
    );
}

mkdirSync("generated", { recursive: true });
mkdirSync("docs", { recursive: true });
writeFileSync(
  "generated/rule-examples.js",
  `export const ruleExamples = ${JSON.stringify(examples, null, 1)};\n`,
);
writeFileSync(
  "generated/rule-examples.d.ts",
  "export const ruleExamples: Readonly<Record<string, string>>;\n",
);
writeFileSync("docs/rules.md", reference("en"));
writeFileSync("docs/rules.zh-Hans.md", reference("zhHans"));
writeFileSync("docs/methods.md", methodsPage("en"));
writeFileSync("docs/methods.zh-Hans.md", methodsPage("zhHans"));
const readme = readFileSync("README.md", "utf8");
const table = `<!-- rules -->\n${markdownTable(
  allCodes.filter((c) => c.severity !== "info"),
  "en",
)}<!-- /rules -->`;
writeFileSync(
  "README.md",
  readme.replace(/<!-- rules -->[\s\S]*<!-- \/rules -->/, () => table),
);

/** The whole reference in one language. */
function reference(language: "en" | "zhHans"): string {
  const chinese = language === "zhHans";
  const parts = [
    chinese ? "# 规则" : "# Rules",
    "",
    chinese ? "本页由规则文件生成，请勿直接修改。" : "Generated from the rule files; do not edit.",
    "",
  ];
  for (const { code, severity, text } of allCodes) {
    const words = text[language];
    parts.push(
      `## ${code}`,
      "",
      `**${words.title}** · ${severityWords[severity][language]}`,
      "",
      words.why,
      "",
    );
    parts.push(chinese ? `处理：${words.fix}` : `What to do: ${words.fix}`, "");
    const example = examples[code];
    if (example !== undefined) parts.push("```yaml", example.trimEnd(), "```", "");
  }
  return `${parts.join("\n").trimEnd()}\n`;
}
