/** Sentences that tell figures: of section texts, and of the statements of problems and objectives. Shared by rules; not a rule. */
import type { Item, Plan, Section } from "../plan/plan.ts";
import type { Span } from "../text/source.ts";
import { type Sentence, sentencesOf } from "./plan-words.ts";

/** A sentence with a figure, and where it stands. */
export interface ToldSentence {
  readonly sentence: Sentence;
  /** The same with placeholders blotted out, so that nothing is read in them. */
  readonly plain: string;
  /** The whole text that it belongs to. */
  readonly span: Span;
  readonly item: Item;
  /** The section whose text it is; null for a statement. */
  readonly section: Section | null;
}

/** A sign that a figure may stand in a text; cheap, as most texts have none. */
export const anyFigure = /\d|百分之|[一二三四五六七八九]成|全覆盖|过半/;

const sentencesOfPlan = new WeakMap<Plan, readonly ToldSentence[]>();

/** All sentences with figures, in the order of the plan; read once per plan. */
export function toldSentences(plan: Plan): readonly ToldSentence[] {
  const known = sentencesOfPlan.get(plan);
  if (known !== undefined) return known;
  const told: ToldSentence[] = [];
  const add = (item: Item, section: Section | null, text: string, span: Span): void => {
    if (!anyFigure.test(text)) return;
    for (const sentence of sentencesOf(text)) {
      const plain = sentence.text.includes("{{")
        ? sentence.text.replace(/\{\{[^{}]{0,200}\}\}/g, (shown) => blot.repeat(shown.length))
        : sentence.text;
      if (anyFigure.test(plain)) told.push({ sentence, plain, span, item, section });
    }
  };
  for (const section of plan.sections)
    if (section.text !== null) add(section, section, section.text.text, section.text.span);
  for (const item of [...plan.problems, ...plan.objectives])
    if (item.statement !== null) add(item, null, item.statement.text, item.statement.span);
  sentencesOfPlan.set(plan, told);
  return told;
}

/** What stands for each sign of a placeholder. */
export const blot = "＿";
