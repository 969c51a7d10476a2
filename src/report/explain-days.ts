/** Days of a row for `explain`: those that the plan and the records state, and those that follow from values and trend. */
import type { IndicatorRow } from "../indicators/results.ts";
import { formatDecimal } from "../plan/decimal.ts";
import type { Day } from "../plan/time.ts";
import { printDay } from "./dates.ts";
import { formulaLines, inputLine } from "./explain-figures.ts";
import { withMinus } from "./numbers.ts";
import { placeText } from "./place-text.ts";
import type { ViewContext } from "./view/context.ts";
import { estimateText } from "./view/figure-trace.ts";
import { levelText } from "./view/target-text.ts";

/** One line for each day that is known, in the order of the JSON; that of reaching the target with its formula. */
export function dayLines(row: IndicatorRow, context: ViewContext): readonly string[] {
  return [
    ...dayLine({ en: "value of", zhHans: "实际值日期" }, row.observedOn, "", context),
    ...dayLine({ en: "baseline of", zhHans: "基期日期" }, row.baselineOn, "", context),
    ...dayLine({ en: "due", zhHans: "完成时限" }, row.targetOn, "", context),
    ...dayLine(
      { en: "first met", zhHans: "首次达标" },
      row.firstMetOn,
      seenOn(row.firstMetOn, row, context),
      context,
    ),
    ...dayLine(
      { en: "met no longer", zhHans: "不再达标" },
      row.lostOn,
      seenOn(row.lostOn, row, context),
      context,
    ),
    ...reachedLines(row, context),
  ];
}

function dayLine(
  name: { readonly en: string; readonly zhHans: string },
  day: Day | null,
  more: string,
  { speaker }: ViewContext,
): readonly string[] {
  return day === null ? [] : [`  ${speaker.say(name)} = ${printDay(day, speaker)}${more}`];
}

/** The value of a day, with its place. */
function seenOn(day: Day | null, row: IndicatorRow, context: ViewContext): string {
  const seen = row.series().find(({ on }) => on === day);
  return seen === undefined
    ? ""
    : `  ${levelText(seen.value, row, context)}  ${placeText(seen.span, context)}`;
}

function reachedLines(row: IndicatorRow, context: ViewContext): readonly string[] {
  const { reached, reachedOn, projectedBy } = row;
  const { speaker } = context;
  if (reached === null || reached.value === null) return [];
  const head = dayLine(
    { en: "target reached about", zhHans: "预计达标日期" },
    reachedOn,
    `  ${estimateText(projectedBy, context)}`,
    context,
  );
  const level = levelText(reached.value, row, context);
  const exact = withMinus(formatDecimal(reached.value));
  const stands = speaker.say({
    en: `the projection stands at ${level} (${exact}) on that day`,
    zhHans: `当日推算值为${level}（${exact}）`,
  });
  return [
    ...head,
    `      ${stands}`,
    ...formulaLines(reached, context),
    ...reached.inputs.map((input) => `      ${inputLine(input, context)}`),
  ];
}
