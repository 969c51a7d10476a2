/** 附件5 责任主体: what each actor leads and supports, and in which mechanisms it has a part. */
import { loadMechanismKeys } from "../../mechanisms/mechanism-types.ts";
import { ownedItems } from "../../plan/owned-items.ts";
import type { Parameter, ParameterMap } from "../../plan/parameters.ts";
import type { Item, Owner } from "../../plan/plan.ts";
import type { Part, Parts } from "../../schema/part.ts";
import { anchorOf } from "./anchors.ts";
import type { ViewContext } from "./context.ts";
import { itemTitle } from "./item-text.ts";
import { levelName } from "./level-names.ts";
import { asInBrackets } from "./parameter-parts.ts";
import type { ActorAnnex, AnnexHead } from "./plan-view.ts";

/** Actors in plan order; null when the plan lists none. */
export async function actorAnnex(context: ViewContext): Promise<Omit<ActorAnnex, keyof AnnexHead> | null> {
  const { labels, plan } = context;
  if (plan.actors.length === 0) return null;
  const duties = ownedItems(plan);
  const named = (picks: (owner: Owner) => readonly { readonly value: string }[], id: string): Item[] =>
    duties.filter(({ owner }) => owner.some(({ is }) => picks(is.value).some(({ value }) => value === id)));
  const parts = await partsInMechanisms(context);
  const rows = plan.actors.map((actor) => {
    const id = actor.id.value;
    const leads = named(({ lead }) => (lead === null ? [] : [lead]), id);
    // Where sections differ on who leads, a supporter of one is the lead of another.
    const supports = named((owner) => owner.with, id).filter((item) => !leads.includes(item));
    return {
      anchor: anchorOf("actor", id),
      name: itemTitle(actor, context),
      level: actor.level === null ? labels.none : levelName(actor.level.value, context.speaker),
      leads: leads.map((item) => itemTitle(item, context)),
      supports: supports.map((item) => itemTitle(item, context)),
      parts: parts
        .filter((part) => part.actor === id && !leads.includes(part.item) && !supports.includes(part.item))
        .map(({ text }) => text),
    };
  });
  return {
    hasLevels: plan.actors.some(({ level }) => level !== null),
    hasLeads: rows.some((row) => row.leads.length > 0),
    hasSupports: rows.some((row) => row.supports.length > 0),
    hasParts: rows.some((row) => row.parts.length > 0),
    rows,
  };
}

interface PartInMechanism {
  readonly actor: string;
  readonly item: Item;
  /** The mechanism and as what the actor takes part: 第三方评估（实施者）. */
  readonly text: string;
}

/** Where mechanisms name an actor under keys of their type, each mechanism once with all that it names it as. */
async function partsInMechanisms(context: ViewContext): Promise<readonly PartInMechanism[]> {
  const { labels, plan, speaker } = context;
  const types = await loadMechanismKeys();
  const actors = new Set(plan.actors.map(({ id }) => id.value));
  return plan.mechanisms.flatMap((item) => {
    const roles = new Map<string, Set<string>>();
    forActors(item.parameters, types.get(item.type.value)?.keys ?? {}, (actor, part) => {
      if (actors.has(actor))
        roles.set(
          actor,
          (roles.get(actor) ?? new Set<string>()).add(asInBrackets(speaker.say(part.title), speaker)),
        );
    });
    return [...roles].map(([actor, as]) => ({
      actor,
      item,
      text: `${itemTitle(item, context)}${labels.open}${[...as].join(labels.listComma)}${labels.close}`,
    }));
  });
}

/** Calls `see` with every word that may be the id of an actor, and the part under which it stands. */
function forActors(map: ParameterMap, keys: Parts, see: (word: string, part: Part) => void): void {
  for (const [key, value] of map.values) {
    const part = keys[key];
    // An entry may have the id of an actor and be something else.
    if (part === undefined || key === "id") continue;
    if (value.kind === "map") forActors(value.map, part.properties ?? {}, see);
    else if (value.kind === "list")
      for (const entry of value.entries) forActors(entry, part.items?.properties ?? {}, see);
    else for (const word of wordsOf(value)) see(word, part);
  }
}

function wordsOf(value: Parameter): readonly string[] {
  switch (value.kind) {
    case "text":
      return value.statements.flatMap(({ is }) => is.value.map((word) => word.value));
    case "reference":
      return value.ids.map((id) => id.value);
    case "owner":
      return value.statements.flatMap(({ is: { value: owner } }) =>
        [...(owner.lead === null ? [] : [owner.lead]), ...owner.with].map((id) => id.value),
      );
    default:
      return [];
  }
}
