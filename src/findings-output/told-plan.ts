/** What the formats for pipelines are made from: the findings of a plan in one language, as plain data that threads and caches can hold. */
import type { Compilation } from "../compile.ts";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import { noSections } from "../diagnostics/section-of.ts";
import type { Status } from "../indicators/results.ts";
import type { Speaker } from "../language/speaker.ts";
import { isoDay } from "../plan/days.ts";
import { spanText } from "../text/source.ts";
import { countSeverities } from "./check-run.ts";
import { findingJson } from "./json.ts";
import type { FindingJson } from "./json-shape.ts";

/** Why a finding is not counted: a comment beside it, or a baseline that knows it. */
export interface Accepted {
  readonly by: "comment" | "baseline";
  /** The reason in the comment; empty for a baseline. */
  readonly reason: string;
}

/** A finding, with what stays the same of it when lines move. */
export interface ToldFinding extends FindingJson {
  /** Its place by keys and ids; empty outside the tree of the plan. */
  readonly at: string;
  /** First line of the text that it is about, spaces settled. */
  readonly text: string;
  readonly accepted: Accepted | null;
}

export interface ToldPlan {
  readonly file: string;
  readonly title: string | null;
  readonly status: Status | null;
  /** Told ones and accepted ones. */
  readonly findings: readonly ToldFinding[];
  /** Counts of those told. */
  readonly counts: Readonly<Record<Severity, number>>;
}

/** Longest text that tells one finding from another. */
const longestText = 200;

/** A compiled plan as told. `known` are the findings that a baseline took out. */
export function toldPlan(compilation: Compilation, known: readonly Diagnostic[], speaker: Speaker): ToldPlan {
  const { file, plan, findings, silenced, results } = compilation;
  const tell = (finding: Diagnostic, accepted: Accepted | null): ToldFinding =>
    toldFinding(finding, compilation, accepted, speaker);
  return {
    file: file.name,
    title: plan?.title?.value ?? null,
    status: results?.plan.status ?? null,
    findings: [
      ...findings.map((finding) => tell(finding, null)),
      ...known.map((finding) => tell(finding, { by: "baseline", reason: "" })),
      ...silenced.map(({ finding, reason }) => tell(finding, { by: "comment", reason })),
    ],
    counts: countSeverities(findings),
  };
}

/** Findings that belong to no plan. */
export function toldFindings(findings: readonly Diagnostic[], speaker: Speaker): readonly ToldFinding[] {
  const outside = { sectionOf: noSections, idPathOf: () => "" };
  return findings.map((finding) => toldFinding(finding, outside, null, speaker));
}

function toldFinding(
  finding: Diagnostic,
  { sectionOf, idPathOf }: Pick<Compilation, "sectionOf" | "idPathOf">,
  accepted: Accepted | null,
  speaker: Speaker,
): ToldFinding {
  const { span } = finding;
  return {
    ...findingJson(finding, speaker, sectionOf),
    at: span === null ? "" : idPathOf(span),
    text: span === null ? "" : firstLine(spanText(span)),
    accepted,
  };
}

function firstLine(text: string): string {
  const [line = ""] = text
    .slice(0, 4 * longestText)
    .trimStart()
    .split(/[\r\n]/, 1);
  return line.replace(/\s+/g, " ").trim().slice(0, longestText);
}

/** The day of a run as told; null when its plans have different ones. */
export function toldDay(day: number | null): string | null {
  return day === null ? null : isoDay(day);
}
