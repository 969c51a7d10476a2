/** The JSON of `check` (DESIGN.md section 5, `schemas/check-output.schema.json`): fields may be added, never renamed. */
import type { Compilation } from "../compile.ts";
import type { Diagnostic, RelatedPlace } from "../diagnostics/diagnostic.ts";
import { noSections, type SectionOf } from "../diagnostics/section-of.ts";
import { earnedValues } from "../indicators/earned-value-of-plan.ts";
import type {
  FigureName,
  IndicatorResults,
  IndicatorRow,
  JudgedTarget,
  RollUp,
  Slicing,
} from "../indicators/results.ts";
import { keptTexts, quotedTexts, type Speaker } from "../language/speaker.ts";
import { isoDay } from "../plan/days.ts";
import { formatDecimal } from "../plan/decimal.ts";
import { doubts, smartOf } from "../plan/smart.ts";
import type { Day } from "../plan/time.ts";
import { sheetCell } from "../text/sheet-cell.ts";
import { positionAt, type Span } from "../text/source.ts";
import { type CheckOutput, countSeverities, type RunHead, type RunTotals } from "./check-run.ts";
import { earningJson } from "./earned-value-json.ts";
import { historyJson, historyOfCompilation } from "./history.ts";
import type {
  FindingJson,
  IndicatorJson,
  PlanJson,
  RangeJson,
  RelatedJson,
  RollUpJson,
  SlicingJson,
  StatusCounts,
  TargetJson,
} from "./json-shape.ts";

/** That histories are wanted, and of which entity besides the plan's own. */
export interface AskedHistory {
  readonly entityOf: (compilation: Compilation) => string | null;
}

/** JSON output; printed piece by piece, valid as a whole. */
export function jsonOutput(speaker: Speaker, asked: AskedHistory | null = null): CheckOutput {
  return {
    head: (head) =>
      `{\n  "schemaVersion": 1,\n  "tool": ${flat({ name: "planwright", version: head.version })},\n  "asOf": ${flat(dayOrNull(head.asOf))},\n  "findings": ${deep(findingsOf(head, speaker), 2)},\n  "plans": [`,
    plan: (compilation) => planPieces(compilation, speaker, asked),
    before: (position) => `${position === 0 ? "" : ","}\n    `,
    end: (totals) =>
      `${totals.files === 0 ? "" : "\n  "}],\n  "summary": ${deep(summaryJson(totals), 2)}\n}\n`,
  };
}

/** What `deep(planJson(…), 4)` gives, finding by finding and row by row. */
function* planPieces(
  compilation: Compilation,
  speaker: Speaker,
  asked: AskedHistory | null,
): Generator<string> {
  const { findings, results, sectionOf } = compilation;
  let before = "{";
  for (const [key, value] of Object.entries(planJson(compilation, speaker, false))) {
    yield `${before}\n      ${flat(key)}: `;
    if (key === "findings")
      yield* listPieces(findings, (finding) => findingJson(finding, speaker, sectionOf));
    else if (key === "indicators") yield* listPieces(results?.rows ?? [], rowsOf(compilation));
    else yield deep(value, 6);
    before = ",";
  }
  if (asked !== null) {
    yield ',\n      "history": ';
    yield* listPieces(historyOfCompilation(compilation, asked.entityOf(compilation)), historyJson);
  }
  yield "\n    }";
}

function* listPieces<T>(items: readonly T[], toJson: (item: T) => unknown): Generator<string> {
  let before = "[";
  for (const item of items) {
    yield `${before}\n        ${deep(toJson(item), 8)}`;
    before = ",";
  }
  yield items.length === 0 ? "[]" : "\n      ]";
}

function flat(value: unknown): string {
  return terminalSafe(JSON.stringify(value));
}

function deep(value: unknown, indent: number): string {
  return terminalSafe(JSON.stringify(value, null, 2)).replaceAll("\n", `\n${" ".repeat(indent)}`);
}

