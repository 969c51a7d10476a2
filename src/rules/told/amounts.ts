/**
 * What a sentence says that a source of a fund gives or a line of it takes: 其中市级财政3.6亿元, the counties contribute £8.6 million. Shared by a
 * rule; not a rule.
 */
import type { Given } from "../../plan/given.ts";
import { entriesAt, labelOf, quantitiesAt } from "../../plan/parameters.ts";
import type { Mechanism, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { chinese } from "../../text/chinese.ts";
import { figuresIn, isSoft, type TextFigure } from "../texts/figures.ts";
import { isSameFigure } from "./measured-figures.ts";

/** An amount that is told otherwise than it is stated. */
export interface ToldAmount {
  readonly item: Mechanism;
  readonly name: string;
  readonly figure: TextFigure;
  readonly stated: Given<Quantity>;
}

/** The sources or the lines of one fund. */
interface Group {
  readonly item: Mechanism;
  readonly parts: readonly Part[];
  readonly total: readonly Quantity[];
}

interface Part {
  readonly name: string;
  readonly values: readonly Given<Quantity>[];
}

/** More of them are not looked for. */
const mostGroups = 60;
const mostParts = 30;
const shortestName = 4;

const groupsOfPlan = new WeakMap<Plan, readonly Group[]>();

function groupsIn(plan: Plan): readonly Group[] {
  const known = groupsOfPlan.get(plan);
  if (known !== undefined) return known;
  const funds = plan.mechanisms.filter(({ type, origin }) => type.value === "fund" && origin === "plan");
  const groups = funds.slice(0, mostGroups).flatMap((item) =>
    ["sources", "lines"].flatMap((key): Group[] => {
      const parts = entriesAt(item.parameters, key)
        .slice(0, mostParts)
        .map((entry) => ({
          name: labelOf(entry)?.trim() ?? "",
          values: quantitiesAt(entry, "amount").map(({ is }) => is),
        }))
        .filter(({ name, values }) => name.length >= shortestName && values.length > 0);
      const total = quantitiesAt(item.parameters, "amount").map(({ is }) => is.value);
      return parts.length < 2 ? [] : [{ item, parts, total }];
    }),
  );
  groupsOfPlan.set(plan, groups);
  return groups;
}

/** What is given in one year, at first or for one of several is no amount of the whole. */
const ofSome =
  /首批|首期|先期|第[一二三]批|[上下]半年|每年|当年|年度|(?:19|20)\d\d年|每[个户家名人]|单个|人均|最高|上限|不超过|追加|另|\b(?:in|for) (?:19|20)\d\d\b|\b(?:first|a year|each|every|per|up to|at most|additional|extra)\b/iu;
const chineseHead = /(?:^|[\s，、；：:（(]|其中|[用投]于|由|和|及|与|为)$/u;
/** No words between a part and its amount are longer. */
const longestBetween = 60;
const chineseBetween =
  /^(?:的?(?:资金|经费|预算|配套|部分|方面))?[（(]?(?:计划|拟|预计|共|需|将)*(?:安排|投入|承担|出资|负担|补助|落实|支出|分担|使用|总额)?(?:资金|经费)?(?:为|约|共|计|[：:\s])*$/u;
const verbs =
  "provides?|contributes?|pays?|puts? (?:in|up)|gives?|finds?|receives?|takes?(?: up)?|gets?|costs?|covers?|bears?|adds?|supplies|supply|(?:is|are) (?:allocated|given|allotted|budgeted at)|accounts? for|absorbs?|(?:will|is to|are to) (?:provide|contribute|pay|give|receive|take|get|cost|bear|add)";
const englishBetween = new RegExp(
  `^,?(?: (?:${verbs}))?(?: (?:the )?(?:remaining|other|balance of|rest,?|last))?(?: with)? ?[(:]?$`,
  "iu",
);
const englishBehind =
  /^ (?:goes? to|is for|are for|for|from|comes? from|is spent on|are spent on|to|on|in) (?:the |our )?$/iu;

const ofNext = /^ (?:(?:is|are|comes?|goes?) )?(?:a [a-z]+ )?(?:from|for|to|on)\b/iu;

/** Amounts of a sentence that are not those of the plan; its paragraph tells the sum or another part as the plan does. */
export function amountsTold(sentence: string, paragraph: string, plan: Plan): readonly ToldAmount[] {
  if (ofSome.test(sentence)) return [];
  const groups = groupsIn(plan).filter(({ parts }) =>
    parts.some(({ name }) => placeIn(sentence, name) !== null),
  );
  if (groups.length === 0) return [];
  const figures = moneyIn(sentence);
  const told = groups.flatMap((group) => toldOf(sentence, group, figures));
  const isOther = ({ part, figure }: Told): boolean =>
    !part.values.some(({ value }) => isSameFigure(value, figure.quantity));
  // Two funds may have a source of one name: what one of them states is told of that one.
  const wrong = told.filter(
    (one) => isOther(one) && !told.some((other) => other.figure === one.figure && !isOther(other)),
  );
  return wrong.flatMap(({ group, part, figure }) => {
    const [stated] = part.values;
    if (isOfOtherSum(sentence, group, figure, figures)) return [];
    const isKnown = stated !== undefined && isAnchored(paragraph, group, part);
    return isKnown ? [{ item: group.item, name: part.name, figure, stated }] : [];
  });
}

/** 设施改造资金1.5亿元中，市级财政承担0.9亿元、区级财政承担0.6亿元: what is divided is no sum of the fund, but a part of it. */
function isOfOtherSum(
  sentence: string,
  { total }: Group,
  figure: TextFigure,
  figures: readonly TextFigure[],
): boolean {
  return figures.some(
    (one) =>
      one.end <= figure.at &&
      dividedBehind.test(sentence.slice(one.end, figure.at)) &&
      !total.some((sum) => isSameFigure(sum, one.quantity)),
  );
}

const dividedBehind = /^(?:的?[^，。；、\d]{0,12})?(?:[中里]，|，?由)/u;

interface Told {
  readonly group: Group;
  readonly part: Part;
  readonly figure: TextFigure;
}

function toldOf(sentence: string, group: Group, figures: readonly TextFigure[]): readonly Told[] {
  return group.parts.flatMap((part): Told[] => {
    const place = placeIn(sentence, part.name);
    const own = place === null ? [] : figures.filter((one) => isOf(sentence, place, one));
    // The fund of 18 million comes from the levy (10 million) and the city (8 million).
    const isStated = ({ quantity }: TextFigure): boolean =>
      part.values.some(({ value }) => isSameFigure(value, quantity));
    const figure = own.find(isStated) ?? own.find(({ at }) => at >= (place?.end ?? 0)) ?? own[0];
    return figure === undefined || isSoft(sentence, figure) ? [] : [{ group, part, figure }];
  });
}

function moneyIn(text: string): readonly TextFigure[] {
  return figuresIn(text).filter(({ quantity }) => quantity.unit?.dimension.startsWith("money") === true);
}

interface Place {
  readonly at: number;
  readonly end: number;
}

function placeIn(sentence: string, name: string): Place | null {
  if (chinese.test(name)) {
    const at = sentence.indexOf(name);
    return at < 0 || !chineseHead.test(sentence.slice(Math.max(0, at - 2), at))
      ? null
      : { at, end: at + name.length };
  }
  const [text, words] = [sentence.toLowerCase(), name.toLowerCase()];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (!/[a-z]/.test(text.charAt(at - 1)) && !/[a-z]/.test(text.charAt(end))) return { at, end };
  }
  return null;
}

function isOf(sentence: string, { at, end }: Place, figure: TextFigure): boolean {
  if (chinese.test(sentence))
    return (
      figure.at >= end &&
      figure.at - end <= longestBetween &&
      chineseBetween.test(sentence.slice(end, figure.at))
    );
  return figure.at >= end
    ? englishBetween.test(sentence.slice(end, figure.at)) &&
        // From the fund, 56 million comes from reserves: the figure is that of what follows.
        !(sentence.slice(end, figure.at).trim() === "," && ofNext.test(sentence.slice(figure.end)))
    : figure.end <= at && englishBehind.test(sentence.slice(figure.end, at));
}

/** The paragraph is about this fund: it tells its sum, or another part of it, as stated. */
function isAnchored(paragraph: string, { parts, total }: Group, own: Part): boolean {
  const figures = moneyIn(paragraph);
  if (total.some((sum) => figures.some(({ quantity }) => isSameFigure(sum, quantity)))) return true;
  return parts.some((part) => {
    const place = part === own ? null : placeIn(paragraph, part.name);
    return (
      place !== null &&
      figures.some(
        (one) =>
          isOf(paragraph, place, one) && part.values.some(({ value }) => isSameFigure(value, one.quantity)),
      )
    );
  });
}
