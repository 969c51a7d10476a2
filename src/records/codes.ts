/** Every code of reading records, in the order in which a data file is judged: file, headings, rows, cells, series. */
import type { CodeDefinition } from "../diagnostics/diagnostic.ts";
import {
  duplicateHeading,
  emptyDataFile,
  missingCell,
  missingColumn,
  noHeadings,
  raggedRow,
  tooManyColumns,
  tooManyRows,
  unclosedQuote,
  unknownHeading,
  unusualDelimiter,
} from "../tables/codes.ts";
import { formulaCell, unreadableDate, unreadableState, unreadableValue, wrongUnit } from "./codes-cell.ts";
import {
  duplicateObservation,
  halfShare,
  magnitude,
  outOfBounds,
  partAboveWhole,
  sameDayAmounts,
  shareMismatch,
  tooManySeries,
  unknownBudget,
  unknownEntity,
  unknownIndicator,
  unknownItem,
} from "./codes-series.ts";

export * from "./codes-cell.ts";
export * from "./codes-series.ts";

export const recordCodes: readonly CodeDefinition[] = [
  emptyDataFile,
  unclosedQuote,
  noHeadings,
  unusualDelimiter,
  missingColumn,
  duplicateHeading,
  unknownHeading,
  raggedRow,
  tooManyColumns,
  tooManyRows,
  missingCell,
  formulaCell,
  unreadableDate,
  unreadableValue,
  wrongUnit,
  unreadableState,
  unknownIndicator,
  unknownEntity,
  unknownItem,
  unknownBudget,
  tooManySeries,
  duplicateObservation,
  sameDayAmounts,
  outOfBounds,
  partAboveWhole,
  halfShare,
  shareMismatch,
  magnitude,
];
