/** Headings of tables that are imported: their units, and the periods that they name. */
import { type Diagnostic, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { parseTime, resolveTime } from "../plan/parse-time.ts";
import { foldHeading } from "../tables/columns.ts";
import type { CsvRow } from "../tables/scan-csv.ts";
import { importDoubt } from "./import-codes.ts";
import type { RecordReader } from "./record-reader.ts";

/** `实际值（%）`, `Value (%)`, `数值（单位：人）`: the heading and its unit. */
export function withoutUnit(heading: string): { readonly text: string; readonly unit: string | null } {
  const match = /^([^()（）]{1,100})[(（](?:单位|單位|unit)?[:：]?\s*([^()（）]{1,30})[)）]$/i.exec(
    heading.trim(),
  );
  return match === null
    ? { text: heading.trim(), unit: null }
    : { text: (match[1] ?? "").trim(), unit: (match[2] ?? "").trim() };
}

/** True for a day or period with both ends; phases and open spans are none. */
export function isPeriod(text: string, { calendar }: RecordReader): boolean {
  if (!/\d/.test(text)) return false;
  const reading = parseTime(text);
  if (!reading.ok || reading.expression.kind === "name") return false;
  const period = resolveTime(reading.expression, calendar);
  return period !== null && period.start !== null && period.end !== null;
}

/** A heading folded for comparison; in Chinese a blank only widens it (责 任 单 位). */
export function foldedHeading(heading: string): string {
  return foldHeading(heading).replace(/(?<=\p{Script=Han})-(?=\p{Script=Han})/gu, "");
}

const statedDay =
  /截[至止](?:到|于)?\s*[:：]?\s*(\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]?\s*(?:\d{1,2}\s*日?|底)?)|\bas (?:of|at)[: ]\s*([\w ,/-]{6,30})/i;
const statedPeriod =
  /(\d{4}\s*年\s*(?:第?\s*[一二三四1-4]\s*季度|[上下]半年|\d{1,2}\s*月份?))(?!\s*[-—–~～至到\d])|\b(Q[1-4] \d{4}|\d{4}-(?:Q[1-4]|H[12]|\d{2}))\b/i;

/**
 * The day or period that a line above the headings names (截至2026年6月30日, 2026年二季度), which is told; null when none does.
 * A year alone may be that of the plan.
 */
export function dayOfTitle(
  above: readonly CsvRow[],
  reader: RecordReader,
  findings: Diagnostic[],
): string | null {
  for (const pattern of [statedDay, statedPeriod])
    for (const cell of above.flatMap(({ cells }) => cells)) {
      const match = pattern.exec(cell.text.slice(0, 500));
      const found = match?.[1] ?? match?.[2] ?? "";
      const day = found
        .replace(/\s+(?=\p{Script=Han})|(?<=\p{Script=Han})\s+/gu, "")
        .replace(/月份$/, "月")
        .trim();
      const reading = day === "" ? null : parseTime(day);
      if (reading?.ok !== true || reading.expression.kind !== "calendar" || !isPeriod(day, reader)) continue;
      findings.push(makeDiagnostic(importDoubt, cell.span, { kind: "title-day", text: day }));
      return day;
    }
  return null;
}
