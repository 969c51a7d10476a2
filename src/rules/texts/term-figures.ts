/** Figures of a sentence as terms are told: rates with their base, counts with their noun, numbers in words. Shared by rules; not a rule. */
import { englishNumber, englishNumberWords } from "../../plan/english-number.ts";
import { parseQuantity } from "../../plan/parse-quantity.ts";
import { chinese } from "../../text/chinese.ts";
import { englishSharesIn, figuresIn, type TextFigure } from "./figures.ts";

const perCount =
  /每(百|千|万|\d{1,6})(?:名|个|位)?(?:城镇|城乡|农村)?(?:常住|户籍|服务)?(?:人口|人|居民|老年人|老人|学生|户)?(?:口)?(?:应|须|至少|不少于|不低于|配备|配置|配|设|拥有|有)*[^，。；、\d]{0,12}?(\d{1,4}(?:\.\d)?)(?:名|人|个)?(?:[-~～—–至到]{1,2}(\d{1,4}(?:\.\d)?))?(?:名|人|个)/gu;
const perCountInEnglish =
  /\b(\d{1,4}(?:\.\d)?)(?: [a-z-]{3,20}){1,4} (?:per|for every|to every) (\d{1,3}(?:,\d{3})+|\d{2,7}) (?:[a-z]{3,12} )?(?:people|residents|inhabitants|population|citizens|persons)\b/giu;
const bases: Readonly<Record<string, string>> = { 百: "100", 千: "1,000", 万: "10,000" };

/** 每万人4至6名 as the format writes it. */
function readRate(base: string, count: string, upper: string | undefined): ReturnType<typeof parseQuantity> {
  if (upper === undefined) return parseQuantity(`每${base}人${count}名`);
  return parseQuantity(`${count}..${upper} per ${bases[base] ?? base} people`);
}

/** A figure; of a bare number the noun behind it (five nurses), or before it in Chinese. */
export interface TermFigure extends TextFigure {
  readonly noun?: string;
}

const counted = new RegExp(
  `(?<![\\d.,-])\\b(${englishNumberWords}|\\d{1,4}) (?:full-time |trained |qualified )?([a-z]{3,20})\\b`,
  "giu",
);
const units = new RegExp(
  `\\b(${englishNumberWords}) (hours?|minutes?|(?:working )?days?|weeks?|months?|per ?cent)\\b`,
  "giu",
);

/** Figures with a unit whose number is in words: three working days. */
export function wordFiguresIn(sentence: string): readonly TextFigure[] {
  if (chinese.test(sentence)) return [];
  return [...sentence.matchAll(units)].flatMap(({ 0: shown, 1: word = "", 2: unit = "", index: at }) => {
    const reading = parseQuantity(`${englishNumber(word)} ${unit.replace(/per ?cent/iu, "%")}`);
    return reading.ok ? [{ shown, at, end: at + shown.length, quantity: reading.quantity }] : [];
  });
}

function countsIn(sentence: string): readonly TermFigure[] {
  if (chinese.test(sentence)) return [];
  return [...sentence.matchAll(counted)].flatMap(({ 0: whole, 1: shown = "", 2: noun = "", index }) => {
    const reading = parseQuantity(`${englishNumber(shown) ?? shown}`);
    return reading.ok
      ? [{ shown: whole, at: index, end: index + shown.length, quantity: reading.quantity, noun }]
      : [];
  });
}

/** The figures of a sentence, rates with their base (每万人配备助餐员10名) and counts (five nurses) among them. */
export function termFiguresIn(sentence: string): readonly TermFigure[] {
  const rates = [...sentence.matchAll(perCount)].flatMap(
    ({ 0: shown, 1: base = "", 2: count = "", 3: upper, index }): TextFigure[] => {
      const reading = readRate(base, count, upper);
      return reading.ok ? [{ shown, at: index, end: index + shown.length, quantity: reading.quantity }] : [];
    },
  );
  const ratesInEnglish = chinese.test(sentence)
    ? []
    : [...sentence.matchAll(perCountInEnglish)].flatMap(
        ({ 0: shown, 1: count = "", 2: base = "", index: at }): TextFigure[] => {
          const reading = parseQuantity(`${count} per ${base} people`);
          return reading.ok ? [{ shown, at, end: at + shown.length, quantity: reading.quantity }] : [];
        },
      );
  const isApart = (from: readonly TextFigure[]) => (one: TextFigure) =>
    !from.some(({ at, end }) => at < one.end && one.at < end);
  // A bare number has no noun: of these only counts are told.
  const inWords = chinese.test(sentence) ? [] : [...wordFiguresIn(sentence), ...englishSharesIn(sentence)];
  const plain = [...figuresIn(sentence), ...inWords].filter(
    (one) => one.quantity.unit !== null && isApart([...rates, ...ratesInEnglish])(one),
  );
  const counts = countsIn(sentence).filter(isApart([...plain, ...ratesInEnglish]));
  return [...rates, ...ratesInEnglish, ...plain, ...counts];
}
