/**
 * What the plan tells of today and of others makes its target doubtful.
 *
 * Looks at: evidence about an indicator against its last target, and about a standing figure of a mechanism. A background level of the plan's own area that is
 * better than the target already; a case that came no further than four fifths of the change, or of the way from the
 * baseline to the level, that the plan asks for (a level only where the case names what was done, `cause`, or tells a
 * development, `from` and `to`); a case that went the other way than the plan wants; a standard of others that the target
 * falls short of. Of a standing figure also what is told of another place and differs from it by a factor of ten or more; of an
 * indicator what is ten times as good there.
 * Reports: the target at its value; related: the evidence. A note where a case came less far: the figures may be counted in another way.
 * Ten times is a warning for figures per head, per case and the like, which the size of a place does not change.
 * Source: DESIGN.md section 4 (weaker than today's level; what only may be a conflict).
 */
import Big from "big.js";
import type { Given } from "../../plan/given.ts";
import type { Direction, Evidence, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { convert, sameDimension } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { type StandingFigure, standingFigures } from "../standing-figures.ts";
import { boundsOf, changeInUnit, type Figures, figuresOf, type Level, towards } from "../target/levels.ts";
import { withTwins } from "../target/twins.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly target: string;
  readonly figure: string;
  readonly place: string | null;
  readonly how: "better" | "change" | "case" | "away" | "standard" | "far";
};

const hows = {
  better: { en: "is already better", zhHans: "已优于这一要求" },
  change: { en: "is all that the case achieved", zhHans: "为案例实际达到的幅度，小于本方案所提幅度" },
  case: {
    en: "is what the case came to, and falls short of it",
    zhHans: "为案例采取同类措施后的水平，未达到这一要求",
  },
  away: {
    en: "is where the case came to by moving the other way",
    zhHans: "为案例变化后的水平，变化方向与本方案相反",
  },
  standard: {
    en: "is called the standard",
    zhHans: "被作为标准引用，与这一要求不一致",
  },
  far: {
    en: "differs from it by a factor of ten or more: is one of them a slip, or counted otherwise?",
    zhHans: "与这一要求相差十倍以上，是否误写或口径不同须核实",
  },
};

export const indicatorEvidenceDoubt = defineRule<Args>({
  code: "indicator/evidence-doubt",
  severity: "info",
  text: {
    en: {
      title: "Target in doubt by the plan's own evidence",
      message: (a) =>
        a.how === "standard"
          ? `${a.id}: the plan asks for ${a.target}, but its evidence${a.place === null ? "" : ` (${a.place})`} calls ${a.figure} the standard`
          : `${a.id}: the plan asks for ${a.target}, but the ${a.figure}${a.place === null ? "" : ` (${a.place})`} in its evidence ${hows[a.how].en}`,
      why: "A target below today's level asks for nothing, and one far beyond every case cited needs a reason.",
      fix: "Check that both are counted in the same way; then correct the target, or give the reason for it.",
    },
    zhHans: {
      title: "目标值与所引例证对照存疑",
      message: (a) =>
        `“${a.name}”要求“${a.target}”，所引${a.place === null ? "" : `“${a.place}”的`}“${a.figure}”${hows[a.how].zhHans}`,
      why: "目标低于现有水平等于没有要求；远超所引案例的，应当说明依据。",
      fix: "先核对两处口径是否一致；口径一致的，更正目标值或补充测算依据。",
    },
  },
  check({ plan, index, report }) {
    const all = new Map(figuresOf(plan).map((figures) => [figures.indicator.id.value, figures] as const));
    const standing = standingFigures(plan);
    const told = [...plan.problems.flatMap((problem) => problem.evidence), ...plan.evidence];
    // Several figures that say the same of one target are told together.
    const doubts = new Map<string, Doubt[]>();
    for (const evidence of told) {
      if (evidence.of === null) continue;
      const own = all.get(evidence.of.value);
      const figure = own === undefined ? standing.get(evidence.of.value) : undefined;
      const doubt = own === undefined ? standingDoubt(evidence, figure) : doubtOf(evidence, own, plan);
      if (doubt === null) continue;
      const key = `${doubt.how} ${doubt.target.span.start}`;
      const known = doubts.get(key);
      if (known === undefined) doubts.set(key, [doubt]);
      else known.push(doubt);
    }
    for (const alike of doubts.values()) {
      const [first] = alike;
      if (first === undefined) continue;
      const { id, name, target, figure, place, how } = first;
      const args: Args = {
        id,
        name,
        target: target.value.text,
        figure: figure.value.text,
        place,
        how,
      };
      const note = { en: "the evidence", zhHans: "例证" };
      const related = alike.map(({ figure: { span } }) => ({ span, note }));
      const indicator = index.find("indicator", id) ?? null;
      const on = indicator ?? index.holderOf(id) ?? null;
      const isFarOff = how === "far" && (target.value.unit ?? figure.value.unit)?.key.includes("/") === true;
      const asks = how === "away" || isFarOff || (indicator === null && ofRule.has(how));
      report(target.span, args, { on, related, severity: asks ? "warning" : "info" });
    }
  },
});

