/** The rhythm that the name of a mechanism tells: 周调度, 月通报, Quarterly review. Shared by a rule; not a rule. */
import { parseRhythm } from "../plan/parse-rhythm.ts";
import type { Rhythm } from "../plan/time.ts";

const held =
  "调度|通报|例会|研判|督查|督导|评估|考核|评议|述职|评比|评选|自评|互评|总评|会商|审计|测评|碰头|简报|点评|讲评|联席会";
/** 三个月考核 and 上半年评估 tell a length or one time. */
const inChinese = new RegExp(
  `(?<![一二两三四五六七八九十\\d个上下今明本满当次首前后])(周|月度?|季度?|半年度?|年度)(?:${held})`,
  "gu",
);
const inEnglish =
  /^(daily|weekly|fortnightly|monthly|quarterly|half-yearly|annual|yearly) (?!plan|report|budget|target)[a-z]/iu;

/** Null for a name that tells none, or several (月度自评、季度互评). */
export function rhythmOfName(name: string): { readonly words: string; readonly rhythm: Rhythm } | null {
  const english = inEnglish.exec(name.trim())?.[1];
  if (english !== undefined) return read(english, english.toLowerCase().replace("annual", "yearly"));
  const told = new Set(
    /[周月季年]/.test(name) ? [...name.matchAll(inChinese)].map(([, words = ""]) => words) : [],
  );
  const [words, other] = told;
  if (words === undefined || other !== undefined) return null;
  const plain = words.replace(/度$/u, "");
  return read(words, `每${plain === "季" ? "季度" : plain}`);
}

function read(words: string, literal: string) {
  const rhythm = parseRhythm(literal);
  return rhythm === null ? null : { words, rhythm };
}
