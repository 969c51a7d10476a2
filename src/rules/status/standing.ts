/**
 * What the rules on an indicator's status share: which rows they look at, how grave a status is, what belongs to the
 * finding. Not a rule.
 */
import type Big from "big.js";
import type { RelatedPlace, Severity } from "../../diagnostics/diagnostic.ts";
import type { IndicatorResults, IndicatorRow, JudgedTarget, Status } from "../../indicators/results.ts";
import { isoDay } from "../../plan/days.ts";
import { formatDecimal, parseDecimal } from "../../plan/decimal.ts";
import type { StatusRuleInput } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";

/** What a message on an indicator's status says. Empty texts and nulls where there is nothing to say. */
export type StandingArgs = {
  readonly id: string;
  readonly name: string;
  readonly value: string | null;
  readonly on: string | null;
  readonly target: string | null;
  readonly targetOn: string | null;
  /** Value that should have been reached by then. */
  readonly expected: string | null;
  readonly unit: string;
  /** The target is a state to reach (`done`), and it is not reached. */
  readonly undone: boolean;
  /** A target on the way that was missed: as written, its date, the value it was judged by. */
  readonly missed: string | null;
  readonly missedOn: string | null;
  readonly missedAt: string | null;
  /** Share of the target reached, in percent, where the status follows from it for want of a path. */
  readonly ofTarget: string | null;
  /** The worst entity, where the plan has no value of its own and the figures are that entity's: id, name. */
  readonly entity: string | null;
  readonly entityName: string;
};

/** Where a row's entities and their names are found. */
export type Ground = Pick<StatusRuleInput, "results" | "plan">;

/** The rows of whole indicators with a status; rows of single entities belong to the report. */
export function rowsOf({ rows }: IndicatorResults, status: Status): readonly IndicatorRow[] {
  return rows.filter((row) => row.entity === null && row.status === status);
}

/** What binds fails the check; what is anticipated, or not said to bind, warns. */
export function severityOf({ indicator }: IndicatorRow): Severity {
  return indicator.attribute?.value === "binding" ? "error" : "warning";
}

/** The governing target, missed targets and the latest value. */
export function placesOf(whole: IndicatorRow, { results }: Pick<Ground, "results">): readonly RelatedPlace[] {
  const row = decidingRow(whole, results);
  const places: RelatedPlace[] = [];
  for (const judged of row.targets) {
    if (judged.governing)
      places.push(placeOf(judged, { en: "the target it is judged by", zhHans: "评定所依目标值" }));
    else if (judged.status === "missed")
      places.push(placeOf(judged, { en: "missed", zhHans: "未实现的目标值" }));
  }
  const latest = row.series.at(-1);
  if (latest !== undefined)
    places.push({ span: latest.span, note: { en: "the latest value", zhHans: "最新实际值" } });
  return places;
}

/** Where a target's value stands. */
export function placeOf({ target }: JudgedTarget, note: RelatedPlace["note"]): RelatedPlace {
  return { span: (target.quantity ?? target.stated).span, note };
}

/** The row whose figures led to the status: the row itself, or its worst entity where it has no value of its own. */
function decidingRow(row: IndicatorRow, { rows }: IndicatorResults): IndicatorRow {
  if (row.decision.step !== "entities") return row;
  const equals = rows.filter(
    (one) => one.entity !== null && one.indicator === row.indicator && one.status === row.status,
  );
  return equals.reduce<IndicatorRow | null>((worst, one) => (isWorse(one, worst) ? one : worst), null) ?? row;
}

/** Of entities of the same status the one further behind. */
function isWorse(one: IndicatorRow, other: IndicatorRow | null): boolean {
  if (other === null) return true;
  for (const name of ["gap", "ofTarget"] as const) {
    const [a, b] = [one.figures[name].value, other.figures[name].value];
    if (a !== null && b !== null) return a.lt(b);
  }
  return false;
}

/** The figures of a row as a message prints them. */
export function argsOf(whole: IndicatorRow, { results, plan }: Ground): StandingArgs {
  const row = decidingRow(whole, results);
  const { indicator, figures } = row;
  const shown = (name: "value" | "target" | "expected"): string | null => {
    const { value } = figures[name];
    return value === null ? null : shortened(value, row);
  };
  const judged = (text: string | null): string | null => {
    const value = text === null ? null : parseDecimal(text);
    return value === null ? text : shortened(value, row);
  };
  const governing = row.targets.find((t) => t.governing);
  const missed = row.targets.find((t) => !t.governing && t.status === "missed");
  const judgedBy = row.status === "missed" ? (governing?.judgedBy ?? null) : null;
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
    expected: shown("expected"),
    unit: row.unit ?? "",
    undone: governing?.target.kind === "done",
    missed: missed === undefined ? null : statedText(missed),
    missedOn: missed?.dueOn === undefined || missed.dueOn === null ? null : isoDay(missed.dueOn),
    missedAt: judged(missed?.judgedBy?.value ?? null),
    ofTarget: row.basis === "of-target" ? percentText(row.figures.ofTarget.value) : null,
    entity: row.entity,
    entityName:
      row.entity === null
        ? ""
        : (plan.entities.find(({ id }) => id.value === row.entity)?.name?.text ?? row.entity),
  };
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

