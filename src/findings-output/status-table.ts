/** The terminal table of indicators: mark and word of the status, value, target, how far along. */
import type Big from "big.js";
import type { Localized } from "../diagnostics/diagnostic.ts";
import type {
  FigureName,
  IndicatorResults,
  IndicatorRow,
  JudgedTarget,
  Status,
} from "../indicators/results.ts";
import { printedGap, rowDecimals } from "../indicators/row-decimals.ts";
import { noteWords, statusNote, writtenTarget } from "../indicators/status-note.ts";
import type { Speaker } from "../language/speaker.ts";
import { statusMarks, statusWords } from "../language/words.ts";
import { isoDay } from "../plan/days.ts";
import type { Plan } from "../plan/plan.ts";
import { printableLine } from "../text/printable.ts";
import { cutTo, displayWidth, padTo, wrapTo } from "../text/width.ts";
import type { OutputOptions, Paint } from "./check-run.ts";
import { shortDecimal, shortPercent } from "./short-figures.ts";

interface Column {
  readonly title: Localized;
  readonly right: boolean;
  /** `names`: names of the plan's entities by id. */
  readonly cell: (row: IndicatorRow, speaker: Speaker, names: ReadonlyMap<string, string>) => string;
}

/** Widest an indicator's id or name may be. */
const nameColumns = 34;

