/** The targets of an indicator as rows of its own table. */
import type { IndicatorRow, JudgedTarget } from "../../indicators/results.ts";
import { targetKindWords } from "../../language/words.ts";
import { printShortDay } from "../dates.ts";
import { printedSection } from "../outline.ts";
import { statusMark, type ViewContext } from "./context.ts";
import type { TargetRow } from "./indicator-parts.ts";
import type { StatusMark } from "./printed-parts.ts";
import { byDue } from "./target-order.ts";
import { dueText, lateText, valueWord, writtenTarget } from "./target-text.ts";

/** All targets of an indicator with how each was judged, by their days. */
export function targetRows(row: IndicatorRow, context: ViewContext): readonly TargetRow[] {
  const { labels, speaker } = context;
  return byDue(row.targets).map((judged) => {
    const { target, judgedBy, governing } = judged;
    const written = writtenTarget(judged, row, context);
    const wording = target.wording?.value ?? null;
    const flags = [governing && row.contested ? labels.contested : null, lateText(judged, context)].filter(
      (flag) => flag !== null,
    );
    return {
      text: wording === null || wording === written ? written : joinWording(written, wording, context),
      kind: speaker.say(targetKindWords[target.kind]),
      due: dueText(judged, context),
      section: target.section === null ? labels.none : printedSection(target.section.value, speaker),
      status: targetMark(judged, context),
      judgedBy: judgedBy === null ? null : judgedText(judgedBy, row, context),
      governs: governing ? labels.governing : null,
      flags: flags.length === 0 ? null : flags.join(labels.listComma),
    };
  });
}

const awaited = { en: "awaited", zhHans: "待报送" };

/** The status of a target: one whose day has passed and whose value may still be reported is not called "not due". */
export function targetMark({ status, dueOn }: JudgedTarget, { asOf, speaker }: ViewContext): StatusMark {
  const mark = statusMark(status, speaker);
  const isPast = status === "not-due" && dueOn !== null && dueOn < asOf;
  return isPast ? { ...mark, word: speaker.say(awaited) } : mark;
}

function joinWording(written: string, wording: string, { speaker }: ViewContext): string {
  const worded = { en: ` (worded “${wording}”)`, zhHans: `（原文：“${wording}”）` };
  return `${written}${speaker.say(worded, [wording])}`;
}

function judgedText(
  { value, on }: NonNullable<JudgedTarget["judgedBy"]>,
  row: IndicatorRow,
  context: ViewContext,
): string {
  const { speaker } = context;
  const day = printShortDay(on, speaker);
  const text = valueWord(value, row, context);
  return speaker.chinese ? `${text}（${day}）` : `${text} (${day})`;
}
