/** The status of a row: the ordered steps of ENGINE.md section 5, first hit wins, and the cap of section 1. */
import { nextPeriod, periodContaining } from "../plan/days.ts";
import { periodAsked } from "../plan/rhythm.ts";
import type { Day } from "../plan/time.ts";
import type { Step } from "./decision.ts";
import { firstWholePeriod } from "./hold.ts";
import { judgeHeld, type TargetJudgement } from "./judge-target.ts";
import type { Method, Verdict } from "./methods/method.ts";
import { isAimless, meetsGoal, type Position } from "./position.ts";
import type { LevelTarget, ResolvedTarget } from "./resolved-target.ts";
import { type Status, statuses } from "./results.ts";
import { whyUnusable } from "./unusable.ts";

/** What decided, and how. */
export interface StatusResult {
  readonly step: Step;
  readonly status: Status;
  readonly reason: string | null;
  readonly basis: string | null;
}

/** What the method was able to say: its verdict, or why it was not asked. */
export type MethodAnswer =
  | { readonly verdict: Verdict; readonly method: Method }
  | { readonly unavailable: string; readonly method: Method | null };

export type Judgements = ReadonlyMap<ResolvedTarget, TargetJudgement>;

/** Decides the status of a row. */
export function decideStatus(position: Position, judgements: Judgements, answer: MethodAnswer): StatusResult {
  const result = firstHit(position, judgements, answer);
  const missed = !judgesPeriods(answer) && [...judgements.values()].some((j) => j.status === "missed");
  return missed && isBetterThan(result.status, "off-track")
    ? { ...result, step: "missed-target", status: "off-track" }
    : result;
}

function judgesPeriods(answer: MethodAnswer): boolean {
  return answer.method?.judgesPeriods === true;
}

/** The method judges the periods that are over, also while the one that runs has no value. */
function speaksOfPeriods(answer: MethodAnswer): boolean {
  return judgesPeriods(answer) || ("verdict" in answer && answer.verdict.ratio !== null);
}

/**
 * A method that needs no target, where the plan sets none with a level, or none whose level can be had without a
 * baseline. Where the plan contradicts itself nothing is passed over.
 */
function worksWithoutTarget(position: Position, answer: MethodAnswer): boolean {
  const unlevelled = isAimless(position) || position.governing.reason === "no-baseline";
  return answer.method?.needs.includes("target") === false && unlevelled;
}

/** The same where the value is only a part of the whole: what a judgement would say of it is not known. */
export function withoutVerdict(result: StatusResult): StatusResult {
  return statuses.indexOf(result.status) <= statuses.indexOf("missed")
    ? hit("partial-sum", "not-computable", "partial-sum")
    : result;
}

/** True when a status stands before another on the ordered scale; what stands apart is never better. */
function isBetterThan(status: Status, other: Status): boolean {
  return statuses.indexOf(status) < statuses.indexOf(other);
}

function hit(
  step: Step,
  status: Status,
  reason: string | null = null,
  basis: string | null = null,
): StatusResult {
  return { step, status, reason, basis };
}

function firstHit(position: Position, judgements: Judgements, answer: MethodAnswer): StatusResult {
  const { evidence, governing, goal } = position;
  if (evidence.terms.indicator.role?.value === "context") return hit("context", "not-computable", "context");
  const unusable = whyUnusable(position, answer);
  if (unusable !== null) return hit("unreadable", "not-computable", unusable);
  if (governing.target === null && !worksWithoutTarget(position, answer))
    return withoutGoal(position, judgements);
  if (position.contradicted) return hit("contradicted", "not-computable", "direction-contradicted");
  if (goal?.relationUnknown === true) return hit("no-target", "not-computable", "no-direction");
  const open = whenUnsettled(position, judgements);
  if (open !== null) return open;
  const silent = whenSilent(position, speaksOfPeriods(answer));
  if (silent !== null) return silent;
  if ("unavailable" in answer) return hit("unknown-method", "not-computable", answer.unavailable);
  if (governing.target === null) return whenStale(position) ?? byMethod(position, answer.verdict);
  if (goal === null) return byWord(governing.target, judgements, position);
  if (position.holds) return byHold(goal, position, judgements);
  if (judgesPeriods(answer) && goal.role === "total")
    return whenStale(position) ?? verdictHit(answer.verdict);
  return atDueDate(goal, judgements) ?? whenStale(position) ?? byValue(goal, position, answer.verdict);
}

