/** Judges every target on its own (ENGINE.md sections 1 and 5): met or missed at its date, held or not over its span. */
import Big from "big.js";
import { meets } from "../plan/compare.ts";
import { periodContaining } from "../plan/days.ts";
import { formatDecimal } from "../plan/decimal.ts";
import { periodAsked } from "../plan/rhythm.ts";
import type { Day } from "../plan/time.ts";
import { type Bound, type HoldResult, judgeHold, reaches } from "./hold.ts";
import { measuredSeries } from "./measure.ts";
import { lastUpTo, type Reading, type SeenWord } from "./readings.ts";
import { hasLevel, type LevelTarget, type ResolvedTarget } from "./resolved-target.ts";
import type { InterimStatus, JudgedTarget, SeenValue, Status } from "./results.ts";
import type { Unsettled } from "./standing-rows.ts";
import { inUnit, type Terms } from "./terms.ts";
import { openSince } from "./unsettled.ts";
import { asksUnknownGrade } from "./unusable.ts";

/** All that is known of an indicator (or of one entity's part in it) on a day. */
export interface Evidence {
  readonly terms: Terms;
  readonly asOf: Day;
  /** Headline values, oldest first. */
  readonly readings: readonly Reading[];
  readonly words: readonly SeenWord[];
  /** Days whose values cannot be used, oldest first. */
  readonly unsettled: readonly Unsettled[];
  /** Values of another indicator, for `versus`. */
  otherReadings(id: string): readonly Reading[];
}

/** What a target's own judgement is made of. */
export interface TargetJudgement {
  readonly status: Status | InterimStatus;
  readonly by: SeenValue | SeenWord | null;
  /** Set for `hold` and `versus`. */
  readonly hold: HoldResult | null;
  /** Day on which a missed target was reached after all; set where the latest value still meets it. */
  readonly lateOn?: Day | null;
}

/** Judges one target on its own. */
export function judgeTarget(target: ResolvedTarget, evidence: Evidence): TargetJudgement {
  switch (target.role) {
    case "reach":
    case "total":
      return judgeReach(target, evidence);
    case "hold":
      return hasLevel(target) ? judgeHeld(target, evidence) : notComputable;
    case "done":
    case "grade":
      return judgeWord(target, evidence);
    case "versus":
      return judgeVersus(target, evidence);
    case "trend":
      return judgeTrend(target, evidence);
  }
}

const notComputable: TargetJudgement = { status: "not-computable", by: null, hold: null };
const notDue: TargetJudgement = { status: "not-due", by: null, hold: null };

/** The judged target as it leaves the engine. */
export function toJudgedTarget(
  target: ResolvedTarget,
  judgement: TargetJudgement,
  governing: boolean,
): JudgedTarget {
  const { by } = judgement;
  return {
    target: target.target,
    level: target.level,
    upper: target.upper,
    relation: target.relation,
    shown: target.shown,
    dueOn: target.dueOn,
    assumed: target.assumed,
    status: judgement.status,
    judgedBy:
      by === null
        ? null
        : { value: "word" in by ? by.word : formatDecimal(by.value), on: by.on, span: by.span },
    reachedLateOn: judgement.lateOn ?? null,
    governing,
  };
}

function judgeReach(target: ResolvedTarget, evidence: Evidence): TargetJudgement {
  const { dueOn } = target;
  if (!hasLevel(target) || target.relationUnknown) return notComputable;
  if (dueOn === null) return target.assumed ? notDue : notComputable;
  const series = measuredSeries(target, evidence.readings, evidence.terms);
  return atDue(dueOn, series, evidence, (v) => meets(v.value, target.relation, target.level, target.upper));
}

/** Met or missed by the last of the values at or before the date, once no earlier value can still come. */
function atDue<V extends SeenValue | SeenWord>(
  dueOn: Day,
  values: readonly V[],
  { asOf, terms, unsettled }: Evidence,
  isMet: (value: V) => boolean,
): TargetJudgement {
  const last = lastUpTo(values, dueOn);
  const settled =
    asOf > dueOn + terms.reportWithinDays || (last !== null && reaches(last, dueOn, terms.frequency));
  if (asOf < dueOn || !settled) return notDue;
  if (openSince(unsettled, last, dueOn) !== null || isPartial(last)) return notComputable;
  if (last === null) return { status: "no-data", by: null, hold: null };
  if (isMet(last)) return { status: "met", by: last, hold: null };
  return { status: "missed", by: last, hold: null, lateOn: lateOn(dueOn, values, isMet) };
}

function isPartial(value: SeenValue | SeenWord | null): boolean {
  return value !== null && "isPartial" in value;
}

/** When a missed target was reached after its date; null where it was not, or was lost again. */
function lateOn<V extends SeenValue | SeenWord>(
  dueOn: Day,
  values: readonly V[],
  isMet: (value: V) => boolean,
): Day | null {
  const latest = values.at(-1);
  if (latest === undefined || latest.on <= dueOn || !isMet(latest)) return null;
  return values.find((value) => value.on > dueOn && isMet(value))?.on ?? null;
}

