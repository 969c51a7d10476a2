/**
 * A review cannot be held more often than its rhythm allows.
 *
 * Looks at: the smallest number (`at-least: 2 per quarter`) against the rhythm, of the review and of each of its rounds. A
 * number below the rhythm is a floor and agrees with it. Rhythms and numbers for one time or group only are compared where
 * these are the same.
 * Reports: the number; related: the rhythm.
 * Source: FORMAT.md section 7 (review), DESIGN.md section 4 (two rhythms for one review).
 */
import type Big from "big.js";
import type { Statement, Statements } from "../../../plan/given.ts";
import { entriesAt, quantitiesAt, rhythmsAt, type StatedQuantity } from "../../../plan/parameters.ts";
import { perYear, rhythmInChinese, rhythmWords } from "../../../plan/rhythm.ts";
import type { Rhythm } from "../../../plan/time.ts";
import { areApart } from "../../../rules/compare-statements.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";
import { countAYear } from "../../rhythms.ts";

type Args = { readonly id: string; readonly name: string; readonly number: string; readonly cadence: Rhythm };

export const reviewAtLeast = defineRule<Args>({
  code: "review/at-least",
  severity: "warning",
  text: {
    en: {
      title: "More reviews than the rhythm allows",
      message: (a) =>
        `${a.id}: at least ${a.number} is required, but the rhythm is ${rhythmWords(a.cadence).en}`,
      why: "Whoever holds the reviews must break one of the two.",
      fix: "Correct the number or the rhythm; set apart with `during` or `scope` what holds for different cases.",
    },
    zhHans: {
      title: "最低次数与频次不符",
      message: (a) =>
        `督导评估“${a.name}”要求不少于“${a.number}”，与“${rhythmInChinese(a.cadence)}”的频次不符`,
      why: "两项要求不能同时做到，组织单位只能违反其一。",
      fix: "更正次数或频次；适用时段、对象不同的用 `during`、`scope` 注明。",
    },
  },
  check({ plan, report }) {
    for (const review of ofType(plan, "review")) {
      const { parameters } = review;
      const pairs = [
        { numbers: quantitiesAt(parameters, "at-least"), rhythms: review.cadence },
        ...entriesAt(parameters, "rounds").map((round) => ({
          numbers: quantitiesAt(round, "at-least"),
          rhythms: rhythmsAt(round, "cadence"),
        })),
      ];
      for (const { numbers, rhythms } of pairs) {
        for (const number of numbers) {
          const rhythm = slowerThan(number, rhythms);
          if (rhythm === null) continue;
          const args = {
            id: review.id.value,
            name: nameOf(review),
            number: number.is.value.text.trim(),
            cadence: rhythm.is.value,
          };
          const related = [{ span: rhythm.is.span, note: { en: "the rhythm", zhHans: "频次" } }];
          report(number.is.span, args, { on: review, related });
        }
      }
    }
  },
});

/** The rhythm that a number goes beyond, if none for the same time allows it. */
function slowerThan(number: StatedQuantity, rhythms: Statements<Rhythm>): Statement<Rhythm> | null {
  const times = countAYear(number.is.value);
  const same = rhythms.filter((rhythm) => !areApart(number, rhythm));
  if (times === null || same.some(({ is }) => allows(is.value, times))) return null;
  return same[0] ?? null;
}

/** A rhythm that sets no length allows any number. */
function allows(rhythm: Rhythm, times: Big): boolean {
  const most = perYear(rhythm);
  return most === null || times.lte(most);
}
