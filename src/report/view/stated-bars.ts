/** Stated shares, weights and amounts as bars: what can be compared gets a length, the rest stands as text. */
import type { Statements } from "../../plan/given.ts";
import { itemById } from "../../plan/item-by-id.ts";
import type { StatedQuantity } from "../../plan/parameters.ts";
import type { Quantity } from "../../plan/quantity.ts";
import type { BarKind, ShareBar } from "../charts/share-bars.ts";
import { plainText } from "../escape.ts";
import { groupWritten } from "../numbers.ts";
import { printedSection } from "../outline.ts";
import { chartName, remarked, word } from "./chart-texts.ts";
import type { ViewContext } from "./context.ts";
import { asInDocuments } from "./quantity-words.ts";

/** A bar before its group has settled on a unit. */
export interface StatedBar {
  readonly label: string;
  readonly level: 0 | 1;
  readonly text: string;
  readonly kind: BarKind;
  /** A length and what it is measured in; null where the value cannot be compared. */
  readonly measured: { readonly value: number; readonly unit: string } | null;
}

const hundred = 100;

/**
 * One bar for each distinct value stated here, so that a document that says two things shows both; one without a value
 * where nothing is stated. What is told of another place is left out.
 */
export function statedBars(
  label: string,
  level: 0 | 1,
  statements: Statements<Quantity> | readonly StatedQuantity[],
  context: ViewContext,
): readonly StatedBar[] {
  const byText = new Map(
    statements
      .filter(({ place }) => place === null)
      .reverse()
      .map((statement) => [statement.is.value.text.trim(), statement] as const),
  );
  const distinct = [...byText.values()].reverse();
  if (distinct.length === 0)
    return [{ label, level, text: word("notStated", context), kind: "exact", measured: null }];
  return distinct.map(({ is, during, section }) => ({
    label: remarked(
      label,
      distinct.length > 1
        ? (duringText(during?.value, context) ?? sectionText(section?.value, context))
        : null,
      context,
    ),
    level,
    text: writtenText(is.value, context),
    kind: kindOf(is.value),
    measured: measuredOf(is.value),
  }));
}

/** Where a value is stated, as the document is cited. */
function sectionText(section: string | undefined, { speaker }: ViewContext): string | null {
  if (section === undefined) return null;
  const printed = printedSection(section, speaker);
  return speaker.say({ en: `section ${printed}`, zhHans: `章节${printed}` }, [printed]);
}

/** A group of bars with one scale. */
export interface ScaledBars {
  readonly most: number;
  readonly isWhole: boolean;
  readonly bars: readonly ShareBar[];
}

const percent = "%";
/** Ends of the scale of shares that need not be drawn against the whole; what is above the last is its own end. */
const shareEnds = [25, 50, hundred];

/**
 * Groups with lengths where their values are shares, or, where none is, in the unit of the first that has one, if another
 * has it too. Shares of all groups have one scale; against `whole`, it ends at 100 % unless one is above.
 */
export function scaledBars(groups: readonly (readonly StatedBar[])[], whole: boolean): readonly ScaledBars[] {
  const drawn = groups.map((bars) => {
    const units = bars.flatMap(({ measured }) => (measured === null ? [] : [measured.unit]));
    const unit = units.includes(percent) ? percent : units[0];
    // One amount alone has nothing to be long or short beside.
    const isComparable = unit === percent || units.filter((one) => one === unit).length > 1;
    const own = bars.map(({ measured, ...bar }) => ({
      ...bar,
      value: measured !== null && isComparable && measured.unit === unit ? measured.value : null,
    }));
    return {
      isShare: unit === percent,
      longest: own.reduce((most, bar) => Math.max(most, bar.value ?? 0), 0),
      bars: own,
    };
  });
  const longestShare = drawn.reduce(
    (most, group) => (group.isShare ? Math.max(most, group.longest) : most),
    0,
  );
  const shareEnd = (whole ? [hundred] : shareEnds).find((end) => longestShare <= end) ?? longestShare;
  return drawn.map(({ isShare, longest, bars }) => ({
    most: isShare ? shareEnd : longest || 1,
    isWhole: isShare && whole && shareEnd === hundred,
    bars,
  }));
}

function kindOf({ relation }: Quantity): BarKind {
  if (relation === ">=" || relation === ">") return "least";
  return relation === "<=" || relation === "<" ? "most" : "exact";
}

/** A percent or a bare number up to 1 as a share; amounts and marks in their unit. Rates, changes and negative values have no length. */
function measuredOf({ value, unit, per, signed }: Quantity): StatedBar["measured"] {
  if (per !== null || signed || value.lt(0)) return null;
  if (unit === null)
    return value.lte(1)
      ? { value: value.times(hundred).toNumber(), unit: percent }
      : { value: value.toNumber(), unit: "" };
  const length = value.times(unit.factor).toNumber();
  if (!Number.isFinite(length)) return null;
  return { value: length, unit: unit.dimension === "percent" ? percent : unit.dimension };
}

/** The quantity as the plan writes it, with signs as people write them. */
function writtenText({ text }: Quantity, { speaker }: ViewContext): string {
  const [figures = ""] = text.split("@");
  const tidy = figures
    .trim()
    .replace(/^>=\s*/, "≥")
    .replace(/^<=\s*/, "≤")
    .replace(/^=\s*/, "")
    .replace(/(\d%?)\.\.(?=\d)/, speaker.chinese ? "$1～" : "$1–");
  return plainText(asInDocuments(groupWritten(tidy, speaker), speaker));
}

/** The phase or time to which a statement is bound. */
function duringText(during: string | undefined, context: ViewContext): string | null {
  if (during === undefined) return null;
  const phase = itemById(context.plan.phases, during);
  if (phase !== undefined) return chartName(phase.name, during, context);
  return plainText(during.replace(/(?<=\S)\s*\.\.\s*(?=\S)/, context.speaker.chinese ? "至" : " to "));
}
