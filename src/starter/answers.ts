/** What is asked before a plan is begun. Types, defaults and what may be answered. */
import { isoDay, parseIsoDay } from "../plan/days.ts";

/** How often an indicator is reported, as the format writes it. */
export const frequencies = ["weekly", "monthly", "quarterly", "half-yearly", "yearly"] as const;
export type StarterFrequency = (typeof frequencies)[number];

/** One indicator as it was answered; figures without their unit. */
export interface StarterIndicator {
  readonly name: string;
  readonly unit: string;
  /** Null when no figure is known yet. */
  readonly baseline: string | null;
  readonly target: string;
  readonly owner: string;
  readonly frequency: StarterFrequency;
}

/** Everything that the files of a new plan are made from. */
export interface Answers {
  readonly title: string;
  readonly id: string;
  readonly issuer: string;
  readonly period: MonthRange;
  /** The day on which the plan is begun; baselines are no later. */
  readonly today: string;
  readonly indicators: readonly StarterIndicator[];
}

/** First and last month of a plan, `2026-01`. */
export interface MonthRange {
  readonly start: string;
  readonly end: string;
}

/** From this month to the end of the next year: nothing is due yet, so that a new plan owes no figures. */
export function usualPeriod(today: string): MonthRange {
  return { start: today.slice(0, 7), end: `${Number(today.slice(0, 4)) + 1}-12` };
}

/** The month of the baselines: the last whole one before the plan begins, none that is still to come. */
export function baselineMonth({ period, today }: Pick<Answers, "period" | "today">): string {
  const month = today.slice(0, 7);
  return monthBefore(period.start < month ? period.start : month);
}

function monthBefore(month: string): string {
  const day = parseIsoDay(`${month}-01`);
  return day === null ? month : isoDay(day - 1).slice(0, 7);
}

/** `2026-01..2027-12`, years alone, and the signs people write between them; null when it is no period. */
export function readMonths(text: string): MonthRange | null {
  const match =
    /^(\d{4})(?:-(\d\d))?(?:-\d\d)?\s*(?:\.{2,3}|~|～|—|–|至|到|\bto\b)\s*(\d{4})(?:-(\d\d))?(?:-\d\d)?$/.exec(
      text.trim(),
    );
  if (match === null) return null;
  const start = `${match[1]}-${match[2] ?? "01"}`;
  const end = `${match[3]}-${match[4] ?? "12"}`;
  const real = [start, end].every((month) => parseIsoDay(`${month}-01`) !== null);
  return real && start < end ? { start, end } : null;
}

/** The figure of an answer such as `45`, `45%` or `1,200 people`; null when it is none in that unit. */
export function readFigure(text: string, unit: string): string | null {
  const folded = text
    .normalize("NFKC")
    .trim()
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, "");
  const short = unit.normalize("NFKC").trim();
  const bare = short !== "" && folded.endsWith(short) ? folded.slice(0, -short.length).trim() : folded;
  if (!/^[-+]?\d{1,30}(?:\.\d{1,20})?$/.test(bare)) return null;
  return bare.replace(/^\+/, "");
}

/** One line without control characters or doubled spaces; texts on a command line may hold anything. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}

/** An id made of a text: letters of any script, digits and `-`; null when nothing is left. */
export function idOf(text: string): string | null {
  const id = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  const short = [...id].slice(0, 40).join("").replace(/-+$/, "");
  return short === "" ? null : short;
}

/** True for an id as the format allows it, that can also be the name of a file everywhere. */
export function isId(text: string): boolean {
  return (
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,59}$/u.test(text) &&
    !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(text)
  );
}
