/**
 * Numbers of headings and of points in a text must run on.
 *
 * Looks at: ids of sections that are numbers (3, 3.1): below one heading they begin with 1 and go on by one in the order of
 * the plan, and `3.1` stands below a `3`; an outline of which most is left out is not held against this. Numerals at the
 * head of titles (一、（二）) beside those of their neighbours, and points in a text (一是 … 二是 …, 第一，… 第二，…, first, … second, …, (1) … (2) …).
 * Reports: the id, title or point that breaks the row; related: the one before it, or the one that is due there.
 * Source: DESIGN.md section 4, issue of wrong numbering; GB/T 9704-2012 (一、（一）1.（1）).
 */
import { chineseInteger, numeralClass } from "../../plan/chinese-number.ts";
import type { Plan, Section } from "../../plan/plan.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { partSpan } from "../plan-words.ts";

type Args = {
  readonly found: string;
  /** The number that should stand here; the missing heading for `parent`. */
  readonly expected: string;
  readonly fault: "row" | "parent";
};

export const narrativeNumbering = defineRule<Args>({
  code: "narrative/numbering",
  severity: "warning",
  text: {
    en: {
      title: "Wrong numbering",
      message: (a) =>
        a.fault === "parent"
          ? `section ${a.found} stands below no section ${a.expected}`
          : `"${a.found}" stands where "${a.expected}" is due`,
      why: "A number that is left out or turned round looks like a missing part, and citations lead to the wrong place.",
      fix: "Correct the number, or put in what is missing.",
    },
    zhHans: {
      title: "编号有误",
      message: (a) =>
        a.fault === "parent"
          ? `章节“${a.found}”的上级章节“${a.expected}”不存在`
          : `此处编号为“${a.found}”，按顺序应为“${a.expected}”`,
      why: "编号跳号或颠倒，像是漏了内容，引用也会指错地方。",
      fix: "更正编号，或补上缺少的部分。",
    },
  },
  check({ plan, report }) {
    for (const { span, found, expected, fault, section, before } of [
      ...inOutline(plan),
      ...inTitles(plan),
      ...inTexts(plan),
    ]) {
      const related =
        before === null ? [] : [{ span: before, note: { en: "compare this one", zhHans: "参见此处" } }];
      report(span, { found, expected, fault }, { on: section, related });
    }
  },
});

interface Found extends Args {
  readonly span: Span;
  readonly section: Section;
  readonly before: Span | null;
}

const numeric = /^\d{1,4}(?:\.\d{1,4})*$/;

function inOutline(plan: Plan): readonly Found[] {
  const numbered = plan.sections.filter(({ id }) => numeric.test(id.value));
  const ids = new Set(numbered.map(({ id }) => id.value));
  const hasTop = numbered.some(({ id }) => !id.value.includes("."));
  if (!hasTop) return [];
  const rows = new Map<string, Section[]>();
  const found: Found[] = [];
  const told = new Set<string>();
  for (const section of numbered) {
    const id = section.id.value;
    const above = id.slice(0, Math.max(0, id.lastIndexOf(".")));
    if (above !== "" && !ids.has(above) && !told.has(above)) {
      told.add(above);
      found.push({
        span: section.id.span,
        found: id,
        expected: above,
        fault: "parent",
        section,
        before: null,
      });
    }
    const row = rows.get(above);
    if (row === undefined) rows.set(above, [section]);
    else row.push(section);
  }
  for (const [above, row] of rows) {
    const last = row.map(({ id }) => Number(id.value.split(".").at(-1)));
    // Most of it is left out: only the sections that matter are in the plan.
    if (Math.max(...last.slice(0, 2000)) > 2 * row.length) continue;
    if (row.length < 3) continue;
    const start = last[0] === 0 ? 0 : 1;
    const at = last.findIndex((number, i) => number !== i + start);
    const section = row[at];
    if (at < 0 || section === undefined || isRepeat(last, at)) continue;
    const expected = `${above === "" ? "" : `${above}.`}${at + start}`;
    // Told above: what stands below it has no place.
    if (told.has(expected)) continue;
    const misplaced = row.find(({ id }) => id.value === expected);
    found.push({
      span: section.id.span,
      found: section.id.value,
      expected,
      fault: "row",
      section,
      before: misplaced?.id.span ?? row[at - 1]?.id.span ?? null,
    });
  }
  return found;
}

/** Two headings of one number are told by `reference/duplicate-id`. */
function isRepeat(numbers: readonly number[], at: number): boolean {
  return numbers[at] === numbers[at - 1];
}

