/**
 * No item may depend on itself, directly or through others.
 *
 * Looks at: `needs` of actions, milestones and mechanisms; `part-of` and `same-as` of indicators; `parent` of actions
 * and entities. Each relation is followed on its own.
 * Reports: one finding per circle at its earliest mention in the file; related: the other mentions.
 * Source: FORMAT.md section 5; STYLE-MODELS section 6 (circles are printed from their earliest position).
 */
import type { Given } from "../../plan/given.ts";
import type { Item, ItemKind, Plan } from "../../plan/plan.ts";
import { sharedIdKinds } from "../../plan/plan-index.ts";
import { defineRule } from "../define-rule.ts";
import { wordsFor } from "../name-of.ts";

type Args = { readonly path: string; readonly field: string };

/** A mention of `to` by `item`. */
interface Step {
  readonly item: Item;
  readonly name: Given<string>;
  readonly to: Item;
}

export const referenceCycle = defineRule<Args>({
  code: "reference/cycle",
  severity: "error",
  text: {
    en: {
      title: "Circular reference",
      message: (a) => `\`${a.field}\` leads back to its start: ${a.path}`,
      why: "An item that waits for itself never begins, and a whole that is part of itself cannot be added up.",
      fix: "Take out the one reference of the circle that is not meant.",
    },
    zhHans: {
      title: "循环引用",
      message: (a) => `\`${a.field}\` 首尾相接成环：“${a.path}”`,
      why: "以自身为前提的事项无法启动，以自身为组成部分的总量无法汇总。",
      fix: "删去环中不成立的一处引用。",
    },
  },
  check({ plan, index, report }) {
    for (const { field, kinds, mentions } of relations(plan)) {
      const steps = new Map<Item, Step[]>();
      for (const [item, names] of mentions) {
        const found = names.flatMap((name) => {
          const to = index.findAny(kinds, name.value);
          return to === undefined ? [] : [{ item, name, to }];
        });
        if (found.length > 0) steps.set(item, found);
      }
      for (const circle of circlesOf(steps)) {
        const [first, ...others] = circle;
        if (first === undefined) continue;
        const items = [...circle.map((step) => step.item), first.item];
        const path = items.map((item) => item.id.value).join(" → ");
        const inChinese = { path: items.map(wordsFor).join(" → ") };
        const related = others.map((step) => ({
          span: step.name.span,
          note: { en: `${step.item.id.value} names it`, zhHans: `“${wordsFor(step.item)}”引用此项` },
        }));
        report(first.name.span, { path, field }, { on: first.item, related, inChinese });
      }
    }
  },
});

interface Relation {
  readonly field: string;
  readonly kinds: readonly ItemKind[];
  readonly mentions: readonly (readonly [Item, readonly Given<string>[]])[];
}

function relations(plan: Plan): Relation[] {
  const one = (name: Given<string> | null): readonly Given<string>[] => (name === null ? [] : [name]);
  return [
    {
      field: "needs",
      kinds: [...sharedIdKinds, "mechanism"],
      mentions: [...plan.actions, ...plan.milestones, ...plan.mechanisms].map((item) => [item, item.needs]),
    },
    { field: "parent", kinds: ["action"], mentions: plan.actions.map((item) => [item, one(item.parent)]) },
    { field: "parent", kinds: ["entity"], mentions: plan.entities.map((item) => [item, one(item.parent)]) },
    {
      field: "part-of",
      kinds: ["indicator"],
      mentions: plan.indicators.map((item) => [item, one(item.partOf)]),
    },
    {
      field: "same-as",
      kinds: ["indicator"],
      mentions: plan.indicators.map((item) => [item, one(item.sameAs)]),
    },
  ];
}

/**
 * Circles found by a depth-first walk without recursion (a chain may be long): each edge that closes a circle gives
 * one, turned so that its earliest mention stands first.
 */
/** Steps of all circles that are kept: where everything needs everything there are more circles than items. */
const mostSteps = 200_000;

function circlesOf(steps: ReadonlyMap<Item, readonly Step[]>): Step[][] {
  const circles: Step[][] = [];
  let kept = 0;
  const finished = new Set<Item>();
  for (const start of steps.keys()) {
    if (finished.has(start)) continue;
    const path: Step[] = [];
    const depthOf = new Map<Item, number>([[start, 0]]);
    const stack = [{ item: start, next: 0 }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      if (top === undefined) break;
      const step = steps.get(top.item)?.[top.next++];
      if (step === undefined) {
        finished.add(top.item);
        depthOf.delete(top.item);
        stack.pop();
        path.pop();
        continue;
      }
      const depth = depthOf.get(step.to);
      if (depth !== undefined) {
        const circle = fromEarliest([...path.slice(depth), step]);
        circles.push(circle);
        kept += circle.length;
        if (kept > mostSteps) return circles;
      } else if (!finished.has(step.to)) {
        path.push(step);
        depthOf.set(step.to, stack.length);
        stack.push({ item: step.to, next: 0 });
      }
    }
  }
  return circles;
}

function fromEarliest(circle: Step[]): Step[] {
  let earliest = 0;
  for (const [i, step] of circle.entries()) {
    if (step.name.span.start < (circle[earliest]?.name.span.start ?? 0)) earliest = i;
  }
  return [...circle.slice(earliest), ...circle.slice(0, earliest)];
}
