/**
 * Two lists of one kind are one list, or say how they differ.
 *
 * Looks at: how many entries the lists of a plan announce (`announced` of type `list` and of its `lists`), and figures that count entries (项,
 * 条, 类, 种), in different mechanisms; and indicators that are such a count by name (禁止事项项数). Names are of one kind when nothing but words for an entry (事项, 行为, items)
 * sets them apart. Equal counts are left alone.
 * Reports: the later count; related: the earlier. A note: they may be two lists.
 * Source: DESIGN.md section 4 (near-identical names for one quantity; an announced count that differs).
 */
import { formatDecimal } from "../../plan/decimal.ts";
import { countsAt, entriesAt, labelOf } from "../../plan/parameters.ts";
import type { Announcement, Indicator, Mechanism } from "../../plan/plan.ts";
import { isCount } from "../../plan/units.ts";
import { chinese } from "../../text/chinese.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { nameKey } from "../near-names.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  /** Name of the list; empty for an indicator, which is the count itself. */
  readonly list: string;
  readonly count: string;
  readonly other: string;
  readonly otherName: string;
  readonly otherList: string;
  readonly otherCount: string;
};

export const mechanismTwoLists = defineRule<Args>({
  code: "mechanism/two-lists",
  severity: "info",
  text: {
    en: {
      title: "Two lists that may be one",
      message: (a) =>
        `${a.id} counts ${a.count}${a.list === "" ? "" : ` ${a.list}`}, and ${a.other} ${a.otherCount}${a.otherList === "" ? "" : ` ${a.otherList}`}: they may be one list`,
      why: "Of two lists of one thing nobody knows which to keep to.",
      fix: "Ask whether they are one; then keep one count, or name the two so that the difference shows.",
    },
    zhHans: {
      title: "两份清单疑为同一清单",
      message: (a) =>
        `“${a.name}”${a.list === "" ? "" : `的“${a.list}”`}为 ${a.count} 项，“${a.otherName}”${a.otherList === "" ? "" : `的“${a.otherList}”`}为 ${a.otherCount} 项，二者可能是同一清单`,
      why: "同一事项有两份清单、两个项数，执行时以哪一份为准无从判断。",
      fix: "核实是否为同一清单；是的，统一项数；不是的，名称应体现区别。",
    },
  },
  check({ plan, report }) {
    const known = new Map<string, List[]>();
    const holders = [
      ...plan.mechanisms
        .filter(({ origin }) => origin !== "cited")
        .map((one) => [one, listsOf(one)] as const),
      ...plan.indicators.map((one) => [one, countOfEntries(one)] as const),
    ];
    for (const [holder, lists] of holders) {
      for (const list of lists) {
        const key = kindKey(list.name);
        if (key === null) continue;
        const others = known.get(key);
        if (others === undefined) {
          known.set(key, [list]);
          continue;
        }
        const other = others.find((one) => mayBeOne(one, list));
        if (others.length < mostOfOneKind) others.push(list);
        if (other === undefined) continue;
        const related = [{ span: other.span, note: { en: "the other list", zhHans: "另一份清单" } }];
        report(list.span, argsOf(list, other), { on: holder, related });
      }
    }
  },
});

/** Figures of one name are told by `statement/same-figure`. */
function mayBeOne(a: List, b: List): boolean {
  if (a.holder === b.holder || a.count === b.count) return false;
  return !(a.isFigure && b.isFigure && nameKey(a.name) !== null && nameKey(a.name) === nameKey(b.name));
}

/** More lists of one kind are not held against each other. */
const mostOfOneKind = 50;

interface List {
  readonly holder: Mechanism | Indicator;
  readonly name: string;
  readonly count: number;
  readonly shown: string;
  readonly span: Span;
  readonly isFigure: boolean;
}

function argsOf(list: List, other: List): Args {
  return {
    id: list.holder.id.value,
    name: nameOf(list.holder),
    list: list.holder.kind === "indicator" ? "" : list.name,
    count: list.shown,
    other: other.holder.id.value,
    otherName: nameOf(other.holder),
    otherList: other.holder.kind === "indicator" ? "" : other.name,
    otherCount: other.shown,
  };
}

function listsOf(mechanism: Mechanism): readonly List[] {
  const { type, announced, figures } = mechanism;
  const own = type.value === "list" ? announced : [];
  const partial = type.value === "list" ? entriesAt(mechanism.parameters, "lists") : [];
  return [
    ...own.map((one) => announcedList(mechanism, one, nameOf(mechanism))),
    ...partial.flatMap((list) =>
      countsAt(list, "announced").map((one) =>
        announcedList(mechanism, one, labelOf(list) ?? nameOf(mechanism)),
      ),
    ),
    ...figures.flatMap((figure) =>
      figure.values.flatMap(({ is }): List[] => {
        const { value } = is;
        if (!entryCount.test(value.text) || value.upper !== null) return [];
        const count = value.value.toNumber();
        return [
          {
            holder: mechanism,
            name: nameOf(figure),
            count,
            shown: formatDecimal(value.value),
            span: is.span,
            isFigure: true,
          },
        ];
      }),
    ),
  ];
}

const namesCount = /[项条类种]数(?:量|目)?(?:[（(][^（）()]{1,30}[）)])?$/u;

/** A length of a list that stands as an indicator by its name: 禁止事项项数. */
function countOfEntries(indicator: Indicator): readonly List[] {
  if (indicator.name === null || indicator.sameAs !== null || indicator.partOf !== null) return [];
  const [target, ...others] = indicator.targets;
  const value = target?.quantity ?? null;
  if (target === undefined || value === null || others.length > 0 || !namesCount.test(indicator.name.text))
    return [];
  const { value: count, upper, unit } = value.value;
  if (
    (target.kind !== "reach" && target.kind !== "hold") ||
    upper !== null ||
    !isCount(unit?.dimension ?? "count")
  )
    return [];
  return [
    {
      holder: indicator,
      name: indicator.name.text,
      count: count.toNumber(),
      shown: formatDecimal(count),
      span: value.span,
      isFigure: true,
    },
  ];
}

/** A list by the count that is announced of it; `name` is its name where the count does not say of what it is. */
function announcedList(
  mechanism: Mechanism,
  { of, count }: Pick<Announcement, "of" | "count">,
  name: string,
): List {
  return {
    holder: mechanism,
    name: of.origin === "assumed" ? name : of.value,
    count: count.value,
    shown: `${count.value}`,
    span: count.span,
    isFigure: false,
  };
}

/** A plain count of entries: `8项`, `12类`. */
const entryCount = /^\d{1,6}\s?[项条类种]$/u;

const brackets = /[（(][^（）()]{0,60}[）)]/g;
const chineseWords = /事项|行为|项目|内容|条目|条款|情形|清单|列明|数量|[项条类种]数|的|数$/g;
const englishWords = new Set(
  "item matter behaviour behavior act entry clause list number count category kind thing point of the in".split(
    " ",
  ),
);

/** What is left of a name without the words for an entry; null where that is too little to tell a kind by. */
function kindKey(name: string): string | null {
  const plain = name.normalize("NFKC").toLowerCase().replace(brackets, "");
  if (chinese.test(plain)) {
    const key = plain.replace(chineseWords, "").replace(/\s+/g, "");
    return key.length < 2 ? null : key;
  }
  const words = plain.split(/[^a-z0-9]+/).map((word) => word.replace(/(?<=\w{3})(?:s|ies)$/, ""));
  const left = words.filter(
    (word) => word !== "" && !englishWords.has(word) && !englishWords.has(`${word}y`),
  );
  const key = left.sort().join(" ");
  return key.length < 4 ? null : key;
}
