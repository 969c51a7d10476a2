/** Schema of what a plan wants: problems, dimensions, objectives, and the evidence for them (FORMAT.md section 5). */
import { both, choice, list, map, type Parts, shared, value } from "./part.ts";
import { citing, id, name, saying } from "./shared.ts";

const evidenceKeys: Parts = {
  kind: choice(
    ["background", "case", "standard"],
    both("Kind", "类别"),
    both(
      "background figure, case of another place, or standard",
      "background 背景、case 案例、standard 标准",
    ),
  ),
  of: value(
    both("About", "涉及指标"),
    both(
      "Id of the indicator, or of the standing figure of a mechanism, that it is about",
      "所涉指标或机制数据的编号",
    ),
  ),
  is: value(both("Value", "值")),
  from: value(both("From", "变化前")),
  to: value(both("To", "变化后")),
  at: shared("time", both("Date", "时间")),
  cause: value(
    both("Cause", "原因"),
    both("Action or mechanism to which the change is attributed", "变化所归因的重点任务或工作机制"),
  ),
  text: value(both("Text", "文字说明")),
  name,
  ...saying,
};

/** Background and case figures; `id` is needed only in the plan's own list. */
export const evidence = list(
  map({ id, ...evidenceKeys }, ["id"], both("Evidence", "例证")),
  both("Evidence", "例证"),
  both(
    "Background and case figures, kept apart from targets and baselines",
    "背景和案例数据，与目标值、基期值分开",
  ),
);

export const problems = list(
  map(
    {
      id,
      statement: shared("name", both("Problem", "问题表述")),
      objectives: shared("ids", both("Objectives that answer it", "对应的目标任务")),
      evidence: list(map({ id, ...evidenceKeys }, [], both("Evidence", "例证")), both("Evidence", "例证")),
      ...citing,
    },
    ["id"],
    both("Problem", "问题"),
  ),
  both("Problems", "问题"),
);

export const dimensions = list(
  map(
    {
      id,
      name,
      weight: shared("statement", both("Weight", "权重"), both("Share of the whole plan", "占全方案的比重")),
      assess: shared("assessment", both("Assessment method", "评定方法")),
      ...citing,
    },
    ["id"],
    both("Dimension", "维度"),
  ),
  both("Dimensions", "维度"),
);

export const objectives = list(
  map(
    {
      id,
      statement: shared("name", both("Objective", "目标任务表述")),
      dimension: value(both("Dimension", "维度"), both("Id of a dimension", "维度的编号")),
      ...citing,
    },
    ["id"],
    both("Objective", "目标任务"),
  ),
  both("Objectives", "目标任务"),
);
