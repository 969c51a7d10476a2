/** The words before and behind the figure of a quantity, taken one after another. */
import { numeralClass } from "./chinese-number.ts";
import type { Relation } from "./quantity.ts";
import { numberMayStart } from "./quantity-number.ts";
import { type BodyFault, type BodyText, bodyFault, type Words } from "./quantity-reading.ts";
import { type FoundWord, prefixAt, suffixAt, timeSpanOf } from "./quantity-words.ts";

/** Offset behind the words before the figure. */
export function readPrefixes(body: BodyText, words: Words): number | BodyFault {
  const { plain, end } = body;
  let at = body.start;
  while (at < end) {
    if (plain.charAt(at) === " ") {
      at += 1;
      continue;
    }
    const over = plain.charAt(at) === "每" ? readOver(plain, at + 1, end) : null;
    if (over !== null) {
      const span = timeSpanOf(over.noun);
      if (span !== null && over.count === "") words.per = span;
      else words.over = (words.over === null ? "" : `${words.over}·`) + over.count + over.noun;
      at = over.next;
      continue;
    }
    const found = prefixAt(plain, at);
    if (found === null || at + found.word.length > end) return at;
    const fault = take(found, at, body, words);
    if (fault !== null) return fault;
    at += found.word.length;
  }
  return at;
}

const longestNoun = 12;
const nounShape = /^(?!.*(?:分之|以[上下]|内))[a-z\u3400-\u9fff ]*$/;
const withinSpan = /^(年度?|半年|季度?|月|周|日)内$/;
const overCount = new RegExp(`(?:\\d{1,9}|[${numeralClass}]{1,6})`, "y");

/** `每万人`, `每100户`, `每年`: count and noun up to the first figure or bounding word. */
function readOver(
  plain: string,
  start: number,
  end: number,
): { count: string; noun: string; next: number } | null {
  overCount.lastIndex = start;
  const count = overCount.exec(plain)?.[0] ?? "";
  const from = start + count.length;
  for (let next = from + 1; next < end && next - from <= longestNoun; next++) {
    const filler = /^(?:拥有|配备|配置|配有|设置|有)/.exec(plain.slice(next, next + 2))?.[0] ?? "";
    const ends = filler !== "" || plain.charAt(next) === "每" || numberMayStart(plain, next);
    if (ends || prefixAt(plain, next) !== null) {
      const noun = plain.slice(from, next).trim().replace(withinSpan, "$1");
      return nounShape.test(noun) ? { count, noun, next: next + filler.length } : null;
    }
  }
  return null;
}

/** Offset before the words behind the figure. */
export function readSuffixes(body: BodyText, from: number, words: Words): number | BodyFault {
  const { plain } = body;
  let end = body.end;
  for (;;) {
    const trimmed = plain.slice(from, end).trimEnd().length + from;
    const found =
      suffixAt(plain, from + 1, trimmed) ??
      includingAt(plain, from, trimmed) ??
      insideAt(plain, from, trimmed);
    if (found === null) return trimmed;
    end = trimmed - found.word.length;
    const fault = take(found, end, body, words);
    if (fault !== null) return fault;
  }
}

const including =
  /(?:(以[上下内])\((不?)含(?:本数|[\d.]+[%‰]?)\)|\((不?)含(?:本数|[\d.]+[%‰]?)\)(以[上下内]))$/;

/** 以上（含85%）, （不含本数）以下: the figure in brackets repeats the one before. */
function includingAt(plain: string, from: number, end: number): FoundWord | null {
  const match =
    plain.charAt(end - 1) === ")" || plain.charAt(end - 2) === "以"
      ? including.exec(plain.slice(from, end))
      : null;
  if (match === null) return null;
  const isFloor = (match[1] ?? match[4]) === "以上";
  const isOpen = (match[2] ?? match[3]) === "不";
  const relation = isFloor ? (isOpen ? ">" : ">=") : isOpen ? "<" : "<=";
  return { word: match[0], meaning: { kind: "relation", relation } };
}

/** 内 bounds only behind a span of time (24小时内); elsewhere it belongs to a noun. */
function insideAt(plain: string, from: number, end: number): FoundWord | null {
  const within = /(?:时|天|日|周|月|年|度|钟|秒|期|半)内$/.test(plain.slice(Math.max(from, end - 2), end));
  return within ? { word: "内", meaning: { kind: "relation", relation: "<=" } } : null;
}

/** Takes a word's meaning; a fault when it contradicts an earlier word. */
function take({ word, meaning }: FoundWord, at: number, body: BodyText, words: Words): BodyFault | null {
  switch (meaning.kind) {
    case "relation":
      return takeRelation(meaning.relation, at, at + word.length, words);
    case "soft":
      words.soft ??= body.text.slice(at, at + word.length);
      return null;
    case "change":
      words.change = meaning.sign;
      words.level = false;
      return null;
    case "level":
      words.weakRelation = meaning.relation;
      // 降幅控制在3%以内 bounds a change.
      words.level = meaning.moved && words.change === null;
      return null;
    case "per":
      words.per = meaning.unit;
      return null;
    case "over":
      words.over = meaning.unit;
      return null;
    case "currency":
      words.currency = meaning.unit;
      return null;
    case "force":
      words.notes.push({ code: "force", start: at, end: at + word.length, hint: meaning.force });
      return null;
    case "filler":
      return null;
  }
}

/** Takes a relation; a fault when it bounds from the other side than an earlier one, else the stricter counts. */
export function takeRelation(relation: Relation, start: number, end: number, words: Words): BodyFault | null {
  const earlier = words.relation;
  words.relation = relation;
  if (earlier === null || earlier === relation) return null;
  if (earlier === "=" || relation === "=" || earlier.charAt(0) !== relation.charAt(0)) {
    return bodyFault("two-relations", start, end);
  }
  words.relation = relation.charAt(0) === ">" ? ">" : "<";
  words.notes.push({ code: "double-relation", start, end, hint: null });
  return null;
}
