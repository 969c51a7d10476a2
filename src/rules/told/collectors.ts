/**
 * Who a sentence says collects the data of an indicator: 居民参与率由区民政局负责统计, the absence rate is measured by the
 * Statistics Unit. Shared by a rule; not a rule.
 */
import type { Given } from "../../plan/given.ts";
import type { Indicator, Plan } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import { ofElsewhere } from "../texts/figures.ts";
import { mentionsIn } from "../texts/indicator-mentions.ts";
import { namedThings, placesIn } from "../texts/named-things.ts";
import { isOfOthers } from "../texts/of-others.ts";
import { isCollectorIn, isReporterIn, mayTellCollector } from "./collectors-english.ts";
import { isShortFor } from "./leads.ts";

/** Another than the one who is stated to collect. */
export interface CollectorTold {
  readonly indicator: Indicator;
  readonly said: string;
  readonly at: number;
  readonly stated: Given<string>;
}

const work = "统计|采集|监测|填报|核算|汇总|测算";
const inChinese = new RegExp(`由[^，。；]{2,20}(?:${work})|负责[^，。；]{4,30}(?:${work})`, "u");

/** A cheap sign that a text tells one. */
export function tellsCollector(text: string): boolean {
  return mayTellCollector.test(text) || inChinese.test(text);
}

const whomBefore = /^["”》]?的?(?:数据|情况|指标|完成情况)?(?:的?(?:采集|统计|监测|汇总))?(?:工作)?由$/u;
const workBehind = new RegExp(
  `^(?:负责|牵头|组织|统一|具体|定期|每[年季月]度?)*(?:${work})(?=[，。；、]|$)`,
  "u",
);
const workLater = new RegExp(`^的?(?:数据|情况|指标)?的?(?:${work})(?:工作)?(?=[，。；、]|$)`, "u");

/** At most one for each indicator that the sentence names in full. */
export function collectorsTold(sentence: string, plan: Plan): readonly CollectorTold[] {
  if (!tellsCollector(sentence) || ofElsewhere.test(sentence)) return [];
  const mentions = mentionsIn(sentence, plan).filter(({ isShort }) => !isShort);
  if (mentions.length === 0) return [];
  const actors = placesIn(sentence, namedThings(plan.actors));
  return mentions.flatMap(({ figures: { indicator }, at, end }): readonly CollectorTold[] => {
    const stated = indicator.collected?.by ?? null;
    const place = { at, end };
    const actor = actors.find((one) =>
      chinese.test(sentence)
        ? isCollectorOf(sentence, place, one)
        : isCollectorIn(sentence, place, one) || isReporterIn(sentence, place, one),
    );
    if (stated === null || actor === undefined || !namesOffice(stated.value, plan)) return [];
    if (isOfOthers(sentence, actor.at, plan)) return [];
    // Who answers for an indicator may report what another collects.
    const answers = indicator.owner.some(({ is }) => is.value.lead?.value === actor.item.id.value);
    if (answers && !chinese.test(sentence) && !isCollectorIn(sentence, place, actor)) return [];
    // Reported by the schools to the inspectorate: both have their part.
    const holder = actors.find((one) => one.item.id.value === stated.value);
    if (holder !== undefined && !chinese.test(sentence)) return [];
    const said = sentence.slice(actor.at, actor.end);
    return isSame(said, stated.value, plan) ? [] : [{ indicator, said, at: actor.at, stated }];
  });
}

interface Place {
  readonly at: number;
  readonly end: number;
}

function isCollectorOf(sentence: string, { at, end }: Place, one: Place): boolean {
  return one.at >= end
    ? whomBefore.test(sentence.slice(end, one.at)) && workBehind.test(sentence.slice(one.end))
    : /^负责$/u.test(sentence.slice(one.end, at)) && workLater.test(sentence.slice(end));
}

const office =
  /(?:局|委|办|部|厅|署|处|科|院|所|站|队|中心|公司|集团|学校|医院|大学|协会|办公室|委员会|政府|街道|单位)$/u;

/** A survey or a third party is how, not who: another may hold it. */
function namesOffice(stated: string, { actors }: Plan): boolean {
  return (
    actors.some(({ id }) => id.value === stated) || office.test(stated.trim()) || properName.test(stated)
  );
}

const properName = /^[A-Z][a-z]+ (?:[a-z]+ ){0,2}[A-Z]/u;

/** Who is stated may be called by its id, or shortened. */
function isSame(said: string, stated: string, { actors }: Plan): boolean {
  const names = [stated.trim(), actors.find(({ id }) => id.value === stated)?.name?.text.trim() ?? ""];
  return names.some((name) => {
    const [a, b] = [name.toLowerCase(), said.toLowerCase()];
    return a.includes(b) || b.includes(a || "？") || isShortFor(name, said);
  });
}
