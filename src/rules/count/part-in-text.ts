/**
 * A part that a sentence tells is no larger than its whole.
 *
 * Looks at: section texts and the statements of problems and objectives: counts in one unit of a whole (共120所, of 120 clinics, 120 clinics, of
 * which) and of its parts behind 其中 or `of which` in the same sentence; and all the parts of a whole (共120个，分别为街道级20个、社区级90个;
 * 包括…), which make it up, unless 等, 其余 or 其他 leaves some unsaid; in English a row of parts behind a colon (120 mentors: 70 in the first
 * round and 50 in the second), and so many in all with so many a year.
 * Reports: the part; related: the whole. An error for one part above the whole, for parts of a sum of money that add up to more, and for
 * parts behind 分别为 or before 组成 that make another sum; a warning where several other parts together are more, as they may overlap, or
 * where English parts that seem to be all make another sum; a note for parts behind 包括, which need not be all.
 * Source: DESIGN.md section 4 (a part larger than its whole).
 */
import Big from "big.js";
import { divide, formatDecimal, sumOf } from "../../plan/decimal.ts";
import { parseQuantity } from "../../plan/parse-quantity.ts";
import type { Unit } from "../../plan/quantity.ts";
import { chinese } from "../../text/chinese.ts";
import { defineRule } from "../define-rule.ts";
import { partSpan } from "../plan-words.ts";
import { figuresIn } from "../texts/figures.ts";
import { toldSentences } from "../texts/sentences.ts";
import { partsTold } from "../told/parts-in-english.ts";

type Args = {
  /** Null for the statement of an item. */
  readonly section: string | null;
  readonly of: string;
  readonly whole: string;
  readonly part: string;
  /** The sum of several parts; null for one. */
  readonly sum: string | null;
  /** A part of a sum of money is spent once, and overlaps with no other. */
  readonly isMoney: boolean;
  /** 分别为, 包括: all parts are told; null behind 其中. */
  readonly all: string | null;
  /** English parts that are all of the whole, and make another sum. */
  readonly isAll: boolean;
};

export const countPartInText = defineRule<Args>({
  code: "count/part-in-text",
  severity: "error",
  named: ["of"],
  text: {
    en: {
      title: "Part in the text larger than its whole",
      message: (a) => {
        const place = a.section === null ? a.of : `the text of section ${a.section}`;
        if (a.all !== null)
          return `the parts told behind "${a.all}" in ${place} add up to ${a.sum}, but the whole is ${a.whole}${a.all === "包括" ? ": are there others?" : ""}`;
        return a.sum === null
          ? `${a.part} in ${place} is more than the ${a.whole} of which it is a part`
          : a.isAll
            ? `the parts in ${place} add up to ${a.sum}, not to the whole of ${a.whole}: which holds?`
            : `the parts in ${place} add up to ${a.sum}, more than the whole of ${a.whole}${a.isMoney ? "" : "; do they overlap?"}`;
      },
      why: "A part can never be more than the whole, so one of the two figures is wrong.",
      fix: "Correct the figures, or say where the parts overlap.",
    },
    zhHans: {
      title: "正文中部分大于整体",
      message: (a) => {
        const place = a.section === null ? `“${a.of}”` : `章节“${a.section}”正文`;
        if (a.all !== null)
          return `${place}中“${a.all}”所列各部分合计为“${a.sum}”，与整体“${a.whole}”不符${a.all === "包括" ? "，是否另有未列部分须核实" : ""}`;
        return a.sum === null
          ? `${place}中的“${a.part}”大于其所属整体“${a.whole}”`
          : a.isAll
            ? `${place}中所列各部分合计为“${a.sum}”，与整体“${a.whole}”不符，以哪一个为准须明确`
            : `${place}中“其中”所列各部分合计为“${a.sum}”，大于整体“${a.whole}”${a.isMoney ? "" : "，各部分是否有交叉须核实"}`;
      },
      why: "部分不可能大于整体，必有一处数值有误。",
      fix: "更正数值；各部分有交叉的，应写明。",
    },
  },
  check({ plan, report }) {
    for (const told of toldSentences(plan)) {
      const found =
        inChinese(told.plain) ?? inAll(told.plain) ?? inEnglish(told.plain) ?? partsInEnglish(told.plain);
      if (found === null) continue;
      const place = (one: Pick<Count, "shown" | "at">) =>
        partSpan(told.span, one.shown, told.sentence.at + one.at);
      const args = {
        section: told.section?.id.value ?? null,
        of: told.item.id.value,
        whole: found.whole.shown,
        part: found.part.shown,
        sum: found.sum,
        isMoney: found.isMoney,
        all: found.all ?? null,
        isAll: found.isAll === true,
      };
      const related = [{ span: place(found.whole), note: { en: "the whole", zhHans: "整体" } }];
      const isOpen = found.all === undefined && !found.isMoney;
      const isAsked = found.all === "包括";
      const severity = isAsked ? "info" : found.sum === null || !isOpen ? "error" : "warning";
      report(place(found.part), args, { on: told.item, related, severity });
    }
  },
});

