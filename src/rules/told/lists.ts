/** How many items a sentence says a list has: 负面清单共8项, 8项负面清单, 基础类8项. Shared by a rule; not a rule. */
import { numeralClass } from "../../plan/chinese-number.ts";
import { countsAt, entriesAt, flagAt, labelOf, type ParameterMap } from "../../plan/parameters.ts";
import type { Mechanism, Plan } from "../../plan/plan.ts";
import { wholeNumber } from "../../plan/whole-number.ts";
import type { Span } from "../../text/source.ts";

/** A list of the plan under the words by which a text may call it. */
export interface CalledList {
  readonly mechanism: Mechanism;
  readonly forms: readonly string[];
  readonly items: readonly Span[];
  /** As many as it holds or announces. */
  readonly size: number;
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
    .filter(({ forms, size }) => forms.length > 0 && size > 0)
    .slice(0, mostLists);
}

function listOf(mechanism: Mechanism, map: ParameterMap, name: string): CalledList {
  const items = entriesAt(map, "items");
  const announced = map === mechanism.parameters ? mechanism.announced : countsAt(map, "announced");
  const [only, other] = announced;
  // 高频事项60项 is no count of a list that only announces one.
  const short = announced.length === 0 || items.length > 0 ? [name.replace(/清单$/u, "")] : [];
  const forms = /[\u4e00-\u9fff]{3}/u.test(name)
    ? [name, ...short, ofKind.exec(name)?.[0] ?? ""].filter((form) => form.length >= 3)
    : [];
  const shown = items.map(({ span }) => span);
  if (announced.length === 0 || shown.length > 0)
    return { mechanism, forms: [...new Set(forms)], items: shown, size: shown.length };
  // What announces more than it shows is told by its count elsewhere; what shows nothing, by what it announces.
  const isCounted = only !== undefined && other === undefined;
  const size = isCounted ? only.count.value : 0;
  return { mechanism, forms: [...new Set(forms)], items: isCounted ? [only.count.span] : [], size };
}

const number = `(\\d{1,3}|[${numeralClass}]{1,3})`;
const behind = new RegExp(
  `^["”》]?[（(]?(?:，[该此]?清单)?(?:中?共|共有|共计|共列|所?列|列明|列出|列示|有|为|含|包括|包含|明确|涵盖|收录|确定){0,2}(?:(?:共?列入|共?纳入|共?收录)[\\u4e00-\\u9fff]{0,4}?${number}[项条个处件门]|${number}[项条门])(?!以上|左右|等|目)`,
  "u",
);
const before = new RegExp(
  `(?<![第前首约近过多至少于增]|新增|其余)${number}[项条种](?:的)?["“《]?(?=([\\u4e00-\\u9fff]{2,16}?清单))`,
  "gu",
);

/** The counts of a sentence that are not those of the lists. */
export function listCountsIn(sentence: string, lists: readonly CalledList[]): readonly ListCount[] {
  if (lists.length === 0 || !/[项条种处件门]/.test(sentence)) return [];
  const single = [...countsAhead(sentence, lists), ...lists.flatMap((list) => countBehind(sentence, list))];
  const named = lists.filter(({ forms }) => forms.some((form) => sentence.includes(form)));
  return [
    ...single.filter(
      ({ list, at, words }) =>
        !isOfPart(
          sentence,
          list.forms.filter((form) => sentence.includes(form)).map((form) => sentence.indexOf(form)),
          list.mechanism.name?.text ?? "",
        ) && !(named.length === 1 && tellsSize(sentence, list.size, { at, end: at + words.length })),
    ),
    ...countsInTurn(sentence, lists),
  ];
}

const partBefore =
  /(?:(?:19|20)\d\d年度?|首批|第[一二三四五]批|当年|本年|今年|明年|年度)(?:(?![公印建制编前底起发])[\u4e00-\u9fff]){0,8}$/u;

/** 2026年更新改造项目清单, 首批负面清单: a part of the list, unless that is its name. */
export function isOfPart(sentence: string, places: readonly number[], name: string): boolean {
  return !/年|批/u.test(name) && places.some((at) => partBefore.test(sentence.slice(0, at)));
}

/** 全部56项: the whole is told beside it. */
export function tellsSize(
  sentence: string,
  size: number,
  { at, end }: { readonly at: number; readonly end: number },
): boolean {
  const whole = new RegExp(`(?<!\\d)${size}[项条种个件处]`, "u");
  return whole.test(sentence.slice(0, at)) || whole.test(sentence.slice(end));
}

const inTurn =
  /分别(?:列入|列明|列出|包括|包含|为|有|含|共)?[\u4e00-\u9fff]{0,4}?((?:\d{1,3}[项条个]、?){2,8})(?=[，。；]|$)/u;

/** 甲、乙、丙三张清单，分别列入事项80项、45项、30项. */
function countsInTurn(sentence: string, lists: readonly CalledList[]): readonly ListCount[] {
  const match = inTurn.exec(sentence);
  if (match === null) return [];
  const named = lists
    .map((list) => ({ list, at: sentence.indexOf(list.mechanism.name?.text.trim() || "？") }))
    .filter(({ at }) => at >= 0 && at < match.index)
    .sort((a, b) => a.at - b.at);
  const row = [...(match[1] ?? "").matchAll(/(\d{1,3})[项条个]/gu)];
  const from = match.index + match[0].length - (match[1] ?? "").length;
  if (named.length !== row.length) return [];
  return named.flatMap(({ list }, i) => {
    const [words = "", digits = ""] = row[i] ?? [];
    return words === "" || Number(digits) === list.size
      ? []
      : [{ list, words, at: from + (row[i]?.index ?? 0) }];
  });
}

/** 8项负面清单: by any end of its name that is that of no other list. */
function countsAhead(sentence: string, lists: readonly CalledList[]): readonly ListCount[] {
  if (!sentence.includes("清单")) return [];
  return [...sentence.matchAll(before)].flatMap(({ index: at, 0: told, 1: digits = "", 2: end = "" }) => {
    const meant = end.length < 4 ? [] : lists.filter(({ forms }) => forms.some((form) => form.endsWith(end)));
    const [list] = meant;
    const said = wholeNumber(digits);
    const isOther =
      list !== undefined && meant.length === 1 && said !== null && said > 1 && said !== list.size;
    return isOther ? [{ list, words: `${told}${end}`, at }] : [];
  });
}

function countBehind(sentence: string, list: CalledList): readonly ListCount[] {
  for (const form of list.forms) {
    for (let at = sentence.indexOf(form); at >= 0; at = sentence.indexOf(form, at + 1)) {
      const end = at + form.length;
      const match = behind.exec(sentence.slice(end, end + 20));
      if (match === null) continue;
      const said = wholeNumber(match[1] ?? match[2] ?? "");
      if (said === null || said === list.size || said < 2) continue;
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
