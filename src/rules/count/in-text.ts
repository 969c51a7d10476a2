/**
 * A count in the words of a section must equal what the plan lists there.
 *
 * Looks at: counts of phases, indicators, objectives, dimensions, actions, milestones, deliverables, risks and problems in section texts
 * (分三个阶段, 启动、攻坚、巩固三个阶段, 三步走, 共5项指标, 重点任务共5项, seven actions), without 等, such as, each or 每. They are held against what the section announces of the
 * same kind (`announces`), else against the items that cite the section or one below it; phases, where none cites any
 * section, against all.
 * Reports: the words; related: the announced count, or the items counted. An error where every item of the kind stands in
 * this section, or the section announces another count; else a warning.
 * Source: DESIGN.md section 4 (an announced count that differs from what is listed).
 */
import { entriesAt } from "../../plan/parameters.ts";
import type { Item, ItemKind, Plan, Section } from "../../plan/plan.ts";
import { countableKinds, makeIsWithin, sectionsOfItems } from "../citations.ts";
import { defineRule } from "../define-rule.ts";
import { countsIn } from "../texts/counts.ts";
import { counted, kindsInChinese, kindsInEnglish } from "../words.ts";

type Args = {
  readonly section: string;
  readonly words: string;
  readonly kind: string;
  readonly said: number;
  readonly listed: number;
  readonly announced: boolean;
};

export const countInText = defineRule<Args>({
  code: "count/in-text",
  severity: "error",
  text: {
    en: {
      title: "Count in the text differs from what is listed",
      message: (a) =>
        `"${a.words}" in the text of section ${a.section}, but ${a.announced ? "the section announces" : "the plan lists"} ${counted(a.listed, `${kindsInEnglish(a.kind)}s`)}${a.announced ? "" : " there"}`,
      why: "A reader who counts finds one missing or one too many, and cannot tell which.",
      fix: "Correct the count, or what is listed; write 等 or `such as` where the list is open.",
    },
    zhHans: {
      title: "正文所述数量与所列不符",
      message: (a) =>
        `章节“${a.section}”正文写作“${a.words}”，而${a.announced ? "该章节所述为" : "方案在此列出"}${kindsInChinese(a.kind)} ${a.listed} 项`,
      why: "数量与所列内容对不上，无法判断是漏列还是多列。",
      fix: "更正数量或补列缺项；未列全的写明“等”。",
    },
  },
  check({ plan, report }) {
    const counts = plan.sections.flatMap((section) => countsIn(section, plan));
    if (counts.length === 0) return;
    const cited = sectionsOfItems(plan);
    const isWithin = makeIsWithin(plan);
    for (const { section, kind, said, words, span } of counts) {
      const args = { section: section.id.value, words, kind, said };
      const announced = section.announces.find(({ of }) => countableKinds.get(of.value) === kind);
      if (announced !== undefined) {
        if (announced.count.value === said) continue;
        const related = [{ span: announced.count.span, note: { en: "announced", zhHans: "所述数量" } }];
        report(span, { ...args, listed: announced.count.value, announced: true }, { on: section, related });
        continue;
      }
      const all = itemsOf(plan, kind);
      const here = all.filter((item) =>
        [...(cited.get(item) ?? [])].some((own) => isWithin(own, section.id.value)),
      );
      const listed =
        here.length === 0 && kind === "phase" && all.every((item) => !cited.has(item)) ? all : here;
      if (kind === "phase" && isOfPilot(section, words, said, plan)) continue;
      if (listed.length === 0 || listed.length === said || plan.unusableKinds.includes(kind)) continue;
      if (kind === "indicator" && isCountOfAll(said, plan)) continue;
      const related = listed
        .slice(0, 20)
        .map((item) => ({ span: item.id.span, note: { en: "counted", zhHans: "计入" } }));
      const severity = listed.length === all.length ? "error" : "warning";
      report(span, { ...args, listed: listed.length, announced: false }, { on: section, related, severity });
    }
  },
});

/** 带量食谱推广分三步走 tells the stages of that pilot. */
function isOfPilot({ text }: Section, words: string, said: number, { mechanisms }: Plan): boolean {
  const at = text?.text.indexOf(words) ?? -1;
  const sentence =
    text?.text
      .slice(Math.max(0, at - 60), at)
      .split(/[。；]/u)
      .at(-1) ?? "";
  return mechanisms.some(
    ({ type, name, parameters }) =>
      type.value === "pilot" &&
      sentence.includes(name?.text.trim() ?? "？") &&
      entriesAt(parameters, "stages").length === said,
  );
}

/** A text may count an indicator that is a part of another as well. */
function isCountOfAll(said: number, { indicators }: Plan): boolean {
  return indicators.filter(({ role }) => role?.value !== "context").length === said;
}

function itemsOf(plan: Plan, kind: ItemKind): readonly Item[] {
  switch (kind) {
    case "phase":
      return plan.phases;
    case "indicator":
      return plan.indicators.filter(({ role, partOf }) => role?.value !== "context" && partOf === null);
    case "objective":
      return plan.objectives;
    case "dimension":
      return plan.dimensions;
    case "action":
      return plan.actions.filter(({ parent }) => parent === null);
    case "risk":
      return plan.risks;
    case "problem":
      return plan.problems;
    case "deliverable":
      return plan.deliverables;
    default:
      return kind === "milestone" ? plan.milestones : [];
  }
}
