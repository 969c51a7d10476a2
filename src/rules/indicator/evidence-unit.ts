/**
 * A figure told about an indicator is in a unit that can be held against it.
 *
 * Looks at: levels of evidence about an indicator, in days or working days, months or other lengths of time that do not
 * convert to the unit of the indicator, which is a time too (5个工作日 beside 天); and those in a measure of another kind
 * (40% beside 公顷). Changes and multiples are no levels, and one count may be told for another.
 * Reports: the first such figure of an indicator; related: the unit and the others. For two kinds of time a note, that asks whether it is the
 * baseline's figure where that has the same number; for another kind an error where it is a case, which is held against the target, else a note.
 * Source: FORMAT.md section 3 (工作日 never converts to days), DESIGN.md section 4 (wrong units).
 */
import type { Given } from "../../plan/given.ts";
import type { Quantity, Unit } from "../../plan/quantity.ts";
import { convert } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { type Figures, figuresOf } from "../target/levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly figure: string;
  readonly unit: string;
  /** The baseline with the same number; null where there is none. */
  readonly baseline: string | null;
  /** Further figures of the indicator in another kind of time, with `between` between them; empty for none. */
  readonly others: string;
};

export const indicatorEvidenceUnit = defineRule<Args>({
  code: "indicator/evidence-unit",
  severity: "info",
  text: {
    en: {
      title: "Evidence in another unit",
      message: (a) =>
        `${a.id}: ${figuresIn(a).join(" and ")} in the evidence ${a.others === "" ? "does" : "do"} not convert to the indicator's unit, ${a.unit}${a.baseline === null ? "" : `; is the baseline ${a.baseline} the same figure${a.others === "" ? "" : ` as ${a.figure}`}?`}`,
      why: "What a share is of, or how long five working days are, is not said: the case and the target cannot be compared.",
      fix: "State both in one unit, or tell the evidence of the indicator that it is about (`of`).",
    },
    zhHans: {
      title: "例证与指标的单位不同",
      message: (a) =>
        `指标“${a.name}”以“${a.unit}”计，例证${figuresIn(a)
          .map((figure) => `“${figure}”`)
          .join(
            "",
          )}无法换算${a.baseline === null ? "" : `，${a.others === "" ? "" : `“${a.figure}”`}与基期值“${a.baseline}”是否为同一数据须核实`}`,
      why: "占比不是数量，5 个工作日也不是 5 天，单位不同就不能与目标值比较。",
      fix: "统一单位；例证说的是其他指标的，更正 `of`。",
    },
  },
  check({ plan, report }) {
    const all = new Map(figuresOf(plan).map((figures) => [figures.indicator.id.value, figures] as const));
    const odd: Odd[] = [];
    for (const evidence of [...plan.problems.flatMap((problem) => problem.evidence), ...plan.evidence]) {
      const figures = evidence.of === null ? undefined : all.get(evidence.of.value);
      const figure = evidence.is ?? evidence.from ?? evidence.to;
      if (figures === undefined || figure === null || figure.value.signed) continue;
      const { unit } = figures;
      const ofTime = isTime(unit) && isTime(figure.value.unit);
      if (unit === null || !(ofTime || areOtherKinds(figure.value.unit, unit))) continue;
      if (convert(figure.value.value, figure.value.unit, unit) !== null) continue;
      const isError = !ofTime && evidence.kindOf?.value === "case";
      const found = odd.find((one) => ofTime && one.ofTime && one.figures === figures);
      if (found === undefined) odd.push({ figures, unit, ofTime, isError, first: figure, others: [] });
      else found.others.push(figure);
    }
    for (const { figures, unit, ofTime, isError, first, others } of odd) {
      const { indicator } = figures;
      const args: Args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        figure: first.value.text,
        unit: unit.text,
        baseline: ofTime ? sameNumber(figures, first.value.value.toString()) : null,
        others: others.map(({ value }) => value.text).join(between),
      };
      const note = { en: "the same here", zhHans: "此处同样" };
      const related = [
        ...(indicator.unit === null
          ? []
          : [{ span: indicator.unit.span, note: { en: "unit", zhHans: "计量单位" } }]),
        ...others.map(({ span }) => ({ span, note })),
      ];
      report(first.span, args, { on: indicator, related, severity: isError ? "error" : "info" });
    }
  },
});

/** A figure that does not convert; of one indicator those in another kind of time together. */
interface Odd {
  readonly figures: Figures;
  readonly unit: Unit;
  readonly ofTime: boolean;
  readonly isError: boolean;
  readonly first: Given<Quantity>;
  readonly others: Given<Quantity>[];
}

const between = "|";

function figuresIn({ figure, others }: Args): readonly string[] {
  return others === "" ? [figure] : [figure, ...others.split(between)];
}

const times: ReadonlySet<string> = new Set(["time", "working-days", "months"]);

function isTime(unit: Unit | null): unit is Unit {
  return unit !== null && times.has(unit.dimension);
}

/** What is measured in the one of these is never measured in another. */
const kinds = /^(?:percent|area|length|mass|volume|energy|power|money|time|months|working-days)/;

function areOtherKinds(figure: Unit | null, unit: Unit): boolean {
  if (figure === null || figure.key === "倍") return false;
  // A share is no number of anything, in whatever unit that is.
  if (figure.dimension === "percent" && unit.dimension !== "percent")
    return unit.dimension !== "points" && !unit.dimension.includes("/");
  const [one, other] = [kinds.exec(figure.dimension), kinds.exec(unit.dimension)];
  return one !== null && other !== null && one[0] !== other[0];
}

function sameNumber({ indicator }: Figures, number: string): string | null {
  const same = indicator.baseline.find(({ is }) => is.value.quantity.value.toString() === number);
  return same?.is.value.quantity.text ?? null;
}
