/** What a review must state. */
import { wordsAt } from "../../plan/parameters.ts";
import type { Mechanism } from "../../plan/plan.ts";
import { statesAnywhere } from "../../rules/states-anywhere.ts";
import { type NeededPart, needed } from "../needed.ts";

const meetingKinds = /会商|会议|例会|议事|协商|调度|\b(?:meeting|consultation|conference)s?\b/iu;

const rhythm = needed("rhythm", "频次", "cadence", "at-least");
const reviewed = needed("what is reviewed", "评估对象", "of", "aspects");
const agenda = needed("what is on the agenda", "议题", "of", "aspects");

export const reviewNeeded: readonly NeededPart[] = [
  needed("kind", "方式", "kind"),
  {
    words: rhythm.words,
    isStated: (mechanism, plan) => rhythm.isStated(mechanism, plan) || isHeldOnce(mechanism),
  },
  {
    words: reviewed.words,
    isStated: (mechanism, plan) => isMeeting(mechanism) || reviewed.isStated(mechanism, plan),
  },
  {
    words: agenda.words,
    isStated: (mechanism, plan) => !isMeeting(mechanism) || agenda.isStated(mechanism, plan),
  },
];

function isMeeting({ parameters }: Mechanism): boolean {
  const kinds = wordsAt(parameters, "kind");
  return kinds.length > 0 && kinds.every(({ value }) => meetingKinds.test(value));
}

/** An evaluation has a date; a meeting that is held through a phase needs to say how often. */
function isHeldOnce(mechanism: Mechanism): boolean {
  return statesAnywhere(mechanism, "during") && !(isMeeting(mechanism) && isLong(mechanism));
}

/** Days of more than one month. */
const longerThanMonth = 31;

function isLong({ during }: Mechanism): boolean {
  const period = during?.value.period ?? null;
  if (period === null) return false;
  return period.start === null || period.end === null || period.end - period.start >= longerThanMonth;
}
