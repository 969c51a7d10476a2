/**
 * What a plan demands stands among its demands, not in its background.
 *
 * Looks at: indicators whose every target cites a section of the background (`role: background`, or below one), in a plan
 * of which other targets stand elsewhere.
 * Reports: the first target of the indicator. A note: the wording may be a citation, or a demand in the wrong place.
 * Source: DESIGN.md section 2 (evidence is never a target), section 4 (what only may be a conflict).
 */
import type { Target } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { backgroundSections } from "../texts/background-sections.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly target: string;
  readonly section: string;
};

export const targetInBackground = defineRule<Args>({
  code: "target/in-background",
  severity: "info",
  text: {
    en: {
      title: "Target stated in the background only",
      message: (a) =>
        `${a.id}: ${a.target} stands in section ${a.section}, which is background, and in no section of goals or measures: does the plan demand it?`,
      why: "A demand among the reasons is overlooked by those who have to meet it, and disputed by those who are judged by it.",
      fix: "State it where the goals are, or keep the figure under `evidence`.",
    },
    zhHans: {
      title: "目标值只见于背景章节",
      message: (a) =>
        `指标“${a.name}”的目标值“${a.target}”写在背景部分的章节“${a.section}”，目标和措施各章节均未列，是否为本方案的要求未写明`,
      why: "要求写在背景里，执行单位容易遗漏，考核时也会有争议。",
      fix: "在目标章节写明，或将该数改列入 `evidence`。",
    },
  },
  check({ plan, report }) {
    const background = backgroundSections(plan);
    if (background.size === 0) return;
    const sectionsOf = (target: Target, own: string | null): string | null => target.section?.value ?? own;
    const indicators = plan.indicators.map((indicator) => ({
      indicator,
      cited: indicator.targets.map((target) => sectionsOf(target, indicator.section?.value ?? null)),
    }));
    const isElsewhere = (cited: readonly (string | null)[]): boolean =>
      cited.some((section) => section !== null && !background.has(section));
    if (!indicators.some(({ cited }) => isElsewhere(cited))) return;
    for (const { indicator, cited } of indicators) {
      const [target] = indicator.targets;
      const [section] = cited;
      if (target === undefined || section === undefined || section === null) continue;
      if (!cited.every((one) => one !== null && background.has(one))) continue;
      const place = target.quantity ?? target.stated;
      const text = target.quantity?.value.text ?? target.stated.value;
      const args = { id: indicator.id.value, name: nameOf(indicator), target: text, section };
      report(place.span, args, { on: indicator });
    }
  },
});
