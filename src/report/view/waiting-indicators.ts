/** Indicators on which nothing was reported yet, in brief: a card of its own would be empty. */
import type { IndicatorRow, JudgedTarget } from "../../indicators/results.ts";
import { targetKindWords } from "../../language/words.ts";
import { printedSection } from "../outline.ts";
import { anchorOf } from "./anchors.ts";
import { nameText, ownerText, statusMark, type ViewContext } from "./context.ts";
import { datedBaseline } from "./figure-text.ts";
import type { WaitingIndicator } from "./indicator-parts.ts";
import { traceAnchor } from "./indicator-trace.ts";
import { traitsText } from "./indicator-view.ts";
import { noteText } from "./indicator-words.ts";
import type { NumberedRow, ReportExtent } from "./report-extent.ts";
import { targetMark } from "./target-rows.ts";
import { dueText, targetText } from "./target-text.ts";

/** True when there is no value, no word and no entity to show. */
export function isWaiting(row: IndicatorRow, entityRows: readonly IndicatorRow[]): boolean {
  return (
    row.figures.value.value === null &&
    row.series().length === 0 &&
    row.word === null &&
    entityRows.length === 0
  );
}

/** The indicator in brief; `isTraced` says which rows have a block in the annex. */
export function waitingIndicator(
  { row, position }: NumberedRow,
  context: ViewContext,
  { isTraced }: Pick<ReportExtent, "isTraced">,
): WaitingIndicator {
  const { labels, speaker } = context;
  const { indicator } = row;
  return {
    anchor: anchorOf("indicator", indicator.id.value),
    trace: isTraced(row) ? traceAnchor(row) : null,
    number: String(position),
    name: nameText(indicator.name, indicator.id.value, speaker),
    traits: traitsText(row, context),
    baseline: baselineOf(row, context),
    targets: row.targets.map((judged) => ({
      text: targetText(judged, row, context),
      details: detailsOf(judged, row, context),
    })),
    contested: row.contested ? labels.contested : null,
    status: statusMark(row.status, speaker),
    note: noteText(row, speaker),
    owner: ownerText(indicator.owner, context) ?? labels.none,
  };
}

/** Baseline and its date; null when the plan states none. */
function baselineOf(row: IndicatorRow, context: ViewContext): string | null {
  if (row.figures.baseline.value === null) return null;
  const { labels } = context;
  const { text, date, mark } = datedBaseline(row, context);
  const notes = [date, mark].filter((note) => note !== null).join(labels.listComma);
  const day = notes === "" ? "" : `${labels.open}${notes}${labels.close}`;
  return `${labels.baseline}${labels.colon}${text}${day}`;
}

/** Kind, date and section of a target; its status where the indicator's does not say it already. */
function detailsOf(judged: JudgedTarget, row: IndicatorRow, context: ViewContext): string {
  const { labels, speaker } = context;
  const { target, status } = judged;
  const parts = [
    speaker.say(targetKindWords[target.kind]),
    dueText(judged, context),
    target.section === null
      ? null
      : `${labels.section}${speaker.chinese ? "" : " "}${printedSection(target.section.value, speaker)}`,
    status === row.status ? null : targetMark(judged, context).word,
  ].filter((part) => part !== null);
  return parts.join(speaker.chinese ? "；" : "; ");
}
