/** What is said together of statements that disagree: further values, lists of the same mechanism, rhythms in words. Not a rule. */
import type { MessageArgs, Severity } from "../../diagnostics/diagnostic.ts";
import { parseRhythm } from "../../plan/parse-rhythm.ts";
import type { Fact } from "../../plan/plan.ts";
import type { PlanIndex } from "../../plan/plan-index.ts";
import { rhythmInChinese } from "../../plan/rhythm.ts";
import type { FactStatement } from "../compare-statements.ts";
import { pathWithNames } from "../entry-names.ts";
import { wordsFor } from "../name-of.ts";
import { askedBy } from "../rule-figure.ts";
import { fieldInChinese, fieldInEnglish } from "../words.ts";

export interface Found {
  readonly fact: Fact;
  readonly statement: FactStatement;
  readonly other: FactStatement;
  readonly severity: Severity;
}

/** A rhythm that stands in the plan by the format's own English word; null for what the plan says in words of its own. */
function keyWordInChinese(shown: string): string | null {
  const rhythm = /^[a-z\d -]+$/i.test(shown) ? parseRhythm(shown) : null;
  return rhythm === null ? null : rhythmInChinese(rhythm);
}

/** Ids of states say little to a reader of the printed plan: the words of the document stand for them. */
export function wordingsOf({ statement, other }: Found): MessageArgs {
  if (!Array.isArray(statement.is.value) || statement.wording === null || other.wording === null) return {};
  return { value: statement.wording.value, other: other.wording.value };
}

export function rhythmsInChinese({ fact, statement, other }: Found): MessageArgs {
  if (!rhythmFields.test(fact.name)) return {};
  const [value, first] = [statement, other].map(
    (one) => keyWordInChinese(shownOf(one)) ?? `“${shownOf(one)}”`,
  );
  return value === undefined || first === undefined ? {} : { value, other: first, inWords: true };
}

const rhythmFields = /(?:^|\/)(?:frequency|cadence|meets|every)$/;

/** Of values that contradict one and the same, those behind the first. */
export function furtherOf(found: readonly Found[]): ReadonlyMap<Found, readonly Found[]> {
  const first = new Map<FactStatement, Found>();
  const further = new Map<Found, Found[]>();
  for (const one of found) {
    if (one.severity !== "error") continue;
    const leader = first.get(one.other);
    const known = leader === undefined ? undefined : further.get(leader);
    if (leader === undefined) first.set(one.other, one);
    else if (known === undefined) further.set(leader, [one]);
    else known.push(one);
  }
  return further;
}

/** Lists of words of one mechanism that differ between the same two sections differ by one change of words. */
export function besideOf(found: readonly Found[]): ReadonlyMap<Found, readonly Found[]> {
  const first = new Map<string, Found>();
  const beside = new Map<Found, Found[]>();
  for (const one of found) {
    const { fact, statement, other, severity } = one;
    const sections = [other.section?.value, statement.section?.value];
    if (severity !== "info" || !Array.isArray(statement.is.value) || sections.includes(undefined)) continue;
    const key = [fact.subject.kind, fact.subject.id.value, ...sections].join("\n");
    const leader = first.get(key);
    if (leader === undefined) first.set(key, one);
    else beside.set(leader, [...(beside.get(leader) ?? []), one]);
  }
  return beside;
}

export function besideInEnglish({ fact, statement, other }: Found): string {
  return `; so may the ${fieldInEnglish(fact.name)} ${shownOf(statement)} and ${shownOf(other)}`;
}

export function besideInChinese({ fact, statement, other }: Found): string {
  const field = fieldInChinese(pathWithNames(fact.subject, fact.name));
  return `；${field}“${shownOf(statement)}”与“${shownOf(other)}”同样可能不一致`;
}

export function furtherInChinese(found: Found, index: PlanIndex): string {
  const shown = shownOf(found.statement);
  const word = rhythmFields.test(found.fact.name) ? keyWordInChinese(shown) : null;
  const actor = index.findAny(["actor", "entity"], shown);
  const section = sectionOf(found);
  return `，${section === null ? "另一处" : `章节“${section}”中`}又为${word ?? `“${actor === undefined ? shown : wordsFor(actor)}”`}`;
}

export function sectionOf({ statement }: Found): string | null {
  return statement.section?.value ?? null;
}

/** A rule of a norm without the name of what it asks for, which the field tells; a list without its brackets. */
export function shownOf({ is, shown }: FactStatement): string {
  if (Array.isArray(is.value)) return shown.replace(/^\[([^\]]*)\]$/, "$1");
  return typeof is.value === "string" ? askedBy(shown) : shown;
}

export function inSection(section: string | null): string {
  return section === null ? "" : ` (section ${section})`;
}
