/**
 * What the rules on an indicator's status share: which rows they look at, how grave a status is, what belongs to the
 * finding; `standing-words.ts` puts it in words. Not a rule.
 */
import type Big from "big.js";
import type { RelatedPlace, Severity } from "../../diagnostics/diagnostic.ts";
import type { IndicatorRow, JudgedTarget, Status } from "../../indicators/results.ts";
import { latestMissed, statusNote, writtenTarget } from "../../indicators/status-note.ts";
import { isoDay } from "../../plan/days.ts";
import { compareDecimals, formatDecimal, parseDecimal } from "../../plan/decimal.ts";
import { rhythmWords } from "../../plan/rhythm.ts";
import type { Day } from "../../plan/time.ts";
import type { StatusRule, StatusRuleInput } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { decidingRow } from "./deciding-row.ts";
import { neverAsGood, standsByEasiest } from "./hangs-on.ts";
import { isToldByTwin, twinPlaces, twinRows } from "./same-series.ts";

/** What a message on an indicator's status says. Empty texts and nulls where there is nothing to say. */
export type StandingArgs = {
  readonly id: string;
  readonly name: string;
  readonly value: string | null;
  readonly on: string | null;
  readonly target: string | null;
  readonly targetOn: string | null;
  /** How often a bound is to be kept, in both languages; null for a target with a date. */
  readonly kept: string | null;
  readonly keptName: string | null;
  /** Value that should have been reached by then. */
  readonly expected: string | null;
  /** Whether the value is worse than that: a method that asks something else may warn of a value that is not. */
  readonly isBehind: boolean;
  readonly unit: string;
  /** Whether the target, where it is a state to reach (`done`), is reached by its date; null for any other target. */
  readonly done: boolean | null;
  /** A target on the way that was missed: as written (in both languages), its date, the value it was judged by. */
  readonly missed: string | null;
  readonly missedName: string | null;
  readonly missedOn: string | null;
  readonly missedAt: string | null;
  /** Day on which it was reached after all. */
  readonly missedLateOn: string | null;
  /** The same of the governing target, where the indicator itself is missed. */
  readonly lateOn: string | null;
  /** Share of the target reached, in percent, where the status follows from it for want of a path. */
  readonly ofTarget: string | null;
  /** Why it follows from it. */
  readonly lacks: "baseline" | "date" | null;
  /** The latest value and its day, where a bound is judged by an earlier one of a completed period. */
  readonly latest: string | null;
  readonly latestOn: string | null;
  /** Periods in which a bound was kept that was broken although its last value keeps it; of how many. */
  readonly held: number | null;
  readonly periods: number | null;
  /** The worst entity, where the plan has no value of its own and the figures are that entity's: id, name. */
  readonly entity: string | null;
  readonly entityName: string;
};

/** The same with what is to be known where the plan itself is in doubt. */
export type DoubtfulArgs = StandingArgs & {
  /** By the easier of two targets for one date it would stand better. */
  readonly asksWhich: boolean;
  /** No value was ever as good as the target, and none was better than the latest. */
  readonly neverAsGood: boolean;
};

/** Where a row's entities and their names are found. */
export type Ground = Pick<StatusRuleInput, "results" | "plan">;

type Report = Parameters<StatusRule<DoubtfulArgs>["check"]>[0]["report"];

/**
 * The rows of whole indicators with a status; rows of single entities belong to the report. One that is judged by the
 * series of another name (`same-as`) is told there.
 */
export function rowsOf(ground: Ground, status: Status): readonly IndicatorRow[] {
  return ground.results.rows.filter(
    (row) => row.entity === null && row.status === status && !isToldByTwin(row, ground),
  );
}

/**
 * Reports the rows of whole indicators with a status. `graded`: as an error only where something that binds is concerned
 * (`severityOf`); else with the rule's own severity. `isNote`: of which rows nothing hangs on the finding yet.
 */
