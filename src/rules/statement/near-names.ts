/**
 * Two indicators with all but the same name may be one quantity.
 *
 * Looks at: names and other names of indicators whose units convert, that do not declare each other `same-as` or
 * `part-of`. Names are near when they are equal without brackets, filler words (率, 度, rate) and the order of words, with words of
 * one meaning (老年人, 老人) taken for one; or when one has a word more, and both start from the same value of the same day.
 * Reports: the later name; related: the earlier one. A note: only a reader can tell; a warning where both start from one value and
 * have to reach different ones on one day.
 * Source: DESIGN.md section 4 (near-identical names for one quantity; what only may be a conflict).
 */
import type { Indicator, Target } from "../../plan/plan.ts";
import { sameDimension } from "../../plan/units.ts";
import type { Span } from "../../text/source.ts";
import { compareQuantities } from "../compare-statements.ts";
import { defineRule } from "../define-rule.ts";
import { type BareName, bareName, bracketsOf, hasOneWordMore, looseKey } from "../near-names.ts";
import { statedDay } from "../target/levels.ts";
import { speakOfOne } from "../target/one-scope.ts";
import { areNamesakes, areRelated } from "./relatives.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly other: string;
  /** What the two are to reach on one day, where it differs; null otherwise. */
  readonly target: string | null;
  readonly otherTarget: string;
};

/** Names of one key that later ones are held against: the work grows with their square. */
const mostAlike = 50;

interface NamedPlace {
  readonly indicator: Indicator;
  readonly name: string;
  readonly bare: BareName;
  readonly span: Span;
}

export const statementNearNames = defineRule<Args>({
  code: "statement/near-names",
  severity: "info",
  text: {
    en: {
      title: "Two names, perhaps one quantity",
      message: (a) =>
        `${a.id}: "${a.name}" and "${a.other}" may be one quantity${a.target === null ? "" : `; then it has two targets, ${a.target} and ${a.otherTarget}`}`,
      why: "One quantity under two names gets two targets, two series and two results.",
      fix: "Declare `same-as` if they are one; otherwise name them so that the difference shows.",
    },
    zhHans: {
      title: "指标名称近似",
      message: (a) =>
        `指标“${a.name}”与“${a.other}”名称近似，可能为同一指标${a.target === null ? "" : `，而目标值分别为“${a.target}”“${a.otherTarget}”`}`,
      why: "同一指标使用两个名称，会形成两套目标、两套数据、两种结论。",
      fix: "确为同一指标的用 `same-as` 注明；不是的，名称应体现区别。",
    },
  },
  check({ plan, report }) {
    const byName = new Map<string, NamedPlace[]>();
    const byStart = new Map<string, NamedPlace[]>();
    for (const place of plan.indicators.flatMap(namesOf)) {
      const near = earlierOf(byName, looseKey(place.name), place, () => true);
      const isLonger = ({ bare }: NamedPlace): boolean =>
        hasOneWordMore(place.bare, bare) || hasOneWordMore(bare, place.bare);
      const other = near ?? earlierOf(byStart, startOf(place.indicator), place, isLonger);
      if (other === undefined) continue;
      const related = [{ span: other.span, note: { en: "the other name", zhHans: "另一名称" } }];
      const differing = differingTargets(place.indicator, other.indicator);
      const args = {
        id: place.indicator.id.value,
        name: place.name,
        other: other.name,
        target: differing?.[0] ?? null,
        otherTarget: differing?.[1] ?? "",
      };
      const start = startOf(place.indicator);
      const isOne = differing !== null && start !== null && start === startOf(other.indicator);
      report(place.span, args, { on: place.indicator, related, severity: isOne ? "warning" : "info" });
    }
  },
});

/** What the one and the other have to reach on one day, as the first target of the one that differs has it. */
function differingTargets(a: Indicator, b: Indicator): readonly [string, string] | null {
  for (const own of a.targets.slice(0, mostAlike)) {
    const day = own.kind === "reach" ? statedDay(own) : null;
    const value = own.quantity?.value ?? null;
    if (day === null || value === null) continue;
    const isAlike = (one: Target): boolean =>
      one.kind === "reach" && statedDay(one) === day && speakOfOne(one, own);
    const other = b.targets.find(isAlike)?.quantity?.value;
    if (other !== undefined && compareQuantities(value, other) !== "same") return [value.text, other.text];
  }
  return null;
}

/** An earlier name of the same key that may mean the same; the name itself is kept for later ones. */
function earlierOf(
  known: Map<string, NamedPlace[]>,
  key: string | null,
  place: NamedPlace,
  isNear: (other: NamedPlace) => boolean,
): NamedPlace | undefined {
  if (key === null) return undefined;
  const others = known.get(key) ?? [];
  const found = others.find((other) => isNear(other) && mayBeOne(other, place));
  const isFirst = others.length < mostAlike && !others.some((o) => o.indicator === place.indicator);
  if (isFirst) known.set(key, [...others, place]);
  return found;
}

/** The value and the day that an indicator starts from; null where one of them is missing. */
function startOf({ baseline }: Indicator): string | null {
  const [first] = baseline;
  const { quantity, at } = first?.is.value ?? { quantity: null, at: null };
  const day = at?.value.period?.end ?? null;
  return quantity === null || day === null || quantity.value.eq(0)
    ? null
    : [quantity.value.toFixed(), quantity.unit?.key, day].join(" ");
}

function namesOf(indicator: Indicator): NamedPlace[] {
  const placed = (name: string, span: Span): NamedPlace => ({ indicator, name, bare: bareName(name), span });
  const own = indicator.name === null ? [] : [placed(indicator.name.text, indicator.name.span)];
  return [...own, ...indicator.alsoCalled.map(({ value, span }) => placed(value, span))];
}

function mayBeOne(a: NamedPlace, b: NamedPlace): boolean {
  if (a.indicator === b.indicator || areRelated(a.indicator, b.indicator)) return false;
  if (areNamesakes(a.indicator, b.indicator)) return false;
  if (!sameDimension(a.indicator.unit?.value ?? null, b.indicator.unit?.value ?? null)) return false;
  const [inA, inB] = [bracketsOf(a.name), bracketsOf(b.name)];
  return inA === "" || inB === "" || inA === inB;
}
