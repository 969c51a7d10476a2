/** The annexes of the plan document in their order, numbered as far as the plan has something for them. */
import type { ViewContext } from "./context.ts";
import { actorAnnex } from "./plan-actors.ts";
import { indicatorAnnex } from "./plan-indicators.ts";
import type { PlanLabels } from "./plan-labels.ts";
import { logicAnnex } from "./plan-logic.ts";
import { mechanismAnnex } from "./plan-mechanisms.ts";
import { resourceAnnex, riskAnnex, sourceAnnex } from "./plan-tables.ts";
import { phaseAnnex, taskAnnex } from "./plan-tasks.ts";
import type { AnnexHead, PlanAnnexes } from "./plan-view.ts";

/** All annexes; null for those that would be empty. Numbers run on without a gap. */
export async function annexesOf(context: ViewContext, labels: PlanLabels): Promise<PlanAnnexes> {
  let count = 0;
  const numbered = <T>(title: string, content: T | null): (T & AnnexHead) | null => {
    if (content === null) return null;
    count += 1;
    const call = context.speaker.chinese ? `${labels.annex}${count}` : `${labels.annex} ${count}`;
    return { call, title, ...content };
  };
  return {
    indicators: numbered(labels.indicatorTable, indicatorAnnex(context, labels)),
    tasks: numbered(labels.taskTable, taskAnnex(context, labels)),
    phases: numbered(labels.phaseTable, phaseAnnex(context)),
    logic: numbered(labels.logicTable, logicAnnex(context)),
    actors: numbered(labels.actorTable, await actorAnnex(context)),
    risks: numbered(labels.riskTable, riskAnnex(context, labels)),
    resources: numbered(labels.resourceTable, resourceAnnex(context)),
    mechanisms: numbered(labels.mechanismTable, await mechanismAnnex(context)),
    sources: numbered(labels.sourceTable, sourceAnnex(context)),
  };
}
