/** Counts of a plan's own parts in the words of a section (分三个阶段, 三步走, seven actions). Shared by rules; not a rule. */
import { numeralClass } from "../../plan/chinese-number.ts";
import type { ItemKind, Plan, Section } from "../../plan/plan.ts";
import { wholeNumber } from "../../plan/whole-number.ts";
import type { Span } from "../../text/source.ts";
import { partSpan, sentencesOf } from "../plan-words.ts";
import { ofElsewhere } from "./figures.ts";
import { tellsOfBefore } from "./not-of-plan.ts";
import { isOfOtherSource } from "./of-other-sources.ts";

/** A count with the words that tell it. */
export interface TextCount {
  readonly section: Section;
  readonly kind: ItemKind;
  readonly said: number;
  readonly words: string;
  readonly span: Span;
}

const figure = `([${numeralClass}]{1,3}|\\d{1,3})`;
const things = "(阶段|指标|考核指标|目标任务|目标|维度|重点任务|任务|举措|风险|问题|关键节点|成果)";
const verbs =
  "分解为|细分为|分为?|分成|从|包括|涵盖|共设?有?|设置?立?|提出|确定|明确|列出|安排|按照?|围绕|突出|划分为|实施|部署|聚焦|抓好|推进|落实|形成|存在|面临";
/** 十五项可量化指标. */
const adjectives = "(?:可量化|量化|具体|重点|主要|核心|关键|约束性|预期性)?";
const closed = "(?!等|以上|左右|组|群|制|的)";
/** Each with the group of the figure and that of the thing; 步走 is always said of phases. */
const chinesePatterns: readonly (readonly [RegExp, figureAt: number, thingAt: number])[] = [
  [
    new RegExp(`(?:${verbs})(?:以下|如下)?${figure}(?:个|项|大|类|条)${adjectives}${things}${closed}`, "gu"),
    1,
    2,
  ],
  // Names that are joined by 、 stand before their number: 启动、攻坚、巩固三个阶段.
  [new RegExp(`、[^，。；、：:（）\\d]{1,12}?等?${figure}(?:个|项|大|类|条)${things}${closed}`, "gu"), 1, 2],
  [new RegExp(`${things}(?:共有?|共计|合计|总计)${figure}(?:个|项|类|条)(?=[，。；、（：:]|$)`, "gu"), 2, 1],
  [/(?:工作|行动|方案|计划|总体上?)分([二两三四五六])(步)(?:推进|实施)(?=[，。；：]|$)/gu, 1, 2],
  [/([二两三四五六])(步走)(?![^，。；]{0,4}战略)/gu, 1, 2],
];
/** 推进医防融合六项任务, in a plan of that: what is counted is called by what the plan or section is about. */
const named = new RegExp(
  `(?:推进|实施|落实|抓好|部署|完成)([^，。；、：:（）\\d]{2,10}?)${figure}(?:个|项|大|类|条)${adjectives}${things}${closed}`,
  "gu",
);
/** Cheap looks before both, which take a millisecond to make. */
const chineseThing =
  /[个项大类条](?:可量化|量化|具体|主要|核心|约束性|预期性|阶段|指标|考核|目标|维度|重点|任务|举措|风险|问题|关键|成果)|步走|分.步|[标度务施险题点果段](?:共|合计|总计)/;
const englishThing =
  / (?:phase|indicator|objective|goal|dimension|action|risk|problem|milestone|deliverable)s/i;
const english =
  /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}) (phases|indicators|objectives|goals|dimensions|actions|risks|problems|milestones|deliverables)\b(?! (?:each|per|such as|including|a year|of))/giu;
const kinds: ReadonlyMap<string, ItemKind> = new Map<string, ItemKind>([
  ...(["阶段", "步走", "步", "phases"] as const).map((w): [string, ItemKind] => [w, "phase"]),
  ...(["指标", "考核指标", "indicators"] as const).map((w): [string, ItemKind] => [w, "indicator"]),
  ...(["目标任务", "目标", "objectives", "goals"] as const).map((w): [string, ItemKind] => [w, "objective"]),
  ...(["维度", "dimensions"] as const).map((w): [string, ItemKind] => [w, "dimension"]),
  ...(["重点任务", "任务", "举措", "actions"] as const).map((w): [string, ItemKind] => [w, "action"]),
  ...(["风险", "risks"] as const).map((w): [string, ItemKind] => [w, "risk"]),
  ...(["问题", "problems"] as const).map((w): [string, ItemKind] => [w, "problem"]),
  ...(["成果", "deliverables"] as const).map((w): [string, ItemKind] => [w, "deliverable"]),
  ...(["关键节点", "milestones"] as const).map((w): [string, ItemKind] => [w, "milestone"]),
]);
/** A count for each of several things, or of a part, is none of the whole. */
const partial =
  /每|各(?:阶段|维度|目标)|其中|(?<![当目])前|首批|\b(?:each|every|per|of the|first|last|other)\b/i;

/** The counts in a section's text, each once. */
export function countsIn(section: Section, plan: Plan): readonly TextCount[] {
  if (section.text === null) return [];
  const title = plan.title?.value ?? "";
  const { text, span } = section.text;
  const patterns = [
    ...(chineseThing.test(text) ? [...chinesePatterns, [named, 2, 3] as const] : []),
    ...(englishThing.test(text) ? [[english, 1, 2] as const] : []),
  ];
  if (patterns.length === 0) return [];
  return sentencesOf(text).flatMap((sentence) => {
    const found = new Map<number, TextCount>();
    for (const [pattern, figureAt, thingAt] of patterns) {
      for (const match of sentence.text.matchAll(pattern)) {
        const end = match.index + match[0].length;
        const count = read(match[figureAt] ?? "", match[thingAt] ?? "");
        const head = sentence.text.slice(0, match.index);
        if (count === null || partial.test(head.slice(-12)) || found.has(end)) continue;
        if (pattern === english && isOfAnotherPlan(sentence.text, head, plan)) continue;
        if (pattern === named && !`${title}\n${section.title?.text ?? ""}`.includes(match[1] ?? "")) continue;
        // Of names that stand before their number the number is what counts.
        const words = match[0].startsWith("、")
          ? match[0].slice(match[0].lastIndexOf(match[figureAt] ?? ""))
          : match[0];
        const at = sentence.at + end - words.length;
        found.set(end, { section, ...count, words, span: partSpan(span, words, at) });
      }
    }
    return [...found.values()];
  });
}

/** The council had asked for six objectives; a neighbour has two; the last strategy had five. */
function isOfAnotherPlan(sentence: string, head: string, plan: Plan): boolean {
  return (
    ofElsewhere.test(sentence) || tellsOfBefore(sentence, plan) || isOfOtherSource(`${head.trimEnd()} `, plan)
  );
}

function read(figure: string, thing: string): Pick<TextCount, "kind" | "said"> | null {
  const kind = kinds.get(thing.toLowerCase());
  const said = wholeNumber(figure);
  return kind === undefined || said === null ? null : { kind, said };
}
