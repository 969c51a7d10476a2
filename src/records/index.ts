/** Every kind of record, in the order in which they are read: the one place to add a kind. */
import type { DataFiles } from "../plan/plan.ts";
import type { SourceFile } from "../text/source.ts";
import { readInlineObservations, readObservationFile } from "./observations.ts";
import { readProgressFile } from "./progress.ts";
import type { RecordReader } from "./record-reader.ts";
import type { Observation, ProgressEntry, Spending } from "./records.ts";
import { readSpendingFile } from "./spending.ts";

/** The lists that the kinds fill; each kind fills its own. */
export interface RecordLists {
  readonly observations: Observation[];
  readonly progress: ProgressEntry[];
  readonly spending: Spending[];
}

export interface RecordKind {
  /** Key under `data` that names its files. */
  readonly name: keyof DataFiles;
  /** Adds what stands in the plan itself. */
  readInline(reader: RecordReader, lists: RecordLists): void;
  /** Adds the rows of a data file. */
  readFile(reader: RecordReader, file: SourceFile, lists: RecordLists): void;
}

export const recordKinds: readonly RecordKind[] = [
  {
    name: "observations",
    readInline(reader, lists) {
      readInlineObservations(reader, lists.observations);
    },
    readFile(reader, file, lists) {
      readObservationFile(reader, file, lists.observations);
    },
  },
  {
    name: "progress",
    readInline() {
      // Progress is written in data files only.
    },
    readFile(reader, file, lists) {
      readProgressFile(reader, file, lists.progress);
    },
  },
  {
    name: "spending",
    readInline() {
      // Spending is written in data files only.
    },
    readFile(reader, file, lists) {
      readSpendingFile(reader, file, lists.spending);
    },
  },
];
