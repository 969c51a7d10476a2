/** Numbers written in Chinese characters, and the Traditional forms of the characters that literals are made of. */
import Big from "big.js";

/** Longest run of numerals that is read. */
const longestNumeral = 40;

/** Each character with its value; the index of its group is the value. */
const digitValues: ReadonlyMap<string, number> = new Map(
  ["零〇", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"].flatMap((group, value) =>
    [...group].map((character) => [character, value] as const),
  ),
);
const smallUnits: ReadonlyMap<string, number> = new Map(
  ["十拾", "百佰", "千仟"].flatMap((group, i) => [...group].map((unit) => [unit, 10 ** (i + 1)] as const)),
);

/** Characters of Chinese numbers, for use inside a character class. */
export const numeralClass = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟";

const onlyDigits = /^[零〇一二三四五六七八九]+$/;

/**
 * The number that Chinese numerals state (`八十五`, `一万二千`, `三点五`, `二〇二六`), or null when they state none.
 * Simplified forms, also 壹贰叁; below ten thousand 亿亿.
 */
export function parseChineseNumber(text: string): Big | null {
  if (text === "" || text.length > longestNumeral) return null;
  const point = text.indexOf("点");
  if (point < 0) return bigOrNull(chineseInteger(text));
  const whole = chineseInteger(text.slice(0, point));
  const places = digitsOf(text.slice(point + 1));
  return whole === null || places === null ? null : new Big(`${whole}.${places}`);
}

function bigOrNull(value: number | null): Big | null {
  return value === null ? null : new Big(value);
}

/** `二〇二六` → `2026`; null when another character is among them. */
export function digitsOf(text: string): string | null {
  if (!onlyDigits.test(text)) return null;
  return [...text].map((c) => digitValues.get(c) ?? 0).join("");
}

/** A whole number in numerals; null when malformed or beyond the safe integers. */
export function chineseInteger(text: string): number | null {
  if (text === "") return null;
  if (text.length > 1 && onlyDigits.test(text)) return safeOrNull(Number(digitsOf(text)));
  let total = 0; // of the parts closed by 亿
  let group = 0; // of the part closed by 万
  let section = 0; // of the four places below
  let digit: number | null = null;
  let zero = false;
  let lastUnit = 10_000;
  for (const c of text) {
    const value = digitValues.get(c);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      if (value === 0) zero = true;
      digit = value;
      continue;
    }
    const unit = smallUnits.get(c);
    if (unit !== undefined) {
      if (unit >= lastUnit) return null;
      if (!digit && unit !== 10) return null;
      section += (digit === null || digit === 0 ? 1 : digit) * unit;
      lastUnit = unit;
    } else if (c === "万") {
      if (section + (digit ?? 0) === 0 || group !== 0) return null;
      group = (section + (digit ?? 0)) * 10_000;
      section = 0;
      lastUnit = 10_000;
    } else if (c === "亿") {
      if (group + section + (digit ?? 0) === 0) return null;
      total = (total + group + section + (digit ?? 0)) * 100_000_000;
      group = 0;
      section = 0;
      lastUnit = 10_000;
    } else return null;
    digit = null;
    zero = false;
  }
  return safeOrNull(total + group + section + lastDigit(digit, zero, text));
}

/** 一百二 is 120 and 三万五 35,000, but 一百零二 is 102 and 十二 is 12. */
function lastDigit(digit: number | null, zero: boolean, text: string): number {
  if (digit === null) return 0;
  const before = text.at(-2);
  if (zero || before === undefined) return digit;
  if (before === "亿") return digit * 10_000_000;
  if (before === "万") return digit * 1000;
  const unit = smallUnits.get(before);
  return unit === undefined || unit === 10 ? digit : (digit * unit) / 10;
}

function safeOrNull(value: number): number | null {
  return Number.isSafeInteger(value) ? value : null;
}

const traditional =
  "萬億兩點個於過內達約則時鐘間週歲畝頃噸戶項場處張數減長產號層縣鄉區輛臺條幾滿貳陸單雙壓縮發現總從爲為" +
  "佔餘據歷還標準後穩應將漲擴調維幣爭確證當須預計議來頂頭曆禮學課塊錢歐鎊釐電攝冊棟門類種隻組對輪顆屆盞" +
  "終註無暫報蓋擁備設鍾負圓圆叄參財開獲實續態" +
  "際狀別編進問題變徑審訂啟動緩關鍵節務劃畫稱級階" +
  "權責牽協辦領說義評質釋頻導監測績";
const simplified =
  "万亿两点个于过内达约则时钟间周岁亩顷吨户项场处张数减长产号层县乡区辆台条几满贰陆单双压缩发现总从为为" +
  "占余据历还标准后稳应将涨扩调维币争确证当须预计议来顶头历礼学课块钱欧镑厘电摄册栋门类种只组对轮颗届盏" +
  "终注无暂报盖拥备设钟负元元叁叁财开获实续态" +
  "际状别编进问题变径审订启动缓关键节务划划称级阶" +
  "权责牵协办领说义评质释频导监测绩";
const simpler: ReadonlyMap<string, string> = new Map(
  [...traditional].map((c, i) => [c, simplified.charAt(i)]),
);
const eachTraditional = new RegExp(`[${traditional}]`, "g");
const anyTraditional = new RegExp(`[${traditional}]`);

/** Traditional characters (and 圆, 叄) of numbers, units, relation words and table headings in Simplified form; same length, other text unchanged. */
export function toSimplified(text: string): string {
  if (!anyTraditional.test(text)) return text;
  return text.replace(eachTraditional, (c) => simpler.get(c) ?? c);
}
