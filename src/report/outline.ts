/** How a document numbers its headings: 一、（一）1.（1） in Chinese, 1, 1.1, 1.1.1 in English. */
import type { Speaker } from "../language/speaker.ts";
import type { Plan, Section } from "../plan/plan.ts";

/** A section in its place in the outline. */
export interface OutlineEntry {
  readonly section: Section;
  /** 1 for a part, 2 for what stands below one … */
  readonly depth: number;
  /** As printed before the heading, with its sign; empty for a section whose id or title says how it is called. */
  readonly number: string;
}

const numbers = /^\d{1,3}(?:\.\d{1,3})*$/;
const ownNumber =
  /^(?:第[零〇一二三四五六七八九十百\d]+[章节部编]|[（(]?[零〇一二三四五六七八九十百]+[)）、]|\d+(?:\.\d+)*[.、．\s])/;

/**
 * Sections in the order of the plan with depth and printed number, both from the id by which facts cite them (`3.1`). A
 * title that brings its own number keeps it.
 */
export function outlineOf({ sections }: Plan, speaker: Speaker): readonly OutlineEntry[] {
  const depths = new Map<string, number>();
  return sections.map((section) => {
    const id = section.id.value;
    const parts = numbers.test(id) ? id.split(".") : [];
    const above = section.parent === null ? undefined : depths.get(section.parent);
    const depth = parts.length > 0 ? parts.length : (above ?? 0) + 1;
    depths.set(id, depth);
    const isNumbered = ownNumber.test(section.title?.text ?? "");
    return { section, depth, number: isNumbered ? "" : printedNumber(parts, speaker) };
  });
}

/** The last part of a number in the signs of its depth; English keeps the whole. */
function printedNumber(parts: readonly string[], { chinese }: Speaker): string {
  const last = parts.at(-1);
  if (last === undefined) return "";
  if (!chinese) return parts.length === 1 ? `${last}.` : parts.join(".");
  const value = Number(last);
  if (parts.length === 1) return `${chineseNumeral(value)}、`;
  if (parts.length === 2) return `（${chineseNumeral(value)}）`;
  return parts.length === 3 ? `${value}.` : `（${value}）`;
}

/** A section as a reader of the printed document finds it: 三（一） in Chinese; as cited where it has no such number. */
export function printedSection(id: string, { chinese }: Speaker): string {
  if (!chinese || !numbers.test(id)) return id;
  const [first = "", second, third, ...rest] = id.split(".").map(Number);
  const signs = [chineseNumeral(Number(first))];
  if (second !== undefined) signs.push(`（${chineseNumeral(second)}）`);
  if (third !== undefined) signs.push(String(third));
  return [...signs, ...rest.map((part) => `（${part}）`)].join("");
}

const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1–999 in Chinese numerals, as headings are numbered: 十, 十一, 二十, 一百零五. */
export function chineseNumeral(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100) % 10, Math.floor(value / 10) % 10, value % 10];
  const high = hundreds === 0 ? "" : `${digits[hundreds]}百`;
  if (tens === 0) return `${high}${high !== "" && ones > 0 ? "零" : ""}${digits[ones]}`;
  const ten = tens === 1 && high === "" ? "十" : `${digits[tens]}十`;
  return `${high}${ten}${digits[ones]}`;
}
