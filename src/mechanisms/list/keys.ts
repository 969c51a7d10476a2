/** Keys of mechanism type `list` (清单): what is listed, how many are announced, who answers for each. */
import { both, type Parts } from "../../schema/part.ts";
import { announced, called, consequences, entries, flag, owner, reference, text, time } from "../parts.ts";

/** The type as people call it. */
export const words = both("list", "清单");

const kind = text(
  both("Kind", "类别"),
  both(
    "duty, responsibility, negative, service, demand, idle-resources, talent …, or another word",
    "duty 职责、responsibility 责任、negative 负面、service 服务、demand 需求、idle-resources 闲置资源、talent 人才等，也可另写",
  ),
);
const items = entries(
  {
    ...called,
    category: text(
      both("Category", "所属类别"),
      both("By which announced categories are counted", "据以核对所述类别数"),
    ),
    owner: owner(both("Owner", "责任主体")),
    due: time(both("Due", "完成时限")),
    deliverable: reference(
      ["deliverable"],
      both("Deliverable", "成果"),
      both("Id of a deliverable", "成果的编号"),
    ),
  },
  both("Items", "清单事项"),
);

/** Keys that only this type has. */
export const keys: Parts = {
  kind,
  items,
  lists: entries(
    {
      ...called,
      kind,
      owner: owner(both("Owner", "责任主体")),
      announced: announced(both("Announced count", "所述数量")),
      open: flag(both("Open list", "未列全")),
      items,
    },
    both("Lists", "分清单"),
    both("Several lists under one mechanism", "一项机制下的几张清单"),
  ),
  "opposed-to": reference(
    ["mechanism"],
    both("Opposed to", "对照清单"),
    both("Ids of lists that must not hold the same items", "事项不应重复的其他清单的编号"),
  ),
  required: text(
    both("Required fields", "必填要素"),
    both("What every item must state: owner, due …", "每项事项必须写明的要素，如 owner、due"),
  ),
  "data-from": text(both("Data from", "数据来自")),
  feeds: text(both("Result used for", "结果用于")),
  consequences,
};
