/** Keys of mechanism type `alarm` (监测预警): a condition, its levels, who is told and how fast they answer. */
import { governedKinds } from "../../plan/plan-index.ts";
import { both, type Parts } from "../../schema/part.ts";
import { called, choice, entries, expression, owner, owners, quantity, reference, text } from "../parts.ts";

/** The type as people call it. */
export const words = both("alarm", "监测预警");

/** Keys that only this type has. */
export const keys: Parts = {
  when: expression(
    both("Condition", "预警条件"),
    both(
      "When it is raised: execution-rate < elapsed - 15pp",
      "触发条件，如 execution-rate < elapsed - 15pp",
    ),
  ),
  of: reference(
    governedKinds,
    both("Watches", "监测对象"),
    both("Ids of what is watched", "被监测事项的编号"),
  ),
  levels: entries(
    {
      ...called,
      at: quantity(both("Threshold", "阈值"), both("Reached at: 15pp", "达到即预警，如 15pp")),
      when: expression(both("Condition", "条件")),
      streak: quantity(both("In a row", "连续时长")),
      means: choice(
        ["praise", "normal", "warning", "sanction"],
        both("Meaning", "含义"),
        both("praise, normal, warning or sanction", "praise 表扬、normal 正常、warning 警示、sanction 惩戒"),
      ),
      then: text(both("Then", "措施")),
      tell: reference(owners, both("Notified", "告知")),
      owner: owner(both("Owner", "责任主体")),
    },
    both("Levels", "预警等级"),
    both("In order of severity, up or down", "按严重程度依次写"),
  ),
  streak: quantity(
    both("In a row", "连续时长"),
    both("How long it must last: 1 month", "持续多久才触发，如 1 month"),
  ),
  tell: reference(
    owners,
    both("Notified", "告知"),
    both("Ids of those who are notified", "接收预警者的编号"),
  ),
  "answer-within": quantity(both("Answer within", "答复时限")),
  escalate: reference(
    [...owners, "action"],
    both("Escalates to", "升级至"),
    both("Id of who or what takes over when nobody answers", "逾期未答复时转由谁处理，写编号"),
  ),
};
