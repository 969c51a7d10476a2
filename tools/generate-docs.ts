/** Writes what is made from the rules: examples for `plan explain`, the rule tables of `docs/` and of the README. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { allCodes } from "../src/codes.ts";
import { severityWords } from "../src/language/words.ts";
import { methodsPage } from "../src/report/method-guide/methods-page.ts";
import { type RuleExample, ruleExample } from "./rule-examples.ts";
import { familyTable } from "./rule-families.ts";

const examples: Record<string, RuleExample> = {};
for (const { code } of allCodes) {
  const example = ruleExample(code);
  if (example !== null) examples[code] = example;
}

mkdirSync("generated", { recursive: true });
mkdirSync("docs", { recursive: true });
writeFileSync(
  "generated/rule-examples.js",
  `export const ruleExamples = ${JSON.stringify(examples, null, 1)};\n`,
);
writeFileSync(
  "generated/rule-examples.d.ts",
  `interface Examples {
  readonly found: string | null;
  readonly passed: string | null;
}

export const ruleExamples: Readonly<Record<string, Examples & { readonly zhHans: Examples | null }>>;
`,
);
writeFileSync("docs/rules.md", reference("en"));
writeFileSync("docs/rules.zh-Hans.md", reference("zhHans"));
writeFileSync("docs/methods.md", methodsPage("en"));
writeFileSync("docs/methods.zh-Hans.md", methodsPage("zhHans"));
for (const [file, language] of [
  ["README.md", "en"],
  ["README.zh-Hans.md", "zhHans"],
] as const) {
  const table = `<!-- rules -->\n${familyTable(language)}<!-- /rules -->`;
  const text = readFileSync(file, "utf8");
  writeFileSync(
    file,
    text.replace(/<!-- rules -->[\s\S]*<!-- \/rules -->/, () => table),
  );
}

type Language = "en" | "zhHans";

/** The whole reference in one language: a table of all rules, then each with its reason, cure and examples. */
function reference(language: Language): string {
  const head =
    language === "zhHans"
      ? '# 规则\n\n本页由规则文件生成，请勿直接修改。例中箭头（←）所指的行即被查出之处；不可见的字符写作编码，如 ⟨0001⟩；`# 1001 × "…"` 表示其后的内容重复若干次；各例均由测试运行。\n\n| 规则 | 级别 | 查出什么 |\n|---|---|---|'
      : '# Rules\n\nGenerated from the rule files; do not edit. An arrow (←) stands at the line where a rule finds something; signs that do not show stand by their numbers, as ⟨0001⟩; `# 1001 × "…"` is a text that follows so many times; a test runs every example.\n\n| rule | severity | what it finds |\n|---|---|---|';
  const rows = allCodes.map(
    ({ code, severity, text }) =>
      `| [${code}](#${code.replace("/", "")}) | ${severityWords[severity][language]} | ${text[language].title} |`,
  );
  const entries = allCodes.map((definition) => entry(definition, language));
  return `${[head, ...rows].join("\n")}\n\n${entries.join("\n\n")}\n`;
}

function entry({ code, severity, text }: (typeof allCodes)[number], language: Language): string {
  const chinese = language === "zhHans";
  const words = text[language];
  const parts = [
    `## ${code}`,
    `**${words.title}** · ${severityWords[severity][language]}`,
    words.why,
    chinese ? `处理：${words.fix}` : `What to do: ${words.fix}`,
  ];
  const own = examples[code];
  const { found = null, passed = null } = (chinese ? own?.zhHans : null) ?? own ?? {};
  if (found !== null) parts.push(chinese ? "会被查出：" : "Found:", fenced(found));
  if (passed !== null) parts.push(chinese ? "不会被查出：" : "Not found:", fenced(passed));
  return parts.join("\n\n");
}

function fenced(example: string): string {
  return `\`\`\`yaml\n${example}\n\`\`\``;
}