const columns: readonly Column[] = [
  {
    title: { en: "indicator", zhHans: "指标" },
    right: false,
    cell: (row, speaker, names) => cutTo(nameOf(row, speaker, names), nameColumns),
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

/**
 * The table of a plan's rows; entity rows only as the options ask. Below a row whose value seems to say something else than
 * its status stands the reason; a status that follows from the share of the target alone has a mark, told at the end. On a terminal too narrow for it names are cut first,
 * then columns are left out from the right, and a line says which. Ends with a line end.
 */
export function statusTable(
  results: IndicatorResults,
  plan: Plan,
  { speaker, paint, entity, tableColumns }: OutputOptions,
): string {
  const names = entityNames(plan);
  const asked = (id: string): boolean => entity === "all" || entity === id || entity === names.get(id);
  const rows = results.rows.filter((row) => row.entity === null || asked(row.entity));
  const words = rows.map((row) => `${statusText(row, speaker)}${flagOf(row)}`);
  const whole = columns.map((column) => ({
    column,
    lines: [speaker.say(column.title), ...rows.map((row) => printableLine(column.cell(row, speaker, names)))],
  }));
  const statusWidth = widest([statusTitle(speaker), ...words]);
  const { shown, left } = fitted(whole, tableColumns === null ? null : tableColumns - statusWidth - margin);
  const widths = shown.map(({ lines }) => widest(lines));
  const line = (i: number, first: string, colour: (text: string) => string): string => {
    const cells = shown.map(({ column, lines }, c) => padTo(lines[i] ?? "", widths[c] ?? 0, column.right));
    return `  ${[colour(padTo(first, statusWidth)), ...cells].join(gap).trimEnd()}\n`;
  };
  const head = paint.dim(line(0, statusTitle(speaker), (text) => text));
  const room = tableColumns ?? Number.POSITIVE_INFINITY;
  const body = rows.map(
    (row, i) =>
      line(i + 1, words[i] ?? "", statusColour(row.status, paint)) + paint.dim(noteBelow(row, room, speaker)),
  );
  const flagged = rows.some((row) => flagOf(row) !== "") ? paint.dim(flagWords(room, speaker)) : "";
  const cut = left.length === 0 ? "" : paint.dim(leftOut(left, tableColumns ?? 0, speaker));
  return head + body.join("") + flagged + cut;
}

/** Mark and word; a reference series is not judged at all, which is no fault of the plan. */
function statusText({ status, decision }: IndicatorRow, speaker: Speaker): string {
  return decision.step === "context"
    ? speaker.say({ en: "– reference", zhHans: "– 参考" })
    : `${statusMarks[status]} ${speaker.say(statusWords[status])}`;
}

/** Mark of a status that follows from the share of the target for want of a path. */
const shareFlag = "*";

function flagOf(row: IndicatorRow): string {
  return statusNote(row)?.kind === "no-path" ? shareFlag : "";
}

function flagWords(room: number, speaker: Speaker): string {
  const words = speaker.say({
    en: `${shareFlag} No baseline or no due date: judged by the share of the target reached.`,
    zhHans: `${shareFlag} 无基期值或未定完成时限，按完成率评定。`,
  });
  return indented(words, margin, room);
}

/** Indent of what stands below a row. */
const noteMargin = 6;

function noteBelow(row: IndicatorRow, room: number, speaker: Speaker): string {
  const note = statusNote(row);
  if (note === null || note.kind === "no-path") return "";
  const kept = note.kind === "missed-before" ? [writtenTarget(note.missed).zhHans] : [];
  return indented(printableLine(speaker.say(noteWords(note, isoDay), kept)), noteMargin, room);
}

function indented(words: string, indent: number, room: number): string {
  const lines = Number.isFinite(room) ? wrapTo(words, room - indent) : [words];
  return lines.map((line) => `${" ".repeat(indent)}${line}\n`).join("");
}

/** Columns before the table. */
const margin = 2;
const gap = "  ";
/** Narrowest that names are cut to before columns are left out. */
const leastName = 16;

/** A column with its title and cells as printed. */
interface Printed {
  readonly column: Column;
  readonly lines: readonly string[];
}

/** The columns that find room, and those left out; the name, which is the first, always stays. `room` null: no bound. */
function fitted(
  whole: readonly Printed[],
  room: number | null,
): { readonly shown: readonly Printed[]; readonly left: readonly Printed[] } {
  if (room === null) return { shown: whole, left: [] };
  const widths = whole.map(({ lines }) => gap.length + widest(lines));
  let count = whole.length;
  const others = (): number => widths.slice(1, count).reduce((sum, width) => sum + width, gap.length);
  const least = Math.min(leastName, (widths[0] ?? 0) - gap.length);
  while (count > 1 && others() + least > room) count--;
  const name = Math.max(least, room - others());
  const shown = whole
    .slice(0, count)
    .map((printed, i) =>
      i === 0 ? { ...printed, lines: printed.lines.map((text) => cutTo(text, name)) } : printed,
    );
  return { shown, left: whole.slice(count) };
}

function leftOut(left: readonly Printed[], room: number, speaker: Speaker): string {
  const titles = left.map(({ lines }) => lines[0] ?? "");
  const words = speaker.say({
    en: `Not shown at this width: ${titles.join(", ")}.`,
    zhHans: `窗口较窄，未显示：${titles.join("、")}。`,
  });
  return indented(words, margin, room);
}

function statusTitle(speaker: Speaker): string {
  return speaker.say({ en: "status", zhHans: "状态" });
}

/** The colour of a status; its mark and word say the same without it. */
export function statusColour(status: Status, paint: Paint): (text: string) => string {
  if (status === "achieved" || status === "ahead" || status === "on-track") return paint.green;
  if (status === "off-track" || status === "worsening" || status === "missed") return paint.red;
  return status === "at-risk" || status === "stale" || status === "no-data" ? paint.yellow : paint.dim;
}

/** Names in Chinese output, where ids are foreign; ids in English, where names are. */
function nameOf(
  { indicator, entity }: IndicatorRow,
  speaker: Speaker,
  names: ReadonlyMap<string, string>,
): string {
  if (entity !== null) return `  ${printableLine((speaker.chinese ? names.get(entity) : null) ?? entity)}`;
  return printableLine((speaker.chinese ? indicator.name?.text : null) ?? indicator.id.value);
}

function entityNames({ entities }: Plan): ReadonlyMap<string, string> {
  return new Map(entities.flatMap(({ id, name }) => (name === null ? [] : [[id.value, name.text] as const])));
}

function valueCell(row: IndicatorRow, speaker: Speaker): string {
  if (row.figures.value.value !== null || row.word === null) return withUnit(row, "value");
  if (row.word === "true" || row.word === "done") return speaker.say({ en: "done", zhHans: "已完成" });
  if (row.word === "false") return speaker.say({ en: "not done", zhHans: "未完成" });
  return row.word;
}

function withUnit(row: IndicatorRow, name: FigureName): string {
  const { value } = row.figures[name];
  if (value === null) return "–";
  const text = name === "value" ? decimalOf(value, row) : shortDecimal(value);
  return `${text}${row.unit === null || row.unit === "" ? "" : unitText(row.unit)}`;
}

function unitText(unit: string): string {
  return /^[%‰°]/.test(unit) ? unit : ` ${unit}`;
}

function targetCell(row: IndicatorRow, speaker: Speaker): string {
  const governing = row.targets.find((target) => target.governing);
  const flag = row.contested ? "!" : "";
  if (governing?.target.kind === "done") return speaker.say({ en: "done", zhHans: "完成" });
  return governing === undefined ? withUnit(row, "target") : `${shownTarget(governing, row)}${flag}`;
}

function shownTarget({ target, level, upper, relation, shown }: JudgedTarget, row: IndicatorRow): string {
  if (level === null) return shown ?? "–";
  const unit = row.unit === null || row.unit === "" ? "" : unitText(row.unit);
  if (upper !== null) return `${shortDecimal(level)}..${shortDecimal(upper)}${unit}`;
  // A level to be met exactly has a sign only where the plan writes it.
  const equal = target.quantity?.value.relation === "=" ? "=" : "";
  const sign = { ">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": equal }[relation];
  return `${sign}${shortDecimal(level)}${unit}`;
}

function shareCell(row: IndicatorRow, name: FigureName): string {
  const { value } = row.figures[name];
  return value === null ? "–" : shortPercent(value);
}

function gapCell(row: IndicatorRow): string {
  const value = printedGap(row);
  if (value === null) return "–";
  const text = decimalOf(value, row);
  return value.gt(0) ? `+${text}` : text;
}

/** A value and its gap in the decimals of their row. */
function decimalOf(value: Big, row: IndicatorRow): string {
  const { places, padded } = rowDecimals(row);
  return shortDecimal(value, places, padded ? places : 0);
}

/** Not by a call with all of them: it takes no more arguments than fit its stack. */
function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0);
}
