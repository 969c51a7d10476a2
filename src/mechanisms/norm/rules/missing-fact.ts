/**
 * What a norm counts by is known of every entity.
 *
 * Looks at: norms over the plan's entities (`over: entities`, or their level) by the hundred or thousand of a fact (3 per 10,000
 * population), where some of the entities state that fact and others of their level do not, or where none does and other facts are stated.
 * Reports: the first entity without it, or the rule where none has it; related: the norm, and the other entities without it. A note
 * where none has it: whoever keeps the records may know the fact by another name.
 * Source: FORMAT.md sections 5 and 7 (facts of entities, norms), DESIGN.md section 4 (what is missing).
 */

import { wordsAt } from "../../../plan/parameters.ts";
import type { Entity, Mechanism } from "../../../plan/plan.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { joinList, listInEnglish, quotedList } from "../../../rules/words.ts";
import type { Span } from "../../../text/source.ts";
import { ofType } from "../../of-type.ts";
import { baseOf, entitiesOf } from "../counted-by.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly fact: string;
  /** Null where none states it; then `stated` tells the facts that they state. */
  readonly entity: string | null;
  readonly entityName: string;
  readonly stated: string;
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
        a.entity === null
          ? `${a.id} counts by ${a.fact}, which no entity states; they state ${listInEnglish(a.stated)}: is one of these meant?`
          : `${a.entity} does not state ${a.fact}, by which ${a.id} counts${a.lacking > 1 ? `; ${a.lacking} of ${a.all} entities lack it` : ""}`,
      why: "What the norm requires of that entity cannot be computed.",
      fix: "Add the fact to the entity, or leave the entity out of the norm (`where`).",
    },
    zhHans: {
      title: "缺少配置标准所依据的数据",
      message: (a) =>
        a.entity === null
          ? `配置标准“${a.name}”按“${a.fact}”计算，而各实施单位均未填该项数据，已填的有${quotedList(a.stated)}，是否为其中之一须核实`
          : `“${a.entityName}”未填“${a.fact}”，而配置标准“${a.name}”须据此计算${a.lacking > 1 ? `；${a.all} 个实施单位中有 ${a.lacking} 个未填` : ""}`,
      why: "无法算出该单位应配数量。",
      fix: "补填该项数据；标准不适用于该单位的，用 `where` 注明。",
    },
  },
  check({ plan, report }) {
    if (plan.entities.length < 2) return;
    const told = new Set<string>();
    for (const norm of ofType(plan, "norm").filter(({ origin }) => origin === "plan")) {
      const entities = entitiesOf(norm, plan);
      for (const { value, span } of wordsAt(norm.parameters, "rule")) {
        const fact = baseOf(value)?.fact;
        if (fact === undefined || told.has(fact)) continue;
        const finding = unknownTo(fact, norm, entities, span) ?? lackedBy(fact, norm, entities);
        if (finding === null) continue;
        told.add(fact);
        report(...finding);
      }
    }
  },
});

/** No entity states the fact, and they state others; null where one states it, or none states anything. */
function unknownTo(fact: string, norm: Mechanism, entities: readonly Entity[], span: Span) {
  const [stating, without] = partedBy(fact, entities);
  const known = new Set(entities.flatMap(({ facts }) => [...facts.keys()]));
  if (stating.length > 0 || known.size === 0) return null;
  const args: Args = {
    id: norm.id.value,
    name: nameOf(norm),
    fact,
    entity: null,
    entityName: "",
    stated: joinList([...known].slice(0, mostFacts)),
    lacking: without.length,
    all: without.length,
  };
  const related = without
    .slice(0, 1)
    .map(({ id }) => ({ span: id.span, note: { en: "the entities", zhHans: "实施单位" } }));
  return [span, args, { on: norm, related, severity: "info" }] as const;
}

/** Some entities of a level state the fact, and others of it do not; null for none. */
function lackedBy(fact: string, norm: Mechanism, entities: readonly Entity[]) {
  const [stating, without] = partedBy(fact, entities);
  const levels = new Set(stating.map(({ level }) => level?.value));
  // Villages may have figures that their towns have not.
  const lacking = without.filter(({ level }) => levels.has(level?.value));
  const [first, ...others] = lacking;
  if (first === undefined) return null;
  const args: Args = {
    id: norm.id.value,
    name: nameOf(norm),
    fact,
    entity: first.id.value,
    entityName: nameOf(first),
    stated: "",
    lacking: lacking.length,
    all: stating.length + lacking.length,
  };
  const related = [
    { span: norm.id.span, note: { en: "the norm", zhHans: "配置标准" } },
    ...others.slice(0, mostNamed).map(({ id }) => ({ span: id.span, note: lacksIt })),
  ];
  return [first.id.span, args, { on: norm, related }] as const;
}

const lacksIt = { en: "lacks it too", zhHans: "同样未填" };

/** Facts that are named where none is the one that the norm counts by. */
const mostFacts = 8;

/** Most further entities that are pointed at. */
const mostNamed = 20;

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
