/** What is shaped like a time and is none: why, and what would be right where one is sure. */
import { parseCalendarLiteral } from "./calendar-literal.ts";
import { chineseInteger } from "./chinese-number.ts";
import { dateParts } from "./days.ts";
import type { TimeFaultCode } from "./time-reading.ts";
import { type CalendarDays, parseYearPart } from "./year-part.ts";

interface LiteralFault {
  readonly code: TimeFaultCode;
  readonly hint: string | null;
}

const dateShape =
  /^(?:\d+[-/.]?$|\d{1,4}[-/.年]\d|\d{4}年|\d\d年[底末初中度]?$|第[\d一二三四五六七八九十百]+个月|M\d+$)/;
const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const stamp = /^(\d{4}-\d{2}-\d{2})[Tt ]\d/;

/** The fault of a text that has the shape of a time; null when it has none. */
export function literalFault(plain: string): LiteralFault | null {
  const swapped = dayFirst.exec(plain);
  if (swapped !== null) return { code: "day-first", hint: isoHint(swapped) };
  const fault = softFault(plain) ?? beforeFault(plain) ?? relativeFault(plain);
  if (fault !== null) return fault;
  const day = stamp.exec(plain)?.[1];
  if (day !== undefined) return { code: "unreadable", hint: day };
  return dateShape.test(plain) ? { code: "unreadable", hint: null } : null;
}

/** ISO form of day/month/year where only one of the first two can be the month. */
function isoHint([, first = "", second = "", year = ""]: RegExpExecArray): string | null {
  const [day, month] = Number(first) > 12 ? [first, second] : [second, first];
  if (Number(day) <= 12 && day !== month) return null;
  const days = daysOf(`${year}-${month}-${day}`);
  return days === null ? null : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function daysOf(text: string): CalendarDays | null {
  const days = parseCalendarLiteral(text);
  return days === null || "impossible" in days ? null : days;
}

const softForm =
  /^(?:(?:约|大约|大概|大致|近|将近|about |around |approximately |circa )(.*)|(.*?)(?:左右|前后|上下))$/i;

/** 约2026年, 2026年6月左右: the time without the word that makes it soft. */
function softFault(plain: string): LiteralFault | null {
  const match = softForm.exec(plain);
  const inner = match?.[1] ?? match?.[2] ?? "";
  if (inner === "" || (daysOf(inner) === null && parseYearPart(inner) === null)) return null;
  return { code: "soft", hint: inner };
}

/** 2024年前, `before 2024`. */
function beforeFault(plain: string): LiteralFault | null {
  const match = /^(?:(.*\d{4}.*?)(?:之前|以前|前)|(?:before|prior to) (.*\d{4}.*))$/i.exec(plain);
  return match === null ? null : { code: "before", hint: beforeHint(match[1] ?? match[2] ?? "") };
}

function beforeHint(inner: string): string | null {
  const days = daysOf(inner);
  if (days === null || days.grain === "day") return null;
  const { year, month } = dateParts(days.start);
  const parts = {
    year: "",
    half: `-H${month < 7 ? 1 : 2}`,
    quarter: `-Q${Math.ceil(month / 3)}`,
    month: `-${String(month).padStart(2, "0")}`,
  };
  return `{ before: ${year}${parts[days.grain]} }`;
}

const spanForm =
  /^(|.*[起后])(\d{1,4}|[一二两三四五六七八九十]{1,4}|半)(个月|年|个?工作日|日|天|周|个?星期|个?季度)(以内|之内|内|之后|以后|后|)$/;
const englishSpan =
  /^(?:within )?(\d{1,4}) (working days?|days?|weeks?|months?|years?)( (?:after|from|of) .*)?$/i;

/** 三年内, 印发后30日内, `within 3 months`: counted from a day that is not stated. From the plan's start it is a month number. */
function relativeFault(plain: string): LiteralFault | null {
  const match = spanForm.exec(plain);
  if (match !== null) {
    const [, from = "", figure = "", unit = "", end = ""] = match;
    if (from === "" && end === "") return null;
    return { code: "relative", hint: from === "" && end.includes("内") ? monthHint(figure, unit) : null };
  }
  const english = englishSpan.exec(plain);
  if (english === null) return null;
  const [, figure = "", unit = "", from] = english;
  return { code: "relative", hint: from === undefined ? monthHint(figure, unit.toLowerCase()) : null };
}

function monthHint(figure: string, unit: string): string | null {
  const perUnit =
    unit === "年" || unit.startsWith("year") ? 12 : unit === "个月" || unit.startsWith("month") ? 1 : 0;
  const count = figure === "半" ? 0.5 : /^\d/.test(figure) ? Number(figure) : chineseInteger(figure);
  const months = (count ?? 0) * perUnit;
  return Number.isInteger(months) && months > 0 ? `M${months}` : null;
}
