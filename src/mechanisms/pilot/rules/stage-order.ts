/**
 * A pilot spreads: its stages go on in time and grow.
 *
 * Looks at: consecutive stages of one pilot: dates that go back, and shares or numbers (of the same thing) that are smaller
 * in a later stage, and two sizes of the same thing for one day. A stage that does not say of what it covers a share goes on with what the one before it names.
 * Reports: the date or value of the later stage; related: that of the stage before. A warning; an error for two sizes on one day.
 * Source: FORMAT.md section 7 (pilot), DESIGN.md section 4 (a weakening).
 */
import { entriesAt, type ParameterMap, quantitiesAt, timesAt, wordsAt } from "../../../plan/parameters.ts";
import type { Quantity } from "../../../plan/quantity.ts";
import { convert } from "../../../plan/units.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { firstDated, statedPeriod } from "../../../rules/times-of.ts";
import type { Span } from "../../../text/source.ts";
import { entryName, ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly stage: string;
  readonly other: string;
  readonly fault: "date" | "share" | "day";
};

export const pilotStageOrder = defineRule<Args>({
  code: "pilot/stage-order",
  severity: "warning",
  text: {
    en: {
      title: "Stages of a pilot go back",
      message: (a) =>
        a.fault === "day"
          ? `${a.id}: the stages "${a.other}" and "${a.stage}" set two sizes for one day`
          : a.fault === "date"
            ? `${a.id}: stage "${a.stage}" is due before the stage "${a.other}" that precedes it`
            : `${a.id}: stage "${a.stage}" covers less than the stage "${a.other}" before it`,
      why: "A pilot spreads from few to many; one that goes back in time or size contains a slip.",
      fix: "Correct dates or shares, or write the stages in their order.",
    },
    zhHans: {
      title: "试点推广步骤倒退",
      message: (a) =>
        a.fault === "day"
          ? `试点推广“${a.name}”的“${a.other}”与“${a.stage}”同一时限，范围却不同`
          : a.fault === "date"
            ? `试点推广“${a.name}”中“${a.stage}”的时限早于其前一步“${a.other}”`
            : `试点推广“${a.name}”中“${a.stage}”的范围小于前一步“${a.other}”`,
      why: "试点由少到多推开，时间或范围倒退多属笔误。",
      fix: "更正时限或占比，或按先后次序书写各步。",
    },
  },
  check({ plan, report }) {
    for (const pilot of ofType(plan, "pilot")) {
      const stages = entriesAt(pilot.parameters, "stages");
      let of: string | null = null;
      for (const [i, stage] of stages.entries()) {
        const named: string | null = wordsAt(stage, "of")[0]?.value.trim() ?? null;
        const isSame: boolean = named === null || named === of;
        of = named ?? of;
        const before = stages[i - 1];
        const fault = before === undefined ? null : faultOf(stage, before, isSame);
        if (before === undefined || fault === null) continue;
        const args = {
          id: pilot.id.value,
          name: nameOf(pilot),
          stage: entryName(stage, i),
          other: entryName(before, i - 1),
          fault: fault.kind,
        };
        const related = [{ span: fault.other, note: { en: "the stage before", zhHans: "前一步" } }];
        const severity = fault.kind === "day" ? "error" : "warning";
        report(fault.span, args, { on: pilot, related, severity });
      }
    }
  },
});

interface Fault {
  readonly kind: Args["fault"];
  readonly span: Span;
  readonly other: Span;
}

function faultOf(stage: ParameterMap, before: ParameterMap, isSame: boolean): Fault | null {
  const [own, other] = [stage, before].map((one) => firstDated(timesAt(one, "by")));
  const [end, otherEnd] = [own, other].map((when) => statedPeriod(when ?? null)?.end ?? null);
  if (own && other && typeof end === "number" && typeof otherEnd === "number" && end < otherEnd)
    return { kind: "date", span: own.span, other: other.span };
  if (!isSame) return null;
  for (const key of ["share", "count"]) {
    const [size] = quantitiesAt(stage, key);
    const [earlier] = quantitiesAt(before, key);
    if (size === undefined || earlier === undefined) continue;
    const value = convert(size.is.value.value, size.is.value.unit, earlier.is.value.unit);
    const isOneDay = end !== null && end === otherEnd;
    // Within one month the last part may follow the one before.
    const isRest = isWhole(size.is.value) && statedPeriod(own ?? null)?.start !== end;
    if (isOneDay && value !== null && !value.eq(earlier.is.value.value) && !isRest)
      return { kind: "day", span: size.is.span, other: earlier.is.span };
    if (value?.lt(earlier.is.value.value))
      return { kind: "share", span: size.is.span, other: earlier.is.span };
  }
  return null;
}

function isWhole({ value, unit }: Quantity): boolean {
  return unit?.dimension === "percent" && value.times(unit.factor).gte(100);
}