/** Judges a level as a bound that is kept in every period. */
export function judgeHeld(target: LevelTarget, evidence: Evidence): TargetJudgement {
  if (target.relationUnknown) return notComputable;
  const { terms, asOf, readings } = evidence;
  const all = target.role === "hold" ? readings : measuredSeries(target, readings, terms);
  const lacksParts = isPartial(all.at(-1) ?? null);
  const values = lacksParts ? all.slice(0, -1) : all;
  const hold = judgeHold(boundOf(target, terms), values, asOf, terms.reportWithinDays);
  return { status: lacksParts && hold.last === null ? "not-computable" : hold.status, by: hold.last, hold };
}

/** The bound of a target that holds, or of a level that is to be kept. */
export function boundOf(target: LevelTarget, terms: Terms): Bound {
  const { level, upper, relation, from, dueOn } = target;
  const rhythm = periodAsked(target.target.every) ?? terms.frequency;
  // What is measured against a level is summed up already.
  const adds = terms.kind === "flow" && target.role === "hold";
  return {
    level,
    upper,
    relation,
    from,
    dueOn,
    rhythm,
    adds,
    reported: adds ? terms.frequency : null,
  };
}

function judgeWord(target: ResolvedTarget, evidence: Evidence): TargetJudgement {
  if (asksUnknownGrade(target.target)) return notComputable;
  const { dueOn } = target;
  const latest = evidence.words.at(-1) ?? null;
  if (dueOn === null) {
    if (latest === null) return notDue;
    return { status: meetsWord(target, latest.word) ? "met" : "not-due", by: latest, hold: null };
  }
  const judged = atDue(dueOn, evidence.words, evidence, (w) => meetsWord(target, w.word));
  const early = judged.status === "not-due" && latest !== null && meetsWord(target, latest.word);
  return early ? { status: "met", by: latest, hold: null } : judged;
}

/** `done`: the state is reached; `grade`: the level or a better one (levels stand worst first). */
export function meetsWord(target: ResolvedTarget, word: string): boolean {
  const { grade } = target.target;
  if (grade === null) return word === "true" || word === "done";
  const wanted = grade.levels.indexOf(grade.wanted.value);
  if (wanted < 0) return word === grade.wanted.value;
  return grade.levels.indexOf(word) >= wanted;
}

/** The difference to the other indicator in the same period, held like a bound. */
function judgeVersus(target: ResolvedTarget, evidence: Evidence): TargetJudgement {
  const { versus } = target.target;
  if (versus === null) return notComputable;
  const { terms, asOf } = evidence;
  const rhythm = terms.frequency;
  const key = (r: Reading): Day => (rhythm === null ? r.on : periodContaining(r.on, rhythm).end);
  const others = new Map(evidence.otherReadings(versus.indicator.value).map((r) => [key(r), r.value]));
  const differences = evidence.readings.flatMap((r): SeenValue[] => {
    const other = others.get(key(r));
    return other === undefined ? [] : [{ ...r, value: r.value.minus(other) }];
  });
  const margin = versus.margin === null ? new Big(0) : marginOf(versus.margin.value, terms);
  const { from, dueOn } = target;
  const bound = {
    level: margin,
    upper: null,
    relation: versus.relation,
    from,
    dueOn,
    rhythm,
    adds: false,
    reported: null,
  };
  const hold = judgeHold(bound, differences, asOf, terms.reportWithinDays);
  return { status: hold.status, by: hold.last, hold };
}

function marginOf(margin: Parameters<typeof inUnit>[0], terms: Terms): Big {
  return inUnit(margin, terms.unit) ?? margin.value;
}

/** A direction without figure: the latest value against the baseline, else against the first value. */
function judgeTrend(target: ResolvedTarget, evidence: Evidence): TargetJudgement {
  const wanted = target.target.trend?.value;
  const { readings, terms, asOf } = evidence;
  const { from, dueOn } = target;
  const inside = readings.filter((r) => (from === null || r.on >= from) && (dueOn === null || r.on <= dueOn));
  const first = terms.baseline?.value ?? inside[0]?.value;
  const last = inside.at(-1);
  if (wanted === undefined) return notComputable;
  if (first === undefined || last === undefined || (terms.baseline === null && inside.length < 2)) {
    const over = dueOn !== null && asOf > dueOn + terms.reportWithinDays;
    return { status: over ? "no-data" : "not-due", by: null, hold: null };
  }
  const order = last.value.cmp(first);
  const follows = wanted === "maintain" ? order === 0 : wanted === "increase" ? order > 0 : order < 0;
  const against = wanted !== "maintain" && order !== 0 && !follows;
  const ended =
    dueOn !== null && asOf >= dueOn && (asOf > dueOn + terms.reportWithinDays || last.on === dueOn);
  if (ended) return { status: follows ? "achieved" : "missed", by: last, hold: null };
  return { status: follows ? "on-track" : against ? "worsening" : "off-track", by: last, hold: null };
}
