/** Facts: every stated value of every item, in a form that rules can compare whatever its type. */
import { quantityKey } from "../../plan/compare.ts";
import type { Given, Statement, Statements } from "../../plan/given.ts";
import { walkParameters } from "../../plan/parameters.ts";
import type {
  Action,
  Announcement,
  Deliverable,
  Dimension,
  Fact,
  Indicator,
  Item,
  Mechanism,
  Milestone,
  Owner,
  Phase,
  Resource,
  Risk,
  Section,
} from "../../plan/plan.ts";
import type { Quantity, Unit } from "../../plan/quantity.ts";
import { rhythmKey } from "../../plan/rhythm.ts";
import type { Rhythm, When } from "../../plan/time.ts";
import { spanText } from "../../text/source.ts";
import { ownerKey } from "./owner.ts";
import { alternativeKey, type TimeUse, whenKey } from "./when.ts";

/** The items that state facts. */
export interface StatingItems {
  readonly sections: readonly Section[];
  readonly dimensions: readonly Dimension[];
  readonly indicators: readonly Indicator[];
  readonly phases: readonly Phase[];
  readonly milestones: readonly Milestone[];
  readonly deliverables: readonly Deliverable[];
  readonly actions: readonly Action[];
  readonly risks: readonly Risk[];
  readonly resources: readonly Resource[];
  readonly mechanisms: readonly Mechanism[];
}

/** All facts that are stated at all, in order of kind, then of the plan. */
export function collectFacts(items: StatingItems): readonly Fact[] {
  return [
    ...items.sections.flatMap((item) => announcedFacts(item, "announces", item.announces)),
    ...items.dimensions.map((item) => quantityFact(item, "weight", item.weight)),
    ...items.indicators.flatMap(indicatorFacts),
    ...items.phases.map((item) => timeFact(item, "period", item.period, "span")),
    ...items.milestones.flatMap((item) => [
      timeFact(item, "by", item.by, "point"),
      ownerFact(item, item.owner),
    ]),
    ...items.deliverables.flatMap((item) => [
      timeFact(item, "due", item.due, "point"),
      ownerFact(item, item.owner),
    ]),
    ...items.actions.flatMap((item) => [
      timeFact(item, "period", item.period, "span"),
      quantityFact(item, "budget", item.budget),
      ownerFact(item, item.owner),
    ]),
    ...items.risks.map((item) => ownerFact(item, item.owner)),
    ...items.resources.map((item) => quantityFact(item, "amount", item.amount)),
    ...items.mechanisms.flatMap(mechanismFacts),
  ].filter((fact) => fact !== null);
}

function indicatorFacts(item: Indicator): readonly (Fact | null)[] {
  return [
    baselineFact(item),
    quantityFact(item, "weight", item.weight),
    factOf(item, "definition", item.definitions, wordsKey),
    rhythmFact(item, "frequency", item.frequency),
    ownerFact(item, item.owner),
  ];
}

function mechanismFacts(item: Mechanism): readonly (Fact | null)[] {
  return [
    ownerFact(item, item.owner),
    rhythmFact(item, "cadence", item.cadence),
    ...announcedFacts(item, "announced", item.announced),
    ...item.figures.map((figure) => quantityFact(item, `figures/${figure.id.value}`, figure.values)),
    ...parameterFacts(item),
  ];
}

/** Keys of times that are spans; all others are points. */
const spans: ReadonlySet<string> = new Set(["period", "during"]);

/** The counts of each thing counted. */
function announcedFacts(
  item: Item,
  key: string,
  announced: readonly Announcement[],
): readonly (Fact | null)[] {
  const byThing = new Map<string, Statement<number>[]>();
  for (const { of, statement } of announced) {
    const known = byThing.get(of.value);
    if (known === undefined) byThing.set(of.value, [statement]);
    else known.push(statement);
  }
  // One count says nothing that another could contradict.
  return [...byThing].flatMap(([of, statements]) =>
    statements.length < 2 ? [] : [factOf(item, `${key}/${of}`, statements, String)],
  );
}

/** Every stated value of the mechanism's own type, named by its path: `lines/training/share`. */
function parameterFacts(item: Mechanism): readonly (Fact | null)[] {
  const facts: (Fact | null)[] = [];
  walkParameters(item.parameters, (path, value) => {
    const name = path.join("/");
    const use = spans.has(path.at(-1) ?? "") ? "span" : "point";
    if (value.kind === "quantity") facts.push(quantityFact(item, name, value.statements));
    else if (value.kind === "time") facts.push(timeFact(item, name, value.statements, use));
    else if (value.kind === "rhythm") facts.push(rhythmFact(item, name, value.statements));
    else if (value.kind === "owner") facts.push(factOf(item, name, value.statements, ownerKey));
    else if (value.kind === "expression") facts.push(factOf(item, name, value.statements, expressionKey));
    else if (value.kind === "announced") facts.push(...announcedFacts(item, name, value.counts));
    else if (value.kind === "text" && value.statements.some(({ section }) => section !== null))
      facts.push(factOf(item, name, value.statements, wordsKey));
  });
  return facts;
}

/** Blanks, width and case apart, a rule is what is written until the expression language reads it. */
function expressionKey(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
}

function wordsKey(words: readonly Given<string>[]): string {
  return words.map(({ value }) => value.normalize("NFKC").replace(/\s+/g, "")).join("\n");
}

/** Null for what is not stated. */
function factOf<T>(
  subject: Item,
  name: string,
  statements: Statements<T>,
  keyOf: (value: T) => string,
): Fact | null {
  if (statements.length === 0) return null;
  return {
    subject,
    name,
    statements: statements.map((s) => ({ key: keyOf(s.is.value), shown: shownText(s), ...s })),
  };
}

/** The value as written, on one line; quotation marks of YAML are not part of it. */
function shownText({ is }: Statement<unknown>): string {
  const written = spanText(is.span).replace(/\s+/g, " ").trim();
  return /^(["'])[^"'\\]*\1$/.test(written) ? written.slice(1, -1) : written;
}

function quantityFact(item: Item, name: string, statements: Statements<Quantity>): Fact | null {
  return factOf(item, name, statements, quantityKey);
}

function rhythmFact(item: Item, name: string, statements: Statements<Rhythm>): Fact | null {
  return factOf(item, name, statements, rhythmKey);
}

function ownerFact(item: Item, statements: Statements<Owner>): Fact | null {
  return factOf(item, "owner", statements, ownerKey);
}

/** A statement with two readings takes the one that agrees with another statement, if one does. */
function timeFact(item: Item, name: string, statements: Statements<When>, use: TimeUse): Fact | null {
  if (statements.length < 2) return factOf(item, name, statements, (when) => whenKey(when, use));
  const single = statements.filter(({ is }) => is.value.alternative === null);
  const keys = new Set(single.map(({ is }) => whenKey(is.value, use)));
  return factOf(item, name, statements, (when) => {
    const other = alternativeKey(when, use);
    return other !== null && keys.has(other) ? other : whenKey(when, use);
  });
}

/** Levels of two dates are two measurements: their keys differ. */
function baselineFact(item: Indicator): Fact | null {
  const unit = item.unit?.value ?? null;
  return factOf(item, "baseline", item.baseline, ({ quantity, at }) => {
    const level = quantityKey(inUnit(quantity, unit));
    return at === null ? level : `${level} @ ${whenKey(at.value, "point")}`;
  });
}

/** A bare number is in the indicator's unit. */
function inUnit(quantity: Quantity, unit: Unit | null): Quantity {
  return quantity.unit === null ? { ...quantity, unit } : quantity;
}
