/** One cause, one finding, among those of the data files. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { duplicateHeading, missingCell, missingColumn, raggedRow, unknownHeading } from "../tables/codes.ts";
import { unreadableDate, wrongUnit } from "./codes.ts";

/** Places listed beside a finding that stands for several. */
const mostListed = 12;

/**
 * Of a column that stands twice the wrong one may have been read: its cells are not blamed. A heading that nobody knows in a file that lacks a column is likely that column, misspelt: told once. Values of one
 * indicator in one wrong unit are told at the first of them.
 */
export function mergeFindings(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return mergeRagged(mergeUnits(mergeHeadings(withoutDoubled(findings))));
}

/** Codes that blame a cell, with the column in their args. */
const ofCells: ReadonlySet<string> = new Set([missingCell.code, unreadableDate.code]);

function withoutDoubled(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const doubled = findings.filter(({ code }) => code === duplicateHeading.code);
  if (doubled.length === 0) return findings;
  return findings.filter(
    ({ code, span, args }) =>
      !ofCells.has(code) ||
      !doubled.some((one) => one.span?.file === span?.file && one.args.column === args.column),
  );
}

function mergeHeadings(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const lacking = findings.filter(({ code }) => code === missingColumn.code);
  if (lacking.length === 0) return findings;
  const taken = new Map<Diagnostic, Diagnostic>();
  for (const finding of findings) {
    if (finding.code !== unknownHeading.code) continue;
    const column = lacking.find((one) => !taken.has(one) && one.span?.file === finding.span?.file);
    if (column !== undefined) taken.set(column, finding);
  }
  const merged = new Set(taken.values());
  return findings.flatMap((finding) => {
    if (merged.has(finding)) return [];
    const heading = taken.get(finding);
    if (heading === undefined || heading.span === null) return [finding];
    const place = { span: heading.span, note: { en: "perhaps this heading", zhHans: "可能是此列" } };
    return [{ ...finding, related: [...finding.related, place] }];
  });
}

/** Rows that all lack the same cells have one fault: a heading too many, or a sign between the cells that is another. */
function mergeRagged(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const finding of findings) {
    if (finding.code !== raggedRow.code) continue;
    const key = `${finding.span?.file.name}\n${finding.args.cells}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  const further = new Set<Diagnostic>();
  const grown = new Map<Diagnostic, Diagnostic>();
  for (const [first, ...others] of groups.values()) {
    if (first === undefined || others.length < fewestAlike) continue;
    for (const other of others) further.add(other);
    const places = others.slice(0, mostListed).flatMap(({ span }) => {
      return span === null ? [] : [{ span, note: { en: "as many cells", zhHans: "单元格数相同" } }];
    });
    grown.set(first, { ...first, related: [...first.related, ...places] });
  }
  if (further.size === 0) return findings;
  return findings.flatMap((finding) => (further.has(finding) ? [] : [grown.get(finding) ?? finding]));
}

/** Fewest further rows of as many cells that are no longer single slips. */
const fewestAlike = 4;

function mergeUnits(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const finding of findings) {
    if (finding.code !== wrongUnit.code) continue;
    const key = `${finding.subject?.id}\n${finding.span?.file.name}\n${finding.args.unit}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  const further = new Set([...groups.values()].flatMap((group) => group.slice(1)));
  if (further.size === 0) return findings;
  const firsts = new Map([...groups.values()].map((group) => [group[0], group.slice(1)] as const));
  return findings.flatMap((finding) => {
    if (further.has(finding)) return [];
    const others = firsts.get(finding) ?? [];
    const places = others.slice(0, mostListed).flatMap(({ span }) => {
      return span === null ? [] : [{ span, note: { en: "in this unit, too", zhHans: "同样的计量单位" } }];
    });
    return [places.length === 0 ? finding : { ...finding, related: [...finding.related, ...places] }];
  });
}