/** What makes a norm or another standing figure, which asks for something from its first day, ask for nothing, or against the standard. */
const ofRule: ReadonlySet<Args["how"]> = new Set(["better", "standard"]);

/** A case that came further than this share of the way supports the target. */
const nearEnough = new Big("0.8");

interface Doubt {
  readonly id: string;
  readonly name: string;
  readonly target: Given<Quantity>;
  readonly figure: Given<Quantity>;
  readonly place: string | null;
  readonly how: Args["how"];
}

type Found = Pick<Doubt, "target" | "figure" | "how">;

function doubtOf(evidence: Evidence, own: Figures, plan: Plan): Doubt | null {
  const figure = evidence.is ?? evidence.to;
  if (figure === null || figure.value.upper !== null || figure.value.soft !== null) return null;
  const found = figure.value.signed
    ? changeDoubt(evidence, figure, own)
    : levelDoubt(evidence, figure, withTwins(own, plan));
  if (found === null) return null;
  const { indicator } = own;
  return { ...found, id: indicator.id.value, name: nameOf(indicator), place: evidence.place?.value ?? null };
}

/** A change that a case reached against the change that the plan asks for, in one unit. */
function changeDoubt({ kindOf }: Evidence, figure: Given<Quantity>, figures: Figures): Found | null {
  const { indicator, direction } = figures;
  if (kindOf?.value !== "case") return null;
  const target = indicator.targets.findLast(({ kind }) => kind === "relative" || kind === "change")?.quantity;
  if (target === null || target === undefined) return stepDoubt(figure, figures);
  if (!sameDimension(target.value.unit, figure.value.unit) || target.value.upper !== null) return null;
  const asked = towards(target.value.value, target.value, direction);
  const reached = convert(figure.value.value, figure.value.unit, target.value.unit);
  if (reached === null || asked.times(reached).lte(0) || reached.abs().gt(asked.abs().times(nearEnough)))
    return null;
  return { target, figure, how: "change" };
}

/** A change that a case reached, in points or in the unit, against the way from the baseline to the level. */
function stepDoubt(
  figure: Given<Quantity>,
  { baselines: [base], levels, unit, direction }: Figures,
): Found | null {
  const level = levels.findLast(({ target }) => target.place === null && target.scope === null);
  const reached = figure.value.unit === null ? null : changeInUnit(figure.value, unit);
  if (base === undefined || level === undefined || reached === null) return null;
  const way = level.value.minus(base.value);
  const wanted = direction === "decrease" ? way.lt(0) : way.gt(0);
  if (!wanted || way.times(reached).lte(0) || reached.abs().gt(way.abs().times(nearEnough))) return null;
  return { target: level.quantity, figure, how: "change" };
}

