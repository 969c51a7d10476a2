/** The first paragraph of the report, in words, and the counts that it names. */
import type { Localized, Severity } from "../../diagnostics/diagnostic.ts";
import type { IndicatorRow } from "../../indicators/results.ts";
import { statusWords } from "../../language/words.ts";
import { printDay } from "../dates.ts";
import { urgentRows } from "./attention.ts";
import { statusMark, type ViewContext } from "./context.ts";
import type { StatusCount } from "./printed-parts.ts";
import type { LateTask } from "./status-view.ts";
import { worstFirst } from "./worst-first.ts";

/** Counts of plan-level rows by status, worst first; they add up to the number of rows. */
export function statusCounts(
  rows: readonly IndicatorRow[],
  { speaker }: ViewContext,
): readonly StatusCount[] {
  return worstFirst
    .map((status) => ({
      ...statusMark(status, speaker),
      count: rows.filter((row) => row.status === status).length,
    }))
    .filter(({ count }) => count > 0);
}

/** Sentences of the summary. `rows` are the plan-level rows; `contextCount` the indicators that are shown only, `late` the overdue tasks. */
export function summarySentences(
  rows: readonly IndicatorRow[],
  contextCount: number,
  late: readonly LateTask[],
  context: ViewContext,
): readonly string[] {
  return [
    countSentence(rows, context),
    rows.length === 0 ? null : overallSentence(context),
    attentionSentence(rows, late, context),
    contextSentence(contextCount, context),
    findingSentence(context),
  ].filter((sentence) => sentence !== null);
}

function countSentence(rows: readonly IndicatorRow[], context: ViewContext): string {
  const { labels, speaker, asOf } = context;
  if (rows.length === 0) return labels.noIndicators;
  const day = printDay(asOf, speaker);
  const counts = statusCounts(rows, context);
  const en = counts.map(({ count, word }) => `${count} ${word}`).join(", ");
  const zh = counts.map(({ count, word }) => `${word}${count}项`).join("、");
  return speaker.say({
    en: `On ${day} the plan had ${plural(rows.length, "indicator")}: ${en}.`,
    zhHans: `截至${day}，纳入评定的指标共${rows.length}项：${zh}。`,
  });
}

function overallSentence({ compilation, speaker }: ViewContext): string {
  const word = speaker.say(statusWords[compilation.results.plan.status]);
  return speaker.say({
    en: `By its weakest indicator the plan as a whole is: ${word}.`,
    zhHans: `按最差指标计，方案总体状态为：${word}。`,
  });
}

/** How much needs attention; the table below it says what. */
function attentionSentence(
  rows: readonly IndicatorRow[],
  late: readonly LateTask[],
  { speaker }: ViewContext,
): string | null {
  const behind = urgentRows(rows).length;
  if (behind + late.length === 0) return null;
  const tasks = lateWords(late);
  const en = [
    behind === 0 ? null : `${plural(behind, "indicator")} ${behind === 1 ? "needs" : "need"} attention`,
    tasks?.en ?? null,
  ].filter((part) => part !== null);
  const zh = [behind === 0 ? null : `需重点关注的指标${behind}项`, tasks?.zhHans ?? null].filter(
    (part) => part !== null,
  );
  return speaker.say({ en: `${en.join("; ")}.`, zhHans: `${zh.join("，")}。` });
}

/** Tasks that are due and not done: where nothing was reported, nobody knows whether they are overdue. */
function lateWords(late: readonly LateTask[]): Localized | null {
  if (late.length === 0) return null;
  const silent = late.filter(({ isReported }) => !isReported).length;
  const verb = late.length === 1 ? "is" : "are";
  if (silent === late.length)
    return {
      en: `${plural(silent, "task")} ${verb} due without a word on progress`,
      zhHans: `已到期而未报送进展的事项${silent}项`,
    };
  return {
    en: `${plural(late.length, "task")} ${verb} overdue${silent === 0 ? "" : `, ${silent} of them without a word on progress`}`,
    zhHans: `逾期事项${late.length}项${silent === 0 ? "" : `（其中${silent}项未报送进展）`}`,
  };
}

function contextSentence(count: number, { speaker }: ViewContext): string | null {
  if (count === 0) return null;
  return speaker.say({
    en: `${plural(count, "reference indicator")} ${count === 1 ? "is" : "are"} shown without being judged.`,
    zhHans: `另有参考指标${count}项，只列示、不评定。`,
  });
}

/** What the check of the plan found, in numbers. */
export function findingSentence({ compilation, labels, speaker }: ViewContext): string {
  const { findings, suppressed } = compilation;
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, infos] = [count("error"), count("warning"), count("info")];
  const setAside = {
    en: suppressed === 0 ? "" : ` ${plural(suppressed, "finding")} suppressed with a reason.`,
    zhHans: suppressed === 0 ? "" : `另有${suppressed}条已说明理由并忽略，不再列示。`,
  };
  if (errors + warnings + infos === 0) return labels.noFindings + speaker.say(setAside);
  return speaker.say({
    en: `The check of the plan found ${plural(errors, "error")}, ${plural(warnings, "warning")} and ${plural(infos, "hint")}.${setAside.en}`,
    zhHans: `方案检查发现错误${errors}条、警告${warnings}条、提示${infos}条。${setAside.zhHans}`,
  });
}

function plural(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
