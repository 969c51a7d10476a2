/**
 * Terms of mechanisms that a sentence tells by more than one figure: what earns points and what points buy, how many of one set each of
 * another has, and the share of a pilot's stage. Shared by a rule; not a rule.
 */
import { chineseInteger } from "../plan/chinese-number.ts";
import type { Given } from "../plan/given.ts";
import { entriesAt, labelOf, type ParameterMap, quantitiesAt, timesAt, wordsAt } from "../plan/parameters.ts";
import type { Mechanism, Plan } from "../plan/plan.ts";
import type { Quantity } from "../plan/quantity.ts";
import { chinese } from "../text/chinese.ts";
import type { Span } from "../text/source.ts";
import { type Callings, placesCalled } from "./callings.ts";
import { calendarOf, datesIn } from "./text-dates.ts";
import { figuresIn, type TextFigure } from "./text-figures.ts";
import { statedPeriod } from "./times-of.ts";
import { inTurn } from "./told-in-turn.ts";

/** What a sentence says otherwise than its mechanism. */
export interface OtherTerm {
  readonly item: Mechanism;
  readonly kind: "points" | "exchange" | "pairs" | "stage" | "share";
  readonly label: string | null;
  readonly said: string;
  readonly at: number;
  readonly stated: string;
  readonly span: Span;
}

/** All terms of this kind that a sentence tells otherwise; Chinese only, as its words are told so. */
export function otherTermsIn(
  sentence: string,
  plan: Plan,
  calls: Callings<{ readonly name: Mechanism["name"] }>,
): readonly OtherTerm[] {
  if (!chinese.test(sentence) || sentence.length > longestSentence) return [];
  const ofType = (type: string): readonly Mechanism[] =>
    plan.mechanisms.filter((one) => one.type.value === type && one.origin === "plan");
  const [points, links, pilots] = [ofType("points"), ofType("link"), ofType("pilot")];
  const called = pilots.length === 0 ? [] : placesCalled(sentence, calls).map(({ item }) => item);
  return [
    ...(sentence.includes("分") ? points.flatMap((one) => ofPoints(sentence, one, points.length === 1)) : []),
    ...(sentence.includes("每") ? links.flatMap((one) => ofLink(sentence, one)) : []),
    ...(/%|％|[:：∶]/.test(sentence) ? sharesInTurn(sentence, plan) : []),
    ...pilots.filter((one) => called.includes(one)).flatMap((one) => ofStages(sentence, one, plan)),
  ];
}

const longestSentence = 1000;
const longestLabel = 40;

