/**
 * Suppressions: `# plan-ignore RULE: reason` silences a finding at its line, `(until 2027-01-01)` behind the reason up to and
 * with that day. Unused ones, expired ones and those without reason are findings.
 */
import { positionAt, type SourceFile, type Span } from "../text/source.ts";
import { type Diagnostic, defineCode, makeDiagnostic } from "./diagnostic.ts";
import { FindingList } from "./finding-list.ts";
import { nearest } from "./suggest.ts";

/** A comment of the source; the same shape as the YAML reader's. */
interface Comment {
  readonly text: string;
  readonly span: Span;
  readonly ownLine: boolean;
}

const directive = /^\s*plan-ignore\b\s*([^\s:：]*)\s*(?:[:：]\s*(.*))?$/su;

/** `near`: the rule that is perhaps meant, where the name is that of none; null for none, undefined where the rule exists. */
export const unusedSuppression = defineCode<{ rule: string; near?: string | null }>({
  code: "suppression/unused",
  severity: "warning",
  text: {
    en: {
      title: "Suppression that silences nothing",
      message: ({ rule, near }) =>
        near === undefined
          ? `nothing here is found by ${rule}, so this suppression is not needed`
          : `there is no rule ${rule}${near === null ? "" : ` (${near} may be meant)`}; this suppression silences nothing`,
      why: "A suppression that outlives its finding hides the next one.",
      fix: "Delete the comment, correct the name of the rule, or move it to the line of the finding (or the line above it).",
    },
    zhHans: {
      title: "无效的忽略标记",
      message: ({ rule, near }) =>
        near === undefined
          ? `此处没有“${rule}”的问题项，该忽略标记已无必要`
          : `没有名为“${rule}”的规则${near === null ? "" : `（是否指“${near}”？）`}，该忽略标记不起作用`,
      why: "问题项消除后仍保留的忽略标记，会掩盖以后出现的同类问题项。",
      fix: "删除该注释，或按问题项所列的规则名更正，或将其移到问题项所在行（或上一行）。",
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

/** `held`: it still silences, as the run does not judge by the calendar. */
export const expiredSuppression = defineCode<{ rule: string; until: string; held: boolean }>({
  code: "suppression/expired",
  severity: "warning",
  text: {
    en: {
      title: "Suppression that has expired",
      message: (a) =>
        a.held
          ? `the suppression of ${a.rule} ended on ${a.until}; a check of the text alone (\`--only plan\`) still heeds it, every other reports its findings again`
          : `the suppression of ${a.rule} held until ${a.until}; its findings are reported again`,
      why: "A finding was accepted for a time only; that time is over.",
      fix: "Correct what the rule finds and delete the comment, or write a later day where the reason still holds.",
    },
    zhHans: {
      title: "忽略标记已过期",
      message: (a) =>
        a.held
          ? `忽略“${a.rule}”的期限为 ${a.until}，现已过期；只查文本时（\`--only plan\`）仍予忽略，其他检查重新列出相关问题项`
          : `忽略“${a.rule}”的期限为 ${a.until}，现已过期，相关问题项重新列出`,
      why: "该问题项只在一定期限内予以接受，期限已过。",
      fix: "改正规则所查出的问题后删除该注释；理由仍然成立的，写明新的期限。",
    },
  },
});

export const suppressionWithoutDay = defineCode<{ rule: string; until: string }>({
  code: "suppression/no-date",
  severity: "warning",
  text: {
    en: {
      title: "Suppression with an invalid end date",
      message: (a) => `the suppression of ${a.rule} ends on "${a.until}", which is not a valid date`,
      why: "A suppression that cannot be dated would never end. Until it has a day it silences nothing.",
      fix: "Write the day as in `(until 2027-01-01)`, or leave it out.",
    },
    zhHans: {
      title: "忽略标记的期限有误",
      message: (a) => `忽略“${a.rule}”的期限“${a.until}”不是有效日期`,
      why: "期限无法识别，忽略标记就不会失效。更正之前，该标记不生效。",
      fix: "写成 `（至 2027-01-01）`，不设期限的可不写。",
    },
  },
});

export const suppressionCodes = [
  unusedSuppression,
  suppressionWithoutReason,
  expiredSuppression,
  suppressionWithoutDay,
];

/** `(until 2027-01-01)`, `（至 2027-01-01）` at the end of a reason. */
const expiry = /[(（]\s*(?:until\s|(?:有效期至|至)\s*(?=\d))\s*([^()（）]{0,40}?)\s*[)）]\s*$/iu;

/** A finding that a suppression silences, and why. */
export interface Silenced {
  readonly finding: Diagnostic;
  readonly reason: string;
}

/** What the judgement of suppressions needs to know of a run. */
export interface SuppressionSettings {
  /** The rule had its say in this run; otherwise nobody knows whether a suppression is needed. */
  readonly ran: (rule: string) => boolean;
  /** Days are counted from any one day; null for a text that is no ISO day. */
  readonly dayOf: (text: string) => number | null;
  readonly asOf: number;
  /** False where only the text is judged: then the calendar alone must not bring a finding back, and an end that is past is noted. */
  readonly endsByDate: boolean;
  /** The names of all rules; asked only when a suppression silenced nothing. */
  readonly ruleNames: () => readonly string[];
  /** What was found and is not told, as another finding tells the cause: a suppression of it has its use. */
  readonly untold: () => readonly Diagnostic[];
}

/** What is left after suppressing, and what was silenced. */
export interface Suppressed {
  readonly findings: readonly Diagnostic[];
  readonly silenced: readonly Silenced[];
}

interface Suppression {
  readonly rule: string;
  readonly reason: string;
  readonly span: Span;
  readonly file: SourceFile;
  readonly line: number;
  used: boolean;
}

/**
 * Takes out what is suppressed. Errors of reading (`yaml/`) cannot be silenced; a suppression is unused only if its rule
 * had its say.
 */
export function applySuppressions(
  findings: readonly Diagnostic[],
  comments: readonly Comment[],
  settings: SuppressionSettings,
): Suppressed {
  const own = new FindingList();
  const suppressions = comments.flatMap((comment) => readSuppression(comment, settings, own) ?? []);
  if (suppressions.length === 0)
    return { findings: own.length === 0 ? findings : [...findings, ...own], silenced: [] };
  const byPlace = new Map<string, Suppression>();
  for (const suppression of suppressions) {
    const key = placeKey(suppression.rule, suppression.file, suppression.line);
    if (!byPlace.has(key)) byPlace.set(key, suppression);
  }
  const silenced: Silenced[] = [];
  const kept = findings.filter((finding) => {
    const hit = silencerOf(finding, byPlace);
    if (hit === null) return true;
    hit.used = true;
    silenced.push({ finding, reason: hit.reason });
    return false;
  });
  for (const echo of settings.untold()) {
    const hit = silencerOf(echo, byPlace);
    if (hit !== null) hit.used = true;
  }
  for (const { rule, span, used } of suppressions) {
    if (used || !settings.ran(rule)) continue;
    const names = settings.ruleNames();
    const near = nearest(rule, names);
    own.push(makeDiagnostic(unusedSuppression, span, names.includes(rule) ? { rule } : { rule, near }));
  }
  return { findings: [...kept, ...own], silenced };
}

const asNote = { severity: "info" } as const;

/** The suppression of a comment; null for another comment, and for one that does not hold, which is told. */
function readSuppression(
  { text, span, ownLine }: Comment,
  { dayOf, asOf, ran, endsByDate }: SuppressionSettings,
  told: FindingList,
): Suppression | null {
  const match = directive.exec(text);
  if (match === null) return null;
  const rule = match[1] ?? "";
  const words = (match[2] ?? "").trim();
  const until = expiry.exec(words)?.[1] ?? null;
  const reason = words.replace(expiry, "").trim();
  if (rule === "" || reason === "") {
    told.push(makeDiagnostic(suppressionWithoutReason, span, { rule }));
    return null;
  }
  const last = until === null ? Number.POSITIVE_INFINITY : dayOf(until);
  if (last === null) {
    told.push(makeDiagnostic(suppressionWithoutDay, span, { rule, until: until ?? "" }));
    return null;
  }
  if (last < asOf) {
    const args = { rule, until: until ?? "", held: !endsByDate };
    if (ran(rule)) told.push(makeDiagnostic(expiredSuppression, span, args, endsByDate ? {} : asNote));
    if (endsByDate) return null;
  }
  const { line } = positionAt(span.file, span.start);
  return { rule, reason: words, span, file: span.file, line: ownLine ? line + 1 : line, used: false };
}

function placeKey(rule: string, file: SourceFile, line: number): string {
  return `${line} ${rule} ${file.name}`;
}

function silencerOf(
  { code, span }: Diagnostic,
  byPlace: ReadonlyMap<string, Suppression>,
): Suppression | null {
  if (span === null || code.startsWith("yaml/")) return null;
  const { line } = positionAt(span.file, span.start);
  const hit = byPlace.get(placeKey(code, span.file, line));
  return hit === undefined || hit.file !== span.file ? null : hit;
}
