/** How many items a sentence says a list has: 负面清单共8项, 8项负面清单, 基础类8项. Shared by a rule; not a rule. */
import { numeralClass } from "../plan/chinese-number.ts";
import { countsAt, entriesAt, flagAt, labelOf, type ParameterMap } from "../plan/parameters.ts";
import type { Mechanism, Plan } from "../plan/plan.ts";
import { wholeNumber } from "../plan/whole-number.ts";
import type { Span } from "../text/source.ts";

/** A list of the plan under the words by which a text may call it. */
export interface CalledList {
  readonly mechanism: Mechanism;
  readonly forms: readonly string[];
  readonly items: readonly Span[];
}

/** A count of a list that has another number of items. */
export interface ListCount {
  readonly list: CalledList;
  readonly words: string;
  readonly at: number;
}

/** More lists are not looked for. */
const mostLists = 200;

const ofKind =
  /(?:负面|正面|权责|职责|责任|任务|项目|服务|问题|需求|资源|事项|内容|准入|禁止|免责|整改|风险|工作)清单$/u;

/** The closed lists of the plan with their items; words that two of them share are those of neither. */
export function calledLists({ mechanisms }: Plan): readonly CalledList[] {
  const lists = mechanisms
    .filter(({ type, origin, open }) => type.value === "list" && origin === "plan" && !open)
    .flatMap((mechanism): CalledList[] => {
      const { parameters, name } = mechanism;
      const parts = entriesAt(parameters, "lists").filter((part) => flagAt(part, "open") !== true);
      const own = listOf(mechanism, parameters, name?.text.trim() ?? "");
      return [own, ...parts.map((part) => listOf(mechanism, part, labelOf(part)?.trim() ?? ""))];
    });
  const many = new Map<string, number>();
  for (const { forms } of lists) for (const form of forms) many.set(form, (many.get(form) ?? 0) + 1);
  return lists
    .map((list) => ({ ...list, forms: list.forms.filter((form) => many.get(form) === 1) }))
    .filter(({ forms, items }) => forms.length > 0 && items.length > 0)
    .slice(0, mostLists);
}

function listOf(mechanism: Mechanism, map: ParameterMap, name: string): CalledList {
  const items = entriesAt(map, "items");
  const counts = items.length > 0 ? [] : countsAt(map, "announced");
  const forms = /[\u4e00-\u9fff]{3}/u.test(name)
    ? [name, name.replace(/清单$/u, ""), ofKind.exec(name)?.[0] ?? ""].filter((form) => form.length >= 3)
    : [];
  // What announces more than it shows is told by its count elsewhere.
  return {
    mechanism,
    forms: [...new Set(forms)],
    items: counts.length > 0 ? [] : items.map(({ span }) => span),
  };
}

const number = `(\\d{1,3}|[${numeralClass}]{1,3})`;
const behind = new RegExp(
  `^["”》]?[（(]?(?:中?共|共有|共计|共列|所?列|列明|列出|列示|有|为|含|包括|包含|明确|涵盖|收录|确定){0,2}${number}[项条](?!以上|左右|等|目)`,
  "u",
);
const before = new RegExp(
  `(?<![第前首约近过多至少于增]|新增|其余)${number}[项条种](?:的)?["“《]?(?=([\\u4e00-\\u9fff]{2,16}?清单))`,
  "gu",
);

/** The counts of a sentence that are not those of the lists. */
export function listCountsIn(sentence: string, lists: readonly CalledList[]): readonly ListCount[] {
  if (lists.length === 0 || !/[项条种]/.test(sentence)) return [];
  return [...countsAhead(sentence, lists), ...lists.flatMap((list) => countBehind(sentence, list))];
}

/** 8项负面清单: by any end of its name that is that of no other list. */
function countsAhead(sentence: string, lists: readonly CalledList[]): readonly ListCount[] {
  if (!sentence.includes("清单")) return [];
  return [...sentence.matchAll(before)].flatMap(({ index: at, 0: told, 1: digits = "", 2: end = "" }) => {
    const meant = end.length < 4 ? [] : lists.filter(({ forms }) => forms.some((form) => form.endsWith(end)));
    const [list] = meant;
    const said = wholeNumber(digits);
    const isOther =
      list !== undefined && meant.length === 1 && said !== null && said > 1 && said !== list.items.length;
    return isOther ? [{ list, words: `${told}${end}`, at }] : [];
  });
}

function countBehind(sentence: string, list: CalledList): readonly ListCount[] {
  for (const form of list.forms) {
    for (let at = sentence.indexOf(form); at >= 0; at = sentence.indexOf(form, at + 1)) {
      const end = at + form.length;
      const match = behind.exec(sentence.slice(end, end + 20));
      if (match === null) continue;
      const said = wholeNumber(match[1] ?? "");
      if (said === null || said === list.items.length || said < 2) continue;
      return [{ list, ...placeOf(sentence, at, end, match[0]) }];
    }
  }
  return [];
}

/** 共12项 stands for itself; 基础类8项 with the name. */
function placeOf(sentence: string, at: number, end: number, told: string) {
  if (/^[共列含包明涵收]/u.test(told)) return { words: told, at: end };
  return { words: sentence.slice(at, end) + told, at };
}
