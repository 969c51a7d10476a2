/**
 * The status of a whole rests on all of its entities.
 *
 * Looks at: indicators that are rolled up from entities and judged: by a mean, a ratio of sums, a greatest or least value of which some
 * entities have no value; by the worst of the entities where some should have reported and did not. A sum that lacks
 * entities is not judged, and told as such.
 * Reports: the indicator, at its id, with who is missing; related: what the status was judged by.
 * Source: ENGINE.md section 7 (a partial roll-up names what is missing; no-data never vanishes).
 */
import { type IndicatorResults, type IndicatorRow, type Status, statuses } from "../../indicators/results.ts";
import { itemById } from "../../plan/item-by-id.ts";
import { defineStatusRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { isToldByTwin } from "./same-series.ts";
import { placesOf } from "./standing.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  /** Entities without a value: ids and names; how many have one, of how many. */
  readonly missing: string;
  readonly missingNames: string;
  readonly counted: number;
  readonly of: number;
  /** No value of the whole: its status is that of the worst entity. */
  readonly byWorst: boolean;
};

/** Most missing entities that a message names. */
const mostNamed = 5;

export const statusPartialRollUp = defineStatusRule<Args>({
  code: "status/partial-roll-up",
  severity: "warning",
  text: {
    en: {
      title: "Judged by some of the entities only",
      message: (a) =>
        a.byWorst
          ? `${a.id}: the status is the worst of ${a.counted} of ${a.of} entities; nothing is known of ${a.missing}`
          : `${a.id}: the value comes from ${a.counted} of ${a.of} entities; missing: ${a.missing}`,
      why: "The entities that do not report may stand worse than the others, and the whole looks better than it is.",
      fix: "Report the missing values; an entity that has no part in the indicator needs a list of entities without it.",
    },
    zhHans: {
      title: "仅按部分实施单位评定",
      message: (a) =>
        a.byWorst
          ? `指标“${a.name}”按 ${a.of} 个实施单位中 ${a.counted} 个的最差状态评定，“${a.missingNames}”没有数据`
          : `指标“${a.name}”的汇总值仅来自 ${a.of} 个实施单位中的 ${a.counted} 个，缺“${a.missingNames}”`,
      why: "未报送的单位可能进展更差，整体看上去会好于实际。",
      fix: "补报所缺数据；确与该指标无关的单位，不列入实施单位清单。",
    },
  },
  check({ results, plan, report }) {
    const bySilence = silentEntities(results);
    for (const row of results.rows) {
      const { indicator, coverage, decision } = row;
      if (row.entity !== null || coverage === null || isToldByTwin(row, { results, plan })) continue;
      const byWorst = decision.step === "entities";
      if (!byWorst && !restsOnSome(row)) continue;
      const silent = bySilence.get(indicator);
      const missing = byWorst ? coverage.missing.filter((id) => silent?.has(id)) : coverage.missing;
      if (missing.length === 0 || (byWorst && row.status === "no-data")) continue;
      const name = (id: string): string => itemById(plan.entities, id)?.name?.text ?? id;
      const more = missing.length > mostNamed;
      const named = missing.slice(0, mostNamed);
      const args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        missing: `${named.join(", ")}${more ? " …" : ""}`,
        missingNames: `${named.map(name).join("、")}${more ? "等" : ""}`,
        counted: coverage.counted,
        of: coverage.of,
        byWorst,
      };
      report(indicator.id.span, args, { related: placesOf(row, { results, plan }), on: indicator });
    }
  },
});

/** True also where the basis names something else that the status rests on. */
function restsOnSome({ indicator, coverage, status, figures }: IndicatorRow): boolean {
  const way = indicator.aggregation?.value;
  if (coverage === null || coverage.counted >= coverage.of || figures.value.value === null) return false;
  return way !== "sum" && way !== "latest" && statuses.indexOf(status) <= statuses.indexOf("missed");
}

const silences: ReadonlySet<Status> = new Set<Status>(["no-data", "stale"]);

/** Entities that should have reported and did not, by indicator. */
function silentEntities({
  rows,
}: IndicatorResults): ReadonlyMap<IndicatorRow["indicator"], ReadonlySet<string>> {
  const silent = new Map<IndicatorRow["indicator"], Set<string>>();
  for (const { indicator, entity, status } of rows) {
    if (entity === null || !silences.has(status)) continue;
    const own = silent.get(indicator);
    if (own === undefined) silent.set(indicator, new Set([entity]));
    else own.add(entity);
  }
  return silent;
}
