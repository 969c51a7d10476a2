/** What a finding says to readers of the printed plan: names in place of ids, sections as they are printed. */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { keptTexts, type Speaker } from "../../language/speaker.ts";
import { parseIsoDay } from "../../plan/days.ts";
import type { Indicator, Item, ItemKind } from "../../plan/plan.ts";
import { printShortDay } from "../dates.ts";
import { printedSection } from "../outline.ts";
import { nameText, type ViewContext } from "./context.ts";
import { itemTitle, titleOfId } from "./item-text.ts";
import type { TextPart } from "./printed-parts.ts";
import { printedQuantity } from "./printed-quantity.ts";
import { inChineseUnits } from "./target-text.ts";
import { textParts } from "./text-parts.ts";

/** The message, with its subject before it where it does not name it. */
export function findingTexts(finding: Diagnostic, context: ViewContext): readonly TextPart[] {
  const { labels } = context;
  const message = printedMessage(finding, context);
  // A section is cited by its number.
  const subject = finding.subject?.kind === "section" ? null : subjectOf(finding, context);
  const text =
    subject === null || message.includes(subject) ? message : `${subject}${labels.colon}${message}`;
  // A backtick that comes from the plan is text, not markup.
  const shown = raised(
    inDocument(printedDays(inPrintedFigures(text, finding, context), context.speaker), context.speaker),
  );
  const isFromPlan = (sign: string): boolean =>
    Object.values(finding.args).some((arg) => typeof arg === "string" && arg.includes(sign));
  const set = context.speaker.chinese ? quotesNested(shown) : isFromPlan('"') ? shown : quotesTypeset(shown);
  return isFromPlan("`") ? [{ text: set, code: null }] : textParts(set);
}

