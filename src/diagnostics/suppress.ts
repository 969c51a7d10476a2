/** Suppressions: `# plan-ignore RULE: reason` silences a finding at its line; unused ones and those without reason are findings. */
import { positionAt, type SourceFile, type Span } from "../text/source.ts";
import { type Diagnostic, defineCode, makeDiagnostic } from "./diagnostic.ts";
import { FindingList } from "./finding-list.ts";

/** A comment of the source; the same shape as the YAML reader's. */
interface Comment {
  readonly text: string;
  readonly span: Span;
  readonly ownLine: boolean;
}

const directive = /^\s*plan-ignore\b\s*([^\s:：]*)\s*(?:[:：]\s*(.*))?$/su;

export const unusedSuppression = defineCode<{ rule: string }>({
  code: "suppression/unused",
  severity: "warning",
  text: {
    en: {
      title: "Suppression that silences nothing",
      message: (a) => `nothing here is found by ${a.rule}, so this suppression is not needed`,
      why: "A suppression that outlives its finding hides the next one.",
      fix: "Delete the comment, or move it to the line of the finding (or the line above it).",
    },
    zhHans: {
      title: "无效的忽略标记",
      message: (a) => `此处没有“${a.rule}”的问题项，该忽略标记已无必要`,
      why: "问题项消除后仍保留的忽略标记，会掩盖以后出现的同类问题项。",
      fix: "删除该注释，或将其移到问题项所在行（或上一行）。",
    },
  },
});

export const suppressionWithoutReason = defineCode<{ rule: string }>({
  code: "suppression/no-reason",
  severity: "warning",
  text: {
    en: {
      title: "Suppression without a rule or a reason",
      message: (a) =>
        a.rule === "" ? "a suppression names no rule" : `the suppression of ${a.rule} gives no reason`,
      why: "Whoever reads the plan later must be able to see why a finding was accepted. Without a reason nothing is suppressed.",
      fix: "Write `# plan-ignore RULE: reason`.",
    },
    zhHans: {
      title: "忽略标记未写明规则或理由",
      message: (a) => (a.rule === "" ? "忽略标记未写明规则名称" : `忽略“${a.rule}”未说明理由`),
      why: "须让以后查阅的人知道为何接受该问题项。未写理由的忽略标记不生效。",
      fix: "写成 `# plan-ignore 规则名: 理由`。",
    },
  },
});

export const suppressionCodes = [unusedSuppression, suppressionWithoutReason];

interface Suppression {
  readonly rule: string;
  readonly span: Span;
  readonly file: SourceFile;
  readonly line: number;
  used: boolean;
}

/**
 * What is left after suppressing: the findings, and how many were silenced. Errors of reading (`yaml/`) cannot be
 * silenced; a suppression is unused only if its rule had its say in this run (`ran`).
 */
export function applySuppressions(
  findings: readonly Diagnostic[],
  comments: readonly Comment[],
  ran: (rule: string) => boolean,
): { readonly findings: readonly Diagnostic[]; readonly suppressed: number } {
  const suppressions: Suppression[] = [];
  const own = new FindingList();
  for (const { text, span, ownLine } of comments) {
    const match = directive.exec(text);
    if (match === null) continue;
    const rule = match[1] ?? "";
    if (rule === "" || (match[2] ?? "").trim() === "") {
      own.push(makeDiagnostic(suppressionWithoutReason, span, { rule }));
      continue;
    }
    const { line } = positionAt(span.file, span.start);
    suppressions.push({ rule, span, file: span.file, line: ownLine ? line + 1 : line, used: false });
  }
  if (suppressions.length === 0)
    return { findings: own.length === 0 ? findings : [...findings, ...own], suppressed: 0 };
  const byPlace = new Map<string, Suppression>();
  for (const suppression of suppressions) {
    const key = placeKey(suppression.rule, suppression.file, suppression.line);
    if (!byPlace.has(key)) byPlace.set(key, suppression);
  }
  const kept = findings.filter((finding) => !silence(finding, byPlace));
  for (const { rule, span, used } of suppressions) {
    if (!used && ran(rule)) own.push(makeDiagnostic(unusedSuppression, span, { rule }));
  }
  return { findings: [...kept, ...own], suppressed: findings.length - kept.length };
}

function placeKey(rule: string, file: SourceFile, line: number): string {
  return `${line} ${rule} ${file.name}`;
}

function silence({ code, span }: Diagnostic, byPlace: ReadonlyMap<string, Suppression>): boolean {
  if (span === null || code.startsWith("yaml/")) return false;
  const { line } = positionAt(span.file, span.start);
  const hit = byPlace.get(placeKey(code, span.file, line));
  if (hit === undefined || hit.file !== span.file) return false;
  hit.used = true;
  return true;
}
