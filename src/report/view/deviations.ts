/** Reasons for deviations and measures taken, as reported with the observations (偏差原因、改进措施). */
import type { IndicatorRow } from "../../indicators/results.ts";
import { printDay } from "../dates.ts";
import { personText, type ViewContext } from "./context.ts";
import type { Deviation } from "./indicator-parts.ts";

/** Most explanations printed for one indicator. */
const mostDeviations = 12;

/** The latest explanation of the plan's own row, then of each entity, in plan order; and how many are not listed. */
export function deviationsOf(
  row: IndicatorRow,
  entityRows: readonly IndicatorRow[],
  context: ViewContext,
): { readonly rows: readonly Deviation[]; readonly leftOff: string | null } {
  const all = [row, ...entityRows].flatMap((one) => latestExplanation(one, context));
  const rest = all.length - mostDeviations;
  return {
    rows: all.slice(0, mostDeviations),
    leftOff:
      rest <= 0
        ? null
        : context.speaker.say({
            en: `${rest} further ${rest === 1 ? "explanation is" : "explanations are"} not listed here.`,
            zhHans: `其余${rest}条偏差说明未在此列出。`,
          }),
  };
}

function latestExplanation({ series, entity }: IndicatorRow, context: ViewContext): Deviation[] {
  const { labels, speaker } = context;
  for (const { span, on } of [...series()].reverse()) {
    const seen = context.observationAt(span);
    if (seen === undefined || (seen.reason === null && seen.action === null)) continue;
    const day = printDay(on, speaker);
    // A roll-up repeats the observations of its entities; they are told with the entity.
    if (seen.entity !== entity) continue;
    return [
      {
        of: entity === null ? day : `${personText(entity, context)}${labels.listComma}${day}`,
        reason: seen.reason?.value ?? labels.none,
        action: seen.action?.value ?? labels.none,
      },
    ];
  }
  return [];
}
