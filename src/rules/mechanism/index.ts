/** The rules of family `mechanism/`, in the order of the rule table. */
import type { Rule } from "../define-rule.ts";
import { mechanismActorId } from "./actor-id.ts";
import { mechanismAnnounced } from "./announced.ts";
import { mechanismCadenceConflict } from "./cadence-conflict.ts";
import { mechanismCountInText } from "./count-in-text.ts";
import { mechanismDuplicateEntry } from "./duplicate-entry.ts";
import { mechanismExpressionMeaning } from "./expression-meaning.ts";
import { mechanismExpressionName } from "./expression-name.ts";
import { mechanismExpressionUnreadable } from "./expression-unreadable.ts";
import { mechanismIncomplete } from "./incomplete.ts";
import { mechanismLimitBeyondPlan } from "./limit-beyond-plan.ts";
import { mechanismSameName } from "./same-name.ts";
import { mechanismShareAboveWhole } from "./share-above-whole.ts";
import { mechanismStreakTooLong } from "./streak-too-long.ts";
import { mechanismTwoLists } from "./two-lists.ts";
import { mechanismTwoSchemes } from "./two-schemes.ts";
import { mechanismWrongUnit } from "./wrong-unit.ts";

export const mechanismRules: readonly Rule[] = [
  mechanismAnnounced,
  mechanismDuplicateEntry,
  mechanismCadenceConflict,
  mechanismTwoLists,
  mechanismTwoSchemes,
  mechanismShareAboveWhole,
  mechanismWrongUnit,
  mechanismExpressionUnreadable,
  mechanismExpressionMeaning,
  mechanismExpressionName,
  mechanismIncomplete,
  mechanismActorId,
  mechanismCountInText,
  mechanismSameName,
  mechanismStreakTooLong,
  mechanismLimitBeyondPlan,
];
