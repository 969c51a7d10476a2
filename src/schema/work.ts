/** Schema of how a plan gets done: phases, milestones, deliverables, actions, risks, resources (FORMAT.md section 5). */
import { gates } from "./goals.ts";
import { both, choice, list, map, optionalMap, ownId, type Part, shared, value, valueOrMap } from "./part.ts";
import { citing } from "./shared.ts";

const id = ownId(both("Id", "编号"));
const name = shared("name", both("Name", "名称"));
const owner = shared("ownerStatement", both("Owner", "责任主体"));
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

function grading(title: Part["title"]): Part {
  return {
    title,
    description: both("1 to 5; left out where the document gives none", "1 至 5；原文未写的不填"),
    type: ["string", "number", "null"],
    pattern: "^[1-5]$",
    minimum: 1,
    maximum: 5,
  };
}

export const risks = list(
  map(
    {
      id,
      name,
      owner,
      likelihood: grading(both("Likelihood", "可能性")),
      impact: grading(both("Impact", "影响程度")),
      mitigations: list(
        valueOrMap(
          {
            item: value(
              both("Item", "事项"),
              both(
                "Id of an action, milestone, deliverable, phase or mechanism",
                "重点任务、关键节点、成果、阶段或工作机制的编号",
              ),
            ),
            text: value(both("Text", "文字说明")),
            stated: choice(
              ["stated", "implied", "missing"],
              both("How the document says it", "原文中的表述情况"),
              both("stated, only implied, or missing", "stated 已写明、implied 隐含、missing 未提及"),
            ),
            ...citing,
          },
          both("Answer", "应对措施"),
        ),
        both("Answers", "应对措施"),
      ),
      trigger: optionalMap(
        { alarm: value(both("Alarm", "监测预警"), both("Id of an alarm mechanism", "监测预警机制的编号")) },
        both("Trigger", "触发条件"),
      ),
      ...citing,
    },
    ["id"],
    both("Risk", "风险"),
  ),
  both("Risks", "风险"),
);

export const resources = list(
  map(
    {
      id,
      kind: choice(
        ["people", "money", "premises", "equipment", "technology"],
        both("Kind", "类别"),
        both(
          "people, money, premises, equipment or technology",
          "people 人员、money 资金、premises 场所、equipment 设备、technology 技术",
        ),
      ),
      name,
      amount: shared("statement", both("Amount", "数量")),
      norm: value(both("Norm", "配置标准"), both("Id of a norm", "配置标准的编号")),
      owner,
      ...citing,
    },
    ["id"],
    both("Resource", "资源"),
  ),
  both("Resources", "资源"),
);
