/**
 * What is promised as a result at the end stands among the goals at the beginning.
 *
 * Looks at: indicators with targets in a section of expected results, by its title (预期效果、预期成效、expected results), none in a section
 * of goals, where at least two others have theirs. What measures an objective that stands among the goals, or is the same quantity
 * as one of them, is named there; so is a part of an indicator with the indicator. What is said to be expected only (`force: expected`) binds nobody.
 * Reports: one note, at the first target; related: the others, the section of goals. An unmeasured promise is `objective/no-indicator`.
 * Source: DESIGN.md section 4 (headline targets nobody measures; sections without counterpart; what only may be a conflict).
 */
import type { Indicator, Item, Plan, Section } from "../../plan/plan.ts";
import type { Span } from "../../text/source.ts";
import { makeIsWithin, sectionsOfItems } from "../citations.ts";
import { defineRule } from "../define-rule.ts";
import { isContext } from "../indicator/required-facts.ts";
import { nameOf } from "../name-of.ts";
import { isOfGoals } from "../told/measured-figures.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly section: string;
  readonly goals: string;
  readonly count: number;
};

export const objectiveResultWithoutGoal = defineRule<Args>({
  code: "objective/result-without-goal",
  severity: "info",
  named: ["name"],
  text: {
    en: {
      title: "Expected result that no goal names",
      message: (a) =>
        `${a.id}: its target stands only among the results expected in section ${a.section}, not among the goals of section ${a.goals}${a.count > 1 ? ` (the first of ${a.count})` : ""}: is it binding?`,
      why: "Work is planned, and its owners judged, by the goals; a figure that comes up only at the end has neither work nor owner.",
      fix: "Add it to the goals, serve an objective that stands there, or mark its target with `force: expected` where it is only an estimate.",
    },
    zhHans: {
      title: "预期效果未列入目标",
      message: (a) =>
        `指标“${a.name}”的目标值只见于章节“${a.section}”的预期效果，章节“${a.goals}”的目标中没有${a.count > 1 ? `（共 ${a.count} 项，此为第一项）` : ""}，是否列入考核不明确`,
      why: "任务分解和考核都以目标为准，只在文末出现的数值没有任务支撑，也无人负责。",
      fix: "将其补入目标，或对应到目标章节所列的目标任务；仅为预计的，在目标值中注明 `force: expected`。",
    },
  },
  check({ plan, report }) {
    const outline = outlineOf(plan);
    if (outline === null) return;
    const { first, isNamed, isAmongResults } = outline;
    const beyond = plan.indicators.flatMap((indicator) =>
      isContext(indicator) || isNamed(indicator) ? [] : promiseIn(indicator, isAmongResults),
    );
    const [one, ...others] = beyond;
    if (one === undefined) return;
    const args = {
      id: one.indicator.id.value,
      name: nameOf(one.indicator),
      section: one.section,
      goals: first.id.value,
      count: beyond.length,
    };
    const related = [
      { span: first.id.span, note: { en: "the goals stand here", zhHans: "目标章节见此处" } },
      ...others.map(({ span }) => ({ span, note: { en: "likewise", zhHans: "同类情形" } })),
    ];
    report(one.span, args, { on: one.indicator, related });
  },
});

interface Promised {
  readonly indicator: Indicator;
  readonly section: string;
  /** The value, where it can be read. */
  readonly span: Span;
}

/** The first target that stands in such a section and is more than an estimate; none, or one. */
function promiseIn(indicator: Indicator, isAmongResults: (section: string) => boolean): readonly Promised[] {
  for (const { section: own, force, quantity, span } of indicator.targets) {
    const section = (own ?? indicator.section)?.value;
    if (section === undefined || force === "expected" || !isAmongResults(section)) continue;
    return [{ indicator, section, span: quantity?.span ?? span }];
  }
  return [];
}

interface Outline {
  /** The first section of goals. */
  readonly first: Section;
  readonly isAmongResults: (section: string) => boolean;
  /** True for an indicator that the goals name: by a figure, by its objective, in their words, or as the same as one that they name. */
  readonly isNamed: (indicator: Indicator) => boolean;
}

/** Goals and results; null in a plan without either, or whose goals state no figures. */
function outlineOf(plan: Plan): Outline | null {
  const results = plan.sections.filter(isOfResults);
  const goals = plan.sections.filter((section) => isOfGoals(section) && !isOfResults(section));
  const [first] = goals;
  if (first === undefined || results.length === 0) return null;
  const isWithin = makeIsWithin(plan);
  const standsIn = (section: string, tops: readonly Section[]): boolean =>
    tops.some(({ id }) => isWithin(section, id.value));
  const isAmongResults = (section: string): boolean => standsIn(section, results);
  const isAmongGoals = (section: string): boolean => standsIn(section, goals) && !isAmongResults(section);

  const cited = sectionsOfItems(plan);
  const isCited = (item: Item): boolean => [...(cited.get(item) ?? [])].some(isAmongGoals);
  const figures = new Set(plan.indicators.filter(isCited).map(({ id }) => id.value));
  if (figures.size < 2) return null;
  const objectives = plan.objectives.filter(isCited);
  const servable = new Set(objectives.map(({ id }) => id.value));
  const texts = plan.sections.filter(({ id }) => isAmongGoals(id.value)).flatMap(({ text }) => text ?? []);
  const words = [...texts, ...objectives.flatMap(({ statement }) => statement ?? [])].map(({ text }) => text);
  const placed = new Set(texts.flatMap(({ placeholders }) => placeholders.map(({ id }) => id)));
  const isNamed = (indicator: Indicator): boolean =>
    [indicator.id, indicator.sameAs, indicator.partOf].some(
      (id) => id !== null && (figures.has(id.value) || placed.has(id.value)),
    ) ||
    [indicator.objective, ...indicator.serves].some((id) => id !== null && servable.has(id.value)) ||
    words.some((text) => text.includes(nameOf(indicator)));
  return { first, isAmongResults, isNamed };
}

const resultsTitle =
  /预期(?:效果|成效|成果|效益|影响)|^(?:.{0,6}[、.．\s])?(?:实施|工作|项目|建设)?(?:效果|成效|效益)(?:预期|预测|展望)$/;
const resultsTitleInEnglish =
  /^(?:.{0,6} )?(?:expected|anticipated|projected) (?:results|outcomes|effects|impacts?|benefits)\b/iu;

/** A section without role that tells in its title what the plan will have led to. */
function isOfResults({ role, title }: Section): boolean {
  if (role !== null) return false;
  const words = title?.text.trim() ?? "";
  return resultsTitle.test(words) || resultsTitleInEnglish.test(words);
}
