/** Quantities inside a sentence: 85%以上, 每周不足3次, at least 85%; tables print them as the plan writes them. */
import type { Speaker } from "../language/speaker.ts";
import type { Quantity, Relation } from "../plan/quantity.ts";

/** What a quantity is made of once its signs are taken off. */
interface Pieces {
  /** Figure and unit as the plan writes them, without sign, relation and day. */
  readonly figure: string;
  /** 每人每年, `per person per year`: of what the figure is counted; empty for none. */
  readonly each: string;
}

const relationSign = /^\s*(?:>=|<=|[≥≤><=＝≧≦＞＜])\s*/;
const changeSign = /^\s*[+\-−＋－]\s*/;

/** A level in a sentence; `unit` is that of a bare number, `most` the level above which nothing lies. */
export function proseLevel(
  quantity: Quantity,
  unit: string | null,
  speaker: Speaker,
  most: number | null = null,
): string {
  const written = writtenText(quantity);
  // Without a sign the plan uses words already, and they stand.
  const inWords = !relationSign.test(written);
  const { figure, each } = piecesOf(withUnit(written.replace(relationSign, ""), quantity, unit), speaker);
  // More than all there is cannot be: 100%, not 100%以上.
  const isAll = most !== null && quantity.relation === ">=" && quantity.value.eq(most);
  const bounded = inWords || isAll ? figure : withRelation(figure, quantity.relation, speaker);
  return joinEach(each, bounded, speaker);
}

/** The size of a change without its sign: 30%以上 of `≤-30%`. */
export function proseSize(quantity: Quantity, unit: string | null, speaker: Speaker): string {
  const size = plain(writtenText(quantity).replace(relationSign, "").replace(changeSign, ""));
  const { figure } = piecesOf(withUnit(size, quantity, unit), speaker);
  const { relation, value } = quantity;
  return withRelation(figure, value.lt(0) ? turned(relation) : relation, speaker);
}

function writtenText({ text }: Quantity): string {
  return (text.split("@")[0] ?? text).trim();
}

/** A bare number gets the unit of what it is about. */
function withUnit(text: string, quantity: Quantity, unit: string | null): string {
  if (quantity.unit !== null || unit === null) return text;
  return /^[a-z]/i.test(unit) ? `${text} ${unit}` : `${text}${unit}`;
}

/** A rate of change says its time in words of its own. */
function plain(text: string): string {
  return text.replace(/\s*(?:\/|per )\s*(?:year|年|a)$/, "");
}

const spans: Readonly<Record<string, { readonly en: string; readonly zhHans: string }>> = {
  year: { en: "a year", zhHans: "每年" },
  年: { en: "a year", zhHans: "每年" },
  半年: { en: "every half-year", zhHans: "每半年" },
  quarter: { en: "a quarter", zhHans: "每季度" },
  季度: { en: "a quarter", zhHans: "每季度" },
  季: { en: "a quarter", zhHans: "每季度" },
  month: { en: "a month", zhHans: "每月" },
  月: { en: "a month", zhHans: "每月" },
  week: { en: "a week", zhHans: "每周" },
  周: { en: "a week", zhHans: "每周" },
  day: { en: "a day", zhHans: "每天" },
  天: { en: "a day", zhHans: "每天" },
  日: { en: "a day", zhHans: "每日" },
  人: { en: "per person", zhHans: "每人" },
  户: { en: "per household", zhHans: "每户" },
  队: { en: "per team", zhHans: "每队" },
};

/** `30000元/人·年` is 每人每年 and 30000元. */
function piecesOf(text: string, speaker: Speaker): Pieces {
  const times = /^([\d.]+) per ([a-z]+)$/.exec(text);
  // A bare number in a time counts how often.
  const counted = times === null ? text : `${times[1]}${speaker.chinese ? "次" : " times"}/${times[2]}`;
  const [figure = text, ...bases] = counted.split(/\s*[/·]\s*/);
  const words = bases.map((base) => spans[base]);
  if (bases.length === 0 || words.includes(undefined)) return { figure: tidy(text, speaker), each: "" };
  const each = words
    .map((word) => (word === undefined ? "" : speaker.say(word)))
    .join(speaker.chinese ? "" : " ");
  return { figure: tidy(figure, speaker), each };
}

function joinEach(each: string, bounded: string, { chinese }: Speaker): string {
  if (each === "") return bounded;
  return chinese ? `${each}${bounded}` : `${bounded} ${each}`;
}

