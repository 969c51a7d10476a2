/**
 * Shares of one whole that a sentence lists must sum to 100%.
 *
 * Looks at: section texts: weights and shares in a row (权重分别为40%、40%、30%, 40/40/30, weights of 40%, 40% and 30%), shares borne by several
 * (市级占40%、区级占40%, the city pays 50%, the state 30%), and a share beside that of its opposite (65%满意、45%不满意).
 * Shares of persons or things that may overlap (党员, 女性, aged, trained) are left out, and ranges and bounds are not added up.
 * Reports: the first of the shares, with the sum. Above 100%, or another sum than 100% of weights: an error; shares behind 其中
 * that may overlap: a warning; less than 100% where the rest may go unnamed: a note that asks.
 * Source: DESIGN.md section 4 (shares that do not sum).
 */
import Big from "big.js";
import { formatDecimal, sumOf } from "../../plan/decimal.ts";
import { toHalfWidth } from "../../plan/half-width.ts";
import { defineRule } from "../define-rule.ts";
import { partSpan, sentencesOf } from "../plan-words.ts";
import { ofElsewhere } from "../texts/figures.ts";

type Args = {
  readonly section: string;
  readonly shares: string;
  readonly sum: string;
  readonly fault: "weights" | "above" | "overlap" | "below" | "opposite";
};

export const countSharesInText = defineRule<Args>({
  code: "count/shares-in-text",
  severity: "error",
  text: {
    en: {
      title: "Shares in the text do not sum to 100%",
      message: (a) => {
        const head = `the shares ${a.shares} in the text of section ${a.section} sum to ${a.sum}%`;
        if (a.fault === "overlap") return `${head}: do they overlap?`;
        if (a.fault === "below") return `${head}: what is the rest?`;
        return a.fault === "opposite" ? `${head}, though they exclude each other` : `${head}, not 100%`;
      },
      why: "Shares of one whole sum to 100%; where they do not, one of them is wrong, and nobody can tell which.",
      fix: "Correct the shares, or say what the rest is or where they overlap.",
    },
    zhHans: {
      title: "正文所列占比合计不为 100%",
      message: (a) => {
        const head = `章节“${a.section}”正文所列“${a.shares}”合计为 ${a.sum}%`;
        if (a.fault === "overlap") return `${head}，各部分是否有交叉未写明`;
        if (a.fault === "below") return `${head}，其余部分未写明`;
        return a.fault === "opposite" ? `${head}，而二者互不相容` : `${head}，应为 100%`;
      },
      why: "同一整体的各部分占比合计应为 100%，合计不符必有一处有误。",
      fix: "更正占比；另有其余部分或存在交叉的，应写明。",
    },
  },
  check({ plan, report }) {
    for (const section of plan.sections) {
      if (section.text === null || !anyShare.test(section.text.text)) continue;
      for (const sentence of sentencesOf(section.text.text)) {
        if (ofElsewhere.test(sentence.text)) continue;
        const found = faultIn(toHalfWidth(sentence.text));
        if (found === null) continue;
        const shown = sentence.text.slice(found.at, found.at + found.length);
        const args = {
          section: section.id.value,
          shares: found.shares.map((one) => `${formatDecimal(one)}%`).join(" + "),
          sum: formatDecimal(sumOf(found.shares)),
          fault: found.fault,
        };
        const severity = found.fault === "overlap" ? "warning" : found.fault === "below" ? "info" : "error";
        report(partSpan(section.text.span, shown, sentence.at + found.at), args, { on: section, severity });
      }
    }
  },
});

const anyShare =
  /占|权重|比重|比例|分担|承担|满意|同意|[%％].{0,40}[%％]|\d\s?[/:：]\s?\d{1,3}\s?[/:：]\s?\d/u;

interface Found {
  readonly at: number;
  readonly length: number;
  readonly shares: readonly Big[];
  readonly fault: Args["fault"];
}

const longest = 600;

function faultIn(sentence: string): Found | null {
  const text = sentence.slice(0, longest);
  return ofRow(text) ?? ofParts(text) ?? ofOpposites(text);
}

const share = String.raw`\d{1,3}(?:\.\d{1,2})?`;
const percent = `${share}\\s?(?:%|percent|per cent)`;
const aboutWeights =
  /权重|占比|比重|比例|分值比|计分|构成|\b(?:weight(?:s|ed|ing)?|split|ratio|divided|shared? out)\b/iu;
/** 40%、40%、30% and 40/40/30: nothing but signs and `and` between them. */
const row = new RegExp(
  `${percent}(?:(?:\\s?[、,，和及与]\\s?|,? and )${percent}){1,9}|${share}(?:\\s?[/:]\\s?${share}){2,9}(?!\\d|\\s?[/:-])`,
  "u",
);

function ofRow(text: string): Found | null {
  const match = aboutWeights.test(text) ? row.exec(text) : null;
  if (match === null || bound.test(text.slice(Math.max(0, match.index - 12), match.index))) return null;
  const [shown] = match;
  if (behindBound.test(text.slice(match.index + shown.length))) return null;
  const shares = sharesOf(shown);
  // 3/4/3 and 5:3:2 are tenths, 1:2:7 may be a ratio of anything.
  const sum = sumOf(shares);
  const isBare = !shown.includes("%") && !/per ?cent/.test(shown);
  if (shares.length < 2 || sum.eq(100) || (isBare && sum.lt(60))) return null;
  if (shares.length === 2 && sum.lt(100)) return null;
  const isWhole = /分别|各占|按|\bof\b|\bsplit\b|\bdivided\b/u.test(text);
  return {
    at: match.index,
    length: shown.length,
    shares,
    fault: isWhole || sum.gt(100) ? "weights" : "below",
  };
}

