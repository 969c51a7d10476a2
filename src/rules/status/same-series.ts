/**
 * Indicators that are one quantity under several names (`same-as`) and judged by one series: what is wrong with it is told
 * once, at the name that stands worst, and the first of these; the others are places of that finding. Not a rule.
 */
import type { RelatedPlace } from "../../diagnostics/diagnostic.ts";
import type { IndicatorResults, IndicatorRow, Status } from "../../indicators/results.ts";
import { statusWords } from "../../language/words.ts";
import type { Plan } from "../../plan/plan.ts";
import { twinsOf } from "../indicator/required-facts.ts";
import { decidingRow } from "./deciding-row.ts";

/** What a finding is made of. */
const toldStatuses: ReadonlySet<Status> = new Set([
  "missed",
  "worsening",
  "off-track",
  "at-risk",
  "stale",
  "no-data",
]);

type Ground = { readonly results: IndicatorResults; readonly plan: Plan };

interface Told {
  /** The rows of the same series that a row's finding speaks for. */
  readonly others: ReadonlyMap<IndicatorRow, readonly IndicatorRow[]>;
  /** Rows that another one's finding speaks for. */
  readonly silent: ReadonlySet<IndicatorRow>;
}

const toldOf = new WeakMap<IndicatorResults, Told>();

/** True where the finding of another name of the same series speaks for the row. */
export function isToldByTwin(row: IndicatorRow, ground: Ground): boolean {
  return told(ground).silent.has(row);
}

/** The rows that the finding of this row speaks for as well. */
export function twinRows(row: IndicatorRow, ground: Ground): readonly IndicatorRow[] {
  return told(ground).others.get(row) ?? [];
}

/** Where the other names stand, and how each is judged. */
export function twinPlaces(row: IndicatorRow, ground: Ground): readonly RelatedPlace[] {
  return twinRows(row, ground).map(({ indicator, status }) => ({
    span: indicator.id.span,
    note: {
      en: `the same series under another name: ${statusWords[status].en}`,
      zhHans: `同一数据的另一指标：${statusWords[status].zhHans}`,
    },
  }));
}

function told(ground: Ground): Told {
  const known = toldOf.get(ground.results);
  if (known !== undefined) return known;
  const made = tell(ground);
  toldOf.set(ground.results, made);
  return made;
}

function tell({ results, plan }: Ground): Told {
  const others = new Map<IndicatorRow, readonly IndicatorRow[]>();
  const silent = new Set<IndicatorRow>();
  if (!plan.indicators.some(({ sameAs }) => sameAs !== null)) return { others, silent };
  for (const group of sameSeries({ results, plan })) {
    const [first] = group;
    if (first === undefined || group.length === 1) continue;
    const teller = group.reduce((worst, row) => (rankOf(row) < rankOf(worst) ? row : worst), first);
    const rest = group.filter((row) => row !== teller);
    others.set(teller, rest);
    for (const row of rest) silent.add(row);
  }
  return { others, silent };
}

/** Statuses that follow from a value, the worst first. */
const judged: readonly Status[] = ["missed", "worsening", "off-track", "at-risk"];

function rankOf({ status }: IndicatorRow): number {
  return judged.indexOf(status);
}

/** Rows to be told of that are one quantity and end with one observation, group by group in plan order. */
function sameSeries({ results, plan }: Ground): readonly (readonly IndicatorRow[])[] {
  const groups = new Map<string, IndicatorRow[]>();
  for (const row of results.rows) {
    if (row.entity !== null || !toldStatuses.has(row.status)) continue;
    const twins = twinsOf(row.indicator, plan);
    if (twins.length === 0) continue;
    const names = [row.indicator, ...twins].map(({ id }) => id.span.start);
    const kind = judged.includes(row.status) ? "judged" : row.status;
    const key = `${Math.min(...names)} ${lastPlace(row, results)} ${kind}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

/** Place of the last observation that a row was judged by; empty for one without any. */
function lastPlace(row: IndicatorRow, results: IndicatorResults): string {
  const { series, targets } = decidingRow(row, results);
  const last = series().at(-1)?.span ?? targets.find(({ governing }) => governing)?.judgedBy?.span;
  return last === undefined ? "" : `${last.file.name} ${last.start}`;
}
