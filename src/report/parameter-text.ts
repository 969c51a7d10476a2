/** Values of mechanisms in words: shared by `explain` and the documents. */
import type { Speaker } from "../language/speaker.ts";
import type { Statement } from "../plan/given.ts";
import type { Parameter, StatedQuantity } from "../plan/parameters.ts";
import { rhythmWords } from "../plan/rhythm.ts";
import type { Rhythm, When } from "../plan/time.ts";
import { printDay } from "./dates.ts";
import { ownerText, type ViewContext } from "./view/context.ts";

/** A statement of a value as text. */
export interface StatedText {
  readonly text: string;
  readonly statement: Statement<unknown>;
}

/** The statements of a value as texts. */
export function statedTexts(value: Parameter, context: ViewContext): readonly StatedText[] {
  const { speaker, labels } = context;
  switch (value.kind) {
    case "quantity":
      return value.statements.map((one) => ({ text: quantityText(one, speaker), statement: one }));
    case "time":
      return value.statements.map((one) => ({ text: whenText(one.is.value, context), statement: one }));
    case "rhythm":
      return value.statements.map((one) => ({ text: rhythmText(one.is.value, speaker), statement: one }));
    case "owner":
      return value.statements.map((one) => ({ text: ownerText([one], context) ?? "", statement: one }));
    case "expression":
      return value.statements.map((one) => ({ text: one.is.value, statement: one }));
    case "text":
      return value.statements.map((one) => ({
        text: one.is.value.map((word) => word.value).join(labels.listComma),
        statement: one,
      }));
    default:
      return [];
  }
}

export function quantityText({ is, of }: StatedQuantity, speaker: Speaker): string {
  const text = is.value.text.trim();
  if (of === null) return text;
  return speaker.chinese
    ? `${text}（${speaker.say({ en: "of", zhHans: "基数" })}：${of.value}）`
    : `${text} of ${of.value}`;
}

/** A time as written, with the day that it means: the first of a start, else the last. */
export function whenText(
  { text, period }: When,
  { speaker }: ViewContext,
  side: "start" | "end" = "end",
): string {
  const day = period?.[side] ?? null;
  return day === null ? text : `${text} → ${printDay(day, speaker)}`;
}

/** A rhythm in words. */
export function rhythmText(rhythm: Rhythm, speaker: Speaker): string {
  return speaker.say(rhythmWords(rhythm));
}

/** Yes or no. */
export function yesOrNo(flag: boolean, speaker: Speaker): string {
  return speaker.say(flag ? { en: "yes", zhHans: "是" } : { en: "no", zhHans: "否" });
}
