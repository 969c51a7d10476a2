/** Compilations made by hand, so that reports are tested without reader and engine. */
import Big from "big.js";
import type { Compilation } from "../../src/compile.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { noSections } from "../../src/diagnostics/section-of.ts";
import {
  type Figure,
  type FigureName,
  figureNames,
  type IndicatorRow,
  type JudgedTarget,
  type Status,
} from "../../src/indicators/results.ts";
import { parseIsoDay } from "../../src/plan/days.ts";
import type { Given, Saying, Statement } from "../../src/plan/given.ts";
import type {
  Action,
  Dimension,
  Indicator,
  Milestone,
  Name,
  Plan,
  Target,
  TargetKind,
} from "../../src/plan/plan.ts";
import { indexPlan } from "../../src/plan/plan-index.ts";
import type { Quantity, Unit } from "../../src/plan/quantity.ts";
import type { When } from "../../src/plan/time.ts";
import type { Observation, ProgressEntry } from "../../src/records/records.ts";
import type { SourceFile, Span } from "../../src/text/source.ts";

export const planFile: SourceFile = { name: "plans/meals.plan.yaml", text: "format: 1\n".repeat(200) };
export const dataFile: SourceFile = { name: "plans/data/observations.csv", text: "a,b,c\n".repeat(200) };

/** A place: the start of a line of the plan or of the data file. */
export function at(line: number, file: SourceFile = planFile): Span {
  const start = (line - 1) * (file === planFile ? 10 : 6);
  return { file, start, end: start + 3 };
}

export function given<T>(value: T, line = 1): Given<T> {
  return { value, span: at(line), origin: "given" };
}

export function day(iso: string): number {
  const found = parseIsoDay(iso);
  if (found === null) throw new Error(`no day: ${iso}`);
  return found;
}

export function named(text: string, byLanguage: Record<string, string> = {}): Name {
  return { span: at(1), text, byLanguage: new Map(Object.entries(byLanguage)) };
}

const silent: Saying = {
  section: null,
  source: null,
  wording: null,
  note: null,
  during: null,
  follows: null,
  force: null,
  alsoCalled: null,
  place: null,
  scope: null,
};

export function stated<T>(value: T): Statement<T> {
  return { ...silent, is: given(value), span: at(1) };
}

export function unit(text: string): Unit {
  return { key: text, text, dimension: text === "%" ? "percent" : `text:${text}`, factor: new Big(1) };
}

export function quantity(text: string, value: string, unitText: string | null = "%"): Quantity {
  return {
    text,
    relation: ">=",
    value: new Big(value),
    upper: null,
    unit: unitText === null ? null : unit(unitText),
    signed: false,
    level: false,
    per: null,
    soft: null,
    at: null,
  };
}

export function when(iso: string): When {
  const end = day(iso);
  return {
    text: iso,
    state: "dated",
    period: { start: end, end },
    expression: null,
    inherited: null,
    alternative: null,
    phase: null,
  };
}

export function target(kind: TargetKind, written: Quantity | null, parts: Partial<Target> = {}): Target {
  return {
    ...silent,
    kind,
    span: at(5),
    stated: given(written?.text ?? "true"),
    quantity: written === null ? null : given(written),
    by: null,
    from: null,
    over: null,
    every: null,
    base: null,
    versus: null,
    grade: null,
    trend: null,
    ...parts,
  };
}

export function judged(of: Target, parts: Partial<JudgedTarget> = {}): JudgedTarget {
  const level = of.quantity?.value.value ?? null;
  return {
    target: of,
    level,
    upper: null,
    relation: ">=",
    shown: level?.toFixed() ?? null,
    dueOn: null,
    assumed: false,
    status: "not-due",
    judgedBy: null,
    reachedLateOn: null,
    governing: false,
    ...parts,
  };
}

export function indicator(id: string, parts: Partial<Indicator> = {}): Indicator {
  return {
    kind: "indicator",
    id: given(id, 10),
    span: at(10),
    name: named(id),
    objective: null,
    serves: [],
    dimension: null,
    role: null,
    attribute: null,
    headline: false,
    unit: { ...given(unit("%")), text: "%" },
    direction: given("increase"),
    value: given("level"),
    definition: null,
    definitions: [],
    counted: null,
    collected: null,
    baseline: [],
    startsAt: null,
    targets: [],
    frequency: [],
    reportWithinDays: null,
    owner: [],
    source: null,
    section: null,
    weight: [],
    sameAs: null,
    partOf: null,
    alsoCalled: [],
    dataFrom: [],
    trajectory: null,
    aggregation: null,
    bounds: null,
    performance: null,
    formula: null,
    assess: null,
    observations: [],
    ...parts,
  };
}

/** A figure; a text is its value, null leaves it out. */
export function figure(value: string | null, parts: Partial<Figure> = {}): Figure {
  return {
    value: value === null ? null : new Big(value),
    reason: value === null ? "no-value" : null,
    formula: "",
    substituted: "",
    inputs: [],
    estimate: false,
    ...parts,
  };
}

export function figures(
  values: Partial<Record<FigureName, string | Figure>> = {},
): Record<FigureName, Figure> {
  const entries = figureNames.map((name) => {
    const value = values[name];
    return [name, typeof value === "object" ? value : figure(value ?? null)];
  });
  return Object.fromEntries(entries) as Record<FigureName, Figure>;
}

