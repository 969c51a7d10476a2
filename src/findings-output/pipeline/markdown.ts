/** Markdown for the comment of a pull request: a table of plans, the gravest findings, the others folded; never longer than a comment may be. */
import { grouped, plural } from "../../diagnostics/counts.ts";
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { Speaker } from "../../language/speaker.ts";
import { severityWords, statusMarks, statusWords } from "../../language/words.ts";
import { printableLine } from "../../text/printable.ts";
import { workbookOf } from "../../text/sheet-cell.ts";
import type { RunTotals } from "../check-run.ts";
import type { ToldFinding, ToldPlan } from "../told-plan.ts";
import { gravestFirst, type PipelineHead, type PipelineOutput, placeText } from "./pipeline-output.ts";

/** GitHub refuses a comment of more characters (65,536); what is said at the end needs some of them. */
const longest = 65_000;

/** Findings that stand open; the others are folded. */
const mostOpen = 10;

/** Rows of the table of plans. */
const mostPlans = 100;

/** Longest text of a plan in one line. */
const longestText = 600;

/** Makes Markdown output. */
export function markdownOutput(head: PipelineHead): PipelineOutput {
  const plans: ToldPlan[] = [];
  return {
    add: (plan) => plans.push(plan),
    end: (totals) => comment(plans, totals, head),
  };
}

function comment(plans: readonly ToldPlan[], totals: RunTotals, head: PipelineHead): string {
  const { speaker } = head;
  const told = gravestFirst([
    ...head.faults,
    ...plans.flatMap(({ file, findings }) =>
      findings.flatMap((one) => (one.accepted === null ? [{ ...one, file: one.file ?? file }] : [])),
    ),
    ...head.notices,
  ]);
  const opening = `${heading(totals, speaker)}\n\n${checked(totals, head)}\n\n${planTable(plans, speaker)}`;
  const items = told.map((finding) => `${item(finding, head)}\n`);
  const kept = fitting(items, longest - opening.length);
  const open = kept.slice(0, mostOpen).join("");
  const folded = kept.slice(mostOpen).join("");
  const left = items.length - kept.length;
  return [
    opening,
    open,
    folded === "" ? "" : `${foldedHead(kept.length - mostOpen, speaker)}${folded}\n</details>\n`,
    left === 0 ? "" : `\n${speaker.say(leftWords(left))}\n`,
  ].join("");
}

/** The first lines that have room together. */
function fitting(lines: readonly string[], room: number): readonly string[] {
  let length = 0;
  const tooMuch = lines.findIndex((line) => {
    length += line.length;
    return length > room;
  });
  return tooMuch < 0 ? lines : lines.slice(0, tooMuch);
}

function heading({ findings }: RunTotals, speaker: Speaker): string {
  const { error, warning, info } = findings;
  const total = error + warning + info;
  return speaker.say(
    total === 0
      ? { en: "## planwright: nothing found", zhHans: "## planwright：未发现问题" }
      : {
          en: `## planwright: ${plural(error, "error")}, ${plural(warning, "warning")}, ${grouped(info)} info`,
          zhHans: `## planwright：错误 ${error} 个、警告 ${warning} 个、提示 ${info} 个`,
        },
  );
}

function checked(totals: RunTotals, { asOf, speaker }: PipelineHead): string {
  const { plans, files, rules, suppressed, known, unchanged } = totals;
  const english = [
    `${plural(plans, "plan")} in ${plural(files, "file")}${asOf === null ? "" : ` as of ${asOf}`}`,
    plural(rules, "rule"),
    ...(suppressed === 0 ? [] : [`${suppressed} suppressed`]),
    ...(known === undefined ? [] : [`${known} known in the baseline`]),
    ...(unchanged === undefined ? [] : [`${plural(unchanged, "plan")} unchanged, not checked`]),
  ];
  const chinese = [
    `${files} 个文件、${plans} 个方案${asOf === null ? "" : `，截至 ${asOf}`}`,
    `规则 ${rules} 条`,
    ...(suppressed === 0 ? [] : [`已忽略 ${suppressed} 个`]),
    ...(known === undefined ? [] : [`已知问题 ${known} 个`]),
    ...(unchanged === undefined ? [] : [`${unchanged} 个方案无变动，未检查`]),
  ];
  return speaker.say({ en: english.join(" · "), zhHans: chinese.join(" · ") });
}

