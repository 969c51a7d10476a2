/**
 * Two indicators with all but the same name may be one quantity.
 *
 * Looks at: names and other names of indicators whose units convert, that do not declare each other `same-as` or
 * `part-of`. Names are near when they are equal without brackets, filler words (率, 度, rate) and the order of words.
 * Reports: the later name; related: the earlier one. A note: only a reader can tell.
 * Source: DESIGN.md section 4 (near-identical names for one quantity; what only may be a conflict).
 */
import type { Indicator } from "../../plan/plan.ts";
import { sameDimension } from "../../plan/units.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { bracketsOf, nameKey } from "../near-names.ts";

type Args = { readonly id: string; readonly name: string; readonly other: string };

/** Names of one key that later ones are held against: the work grows with their square. */
const mostAlike = 50;

interface NamedPlace {
  readonly indicator: Indicator;
  readonly name: string;
  readonly span: Span;
}

export const statementNearNames = defineRule<Args>({
  code: "statement/near-names",
  severity: "info",
  text: {
    en: {
      title: "Two names, perhaps one quantity",
      message: (a) => `${a.id}: "${a.name}" and "${a.other}" may be one quantity`,
      why: "One quantity under two names gets two targets, two series and two results.",
      fix: "Declare `same-as` if they are one; otherwise name them so that the difference shows.",
    },
    zhHans: {
      title: "指标名称近似",
      message: (a) => `指标“${a.name}”与“${a.other}”名称近似，可能为同一指标`,
      why: "同一指标使用两个名称，会形成两套目标、两套数据、两种结论。",
      fix: "确为同一指标的用 `same-as` 注明；不是的，名称应体现区别。",
    },
  },
  check({ plan, report }) {
    const known = new Map<string, NamedPlace[]>();
    for (const place of plan.indicators.flatMap(namesOf)) {
      const key = nameKey(place.name);
      if (key === null) continue;
      const others = known.get(key);
      if (others === undefined) {
        known.set(key, [place]);
        continue;
      }
      const other = others.find((o) => mayBeOne(o, place));
      const isFirst = others.length < mostAlike && !others.some((o) => o.indicator === place.indicator);
      if (isFirst) others.push(place);
      if (other === undefined) continue;
      report(
        place.span,
        { id: place.indicator.id.value, name: place.name, other: other.name },
        {
          on: place.indicator,
          related: [{ span: other.span, note: { en: "the other name", zhHans: "另一名称" } }],
        },
      );
    }
  },
});

function namesOf(indicator: Indicator): NamedPlace[] {
  const own =
    indicator.name === null ? [] : [{ indicator, name: indicator.name.text, span: indicator.name.span }];
  return [...own, ...indicator.alsoCalled.map(({ value, span }) => ({ indicator, name: value, span }))];
}

function mayBeOne(a: NamedPlace, b: NamedPlace): boolean {
  if (a.indicator === b.indicator || areRelated(a.indicator, b.indicator)) return false;
  if (areNamesakes(a.indicator, b.indicator)) return false;
  if (!sameDimension(a.indicator.unit?.value ?? null, b.indicator.unit?.value ?? null)) return false;
  const [inA, inB] = [bracketsOf(a.name), bracketsOf(b.name)];
  return inA === "" || inB === "" || inA === inB;
}

/** Both have the very same name, which `statement/same-name` tells. */
export function areNamesakes(a: Indicator, b: Indicator): boolean {
  return a.name !== null && b.name !== null && plainName(a.name.text) === plainName(b.name.text);
}

/** A name without what does not show: width, case, blanks. */
export function plainName(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** They name each other, or one third indicator, as the same quantity or as its whole. */
export function areRelated(a: Indicator, b: Indicator): boolean {
  return (
    isNamedBy(a.id.value, b) ||
    (a.sameAs !== null && isNamedBy(a.sameAs.value, b)) ||
    (a.partOf !== null && isNamedBy(a.partOf.value, b))
  );
}

function isNamedBy(name: string, { id, sameAs, partOf }: Indicator): boolean {
  return id.value === name || sameAs?.value === name || partOf?.value === name;
}
