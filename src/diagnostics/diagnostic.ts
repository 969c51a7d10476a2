/**
 * Findings: what the compiler tells the user. Plain data; nothing here prints or decides.
 */
import type { Span } from "../text/source.ts";
import type { Severity } from "./severity.ts";

export { type Severity, severities } from "./severity.ts";

/** A text in both languages of the project; Traditional Chinese is converted from `zhHans`. */
export interface Localized {
  readonly en: string;
  readonly zhHans: string;
}

/** Arguments of a message: what was found, what was expected. */
export type MessageArgs = Readonly<Record<string, string | number | boolean | null>>;

/** What a finding is about: a kind of the plan format (`indicator`, `phase` …) and its id. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** A further place that belongs to a finding, with a short note. */
export interface RelatedPlace {
  readonly span: Span;
  readonly note: Localized;
}

/** One edit of a cure: what stands at the span is replaced by the text. */
export interface FixEdit {
  readonly span: Span;
  readonly text: string;
}

/** One finding. `span` is null only when it belongs to no place in a file. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly args: MessageArgs;
  readonly message: Localized;
  /** What to do, in words; shown as the help line. */
  readonly help: Localized;
  readonly span: Span | null;
  readonly related: readonly RelatedPlace[];
  /** The text that would be right, where one is sure; null otherwise. */
  readonly suggestion: string | null;
  readonly subject: Subject | null;
  /**
   * The edits that cure it, which belong together and do not overlap; only where it is sure that they keep what the author meant. For
   * `check --fix` and editors.
   */
  readonly fix?: readonly FixEdit[];
  /** How many faults of one place it tells, where more than one: a baseline knows as many as it was written with. */
  readonly faults?: number;
}

/** A value together with the findings made on the way to it. */
export interface Outcome<T> {
  readonly value: T;
  readonly findings: readonly Diagnostic[];
}

/** Words of a code in one language. `message` starts after the subject, names the value found and expected. */
export interface CodeText<A extends MessageArgs> {
  readonly title: string;
  message(args: A): string;
  readonly why: string;
  readonly fix: string;
  /** What to do in this case, where that depends on it; null for `fix`. */
  help?(args: A): string | null;
}

/** A kind of finding: its name, its default severity and its words in every language. */
export interface CodeDefinition<A extends MessageArgs = MessageArgs> {
  readonly code: string;
  readonly severity: Severity;
  readonly text: { readonly en: CodeText<A>; readonly zhHans: CodeText<A> };
}

/** What may accompany a finding when it is made. */
export interface FindingExtras {
  readonly related?: readonly RelatedPlace[];
  readonly suggestion?: string | null;
  readonly subject?: Subject | null;
  /** As `Diagnostic.fix`; none when empty. */
  readonly fix?: readonly FixEdit[];
  /** As `Diagnostic.faults`. */
  readonly faults?: number;
  /** Arguments that the Chinese message shows otherwise: names where the English one has ids. */
  readonly inChinese?: MessageArgs | null;
  /** Overrides the code's severity where the format grades one fault by its case. */
  readonly severity?: Severity;
}

/** Declares a code that is not a rule (found while loading). */
export function defineCode<A extends MessageArgs>(definition: CodeDefinition<A>): CodeDefinition<A> {
  return definition;
}

/** Longest text of a plan that a message repeats: a name may have a million letters, and be named in a thousand findings. */
const longestText = 1000;

/** A longer text is no slip to be replaced whole. */
const longestSuggestion = 2000;

function withoutLongTexts<A extends MessageArgs>(args: A): A {
  if (!Object.values(args).some((value) => typeof value === "string" && value.length > longestText))
    return args;
  const long = Object.entries(args).flatMap(([key, value]) =>
    typeof value === "string" && value.length > longestText ? [[key, `${value.slice(0, longestText)}…`]] : [],
  );
  return { ...args, ...Object.fromEntries(long) };
}

/** Makes a finding of a code. */
export function makeDiagnostic<A extends MessageArgs>(
  definition: CodeDefinition<A>,
  span: Span | null,
  args: A,
  extras: FindingExtras = {},
): Diagnostic {
  const { en, zhHans } = definition.text;
  const shown = withoutLongTexts(args);
  const { fix, faults = 1 } = extras;
  const named = extras.inChinese ?? null;
  const inChinese = named === null ? shown : { ...shown, ...withoutLongTexts(named) };
  const finding: Diagnostic = {
    code: definition.code,
    severity: extras.severity ?? definition.severity,
    args: shown,
    message: { en: en.message(shown), zhHans: zhHans.message(inChinese) },
    help: { en: en.help?.(shown) ?? en.fix, zhHans: zhHans.help?.(inChinese) ?? zhHans.fix },
    span,
    related: extras.related ?? [],
    suggestion: (extras.suggestion?.length ?? 0) > longestSuggestion ? null : (extras.suggestion ?? null),
    subject: extras.subject ?? null,
  };
  const counted = faults === 1 ? finding : { ...finding, faults };
  return fix === undefined || fix.length === 0 ? counted : { ...counted, fix };
}

/**
 * The one order of findings: file, place, code. Findings that say the same of the same place
 * (an alias used twice) are kept once.
 */
export function orderDiagnostics(findings: readonly Diagnostic[]): Diagnostic[] {
  const sorted = [...findings].sort(compareDiagnostics);
  return sorted.filter((finding, i) => {
    const before = sorted[i - 1];
    return (
      before === undefined ||
      compareDiagnostics(before, finding) !== 0 ||
      before.message.en !== finding.message.en
    );
  });
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  const fileA = a.span?.file.name ?? "";
  const fileB = b.span?.file.name ?? "";
  if (fileA !== fileB) return fileA < fileB ? -1 : 1;
  const place = (a.span?.start ?? 0) - (b.span?.start ?? 0) || (a.span?.end ?? 0) - (b.span?.end ?? 0);
  if (place !== 0) return place;
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
