/**
 * One cause, one finding, where a row of data could not be used: that its value is missing then is an echo. Its indicator is the
 * finding's subject, the nearest name where the row names none of the plan, or the one that the row of an unknown entity names.
 */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { type Levels, withoutOff } from "../../diagnostics/levels.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Span } from "../../text/source.ts";
import { listedIn } from "../words.ts";

/** What is said of a series that lacks the value of a row. */
const ofLack: ReadonlySet<string> = new Set([
  "status/no-data",
  "status/stale",
  "status/missing-period",
  "status/not-computable",
  "status/partial-roll-up",
]);
/** What is said of the value before it, which would not count had the row been read. */
const ofEarlier: ReadonlySet<string> = new Set(["status/interim-missed", "status/missed"]);
/** What is said of the value before it where a later one would count. */
const ofStanding: ReadonlySet<string> = new Set(["status/at-risk", "status/off-track", "status/worsening"]);

const refusals: ReadonlySet<string> = new Set([
  "data/unreadable-value",
  "data/unreadable-date",
  "data/wrong-unit",
  "data/missing-cell",
  "data/ragged-row",
  "data/unknown-indicator",
  "data/unknown-entity",
]);

/** The findings of the rules without what follows from rows that were refused. */
export function withoutRowEchoes(
  plan: Plan,
  read: readonly Diagnostic[],
  ruled: readonly Diagnostic[],
  levels: Levels,
): readonly Diagnostic[] {
  const refused = withoutOff(read, levels).filter(
    ({ code, severity }) => severity === "error" && refusals.has(code),
  );
  if (refused.length === 0) return ruled;
  const byIndicator = new Map<string, Span[]>();
  const ids = idsByName(plan);
  for (const finding of refused) {
    for (const span of placesOf(finding)) {
      const id = indicatorOf(finding, span, ids);
      if (id === null) continue;
      const known = byIndicator.get(id);
      if (known === undefined) byIndicator.set(id, [span]);
      else known.push(span);
    }
  }
  return ruled.filter(({ code, subject, args }) => {
    const rows = subject?.kind === "indicator" ? byIndicator.get(subject.id) : undefined;
    if (rows === undefined) return true;
    if (code === "status/stale") return !rows.some((row) => isNotBefore(row, String(args.on ?? "")));
    if (code === "status/missing-period") return !lackOnly(rows, args);
    if (ofLack.has(code)) return false;
    if (ofStanding.has(code))
      return !isSum(plan, subject?.id) && !rows.some((row) => isNotBefore(row, String(args.on ?? "")));
    return (
      !ofEarlier.has(code) || !rows.some((row) => isNotBefore(row, String(args.due ?? args.targetOn ?? "")))
    );
  });
}

/** The value that an amount adds up to lacks each of its rows. */
function isSum({ indicators }: Plan, id: string | undefined): boolean {
  return indicators.some((one) => one.id.value === id && one.value.value === "flow");
}

/** One finding tells of all rows that lack as many cells. */
function placesOf({ span, related }: Diagnostic): readonly Span[] {
  return span === null ? [] : [span, ...related.map((one) => one.span)];
}

function idsByName({ indicators }: Plan): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { id, name } of indicators) if (name !== null) ids.set(name.text, id.value);
  for (const { id } of indicators) ids.set(id.value, id.value);
  return ids;
}

function indicatorOf(
  { code, subject, args }: Diagnostic,
  span: Span,
  ids: ReadonlyMap<string, string>,
): string | null {
  if (subject?.kind === "indicator") return subject.id;
  if (code === "data/unknown-indicator") return ids.get(String(args.nearest)) ?? null;
  for (const cell of cellsOf(span)) {
    const id = ids.get(cell);
    if (id !== undefined) return id;
  }
  return null;
}

/** The row may be of a day (ISO) or a later one; one without a date that can be read may. */
function isNotBefore(row: Span, day: string): boolean {
  const dates = cellsOf(row).filter((cell) => /^(?:19|20)\d\d(?:-\d\d){0,2}$/.test(cell));
  return dates.length === 0 || day === "" || dates.some((date) => date >= day.slice(0, date.length));
}

/** Every period that is missing may be that of a row: none is, where more are missing than the rows tell. */
function lackOnly(rows: readonly Span[], { periods, more }: Diagnostic["args"]): boolean {
  const cells = rows.map(cellsOf);
  const isOpen = cells.some((row) => !row.some((cell) => anyPeriod.test(cell)));
  const named = listedIn(String(periods ?? ""));
  return isOpen || (more !== true && named.every((period) => cells.some((row) => row.includes(period))));
}

const anyPeriod = /^(?:19|20)\d\d(?:-(?:Q[1-4]|H[12]|\d\d(?:-\d\d)?))?$/u;

/** Letters of a row that are looked at. */
const longestRow = 2000;

/** The cells of the line that a place stands on, without quotation marks. */
function cellsOf({ file: { text }, start }: Span): readonly string[] {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const line = text
    .slice(from, from + longestRow)
    .split(/\r?\n/, 1)
    .join("");
  return line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"|"$/g, ""));
}
