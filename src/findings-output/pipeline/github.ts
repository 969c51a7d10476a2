/**
 * Workflow commands of GitHub Actions. GitHub shows ten annotations of each level for a step: the gravest get them, all
 * others stand in the log as plain lines, and a closing notice says how many they are.
 */
import { grouped, plural } from "../../diagnostics/counts.ts";
import type { Severity } from "../../diagnostics/diagnostic.ts";
import { severityWords } from "../../language/words.ts";
import { printableLine } from "../../text/printable.ts";
import { workbookOf } from "../../text/sheet-cell.ts";
import type { RangeJson } from "../json-shape.ts";
import type { ToldFinding } from "../told-plan.ts";
import { gravestFirst, type PipelineHead, type PipelineOutput, placeText } from "./pipeline-output.ts";

/** Annotations of one level that GitHub shows for a step. */
const mostShown = 10;

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** Makes the output for GitHub Actions. */
export function githubOutput(head: PipelineHead): PipelineOutput {
  const told: ToldFinding[] = [...head.faults, ...head.notices];
  return {
    add: ({ file, findings }) => {
      for (const finding of findings) {
        if (finding.accepted === null) told.push({ ...finding, file: finding.file ?? file });
      }
    },
    end: (totals) => {
      const { shown, others } = shareOut(gravestFirst(told));
      const lines = [
        ...shown.map((finding) => annotation(finding, head)),
        ...others.map((finding) => plainLine(finding, head)),
        ...(others.length === 0 ? [] : [closing(others, head)]),
        summary(totals.plans, told, head),
      ];
      return `${lines.join("\n")}\n`;
    },
  };
}

interface Shares {
  readonly shown: readonly ToldFinding[];
  readonly others: readonly ToldFinding[];
}

/** Ten of each level are shown; one notice fewer where the closing one is needed. */
function shareOut(findings: readonly ToldFinding[]): Shares {
  const share = (mostNotices: number): Shares => {
    const counts = { error: 0, warning: 0, info: 0 };
    const most = { error: mostShown, warning: mostShown, info: mostNotices };
    const isShown = ({ severity }: ToldFinding): boolean => ++counts[severity] <= most[severity];
    const shown: ToldFinding[] = [];
    const others: ToldFinding[] = [];
    for (const finding of findings) (isShown(finding) ? shown : others).push(finding);
    return { shown, others };
  };
  const all = share(mostShown);
  return all.others.length === 0 ? all : share(mostShown - 1);
}

/** `::error file=…,line=…,title=…::message` */
function annotation(finding: ToldFinding, { places, speaker }: PipelineHead): string {
  const { rule, severity, message, help, file, range, suggestion } = finding;
  const workbook = file === null ? null : workbookOf(file);
  // A workbook has no lines that GitHub could show: the place stands in the text.
  const place =
    file === null
      ? []
      : workbook === null
        ? [["file", places.fromRoot(file)], ...rangeOf(range)]
        : [["file", places.fromRoot(workbook)]];
  const said =
    workbook === null ? message : `${placeText(finding, places)}${speaker.chinese ? "：" : ": "}${message}`;
  const properties = [...place, ["title", rule]].map(([key, value]) => `${key}=${property(value ?? "")}`);
  const meant = speaker.say({ en: "did you mean", zhHans: "是否为" });
  const colon = speaker.chinese ? "：" : ": ";
  const words = [said, ...(suggestion === null ? [] : [`${meant}${colon}${suggestion}`]), help];
  return `::${commands[severity]} ${properties.join(",")}::${words.map(data).join("%0A")}`;
}

/** Columns only within one line: GitHub refuses them otherwise. Its last column belongs to the place. */
function rangeOf(range: RangeJson | null): readonly (readonly string[])[] {
  if (range === null) return [];
  const { start, end } = range;
  const lines = [
    ["line", String(start.line)],
    ["endLine", String(end.line)],
  ];
  if (start.line !== end.line) return lines;
  const last = Math.max(start.column, end.column - 1);
  return [...lines, ["col", String(start.column)], ["endColumn", String(last)]];
}

/** A line of the log that is no command: those begin with `::` or hold `##[`. */
function plainLine(finding: ToldFinding, { places, speaker }: PipelineHead): string {
  const { severity, rule, message } = finding;
  const words = `${speaker.say(severityWords[severity])} ${rule} ${placeText(finding, places)} ${message}`;
  return withoutCommands(printableLine(words));
}

function closing(others: readonly ToldFinding[], { speaker }: PipelineHead): string {
  const counts = countsOf(others);
  const words = speaker.say({
    en: `${plural(others.length, "more finding")} only in the log (${plural(counts.error, "error")}, ${plural(counts.warning, "warning")}, ${grouped(counts.info)} info): GitHub shows ${mostShown} of each level for a step`,
    zhHans: `另有 ${others.length} 个问题项仅列于日志（错误 ${counts.error} 个、警告 ${counts.warning} 个、提示 ${counts.info} 个）：GitHub 每个步骤每一级别只显示 ${mostShown} 条`,
  });
  return `::notice title=planwright::${data(words)}`;
}

function summary(plans: number, told: readonly ToldFinding[], { speaker }: PipelineHead): string {
  const { error, warning, info } = countsOf(told);
  return speaker.say({
    en: `planwright: ${plural(plans, "plan")}, ${plural(error, "error")}, ${plural(warning, "warning")}, ${grouped(info)} info`,
    zhHans: `planwright：方案 ${plans} 个，错误 ${error} 个、警告 ${warning} 个、提示 ${info} 个`,
  });
}

function countsOf(findings: readonly ToldFinding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

function withoutCommands(line: string): string {
  return line.replaceAll("##[", "## [");
}

/** Text behind `::`, in one line. */
function data(text: string): string {
  return withoutCommands(printableLine(text)).replaceAll("%", "%25");
}

/** A value before `::`. */
function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
