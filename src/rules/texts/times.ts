/** How many times a year something is, in the words of a text of either language. Shared by rules; not a rule. */
import { parseRhythm } from "../../plan/parse-rhythm.ts";
import { perYear } from "../../plan/rhythm.ts";
import { chinese } from "../../text/chinese.ts";

/** Null for words that say no such number. */
export function timesAYear(said: string): number | null {
  const rhythm = parseRhythm(chinese.test(said) ? plainChinese(said) : plainEnglish(said));
  return rhythm === null ? null : perYear(rhythm);
}

/** 每个月, 每年度, 每年召开两次会议, 半年 of 半年评估. */
function plainChinese(said: string): string {
  const [bare] = /^(?:周|月|季|半年)(?=度?$)/u.exec(said) ?? [];
  if (bare !== undefined) return bare === "季" ? "每季度" : `每${bare}`;
  const plain = said.replace(/^每个/u, "每").replace(/(?:召开|开展|组织|进行|举行)(?:会议)?/u, "");
  return plain.includes("季") ? plain : plain.replace(/度$/u, "");
}

function plainEnglish(said: string): string {
  return said
    .toLowerCase()
    .replace("six-monthly", "half-yearly")
    .replace(" meetings", "")
    .replace(/^once in /u, "every ")
    .replace("second", "other")
    .replace(/\bsix months/u, "half-year")
    .replace(/\b(?:every|each) fortnight/u, "every 2 weeks")
    .replace(/\b(?:a|per) fortnight/u, "every 2 weeks");
}
