/** `plan explain PLAN#MECHANISM`: all that a mechanism states, with the sections and lines that state it, as plain text. */

import type { Compilation } from "../compile.ts";
import { quotedTexts, type Speaker } from "../language/speaker.ts";
import { loadMechanismKeys } from "../mechanisms/mechanism-types.ts";
import type { Statement } from "../plan/given.ts";
import type { Parameter, ParameterMap } from "../plan/parameters.ts";
import type { Item, Mechanism, Name } from "../plan/plan.ts";
import type { Part, Parts } from "../schema/part.ts";
import { citePlace } from "../text/sheet-cell.ts";
import type { Span } from "../text/source.ts";
import { plainText } from "./escape.ts";
import { blockOf, firstBlock, type Line, type MarkingContext, printedLine } from "./marked-lines.ts";
import { rhythmText, type StatedText, statedTexts, whenText, yesOrNo } from "./parameter-text.ts";
import { placeText } from "./place-text.ts";
import { makeContext, nameText, ownerText, type ViewContext } from "./view/context.ts";

/** What to explain. */
export interface ExplainMechanismInput {
  readonly compilation: Compilation;
  readonly mechanism: Mechanism;
  /** Id of one of its figures or entries: told first, and marked where it stands; null for the mechanism as a whole. */
  readonly marked?: string | null;
  readonly speaker: Speaker;
}

/** Head, common parts, parameters of the type and figures of a mechanism; ends with a line end. */
export async function explainMechanism(input: ExplainMechanismInput): Promise<string> {
  const mechanismKeys = await loadMechanismKeys();
  const { compilation, mechanism, marked = null, speaker } = input;
  const context = { ...makeContext({ compilation, speaker, asOf: compilation.asOf }), marked };
  const type = mechanismKeys.get(mechanism.type.value);
  const word = type === undefined ? mechanism.type.value : speaker.say(type.words);
  const name = nameText(mechanism.name, mechanism.id.value, speaker);
  const body: readonly Line[] = [
    ...commonLines(mechanism, context),
    ...mapLines(mechanism.parameters, type?.keys ?? {}, context, "  "),
    ...figureLines(mechanism, context),
  ];
  const first = firstBlock(body, context);
  const place = first.length === 0 ? citePlace(mechanism.id.span) : placeText(mechanism.id.span, context);
  const lines = [...first, `${name}  ${mechanism.id.value}  ${word}  ${place}`, ...body.map(printedLine)];
  return `${lines.map((line) => plainText(line).trimEnd()).join("\n")}\n`;
}

function commonLines(mechanism: Mechanism, context: ViewContext): readonly string[] {
  const { speaker, labels } = context;
  const line = (en: string, zhHans: string, text: string | null): string[] =>
    text === null || text === "" ? [] : [`  ${speaker.say({ en, zhHans })}${labels.colon}${text}`];
  const { purpose, section, alsoIn, origin, from, during, needs, governs, announced, open } = mechanism;
  const names = (ids: readonly { readonly value: string }[]): string =>
    ids.map(({ value }) => itemText(value, context)).join(labels.listComma);
  const origins = {
    plan: null,
    cited: speaker.say({ en: "cited from another place", zhHans: "引述他处做法" }),
    implied: speaker.say({ en: "only implied", zhHans: "隐含" }),
  };
  const counts = announced.map(({ of, count }) =>
    of.origin === "assumed" ? `${count.value}` : `${of.value} ${count.value}`,
  );
  const openWord = open ? [speaker.say({ en: "and others", zhHans: "等（未列全）" })] : [];
  return [
    ...line("Section", "章节", section?.value ?? null),
    ...line("Also in", "又见", alsoIn.map(({ value }) => value).join(labels.listComma)),
    ...line("Origin", "出处性质", origins[origin]),
    ...line("Purpose", "目的", purpose?.value ?? null),
    ...line("Owner", "责任单位", ownerText(mechanism.owner, context)),
    ...line("From", "起始时间", from === null ? null : whenText(from.value, context, "start")),
    ...line("During", "适用时段", during === null ? null : whenText(during.value, context)),
    ...statementLines(
      speaker.say({ en: "Rhythm", zhHans: "频次" }),
      mechanism.cadence.map((one) => ({ text: rhythmText(one.is.value, speaker), statement: one })),
      context,
      "  ",
    ),
    ...line("Needs", "前置条件", names(needs)),
    ...line("Governs", "作用对象", names(governs)),
    ...line("Announced", "所述数量", [...counts, ...openWord].join(labels.listComma)),
  ];
}

/** Every value of a map under the title of its key, entries numbered and indented. */
function mapLines(map: ParameterMap, keys: Parts, context: MarkingContext, indent: string): readonly Line[] {
  return [...map.values].flatMap(([key, value]) => {
    const part = keys[key];
    const title = part === undefined ? key : context.speaker.say(part.title);
    return valueLines(title, value, part, context, indent);
  });
}

