/** The guides as text: `docs/methods.md` for both languages, and one method for `plan explain METHOD`. */
import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { Speaker } from "../../language/speaker.ts";
import { statusWords } from "../../language/words.ts";
import { methodParameters } from "../../schema/assessment.ts";
import type { Part } from "../../schema/part.ts";
import { earnedValueSection } from "./earned-value.ts";
import type { GuideBand, MethodGuide } from "./guide.ts";
import { methodGuides } from "./index.ts";
import { trendSection } from "./trend.ts";

type Language = keyof Localized;

const words = {
  title: { en: "Assessment methods", zhHans: "评定方法" },
  generated: {
    en: "Generated from the guides of the methods; do not edit. Every example is recomputed by a test.",
    zhHans: "本页由各方法的说明生成，请勿直接修改。各例均由测试重新计算核对。",
  },
  symbols: {
    en: "`assess: NAME` or `assess: { method: NAME, … }` on the plan, a dimension or an indicator; the nearest counts. b baseline, T target, v value; attained = (v − b) ÷ (T − b), elapsed = days passed ÷ days from baseline to due date. Before any method: achieved or missed once the due date has passed, stale without recent data, achieved when v meets T, worsening when v is worse than b; `methodStatus` is the method's own word all the same. A limit belongs to the better band. The score is the ratio within 0 and 1 unless a method has a scale of its own; dimensions and the plan have the weighted mean of scores of one scale, and otherwise none, with the reason in `scoreReason`.",
    zhHans:
      "在方案、维度或者指标上写 `assess: 方法名`，或者 `assess: { method: 方法名, … }`，以最近的为准。b 为基期值，T 为目标值，v 为实际值；目标进度＝（v－b）÷（T－b），时序进度＝已过天数÷基期日至完成时限的天数。先于各方法判定：期限已到的评“已达标”或者“未达标”，数据过旧的评“数据过期”，达到目标值的评“已达标”，比基期值更差的评“倒退”；方法自身的用语仍列于 `methodStatus`。恰在界限上的归入较好一档。未另定分制的，得分为 0 至 1 之间的比率；维度和方案的得分为同一分制各指标得分的加权平均，分制不同的不计，原因列于 `scoreReason`。",
  },
  examples: {
    en: "What the examples below come to, each worked by hand:",
    zhHans: "下文各例的手工演算与结果：",
  },
  working: { en: "Worked example", zhHans: "演算" },
  method: { en: "Method", zhHans: "方法" },
  asks: { en: "Question", zhHans: "回答的问题" },
  ratio: { en: "Ratio", zhHans: "比率" },
  needs: { en: "Needs", zhHans: "所需条件" },
  source: { en: "Source", zhHans: "来源" },
  parameter: { en: "Parameter", zhHans: "参数" },
  meaning: { en: "Meaning", zhHans: "含义" },
  when: { en: "When", zhHans: "情形" },
  word: { en: "Word", zhHans: "用语" },
  status: { en: "Status", zhHans: "状态" },
  example: { en: "Example", zhHans: "示例" },
} as const;

/** The page of all methods in one language. */
export function methodsPage(language: Language): string {
  const say = (text: Localized): string => text[language];
  const overview = methodGuides.map((guide) =>
    row([`[\`${guide.name}\`](#${guide.name})`, say(guide.title), say(guide.asks)]),
  );
  const head = [`# ${say(words.title)}`, "", say(words.generated), "", say(words.symbols), ""];
  const table = [
    ...tableHead([say(words.method), "", say(words.asks)]),
    ...overview,
    "",
    ...examplesTable(say),
    "",
    ...methodGuides.flatMap((guide) => methodSection(guide, language)),
    ...trendSection(language),
    ...earnedValueSection(language),
  ];
  return `${[...head, ...table].join("\n").trimEnd()}\n`;
}

/** Every method by what its example comes to; plan and date stand in its own section. */
function examplesTable(say: (text: Localized) => string): readonly string[] {
  const figures = ["ratio", "methodStatus", "status", "score"] as const;
  return [
    say(words.examples),
    "",
    ...tableHead([say(words.method), say(words.working), ...figures.map((name) => `\`${name}\``)]),
    ...methodGuides.map(({ name, example: { working, result } }) =>
      row([`\`${name}\``, say(working), ...figures.map((figure) => result[figure] ?? "–")]),
    ),
  ];
}

