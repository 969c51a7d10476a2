/**
 * Whether two names are likely to name one quantity: equal once brackets, filler words and the order of words are taken
 * away. Words that carry meaning (人均, 年均, 不) are kept, and no word is ever exchanged for another: 响应率 and 解决率
 * differ in one word and are two quantities.
 */
import { chinese } from "../text/chinese.ts";

const brackets = /[（(［[【〔][^（）()［］[\]【】〔〕]{0,60}[）)］\]】〕]/g;
const chineseFillers = /服务|占比|比例|比率|比重|情况|水平|程度|的|性|率|度|数|量|之|及|和|与/g;
const englishFillers = new Set(
  "the a an of for with in on to and by per rate ratio share percentage percent proportion level degree number count total".split(
    " ",
  ),
);
const wordPattern = /[0-9a-z\u00c0-\u1fff\u3040-\u9fff\uac00-\ud7af]+/g;

const digit = /\d/;

/** Fewest letters that a name must keep to be compared. */
const fewestLetters = 3;
/** Fewest letters of an English name that is one word. */
const fewestLatin = 5;

/** A key that is equal for names of likely one quantity; null where too little is left of the name. */
export function nameKey(name: string): string | null {
  const plain = name.normalize("NFKC").toLowerCase().replace(brackets, "");
  const key = chinese.test(plain) ? chineseKey(plain) : englishKey(plain);
  return key.length < fewestLetters ? null : key;
}

/** Words for one group of people, of which the last stands for all. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/老年人|老年群体|长者/g, "老人"],
  [/居民|市民|公众|社会公众/g, "群众"],
  [/时长|用时|耗时/g, "时间"],
  [/等候|候诊等待/g, "等待"],
  [/\b(?:average|mean)\b/gi, "mean"],
  [/(?<=[a-z])-(?=[a-z])/gi, ""],
  [/\b(?:the )?(?:elderly|older (?:people|persons|adults)|seniors?)\b/gi, "elders"],
  [/\b(?:students?|schoolchildren)\b/gi, "pupil"],
  [/\b(?:citizens?|inhabitants?)\b/gi, "resident"],
];
/** Words by which the same quantity is merely named at greater length. */
const roundabout =
  /全[区县市镇乡省]|本[区县市镇乡省]|辖区内?|总体|整体|综合|阶段|(?<=教育.{0,4})学生|\b(?:overall|general|in the (?:district|city|county|region|plan area))\b/gi;

/** A cheap sign of any of these words: most names have none. */
const anyAlike = new RegExp(
  [...alike.map(([words]) => words), roundabout].map(({ source }) => source).join("|"),
  "i",
);

/** Satisfaction of everybody with everything, in whatever words: 居民满意度, 社区服务满意度. */
const satisfaction =
  /^(?:居民|群众|公众|市民|人民|社会|社区|服务项目|服务|民生|总体|综合|对|的)+满意[度率]?$|^(?:(?:residents?(?:['’]s?)?|citizens?['’]?|public|community|services?|overall|general|with|of|the) )*satisfaction(?: rate)?(?: (?:of|with|the|residents?|citizens?|public|community|services?|livelihood|projects?))*$/i;

/**
 * As `nameKey`, where words of one meaning are one, the words of a longer form are left out, and general satisfaction is one
 * thing. For questions only.
 */
export function looseKey(name: string): string | null {
  let plain = name.normalize("NFKC");
  if (satisfaction.test(plain.trim())) return "satisfaction";
  if (!anyAlike.test(plain)) return nameKey(name);
  for (const [words, one] of alike) plain = plain.replace(words, one);
  return nameKey(plain.replace(roundabout, "")) ?? nameKey(name);
}

/** Fewest letters or words that two names share where one has a word more. */
const fewestShared = { letters: 4, words: 2 };
const longestInner = 4;

/** A number or a "not" more makes another thing: 第1项 and 第15项, 达标率 and 未达标率. */
const apart = /[\p{N}一二三四五六七八九十百千两未不非无]|^(?:not|non|un\w+|without)$/u;

/** A name as `hasOneWordMore` compares it, worked out once for all that it is held against. */
export interface BareName {
  readonly isChinese: boolean;
  /** Without brackets, filler words and blanks; of Chinese names. */
  readonly letters: string;
  /** Of other names. */
  readonly words: readonly string[];
}

/** What is left of a name without what may differ between two names of one quantity. */
export function bareName(name: string): BareName {
  const plain = name.normalize("NFKC").toLowerCase().replace(brackets, "");
  return chinese.test(plain)
    ? { isChinese: true, letters: plain.replace(chineseFillers, "").replace(/\s/g, ""), words: [] }
    : { isChinese: false, letters: "", words: englishWords(plain) };
}

/** True when the longer name is the shorter one with one word more: 助餐服务覆盖率 and 社区助餐服务覆盖率. */
export function hasOneWordMore(longer: BareName, shorter: BareName): boolean {
  if (longer.isChinese !== shorter.isChinese) return false;
  if (!longer.isChinese) {
    const [more, words] = [longer.words, new Set(shorter.words)];
    const added = more.filter((word) => !words.has(word));
    return (
      words.size >= fewestShared.words &&
      more.length === words.size + 1 &&
      added.length === 1 &&
      !apart.test(added[0] ?? "")
    );
  }
  const [a, b] = [longer.letters, shorter.letters];
  const added = a.length - b.length;
  if (b.length < fewestShared.letters || added < 1 || added > longestInner) return false;
  let head = 0;
  while (head < b.length && a[head] === b[head]) head += 1;
  return a.slice(head + added) === b.slice(head) && !apart.test(a.slice(head, head + added));
}

/** What a name says in brackets; two that both say something there, and not the same, are meant apart. */
export function bracketsOf(name: string): string {
  return (name.normalize("NFKC").match(brackets) ?? []).join("").replace(/\s+/g, "");
}

/** Letters in alphabetical order, so that 用餐老人满意度 and 老人用餐满意度 are equal; numbers stay as they are. */
function chineseKey(name: string): string {
  const letters = (name.replace(chineseFillers, "").match(wordPattern) ?? []).join("");
  const numbers = letters.match(/\d+/g) ?? [];
  return [...letters.replace(/\d+/g, "").split(""), ...numbers].sort().join("");
}

function englishKey(name: string): string {
  const words = englishWords(name);
  const [only = ""] = words;
  return words.length < 2 && only.length < fewestLatin ? "" : [...words].sort().join(" ");
}

function englishWords(name: string): readonly string[] {
  return (name.match(wordPattern) ?? [])
    .filter((word) => (word.length > 1 || digit.test(word)) && !englishFillers.has(word))
    .map(singular);
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

/** A name without what does not show: width, case, blanks. */
export function plainName(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
