/** The terminal table of `status --history`: a mark for every reporting date, and what follows from them. */
import type { HistoryPoint, IndicatorHistory, MetSpell, Stretch } from "../indicators/history.ts";
import type { Status } from "../indicators/results.ts";
import { statuses } from "../indicators/results.ts";
import type { Speaker } from "../language/speaker.ts";
import { statusMarks, statusWords } from "../language/words.ts";
import { isoDay } from "../plan/days.ts";
import type { Plan } from "../plan/plan.ts";
import type { Day } from "../plan/time.ts";
import { printableLine } from "../text/printable.ts";
import { cutTo, displayWidth, padTo, wrapTo } from "../text/width.ts";
import type { OutputOptions } from "./check-run.ts";
import { statusColour } from "./status-table.ts";

/** Widest a name may be. */
const nameColumns = 34;
/** Most marks in a row where the output is no terminal; on one, as many as fit. */
const mostMarks = 120;
/** Fewest marks worth a row of their own. */
const fewestMarks = 12;
const gap = "  ";
const margin = 2;
/** Indent of what stands below a row. */
const noteMargin = 6;

/** The table; ends with a line end. Dates are the columns of the marks: of indicators with other rhythms some stay empty. */
export function historyTable(
  histories: readonly IndicatorHistory[],
  plan: Plan,
  { speaker, paint, tableColumns }: OutputOptions,
): string {
  const names = new Map(plan.entities.map(({ id, name }) => [id.value, name?.text ?? id.value]));
  const rows = histories.map((history) => cellsOf(history, names, speaker));
  const titles = titlesOf(speaker);
  const widths = titles.map((title, i) => widest([title, ...rows.map((cells) => cells[i] ?? "")]));
  const others = widths.reduce((sum, width) => sum + width + gap.length, margin);
  const room = tableColumns === null ? mostMarks : Math.max(fewestMarks, tableColumns - others - gap.length);
  const all = [...new Set(histories.flatMap(({ points }) => points.map(({ on }) => on)))].sort(
    (a, b) => a - b,
  );
  const days = all.slice(-room);
  const axis = axisOf(days);
  const strip = Math.max(days.length, displayWidth(axis));
  const line = (marks: string, width: number, cells: readonly string[]): string => {
    const [name = "", ...rest] = cells.map((cell, i) => padTo(cell, widths[i] ?? 0));
    return `  ${[name, marks + " ".repeat(Math.max(0, strip - width)), ...rest].join(gap).trimEnd()}\n`;
  };
  const body = histories.map((history, i) => {
    const marks = marksOf(history.points, days);
    const shown = marks.map((status) =>
      status === null ? " " : statusColour(status, paint)(statusMarks[status]),
    );
    const changes = changesText(history, days[0] ?? 0, speaker);
    return (
      line(shown.join(""), marks.length, rows[i] ?? []) +
      paint.dim(indented(changes, noteMargin, tableColumns))
    );
  });
  const head = paint.dim(line(axis, displayWidth(axis), titles));
  const left = all.length - days.length + Math.max(0, ...histories.map(({ omitted }) => omitted));
  return head + body.join("") + paint.dim(legend(histories, left, tableColumns, speaker));
}

function titlesOf(speaker: Speaker): readonly string[] {
  return [
    speaker.say({ en: "indicator", zhHans: "指标" }),
    speaker.say({ en: "first met", zhHans: "首次达标" }),
    speaker.say({ en: "lost", zhHans: "达标后回落" }),
    speaker.say({ en: "longest off track", zhHans: "最长滞后时段" }),
  ];
}

function cellsOf(
  { indicator, entity, firstMetOn, met, longestOffTrack }: IndicatorHistory,
  names: ReadonlyMap<string, string>,
  speaker: Speaker,
): readonly string[] {
  const own = (speaker.chinese ? indicator.name?.text : null) ?? indicator.id.value;
  const name = entity === null ? own : `  ${(speaker.chinese ? names.get(entity) : null) ?? entity}`;
  const cut = cutTo(`${entity === null ? "" : "  "}${printableLine(name.trimStart())}`, nameColumns);
  return [cut, dayText(firstMetOn), lossText(met, speaker), stretchText(longestOffTrack, speaker)];
}

function dayText(day: Day | null): string {
  return day === null ? "–" : isoDay(day);
}

/** The last loss, how often the target was lost, and when it was met again. */
function lossText(met: readonly MetSpell[], speaker: Speaker): string {
  const losses = met.flatMap(({ lostOn }) => lostOn ?? []);
  const last = losses.at(-1);
  if (last === undefined) return "–";
  const latest = met.at(-1);
  const again = latest === undefined || latest.lostOn !== null ? null : isoDay(latest.from);
  const { length } = losses;
  return speaker.say({
    en: `${isoDay(last)}${length > 1 ? ` (${length} times)` : ""}${again === null ? "" : `, met again ${again}`}`,
    zhHans: `${isoDay(last)}${length > 1 ? `（共 ${length} 次）` : ""}${again === null ? "" : `，${again} 再次达标`}`,
  });
}

function stretchText(stretch: Stretch | null, speaker: Speaker): string {
  if (stretch === null) return "–";
  const { from, to, days } = stretch;
  return speaker.say({
    en: `${isoDay(from)} to ${isoDay(to)} (${days} ${days === 1 ? "day" : "days"})`,
    zhHans: `${isoDay(from)} 至 ${isoDay(to)}（${days} 天）`,
  });
}

/** First and last date of the marks. */
function axisOf(days: readonly Day[]): string {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return "";
  return first === last ? isoDay(first) : `${isoDay(first)} … ${isoDay(last)}`;
}

function marksOf(points: readonly HistoryPoint[], days: readonly Day[]): readonly (Status | null)[] {
  const byDay = new Map(points.map(({ on, status }) => [on, status]));
  return days.map((day) => byDay.get(day) ?? null);
}

/** The status on the first date shown, then each date on which it was another. */
function changesText({ points }: IndicatorHistory, from: Day, speaker: Speaker): string {
  const shown = points.filter(({ on }) => on >= from);
  const changes = shown.filter(({ status }, i) => status !== shown[i - 1]?.status);
  const parts = changes.map(({ on, status }) => `${isoDay(on)} ${speaker.say(statusWords[status])}`);
  return parts.join(speaker.chinese ? "；" : "; ");
}

function legend(
  histories: readonly IndicatorHistory[],
  left: number,
  columns: number | null,
  speaker: Speaker,
): string {
  const used = new Set(histories.flatMap(({ points }) => points.map(({ status }) => status)));
  const marks = statuses
    .filter((status) => used.has(status))
    .map((status) => `${statusMarks[status]} ${speaker.say(statusWords[status])}`);
  const earlier = speaker.say({
    en: `Earlier reporting dates not shown: ${left}.`,
    zhHans: `更早的 ${left} 个报告日未显示。`,
  });
  return `\n${indented(marks.join("   "), margin, columns)}${left === 0 ? "" : indented(earlier, margin, columns)}`;
}

function indented(words: string, indent: number, columns: number | null): string {
  const lines = columns === null ? [words] : wrapTo(words, Math.max(20, columns - indent));
  return lines.map((line) => `${" ".repeat(indent)}${line}\n`).join("");
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0);
}
