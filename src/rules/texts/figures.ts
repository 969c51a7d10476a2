/** Figures with units in running text, as quantities. Shared by rules; not a rule. */
import { numeralClass } from "../../plan/chinese-number.ts";
import { englishNumber, englishNumberWords } from "../../plan/english-number.ts";
import { toHalfWidth } from "../../plan/half-width.ts";
import { parseQuantity } from "../../plan/parse-quantity.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { chinese } from "../../text/chinese.ts";
import { percentOfFraction } from "./english-fractions.ts";

/** A figure with its place in the text. */
export interface TextFigure {
  readonly shown: string;
  readonly at: number;
  readonly end: number;
  readonly quantity: Quantity;
  /** 全覆盖 and 过半 say no figure: all, and more than half. */
  readonly inWords?: "all" | "more than half";
  /** A third is no exact figure: a value within a point of it agrees. */
  readonly isRounded?: true;
}

const number = String.raw`\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,4})?`;
const multiple = "(?:million|billion|thousand|mn?|bn|k)\\b|[万亿]";
/** €30 million, $5,000, US$1.2bn, ￥300万元. */
const money = `(?:US\\$|HK\\$|[$€£¥￥]|(?<![a-z])(?:USD|EUR|GBP|CNY|RMB) )\\s?${number}(?:\\s?(?:${multiple}))?元?`;
const units =
  "[%％‰]|个?百分点|个?工作日|小时|分钟|秒|天|周|个月|万元|亿元|元|万人次|人次|万人|人|名|户|家|所|个|件|场|次|条|项|支|处|座|部(?![分门委队级落署])|张(?!清单|表|网|图|榜)|台(?!阶|账|风)|套(?!餐)|辆|亩|平方米|平方公里|公里|吨|学时|课时|percent\\b|per cent\\b|hours?\\b|(?:working )?days?\\b|people\\b|km\\b|(?:(?:million|billion|thousand) )?(?:USD|EUR|GBP|CNY|dollars?|euros?|yuan)\\b|[美欧港]元|英镑";
const figure = new RegExp(
  String.raw`${money}|百分之[${numeralClass}点]{1,9}|(?<![${numeralClass}\d第])[一二三四五六七八九]成(?:[一二三四五六七八九半](?![成人个项名]))?(?![立为员功果效本熟绩长就品都分份型套像])|(?:${number}|(?<![\d第])[二两三四五六七八九十百千]{2,9})\s{0,2}(?:万|亿)?(?:${units})|(?<=(?:\bto|\bfrom|\breach(?:es)?|\bat least|\bat most|\bwas|\bwere|\bstood at|到|至|达|达到|为)\s?)(?!(?:19|20)\d\d(?!\d))${number}(?!\s{0,2}(?:[-\d年月日号/]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b|[ap]\.?m\b))`,
  "giu",
);

const sharesInWords =
  /(?<!基本|逐步|不断|推进|推动|扩大|提高|有效|部分)全覆盖(?!率|面|范围|工程|行动)|过半数?(?!年|天|月|[小学]时|[途百路程])/gu;

/** Shares that a text tells without a figure; most texts tell none. */
function sharesIn(text: string): readonly TextFigure[] {
  if (!text.includes("全覆盖") && !text.includes("过半")) return [];
  return [...text.matchAll(sharesInWords)].flatMap(({ index, 0: shown }) => {
    const isAll = shown === "全覆盖";
    const reading = parseQuantity(isAll ? "100%" : "50%");
    const inWords = isAll ? "all" : "more than half";
    return reading.ok
      ? [{ shown, at: index, end: index + shown.length, quantity: reading.quantity, inWords }]
      : [];
  });
}

const cases = new RegExp(
  `(${englishNumberWords}|one|\\d{1,2}) (?:in|out of)(?: every)? (${englishNumberWords}|\\d{1,3})`,
  "iu",
);
const englishShares = new RegExp(
  `\\b(?:(?:one |a )?half|(?:one|a) (?:quarter|third|fifth|tenth)|three[- ]quarters|two[- ]thirds|(?:two|three|four)[- ]fifths|(?:three|nine)[- ]tenths)(?= (?:of (?!a |an |the (?:year|month|week|day|time|plan|hour)|(?:19|20)\\d\\d)(?:[a-z0-9]|$)|by\\b))|\\b${cases.source}(?= [a-z]{2}|[.,;]|$)|\\b(?:${englishNumberWords}) per ?cent\\b`,
  "giu",
);
const boundBefore =
  /\b(?:more than|less than|over|under|at least|at most|first|second|last|other|the|by) $/iu;

