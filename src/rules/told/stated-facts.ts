/**
 * What mechanisms state that an English text tells by one figure: times within which something is done, times in a row, ratios, shares, stages
 * of a pilot and what a point is worth; each with the words by which a sentence speaks of it. Not a rule.
 */
import Big from "big.js";
import { divide, formatDecimal } from "../../plan/decimal.ts";
import type { Given } from "../../plan/given.ts";
import {
  entriesAt,
  labelOf,
  type ParameterMap,
  quantitiesAt,
  timesAt,
  wordsAt,
} from "../../plan/parameters.ts";
import { plainQuantity } from "../../plan/plain-quantity.ts";
import type { Mechanism, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import type { Day } from "../../plan/time.ts";
import { convert } from "../../plan/units.ts";
import type { Span } from "../../text/source.ts";
import { nameOf } from "../name-of.ts";
import { contentStems } from "../texts/subjects.ts";
import { statedPeriod } from "../times-of.ts";

/** How a fact is told: each kind in words of its own. */
export type FactKind = "within" | "after" | "streak" | "ratio" | "share" | "stage" | "exchange";

/** One stated figure with the words that tell which it is. */
export interface EnglishFact {
  readonly item: Mechanism;
  readonly kind: FactKind;
  /** Of an entry what it is called. */
  readonly label: string | null;
  /** As a quantity; of a share in percent; of a ratio how many come on one, of an exchange what one point is worth. */
  readonly value: Quantity;
  readonly stated: string;
  readonly span: Span;
  /** Words of the name; of the entry; and of what is watched or counted. */
  readonly own: ReadonlySet<string>;
  readonly labelled: ReadonlySet<string>;
  readonly beside: ReadonlySet<string>;
  /** Of a stage the day on which it is reached. */
  readonly day: Day | null;
}

const factsOfPlan = new WeakMap<Plan, readonly EnglishFact[]>();

/** More are not looked for. */
const mostFacts = 400;

/** All facts of the plan's own mechanisms. */
export function englishFacts(plan: Plan): readonly EnglishFact[] {
  const known = factsOfPlan.get(plan);
  if (known !== undefined) return known;
  const facts = plan.mechanisms
    .filter(({ origin }) => origin === "plan")
    .flatMap((item) => factsOf(item, plan))
    .slice(0, mostFacts);
  factsOfPlan.set(plan, facts);
  return facts;
}

function factsOf(item: Mechanism, plan: Plan): readonly EnglishFact[] {
  const { parameters } = item;
  const at = (map: ParameterMap, key: string, kind: FactKind, label: string | null = null, words = "") =>
    quantitiesAt(map, key).map(({ is }) => factOf(item, { kind, label, is, words }));
  const watched = watchedBy(item, plan);
  switch (item.type.value) {
    case "workflow":
      return entriesAt(parameters, "levels").flatMap((entry) => at(entry, "limit", "within", labelOf(entry)));
    case "alarm":
      return [
        ...at(parameters, "answer-within", "within", null, watched),
        ...at(parameters, "streak", "streak", null, watched),
      ];
    case "scorecard":
      return entriesAt(parameters, "consequences").flatMap((entry) => {
        const then = wordsAt(entry, "then")[0]?.value ?? null;
        return at(entry, "within", "within", then);
      });
    case "training":
      return [...at(parameters, "test-after", "after"), ...sharesOf(item, "modules")];
    case "fund":
      return [...sharesOf(item, "sources"), ...sharesOf(item, "lines")];
    case "norm":
      return wordsAt(parameters, "rule").flatMap((rule) => ratioOf(item, rule));
    case "pilot":
      return entriesAt(parameters, "stages").flatMap((entry) => stageOf(item, entry));
    case "points":
      return wordsAt(parameters, "exchange").flatMap((one) => exchangeOf(item, one));
    default:
      return [];
  }
}

interface Draft {
  readonly kind: FactKind;
  readonly label: string | null;
  readonly is: Given<Quantity>;
  readonly words?: string;
  readonly day?: Day | null;
  readonly stated?: string;
}

function factOf(item: Mechanism, { kind, label, is, words = "", day = null, stated }: Draft): EnglishFact {
  return {
    item,
    kind,
    label: label?.trim() ?? null,
    value: is.value,
    stated: stated ?? is.value.text.trim(),
    span: is.span,
    own: new Set(contentStems(nameOf(item))),
    labelled: new Set(label === null ? [] : contentStems(label)),
    beside: new Set(contentStems(words)),
    day,
  };
}

/** The name of the indicator by which an alarm is set off. */
function watchedBy({ parameters }: Mechanism, { indicators }: Plan): string {
  const ids = new Set(wordsAt(parameters, "when").flatMap(({ value }) => value.match(/[\w-]+/gu) ?? []));
  return indicators
    .filter(({ id }) => ids.has(id.value))
    .map((one) => `${nameOf(one)} ${one.alsoCalled.map(({ value }) => value).join(" ")}`)
    .join(" ");
}

/** Shares as stated; of amounts those that they are of the sum. */
function sharesOf(item: Mechanism, key: string): readonly EnglishFact[] {
  const [total] = quantitiesAt(item.parameters, "amount").map(({ is }) => is.value);
  return entriesAt(item.parameters, key).flatMap((entry) => {
    const label = labelOf(entry);
    if (label === null) return [];
    const stated = quantitiesAt(entry, "share").map(({ is }) => factOf(item, { kind: "share", label, is }));
    const [amount] = quantitiesAt(entry, "amount").map(({ is }) => is);
    if (stated.length > 0 || amount === undefined || total === undefined || total.value.eq(0)) return stated;
    const part = convert(amount.value.value, amount.value.unit, total.unit);
    if (part === null || total.upper !== null || amount.value.upper !== null) return [];
    const percent = divide(part.times(100), total.value);
    const text = `${amount.value.text.trim()} of ${total.text.trim()} (${formatDecimal(percent.round(1))}%)`;
    const value = { ...amount.value, value: percent, unit: null };
    return [factOf(item, { kind: "share", label, is: { ...amount, value }, stated: text })];
  });
}

const perMany =
  /^(?:([A-Za-z][\w -]{0,60}?)\s?(?:>=|<=|=|≥|≤)\s?)?(\d{1,3}) (?:per|for every) ([\d,]{1,9}) ([a-z][a-z -]{1,40})$/iu;

/** `nurses >= 1 per 8 beds`: how many come on one, 8. */
function ratioOf(item: Mechanism, rule: Given<string>): readonly EnglishFact[] {
  const [, subject = "", many = "", base = "", noun = ""] = perMany.exec(rule.value.trim()) ?? [];
  if (many === "" || Number(many) === 0) return [];
  const value = plainQuantity(new Big(base.replaceAll(",", "")).div(many), null, rule.value);
  const over = wordsAt(item.parameters, "over").map((one) => one.value);
  const fact = factOf(item, {
    kind: "ratio",
    label: noun,
    is: { ...rule, value },
    words: [subject, ...over].join(" "),
    stated: rule.value.trim(),
  });
  return [fact];
}

function stageOf(item: Mechanism, entry: ParameterMap): readonly EnglishFact[] {
  const day = timesAt(entry, "by")
    .map(({ is }) => statedPeriod(is)?.end ?? null)
    .find((one) => one !== null);
  if (day === undefined || day === null) return [];
  const of = wordsAt(entry, "of")[0]?.value ?? "";
  return quantitiesAt(entry, "share").map(({ is }) =>
    factOf(item, { kind: "stage", label: null, is, words: of, day }),
  );
}

const worth = /^\s*(\d{1,5}) ?points? ?= ?[£$€]?(\d{1,6}(?:\.\d{1,4})?) ?(?:[A-Z]{3}|[£$€])?\s*$/iu;

function exchangeOf(item: Mechanism, exchange: Given<string>): readonly EnglishFact[] {
  const [, points = "", money = ""] = worth.exec(exchange.value) ?? [];
  if (points === "" || Number(points) === 0) return [];
  const value = plainQuantity(new Big(money).div(points), null, exchange.value);
  return [
    factOf(item, {
      kind: "exchange",
      label: null,
      is: { ...exchange, value },
      stated: exchange.value.trim(),
    }),
  ];
}
