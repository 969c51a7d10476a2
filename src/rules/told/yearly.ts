/**
 * What a Chinese sentence says is done in each year, and in all years together: 每年培育10家，三年共培育30家; 三年共60家，其中2026年10家、
 * 2027年20家、2028年30家. Shared by a rule; not a rule.
 */
import { wholeNumber } from "../../plan/whole-number.ts";
import { behindLast } from "../texts/clauses.ts";
import { figuresIn, isSoft, type TextFigure } from "../texts/figures.ts";

/** A figure as it is bounded by the words beside it. */
export interface BoundFigure {
  readonly figure: TextFigure;
  readonly bound: "exact" | "least" | "most";
}

/** A total over a number of years. */
export interface YearsTotal extends BoundFigure {
  readonly years: number;
  /** 三年. */
  readonly shown: string;
}

/** What is done in one year. */
export interface YearFigure {
  readonly figure: TextFigure;
  /** 2026, or the first as 1. */
  readonly year: number;
}

/** What the sentence tells of years. */
export interface YearlyTold {
  /** Of every year; null where each has its own. */
  readonly each: BoundFigure | null;
  /** Of the years one by one, in order; beside a total one for each of its years. */
  readonly row: readonly YearFigure[];
  readonly total: YearsTotal | null;
  /** Only some years have it: 前两年每年, 自2028年起每年. */
  readonly isOfSome: boolean;
}

const digit = "[一二两三四五六七八九十]|\\d{1,2}";
const words = "[^，。；：、（）\\d]{0,16}?";
const eachBefore = new RegExp(`(?:平均每年|每年度?|年均)(${words})$`, "u");
const totalBefore = new RegExp(
  `(?<![近前后首头到至第\\d])((?:${digit})年)(?:来|间|内|期间)?(?:计划|规划|预计|力争|拟|要|将)?(?:共计?|累计|总共|合计|总计|(?=新增|新建|建成|培育|改造|完成|培训|选树|招募|创建|加装|修复|发展))(${words})$`,
  "u",
);
const yearBefore = new RegExp(
  `(?:(?<![到至])((?:19|20)\\d\\d)年(?!底|末|[上下]半年|\\d{1,2}月|[一二三四]季度|起)|第([一二三四五六])年)(${words})$`,
  "u",
);
/** What holds for each of several is no part of the total. */
const ofOne = /(?:每[个名家户所人村镇乡街社支处位]|各|单[个项户家]|人均|户均)[^，。；]*$/u;
const someYears = /(?:[前后首头末][一二两三四五]年|(?:19|20)\d\d年(?:起|以后|开始)|此后|之后|以后|期间)/u;
const leastBefore = /(?:不少于|不低于|至少|超过|不下于)$/u;
const mostBefore = /(?:不超过|不多于|至多|最多|控制在)$/u;
/** Words that say how, not what. */
const manner =
  /不少于|不低于|至少|超过|不下于|不超过|不多于|至多|最多|控制在|达到?|平均|计划|力争|确保|分别|大约|再|约|要|须|应|将|可|拟|了|共|新|各/gu;

/** Null for most sentences, which tell of no year what is done in it. */
export function yearlyToldIn(sentence: string): YearlyTold | null {
  if (
    !/每年|年均|[一二两三四五六七八九十\d]年(?:来|间|内|期间)?(?:[计规]划|预计|力争|拟|要|将)?(?:共|累计|总共|合计|总计|新增|新建|建成|培育|改造|完成|培训|选树|招募|创建|加装|修复|发展)/u.test(
      sentence,
    )
  )
    return null;
  const figures = figuresIn(sentence).filter(
    ({ quantity: { unit, upper } }) => isCounted(unit) && upper === null,
  );
  if (figures.some((one) => one.quantity.soft !== null || isSoft(sentence, one))) return null;
  const eachAll = figures.flatMap((one) => saidOf(sentence, one, eachBefore));
  const [total, ...totals] = figures.flatMap((one) => saidOf(sentence, one, totalBefore));
  const [each, ...others] = eachAll;
  if (others.length > 0 || totals.length > 0) return null;
  const lead = each ?? total;
  if (lead === undefined || ofOne.test(clauseBefore(sentence, lead.at))) return null;
  const alike = figures.filter((one) => isAlike(one, lead.figure));
  if (total !== undefined && each !== undefined && !isSameThing(each.what, total.what)) return null;
  const years = total === undefined ? null : wholeNumber((total.first ?? "").replace(/年$/u, ""));
  const told = total === undefined || years === null ? null : { ...total, years, shown: total.first ?? "" };
  const isOfSome = each !== undefined && someYears.test(clauseBefore(sentence, each.figure.at));
  if (each !== undefined) {
    const rest = alike.filter((one) => one !== each.figure && one !== total?.figure);
    return rest.length > 0 ? null : { each, row: [], total: told, isOfSome };
  }
  const row = told === null ? [] : rowBehind(sentence, told, alike);
  return row.length < 2 ? null : { each: null, row, total: told, isOfSome };
}

