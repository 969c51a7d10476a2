/**
 * A figure in a text should be the statement of something.
 *
 * Looks at: figures with a unit in section texts that nothing in the plan states: no target, baseline, mechanism, resource or
 * evidence, and that no evidence tells in its words; not what a rate is of (per 100,000 people). Sections of goals are `objective/unmeasured-figure`; counts of the plan's own parts and of time are left out.
 * Reports: one note per section, at its first such figure; related: the others.
 * Source: DESIGN.md section 4 (a figure without source), FORMAT.md (each fact stands once, or says where it stands twice).
 */
import type { Plan, Section } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { defineRule } from "../define-rule.ts";
import { partSpan } from "../plan-words.ts";
import { figuresIn } from "../texts/figures.ts";
import { isOfGoals, isSameFigure, measuredFigures } from "../told/measured-figures.ts";

type Args = { readonly section: string; readonly figure: string; readonly count: number };

export const narrativeUnstatedFigure = defineRule<Args>({
  code: "narrative/unstated-figure",
  severity: "info",
  text: {
    en: {
      title: "Figure that nothing states",
      message: (a) =>
        `${a.figure}${a.count > 1 ? ` (and ${a.count - 1} more)` : ""} in the text of section ${a.section} ${a.count > 1 ? "are" : "is"} stated by no target, mechanism, resource or evidence`,
      why: "A figure that stands in the text alone is checked by nobody, and contradicts the others unseen.",
      fix: "State it where it belongs (`targets`, `evidence`, `resources`, a mechanism), and draw it with a placeholder.",
    },
    zhHans: {
      title: "正文数值无对应表述",
      message: (a) =>
        `章节“${a.section}”写有“${a.figure}”${a.count > 1 ? `等 ${a.count} 个数值` : ""}，没有目标值、工作机制、资源或例证与之对应`,
      why: "只见于正文的数值无人核对，与他处矛盾也不易察觉。",
      fix: "在目标值、例证、资源或工作机制中写明，正文用占位符取数。",
    },
  },
  check({ plan, report }) {
    if (plan.indicators.length === 0) return;
    for (const section of plan.sections) {
      if (section.text === null || isOfGoals(section) || !/\d|百分之/.test(section.text.text)) continue;
      const { span } = section.text;
      const text = section.text.text
        .slice(0, longestText)
        .replace(/\{\{[^{}]{0,200}\}\}/g, (shown) => " ".repeat(shown.length));
      const figures = figuresIn(text).filter(({ shown, quantity, at }) => {
        // Points are the way between two levels, not a figure of their own.
        if (quantity.unit === null || quantity.unit.dimension === "points" || ownParts.test(shown))
          return false;
        if (isBase.test(text.slice(Math.max(0, at - 8), at))) return false;
        return (
          !measuredFigures(plan).some((one) => isSameFigure(one, quantity)) &&
          !isToldInWords(shown.trim(), plan) &&
          !isRestOfEvidence(quantity, section, plan)
        );
      });
      const [first, ...others] = figures;
      if (first === undefined) continue;
      const args = { section: section.id.value, figure: first.shown.trim(), count: figures.length };
      const related = others.slice(0, 10).map(({ shown, at }) => ({
        span: partSpan(span, shown.trim(), at),
        note: { en: "this figure too", zhHans: "另一数值" },
      }));
      report(partSpan(span, first.shown.trim(), first.at), args, { on: section, related });
    }
  },
});

/** Evidence keeps a figure as the document prints it beside the one that was worked out from it: 一名工作人员服务3000人. */
function isToldInWords(shown: string, { evidence }: Plan): boolean {
  return evidence.some(({ text }) => {
    const at = text === null ? -1 : text.value.indexOf(shown);
    return text !== null && at >= 0 && !/[\d.,，]/.test(text.value.charAt(at - 1));
  });
}

/** 32% who lack something are the rest of the 68% that evidence of the same section states. */
function isRestOfEvidence({ value, unit }: Quantity, { id }: Section, { evidence }: Plan): boolean {
  if (unit?.dimension !== "percent") return false;
  return evidence.some(({ is, section }) => {
    const told = section?.value === id.value ? is?.value : undefined;
    if (told?.unit?.dimension !== "percent") return false;
    return told.value.times(told.unit.factor).plus(value.times(unit.factor)).eq(100);
  });
}

/** Of so many people, not how many: per 100,000 people, 每10万人. */
const isBase = /(?:\bper |每)$/iu;
const longestText = 20_000;
/** Parts of the text and times of day are no figures of the plan; nor is a number below ten in characters. */
const ownParts = /^(?:\d{1,2}|[一二两三四五六七八九十]{1,3})\s?(?:个|项|次|条|类|周|个月|天|days?)$/u;
