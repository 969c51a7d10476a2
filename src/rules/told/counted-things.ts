/** Against which mechanisms or places a count of a text is held. Shared by a rule; not a rule. */
import { entriesAt, wordsAt } from "../../plan/parameters.ts";
import type { Item, Mechanism, Plan } from "../../plan/plan.ts";
import type { Span } from "../../text/source.ts";
import { announcedCounts } from "../announced-counts.ts";
import { nameOf } from "../name-of.ts";
import type { Sentence } from "../plan-words.ts";
import { calledByKind } from "../texts/called-by-kind.ts";
import { type Called, callingsOf, placesCalled } from "../texts/callings.ts";
import { namedThings, placesIn } from "../texts/named-things.ts";
import { isOfOthers } from "../texts/of-others.ts";
import { isOfOtherLevel } from "../texts/wider-place.ts";
import { isOfPart, tellsSize } from "./lists.ts";
import type { MechanismCount, Thing } from "./mechanism-counts.ts";

/** What a count is held against: the places that are counted, and the mechanism that lists them. */
export interface Held {
  readonly places: readonly Span[];
  readonly by: Mechanism | null;
  readonly severity: "error" | "warning" | "info";
}

/** Which type lists a thing, and under which key. */
const listedBy: Readonly<Partial<Record<Thing, readonly Listed[]>>> = {
  levels: [["alarm", "levels"]],
  bands: [
    ["scorecard", "bands"],
    ["workflow", "levels"],
    ["alarm", "levels"],
  ],
  states: [["workflow", "states"]],
  modules: [["training", "modules"]],
  stages: [["pilot", "stages"]],
  members: [["body", "members"]],
  owners: [["list", "items"]],
  items: [["list", "items"]],
  parts: [["scorecard", "components"]],
  grades: [
    ["alarm", "levels"],
    ["workflow", "levels"],
  ],
};
type Listed = readonly [type: string, key: string];
/** Their words are said of many things: only the mechanism that the sentence calls is meant. */
const onlyNamed: ReadonlySet<Thing> = new Set(["items", "parts", "grades", "owners"]);

/** Null where it is open what is counted. */
export function heldAgainst(
  { thing, noun, said, words, at }: MechanismCount,
  { text }: Sentence,
  plan: Plan,
  isHere: (item: Item) => boolean,
): Held | null {
  const own = plan.mechanisms.filter(({ origin }) => origin === "plan");
  if (thing === "places") return placesOf(noun, plan);
  const listed = listedBy[thing];
  if (listed === undefined) {
    const held = ofKind(
      own.filter((one) => one.type.value === thing),
      noun,
      said,
      isHere,
    );
    // The plan may have more than those that the text names here.
    return held !== null && said < held.places.length && namesThem(text.slice(0, at), said) ? null : held;
  }
  const alike = own.filter((one) => one.type.value === listed[0]?.[0]);
  const fitting = own.filter(({ type }) => listed.some(([kind]) => kind === type.value));
  const inFull = placesCalled(text, callingsOf(fitting));
  const called =
    thing === "members" && inFull.length === 0 ? calledByWord(text.slice(0, at), fitting) : inFull;
  // Of several it counts the one that is named last before it.
  const isAhead = memberBehind.test(words);
  const last = isAhead
    ? bodyBehind(text, at + words.length, called)
    : called.findLast(({ end }) => end <= at);
  const named = last === undefined ? [...new Set(called.map(({ item }) => item))] : [last.item];
  if (isAhead && last === undefined) return null;
  if (thing === "members" && last !== undefined && ofOthersOf.test(text.slice(last.end, at))) return null;
  // 成立由3个部门组成的巡查组: of the body that follows.
  if (thing === "members" && /^(?:共同)?组成的/u.test(text.slice(at + words.length))) return null;
  const only = named.length > 0 || onlyNamed.has(thing) ? named : alike.filter(isHere);
  const [by] = only;
  if (by === undefined || only.length > 1) return null;
  const [, key = ""] = listed.find(([kind]) => kind === by.type.value) ?? [];
  const place = called.find(({ item }) => item === by)?.at ?? at;
  if (isOfOthers(text, place, plan) || isOfOtherLevel(text.slice(0, place), plan)) return null;
  if (thing === "owners") return ownersHeld(by, said, text.slice(0, at));
  const entries = entriesAt(by.parameters, key).map(({ span }) => span);
  const places = entries.length > 0 ? entries : wordsAt(by.parameters, key).map(({ span }) => span);
  // An open list may be longer than what it shows; one that only announces a count shows none.
  if (thing === "items" && (by.open || announces(by, said))) return null;
  if (thing === "items") {
    const names = called.filter(({ item }) => item === by).map((one) => one.at);
    const isWhole = tellsSize(text, places.length, { at, end: at + words.length });
    if (isWhole || isOfPart(text, names, by.name?.text ?? "")) return null;
  }
  // The leader may be counted beside the members, where it is none of them.
  const [leader] = wordsAt(by.parameters, "lead");
  const isMember = wordsAt(by.parameters, "members").some(({ value }) => value === leader?.value);
  const isUnit = leader === undefined || !(ofUnits.test(noun) && person.test(leader.value));
  if (thing === "members" && places.length + 1 === said && !isMember && isUnit) return null;
  // 由5个部门组成 tells the members only of what the sentence calls.
  if (
    thing === "members" &&
    noun !== "成员单位" &&
    noun !== "members" &&
    named.length === 0 &&
    !/[个家]/.test(noun)
  )
    return null;
  return { places, by, severity: named.length > 0 || alike.length === 1 ? "error" : "warning" };
}

