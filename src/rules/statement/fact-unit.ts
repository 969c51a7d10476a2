/**
 * One fact of all entities is measured in one kind of unit.
 *
 * Looks at: facts of entities by name (capacity: 12万吨). Figures whose units do not convert into that of most others, each a known
 * unit; what is counted (120 beds, 80 places), words that are no known unit, and rates (5000吨/年) may be another way to say it.
 * Reports: the fact; related: one that most agree with. Where no unit has most, all stay untold.
 * Source: FORMAT.md sections 3 and 5 (`facts`; known units convert), DESIGN.md section 4 (wrong units).
 */
import type { Given } from "../../plan/given.ts";
import { parseQuantity } from "../../plan/parse-quantity.ts";
import type { Entity } from "../../plan/plan.ts";
import type { Unit } from "../../plan/quantity.ts";
import { isCount, sameDimension } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly fact: string;
  readonly value: string;
  readonly other: string;
  readonly otherName: string;
};

export const statementFactUnit = defineRule<Args>({
  code: "statement/fact-unit",
  severity: "error",
  text: {
    en: {
      title: "Fact in another unit",
      message: (a) =>
        `${a.id}: ${a.fact} is ${a.value}, in a unit that does not convert into that of the others (${a.other})`,
      why: "Norms and rates that rest on the fact add up what cannot be added.",
      fix: "Correct the unit.",
    },
    zhHans: {
      title: "实施单位基础数据的计量单位不一",
      message: (a) =>
        `实施单位“${a.name}”的“${a.fact}”为“${a.value}”，与其他单位（如“${a.otherName}”的“${a.other}”）计量单位不同，无法换算`,
      why: "计量单位不同的数值不能汇总，据此核定的标准和比率失准。",
      fix: "更正计量单位。",
    },
  },
  check({ plan, report }) {
    for (const [fact, all] of factsByName(plan.entities)) {
      const kinds = kindsOf(all);
      if (kinds.length < 2) continue;
      const [most, second] = [...kinds].sort((a, b) => b.count - a.count);
      if (most === undefined || most.count < 2 || most.count === second?.count) continue;
      const [model] = most.facts;
      for (const { facts } of kinds.filter((kind) => kind !== most)) {
        for (const { entity, value } of facts) {
          if (model === undefined) continue;
          const args = {
            id: entity.id.value,
            name: nameOf(entity),
            fact,
            value: value.value,
            other: model.value.value,
            otherName: nameOf(model.entity),
          };
          const related = [{ span: model.value.span, note: { en: "unit of most", zhHans: "多数单位所用" } }];
          report(value.span, args, { on: entity, related });
        }
      }
    }
  },
});

interface EntityFact {
  readonly entity: Entity;
  readonly value: Given<string>;
}

/** Facts in units that convert into each other. */
interface Kind {
  readonly unit: Unit;
  readonly facts: EntityFact[];
  count: number;
}

function factsByName(entities: readonly Entity[]): ReadonlyMap<string, readonly EntityFact[]> {
  const byName = new Map<string, EntityFact[]>();
  for (const entity of entities) {
    for (const [name, value] of entity.facts) {
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [{ entity, value }]);
      else known.push({ entity, value });
    }
  }
  return byName;
}

/** Facts that are told of each kind. */
const mostTold = 20;
const digits = /^[\d.,，．\s]+/u;
const longest = 40;

/** Words are no figures, and bare numbers are in no unit. One figure of each ending is read for all that end alike. */
function kindsOf(all: readonly EntityFact[]): readonly Kind[] {
  const kinds: Kind[] = [];
  const byEnding = new Map<string, Kind | null>();
  for (const one of all) {
    const { value } = one.value;
    const ending = value.normalize("NFKC").replace(digits, "").trim();
    if (ending === "" || ending === value || value.length > longest) continue;
    let kind = byEnding.get(ending);
    if (kind === undefined) {
      kind = kindOf(value, kinds);
      byEnding.set(ending, kind);
    }
    if (kind === null) continue;
    kind.count++;
    if (kind.facts.length < mostTold) kind.facts.push(one);
  }
  return kinds;
}

/** A measure that cannot be meant as another. */
function isSure({ dimension }: Unit): boolean {
  return !isCount(dimension) && !dimension.startsWith("text:") && !dimension.includes("/");
}

function kindOf(text: string, kinds: Kind[]): Kind | null {
  const reading = parseQuantity(text);
  const unit = reading.ok ? reading.quantity.unit : null;
  if (unit === null || !isSure(unit)) return null;
  const known = kinds.find((kind) => sameDimension(kind.unit, unit));
  if (known !== undefined) return known;
  const made: Kind = { unit, facts: [], count: 0 };
  kinds.push(made);
  return made;
}
