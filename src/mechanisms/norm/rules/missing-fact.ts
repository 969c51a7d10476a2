/**
 * What a norm counts by is known of every entity.
 *
 * Looks at: norms over the plan's entities (`over: entities`, or their level) by the hundred or thousand of a fact (3 per 10,000
 * population), where some of the entities state that fact and others of their level do not.
 * Reports: the first entity without it; related: the norm, and the other entities without it.
 * Source: FORMAT.md sections 5 and 7 (facts of entities, norms), DESIGN.md section 4 (what is missing).
 */

import { wordsAt } from "../../../plan/parameters.ts";
import type { Entity, Mechanism, Plan } from "../../../plan/plan.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { late } from "../../../text/late.ts";
import { ofType } from "../../of-type.ts";
import { setsOf } from "../claims.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly fact: string;
  readonly entity: string;
  readonly entityName: string;
  /** Entities that lack it, and entities that the norm is for. */
  readonly lacking: number;
  readonly all: number;
};

export const normMissingFact = defineRule<Args>({
  code: "norm/missing-fact",
  severity: "warning",
  text: {
    en: {
      title: "Fact missing that a norm counts by",
      message: (a) =>
        `${a.entity} does not state ${a.fact}, by which ${a.id} counts${a.lacking > 1 ? `; ${a.lacking} of ${a.all} entities lack it` : ""}`,
      why: "What the norm requires of that entity cannot be computed.",
      fix: "Add the fact to the entity, or leave the entity out of the norm (`where`).",
    },
    zhHans: {
      title: "缺少配置标准所依据的数据",
      message: (a) =>
        `“${a.entityName}”未填“${a.fact}”，而配置标准“${a.name}”须据此计算${a.lacking > 1 ? `；${a.all} 个实施单位中有 ${a.lacking} 个未填` : ""}`,
      why: "无法算出该单位应配数量。",
      fix: "补填该项数据；标准不适用于该单位的，用 `where` 注明。",
    },
  },
  check({ plan, report }) {
    if (plan.entities.length < 2) return;
    const told = new Set<string>();
    for (const norm of ofType(plan, "norm").filter(({ origin }) => origin === "plan")) {
      const entities = entitiesOf(norm, plan);
      for (const fact of factsOf(norm)) {
        const [stating, without] = partedBy(fact, entities);
        const levels = new Set(stating.map(({ level }) => level?.value));
        // Villages may have figures that their towns have not.
        const lacking = without.filter(({ level }) => levels.has(level?.value));
        const [first, ...others] = lacking;
        if (first === undefined || told.has(fact)) continue;
        told.add(fact);
        const args = {
          id: norm.id.value,
          name: nameOf(norm),
          fact,
          entity: first.id.value,
          entityName: nameOf(first),
          lacking: lacking.length,
          all: stating.length + lacking.length,
        };
        const related = [
          { span: norm.id.span, note: { en: "the norm", zhHans: "配置标准" } },
          ...others
            .slice(0, mostNamed)
            .map(({ id }) => ({ span: id.span, note: { en: "lacks it too", zhHans: "同样未填" } })),
        ];
        report(first.id.span, args, { on: norm, related });
      }
    }
  },
});

/** Most further entities that are pointed at. */
const mostNamed = 20;

/** The entities that a norm without a condition is for. */
function entitiesOf(norm: Mechanism, { entities }: Plan): readonly Entity[] {
  if (wordsAt(norm.parameters, "where").length > 0) return [];
  const sets = setsOf(norm);
  return sets.has("entities") ? entities : entities.filter(({ level }) => sets.has(level?.value ?? ""));
}

const perFact = late(() => /\bper [\d,]{1,12} ([\p{L}_][\p{L}\d_-]{0,40})$/u);

function factsOf({ parameters }: Mechanism): readonly string[] {
  return wordsAt(parameters, "rule").flatMap(({ value }) => {
    const fact = value.includes("per ") ? perFact().exec(value.trim())?.[1] : undefined;
    return fact === undefined ? [] : [fact];
  });
}

function partedBy(
  fact: string,
  entities: readonly Entity[],
): readonly [stating: readonly Entity[], without: readonly Entity[]] {
  const states = ({ facts }: Entity): boolean => isStated(facts.get(fact)?.value);
  return [entities.filter(states), entities.filter((one) => !states(one))];
}

function isStated(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== "";
}
