/** Errors and warnings of the plan by rule, with the section of the document and the place in the file. */
import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.ts";
import type { Speaker } from "../../language/speaker.ts";
import { severityWords } from "../../language/words.ts";
import { citePlace } from "../../text/sheet-cell.ts";
import type { Span } from "../../text/source.ts";
import { adviceFor } from "../advice/advice.ts";
import { printedSection } from "../outline.ts";
import type { ViewContext } from "./context.ts";
import { findingTexts, inDocument } from "./finding-words.ts";
import type { FindingGroup } from "./status-view.ts";
import { textParts } from "./text-parts.ts";

const severityMarks: Readonly<Record<Severity, string>> = { error: "×", warning: "!", info: "·" };
/** Rules that find what the evaluation says of indicators and tasks: the report has told it item by item. */
const toldFamily = "status/";
/** Most further places cited with a finding. */
const mostRelated = 3;

/** Most findings of one rule that are listed, by severity: the review opinions have them all. */
const mostListed: Readonly<Record<Severity, number>> = { error: 20, warning: 5, info: 0 };

/**
 * Errors, then warnings, by rule in order of the first place; what only repeats the state of indicators and tasks stands
 * last and is counted, not listed again.
 */
export function findingGroups(context: ViewContext): readonly FindingGroup[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const finding of context.compilation.findings) {
    if (finding.severity === "info") continue;
    const key = `${finding.severity} ${finding.code}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  const rank = ([first]: readonly Diagnostic[]): number =>
    (first?.severity === "error" ? 0 : 2) + (first?.code.startsWith(toldFamily) === true ? 1 : 0);
  return [...groups.values()]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap(([first, ...rest]) => (first === undefined ? [] : [findingGroup(first, rest, context)]));
}

function findingGroup(first: Diagnostic, rest: readonly Diagnostic[], context: ViewContext): FindingGroup {
  const { speaker } = context;
  const { code } = first;
  const count = rest.length + 1;
  const isTold = code.startsWith(toldFamily);
  const most = mostListed[first.severity];
  return {
    ...findingSeverity(first, context),
    title: context.titleOf(code),
    rule: code,
    count: speaker.say({ en: String(count), zhHans: `${count}条` }),
    help: textParts(inDocument(speaker.say(adviceFor(first)), speaker)),
    note: isTold
      ? speaker.say({ en: "Listed one by one in the tables above.", zhHans: "逐项情况见上文各表。" })
      : null,
    rows: isTold ? [] : [first, ...rest].slice(0, most).map((finding) => findingRow(finding, context)),
    leftOff: isTold || count <= most ? null : leftOffText(count - most, speaker),
  };
}

function leftOffText(rest: number, speaker: Speaker): string {
  return speaker.say({
    en: `${rest} more of this kind: see “Review of the plan”.`,
    zhHans: `同类问题另有${rest}条，见“方案审核意见表”。`,
  });
}

function findingRow(finding: Diagnostic, context: ViewContext): FindingGroup["rows"][number] {
  const { compilation, labels, speaker } = context;
  const section = finding.span === null ? null : compilation.sectionOf(finding.span);
  return {
    text: findingTexts(finding, context),
    section: section === null ? labels.none : printedSection(section, speaker),
    place: placesText(finding, context),
  };
}

/** Name for the style, shape and word of a finding's severity. */
export function findingSeverity(
  { severity }: Diagnostic,
  { speaker }: ViewContext,
): { readonly key: string; readonly mark: string; readonly severity: string } {
  return { key: severity, mark: severityMarks[severity], severity: speaker.say(severityWords[severity]) };
}

/** Where it stands, and the places that belong to it. */
export function placesText({ span, related }: Diagnostic, context: ViewContext): string {
  const { labels, speaker } = context;
  if (span === null) return labels.none;
  const own = placeText(span, context);
  const others = [...new Set(related.map((place) => placeText(place.span, context)))]
    .filter((place) => place !== own)
    .slice(0, mostRelated)
    .join(labels.listComma);
  if (others === "") return own;
  return speaker.chinese
    ? `${own}（${speaker.say({ en: "see", zhHans: "参见" })}${others}）`
    : `${own}; see ${others}`;
}

/** The line of the file where it stands, for whoever keeps the file. */
export function linePlace({ span }: Diagnostic, context: ViewContext): string {
  if (span === null) return context.labels.none;
  const place = placeText(span, context);
  return span.file === context.plan.file
    ? context.speaker.say({ en: `plan file, ${place}`, zhHans: `方案文件${place}` })
    : place;
}

/** The line in the plan's own file; of another file its name, as seen from the plan's folder, and the line. */
function placeText(span: Span, { plan, speaker }: ViewContext): string {
  const place = citePlace(span);
  if (span.file === plan.file) {
    const line = place.slice(place.lastIndexOf(":") + 1);
    return speaker.say({ en: `line ${line}`, zhHans: `第${line}行` });
  }
  const folder = plan.file.name.slice(0, plan.file.name.lastIndexOf("/") + 1);
  return folder !== "" && place.startsWith(folder) ? place.slice(folder.length) : place;
}
