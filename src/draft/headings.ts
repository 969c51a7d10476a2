/** What the headings of indicator tables mean, in Chinese and English, as people keep them. */
import { toSimplified } from "../plan/chinese-number.ts";
import { toHalfWidth } from "../plan/half-width.ts";
import { parseTime } from "../plan/parse-time.ts";
import { displayWidth } from "../text/width.ts";
import { isKnownUnit } from "./known-unit.ts";

/** `time`: as the heading writes it, null when it gives none; `lost`: words of the heading that may have been one. */
export type Meaning =
  | {
      readonly kind: "baseline" | "actual" | "target" | "year";
      readonly time: string | null;
      readonly unit: string | null;
      readonly lost: string | null;
    }
  | { readonly kind: "level"; readonly depth: number }
  | { readonly kind: PlainKind; readonly unit: string | null };

export type PlainKind =
  | "number"
  | "code"
  | "name"
  | "group"
  | "unit"
  | "weight"
  | "owner"
  | "lead"
  | "partners"
  | "deadline"
  | "source"
  | "definition"
  | "method"
  | "note"
  | "attribute"
  | "direction"
  | "frequency";

const plain: Readonly<Record<PlainKind, string>> = {
  number: "序号|no|no.|#|serial|serial no|serial no.|s/n",
  code: "编号|指标编号|指标代码|代码|编码|指标编码|code|id|indicator id|indicator code|indicator no|indicator no.|ref|ref.",
  name: "指标|指标名称|指标项|指标内容|主要指标|考核指标|具体指标|核心指标|评价指标|监测指标|绩效指标|名称|指标事项|目标指标|indicator|indicator name|indicators|name|kpi|metric|measure|performance indicator|name of indicator",
  group:
    "类别|指标类别|指标类型|类型|分类|领域|维度|板块|方面|category|dimension|area|theme|domain|group|pillar|type",
  unit: "单位|计量单位|指标单位|度量单位|数据单位|unit|units|unit of measure|unit of measurement|uom",
  weight:
    "权重|指标权重|分值|权重分值|满分|标准分|分数|比重|赋分|weight|weighting|points|score|max score|weight share",
  owner:
    "责任单位|责任部门|责任主体|责任处室|责任科室|负责单位|负责部门|实施单位|承担单位|责任人|owner|responsible|responsible unit|responsible body|responsibility|responsible party|responsible agency|accountable|agency",
  lead: "牵头单位|牵头部门|牵头责任单位|主责单位|主办单位|牵头|牵头处室|牵头科室|lead|lead agency|lead body|lead unit|lead department|lead organisation|lead organization",
  partners:
    "配合单位|配合部门|协办单位|协同单位|参与单位|参加单位|协助单位|partners|partner|partner agencies|supporting|support|supporting agencies|with|contributors",
  deadline:
    "完成时限|完成时间|时限|截止时间|截止日期|完成期限|时间节点|达成时间|目标年份|目标时间|年度|年份|期限|deadline|due|due date|target date|by|by when|target year|year|timeline|completion date",
  source:
    "数据来源|来源|资料来源|数据出处|取数来源|数据来源单位|source|sources|data source|data sources|means of verification|source of data|mov",
  definition:
    "指标解释|指标定义|指标说明|定义|指标含义|口径|指标口径|统计口径|评价标准|definition|description|indicator definition|meaning",
  method:
    "计算方法|计算公式|公式|测算方法|统计方法|指标计算|计分方法|评分标准|method|calculation|formula|calculation method|method of calculation|methodology",
  note: "备注|说明|注|附注|note|notes|remark|remarks|comment|comments",
  attribute: "属性|指标属性|指标性质|性质|约束性/预期性|attribute|nature|binding",
  direction: "方向|指标方向|指标趋向|导向|正负向|direction|polarity|desired direction|desired trend",
  frequency:
    "报送频次|频次|统计频次|监测频次|报送周期|统计周期|监测周期|数据频率|更新频率|频率|填报频次|frequency|reporting frequency|frequency of reporting|reporting period",
};

const plainKinds = new Map<string, PlainKind>(
  Object.entries(plain).flatMap(([kind, words]) =>
    words.split("|").map((word): [string, PlainKind] => [word, kind as PlainKind]),
  ),
);

const levels: ReadonlyMap<string, number> = new Map([
  ["一级指标", 1],
  ["二级指标", 2],
  ["三级指标", 3],
  ["四级指标", 4],
  ["level 1", 1],
  ["level 2", 2],
  ["level 3", 3],
  ["level 1 indicator", 1],
  ["level 2 indicator", 2],
  ["level 3 indicator", 3],
]);

const baselineWords =
  /基期年?(?:数值|数据|数|值)?|基线(?:数据|值)?|基准(?:年|数据|值)?|现状(?:数据|值)?|起始值|baseline(?: value| data| figure)?|starting point|base value/;
const actualWords =
  /实际(?:完成)?(?:情况|数值|数|值)?|完成(?:情况|数|值)|达到值|actual(?: value| figure)?s?|achieved|achievement/;
