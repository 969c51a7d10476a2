/** Reads the records of a plan: its data files and what stands in the plan itself. The kinds stand in `index.ts`. */
import type { Outcome } from "../diagnostics/diagnostic.ts";
import type { Given } from "../plan/given.ts";
import { type Limits, usualLimits } from "../plan/limits.ts";
import type { Plan } from "../plan/plan.ts";
import type { SourceFile } from "../text/source.ts";
import { unknownBudget, unknownEntity, unknownIndicator, unknownItem } from "./codes.ts";
import { type RecordLists, recordKinds } from "./index.ts";
import { mergeFindings } from "./merge-findings.ts";
import { unknownNames } from "./name-book.ts";
import { makeRecordReader } from "./record-reader.ts";
import type { Records } from "./records.ts";
import { checkSeries } from "./series-checks.ts";

/** Reads a file beside the plan; null (with its finding) when it cannot be read. */
export type Include = (path: Given<string>) => Outcome<SourceFile | null>;

/**
 * All records of a plan, in file and row order. A row with a fault is a finding in its file and left out; the others
 * are used, up to the limits, which are told. Names that the plan does not know are told once each, at their first place.
 */
export function readRecords(plan: Plan, include: Include, limits: Limits = usualLimits): Outcome<Records> {
  const reader = makeRecordReader(plan, limits);
  const lists: RecordLists = { observations: [], progress: [], spending: [] };
  for (const kind of recordKinds) {
    kind.readInline(reader, lists);
    for (const { path } of plan.data[kind.name]) {
      const { value, findings } = include(path);
      reader.findings.push(...findings);
      if (value !== null) kind.readFile(reader, value, lists);
    }
  }
  const { findings } = reader;
  findings.push(
    ...unknownNames(reader.indicators, unknownIndicator),
    ...unknownNames(reader.entities, unknownEntity, reader.entities.size === 0 ? "info" : "error"),
    ...unknownNames(reader.work, unknownItem),
    ...unknownNames(reader.budgets, unknownBudget),
  );
  checkSeries(plan, lists.observations, findings);
  const demo = recordKinds.some(({ name }) => plan.data[name].some((file) => file.demo));
  return { value: { ...lists, demo }, findings: mergeFindings(findings) };
}
