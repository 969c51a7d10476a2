/**
 * Who does or leads something in the words of an English sentence (run by X, in the hands of X, X builds), where it is another than the owner of what
 * the sentence speaks of and no text names that one with it; and who chairs a body. Shared by a rule; not a rule.
 */
import type { Given } from "../../plan/given.ts";
import { wordsAt } from "../../plan/parameters.ts";
import type { Item, Plan } from "../../plan/plan.ts";
import { nameOf, wordsFor } from "../name-of.ts";
import { namedThings, placesIn } from "../texts/named-things.ts";
import type { ReadSentence } from "../texts/read-sentences.ts";
import { contentStems, nearness, touches } from "../texts/subjects.ts";
import { ownedThings } from "./owned-things.ts";
import type { OtherTold } from "./untold-values.ts";

type Actor = Plan["actors"][number];

interface Held {
  readonly item: Item;
  readonly name: string;
  readonly own: ReadonlySet<string>;
  readonly lead: Given<string>;
  /** Ids and names of all that have a part in it. */
  readonly parts: ReadonlySet<string>;
}

interface Agent {
  readonly actor: Actor;
  readonly at: number;
  readonly end: number;
}

const passive =
  /\b(?:(?:[a-z]{3,}ed|led|run|built|taught|held|paid|made|done|given|put|borne|drawn|sent|kept|overseen|undertaken|written|chosen)(?: [^.;,]{0,24})? by|(?:hands|responsibility|job|task|charge|duty|remit|care|direction) of|(?:rests|lies|sits|falls|belongs)(?: [^.;,]{0,24})? (?:with|to))(?: the| our)? $/iu;
