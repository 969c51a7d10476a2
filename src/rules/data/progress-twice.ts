/**
 * Of one day there is one state of a piece of work.
 *
 * Looks at: progress of one item for one time. Rows that say the same in state, share and plan are one.
 * Reports: the later row, at its date; related: the earlier one. The row that stands last in its file counts.
 * Source: FORMAT.md section 8 (progress); ENGINE.md section 8 (two observations of one period).
 */
import type { ProgressEntry } from "../../records/records.ts";
import { spanText } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";

type Args = { readonly item: string; readonly at: string };

export const dataProgressTwice = defineRule<Args>({
  code: "data/progress-twice",
  severity: "warning",
  named: ["item"],
  text: {
    en: {
      title: "Progress told twice for one time",
      message: (a) => `${a.item}: progress for ${a.at} is told before in another way; the last row counts`,
      why: "Work has one state on a day: what counts here hangs on the order of the rows.",
      fix: "Keep one of the rows, or correct the date of the other.",
    },
    zhHans: {
      title: "同一时间进展重复填报",
      message: (a) => `“${a.item}”在“${a.at}”的进展前面已有不同填报，以最后一行为准`,
      why: "一项工作在同一时间只有一种进展，现按行的先后取值。",
      fix: "保留其中一行，或更正另一行的日期。",
    },
  },
  check({ records, report }) {
    const before = new Map<string, ProgressEntry>();
    for (const entry of records.progress) {
      const { start, end } = entry.at.value;
      const key = `${entry.kind?.value ?? ""}\u0000${entry.id.value}\u0000${start}:${end}`;
      const earlier = before.get(key);
      before.set(key, entry);
      if (earlier === undefined || saysTheSame(earlier, entry)) continue;
      const related = [{ span: earlier.at.span, note: { en: "told first", zhHans: "在前填报" } }];
      report(entry.at.span, { item: entry.id.value, at: spanText(entry.at.span) }, { related });
    }
  },
});

function saysTheSame(a: ProgressEntry, b: ProgressEntry): boolean {
  const [shareA, shareB] = [a.share?.value ?? null, b.share?.value ?? null];
  const isSameShare = shareA === null || shareB === null ? shareA === shareB : shareA.eq(shareB);
  return a.state?.value === b.state?.value && isSameShare && a.planned?.value === b.planned?.value;
}
