/** What earns points and what points buy, in the words of a sentence. Shared by a rule; not a rule. */
import type { Given } from "../../plan/given.ts";
import { entriesAt, type ParameterMap, quantitiesAt, wordsAt } from "../../plan/parameters.ts";
import type { Mechanism } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import type { OtherTerm } from "./other-terms.ts";

const longestLabel = 40;

/** What a sentence says of points otherwise than the mechanism; of the exchange only where it is the only one, or named. */
export function ofPoints(sentence: string, item: Mechanism, isOnly: boolean): readonly OtherTerm[] {
  const earned = entriesAt(item.parameters, "earn").flatMap((entry) => earnedBy(sentence, item, entry));
  const [exchange] = wordsAt(item.parameters, "exchange");
  const isNamed = isOnly || sentence.includes(item.name?.text.trim() ?? "？");
  return [...earned, ...(exchange === undefined || !isNamed ? [] : exchanged(sentence, item, exchange))];
}

const severalTimes = /满|累计|每(?:小时|天|日|人|户)|[两二三四五六七八九十\d]+[次小时]/u;

const onceBetween = /^(?:[一1每](?:次|起|件|场|项)|[\u4e00-\u9fff]{0,4})$/u;
/** Most characters between the two parts of a label. */
const widest = 4;

/** 每参加一次志愿活动, 调解一起纠纷: once may stand behind the verb. */
function placeOfLabel(
  sentence: string,
  label: string,
): { readonly at: number; readonly length: number } | null {
  const [verb, object] = [label.slice(0, 2), label.slice(2)];
  for (let at = sentence.indexOf(verb); at >= 0; at = sentence.indexOf(verb, at + 1)) {
    const from = at + verb.length;
    const behind = sentence.slice(from, from + widest + object.length).indexOf(object);
    if (behind >= 0 && onceBetween.test(sentence.slice(from, from + behind)))
      return { at, length: verb.length + behind + object.length };
  }
  return null;
}

/** 每上门探访一次积8分, against the points of what earns them. */
function earnedBy(sentence: string, item: Mechanism, entry: ParameterMap): readonly OtherTerm[] {
  const label = wordsAt(entry, "for")[0]?.value.trim() ?? "";
  const stated = quantitiesAt(entry, "points").map(({ is }) => is);
  const [first] = stated;
  if (first === undefined || label.length < 3 || label.length > longestLabel || !chinese.test(label))
    return [];
  if (!sentence.includes(label.slice(0, 2)) || !sentence.includes(label.slice(2))) return [];
  const place = placeOfLabel(sentence, label);
  if (place === null) return [];
  const { at, length } = place;
  const tail = sentence.slice(at + length, at + length + 30);
  const match =
    /^([^，。；、\d]{0,12}?)(?:可?[积得加获计记]|奖励?)(?:志愿|文明)?(?:积分)?(\d{1,4})\s?个?(?:积?分)/u.exec(
      tail,
    );
  if (match === null || severalTimes.test(match[1]?.replace("一次", "") ?? "")) return [];
  const digits = match[2] ?? "";
  if (stated.some(({ value }) => value.value.eq(digits))) return [];
  const start = at + length + match[0].lastIndexOf(digits);
  const said = sentence.slice(start, at + length + match[0].length);
  return [
    { item, kind: "points", label, said, at: start, stated: first.value.text.trim(), span: first.span },
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