function valueLines(
  title: string,
  value: Parameter,
  part: Part | undefined,
  context: MarkingContext,
  indent: string,
): readonly Line[] {
  const { speaker, labels } = context;
  const one = (text: string, span: Span): string[] => [
    `${indent}${title}${labels.colon}${text}  ${placeText(span, context)}`,
  ];
  switch (value.kind) {
    case "list":
      return [
        `${indent}${title}`,
        ...entryLines(value.entries, part?.items?.properties ?? {}, context, indent),
      ];
    case "map":
      return [`${indent}${title}`, ...mapLines(value.map, part?.properties ?? {}, context, `${indent}  `)];
    case "reference":
      return one(value.ids.map((id) => itemText(id.value, context)).join(labels.listComma), value.span);
    case "name":
      return one(nameText(value.name, value.name.text, speaker), value.span);
    case "flag":
      return one(yesOrNo(value.flag.value, speaker), value.span);
    case "announced":
      return one(value.counts.map(({ count }) => `${count.value}`).join(labels.listComma), value.span);
    default:
      return statementLines(title, statedTexts(value, context), context, indent);
  }
}

function entryLines(
  entries: readonly ParameterMap[],
  keys: Parts,
  context: MarkingContext,
  indent: string,
): readonly Line[] {
  return entries.flatMap((entry, i) => {
    const name = entry.get("name");
    const id = entry.get("id");
    const called: (Parameter | undefined)[] = [name, id];
    const ids =
      id?.kind === "text" ? id.statements.flatMap(({ is }) => is.value.map(({ value }) => value)) : [];
    const words = [...(name?.kind === "name" ? [nameText(name.name, "", context.speaker)] : []), ...ids];
    const section = entry.section === null ? [] : [sectionText(entry.section.value, context)];
    const head = [`${i + 1}.`, ...words, ...section, placeText(entry.span, context)].join("  ");
    const rest = new Map([...entry.values].filter(([, value]) => !called.includes(value)));
    const others = { ...entry, values: rest };
    const lines = [`${indent}  ${head}`, ...mapLines(others, keys, context, `${indent}     `)];
    return blockOf(ids, lines, entry.span, context);
  });
}

/** One line for a value said once; for several statements a title and a line for each. */
function statementLines(
  title: string,
  stated: readonly StatedText[],
  context: ViewContext,
  indent: string,
): readonly string[] {
  const lines = stated.map(({ text, statement }) =>
    [text, ...sayingTexts(statement, context), placeText(statement.is.span, context)].join("  "),
  );
  const [only] = lines;
  if (only === undefined) return [];
  if (lines.length === 1) return [`${indent}${title}${context.labels.colon}${only}`];
  return [`${indent}${title}`, ...lines.map((line) => `${indent}  ${line}`)];
}

/** What a statement says beside its value. */
function sayingTexts(statement: Statement<unknown>, context: ViewContext): readonly string[] {
  const { section, during, scope, place, follows, note } = statement;
  const { speaker } = context;
  const bracketed = [scope, place, during, note].flatMap((one) => (one === null ? [] : [one.value]));
  const inBrackets = bracketed.map((text) => (speaker.chinese ? `（${text}）` : `(${text})`));
  const step = follows === null ? [] : [sectionText(follows.value, context)];
  return [
    ...inBrackets,
    ...(section === null ? [] : [sectionText(section.value, context)]),
    ...step.map((text) => speaker.say({ en: `follows ${text}`, zhHans: `承接${text}` }, quotedTexts(text))),
  ];
}

function sectionText(section: string, { speaker }: ViewContext): string {
  return speaker.say({ en: `section ${section}`, zhHans: `章节“${section}”` }, [section]);
}

/** Name and id of the item that an id means; the id alone when the plan has none or it has no name. */
function itemText(id: string, { compilation, speaker }: ViewContext): string {
  const item = compilation.index.items.find((one) => one.id.value === id);
  const name = item === undefined ? null : nameIn(item);
  if (name === null) return id;
  const text = nameText(name, id, speaker);
  return speaker.chinese ? `${text}（${id}）` : `${text} (${id})`;
}

function nameIn(item: Item & { readonly name?: Name | null }): Name | null {
  return item.name ?? null;
}

function figureLines({ figures }: Mechanism, context: MarkingContext): readonly Line[] {
  if (figures.length === 0) return [];
  const { speaker } = context;
  const lines = figures.flatMap(({ id, name, values }) => {
    const stated = values.map((one) => ({ text: one.is.value.text.trim(), statement: one }));
    const own = statementLines(`${nameText(name, id.value, speaker)}  ${id.value}`, stated, context, "    ");
    return blockOf([id.value], own, values[0]?.is.span ?? id.span, context);
  });
  return [`  ${speaker.say({ en: "Figures", zhHans: "数据" })}`, ...lines];
}
