/** The text of `check` for people: findings by file, a table of indicators, one summary line. */
import type { Compilation } from "../compile.ts";
import { grouped, plural } from "../diagnostics/counts.ts";
import type { Diagnostic, Localized, Severity } from "../diagnostics/diagnostic.ts";
import { noSections, type SectionOf } from "../diagnostics/section-of.ts";
import { statuses } from "../indicators/results.ts";
import { severityWords, statusWords } from "../language/words.ts";
import { isoDay } from "../plan/days.ts";
import { printableLine } from "../text/printable.ts";
import { positionAt } from "../text/source.ts";
import { cutTo, wrapTo } from "../text/width.ts";
import {
  type CheckOutput,
  countSeverities,
  type OutputOptions,
  type RunHead,
  type RunTotals,
} from "./check-run.ts";
import { layOut, type SeverityLayout } from "./finding-layout.ts";
import { briefText, type FindingPrint, findingText } from "./finding-text.ts";
import { smartLines } from "./smart-lines.ts";
import { statusTable } from "./status-table.ts";

/** Text output. */
export function textOutput(options: OutputOptions): CheckOutput {
  let shown = 0;
  let hidden = 0;
  let shownAsOf: string | null = null;
  const findingsText = (
    findings: readonly Diagnostic[],
    plan: string | null,
    sectionOf: SectionOf,
  ): string => {
    const wanted = options.quiet ? findings.filter(({ severity }) => severity === "error") : findings;
    const most = options.maxFindings === null ? null : options.maxFindings - shown;
    const layout = layOut(wanted, most);
    shown += layout.shown;
    hidden += layout.hidden;
    return layout.parts.map((part) => partText(part, plan, { ...options, sectionOf })).join("");
  };
  return {
    head: (head: RunHead) => {
      shownAsOf = head.asOf === null ? null : isoDay(head.asOf);
      return findingsText(head.findings, null, noSections);
    },
    plan: (compilation) => {
      const body = findingsText(
        compilation.together(compilation.findings),
        compilation.file.name,
        compilation.sectionOf,
      );
      const table = options.quiet ? "" : tableText(compilation, options);
      if (body === "" && table === "") return [];
      return [`${planHeading(compilation, options)}\n\n${body}${table}`];
    },
    before: () => "",
    end: (totals) => summaryText(totals, hidden, shownAsOf, options),
  };
}

/** The findings of one severity: in full, then a line each, then a line for many. */
function partText(
  { blocks, brief, listed }: SeverityLayout,
  plan: string | null,
  print: FindingPrint,
): string {
  const full = blocks.map((block) => `${findingText(block, print)}\n`);
  const lines = brief.map((finding) => `${briefText(finding, plan, print)}\n`);
  const many = listed.map((findings) => furtherInfos(findings, plan, print));
  return [...full, ...lines, lines.length === 0 ? "" : "\n", ...many].join("");
}

/** One line for the infos of one rule in one file that are not shown in full. */
function furtherInfos(
  findings: readonly Diagnostic[],
  plan: string | null,
  { speaker, paint, columns }: FindingPrint,
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
      en: `${grouped(findings.length)} more, at ${places.length === 1 ? "line" : "lines"} ${places.map(([line, count]) => (count === 1 ? line : `${line} (${count})`)).join(", ")}${file === null ? "" : ` of ${file}`}`,
      zhHans: `另有 ${findings.length} 处，见${file === null ? "" : `“${file}”`}第 ${places.map(([line, count]) => (count === 1 ? line : `${line}（${count} 处）`)).join("、")} 行`,
    },
    file === null ? [] : [file],
  );
  const head = `${paint.cyan(speaker.say(severityWords.info))} ${paint.dim(first.code)}${speaker.chinese ? "：" : ": "}`;
  return `${head}${cutTo(words, Math.max(40, columns * 2))}\n\n`;
}

/** A line as it is, or wrapped where it is read on a terminal. */
function withinColumns(line: string, { tableColumns }: OutputOptions): readonly string[] {
  return tableColumns === null ? [line] : wrapTo(line, Math.max(40, tableColumns));
}