/** Units that plans write in letters, for a Chinese sentence. */
const chineseUnits: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d)\s*pp\b/, "个百分点"],
  [/(?<=\d)\s*(?:m²|m2|平方米)/, "平方米"],
  [/(?<=\d)\s*(?:minutes?|mins?)\b/, "分钟"],
  [/(?<=\d)\s*(?:hours?|hrs?|h)\b/, "小时"],
  [/(?<=\d)\s*working days?\b/, "个工作日"],
  [/(?<=\d)\s*(?:days?|d)\b/, "天"],
  [/(?<=\d)\s*weeks?\b/, "周"],
  [/(?<=\d)\s*months?\b/, "个月"],
  [/(?<=\d)\s*quarters?\b/, "个季度"],
  [/(?<=\d)\s*years?\b/, "年"],
  [/(?<=\d)\s*(?:people|persons?)\b/, "人"],
];

/** Figures of five digits and more, grouped or not; what counts ten thousands already is left alone. */
const largeFigure = /(?<![\d.,])(?:\d{5,}|\d{1,3}(?:,\d{3})+)(?![\d.,]|\s*[万亿萬億])/g;
const largeUnits = [
  { zeros: 8, simplified: "亿", traditional: "億" },
  { zeros: 4, simplified: "万", traditional: "萬" },
] as const;
/** 5.8万 is read at a glance; 2.9282万 is not. */
const mostDecimals = 2;

/** 20000 is written 2万, 58,000 is 5.8万, 5000000 is 500万; a figure that would keep more than two decimals stays. */
export function inTenThousands(text: string, { language }: Speaker): string {
  return text.replace(largeFigure, (figure) => {
    const digits = figure.replaceAll(",", "");
    for (const { zeros, simplified, traditional } of largeUnits) {
      const word = language === "zh-Hant" ? traditional : simplified;
      const fraction = digits.slice(-zeros).replace(/0+$/, "");
      if (digits.length > zeros && fraction.length <= mostDecimals)
        return `${digits.slice(0, -zeros)}${fraction === "" ? "" : "."}${fraction}${word}`;
    }
    return figure;
  });
}

/** Ranges and units as they stand in a sentence. */
function tidy(text: string, speaker: Speaker): string {
  const { chinese } = speaker;
  const range = /^([\d.,]+)\s*(%?)\s*(?:\.\.|～|~|-|—)\s*([\d.,]+)(.*)$/.exec(text.trim());
  const [, low = "", sign = "", high = "", rest = ""] = range ?? [];
  if (!chinese) return range === null ? text.trim() : `${low}${sign} to ${high}${rest}`;
  const joined =
    range === null ? text : `${low}${sign === "" && rest.startsWith("%") ? "%" : sign}～${high}${rest}`;
  return chineseUnits.reduce(
    (done, [unit, word]) => done.replace(unit, () => speaker.say({ en: word, zhHans: word })),
    inTenThousands(joined.trim(), speaker),
  );
}

/** Figures that bound a time or a number of things are kept within; shares and levels stay below. */
function withRelation(figure: string, relation: Relation | null, speaker: Speaker): string {
  const said = (zhHans: string): string => speaker.say({ en: zhHans, zhHans });
  switch (relation) {
    case ">=":
      // A number without its unit is followed by one in the sentence: 不少于2名.
      if (speaker.chinese) return /\d$/.test(figure) ? `${said("不少于")}${figure}` : `${figure}以上`;
      return `at least ${figure}`;
    case "<=":
      if (!speaker.chinese) return `at most ${figure}`;
      if (/\d$/.test(figure)) return `${said("不超过")}${figure}`;
      return /[%‰点點分]$/.test(figure) ? `${figure}以下` : `${figure}${said("以内")}`;
    case ">":
      return speaker.say({ en: `more than ${figure}`, zhHans: `超过${figure}` }, [figure]);
    case "<":
      return speaker.say({ en: `less than ${figure}`, zhHans: `不足${figure}` }, [figure]);
    default:
      return figure;
  }
}

function turned(relation: Relation | null): Relation | null {
  const other: Readonly<Record<Relation, Relation>> = {
    ">=": "<=",
    "<=": ">=",
    ">": "<",
    "<": ">",
    "=": "=",
  };
  return relation === null ? null : other[relation];
}
