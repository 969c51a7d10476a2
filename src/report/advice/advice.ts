/**
 * What to do about a finding, for readers of the printed plan: they know its sections and names, not the keys of its file.
 * A code without a text here has a help line that names no key.
 */
import type { Diagnostic, Localized } from "../../diagnostics/diagnostic.ts";
import { own } from "../../text/own.ts";
import { adviceOnData } from "./on-data.ts";
import { adviceOnFigures } from "./on-figures.ts";
import { adviceOnParts } from "./on-parts.ts";

/** Families of faults of the file alone: the printed plan is not touched by them. */
const ofTheFile = /^(?:yaml|schema|suppression|input|configuration)\//;

const forTheKeeper: Localized = {
  en: "For whoever keeps the plan's file; the printed document need not change.",
  zhHans: "由方案文件的维护人员更正，印发文本无需修改。",
};

/** The help line of a finding in the words of the printed plan. */
export function adviceFor({ code, help }: Pick<Diagnostic, "code" | "help">): Localized {
  const found = own(adviceOnFigures, code) ?? own(adviceOnParts, code) ?? own(adviceOnData, code);
  return found ?? (ofTheFile.test(code) ? forTheKeeper : help);
}
