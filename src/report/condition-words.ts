/** Conditions and norms as a document prints them: 连续3年等次为优秀, area at least 500 m²; prose stands as it is written. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import type { Speaker } from "../language/speaker.ts";
import { parseQuantity } from "../plan/parse-quantity.ts";
import { own } from "../text/own.ts";
import { expressionText } from "./prose-expression.ts";

/** What an item is called; null for a name that the plan does not have. */
type NameOf = (name: string) => string | null;

const facts: Readonly<Record<string, Localized>> = {
  age: { en: "age", zhHans: "使用年限" },
  area: { en: "area", zhHans: "面积" },
  elapsed: { en: "share of the time elapsed", zhHans: "时间进度" },
  expected: { en: "expected value", zhHans: "应达值" },
  grade: { en: "grade", zhHans: "等次" },
  income: { en: "income", zhHans: "收入" },
  kind: { en: "kind", zhHans: "类别" },
  population: { en: "population", zhHans: "人口" },
  residents: { en: "residents", zhHans: "居民数" },
  score: { en: "score", zhHans: "得分" },
  service: { en: "service", zhHans: "服务年限" },
  staff: { en: "staff", zhHans: "工作人员" },
};

const relations: Readonly<Record<string, Localized>> = {
  ">=": { en: "at least", zhHans: "不低于" },
  "<=": { en: "at most", zhHans: "不高于" },
  ">": { en: "above", zhHans: "高于" },
  "<": { en: "below", zhHans: "低于" },
  "=": { en: "is", zhHans: "为" },
  "!=": { en: "is not", zhHans: "不为" },
};

const spellings: Readonly<Record<string, string>> = {
  "≥": ">=",
  "≤": "<=",
  "≠": "!=",
  "<>": "!=",
  "==": "=",
  "＝": "=",
  "＞": ">",
  "＜": "<",
};

