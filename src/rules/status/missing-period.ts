/**
 * A sum of amounts goes over periods that were all reported.
 *
 * Looks at: indicators of `value: flow` with a rhythm that are judged by a sum: the periods from the begin of its span up to the last
 * one that anybody reports; of entities each on its own. Amounts of a longer stretch speak for all its periods. What is late at the
 * end of the span is told by the status.
 * Reports: the indicator, at its id, with the first of the missing periods; related: what the status was judged by.
 * Source: ENGINE.md sections 4 and 7 (missing is never zero; a partial sum names what is missing).
 */
import type { Gap } from "../../indicators/results.ts";
import { itemById } from "../../plan/item-by-id.ts";
import { periodText } from "../../plan/period-text.ts";
import type { Entity } from "../../plan/plan.ts";
import { defineStatusRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { joinList, listInEnglish, quotedList } from "../words.ts";
import { isToldByTwin } from "./same-series.ts";
import { placesOf } from "./standing.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  /** The periods of the plan itself, or of the first entity that lacks some. */
  readonly periods: string;
  readonly more: boolean;
  readonly entity: string | null;
  readonly entityName: string;
  /** Further entities that lack periods. */
  readonly others: number;
};

/** Most periods that a message names. */
const mostNamed = 5;

export const statusMissingPeriod = defineStatusRule<Args>({
  code: "status/missing-period",
  severity: "warning",
  text: {
    en: {
      title: "A period is missing from the sum",
      message: (a) =>
        `${a.id}: nothing is reported for ${listInEnglish(a.periods)}${a.more ? " …" : ""}${a.entity === null ? "" : ` by ${a.entity}`}${othersInEnglish(a.others)}, and the sum goes on without it`,
      why: "An amount that was not reported is not zero: the sum is less than what was done.",
      fix: "Report the missing period; where there was nothing, report 0.",
    },
    zhHans: {
      title: "累计数缺少报告期",
      message: (a) =>
        `指标“${a.name}”缺${a.entity === null ? "" : `“${a.entityName}”`}${quotedList(a.periods)}${a.more ? "等" : ""}的数据${a.others === 0 ? "" : `，另有 ${a.others} 个实施单位缺报`}，累计数未包含这部分`,
      why: "未报送不等于零，累计数低于实际完成数。",
      fix: "补报所缺报告期的数据；当期确无数量的，填报 0。",
    },
  },
  check({ results, plan, report }) {
    for (const row of results.rows) {
      const [first, ...others] = row.gaps;
      if (first === undefined || isToldByTwin(row, { results, plan })) continue;
      const { indicator } = row;
      const args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        periods: joinList(first.periods.slice(0, mostNamed).map(periodText)),
        more: first.periods.length > mostNamed,
        entity: first.entity,
        entityName: entityName(first, plan.entities),
        others: others.length,
      };
      report(indicator.id.span, args, { related: placesOf(row, { results, plan }), on: indicator });
    }
  },
});

function othersInEnglish(others: number): string {
  if (others === 0) return "";
  return others === 1
    ? ", nor for all periods by another entity"
    : `, nor for all periods by ${others} other entities`;
}

function entityName({ entity }: Gap, entities: readonly Entity[]): string {
  return entity === null ? "" : (itemById(entities, entity)?.name?.text ?? entity);
}
