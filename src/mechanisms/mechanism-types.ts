/**
 * Mechanism types (FORMAT.md section 7): the word for each and its keys. A new type: a folder `src/mechanisms/<type>/`, one
 * entry here, and one in `checks.ts` for what it must state and its rules. Read when the schema is made and by
 * `explain`; a check reads the keys from the generated schema.
 */
import type { Localized } from "../diagnostics/diagnostic.ts";
import { both, type Parts } from "../schema/part.ts";
import { alarmKeys } from "./alarm/keys.ts";
import { bodyKeys } from "./body/keys.ts";
import { entitlementKeys } from "./entitlement/keys.ts";
import { fundKeys } from "./fund/keys.ts";
import { linkKeys } from "./link/keys.ts";
import { listKeys } from "./list/keys.ts";
import { matchingKeys } from "./matching/keys.ts";
import { normKeys } from "./norm/keys.ts";
import { pilotKeys } from "./pilot/keys.ts";
import { pointsKeys } from "./points/keys.ts";
import { provisionKeys } from "./provision/keys.ts";
import { reviewKeys } from "./review/keys.ts";
import { scorecardKeys } from "./scorecard/keys.ts";
import { trainingKeys } from "./training/keys.ts";
import { workflowKeys } from "./workflow/keys.ts";

/** A type as people call it, and its keys beside those that all types share. */
export interface MechanismType {
  readonly words: Localized;
  readonly keys: Parts;
}

/** All types, in the order of the format. */
export const mechanismTypes: Readonly<Record<string, MechanismType>> = {
  scorecard: { words: both("scorecard", "考核评价"), keys: scorecardKeys },
  alarm: { words: both("alarm", "监测预警"), keys: alarmKeys },
  review: { words: both("review", "督导评估"), keys: reviewKeys },
  list: { words: both("list", "清单"), keys: listKeys },
  matching: { words: both("matching", "供需对接"), keys: matchingKeys },
  workflow: { words: both("workflow", "流转办理"), keys: workflowKeys },
  norm: { words: both("norm", "配置标准"), keys: normKeys },
  fund: { words: both("fund", "经费安排"), keys: fundKeys },
  body: { words: both("body", "组织机构"), keys: bodyKeys },
  points: { words: both("points", "积分"), keys: pointsKeys },
  training: { words: both("training", "教育培训"), keys: trainingKeys },
  pilot: { words: both("pilot", "试点推广"), keys: pilotKeys },
  entitlement: { words: both("entitlement", "资格待遇"), keys: entitlementKeys },
  link: { words: both("link", "结对联系"), keys: linkKeys },
  provision: { words: both("provision", "其他规定"), keys: provisionKeys },
};
