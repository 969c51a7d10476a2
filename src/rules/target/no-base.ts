/**
 * A change needs something that it changes.
 *
 * Looks at: `change`, `relative`, `rate`, `each` and `compound` of indicators without baseline; a base of the target's
 * own (`of: VALUE`) will do. A `relative` that names the time of its base (`of: { at: 2022 }`), of which no baseline, evidence or
 * reported value is. A `relative` whose base is 0, which no share can change. Flows and running totals start at nothing, and a `compound` of theirs is made of yearly
 * rates, so neither needs a base.
 * Reports: the change at its value; related: the indicator. One base that several changes of an indicator, or of the names
 * of one quantity (`same-as`), lack is told once, at the first; the others are related places.
 * Of a percentage raised by a percent it is also told that points may be meant.
 * Source: ENGINE.md section 4 (no baseline); DESIGN.md section 4 (percent mixed with points).
 */
import { isOwnLevel } from "../../plan/level-words.ts";
import type { Indicator, Plan, Target, TargetKind } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import type { Records } from "../../records/records.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { twinsOf } from "../indicator/required-facts.ts";
import { statesKey } from "../indicator/states-key.ts";
import { nameOf } from "../name-of.ts";
import { figuresOf, isPercent } from "./levels.ts";

const changeKinds: ReadonlySet<TargetKind> = new Set(["change", "relative", "rate", "each", "compound"]);

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly ofNothing: boolean;
  /** The time whose level it starts from, as stated, where the baseline is of another time; else null. */
  readonly of: string | null;
  /** Size of the change, where it may be meant in points; else null. */
  readonly points: string | null;
};

export const targetNoBase = defineRule<Args>({
  code: "target/no-base",
  severity: "warning",
  text: {
    en: {
      title: "Change without base",
      message: (a) =>
        a.ofNothing
          ? `${a.id}: ${a.value} is a share of the base, and the base is 0: any share of it is 0`
          : `${a.id}: ${a.value} is a change, and the level${a.of === null ? "" : ` of ${a.of}`} that it starts from is not stated${a.points === null ? "" : `, nor whether ${a.points} points are meant`}`,
      why: "Without the level at the start nobody can work out what shall be reached.",
      fix: "State the indicator's baseline with its date, or the base of this target (`of: VALUE`); from 0, write the level (`reach`) or the amount (`change`).",
    },
    zhHans: {
      title: "增减目标缺少基数",
      message: (a) =>
        a.ofNothing
          ? `指标“${a.name}”的“${a.value}”为相对幅度，但基数为 0，无从按比例增减`
          : `指标“${a.name}”的“${a.value}”为增减幅度，但未列${a.of === null ? "基期值" : `所比照的“${a.of}”的数值`}${a.points === null ? "" : `，也未写明是否指 ${a.points} 个百分点`}`,
      why: "没有基数，就算不出应达到的数值。",
      fix: "补充指标的基期值及时间，或写明本目标的基数（`of: 数值`）；基数为 0 的，改用 `reach` 写水平值或用 `change` 写增减量。",
    },
  },
  check({ plan, records, report }) {
    for (const { indicator, baselines } of figuresOf(plan)) {
      if (indicator.role?.value === "context") continue;
      for (const { kind, base, quantity } of indicator.targets) {
        if (kind !== "relative" || quantity === null || isOwnLevel(quantity.value, null)) continue;
        const own = base?.quantity ?? null;
        const [first] = baselines;
        const from =
          own !== null ? { value: own.value.value, span: own.span } : base === null ? first : undefined;
        if (from === undefined || !from.value.eq(0)) continue;
        const related = [{ span: from.span, note: { en: "the base is 0", zhHans: "基数为 0" } }];
        const args = { id: indicator.id.value, name: nameOf(indicator), value: quantity.value.text };
        report(
          quantity.span,
          { ...args, ofNothing: true, of: null, points: null },
          { related, on: indicator },
        );
      }
    }
    for (const [first, ...others] of missingBases(plan, records)) {
      if (first === undefined) continue;
      const { indicator, target } = first;
      const [baseline] = indicator.baseline;
      const related = [
        baseline === undefined
          ? { span: indicator.id.span, note: { en: "no baseline", zhHans: "未列基期值" } }
          : { span: baseline.is.span, note: { en: "of another time", zhHans: "基期值时间不同" } },
        ...others.map((other) => ({
          span: placeOf(other.target),
          note: { en: "starts from the same level", zhHans: "基数相同，同样缺失" },
        })),
      ];
      const value = target.quantity?.value.text ?? target.stated.value;
      report(
        placeOf(target),
        {
          id: indicator.id.value,
          name: nameOf(indicator),
          value,
          ofNothing: false,
          of: indicator.baseline.length === 0 ? null : (target.base?.at?.value.text ?? null),
          points: pointsMeant(first),
        },
        { related, on: indicator },
      );
    }
  },
});