export function reportRows(
  input: StatusRuleInput & { readonly report: Report },
  status: Status,
  {
    graded,
    only,
    isNote,
  }: {
    readonly graded: boolean;
    readonly only?: (row: IndicatorRow) => boolean;
    readonly isNote?: (row: IndicatorRow, asOf: Day) => boolean;
  },
): void {
  for (const row of rowsOf(input, status)) {
    if (only?.(row) === false) continue;
    const doubts = { asksWhich: standsByEasiest(row, input), neverAsGood: neverAsGood(row) };
    input.report(
      row.indicator.id.span,
      { ...argsOf(row, input), ...doubts },
      {
        ...(graded ? { severity: severityOf(row, input) } : {}),
        ...(isNote?.(row, input.results.asOf) === true ? { severity: "info" } : {}),
        related: placesOf(row, input),
        on: row.indicator,
      },
    );
  }
}

const failing: ReadonlySet<Status> = new Set(["missed", "worsening", "off-track"]);

/** What binds fails the check, under whichever name; what is anticipated, or not said to bind, warns. */
export function severityOf(row: IndicatorRow, ground: Ground): Severity {
  const spokenFor = [row, ...twinRows(row, ground)].filter(({ status }) => failing.has(status));
  return spokenFor.some(({ indicator }) => indicator.attribute?.value === "binding") ? "error" : "warning";
}

/** The governing target, missed targets, the latest value, and other names of the same series. */
export function placesOf(whole: IndicatorRow, ground: Ground): readonly RelatedPlace[] {
  const row = decidingRow(whole, ground.results);
  const places: RelatedPlace[] = [];
  for (const judged of row.targets) {
    if (judged.governing)
      places.push(placeOf(judged, { en: "the target it is judged by", zhHans: "评定所依目标值" }));
    else if (judged.status === "missed")
      places.push(placeOf(judged, { en: "missed", zhHans: "未实现的目标值" }));
  }
  const latest = row.series().at(-1);
  if (latest !== undefined)
    places.push({ span: latest.span, note: { en: "the latest value", zhHans: "最新实际值" } });
  places.push(...twinPlaces(whole, ground));
  return places;
}

/** Where a target's value stands. */
export function placeOf({ target }: JudgedTarget, note: RelatedPlace["note"]): RelatedPlace {
  return { span: (target.quantity ?? target.stated).span, note };
}

