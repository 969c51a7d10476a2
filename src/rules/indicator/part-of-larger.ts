/**
 * A part is not larger than its whole.
 *
 * Looks at: indicators with `part-of`, against that indicator and, over a chain of `part-of`, the wholes above it:
 * baselines of one date, levels to reach of one date, sums over one span, in the unit of the whole. Nothing is compared when the two state
 * different bases (`counted: { of: … }`), nor with a whole that lacks a digit (`target/magnitude`). A level to reach is also held
 * against the baselines of a whole that has nothing else.
 * Reports: the part's value; related: the value of the whole. A warning that asks where the whole is stated for an earlier day only.
 * Source: DESIGN.md section 4 (a part larger than its whole).
 */
import { convert } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { type Figures, figuresOf } from "../target/levels.ts";
import { slipsOf } from "../target/slips.ts";
import { countOverOtherBases, type DatedFigure, figuresWithDay, isOfOneTime } from "./dated-figures.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly whole: string;
  readonly wholeValue: string;
  /** The whole is stated for an earlier day only, and may grow. */
  readonly earlier: boolean;
};

export const indicatorPartOfLarger = defineRule<Args>({
  code: "indicator/part-of-larger",
  severity: "error",
  named: ["whole"],
  text: {
    en: {
      title: "Part larger than its whole",
      message: (a) =>
        a.earlier
          ? `${a.id}: ${a.value} is more than ${a.wholeValue}, the only figure of ${a.whole}, of which it is a part: is the whole to grow?`
          : `${a.id}: ${a.value} is more than ${a.wholeValue} of ${a.whole}, of which it is a part`,
      why: "A part can never be more than the whole at the same date.",
      fix: "Correct one of the two values, or remove `part-of` if it is not a part.",
    },
    zhHans: {
      title: "部分大于整体",
      message: (a) =>
        a.earlier
          ? `指标“${a.name}”是“${a.whole}”的一部分，目标值“${a.value}”大于整体现有的“${a.wholeValue}”，整体是否增加未写明`
          : `指标“${a.name}”是“${a.whole}”的一部分，同一时点的“${a.value}”却大于整体的“${a.wholeValue}”`,
      why: "同一时点，部分不可能大于整体。",
      fix: "更正其中一处数值；并非从属关系的，删去 `part-of`。",
    },
  },
  check({ plan, report }) {
    const all = figuresOf(plan);
    if (!plan.indicators.some((i) => i.partOf !== null)) return;
    const slips = slipsOf(plan);
    const byId = new Map(all.map((f) => [f.indicator.id.value, f] as const));
    for (const part of all) {
      const wholes = wholesOf(part, byId);
      for (const own of wholes.length === 0 ? [] : figuresWithDay(part)) {
        const found = wholes.flatMap((above) => {
          const value = convert(own.value, part.unit, above.unit);
          return figuresWithDay(above)
            .filter((w) => isOfOneTime(w, own) && value?.gt(w.value) && slips.get(w.span)?.tooLarge !== false)
            .map((exceeded) => ({ exceeded, name: above.indicator.id.value }));
        });
        const [first = earlierWhole(own, part, wholes[0])] = found;
        if (first === null) continue;
        const { exceeded, name } = first;
        const related = [{ span: exceeded.span, note: { en: "the whole", zhHans: "整体" } }];
        const args = {
          id: part.indicator.id.value,
          name: nameOf(part.indicator),
          value: own.text,
          whole: name,
          wholeValue: exceeded.text,
          earlier: found.length === 0,
        };
        const severity = args.earlier ? "warning" : "error";
        report(own.span, args, { related, on: part.indicator, severity });
      }
    }
  },
});

/** The baseline of a whole that has no other figure, where a level of the part goes beyond it; null for none. */
function earlierWhole(
  own: DatedFigure,
  part: Figures,
  whole: Figures | undefined,
): { readonly exceeded: DatedFigure; readonly name: string } | null {
  if (own.sort !== "target" || whole === undefined || whole.indicator.targets.length > 0) return null;
  const value = convert(own.value, part.unit, whole.unit);
  const stated = figuresWithDay(whole);
  const [exceeded] = stated;
  if (value === null || exceeded === undefined || !stated.every((one) => value.gt(one.value))) return null;
  return { exceeded, name: whole.indicator.id.value };
}

/** Longest chain of parts that is followed. */
const mostSteps = 8;

/** The whole, and what that is itself a part of; nothing beyond a whole that is counted over another base. */
function wholesOf(part: Figures, byId: ReadonlyMap<string, Figures>): readonly Figures[] {
  const wholes: Figures[] = [];
  let below = part;
  while (wholes.length < mostSteps) {
    const whole = below.indicator.partOf === null ? undefined : byId.get(below.indicator.partOf.value);
    if (whole === undefined || whole === part || wholes.includes(whole)) break;
    if (countOverOtherBases(part, whole) || countOverOtherBases(below, whole)) break;
    wholes.push(whole);
    below = whole;
  }
  return wholes;
}
