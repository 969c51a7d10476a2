/**
 * One piece of work that is told in several places has one owner and one date.
 *
 * Looks at: milestones, deliverables, actions and entries of mechanisms (the items of a list, the lines of a task table)
 * with all but the same name, and a milestone with the deliverable that it names: who leads, and by when. A date within a
 * wider one agrees with it. Entries of two mechanisms are `mechanism/two-lists`.
 * Reports: the later statement; related: the earlier one. A warning, for the names alone tell that they are one; a note for
 * a milestone and its deliverable, which one unit may make and another approve.
 * Source: DESIGN.md section 4 (an unexplained difference; an owner or date stated twice).
 */
import type { Given } from "../../plan/given.ts";
import { labelOf, type ParameterMap, walkParameters, wordsAt } from "../../plan/parameters.ts";
import type { Fact, Item, Plan } from "../../plan/plan.ts";
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

function worksOf(plan: Plan): readonly Work[] {
  const statements = new Map<Item, Map<string, Fact["statements"]>>();
  for (const { subject, name, statements: all } of plan.facts) {
    if (subject.kind === "indicator") continue;
    const own = statements.get(subject) ?? new Map<string, Fact["statements"]>();
    statements.set(subject, own.set(name, all));
  }
  const said = (item: Item, fields: readonly string[], prefix = ""): readonly FactStatement[] => {
    for (const field of fields) {
      const found = statements.get(item)?.get(prefix + field);
      if (found !== undefined) return found;
    }
    return noStatements;
  };
  const works: Work[] = [];
  const keyOfDeliverable = new Map<string, string>();
  const add = (item: Item, id: Given<string>, name: string | null, key = keyOf(name)): void => {
    if (name === null || key === null) return;
    works.push({ key, item, id: id.value, name, owner: said(item, ["owner"]), date: said(item, dateFields) });
  };
  for (const deliverable of plan.deliverables) {
    const key = `${pairPrefix}${deliverable.id.value}`;
    keyOfDeliverable.set(deliverable.id.value, key);
    // Its date is held against what needs it by `time/used-before-exists`.
    add(deliverable, deliverable.id, deliverable.name?.text ?? null);
    works.push({
      key,
      item: deliverable,
      id: deliverable.id.value,
      name: deliverable.name?.text ?? deliverable.id.value,
      owner: said(deliverable, ["owner"]),
      date: noStatements,
    });
  }
  for (const milestone of plan.milestones) {
    const { id, name, deliverable } = milestone;
    add(milestone, id, name?.text ?? null);
    const key = deliverable === null ? undefined : keyOfDeliverable.get(deliverable.value);
    if (key === undefined) continue;
    const owner = said(milestone, ["owner"]);
    works.push({
      key,
      item: milestone,
      id: id.value,
      name: name?.text ?? id.value,
      owner,
      date: noStatements,
    });
  }
  for (const action of plan.actions) add(action, action.id, action.name?.text ?? null);
  for (const mechanism of plan.mechanisms) {
    if (mechanism.origin === "cited") continue;
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
  }
  return works;
}

function keyOf(name: string | null): string | null {
  const key = name === null ? null : nameKey(name);
  return key === null ? null : `name ${key}`;
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
