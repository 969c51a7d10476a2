/** The text of `check` for people: findings with code frames by file, a table of indicators, one summary line. */
import type { Compilation } from "../compile.ts";
import type { Diagnostic, Localized, RelatedPlace, Severity } from "../diagnostics/diagnostic.ts";
import { statuses } from "../indicators/results.ts";
import { keptTexts, quotedTexts, type Speaker } from "../language/speaker.ts";
import { severityWords, statusWords } from "../language/words.ts";
import { isoDay } from "../plan/days.ts";
import { codeFrame } from "../text/frame.ts";
import { printableLine } from "../text/printable.ts";
import { citePlace, positionAt } from "../text/source.ts";
import { cutTo } from "../text/width.ts";
import type { CheckOutput, OutputOptions, RunHead, RunTotals } from "./check-run.ts";
import { statusTable } from "./status-table.ts";

/** Columns of source shown in a frame when the width is unknown. */
const gutterMargin = 8;

/** Infos of one rule shown in full per plan; the rest are listed by line, so that they do not bury what matters. */
const infosInFull = 2;

/** Text output. */
export function textOutput(options: OutputOptions): CheckOutput {
  let shown = 0;
  let hidden = 0;
  let shownAsOf: string | null = null;
  const printFindings = (findings: readonly Diagnostic[], plan: string | null): string => {
    let text = "";
    const infos = new Map<string, Diagnostic[]>();
    for (const finding of findings) {
      if (options.quiet && finding.severity !== "error") continue;
      if (finding.severity === "info") {
        const key = `${finding.code} ${finding.span?.file.name ?? ""}`;
        const same = infos.get(key) ?? [];
        infos.set(key, same);
        same.push(finding);
        if (same.length > infosInFull) continue;
      }
      if (options.maxFindings !== null && shown >= options.maxFindings) {
        hidden++;
        continue;
      }
      shown++;
      text += `${findingText(finding, options)}\n`;
    }
    const further = [...infos.values()].map((same) => furtherInfos(same.slice(infosInFull), plan, options));
    return text + further.join("");
  };
  return {
    head: (head: RunHead) => {
      shownAsOf = head.asOf === null ? null : isoDay(head.asOf);
      return printFindings(head.findings, null);
    },
    plan: (compilation) => {
      const body = printFindings(compilation.findings, compilation.file.name);
      const table = options.quiet ? "" : tableText(compilation, options);
      if (body === "" && table === "") return [];
      return [`${planHeading(compilation, options)}\n\n${body}${table}`];
    },
    before: () => "",
    end: (totals) => summaryText(totals, hidden, shownAsOf, options),
  };
}

/** One line for the infos of one rule in one file that are not shown in full. */
function furtherInfos(
  findings: readonly Diagnostic[],
  plan: string | null,
  { speaker, paint, columns }: OutputOptions,
): string {
  const [first] = findings;
  if (first === undefined) return "";
  const lines = findings.flatMap(({ span }) =>
    span === null ? [] : [positionAt(span.file, span.start).line],
  );
  const places = [...countsOf(lines)];
  const name = first.span?.file.name ?? plan;
  const file = name === plan || name === null ? null : printableLine(name);
  const words = speaker.say(
    {
      en: `${findings.length} more, at ${plural(places.length, "line")} ${places.map(([line, count]) => (count === 1 ? line : `${line} (${count})`)).join(", ")}${file === null ? "" : ` of ${file}`}`,
      zhHans: `另有 ${findings.length} 处，见${file === null ? "" : `“${file}”`}第 ${places.map(([line, count]) => (count === 1 ? line : `${line}（${count} 处）`)).join("、")} 行`,
    },
    file === null ? [] : [file],
  );
  const head = `${paint.cyan(speaker.say(severityWords.info))} ${paint.dim(first.code)}${speaker.chinese ? "：" : ": "}`;
  return `${head}${cutTo(words, Math.max(40, columns * 2))}\n\n`;
}