/**
 * A percentage raised by a percent may be meant in points, and without a base nothing shows which; a rate is commonly said
 * to fall by a share of itself.
 */
function pointsMeant({ indicator, target: { kind, wording, quantity } }: Unfounded): string | null {
  if (kind !== "relative" || wording !== null || quantity === null || quantity.value.value.lte(0))
    return null;
  const isRise = indicator.direction?.value !== "decrease";
  const isShare = isPercent(indicator.unit?.value ?? null) && isPercent(quantity.value.unit);
  return isRise && isShare ? quantity.value.value.toString() : null;
}

interface Unfounded {
  readonly indicator: Indicator;
  readonly target: Target;
}

/** The changes without base, gathered by the base that they lack, in plan order. */
function missingBases(plan: Plan, records: Records): readonly (readonly Unfounded[])[] {
  const byBase = new Map<string, Unfounded[]>();
  for (const indicator of plan.indicators) {
    if (indicator.role?.value === "context") continue;
    const unfounded = indicator.targets.filter((target) =>
      indicator.baseline.length > 0
        ? isOfOtherTime(target, () => datesStated(indicator, plan, records))
        : lacksBase(target, indicator),
    );
    if (unfounded.length === 0) continue;
    const twins = twinsOf(indicator, plan);
    if (indicator.baseline.length === 0 && isStatedElsewhere(indicator, twins)) continue;
    const quantity = Math.min(...[indicator, ...twins].map(({ id }) => id.span.start));
    for (const target of unfounded) {
      const key = `${quantity} ${dayOfBase(target)}`;
      const known = byBase.get(key);
      if (known === undefined) byBase.set(key, [{ indicator, target }]);
      else known.push({ indicator, target });
    }
  }
  return [...byBase.values()];
}

/** The day of the base that a target names; null for the baseline. */
function dayOfBase({ base }: Target): number | string | null {
  const at = base?.at?.value ?? null;
  return at === null ? null : (at.period?.end ?? at.text);
}

function placeOf({ quantity, stated }: Target): Span {
  return (quantity ?? stated).span;
}

/** The baseline could not be read, or stands under another name of the quantity. */
function isStatedElsewhere(indicator: Indicator, twins: readonly Indicator[]): boolean {
  return statesKey(indicator, "baseline") || twins.some((twin) => twin.baseline.length > 0);
}

/** The last days of all that is stated of an indicator; null for what has no date. */
function datesStated({ id, baseline }: Indicator, plan: Plan, records: Records): readonly (Day | null)[] {
  const ofIt = plan.evidence.filter(({ of }) => of?.value === id.value);
  const reported = records.observations.filter(({ indicator }) => indicator === id.value);
  return [
    ...[...baseline.map(({ is }) => is.value.at), ...ofIt.map(({ at }) => at)].map(
      (at) => at?.value.period?.end ?? null,
    ),
    ...reported.map(({ at }) => at.value.end),
  ];
}

/** It names the time of its base, and nothing is stated of that time. */
function isOfOtherTime({ kind, base }: Target, stated: () => readonly (Day | null)[]): boolean {
  const period = base?.at?.value.period ?? null;
  if (kind !== "relative" || base === null || base.quantity !== null || period === null) return false;
  const { start, end } = period;
  const isOfIt = (day: Day | null): boolean =>
    day === null || ((start === null || day >= start) && (end === null || day <= end));
  return !stated().some(isOfIt);
}

function lacksBase(target: Target, indicator: Indicator): boolean {
  if (!changeKinds.has(target.kind) || (target.base !== null && target.base.quantity !== null)) return false;
  const isOfLevel = indicator.value.value === "level";
  return isOfLevel || (target.kind !== "change" && target.kind !== "compound");
}