const clauseHead = /(?:^\s*|[,;:] (?:and |while |but )?|\band )(?:the |our )?(?:[a-z]+'s )?$/iu;
const active =
  /^(?:'s [a-z]+)?,? (?:(?:will|shall|must|is to|also|then) )*(?!and\b|or\b|in\b|on\b|of\b|to\b|for\b|with\b|has\b|have\b|had\b|was\b|were\b)[a-z]{2,14}s?\b/u;

/** Reads the agents of a sentence. */
export function otherLeads(
  plan: Plan,
  sentences: readonly ReadSentence[],
): (sentence: ReadSentence) => readonly OtherTold[] {
  const held = heldIn(plan);
  const byName = namedThings(plan.actors);
  const chairs = otherChairs(plan);
  if (held.length === 0 || byName.size === 0) return chairs;
  const read = sentences.map((sentence) => ({
    sentence,
    actors: placesIn(sentence.text, byName).map(({ item: actor, at, end }): Agent => ({ actor, at, end })),
  }));
  const named = new Map(read.map(({ sentence, actors }) => [sentence, actors]));
  const isTold = ({ own, lead }: Held): boolean =>
    read.some(
      ({ sentence: { stems, before }, actors }) =>
        actors.some(({ actor }) => actor.id.value === lead.value) &&
        [stems, before ?? none].some((words) => nearness(words, own) > 0),
    );
  return (sentence) => {
    const actors = named.get(sentence) ?? [];
    if (actors.length === 0) return chairs(sentence);
    const here = wordsApart(sentence, actors);
    const near = held
      .map((one) => ({ one, score: nearOf(sentence, here, one) }))
      .filter(({ score }) => score > 0);
    const told = actors.flatMap((agent): OtherTold[] => {
      if (!isAgent(sentence.text, agent)) return [];
      const { id, name } = agent.actor;
      if (near.some(({ one: { parts } }) => parts.has(id.value) || parts.has(name?.text ?? "?"))) return [];
      const untold = near.filter(({ one }) => !isTold(one));
      const most = Math.max(0, ...untold.map(({ score }) => score));
      const tied = untold.filter(({ score }) => score === most);
      // Of several the one whose name stands before who does it.
      const head = new Set(contentStems(sentence.text.slice(0, agent.at)));
      const first = tied.filter(({ one }) => nearness(head, one.own) === 2);
      const [best, ...others] = first.length > 0 ? first : tied;
      const isOne = others.every(({ one }) => one.lead.value === best?.one.lead.value);
      if (best === undefined || !isOne) return [];
      const { item, lead } = best.one;
      const said = sentence.text.slice(agent.at, agent.end);
      const stated = plan.actors.find((one) => one.id.value === lead.value)?.name?.text ?? lead.value;
      return [{ said, at: agent.at, item, name: best.one.name, stated, span: lead.span }];
    });
    return [...told, ...chairs(sentence)];
  };
}

const none: ReadonlySet<string> = new Set();

/** The words of a sentence, those of actors apart. */
function wordsApart({ text, stems }: ReadSentence, actors: readonly Agent[]): ReadonlySet<string> {
  if (actors.length === 0) return stems;
  let rest = text;
  for (const { at, end } of actors) rest = `${rest.slice(0, at)}${" ".repeat(end - at)}${rest.slice(end)}`;
  return new Set(contentStems(rest));
}

/** The words of the name stand in the sentence, or in that before it. */
function nearOf({ text, before }: ReadSentence, here: ReadonlySet<string>, { own }: Held): number {
  if (nearness(here, own) === 2) return 10 + own.size;
  const isOn = /\b(?:[Ii]t|[Tt]hey|[Tt]hem|[Tt]his|[Tt]hese)\b/u.test(text);
  return isOn && before !== null && nearness(before, own) === 2 ? own.size : 0;
}

function isAgent(text: string, { at, end }: Agent): boolean {
  const head = text.slice(Math.max(0, at - 60), at);
  return passive.test(head) || (clauseHead.test(head) && active.test(text.slice(end, end + 30)));
}

function heldIn(plan: Plan): readonly Held[] {
  return ownedThings(plan).flatMap(({ item, owners }): Held[] => {
    const [lead] = owners.flatMap((one) => one.lead ?? []);
    if (lead === undefined || item.kind === "risk") return [];
    const name = wordsFor(item);
    const parameters = "parameters" in item ? (item as Plan["mechanisms"][number]).parameters : null;
    const collected = "collected" in item ? (item as Plan["indicators"][number]).collected : null;
    const parts = new Set([
      ...owners.flatMap((one) =>
        [one.lead, ...one.with, one.leader, one.person].flatMap((who) => who?.value ?? []),
      ),
      ...(parameters === null
        ? []
        : ["by", "members", "lead", "tell", "cohort"]
            .flatMap((key) => wordsAt(parameters, key))
            .map(({ value }) => value)),
      ...(collected?.by == null ? [] : [collected.by.value]),
    ]);
    return [{ item, name, own: new Set(contentStems(name)), lead, parts }];
  });
}

const chaired =
  /\b(?:(?:[Cc]haired|[Ll]ed|[Hh]eaded|[Pp]resided over) by|chair(?:man|woman|person)? is|chairmanship of) (?:the |our )?([A-Z][\w'’-]*(?:(?: of| for| and)?(?: the)? [A-Z][\w'’-]*){0,5})/u;

/** Chaired by the Chief Executive, of a body whose lead is the Director of Housing. */
function otherChairs({ mechanisms, actors }: Plan): (sentence: ReadSentence) => readonly OtherTold[] {
  const bodies = mechanisms
    .filter(({ type, origin }) => type.value === "body" && origin === "plan")
    .flatMap((item) => {
      const [lead] = wordsAt(item.parameters, "lead");
      const name = nameOf(item);
      return lead === undefined ? [] : [{ item, name, own: new Set(contentStems(name)), lead }];
    });
  return ({ text, stems, before }) => {
    const match = chaired.exec(text);
    const said = match?.[1] ?? "";
    if (match === null || said === "") return [];
    const isHead = /^\s*(?:Its?|Chaired|Led|Headed)\b/u.test(text);
    const meant = bodies.filter(
      ({ own }) => nearness(stems, own) === 2 || (isHead && before !== null && nearness(before, own) === 2),
    );
    const [body, other] = meant;
    if (body === undefined || other !== undefined) return [];
    const actor = actors.find(({ id }) => id.value === body.lead.value);
    const stated = actor?.name?.text ?? body.lead.value;
    if (touches(new Set(contentStems(said)), new Set(contentStems(`${stated} ${body.lead.value}`))))
      return [];
    const at = match.index + match[0].length - said.length;
    return [{ said, at, item: body.item, name: body.name, stated, span: body.lead.span }];
  };
}
