/**
 * A value was due and has not come in.
 *
 * Looks at: indicators of status `no-data`. A plan without a single observation has one cause and gets one finding, at
 * the first such indicator; the others are related places.
 * A derived indicator is not told where what its formula needs is told already.
 * The day of the last value is named where there is one.
 * Rows dated or reported after the as-of date are counted: whoever wrote them down must see why they are no answer.
 * Values that came only after the due date are named: they are no answer to a target that was due before. A bound that
 * has ended with periods never reported is not known to have been kept.
 * Reports: the indicator, at its id; related: the target judged by.
 * Source: ENGINE.md section 5, steps 2 and 3.
 */
import type { RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { laterRows } from "../../indicators/later-rows.ts";
import type { IndicatorResults, IndicatorRow } from "../../indicators/results.ts";
import { statusNote } from "../../indicators/status-note.ts";
import { isoDay } from "../../plan/days.ts";
import { defineStatusRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { placesOf, rowsOf } from "./standing.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly any: "yes" | "no";
  /** Due date and day of the first value where that is later; null where there is no value. */
  readonly by: string | null;
  readonly first: string | null;
  /** Day of the last value, where what is due now comes after it; null otherwise. */
  readonly since: string | null;
  /** Periods of an ended bound that were reported, where others were not; null otherwise. */
  readonly kept: number | null;
  /** Rows with values that the as-of date does not see, and that date. */
  readonly later: number;
  readonly asOf: string;
};

/** Most indicators listed beside the first when the plan has no data at all. */
const mostListed = 12;

/** Said after the silence: what is there, but not seen on the day. */
function laterInEnglish({ later, asOf }: Args): string {
  return later === 0 ? "" : `; ${later} later ${later === 1 ? "row is" : "rows are"} not seen on ${asOf}`;
}

function laterInChinese({ later, asOf }: Args): string {
  return later === 0 ? "" : `；另有 ${later} 条数据的所属日期或报送日期在 ${asOf} 之后，暂不计入`;
}

function silenceInEnglish(a: Args): string {
  return a.kept !== null
    ? `${a.id}: no data for some periods: kept in ${a.kept === 1 ? "the one that was" : `each of the ${a.kept} that were`} reported, the others are not known`
    : a.first !== null
      ? `${a.id}: no data: none by ${a.by}; the first is dated ${a.first}`
      : a.since !== null
        ? `${a.id}: no data since ${a.since}: a value is due and none has been reported`
        : a.any === "yes" || a.count === 1
          ? `${a.id}: no data: a value is due and none has been reported`
          : `${a.id}: no data: values are due for ${a.count} indicators and the plan has no observation at all`;
}

function silenceInChinese(a: Args): string {
  return a.kept !== null
    ? `指标“${a.name}”有报告期从未报送：已报送的 ${a.kept} 期均符合要求，其余各期情况不明`
    : a.first !== null
      ? `指标“${a.name}”截至 ${a.by} 没有实际值，最早一期为 ${a.first}`
      : a.since !== null
        ? `指标“${a.name}”${a.since} 之后应报未报，没有新的实际值`
        : a.any === "yes" || a.count === 1
          ? `指标“${a.name}”应报未报，没有实际值`
          : `方案没有任何实际值，“${a.name}”等 ${a.count} 项指标应报未报`;
}

export const statusNoData = defineStatusRule<Args>({
  code: "status/no-data",
  severity: "warning",
  text: {
    en: {
      title: "No data",
      message: (a) => `${silenceInEnglish(a)}${laterInEnglish(a)}`,
      why: "What is not reported is not on track; nobody knows where it stands.",
      fix: "Report the value under `observations` or in the data file; a value that cannot be had is `N/A` with a reason.",
    },
    zhHans: {
      title: "未报送数据",
      message: (a) => `${silenceInChinese(a)}${laterInChinese(a)}`,
      why: "未报送不等于正常，指标现状不明。",
      fix: "在 `observations` 或数据文件中补报；确实无法取得的，填 `N/A` 并说明原因。",
    },
  },
  check({ records, results, plan, report }) {
    const rows = withoutDerived(rowsOf({ results, plan }, "no-data"), results.derived);
    const any = records.observations.length > 0;
    const [first, ...others] = rows;
    if (first === undefined) return;
    const { asOf } = results;
    const later = laterRows(records, asOf, null);
    const unseen = (row: IndicatorRow) => ({
      later: later.get(row.indicator.id.value) ?? 0,
      asOf: isoDay(asOf),
    });
    if (any) {
      for (const row of rows)
        report(
          row.indicator.id.span,
          { ...argsOf(row, 1, "yes"), ...unseen(row) },
          {
            related: placesOf(row, { results, plan }),
            on: row.indicator,
          },
        );
      return;
    }
    const listed = others.slice(0, mostListed).map(alsoWithout);
    const related = [...placesOf(first, { results, plan }), ...listed];
    report(
      first.indicator.id.span,
      { ...argsOf(first, rows.length, "no"), ...unseen(first) },
      { related, on: first.indicator },
    );
  },
});

/** A derived indicator that waits for others which are told themselves is no news. */
function withoutDerived(
  rows: readonly IndicatorRow[],
  derived: IndicatorResults["derived"],
): readonly IndicatorRow[] {
  if (derived.size === 0) return rows;
  const silent = new Set(rows.map(({ indicator }) => indicator.id.value));
  return rows.filter(({ indicator }) => {
    const outcome = derived.get(indicator.id.value);
    if (outcome === undefined) return true;
    return !outcome.lacking.some((id) => silent.has(id));
  });
}

function alsoWithout({ indicator }: IndicatorRow): RelatedPlace {
  return { span: indicator.id.span, note: { en: "also without data", zhHans: "同样未报送" } };
}

function argsOf(row: IndicatorRow, count: number, any: Args["any"]): Omit<Args, "later" | "asOf"> {
  const { indicator, held } = row;
  const note = statusNote(row);
  const [by, first] = note?.kind === "too-late" ? [isoDay(note.due), isoDay(note.first)] : [null, null];
  const since = note?.kind === "silent-since" ? isoDay(note.on) : null;
  const kept = note?.kind === "gaps" ? held : null;
  return { id: indicator.id.value, name: nameOf(indicator), count, any, by, first, since, kept };
}
