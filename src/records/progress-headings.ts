/** Headings of tables in which progress is kept, in Chinese and English. */
import { foldedHeading, withoutUnit } from "./import-heading.ts";

/** `mixed`: a share, a state or words, as its cells say; `aside`: what the plan itself states, or a running number. */
export type ProgressColumn =
  | "id"
  | "kind"
  | "at"
  | "state"
  | "share"
  | "planned"
  | "done"
  | "problem"
  | "next"
  | "evidence"
  | "filled-by"
  | "checked-by"
  | "source"
  | "mixed"
  | "aside";

const words: Readonly<Record<ProgressColumn, string>> = {
  id: "id|编号|事项编号|任务编号|任务|任务名称|重点任务|工作任务|主要任务|目标任务|重点工作|重点事项|工作事项|事项|事项名称|举措|重点举措|主要举措|项目|项目名称|关键节点|节点|成果|工作内容|action|actions|task|tasks|milestone|activity|deliverable|project|item|work-item",
  kind: "kind|类别|类型|事项类别|type",
  at: "at|时间|日期|期间|报告期|填报日期|填报时间|截至日期|截至时间|统计时间|更新日期|更新时间|月份|季度|date|as-of|period|reporting-date|reporting-period|month|quarter|updated",
  state: "state|状态|任务状态|完成状态|推进状态|进展状态|工作状态|status",
  share:
    "share|比例|完成比例|完成率|完成百分比|完成进度|形象进度|任务完成率|progress|%-complete|percent-complete|percentage-complete|complete|completion|percent",
  planned: "planned|计划|计划安排|计划进度|计划完成|计划完成率|序时进度|plan|target",
  done: "done|进展|进展情况|工作进展|工作进展情况|主要进展|目前进展|最新进展|进展成效|推进情况|工作开展情况|开展情况|work-done|achievements|progress-made|update",
  problem:
    "problem|问题|存在问题|存在的问题|主要问题|困难|困难问题|存在困难|问题和困难|problems|issue|issues|obstacles|challenges|blockers",
  next: "next|下一步|下一步安排|下一步计划|下一步工作|下一步工作计划|下一步措施|下步打算|下步计划|下步安排|next-step|next-steps",
  evidence: "evidence|佐证|佐证材料|证明材料|支撑材料|proof",
  "filled-by": "filled-by|填表人|填报人|填写人|经办人|reported-by|reporter",
  "checked-by": "checked-by|审核人|复核人|reviewed-by|approved-by",
  source: "source|来源|数据来源",
  mixed: "进度|完成情况|落实情况|工作进度|任务进度",
  aside:
    "序号|no|no.|#|责任单位|责任部门|责任主体|牵头单位|配合单位|责任人|完成时限|完成时间|时限|截止时间|owner|lead|partners|responsible|deadline|due|due-date",
};

const columns = new Map<string, ProgressColumn>(
  Object.entries(words).flatMap(([name, list]) =>
    list.split("|").map((word): [string, ProgressColumn] => [word, name as ProgressColumn]),
  ),
);

/** What a heading means; null when it is not known. `unit` as it stands in brackets behind it. */
export function progressColumn(
  heading: string,
): { readonly name: ProgressColumn; readonly unit: string | null } | null {
  const { text, unit } = withoutUnit(heading);
  const name = columns.get(foldedHeading(text)) ?? columns.get(foldedHeading(heading));
  return name === undefined ? null : { name, unit };
}

/** True for a heading by which a table of progress is known among the sheets of a workbook. */
export function isProgressHeading(text: string): boolean {
  return progressColumn(text) !== null;
}
