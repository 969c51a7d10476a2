/** Writes what is made from the rules: examples for `plan explain`, the rule tables of `docs/` and of the README. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { markdownTable } from "../src/cli/commands/rules.ts";
import { allCodes } from "../src/codes.ts";
import { severityWords } from "../src/language/words.ts";

const fixtureFolder = "test/fixtures/rules";
const examples: Record<string, string> = {};
for (const path of readdirSync(fixtureFolder, { recursive: true, encoding: "utf8" }).sort()) {
  const code = /^(.*)\.err\.plan\.yaml$/.exec(path.replaceAll("\\", "/"))?.[1];
  if (code === undefined || !allCodes.some((c) => c.code === code)) continue;
  examples[code] = withoutMarks(readFileSync(`${fixtureFolder}/${path}`, "utf8"));
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
