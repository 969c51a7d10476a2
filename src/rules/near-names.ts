/**
 * Whether two names are likely to name one quantity: equal once brackets, filler words and the order of words are taken
 * away. Words that carry meaning (人均, 年均, 不) are kept, and no word is ever exchanged for another: 响应率 and 解决率
 * differ in one word and are two quantities.
 */
import { chinese } from "../text/chinese.ts";

const brackets = /[（(［[【〔][^（）()［］[\]【】〔〕]{0,60}[）)］\]】〕]/g;
const chineseFillers = /服务|占比|比例|比率|比重|情况|水平|程度|的|率|度|数|量|之|及|和|与/g;
const englishFillers = new Set(
  "the a an of for with in on to and by per rate ratio share percentage percent proportion level degree number count total".split(
    " ",
  ),
);
const wordPattern = /[0-9a-z\u00c0-\u1fff\u3040-\u9fff\uac00-\ud7af]+/g;

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

/** What a name says in brackets; two that both say something there, and not the same, are meant apart. */
export function bracketsOf(name: string): string {
  return (name.normalize("NFKC").match(brackets) ?? []).join("").replace(/\s+/g, "");
}

/** Letters in alphabetical order, so that 用餐老人满意度 and 老人用餐满意度 are equal. */
function chineseKey(name: string): string {
  const letters = (name.replace(chineseFillers, "").match(wordPattern) ?? []).join("");
  return letters.split("").sort().join("");
}

function englishKey(name: string): string {
  const words = (name.match(wordPattern) ?? []).filter(
    (word) => word.length > 1 && !englishFillers.has(word),
  );
  const [only = ""] = words;
  return words.length < 2 && only.length < fewestLatin ? "" : words.map(singular).sort().join(" ");
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}