/** Half of the schools, three quarters of patients, nine in ten pupils; bounds (more than half) are no figures. */
export function englishSharesIn(text: string): readonly TextFigure[] {
  if (!/half|quarters?|thirds?|fifth|tenth|\b(?:in|out of) |[a-z] per ?cent/iu.test(text)) return [];
  return [...text.matchAll(englishShares)].flatMap(({ index: at, 0: shown }): TextFigure[] => {
    if (boundBefore.test(text.slice(Math.max(0, at - 12), at))) return [];
    const fraction = percentOfFraction(shown, 1);
    const part = fraction === null ? (percentIn(shown) ?? shareOfCases(shown)) : `${fraction}%`;
    const reading = part === null ? null : parseQuantity(part);
    if (!reading?.ok) return [];
    const figure = { shown, at, end: at + shown.length, quantity: reading.quantity };
    return [
      /third|(?:in|of|every) (?:three|six|seven|nine)$/i.test(shown)
        ? { ...figure, isRounded: true }
        : figure,
    ];
  });
}

function percentIn(shown: string): string | null {
  const [, number = ""] = /^(.+) per ?cent$/iu.exec(shown) ?? [];
  return number === "" ? null : `${englishNumber(number)}%`;
}

/** Nine in ten are 90%, two in three about 66.7%. */
function shareOfCases(shown: string): string | null {
  const [, some = "", all = ""] = cases.exec(shown) ?? [];
  const [a, b] = [some, all].map((one) => englishNumber(one) ?? Number(one));
  if (a === undefined || b === undefined || !(a < b)) return null;
  return `${Number(((100 * a) / b).toFixed(1))}%`;
}

/** The figures of a text, and the shares that it tells without one, in order. */
export function levelsIn(text: string): readonly TextFigure[] {
  const inWords = chinese.test(text) ? sharesIn(text) : englishSharesIn(text);
  const inDigits = figuresIn(text);
  return inWords.length === 0 ? inDigits : [...inDigits, ...inWords].sort((a, b) => a.at - b.at);
}

/** All figures of a text that can be read, in order; at most 200. */
export function figuresIn(text: string): readonly TextFigure[] {
  const found: TextFigure[] = [];
  for (const match of toHalfWidth(text).matchAll(figure)) {
    const [plain] = match;
    const shown = text.slice(match.index, match.index + plain.length);
    // Numbers of sections and documents are no figures, nor is the year in `by December 2027 people`.
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    if (/(?:第|No\.? ?|〔|\[)$/u.test(before)) continue;
    if (/^(?:19|20)\d\d\b/.test(plain) && /(?:\b(?:in|by|of|until|since)|\b[A-Z][a-z]{2,8}) $/.test(before))
      continue;
    const first = parseQuantity(plain.replace(/per ?cent/i, "%"));
    // 八成五 is refused in a value, where 85% is written; in a text it is a figure as any other.
    const said = !first.ok && first.fault.code === "tenths" ? first.fault.hint : null;
    const reading = said === null ? first : parseQuantity(said);
    if (reading.ok)
      found.push({ shown, at: match.index, end: match.index + shown.length, quantity: reading.quantity });
    if (found.length >= 200) break;
  }
  return found;
}

/** The figure is the size of a move (提高5%, by 5 people), not a level. */
export function isMove(text: string, { at, end }: TextFigure): boolean {
  return (
    /(?:提高|提升|增长|增加|上升|下降|降低|减少|压缩|缩短|(?<![占之配])比[^，。]{1,12}[高低多少])(?:了|约|不少于|不低于|至少|超过)?\s?$/u.test(
      text.slice(Math.max(0, at - 12), at),
    ) ||
    /\bby (?:at least |at most |about |up to )?$/iu.test(text.slice(Math.max(0, at - 16), at)) ||
    /^\s?(?:个百分点|points?\b)|^ (?:lower|higher|fewer|more|less) (?:[a-z\d]+ ){0,3}than\b/iu.test(
      text.slice(end, end + 40),
    )
  );
}

/** The words beside the figure make it soft (约, 左右, about). */
export function isSoft(text: string, { at, end }: TextFigure): boolean {
  return (
    /(?:约|近|大致|基本|(?:about|around|nearly|almost|roughly|some) )$/iu.test(
      text.slice(Math.max(0, at - 10), at),
    ) || /^\s?(?:左右|上下|or so\b)/iu.test(text.slice(end, end + 8))
  );
}

/** The sentence tells of another place, or of a case. */
export const ofElsewhere =
  /某[省市县区镇乡地社街]|[A-Z][省市县区镇]|(?:邻近|毗邻|相邻|周边)的?[^，。；]{0,3}(?<![社园小灌景校])[省市县区镇乡]|案例(?!实训|教学|培训|分析|研讨|评选|指导)|全[国省](?!文明|先进水平|领先水平|一流|前列|统一|一体|联网|示范)(?<!(?:低|高)于全[国省](?=平均[^，。；]{0,4}\d[\d.]*个百分点))|(?<!(?:低|高)于(?=全市平均[^，。；]{0,4}\d[\d.]*个百分点))全市平均|外地|(?<![对中郊内以])外[省市县区](?![域])|兄弟|先进地区|国家标准|\b[Ee]lsewhere|\b[Nn]ationwide|[Nn]eighbou?ring|\b[Oo]ur neighbou?rs?\b|\bcompetitors?\b|[Nn]ational average|[Oo]ther cit|[Ff]or example/u;
