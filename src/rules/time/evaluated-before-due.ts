/**
 * A plan is evaluated when its targets are due, not before.
 *
 * Looks at: evaluations on one date: milestones and actions whose name speaks of an evaluation, and reviews of that kind
 * with `during` and no rhythm. A final one (终期, 成效评估, final …) is held against the last target that it judges: those of the
 * indicators under `of`, else of the plan. Of the others only the last of the plan is asked about, where it names no
 * middle (中期, mid-term), nothing recurs after it and a target falls due later.
 * Reports: the date; related: the latest target. A note where the words do not say that the evaluation is the final one.
 * Source: DESIGN.md section 4 (a thing used before it exists; what only may be a conflict).
 */
import { isoDay } from "../../plan/days.ts";
import type { Given } from "../../plan/given.ts";
import { idsAt, wordsAt } from "../../plan/parameters.ts";
import type { Indicator, Item, Mechanism, Plan } from "../../plan/plan.ts";
import type { Day, When } from "../../plan/time.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { placeWithSection, sectionInChinese, sectionInEnglish } from "../section-words.ts";
import { firstDated, isReversed, lastDay, statedPeriod } from "../times-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly day: string;
  readonly indicator: string;
  readonly indicatorName: string;
  readonly due: string;
  /** Targets that are due later, in all. */
  readonly later: number;
  readonly section: string | null;
  readonly final: boolean;
};

export const timeEvaluatedBeforeDue = defineRule<Args>({
  code: "time/evaluated-before-due",
  severity: "warning",
  text: {
    en: {
      title: "Evaluated before the targets are due",
      message: (a) =>
        `${a.id}: ${a.final ? "the final evaluation" : "the last evaluation"} is on ${a.day}, but ${a.later === 1 ? "one target is" : `${a.later} targets are`} due later, ${a.indicator}${sectionInEnglish(a.section)} on ${a.due}${a.final ? "" : `: who judges ${a.later === 1 ? "it" : "them"}?`}`,
      why: "An evaluation that comes before the targets are due can only find them not met, or guess.",
      fix: "Hold the evaluation after the last target is due, bring the targets forward, or call it a mid-term evaluation and add a final one.",
    },
    zhHans: {
      title: "评估早于目标到期",
      message: (a) =>
        `“${a.name}”为${a.final ? "终期评估" : "最后一次评估"}，时间为 ${a.day}，而此后仍有 ${a.later} 项目标值到期，“${a.indicatorName}”${sectionInChinese(a.section)}最迟，为 ${a.due}${a.final ? "" : "，届时由谁评定未写明"}`,
      why: "目标尚未到期就评估，只能判为未完成，或凭估计下结论。",
      fix: "把评估移到最后一个目标到期之后，或提前目标时限；确属中期评估的，名称写明并补列终期评估。",
    },
  },
  check({ plan, report }) {
    const evaluations = oncePerDay(evaluationsOf(plan));
    if (evaluations.length === 0) return;
    const all = duesOf(plan.indicators);
    const recurs = plan.mechanisms.some(isRecurring);
    const last = evaluations.reduce((a, b) => (b.day > a.day ? b : a));
    for (const one of evaluations) {
      const final = finalWords.test(one.words);
      if (!final && (one !== last || recurs || middleWords.test(one.words))) continue;
      const judged =
        one.of.length === 0 ? all : duesOf(plan.indicators.filter(({ id }) => one.of.includes(id.value)));
      const later = judged.filter(({ day }) => day > one.day + oneMonth);
      const [first] = later;
      if (first === undefined) continue;
      const latest = later.reduce((a, b) => (b.day > a.day ? b : a), first);
      const args = {
        id: one.item.id.value,
        name: one.name,
        day: isoDay(one.day),
        indicator: latest.indicator.id.value,
        indicatorName: nameOf(latest.indicator),
        due: isoDay(latest.day),
        later: later.length,
        section: latest.section?.value ?? null,
        final,
      };
      const note = { en: "due later", zhHans: "此后到期" };
      const related = [placeWithSection(latest.when.span, note, latest.section)];
      report(one.when.span, args, { on: one.item, related, severity: final ? "warning" : "info" });
    }
  },
});

