/** 附件1 指标表: every indicator with baseline, targets by due date, owner and source. */
import type { IndicatorRow, JudgedTarget } from "../../indicators/results.ts";
import { rhythmInChinese, rhythmWords } from "../../plan/rhythm.ts";
import type { Day } from "../../plan/time.ts";
import { printShortDay } from "../dates.ts";
import { printedSection } from "../outline.ts";
import { attributeWords } from "../status-labels.ts";
import { anchorOf } from "./anchors.ts";
import { remarked } from "./chart-texts.ts";
import { nameText, ownerText, type ViewContext } from "./context.ts";
import { itemTitle, titleOfId } from "./item-text.ts";
import type { PlanLabels } from "./plan-labels.ts";
import type { AnnexHead, IndicatorAnnex, IndicatorLine } from "./plan-view.ts";
import { asInDocuments } from "./quantity-words.ts";
import { weightFigure } from "./share-figures.ts";
import { byDue } from "./target-order.ts";
import { dueText, isUndated, targetText, tidySigns, unitText } from "./target-text.ts";

/** More due dates than these stand in one column. */
const mostDueColumns = 3;
/** A landscape page holds no more columns: with more, all targets stand in one. */
const mostColumns = 11;

/** Null when the plan has no indicators. */
export function indicatorAnnex(
  context: ViewContext,
  labels: PlanLabels,
): Omit<IndicatorAnnex, keyof AnnexHead> | null {
  const rows = context.compilation.results.rows.filter(({ entity }) => entity === null);
  if (rows.length === 0) return null;
  const annex = indicatorTable(rows, dueDays(rows), context, labels);
  return Number(annex.columns) > mostColumns ? indicatorTable(rows, [], context, labels) : annex;
}

function indicatorTable(
  rows: readonly IndicatorRow[],
  days: readonly Day[],
  context: ViewContext,
  labels: PlanLabels,
): Omit<IndicatorAnnex, keyof AnnexHead> {
  const { plan } = context;
  const dimensions = new Set(plan.dimensions.map(({ id }) => id.value));
  const assumedDay = assumedByMany(rows);
  const columnsOf = { days, assumedDay };
  const lines = rows.map((row, i) => ({ row, line: indicatorLine(row, i + 1, columnsOf, context, labels) }));
  const groupOf = ({ indicator }: IndicatorRow): string | null => {
    const id = indicator.dimension?.value ?? null;
    return id !== null && dimensions.has(id) ? id : null;
  };
  const groups = [...dimensions, null].map((dimension) => ({
    anchor: dimension === null ? null : anchorOf("dimension", dimension),
    name:
      dimension === null
        ? dimensions.size === 0
          ? null
          : labels.dimensionless
        : titleOfId(dimension, context),
    weight: plan.dimensions.find(({ id }) => id.value === dimension)?.weight[0]?.is.value.text ?? null,
    rows: lines.filter(({ row }) => groupOf(row) === dimension).map(({ line }) => line),
  }));
  const hasWeights = rows.some(({ indicator }) => indicator.weight.length > 0);
  const hasOtherTargets = days.length === 0 || lines.some(({ line }) => line.others.length > 0);
  const written = lines.map(({ line }) => line);
  const has = {
    hasUnits: written.some(({ unit }) => unit !== labels.none),
    hasAttributes: written.some(({ attribute }) => attribute !== labels.none),
    hasBaselines: written.some(({ baseline }) => baseline.length > 0),
    hasOtherTargets,
    hasWeights,
    hasOwners: written.some(({ owner }) => owner !== labels.none),
    hasOrigins: written.some(({ origin }) => origin.length > 0),
  };
  const columns = 2 + days.length + Object.values(has).filter(Boolean).length;
  return {
    dueColumns: days.map((day) => printShortDay(day, context.speaker)),
    ...has,
    originHead: originHead(rows, labels),
    columns: String(columns),
    // Numbers follow the order of the table.
    groups: renumbered(groups.filter((group) => group.rows.length > 0)),
    undatedNote: assumedDay === null ? null : undatedNote(assumedDay, context),
    weightsChart: weightFigure(context),
  };
}

/** The day to which the targets without a date of several indicators count; null where one tells it, or they differ. */
function assumedByMany(rows: readonly IndicatorRow[]): Day | null {
  const assumed = rows.flatMap(({ targets }) => targets.filter(isUndated).slice(0, 1));
  const [day = null, ...others] = new Set(assumed.map(({ dueOn }) => dueOn));
  return assumed.length > 1 && others.length === 0 ? day : null;
}

function undatedNote(day: Day, { speaker }: ViewContext): string {
  const end = printShortDay(day, speaker);
  return speaker.say({
    en: `Targets without a date: the plan states none; they count to its end, ${end}.`,
    zhHans: `未列完成时限的目标值，方案未注明时限，按期末（${end}）计。`,
  });
}

