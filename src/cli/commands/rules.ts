/** `plan rules`: every kind of finding, by family. */
import { allCodes } from "../../codes.ts";
import type { CodeDefinition } from "../../diagnostics/diagnostic.ts";
import { severityWords } from "../../language/words.ts";
import { displayWidth, padTo } from "../../text/width.ts";
import type { Call } from "../args.ts";
import { EXIT_CLEAN, EXIT_COULD_NOT_RUN } from "../exit-code.ts";
import type { CommandContext } from "../run.ts";

/** Runs `plan rules [family]`. */
export async function runRules(call: Call, { host, speaker }: CommandContext): Promise<number> {
  const family = call.paths[0];
  const chosen =
    family === undefined ? allCodes : allCodes.filter((code) => code.code.startsWith(`${family}/`));
  if (chosen.length === 0) {
    host.err.write(
      `${speaker.say({ en: `there is no family of rules ${family}`, zhHans: `没有名为“${family}”的规则类别` })}\n`,
    );
    return EXIT_COULD_NOT_RUN;
  }
  const rows = chosen.map((code) => ({
    rule: code.code,
    severity: code.severity,
    title: speaker.say({ en: code.text.en.title, zhHans: code.text.zhHans.title }),
    why: speaker.say({ en: code.text.en.why, zhHans: code.text.zhHans.why }),
    fix: speaker.say({ en: code.text.en.fix, zhHans: code.text.zhHans.fix }),
  }));
  if (call.options.format === "json") host.out.write(`${JSON.stringify(rows, null, 2)}\n`);
  else if (call.options.format === "markdown")
    host.out.write(markdownTable(chosen, speaker.chinese ? "zhHans" : "en"));
  else {
    const width = Math.max(...rows.map((row) => displayWidth(row.rule)));
    const words = rows.map((row) => speaker.say(severityWords[row.severity]));
    const wordWidth = Math.max(...words.map(displayWidth));
    const lines = rows.map(
      (row, i) => `${padTo(row.rule, width)}  ${padTo(words[i] ?? "", wordWidth)}  ${row.title}\n`,
    );
    host.out.write(lines.join(""));
  }
  return EXIT_CLEAN;
}

/** The rule table as Markdown; also generated into `docs/`. */
export function markdownTable(codes: readonly CodeDefinition[], language: "en" | "zhHans"): string {
  const head =
    language === "en" ? "| rule | severity | finds | what to do |" : "| 规则 | 级别 | 查什么 | 如何处理 |";
  const rows = codes.map((code) => {
    const { title, fix } = code.text[language];
    return `| \`${code.code}\` | ${severityWords[code.severity][language]} | ${cell(title)} | ${cell(fix)} |`;
  });
  return `${head}\n|---|---|---|---|\n${rows.join("\n")}\n`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
