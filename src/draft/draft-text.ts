/** A draft plan as YAML: what the table says, where it says it, and comments beside what is not sure. */
import type { Speaker } from "../language/speaker.ts";
import { doubtWords } from "./codes.ts";
import type { DatedFact, Doubt, Draft, DraftIndicator, Fact, TextField } from "./draft.ts";
import { type DraftIds, draftIds } from "./draft-ids.ts";
import { figureScalar, idScalar, scalar } from "./scalar.ts";

export interface DraftTextInput {
  readonly draft: Draft;
  /** Id of the plan. */
  readonly id: string;
  /** Speaks the language of the plan. */
  readonly speaker: Speaker;
}

/** The whole file. All texts of the table stand in it as they are; comments are in the language of the plan. */
export function draftText({ draft, id, speaker }: DraftTextInput): string {
  const ids = draftIds(draft);
  const lines: string[] = [
    ...opening(draft, speaker),
    "format: 1",
    `id: ${scalar(id)}`,
    `title: ${scalar(draft.title.text)}${marks(draft.title.doubts, speaker)}`,
    `language: ${speaker.language}`,
    ...(draft.period === null ? [] : [`period: ${draft.period.text}${marks(draft.period.doubts, speaker)}`]),
    "status: draft",
    "sources:",
    ...draft.tables.map(({ name }, at) => `  - { id: ${ids.table(at)}, title: ${scalar(name)} }`),
    ...entries(ids.sources, "title"),
    ...section("actors", entries(ids.owners, "name")),
    ...section("dimensions", entries(ids.dimensions, "name")),
    "indicators:",
    ...draft.indicators.flatMap((indicator, at) => indicatorLines(indicator, at, ids, speaker)),
  ];
  return `${lines.join("\n")}\n`;
}

function opening({ tables, doubts }: Draft, speaker: Speaker): readonly string[] {
  const names = tables.map(({ name }) => oneLine(name));
  const words = {
    en: `Draft made from ${names.join(", ")}. Compare what is marked TODO with the table; what follows # in source is the cell.`,
    zhHans: `由“${names.join("”“")}”导入的方案草稿。标有“待核”处请对照原表核对，source 中 # 后为所在单元格。`,
  };
  return [`# ${speaker.say(words, names)}`, ...doubts.map((doubt) => `# ${mark(doubt, speaker)}`)];
}

function entries(ids: ReadonlyMap<string, string>, key: string): readonly string[] {
  return [...ids].map(([name, id]) => `  - { id: ${id}, ${key}: ${scalar(name)} }`);
}

function section(key: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${key}:`, ...lines];
}

/** Fields in the order of the format; those that stand before baseline and targets, and those behind. */
const before: readonly TextField[] = ["attribute", "performance", "unit", "direction", "definition"];
const behind: readonly TextField[] = ["frequency", "weight", "source", "note"];

function indicatorLines(
  indicator: DraftIndicator,
  at: number,
  ids: DraftIds,
  speaker: Speaker,
): readonly string[] {
  const { name, cell, code, groups, table, baselines, targets, unread, doubts } = indicator;
  const [dimension, ...further] = groups;
  const dimensionId = dimension === undefined ? undefined : ids.dimensions.get(dimension);
  const facts = (list: readonly DatedFact[], key: string, time: string): readonly string[] =>
    list.map((fact) => factMap(fact, { key, time, source: ids.table(table), speaker }));
  const starts = facts(baselines, "is", "at");
  const steps = facts(targets, "reach", "by");
  return [
    `  - id: ${idScalar(ids.indicators[at] ?? "")}`,
    `    name: ${scalar(name)}${marks(doubts, speaker)}`,
    // Where it stands in the table; `source` would say where its values come from.
    `    x-source: ${ids.table(table)}#${cell}`,
    ...(code === null || code === ids.indicators[at] ? [] : [`    x-code: ${scalar(code)}`]),
    ...(dimensionId === undefined ? [] : [`    dimension: ${dimensionId}`]),
    ...(further.length === 0 ? [] : [`    x-groups: [${further.map(scalar).join(", ")}]`]),
    ...before.flatMap((field) => fieldLine(indicator, field, ids, speaker)),
    ...(starts.length === 1 ? [`    baseline: ${starts[0]}`] : list("baseline", starts)),
    ...list("targets", steps),
    ...behind.slice(0, 2).flatMap((field) => fieldLine(indicator, field, ids, speaker)),
    ...ownerLine(indicator, ids),
    ...behind.slice(2).flatMap((field) => fieldLine(indicator, field, ids, speaker)),
    ...list(
      "x-unread",
      unread.map(
        ({ cell, heading, text, doubts: own }) =>
          `{ cell: ${scalar(cell)}, heading: ${scalar(heading)}, text: ${scalar(text)} }${marks(own, speaker)}`,
      ),
    ),
  ];
}

function list(key: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`    ${key}:`, ...items.map((item) => `      - ${item}`)];
}

function fieldLine(
  { texts }: DraftIndicator,
  field: TextField,
  ids: DraftIds,
  speaker: Speaker,
): readonly string[] {
  const fact: Fact | undefined = texts.get(field);
  if (fact === undefined) return [];
  const value =
    field === "source"
      ? (ids.sources.get(fact.text) ?? "")
      : field === "weight"
        ? figureScalar(fact.text)
        : scalar(fact.text);
  return [`    ${field}: ${value}${marks(fact.doubts, speaker)}`];
}

function ownerLine({ owners }: DraftIndicator, ids: DraftIds): readonly string[] {
  const [lead, ...others] = owners.map((name) => ids.owners.get(name) ?? "");
  if (lead === undefined) return [];
  return [
    others.length === 0 ? `    owner: ${lead}` : `    owner: { lead: ${lead}, with: [${others.join(", ")}] }`,
  ];
}

interface FactWriting {
  readonly key: string;
  readonly time: string;
  readonly source: string;
  readonly speaker: Speaker;
}

function factMap({ text, at, cell, doubts }: DatedFact, { key, time, source, speaker }: FactWriting): string {
  const when = at === null ? "" : `${time}: ${figureScalar(at)}, `;
  return `{ ${key}: ${figureScalar(text)}, ${when}source: ${source}#${cell} }${marks(doubts, speaker)}`;
}

function todo(speaker: Speaker): string {
  return speaker.say({ en: "TODO: ", zhHans: "待核：" });
}

function mark({ kind, cell, text, more }: Doubt, speaker: Speaker): string {
  const words = doubtWords(kind, oneLine(text), oneLine(more));
  const said = speaker.say(words, [text, more]);
  return `${todo(speaker)}${speaker.say({ en: `${oneLine(cell)}: `, zhHans: `“${oneLine(cell)}”：` }, [cell])}${said}`;
}

/** Most doubts that stand beside one place; the findings of the import name them all. */
const mostBeside = 5;

function marks(doubts: readonly Doubt[], speaker: Speaker): string {
  if (doubts.length === 0) return "";
  const more = doubts.length - mostBeside;
  const rest = more > 0 ? [speaker.say({ en: `and ${more} more`, zhHans: `另有 ${more} 处` })] : [];
  return ` # ${[...doubts.slice(0, mostBeside).map((doubt) => mark(doubt, speaker)), ...rest].join("; ")}`;
}

/** A comment ends with its line, and may hold no control characters. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
