/**
 * From which figure of an indicator on a sentence says that an alarm goes off: 断面水质优良率低于75%时启动预警, if serious incidents exceed 1.8.
 * Shared by a rule; not a rule.
 */
import type { Given } from "../../plan/given.ts";
import { entriesAt, wordsAt } from "../../plan/parameters.ts";
import type { Mechanism, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { isCount } from "../../plan/units.ts";
import { readRuleFigure } from "../rule-figure.ts";
import { figuresIn, isSoft, type TextFigure } from "../texts/figures.ts";
import { mentionsIn } from "../texts/indicator-mentions.ts";
import { isSameFigure } from "./measured-figures.ts";
import { inUnitOf } from "./stated-figures.ts";

/** A figure that sets off another alarm than is stated. */
export interface ToldTrigger {
  readonly mechanism: Mechanism;
  readonly shown: string;
  readonly at: number;
  readonly stated: Given<string>;
}

interface Trigger {
  readonly mechanism: Mechanism;
  /** Of an indicator; else the words for what is watched. */
  readonly id: string;
  readonly isIndicator: boolean;
  readonly quantity: Quantity;
  readonly stated: Given<string>;
}

const triggersOfPlan = new WeakMap<Plan, readonly Trigger[]>();

/** Alarms that go off by one figure of one indicator; two of one indicator are left out. */
function triggersIn(plan: Plan): readonly Trigger[] {
  const known = triggersOfPlan.get(plan);
  if (known !== undefined) return known;
  const ids = new Set(plan.indicators.map(({ id }) => id.value));
  const all = plan.mechanisms
    .filter(({ type, origin, parameters }) => {
      // What levels go off at is told by their names.
      const isAlarm = type.value === "alarm" && origin === "plan";
      return isAlarm && entriesAt(parameters, "levels").length === 0;
    })
    .flatMap((mechanism) =>
      wordsAt(mechanism.parameters, "when").flatMap((stated): Trigger[] => {
        const [, name = "", rule = ""] = simple.exec(stated.value.trim()) ?? [];
        const read = rule === "" ? null : readRuleFigure(`level ${rule}`);
        const isIndicator = ids.has(name);
        return read === null || (!isIndicator && name.length < shortestWords)
          ? []
          : [{ mechanism, id: name, isIndicator, quantity: read.quantity, stated }];
      }),
    );
  const triggers = all.filter(({ id }) => all.filter((one) => one.id === id).length === 1);
  triggersOfPlan.set(plan, triggers);
  return triggers;
}

/** A figure further behind belongs to something else. */
const farthest = 20;
const simple =
  /^['"“]?([^\s'"“”<>=≤≥+*/()-]{1,60}(?:-[^\s'"“”<>=≤≥+*/()-]{1,40}){0,6})['"”]?\s?((?:>=|<=|>|<|≥|≤)\s?\d[^<>=]{0,30})$/u;
/** Fewest characters of what is watched, where it is no indicator: 林地退化面积. */
const shortestWords = 4;
const sets =
  /预警|警报|启动|触发|亮[红黄橙]灯|黄牌|红牌|(?:\b(?:[Ii]f|[Ww]hen|[Ww]henever|[Ww]here|[Oo]nce|[Ss]hould)\b)/u;
const beyond =
  /(?:低于|高于|超过|超出|不足|未达到?|跌破|达到?|降至|\b(?:exceeds?|falls? (?:below|to|under)|drops? (?:below|to|under)|rises? (?:above|over|to)|(?:is|are|stays?|remains?|goes|go|climbs?) (?:above|below|over|under|more than|fewer than|less than|greater than|higher than|lower than)|tops?|passes))\s?$/iu;

/** The first figure of a sentence that is told as a trigger and is another than is stated. */
export function triggerTold(sentence: string, plan: Plan): ToldTrigger | null {
  if (!sets.test(sentence)) return null;
  const triggers = triggersIn(plan);
  if (triggers.length === 0) return null;
  for (const trigger of triggers.filter((one) => !one.isIndicator)) {
    const end = sentence.indexOf(trigger.id) + trigger.id.length;
    if (end < trigger.id.length) continue;
    const first = figuresIn(sentence).find(({ at }) => at >= end && at - end < farthest);
    if (first === undefined || !beyond.test(sentence.slice(end, first.at)) || isSoft(sentence, first))
      continue;
    if (first.quantity.unit?.dimension !== trigger.quantity.unit?.dimension) continue;
    if (isSameFigure(trigger.quantity, first.quantity)) continue;
    return { ...trigger, shown: first.shown, at: first.at };
  }
  for (const { figures, end, next } of mentionsIn(sentence, plan)) {
    const trigger = triggers.find(({ id, isIndicator }) => isIndicator && id === figures.indicator.id.value);
    if (trigger === undefined) continue;
    const [first] = [...figuresIn(sentence), ...bareIn(sentence, end)].filter(
      (one) => one.at >= end && one.at <= next && beyond.test(sentence.slice(end, one.at)),
    );
    if (first === undefined || isSoft(sentence, first)) continue;
    if (isSameFigure(trigger.quantity, first.quantity)) return null;
    const isOfKind = inUnitOf(first, figures.unit, figures.indicator) !== null;
    if (isOfKind) return { ...trigger, shown: first.shown, at: first.at };
  }
  return null;
}

const bare = /(?<![\d.,])\d{1,9}(?:\.\d{1,4})?(?![\d.,]*\d|\s?(?:%|％|per ?cent|percent))/gu;

/** Exceed 1.8 per million: a number whose unit the indicator states. */
function bareIn(sentence: string, from: number): readonly TextFigure[] {
  return [...sentence.slice(from, from + 60).matchAll(bare)].flatMap(({ 0: shown, index }): TextFigure[] => {
    const read = readRuleFigure(`level >= ${shown}`);
    if (read === null || (read.quantity.unit !== null && !isCount(read.quantity.unit.dimension))) return [];
    const at = from + index;
    return [{ shown, at, end: at + shown.length, quantity: { ...read.quantity, unit: null } }];
  });
}
