/** Every name, statement and free text of a plan with its place, for the rules that read words. Not a rule. */
import type { Given } from "../plan/given.ts";
import { walkParameters } from "../plan/parameters.ts";
import type { Item, Name, Plan } from "../plan/plan.ts";
import type { Span } from "../text/source.ts";
import { sourceOffset } from "../text/source-offset.ts";

/** A text of the plan. `item` is null for the head. */
export interface PlanText {
  readonly text: string;
  readonly span: Span;
  readonly item: Item | null;
}

const textsOfPlan = new WeakMap<Plan, readonly PlanText[]>();

/** All texts of the plan, read once: title, names, statements, purposes, section texts, words of mechanisms. */
export function textsOf(plan: Plan): readonly PlanText[] {
  const known = textsOfPlan.get(plan);
  if (known !== undefined) return known;
  const texts = readTexts(plan);
  textsOfPlan.set(plan, texts);
  return texts;
}

function readTexts(plan: Plan): readonly PlanText[] {
  const texts: PlanText[] = [];
  const add = (item: Item | null, text: Name | Given<string> | null): void => {
    if (text === null) return;
    texts.push({ item, span: text.span, text: "value" in text ? text.value : text.text });
  };
  add(null, plan.title);
  for (const section of plan.sections) {
    add(section, section.title);
    if (section.text !== null)
      texts.push({ item: section, span: section.text.span, text: section.text.text });
  }
  for (const source of plan.sources) add(source, source.title);
  for (const item of [...plan.actors, ...plan.dimensions, ...plan.phases, ...plan.milestones])
    add(item, item.name);
  for (const item of [...plan.deliverables, ...plan.actions, ...plan.risks, ...plan.resources])
    add(item, item.name);
  for (const item of [...plan.problems, ...plan.objectives]) add(item, item.statement);
  for (const indicator of plan.indicators) {
    add(indicator, indicator.name);
    add(indicator, indicator.definition);
  }
  for (const risk of plan.risks) for (const { text } of risk.mitigations) add(risk, text);
  for (const mechanism of plan.mechanisms) {
    add(mechanism, mechanism.name);
    add(mechanism, mechanism.purpose);
    walkParameters(mechanism.parameters, (_, value) => {
      if (value.kind === "name") add(mechanism, value.name);
      if (value.kind !== "text") return;
      for (const { is } of value.statements) for (const words of is.value) add(mechanism, words);
    });
  }
  return texts;
}

/** The place of a part of a text, where it stands there as printed; else the whole. `from`: an offset in its value. */
export function partSpan(span: Span, shown: string, from = 0): Span {
  const source = span.file.text.slice(span.start, span.end);
  // A section's own file holds the text as it is.
  const isWholeFile = source.length === span.file.text.length;
  const begin = from <= 0 || isWholeFile ? Math.max(0, from) : offsetIn(span, source, from);
  const near = source.indexOf(shown, begin);
  const at = near < 0 ? source.indexOf(shown) : near;
  const length = at < 0 ? lengthOverLines(source, shown, begin) : shown.length;
  const start = span.start + (at < 0 ? begin : at);
  return length === null ? span : { file: span.file, start, end: start + length };
}

const header = /[|>][+\-\d]{0,2}[ \t]*(?:#[^\n]{0,200})?\r?\n[ \t\r\n]*$/u;

/** The place of a block's text begins behind its header, which says how its lines are read. */
function offsetIn({ file, start }: Span, source: string, from: number): number {
  const [before = ""] = header.exec(file.text.slice(Math.max(0, start - 300), start)) ?? [];
  return before === "" ? sourceOffset(source, from) : sourceOffset(before + source, from) - before.length;
}

/** How long words are that a text tells over several lines; null where others stand there. */
function lengthOverLines(source: string, shown: string, from: number): number | null {
  let place = from;
  for (const sign of shown) {
    if (sign === " " && /\s/u.test(source[place] ?? "")) {
      while (/\s/u.test(source[place] ?? "")) place += 1;
      continue;
    }
    if (!source.startsWith(sign, place)) return null;
    place += sign.length;
  }
  return place - from;
}

/** A sentence of a section text, with the offset at which it begins. */
export interface Sentence {
  readonly text: string;
  readonly at: number;
}

const sentenceEnd = /[。！？!?；;\n]|\.(?=\s|$)/gu;
/** Longer texts are read no further: no chapter of a plan is as long. */
const longestText = 50_000;

/** The sentences of a text, in order; parts between semicolons count as sentences. */
export function sentencesOf(text: string): readonly Sentence[] {
  const body = text.slice(0, longestText);
  const sentences: Sentence[] = [];
  let at = 0;
  for (const match of body.matchAll(sentenceEnd)) {
    sentences.push({ text: body.slice(at, match.index), at });
    at = match.index + match[0].length;
  }
  if (at < body.length) sentences.push({ text: body.slice(at), at });
  return sentences;
}