const evaluationWords = /评估|验收|考核|评价|评议|evaluat|assessment|appraisal/i;
const finalWords =
  /终期|期末|终结|(?:成效|效果|总体|整体|全面|整个方案).{0,4}评[估价]|(?:impact|outcome|overall) (?:evaluation|assessment)|最终|总结性?评估|总验收|终期验收|结项|\bfinal\b|\bend[- ]?(?:line|of|term|evaluation)|\bex[- ]post\b|\bterminal\b/iu;
/** A report that is drawn up in the last month may rest on the last figures. */
const oneMonth = 31;
const middleWords =
  /中期|期中|年度|半年|季度|月|试点|前期|基线|需求|首次|第一次|\bneeds?\b|\bmid|\binterim|\bbaseline|\bannual|\byearly|\bfirst\b|\bpilot|\bprogress/iu;

interface Evaluation {
  readonly item: Item;
  readonly name: string;
  readonly words: string;
  readonly when: Given<When>;
  readonly day: Day;
  readonly of: readonly string[];
}

function evaluationsOf(plan: Plan): readonly Evaluation[] {
  const found: Evaluation[] = [];
  const add = (
    item: Item,
    name: string,
    words: string,
    when: Given<When> | null,
    of: readonly string[],
  ): void => {
    const day = lastDay(when);
    // Standards, platforms and rules of evaluation are things, not evaluations.
    if (when === null || day === null || !evaluationWords.test(words) || thingWords.test(name)) return;
    const period = statedPeriod(when);
    if (period === null || isReversed(period)) return;
    found.push({ item, name, words, when, day, of });
  };
  const parents = new Set(plan.actions.flatMap(({ parent }) => (parent === null ? [] : [parent.value])));
  for (const one of plan.milestones) add(one, nameOf(one), nameOf(one), firstDated(one.by), []);
  for (const one of plan.actions) {
    if (!parents.has(one.id.value)) add(one, nameOf(one), nameOf(one), firstDated(one.period), []);
  }
  for (const one of plan.mechanisms) {
    if (one.type.value !== "review" || one.origin === "cited" || one.cadence.length > 0) continue;
    const kinds = wordsAt(one.parameters, "kind").map(({ value }) => value);
    const of = idsAt(one.parameters, "of").map(({ value }) => value);
    add(one, nameOf(one), [...kinds, nameOf(one)].join(" "), one.during, of);
  }
  return found;
}

/** One evaluation is told as an action, a milestone and a mechanism; the mechanism says most of it. */
function oncePerDay(evaluations: readonly Evaluation[]): readonly Evaluation[] {
  const byDay = new Map<Day, Evaluation>();
  for (const one of evaluations) {
    const known = byDay.get(one.day);
    if (known === undefined || (one.item.kind === "mechanism" && known.item.kind !== "mechanism"))
      byDay.set(one.day, one);
  }
  return [...byDay.values()];
}

const thingWords =
  /办法|制度|标准|细则|体系|指标|平台|系统|方案|机制|培训|\b(?:rules?|standards?|systems?|platform|method|scheme|framework|training)\b/iu;

/** Reviews and scorecards with a rhythm go on and judge what falls due. */
function isRecurring({ type, cadence, during, origin }: Mechanism): boolean {
  return (
    origin !== "cited" &&
    (type.value === "scorecard" || type.value === "review") &&
    cadence.length > 0 &&
    during === null
  );
}

interface Due {
  readonly indicator: Indicator;
  readonly when: Given<When>;
  readonly day: Day;
  readonly section: Given<string> | null;
}

function duesOf(indicators: readonly Indicator[]): readonly Due[] {
  return indicators.flatMap((indicator) =>
    indicator.targets.flatMap(({ by, section }) => {
      const day = lastDay(by);
      return by === null || day === null
        ? []
        : [{ indicator, when: by, day, section: section ?? indicator.section }];
    }),
  );
}
