/**
 * A figure told about an indicator is in a unit that can be held against it.
 *
 * Looks at: levels of evidence about an indicator, in days or working days, months or other lengths of time that do not
 * convert to the unit of the indicator, which is a time too (5个工作日 beside 天).
 * Reports: the first such figure of an indicator; related: the unit and the others. A note; where the baseline has the same number, it is asked whether it is the same figure.
 * Source: FORMAT.md section 3 (工作日 never converts to days).
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
      title: "Evidence in another kind of time",
      message: (a) =>
        `${a.id}: ${figuresIn(a).join(" and ")} in the evidence ${a.others === "" ? "does" : "do"} not convert to the indicator's unit, ${a.unit}${a.baseline === null ? "" : `; is the baseline ${a.baseline} the same figure${a.others === "" ? "" : ` as ${a.figure}`}?`}`,
      why: "Five working days are a week, five days are not: the case and the target cannot be compared.",
      fix: "State both in one kind of time, working days or calendar days.",
    },
    zhHans: {
      title: "例证与指标的时间单位不同",
      message: (a) =>
        `指标“${a.name}”以“${a.unit}”计，例证${figuresIn(a)
          .map((figure) => `“${figure}”`)
          .join(
            "",
          )}无法换算${a.baseline === null ? "" : `，${a.others === "" ? "" : `“${a.figure}”`}与基期值“${a.baseline}”是否为同一数据须核实`}`,
      why: "5 个工作日是一周，5 天不到一周，单位不同就不能与目标值比较。",
      fix: "统一为工作日或日历日。",
    },
  },
  check({ plan, report }) {
    const all = new Map(figuresOf(plan).map((figures) => [figures.indicator.id.value, figures] as const));
    const odd = new Map<Figures, Given<Quantity>[]>();
    for (const evidence of [...plan.problems.flatMap((problem) => problem.evidence), ...plan.evidence]) {
      const figures = evidence.of === null ? undefined : all.get(evidence.of.value);
      const figure = evidence.is ?? evidence.from ?? evidence.to;
      if (figures === undefined || figure === null || figure.value.signed) continue;
      const { unit } = figures;
      if (!isTime(unit) || !isTime(figure.value.unit)) continue;
      if (convert(figure.value.value, figure.value.unit, unit) !== null) continue;
      odd.set(figures, [...(odd.get(figures) ?? []), figure]);
    }
    for (const [figures, [first, ...others]] of odd) {
      if (first === undefined) continue;
      const { unit, indicator } = figures;
      const args: Args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        figure: first.value.text,
        unit: unit?.text ?? "",
        baseline: sameNumber(figures, first.value.value.toString()),
        others: others.map(({ value }) => value.text).join(between),
      };
      const note = { en: "the same here", zhHans: "此处同样" };
      const related = [
        ...(indicator.unit === null
          ? []
          : [{ span: indicator.unit.span, note: { en: "unit", zhHans: "计量单位" } }]),
        ...others.map(({ span }) => ({ span, note })),
      ];
      report(first.span, args, { on: indicator, related });
    }
  },
});

const between = "|";

function figuresIn({ figure, others }: Args): readonly string[] {
  return others === "" ? [figure] : [figure, ...others.split(between)];
}

const times: ReadonlySet<string> = new Set(["time", "working-days", "months"]);

function isTime(unit: Unit | null): unit is Unit {
  return unit !== null && times.has(unit.dimension);
}

function sameNumber({ indicator }: Figures, number: string): string | null {
  const same = indicator.baseline.find(({ is }) => is.value.quantity.value.toString() === number);
  return same?.is.value.quantity.text ?? null;
}
