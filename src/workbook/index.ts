/** Workbooks in and out, over a library that is loaded only when one is met. */
export { readWorkbook } from "./read-workbook.ts";
export { writeWorkbook } from "./write-workbook.ts";
