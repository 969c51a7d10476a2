/** Reads the records of a plan: its data files and what stands in the plan itself. One file per record kind. */
import type { Outcome } from "../diagnostics/diagnostic.ts";
import type { Given } from "../plan/given.ts";
import type { DataFile, Plan } from "../plan/plan.ts";
import type { SourceFile } from "../text/source.ts";
import { unknownEntity, unknownIndicator, unknownItem } from "./codes.ts";
import type { CsvParser } from "./csv.ts";
import { unknownNames } from "./name-book.ts";
import { readInlineObservations, readObservationFile } from "./observations.ts";
import { readProgressFile } from "./progress.ts";
import { makeRecordReader } from "./record-reader.ts";
import type { Records } from "./records.ts";
import { checkSeries } from "./series-checks.ts";

/** Reads a file beside the plan; null (with its finding) when it cannot be read. */
export type Include = (path: Given<string>) => Outcome<SourceFile | null>;

export type { CsvParser } from "./csv.ts";

/**
 * All records of a plan, in file and row order. A row with a fault is a finding in its file and left out; the others
 * are used. Names that the plan does not know are told once each, at their first place.
 */
export function readRecords(plan: Plan, include: Include, _csv?: CsvParser): Outcome<Records> {
  const reader = makeRecordReader(plan);
  const read = <T>(files: readonly DataFile[], readFile: (file: SourceFile) => readonly T[]): readonly T[] =>
    files.flatMap(({ path }) => {
      const { value, findings } = include(path);
      reader.findings.push(...findings);
      return value === null ? [] : readFile(value);
    });
  const observations = [
    ...readInlineObservations(reader),
    ...read(plan.data.observations, (file) => readObservationFile(reader, file)),
  ];
  const progress = read(plan.data.progress, (file) => readProgressFile(reader, file));
  const declared = reader.entities.size;
  const findings = [
    ...reader.findings,
    ...unknownNames(reader.indicators, unknownIndicator, {}),
    ...unknownNames(reader.entities, unknownEntity, { declared }, declared === 0 ? "info" : "error"),
    ...unknownNames(reader.work, unknownItem, {}),
    ...checkSeries(plan, observations),
  ];
  const demo = [...plan.data.observations, ...plan.data.progress].some((file) => file.demo);
  return { value: { observations, progress, demo }, findings };
}
