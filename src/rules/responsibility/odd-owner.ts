/**
 * Who answers must be able to, and be told apart from who helps.
 *
 * Looks at: owners of everything in the plan: a lead that is named among the helpers as well, a helper named twice, an actor whose
 * name says that it is no more (已撤销, dissolved …). And one actor that leads nearly everything (nine in ten of at least
 * ten, of at least four actors).
 * Reports: the name; for the last the actor. A warning; for the last a note, as for a deliverable whose milestone has
 * another lead.
 * Source: DESIGN.md section 4 (missing owner; statements that cannot both hold).
 */
import type { Given } from "../../plan/given.ts";
import { walkParameters } from "../../plan/parameters.ts";
import type { Item, Owner, Plan } from "../../plan/plan.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

type Args = {
  readonly id: string;
  readonly actor: string;
  readonly actorName: string;
  /** For `two` the owner of the milestone that brings the deliverable. */
  readonly other: string;
  readonly fault: "both" | "twice" | "gone" | "two" | "all";
  readonly count: number;
  readonly of: number;
};

export const responsibilityOddOwner = defineRule<Args>({
  code: "responsibility/odd-owner",
  severity: "warning",
  named: ["id", "actorName"],
  text: {
    en: {
      title: "Owner that cannot be right",
      message: (a) => {
        if (a.fault === "both") return `${a.id}: ${a.actor} leads and is named among those who help`;
        if (a.fault === "twice") return `${a.id}: ${a.actor} is named twice among those who help`;
        if (a.fault === "gone")
          return `${a.id}: the owner is ${a.actor}, "${a.actorName}", which no longer exists`;
        if (a.fault === "two")
          return `${a.id}: ${a.actor} answers for it, but ${a.other} for the milestone that brings it`;
        return `${a.count} of ${a.of} matters are led by ${a.actor}: can one body carry them all?`;
      },
      why: "Where leading and helping are one, or nobody is left to lead, nobody answers.",
      fix: "Name one lead that exists, and as helpers only others.",
    },
    zhHans: {
      title: "责任主体有误",
      message: (a) => {
        if (a.fault === "both") return `“${a.id}”的牵头单位“${a.actorName}”同时列为配合单位`;
        if (a.fault === "twice") return `“${a.id}”的配合单位中“${a.actorName}”重复`;
        if (a.fault === "gone") return `“${a.id}”由“${a.actorName}”负责，而该单位已不存在`;
        if (a.fault === "two")
          return `成果“${a.id}”由“${a.actorName}”负责，而形成该成果的关键节点由“${a.other}”负责`;
        return `“${a.actorName}”一家牵头 ${a.of} 项中的 ${a.count} 项，能否承担未作说明`;
      },
      why: "牵头与配合不分，或责任主体已不存在，就等于无人负责。",
      fix: "明确一个现有的牵头单位，配合单位只列其他单位。",
    },
  },
  check({ plan, report }) {
    const actors = new Map(plan.actors.map((actor) => [actor.id.value, actor]));
    const printed = (id: string): string => {
      const actor = actors.get(id);
      return actor === undefined ? id : nameOf(actor);
    };
    const owners = ownersOf(plan);
    for (const { item, owner, span } of owners)
      for (const { name, fault } of faultsOf(owner, printed)) {
        const at = name.span.end > name.span.start ? name.span : span;
        report(at, argsOf(fault, item.id.value, name.value, printed), { on: item });
      }
    for (const { deliverable, milestone, lead } of dividedOf(plan))
      report(
        lead.span,
        { ...argsOf("two", deliverable.id.value, lead.value, printed), other: printed(milestone.value) },
        { on: deliverable, severity: "info", related: [{ span: milestone.span, note: milestonesOwner }] },
      );
    const [most, count] = busiestOf(owners);
    const actor = actors.get(most);
    if (actor === undefined || actors.size < fewestActors) return;
    if (owners.length < fewestOwned || count * 10 < owners.length * 9) return;
    const args = { ...argsOf("all", most, most, printed), count, of: owners.length };
    report(actor.id.span, args, { on: actor, severity: "info" });
  },
});

/** Among fewer actors, or with fewer things to lead, one may well lead nearly all. */
const fewestActors = 4;
const fewestOwned = 10;

const milestonesOwner = { en: "the milestone's owner", zhHans: "关键节点的责任主体" };

function argsOf(fault: Args["fault"], id: string, actor: string, printed: (id: string) => string): Args {
  return { fault, id, actor, actorName: printed(actor), other: "", count: 0, of: 0 };
}

/** What is wrong with one statement of who leads and who helps. */
function* faultsOf(
  owner: Owner,
  printed: (id: string) => string,
): Generator<{ readonly name: Given<string>; readonly fault: "both" | "twice" | "gone" }> {
  const seen = new Set<string>();
  for (const name of owner.with) {
    if (name.value === owner.lead?.value) yield { name, fault: "both" };
    else if (seen.has(name.value)) yield { name, fault: "twice" };
    seen.add(name.value);
  }
  if (owner.lead !== null && isGone(printed(owner.lead.value))) yield { name: owner.lead, fault: "gone" };
}

/** Who leads most, and how many; nobody, where nothing has a lead. */
function busiestOf(owners: readonly Owned[]): readonly [id: string, count: number] {
  const led = new Map<string, number>();
  for (const { owner } of owners)
    if (owner.lead !== null) led.set(owner.lead.value, (led.get(owner.lead.value) ?? 0) + 1);
  return [...led].sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
}

const gone = /[已被原](?:撤销|撤并|撤消|裁撤|解散|注销|并入)|[（(](?:已撤|原)[）)]/;
const goneInEnglish = /\b(?:abolished|dissolved|disbanded|defunct|former|closed)\b/i;

function isGone(name: string): boolean {
  return gone.test(name) || (/[a-z]/i.test(name) && goneInEnglish.test(name));
}

/** Deliverables and the milestones that bring them, where the leads differ. */
function dividedOf(plan: Plan) {
  const deliverables = new Map(plan.deliverables.map((one) => [one.id.value, one]));
  return plan.milestones.flatMap(({ deliverable: id, owner }) => {
    const deliverable = id === null ? undefined : deliverables.get(id.value);
    const lead = deliverable?.owner[0]?.is.value.lead ?? null;
    const milestone = owner[0]?.is.value.lead ?? null;
    if (deliverable === undefined || lead === null || milestone === null || lead.value === milestone.value)
      return [];
    return [{ deliverable, milestone, lead }];
  });
}

interface Owned {
  readonly item: Item;
  readonly owner: Owner;
  readonly span: Span;
}

function ownersOf(plan: Plan): readonly Owned[] {
  const found: Owned[] = [];
  const lists = [
    plan.indicators,
    plan.milestones,
    plan.deliverables,
    plan.actions,
    plan.risks,
    plan.mechanisms,
  ];
  for (const item of lists.flat())
    for (const { is, span } of item.owner) found.push({ item, owner: is.value, span });
  for (const mechanism of plan.mechanisms) {
    walkParameters(mechanism.parameters, (_, value) => {
      if (value.kind !== "owner") return;
      for (const { is, span } of value.statements) found.push({ item: mechanism, owner: is.value, span });
    });
  }
  return found;
}
