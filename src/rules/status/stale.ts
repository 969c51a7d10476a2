/**
 * The last value of an indicator is older than its reporting frequency allows.
 *
 * Looks at: the status of every indicator of the plan that is judged, and the age of the values of one whose baseline or
 * targets cannot be used: which values are due hangs on neither.
 * Reports: the indicator, at its id, once; related: the target judged by, missed targets, the latest value.
 * A value that is only judged by a bound to be kept from a later day on is a note: nothing hangs on it yet.
 * Source: ENGINE.md section 5, step 4.
 */
import type { IndicatorRow } from "../../indicators/results.ts";
import type { Day } from "../../plan/time.ts";
import { defineStatusRule } from "../define-rule.ts";
import { type DoubtfulArgs, reportRows } from "./standing.ts";
import { figuresInChinese, figuresInEnglish } from "./standing-words.ts";

/** Every target that the row is judged by holds from a day to come. */
function holdsOnlyLater({ targets }: IndicatorRow, asOf: Day): boolean {
  return (
    targets.length > 0 &&
    targets.every(({ target }) => {
      const from = target.kind === "hold" ? (target.from?.value.period?.start ?? null) : null;
      return from !== null && from > asOf;
    })
  );
}

export const statusStale = defineStatusRule<DoubtfulArgs>({
  code: "status/stale",
  severity: "warning",
  text: {
    en: {
      title: "Value out of date",
      message: (a) => `${a.id}: the latest value is out of date: ${figuresInEnglish(a)}`,
      why: "Nobody knows where the indicator stands today.",
      fix: "Report the value of the last completed period, or say why there is none.",
    },
    zhHans: {
      title: "数据过期",
      message: (a) => `指标“${a.name}”数据过期：${figuresInChinese(a)}`,
      why: "指标现状不明。",
      fix: "补报上一周期的数据；无法报送的，说明原因。",
    },
  },
  check(input) {
    reportRows(input, "stale", { graded: false, isNote: holdsOnlyLater });
    reportRows(input, "not-computable", { graded: false, only: isUnread });
  },
});

/** Why an indicator with values was not judged, where the age of its values was not asked for. */
const unread: ReadonlySet<string | null> = new Set([
  "unreadable-target",
  "unreadable-baseline",
  "unit-mismatch",
  "unknown-grade",
  "direction-contradicted",
]);

function isUnread({ reason, isOutOfDate }: IndicatorRow): boolean {
  return isOutOfDate && unread.has(reason);
}
