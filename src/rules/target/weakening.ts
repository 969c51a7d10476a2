/**
 * Targets do not get weaker with time.
 *
 * Looks at: dated targets of one quantity in order of their dates: levels, bounds, changes on one base, grades, and
 * spans that begin together; a relative change by the level that it leads to against levels that are stated. What `follows` the other's section is left alone; so is a figure that looks like a slip.
 * Reports: the later, weaker target at its value; related: the last earlier one that is stronger.
 * Source: DESIGN.md section 4 (a later target weaker than an earlier one).
 */

import type Big from "big.js";
import { relationOf } from "../../plan/compare.ts";
import { isoDay } from "../../plan/days.ts";
import { formatDecimal, sumOf } from "../../plan/decimal.ts";
import { orderedBy } from "../../plan/ordered-by.ts";
import type { Indicator, Target } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import { unitBehind } from "../../plan/unit-behind.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { type Claim, isDeclaredStep, seriesOf } from "./claims.ts";
import { otherDay } from "./clashes.ts";
import { expectedBy } from "./expected.ts";
import {
  type Bounds,
  boundsOf,
  type Figures,
  figuresOf,
  isWeaker,
  mostFigures,
  statedDay,
} from "./levels.ts";
import { slack } from "./precision.ts";
import { slipsOf } from "./slips.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly date: string;
  readonly other: string;
  readonly otherDate: string;
  /** The reading of a date in doubt (`{ date: undated, or: 2026-12 }`) under which it is so; null where no date is in doubt. */
  readonly read: string | null;
};

export const targetWeakening = defineRule<Args>({
  code: "target/weakening",
  severity: "warning",
  text: {
    en: {
      title: "Later target weaker",
      message: (a) =>
        `${a.id}: ${a.value} for ${a.date} is weaker than ${a.other} for ${a.otherDate}${a.read === null ? "" : `, if the date in doubt is read as ${a.read}: which reading is meant?`}`,
      why: "Who reaches the earlier target has passed the later one already, or one of the two is wrong.",
      fix: "Correct the value or the date of one of the two.",
    },
    zhHans: {
      title: "后期目标低于前期目标",
      message: (a) =>
        `指标“${a.name}”：${a.read === null ? "" : `存疑的时限按 ${a.read} 理解，则 `}${a.date} 的目标值“${a.value}”要求低于 ${a.otherDate} 的目标值“${a.other}”${a.read === null ? "" : "，应按哪一种理解须明确"}`,
      why: "前期目标一旦达到，后期目标即已完成；否则必有一处有误。",
      fix: "核对并更正其中一处的数值或时限。",
    },
  },
  check({ plan, report }) {
    const slips = slipsOf(plan);
    for (const series of seriesOf(plan)) {
      const plain = slips.size === 0 ? series : series.filter((c) => !slips.has(c.span));
      const dated = orderedBy(plain.filter(isDated), ({ day }) => day ?? 0);
      for (const [i, claim] of dated.entries()) {
        const stronger = dated.slice(0, i).findLast((e) => isStronger(e, claim));
        if (stronger === undefined || isShareOfTotal(claim.indicator)) continue;
        const related = [{ span: stronger.span, note: strongerNote }];
        report(claim.span, argsOf(claim, stronger), { related, on: claim.indicator });
      }
      const open = inDoubt(plain);
      if (open === null) continue;
      const { claim, stronger, read } = open;
      report(
        claim.span,
        { ...argsOf(claim, stronger), read: isoDay(read) },
        { related: [{ span: stronger.span, note: strongerNote }], on: claim.indicator, severity: "info" },
      );
    }
    for (const figures of figuresOf(plan)) {
      for (const { later, earlier } of weakenedByChange(figures)) {
        if (slips.has(later.span) || slips.has(earlier.span)) continue;
        const { indicator } = figures;
        const related = [
          { span: earlier.span, note: strongerNote },
          ...[later, earlier].flatMap(({ base }) =>
            base === null ? [] : [{ span: base, note: { en: "the base", zhHans: "基数" } }],
          ),
        ];
        const args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          value: later.shown,
          date: isoDay(later.day),
          other: earlier.shown,
          otherDate: isoDay(earlier.day),
          read: null,
        };
        report(later.span, args, { related, on: indicator });
      }
    }
  },
});

const strongerNote = { en: "the stronger target", zhHans: "要求更高的目标值" };

/** The first pair of which the later is weaker only by the other reading of a date. */
function inDoubt(series: readonly Claim[]) {
  for (const one of series) {
    const read = otherDay(one);
    if (read === null || isShareOfTotal(one.indicator)) continue;
    const moved = { ...one, day: read, dated: true };
    if (!isDated(moved)) continue;
    for (const other of series) {
      if (other === one || !isDated(other) || otherDay(other) !== null || other.day === null) continue;
      if (isDated(one) && one.day !== null && isWeakened(one, other)) continue;
      const [stronger, claim] = inOrder(moved, other);
      if (isStronger(stronger, claim)) return { claim, stronger, read };
    }
  }
  return null;
}

