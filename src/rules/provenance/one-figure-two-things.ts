/**
 * One figure is not told of two things.
 *
 * Looks at: evidence about an indicator that tells in its words of what it is (`text`), against the baselines of that indicator in
 * other sections: one value, but words that do not name what the indicator measures.
 * Reports: the evidence; related: the baseline. A note that asks.
 * Source: DESIGN.md section 4 (a baseline borrowed from another definition; what only may be a conflict).
 */
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { placeWithSection } from "../section-words.ts";
import { figuresOf } from "../target/levels.ts";
import { isSameFigure } from "../told/measured-figures.ts";

type Args = {
  readonly id: string;
  readonly figure: string;
  readonly words: string;
  readonly section: string;
  readonly name: string;
  readonly other: string;
};

export const provenanceOneFigureTwoThings = defineRule<Args>({
  code: "provenance/one-figure-two-things",
  severity: "info",
  text: {
    en: {
      title: "One figure used for two things",
      message: (a) =>
        `${a.id}: section ${a.section} gives ${a.figure} for "${a.words}", section ${a.other} gives it as the baseline of "${a.name}": is one measurement used for both?`,
      why: "A figure of one thing does not become the state of another; the baseline may have been taken from it.",
      fix: "Check the source; keep the figure where it was measured, and measure the other.",
    },
    zhHans: {
      title: "同一数值用于两项内容",
      message: (a) =>
        `章节“${a.section}”以“${a.figure}”说明“${a.words}”，章节“${a.other}”以同一数值作为“${a.name}”的基期值，是否同一次测算须核实`,
      why: "一项内容的数值不能当作另一项的现状，基期值可能误引自前者。",
      fix: "核对来源，数值只用于实际测算的内容，另一项另行测算。",
    },
  },
  check({ plan, report }) {
    const told = [...plan.problems.flatMap((problem) => problem.evidence), ...plan.evidence].filter(
      ({ of, is, text, section }) => of !== null && is !== null && text !== null && section !== null,
    );
    if (told.length === 0) return;
    const byId = new Map(figuresOf(plan).map(({ indicator }) => [indicator.id.value, indicator] as const));
    for (const evidence of told) {
      const { of, is, text, section, place, scope } = evidence;
      const indicator = of === null ? undefined : byId.get(of.value);
      if (indicator === undefined || is === null || text === null || section === null) continue;
      // Another place or group is told by the rules of borrowed baselines.
      if (place !== null || scope !== null || namesTheSame(text.value, nameOf(indicator))) continue;
      const other = indicator.baseline.find(
        (one) =>
          one.section !== null &&
          one.section.value !== section.value &&
          isSameFigure(one.is.value.quantity, is.value),
      );
      if (other?.section == null) continue;
      const args = {
        id: evidence.id.value,
        figure: is.value.text.trim(),
        words: firstClause(text.value),
        section: section.value,
        name: nameOf(indicator),
        other: other.section.value,
      };
      const note = { en: "the baseline", zhHans: "基期值" };
      report(is.span, args, {
        on: evidence,
        related: [placeWithSection(other.is.span, note, other.section)],
      });
    }
  },
});

const measure = /(?:率|度|数量?|占比|比例|比重|水平)$/u;

/** The words hold what the name ends with, which is what is measured (采纳 of 决策采纳率), or a good part of the name. */
function namesTheSame(words: string, name: string): boolean {
  const clause = firstClause(words).slice(0, 100);
  if (!/[\u4e00-\u9fff]{4}/.test(clause) || !/[\u4e00-\u9fff]/.test(name)) return true;
  const core = name.slice(0, 100).replace(measure, "");
  if (core.length < 2 || clause.includes(core.slice(-2))) return true;
  for (let at = 0; at + longestChance <= core.length; at += 1)
    if (clause.includes(core.slice(at, at + longestChance))) return true;
  return false;
}

/** So many letters in a row are no chance. */
const longestChance = 3;

function firstClause(words: string): string {
  return (words.split(/[；;。]/u)[0] ?? words).trim();
}
