/** What an editor shows of an item: its name, and of an indicator where it stands. */
import type { Compilation } from "../compile.ts";
import type { Speaker } from "../language/speaker.ts";
import { kindWords } from "../language/words.ts";
import type { Item, Name } from "../plan/plan.ts";
import { printDay } from "../report/dates.ts";
import { escapeMarkdown } from "../report/escape.ts";
import { makeContext, nameText, statusMark } from "../report/view/context.ts";
import { currentValue, datedBaseline, figureLevel, shareText } from "../report/view/figure-text.ts";
import { noteText } from "../report/view/indicator-words.ts";
import type { DatedText } from "../report/view/printed-parts.ts";
import { dueText, targetText } from "../report/view/target-text.ts";

/** Name, title or statement of an item; its id where it has none. */
export function nameOfItem(item: Item, speaker: Speaker): string {
  const named = item as Item & Partial<Record<"name" | "title" | "statement", Name | null>>;
  return nameText(named.name ?? named.title ?? named.statement ?? null, item.id.value, speaker);
}

/** Kind, name and id in one line of Markdown. */
export function itemLine(item: Item, speaker: Speaker): string {
  const kind = speaker.say(kindWords[item.kind]);
  const name = escapeMarkdown(nameOfItem(item, speaker));
  const id = escapeMarkdown(item.id.value);
  return speaker.chinese ? `${kind} **${name}**（${id}）` : `${kind} **${name}** (${id})`;
}

/** Status and figures of an indicator as a list of Markdown; null where the plan could not be evaluated. */
export function standingText(compilation: Compilation, id: string, speaker: Speaker): string | null {
  const row = compilation.results?.rows.find((one) => one.entity === null && one.indicator.id.value === id);
  if (row === undefined || compilation.plan === null) return null;
  const context = makeContext({ compilation, speaker, asOf: compilation.asOf });
  const { mark, word } = statusMark(row.status, speaker);
  const day = printDay(compilation.asOf, speaker);
  const say = (en: string, zhHans: string): string => speaker.say({ en, zhHans });
  const line = (name: string, text: string): string =>
    `- ${name}${speaker.chinese ? "：" : ": "}${escapeMarkdown(text)}`;
  const dated = ({ text, date, mark }: DatedText): string => {
    const notes = [date, mark].filter((one) => one !== null).join(speaker.chinese ? "，" : ", ");
    return notes === "" ? text : speaker.chinese ? `${text}（${notes}）` : `${text} (${notes})`;
  };
  const note = noteText(row, speaker);
  const lines = [
    line(say("status", "状态"), `${mark} ${word}${speaker.chinese ? `（截至${day}）` : ` (as of ${day})`}`),
    ...(note === null ? [] : [line(say("note", "说明"), note)]),
    line(say("value", "实际值"), dated(currentValue(row, context))),
    line(say("baseline", "基期值"), dated(datedBaseline(row, context))),
    ...row.targets.map((judged) =>
      line(
        say("target", "目标值"),
        `${targetText(judged, row, context)}${speaker.chinese ? "，" : ", "}${dueText(judged, context)}`,
      ),
    ),
    ...(row.figures.expected.value === null
      ? []
      : [line(say("expected by now", "应达值"), figureLevel(row, "expected", context))]),
    ...(row.figures.attained.value === null
      ? []
      : [line(say("attained", "目标进度"), shareText(row, "attained", context))]),
  ];
  return lines.join("\n");
}
