/** What every printed document has in common: whose plan it is, as of when, from what, and how to ask. */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { Language, Speaker } from "../../language/speaker.ts";
import { own } from "../../text/own.ts";
import { fitText, textWidth } from "../charts/svg.ts";
import { printDay } from "../dates.ts";
import { cssString, plainText } from "../escape.ts";
import type { ReportInput } from "../report-input.ts";
import { demoWords, planStatusWords, type StatusLabel } from "../status-labels.ts";
import type { ViewContext } from "./context.ts";
import { nextReportDue } from "./next-report.ts";
import type { LabelledText } from "./printed-parts.ts";

/** The part of a view that `page.html` and the heads of Markdown templates print. */
export interface DocumentFrame {
  readonly language: Language;
  /** Words of the document; a report with words of its own adds them. */
  readonly labels: Readonly<Record<StatusLabel, string>>;
  /** Title of the plan. */
  readonly title: string;
  /** What this document is: "Where the plan stands". */
  readonly reportTitle: string;
  /** Both, for the title bar and the running title. */
  readonly documentTitle: string;
  /** Running title and page numbers for print, as CSS. */
  readonly pageCssHtml: string;
  readonly facts: readonly LabelledText[];
  /** The notice that data are made up; null when they are not. */
  readonly demo: string | null;
  /** The same in short, for captions. */
  readonly demoCaption: string | null;
  /** Program and version, in a line. */
  readonly colophon: string;
}

/** The frame of one report on one plan; only documents that cite lines of the plan's file name it. */
export function makeFrame(
  input: ReportInput,
  context: ViewContext,
  report: Localized,
  citesLines = false,
): DocumentFrame {
  const { labels, plan, speaker, compilation } = context;
  const { demo } = compilation.records;
  const title = plan.title?.value ?? plan.id?.value ?? compilation.file.name;
  const reportTitle = speaker.say(report);
  const colophon = `${labels.madeWith}${labels.colon}planwright ${input.version}`;
  return {
    language: speaker.language,
    labels,
    title,
    reportTitle,
    documentTitle: `${title}${labels.colon}${reportTitle}`,
    pageCssHtml:
      pageCss(title, demo ? speaker.say(demoWords.chart) : reportTitle, speaker) + colophonCss(colophon),
    facts: factsOf(input, context, citesLines),
    demo: demo ? speaker.say(demoWords.banner) : null,
    demoCaption: demo ? speaker.say(demoWords.caption) : null,
    colophon,
  };
}

function factsOf(
  { compilation, inputsDigest }: ReportInput,
  context: ViewContext,
  citesLines: boolean,
): readonly LabelledText[] {
  const { asOf, labels, plan, speaker } = context;
  const { issuer, status } = plan;
  const facts: LabelledText[] = [];
  // Dots and dashes alone hold a place for what is not known yet.
  const add = (label: string, text: string | null | undefined): void => {
    if (text !== null && text !== undefined && !/^[\s….·_—–-]*$/.test(text)) facts.push({ label, text });
  };
  add(labels.asOf, printDay(asOf, speaker));
  add(labels.nextReport, nextReportText(context));
  add(labels.issuer, issuer?.name?.value);
  add(labels.number, issuer?.number?.value);
  add(labels.period, periodText(context));
  const known = status === null ? undefined : own(planStatusWords, status.value);
  add(labels.documentStatus, known === undefined ? status?.value : speaker.say(known));
  add(labels.contact, issuer?.contact?.value);
  // Without its folders: the same plan makes the same document wherever it lies.
  if (citesLines)
    add(labels.planFile, compilation.file.name.slice(compilation.file.name.lastIndexOf("/") + 1));
  add(labels.version, inputsDigest?.slice(0, versionDigits));
  return facts;
}

/** Digits of the digest that are printed: enough to tell versions of one plan apart. */
const versionDigits = 12;

function nextReportText(context: ViewContext): string | null {
  const end = context.plan.period?.end?.value ?? null;
  const next = nextReportDue(context.compilation.results.rows, context.asOf, end);
  return next === null ? null : printDay(next, context.speaker);
}

/** The plan's period from day to day; null when the plan has none. */
export function periodText({ plan, speaker }: ViewContext): string | null {
  const { period } = plan;
  if (period === null) return null;
  const [start, end] = [period.start, period.end].map((side) =>
    side === null ? null : printDay(side.value, speaker),
  );
  const assumed = period.stated
    ? ""
    : speaker.say({ en: " (not stated; assumed)", zhHans: "（原文未写明，推定）" });
  if (start != null && end == null)
    return speaker.say({ en: `from ${start}${assumed}`, zhHans: `自${start}起${assumed}` });
  if (start == null || end == null) return `${period.text}${assumed}`;
  return speaker.say({ en: `${start} to ${end}${assumed}`, zhHans: `${start}至${end}${assumed}` });
}

/** Points of the letters in the head of a page, and of the room that its two texts share on A4, less a gap between them. */
const running9pt = 9;
const headRoom = 490;
/** Points between the margins of A4, 16 mm each. */
const titleRoom = 504;

/** The colophon of the printed report at the foot of its first page: as a last line it would now and then fill a page alone. */
export function colophonCss(colophon: string): string {
  return ` @page :first { @bottom-right { content: ${cssString(colophon)}; } }`;
}

/** Page numbers and running title of the printed report; a long title above it is set in smaller letters. */
export function pageCss(title: string, right: string, speaker: Speaker): string {
  const running = fitText(plainText(title), running9pt, headRoom - textWidth(right, running9pt));
  const [before = "", between = "", after = ""] = speaker
    .say({ en: "Page # of #", zhHans: "第 # 页 / 共 # 页" })
    .split("#");
  const parts = [
    `@top-left { content: ${cssString(running)}; }`,
    `@top-right { content: ${cssString(right)}; }`,
    `@bottom-center { content: ${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)}; }`,
  ];
  const size = titleSizes.find(({ font, lines }) => titleLines(title, font) <= lines)?.rule ?? "";
  return `@page { ${parts.join(" ")} }${size}`;
}

/**
 * Sizes of the letters of a title in points, as large as can be, and the lines that it may take in each: a title of 300
 * characters in 18 points would fill a third of the first page. The brief has sizes of its own.
 */
const titleSizes = [
  { font: 18, lines: 3, rule: "" },
  { font: 14, lines: 4, rule: " h1 { font-size: 14pt; }" },
  { font: 12, lines: Number.POSITIVE_INFINITY, rule: " h1 { font-size: 12pt; }" },
] as const;

/** Lines that a title takes between the margins of A4. */
function titleLines(title: string, font: number): number {
  return Math.ceil(textWidth(plainText(title), font) / titleRoom);
}
