/**
 * The rules in order: what the plan says of itself first, what became of it last. The order is that of the rule
 * table; findings are ordered by place. Rules of mechanism types stand in the folders of the types.
 */
import { mechanismRules as typeRules } from "../mechanisms/mechanism-types.ts";
import { countRules } from "./count/index.ts";
import { dataRules } from "./data/index.ts";
import type { Rule } from "./define-rule.ts";
import { indicatorRules } from "./indicator/index.ts";
import { mechanismRules } from "./mechanism/index.ts";
import { narrativeRules } from "./narrative/index.ts";
import { objectiveRules } from "./objective/index.ts";
import { provenanceRules } from "./provenance/index.ts";
import { referenceRules } from "./reference/index.ts";
import { responsibilityRules } from "./responsibility/index.ts";
import { riskRules } from "./risk/index.ts";
import { statementRules } from "./statement/index.ts";
import { statusRules } from "./status/index.ts";
import { targetRules } from "./target/index.ts";
import { timeRules } from "./time/index.ts";

export const rules: readonly Rule[] = [
  ...referenceRules,
  ...timeRules,
  ...statementRules,
  ...countRules,
  ...narrativeRules,
  ...mechanismRules,
  ...responsibilityRules,
  ...typeRules,
  ...targetRules,
  ...indicatorRules,
  ...provenanceRules,
  ...dataRules,
  ...objectiveRules,
  ...riskRules,
  ...statusRules,
];