/** The figures of a row as a message prints them. */
export function argsOf(whole: IndicatorRow, { results, plan }: Ground): StandingArgs {
  const row = decidingRow(whole, results);
  const { indicator, figures } = row;
  const shown = (name: "value" | "target" | "expected"): string | null => {
    const { value } = figures[name];
    if (value === null) return null;
    return name === "expected" ? shortened(value, row, 2) : shortened(value, row);
  };
  const judged = (text: string | null): string | null => {
    const value = text === null ? null : parseDecimal(text);
    if (text === null || value === null) return text;
    // One value is told in one way: what is judged is printed with fewer decimals than the value has.
    const latest = figures.value.value;
    if (latest === null) return shortened(value, row);
    const isLatest = latest
      .minus(value)
      .abs()
      .lt(`1e-${decimalsOf(text)}`);
    return shortened(isLatest ? latest : value, row);
  };
  const governing = row.targets.find((t) => t.governing);
  const missed = latestMissed(row.targets.filter((t) => !t.governing)) ?? undefined;
  const note = statusNote(row);
  const isByPeriod = note?.kind === "last-period";
  const judgedBy = row.status === "missed" || isByPeriod ? (governing?.judgedBy ?? null) : null;
  const on = judgedBy?.on ?? row.observedOn;
  return {
    id: indicator.id.value,
    name: nameOf(indicator),
    value: judged(judgedBy?.value ?? null) ?? shown("value") ?? judged(governing?.judgedBy?.value ?? null),
    on: on === null ? null : isoDay(on),
    target:
      levelText(governing, row) ??
      shown("target") ??
      (governing?.target.kind === "done" ? null : (governing?.shown ?? null)),
    targetOn: row.targetOn === null ? null : isoDay(row.targetOn),
    ...keptOf(governing),
    expected: shown("expected"),
    isBehind: figures.gap.value?.lt(0) ?? false,
    unit: row.unit ?? "",
    done: governing?.target.kind === "done" ? governing.status === "met" : null,
    missed: missed === undefined ? null : writtenTarget(missed).en,
    missedName: missed === undefined ? null : writtenTarget(missed).zhHans,
    missedOn: missed?.dueOn === undefined || missed.dueOn === null ? null : isoDay(missed.dueOn),
    missedAt: missed?.target.kind === "done" ? null : judged(missed?.judgedBy?.value ?? null),
    missedLateOn: dayText(missed?.reachedLateOn ?? null),
    lateOn: row.status === "missed" ? dayText(governing?.reachedLateOn ?? null) : null,
    ofTarget: row.basis === "of-target" ? percentText(row.figures.ofTarget.value) : null,
    lacks: row.basis !== "of-target" ? null : row.figures.baseline.value === null ? "baseline" : "date",
    latest: isByPeriod ? shown("value") : null,
    latestOn: isByPeriod ? dayText(row.observedOn) : null,
    held: note?.kind === "broken-before" ? note.held : null,
    periods: note?.kind === "broken-before" ? note.periods : null,
    entity: row.entity,
    entityName:
      row.entity === null
        ? ""
        : (plan.entities.find(({ id }) => id.value === row.entity)?.name?.text ?? row.entity),
  };
}

function decimalsOf(text: string): number {
  return (text.split(".")[1] ?? "").length;
}

/** A bound without a date of its own is kept in every period; the end of the plan is nothing to reach. */
function keptOf(governing: JudgedTarget | undefined): Pick<StandingArgs, "kept" | "keptName"> {
  if (governing?.target.kind !== "hold" || governing.target.by !== null)
    return { kept: null, keptName: null };
  const every = governing.target.every?.value ?? null;
  const words = every === null ? null : rhythmWords(every);
  return { kept: words?.en ?? "in every period", keptName: words?.zhHans ?? "每期" };
}

const signs = { ">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "" } as const;

/** The level that a target asks for, with its relation: `≥85`, `90..100`; null where it asks for none. */
function levelText(judged: JudgedTarget | undefined, row: IndicatorRow): string | null {
  if (judged === undefined || judged.level === null) return null;
  const level = shortened(judged.level, row);
  if (judged.upper !== null) return `${level}..${shortened(judged.upper, row)}`;
  return `${signs[judged.relation]}${level}`;
}

/** A share in percent, rounded down so that what is not whole is never printed as 100%. */
function percentText(share: Big | null): string | null {
  return share === null ? null : `${formatDecimal(share.times(100).round(2, 0))}%`;
}

/**
 * At most four decimals, or as many as are asked for; more only where fewer would put the figure on the other side of a
 * target's level or of the value.
 */
function shortened(value: Big, { targets, figures }: IndicatorRow, decimals = 4): string {
  if (value.c.length - 1 - value.e <= decimals) return formatDecimal(value);
  const levels = [
    // A value or level is on no side of itself.
    ...targets.flatMap(({ level }) => (level === null || level.eq(value) ? [] : [level])),
    ...(figures.value.value === null || figures.value.value.eq(value) ? [] : [figures.value.value]),
  ];
  let places = decimals;
  const order = (one: Big, level: Big): number => Math.sign(compareDecimals(one, level));
  let shown = value.round(places, 2);
  while (places < 20 && levels.some((level) => order(shown, level) !== order(value, level)))
    shown = value.round(++places, 2);
  return formatDecimal(shown);
}

function dayText(day: number | null): string | null {
  return day === null ? null : isoDay(day);
}
