/**
 * One piece of work that is told in several places has one owner and one date.
 *
 * Looks at: milestones, deliverables, actions and entries of mechanisms (the items of a list, the lines of a task table)
 * with all but the same name (but for 开展, 完成 and 不少于80小时 before or behind it), and a milestone with the deliverable that
 * it names: who leads, and by when. A date within a wider one agrees with it. Entries of two mechanisms are `mechanism/two-lists`.
 * Reports: the later statement; related: the earlier one. A warning, for the names alone tell that they are one; a note for
 * a milestone and its deliverable, which one unit may make and another approve.
 * Source: DESIGN.md section 4 (an unexplained difference; an owner or date stated twice).
 */
import { labelOf, type ParameterMap, walkParameters, wordsAt } from "../../plan/parameters.ts";
import type { Action, Deliverable, Fact, Item, Mechanism, Milestone, Plan } from "../../plan/plan.ts";
import { chinese } from "../../text/chinese.ts";
import { areApart, compareValues, type FactStatement } from "../compare-statements.ts";
import { defineRule } from "../define-rule.ts";
import { nameKey } from "../near-names.ts";
import { kindsInChinese, kindsInEnglish } from "../words.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly field: "owner" | "date";
  readonly value: string;
  readonly other: string;
  readonly otherValue: string;
  readonly otherKind: string;
};

const fieldsInEnglish = { owner: "the owner", date: "the date" };
const fieldsInChinese = { owner: "责任主体", date: "完成时限" };

export const statementSameWork = defineRule<Args>({
  code: "statement/same-work",
  severity: "warning",
  named: ["other", "value", "otherValue"],
  text: {
    en: {
      title: "One piece of work, two statements",
      message: (a) =>
        `${a.id}: ${fieldsInEnglish[a.field]} of "${a.name}" is ${a.value} here, but ${a.otherValue} at the ${kindsInEnglish(a.otherKind)} ${a.other}`,
      why: "Whoever reads one place works to another date, or waits for another unit to act.",
      fix: "State the owner and the date once, or make both places agree; if they are two pieces of work, name them apart.",
    },
    zhHans: {
      title: "同一工作前后表述不一",
      message: (a) =>
        `“${a.name}”的${fieldsInChinese[a.field]}在此为“${a.value}”，在${kindsInChinese(a.otherKind)}“${a.other}”中为“${a.otherValue}”`,
      why: "两处各按各的时限、各找各的单位，工作就会落空。",
      fix: "统一两处的责任主体和时限；确为两项工作的，名称应体现区别。",
    },
  },
  check({ plan, report }) {
    const known = new Map<string, Work[]>();
    for (const work of worksOf(plan)) {
      const others = known.get(work.key) ?? [];
      known.set(work.key, others);
      const before = others.filter(({ item }) => item.kind !== work.item.kind);
      for (const field of ["owner", "date"] as const) {
        const found = before.flatMap((other) => differenceOf(field, work, other))[0];
        if (found === undefined) continue;
        const { own, other, by } = found;
        const args: Args = {
          id: work.id,
          name: work.name,
          field,
          value: own.shown,
          other: by.id,
          otherValue: other.shown,
          otherKind: by.item.kind,
        };
        const related = [{ span: other.is.span, note: { en: "stated there", zhHans: "另一处表述" } }];
        const isPair = work.key.startsWith(pairPrefix);
        report(own.is.span, args, { on: work.item, related, severity: isPair ? "info" : "warning" });
      }
      if (others.length < mostOfOne) others.push(work);
    }
  },
});

/** Keys of a milestone with the deliverable that it names. */
const pairPrefix = "deliverable ";
/** More works of one name are not held against each other. */
const mostOfOne = 20;

interface Work {
  readonly key: string;
  readonly item: Item;
  readonly id: string;
  readonly name: string;
  readonly owner: readonly FactStatement[];
  readonly date: readonly FactStatement[];
}

const noStatements: readonly FactStatement[] = [];
const dateFields = ["by", "due", "period"];

/** What a plan states of its items, by item and field; mechanisms state it of an entry under `list/entry/field`. */
type StatementsOf = (item: Item, fields: readonly string[], prefix?: string) => readonly FactStatement[];

