/** One finding in words: head line, place with its section, code frames of it and of what it is held against, help. */
import type { Diagnostic, Localized, RelatedPlace, Severity } from "../diagnostics/diagnostic.ts";
import type { SectionOf } from "../diagnostics/section-of.ts";
import { keptTexts, quotedTexts, type Speaker } from "../language/speaker.ts";
import { severityWords } from "../language/words.ts";
import { codeFrame } from "../text/frame.ts";
import { printableLine } from "../text/printable.ts";
import { citePlace, sheetCell } from "../text/sheet-cell.ts";
import { positionAt, type Span } from "../text/source.ts";
import type { OutputOptions } from "./check-run.ts";

/** What a finding is printed with. */
export type FindingPrint = Pick<OutputOptions, "speaker" | "paint" | "columns"> & {
  readonly sectionOf: SectionOf;
};

/** Columns of a frame beside its source. */
const gutterMargin = 8;

/** A finding with no more further places than this shows their lines, too. */
const mostFramed = 2;

/** Places of one note beyond this number stand in one line. */
const mostPlaces = 4;

/** With more further places than this none stands alone but the only one of its note. */
const mostApart = 12;

/** Lines, or ranges of lines, that are named there. */
const mostRanges = 30;

/** One finding, or several of one place: then their heads and help, and the place once. */
export function findingText(findings: readonly Diagnostic[], print: FindingPrint): string {
  const [first, ...others] = findings;
  if (first === undefined) return "";
  const place = placeLines(first, print);
  const lines =
    others.length === 0
      ? [headLine(first, print), ...place, ...suggestionLines(first, print), helpLine(first, print)]
      : [...findings.flatMap((finding) => [headLine(finding, print), helpLine(finding, print)]), ...place];
  return `${lines.join("\n")}\n`;
}

/** A finding on one line: its head and where. */
export function briefText(finding: Diagnostic, plan: string | null, print: FindingPrint): string {
  const { span } = finding;
  if (span === null) return headLine(finding, print);
  const { line } = positionAt(span.file, span.start);
  const { speaker } = print;
  const place = span.file.name === plan ? speaker.say(lineWords(line)) : printableLine(citePlace(span));
  const section = sectionWords(span, print);
  const inner = section === "" ? place : `${place}${speaker.chinese ? "，" : ", "}${section}`;
  return `${headLine(finding, print)}${speaker.chinese ? `（${inner}）` : ` (${inner})`}`;
}

function lineWords(line: number): Localized {
  return { en: `line ${line}`, zhHans: `第 ${line} 行` };
}

/** `错误 target/conflict：…` */
function headLine(finding: Diagnostic, { speaker, paint }: FindingPrint): string {
  const { code, severity, message } = finding;
  const words = printableLine(speaker.say(message, keptTexts(finding)));
  return `${severityColour(severity, paint)(speaker.say(severityWords[severity]))} ${paint.dim(code)}${colon(speaker)}${words}`;
}

/** The place with its frame, then the further places, each with its own where there are few. */
function placeLines({ severity, span, related }: Diagnostic, print: FindingPrint): readonly string[] {
  const framed = related.length <= mostFramed ? related : [];
  const width = gutterWidth(span === null ? [] : [span, ...framed.map((place) => place.span)]);
  const lines: string[] = [];
  if (span !== null) {
    const { line, column } = positionAt(span.file, span.start);
    const section = sectionWords(span, print);
    const said = section === "" ? "" : ` · ${section}`;
    const place =
      sheetCell(span) === null
        ? `${printableLine(span.file.name)}:${line}:${column}`
        : printableLine(citePlace(span));
    lines.push(`${" ".repeat(width)} ${print.paint.cyan("→")} ${place}${said}`);
    lines.push(...frameLines(span, width, severityColour(severity, print.paint), print));
  }
  if (framed.length === 0) return [...lines, ...manyPlaces(related, span, print)];
  for (const place of framed) {
    lines.push(relatedLine(place, span, print));
    if (span === null || !isOnLineOf(place.span, span))
      lines.push(...frameLines(place.span, width, print.paint.cyan, print));
  }
  return lines;
}

function gutterWidth(spans: readonly Span[]): number {
  return Math.max(0, ...spans.map(({ file, start }) => String(positionAt(file, start).line).length));
}

function isOnLineOf(a: Span, b: Span): boolean {
  return a.file === b.file && positionAt(a.file, a.start).line === positionAt(b.file, b.start).line;
}

/** Source line and carets. An empty file, or one that is no text, has no line to show. */
function frameLines(
  span: Span,
  width: number,
  colour: (text: string) => string,
  { paint, columns }: FindingPrint,
): readonly string[] {
  if (span.file.text === "") return [];
  const frame = codeFrame(span, Math.max(40, columns - gutterMargin));
  return [
    `${paint.cyan(`${String(frame.line).padStart(width)} |`)} ${frame.source}`,
    `${paint.cyan(`${" ".repeat(width)} |`)} ${colour(frame.carets)}`,
  ];
}