const twoYears = /20\d\d年[^。]*?20\d\d年/u;

/** 2026年培育15家，2027年25家: the figures of years that follow each other, of what is done in them; empty for none. */
export function rowOfYearsIn(sentence: string): readonly YearFigure[] {
  if (!twoYears.test(sentence) || !doneIn.test(sentence)) return [];
  const figures = figuresIn(sentence);
  const [first] = figures;
  if (first === undefined || figures.length < 2 || !figures.every((one) => isAlike(one, first))) return [];
  if (
    figures.some(
      (one) => one.quantity.soft !== null || isSoft(sentence, one) || !isCounted(one.quantity.unit),
    )
  )
    return [];
  const row = yearsOf(sentence, figures);
  const [begin] = row;
  if (
    begin === undefined ||
    !doneIn.test(sentence.slice(0, first.at)) ||
    ofOne.test(sentence.slice(0, first.at))
  )
    return [];
  return begin.year > 1000 && row.every(({ year }, i) => year === begin.year + i) ? row : [];
}

/** What is done in a year, and adds to what was done before. */
export const doneIn: RegExp =
  /完成|新增|新建|建成|改造|加装|修复|建设|培训|培育|培养|发展|选树|招募|招聘|引进|创建/u;

interface Said extends BoundFigure {
  readonly at: number;
  readonly first: string | undefined;
  /** What is done and to what. */
  readonly what: string;
}

function saidOf(sentence: string, figure: TextFigure, pattern: RegExp): readonly Said[] {
  const head = sentence.slice(Math.max(0, figure.at - 30), figure.at);
  const match = pattern.exec(head);
  if (match === null) return [];
  const [tail = ""] = /^[^，。；：、（）\d]{0,16}/u.exec(sentence.slice(figure.end, figure.end + 16)) ?? [];
  const between = match.at(-1) ?? "";
  const what = `${between}${tail}`
    .replace(/^以[上内下]/u, "")
    .replace(/以[上内下]$/u, "")
    .replace(manner, "");
  const bound =
    leastBefore.test(between) || /^以上/u.test(tail)
      ? "least"
      : mostBefore.test(between) || /^以[内下]/u.test(tail)
        ? "most"
        : "exact";
  return [{ figure, bound, at: figure.at - head.length + match.index, first: match[1], what }];
}

/** The figures of single years behind a total, one for each of its years; none where some other stands among them. */
function rowBehind(sentence: string, total: YearsTotal, alike: readonly TextFigure[]): readonly YearFigure[] {
  const behind = alike.filter(({ at }) => at > total.figure.end);
  if (behind.length !== total.years || total.bound !== "exact") return [];
  const row = yearsOf(sentence, behind);
  return new Set(row.map(({ year }) => year)).size === total.years ? row : [];
}

/** Each with the year right before it; none where one has no year, or tells what was done up to then. */
function yearsOf(sentence: string, figures: readonly TextFigure[]): readonly YearFigure[] {
  const row = figures.flatMap((figure): readonly YearFigure[] => {
    const [, calendar, counted = "", between = ""] =
      yearBefore.exec(sentence.slice(Math.max(0, figure.at - 30), figure.at)) ?? [];
    const year = calendar === undefined ? wholeNumber(counted) : Number(calendar);
    return year === null || /累计|达到?|总数/u.test(between) ? [] : [{ figure, year }];
  });
  return row.length === figures.length ? row : [];
}

function clauseBefore(sentence: string, at: number): string {
  return behindLast(sentence.slice(0, at), "，；。：");
}

function isCounted(unit: TextFigure["quantity"]["unit"]): boolean {
  return unit !== null && !/^(?:percent|points|time)/.test(unit.dimension);
}

function isAlike(one: TextFigure, other: TextFigure): boolean {
  return one.quantity.unit?.dimension === other.quantity.unit?.dimension;
}

/** 培育 of 培育自治组织; 建成 is not 新开工. */
function isSameThing(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one);
}
