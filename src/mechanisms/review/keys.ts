/** Keys of mechanism type `review` (督导评估): meetings, inspections and evaluations, how often, of what and by whom. */
import { governedKinds } from "../../plan/plan-index.ts";
import { both, type Parts } from "../../schema/part.ts";
import { called, consequences, entries, quantity, reference, rhythm, text } from "../parts.ts";

/** The type as people call it. */
export const words = both("review", "督导评估");

const kind = text(
  both("Kind", "方式"),
  both(
    "such as meeting, inspection, evaluation, audit or survey (调度, 督查, 评估, 审计, 满意度测评), or another word; only equal kinds are compared",
    "调度、研判、例会、联席会议、督查、通报、评估、第三方评估、会商、监督、考核、评议、审计、满意度测评等，也可另写；方式相同的才作比较",
  ),
);
const by = text(both("Held by", "实施者"), both("Who holds it: an id, or words", "由谁开展：编号或文字"));
const of = reference(
  governedKinds,
  both("What is reviewed", "评估对象"),
  both("Ids of what is reviewed", "被评估事项的编号"),
);
const evidence = text(both("Evidence", "佐证材料"), both("What proves that it was held", "证明已开展的材料"));

/** Keys that only this type has. */
export const keys: Parts = {
  kind,
  of,
  by,
  evidence,
  "at-least": quantity(
    both("At least", "最低次数"),
    both("How many in a span: 2 per quarter", "一段时间内的最少次数，如 2 per quarter"),
  ),
  effective: quantity(
    both("Effective share", "有效率"),
    both("Share of the reviews that must lead to something", "取得成效的比例要求"),
  ),
  rounds: entries(
    {
      ...called,
      cadence: rhythm(both("Rhythm", "频次")),
      "at-least": quantity(both("At least", "最低次数")),
      kind,
      of,
      by,
      evidence,
    },
    both("Rounds", "分轮安排"),
    both("Parts of the review with rhythms of their own", "频次或实施者不同的各轮"),
  ),
  coverage: text(
    both("Coverage", "覆盖范围"),
    both("Whom it reaches: everybody, a share, a group", "覆盖哪些对象或多大比例"),
  ),
  aspects: text(both("Aspects", "评估内容")),
  feeds: text(both("Result used for", "结果用于"), both("What the result is used for", "结果用在何处")),
  yields: reference(
    ["deliverable", "milestone"],
    both("Produces", "形成成果"),
    both("Ids of the deliverables that it leads to", "形成的成果编号"),
  ),
  consequences,
};