const heading = new RegExp(
  `^\\s{0,4}[（(]?(第?(?:[${numeralClass}]{1,3}|\\d{1,2}))(?:[章节部分]{1,2}|[、．.）)])`,
  "u",
);

/** A cheap look before `heading`. */
const numberSign = /[章节部分、．.）)]/;

/** A heading with a number in its title. */
interface Numbered {
  readonly section: Section;
  readonly number: number;
  /** The number alone, as written: 三 of 第三章. */
  readonly bare: string;
  readonly shown: string;
  readonly span: Span;
}

function inTitles(plan: Plan): readonly Found[] {
  const rows = new Map<string | null, Numbered[]>();
  for (const section of plan.sections) {
    const title = section.title?.text ?? "";
    const [shown = "", figure = ""] = numberSign.test(title) ? (heading.exec(title) ?? []) : [];
    const bare = figure.replace("第", "");
    const number = /^\d+$/.test(bare) ? Number(bare) : chineseInteger(bare);
    if (shown === "" || number === null || section.title === null) continue;
    const row = rows.get(section.parent) ?? [];
    rows.set(section.parent, row);
    const span = partSpan(section.title.span, shown.trim());
    row.push({ section, number, bare, shown: shown.trim(), span });
  }
  return [...rows.values()].flatMap((row) => {
    const at = row.findIndex(({ number }, i) => i > 0 && number !== (row[i - 1]?.number ?? 0) + 1);
    const [one, before] = [row[at], row[at - 1]];
    if (one === undefined || before === undefined) return [];
    const expected = one.shown.replace(one.bare, inSameWay(one.bare, before.number + 1));
    return [
      {
        span: one.span,
        found: one.shown,
        expected,
        fault: "row" as const,
        section: one.section,
        before: before.span,
      },
    ];
  });
}

const digits = "零一二三四五六七八九";

function inSameWay(shown: string, number: number): string {
  if (/\d/.test(shown) || number > 99) return `${number}`;
  return number < 10
    ? digits.charAt(number)
    : `${number < 20 ? "" : digits.charAt(Math.floor(number / 10))}十${number % 10 === 0 ? "" : digits.charAt(number % 10)}`;
}

/** 一是 behind the beginning, a sign or a blank; (1), （1） and 1） anywhere. */
const points = [
  new RegExp(`(?<=^|[\\s，。；：:;])([${numeralClass}]{1,2})(?=是)`, "gu"),
  new RegExp(`(?<=^|[\\s，。；：:;])第([${numeralClass}]{1,2})(?=[，,、是])`, "gu"),
  /\b(first|second|third|fourth|fifth|sixth)(?:ly)?(?=,)/giu,
  /[（(](\d{1,2})[）)](?=\s?[\p{L}])/gu,
  new RegExp(`[（(]([${numeralClass}]{1,2})[）)]`, "gu"),
];
const longestText = 50_000;
/** Without a second point there is no row. */
const anyPoint = /二|[（(]\d|second/i;

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"];

function numberOf(figure: string): number | null {
  const ordinal = ordinals.indexOf(figure.toLowerCase()) + 1;
  if (ordinal > 0) return ordinal;
  return /^\d+$/.test(figure) ? Number(figure) : chineseInteger(figure);
}

/** The number in the manner of another: Fourth → Third, 四 → 三, 4 → 3. */
function nextLike(like: string, number: number): string {
  const ordinal = /^[a-z]/i.test(like) ? ordinals[number - 1] : undefined;
  if (ordinal === undefined) return inSameWay(like, number);
  return /^[A-Z]/.test(like) ? ordinal.charAt(0).toUpperCase() + ordinal.slice(1) : ordinal;
}

function inTexts(plan: Plan): readonly Found[] {
  return plan.sections.flatMap((section) => {
    if (section.text === null) return [];
    const { text, span } = section.text;
    if (!anyPoint.test(text)) return [];
    return points.flatMap((pattern): Found[] => {
      let last = 0;
      for (const match of text.slice(0, longestText).matchAll(pattern)) {
        const figure = match[1] ?? "";
        const number = numberOf(figure);
        if (number === null) continue;
        // A new row begins with 1; what begins with another number is no row.
        if (last > 0 && number !== 1 && number !== last + 1) {
          const shown = pattern === points[0] ? `${figure}是` : match[0];
          const expected = shown.replace(figure, nextLike(figure, last + 1));
          const place = partSpan(span, shown, match.index);
          return [{ span: place, found: shown, expected, fault: "row", section, before: null }];
        }
        if (last > 0 || number === 1) last = number;
      }
      return [];
    });
  });
}
