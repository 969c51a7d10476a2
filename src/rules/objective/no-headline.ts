/**
 * What a section names side by side, it gives figures for alike.
 *
 * Looks at: objectives of one section, where two or more of them have headline indicators (`headline: true`).
 * Reports: the objective beside them that has none, nor an indicator of which that section states a figure; related: the headline figures of the first of the others.
 * Source: DESIGN.md section 4 (a headline target that no indicator measures; a gap in a chain).
 */
import type { Indicator, Objective } from "../../plan/plan.ts";
import { sectionsOfItems } from "../citations.ts";
import { defineRule } from "../define-rule.ts";
import { counted } from "../words.ts";

type Args = {
  readonly id: string;
  readonly section: string;
  readonly statement: string;
  readonly withFigures: number;
  readonly of: number;
};

export const objectiveNoHeadline = defineRule<Args>({
  code: "objective/no-headline",
  severity: "warning",
  text: {
    en: {
      title: "Goal without headline figure",
      message: (a) =>
        `${a.id}: no headline figure, while ${counted(a.withFigures, "goals")} out of ${a.of} in section ${a.section} have theirs`,
      why: "A goal that stands beside measured ones and has no figure of its own is forgotten when results are counted.",
      fix: "Give it a headline figure in that section, mark the indicator that measures it with `headline: true`, or move the goal.",
    },
    zhHans: {
      title: "总体目标缺少量化指标",
      message: (a) =>
        `目标任务“${a.statement}”没有主要指标：章节“${a.section}”共列 ${a.of} 项目标任务，其中 ${a.withFigures} 项提出了量化指标`,
      why: "并列的目标有的量化、有的不量化，未量化的一项在评定时容易落空。",
      fix: "在该章节补充量化指标，将衡量它的指标注明 `headline: true`，或调整该目标任务所在章节。",
    },
  },
  check({ plan, report }) {
    const headlines = new Map<string, Indicator[]>();
    for (const indicator of plan.indicators) {
      if (!indicator.headline) continue;
      for (const id of [indicator.objective, ...indicator.serves]) {
        if (id === null) continue;
        const known = headlines.get(id.value);
        if (known === undefined) headlines.set(id.value, [indicator]);
        else known.push(indicator);
      }
    }
    if (headlines.size < 2) return;
    const sections = sectionsOfItems(plan);
    const isStatedIn = (section: string, { id }: Objective): boolean =>
      plan.indicators.some(
        (indicator) =>
          [indicator.objective, ...indicator.serves].some((served) => served?.value === id.value) &&
          sections.get(indicator)?.has(section) === true,
      );
    for (const [section, objectives] of bySection(plan.objectives)) {
      const measured = objectives.filter(({ id }) => headlines.has(id.value));
      if (measured.length < 2) continue;
      const [first] = measured;
      const shown = first === undefined ? [] : (headlines.get(first.id.value) ?? []).slice(0, 3);
      const note = { en: "a headline figure of the goal beside it", zhHans: "并列目标的主要指标" };
      for (const objective of objectives) {
        if (headlines.has(objective.id.value) || isStatedIn(section, objective)) continue;
        const args = {
          id: objective.id.value,
          section,
          statement: objective.statement?.text ?? objective.id.value,
          withFigures: measured.length,
          of: objectives.length,
        };
        report(objective.id.span, args, {
          on: objective,
          related: shown.map(({ id }) => ({ span: id.span, note })),
        });
      }
    }
  },
});

function bySection(objectives: readonly Objective[]): ReadonlyMap<string, readonly Objective[]> {
  const sections = new Map<string, Objective[]>();
  for (const objective of objectives) {
    const section = objective.section?.value;
    if (section === undefined) continue;
    const known = sections.get(section);
    if (known === undefined) sections.set(section, [objective]);
    else known.push(objective);
  }
  return sections;
}