function planTable(plans: readonly ToldPlan[], speaker: Speaker): string {
  if (plans.length === 0) return "";
  const worst = [...plans].sort((a, b) => weight(b) - weight(a));
  const rows = worst.slice(0, mostPlans).map(({ file, title, counts, status }) => {
    const name = title === null ? code(file) : `${plain(title)}<br>${code(file)}`;
    const state = status === null ? "–" : `${statusMarks[status]} ${speaker.say(statusWords[status])}`;
    return `| ${name} | ${counts.error} | ${counts.warning} | ${counts.info} | ${plain(state)} |\n`;
  });
  const head = speaker.say({
    en: "| plan | errors | warnings | info | status |",
    zhHans: "| 方案 | 错误 | 警告 | 提示 | 状态 |",
  });
  // The findings need room, too.
  const kept = fitting(rows, longest / 3);
  const more = plans.length - kept.length;
  const words = { en: `and ${plural(more, "more plan")}`, zhHans: `另有 ${more} 个方案` };
  const table = `${head}\n|---|--:|--:|--:|---|\n${kept.join("")}\n`;
  return more === 0 ? table : `${table}${speaker.say(words)}\n\n`;
}

function weight({ counts }: ToldPlan): number {
  return counts.error * 1e12 + counts.warning * 1e6 + counts.info;
}

/** One finding: severity, place, message, rule; below it what to do, which are words of our own. */
function item(finding: ToldFinding, { places, speaker }: PipelineHead): string {
  const { severity, rule, message, help, file, suggestion } = finding;
  const where = placeText(finding, places);
  const workbook = file === null ? null : workbookOf(file);
  const address = file === null ? null : places.link(workbook ?? file, lineOf(finding));
  const place = where === "" ? "" : address === null ? ` ${code(where)}` : ` [${code(where)}](<${address}>)`;
  const colon = speaker.chinese ? "：" : ": ";
  const meant = speaker.say({ en: "did you mean", zhHans: "是否为" });
  const words =
    suggestion === null ? "" : `${speaker.chinese ? "；" : "; "}${meant}${colon}${code(suggestion)}`;
  return `- **${speaker.say(severityWords[severity])}**${place} ${plain(message)}${words} \`${rule}\`<br>${help}`;
}

/** A forge shows no lines of a workbook. */
function lineOf({ file, range }: ToldFinding): number | null {
  return file === null || workbookOf(file) !== null ? null : (range?.start.line ?? null);
}

function foldedHead(count: number, speaker: Speaker): string {
  const words: Localized = { en: `${plural(count, "more finding")}`, zhHans: `其余 ${count} 个问题项` };
  return `\n<details><summary>${speaker.say(words)}</summary>\n\n`;
}

function leftWords(left: number): Localized {
  return {
    en: `${plural(left, "finding")} left out: a comment cannot hold more. The log of the run has them all.`,
    zhHans: `评论长度有限，另有 ${left} 个问题项未列出，完整结果见运行日志。`,
  };
}

function cut(text: string): string {
  const line = printableLine(text.slice(0, 4 * longestText));
  if (line.length <= longestText) return line;
  return `${line.slice(0, longestText).replace(/[\ud800-\udbff]$/, "")}…`;
}

/**
 * What means something in Markdown, in HTML, or to a forge: `@name`, `#12`, `GH-12`, addresses and `:names:` would call
 * people, name issues, and make links and pictures of what a plan says.
 */
const signs = /[&<>]|[\\`*_{}[\]|~$]|@|#(?=\w)|\bGH-(?=\d)|\bwww(?=\.)|:(?=\/\/)|:(?=[a-z+-][\w+-]*:)/gi;
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escapable = /[\\`*_{}[\]|~$]/;

/** A text that Markdown shows as it stands; a space of no width stands behind what a forge would take up. */
function plain(text: string): string {
  return withSigns(text, (sign) => `\\${sign}`);
}

/** A text as code. Entities in place of backslashes, which code shows. */
function code(text: string): string {
  return `<code>${withSigns(text, (sign) => `&#${sign.charCodeAt(0)};`)}</code>`;
}

function withSigns(text: string, escaped: (sign: string) => string): string {
  return cut(text).replace(signs, (sign) => {
    const entity = entities[sign];
    if (entity !== undefined) return entity;
    return escapable.test(sign) ? escaped(sign) : `${sign}&#8203;`;
  });
}
