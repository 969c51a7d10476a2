/** The terminal table of indicators: mark and word of the status, value, target, how far along. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import type {
  FigureName,
  IndicatorResults,
  IndicatorRow,
  JudgedTarget,
  Status,
} from "../indicators/results.ts";
import type { Speaker } from "../language/speaker.ts";
import { statusMarks, statusWords } from "../language/words.ts";
import { isoDay } from "../plan/days.ts";
import { printableLine } from "../text/printable.ts";
import { cutTo, displayWidth, padTo } from "../text/width.ts";
import type { OutputOptions, Paint } from "./check-run.ts";
import { shortDecimal, shortPercent } from "./short-figures.ts";

interface Column {
  readonly title: Localized;
  readonly right: boolean;
  readonly cell: (row: IndicatorRow, speaker: Speaker) => string;
}

/** Widest an indicator's id or name may be. */
const nameColumns = 34;

const columns: readonly Column[] = [
  {
    title: { en: "indicator", zhHans: "指标" },
    right: false,
    cell: (row, speaker) => cutTo(nameOf(row, speaker), nameColumns),
  },
  { title: { en: "value", zhHans: "实际值" }, right: true, cell: valueCell },
  {
    title: { en: "on", zhHans: "日期" },
    right: false,
    cell: (row) => (row.observedOn === null ? "–" : isoDay(row.observedOn)),
  },
  { title: { en: "target", zhHans: "目标值" }, right: true, cell: targetCell },
  {
    title: { en: "by", zhHans: "期限" },
    right: false,
    cell: (row) => (row.targetOn === null ? "–" : isoDay(row.targetOn)),
  },
  { title: { en: "attained", zhHans: "目标进度" }, right: true, cell: (row) => shareCell(row, "attained") },
  { title: { en: "elapsed", zhHans: "时序进度" }, right: true, cell: (row) => shareCell(row, "elapsed") },
  { title: { en: "gap", zhHans: "差距" }, right: true, cell: gapCell },
];

/** The table of a plan's rows; entity rows only as the options ask. Ends with a line end. */
export function statusTable(results: IndicatorResults, { speaker, paint, entity }: OutputOptions): string {
  const rows = results.rows.filter((row) => row.entity === null || entity === "all" || row.entity === entity);
  const words = rows.map((row) => `${statusMarks[row.status]} ${speaker.say(statusWords[row.status])}`);
  const cells = rows.map((row) => columns.map((column) => column.cell(row, speaker)));
  const titles = columns.map((column) => speaker.say(column.title));
  const widths = columns.map((_, i) =>
    Math.max(...[titles, ...cells].map((line) => displayWidth(line[i] ?? ""))),
  );
  const statusWidth = Math.max(...[statusTitle(speaker), ...words].map(displayWidth));
  const line = (first: string, others: readonly string[], colour: (text: string) => string): string =>
    `  ${[colour(padTo(first, statusWidth)), ...others.map((text, i) => padTo(text, widths[i] ?? 0, columns[i]?.right === true))].join("  ").trimEnd()}\n`;
  const body = rows.map((row, i) => line(words[i] ?? "", cells[i] ?? [], statusColour(row.status, paint)));
  return paint.dim(line(statusTitle(speaker), titles, (text) => text)) + body.join("");
}

function statusTitle(speaker: Speaker): string {
  return speaker.say({ en: "status", zhHans: "状态" });
}

function statusColour(status: Status, paint: Paint): (text: string) => string {
  if (status === "achieved" || status === "ahead" || status === "on-track") return paint.green;
  if (status === "off-track" || status === "worsening" || status === "missed") return paint.red;
  return status === "at-risk" || status === "stale" || status === "no-data" ? paint.yellow : paint.dim;
}

function nameOf({ indicator, entity }: IndicatorRow, speaker: Speaker): string {
  const name = printableLine((speaker.chinese ? indicator.name?.text : null) ?? indicator.id.value);
  return entity === null ? name : `  ${printableLine(entity)}`;
}

function valueCell(row: IndicatorRow, speaker: Speaker): string {
  if (row.figures.value.value !== null || row.word === null) return withUnit(row, "value");
  if (row.word === "true" || row.word === "done") return speaker.say({ en: "done", zhHans: "已完成" });
  if (row.word === "false") return speaker.say({ en: "not done", zhHans: "未完成" });
  return printableLine(row.word);
}

function withUnit(row: IndicatorRow, name: FigureName): string {
  const { value } = row.figures[name];
  if (value === null) return "–";
  return `${shortDecimal(value)}${row.unit === null || row.unit === "" ? "" : unitText(row.unit)}`;
}

function unitText(unit: string): string {
  return /^[%‰°]/.test(unit) ? unit : ` ${printableLine(unit)}`;
}

function targetCell(row: IndicatorRow, speaker: Speaker): string {
  const governing = row.targets.find((target) => target.governing);
  const flag = row.contested ? "!" : "";
  if (governing?.target.kind === "done") return speaker.say({ en: "done", zhHans: "完成" });
  return governing === undefined
    ? withUnit(row, "target")
    : `${printableLine(shownTarget(governing, row))}${flag}`;
}

function shownTarget({ level, upper, relation, shown }: JudgedTarget, row: IndicatorRow): string {
  if (level === null) return shown ?? "–";
  const unit = row.unit === null || row.unit === "" ? "" : unitText(row.unit);
  if (upper !== null) return `${shortDecimal(level)}..${shortDecimal(upper)}${unit}`;
  const sign = { ">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "=" }[relation];
  return `${sign}${shortDecimal(level)}${unit}`;
}

function shareCell(row: IndicatorRow, name: FigureName): string {
  const { value } = row.figures[name];
  return value === null ? "–" : shortPercent(value);
}

function gapCell(row: IndicatorRow): string {
  const { value } = row.figures.gap;
  if (value === null) return "–";
  return value.gt(0) ? `+${shortDecimal(value)}` : shortDecimal(value);
}