/** What the last column tells: where the figures come from, how often, or both. */
function originHead(rows: readonly IndicatorRow[], labels: PlanLabels): string {
  const hasSources = rows.some(({ indicator }) => indicator.source !== null);
  const hasRhythms = rows.some(({ indicator }) => indicator.frequency.length > 0);
  if (!hasRhythms) return labels.source;
  return hasSources ? labels.sourceAndFrequency : labels.frequency;
}

function renumbered(groups: IndicatorAnnex["groups"]): IndicatorAnnex["groups"] {
  let sequence = 0;
  return groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => {
      sequence += 1;
      return { ...row, sequence: String(sequence) };
    }),
  }));
}

/** Days on which targets are due, earliest first; none where they are too many for columns. */
function dueDays(rows: readonly IndicatorRow[]): readonly Day[] {
  const days = new Set<Day>();
  for (const { targets } of rows)
    for (const target of targets) if (hasColumn(target) && target.dueOn !== null) days.add(target.dueOn);
  return days.size > mostDueColumns ? [] : [...days].sort((a, b) => a - b);
}

/** What is to be reached by a stated day; what holds throughout, or is undated, has no column. */
function hasColumn({ target, dueOn, assumed }: JudgedTarget): boolean {
  return dueOn !== null && !assumed && target.kind !== "hold" && target.kind !== "versus";
}

function indicatorLine(
  row: IndicatorRow,
  sequence: number,
  { days, assumedDay }: { readonly days: readonly Day[]; readonly assumedDay: Day | null },
  context: ViewContext,
  labels: PlanLabels,
): IndicatorLine {
  const { speaker } = context;
  const { indicator, targets } = row;
  const id = indicator.id.value;
  const inColumn = targets.filter((target) => days.length > 0 && hasColumn(target));
  const others = byDue(targets).filter((target) => !inColumn.includes(target));
  return {
    anchor: anchorOf("indicator", id),
    sequence: String(sequence),
    name: nameText(indicator.name, id, speaker),
    definition: indicator.definition?.value ?? null,
    unit: unitText(indicator) ?? labels.none,
    attribute:
      indicator.attribute === null ? labels.none : speaker.say(attributeWords[indicator.attribute.value]),
    baseline: distinct(baselines(row, context)),
    due: days.map((day) => {
      const texts = inColumn
        .filter(({ dueOn }) => dueOn === day)
        .map((target) => requirement(target, row, context));
      return texts.length === 0 ? labels.none : distinct(texts).join(" / ");
    }),
    // What the document says in two sections is one requirement.
    others: distinct(
      others.map((target) => {
        const text = requirement(target, row, context);
        if (assumedDay !== null && isUndated(target)) return text;
        return dated(text, dueText(target, context, labels.listComma), context);
      }),
    ),
    weight: indicator.weight[0]?.is.value.text ?? labels.none,
    owner: ownerText(indicator.owner, context) ?? labels.none,
    origin: originOf(row, context),
    section: indicator.section === null ? labels.none : printedSection(indicator.section.value, speaker),
  };
}

/** Brackets behind a target that tell the level it comes to. */
const levelInBrackets = /(?:（即[^（）]*| \(that is [^()]*)(?=[）)]$)/;

/** A target with its date, within the brackets that tell its level where it has them: 提高5个百分点（即≥42%，2025年12月31日）. */
function dated(text: string, due: string, context: ViewContext): string {
  return levelInBrackets.test(text)
    ? text.replace(levelInBrackets, (level) => `${level}${context.speaker.chinese ? "，" : ", "}${due}`)
    : remarked(text, due, context);
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

function requirement(target: JudgedTarget, row: IndicatorRow, context: ViewContext): string {
  return asInDocuments(targetText(target, row, context), context.speaker);
}

/** Each stated baseline with its date; one without a date only where none with a date says the same. */
function baselines({ indicator }: IndicatorRow, context: ViewContext): readonly string[] {
  const { speaker } = context;
  const stated = indicator.baseline.map(({ is: { value } }) => ({
    text: asInDocuments(tidySigns((value.quantity.text.split("@")[0] ?? "").trim(), speaker), speaker),
    day: value.at?.value.period?.end ?? null,
  }));
  const dated = new Set(stated.flatMap(({ text, day }) => (day === null ? [] : [text])));
  return stated
    .filter(({ text, day }) => day !== null || !dated.has(text))
    .map(({ text, day }) => (day === null ? text : remarked(text, printShortDay(day, speaker), context)));
}

function originOf({ indicator }: IndicatorRow, context: ViewContext): readonly string[] {
  const { plan, speaker } = context;
  const source = plan.sources.find(({ id }) => id.value === indicator.source?.value);
  const rhythm = indicator.frequency[0]?.is.value;
  return [
    ...(indicator.source === null
      ? []
      : [source === undefined ? indicator.source.value : itemTitle(source, context)]),
    ...(rhythm === undefined
      ? []
      : [speaker.say({ en: rhythmWords(rhythm).en, zhHans: rhythmInChinese(rhythm) })]),
  ];
}