/** At most four decimals, more only where fewer would put the figure on the other side of a target's level. */
function shortened(value: Big, { targets }: IndicatorRow): string {
  const levels = targets.flatMap(({ level }) => (level === null ? [] : [level]));
  let places = 4;
  while (places < 20 && levels.some((level) => value.round(places, 2).cmp(level) !== value.cmp(level)))
    places++;
  return formatDecimal(value.round(places, 2));
}

/** A target as the plan words it: `≥60%`. */
export function statedText({ target, shown }: JudgedTarget): string {
  return target.quantity?.value.text ?? shown ?? target.stated.value;
}

/** `52% on 2026-06-30, 52.4384% expected; target 85% by 2027-12-31`, as far as it is known. */
export function figuresInEnglish(a: StandingArgs): string {
  const { unit } = a;
  const who = a.entity === null ? "" : `worst entity ${a.entity}: `;
  if (a.undone) return `${who}not done${a.targetOn === null ? "" : `; due ${a.targetOn}`}`;
  // Where lower is better, the share is that of the target in the value.
  const isUpperLimit = /^[≤<]/.test(a.target ?? "");
  const share =
    a.ofTarget === null
      ? ""
      : isUpperLimit
        ? `target ÷ value ${a.ofTarget}: `
        : `${a.ofTarget} of the target: `;
  const value =
    a.value === null ? "no value" : `${share}${withUnit(a.value, unit)}${a.on === null ? "" : ` on ${a.on}`}`;
  const expected = a.expected === null ? "" : `, ${withUnit(a.expected, unit)} expected`;
  const target = a.target === null ? "" : ` ${withUnit(a.target, unit)}`;
  const due = a.targetOn === null ? "" : ` by ${a.targetOn}`;
  return `${who}${value}${expected}${target + due === "" ? "" : `; target${target}${due}`}`;
}

/** The same in Chinese. */
export function figuresInChinese(a: StandingArgs): string {
  const { unit } = a;
  const who = a.entity === null ? "" : `最差的实施单位为“${a.entityName}”，`;
  if (a.undone) return `${who}尚未完成${a.targetOn === null ? "" : `；时限 ${a.targetOn}`}`;
  const share = a.ofTarget === null ? "" : `完成率 ${a.ofTarget}，`;
  const value =
    a.value === null
      ? "无实际值"
      : `${share}${a.on === null ? "" : `${a.on} `}实际值 ${withUnit(a.value, unit)}`;
  const expected = a.expected === null ? "" : `，应达值 ${withUnit(a.expected, unit)}`;
  const due = a.targetOn === null ? "" : `${a.targetOn} `;
  if (a.target === null) return `${who}${value}${expected}${due === "" ? "" : `；时限 ${due.trim()}`}`;
  return `${who}${value}${expected}；${due}目标值 ${withUnit(a.target.replace("..", "～"), unit)}`;
}

/** What was missed on the way, where something was: it alone keeps an indicator off track. */
export function missedInEnglish({ missed, missedOn, missedAt, unit }: StandingArgs): string {
  if (missed === null) return "";
  const date = missedOn === null ? "" : ` of ${missedOn}`;
  return `the target ${missed}${date} was missed${missedAt === null ? "" : ` with ${withUnit(missedAt, unit)}`}; now `;
}

/** The same in Chinese. */
export function missedInChinese({ missed, missedOn, missedAt, unit }: StandingArgs): string {
  if (missed === null) return "";
  const value = missedAt === null ? "" : `，当时为 ${withUnit(missedAt, unit)}`;
  return `${missedOn === null ? "" : `${missedOn} `}目标值“${missed}”未实现${value}；目前`;
}

const figure = /^[≥≤<>]?-?[\d.]+$/;
const range = /^-?[\d.]+(?:\.\.|～)-?[\d.]+$/;

/** `52%`, `47 crossings`; words (a grade, a state) have no unit. */
export function withUnit(value: string, unit: string): string {
  if (!figure.test(value) && !range.test(value)) return value;
  return /^[a-z]/i.test(unit) ? `${value} ${unit}` : `${value}${unit}`;
}