/** An English text with quotes as they are printed: "name" as “name”; code stays as it is typed. */
export function quotesTypeset(text: string): string {
  return text.replace(/`[^`]*`|"([^"]*)"/g, (whole, inside?: string) =>
    inside === undefined ? whole : `“${inside}”`,
  );
}

const innerQuotes: Readonly<Record<string, string>> = { "“": "‘", "”": "’", "「": "『", "」": "』" };

/** A Chinese text in which a quote inside a quote has the inner marks: “六校‘一校一案’”; as it is where one is left open. */
export function quotesNested(text: string): string {
  let depth = 0;
  const nested = text.replace(/[“”「」]/g, (mark) => {
    const opens = mark === "“" || mark === "「";
    if (!opens) depth = Math.max(0, depth - 1);
    const shown = depth > 0 ? (innerQuotes[mark] ?? mark) : mark;
    if (opens) depth += 1;
    return shown;
  });
  return depth === 0 ? nested : text;
}

/** What a Chinese message quotes, by which figures of the plan are told from its own. */
const quoted = /([“「])([^“”「」]{1,60})([”」])/g;

/** A Chinese message with the figures that it quotes as the printed plan has them. */
function inPrintedFigures(text: string, { subject }: Diagnostic, context: ViewContext): string {
  if (!context.speaker.chinese) return text;
  const own =
    subject === null ? undefined : context.compilation.index.find(subject.kind as ItemKind, subject.id);
  const item = own?.kind === "indicator" ? own : (quotedIndicator(text, context) ?? own);
  return text.replace(quoted, (whole, opening: string, inside: string, closing: string) => {
    const printed = printedQuantity(inside, item, context);
    return printed === null ? whole : `${opening}${printed}${closing}`;
  });
}

/** The only indicator that a message quotes by its name, whose figures it then tells; undefined for none and for several. */
function quotedIndicator(text: string, { plan, speaker }: ViewContext): Indicator | undefined {
  const names = new Set([...text.matchAll(quoted)].map(([, , inside = ""]) => inside));
  const found = plan.indicators.filter(({ id, name }) => names.has(nameText(name, id.value, speaker)));
  return found.length === 1 ? found[0] : undefined;
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** (1 + 10%)^4 as a document sets it: (1 + 10%)⁴. */
function raised(text: string): string {
  return text.replace(/(?<=\))\^(\d{1,2})(?!\d)/g, (_, power: string) =>
    [...power].map((digit) => superscripts[Number(digit)] ?? digit).join(""),
  );
}

/** What is quoted, in which nothing is changed, or a day as messages write it with the spaces around it. */
const quotedOrDay = /“[^”]*”|「[^」]*」|"[^"]*"|`[^`]*`|( ?)(?<![\d-])(\d{4}-\d{2}-\d{2})(?![\d-])( ?)/g;

/** Days of a message as the document prints them everywhere else: 2025年12月31日, 31 Dec 2025. */
function printedDays(text: string, speaker: Speaker): string {
  return text.replace(quotedOrDay, (whole, before?: string, iso?: string, after?: string) => {
    const day = iso === undefined ? null : parseIsoDay(iso);
    if (day === null) return whole;
    const printed = printShortDay(day, speaker);
    return speaker.chinese ? printed : `${before ?? ""}${printed}${after ?? ""}`;
  });
}

/** What is quoted, or a space between Chinese and a figure. */
const quotedOrGap =
  /“[^”]*”|「[^」]*」|`[^`]*`|(?<=[\u4e00-\u9fff，。；：、）”」]) (?=[\d≥≤+-])|(?<=[\d%]) (?=[\u4e00-\u9fff（“「])/g;

/** Words of a finding as a Chinese document sets them: figures without spaces around them. */
export function inDocument(text: string, { chinese }: Speaker): string {
  return chinese ? text.replace(quotedOrGap, (found) => (found === " " ? "" : found)) : text;
}

/** What the item that a finding is about is called; null where it is about none. */
export function subjectOf({ subject }: Diagnostic, context: ViewContext): string | null {
  if (subject === null) return null;
  const item = context.compilation.index.find(subject.kind as ItemKind, subject.id);
  return item === undefined ? subject.id : itemTitle(item, context);
}

/** Sections cited inside a Chinese message, and a key in brackets that only says where a value stands in the file. */
const citedSections = /章节(?:“\d[\d.]{0,30}”){1,20}/g;
const keyInBrackets = /（`[^`]{1,60}`）| \(`[^`]{1,60}`\)/g;

function printedMessage(finding: Diagnostic, context: ViewContext): string {
  const { speaker } = context;
  const { message } = finding;
  if (!speaker.chinese) return named(finding, context).replace(keyInBrackets, "");
  const zhHans = inChineseUnits(message.zhHans)
    .replace(citedSections, (cited) =>
      cited.replace(/“([\d.]+)”/g, (_, id: string) => `“${printedSection(id, speaker)}”`),
    )
    .replace(keyInBrackets, "");
  return speaker.say(
    { en: message.en, zhHans },
    keptTexts({ args: finding.args, message: { en: "", zhHans } }),
  );
}

/** An id inside an argument: words of a language have no hyphen between letters there. */
const hyphenated = /[\p{L}\d]+(?:[._-]+[\p{L}\d]+)+/gu;

/** The English message with names in quotes in place of ids; Chinese messages have names from the rule. */
function named(finding: Diagnostic, context: ViewContext): string {
  const { code, args, message, subject } = finding;
  const rule = context.ruleOf(code);
  const written = rule?.message(args) ?? "";
  // What gathers several findings puts its own words behind the first, or has but its own.
  if (rule === null || !message.en.startsWith(written)) return message.en;
  const titleFor = (id: string, key: string): string => {
    const item = itemOf(id, [key, args.kind, subject?.kind], context);
    if (item === undefined) return titleOfId(id, context);
    return item.kind === "section" ? id : itemTitle(item, context);
  };
  const item =
    subject === null ? undefined : context.compilation.index.find(subject.kind as ItemKind, subject.id);
  const inNames = Object.entries(args).flatMap(([key, value]) => {
    if (typeof value !== "string") return [];
    const printed = printedQuantity(value, item, context);
    if (printed !== null) return [[key, printed] as const];
    const isId = rule.named.includes(key) || value === subject?.id || value.includes("-");
    const title = isId ? titleFor(value, key) : value;
    if (title !== value) return [[key, `"${title}"`] as const];
    // A list of ids, or the path of a figure; a text with spaces is the plan's own.
    const told = value.includes(" ") ? value : value.replace(hyphenated, (id) => titleFor(id, key));
    return told === value ? [] : [[key, told] as const];
  });
  const told = rule.message({ ...args, ...Object.fromEntries(inNames) }).replaceAll('""', '"');
  return `${withoutEcho(told)}${message.en.slice(written.length)}`;
}

/** The name before the message without its quotes; without the name where the message quotes it again. */
function withoutEcho(message: string): string {
  const [whole = "", name = ""] = /^"([^"]*)": /.exec(message) ?? [];
  const rest = message.slice(whole.length);
  if (whole === "") return message;
  return rest.includes(`"${name}"`) ? `${rest.charAt(0).toUpperCase()}${rest.slice(1)}` : `${name}: ${rest}`;
}

/** The item of an id: of the kind that the argument is called by, else the first. */
function itemOf(
  id: string,
  kinds: readonly (string | number | boolean | null | undefined)[],
  { compilation }: ViewContext,
): Item | undefined {
  const own = kinds
    .map((kind) => compilation.index.find(kind as ItemKind, id))
    .find((item) => item !== undefined);
  return own ?? compilation.index.items.find((item) => item.id.value === id);
}
