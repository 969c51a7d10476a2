/** Mechanisms as the document tells them: all that each states, under the words of its type. */
import { kindWords } from "../../language/words.ts";
import { loadMechanismKeys } from "../../mechanisms/mechanism-types.ts";
import type { Parameter } from "../../plan/parameters.ts";
import type { Mechanism } from "../../plan/plan.ts";
import { printedSection } from "../outline.ts";
import { rhythmText } from "../parameter-text.ts";
import { anchorOf } from "./anchors.ts";
import { ownerText, type ViewContext } from "./context.ts";
import { itemTitle, titleOfId, titlesOfIds } from "./item-text.ts";
import { countText, distinct, mapParts } from "./parameter-parts.ts";
import type { AnnexHead, MechanismAnnex, OutlinePart } from "./plan-view.ts";
import { quantityWords } from "./quantity-words.ts";
import { fundFigure, scorecardFigure } from "./share-figures.ts";
import { whenWords } from "./when-text.ts";

/** Null when the plan has no mechanisms. */
export async function mechanismAnnex(
  context: ViewContext,
): Promise<Omit<MechanismAnnex, keyof AnnexHead> | null> {
  const { plan, speaker } = context;
  if (plan.mechanisms.length === 0) return null;
  const types = await loadMechanismKeys();
  const anchored = new Set<string>();
  // Where the plan lists resources, its funds stand with them.
  const funds = plan.resources.length > 0 ? null : fundFigure(context);
  return {
    charts: [scorecardFigure(context), funds].filter((chart) => chart !== null),
    mechanisms: plan.mechanisms.map((mechanism, i) => {
      const type = types.get(mechanism.type.value);
      return {
        anchor: anchorOf("mechanism", mechanism.id.value),
        sequence: String(i + 1),
        name: itemTitle(mechanism, context),
        type: type === undefined ? mechanism.type.value : speaker.say(type.words),
        place: placeText(mechanism, context),
        parts: anchoredOnce(
          [
            ...commonParts(mechanism, context),
            ...mapParts(mechanism.parameters, type?.keys ?? {}, context),
            ...figureParts(mechanism, context),
          ],
          anchored,
        ),
      };
    }),
  };
}

/** The same parts; what two mechanisms call by one id is anchored where it stands first. */
function anchoredOnce(parts: readonly OutlinePart[], known: Set<string>): readonly OutlinePart[] {
  return parts.map((part) => {
    const isFirst = part.anchor !== null && !known.has(part.anchor);
    if (part.anchor !== null) known.add(part.anchor);
    return { ...part, anchor: isFirst ? part.anchor : null, parts: anchoredOnce(part.parts, known) };
  });
}

/** The section that states it, behind its type in the heading; null where the plan names none. */
function placeText({ section }: Mechanism, { labels, speaker }: ViewContext): string | null {
  if (section === null) return null;
  const printed = printedSection(section.value, speaker);
  return speaker.chinese ? `，${labels.section}${printed}` : `, section ${printed}`;
}

function commonParts(mechanism: Mechanism, context: ViewContext): readonly OutlinePart[] {
  const { speaker, labels } = context;
  const { purpose, from, during, governs, cadence } = mechanism;
  const part = (en: string, zhHans: string, text: string | null): OutlinePart[] =>
    text === null || text === "" || text === labels.none
      ? []
      : [{ anchor: null, label: speaker.say({ en, zhHans }), text, parts: [] }];
  const spans = [from, during].flatMap((when) => (when === null ? [] : [{ is: when }]));
  return [
    ...part("Purpose", "目的", purpose?.value ?? null),
    ...part("Owner", "责任单位", ownerText(mechanism.owner, context)),
    ...part(
      "When",
      "适用时间",
      spans.length === 0 ? null : distinct(spans.map(({ is }) => whenWords(is.value, context))),
    ),
    ...part("Rhythm", "频次", distinct(cadence.map(({ is }) => rhythmText(is.value, speaker)))),
    ...part("Needs", "前置条件", neededText(mechanism, context)),
    ...part("Governs", "作用对象", titlesOfIds(governs, context)),
    ...part("Number stated", "所述数量", announcedText(mechanism, context)),
  ];
}

/** What it needs first; what is called like itself with the word of its kind. */
function neededText(mechanism: Mechanism, context: ViewContext): string {
  const { compilation, labels, speaker } = context;
  const own = itemTitle(mechanism, context);
  const titles = mechanism.needs.map(({ value }) => {
    const title = titleOfId(value, context);
    const kind = compilation.index.items.find(({ id }) => id.value === value)?.kind;
    return title === own && kind !== undefined
      ? `${title}${labels.open}${speaker.say(kindWords[kind])}${labels.close}`
      : title;
  });
  return titles.join(labels.listComma);
}

/** Counts that the plan announces, but for those that what is listed shows itself. */
function announcedText({ announced, parameters }: Mechanism, { labels, speaker }: ViewContext): string {
  const listed = new Set([...parameters.values.values()].map(lengthOf));
  return announced
    .filter(({ count }) => !listed.has(count.value))
    .map(({ count }) => countText(count.value, speaker))
    .join(labels.listComma);
}

/** How many a value lists; null for what is no list. */
function lengthOf(value: Parameter): number | null {
  if (value.kind === "list") return value.entries.length;
  if (value.kind === "reference") return value.ids.length;
  return value.kind === "text" ? (value.statements[0]?.is.value.length ?? null) : null;
}

function figureParts({ figures }: Mechanism, context: ViewContext): readonly OutlinePart[] {
  return figures.map((figure) => ({
    anchor: anchorOf(figure.kind, figure.id.value),
    label: itemTitle(figure, context),
    text: [...new Set(figure.values.map(({ is }) => quantityWords(is.value, context.speaker)))].join(" / "),
    parts: [],
  }));
}
