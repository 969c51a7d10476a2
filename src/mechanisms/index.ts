/**
 * Mechanism types (FORMAT.md section 7) with the keys of each. A new type: a folder `src/mechanisms/<type>/` with `keys.ts`,
 * one line here, and one in `checks.ts` for what it must state and its rules. Read when the schema is made and by
 * `explain`; a check reads the keys from the generated schema.
 */
import type { Parts } from "../schema/part.ts";
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

/** Keys of each type beside the common ones, in the order of the format. */
export const mechanismSchemas: Readonly<Record<string, Parts>> = {
  scorecard: scorecardKeys,
  alarm: alarmKeys,
  review: reviewKeys,
  list: listKeys,
  matching: matchingKeys,
  workflow: workflowKeys,
  norm: normKeys,
  fund: fundKeys,
  body: bodyKeys,
  points: pointsKeys,
  training: trainingKeys,
  pilot: pilotKeys,
  entitlement: entitlementKeys,
  link: linkKeys,
  provision: provisionKeys,
};

export const mechanismTypes: readonly string[] = Object.keys(mechanismSchemas);
