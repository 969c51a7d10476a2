/**
 * Deadlines and reviews of a plan as iCalendar (RFC 5545): whole days without time of day, time zone or alarm, which every
 * calendar program takes up. The same plan on the same day gives the same bytes.
 */
import { isoDay } from "../plan/days.ts";
import type { Day } from "../plan/time.ts";
import type { ViewContext } from "../report/view/context.ts";
import { type CalendarEntry, calendarEntries } from "./calendar-entries.ts";
import { categoryWords } from "./calendar-words.ts";
import { compactDay } from "./recurrence.ts";

/** Octets of a line without its end (RFC 5545, 3.1). */
const longestLine = 75;

export interface CalendarInput {
  readonly context: ViewContext;
  readonly version: string;
  /** SHA-256 in hexadecimal digits. */
  readonly digest: (text: string) => string;
}

/** The whole file, with CRLF line ends. */
export function calendarText({ context, version, digest }: CalendarInput): string {
  const { plan, compilation, speaker, asOf } = context;
  const name = plan.title?.value ?? plan.id?.value ?? compilation.file.name;
  const owner = plan.id?.value ?? compilation.file.name;
  const stamp = `${compactDay(asOf)}T000000Z`;
  const entries = withOwnKeys(calendarEntries(context).filter(({ day }) => hasFourDigits(day)));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//planwright//plan export ${version}//${speaker.chinese ? "ZH" : "EN"}`,
    "CALSCALE:GREGORIAN",
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) =>
      eventLines(entry, { stamp, context, uid: digest(uidText(owner, entry)).slice(0, 32) }),
    ),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** Two items with one id are a fault of the plan, but two entries with one UID would be one of ours. */
function withOwnKeys(entries: readonly CalendarEntry[]): readonly CalendarEntry[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const known = `${entry.kind} ${entry.key}`;
    const n = (seen.get(known) ?? 0) + 1;
    seen.set(known, n);
    return n === 1 ? entry : { ...entry, key: `${entry.key}#${n}` };
  });
}

/** The standard knows years of four digits only. */
function hasFourDigits(day: Day): boolean {
  return /^\d{4}-/.test(isoDay(day)) && /^\d{4}-/.test(isoDay(day + 1));
}

function uidText(plan: string, { kind, key }: CalendarEntry): string {
  return JSON.stringify([plan, kind, key]);
}

function eventLines(
  { kind, day, rule, summary, notes }: CalendarEntry,
  { stamp, context, uid }: { readonly stamp: string; readonly context: ViewContext; readonly uid: string },
): readonly string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${uid}@planwright`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compactDay(day)}`,
    `DTEND;VALUE=DATE:${compactDay(day + 1)}`,
    ...(rule === null ? [] : [`RRULE:${rule}`]),
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(notes.join("\n"))}`,
    `CATEGORIES:${escaped(context.speaker.say(categoryWords[kind]))}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** Signs that a text value cannot hold, and halves of surrogate pairs, which are no UTF-8. */
const notInText = /[^\P{Cc}\t\n]|\p{Cs}/gu;

/** A text value (RFC 5545, 3.3.11): backslash, semicolon, comma and line ends escaped. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(notInText, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");
}

/** Long lines go on in the next one after a space; a character is never parted. */
function folded(line: string): string {
  let out = "";
  let room = longestLine;
  for (const sign of line) {
    const octets = octetsOf(sign.codePointAt(0) ?? 0);
    if (octets > room) {
      out += "\r\n ";
      room = longestLine - 1;
    }
    out += sign;
    room -= octets;
  }
  return out;
}

function octetsOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
