/** JUnit XML: a suite for each file, a case for each rule that found something in it; a file without findings has one case that passed. */
import { severityWords } from "../../language/words.ts";
import { printable, printableLine } from "../../text/printable.ts";
import type { RunTotals } from "../check-run.ts";
import type { ToldFinding, ToldPlan } from "../told-plan.ts";
import { type PipelineHead, type PipelineOutput, placeText } from "./pipeline-output.ts";

/** What became of a case. */
type Verdict = "passed" | "failure" | "error" | "skipped";

interface Case {
  readonly name: string;
  readonly verdict: Verdict;
  readonly findings: readonly ToldFinding[];
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

const severityOrder = ["error", "warning", "info"];

/** Makes JUnit output. Findings below `--fail-on` pass, with their text in `system-out`; accepted ones are skipped. */
export function junitOutput(head: PipelineHead): PipelineOutput {
  const suites: Suite[] = [];
  if (head.faults.length > 0) suites.push({ name: "planwright", cases: faultCases(head.faults) });
  return {
    add: (plan) => suites.push(suiteOf(plan, head)),
    end: (totals) => document(suites, head, totals),
  };
}

function faultCases(faults: readonly ToldFinding[]): readonly Case[] {
  return [...byRule(faults)].map(([name, findings]) => ({ name, verdict: "error", findings }));
}

function suiteOf({ file, findings }: ToldPlan, { failOn, places }: PipelineHead): Suite {
  const last = failOn === "never" ? -1 : severityOrder.indexOf(failOn);
  const fails = ({ severity }: ToldFinding): boolean => severityOrder.indexOf(severity) <= last;
  const told = [...byRule(findings.filter(({ accepted }) => accepted === null))];
  const accepted = [...byRule(findings.filter((finding) => finding.accepted !== null))];
  const cases = [
    ...told.map(([name, group]): Case => {
      return { name, verdict: group.some(fails) ? "failure" : "passed", findings: group };
    }),
    ...accepted.map(([name, group]): Case => ({ name, verdict: "skipped", findings: group })),
  ];
  const clean: Case = { name: "plan check", verdict: "passed", findings: [] };
  return { name: places.fromRoot(file), cases: cases.length === 0 ? [clean] : cases };
}

function byRule(findings: readonly ToldFinding[]): ReadonlyMap<string, readonly ToldFinding[]> {
  const groups = new Map<string, ToldFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule) ?? [];
    groups.set(finding.rule, group);
    group.push(finding);
  }
  return groups;
}

function document(suites: readonly Suite[], head: PipelineHead, { files }: RunTotals): string {
  const all = suites.flatMap(({ cases }) => cases);
  const asOf = head.asOf === null ? "" : `<property name="as-of" value="${attribute(head.asOf)}"/>`;
  const properties = `<properties><property name="files" value="${files}"/>${asOf}</properties>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="planwright" ${countsOf(all)}>
${suites.map((suite) => suiteText(suite, properties, head)).join("")}</testsuites>
`;
}

function countsOf(cases: readonly Case[]): string {
  const count = (verdict: Verdict): number => cases.filter((one) => one.verdict === verdict).length;
  return `tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}" time="0"`;
}

function suiteText({ name, cases }: Suite, properties: string, head: PipelineHead): string {
  const inner = cases.map((one) => caseText(one, name, head)).join("");
  return ` <testsuite name="${attribute(name)}" ${countsOf(cases)}>
  ${properties}
${inner} </testsuite>
`;
}

function caseText({ name, verdict, findings }: Case, suite: string, head: PipelineHead): string {
  const line = findings[0]?.range?.start.line;
  const at = line === undefined ? "" : ` line="${line}"`;
  const open = `  <testcase name="${attribute(name)}" classname="${attribute(suite)}" file="${attribute(suite)}"${at} time="0"`;
  if (findings.length === 0) return `${open}/>\n`;
  const text = content(findings.map((finding) => findingLines(finding, head)).join("\n\n"));
  const message = attribute(findings[0]?.message ?? "");
  if (verdict === "passed") return `${open}>\n   <system-out>${text}</system-out>\n  </testcase>\n`;
  if (verdict === "skipped")
    return `${open}>\n   <skipped message="${attribute(reasonsOf(findings, head))}"/>\n   <system-out>${text}</system-out>\n  </testcase>\n`;
  const more = findings.length === 1 ? "" : ` (+${findings.length - 1})`;
  return `${open}>\n   <${verdict} type="${attribute(name)}" message="${message}${more}">${text}</${verdict}>\n  </testcase>\n`;
}

function reasonsOf(findings: readonly ToldFinding[], { speaker }: PipelineHead): string {
  const known = speaker.say({ en: "known in the baseline", zhHans: "清单中的已知问题项" });
  const reasons = findings.map(({ accepted }) => (accepted?.by === "comment" ? accepted.reason : known));
  return [...new Set(reasons)].join("; ");
}

function findingLines(finding: ToldFinding, { speaker, places }: PipelineHead): string {
  const { severity, message, help, related, suggestion } = finding;
  const colon = speaker.chinese ? "：" : ": ";
  const place = placeText(finding, places);
  return [
    ...(place === "" ? [] : [printableLine(place)]),
    `${speaker.say(severityWords[severity])}${colon}${printableLine(message)}`,
    ...related.map((one) => `  ${printableLine(one.message)} (${printableLine(placeText(one, places))})`),
    ...(suggestion === null ? [] : [`  → ${printableLine(suggestion)}`]),
    `  ${help}`,
  ].join("\n");
}

const names: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Characters that XML 1.0 does not allow at all and that `printable` leaves as they are. */
const noCharacters = /[\ufffe\uffff]/g;

function escaped(text: string): string {
  return text.replace(noCharacters, "\ufffd").replace(/[&<>"']/g, (sign) => names[sign] ?? "");
}

function attribute(text: string): string {
  return escaped(printableLine(text));
}

function content(text: string): string {
  return escaped(printable(text));
}
