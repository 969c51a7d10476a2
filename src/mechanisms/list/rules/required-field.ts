/**
 * Every item of a list must state what the list demands of it.
 *
 * Looks at: `required` of a list against its items, also those of its lists. Fields are named by their key or by the words
 * that plans use for them; other words (措施, reason …) have no key and are not held against the items. The owner of a list
 * below answers for its items too. A list without items is told by `mechanism/incomplete`.
 * Reports: the first item that lacks something, once a list; related: the demand, then further items (at most ten).
 * Source: FORMAT.md section 7 (list), DESIGN.md section 4 (an incomplete mechanism).
 */
import type { RelatedPlace } from "../../../diagnostics/diagnostic.ts";
import { entriesAt, type ParameterMap, wordsAt } from "../../../plan/parameters.ts";
import type { Mechanism } from "../../../plan/plan.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { joinList, listInEnglish, quotedList } from "../../../rules/words.ts";
import { entryName, ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly item: string;
  readonly fields: string;
  readonly more: number;
};

/** Most further items that are shown. */
const mostListed = 10;

const fieldWords: ReadonlyMap<string, string> = new Map<string, string>([
  ...["name", "名称", "事项", "事项名称", "问题"].map((w): [string, string] => [w, "name"]),
  ...["owner", "责任主体", "责任单位", "责任部门", "责任人", "牵头单位"].map((w): [string, string] => [
    w,
    "owner",
  ]),
  ...["due", "deadline", "完成时限", "时限", "期限", "完成时间", "整改时限"].map((w): [string, string] => [
    w,
    "due",
  ]),
  ...["deliverable", "成果", "成果形式"].map((w): [string, string] => [w, "deliverable"]),
  ["section", "section"],
  ["id", "id"],
]);

export const listRequiredField = defineRule<Args>({
  code: "list/required-field",
  severity: "warning",
  text: {
    en: {
      title: "Item without a required field",
      message: (a) =>
        `${a.id}: "${a.item}" lacks ${listInEnglish(a.fields)}, which the list demands of every item${a.more === 0 ? "" : ` (and ${a.more} more)`}`,
      why: "An item without what the list itself demands cannot be followed up.",
      fix: "State the field in the item, or take it out of `required`.",
    },
    zhHans: {
      title: "清单事项缺少必填要素",
      message: (a) =>
        `清单“${a.name}”要求逐项写明${quotedList(a.fields)}，“${a.item}”未写明${a.more === 0 ? "" : `（另有 ${a.more} 项）`}`,
      why: "清单自身规定的要素不全，事项难以督办落实。",
      fix: "在事项中补全该要素，或从 `required` 中删去。",
    },
  },
  check({ plan, report }) {
    for (const list of ofType(plan, "list")) {
      const required = wordsAt(list.parameters, "required");
      const [first, ...others] = itemsOf(list).flatMap((item) =>
        lacking(
          item,
          required.map(({ value }) => value),
        ),
      );
      const [demand] = required;
      if (first === undefined || demand === undefined) continue;
      const args = {
        id: list.id.value,
        name: nameOf(list),
        item: first.name,
        fields: first.fields,
        more: others.length,
      };
      const related: RelatedPlace[] = [
        { span: demand.span, note: { en: "demanded here", zhHans: "此处要求写明" } },
        ...others.slice(0, mostListed).map(({ span, fields }) => ({
          span,
          note: { en: `lacks ${listInEnglish(fields)}`, zhHans: `未写明${quotedList(fields)}` },
        })),
      ];
      report(first.span, args, { on: list, related });
    }
  },
});

interface Item {
  readonly map: ParameterMap;
  readonly name: string;
  /** Keys stated for all items of its list. */
  readonly common: ReadonlySet<string>;
}

function itemsOf({ parameters }: Mechanism): readonly Item[] {
  const lists = [parameters, ...entriesAt(parameters, "lists")];
  return lists.flatMap((list) => {
    const common = new Set(list !== parameters && list.get("owner") !== undefined ? ["owner"] : []);
    return entriesAt(list, "items").map((map, i) => ({ map, name: entryName(map, i), common }));
  });
}

/** An item with the fields that it lacks, in the words of the demand; nothing for one that has all. */
function lacking({ map, name, common }: Item, required: readonly string[]) {
  const missing = required.filter((word) => {
    const key = fieldWords.get(word.trim().toLowerCase());
    if (key === undefined || common.has(key)) return false;
    return key === "section" ? map.section === null : map.get(key) === undefined;
  });
  return missing.length === 0 ? [] : [{ span: map.span, name, fields: joinList(missing) }];
}
