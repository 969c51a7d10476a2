/**
 * A figure that a text tells of a resource or mechanism must be one that it states.
 *
 * Looks at: sentences of section texts with the name of a resource or mechanism and a figure right behind it (助餐资金300万元, 厨师60人,
 * 岗位培训不少于30学时) or right before it (60名厨师, 30 extra nurses), against what it states in that kind of unit: amounts, hours, rates, shares.
 * So are the amounts of the sources and lines of a fund (其中市级财政3.6亿元), where the paragraph tells its sum or another of them as stated.
 * What a text says the plan spends in all (we plan to spend £36 million) is held against its money, with a warning that asks.
 * A figure that something of a longer name states (专职干部, 联点单位专职干部) is told of that.
 * Reports: the figure; related: what is stated. An error where it states one value of that kind, and another; a note that asks where it
 * states several, or where a smaller number before the name may be a part.
 * Source: DESIGN.md section 4 (one quantity with two values), FORMAT.md section 2 (a fact, and where it is said).
 */
import type { Given } from "../../plan/given.ts";
import { parseQuantity } from "../../plan/parse-quantity.ts";
import type { Item, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { convert, isCount, sameDimension } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { partSpan } from "../plan-words.ts";
import { textInChinese, textInEnglish } from "../section-words.ts";
import { figuresIn, isMove, isSoft, ofElsewhere, type TextFigure } from "../texts/figures.ts";
import { type NamedPlace, namedThings, placesIn } from "../texts/named-things.ts";
import { isOfOtherSource, isOwnedByOther } from "../texts/of-other-sources.ts";
import { isOfOthers } from "../texts/of-others.ts";
import { type ToldSentence, toldSentences } from "../texts/sentences.ts";
import { isOfTimeBefore } from "../texts/time-before.ts";
import { amountsTold } from "../told/amounts.ts";
import { type Holder, holdersOf, isOfItself } from "../told/figure-holders.ts";
import { isSameFigure } from "../told/measured-figures.ts";
import { spendingTold } from "../told/spending.ts";
import { clauseOf } from "../told/terms.ts";
import { totalsIn } from "../told/totals.ts";

type Args = {
  readonly section: string | null;
  readonly of: string;
  readonly id: string;
  readonly name: string;
  readonly figure: string;
  readonly stated: string;
  readonly several: boolean;
};

export const narrativeStandingFigure = defineRule<Args>({
  code: "narrative/standing-figure",
  severity: "error",
  named: ["id", "of"],
  text: {
    en: {
      title: "Figure in the text against a resource or mechanism",
      message: (a) =>
        `${textInEnglish(a)} says ${a.figure} for "${a.name}", but ${a.id} states ${a.stated}${a.several ? ": which is meant?" : ""}`,
      why: "Readers go by the text and the work by what is stated; both cannot hold.",
      fix: "Correct one of them, or draw the figure with a placeholder.",
    },
    zhHans: {
      title: "正文数值与资源、机制不符",
      message: (a) =>
        `${textInChinese(a)}写“${a.name}”为“${a.figure}”，而“${a.id}”所列为“${a.stated}”${a.several ? "，以哪一个为准不明" : ""}`,
      why: "读者看正文，执行看填写的数值，两者不一致就无所适从。",
      fix: "更正其中一处，或改用占位符取数。",
    },
  },
  check({ plan, report }) {
    const told = toldSentences(plan).filter(
      ({ section, item }) => section !== null || item.kind === "mechanism",
    );
    if (told.length === 0) return;
    const holders = holdersOf(plan);
    const things = namedThings(holders);
    for (const one of told) {
      const { plain } = one;
      if (ofElsewhere.test(plain)) continue;
      for (const { item, name, figure, stated } of amountsTold(plain, paragraphOf(one), plan))
        if (!isOfOtherSource(plain.slice(0, figure.at), plan))
          report(...findingOf(one, { item, name, figure, values: [stated] }, "error"));
      const places = [...placesIn(plain, things), ...totalsIn(plain, holders, plan)];
      const spent = places.length > 0 || perOne.test(plain) ? null : spendingTold(plain, plan);
      if (spent !== null) {
        const { figure, resource, stated } = spent;
        const name = nameOf(resource);
        report(...findingOf(one, { item: resource, name, figure, values: [stated] }, "warning", true));
      }
      const figures = places.length === 0 ? [] : figuresIn(plain);
      for (const place of places) {
        const found = otherIn(one, place, { figures, places, plan, told, holders });
        if (found !== null) report(...findingOf(one, found, found.severity, found.several));
      }
    }
  },
});

/** A figure that is told of an item, beside what is stated of it. */
interface Other {
  readonly item: Item;
  readonly name: string;
  readonly figure: TextFigure;
  readonly values: readonly Given<Quantity>[];
}

function findingOf(
  { section, item: teller, span, sentence }: ToldSentence,
  { item, name, figure, values }: Other,
  severity: "error" | "warning" | "info",
  several = false,
) {
  const args: Args = {
    section: section?.id.value ?? null,
    of: teller.id.value,
    id: item.id.value,
    name,
    figure: figure.shown.trim(),
    stated: [...new Set(values.slice(0, 4).map(({ value }) => value.text.trim()))].join(", "),
    several,
  };
  const related = values
    .slice(0, 1)
    .map((one) => ({ span: one.span, note: { en: "stated here", zhHans: "此处写明" } }));
  const at = partSpan(span, args.figure, sentence.at + figure.at);
  return [at, args, { on: teller, related, severity }] as const;
}

/** The line of its text in which a sentence stands. */
function paragraphOf({ section, sentence, plain }: ToldSentence): string {
  const text = section?.text?.text;
  if (text === undefined) return plain;
  const end = text.indexOf("\n", sentence.at);
  return text.slice(text.lastIndexOf("\n", sentence.at) + 1, end < 0 ? text.length : end);
}

interface Reader {
  /** Those of the sentence. */
  readonly figures: readonly TextFigure[];
  readonly places: readonly NamedPlace<Holder>[];
  readonly plan: Plan;
  readonly told: readonly ToldSentence[];
  readonly holders: readonly Holder[];
}

/** What a sentence tells of a named resource or mechanism otherwise than it is stated; null for nothing. */
function otherIn(
  { plain }: ToldSentence,
  place: NamedPlace<Holder>,
  { figures, places, plan, told, holders }: Reader,
): (Other & { readonly severity: "error" | "info"; readonly several: boolean }) | null {
  const figure = figures.find((one) => isOf(plain, place, one)) ?? figureBefore(plain, place, figures);
  if (figure === null || isOfOthers(plain, Math.min(figure.at, place.at), plan)) return null;
  if (isOwnedByOther(plain.slice(0, place.at), plan)) return null;
  if (perOne.test(clauseOf(plain, spanning(place, figure)).text)) return null;
  if (wasOnce.test(plain.slice(figure.end))) return null;
  const isNamedPart = namedPart.test(plain.slice(0, Math.min(place.at, figure.at)));
  if (!isNamedPart && partBefore.test(plain.slice(0, figure.at))) return null;
  if (newBefore.test(plain.slice(0, Math.min(figure.at, place.at)))) return null;
  if (isMove(plain, figure) || isSoft(plain, figure)) return null;
  if (place.item.isPart === true && !isOfItself(plain, place, figure)) return null;
  const { item, values } = place.item;
  const alike = values.filter(({ value }) => isOfKind(value, figure.quantity));
  const [first] = alike;
  if (first === undefined || alike.some(({ value }) => isSameFigure(value, figure.quantity))) return null;
  if (figure.at > place.at && takenFrom.test(plain.slice(0, place.at))) return null;
  const isMoney = figure.quantity.unit?.dimension.startsWith("money") === true;
  const isAbove = isMore(figure.quantity, first.value);
  if (isMoney && isPartOfTime.test(plain) && !isAbove) return null;
  // Of what is not the whole as it is stated, the fund may give a part.
  if (isNamedPart && !(isMoney && tellsWhole(plain, place, figure, { figures, places }))) return null;
  if (isMoney && isAbove && alike.every(({ value }) => isToldPerOne(value, told))) return null;
  if (isOfTimeBefore(plain, figure.at, plan) || isOfLongerName(place, figure, holders)) return null;
  const own = places.filter((one) => one.item.item === item);
  const isStated = (one: TextFigure): boolean => alike.some(({ value }) => isSameFigure(value, one.quantity));
  if (!isAbove && figures.some((one) => isStated(one) && isWhole(plain, own, one))) return null;
  const several = new Set(alike.map(({ value }) => value.text.trim())).size > 1;
  // A smaller number before the name may be a part of it (先行招聘10名厨师), or what is there at first (现有厨师50人).
  const isFirst = nowBefore.test(plain.slice(0, Math.min(figure.at, place.at)));
  const isPart = (figure.end <= place.at || isFirst) && !isAbove;
  const name = place.item.name?.text ?? item.id.value;
  return { item, name, figure, values: alike, several, severity: several || isPart ? "info" : "error" };
}

/** 联点单位配备专职干部不少于2名 tells 联点单位专职干部, which states 2, not 专职干部. */
function isOfLongerName(
  { name, item: { item } }: NamedPlace<Holder>,
  { quantity }: TextFigure,
  holders: readonly Holder[],
): boolean {
  return holders.some((other) => {
    const longer = other.name?.text.trim().toLowerCase() ?? "";
    const isLonger = other.item !== item && longer.length > name.length && longer.includes(name);
    return isLonger && other.values.some(({ value }) => isSameFigure(value, quantity));
  });
}

/** From the one of two places to the other. */
function spanning(place: NamedPlace<Holder>, figure: TextFigure): TextFigure {
  return { ...figure, at: Math.min(place.at, figure.at), end: Math.max(place.end, figure.end) };
}

/** What holds for each of several is no total. */
const perOne =
  /每个?项目|每[百千万\d]|每[家户名所个](?!月)|最高|上限|单个|人均|户均|分别|\b(?:each|per|up to)\b/iu;
const ofOne = /单[个项户家笔人]|每[个项户家笔人名]/u;

/** The stated value is told elsewhere as what one of several gets at most (单项资助不超过10万元): a greater one is the total. */
function isToldPerOne(stated: Quantity, told: readonly ToldSentence[]): boolean {
  return told.some(
    ({ plain }) =>
      ofOne.test(plain) &&
      figuresIn(plain).some(
        ({ at, quantity }) => ofOne.test(plain.slice(0, at)) && isSameFigure(stated, quantity),
      ),
  );
}

/** Of the safety fund £0.3 million is spent on wards. */
const takenFrom = /(?:^\s*|[,;:] )(?:of|from|out of) (?:the |our |this )?$/iu;
/** Behind these a part is told: 总投资4.8亿元，其中区级安排1.6亿元. */
const partBefore = /其中|\bof which\b/iu;
/** 总投资9000万元，其中造林补助资金5400万元: the part is the one that is named, and all of it. */
const namedPart = /(?:其中|\bof which),?(?: the| our)?\s?(?:，|：|用于|安排|设立|包括|包含|含)?$/iu;

/** What the part is of is told before, as it is stated of another. */
function tellsWhole(
  sentence: string,
  { item: { item } }: NamedPlace<Holder>,
  { at }: TextFigure,
  { figures, places }: Pick<Reader, "figures" | "places">,
): boolean {
  return places.some(
    (whole) =>
      whole.item.item !== item &&
      whole.end < at &&
      figures.some(
        (one) =>
          one.at < at &&
          isOf(sentence, whole, one) &&
          whole.item.values.some(({ value }) => isSameFigure(value, one.quantity)),
      ),
  );
}

/** 2026年新招聘专职社区工作者100名: those that come to the others. */
const newBefore =
  /(?:新(?:招[聘录募]?|[增聘配进])|增[配派聘补]|补充|充实|(?:19|20)\d\d年(?:计划)?(?:公开)?招[聘录]|再(?:招[聘录]|[增聘配]))(?:一批)?$/u;
const nowBefore =
  /(?:现有|现已?配备|目前|已有|原有)[^，。；、\d]{0,8}$|(?:(?:19|20)\d\d年|先行|首批|先期)[^，。；、\d]{0,4}(?:招[聘录募]|选[聘派]|引进|培育|发展)$/u;
/** 现有398名，2026年补充52名，达到450名; 志愿者8000人中，党员志愿者3000人: what is stated is told beside what is a part of it. */
function isWhole(sentence: string, places: readonly NamedPlace<Holder>[], figure: TextFigure): boolean {
  return toWhole.test(sentence.slice(0, figure.at)) || places.some((place) => isOf(sentence, place, figure));
}

const toWhole = /(?:达到?|增至|[增扩]\S{0,2}[到至]|总数(?:为|达到?)?|总量(?:为|达到?)?|合计|共计?)$/u;
/** 38 hours was the average in 2025. */
const wasOnce = /^ (?:was|were|had been) (?:the|an?|our|what|all|usual)\b/iu;
/** What is given in one year or at first is no total. */
const isPartOfTime =
  /首批|首期|先期|第[一二三]批|[上下]半年|每年|当年|年度|(?:19|20)\d\d年(?![底末])|\b(?:in|for) (?:19|20)\d\d\b|\b(?:first|a year|each year|every year)\b/iu;
const joins =
  /^(?:，(?=总|共|合计|规模))?[（(]?(?:率|(?:建筑|使用|占地)?总?面积|总?[额量]|总?规模|总投[入资]|总?预算|时间|学时|(?:配备|配置|聘用)?总?(?:人数|数量?))?(?:每人每年|每年)?(?:(?:共|总共|拟|计划|预计)?(?:安排|投入|落实)|(?:要|须|应|全部)?(?:配[足齐]|补[足齐])(?:到)?|[为达共计约有到至：:\s]{0,3}|不少于|不低于|不超过|达到|控制在|合计|(?:到?(?:期末|规划期末)|[一二两三四五\d]年内)(?:要|须|应|力争|计划)?(?:达到?|增至|增加到|扩充[到至]|扩大到|配备到?|保持在|稳定在|不少于)|(?:,? worth)? |(?: (?:of|is|are|comes? to|amounts? to|totals?|has|takes|gets|receives|uses|accounts? for|makes? up|holds?|contains?|stands at|is worth|will (?:be|hold|total|come to|amount to)))? (?:at least |at most )?[（(]?)$/u;
/** A budget of €15m is set aside for the grant; 安排3000万元用于助餐资金. */
const joinsBehind =
  /^(?:用于|作为|设立)$|^ (?:go(?:es)?|flows?|is given|are given|is paid|are paid) (?:in)?to (?:the |our )?$|^ (?:is|are) (?:set aside|earmarked|available|provided|planned) for (?:the )?$/u;

/** We put £40 million in the capital budget. */
const into = /^ (?:in|into|for|to) (?:the |our )?$/iu;
const givenBefore =
  /\b(?:puts?|placed?|places|allocated?|allocates|earmarks?|earmarked|set aside|sets aside|provides?|provided|commits?|committed|approved|budgeted) $/iu;

function isOf<T>(sentence: string, { end }: NamedPlace<T>, figure: TextFigure): boolean {
  return figure.quantity.unit !== null && figure.at >= end && joins.test(sentence.slice(end, figure.at));
}

const bare = /(?<![\d.,-])(\d{1,3}(?:,\d{3})+|\d{1,9}) ?$/;

/** A figure right before the name: 60名厨师, 30 extra nurses. */
function figureBefore<T>(
  sentence: string,
  { at }: NamedPlace<T>,
  figures: readonly TextFigure[],
): TextFigure | null {
  const given = figures.find((one) => {
    const between = sentence.slice(one.end, at);
    return (
      one.end <= at &&
      (joinsBehind.test(between) || (into.test(between) && givenBefore.test(sentence.slice(0, one.at))))
    );
  });
  if (given !== undefined) return given;
  const beside = figures.find(
    (one) => one.end === at || (one.end === at - 1 && /[ 的]/.test(sentence.charAt(at - 1))),
  );
  if (beside !== undefined) return beside;
  const [shown = "", digits = ""] = bare.exec(sentence.slice(0, at)) ?? [];
  const reading = parseQuantity(digits);
  if (digits === "" || !reading.ok || /^(?:19|20)\d\d$/.test(digits)) return null;
  const start = at - shown.length;
  return { shown: digits, at: start, end: start + digits.length, quantity: reading.quantity };
}

function isMore(said: Quantity, stated: Quantity): boolean {
  const value =
    stated.unit === null || said.unit === null ? said.value : convert(said.value, said.unit, stated.unit);
  return value?.gt(stated.upper ?? stated.value) === true;
}

/** Of one dimension; hours a year (学时/人·年) are hours in a text. */
function isOfKind({ unit }: Quantity, { unit: said }: Quantity): boolean {
  if (said === null) return unit === null || isCount(unit.dimension);
  // 372 of the plan, 392名 of a text.
  if (unit === null) return isCount(said.dimension);
  return sameDimension(unit, said) || unit.key.startsWith(`${said.key}/`);
}
