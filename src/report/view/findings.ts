/** Builder of the report `findings`: what a reviewer hands to the author of the plan, to be answered line by line. */
import type { Diagnostic, Localized } from "../../diagnostics/diagnostic.ts";
import { placesTold, toldCount } from "../../diagnostics/told-count.ts";
import { missingWords } from "../../language/smart-words.ts";
import type { Item } from "../../plan/plan.ts";
import { doubts, smartOf } from "../../plan/smart.ts";
import { adviceFor } from "../advice/advice.ts";
import { outlineOf, printedSection } from "../outline.ts";
import type { ReportInput } from "../report-input.ts";
import { statusTitle } from "../status-labels.ts";
import { makeContext, nameText, type ViewContext } from "./context.ts";
import { findingSeverity, linePlace } from "./finding-groups.ts";
import { wordingOf } from "./finding-wording.ts";
import { findingTexts, inDocument, subjectOf } from "./finding-words.ts";
import { findingsLabels } from "./findings-labels.ts";
import type { FindingRow, FindingsSection, FindingsView, HintRow, SmartRow } from "./findings-view.ts";
import { makeFrame } from "./frame.ts";
import { itemTitle } from "./item-text.ts";
import type { TextPart } from "./printed-parts.ts";
import { spoken } from "./spoken.ts";
import { findingSentence } from "./summary.ts";
import { joinNames } from "./task-rows.ts";
import { textParts } from "./text-parts.ts";

const findingsTitle: Localized = { en: "Review of the plan", zhHans: "方案审核意见表" };

/** Rules that tell where the plan stands: no fault of its text. */
const statusFamily = "status/";

/** The view of one plan. The same input gives the same view. */
export function buildFindingsView(input: ReportInput): FindingsView {
  const context = makeContext(input);
  const labels = { ...context.labels, ...spoken(findingsLabels, context.speaker) };
  const ofText = context.compilation.findings.filter(({ code }) => !code.startsWith(statusFamily));
  const toMend = ofText.filter(({ severity }) => severity !== "info");
  const hints = ofText.filter(({ severity }) => severity === "info");
  return {
    ...makeFrame(input, context, findingsTitle, true),
    labels,
    summary: [findingSentence(context), listedSentence(toMend, hints, context)]
      .filter((sentence) => sentence !== "")
      .join(labels.numberGap),
    sections: bySection(toMend, labels.unplaced, context),
    hints: hintRows(hints, context),
    smart: smartRows(context),
  };
}

/** That nothing is to be mended, and how the numbers of all findings lead to those of the tables, where they differ. */
function listedSentence(
  toMend: readonly Diagnostic[],
  hints: readonly Diagnostic[],
  { compilation, speaker }: ViewContext,
): string {
  const total = compilation.findings.length;
  if (total === 0) return "";
  const other = total - toMend.length - hints.length;
  const items = itemCount(hints);
  const on =
    items === hints.length
      ? { en: "", zhHans: "" }
      : { en: ` on ${items} items`, zhHans: `（涉及${items}项）` };
  const listed = {
    en: `${hints.length} hint${hints.length === 1 ? "" : "s"}${on.en}`,
    zhHans: `提示${hints.length}条${on.zhHans}`,
  };
  if (toMend.length === 0) return speaker.say(soundSentence(listed, hints.length, other));
  if (other === 0 && items === hints.length) return "";
  const rest =
    other === 0
      ? { en: "", zhHans: "" }
      : {
          en: `; ${other} more ${other === 1 ? "tells" : "tell"} where the plan stands, see “${statusTitle.en}”`,
          zhHans: `；其余${other}条属执行情况，见“${statusTitle.zhHans}”`,
        };
  return speaker.say({
    en: `Listed here: ${toMend.length} to mend and ${listed.en}${rest.en}.`,
    zhHans: `本表列出需修改的问题${toMend.length}条、${listed.zhHans}${rest.zhHans}。`,
  });
}

/** The conclusion on a plan without errors and warnings, and where its hints stand. */
function soundSentence(listed: Localized, hints: number, other: number): Localized {
  const here =
    hints === 0
      ? { en: "", zhHans: "" }
      : {
          en: `; ${listed.en} ${hints === 1 ? "is" : "are"} listed here`,
          zhHans: `；本表列出${listed.zhHans}`,
        };
  const elsewhere =
    other === 0
      ? { en: "", zhHans: "" }
      : hints === 0
        ? { en: `; see “${statusTitle.en}”`, zhHans: `；执行情况见“${statusTitle.zhHans}”` }
        : {
            en: `, ${other} more in “${statusTitle.en}”`,
            zhHans: `，其余${other}条属执行情况，见“${statusTitle.zhHans}”`,
          };
  return {
    en: `Nothing has to be mended${here.en}${elsewhere.en}.`,
    zhHans: `未发现需修改的问题${here.zhHans}${elsewhere.zhHans}。`,
  };
}

/** Items that findings stand for. */
function itemCount(findings: readonly Diagnostic[]): number {
  return findings.reduce((sum, one) => sum + toldCount(one), 0);
}