function ofPoints(sentence: string, item: Mechanism, isOnly: boolean): readonly OtherTerm[] {
  const earned = entriesAt(item.parameters, "earn").flatMap((entry) => earnedBy(sentence, item, entry));
  const [exchange] = wordsAt(item.parameters, "exchange");
  const isNamed = isOnly || sentence.includes(item.name?.text.trim() ?? "？");
  return [...earned, ...(exchange === undefined || !isNamed ? [] : exchanged(sentence, item, exchange))];
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

const severalTimes = /满|累计|每(?:小时|天|日|人|户)|[两二三四五六七八九十\d]+[次小时]/u;

/** 每上门探访一次积8分, against the points of what earns them. */
function earnedBy(sentence: string, item: Mechanism, entry: ParameterMap): readonly OtherTerm[] {
  const label = wordsAt(entry, "for")[0]?.value.trim() ?? "";
  const stated = quantitiesAt(entry, "points").map(({ is }) => is);
  const [first] = stated;
  if (first === undefined || label.length < 3 || label.length > longestLabel || !chinese.test(label))
    return [];
  // 每参加一次志愿活动, 调解一起纠纷: once may stand behind the verb.
  const form = new RegExp(
    `${escaped(label.slice(0, 2))}(?:[一1每](?:次|起|件|场|项))?${escaped(label.slice(2))}`,
    "u",
  );
  const found = form.exec(sentence);
  if (found === null) return [];
  const [at, length] = [found.index, found[0].length];
  const tail = sentence.slice(at + length, at + length + 30);
  const match =
    /^([^，。；、\d]{0,12}?)(?:可?[积得加获计记]|奖励?)(?:志愿|文明)?(?:积分)?(\d{1,4})\s?个?(?:积?分)/u.exec(
      tail,
    );
  if (match === null || severalTimes.test(match[1]?.replace("一次", "") ?? "")) return [];
  const digits = match[2] ?? "";
  if (stated.some(({ value }) => value.value.eq(digits))) return [];
  const place = at + length + match[0].lastIndexOf(digits);
  const said = sentence.slice(place, at + length + match[0].length);
  return [
    { item, kind: "points", label, said, at: place, stated: first.value.text.trim(), span: first.span },
  ];
}

const statedExchange = /^\s*(\d{1,5})\s?个?(?:积分|分|points?)\s?[=＝]\s?(\d{1,6}(?:\.\d{1,4})?)\s?元/iu;
const toldExchange =
  /(?<![\d.])(\d{1,5})\s?个?积?分[^，。；\d]{0,10}?(?:兑换?|折合|折算|抵扣?|换取?|价值|相当于|等于)[^，。；\d]{0,10}?(\d{1,6}(?:\.\d{1,4})?)元/u;

/** 每10分兑换5元, against `1分 = 0.1元`. */
function exchanged(sentence: string, item: Mechanism, exchange: Given<string>): readonly OtherTerm[] {
  const stated = statedExchange.exec(exchange.value);
  const told = toldExchange.exec(sentence);
  if (stated === null || told === null) return [];
  const [a, b, c, d] = [stated[1], stated[2], told[1], told[2]].map(Number);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return [];
  if (Math.abs(a * d - b * c) < 1e-9) return [];
  const said = told[0];
  const span = exchange.span;
  return [{ item, kind: "exchange", label: null, said, at: told.index, stated: exchange.value.trim(), span }];
}

const number = "(\\d{1,3}|[一两二三四五六七八九十]{1,2})";
const many = new RegExp(
  `(不少于|不低于|至少|不超过|不多于|至多|最多)?(?:联系|结对|对接|帮扶|与|和)?${number}(?:个|名|家|所|位|支)(以上|以内)?`,
  "u",
);

function ofLink(sentence: string, item: Mechanism): readonly OtherTerm[] {
  const parts = [item.parameters, ...entriesAt(item.parameters, "links")];
  return parts.flatMap((part) => {
    const isSaid = (word: string): boolean => word.trim().length > 1 && sentence.includes(word.trim());
    const words = [...wordsAt(part, "kind").map(({ value }) => value), item.name?.text ?? ""];
    const sets = ["from-set", "to-set"].flatMap((key) => wordsAt(part, key).map(({ value }) => value));
    if (!words.some(isSaid) && !(sets.length === 2 && sets.every(isSaid))) return [];
    const found = (
      [
        ["from-set", "per-from"],
        ["to-set", "per-to"],
      ] as const
    ).flatMap(([set, per]) => pairsTold(sentence, item, part, set, per));
    // Where the plan has no words for its sets, it may mean either.
    return found.some((one) => one === null) ? [] : found.flatMap((one) => one ?? []).slice(-1);
  });
}

/** What is said of each of a set, where it is none of what is stated; null where it is what is stated. */
function pairsTold(
  sentence: string,
  item: Mechanism,
  part: ParameterMap,
  set: "from-set" | "to-set",
  per: "per-from" | "per-to",
): readonly (OtherTerm | null)[] {
  const name = wordsAt(part, set)[0]?.value.trim() ?? "";
  const stated = quantitiesAt(part, per).map(({ is }) => is);
  const [first] = stated;
  if (first === undefined) return [];
  const each = /每[个名家所位支]?/gu;
  for (const { index, 0: head } of sentence.matchAll(each)) {
    const from = index + head.length;
    const behind = sentence.slice(from, from + 40).split(/[，。；]/u)[0] ?? "";
    const isOf = chinese.test(name) ? behind.startsWith(name) : !/^[年月季周日次]/u.test(behind);
    const match = isOf ? many.exec(behind.slice(chinese.test(name) ? name.length : 0)) : null;
    if (match === null) continue;
    const said = match[0];
    if (stated.some(({ value }) => fits(match, value))) return [null];
    const at = from + behind.indexOf(said);
    return [
      { item, kind: "pairs", label: null, said, at, stated: first.value.text.trim(), span: first.span },
    ];
  }
  return [];
}

/** At least as many as are stated at least, at most as many at most; a plain number lies between. */
function fits([, bound = "", digits = "", behind = ""]: readonly string[], stated: Quantity): boolean {
  const told = /^\d/.test(digits) ? Number(digits) : chineseInteger(digits);
  if (told === null) return true;
  const { relation, value, upper } = stated;
  const least = relation === ">=" || upper !== null || relation === "=" || relation === null ? value : null;
  const most = relation === "<=" ? value : (upper ?? (relation === ">=" ? null : value));
  if (/^不少于|^不低于|^至少/u.test(bound) || behind === "以上") return least === null || least.eq(told);
  if (bound !== "" || behind === "以内") return most === null || most.eq(told);
  return (least === null || least.lte(told)) && (most === null || most.gte(told));
}

/** 区级财政与街道自筹按7∶3的比例分担, against the shares of a fund's sources or lines, a training's modules. */
function sharesInTurn(sentence: string, plan: Plan): readonly OtherTerm[] {
  const shares = figuresIn(sentence).filter(({ quantity }) => quantity.unit?.dimension === "percent");
  return plan.mechanisms.flatMap((item): readonly OtherTerm[] => {
    if (item.origin !== "plan") return [];
    return ["sources", "lines", "modules", "composition"].flatMap((key) => {
      const parts = entriesAt(item.parameters, key)
        .map((entry) => ({ entry, name: labelOf(entry)?.trim() ?? "" }))
        .filter(({ name }) => name.length > 1);
      const row = inTurn(sentence, parts, shares, ({ name }) => name);
      const told = row.size > 0 ? row : sharesBeside(sentence, parts, shares);
      const all = [...told].flatMap(([{ entry, name }, { quantity, shown, at }]): OtherTerm[] => {
        const stated = quantitiesAt(entry, "share").map(({ is }) => is);
        const [first] = stated;
        if (first === undefined || stated.some(({ value }) => value.value.eq(quantity.value))) return [];
        const { text } = first.value;
        return [{ item, kind: "share", label: name, said: shown, at, stated: text.trim(), span: first.span }];
      });
      // A ratio stands for all of them: it is told of the first.
      return all.filter((one, i) => all.findIndex(({ at }) => at === one.at) === i);
    });
  });
}

/** 市级补助30%、区级财政40%: each right behind its name, for two at least of one mechanism. */
function sharesBeside<T extends { readonly name: string }>(
  sentence: string,
  parts: readonly T[],
  shares: readonly TextFigure[],
): ReadonlyMap<T, TextFigure> {
  const told = parts.flatMap((part): readonly (readonly [T, TextFigure])[] => {
    const end = sentence.indexOf(part.name) + part.name.length;
    if (end < part.name.length) return [];
    const share = shares.find(({ at }) => at >= end);
    return share !== undefined && /^(?:占|承担|负担|出资|分担|安排)?$/u.test(sentence.slice(end, share.at))
      ? [[part, share]]
      : [];
  });
  return new Map(told.length > 1 ? told : []);
}

/** 2026年9月底前完成30%、2027年底前完成85%, against the stages of those dates. */
function ofStages(sentence: string, item: Mechanism, plan: Plan): readonly OtherTerm[] {
  const figures = figuresIn(sentence).filter(({ quantity }) => quantity.unit?.dimension === "percent");
  const dates = figures.length === 0 ? [] : datesIn(sentence, calendarOf(plan));
  return entriesAt(item.parameters, "stages").flatMap((stage): OtherTerm[] => {
    const share = quantitiesAt(stage, "share")[0]?.is;
    const day = timesAt(stage, "by")
      .map(({ is }) => statedPeriod(is)?.end ?? null)
      .find((one) => one !== null);
    if (share === undefined || day === undefined || day === null) return [];
    for (const date of dates.filter(({ start, last }) => start <= day && day <= last)) {
      const figure = figures.find(({ at }) => at >= date.end);
      const name = item.name?.text.trim() ?? "";
      const between = figure === undefined ? "，" : sentence.slice(date.end, figure.at).replace(name, "");
      if (figure === undefined || !stageBetween.test(between)) continue;
      if (figure.quantity.value.eq(share.value.value)) continue;
      const said = figure.shown.trim();
      return [
        {
          item,
          kind: "stage",
          label: null,
          said,
          at: figure.at,
          stated: share.value.text.trim(),
          span: share.span,
        },
      ];
    }
    return [];
  });
}

const stageBetween =
  /^(?:年?[底末])?(?:之?前|以前)?(?:全部|基本|累计|先行)*(?:完成|推开|覆盖|达到|实施|铺开|启动|建成|推进)?(?:改造|到|至|不少于|不低于)?$/u;
