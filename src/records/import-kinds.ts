/** Tables as people keep them into rows of records. Loaded only by `plan import`; holds no state. */
export { doubtColumn, importProgress } from "./import-progress.ts";
export { type Imported, type ImportedRow, type ImportRequest, importTable } from "./import-table.ts";
export { observationColumn } from "./observation-headings.ts";
export { isProgressHeading } from "./progress-headings.ts";