function smartRows({ compilation, plan, speaker }: ViewContext): readonly SmartRow[] {
  const { findings } = compilation;
  const doubted = new Set(findings.flatMap(({ code, subject }) => (doubts.has(code) ? [subject?.id] : [])));
  return plan.indicators
    .flatMap((indicator) => {
      const smart = smartOf(indicator, plan, doubted.has(indicator.id.value));
      return smart === null || smart.score === 5 ? [] : [{ indicator, smart }];
    })
    .sort((a, b) => a.smart.score - b.smart.score)
    .map(({ indicator, smart }) => ({
      name: nameText(indicator.name, indicator.id.value, speaker),
      score: `${smart.score}/5`,
      missing: speaker.say(missingWords(smart.missing)),
    }));
}

/** Rows are numbered through, as a list that is answered number by number. */
function bySection(
  findings: readonly Diagnostic[],
  unplaced: string,
  context: ViewContext,
): readonly FindingsSection[] {
  const { compilation, plan, speaker } = context;
  const groups = new Map<string | null, Diagnostic[]>();
  for (const finding of findings) {
    const section = finding.span === null ? null : compilation.sectionOf(finding.span);
    const group = groups.get(section);
    if (group === undefined) groups.set(section, [finding]);
    else group.push(finding);
  }
  const order = new Map(plan.sections.map(({ id }, i) => [id.value, i]));
  const placeOf = (section: string | null): number =>
    section === null ? Number.POSITIVE_INFINITY : (order.get(section) ?? order.size);
  const titles = new Map(
    outlineOf(plan, speaker).map(({ section }) => [section.id.value, nameText(section.title, "", speaker)]),
  );
  let sequence = 0;
  return [...groups]
    .sort(([a], [b]) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)))
    .map(([section, of]) => ({
      name:
        section === null
          ? unplaced
          : [printedSection(section, speaker), titles.get(section) ?? ""]
              .filter((part) => part !== "")
              .join(" "),
      rows: of.map((finding) => {
        sequence += 1;
        return findingRow(finding, sequence, context);
      }),
    }));
}

function findingRow(finding: Diagnostic, sequence: number, context: ViewContext): FindingRow {
  return {
    sequence: String(sequence),
    ...findingSeverity(finding, context),
    wording: wordingOf(finding, context) ?? subjectOf(finding, context),
    text: findingTexts(finding, context),
    help: textParts(inDocument(context.speaker.say(adviceFor(finding)), context.speaker)),
    see: otherSections(finding, context),
    place: linePlace(finding, context),
  };
}

/** Sections besides its own whose statements belong to a finding, as printed; null for none. */
function otherSections(
  { span, related }: Diagnostic,
  { compilation, labels, speaker }: ViewContext,
): string | null {
  const own = span === null ? null : compilation.sectionOf(span);
  const others = new Set(related.map((place) => compilation.sectionOf(place.span)));
  const printed = [...others]
    .filter((section) => section !== null && section !== own)
    .map((section) => printedSection(section ?? "", speaker));
  if (printed.length === 0) return null;
  const all = printed.slice(0, mostSections).join(labels.listComma);
  return speaker.say({
    en: `see also section${printed.length === 1 ? "" : "s"} ${all}`,
    zhHans: `另见${all}`,
  });
}

/** Most other sections that are cited with a finding. */
const mostSections = 4;

/** The item of the plan's file in which a place lies. */
function itemAround(start: number, { compilation }: ViewContext): Item | undefined {
  return compilation.index.items.findLast(({ span }) => span.start <= start && start < span.end);
}

/** More hints of one rule than these are alike, as is what many items have in common: they are told by names. */
const mostToldHints = 3;

/** What a hint says, which its rule alone does not tell, behind the name of what it is about. */
function toldHint(finding: Diagnostic, context: ViewContext): readonly TextPart[] {
  const texts = findingTexts(finding, context);
  const subject = subjectOf(finding, context);
  const isNamed = subject === null || texts.some(({ text }) => text?.includes(subject) === true);
  return isNamed ? texts : [{ text: `${subject}${context.labels.colon}`, code: null }, ...texts];
}

/** One row a rule: hints are many and alike. */
function hintRows(findings: readonly Diagnostic[], context: ViewContext): readonly HintRow[] {
  const { compilation, speaker } = context;
  const groups = new Map<string, Diagnostic[]>();
  for (const finding of findings) {
    const group = groups.get(finding.code);
    if (group === undefined) groups.set(finding.code, [finding]);
    else group.push(finding);
  }
  const atId = new Map(compilation.index.items.map((item) => [item.id.span.start, item]));
  const subjectsOf = (finding: Diagnostic): readonly (string | undefined)[] => {
    const subject = subjectOf(finding, context);
    if (subject !== null) return [subject];
    const titles = placesTold(finding).map((start) => {
      const item = atId.get(start) ?? itemAround(start, context);
      return item === undefined ? undefined : itemTitle(item, context);
    });
    return [...new Set(titles)];
  };
  return [...groups.values()]
    .sort((a, b) => itemCount(b) - itemCount(a))
    .flatMap(([first, ...rest]) => {
      if (first === undefined) return [];
      const of = [first, ...rest];
      return [
        {
          title: context.titleOf(first.code),
          rule: first.code,
          count: String(itemCount(of)),
          subjects: joinNames(of.flatMap(subjectsOf), context) ?? context.labels.none,
          texts:
            itemCount(of) > Math.min(of.length, mostToldHints) ? [] : of.map((one) => toldHint(one, context)),
          help: textParts(inDocument(speaker.say(adviceFor(first)), speaker)),
        },
      ];
    });
}
