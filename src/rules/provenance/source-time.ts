/**
 * A source can hold what is cited from it.
 *
 * Looks at: dated sources: figures that are of a later time than the source (a baseline of 2025-12 from a survey of 2023), and
 * sources that are younger than the plan's day of issue. A figure of the time after the plan was written is
 * `provenance/baseline-age`; evidence of that time is told here, with or without a source.
 * Reports: the figure, related: the source's date; where all of several figures are later, the source's date, related: the
 * figures; or the source's date, related: the day of issue. A source of within half a year of the issue is a note: data
 * are often known before they are published; so is a figure of at most a quarter after its source (the survey of October that
 * is cited for the end of the year), and one that no figure cites itself: it may be yet
 * to come.
 * Source: DESIGN.md section 4 (a thing used before it exists).
 */
import { isoDay } from "../../plan/days.ts";
import type { Plan, Source } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import type { Span } from "../../text/source.ts";
import { defineRule, type ReportExtras } from "../define-rule.ts";
import { writtenBy } from "../target/history.ts";
import { statedPeriod } from "../times-of.ts";
import { type Citer, citersOf } from "./citers.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly date: string;
  /** The figure that is later than the source; null where the source is later than the plan. */
  readonly value: string | null;
  readonly by: string | null;
  readonly other: string;
  /** The figure is of a time after the plan was written, whatever its source. */
  readonly ahead: boolean;
};

export const provenanceSourceTime = defineRule<Args>({
  code: "provenance/source-time",
  severity: "warning",
  named: ["by"],
  text: {
    en: {
      title: "Source cannot hold what is cited",
      message: (a) =>
        a.ahead
          ? `${a.by}: ${a.value} is given as evidence for ${a.date}, but the plan was written by ${a.other}`
          : a.value === null
            ? `${a.id}: the source is dated ${a.date}, after the plan was issued on ${a.other}`
            : `${a.by}: ${a.value} is dated ${a.other}, but its source ${a.id} is dated ${a.date}`,
      why: "What did not exist yet cannot be cited, so one of the two dates or the source is wrong.",
      fix: "Correct the date of the source or of the figure, or cite the source that has it.",
    },
    zhHans: {
      title: "来源与所引数据时间不符",
      message: (a) =>
        a.ahead
          ? `例证“${a.by}”的“${a.value}”为 ${a.date} 的数据，晚于方案制定之日 ${a.other}`
          : a.value === null
            ? `来源“${a.name}”的日期为 ${a.date}，晚于方案印发日期 ${a.other}`
            : `“${a.by}”的“${a.value}”为 ${a.other} 的数据，所引来源“${a.name}”的日期却为 ${a.date}`,
      why: "当时尚不存在的资料无从引用，两处日期或来源必有一处有误。",
      fix: "更正来源或数据的日期，或者改引载有该数据的来源。",
    },
  },
  check({ plan, report }) {
    const issued = statedPeriod(plan.issuer?.date ?? null)?.end ?? null;
    const known = writtenBy(plan);
    for (const source of plan.sources) {
      const period = statedPeriod(source.date);
      if (source.date === null || period === null || period.end === null) continue;
      const args = { id: source.id.value, name: titleOf(source), date: isoDay(period.end), ahead: false };
      const citers = citersOf(plan, source.id.value);
      const later = citers.filter(({ at }) => isLater(at, period.end, known));
      const [first] = later;
      if (later.length > 1 && later.length === citers.length && first !== undefined) {
        // All figures are later: then it is the source's date that is wrong.
        const note = { en: "a figure of a later time", zhHans: "时间更晚的数据" };
        const related = later.slice(0, mostRelated).map(({ span }) => ({ span, note }));
        const severity = later.every((one) => isSoonAfter(one, period.end)) ? "info" : "warning";
        report(source.date.span, { ...args, ...toldOf(first) }, { on: source, related, severity });
      } else {
        for (const citer of later) {
          const related = [{ span: source.date.span, note: { en: "the source", zhHans: "来源" } }];
          const severity = isSoonAfter(citer, period.end) ? "info" : "warning";
          report(citer.span, { ...args, ...toldOf(citer) }, { on: citer.item, related, severity });
        }
      }
      const start = period.start ?? period.end;
      if (issued === null || start <= issued) continue;
      // A source that no figure cites itself may be yet to come.
      const isCited = citers.some(({ isOwn }) => isOwn);
      const day = plan.issuer?.date?.span;
      const related =
        day === undefined ? [] : [{ span: day, note: { en: "day of issue", zhHans: "印发日期" } }];
      report(
        source.date.span,
        { ...args, value: null, by: null, other: isoDay(issued) },
        {
          on: source,
          related,
          severity: isCited && start - issued > halfYear ? "warning" : "info",
        },
      );
    }
    tellAhead(plan, report);
  },
});

type Report = (span: Span, args: Args, extras: ReportExtras) => void;

/** Evidence is what was there: its time has begun when the plan is issued, or where no day of issue is told, when it starts. */
function tellAhead(plan: Plan, report: Report): void {
  const known = writtenBy(plan);
  const issue = plan.issuer?.date ?? null;
  const day = known === Number.POSITIVE_INFINITY ? known : (statedPeriod(issue)?.end ?? known);
  if (day === null || day === Number.POSITIVE_INFINITY) return;
  for (const evidence of [...plan.problems.flatMap((problem) => problem.evidence), ...plan.evidence]) {
    const figure = evidence.is ?? evidence.to ?? evidence.from;
    const period = statedPeriod(evidence.at);
    const began = period?.start ?? period?.end ?? null;
    if (figure === null || evidence.at === null || began === null || began <= day) continue;
    const args = {
      id: evidence.id.value,
      name: "",
      date: isoDay(period?.end ?? began),
      value: figure.value.text,
      by: evidence.id.value,
      other: isoDay(day),
      ahead: true,
    };
    const written = issue?.span ?? plan.period?.span;
    const related = [
      // First: what all evidence of too late a time rests on is told as one.
      ...(written === undefined
        ? []
        : [{ span: written, note: { en: "time of the plan", zhHans: "方案时间" } }]),
      { span: evidence.at.span, note: { en: "its time", zhHans: "数据时间" } },
    ];
    report(figure.span, args, { on: evidence, related });
  }
}

/** In days. */
const halfYear = 183;
const quarter = 92;
const mostRelated = 20;

/** `2025` is over only on its last day; a source of within that time may tell it in part. */
function isLater(at: Citer["at"], source: Day | null, known: Day | null): boolean {
  const of = statedPeriod(at);
  const began = of?.start ?? of?.end ?? null;
  return began !== null && source !== null && began > source && (known === null || began <= known);
}

/** A survey of October is often cited for the end of its year. */
function isSoonAfter({ at }: Citer, source: Day | null): boolean {
  const began = statedPeriod(at)?.start ?? null;
  return began !== null && source !== null && began - source <= quarter;
}

function toldOf({ id, shown, at }: Citer): Pick<Args, "value" | "by" | "other"> {
  return { value: shown, by: id, other: isoDay(statedPeriod(at)?.end ?? 0) };
}

function titleOf({ title, id }: Source): string {
  return title?.text ?? id.value;
}
