/** The values of an indicator in `plan explain`, and what lay between where they went up and down. */
import type { IndicatorRow, SeenValue } from "../indicators/results.ts";
import { printDay } from "./dates.ts";
import { placeText } from "./place-text.ts";
import type { ViewContext } from "./view/context.ts";
import { levelText, valueWord } from "./view/target-text.ts";

/** A line a value, oldest first; the last word where there are no values; no line without either. */
export function seriesLines(row: IndicatorRow, context: ViewContext): readonly string[] {
  const series = row.series();
  if (series.length === 0) {
    if (row.word === null || row.observedOn === null) return [];
    return [`  ${printDay(row.observedOn, context.speaker)}  ${valueWord(row.word, row, context)}`];
  }
  const whole = series.filter(({ isPartial }) => isPartial !== true);
  const between = wentBothWays(whole)
    ? [extremesText(whole, row, context), pathText(whole, row, context)]
    : [];
  const lines = [...series.map((seen) => seriesLine(seen, row, context)), ...between];
  return lines.flatMap((line) => (line === null ? [] : [`  ${line}`]));
}

function seriesLine(seen: SeenValue, row: IndicatorRow, context: ViewContext): string {
  const { labels, speaker } = context;
  const parts = [
    printDay(seen.on, speaker),
    levelText(seen.value, row, context),
    ...(seen.provisional ? [labels.provisional] : []),
    placeText(seen.span, context),
  ];
  return parts.join("  ");
}

/** The latest value decides; of values that only rise or only fall the first and the last say what lay between. */
function wentBothWays(series: readonly SeenValue[]): boolean {
  const steps = series.slice(1).map(({ value }, i) => value.cmp(series[i]?.value ?? value));
  return steps.some((step) => step > 0) && steps.some((step) => step < 0);
}

function extremesText(series: readonly SeenValue[], row: IndicatorRow, context: ViewContext): string {
  const { speaker } = context;
  const lowest = series.reduce((least, seen) => (seen.value.lt(least.value) ? seen : least));
  const highest = series.reduce((most, seen) => (seen.value.gt(most.value) ? seen : most));
  const text = (seen: SeenValue): string => levelText(seen.value, row, context);
  const day = (seen: SeenValue): string => printDay(seen.on, speaker);
  return speaker.say({
    en: `lowest ${text(lowest)} on ${day(lowest)}, highest ${text(highest)} on ${day(highest)}`,
    zhHans: `最低为${text(lowest)}（${day(lowest)}），最高为${text(highest)}（${day(highest)}）`,
  });
}

/** How often the path was left, and when first; null where nothing was expected of a day. */
function pathText(series: readonly SeenValue[], row: IndicatorRow, { speaker }: ViewContext): string | null {
  const behind = row.behind();
  if (behind === null) return null;
  const [first] = behind;
  if (first === undefined)
    return speaker.say({ en: "never worse than the target path", zhHans: "各次实际值均不差于应达值" });
  const { length } = series;
  const day = printDay(first.on, speaker);
  return speaker.say({
    en: `worse than the target path ${behind.length} of ${length} times, first on ${day}`,
    zhHans: `${length}次实际值中有${behind.length}次差于应达值，首次为${day}`,
  });
}
