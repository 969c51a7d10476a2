/** A plan that only one side has, as a change. */
import type { Plan } from "../plan/plan.ts";
import type { Change } from "./change.ts";

/** The plan is new. */
export function planAdded(plan: Plan): Change {
  return { ...common(plan), kind: "added", effect: "none", before: null, after: plan.id?.span ?? plan.span };
}

/** The plan is gone, and its binding targets with it; of one that was closed nothing is lost. */
export function planDropped(plan: Plan): Change {
  const binding = plan.indicators.some(({ attribute }) => attribute?.value === "binding");
  const closed = plan.status?.value === "closed";
  return {
    ...common(plan),
    kind: "dropped",
    effect: closed ? "none" : "weaker",
    binding,
    before: plan.id?.span ?? plan.span,
    after: null,
    note: closed
      ? null
      : {
          en: "a plan that has ended keeps its file, or says `status: closed` before it goes",
          zhHans: "已结束的方案应保留文件，或者先将 `status` 改为 `closed` 再移除",
        },
  };
}

function common(plan: Plan): Omit<Change, "kind" | "effect" | "before" | "after"> {
  return {
    field: null,
    subject: { kind: "plan", id: plan.id?.value ?? "", name: plan.title?.value ?? null, formerId: null },
    binding: false,
    when: null,
    asked: null,
    from: null,
    to: null,
    names: { from: null, to: null },
    path: null,
    revision: null,
    count: 1,
    note: null,
  };
}
