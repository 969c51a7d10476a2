/** Times of a plan: literals, `{ before, or }`, `{ date, inherited }`, placed on the plan's calendar. */
import { makeDiagnostic } from "../../diagnostics/diagnostic.ts";
import { isoDay } from "../../plan/days.ts";
import type { Given } from "../../plan/given.ts";
import { type PlanCalendar, parseTime, resolveTime } from "../../plan/parse-time.ts";
import { partOf } from "../../plan/sub-span.ts";
import type { Day, Period, TimeExpression, When } from "../../plan/time.ts";
import { fullWidth, timeUnreadable, twoReadings } from "../bind-codes.ts";
import type { YamlMap } from "../yaml-node.ts";
import { type Binder, mention, type ReadValue, type Scope } from "./binder.ts";
import { narrowed } from "./narrowed.ts";
import { given, nodeAt, text, textOf } from "./read-map.ts";

/** Reads a time from a scalar or a map; null (reported, unless the schema did) when it is none. */
export const readWhen: ReadValue<When> = (scope, node) => {
  const when = node.kind === "map" ? whenOfMap(scope, node) : whenOfText(scope, textOf(node));
  return when === null ? null : given(when, node.span);
};

/** The time under a key. */
export function whenAt(scope: Scope, map: YamlMap, key: string): Given<When> | null {
  const node = nodeAt(map, key);
  return node === null ? null : readWhen(scope, node, map);
}

/** Reports what is wrong with the `during` of a statement, and notes the phase that it names. */
export function checkDuring(scope: Scope, during: Given<string> | null): void {
  whenOfText(scope, during);
}

function whenOfText(scope: Scope, written: Given<string> | null): When | null {
  if (written === null) return null;
  const expression = readTime(scope.binder, written);
  return expression === null ? null : placed(scope, written, expression);
}

/** The literal alone, before any calendar; faults and notes are reported. */
export function readTime(binder: Binder, written: Given<string>): TimeExpression | null {
  const reading = parseTime(written.value);
  if (!reading.ok) {
    const { code, start, end, hint } = reading.fault;
    const args = { text: written.value.trim().slice(0, 80), fault: code, hint };
    binder.findings.push(
      makeDiagnostic(timeUnreadable, partOf(written, start, end), args, { suggestion: hint }),
    );
    return null;
  }
  for (const note of reading.notes) {
    if (note.code !== "full-width") continue;
    const args = { text: written.value.slice(0, 80), hint: note.hint };
    const place = partOf(written, note.start, note.end);
    const extras = { suggestion: note.hint, fix: narrowed(place, note.hint) };
    binder.findings.push(makeDiagnostic(fullWidth, place, args, extras));
  }
  return reading.expression;
}

/** A literal that is read, put on the calendar; the phases that it names are noted as mentions. */
export function placed(scope: Scope, written: Given<string>, expression: TimeExpression): When {
  mentionNames(scope, written, expression);
  const period = resolveTime(expression, calendarOf(scope.binder));
  return {
    text: written.value,
    state: expression.kind === "undated" ? "undated" : period === null ? "unresolved" : "dated",
    period,
    expression,
    inherited: null,
    alternative: null,
    phase: expression.kind === "name" ? expression.text : null,
  };
}

function mentionNames(scope: Scope, written: Given<string>, expression: TimeExpression): void {
  if (expression.kind === "range") {
    if (expression.from !== null) mentionNames(scope, written, expression.from);
    if (expression.to !== null) mentionNames(scope, written, expression.to);
  }
  if (expression.kind !== "name") return;
  const at = written.value.indexOf(expression.text);
  const name = given(expression.text, partOf(written, at, at + expression.text.length));
  mention(scope.binder, name, ["phase"], scope.item, "time");
}

/** The calendar as far as it is bound. */
export function calendarOf({ calendar }: Binder): PlanCalendar {
  return { start: calendar.start, end: calendar.end, phases: (id) => calendar.phases.get(id) ?? null };
}

function whenOfMap(scope: Scope, map: YamlMap): When | null {
  const before = text(map, "before");
  if (before !== null) return whenBefore(scope, map, before);
  const date = text(map, "date");
  if (date !== null) return whenInherited(scope, map, date);
  if (nodeAt(map, "start") === null && nodeAt(map, "end") === null) return null;
  return spanOf(scope, map);
}

/** 2024年前 is the day before the year begins; `or` keeps the other reading. */
function whenBefore(scope: Scope, map: YamlMap, before: Given<string>): When | null {
  const limit = whenOfText(scope, before);
  const other = whenAt(scope, map, "or");
  if (limit === null) return null;
  const last = limit.period?.start ?? null;
  const alternative = other?.value.period ?? null;
  if (alternative !== null && other !== null) {
    const read = last === null ? before.value : isoDay(last - 1);
    const args = { text: `before ${before.value}`, read, or: other.value.text };
    scope.binder.findings.push(makeDiagnostic(twoReadings, map.span, args));
  }
  const written = `before ${before.value}`;
  if (last === null) {
    return { ...limit, text: written, state: "unresolved", period: null, expression: null, alternative };
  }
  return {
    text: written,
    state: "dated",
    period: oneDay(last - 1),
    expression: { kind: "calendar", text: written, start: last - 1, end: last - 1, grain: "day" },
    inherited: null,
    alternative,
    phase: null,
  };
}

function oneDay(day: Day): Period {
  return { start: day, end: day };
}

function whenInherited(scope: Scope, map: YamlMap, date: Given<string>): When | null {
  const when = whenOfText(scope, date);
  const other = whenAt(scope, map, "or")?.value ?? null;
  const alternative = other?.period ?? null;
  // A date that the document leaves out is told as missing, not as one of two.
  if (alternative !== null && when?.state !== "undated") {
    const read = when?.period?.end ?? null;
    const args = { text: date.value, read: read === null ? date.value : isoDay(read), or: other?.text ?? "" };
    scope.binder.findings.push(makeDiagnostic(twoReadings, map.span, args));
  }
  const inherited = text(map, "inherited");
  mention(scope.binder, inherited, ["section"], scope.item, "inherited");
  return when === null ? null : { ...when, inherited: inherited?.value ?? null, alternative };
}

/** `{ start, end }`: a span whose ends are stated apart. */
function spanOf(scope: Scope, map: YamlMap): When {
  const start = whenAt(scope, map, "start")?.value ?? null;
  const end = whenAt(scope, map, "end")?.value ?? null;
  const unresolved = (start !== null && start.period === null) || (end !== null && end.period === null);
  const written = `${start?.text ?? ""}..${end?.text ?? ""}`;
  return {
    text: written,
    state: unresolved ? "unresolved" : "dated",
    period: unresolved ? null : { start: start?.period?.start ?? null, end: end?.period?.end ?? null },
    expression: {
      kind: "range",
      text: written,
      from: start?.expression ?? null,
      to: end?.expression ?? null,
    },
    inherited: null,
    alternative: null,
    phase: null,
  };
}

/** What of a time decides whether two statements agree: the last day of a point, both ends of a span. */
export type TimeUse = "point" | "span";

/** Canonical text of a time; the written text where it has no days. */
export function whenKey(when: When, use: TimeUse): string {
  const { period } = when;
  return period === null ? `${when.state} ${when.text}` : periodKey(period, use);
}

/** Canonical text of the other reading; null when there is one reading. */
export function alternativeKey(when: When, use: TimeUse): string | null {
  return when.alternative === null ? null : periodKey(when.alternative, use);
}

function periodKey({ start, end }: Period, use: TimeUse): string {
  return use === "point" ? `${end}` : `${start}..${end}`;
}
