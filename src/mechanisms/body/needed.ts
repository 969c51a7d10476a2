/** What a body must state. */
import type { Mechanism } from "../../plan/plan.ts";
import { type NeededPart, needed } from "../needed.ts";

const meetings = needed("rhythm of meetings", "会议频次", "meets", "cadence");

/** Names of bodies whose work is to meet; a service team, a studio or an academy has other work. */
const meetingNames =
  /(?:议事|委员|理事|监事|评议|协商|恳谈|听证|联席|代表|业主|居民)会|会议|议事厅|领导小组|协调小组|工作小组|专班|指挥部|\b(?:councils?|committees?|boards?|commissions?|steering|leading group|task ?force|working group|joint meeting|assembly|forum|panel)\b/iu;

export const bodyNeeded: readonly NeededPart[] = [
  needed("lead", "牵头或负责人", "lead", "owner"),
  needed("members", "成员", "members"),
  {
    words: meetings.words,
    isStated: (mechanism, plan) => !isForMeeting(mechanism) || meetings.isStated(mechanism, plan),
  },
];

/** What has no name may be either. */
function isForMeeting({ name }: Mechanism): boolean {
  return name === null || [...name.byLanguage.values(), name.text].some((text) => meetingNames.test(text));
}