const targetWords =
  /(?:年度|全年|规划|预期|绩效|分年度|阶段性?|考核|总体|期末|终期|工作)?(?:目标任务|目标(?:数值|数|值)?|指标值|预期值|预期数|计划值|计划数|任务数)|targets?(?: value| figure)?s?|goals?|planned(?: value)?/;

/** Words by which a longer heading is known (指标解释及计算方法), the first that fits. */
const contained: readonly (readonly [RegExp, PlainKind])[] = [
  [/指标名称|name of (?:the )?indicator/, "name"],
  [/权重|分值|weight/, "weight"],
  [/牵头/, "lead"],
  [/配合|协办/, "partners"],
  [/(?:责任|负责|承担)(?:单位|部门|主体|人)|responsible/, "owner"],
  [/完成(?:时限|时间|期限)|截止(?:时间|日期)|deadline|due date/, "deadline"],
  [/数据来源|data source/, "source"],
  [/指标(?:解释|定义|说明|含义)|definition/, "definition"],
  [/计算(?:方法|公式)|评分标准|formula/, "method"],
  [/备注|remarks?/, "note"],
];

/** A heading folded for comparison: one line, half width, simplified, lower case, no blanks beside Chinese characters. */
export function foldedHeading(text: string): string {
  return toSimplified(toHalfWidth(text))
    .toLowerCase()
    .replace(/[*:]+$/, "")
    .replace(/\s+/g, " ")
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "")
    .trim();
}

/** Longest heading; a longer cell is a text. */
const longestHeading = 60;

/** What a heading means; null for one that is not known. */
export function meaningOf(heading: string): Meaning | null {
  if (heading.length > longestHeading) return null;
  const folded = foldedHeading(heading);
  if (folded === "") return null;
  const { base, inside } = split(folded);
  const depth = levels.get(base);
  if (depth !== undefined) return { kind: "level", depth };
  const known = plainKinds.get(base) ?? plainKinds.get(folded);
  const stated = inside.map(unitOf).find((unit) => unit !== null) ?? null;
  if (known !== undefined) return { kind: known, unit: stated };
  const word = contained.find(([pattern]) => pattern.test(base));
  return word === undefined ? datedMeaning(folded) : { kind: word[1], unit: stated };
}

/** `目标值(2027年,%)`: the words, and what stands in brackets. */
function split(folded: string): { readonly base: string; readonly inside: readonly string[] } {
  const inside = [...folded.matchAll(/[([]([^()[\]]*)[)\]]/g)].flatMap((match) =>
    (match[1] ?? "").split(/[,、;]/).map((part) => part.trim()),
  );
  return {
    base: folded
      .replace(/[([][^()[\]]*[)\]]/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
    inside,
  };
}

function datedMeaning(folded: string): Meaning | null {
  for (const [kind, words] of [
    ["baseline", baselineWords],
    ["target", targetWords],
    ["actual", actualWords],
  ] as const) {
    const match = words.exec(folded);
    if (match === null) continue;
    const rest = `${folded.slice(0, match.index)} ${folded.slice(match.index + match[0].length)}`;
    const { further, ...found } = timeAndUnit(rest);
    return further > mostFurther ? null : { kind, ...found };
  }
  const { further, ...found } = timeAndUnit(folded);
  return found.time === null || found.lost !== null || further > 0 ? null : { kind: "year", ...found };
}

/** Most columns of a screen that other words of a heading take (区级 of 区级目标值); more make a title. */
const mostFurther = 14;
/** The same of words with digits in them (3年内). */
const mostLost = 20;

interface TimeAndUnit {
  readonly time: string | null;
  readonly unit: string | null;
  readonly lost: string | null;
  /** Width of the words that are neither. */
  readonly further: number;
}

/** What the words of a heading beside `target` or `baseline` say; without a digit they name no time. */
function timeAndUnit(rest: string): TimeAndUnit {
  const { base, inside } = split(rest);
  const parts = [...inside, base.replace(/^[\s\-/_的]+|[\s\-/_的]+$/g, "")].filter((part) => part !== "");
  const time = parts.find(isTime) ?? null;
  const unit = parts.map(unitOf).find((one) => one !== null) ?? null;
  const lost = parts.find((part) => part !== time && unitOf(part) === null && /\d/.test(part)) ?? null;
  const others = parts.filter(
    (part) => part !== time && (part !== lost || displayWidth(part) > mostLost) && unitOf(part) === null,
  );
  return { time, unit, lost, further: displayWidth(others.join("")) };
}

/** True for a date or period of the calendar with both ends, but no span of several. */
function isTime(text: string): boolean {
  if (!/\d{4}/.test(text)) return false;
  const reading = parseTime(text);
  return reading.ok && reading.expression.kind === "calendar";
}

function unitOf(part: string): string | null {
  const unit = part.replace(/^(?:计量)?(?:单位|units?):?\s*/, "");
  if (unit === "" || unit.length > 12 || /^\d/.test(unit)) return null;
  return isKnownUnit(unit) || unit !== part ? unit : null;
}

/** True for a heading by which an indicator table is known among the sheets of a workbook. */
export function isIndicatorHeading(text: string): boolean {
  return meaningOf(text) !== null;
}
