/** The CSV reader under the name by which the pipeline asks for it. */
import { scanCsv } from "../tables/scan-csv.ts";

export const parseCsv = scanCsv;
export type CsvParser = typeof scanCsv;