/** How often each line occurs, in order of first occurrence. */
function countsOf(lines: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** File and title of a plan; under them how much was found, so that the gravest is not missed below. */
function planHeading({ file, plan, findings }: Compilation, { paint, speaker }: OutputOptions): string {
  const name = paint.bold(printableLine(file.name));
  const title = plan?.title?.value;
  const words = title === undefined ? "" : printableLine(title);
  const heading = words === "" ? name : speaker.chinese ? `${name}  《${words}》` : `${name}  ${words}`;
  return findings.length === 0
    ? heading
    : `${heading}\n${speaker.say(countWords(countSeverities(findings)))}`;
}

function countWords({ error, warning, info }: Readonly<Record<Severity, number>>): Localized {
  return {
    en: `${plural(error, "error")}, ${plural(warning, "warning")}, ${grouped(info)} info`,
    zhHans: `错误 ${error} 个、警告 ${warning} 个、提示 ${info} 个`,
  };
}

function tableText(compilation: Compilation, options: OutputOptions): string {
  const { plan, results, records } = compilation;
  if (plan === null || results === null || results.rows.length === 0) return "";
  const notice = records?.demo === true ? withinColumns(options.speaker.say(demoNotice), options) : [];
  const demo = notice.map((line) => `${line}\n`).join("");
  return `${statusTable(results, plan, options)}${smartLines(compilation, plan, options)}${demo}\n`;
}

/** Told wherever figures made from marked data are shown. */
export const demoNotice: Localized = {
  en: "Made-up data: the observations of this plan are marked as a demonstration.",
  zhHans: "演示数据：本方案的实际值均为虚构，仅供演示。",
};

/** The last line: what was checked, found and suppressed. A clean run says so. */
function summaryText(totals: RunTotals, hidden: number, asOf: string | null, options: OutputOptions): string {
  const { speaker, paint } = options;
  const { error, warning } = totals.findings;
  const counts = countWords(totals.findings);
  const counted = statuses.flatMap((status) => {
    // Reference series are told as not judged, and are no indicators of which the status could not be had.
    const count = (totals.statuses[status] ?? 0) - (status === "not-computable" ? totals.skipped : 0);
    return count <= 0 ? [] : [{ status, count }];
  });
  const more = hidden === 0 ? "" : `${speaker.say(hiddenText(hidden))}\n`;
  const english = [
    `${plural(totals.plans, "plan")} in ${plural(totals.files, "file")}${asOf === null ? "" : `, as of ${asOf}`}`,
    ...(totals.unchanged === undefined ? [] : [`${totals.unchanged} unchanged, not checked`]),
    `${plural(totals.rules, "rule")}`,
    `${plural(totals.checked, "indicator")} checked, ${totals.skipped} not judged`,
    `${counts.en}${totals.suppressed === 0 ? "" : `, ${totals.suppressed} suppressed`}${totals.known === undefined ? "" : `, ${totals.known} known in the baseline`}`,
    ...(counted.length === 0
      ? []
      : [counted.map((c) => `${c.count} ${statusWords[c.status].en}`).join(", ")]),
  ].join(" · ");
  const chinese = [
    `${totals.files} 个文件、${totals.plans} 个方案${asOf === null ? "" : `，截至 ${asOf}`}`,
    ...(totals.unchanged === undefined ? [] : [`另有 ${totals.unchanged} 个方案无变动，未检查`]),
    `规则 ${totals.rules} 条`,
    `指标 ${totals.checked} 项（另有 ${totals.skipped} 项不评定）`,
    `${counts.zhHans}${totals.suppressed === 0 ? "" : `，已忽略 ${totals.suppressed} 个`}${totals.known === undefined ? "" : `，已知问题 ${totals.known} 个`}`,
    ...(counted.length === 0
      ? []
      : [counted.map((c) => `${statusWords[c.status].zhHans} ${c.count} 项`).join("、")]),
  ].join(" · ");
  const line = speaker.say({ en: english, zhHans: chinese });
  const colour = error > 0 ? paint.red : warning > 0 ? paint.yellow : paint.green;
  return `${more}${withinColumns(line, options).map(colour).join("\n")}\n`;
}

function hiddenText(hidden: number): Localized {
  return {
    en: `${plural(hidden, "more finding")} not shown (--max-findings)`,
    zhHans: `另有 ${hidden} 个问题项未显示（--max-findings）`,
  };
}