function methodSection(guide: MethodGuide, language: Language): readonly string[] {
  const say = (text: Localized): string => text[language];
  const parameters = parametersOf(guide, say);
  const { plan, asOf, result, working } = guide.example;
  const shown = Object.entries(result).map(
    ([name, value]) => `\`${name}\` ${value === null ? "–" : `\`${value}\``}`,
  );
  return [
    `## ${guide.name}`,
    "",
    `**${say(guide.title)}** · ${say(guide.asks)}`,
    "",
    ...tableHead(["", ""]),
    row([say(words.ratio), say(guide.ratio)]),
    row([say(words.needs), say(guide.needs)]),
    row([say(words.source), say(guide.source)]),
    "",
    ...(parameters.length === 0
      ? []
      : [
          ...tableHead([say(words.parameter), say(words.meaning)]),
          ...parameters.map(([name, text]) => row([`\`${name}\``, text])),
          "",
        ]),
    ...tableHead([say(words.when), say(words.word), say(words.status)]),
    ...guide.bands.map((band) => row([say(band.when), bandWord(band), statusText(band, say)])),
    "",
    `${say(words.example)}${language === "en" ? " (as of" : "（数据截止日期"} ${asOf}${language === "en" ? "):" : "）："}`,
    "",
    "```yaml",
    plan.trimEnd(),
    "```",
    "",
    `${say(working)} → ${shown.join(", ")}`,
    "",
  ];
}

function parametersOf(
  { name }: MethodGuide,
  say: (text: Localized) => string,
): readonly (readonly [name: string, text: string])[] {
  return Object.entries(methodParameters[name] ?? {}).map(([key, part]) => [key, partText(part, say)]);
}

function partText(part: Part, say: (text: Localized) => string): string {
  const { title, description } = part;
  const choices = (part.enum ?? []).flatMap((one) => (one === null ? [] : [`\`${one}\``])).join(" | ");
  return [say(title), ...(description === undefined ? [] : [say(description)]), choices]
    .filter((text) => text !== "")
    .join(" · ");
}

function bandWord({ word }: GuideBand): string {
  return word === null ? "–" : word;
}

function statusText({ word, status }: GuideBand, say: (text: Localized) => string): string {
  return word === "…" ? "=" : `${say(statusWords[status])} (\`${status}\`)`;
}

function tableHead(cells: readonly string[]): readonly string[] {
  return [row(cells), row(cells.map(() => "---"))];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

/** Names of all methods. */
export function methodNames(): readonly string[] {
  return methodGuides.map(({ name }) => name);
}

/** One method for a terminal; null for a name that is no method. */
export function methodText(name: string, speaker: Speaker): string | null {
  const guide = methodGuides.find((one) => one.name === name);
  if (guide === undefined) return null;
  const say = (text: Localized): string => speaker.say(text);
  const colon = speaker.chinese ? "：" : ": ";
  const line = (label: Localized, text: Localized): string => `${say(label)}${colon}${plain(say(text))}`;
  const bands = guide.bands.map(
    (band) =>
      `    ${plain(say(band.when))} → ${band.word === null ? "" : `${band.word} → `}${band.word === "…" ? "=" : say(statusWords[band.status])}`,
  );
  const parameters = parametersOf(guide, say).map(([key, text]) => `    ${key}${colon}${plain(text)}`);
  const { plan, asOf, result, working } = guide.example;
  const shown = Object.entries(result).map(([key, value]) => `${key} ${value ?? "–"}`);
  return `${[
    speaker.chinese ? `${guide.name}（${say(guide.title)}）` : `${guide.name} (${say(guide.title)})`,
    plain(say(guide.asks)),
    "",
    line(words.ratio, guide.ratio),
    line(words.needs, guide.needs),
    line(words.source, guide.source),
    ...(parameters.length === 0 ? [] : ["", `${say(words.parameter)}${colon.trimEnd()}`, ...parameters]),
    "",
    `${say(words.status)}${colon.trimEnd()}`,
    ...bands,
    "",
    `${say(words.example)} (${asOf})${colon.trimEnd()}`,
    "",
    plan.trimEnd().replace(/^/gm, "    "),
    "",
    `    ${plain(say(working))}`,
    `    ${shown.join(", ")}`,
  ].join("\n")}\n`;
}

function plain(text: string): string {
  return text.replaceAll("`", "");
}