function statementsOf(plan: Plan): StatementsOf {
  const byItem = new Map<Item, Map<string, Fact["statements"]>>();
  for (const { subject, name, statements: all } of plan.facts) {
    if (subject.kind === "indicator") continue;
    const own = byItem.get(subject) ?? new Map<string, Fact["statements"]>();
    byItem.set(subject, own.set(name, all));
  }
  return (item, fields, prefix = "") => {
    for (const field of fields) {
      const found = byItem.get(item)?.get(prefix + field);
      if (found !== undefined) return found;
    }
    return noStatements;
  };
}

function worksOf(plan: Plan): readonly Work[] {
  const said = statementsOf(plan);
  return [
    ...[...plan.deliverables, ...plan.milestones, ...plan.actions].flatMap((item) => {
      const key = keyOf(item.name?.text ?? null);
      return key === null ? [] : [workOf(item, key, said(item, ["owner"]), said(item, dateFields))];
    }),
    ...pairedWorks(plan, said),
    ...plan.mechanisms.flatMap((one) => (one.origin === "cited" ? [] : worksOfEntries(one, said))),
  ];
}

function workOf(
  item: Deliverable | Milestone | Action,
  key: string,
  owner: readonly FactStatement[],
  date: readonly FactStatement[],
): Work {
  return { key, item, id: item.id.value, name: item.name?.text ?? item.id.value, owner, date };
}

/** Deliverables and the milestones that name them. Their dates are held against what needs them by `time/used-before-exists`. */
function pairedWorks({ deliverables, milestones }: Plan, said: StatementsOf): readonly Work[] {
  const known = new Set(deliverables.map(({ id }) => id.value));
  const paired = (item: Deliverable | Milestone, id: string): Work =>
    workOf(item, pairPrefix + id, said(item, ["owner"]), noStatements);
  return [
    ...deliverables.map((one) => paired(one, one.id.value)),
    ...milestones.flatMap((one) =>
      one.deliverable !== null && known.has(one.deliverable.value)
        ? [paired(one, one.deliverable.value)]
        : [],
    ),
  ];
}

/** The entries of a mechanism's lists that have an owner or a date. */
function worksOfEntries(mechanism: Mechanism, said: StatementsOf): readonly Work[] {
  const works: Work[] = [];
  walkParameters(mechanism.parameters, (path, value) => {
    if (value.kind !== "list") return;
    for (const [i, entry] of value.entries.entries()) {
      const label = wordsAt(entry, "id")[0]?.value ?? labelOf(entry) ?? `${i + 1}`;
      const prefix = `${[...path, label].join("/")}/`;
      const key = keyOf(nameOfEntry(entry));
      const [owner, date] = [said(mechanism, ["owner"], prefix), said(mechanism, dateFields, prefix)];
      if (key === null || (owner.length === 0 && date.length === 0)) continue;
      const id = `${mechanism.id.value}/${label}`;
      works.push({ key, item: mechanism, id, name: nameOfEntry(entry) ?? label, owner, date });
    }
  });
  return works;
}

function keyOf(name: string | null): string | null {
  const key = name === null ? null : nameKey(workIn(name));
  return key === null ? null : `name ${key}`;
}

const deeds = "开展|推进|实施|完成|组织|建立|出台|印发|启动";
const deedBefore = new RegExp(`^(?:全面|扎实|深入)?(?:${deeds})(?=.{4})`, "u");
const deedBehind = new RegExp(`(?<=.{4})(?:${deeds})$`, "u");
const result = /(?<=.{4})(?:，|,|不少于|不低于|不超过|达到|达).{0,60}$/u;

/** The work that a Chinese name tells, without what is done to it and how far: 开展岗前培训, 岗前培训不少于80小时. */
function workIn(name: string): string {
  if (!chinese.test(name)) return name;
  return name.trim().replace(result, "").replace(deedBehind, "").replace(deedBefore, "");
}

function nameOfEntry(entry: ParameterMap): string | null {
  const name = entry.get("name");
  return name?.kind === "name" ? name.name.text : null;
}

interface Difference {
  readonly own: FactStatement;
  readonly other: FactStatement;
  readonly by: Work;
}

/** The first statement that agrees with none of the other's. */
function differenceOf(field: "owner" | "date", work: Work, by: Work): readonly Difference[] {
  if (by[field].length === 0) return [];
  return work[field].flatMap((own) => {
    const agrees = by[field].some(
      (other) => areApart(own, other) || compareValues(own, other) !== "conflict",
    );
    const [other] = by[field];
    return agrees || other === undefined ? [] : [{ own, other, by }];
  });
}
