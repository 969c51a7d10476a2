/** Weights of dimensions and indicators, parts of funds, components of scorecards as figures with bars. */

import { ofType } from "../../mechanisms/of-type.ts";
import { toSimplified } from "../../plan/chinese-number.ts";
import { itemById } from "../../plan/item-by-id.ts";
import {
  entriesAt,
  flagAt,
  labelOf,
  type ParameterMap,
  quantitiesAt,
  wordsAt,
} from "../../plan/parameters.ts";
import type { Indicator, ItemKind, Mechanism, Name } from "../../plan/plan.ts";
import type { ChartFigure, ChartTable } from "../charts/chart-figure.ts";
import { drawShareBars, mostBars, type ShareBars } from "../charts/share-bars.ts";
import { plainText } from "../escape.ts";
import { chartName, leftOffNote, remarked, word } from "./chart-texts.ts";
import type { ViewContext } from "./context.ts";
import { machineWord } from "./machine-words.ts";
import { type StatedBar, scaledBars, statedBars } from "./stated-bars.ts";
import { sentence } from "./status-figures.ts";

interface Group {
  readonly heading: string | null;
  readonly bars: readonly StatedBar[];
}

/** Dimensions with their indicators below them, in plan order. Null when no weight is stated. */
export function weightFigure(context: ViewContext): ChartFigure | null {
  const { dimensions, indicators } = context.plan;
  const weighed = indicators.filter(({ weight }) => weight.length > 0);
  const level = dimensions.some(({ weight }) => weight.length > 0) ? 1 : 0;
  const barsOf = (indicator: Indicator): readonly StatedBar[] =>
    statedBars(chartName(indicator.name, indicator.id.value, context), level, indicator.weight, context);
  const belongs = (indicator: Indicator): string | null =>
    itemById(dimensions, indicator.dimension?.value)?.id.value ?? null;
  const parts = dimensions.flatMap((dimension) => {
    const name = chartName(dimension.name, dimension.id.value, context);
    const own = weighed.filter((indicator) => belongs(indicator) === dimension.id.value);
    const head = level === 0 ? [] : statedBars(name, 0, dimension.weight, context);
    return [...head, ...own.flatMap(barsOf)];
  });
  const loose = weighed.filter((indicator) => belongs(indicator) === null).flatMap(barsOf);
  const bars = [...parts, ...loose];
  const caption =
    weighed.length === 0 ? "dimensionWeights" : level === 0 ? "indicatorWeights" : "weightsCaption";
  const head = (["partHead", "kindHead", "weightHead"] as const).map((label) => word(label, context));
  const kinds = [word("dimensionHead", context), word("indicatorHead", context)];
  const rows = bars.map((bar) => [bar.label, kinds[level === 0 ? 1 : bar.level] ?? "", bar.text]);
  // Too many for one page: the dimensions tell more than the indicators of the first of them.
  const shown = bars.length > mostBars && level === 1 ? bars.filter((bar) => bar.level === 0) : bars;
  const group = { heading: null, bars: shown };
  return barFigure("chart-weights", word(caption, context), [group], { head, rows }, context);
}

/** Sources and lines of each fund with their shares, or amounts. Null when none states any. */
export function fundFigure(context: ViewContext): ChartFigure | null {
  const told = ofType(context.plan, "fund").flatMap((fund) =>
    (["sources", "lines"] as const).map((key) => {
      const bars = entriesAt(fund.parameters, key).flatMap((entry, i) => fundBars(entry, i, context));
      return { name: mechanismName(fund, context), part: word(key, context), bars };
    }),
  );
  const stated = told.filter(({ bars }) => bars.some(({ measured }) => measured !== null));
  return barFigure(
    "chart-funds",
    word("fundsCaption", context),
    stated.map(({ name, part, bars }) => ({ heading: remarked(name, part, context), bars })),
    {
      head: (["mechanismHead", "kindHead", "partHead", "shareHead"] as const).map((label) =>
        word(label, context),
      ),
      rows: stated.flatMap(({ name, part, bars }) => bars.map((bar) => [name, part, bar.label, bar.text])),
    },
    context,
  );
}

