/**
 * Why a status stands beside a value that seems to say something else: a target reached after its day stays missed, one
 * miss keeps an indicator off track, a bound is judged by whole periods, no value counts for a date that it came after.
 * Source: ENGINE.md sections 1, 4 and 5.
 */
import type { Localized } from "../diagnostics/diagnostic.ts";
import { meets } from "../plan/compare.ts";
import type { Day } from "../plan/time.ts";
import {
  type IndicatorRow,
  type JudgedTarget,
  missingPeriods,
  partialRollUp,
  type Status,
} from "./results.ts";

export type StatusNote =
  /** The governing target was reached after its day; `state` where it is one to be done. */
  | { readonly kind: "reached-late"; readonly on: Day; readonly state: boolean }
  /** A target that was due was missed: no better than off track. */
  | { readonly kind: "missed-before"; readonly missed: JudgedTarget }
  /** A bound: the latest value belongs to a period that still runs. */
  | { readonly kind: "last-period"; readonly on: Day | null }
  /** A bound that has ended: kept at the end, but not in every period. */
  | { readonly kind: "broken-before"; readonly held: number; readonly periods: number }
  /** A sum that must stay below its limit. */
  | { readonly kind: "limit" }
  /** The first value came after the due date. */
  | { readonly kind: "too-late"; readonly due: Day; readonly first: Day }
  | { readonly kind: "gaps" }
  /** A sum that is still too short to be judged. */
  | { readonly kind: "so-far" }
  /** The values end before what is judged begins. */
  | { readonly kind: "silent-since"; readonly on: Day }
  /** Judged by the share of the target alone. */
  | { readonly kind: "no-path"; readonly lacks: "baseline" | "date" }
  /** Rolled up from some entities only. */
  | { readonly kind: "partial"; readonly counted: number; readonly of: number }
  /** A sum in which periods are missing. */
  | { readonly kind: "periods-missing"; readonly periods: number; readonly entities: number }
  /** `zones`: the value is worse than the baseline, and the ratio is shown as 0. */
  | { readonly kind: "floored" };

const bad: ReadonlySet<Status> = new Set(["at-risk", "off-track", "worsening"]);

/** The note that belongs to a status; null where value and target explain it. */
export function statusNote(row: IndicatorRow): StatusNote | null {
  const { basis, coverage } = row;
  return (
    ownNote(row) ??
    (isFloored(row) ? { kind: "floored" } : null) ??
    (basis === partialRollUp && coverage !== null
      ? { kind: "partial", counted: coverage.counted, of: coverage.of }
      : null) ??
    (basis === missingPeriods ? gapNote(row) : null)
  );
}

function gapNote({ gaps }: IndicatorRow): StatusNote {
  const starts = new Set(gaps.flatMap(({ periods }) => periods.map(({ start }) => start)));
  const entities = gaps.filter(({ entity }) => entity !== null).length;
  return { kind: "periods-missing", periods: starts.size, entities };
}

/** The ratio of `zones` stops at 0 where the way made is a way back (ENGINE.md section 6). */
function isFloored({ method, figures }: IndicatorRow): boolean {
  const [ratio, attained] = [figures.ratio.value, figures.attained.value];
  return method === "zones" && ratio?.eq(0) === true && attained?.lt(0) === true;
}

function ownNote(row: IndicatorRow): StatusNote | null {
  const { status, decision, basis, targets } = row;
  if (decision.step === "entities") return null;
  const governing = targets.find((judged) => judged.governing);
  if (status === "no-data") return silence(row);
  if (decision.step === "so-far") return { kind: "so-far" };
  if (status === "missed") return governing === undefined ? null : lateNote(governing, row);
  if (decision.step === "missed-target") {
    const missed = latestMissed(targets);
    return missed === null ? null : { kind: "missed-before", missed };
  }
  if (!bad.has(status)) return null;
  if (basis === "of-target")
    return { kind: "no-path", lacks: row.figures.baseline.value === null ? "baseline" : "date" };
  if (governing === undefined || !isMet(governing, row)) return null;
  if (decision.step === "hold") return { kind: "last-period", on: governing.judgedBy?.on ?? null };
  return decision.step === "method" ? { kind: "limit" } : null;
}

function lateNote(governing: JudgedTarget, row: IndicatorRow): StatusNote | null {
  const { target, reachedLateOn } = governing;
  if (reachedLateOn !== null)
    return { kind: "reached-late", on: reachedLateOn, state: target.kind === "done" };
  const { held, periods } = row;
  if (target.kind !== "hold" || held === null || periods === null || !isMet(governing, row)) return null;
  return { kind: "broken-before", held, periods };
}

function silence({ decision, targetOn, firstObservedOn, observedOn }: IndicatorRow): StatusNote | null {
  if (decision.step === "unreported") return { kind: "gaps" };
  if (targetOn !== null && firstObservedOn !== null && firstObservedOn > targetOn)
    return { kind: "too-late", due: targetOn, first: firstObservedOn };
  return observedOn === null ? null : { kind: "silent-since", on: observedOn };
}

/** Whether the value that is shown satisfies the governing target: nothing is needed then, whatever the formula gives. */
export function meetsGoverning(row: IndicatorRow): boolean {
  const governing = row.targets.find((judged) => judged.governing);
  return governing !== undefined && isMet(governing, row);
}

