/** What stands above the headings of a table: its title, the period, a unit for all figures. */
import { parseTime, resolveTime } from "../plan/parse-time.ts";
import type { GridRow } from "./grid.ts";
import { isKnownUnit } from "./known-unit.ts";

/** A line above the headings; `row` null outside the table. */
export interface LineAbove {
  readonly text: string;
  readonly row: { readonly row: GridRow; readonly column: number } | null;
}

/** Texts above the table and in its rows above the headings, each once. */
export function linesAbove(above: readonly string[], rows: readonly GridRow[]): readonly LineAbove[] {
  const own = rows.flatMap((row) => {
    const seen = new Set<string>();
    return row.cells.flatMap(({ text }, column) => {
      if (text === "" || seen.has(text)) return [];
      seen.add(text);
      return [{ text, row: { row, column } }];
    });
  });
  return [...above.map((text) => ({ text, row: null })), ...own];
}

/** 附件1, 单位：%, 填报单位：…, a bare date: no titles. */
const noTitle =
  /^(?:附\s*[件表录]|annex|appendix|attachment)\s*[\d一二三四五六七八九十]*\s*[:：]?$|^[^:：]{0,8}(?:单位|部门|日期|时间|人|unit|date)\s*[:：]|^[（(][^()（）]*[)）]$/i;

/** Longest title. */
const longestTitle = 120;

/** The first line that can be a title; null when there is none. */
export function titleOf(lines: readonly LineAbove[]): LineAbove | null {
  return (
    lines.find(
      ({ text }) =>
        text.length <= longestTitle && !noTitle.test(text) && /\p{L}/u.test(text) && !isDate(text),
    ) ?? null
  );
}

function isDate(text: string): boolean {
  const reading = parseTime(text);
  return reading.ok && reading.expression.kind === "calendar" && reading.expression.grain !== "year";
}

/** A period as it stands in a title, with its first day. */
export interface TitlePeriod {
  readonly text: string;
  readonly first: number;
}

const years = "((?:19|20)\\d{2})";
const spanOfYears = new RegExp(`${years}年?\\s*(?:[-—–~～至到]{1,2}|\\bto\\b)\\s*${years}(?!\\d)`);
const oneYear = new RegExp(`(?<!\\d)${years}\\s*年(?:度)?(?![\\d末底])`);

export interface StatedPeriod {
  readonly line: LineAbove;
  readonly period: TitlePeriod;
}

/** A line of its own beside the title: （2026年度）. */
const onlyYears = /^[（(]?\D{0,4}(?:19|20)\d{2}.{0,12}$/;

/** The period that the title names, or a line of its own below it; null when none does. */
export function statedPeriod(lines: readonly LineAbove[]): StatedPeriod | null {
  const title = titleOf(lines);
  for (const line of lines) {
    if (line !== title && (!onlyYears.test(line.text) || isDate(line.text.replace(/[（()）]/g, "").trim())))
      continue;
    const period = periodOf(line.text);
    if (period !== null) return { line, period };
  }
  return null;
}

/** `2026—2028年` or `2026年度` in a title; null when it names no years. */
function periodOf(title: string): TitlePeriod | null {
  const span = spanOfYears.exec(title);
  const one = span === null ? oneYear.exec(title) : null;
  const text = span === null ? (one?.[1] ?? null) : `${span[1]}..${span[2]}`;
  if (text === null) return null;
  const reading = parseTime(text);
  const calendar = { start: null, end: null, phases: () => null };
  const first = reading.ok ? (resolveTime(reading.expression, calendar)?.start ?? null) : null;
  return first === null ? null : { text, first };
}

const statedUnit = /(?<![\p{Script=Han}\w])(?:计量)?(?:单位|units?)\s*[:：]\s*([^\s,，;；、()（）]{1,12})/iu;

/** The unit that a line above the table states for all of it (单位：万元), with the line. */
export function unitAbove(
  lines: readonly LineAbove[],
): { readonly unit: string; readonly line: LineAbove } | null {
  for (const line of lines) {
    const unit = statedUnit.exec(line.text)?.[1];
    if (unit !== undefined && isKnownUnit(unit)) return { unit, line };
  }
  return null;
}