/** The share of a part, with what it is a share of; its amount where no share is stated. */
function fundBars(entry: ParameterMap, index: number, context: ViewContext): readonly StatedBar[] {
  const shares = quantitiesAt(entry, "share");
  const stated = shares.length > 0 ? shares : quantitiesAt(entry, "amount");
  const base = wordsAt(entry, "of")[0]?.value ?? stated[0]?.of?.value;
  const label = entryLabel(entry, index, context);
  return statedBars(
    remarked(label, base === undefined ? null : baseText(base, label, context), context),
    0,
    stated,
    context,
  );
}

const kindsOfBase: readonly ItemKind[] = ["indicator", "resource", "mechanism", "actor", "evidence"];

/** What a share is taken of: an item by its name, or the plan's words; null for a source that is called by it. */
function baseText(base: string, label: string, context: ViewContext): string | null {
  const item = context.compilation.index.findAny(kindsOfBase, base);
  const name =
    item === undefined || !("name" in item) ? base : chartName(item.name as Name | null, base, context);
  const told = name === base ? plainText(machineWord(base, context)) : name;
  if (toSimplified(told) === toSimplified(label)) return null;
  return context.speaker.say({ en: `of ${told}`, zhHans: `基数：${told}` }, [told]);
}

/** Components of each scorecard with their weights. Null when none states any. */
export function scorecardFigure(context: ViewContext): ChartFigure | null {
  const told = ofType(context.plan, "scorecard")
    .map((scorecard) => ({
      name: mechanismName(scorecard, context),
      bars: entriesAt(scorecard.parameters, "components").flatMap((entry, i) => {
        const bonus = flagAt(entry, "bonus") === true ? word("bonus", context) : null;
        const label = remarked(entryLabel(entry, i, context), bonus, context);
        return statedBars(label, 0, quantitiesAt(entry, "weight"), context);
      }),
    }))
    .filter(({ bars }) => bars.some(({ measured }) => measured !== null));
  return barFigure(
    "chart-scorecards",
    word("scorecardsCaption", context),
    told.map(({ name, bars }) => ({ heading: name, bars })),
    {
      head: (["mechanismHead", "partHead", "weightHead"] as const).map((label) => word(label, context)),
      rows: told.flatMap(({ name, bars }) => bars.map((bar) => [name, bar.label, bar.text])),
    },
    context,
  );
}

function mechanismName({ name, id }: Mechanism, context: ViewContext): string {
  return chartName(name, id.value, context);
}

function entryLabel(entry: ParameterMap, index: number, context: ViewContext): string {
  const name = entry.get("name");
  if (name?.kind === "name") return chartName(name.name, "", context);
  return plainText(labelOf(entry) ?? `${index + 1}`);
}

function barFigure(
  id: string,
  caption: string,
  groups: readonly Group[],
  table: ChartTable,
  context: ViewContext,
): ChartFigure | null {
  const shown = groupsThatFit(groups);
  // Groups are wholes of their own; the weights of many indicators are too small to be seen against theirs.
  const isGrouped = groups.some(({ heading }) => heading !== null);
  const svg = drawShareBars({
    id,
    title: caption,
    description: sentence(table.rows, context),
    groups: scaledBars(
      shown.map(({ bars }) => bars),
      isGrouped,
    ).map((scaled, i) => ({ heading: shown[i]?.heading ?? null, ...scaled })),
    words: {
      exact: word("exact", context),
      least: word("least", context),
      most: word("most", context),
    } satisfies ShareBars["words"],
  });
  if (svg === null) return null;
  const count = shown.reduce((sum, { bars }) => sum + bars.length, 0);
  return {
    id,
    svgHtml: svg,
    caption,
    note: leftOffNote(table.rows.length - count, context),
    tableLabel: word("tableLabel", context),
    table,
  };
}

/** Groups from the first on as far as they fit; the last of them may be cut. */
function groupsThatFit(groups: readonly Group[]): readonly Group[] {
  let room = mostBars;
  return groups.flatMap(({ heading, bars }) => {
    const own = bars.slice(0, Math.max(0, room));
    // A heading takes as much height as a bar.
    room -= own.length + (heading === null ? 0 : 1);
    return own.length === 0 ? [] : [{ heading, bars: own }];
  });
}