/** Nothing has a level: what the targets themselves say counts; without any there is nothing to judge. */
function withoutGoal({ governing }: Position, judgements: Judgements): StatusResult {
  const reason = governing.reason ?? "no-target";
  const own = [...judgements]
    .filter(([target]) => target.role === "versus" || target.role === "trend")
    .map(([, judgement]) => judgement.status as Status);
  const worst = worstOf(own);
  return worst === null || worst === "not-computable"
    ? hit("no-target", "not-computable", reason)
    : hit("own", worst, reason);
}

/** The newest values cannot be used: those before them are not judged in their place, but a date that had passed by then stands. */
function whenUnsettled({ unsettled, governing }: Position, judgements: Judgements): StatusResult | null {
  if (unsettled === null || wasDecided(governing.target, unsettled.on, judgements)) return null;
  return hit("unsettled", "not-computable", unsettled.reason);
}

/** True where a target's date had passed before a day, and what was seen by then says whether it was met. */
function wasDecided(target: ResolvedTarget | null, before: Day, judgements: Judgements): boolean {
  if (target === null || target.dueOn === null || target.dueOn >= before) return false;
  return decided.has(ownStatus(target, judgements));
}

const decided: ReadonlySet<unknown> = new Set(["met", "missed", "achieved"]);

/** What a target's own judgement says; every target has one. */
function ownStatus(target: ResolvedTarget, judgements: Judgements): TargetJudgement["status"] | undefined {
  return judgements.get(target)?.status;
}

/** Step 2: no observation. Where all periods are judged, one of any of them breaks the silence. */
function whenSilent(position: Position, ofAllPeriods: boolean): StatusResult | null {
  const { evidence, governing, first: seen, holds } = position;
  const worded = position.goal === null && governing.target !== null;
  const anyPeriod = (holds || ofAllPeriods) && evidence.readings.length > 0;
  if (worded ? evidence.words.length > 0 : seen !== null || anyPeriod) return null;
  const first = Math.max(firstValueDue(position, governing.target), firstWindowDue(position));
  if (evidence.asOf > first) return hit("no-data", "no-data");
  return hit(position.soFar === null ? "not-due" : "so-far", "not-due");
}

/**
 * The day after which silence is a fault: end of the first reporting period or first due date, and the report lag. Never
 * where no date and no rhythm asks for a value; always where a rhythm does and nothing says since when.
 */
function firstValueDue(position: Position, governing: ResolvedTarget | null): Day {
  const { terms } = position.evidence;
  const asking = position.targets.filter((t) => t.role !== "versus" && t.role !== "trend");
  const rhythm = (governing?.role === "hold" ? periodAsked(governing.target.every) : null) ?? terms.frequency;
  const begin = rhythm === null ? null : firstBegin(position, asking, governing);
  if (rhythm !== null && begin === null) return Number.NEGATIVE_INFINITY;
  // A bound asks for whole periods; of a level the value at the end of a year that has begun before says as much as any.
  const firstPeriod = governing?.role === "hold" ? firstWholePeriod : periodContaining;
  const period = rhythm === null || begin === null ? [] : [firstPeriod(begin, rhythm).end];
  const dues = asking.flatMap((t) => (t.dueOn === null ? [] : [t.dueOn]));
  return earliest([...dues, ...period]) + terms.reportWithinDays;
}

/** The first day that any target looks at: one that begins later asks for no value before. */
function firstBegin(
  { evidence, startOn }: Position,
  asking: readonly ResolvedTarget[],
  governing: ResolvedTarget | null,
): Day | null {
  const ordinary = firstDayOf(evidence.terms.planStart, startOn);
  const begins = asking.flatMap((t) => {
    const ownSpan =
      hasOwnBegin(t) || (t === governing && (t.role === "hold" || t.measure === "sum")) ? t.from : null;
    return ownSpan ?? ordinary ?? [];
  });
  return begins.length === 0 ? ordinary : earliest(begins);
}

/** Not by a call with all of them: it takes no more arguments than fit its stack. */
function earliest(days: readonly Day[]): Day {
  return days.reduce((first, day) => Math.min(first, day), Number.POSITIVE_INFINITY);
}

function hasOwnBegin({ target }: ResolvedTarget): boolean {
  return target.from !== null || target.over !== null;
}

/** The day after which amounts that are reported should fill the first window; never waited for without amounts. */
function firstWindowDue({ goal, evidence }: Position): Day {
  const window = goal?.window ?? null;
  if (goal === null || window === null || goal.from === null || evidence.readings.length === 0)
    return Number.NEGATIVE_INFINITY;
  return goal.from + window.end - window.start + evidence.terms.reportWithinDays;
}