/** `section 2.1`, in the words of the language; empty where the plan names none. */
function sectionWords(span: Span, { speaker, sectionOf }: FindingPrint): string {
  const section = sectionOf(span);
  if (section === null) return "";
  const id = printableLine(section);
  return speaker.say({ en: `section ${id}`, zhHans: `章节“${id}”` }, [id]);
}

/** A further place; in the file of the finding, which is named above, its line is enough. */
function relatedLine(place: RelatedPlace, from: Span | null, print: FindingPrint): string {
  const { file, start } = place.span;
  const at =
    file === from?.file
      ? print.speaker.say(lineWords(positionAt(file, start).line))
      : printableLine(citePlace(place.span));
  const section = sectionWords(place.span, print);
  const chinese = print.speaker.chinese;
  const head = relatedHead(place, print);
  // A note that names the section is not told it again; where it ends with it, the line stands beside it.
  const own = section === "" ? "" : chinese ? `（${section}）` : ` (${section})`;
  if (own !== "" && head.endsWith(own)) {
    const inner = head.slice(0, -1);
    return chinese ? `${inner}，${at}）` : `${inner}, ${at})`;
  }
  const isNamed = section === "" || print.speaker.say(place.note).includes(section);
  if (chinese) return `${head}（${at}${isNamed ? "" : `，${section}`}）`;
  return `${head} (${at}${isNamed ? "" : `, ${section}`})`;
}

/** Each place on a line; those beyond a few of one note on one together. */
function manyPlaces(
  related: readonly RelatedPlace[],
  from: Span | null,
  print: FindingPrint,
): readonly string[] {
  const lines: string[] = [];
  const most = related.length > mostApart ? 0 : mostPlaces;
  const byNote = new Map<string, RelatedPlace[]>();
  for (const place of related) {
    const alike = byNote.get(place.note.en) ?? [];
    byNote.set(place.note.en, alike);
    alike.push(place);
    if (alike.length <= most) lines.push(relatedLine(place, from, print));
  }
  for (const alike of byNote.values()) {
    const [first, ...others] = alike.slice(most);
    if (first === undefined) continue;
    const count = others.length + 1;
    if (count === 1) {
      lines.push(relatedLine(first, from, print));
      continue;
    }
    const at = lineRanges([first, ...others].map(({ span }) => positionAt(span.file, span.start).line));
    const shown = at.slice(0, mostRanges);
    const isCut = at.length > shown.length;
    const more = print.speaker.say({
      en: `, ${count}${most === 0 ? " places" : " more"}, at ${at.length === 1 && !at[0]?.includes("–") ? "line" : "lines"} ${shown.join(", ")}${isCut ? " …" : ""}`,
      zhHans: `，${most === 0 ? "共" : "另有"} ${count} 处，见第 ${shown.join("、").replaceAll("–", "～")}${isCut ? " 等行" : " 行"}`,
    });
    lines.push(`${relatedHead(first, print)}${more}`);
  }
  // Two places on one line are named alike.
  return [...new Set(lines)];
}

/** Lines in the order of the file, each once, neighbours as a range: 6–12, 14. */
function lineRanges(lines: readonly number[]): readonly string[] {
  const ranges: { from: number; to: number }[] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && line === last.to + 1) last.to = line;
    else ranges.push({ from: line, to: line });
  }
  return ranges.flatMap(({ from, to }) => {
    if (to - from > 1) return [`${from}–${to}`];
    return from === to ? [`${from}`] : [`${from}`, `${to}`];
  });
}

function relatedHead({ note }: RelatedPlace, { speaker }: FindingPrint): string {
  return `  ${speaker.say(noteWord)}${colon(speaker)}${printableLine(speaker.say(note, quotedTexts(note.zhHans)))}`;
}

function suggestionLines({ suggestion }: Diagnostic, { speaker }: FindingPrint): readonly string[] {
  // A sign alone stands in the message, where it can be seen.
  return suggestion === null || /^[\p{P}\p{S}\s]*$/u.test(suggestion)
    ? []
    : [`  ${speaker.say(tryWord)}${colon(speaker)}${printableLine(suggestion)}`];
}

function helpLine({ help }: Diagnostic, { speaker }: FindingPrint): string {
  return `  ${speaker.say(helpWord)}${colon(speaker)}${speaker.say(help)}`;
}

function colon(speaker: Speaker): string {
  return speaker.chinese ? "：" : ": ";
}

const noteWord: Localized = { en: "note", zhHans: "参见" };
const tryWord: Localized = { en: "did you mean", zhHans: "是否为" };
const helpWord: Localized = { en: "help", zhHans: "处理" };

/** The colour of a severity on a terminal. */
export function severityColour(severity: Severity, paint: OutputOptions["paint"]): (text: string) => string {
  return severity === "error" ? paint.red : severity === "warning" ? paint.yellow : paint.cyan;
}
