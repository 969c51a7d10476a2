/** Turns a view into text by a precompiled Handlebars template. Nothing is fetched, compiled or looked up at run time. */
import Handlebars from "handlebars/runtime";
import { partials, templates } from "../../generated/templates.js";
import { withContents } from "./contents.ts";
import { withoutDeadLinks } from "./dead-links.ts";
import { escapeMarkdown, escapeMarkdownCode, plainText } from "./escape.ts";
import { withFittedColumns } from "./fit-columns.ts";
import { formats, type ReportFormatName } from "./formats.ts";
import type { ReportName } from "./reports.ts";
import type { DocumentFrame } from "./view/frame.ts";

/**
 * Writes a report. Every text of the view is made safe for the format on the way: control and bidirectional characters
 * are shown as escapes, Markdown signs are escaped; fields whose names end in `Html` or `Markdown` are markup already.
 */
export function renderReport(
  view: DocumentFrame,
  template: ReportName | "index",
  format: ReportFormatName,
): string {
  const specification = templates[`${template}/${format}`];
  if (specification === undefined) throw new Error(`no template ${template} for ${format}`);
  return finishedText(engine().template(specification)(safeView(view, format)), format);
}

/** The view as JSON: what a template is given, with its texts as they are. Markup of charts is left out. */
export function viewAsJson(view: DocumentFrame): string {
  const withoutMarkup = (key: string, value: unknown): unknown => (markup.test(key) ? undefined : value);
  return `${JSON.stringify(view, withoutMarkup, 2)}\n`;
}

/** The view with every text made safe for a format. */
export function safeView(view: DocumentFrame, format: ReportFormatName): unknown {
  return formats[format].escaping === "markdown"
    ? mapTexts(view, escapeMarkdown, escapeMarkdownCode)
    : mapTexts(view, plainText, plainText);
}

/** What a template gave, with what every document of the format has: the contents list, days that are not broken. */
export function finishedText(text: string, format: ReportFormatName): string {
  return formats[format].escaping === "markdown"
    ? `${text.trimEnd()}\n`
    : heldInHeads(
        heldInColumns(
          heldTogether(withNothingMarked(withFittedColumns(withoutDeadLinks(withContents(text))))),
        ),
      );
}

const columnHead = /(<th scope="col"[^>]*>)([^<]*)(?=<\/th>)/g;

const datedLabel = / data-label="[^"]*\d [A-Z][a-z]{2} \d{4}[^"]*"/g;
const dayInLabel = /(\d{1,2}) ([A-Z][a-z]{2}) (?=\d{4})/g;

/**
 * Heads of columns that name several things are broken between them, 完成情况／存在问题 not within 存在; where they stand
 * before each cell, no line ends within a day.
 */
function heldInHeads(html: string): string {
  const whole = html.replace(datedLabel, (label) => label.replace(dayInLabel, "$1\u00a0$2\u00a0"));
  return whole.replace(columnHead, (head: string, opening: string, words: string) => {
    if (!words.includes("／")) return head;
    const parts = words.split(/(?<=／)/).map((part) => `<span class="unbroken">${part}</span>`);
    return `${opening}${parts.join("")}`;
  });
}

/** A labelled cell that holds but the dash for what is not stated. */
const nothing = /<td( class="number")?( data-label="[^"]*">(?:<div>)?[—–](?:<\/div>)?<\/td>)/g;

/** The same HTML with such cells marked: on phones, where each cell takes a line, they are left out. */
function withNothingMarked(html: string): string {
  return html.replace(
    nothing,
    (_, number: string | undefined, rest: string) =>
      `<td class="${number === undefined ? "nil" : "number nil"}"${rest}`,
  );
}

/**
 * Elements whose text is no running text, tags; days as they are printed with the brackets around them, and what is said
 * of a day that was not stated; sections as they are cited; percentage points and units of several parts with their figure.
 */
const taggedOrHeld =
  /<(style|title|svg)\b[\s\S]*?<\/\1>|<[^>]*>|((?:（未[注註]明，按期末(?:\d{4}年\d{1,2}月\d{1,2}日)?[计計]）|[（(]?(?:自?\d{4}年\d{1,2}月\d{1,2}日起?|\b\d{1,2} [A-Z][a-z]{2,8} \d{4}\b)[）)]?))|([“「][一二三四五六七八九十]{1,3}(?:（[一二三四五六七八九十]{1,3}）)?\d{0,3}[”」]|[+≥≤−-]?\d[\d.,]{0,24}(?:[个個]百分[点點]| ?[一-龥]{1,3}\/[一-龥]{1,3}(?:·[一-龥]{1,2})?))/g;

/** The same HTML with every day, cited section and difference in points of its running text held together: no line ends between 31 and 日. */
function heldTogether(html: string): string {
  return html.replace(taggedOrHeld, (found, _, day?: string, whole?: string) => {
    if (whole !== undefined) return `<span class="cited">${whole}</span>`;
    // A line may end before the bracket, also behind a sign such as %.
    return day === undefined ? found : `${/^[（(]/.test(day) ? "<wbr>" : ""}<span class="day">${day}</span>`;
  });
}

const fittedTable = /<table\b[^>]*><colgroup>[\s\S]*?<\/table>/g;
const yearOfDay = /(<span class="day">[（(]?自?\d{4}年)(?=\d)/g;
const signBehindDay = /((?:[日起计計]|\d{4})[）)]?)<\/span>([，；、。,;.])/g;

const unitOfParts = /<span class="cited">([+≥≤−-]?\d[\d.,]{0,24} ?)([一-龥]{1,3}\/[一-龥·]{1,6}<\/span>)/g;

/**
 * The same HTML whose fitted columns may break a day behind its year, a figure before a unit of several parts, neither
 * elsewhere, and begin no line with a comma.
 */
function heldInColumns(html: string): string {
  return html.replace(fittedTable, (table) =>
    table
      .replace(yearOfDay, "$1<wbr>")
      .replace(signBehindDay, "$1$2</span>")
      .replace(unitOfParts, '$1<wbr><span class="cited">$2'),
  );
}

let ownEngine: typeof Handlebars | null = null;

/** The one private instance; made when first needed. */
function engine(): typeof Handlebars {
  if (ownEngine !== null) return ownEngine;
  const made = Handlebars.create();
  for (const [name, specification] of Object.entries(partials))
    made.registerPartial(name, made.template(specification));
  ownEngine = made;
  return made;
}

type Change = (text: string) => string;

/** Fields that hold markup of their format, made safe where it was made. */
const finished = /(?:Html|Markdown)$/;

const markup = /Html$/;

/** A copy of plain data with every text replaced, fields named `code` by their own rule; fields that hold markup stay. */
function mapTexts(value: unknown, change: Change, changeCode: Change): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change, changeCode));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      finished.test(key) ? field : mapTexts(field, key === "code" ? changeCode : change, changeCode),
    ]),
  );
}