/** Nothing is reported under a plan before it begins, however old its baseline is. */
function firstDayOf(planStart: Day | null, startOn: Day | null): Day | null {
  if (startOn === null) return planStart;
  return planStart === null ? startOn + 1 : Math.max(startOn + 1, planStart);
}

/** Step 3: the due date has passed. */
function atDueDate(goal: LevelTarget, judgements: Judgements): StatusResult | null {
  const judged = ownStatus(goal, judgements);
  if (judged === "met") return hit("due", "achieved");
  if (judged === "missed") return hit("due", "missed");
  return judged === "no-data" ? hit("no-data", "no-data") : null;
}

/** Step 4: the last value is older than its period's successor plus the report lag. */
export function whenStale({ evidence }: Position): StatusResult | null {
  const { terms, asOf, readings, words } = evidence;
  const last = readings.at(-1) ?? words.at(-1);
  if (terms.frequency === null || last === undefined) return null;
  const successor = nextPeriod(periodContaining(last.on, terms.frequency), terms.frequency);
  return asOf > successor.end + terms.reportWithinDays ? hit("stale", "stale") : null;
}

/** Steps 5 to 7. */
function byValue(goal: LevelTarget, position: Position, verdict: Verdict): StatusResult {
  const { latest, isCap } = position;
  if (latest === null) return verdict.ratio === null ? hit("no-data", "no-data") : verdictHit(verdict);
  const meets = meetsGoal(latest, goal);
  if (meets && !isCap) return hit("meets-target", "achieved");
  if (!meets && isCap) return hit("above-cap", "off-track");
  return byMethod(position, verdict);
}

/** Steps 6 and 7. */
function byMethod({ latest, start, sign, isCap }: Position, verdict: Verdict): StatusResult {
  const lost = latest !== null && start !== null && latest.value.minus(start.value).times(sign).lt(0);
  return lost && !isCap ? hit("worsening", "worsening") : verdictHit(verdict);
}

function verdictHit(verdict: Verdict): StatusResult {
  const step = verdict.basis === "of-target" ? "of-target" : "method";
  return verdict.status === null
    ? hit(step, "not-computable", verdict.reason, verdict.basis)
    : hit(step, verdict.status, null, verdict.basis);
}

/** A bound: judged by all periods at its end, else stale, else by the last completed period. */
function byHold(goal: LevelTarget, position: Position, judgements: Judgements): StatusResult {
  const judged = goal.role === "hold" ? judgements.get(goal) : judgeHeld(asBound(goal), position.evidence);
  const status = (judged?.status ?? "not-computable") as Status;
  if (status === "achieved" || status === "missed") return hit("due", status);
  // Nothing else leaves a bound without a judgement here.
  if (status === "not-computable") return hit("partial-sum", status, "partial-sum");
  if (status === "no-data" && judged?.hold?.last != null) return hit("unreported", status);
  return whenStale(position) ?? hit(status === "not-due" || status === "no-data" ? status : "hold", status);
}

/** A level that equals the baseline is to be kept from the day after it. */
export function asBound(goal: LevelTarget): LevelTarget {
  return { ...goal, from: goal.start?.on === null || goal.start === null ? goal.from : goal.start.on + 1 };
}

/** `done` and `grade`: reached or not; before its date one that is not reached is not due. */
function byWord(target: ResolvedTarget, judgements: Judgements, position: Position): StatusResult {
  const judged = ownStatus(target, judgements);
  const dueReached = target.dueOn !== null && position.evidence.asOf >= target.dueOn;
  if (judged === "met") return hit(dueReached ? "due" : "meets-target", "achieved");
  if (judged === "missed") return hit("due", "missed");
  if (judged === "no-data") return hit("no-data", "no-data");
  return whenStale(position) ?? hit("not-due", "not-due");
}

/**
 * The worst of several: judged ones decide while there are any; else the gravest of the rest. Null for none.
 * Source: ENGINE.md section 7; what was not judged is never green.
 */
export function worstOf(all: readonly Status[]): Status | null {
  const judged = all.filter((status) => statuses.indexOf(status) <= statuses.indexOf("missed"));
  if (judged.length > 0) return judged.reduce((worst, s) => (isBetterThan(worst, s) ? s : worst));
  return gravest.find((status) => all.includes(status)) ?? null;
}

const gravest: readonly Status[] = ["no-data", "stale", "not-computable", "not-due"];
