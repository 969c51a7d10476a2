/**
 * A part is counted in the unit of its whole.
 *
 * Looks at: indicators with `part-of`, their stated unit against that of the whole. A share may be a part of any amount (women
 * among those trained, children among the cases notified), not of a ratio; so may what is counted for each of something (`counted: { per: … }`), as a condition of the whole.
 * Reports: the whole at `part-of`; related: the two units.
 * Source: FORMAT.md section 5 (`part-of`: a part or nested share), DESIGN.md section 4 (wrong units).
 */
import type { Indicator } from "../../plan/plan.ts";
import type { Unit } from "../../plan/quantity.ts";
import { countUnlikeThings, isCount, sameDimension } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { isPercent, isPoints } from "../target/levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly whole: string;
  readonly wholeUnit: string;
};

export const indicatorPartUnit = defineRule<Args>({
  code: "indicator/part-unit",
  severity: "warning",
  named: ["whole"],
  text: {
    en: {
      title: "Part in another unit than its whole",
      message: (a) =>
        `${a.id}: is in ${a.unit} and cannot be a part of ${a.whole}, which is in ${a.wholeUnit}`,
      why: "A part is so much of its whole; figures in unlike units are no part of each other, and nothing holds them together.",
      fix: "Correct the unit of one of the two, name the right whole, or remove `part-of`.",
    },
    zhHans: {
      title: "部分与整体计量单位不同",
      message: (a) => `指标“${a.name}”以“${a.unit}”计，不可能是以“${a.wholeUnit}”计的“${a.whole}”的一部分`,
      why: "部分是整体中的若干，单位不同的数值之间没有部分与整体的关系，也无从核对。",
      fix: "更正其中一项的计量单位，改填正确的整体指标，或者删去 `part-of`。",
    },
  },
  check({ plan, report }) {
    if (plan.indicators.every(({ partOf }) => partOf === null)) return;
    const byId = new Map(plan.indicators.map((indicator) => [indicator.id.value, indicator] as const));
    for (const part of plan.indicators) {
      const whole = part.partOf === null ? undefined : byId.get(part.partOf.value);
      if (whole === undefined || part.partOf === null || part.unit === null || whole.unit === null) continue;
      if (isConditionOfEach(part) || canBePart(part.unit.value, whole.unit.value)) continue;
      const note = { en: "unit", zhHans: "计量单位" };
      report(
        part.partOf.span,
        {
          id: part.id.value,
          name: nameOf(part),
          unit: part.unit.text,
          whole: whole.id.value,
          wholeUnit: whole.unit.text,
        },
        { on: part, related: [part.unit, whole.unit].map(({ span }) => ({ span, note })) },
      );
    }
  },
});

/** `counted: { per: 每个社区 }`: so many for each are asked for within the whole; they are no share of it. */
function isConditionOfEach({ counted }: Indicator): boolean {
  const per = counted?.per?.value ?? "plan";
  return per !== "plan";
}

function canBePart(part: Unit, whole: Unit): boolean {
  if (isShare(part)) return isShare(whole) || isAmount(whole);
  return sameDimension(part, whole) && !countUnlikeThings(part, whole);
}

/** Something that a share can be taken of: counted things, also in a word of the plan's own (cases), areas, money. */
function isAmount({ dimension }: Unit): boolean {
  return isCount(dimension) || !(dimension === "ratio" || dimension.includes("/"));
}

function isShare(unit: Unit): boolean {
  return isPercent(unit) || isPoints(unit);
}
