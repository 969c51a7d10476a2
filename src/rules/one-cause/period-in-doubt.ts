/**
 * One cause, one finding, where the plan's own period is the slip: what is held against it, or counted in months from it,
 * goes wrong in many places. Two witnesses are needed against a stated period: the words of the title with a phase that
 * ends as they say, or dates of several items.
 */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { type Levels, withoutOff } from "../../diagnostics/levels.ts";
import type { Plan } from "../../plan/plan.ts";
import { isWithin, type Span, spanText } from "../../text/source.ts";

/** So many dates outside the period speak against the period, and not against the dates. */
export const mostOutside = 3;

const outside = "time/outside-period";
const byWords = "time/words-against-dates";

/** What the rules found without what only follows from a period that others contradict; what contradicts it stays. */
export function withoutPeriodEchoes(
  plan: Plan,
  read: readonly Diagnostic[],
  ruled: readonly Diagnostic[],
  levels: Levels,
): readonly Diagnostic[] {
  const { period } = plan;
  if (period === null && withoutOff(read, levels).some(isMisshapen))
    return ruled.filter(({ code }) => !code.startsWith("status/") && code !== "time/unresolved");
  if (period === null) return ruled;
  const resting = withoutOff(ruled, levels).filter((finding) => restsOn(period.span, finding));
  const words = resting.find(({ code }) => code === byWords);
  const dates = resting.filter(({ code, args }) => code === outside && args.yearEnd === null);
  const isAgainstWords = words !== undefined && resting.some((finding) => agrees(words, finding));
  if (!isAgainstWords && dates.length <= mostOutside) return ruled;
  const witness = isAgainstWords ? byWords : outside;
  return ruled.filter(
    (finding) => finding.code === witness || !(restsOn(period.span, finding) || isCountedInMonths(finding)),
  );
}

/** The period is stated in a form that says no days. */
function isMisshapen({ code, args }: Diagnostic): boolean {
  return code === "schema/type" && args.key === "period";
}

/** Where the period is reversed or cannot be read, no date leads anywhere, nor what was known at its start. */
export function hangsOnPeriod(period: Span, finding: Diagnostic): boolean {
  if (finding.span !== null && isWithin(finding.span, period)) return false;
  const { code } = finding;
  return code.startsWith("time/") || counted.has(code) || restsOn(period, finding);
}

/** What is known at the start, or stands in an order of days. */
const counted: ReadonlySet<string> = new Set(["target/already-met", "pilot/stage-order"]);

function restsOn(period: Span, { related }: Diagnostic): boolean {
  return related.some(({ span }) => isWithin(span, period));
}

/** A second witness: a phase that ends where the words let the plan end, or a date that lies within them. */
function agrees(words: Diagnostic, { code, args }: Diagnostic): boolean {
  const years = String(words.args.words).match(/\d{4}/g) ?? [];
  const [from, to] = [years[0], years.at(-1)];
  if (from === undefined || to === undefined || words.args.fault !== "span") return false;
  if (code === "time/phase-gap") return args.before === null;
  const year = String(args.day).slice(0, 4);
  return code === outside && year >= from && year <= to;
}

const monthOfPlan = /\bM\d/;

/** A date that is counted in months from the start of the plan. */
function isCountedInMonths({ code, span, related }: Diagnostic): boolean {
  if (!code.startsWith("time/")) return false;
  const places = [span, ...related.slice(0, 5).map((one) => one.span)];
  return places.some(
    (place) => place !== null && place.end - place.start < 40 && monthOfPlan.test(spanText(place)),
  );
}