export function row(of: Indicator, status: Status, parts: Partial<IndicatorRow> = {}): IndicatorRow {
  return {
    indicator: of,
    entity: null,
    method: "linear-pace",
    status,
    computedStatus: null,
    isOutOfDate: false,
    methodStatus: null,
    reason: null,
    basis: null,
    unit: of.unit?.text ?? null,
    observedOn: null,
    firstObservedOn: null,
    baselineOn: null,
    baselineAssumed: false,
    targetOn: null,
    contested: false,
    figures: figures(),
    points: null,
    projectedBy: null,
    scoreScale: null,
    reachedOn: null,
    reached: null,
    firstMetOn: null,
    lostOn: null,
    gaps: [],
    slices: [],
    held: null,
    periods: null,
    targets: [],
    decision: { step: "no-observation", words: { en: "nothing was reported", zhHans: "尚无上报数据" } },
    word: null,
    series: () => [],
    behind: () => null,
    path: [],
    coverage: null,
    ...parts,
  };
}

export function observation(
  id: string,
  iso: string,
  value: string,
  line: number,
  parts: Partial<Observation> = {},
): Observation {
  const on = day(iso);
  return {
    span: at(line, dataFile),
    indicator: id,
    entity: null,
    at: given({ start: on, end: on }),
    value: given(new Big(value)),
    word: null,
    missing: null,
    numerator: null,
    denominator: null,
    state: "final",
    reported: null,
    reporter: null,
    slices: new Map(),
    reason: null,
    action: null,
    break: null,
    source: null,
    note: null,
    ...parts,
  };
}

/** The series of a row from observations. */
export function seriesOf(observations: readonly Observation[]): IndicatorRow["series"] {
  const values = observations.map((seen) => ({
    on: seen.at.value.end,
    start: seen.at.value.start,
    value: seen.value?.value ?? new Big(0),
    provisional: seen.state === "provisional",
    span: seen.span,
  }));
  return () => values;
}

export function dimension(id: string, name: string, weight: string): Dimension {
  return {
    kind: "dimension",
    id: given(id),
    span: at(3),
    name: named(name),
    weight: [stated(quantity(weight, "60"))],
    section: null,
    assess: null,
  };
}

export function milestone(id: string, name: string, due: string): Milestone {
  return {
    kind: "milestone",
    id: given(id),
    span: at(30),
    name: named(name),
    phase: null,
    by: [stated(when(due))],
    owner: [],
    deliverable: null,
    needs: [],
    section: null,
  };
}

export function action(id: string, name: string, due: string): Action {
  return {
    kind: "action",
    id: given(id),
    span: at(31),
    name: named(name),
    objective: null,
    parent: null,
    owner: [],
    period: [stated(when(due))],
    budget: [],
    needs: [],
    section: null,
  };
}

export function progress(id: string, iso: string, parts: Partial<ProgressEntry> = {}): ProgressEntry {
  const on = day(iso);
  return {
    span: at(3, dataFile),
    kind: null,
    id: given(id),
    at: given({ start: on, end: on }),
    state: null,
    share: null,
    planned: null,
    plannedShare: null,
    done: null,
    problem: null,
    next: null,
    evidence: null,
    filledBy: null,
    checkedBy: null,
    source: null,
    ...parts,
  };
}

export function plan(parts: Partial<Plan> = {}): Plan {
  return {
    file: planFile,
    span: at(1),
    id: given("meals"),
    title: given("老年助餐服务工作方案"),
    language: given("zh-Hans"),
    period: null,
    issuer: null,
    status: null,
    assess: null,
    parent: null,
    sections: [],
    sources: [],
    actors: [],
    entities: [],
    problems: [],
    dimensions: [],
    objectives: [],
    indicators: [],
    phases: [],
    milestones: [],
    deliverables: [],
    actions: [],
    risks: [],
    evidence: [],
    resources: [],
    mechanisms: [],
    data: { observations: [], progress: [], spending: [] },
    revisions: [],
    facts: [],
    references: [],
    unusable: 0,
    unusableKinds: [],
    ...parts,
  };
}

export interface CompilationParts {
  readonly plan?: Plan;
  readonly rows?: readonly IndicatorRow[];
  readonly status?: Status;
  readonly observations?: readonly Observation[];
  readonly progress?: readonly ProgressEntry[];
  readonly demo?: boolean;
  readonly findings?: readonly Diagnostic[];
  readonly dimensions?: NonNullable<Compilation["results"]>["dimensions"];
  /** Section that states whatever stands in the plan; none where it is left out. */
  readonly section?: string;
}

export const asOf = day("2026-06-30");

/** A compilation around a plan and its rows. */
export function compilation(parts: CompilationParts = {}): Compilation {
  const made = parts.plan ?? plan();
  const rows = parts.rows ?? [];
  return {
    file: planFile,
    asOf,
    plan: made,
    index: indexPlan(made),
    records: {
      observations: parts.observations ?? [],
      progress: parts.progress ?? [],
      spending: [],
      demo: parts.demo ?? false,
    },
    results: {
      asOf,
      rows,
      dimensions: parts.dimensions ?? [],
      plan: { id: null, status: parts.status ?? "not-due", score: null, scoreReason: null, statuses: {} },
      skipped: 0,
      derived: new Map(),
    },
    findings: parts.findings ?? [],
    together: (findings) => findings,
    sectionOf: parts.section === undefined ? noSections : () => parts.section ?? null,
    idPathOf: () => "",
    suppressed: 0,
    silenced: [],
    rules: 1,
  };
}
