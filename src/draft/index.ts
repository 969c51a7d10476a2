/** Indicator tables into a draft plan. Loaded only by `plan import --as plan`; holds no state. */
export { draftText } from "./draft-text.ts";
export { type DraftTable, mostRows } from "./grid.ts";
export { isIndicatorHeading } from "./headings.ts";
export { makeDraft } from "./make-draft.ts";
