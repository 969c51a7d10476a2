/** Binds a plan written as text, for the tests of the binding. */
import { makeDiagnostic, type Outcome } from "../../src/diagnostics/diagnostic.ts";
import { bindPlan, type Include } from "../../src/load/bind.ts";
import { missingFile } from "../../src/load/bind-codes.ts";
import { readYaml } from "../../src/load/yaml.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { positionAt, type SourceFile, spanText } from "../../src/text/source.ts";

/** An include function over files in memory. */
export function includeFrom(files: Readonly<Record<string, string>>): Include {
  return (path) => {
    const text = files[path.value];
    if (text !== undefined) return { value: { name: path.value, text }, findings: [] };
    const args = { path: path.value, failure: "missing" as const };
    return { value: null, findings: [makeDiagnostic(missingFile, path.span, args)] };
  };
}

/** The bound plan of a text. Throws when the YAML itself has faults. */
export function bind(text: string, files: Readonly<Record<string, string>> = {}): Outcome<Plan> {
  const file: SourceFile = { name: "plan.yaml", text };
  const document = readYaml(file);
  if (document.findings.length > 0) throw new Error(document.findings.map((f) => f.message.en).join("\n"));
  return bindPlan(document.value, file, includeFrom(files));
}

/** The plan of a text that must bind without a finding. */
export function bindClean(text: string, files: Readonly<Record<string, string>> = {}): Plan {
  const { value, findings } = bind(text, files);
  if (findings.length > 0) throw new Error(findings.map((f) => f.message.en).join("\n"));
  return value;
}

/** Findings as `code line:column "text under the span"`. */
export function places({ findings }: Outcome<unknown>): readonly string[] {
  return findings.map(({ code, span }) => {
    if (span === null) return code;
    const { line, column } = positionAt(span.file, span.start);
    return `${code} ${line}:${column} "${spanText(span)}"`;
  });
}
