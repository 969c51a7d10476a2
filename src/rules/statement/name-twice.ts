/**
 * Two items of one kind do not have the very same name.
 *
 * Looks at: actors, entities, sources, problems, dimensions, objectives, phases, milestones, deliverables, actions, risks and
 * resources; width, case and blanks aside. What recurs is told apart by its date, what is a part by what it is a part of:
 * milestones of other phases, sources of another scope, sources of other dates, and milestones and deliverables (of one kind) of other dates
 * that are called after what recurs (年度报告, review), actions that do not overlap or serve other objectives, entities below
 * others, actors of other levels, resources of other times. Indicators are `statement/same-name`, mechanisms `mechanism/same-name`.
 * Reports: the later name; related: the earlier one. A warning: one of the two may be a slip, or an item told twice.
 * Source: DESIGN.md section 4 (near-identical names; an unexplained difference).
 */
import type { Given, Statements } from "../../plan/given.ts";
import type { Item, ItemKind, Name, Plan } from "../../plan/plan.ts";
import type { When } from "../../plan/time.ts";
import { defineRule } from "../define-rule.ts";
import { plainName } from "../near-names.ts";
import { firstDated, lastDay, statedPeriod } from "../times-of.ts";
import { kindsInChinese, kindsInEnglish } from "../words.ts";

type Args = {
  readonly id: string;
  readonly kind: ItemKind;
  readonly name: string;
};

export const statementNameTwice = defineRule<Args>({
  code: "statement/name-twice",
  severity: "warning",
  text: {
    en: {
      title: "Two items with one name",
      message: (a) => `${a.id}: another ${kindsInEnglish(a.kind)} is called "${a.name}" as well`,
      why: "Under one name readers take two for one, and nobody can tell which is meant where it is cited.",
      fix: "Name them so that the difference shows; if they are one, keep one and correct what refers to the other.",
    },
    zhHans: {
      title: "名称重复",
      message: (a) => `两项${kindsInChinese(a.kind)}名称同为“${a.name}”`,
      why: "名称相同即被视为同一事项，正文引用时无法分清所指。",
      fix: "名称应体现区别；确为同一事项的，只保留一项，并更正对另一项的引用。",
    },
  },
  check({ plan, report }) {
    for (const items of listsOf(plan)) {
      const known = new Map<string, Called[]>();
      for (const item of items) {
        if (item.name === null) continue;
        const key = plainName(item.name.text);
        const others = known.get(key);
        if (others === undefined) known.set(key, [item]);
        const other = others?.find((one) => areOne(one, item));
        if (others !== undefined && others.length < mostAlike) others.push(item);
        if (other?.name === undefined || other.name === null) continue;
        const { id, kind } = item.item;
        const args = { id: id.value, kind, name: item.name.text };
        const related = [{ span: other.name.span, note: { en: "the same name", zhHans: "同名事项" } }];
        report(item.name.span, args, { on: item.item, related });
      }
    }
  },
});

/** Items of one name that later ones are held against. */
const mostAlike = 20;

interface Called {
  readonly item: Item;
  readonly name: Name | null;
  /** What tells apart items of one name. */
  readonly apart: string;
  /** What it is, where that makes two of one name a slip whatever their dates. */
  readonly kind?: string | undefined;
  /** The days that it takes; null where it is told apart by none. */
  readonly days?: { readonly start: number; readonly end: number } | null | undefined;
}

function areOne(a: Called, b: Called): boolean {
  // What one item takes over from another (`<<`) is written once.
  const isOneText = a.name?.span.start === b.name?.span.start && a.name?.span.file === b.name?.span.file;
  if (isOneText || a.item.id.value === b.item.id.value || a.apart !== b.apart) return false;
  if (a.kind !== b.kind) return true;
  return !a.days || !b.days || (a.days.start <= b.days.end && b.days.start <= a.days.end);
}

function listsOf(plan: Plan): readonly (readonly Called[])[] {
  return [
    plan.actors.map((item) => ({ item, name: item.name, apart: wordOf(item.level) })),
    plan.entities.map((item) => ({ item, name: item.name, apart: wordOf(item.parent) })),
    plan.sources.map((item) => ({
      item,
      name: item.title,
      apart: `${dayOf(item.date)}\u0000${wordOf(item.scope)}`,
    })),
    plan.problems.map((item) => ({ item, name: item.statement, apart: "" })),
    plan.dimensions.map((item) => ({ item, name: item.name, apart: "" })),
    plan.objectives.map((item) => ({ item, name: item.statement, apart: "" })),
    plan.phases.map((item) => ({ item, name: item.name, apart: "" })),
    plan.milestones.map((item) => ({
      item,
      name: item.name,
      apart: wordOf(item.phase),
      days: recurs(item.name) ? daysOf(item.by) : null,
    })),
    plan.deliverables.map((item) => ({
      item,
      name: item.name,
      apart: "",
      days: recurs(item.name) ? daysOf(item.due) : null,
      kind: item.kindOf?.value,
    })),
    plan.actions.map((item) => ({
      item,
      name: item.name,
      apart: `${wordOf(item.parent)}\u0000${wordOf(item.objective)}`,
      days: daysOf(item.period, "whole"),
    })),
    plan.risks.map((item) => ({ item, name: item.name, apart: "" })),
    plan.resources.map((item) => ({
      item,
      name: item.name,
      apart: item.amount.map(({ during }) => during?.value ?? "").join(),
    })),
  ];
}

const recurring =
  /[年季月周届批期轮次]|报告|总结|简报|通报|名单|计划|评估|评价|考核|检查|督查|会|培训|调查|\b(?:annual|yearly|quarterly|monthly|interim|reports?|reviews?|plans?|evaluations?|inspections?|meetings?|training|surveys?|lists?|round|batch|cohort|update|audit|publish\w*|release|newsletters?|bulletins?|editions?)\b/iu;

/** A mid-term or final evaluation is held once. */
const once = /中期|期中|终期|期末|总结|\bmid-?term\b|\bhalf-?way\b|\bfinal\b/iu;

/** What is done again and again is told apart by its date; a rule is issued, a house opened once. */
function recurs(name: Name | null): boolean {
  return name === null || (recurring.test(name.text) && !once.test(name.text));
}

function wordOf(given: Given<string> | null): string {
  return given?.value ?? "";
}

function dayOf(when: Given<When> | null): string {
  return String(lastDay(when) ?? "");
}

function daysOf(times: Statements<When>, how: "whole" | "last" = "last"): Called["days"] {
  const when = firstDated(times);
  const end = lastDay(when);
  if (end === null) return null;
  return { start: how === "last" ? end : (statedPeriod(when)?.start ?? end), end };
}
