/** `plan rules`: every kind of finding, by family. */
import { allCodes } from "../../codes.ts";
import type { CodeDefinition, Diagnostic } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import { severityWords } from "../../language/words.ts";
import { displayWidth, padTo } from "../../text/width.ts";
import type { Call } from "../args.ts";
import { EXIT_CLEAN } from "../exit-code.ts";
import type { CommandContext } from "../run.ts";
import { typed, usageFinding } from "../usage.ts";
import { refuse } from "./output.ts";

/** Runs `plan rules [family]`. */
export async function runRules(call: Call, context: CommandContext): Promise<number> {
  const { host, speaker } = context;
  const family = call.paths[0];
  const chosen = family === undefined ? allCodes : allCodes.filter((code) => familyOf(code) === family);
  if (family !== undefined && chosen.length === 0) {
    return refuse(context, call.options, unknownFamily(family));
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
    host.out.write(speaker.say({ en: markdownTable(chosen, "en"), zhHans: markdownTable(chosen, "zhHans") }));
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

/** The part of a rule's name before the slash. */
function familyOf({ code }: CodeDefinition): string {
  return code.slice(0, code.indexOf("/"));
}

function unknownFamily(family: string): Diagnostic {
  const families = [...new Set(allCodes.map(familyOf))];
  return usageFinding({
    en: `there is no family of rules ${typed(family)}; there are ${families.join(", ")}`,
    zhHans: `没有名为“${family}”的规则类别，可用：${families.join("、")}`,
    given: family,
    suggestion: nearest(family, families),
  });
}

/** The rule table as Markdown. */
function markdownTable(codes: readonly CodeDefinition[], language: "en" | "zhHans"): string {
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