/** 联席会议成员单位包括…: the only body of that word, where nothing before narrows it. */
function calledByWord(text: string, bodies: readonly Mechanism[]): readonly Called<Mechanism>[] {
  const words = calledByKind(bodies).filter(({ mechanism }) => mechanism.type.value === "body");
  return placesIn(text, namedThings(words))
    .filter(({ at }) => /(?:^|[^\u4e00-\u9fff]|[该本此由])$/u.test(text.slice(0, at)))
    .map(({ item: { mechanism }, at, end }) => ({ item: mechanism, at, end, isShort: true, isSure: false }));
}

/** 委员会下设3个小组，分别由5个科室组成: of what it sets up. */
const ofOthersOf = /下设|分设|分别|各|办公室|专家组|成立|组建|设立|抽调/u;
const memberBehind = /-(?:member|strong|person)$/iu;
/** A deputy mayor who leads is no department among the members. */
const person = /(?:[省市县区州镇乡局院校所部站处科会署]长|书记|主任|主席|领导|负责人|总经理)$/u;
const ofUnits = /部门|单位|科室|处室|机构|委办局/u;

/** The six-member Steering Board: the body stands behind its count. */
function bodyBehind<T>(text: string, end: number, called: readonly Called<T>[]): Called<T> | undefined {
  if (/\b(?:each|every|all|other)\b/iu.test(text.slice(0, end))) return undefined;
  return called.find(
    (one) =>
      one.at >= end &&
      /^ (?:[A-Za-z-]+ ){0,1}$/u.test(text.slice(end, one.at)) &&
      (!one.isShort || /\bthe [a-z\d]+-[a-z]+$/iu.test(text.slice(0, end))),
  );
}

/** 责任清单涉及7个部门: as many as lead its items, or work on them; null where an item names nobody, or they are as many. */
function ownersHeld(list: Mechanism, said: number, head: string): Held | null {
  const clause = head.split(/[，；。]/u).at(-1) ?? "";
  const owners = entriesAt(list.parameters, "items").map((item) => {
    const value = item.get("owner");
    return value?.kind === "owner" ? value.statements.map(({ is }) => is.value) : [];
  });
  if (
    owners.length === 0 ||
    list.open ||
    owners.some((one) => one.length === 0) ||
    /[每各]|其中/u.test(clause)
  )
    return null;
  const leads = new Map<string, Span>();
  const all = new Set<string>();
  for (const { lead, with: others } of owners.flat()) {
    if (lead !== null && !leads.has(lead.value)) leads.set(lead.value, lead.span);
    for (const one of [...(lead === null ? [] : [lead]), ...others]) all.add(one.value);
  }
  return all.size === said ? null : { places: [...leads.values()], by: list, severity: "error" };
}

/** 建立问题清单、责任清单、整改清单三张清单: those that are counted stand before. */
function namesThem(head: string, said: number): boolean {
  const row = head.split(/[，；：。]/u).at(-1) ?? "";
  return row.includes("、") && [/、/u, /[、和与及]/u].some((sign) => row.split(sign).length === said);
}

function announces(mechanism: Mechanism, said: number): boolean {
  return announcedCounts(mechanism).some(({ count }) => count.value === said);
}

/** Bodies whose name holds the noun, or lists: each of the lists that a mechanism holds counts. */
function ofKind(
  alike: readonly Mechanism[],
  noun: string,
  said: number,
  isHere: (item: Item) => boolean,
): Held | null {
  const singular = noun.replace(/s$/, "");
  const isAny = noun === "bodies";
  const fitting = alike.filter(
    (one) => one.type.value === "list" || isAny || nameOf(one).toLowerCase().includes(singular),
  );
  const own = fitting.filter(isHere);
  // `Three bodies` are of the plan, wherever it is said.
  const here = isAny && own.length === 0 ? fitting : own;
  // A body may announce as its own what the text counts.
  if (noun !== "清单" && here.some((one) => announces(one, said))) return null;
  const places = here.flatMap(listsOf);
  const isAll = here.length === fitting.length;
  // It may count what other sections set up.
  if (!isAll && fitting.flatMap(listsOf).length === said) return null;
  return { places, by: null, severity: isAll && places.length > 1 ? "error" : "info" };
}

function listsOf({ id, parameters }: Mechanism): readonly Span[] {
  const parts = entriesAt(parameters, "lists").map(({ span }) => span);
  return parts.length > 0 ? parts : [id.span];
}

function placesOf(noun: string, { entities }: Plan): Held {
  const singular = noun.replace(/s$/, "");
  const places = entities
    .filter(
      ({ level, name }) => level?.value.toLowerCase() === singular || name?.text.endsWith(noun) === true,
    )
    .map(({ id }) => id.span);
  return { places, by: null, severity: "info" };
}