/** What JSON leaves as it is, but a terminal or a log viewer obeys: C1 controls, bidirectional and invisible signs. */
const obeyed =
  /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;

/** The same JSON with those written as escapes. */
export function terminalSafe(json: string): string {
  return json.replace(obeyed, (sign) => sign.split("").map(escaped).join(""));
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function findingsOf(head: RunHead, speaker: Speaker): readonly FindingJson[] {
  return head.findings.map((finding) => findingJson(finding, speaker, noSections));
}

function summaryJson(totals: RunTotals): unknown {
  const { files, plans, rules, checked, skipped, suppressed, known, unchanged, findings, statuses } = totals;
  const asked = {
    ...(known === undefined ? {} : { known }),
    ...(unchanged === undefined ? {} : { unchanged }),
  };
  return { files, plans, rules, indicators: { checked, skipped }, suppressed, ...asked, findings, statuses };
}

/** A compiled plan as it stands in the JSON; without `lists` its findings and indicators are left out. */
export function planJson(compilation: Compilation, speaker: Speaker, lists = true): PlanJson {
  const { file, plan, results, findings, records, asOf, sectionOf } = compilation;
  const earned = plan === null || records === null ? [] : earnedValues(plan, records, asOf);
  return {
    file: file.name,
    id: plan?.id?.value ?? null,
    title: plan?.title?.value ?? null,
    asOf: isoDay(asOf),
    demo: records?.demo ?? false,
    findings: lists ? findings.map((finding) => findingJson(finding, speaker, sectionOf)) : [],
    indicators: lists ? (results?.rows.map(rowsOf(compilation)) ?? []) : [],
    dimensions: results?.dimensions.map((d) => ({ id: d.id, ...rollUpJson(d) })) ?? [],
    mechanisms:
      plan?.mechanisms.map((m) => ({ id: m.id.value, type: m.type.value, state: null, results: {} })) ?? [],
    actions: earned.filter(({ holder }) => holder.kind === "action").map(earningJson),
    funds: earned.filter(({ holder }) => holder.kind === "mechanism").map(earningJson),
    plan: results === null ? noRollUp : rollUpJson(results.plan),
    summary: { findings: countSeverities(findings), statuses: statusesOf(results) },
  };
}

function statusesOf(results: IndicatorResults | null): StatusCounts {
  return results?.plan.statuses ?? {};
}

const noRollUp: RollUpJson = { status: null, score: null, scoreReason: null, statuses: {} };

function rollUpJson({ status, score, scoreReason, statuses }: RollUp): RollUpJson {
  return { status, score: score === null ? null : formatDecimal(score), scoreReason, statuses };
}

/** A finding in the words of a speaker. */
export function findingJson(finding: Diagnostic, speaker: Speaker, sectionOf: SectionOf): FindingJson {
  const { code, severity, message, help, span, related, suggestion, subject } = finding;
  const kept = keptTexts(finding);
  return {
    rule: code,
    severity,
    message: speaker.say(message, kept),
    help: speaker.say(help),
    file: span?.file.name ?? null,
    range: span === null ? null : rangeJson(span),
    ...cellJson(span),
    section: span === null ? null : sectionOf(span),
    subject,
    related: related.map((place) => relatedJson(place, speaker, sectionOf)),
    suggestion,
    fix: finding.fix?.map(({ span: place, text }) => ({ range: rangeJson(place), text })) ?? null,
  };
}

function relatedJson({ span, note }: RelatedPlace, speaker: Speaker, sectionOf: SectionOf): RelatedJson {
  return {
    message: speaker.say(note, quotedTexts(note.zhHans)),
    file: span.file.name,
    range: rangeJson(span),
    ...cellJson(span),
    section: sectionOf(span),
  };
}

function cellJson(span: Span | null): { readonly cell?: string } {
  const cell = span === null ? null : sheetCell(span);
  return cell === null ? {} : { cell };
}

/** Lines and columns of a place. */
export function rangeJson({ file, start, end }: Span): RangeJson {
  return { start: positionAt(file, start), end: positionAt(file, end) };
}

/** Makes the rows of a plan; only its own row tells how well an indicator is made. */
function rowsOf({ plan, findings }: Compilation): (row: IndicatorRow) => IndicatorJson {
  const doubted = new Set(
    findings.flatMap(({ code, subject }) => (doubts.has(code) && subject !== null ? [subject.id] : [])),
  );
  return (row) => {
    const { id } = row.indicator;
    const smart =
      plan === null || row.entity !== null ? null : smartOf(row.indicator, plan, doubted.has(id.value));
    return rowJson(row, smart);
  };
}

function rowJson(row: IndicatorRow, smart: IndicatorJson["smart"]): IndicatorJson {
  const figure = (name: FigureName): string | null => {
    const { value } = row.figures[name];
    return value === null ? null : formatDecimal(value);
  };
  return {
    id: row.indicator.id.value,
    entity: row.entity,
    method: row.method,
    status: row.status,
    computedStatus: row.computedStatus,
    methodStatus: row.methodStatus,
    reason: row.reason,
    basis: row.basis,
    value: figure("value"),
    word: row.word,
    unit: row.unit,
    observedOn: dayOrNull(row.observedOn),
    baseline: figure("baseline"),
    baselineOn: dayOrNull(row.baselineOn),
    target: figure("target"),
    targetUpper: upperOf(row),
    targetOn: dayOrNull(row.targetOn),
    contested: row.contested,
    attained: figure("attained"),
    ofTarget: figure("ofTarget"),
    elapsed: figure("elapsed"),
    expected: figure("expected"),
    pace: figure("pace"),
    gap: figure("gap"),
    gapPoints: figure("gapPoints"),
    previous: figure("previous"),
    change: figure("change"),
    yearOnYear: figure("yearOnYear"),
    required: figure("required"),
    projected: figure("projected"),
    projectedLow: figure("projectedLow"),
    projectedHigh: figure("projectedHigh"),
    projectedBy: row.projectedBy,
    reachedOn: dayOrNull(row.reachedOn),
    firstMetOn: dayOrNull(row.firstMetOn),
    lostOn: dayOrNull(row.lostOn),
    ratio: figure("ratio"),
    score: figure("score"),
    weightedScore: figure("weightedScore"),
    scheduleRatio: figure("scheduleRatio"),
    held: row.held,
    periods: row.periods,
    coverage:
      row.coverage === null
        ? null
        : {
            counted: row.coverage.counted,
            of: row.coverage.of,
            missing: row.coverage.missing,
            own: row.coverage.own,
          },
    slices: row.slices.map(slicingJson),
    smart,
    targets: row.targets.map(targetJson),
  };
}

function slicingJson({ names, on, coverage, kind, reason, parts }: Slicing): SlicingJson {
  return {
    names,
    on: isoDay(on),
    coverage: coverage === null ? null : formatDecimal(coverage),
    kind,
    reason,
    parts: parts.map(({ group, value }) => ({ group, value: formatDecimal(value) })),
  };
}

/** Upper end of the range that the governing target asks for. */
function upperOf({ targets }: IndicatorRow): string | null {
  const upper = targets.find(({ governing }) => governing)?.upper ?? null;
  return upper === null ? null : formatDecimal(upper);
}

function targetJson(judged: JudgedTarget): TargetJson {
  return {
    kind: judged.target.kind,
    value: judged.shown,
    relation: judged.target.kind === "done" ? "=" : judged.relation,
    by: dayOrNull(judged.dueOn),
    section: judged.target.section?.value ?? null,
    status: judged.status,
    stated: judged.target.stated.value,
    upper: judged.upper === null ? null : formatDecimal(judged.upper),
    origin: judged.assumed ? "assumed" : "given",
  };
}

function dayOrNull(day: Day | null): string | null {
  return day === null ? null : isoDay(day);
}
