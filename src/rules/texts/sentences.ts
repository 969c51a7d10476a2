/**
 * What the plan tells in words: texts of sections and of mechanisms, and of their sentences those that tell figures, with the
 * statements of problems and objectives. Shared by rules; not a rule.
 */
import type { Item, Plan, Section } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import type { Span } from "../../text/source.ts";
import { type Sentence, sentencesOf } from "../plan-words.ts";
import type { TextPlace } from "../section-words.ts";

/** A sentence with a figure, and where it stands. */
export interface ToldSentence {
  readonly sentence: Sentence;
  /** The same with placeholders blotted out, so that nothing is read in them. */
  readonly plain: string;
  /** The whole text that it belongs to. */
  readonly span: Span;
  readonly item: Item;
  /** The section whose text it is; null for a statement or the words of a mechanism. */
  readonly section: Section | null;
  /** What it goes on from behind a semicolon: the first of the row, or the last that names a date; null where it stands alone. */
  readonly head: string | null;
}

/** A sign that a figure may stand in a text; cheap, as most texts have none. */
export const anyFigure: RegExp =
  /\d|百分之|[一二三四五六七八九]成|全覆盖|过半|[前后末续][一二两三四五六七八九十]|[一二两三四五六七八九十](?:个?工作日|小时|天|名|家)|\b(?:half|quarters?|thirds?|fifth|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,6}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b/i;

/** A text of the plan: of a section, or what a mechanism says of itself (`purpose`). */
export interface ToldText {
  readonly text: string;
  readonly span: Span;
  readonly item: Item;
  readonly section: Section | null;
  /** Of whom a sentence speaks that names nobody; null for sections. */
  readonly subject: string | null;
}

/** The texts of all sections, and those in which the plan's own mechanisms tell what they are. */
export function toldTexts({ sections, mechanisms }: Plan): readonly ToldText[] {
  const ofSections = sections.flatMap((section): ToldText[] =>
    section.text === null
      ? []
      : [{ text: section.text.text, span: section.text.span, item: section, section, subject: null }],
  );
  const ofMechanisms = mechanisms.flatMap((item): ToldText[] =>
    item.purpose === null || item.origin !== "plan"
      ? []
      : [
          {
            text: item.purpose.value,
            span: item.purpose.span,
            item,
            section: null,
            subject: item.name?.text.trim() ?? "",
          },
        ],
  );
  return [...ofSections, ...ofMechanisms];
}

/** The sentences of a text; one that does not name its subject is read with it before (岗位培训 + 每年不少于40学时). */
export function sentencesTold({ text, subject }: ToldText): readonly Sentence[] {
  const sentences = sentencesOf(text);
  if (subject === null || subject === "") return sentences;
  return sentences.map(({ text: words, at }) => {
    const plain = words.trimStart();
    if (plain === "" || plain.toLowerCase().includes(subject.toLowerCase())) return { text: words, at };
    const head = chinese.test(subject) ? subject : `${subject} `;
    const rest = chinese.test(subject) ? plain : `${plain.charAt(0).toLowerCase()}${plain.slice(1)}`;
    return { text: `${head}${rest}`, at: at + words.length - plain.length - head.length };
  });
}

/** Where a text stands, as arguments of a message. */
export function placeOf({ section, item }: Pick<ToldText, "section" | "item">): TextPlace {
  return { section: section?.id.value ?? null, of: item.id.value };
}

const anyDate = /(?:19|20)\d\d|\bM\d|第\d+个月|期末/u;
const sentencesOfPlan = new WeakMap<Plan, readonly ToldSentence[]>();

/** All sentences with figures, in the order of the plan; read once per plan. */
export function toldSentences(plan: Plan): readonly ToldSentence[] {
  const known = sentencesOfPlan.get(plan);
  if (known !== undefined) return known;
  const told: ToldSentence[] = [];
  const add = ({ item, section, span, text }: ToldText, sentences: () => readonly Sentence[]): void => {
    if (!anyFigure.test(text)) return;
    let head: Sentence | null = null;
    let end = 0;
    for (const sentence of sentences()) {
      // A sentence that is read with its subject begins before its place.
      const isJoined = head !== null && /^\s*[;；]\s*$/u.test(text.slice(end, Math.max(end, sentence.at)));
      if (!isJoined) head = sentence;
      end = sentence.at + sentence.text.length;
      const plain = sentence.text.includes("{{")
        ? sentence.text.replace(/\{\{[^{}]{0,200}\}\}/g, (shown) => blot.repeat(shown.length))
        : sentence.text;
      if (anyFigure.test(plain))
        told.push({ sentence, plain, span, item, section, head: isJoined ? (head?.text ?? null) : null });
      if (isJoined && anyDate.test(sentence.text)) head = sentence;
    }
  };
  for (const one of toldTexts(plan)) add(one, () => sentencesTold(one));
  for (const item of [...plan.problems, ...plan.objectives])
    if (item.statement !== null) {
      const { text, span } = item.statement;
      add({ text, span, item, section: null, subject: null }, () => sentencesOf(text));
    }
  sentencesOfPlan.set(plan, told);
  return told;
}

/** The names of milestones and actions that tell a figure: 35岁以下占比不低于40%. */
export function namesTold({ milestones, actions }: Plan): readonly ToldSentence[] {
  return [...milestones, ...actions].flatMap((item) => {
    const { name } = item;
    if (name === null || !anyFigure.test(name.text) || name.text.length > longestName) return [];
    if (inTurn.test(name.text)) return [];
    const sentence = { text: name.text, at: 0 };
    return [{ sentence, plain: name.text, span: name.span, item, section: null, head: null }];
  });
}

const longestName = 200;
/** 响应率、解决率达到90%、85%: a name is too short to tell which is whose. */
const inTurn = /\d[%％]?(?:、|和|, | and )\d/u;

/** What stands for each sign of a placeholder. */
export const blot = "＿";
