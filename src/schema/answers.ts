/** Schema of risks with their answers, and resources (FORMAT.md section 5). */
import { both, choice, list, map, optionalMap, type Part, shared, value, valueOrMap } from "./part.ts";
import { citing, id, name, owner } from "./shared.ts";

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
