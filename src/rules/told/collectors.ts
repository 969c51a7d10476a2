/** Who a Chinese sentence says collects the data of an indicator: 居民参与率由区民政局负责统计. Shared by a rule; not a rule. */
import type { Given } from "../../plan/given.ts";
import type { Indicator, Plan } from "../../plan/plan.ts";
import { ofElsewhere } from "../texts/figures.ts";
import { mentionsIn } from "../texts/indicator-mentions.ts";
import { namedThings, placesIn } from "../texts/named-things.ts";
import { isShortFor } from "./leads.ts";

/** Another than the one who is stated to collect. */
export interface CollectorTold {
  readonly indicator: Indicator;
  readonly said: string;
  readonly at: number;
  readonly stated: Given<string>;
}

const work = "统计|采集|监测|填报|核算|汇总|测算";
/** A cheap sign that a text tells one. */
export const tellsCollector: RegExp = new RegExp(
  `由[^，。；]{2,20}(?:${work})|负责[^，。；]{4,30}(?:${work})`,
  "u",
);
const whomBefore = /^["”》]?的?(?:数据|情况|指标|完成情况)?(?:的?(?:采集|统计|监测|汇总))?(?:工作)?由$/u;
const workBehind = new RegExp(
  `^(?:负责|牵头|组织|统一|具体|定期|每[年季月]度?)*(?:${work})(?=[，。；、]|$)`,
  "u",
);
const workLater = new RegExp(`^的?(?:数据|情况|指标)?的?(?:${work})(?:工作)?(?=[，。；、]|$)`, "u");

/** At most one for each indicator that the sentence names in full. */
export function collectorsTold(sentence: string, plan: Plan): readonly CollectorTold[] {
  if (!tellsCollector.test(sentence) || ofElsewhere.test(sentence)) return [];
  const mentions = mentionsIn(sentence, plan).filter(({ isShort }) => !isShort);
  if (mentions.length === 0) return [];
  const actors = placesIn(sentence, namedThings(plan.actors));
  return mentions.flatMap(({ figures: { indicator }, at, end }): readonly CollectorTold[] => {
    const stated = indicator.collected?.by ?? null;
    const actor = actors.find((one) =>
      one.at >= end
        ? whomBefore.test(sentence.slice(end, one.at)) && workBehind.test(sentence.slice(one.end))
        : /^负责$/u.test(sentence.slice(one.end, at)) && workLater.test(sentence.slice(end)),
    );
    if (stated === null || actor === undefined) return [];
    const said = sentence.slice(actor.at, actor.end);
    // Who is stated may be called by its id, or shortened.
    const names = [
      stated.value.trim(),
      plan.actors.find(({ id }) => id.value === stated.value)?.name?.text.trim() ?? "",
    ];
    const isSame = names.some(
      (name) => name.includes(said) || said.includes(name || "？") || isShortFor(name, said),
    );
    return isSame ? [] : [{ indicator, said, at: actor.at, stated }];
  });
}