function levelDoubt(evidence: Evidence, figure: Given<Quantity>, figures: Figures): Found | null {
  const { levels, unit, direction } = figures;
  const level = levels.findLast(({ target }) => target.place === null && target.scope === null);
  const value = convert(figure.value.value, figure.value.unit, unit);
  if (level === undefined || value === null || unit === null || figure.value.unit === null) return null;
  const target = level.quantity;
  const order = orderOf(value, level.floor, level.ceiling, direction);
  const isFirm = figure.value.relation === null || figure.value.relation === "=";
  switch (evidence.kindOf?.value ?? "background") {
    case "background": {
      // The baseline told once more: `target/already-met`.
      const isBaseline = figures.baselines.some((base) => base.value.eq(value));
      const isOwn = evidence.place === null && evidence.scope === null && !isBaseline;
      if (isOwn && isFirm && order === "better") return { target, figure, how: "better" };
      const isTenfold = isFirm && (order === "better" || order === "differs") && isFar(value, level.value);
      return evidence.place !== null && isTenfold ? { target, figure, how: "far" } : null;
    }
    case "case": {
      const began =
        evidence.from === null ? null : convert(evidence.from.value.value, evidence.from.value.unit, unit);
      if (began !== null && isAway(began, value, direction)) return { target, figure, how: "away" };
      const tellsWhy = evidence.cause !== null || (evidence.from !== null && evidence.to !== null);
      const isBehind = tellsWhy && order === "worse" && !isNear(value, level, figures);
      return isBehind ? { target, figure, how: "case" } : null;
    }
    case "standard":
      return isFirm && (order === "better" || order === "differs")
        ? { target, figure, how: "standard" }
        : null;
  }
}

/** The case moved against the direction of the indicator. */
function isAway(from: Big, to: Big, direction: Direction | null): boolean {
  return (direction === "increase" && to.lt(from)) || (direction === "decrease" && to.gt(from));
}

/** A standing figure has no baseline and no direction but that of its own relation. */
function standingDoubt(evidence: Evidence, standing: StandingFigure | undefined): Doubt | null {
  const figure = evidence.is ?? evidence.to;
  if (standing === undefined || figure === null || figure.value.signed || figure.value.upper !== null)
    return null;
  const { id, name, target } = standing;
  const { value, upper, relation, unit } = target.value;
  const told = convert(figure.value.value, figure.value.unit, unit);
  if (told === null || unit === null || figure.value.unit === null || figure.value.soft !== null) return null;
  if (figure.value.relation !== null && figure.value.relation !== "=") return null;
  const { floor, ceiling } = boundsOf(value, upper, relation ?? "=");
  const direction = ceiling === null ? "increase" : floor === null ? "decrease" : "maintain";
  const order = orderOf(told, floor, ceiling, direction);
  const kind = evidence.kindOf?.value ?? "background";
  const isOwn = kind === "background" && evidence.place === null && evidence.scope === null;
  const how = isOwn && order === "better" ? "better" : null;
  const standard = kind === "standard" && (order === "better" || order === "differs") ? "standard" : null;
  const far = !isOwn && kind !== "standard" && isFar(told, value) && upper === null ? "far" : null;
  const doubt = how ?? standard ?? far;
  return doubt === null
    ? null
    : { id, name, target, figure, how: doubt, place: evidence.place?.value ?? null };
}

/** The one is at least ten times the other. */
function isFar(a: Big, b: Big): boolean {
  if (a.lte(0) || b.lte(0)) return false;
  return a.gte(b.times(10)) || b.gte(a.times(10));
}

/** True when the case went most of the way; from nothing, where no baseline is stated and more is better. */
function isNear(value: Big, level: Level, { baselines, direction }: Figures): boolean {
  const base = baselines[0]?.value ?? (direction === "increase" ? new Big(0) : null);
  if (base === null) return false;
  const way = level.value.minus(base);
  return value
    .minus(base)
    .times(way.lt(0) ? -1 : 1)
    .gt(way.abs().times(nearEnough));
}

/** How a level lies to what is asked: beyond it on the good side, behind it, or beside an exact value. */
function orderOf(
  value: Big,
  floor: Big | null,
  ceiling: Big | null,
  direction: Direction | null,
): "better" | "worse" | "differs" | "meets" {
  if (floor !== null && ceiling !== null && direction === "maintain") {
    return value.gte(floor) && value.lte(ceiling) ? "meets" : "differs";
  }
  const wantsMore = direction === "increase" || (direction === "maintain" && ceiling === null);
  const bound = wantsMore ? floor : (ceiling ?? floor);
  if (direction === null || bound === null || value.eq(bound)) return "meets";
  return value.gt(bound) === wantsMore ? "better" : "worse";
}
