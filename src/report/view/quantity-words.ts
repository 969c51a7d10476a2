/** A quantity in a table of a document: its signs as people write them, its unit in the words of the reader. */
import type { Speaker } from "../../language/speaker.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { inTenThousands, proseLevel } from "../prose-quantity.ts";
import { tidySigns } from "./target-text.ts";

/** Units that are written in letters, with a number before them: `2 per year`, `3 months`, `24h`. */
const lettered = /\d\s*(?:per\b|[a-z]{3,}|[hd]\b)/i;

/** `>=10%/year` is ≥10%/年 in Chinese, `2 per year` 每年2次, `<58000人` 不足5.8万人; English keeps what the plan writes. */
export function quantityWords(quantity: Quantity, speaker: Speaker): string {
  const tidied = tidySigns(quantity.text, speaker);
  return speaker.chinese && lettered.test(tidied)
    ? proseLevel(quantity, null, speaker)
    : asInDocuments(tidied, speaker);
}

/** A quantity in a table of a Chinese document: 超过 and 不足 in place of > and <, large figures as 500万. English stays. */
export function asInDocuments(text: string, speaker: Speaker): string {
  if (!speaker.chinese) return text;
  const [sign = ""] = /^[><]\s*(?=\d)/.exec(text) ?? [];
  const word = sign === "" ? "" : speaker.say({ en: sign, zhHans: sign.startsWith(">") ? "超过" : "不足" });
  return `${word}${inTenThousands(text.slice(sign.length), speaker)}`;
}