/** Whether the value that is shown satisfies a target. */
function isMet({ level, upper, relation }: JudgedTarget, { figures }: IndicatorRow): boolean {
  const { value } = figures.value;
  return value !== null && level !== null && meets(value, relation, level, upper);
}

/** Of several missed targets the one with the last date. */
export function latestMissed(targets: readonly JudgedTarget[]): JudgedTarget | null {
  return targets.reduce<JudgedTarget | null>((found, judged) => {
    if (judged.status !== "missed") return found;
    const isLater = found === null || (judged.dueOn ?? 0) > (found.dueOn ?? 0);
    return isLater ? judged : found;
  }, null);
}

/** A target as the plan writes it: `≥60%`; a state to be done in words. */
export function writtenTarget({ target, shown }: JudgedTarget): Localized {
  if (target.kind === "done") return { en: "done", zhHans: "完成" };
  const text = target.quantity?.value.text ?? shown ?? target.stated.value;
  return { en: text, zhHans: text };
}

/** The note in words; `print` gives a day, `told` a target as the reader is used to them. */
export function noteWords(
  note: StatusNote,
  print: (day: Day) => string,
  told: (judged: JudgedTarget) => Localized = writtenTarget,
): Localized {
  const zh = (day: Day): string => spaced(print(day));
  switch (note.kind) {
    case "reached-late":
      return reachedLateWords(note.on, note.state, print);
    case "missed-before":
      return missedBeforeWords(note.missed, print, told);
    case "last-period":
      return {
        en: `judged by the last completed period${note.on === null ? "" : ` (${print(note.on)})`}; the period of the latest value still runs`,
        zhHans: `按最近一个完整报告期${note.on === null ? "" : `（${print(note.on)}）`}评定，最新实际值所属报告期尚未结束`,
      };
    case "broken-before":
      return {
        en: `kept in ${note.held} of ${note.periods} periods only`,
        zhHans: `${note.periods}期中仅${note.held}期达标`,
      };
    case "limit":
      return {
        en: "a limit on the sum: judged by how fast it is used up",
        zhHans: "累计控制上限，按使用进度评定",
      };
    case "too-late":
      return {
        en: `no data by ${print(note.due)}; the first is dated ${print(note.first)}`,
        zhHans: `截至${zh(note.due)}没有实际值，最早一期为${zh(note.first).trimEnd()}`,
      };
    case "gaps":
      return { en: "some periods were never reported", zhHans: "有报告期从未报送" };
    case "floored":
      return {
        en: "worse than the baseline: the ratio is shown as 0",
        zhHans: "差于基期值，比率按 0 显示",
      };
    case "partial":
      return {
        en: `from ${note.counted} of ${note.of} entities only`,
        zhHans: `仅按${note.of}个实施单位中的${note.counted}个汇总`,
      };
    case "periods-missing":
      return {
        en: `the sum lacks ${note.periods === 1 ? "a period" : `${note.periods} periods`}${note.entities === 0 ? "" : ` of ${note.entities === 1 ? "an entity" : `${note.entities} entities`}`}`,
        zhHans: `累计数缺${note.entities === 0 ? "" : `${note.entities}个实施单位`}${note.periods}个报告期的数据`,
      };
    case "so-far":
      return {
        en: "sum so far: judged once a span as long as the baseline's is complete",
        zhHans: "为截至目前的累计数，待满与基期等长的一期后评定",
      };
    case "silent-since":
      return { en: `no data since ${print(note.on)}`, zhHans: `${zh(note.on).trimStart()}之后未再报送` };
    case "no-path":
      return note.lacks === "baseline"
        ? { en: "no baseline: judged by the share of the target", zhHans: "无基期值，按完成率评定" }
        : { en: "no due date: judged by the share of the target", zhHans: "未定完成时限，按完成率评定" };
  }
}

/** `reached late on 2025-06-30`; of a state to be done `done late on …`. */
export function reachedLateWords(on: Day, state: boolean, print: (day: Day) => string): Localized {
  return {
    en: `${state ? "done" : "reached"} late on ${print(on)}`,
    zhHans: `逾期于${spaced(print(on))}${state ? "完成" : "达到"}`,
  };
}

function missedBeforeWords(
  missed: JudgedTarget,
  print: (day: Day) => string,
  told: (judged: JudgedTarget) => Localized,
): Localized {
  const { dueOn, reachedLateOn, target } = missed;
  const text = told(missed);
  const late = reachedLateOn === null ? null : reachedLateWords(reachedLateOn, target.kind === "done", print);
  const of = dueOn === null ? "" : ` of ${print(dueOn)}`;
  const due = dueOn === null ? "" : `${spaced(print(dueOn)).trimStart()}到期的`;
  return {
    en: `no better than off track: ${text.en}${of} was missed${late === null ? "" : ` (${late.en})`}`,
    zhHans: `${due}目标值“${text.zhHans}”未达标${late === null ? "" : `（${late.zhHans}）`}，评定结果不高于“严重滞后”`,
  };
}

/** Dates in figures are set off from Chinese characters; those in Chinese are not. */
function spaced(day: string): string {
  return /^\d{4}-/.test(day) ? ` ${day} ` : day;
}
