/**
 * A scheme that is told twice has one set of figures.
 *
 * Looks at: mechanisms of the plan of one type with all but the same name: every value that both state under the same key
 * (cap, award, share of a line, time limit of a level, rhythm). Steps (levels, stages) are numbered, not named, so they are held
 * against each other only where both tell the same steps. Lists and norms have rules of their own.
 * Reports: the later value; related: the earlier. A warning, for the names alone tell that they are one; a note where both
 * values can hold.
 * Source: DESIGN.md section 4 (a cap, rhythm or share stated twice; near-identical names).
 */
import type { Fact, Item, Mechanism } from "../../plan/plan.ts";
import { areApart, compareValues } from "../compare-statements.ts";
import { defineRule } from "../define-rule.ts";
import { pathWithNames } from "../entry-names.ts";
import { nameOf } from "../name-of.ts";
import { bracketsOf, nameKey } from "../near-names.ts";
import { fieldInChinese, fieldInEnglish } from "../words.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly other: string;
  readonly otherName: string;
  readonly field: string;
  readonly value: string;
  readonly otherValue: string;
};

export const mechanismTwoSchemes = defineRule<Args>({
  code: "mechanism/two-schemes",
  severity: "warning",
  text: {
    en: {
      title: "One scheme, two values",
      message: (a) =>
        `${a.id}: ${fieldInEnglish(a.field)} is ${a.value}, but ${a.otherValue} at ${a.other}, by its name the same scheme`,
      why: "Two values of one scheme leave open which of them is applied.",
      fix: "State the scheme once, with all its statements and sections; if they are two, name them apart.",
    },
    zhHans: {
      title: "同一机制两处数值不一",
      message: (a) =>
        `“${a.name}”的${fieldInChinese(a.field)}为“${a.value}”，${a.name === a.otherName ? "另一处同名机制" : `与其同名或近似的“${a.otherName}”`}为“${a.otherValue}”`,
      why: "同一机制两个数值，执行时以哪一个为准不明。",
      fix: "合并为一项，各处表述列在一起并注明章节；确为两项的，名称应体现区别。",
    },
  },
  check({ plan, report }) {
    const known = new Map<string, Mechanism[]>();
    let facts: ReadonlyMap<Item, readonly Fact[]> | null = null;
    for (const mechanism of plan.mechanisms) {
      const key = keyOf(mechanism);
      if (key === null) continue;
      const others = known.get(key);
      if (others === undefined) {
        known.set(key, [mechanism]);
        continue;
      }
      facts ??= factsByItem(plan.facts);
      for (const other of others.filter((one) => mayBeOne(one, mechanism))) {
        for (const { own, before, field } of differences(facts, mechanism, other)) {
          const args: Args = {
            id: mechanism.id.value,
            name: nameOf(mechanism),
            other: other.id.value,
            otherName: nameOf(other),
            field,
            value: own.shown,
            otherValue: before.shown,
          };
          const related = [{ span: before.is.span, note: { en: "the other value", zhHans: "另一处数值" } }];
          const severity = compareValues(own, before) === "maybe" ? "info" : "warning";
          const inChinese = { field: pathWithNames(mechanism, field) };
          report(own.is.span, args, { on: mechanism, related, severity, inChinese });
        }
      }
      if (others.length < mostOfOne) others.push(mechanism);
    }
  },
});

/** More mechanisms of one name are not held against each other. */
const mostOfOne = 20;
const toldElsewhere: ReadonlySet<string> = new Set(["list", "norm", "review"]);

function keyOf({ type, name, origin, during }: Mechanism): string | null {
  if (origin !== "plan" || during !== null || name === null || toldElsewhere.has(type.value)) return null;
  const key = nameKey(name.text);
  return key === null ? null : `${type.value} ${key}`;
}

function mayBeOne(a: Mechanism, b: Mechanism): boolean {
  const [inA, inB] = [bracketsOf(nameOf(a)), bracketsOf(nameOf(b))];
  return inA === "" || inB === "" || inA === inB;
}

function factsByItem(facts: readonly Fact[]): ReadonlyMap<Item, readonly Fact[]> {
  const byItem = new Map<Item, Fact[]>();
  for (const fact of facts) {
    const own = byItem.get(fact.subject);
    if (own === undefined) byItem.set(fact.subject, [fact]);
    else own.push(fact);
  }
  return byItem;
}

function differences(facts: ReadonlyMap<Item, readonly Fact[]>, mechanism: Mechanism, other: Mechanism) {
  const others = new Map((facts.get(other) ?? []).map((fact) => [fact.name, fact] as const));
  const own = facts.get(mechanism) ?? [];
  const differ = stepsOf(own) !== stepsOf([...others.values()]);
  return own.flatMap(({ name, statements }) => {
    // Two rhythms are `mechanism/cadence-conflict`.
    const isNone = name === "cadence" || (differ && isStep(name));
    const before = isNone ? [] : (others.get(name)?.statements ?? []);
    const [first] = before;
    const odd = statements.find((stated) =>
      before.every(
        (one) => !areApart(stated, one) && ["conflict", "maybe"].includes(compareValues(stated, one)),
      ),
    );
    return first === undefined || odd === undefined ? [] : [{ own: odd, before: first, field: name }];
  });
}

/** `l1` of one way with two levels is not the `l1` of another that has one. */
function isStep(name: string): boolean {
  return name.startsWith("levels/") || name.startsWith("stages/");
}

function stepsOf(facts: readonly Fact[]): string {
  const ids = facts.flatMap(({ name }) => (isStep(name) ? [name.split("/").slice(0, 2).join("/")] : []));
  return [...new Set(ids)].sort().join("\n");
}
