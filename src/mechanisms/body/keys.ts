/** Keys of mechanism type `body` (组织机构): who leads it, who belongs to it, how often it meets. */
import { both, type Parts } from "../../schema/part.ts";
import { reference, rhythm, text } from "../parts.ts";

/** The type as people call it. */
export const words = both("body", "组织机构");

/** Keys that only this type has. */
export const keys: Parts = {
  level: text(both("Level", "层级")),
  lead: text(both("Lead", "牵头或负责人"), both("Who leads it: an id, or words", "由谁牵头负责：编号或文字")),
  members: text(both("Members", "成员")),
  office: text(both("Office", "办事机构")),
  meets: rhythm(both("Meets", "会议频次")),
  yields: reference(
    ["deliverable"],
    both("Produces", "形成成果"),
    both("Ids of the deliverables that it makes", "形成的成果编号"),
  ),
};
