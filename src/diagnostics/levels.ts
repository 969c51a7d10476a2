/** Severities as the configuration sets them, by rule. */
import type { Diagnostic } from "./diagnostic.ts";
import { type Severity, severities } from "./severity.ts";

/** A severity set by the configuration; `off` silences a rule. */
export type Level = Severity | "off";

export type Levels = ReadonlyMap<string, Level>;

/** Findings with the severity that is set for their rule; those of a rule that is off are left out. */
export function applyLevels(findings: readonly Diagnostic[], levels: Levels): readonly Diagnostic[] {
  if (levels.size === 0) return findings;
  return findings.flatMap((finding) => {
    const level = levels.get(finding.code);
    if (level === undefined || level === finding.severity) return [finding];
    return level === "off" ? [] : [{ ...finding, severity: level }];
  });
}

/** The findings of rules that are not off. */
export function withoutOff(findings: readonly Diagnostic[], levels: Levels): readonly Diagnostic[] {
  if (levels.size === 0) return findings;
  return findings.filter(({ code }) => levels.get(code) !== "off");
}

/** True where the configuration, not the rules, makes the first finding graver than the second. */
export function isMadeGraver(first: Diagnostic, second: Diagnostic, levels: Levels): boolean {
  if (!levels.has(first.code) && !levels.has(second.code)) return false;
  return rankOf(first, levels) < rankOf(second, levels);
}

/** True where the rules themselves grade the first finding graver than the second. */
export function isGraver(first: Diagnostic, second: Diagnostic): boolean {
  return severities.indexOf(first.severity) < severities.indexOf(second.severity);
}

/** Gravest first. */
function rankOf({ code, severity }: Diagnostic, levels: Levels): number {
  const level = levels.get(code) ?? severity;
  return level === "off" ? severities.length : severities.indexOf(level);
}
