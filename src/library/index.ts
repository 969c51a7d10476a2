/**
 * planwright as a library: `checkPlan` finds what is wrong with a plan, `evaluatePlan` says where its indicators stand.
 * Both take a text and give plain data, the very objects that `plan check --format json` and `plan status --format json`
 * print for a plan. Nothing is read, written or asked of the clock: files beside the plan come through `include`.
 */
import { version } from "../../package.json";
import { compile, type Only, uncompiled } from "../compile.ts";
import { planJson } from "../findings-output/json.ts";
import type { PlanJson } from "../findings-output/json-shape.ts";
import { internalFinding } from "../load/input-codes.ts";
import { readOnly, readPlan, readSettings, type Settings } from "./arguments.ts";
import type { CheckOptions, EvaluateOptions } from "./options.ts";
import { WrongArgument } from "./values.ts";

export type { Severity } from "../diagnostics/severity.ts";
export type {
  DimensionJson,
  EarnedValueJson,
  EarningJson,
  FindingJson,
  IndicatorJson,
  MechanismJson,
  PlanJson,
  PositionJson,
  RangeJson,
  RelatedJson,
  RollUpJson,
  StatusCounts,
  TargetJson,
} from "../findings-output/json-shape.ts";
export type { InterimStatus, Status } from "../indicators/statuses.ts";
export type { CheckOptions, EvaluateOptions, MessageLanguage, ReadIncluded, RuleLevel } from "./options.ts";

/**
 * Checks a plan: what `plan check --format json` prints for it, findings first of all, with indicators and roll-ups.
 *
 * @param plan The plan as text, or as bytes in any encoding that `plan` reads (UTF-8, UTF-16, GB18030). At most 16 MiB.
 * @throws TypeError for arguments that cannot be meant. Never for what stands in a plan: that becomes a finding, also
 * when the text is no YAML or no text at all.
 */
export function checkPlan(plan: string | Uint8Array, options: CheckOptions): PlanJson {
  const bytes = readPlan("checkPlan", plan);
  const settings = readSettings("checkPlan", options, ["only"]);
  return outputOf(bytes, settings, readOnly("checkPlan", options.only));
}

/**
 * Evaluates a plan: what `plan status --format json` prints for it. Findings are those about the status, and what keeps
 * the text from being read.
 *
 * @param plan As for `checkPlan`.
 * @throws TypeError As `checkPlan`.
 */
export function evaluatePlan(plan: string | Uint8Array, options: EvaluateOptions): PlanJson {
  const bytes = readPlan("evaluatePlan", plan);
  return outputOf(bytes, readSettings("evaluatePlan", options, []), "status");
}

function outputOf(bytes: Uint8Array, { speaker, ...settings }: Settings, only: Only): PlanJson {
  try {
    return planJson(compile({ ...settings, bytes, only }), speaker);
  } catch (error) {
    // A reader that gives no file at all is the caller's fault; all else is ours, and told beside the faults of plans.
    if (error instanceof WrongArgument) throw error;
    return planJson(uncompiled(settings.name, settings.asOf, internalFinding(error, version)), speaker);
  }
}