function isWeakened(a: Claim, b: Claim): boolean {
  const [earlier, later] = inOrder(a, b);
  return isStronger(earlier, later);
}

function inOrder(a: Claim, b: Claim): readonly [Claim, Claim] {
  return (b.day ?? 0) < (a.day ?? 0) ? [b, a] : [a, b];
}

interface DatedLevel extends Bounds {
  readonly target: Target;
  readonly day: Day;
  readonly span: Span;
  readonly shown: string;
  /** What rounding may hide. */
  readonly slack: Big;
  /** What the level is a change of; null for a level that is stated. */
  readonly base: Span | null;
}

/** A stated level and the level of a relative change, of which the later is weaker by more than rounding. */
function weakenedByChange(figures: Figures) {
  const changes = changedLevels(figures);
  if (changes.length === 0) return [];
  const all = [...statedLevels(figures), ...changes].sort((a, b) => a.day - b.day);
  return all.flatMap((later, i) => {
    const earlier = all.slice(0, i).findLast((one) => {
      if (
        (one.base === null) === (later.base === null) ||
        one.day === later.day ||
        isDeclaredStep(one.target, later.target)
      )
        return false;
      return isWeaker(later, one, figures.direction) && isBeyond(one, later);
    });
    return earlier === undefined ? [] : [{ later, earlier }];
  });
}

function isBeyond(a: DatedLevel, b: DatedLevel): boolean {
  const [one, other] = [a.floor ?? a.ceiling, b.floor ?? b.ceiling];
  return one !== null && other !== null && one.minus(other).abs().gt(a.slack.plus(b.slack));
}

function statedLevels({ levels }: Figures): readonly DatedLevel[] {
  return levels.flatMap(({ target, quantity, floor, ceiling, exact }) => {
    const day = target.kind === "hold" || isNarrowed(target) ? null : statedDay(target);
    if (day === null) return [];
    const { span, value } = quantity;
    const bounds = { floor, ceiling, exact };
    return [{ target, day, ...bounds, span, shown: value.text.trim(), slack: slack(value), base: null }];
  });
}

function changedLevels(figures: Figures): readonly DatedLevel[] {
  const { indicator, direction, unit } = figures;
  return indicator.targets.slice(0, mostFigures).flatMap((target) => {
    const asked = target.kind === "relative" && !isNarrowed(target) ? expectedBy(target, figures) : null;
    const day = statedDay(target);
    if (asked === null || day === null || target.quantity === null) return [];
    const { span, value: stated } = target.quantity;
    const bounds = boundsOf(asked.value, null, asked.relation ?? relationOf(direction));
    const level = `${formatDecimal(asked.value.round(4))}${unitBehind(unit?.text ?? null)}`;
    return [
      {
        target,
        day,
        ...bounds,
        span,
        shown: `${stated.text.trim()} = ${level}`,
        slack: asked.slack,
        base: asked.baseSpan,
      },
    ];
  });
}

function isNarrowed({ place, scope }: Target): boolean {
  return place !== null || scope !== null;
}

function isDated(claim: Claim): boolean {
  const { kind } = claim.target;
  return (
    claim.dated &&
    claim.day !== null &&
    kind !== "rate" &&
    kind !== "each" &&
    kind !== "versus" &&
    kind !== "total"
  );
}

function isStronger(earlier: Claim, later: Claim): boolean {
  if (earlier.day === later.day || isDeclaredStep(earlier.target, later.target)) return false;
  return isWeaker(later, earlier, later.direction);
}

/** A flow whose yearly amounts add up to the stated total: less in the last year is as it was shared out. */
function isShareOfTotal({ value, targets }: Indicator): boolean {
  if (value.value !== "flow") return false;
  const quantities = (kind: Target["kind"]) =>
    targets
      .slice(0, mostFigures)
      .flatMap((one) => (one.kind === kind && one.quantity !== null ? [one.quantity.value] : []));
  const [total] = quantities("total");
  const parts = quantities("reach");
  if (total === undefined || parts.some(({ unit }) => unit?.key !== total.unit?.key)) return false;
  return sumOf(parts.map((one) => one.value)).eq(total.value);
}

function argsOf(claim: Claim, stronger: Claim): Args {
  return {
    id: claim.indicator.id.value,
    name: nameOf(claim.indicator),
    value: claim.shown,
    date: isoDay(claim.day ?? 0),
    other: stronger.shown,
    otherDate: isoDay(stronger.day ?? 0),
    read: null,
  };
}