type Measured = Count & { readonly unit: Unit };

interface Count {
  readonly shown: string;
  readonly at: number;
  readonly value: Big;
}

interface Found {
  readonly whole: Pick<Count, "shown" | "at">;
  readonly part: Pick<Count, "shown" | "at">;
  /** Of several parts, in the unit of the whole. */
  readonly sum: string | null;
  readonly isMoney: boolean;
  /** The word behind which all parts stand. */
  readonly all?: string;
  readonly isAll?: boolean;
}

const inTotal = /共有?|共计|总数|总计|合计|总量|现有|拥有|辖/u;

const allParts = /(?<=\d[^，。；\d]{1,12}，?)(?:分别为|分别是|分为|包括|由)(?=[^，。；\d]{1,20}\d)/u;
/** More parts than are told, or parts of parts. */
const openList =
  /等|其余|其他|其它|另有|另外|余下|剩余|主要|其中|以上|以下|左右|合计|共计|[（(]|兼|交叉|重复/u;

/** All parts of a whole, where they do not make it up: 共120个，分别为街道级20个、社区级90个. */
function inAll(text: string): Found | null {
  const match = /分别[为是]|分为|包括|组成/u.test(text) ? allParts.exec(text) : null;
  if (match === null) return null;
  const { 0: word, index: at } = match;
  const [tail = ""] = /^[^。；]*/u.exec(text.slice(at)) ?? [];
  if (openList.test(tail) || (word === "由" && !/\d[^，。；\d]{1,8}组成/u.test(tail))) return null;
  const figures = measuredIn(text);
  const whole = figures.findLast((one) => one.at < at);
  const head = text.slice(0, whole?.at ?? 0);
  if (whole === undefined || !inTotal.test(head.slice(-30)) || /平均|[人户]均|每[个名家户所]|各/u.test(head))
    return null;
  const parts = figures.filter((one) => one.at > at && one.at < at + tail.length);
  const [first] = parts;
  // 包括 names with figures of several kinds: 包括中心5个、志愿者200名.
  if (first === undefined || parts.length < 2 || parts.some(({ unit }) => unit.text !== whole.unit.text))
    return null;
  if (parts.length !== tail.split("、").length) return null;
  const sum = sumOf(parts.map(({ value }) => value));
  if (sum.eq(whole.value)) return null;
  const shown = `${formatDecimal(divide(sum, new Big(whole.unit.factor)))}${whole.unit.text}`;
  return { whole, part: first, sum: shown, isMoney: false, all: word === "由" ? "组成" : word };
}

/** The figures with units, none of them soft. */
function measuredIn(text: string): readonly Measured[] {
  return figuresIn(text).flatMap(({ shown, at, quantity: { unit, value, soft } }) =>
    unit === null || soft !== null
      ? []
      : [{ shown: shown.trim(), at, value: value.times(unit.factor), unit }],
  );
}

function inChinese(text: string): Found | null {
  const within = text.indexOf("其中");
  if (within < 0) return null;
  const figures = measuredIn(text);
  const whole = figures.findLast(({ at }) => at < within);
  if (whole === undefined || /^(?:percent|points)$/.test(whole.unit.dimension)) return null;
  // 新增120所，其中150所: the words of a total, or nothing between the two.
  const head = text.slice(Math.max(0, whole.at - 30), within);
  // 平均住院日降到7.4天，其中内科7.6天: a part of what is averaged may lie above it.
  if (/平均|[人户]均/u.test(text.slice(0, whole.at))) return null;
  // 每个单位联系2个村，其中水利局4个; 四年24万亩，每年6万亩，其中2027年7万亩: one of those that each figure is for may lie above it.
  if (forEach.test(text.slice(0, whole.at))) return null;
  // 30天内解决，其中涉及拆迁的可延长到60天.
  if (/延长|放宽|顺延/u.test(text.slice(within))) return null;
  if (!inTotal.test(head) && within - whole.at - whole.shown.length > 6) return null;
  const parts = figures.filter(({ at, unit }) => at > within && unit.dimension === whole.unit.dimension);
  const tail = text.slice(within);
  // 2026年底前完成10个、2027年底前完成30个: each is a part of the next.
  return excess(whole, parts, () => /[、，,]/.test(tail) && !/年(?:[底末]|\d{1,2}月)|累计/u.test(tail));
}

const forEach = /(?:每[年月季个名家户所人村镇乡街社支处位]|各[^，。；、自]{1,6}|年均)[^，。；]{0,24}$/u;

function excess(whole: Measured, parts: readonly Count[], isList: () => boolean): Found | null {
  const part = parts.find(({ value }) => value.gt(whole.value));
  if (part !== undefined) return { whole, part, sum: null, isMoney: false };
  const [first] = parts;
  const sum = sumOf(parts.map(({ value }) => value));
  if (first === undefined || parts.length < 2 || !sum.gt(whole.value) || !isList()) return null;
  const { factor, text, dimension } = whole.unit;
  const shown = `${formatDecimal(divide(sum, new Big(factor)))}${text}`;
  return { whole, part: first, sum: shown, isMoney: dimension.startsWith("money") };
}

const digits = String.raw`\d{1,3}(?:,\d{3})+|\d{1,9}`;
const ofWhole = new RegExp(
  `\\b(?:of|out of) (?:the |all |our |its )?(${digits}) ([a-z]{3,30})(?: [a-z ]{0,40})?,? (?:only |just |some |about )?(${digits})(?! ?(?:%|per ?cent|[-/]|years?\\b|months?\\b|days?\\b|hours?\\b))`,
  "iu",
);
const ofWhich = new RegExp(
  `(?<![\\d.,])\\b(${digits}) (?!million|billion|thousand)([a-z]{3,30})(?: [a-z ]{0,40})?, (?:of which|of them|including) (?:only |just |some |about )?(${digits})(?! ?(?:%|per ?cent))`,
  "iu",
);

/** A score of 85 out of 100: the whole stands last. */
const outOf = /\bout of (?:the |all |a )?[\d,]+$/iu;

/** Of 2 deaths per 1,000 children: the second is what the first is counted by; links of 100 megabits serve all 210 premises. */
function isOfOther(shown: string): boolean {
  return perMany.test(shown) || /\ball [\d,]+$/iu.test(shown) || measured.test(shown);
}

const measured =
  /^(?:of|out of) [\d,]+ (?:[a-z]*bits?|metres?|meters?|kilomet(?:re|er)s?|miles?|hectares?|acres?|tonnes?|tons?|litres?|degrees|hours|minutes|days|weeks|months|years|pounds|dollars|euros|points|marks)\b/iu;
const perMany = /\b(?:per|for every|in every|for each) (?:the )?[\d,]+$/iu;

function inEnglish(text: string): Found | null {
  const match = /\bof\b|including/i.test(text) ? (ofWhole.exec(text) ?? ofWhich.exec(text)) : null;
  const [shown = "", all = "", , some = ""] = match ?? [];
  if (match === null || isYear(all) || isYear(some) || outOf.test(shown) || isOfOther(shown)) return null;
  const [a, b] = [all, some].map((one) => parseQuantity(one));
  if (!a?.ok || !b?.ok || !b.quantity.value.gt(a.quantity.value)) return null;
  const start = match.index + shown.indexOf(all);
  const whole = { shown: all, at: start, value: a.quantity.value };
  const part = { shown: some, at: match.index + shown.lastIndexOf(some), value: b.quantity.value };
  return { whole, part, sum: null, isMoney: false };
}

function partsInEnglish(text: string): Found | null {
  const told = chinese.test(text) ? null : partsTold(text);
  if (told === null) return null;
  const { whole, part, sum, isAll } = told;
  return { whole, part, sum: formatDecimal(sum), isMoney: false, isAll };
}

function isYear(figure: string): boolean {
  return /^(?:19|20)\d\d$/.test(figure);
}
