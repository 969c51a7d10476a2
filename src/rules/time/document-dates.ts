/**
 * The dates of a document must follow each other.
 *
 * Looks at: the date of issue against the plan's period; dates of sources, of the evidence of problems and of revisions
 * against the date of issue; baselines dated after the plan has begun.
 * Reports: the date; related: the other. A warning for what cannot be (evidence younger than the document, a
 * revision older than it, a plan issued after its end), a note for what is late.
 * Source: DESIGN.md section 4 (dates outside period; what only may be a conflict).
 */
import { isoDay } from "../../plan/days.ts";
import type { Given } from "../../plan/given.ts";
import type { Item, Plan } from "../../plan/plan.ts";
import type { Day, When } from "../../plan/time.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { statedPeriod } from "../times-of.ts";

type Fault = "issued-late" | "issued-after" | "source" | "evidence" | "revision" | "baseline";
type Args = { readonly id: string; readonly day: string; readonly other: string; readonly fault: Fault };

export const timeDocumentDates = defineRule<Args>({
  code: "time/document-dates",
  severity: "warning",
  text: {
    en: {
      title: "Dates of the document out of order",
      message: inEnglish,
      why: "A document cannot rest on what came after it, nor be changed before it was issued.",
      fix: "Correct the date.",
    },
    zhHans: {
      title: "文件日期先后有误",
      message: inChinese,
      why: "文件不能以其后才有的资料为依据，也不能在印发之前调整。",
      fix: "更正日期。",
    },
  },
  check({ plan, report }) {
    for (const { item, fault, when, day, other, place } of faultsOf(plan)) {
      const args = { id: item?.id.value ?? "", day: isoDay(day), other: isoDay(other), fault };
      const severity =
        fault === "issued-late" || fault === "baseline" || fault === "source" ? "info" : "warning";
      const related = [{ span: place, note: { en: "the other date", zhHans: "另一日期" } }];
      report(when.span, args, { on: item, severity, related });
    }
  },
});

function inEnglish({ id, day, other, fault }: Args): string {
  switch (fault) {
    case "issued-late":
      return `the plan is dated ${day}, after its period began on ${other}: what held in between?`;
    case "issued-after":
      return `the plan is dated ${day}, after its period ended on ${other}`;
    case "source":
      return `source ${id} is dated ${day}, after the plan itself, ${other}`;
    case "evidence":
      return `${id}: its evidence is dated ${day}, after the plan itself, ${other}`;
    case "revision":
      return `the revision is dated ${day}, before the plan itself, ${other}`;
    case "baseline":
      return `${id}: the baseline is dated ${day}, after the plan began on ${other}: is it a baseline, or a first result?`;
  }
}

function inChinese({ id, day, other, fault }: Args): string {
  switch (fault) {
    case "issued-late":
      return `成文日期 ${day} 晚于实施期限起始时间 ${other}，其间按什么执行未写明`;
    case "issued-after":
      return `成文日期 ${day} 晚于实施期限截止时间 ${other}`;
    case "source":
      return `来源“${id}”的日期 ${day} 晚于成文日期 ${other}`;
    case "evidence":
      return `问题“${id}”所举例证的时间 ${day} 晚于成文日期 ${other}`;
    case "revision":
      return `调整日期 ${day} 早于成文日期 ${other}`;
    case "baseline":
      return `“${id}”的基期时间 ${day} 晚于实施期限起始时间 ${other}，是基期值还是首期实际值未写明`;
  }
}

interface Found {
  readonly item: Item | null;
  readonly fault: Fault;
  readonly when: Given<When>;
  readonly day: Day;
  readonly other: Day;
  readonly place: Span;
}

function faultsOf(plan: Plan): readonly Found[] {
  const found: Found[] = [];
  const issued = plan.issuer?.date ?? null;
  const issue = statedPeriod(issued);
  const { period } = plan;
  const [start, end] = [period?.start ?? null, period?.end ?? null];
  if (issued !== null && issue?.start != null && period !== null) {
    const base = { item: null, when: issued, day: issue.start, place: period.span };
    if (end !== null && issue.start > end.value)
      found.push({ ...base, fault: "issued-after", other: end.value });
    else if (start !== null && issue.start > start.value + lateDays)
      found.push({ ...base, fault: "issued-late", other: start.value });
  }
  if (issued !== null && issue?.end != null) {
    const signed = issue.end;
    const later = (item: Item, fault: Fault, when: Given<When> | null): void => {
      const day = statedPeriod(when)?.start ?? null;
      if (when !== null && day !== null && day > signed)
        found.push({ item, fault, when, day, other: signed, place: issued.span });
    };
    for (const source of plan.sources) later(source, "source", source.date);
    for (const problem of plan.problems)
      for (const { at } of problem.evidence) later(problem, "evidence", at);
    for (const { date } of plan.revisions) {
      const day = statedPeriod(date)?.end ?? null;
      if (date !== null && day !== null && issue.start !== null && day < issue.start)
        found.push({
          item: null,
          fault: "revision",
          when: date,
          day,
          other: issue.start,
          place: issued.span,
        });
    }
  }
  if (start !== null && period !== null) {
    for (const indicator of plan.indicators) {
      for (const { is } of indicator.baseline) {
        const { at } = is.value;
        const day = statedPeriod(at)?.start ?? null;
        if (at !== null && day !== null && day > start.value)
          found.push({
            item: indicator,
            fault: "baseline",
            when: at,
            day,
            other: start.value,
            place: period.span,
          });
      }
    }
  }
  return found;
}

/** A plan is often signed some weeks after the year has begun. */
const lateDays = 92;
