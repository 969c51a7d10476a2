/** Schema of what happens when: phases, milestones, deliverables, actions (FORMAT.md section 5). */
import { both, choice, list, map, shared, value, valueOrMap } from "./part.ts";
import { citing, id, name, owner } from "./shared.ts";

const needs = shared("ids", both("Needs", "前置条件"), both("What must exist first", "须先完成或具备的事项"));

export const milestones = list(
  map(
    {
      id,
      name,
      phase: value(both("Phase", "阶段"), both("Id of a phase", "阶段的编号")),
      by: shared("timeStatement", both("By", "完成时限")),
      owner,
      deliverable: value(both("Deliverable", "成果"), both("Id of a deliverable", "成果的编号")),
      needs,
      ...citing,
    },
    ["id"],
    both("Milestone", "关键节点"),
  ),
  both("Milestones", "关键节点"),
);

/** A condition for leaving a phase. */
const gates = list(
  valueOrMap(
    {
      indicator: value(both("Indicator", "指标"), both("Id of an indicator", "指标的编号")),
      reach: value(both("Level to reach", "应达到")),
      text: value(both("Text", "文字说明")),
      ...citing,
    },
    both("Gate", "转段条件"),
  ),
  both("Gates", "转段条件"),
);

export const phases = list(
  map(
    {
      id,
      name,
      period: shared("timeStatement", both("Period", "起止时间")),
      gates,
      milestones,
      ...citing,
    },
    ["id"],
    both("Phase", "阶段"),
  ),
  both("Phases", "阶段"),
);

export const deliverables = list(
  map(
    {
      id,
      name,
      kind: choice(
        ["document", "platform", "premises", "body", "system"],
        both("Kind", "类别"),
        both(
          "document, platform, premises, body or system",
          "document 文件、platform 平台、premises 场所、body 机构、system 制度",
        ),
      ),
      due: shared("timeStatement", both("Due", "完成时限")),
      owner,
      ...citing,
    },
    ["id"],
    both("Deliverable", "成果"),
  ),
  both("Deliverables", "成果"),
);

export const actions = list(
  map(
    {
      id,
      name,
      objective: value(both("Objective", "目标任务"), both("Id of an objective", "目标任务的编号")),
      parent: value(
        both("Part of", "上级任务"),
        both("Id of the action of which this is a part", "所属重点任务的编号"),
      ),
      owner,
      period: shared("timeStatement", both("Period", "起止时间")),
      budget: shared(
        "statement",
        both("Budget", "预算金额"),
        both("What the whole action may cost", "完成该项任务的全部预算"),
      ),
      needs,
      ...citing,
    },
    ["id"],
    both("Action", "重点任务"),
  ),
  both("Actions", "重点任务"),
);
