/** How the figures are made, so that a reader can redo each of them. */

import type { Localized } from "../../diagnostics/diagnostic.ts";
import type { FigureName, IndicatorRow, Status } from "../../indicators/results.ts";
import type { Speaker } from "../../language/speaker.ts";
import { own } from "../../text/own.ts";
import { figureWords } from "../figure-words.ts";
import { methodNames } from "../method-names.ts";
import { assessmentOf, statusMark, type ViewContext } from "./context.ts";
import { growthMethodWords } from "./growth-method-words.ts";
import type { LabelledText, StatusMark } from "./printed-parts.ts";
import { scaleMethodWords } from "./scale-method-words.ts";
import { worstFirst } from "./worst-first.ts";

type MethodWords = (parameters: ReadonlyMap<string, string>) => Localized;

/** Words of the methods that are built in; others are named with their parameters. */
const methodWords: Readonly<Record<string, MethodWords>> = {
  ...growthMethodWords,
  ...scaleMethodWords,
  "linear-pace": (parameters) => {
    const onTrack = parameters.get("on-track") ?? "1";
    const atRisk = parameters.get("at-risk") ?? "0.8";
    const ahead = parameters.get("ahead");
    const [en, zh] =
      ahead === undefined ? ["", ""] : [`${ahead} or more is ahead, `, `不低于${ahead}为“超前”，`];
    return {
      en: `pace = (value − baseline) ÷ (expected − baseline); ${en}${onTrack} or more is on track, ${atRisk} or more at risk, less off track.`,
      zhHans: `进度比＝（实际值－基期值）÷（应达值－基期值）；${zh}不低于${onTrack}为“正常”，不低于${atRisk}为“滞后预警”，低于${atRisk}为“严重滞后”。`,
    };
  },
};

/** One note for each method and set of parameters in use, with the indicators it applies to when there are several. */
export function methodNotes(rows: readonly IndicatorRow[], context: ViewContext): readonly string[] {
  const { labels, speaker } = context;
  const uses = new Map<string, { readonly text: string; readonly numbers: number[] }>();
  rows.forEach((row, i) => {
    const text = speaker.say(methodText(row, context));
    const use = uses.get(text) ?? { text, numbers: [] };
    use.numbers.push(i + 1);
    uses.set(text, use);
  });
  const notes = [...uses.values()];
  if (notes.length <= 1) return notes.map((note) => note.text);
  return notes.map(({ text, numbers }) => {
    const list = inRuns(numbers, speaker).join(labels.listComma);
    const called = numbers.length === 1 ? "indicator" : "indicators";
    return speaker.chinese ? `${text}（${labels.indicator}${list}）` : `${text} (${called} ${list})`;
  });
}

/** Rising numbers, three and more that follow each other as a run: 1至22, 24. */
function inRuns(numbers: readonly number[], speaker: Speaker): readonly string[] {
  const runs: [from: number, to: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.flatMap(([from, to]) => {
    if (to - from > 1) return [speaker.say({ en: `${from} to ${to}`, zhHans: `${from}至${to}` })];
    return from === to ? [String(from)] : [String(from), String(to)];
  });
}

/** The method of a row by its name and in words, with its bands; with its id for those who write plans. */
export function methodText(row: IndicatorRow, context: ViewContext, withId = false): Localized {
  const assessment = assessmentOf(row.indicator, context);
  const parameters = new Map([...(assessment?.parameters ?? [])].map(([name, given]) => [name, given.value]));
  const words = own(methodWords, row.method)?.(parameters);
  const name = own<Localized>(methodNames, row.method);
  if (words !== undefined && name !== undefined) {
    const [en, zhHans] = withId ? [` (${row.method})`, `（${row.method}）`] : ["", ""];
    return { en: `${name.en}${en}: ${words.en}`, zhHans: `${name.zhHans}${zhHans}：${words.zhHans}` };
  }
  const list = [...parameters].map(([name, value]) => `${name}: ${value}`).join(", ");
  const text = list === "" ? row.method : `${row.method} (${list})`;
  return { en: text, zhHans: text };
}

const explained: readonly FigureName[] = [
  "value",
  "target",
  "attained",
  "ofTarget",
  "elapsed",
  "expected",
  "gap",
  "gapPoints",
  "change",
  "yearOnYear",
  "required",
  "projected",
];

/** Definitions of the figures that the report prints, and of those that it orders by. */
export function glossary({ speaker }: ViewContext): readonly LabelledText[] {
  return explained.map((name) => ({
    label: speaker.say(figureWords[name].name),
    text: speaker.say(figureWords[name].meaning),
  }));
}

const statusMeanings: Readonly<Record<Status, Localized>> = {
  achieved: { en: "the value meets the target", zhHans: "实际值已达到目标值" },
  ahead: { en: "further than the target path requires", zhHans: "进度快于应达轨迹" },
  "on-track": { en: "as far as the target path requires", zhHans: "进度符合应达轨迹" },
  "at-risk": { en: "somewhat behind the target path", zhHans: "进度略落后于应达轨迹" },
  "off-track": {
    en: "far behind the target path, or a due target missed",
    zhHans: "进度明显落后，或到期阶段目标未实现",
  },
  worsening: { en: "worse than the baseline", zhHans: "较基期值变差" },
  missed: { en: "the due date has passed without the target being met", zhHans: "期限已过而未达到目标值" },
  "not-due": { en: "nothing was due yet", zhHans: "尚未到首个报送或完成期限" },
  "no-data": { en: "a value is due and none was reported", zhHans: "应报而未报" },
  stale: {
    en: "the last value is older than one period and its time for reporting",
    zhHans: "最近数据已超过报送期限",
  },
  "not-computable": { en: "the plan does not give enough to judge by", zhHans: "方案所给条件不足以评定" },
};

/** The statuses, worst first, with their meaning. */
export function statusScale({
  speaker,
}: ViewContext): readonly (StatusMark & { readonly meaning: string })[] {
  return worstFirst.map((status) => ({
    ...statusMark(status, speaker),
    meaning: speaker.say(statusMeanings[status]),
  }));
}
