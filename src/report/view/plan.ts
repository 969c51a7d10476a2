/** Builder of the report `plan`: the whole document from its sections, with the annexes. Decides order and words; prints nothing. */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import { printDay } from "../dates.ts";
import type { TextPiece } from "../markup.ts";
import { type OutlineEntry, outlineOf } from "../outline.ts";
import type { ReportInput } from "../report-input.ts";
import { type FilledPlaceholder, makeFill, planSpeaker } from "../section-text.ts";
import { anchorOf } from "./anchors.ts";
import { makeContext, nameText, type ViewContext } from "./context.ts";
import { makeFrame } from "./frame.ts";
import { anchorOfId, itemTitle } from "./item-text.ts";
import { annexesOf } from "./plan-annexes.ts";
import { planLabels } from "./plan-labels.ts";
import type { AnnexHead, PlanView, SectionView } from "./plan-view.ts";
import { spoken } from "./spoken.ts";

const planTitle: Localized = { en: "Plan", zhHans: "方案文本" };

/** The view of one plan. The same input gives the same view. */
export async function buildPlanView(input: ReportInput): Promise<PlanView> {
  const context = makeContext(input);
  const { plan, speaker } = context;
  const labels = { ...context.labels, ...spoken(planLabels, speaker) };
  const frame = makeFrame(input, context, planTitle);
  const { issuer } = plan;
  const issued = issuer?.date?.value.period?.end ?? null;
  const annexes = await annexesOf(context, labels);
  const to = issuer?.to.map(({ value }) => value).join(labels.listComma) ?? "";
  return {
    ...frame,
    labels,
    documentTitle: frame.title,
    number: issuer?.number?.value ?? null,
    recipients: to === "" ? null : `${to}${speaker.chinese ? "：" : ":"}`,
    signed: issuer?.signed?.value ?? issuer?.name?.value ?? null,
    issuedOn: issued === null ? null : printDay(issued, speaker),
    sections: await sectionsOf(input, context),
    goals: plan.sections.length > 0 ? [] : goalsOf(context),
    annexList: Object.values(annexes)
      .filter((annex: AnnexHead | null): annex is AnnexHead => annex !== null)
      .map(({ title }) => title),
    annexes,
  };
}

/** Sections in the order of the plan, their texts filled in, in the language in which the plan is written. */
async function sectionsOf(input: ReportInput, context: ViewContext): Promise<readonly SectionView[]> {
  const { plan, speaker } = context;
  const { textHtml, textMarkdown } = await import("../markup.ts");
  const fill = makeFill(makeContext({ ...input, speaker: await planSpeaker(plan) }));
  const noText = speaker.say(planLabels.noText);
  return outlineOf(plan, speaker).map((entry, i, all) => {
    const { section, depth } = entry;
    const isEmpty = (section.text?.text ?? "").trim() === "" && (all[i + 1]?.depth ?? 0) <= depth;
    const pieces = piecesOf(section.text?.text ?? "", fill(section).placeholders, context);
    return {
      anchor: anchorOf("section", section.id.value),
      isPart: depth === 1,
      isChapter: depth === 2,
      isPoint: depth > 2,
      heading: headingOf(entry, context),
      cited: citedAs(entry, context),
      empty: isEmpty ? noText : null,
      textHtml: textHtml(pieces),
      textMarkdown: textMarkdown(pieces),
    };
  });
}

function headingOf({ section, number }: OutlineEntry, { speaker }: ViewContext): string {
  const title = nameText(section.title, section.id.value, speaker);
  return number === "" || /[、）]$/.test(number) ? `${number}${title}` : `${number} ${title}`;
}

/** Facts and findings cite a section by its id; a reader must find it where the printed number is another. */
function citedAs({ section, number }: OutlineEntry, { speaker }: ViewContext): string | null {
  const id = section.id.value;
  if (section.title === null) return null;
  return speaker.chinese || number === "" ? id : null;
}

/** A text cut at its placeholders; what fills them leads to the item they name. */
function piecesOf(
  text: string,
  filled: readonly FilledPlaceholder[],
  context: ViewContext,
): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const { at, length, asked, printed } of filled) {
    pieces.push(text.slice(from, at));
    const anchor = asked.id === null ? null : anchorOfId(asked.id, context);
    pieces.push({ figure: printed, anchor });
    from = at + length;
  }
  return [...pieces, text.slice(from)];
}

/** Objectives by dimension, in plan order. */
function goalsOf(context: ViewContext): PlanView["goals"] {
  const { plan } = context;
  const groups = [...plan.dimensions.map(({ id }) => id.value), null].map((dimension) => ({
    name: dimension === null ? null : nameOfDimension(dimension, context),
    statements: plan.objectives
      .filter(
        (one) =>
          (plan.dimensions.some(({ id }) => id.value === one.dimension?.value)
            ? one.dimension?.value
            : null) === dimension,
      )
      .map((one) => itemTitle(one, context)),
  }));
  return groups.filter(({ statements }) => statements.length > 0);
}

function nameOfDimension(id: string, context: ViewContext): string {
  const dimension = context.plan.dimensions.find((one) => one.id.value === id);
  return dimension === undefined ? id : itemTitle(dimension, context);
}
