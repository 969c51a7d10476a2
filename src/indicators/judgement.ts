/** Whether a judgement counts on a day (ENGINE.md sections 5 and 6): whose it is, why, since when and until when. */
import type { Assessment } from "../plan/plan.ts";
import type { Day } from "../plan/time.ts";
import type { Evidence } from "./judge-target.ts";
import { type ReadJudgement, readJudgement } from "./methods/judgement.ts";
import { parameterReader, type ReaderContext } from "./methods/parameters.ts";
import type { StatusResult } from "./status.ts";
import { judgementName } from "./terms.ts";

/** Why a judgement is not used. */
export type Unused = "incomplete" | "unreadable" | "not-yet" | "expired";

/** A judgement in force. */
export interface InForce {
  readonly result: StatusResult;
  /** The word as the person gave it. */
  readonly word: string;
}

/** The judgement that counts for a row on its day; null where there is none or it is not used. */
export function judgementOf({ terms, asOf }: Evidence): InForce | null {
  if (terms.assessment.method !== judgementName) return null;
  const read = readOf(terms.assessment, terms);
  if (read.given === null || whyNotUsed(read, asOf) !== null) return null;
  const { word, status } = read.given;
  return { result: { step: "judgement", status, reason: null, basis: null }, word };
}

function readOf(assessment: Assessment, context: ReaderContext): ReadJudgement {
  return readJudgement(parameterReader(assessment.parameters, context));
}

/** Why a judgement is not used on a day; null where it is. */
export function whyNotUsed(read: ReadJudgement, asOf: Day): Unused | null {
  if (read.missing.length > 0) return "incomplete";
  if (read.faulty) return "unreadable";
  if (read.date !== null && read.date > asOf) return "not-yet";
  return read.expires !== null && read.expires < asOf ? "expired" : null;
}
