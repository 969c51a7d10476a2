/** Runs the rules over a plan. Order of findings is settled elsewhere (`orderDiagnostics`). */
import { type Diagnostic, type MessageArgs, makeDiagnostic } from "../diagnostics/diagnostic.ts";
import { FindingList } from "../diagnostics/finding-list.ts";
import type { IndicatorResults } from "../indicators/results.ts";
import type { Span } from "../text/source.ts";
import type { ReportExtras, Rule, RuleInput } from "./define-rule.ts";
import { itemNames } from "./item-names.ts";

/** All findings of the given rules; rules of stage `status` run only when there are results. */
export function runRules(
  rules: readonly Rule[],
  input: RuleInput,
  results: IndicatorResults | null,
): readonly Diagnostic[] {
  const findings = new FindingList();
  const { plan, index, records } = input;
  const names = itemNames(index);
  let [rule] = rules;
  // One for all rules: of two hundred closures for each plan hardly any would be called.
  const report = (span: Span, args: MessageArgs, extras: ReportExtras = {}): void => {
    if (rule === undefined) return;
    assertInside(span, rule.code);
    const { on, ...others } = extras;
    const named = rule.named === undefined ? null : names.of(rule.named, args, on ?? null);
    const inChinese = named === null ? (others.inChinese ?? null) : { ...named, ...others.inChinese };
    const subject = on === undefined || on === null ? null : { kind: on.kind, id: on.id.value };
    findings.push(makeDiagnostic(rule, span, args, { ...others, inChinese, subject }));
  };
  const ground = { plan, index, records, report };
  const judged = results === null ? null : { ...ground, results };
  for (rule of rules) {
    if (rule.stage === "plan") rule.check(ground);
    else if (judged !== null) rule.check(judged);
  }
  return findings;
}

function assertInside(span: Span, code: string): void {
  if (span.start < 0 || span.end < span.start || span.end > span.file.text.length) {
    throw new Error(`rule ${code} reported a span outside ${span.file.name}: ${span.start}..${span.end}`);
  }
}