const joints = /\s+(?:and|or|&&|\|\|)\s+|(?:，\s*)?(?:且|并且|或者|或)(?=[\w\s“"])/;
const jointPattern = new RegExp(`(${joints.source})`);
const comparison = /\s*(>=|<=|!=|<>|==|[≥≤≠＝＞＜]|[<>=])\s*/;
const span = /\s+for\s+(\d+)\s*([a-z]+|[年月周天日期]|个月|个季度|季度)\s*$/;
const rank = /^(first|last)\s+(\d+(?:\.\d+)?%?)$/;
/** What is written with brackets, quotes or functions is for those who wrote it. */
const involved = /[()[\]"'`“”「」]/;

/** A condition or norm in the words of a document. What cannot be told in words stands as written. */
export function conditionWords(text: string, nameOf: NameOf, speaker: Speaker): string {
  const trimmed = text.trim();
  if (involved.test(trimmed) || trimmed.length > 400) return trimmed;
  const told = trimmed
    .split(jointPattern)
    .map((part, i) => (i % 2 === 0 ? clauseWords(part.trim(), nameOf, speaker) : jointWord(part, speaker)));
  return told.includes(null) ? trimmed : told.join("");
}

function jointWord(joint: string, speaker: Speaker): string {
  const isOr = /or|\|\||或/.test(joint);
  return speaker.say(isOr ? { en: " or ", zhHans: "或" } : { en: " and ", zhHans: "且" });
}

function clauseWords(clause: string, nameOf: NameOf, speaker: Speaker): string | null {
  const lasting = span.exec(clause);
  const told = comparisonWords(lasting === null ? clause : clause.slice(0, lasting.index), nameOf, speaker);
  if (lasting === null || told === null) return told;
  const [written, count = "", unit = ""] = lasting;
  return speaker.say({ en: `${told}${written}`, zhHans: `连续${count}${spanUnit(unit)}${told}` }, [told]);
}

function spanUnit(unit: string): string {
  const words: Readonly<Record<string, string>> = {
    year: "年",
    quarter: "个季度",
    month: "个月",
    week: "周",
    day: "天",
    period: "期",
  };
  return own(words, unit.replace(/s$/, "")) ?? unit;
}

function comparisonWords(clause: string, nameOf: NameOf, speaker: Speaker): string | null {
  const [left = "", sign, right, ...more] = clause.split(comparison);
  if (sign === undefined || right === undefined) return wordOrNorm(clause, nameOf, speaker);
  if (more.length > 0) return null;
  const distance = distanceWords(left, own(spellings, sign) ?? sign, right, nameOf, speaker);
  if (distance !== null) return distance;
  const relation = own(spellings, sign) ?? sign;
  const what = left === "" ? "" : sumWords(left, nameOf, speaker);
  const bound = boundWords(relation, right, speaker);
  // What the plan calls in letters has no Chinese name; the norm's own name says of what it is the bound.
  if (what === null) return bound ?? (relation === "=" ? sumWords(right, nameOf, speaker) : null);
  if (bound !== null) {
    if (relation === "=")
      return speaker.say({ en: `${what}: ${bound}`, zhHans: `${what}为${bound}` }, [what]);
    return speaker.chinese ? `${what}${bound}` : `${what} ${bound}`.trim();
  }
  const other = sumWords(right, nameOf, speaker);
  const words = own(relations, relation);
  if (other === null || words === undefined) return null;
  return speaker.chinese ? `${what}${speaker.say(words)}${other}` : `${what} ${words.en} ${other}`;
}

/** The last term of a side in percentage points: elapsed - 15pp. */
const lastPoints = /^(.*\S)\s+([-+−])\s*([\d.]+\s?pp)$/;
const distances: Readonly<Record<string, (points: string, other: string) => Localized>> = {
  "<-": (n, other) => ({ en: `more than ${n} below ${other}`, zhHans: `低于${other}超过${n}` }),
  "<=-": (n, other) => ({ en: `at least ${n} below ${other}`, zhHans: `低于${other}不少于${n}` }),
  ">+": (n, other) => ({ en: `more than ${n} above ${other}`, zhHans: `高于${other}超过${n}` }),
  ">=+": (n, other) => ({ en: `at least ${n} above ${other}`, zhHans: `高于${other}不少于${n}` }),
};

/** So many points below or above something, as a sentence and not as a sum; null for any other comparison. */
function distanceWords(
  left: string,
  relation: string,
  right: string,
  nameOf: NameOf,
  speaker: Speaker,
): string | null {
  const [, base, sign = "", count = ""] = lastPoints.exec(right) ?? [];
  const say = own(distances, `${relation}${sign.replace("−", "-")}`);
  if (base === undefined || say === undefined || /^[\d.]/.test(base)) return null;
  const what = sumWords(left, nameOf, speaker);
  const other = sumWords(base, nameOf, speaker);
  if (left === "" || what === null || other === null) return null;
  const told = speaker.say(say(points(count, speaker), other), [other]);
  return speaker.chinese ? `${what}${told}` : `${what} ${told}`;
}

/** A figure with its relation; null where the side is none. */
function boundWords(relation: string, right: string, speaker: Speaker): string | null {
  if (!/^[\d.]/.test(right)) return null;
  const written = `${relation} ${right}`;
  const told = expressionText(relation === "!=" ? right : written, speaker);
  if (told !== written) return told;
  const reading = parseQuantity(right);
  return reading.ok && relation === "=" ? right : null;
}

/** What stands without a comparison: a rank, a norm per so many, the name of an item, prose. */
function wordOrNorm(text: string, nameOf: NameOf, speaker: Speaker): string | null {
  const [, end, count = ""] = rank.exec(text) ?? [];
  if (end !== undefined)
    return speaker.say({
      en: text,
      zhHans: `${end === "first" ? "前" : "后"}${count}${/%$/.test(count) ? "" : "名"}`,
    });
  const named = nameOf(text);
  if (named !== null) return named;
  return /^\d.* per /.test(text) ? expressionText(text, speaker) : text;
}

const operator = /\s+([-+*/×÷−])\s+|\s*([*/×÷])\s*/;
const operators: Readonly<Record<string, string>> = { "-": "−", "*": "×", "/": "÷" };

/** Names and figures with signs of arithmetic between them; null where a name has no word in the language. */
function sumWords(text: string, nameOf: NameOf, speaker: Speaker): string | null {
  const parts = text.split(operator).filter((part) => part !== undefined);
  const told = parts.map((part, i) => {
    if (i % 2 === 1) return ` ${own(operators, part) ?? part} `;
    if (/^[\d.]/.test(part)) return /^[\d.]+\s?pp$/.test(part) ? points(part, speaker) : part;
    return nameOf(part) ?? wordFor(part, speaker);
  });
  return told.includes(null) ? null : told.join("");
}

function points(part: string, speaker: Speaker): string {
  return part.replace(/\s?pp$/, speaker.chinese ? "个百分点" : " pp");
}

function wordFor(name: string, speaker: Speaker): string | null {
  const found = own(facts, name);
  if (found !== undefined) return speaker.say(found);
  if (!speaker.chinese) return name.replace(/(?<=[A-Za-z])[_-](?=[A-Za-z])/g, " ");
  return /^[\w-]+$/.test(name) ? null : name;
}
