/**
 * The terms of mechanisms and what a text says of them: hours of a training and when it is tested, cap, award, rate per head and growth of a fund, shares of its
 * sources and lines, of modules and roles, and what a norm asks. Shared by a rule; not a rule.
 */
import type Big from "big.js";
import type { Given } from "../../plan/given.ts";
import { entriesAt, labelOf, type ParameterMap, quantitiesAt, wordsAt } from "../../plan/parameters.ts";
import type { Indicator, Mechanism, Plan } from "../../plan/plan.ts";
import type { Quantity, Unit } from "../../plan/quantity.ts";
import { isCount } from "../../plan/units.ts";
import { chinese } from "../../text/chinese.ts";
import { nameOf } from "../name-of.ts";
import { askedBy, readRuleFigure } from "../rule-figure.ts";
import { stemsIn } from "../texts/word-stems.ts";
import { isSameFigure } from "./measured-figures.ts";

/** What kind of term it is; each is told in words of its own. */
export type TermKind = "hours" | "cap" | "award" | "per-head" | "growth" | "share" | "asked" | "test-after";

/** One term with all that is stated of it. */
export interface Term {
  readonly kind: TermKind;
  readonly item: Mechanism | Indicator;
  /** Of a share the source, line, module or role; of hours who is trained. */
  readonly label: string | null;
  readonly values: readonly Given<Quantity>[];
  /** Of a norm what is counted, as its rule calls it. */
  readonly subject?: string;
  /** Of a share what it is a share of, as stated: 上年度财政收入. */
  readonly base?: string | undefined;
  /** The resource that it is counted by. */
  readonly counted?: string | undefined;
}

/** All terms of the plan's own mechanisms, and of indicators that count hours of training. */
export function termsIn({ mechanisms, indicators, resources }: Plan): readonly Term[] {
  const terms = mechanisms
    .filter(({ origin }) => origin === "plan")
    .flatMap((one) => readers.get(one.type.value)?.(one) ?? []);
  const names = new Map(resources.map(({ id, name }) => [id.value, name?.text.trim()]));
  const counted = terms.map((term) => {
    const [id = ""] = term.subject?.split(" ") ?? [];
    return names.has(id) ? { ...term, counted: names.get(id) } : term;
  });
  return [...counted, ...indicators.flatMap(hoursOfIndicator)].filter(({ values }) => values.length > 0);
}

const readers: ReadonlyMap<string, (mechanism: Mechanism) => readonly Term[]> = new Map([
  ["training", termsOfTraining],
  ["fund", termsOfFund],
  ["norm", termsOfNorm],
]);

function termsOfTraining(item: Mechanism): readonly Term[] {
  const { parameters } = item;
  const [cohort] = wordsAt(parameters, "cohort");
  return [
    {
      kind: "hours",
      item,
      label: cohort?.value.trim() ?? trainedBy(nameOf(item)),
      values: valuesAt(parameters, "hours"),
    },
    { kind: "test-after", item, label: null, values: valuesAt(parameters, "test-after") },
    ...sharesOf(item, "modules"),
  ];
}

const trainedIn =
  /^(.{2,12}(?:工作者|人员|干部|员|师|书记|骨干|党员|医生|护士|志愿者))(?:三级|分级|分层|分类|岗位|业务|能力|年度|全员|专题|履职|综合|技能|在岗|教育)*(?:培训|轮训|研修|进修)(?:体系|计划|制度|机制|工程|班)?$/u;

/** 社区工作者 of 社区工作者三级培训, where no cohort is stated. */
function trainedBy(name: string): string | null {
  return trainedIn.exec(name)?.[1] ?? null;
}

function termsOfFund(item: Mechanism): readonly Term[] {
  const plain = (["cap", "award", "per-head", "growth"] as const).map(
    (kind): Term => ({ kind, item, label: null, values: valuesAt(item.parameters, kind) }),
  );
  return [...plain, ...sharesOf(item, "sources"), ...sharesOf(item, "lines")];
}

function termsOfNorm(item: Mechanism): readonly Term[] {
  const asked = wordsAt(item.parameters, "rule").flatMap((rule) => {
    const read = readRuleFigure(rule.value);
    if (read === null) return [];
    return [
      { subject: read.subject, value: { ...rule, value: { ...read.quantity, text: askedBy(rule.value) } } },
    ];
  });
  const values = asked.map(({ value }) => value);
  const subject = asked[0]?.subject.trim() ?? "";
  return [{ kind: "asked", item, label: null, values, subject }, ...sharesOf(item, "composition")];
}

