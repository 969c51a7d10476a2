/** How many of one set each of another has, in the words of a sentence: 每个社区共建单位不少于3家. Shared by a rule; not a rule. */
import { entriesAt, type ParameterMap, quantitiesAt, wordsAt } from "../../plan/parameters.ts";
import type { Mechanism } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { wholeNumber } from "../../plan/whole-number.ts";
import { chinese } from "../../text/chinese.ts";
import type { OtherTerm } from "./other-terms.ts";

const number = "(\\d{1,3}|[一两二三四五六七八九十]{1,2})";
const many = new RegExp(
  `(不少于|不低于|至少|不超过|不多于|至多|最多)?(?:联系|结对|对接|帮扶|与|和)?${number}(?:个|名|家|所|位|支)(以上|以内)?`,
  "u",
);

/** What a sentence that names the kind of a link, or both of its sets, says otherwise. */
export function ofLink(sentence: string, item: Mechanism): readonly OtherTerm[] {
  const parts = [item.parameters, ...entriesAt(item.parameters, "links")];
  return parts.flatMap((part) => {
    const isSaid = (word: string): boolean => word.trim().length > 1 && sentence.includes(word.trim());
    const words = [...wordsAt(part, "kind").map(({ value }) => value), item.name?.text ?? ""];
    const sets = ["from-set", "to-set"].flatMap((key) => wordsAt(part, key).map(({ value }) => value));
    if (!words.some(isSaid) && !(sets.length === 2 && sets.every(isSaid))) return [];
    const found = (
      [
        ["from-set", "per-from"],
        ["to-set", "per-to"],
      ] as const
    ).flatMap(([set, per]) => pairsTold(sentence, item, part, set, per));
    // Where the plan has no words for its sets, it may mean either.
    return found.some((one) => one === null) ? [] : found.flatMap((one) => one ?? []).slice(-1);
  });
}

/** What is said of each of a set, where it is none of what is stated; null where it is what is stated. */
function pairsTold(
  sentence: string,
  item: Mechanism,
  part: ParameterMap,
  set: "from-set" | "to-set",
  per: "per-from" | "per-to",
): readonly (OtherTerm | null)[] {
  const name = wordsAt(part, set)[0]?.value.trim() ?? "";
  const stated = quantitiesAt(part, per).map(({ is }) => is);
  const [first] = stated;
  if (first === undefined) return [];
  const each = /每[个名家所位支]?/gu;
  for (const { index, 0: head } of sentence.matchAll(each)) {
    const from = index + head.length;
    const behind = sentence.slice(from, from + 40).split(/[，。；]/u)[0] ?? "";
    const isOf = chinese.test(name) ? behind.startsWith(name) : !/^[年月季周日次]/u.test(behind);
    const match = isOf ? many.exec(behind.slice(chinese.test(name) ? name.length : 0)) : null;
    if (match === null) continue;
    const said = match[0];
    if (stated.some(({ value }) => fits(match, value))) return [null];
    const at = from + behind.indexOf(said);
    return [
      { item, kind: "pairs", label: null, said, at, stated: first.value.text.trim(), span: first.span },
    ];
  }
  return [];
}

/** At least as many as are stated at least, at most as many at most; a plain number lies between. */
function fits([, bound = "", digits = "", behind = ""]: readonly string[], stated: Quantity): boolean {
  const told = wholeNumber(digits);
  if (told === null) return true;
  const { relation, value, upper } = stated;
  const least = relation === ">=" || upper !== null || relation === "=" || relation === null ? value : null;
  const most = relation === "<=" ? value : (upper ?? (relation === ">=" ? null : value));
  if (/^不少于|^不低于|^至少/u.test(bound) || behind === "以上") return least === null || least.eq(told);
  if (bound !== "" || behind === "以内") return most === null || most.eq(told);
  return (least === null || least.lte(told)) && (most === null || most.gte(told));
}
