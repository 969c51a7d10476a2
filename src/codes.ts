/** Every code that planwright can report, in one list: for `explain`, the rule table and the configuration. */

import type { CodeDefinition } from "./diagnostics/diagnostic.ts";
import { suppressionCodes } from "./diagnostics/suppress.ts";
import { draftCodes } from "./draft/codes.ts";
import { bindCodes } from "./load/bind-codes.ts";
import { loadCodes } from "./load/codes.ts";
import { inputCodes } from "./load/input-codes.ts";
import { printCodes } from "./load/print-codes.ts";
import { runCodes } from "./load/run-codes.ts";
import { sourceCodes } from "./load/source-codes.ts";
import { wordCodes } from "./load/word-codes.ts";
import { workbookCodes } from "./load/workbook-codes.ts";
import { recordCodes } from "./records/codes.ts";
import { importCodes } from "./records/import-codes.ts";
import { templateFault } from "./report/template-codes.ts";
import { rules } from "./rules/index.ts";

/** In the order in which things are read, then judged; rules say which of their arguments hold ids. */
export const allCodes: readonly (CodeDefinition & { readonly named?: readonly string[] })[] = [
  ...inputCodes,
  ...runCodes,
  templateFault,
  ...printCodes,
  ...sourceCodes,
  ...workbookCodes,
  ...wordCodes,
  ...importCodes,
  ...draftCodes,
  ...loadCodes,
  ...bindCodes,
  ...recordCodes,
  ...rules,
  ...suppressionCodes,
];