/** How often each line occurs, in order of first occurrence. */
function countsOf(lines: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

function planHeading({ file, plan }: Compilation, { paint, speaker }: OutputOptions): string {
  const name = paint.bold(printableLine(file.name));
  const title = plan?.title?.value;
  if (title === undefined) return name;
  return speaker.chinese ? `${name}  《${printableLine(title)}》` : `${name}  ${printableLine(title)}`;
}

/** One finding: head line, frame, related places, help. */
export function findingText(finding: Diagnostic, { speaker, paint, columns }: OutputOptions): string {
  const { code, severity, span, message, related, suggestion, help } = finding;
  const colour = severityColour(severity, paint);
  const say = (text: Localized): string => speaker.say(text);
  const separator = speaker.chinese ? "：" : ": ";
  const words = printableLine(speaker.say(message, keptTexts(finding)));
  const lines = [`${colour(say(severityWords[severity]))} ${paint.dim(code)}${separator}${words}`];
  if (span !== null) {
    const { line, column } = positionAt(span.file, span.start);
    const frame = codeFrame(span, Math.max(40, columns - gutterMargin));
    const gutter = " ".repeat(String(frame.line).length);
    lines.push(`${gutter} ${paint.cyan("→")} ${printableLine(span.file.name)}:${line}:${column}`);
    // An empty file, or one that is no text, has no line to show.
    if (span.file.text !== "") {
      lines.push(`${paint.cyan(`${frame.line} |`)} ${frame.source}`);
      lines.push(`${paint.cyan(`${gutter} |`)} ${colour(frame.carets)}`);
    }
  }
  lines.push(...placeLines(related, speaker));
  if (suggestion !== null) lines.push(`  ${say(tryWord)}${separator}${printableLine(suggestion)}`);
  lines.push(`  ${say(helpWord)}${separator}${say(help)}`);
  return `${lines.join("\n")}\n`;
}

/** Places of one note beyond this number stand in one line. */
const mostPlaces = 4;

function placeLines(related: readonly RelatedPlace[], speaker: Speaker): readonly string[] {
  const lines: string[] = [];
  const byNote = new Map<string, RelatedPlace[]>();
  for (const place of related) {
    const alike = byNote.get(place.note.en) ?? [];
    byNote.set(place.note.en, alike);
    alike.push(place);
    if (alike.length > mostPlaces) continue;
    const at = printableLine(citePlace(place.span));
    const cited = speaker.chinese ? `（${at}）` : ` (${at})`;
    lines.push(`${placeHead(place, speaker)}${cited}`);
  }
  for (const alike of byNote.values()) {
    const [first, ...others] = alike.slice(mostPlaces);
    if (first === undefined) continue;
    const at = [first, ...others].map(({ span }) => positionAt(span.file, span.start).line);
    const more = speaker.say({
      en: `, ${at.length} more, at ${plural(at.length, "line")} ${at.join(", ")}`,
      zhHans: `，另有 ${at.length} 处，见第 ${at.join("、")} 行`,
    });
    lines.push(`${placeHead(first, speaker)}${more}`);
  }
  return lines;
}

function placeHead({ note }: RelatedPlace, speaker: Speaker): string {
  return `  ${speaker.say(noteWord)}${speaker.chinese ? "：" : ": "}${printableLine(speaker.say(note, quotedTexts(note.zhHans)))}`;
}

const noteWord: Localized = { en: "note", zhHans: "参见" };
const tryWord: Localized = { en: "did you mean", zhHans: "是否为" };
const helpWord: Localized = { en: "help", zhHans: "处理" };

function severityColour(severity: Severity, paint: OutputOptions["paint"]): (text: string) => string {
  return severity === "error" ? paint.red : severity === "warning" ? paint.yellow : paint.cyan;
}

function tableText(compilation: Compilation, options: OutputOptions): string {
  const { plan, results, records } = compilation;
  if (plan === null || results === null || results.rows.length === 0) return "";
  const demo = records?.demo === true ? `${options.speaker.say(demoNotice)}\n` : "";
  return `${statusTable(results, plan, options)}${demo}\n`;
}

/** Told wherever figures made from marked data are shown. */
export const demoNotice: Localized = {
  en: "Made-up data: the observations of this plan are marked as a demonstration.",
  zhHans: "演示数据：本方案的实际值均为虚构，仅供演示。",
};

/** The last line: what was checked, found and suppressed. A clean run says so. */
function summaryText(
  totals: RunTotals,
  hidden: number,
  asOf: string | null,
  { speaker, paint }: OutputOptions,
): string {
  const { error, warning, info } = totals.findings;
  const counted = statuses.flatMap((status) => {
    // Reference series are told as not judged, and are no indicators of which the status could not be had.
    const count = (totals.statuses[status] ?? 0) - (status === "not-computable" ? totals.skipped : 0);
    return count <= 0 ? [] : [{ status, count }];
  });
  const more = hidden === 0 ? "" : `${speaker.say(hiddenText(hidden))}\n`;
  const english = [
    `${totals.plans} ${plural(totals.plans, "plan")} in ${totals.files} ${plural(totals.files, "file")}${asOf === null ? "" : `, as of ${asOf}`}`,
    `${totals.rules} ${plural(totals.rules, "rule")}`,
    `${totals.checked} ${plural(totals.checked, "indicator")} checked, ${totals.skipped} not judged`,
    `${error} ${plural(error, "error")}, ${warning} ${plural(warning, "warning")}, ${info} info${totals.suppressed === 0 ? "" : `, ${totals.suppressed} suppressed`}`,
    ...(counted.length === 0
      ? []
      : [counted.map((c) => `${c.count} ${statusWords[c.status].en}`).join(", ")]),
  ].join(" · ");
  const chinese = [
    `${totals.files} 个文件、${totals.plans} 个方案${asOf === null ? "" : `，截至 ${asOf}`}`,
    `规则 ${totals.rules} 条`,
    `指标 ${totals.checked} 项（另有 ${totals.skipped} 项不评定）`,
    `错误 ${error} 个、警告 ${warning} 个、提示 ${info} 个${totals.suppressed === 0 ? "" : `，已忽略 ${totals.suppressed} 个`}`,
    ...(counted.length === 0
      ? []
      : [counted.map((c) => `${statusWords[c.status].zhHans} ${c.count} 项`).join("、")]),
  ].join(" · ");
  const line = speaker.say({ en: english, zhHans: chinese });
  return `${more}${error > 0 ? paint.red(line) : warning > 0 ? paint.yellow(line) : paint.green(line)}\n`;
}

function hiddenText(hidden: number): Localized {
  return {
    en: `${hidden} more ${plural(hidden, "finding")} not shown (--max-findings)`,
    zhHans: `另有 ${hidden} 个问题项未显示（--max-findings）`,
  };
}

function plural(count: number, word: string): string {
  return count === 1 ? word : `${word}s`;
}
