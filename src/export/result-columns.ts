/** The columns of the table of results, in order, with their headings. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import type { FigureName, IndicatorRow } from "../indicators/results.ts";
import { statusWords } from "../language/words.ts";
import { isoDay } from "../plan/days.ts";
import { formatDecimal } from "../plan/decimal.ts";
import { itemById } from "../plan/item-by-id.ts";
import type { Day } from "../plan/time.ts";
import { figureWords } from "../report/figure-words.ts";
import { reasonText } from "../report/reason-words.ts";
import { attributeWords } from "../report/status-labels.ts";
import { nameText, ownerText, personText, type ViewContext } from "../report/view/context.ts";
import { itemTitle } from "../report/view/item-text.ts";

/** What stands in a cell: a text, a decimal without exponent, an ISO day; null for an empty cell. */
export type Cell = { readonly kind: "text" | "number" | "day"; readonly text: string } | null;

export interface Column {
  readonly heading: Localized;
  /** How a workbook shows its numbers; shares are of one. */
  readonly shows: "general" | "share";
  cell(row: IndicatorRow, context: ViewContext): Cell;
}

/** Figures that stand in the plan or its records, and those that follow from them. */
const laterFigures: readonly FigureName[] = [
  "attained",
  "ofTarget",
  "elapsed",
  "expected",
  "pace",
  "gap",
  "gapPoints",
  "previous",
  "change",
  "yearOnYear",
  "required",
  "projected",
  "projectedLow",
  "projectedHigh",
  "ratio",
  "score",
  "weightedScore",
];

export const columns: readonly Column[] = [
  words({ en: "indicator id", zhHans: "指标编号" }, ({ indicator }) => indicator.id.value),
  words({ en: "indicator", zhHans: "指标名称" }, ({ indicator }, { speaker }) =>
    nameText(indicator.name, indicator.id.value, speaker),
  ),
  words({ en: "entity id", zhHans: "实施单位编号" }, ({ entity }) => entity),
  words({ en: "entity", zhHans: "实施单位" }, ({ entity }, context) =>
    entity === null ? null : personText(entity, context),
  ),
  words({ en: "dimension", zhHans: "维度" }, ({ indicator }, context) => {
    const dimension = itemById(context.plan.dimensions, indicator.dimension?.value);
    return dimension === undefined ? null : itemTitle(dimension, context);
  }),
  words({ en: "owner", zhHans: "责任单位" }, ({ indicator }, context) => ownerText(indicator.owner, context)),
  words({ en: "attribute", zhHans: "指标属性" }, ({ indicator }, { speaker }) =>
    indicator.attribute === null ? null : speaker.say(attributeWords[indicator.attribute.value]),
  ),
  words({ en: "unit", zhHans: "计量单位" }, ({ unit }) => unit),
  words({ en: "status", zhHans: "状态" }, ({ status }, { speaker }) => speaker.say(statusWords[status])),
  words({ en: "status code", zhHans: "状态代码" }, ({ status }) => status),
  words({ en: "reason", zhHans: "原因" }, ({ reason }, { speaker }) =>
    reason === null ? null : speaker.say(reasonText(reason)),
  ),
  words({ en: "method", zhHans: "评定方法" }, ({ method }) => method),
  figure("value"),
  words({ en: "grade or state reported", zhHans: "报送的等级或状态" }, ({ word }) => word),
  day({ en: "value of", zhHans: "数据日期" }, ({ observedOn }) => observedOn),
  figure("baseline"),
  day({ en: "baseline of", zhHans: "基期" }, ({ baselineOn }) => baselineOn),
  words({ en: "relation", zhHans: "目标关系" }, ({ targets }) => {
    const governing = targets.find((one) => one.governing);
    return governing?.level == null || governing.upper !== null ? null : relationSigns[governing.relation];
  }),
  figure("target"),
  decimal({ en: "target, upper end", zhHans: "目标值上限" }, ({ targets }) => {
    const upper = targets.find((one) => one.governing)?.upper ?? null;
    return upper === null ? null : formatDecimal(upper);
  }),
  day({ en: "target due", zhHans: "目标期限" }, ({ targetOn }) => targetOn),
  ...laterFigures.map(figure),
  day({ en: "expected to be reached on", zhHans: "预计达标日期" }, ({ reachedOn }) => reachedOn),
  day({ en: "first met on", zhHans: "首次达标日期" }, ({ firstMetOn }) => firstMetOn),
  decimal({ en: "periods held", zhHans: "保持期数" }, ({ held }) => (held === null ? null : String(held))),
  decimal({ en: "periods with a value", zhHans: "已报送期数" }, ({ periods }) =>
    periods === null ? null : String(periods),
  ),
  words({ en: "targets disagree", zhHans: "目标相互矛盾" }, ({ contested }, { speaker }) =>
    contested ? speaker.say({ en: "yes", zhHans: "是" }) : null,
  ),
];

/** A sign that no spreadsheet takes for the start of a formula. */
const relationSigns = { ">=": "≥", "<=": "≤", ">": "＞", "<": "＜", "=": "等于" } as const;

function words(heading: Localized, text: (row: IndicatorRow, context: ViewContext) => string | null): Column {
  return {
    heading,
    shows: "general",
    cell: (row, context) => {
      const given = text(row, context);
      return given === null || given === "" ? null : { kind: "text", text: given };
    },
  };
}

function decimal(heading: Localized, text: (row: IndicatorRow) => string | null): Column {
  return {
    heading,
    shows: "general",
    cell: (row) => {
      const given = text(row);
      return given === null ? null : { kind: "number", text: given };
    },
  };
}

function day(heading: Localized, of: (row: IndicatorRow) => Day | null): Column {
  return {
    heading,
    shows: "general",
    cell: (row) => {
      const given = of(row);
      return given === null ? null : { kind: "day", text: isoDay(given) };
    },
  };
}

function figure(name: FigureName): Column {
  const { name: heading, reads } = figureWords[name];
  return {
    heading,
    shows: reads === "share" ? "share" : "general",
    cell: ({ figures }) => {
      const { value } = figures[name];
      return value === null ? null : { kind: "number", text: formatDecimal(value) };
    },
  };
}
