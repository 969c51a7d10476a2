/** One finding in words: head line, place with its section, code frames of it and of what it is held against, help. */
import type { Diagnostic, Localized, RelatedPlace, Severity } from "../diagnostics/diagnostic.ts";
import type { SectionOf } from "../diagnostics/section-of.ts";
import { keptTexts, quotedTexts, type Speaker } from "../language/speaker.ts";
import { severityWords } from "../language/words.ts";
import { codeFrame } from "../text/frame.ts";
import { printableLine } from "../text/printable.ts";
import { citePlace, sheetCell } from "../text/sheet-cell.ts";
import { positionAt, type Span } from "../text/source.ts";
import { displayWidth, hangingLines } from "../text/width.ts";
import type { OutputOptions } from "./check-run.ts";

/** What a finding is printed with. */
export type FindingPrint = Pick<OutputOptions, "speaker" | "paint" | "columns" | "tableColumns"> & {
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
      ? [...headLines(first, print), ...place, ...suggestionLines(first, print), ...helpLines(first, print)]
      : [
          ...findings.flatMap((finding) => [...headLines(finding, print), ...helpLines(finding, print)]),
          ...place,
        ];
  return `${lines.join("\n")}\n`;
}

/** A finding on one line: its head and where. */
export function briefText(finding: Diagnostic, plan: string | null, print: FindingPrint): string {
  const { span } = finding;
  if (span === null) return headLines(finding, print).join("\n");
  const { line } = positionAt(span.file, span.start);
  const { speaker } = print;
  const place = span.file.name === plan ? speaker.say(lineWords(line)) : printableLine(citePlace(span));
  const section = sectionWords(span, print);
  const inner = section === "" ? place : `${place}${speaker.chinese ? "，" : ", "}${section}`;
  return headLines(finding, print, speaker.chinese ? `（${inner}）` : ` (${inner})`).join("\n");
}

function lineWords(line: number): Localized {
  return { en: `line ${line}`, zhHans: `第 ${line} 行` };
}

/** `错误 target/conflict：…`, with what else belongs to it behind; wrapped on a terminal. */
function headLines(finding: Diagnostic, print: FindingPrint, behind = ""): readonly string[] {
  const { code, severity, message } = finding;
  const { speaker, paint } = print;
  const words = `${printableLine(speaker.say(message, keptTexts(finding)))}${behind}`;
  const severityWord = speaker.say(severityWords[severity]);
  const head = `${severityColour(severity, paint)(severityWord)} ${paint.dim(code)}${colon(speaker)}`;
  return behindHead(head, displayWidth(`${severityWord} ${code}${colon(speaker)}`), words, print);
}

/** Spaces before the further lines of wrapped words: more than stand before a note. */
const hanging = 4;

/** Words behind a head, wrapped where they are read on a terminal; in a pipe each stays on its line. */
function behindHead(
  head: string,
  width: number,
  words: string,
  { tableColumns }: FindingPrint,
): readonly string[] {
  const columns = tableColumns === null ? null : Math.max(40, tableColumns);
  const [first = "", ...others] = hangingLines(words, width, columns, hanging);
  return [head + first, ...others];
}

/** A line of a further place, the suggestion or the help: `  note: …`. */
function noteLines(head: Localized, words: string, print: FindingPrint): readonly string[] {
  const shown = `  ${print.speaker.say(head)}${colon(print.speaker)}`;
  return behindHead(shown, displayWidth(shown), words, print);
}

/** The place with its frame, then the further places, each with its own where there are few. */
function placeLines({ severity, span, related }: Diagnostic, print: FindingPrint): readonly string[] {
  const framed = related.length <= mostFramed ? related : [];
  const width = gutterWidth(span === null ? [] : [span, ...framed.map((place) => place.span)]);
  const lines: string[] = [];
  const shown = new Set<Span>();
  const frame = (place: Span, colour: (text: string) => string): void => {
    const { text, marked } = frameLines(place, related, width, colour, print);
    lines.push(...text);
    for (const one of [place, ...marked]) shown.add(one);
  };
  if (span !== null) {
    const { line, column } = positionAt(span.file, span.start);
    const section = sectionWords(span, print);
    const said = section === "" ? "" : ` · ${section}`;
    const place =
      sheetCell(span) === null
        ? `${printableLine(span.file.name)}:${line}:${column}`
        : printableLine(citePlace(span));
    lines.push(`${" ".repeat(width)} ${print.paint.cyan("→")} ${place}${said}`);
    frame(span, severityColour(severity, print.paint));
  }
  if (framed.length === 0) return [...lines, ...manyPlaces(related, span, print)];
  for (const place of framed) {
    lines.push(...relatedLines(place, span, print));
    if (!shown.has(place.span)) frame(place.span, print.paint.cyan);
  }
  return lines;
}

