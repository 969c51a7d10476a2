/**
 * A count in the words of a section must equal what the plan lists there.
 *
 * Looks at: counts of phases, indicators, objectives, dimensions, actions, milestones, deliverables, risks and problems in section texts
 * (分三个阶段, 共5项指标, seven actions), without 等, such as, each or 每. They are held against what the section announces of the
 * same kind (`announces`), else against the items that cite the section or one below it; phases, where none cites any
 * section, against all.
 * Reports: the words; related: the announced count, or the items counted. An error where every item of the kind stands in
 * this section, or the section announces another count; else a warning.
 * Source: DESIGN.md section 4 (an announced count that differs from what is listed).
 */
import { chineseInteger, numeralClass } from "../../plan/chinese-number.ts";
import type { Item, ItemKind, Plan, Section } from "../../plan/plan.ts";
import type { Span } from "../../text/source.ts";
import { countableKinds, makeIsWithin, sectionsOfItems } from "../citations.ts";
import { defineRule } from "../define-rule.ts";
import { partSpan, sentencesOf } from "../plan-words.ts";
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
    const counts = plan.sections.flatMap((section) => countsIn(section));
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
      if (listed.length === 0 || listed.length === said || plan.unusableKinds.includes(kind)) continue;
      const related = listed
        .slice(0, 20)
        .map((item) => ({ span: item.id.span, note: { en: "counted", zhHans: "计入" } }));
      const severity = listed.length === all.length ? "error" : "warning";
      report(span, { ...args, listed: listed.length, announced: false }, { on: section, related, severity });
    }
  },
});

interface TextCount {
  readonly section: Section;
  readonly kind: ItemKind;
  readonly said: number;
  readonly words: string;
  readonly span: Span;
}

const chinese = new RegExp(
  `(?:分为?|共设?有?|设置?立?|提出|确定|明确|列出|安排|按|划分为|实施|部署|聚焦|抓好|推进|落实|形成|存在|面临)(?:以下|如下)?([${numeralClass}]{1,3}|\\d{1,3})(?:个|项|大|类|条)(阶段|指标|考核指标|目标任务|目标|维度|重点任务|任务|举措|风险|问题|关键节点|成果)(?!等|以上|左右|组|群|制|的)`,
  "gu",
);
/** Cheap looks before both, which take a millisecond to make. */
const chineseThing = /[个项大类条](?:阶段|指标|考核|目标|维度|重点|任务|举措|风险|问题|关键|成果)/;
const englishThing =
  / (?:phase|indicator|objective|goal|dimension|action|risk|problem|milestone|deliverable)s/i;
const english =
  /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}) (phases|indicators|objectives|goals|dimensions|actions|risks|problems|milestones|deliverables)\b(?! (?:each|per|such as|including|a year|of))/giu;
const words: ReadonlyMap<string, ItemKind> = new Map<string, ItemKind>([
  ...(["阶段", "phases"] as const).map((w): [string, ItemKind] => [w, "phase"]),
  ...(["指标", "考核指标", "indicators"] as const).map((w): [string, ItemKind] => [w, "indicator"]),
  ...(["目标任务", "目标", "objectives", "goals"] as const).map((w): [string, ItemKind] => [w, "objective"]),
  ...(["维度", "dimensions"] as const).map((w): [string, ItemKind] => [w, "dimension"]),
  ...(["重点任务", "任务", "举措", "actions"] as const).map((w): [string, ItemKind] => [w, "action"]),
  ...(["风险", "risks"] as const).map((w): [string, ItemKind] => [w, "risk"]),
  ...(["问题", "problems"] as const).map((w): [string, ItemKind] => [w, "problem"]),
  ...(["成果", "deliverables"] as const).map((w): [string, ItemKind] => [w, "deliverable"]),
  ...(["关键节点", "milestones"] as const).map((w): [string, ItemKind] => [w, "milestone"]),
]);
const numbers = new Map(
  ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"].map(
    (word, i) => [word, i + 2],
  ),
);
/** A count for each of several things, or of a part, is none of the whole. */
const partial =
  /每|各(?:阶段|维度|目标)|其中|(?<![当目])前|首批|\b(?:each|every|per|of the|first|last|other)\b/i;

function countsIn(section: Section): readonly TextCount[] {
  if (section.text === null) return [];
  const { text, span } = section.text;
  const patterns = [
    ...(chineseThing.test(text) ? [chinese] : []),
    ...(englishThing.test(text) ? [english] : []),
  ];
  if (patterns.length === 0) return [];
  const matchesIn = (sentence: string) => patterns.flatMap((pattern) => [...sentence.matchAll(pattern)]);
  return sentencesOf(text).flatMap((sentence) =>
    matchesIn(sentence.text).flatMap((match): TextCount[] => {
      const [shown, figure = "", thing = ""] = match;
      const before = sentence.text.slice(Math.max(0, match.index - 12), match.index);
      const kind = words.get(thing.toLowerCase());
      const said = /^\d+$/.test(figure)
        ? Number(figure)
        : (numbers.get(figure.toLowerCase()) ?? chineseInteger(figure));
      if (kind === undefined || said === null || partial.test(before)) return [];
      return [{ section, kind, said, words: shown, span: partSpan(span, shown, sentence.at + match.index) }];
    }),
  );
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