const bound =
  /(?:不低于|不少于|不高于|不超过|超过|至少|低于|高于|提[高升]|下降|由|从|到|至|at least|at most|over|under|above|below|from|to) ?$/iu;
const behindBound = /^\s?(?:以[上下内]|左右|or (?:more|less))/u;
const overlapping =
  /党员|团员|女|男|岁|学历|本科|大专|以上|持证|群众代表|专业|残疾|独居|空巢|失能|慢性|\b(?:aged|women|men|female|male|trained|graduates)\b/iu;
const partition =
  /分担|分摊|承担|负担|出资|构成|组成|来源|筹集|投入|配比|权重|分别占|\b(?:pays?|bears?|contributes?|funds?|funding|financed|comes? from|accounts? for|shared|made up of)\b/iu;
const chinesePart = new RegExp(
  `(?<=占(?:比|总数|总量|全部|总体)?(?:为|的)?\\s?)${share}\\s?%|(?<=权重(?:为|占)?\\s?)${share}\\s?%`,
  "gu",
);
const englishPart = new RegExp(`(?<![\\d.])${percent}`, "giu");

/** X占40%、Y占40%, or shares that several bear. */
function ofParts(text: string): Found | null {
  const isChinese = /[占重]/u.test(text);
  if (!isChinese && !/[a-z]/i.test(text)) return null;
  const isPartition = partition.test(text);
  if (!isChinese && !isPartition) return null;
  // 其中 opens a new whole: what stands before it is not added.
  const start = isChinese ? text.lastIndexOf("其中") + 1 : 0;
  const parts = [...text.matchAll(isChinese ? chinesePart : englishPart)].filter(
    ({ index }) => index >= start,
  );
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined || parts.length < 2) return null;
  const isBound = parts.some(
    ({ index, 0: shown }) =>
      bound.test(text.slice(Math.max(0, index - 12), index)) ||
      behindBound.test(text.slice(index + shown.length)),
  );
  if (isBound || overlapping.test(text)) return null;
  const shares = parts.flatMap(({ 0: shown }) => sharesOf(shown));
  const sum = sumOf(shares);
  if (sum.eq(100)) return null;
  const at = first.index;
  const length = last.index + last[0].length - at;
  const inner = text.slice(at, at + length);
  // Other figures between the parts make another sentence of it.
  if (/[。;；]/.test(inner) || inner.length > 80 * parts.length) return null;
  const isWeights =
    isChinese && parts.every(({ index }) => text.slice(Math.max(0, index - 6), index).includes("权重"));
  if (!isChinese && isOfSeveral(inner, parts, text)) return null;
  // Without a word that they are parts of one whole they may be of two.
  if (sum.gt(100) && (isPartition || isWeights || start > 0))
    return { at, length, shares, fault: isPartition || isWeights ? "above" : "overlap" };
  if (sum.gt(100)) return null;
  return start > 0 || !isPartition ? null : { at, length, shares, fault: "below" };
}

const atOtherTime =
  /\b(?:in all|in total|overall|altogether|(?:in|for|during) (?:the )?(?:first|second|third|last|next|final) (?:year|phase|stage)|in (?:19|20)\d\d|today|at present|until|later|at first|initially)\b/iu;
const wholeBehind = /^ of (?:all |the |its |their |these |those )*([a-z]{3,})/iu;

/** 12% of calls but 30% of the fuel, 58% in all and 71% in the first year: of two wholes, or of two times. */
function isOfSeveral(inner: string, parts: readonly RegExpExecArray[], text: string): boolean {
  if (atOtherTime.test(inner)) return true;
  const wholes = parts.flatMap(({ index, 0: shown }) => {
    const [, whole] = wholeBehind.exec(text.slice(index + shown.length)) ?? [];
    return whole === undefined ? [] : [whole.toLowerCase()];
  });
  return new Set(wholes).size > 1;
}

const opposites =
  /(\d{1,3}(?:\.\d{1,2})?)\s?%[^%。;；\d]{0,12}?(?<!不)(满意|同意|赞成|支持|了解|知晓|合格|达标|信任|愿意)[^%。;；\d]{0,12}?(\d{1,3}(?:\.\d{1,2})?)\s?%[^%。;；\d]{0,12}?不(?:太|够)?\2/u;
const englishOpposites =
  /(\d{1,3}(?:\.\d{1,2})?)\s?%[^%.;\d]{0,30}?\b(satisfied|agree|safe|aware|trained|happy|compliant)\b[^%.;\d]{0,20}?(\d{1,3}(?:\.\d{1,2})?)\s?%[^%.;\d]{0,30}?\b(?:un|dis|not |non-)\2\b/iu;

function ofOpposites(text: string): Found | null {
  const match = opposites.exec(text) ?? englishOpposites.exec(text);
  const [shown = "", one = "", , other = ""] = match ?? [];
  if (match === null) return null;
  const shares = [one, other].map((digits) => new Big(digits));
  return sumOf(shares).gt(100) ? { at: match.index, length: shown.length, shares, fault: "opposite" } : null;
}

function sharesOf(shown: string): readonly Big[] {
  return [...shown.matchAll(/\d{1,3}(?:\.\d{1,2})?/g)].map(([digits]) => new Big(digits));
}