function gutterWidth(spans: readonly Span[]): number {
  return Math.max(0, ...spans.map(({ file, start }) => String(positionAt(file, start).line).length));
}

/** Source line and the marks below it, with the further places that it marks. An empty file, or one that is no text, has no line to show. */
function frameLines(
  span: Span,
  besides: readonly RelatedPlace[],
  width: number,
  colour: (text: string) => string,
  { paint, columns }: FindingPrint,
): { readonly text: readonly string[]; readonly marked: readonly Span[] } {
  if (span.file.text === "") return { text: [], marked: [] };
  const others = besides.flatMap((place) => (place.span === span ? [] : [place.span]));
  const { line, source, carets, marked } = codeFrame(span, Math.max(40, columns - gutterMargin), others);
  const marks = carets.split(/(-+)/).map((part) => (part.startsWith("-") ? paint.cyan(part) : colour(part)));
  return {
    text: [
      `${paint.cyan(`${String(line).padStart(width)} |`)} ${source}`,
      `${paint.cyan(`${" ".repeat(width)} |`)} ${marks.join("")}`,
    ],
    marked,
  };
}

/** `section 2.1`, in the words of the language; empty where the plan names none. */
function sectionWords(span: Span, { speaker, sectionOf }: FindingPrint): string {
  const section = sectionOf(span);
  if (section === null) return "";
  const id = printableLine(section);
  return speaker.say({ en: `section ${id}`, zhHans: `章节“${id}”` }, [id]);
}

function relatedLines(place: RelatedPlace, from: Span | null, print: FindingPrint): readonly string[] {
  return noteLines(noteWord, relatedWords(place, from, print), print);
}

/** A further place; in the file of the finding, which is named above, its line is enough. */
function relatedWords(place: RelatedPlace, from: Span | null, print: FindingPrint): string {
  const { file, start } = place.span;
  const at =
    file === from?.file
      ? print.speaker.say(lineWords(positionAt(file, start).line))
      : printableLine(citePlace(place.span));
  const section = sectionWords(place.span, print);
  const chinese = print.speaker.chinese;
  const head = noteOf(place, print);
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
    if (alike.length <= most) lines.push(...relatedLines(place, from, print));
  }
  for (const alike of byNote.values()) {
    const [first, ...others] = alike.slice(most);
    if (first === undefined) continue;
    const count = others.length + 1;
    if (count === 1) {
      lines.push(...relatedLines(first, from, print));
      continue;
    }
    const at = lineRanges([first, ...others].map(({ span }) => positionAt(span.file, span.start).line));
    const shown = at.slice(0, mostRanges);
    const isCut = at.length > shown.length;
    const more = print.speaker.say({
      en: `, ${count}${most === 0 ? " places" : " more"}, at ${at.length === 1 && !at[0]?.includes("–") ? "line" : "lines"} ${shown.join(", ")}${isCut ? " …" : ""}`,
      zhHans: `，${most === 0 ? "共" : "另有"} ${count} 处，见第 ${shown.join("、").replaceAll("–", "～")}${isCut ? " 等行" : " 行"}`,
    });
    lines.push(...noteLines(noteWord, `${noteOf(first, print)}${more}`, print));
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

function noteOf({ note }: RelatedPlace, { speaker }: FindingPrint): string {
  return printableLine(speaker.say(note, quotedTexts(note.zhHans)));
}

/** What would be right, where the message does not name it already. */
function suggestionLines(finding: Diagnostic, print: FindingPrint): readonly string[] {
  const { suggestion, message } = finding;
  // A sign alone stands in the message, where it can be seen.
  if (suggestion === null || /^[\p{P}\p{S}\s]*$/u.test(suggestion)) return [];
  const said = print.speaker.chinese ? message.zhHans : message.en;
  if (said.includes(`"${suggestion}"`) || said.includes(`“${suggestion}”`)) return [];
  return noteLines(tryWord, printableLine(suggestion), print);
}

function helpLines({ help }: Diagnostic, print: FindingPrint): readonly string[] {
  return noteLines(helpWord, print.speaker.say(help), print);
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
