/**
 * The dates of a document must follow each other.
 *
 * Looks at: the date of issue against the plan's period, and the dates of revisions against the date of issue and its end. Sources and
 * evidence younger than the plan are `provenance/source-time`, baselines `provenance/baseline-age`.
 * Reports: the date; related: the other. A warning for what cannot be (a revision older than the document, or a plan issued or revised after its
 * end), a note for what is late.
 * Source: DESIGN.md section 4 (dates outside period; what only may be a conflict).
 */
import { isoDay } from "../../plan/days.ts";
import type { Given } from "../../plan/given.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Day, When } from "../../plan/time.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { statedPeriod } from "../times-of.ts";

type Fault = "issued-late" | "issued-after" | "revision" | "revised-after";
type Args = { readonly day: string; readonly other: string; readonly fault: Fault };

export const timeDocumentDates = defineRule<Args>({
  code: "time/document-dates",
  severity: "warning",
  text: {
    en: {
      title: "Dates of the document out of order",
      message: inEnglish,
      why: "A document cannot hold for a time that was over when it was issued, nor be changed before it or when it is over.",
      fix: "Correct the date.",
    },
    zhHans: {
      title: "文件日期先后有误",
      message: inChinese,
      why: "文件不能在实施期限结束之后才印发或者调整，也不能在印发之前调整。",
      fix: "更正日期。",
    },
  },
  check({ plan, report }) {
    for (const { fault, when, day, other, place } of faultsOf(plan)) {
      const severity = fault === "issued-late" ? "info" : "warning";
      const related = [{ span: place, note: { en: "the other date", zhHans: "另一日期" } }];
      report(when.span, { day: isoDay(day), other: isoDay(other), fault }, { severity, related });
    }
  },
});

function inEnglish({ day, other, fault }: Args): string {
  switch (fault) {
    case "issued-late":
      return `the plan is dated ${day}, after its period began on ${other}: what held in between?`;
    case "issued-after":
      return `the plan is dated ${day}, after its period ended on ${other}`;
    case "revision":
      return `the revision is dated ${day}, before the plan itself, ${other}`;
    case "revised-after":
      return `the revision is dated ${day}, after the plan's period ended on ${other}`;
  }
}

function inChinese({ day, other, fault }: Args): string {
  switch (fault) {
    case "issued-late":
      return `成文日期 ${day} 晚于实施期限起始时间 ${other}，其间按什么执行未写明`;
    case "issued-after":
      return `成文日期 ${day} 晚于实施期限截止时间 ${other}`;
    case "revision":
      return `调整日期 ${day} 早于成文日期 ${other}`;
    case "revised-after":
      return `调整日期 ${day} 晚于实施期限截止时间 ${other}`;
  }
}

interface Found {
  readonly fault: Fault;
  readonly when: Given<When>;
  readonly day: Day;
  readonly other: Day;
  readonly place: Span;
}

/** What was changed after the plan had ended. */
function revisedAfter({ period, revisions }: Plan): readonly Found[] {
  const end = period?.end?.value ?? null;
  if (period === null || end === null) return [];
  return revisions.flatMap(({ date }): Found[] => {
    const day = statedPeriod(date)?.start ?? null;
    if (date === null || day === null || day <= end) return [];
    return [{ fault: "revised-after", when: date, day, other: end, place: period.span }];
  });
}

function faultsOf(plan: Plan): readonly Found[] {
  const { issuer, period, revisions } = plan;
  const found: Found[] = [...revisedAfter(plan)];
  const issued = issuer?.date ?? null;
  const signed = statedPeriod(issued)?.start ?? null;
  if (issued === null || signed === null) return found;
  if (period !== null) {
    const [start, end] = [period.start?.value ?? null, period.end?.value ?? null];
    const base = { when: issued, day: signed, place: period.span };
    if (end !== null && signed > end) found.push({ ...base, fault: "issued-after", other: end });
    else if (start !== null && signed > start + lateDays)
      found.push({ ...base, fault: "issued-late", other: start });
  }
  for (const { date } of revisions) {
    const day = statedPeriod(date)?.end ?? null;
    if (date !== null && day !== null && day < signed)
      found.push({ fault: "revision", when: date, day, other: signed, place: issued.span });
  }
  return found;
}

/** A plan is often signed some weeks after the year has begun. */
const lateDays = 92;