function sharesOf(item: Mechanism, key: string): readonly Term[] {
  return entriesAt(item.parameters, key).flatMap((entry): Term[] => {
    const label = labelOf(entry)?.trim() ?? "";
    const base = wordsAt(entry, "of")[0]?.value.trim();
    return label === "" ? [] : [{ kind: "share", item, label, base, values: valuesAt(entry, "share") }];
  });
}

function valuesAt(map: ParameterMap, key: string): readonly Given<Quantity>[] {
  return quantitiesAt(map, key).map(({ is }) => is);
}

const ofTraining = /培训|学习|\btrain/iu;
const wordsOfMeasure = /年度?|人均|每人|平均|累计|参加|接受|培训|学习|学时|课时|时间|时长|数|脱产|的/gu;

/** 干部年人均培训学时 says who is trained: 干部. */
function hoursOfIndicator(item: Indicator): readonly Term[] {
  const name = nameOf(item);
  if (!ofTraining.test(name) || !chinese.test(name)) return [];
  const values = item.targets.flatMap(({ kind, quantity }) =>
    (kind === "reach" || kind === "hold") && quantity !== null && isHours(quantity.value.unit)
      ? [quantity]
      : [],
  );
  const label = name.replace(wordsOfMeasure, "");
  return [{ kind: "hours", item, label: label.length < 2 ? null : label, values }];
}

function isHours(unit: Unit | null): boolean {
  return unit !== null && /^(?:class-hours|lessons|time)(?:$|\/)/.test(unit.dimension);
}

/** The figure is of the kind in which the term is stated. */
export function isOfTerm(term: Term, { unit }: Quantity, noun: string | undefined): boolean {
  const { kind, values, subject } = term;
  if (unit !== null && isCount(unit.dimension) && baseOf(term) !== null) return true;
  if (unit === null || noun !== undefined) return kind === "asked" && isNoun(noun, subject);
  return values.some(({ value }) => {
    if (kind === "hours") return isHours(unit) && isHours(value.unit);
    if (kind === "share" || kind === "growth") return unit.dimension === "percent";
    return value.unit?.dimension.split("/")[0] === unit.dimension;
  });
}

/** What a norm counts by, where its rule tells it in Chinese: 街道 of `at least 8 per 街道`. */
export function baseOf({ kind, values }: Pick<Term, "kind" | "values">): string | null {
  if (kind !== "asked") return null;
  for (const { value } of values) {
    const [, base] = /(?:\bper |每[个家所座处支户]?)([\u4e00-\u9fff]{2,16})/u.exec(value.text) ?? [];
    if (base !== undefined) return base;
  }
  return null;
}

/** five nurses of `nurses >= 3`. */
function isNoun(noun: string | undefined, subject: string | undefined): boolean {
  if (noun === undefined || subject === undefined) return false;
  const [stem] = stemsIn(noun);
  return stem !== undefined && stemsIn(subject).includes(stem);
}

/** One of the stated values is the one told; a class hour is called an hour. */
export function agreesWith({ kind, values }: Term, said: Quantity): boolean {
  return values.some(({ value }) => {
    if (baseOf({ kind, values }) !== null && value.upper === null && !(said.unit?.key.includes("/") ?? true))
      return value.value.eq(said.value);
    if (kind === "hours") return value.value.eq(said.value) || value.upper?.eq(said.value) === true;
    // Between the two ends of what a norm asks a text may name any figure.
    if (value.upper !== null && value.unit?.dimension === said.unit?.dimension) {
      const [low, high] = [said.value, said.upper ?? said.value].map((one) => inBase(one, said.unit));
      const [least, most] = [inBase(value.value, value.unit), inBase(value.upper, value.unit)];
      return low?.gte(least) === true && high?.lte(most) === true;
    }
    const own = value.unit?.dimension.includes("/") === true && kind !== "asked" ? overNothing(value) : value;
    return isSameFigure(own, said);
  });
}

function inBase(value: Big, unit: Unit | null): Big {
  return unit === null ? value : value.times(unit.factor);
}

/** 元/人·年 is told as 元 in a text that says of whom and when. */
function overNothing(quantity: Quantity): Quantity {
  const { unit } = quantity;
  return unit === null
    ? quantity
    : { ...quantity, unit: { ...unit, dimension: unit.dimension.split("/")[0] ?? "" } };
}
