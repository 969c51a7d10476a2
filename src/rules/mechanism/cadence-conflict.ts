/**
 * One review must not have two rhythms.
 *
 * Looks at: mechanisms of one type and one name, set up by the plan, each with a rhythm of its own; different `during`
 * sets them apart. Two rhythms stated for one mechanism are `statement/conflict`.
 * Reports: the later rhythm; related: the earlier one.
 * Source: DESIGN.md section 4 (two rhythms for one review).
 */
import type { Statement } from "../../plan/given.ts";
import type { Mechanism } from "../../plan/plan.ts";
import { perYear, rhythmInChinese, rhythmWords } from "../../plan/rhythm.ts";
import type { Rhythm } from "../../plan/time.ts";
import { areApart } from "../compare-statements.ts";
import { defineRule } from "../define-rule.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly rhythm: Rhythm;
  readonly other: Rhythm;
};

export const mechanismCadenceConflict = defineRule<Args>({
  code: "mechanism/cadence-conflict",
  severity: "warning",
  text: {
    en: {
      title: "Two rhythms for one mechanism",
      message: (a) =>
        `${a.id}: "${a.name}" is ${rhythmWords(a.rhythm).en} here and ${rhythmWords(a.other).en} elsewhere`,
      why: "Whoever has to hold it cannot tell how often.",
      fix: "Keep one rhythm, or name the two mechanisms apart.",
    },
    zhHans: {
      title: "同一机制频次不一致",
      message: (a) =>
        `“${a.name}”（“${a.id}”）此处为${rhythmInChinese(a.rhythm)}，他处为${rhythmInChinese(a.other)}`,
      why: "频次不一致，组织单位无法确定按哪一种执行。",
      fix: "统一频次；确为两项机制的，名称应加以区分。",
    },
  },
  check({ plan, report }) {
    const known = new Map<string, Statement<Rhythm>>();
    for (const mechanism of plan.mechanisms) {
      const [cadence] = mechanism.cadence;
      if (mechanism.origin !== "plan" || mechanism.name === null || cadence === undefined) continue;
      const key = `${mechanism.type.value}\n${keyOfName(mechanism.name.text)}`;
      const first = known.get(key);
      if (first === undefined || perYear(first.is.value) === null) known.set(key, cadence);
      else if (
        disagree(first.is.value, cadence.is.value) &&
        !areApart(first, cadence) &&
        !isTimed(mechanism)
      ) {
        report(
          cadence.is.span,
          {
            id: mechanism.id.value,
            name: mechanism.name.text,
            rhythm: cadence.is.value,
            other: first.is.value,
          },
          {
            on: mechanism,
            related: [{ span: first.is.span, note: { en: "the other rhythm", zhHans: "另一频次" } }],
          },
        );
      }
    }
  },
});

/** Twice a year agrees with half-yearly, and what sets no length (定期) with every rhythm. */
function disagree(rhythm: Rhythm, other: Rhythm): boolean {
  const [a, b] = [perYear(rhythm), perYear(other)];
  return a !== null && b !== null && a !== b;
}

function keyOfName(name: string): string {
  return name.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();
}

/** A mechanism that holds for a time of its own may replace the other. */
function isTimed(mechanism: Mechanism): boolean {
  return mechanism.during !== null || mechanism.from !== null;
}
