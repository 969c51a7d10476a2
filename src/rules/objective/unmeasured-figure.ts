/**
 * A figure that an objective promises is measured by an indicator.
 *
 * Looks at: percents stated as a level to reach (达到95%、95%以上、at least 95%) in the statements of objectives that have an
 * indicator, and in the texts of sections with role `goals`. Measured is what an indicator has as a target or baseline,
 * or what is told as evidence.
 * Reports: the objective, or the text of the section, at its figure.
 * Source: DESIGN.md section 4 (a headline target that no indicator measures).
 */
import Big from "big.js";
import type { Evidence, Item, Plan } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";

type Args = { readonly id: string; readonly figure: string };

/** A level in percent: the words of reaching stand before it, or a bound behind it. */
const levelBefore =
  /(?:达到?|不低于|不少于|不超过|超过|提[高升]到|提[高升]至|增至|降至|降到|控制在|保持在|稳定在|至少|以上达|≥|≤|>=|<=|\b(?:at least|at most|to|reach(?:es)?|above|below|over)\s)\s{0,2}(\d{1,3}(?:\.\d{1,4})?)\s{0,2}[%％]/giu;
const levelBehind = /(\d{1,3}(?:\.\d{1,4})?)\s{0,2}[%％](?=以[上下内]|\s(?:or more|or less)\b)/giu;
const longestText = 20_000;

export const objectiveUnmeasuredFigure = defineRule<Args>({
  code: "objective/unmeasured-figure",
  severity: "warning",
  text: {
    en: {
      title: "Headline figure that no indicator measures",
      message: (a) => `${a.id}: ${a.figure} is promised, but no indicator has it as a target`,
      why: "A promised figure without an indicator is never measured, and nobody answers for it.",
      fix: "Add it as a target of an indicator, or correct the figure in the text.",
    },
    zhHans: {
      title: "所提目标数值没有指标衡量",
      message: (a) => `“${a.id}”提出“${a.figure}”，但没有指标以此为目标值`,
      why: "文字中承诺的数值没有指标衡量，既不监测，也无人负责。",
      fix: "将其列为指标的目标值，或更正文字中的数值。",
    },
  },
  check({ plan, index, report }) {
    let measured: readonly Big[] | null = null;
    const tell = (span: Span, text: string, item: Item): void => {
      const levels = levelsIn(text);
      if (levels.length === 0) return;
      const known = measured ?? measuredFigures(plan);
      measured = known;
      const figure = levels.find(({ value }) => !known.some((one) => one.eq(value)));
      if (figure === undefined) return;
      report(spanOf(span, figure.shown), { id: item.id.value, figure: figure.shown }, { on: item });
    };
    for (const objective of plan.objectives) {
      if (objective.statement === null || index.indicatorsOf(objective.id.value).length === 0) continue;
      tell(objective.statement.span, objective.statement.text, objective);
    }
    for (const section of plan.sections) {
      if (section.role?.value !== "goals" || section.text === null || plan.indicators.length === 0) continue;
      tell(section.text.span, section.text.text.slice(0, longestText), section);
    }
  },
});

function levelsIn(text: string): readonly { readonly value: Big; readonly shown: string }[] {
  const found: { value: Big; shown: string }[] = [];
  for (const pattern of [levelBefore, levelBehind]) {
    for (const match of text.matchAll(pattern)) {
      const digits = match[1] ?? "";
      found.push({ value: new Big(digits), shown: `${digits}%` });
    }
  }
  return found;
}

/** The place of the figure in the source, where it stands there as printed; else the whole. */
function spanOf(span: Span, shown: string): Span {
  const at = span.file.text.slice(span.start, span.end).indexOf(shown);
  return at < 0 ? span : { file: span.file, start: span.start + at, end: span.start + at + shown.length };
}

/** All figures of the plan that somebody measures, in percent where they are shares. */
function measuredFigures(plan: Plan): readonly Big[] {
  const ofTargets = plan.indicators.flatMap(({ targets, baseline, trajectory }) => [
    ...targets.flatMap(({ quantity, versus }) => [quantity?.value, versus?.margin?.value]),
    ...baseline.map(({ is }) => is.value.quantity),
    ...(trajectory?.points ?? []).map(({ is }) => is.value),
  ]);
  const stated = plan.facts
    .filter(({ name }) => name !== "weight")
    .flatMap(({ statements }) => statements.map(({ is }) => is.value));
  const told: readonly Evidence[] = [
    ...plan.evidence,
    ...plan.problems.flatMap((problem) => problem.evidence),
  ];
  const evidence = told.flatMap(({ is, from, to }) => [is?.value, from?.value, to?.value]);
  const gates = plan.phases.flatMap(({ gates: all }) => all.map(({ reach }) => reach?.value));
  return [...ofTargets, ...stated, ...evidence, ...gates].flatMap((value) =>
    isQuantity(value) ? figuresOf(value) : [],
  );
}

function isQuantity(value: unknown): value is Quantity {
  return typeof value === "object" && value !== null && "relation" in value && "unit" in value;
}

function figuresOf({ value, upper, unit }: Quantity): readonly Big[] {
  const factor = unit?.dimension === "percent" ? unit.factor : new Big(1);
  return [value, ...(upper === null ? [] : [upper])].map((figure) => figure.times(factor).abs());
}
