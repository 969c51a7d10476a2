/**
 * Where the steps of one thing are dated, every one needs its date.
 *
 * Looks at: stages of a pilot and items of a list, where at least one other has a date; where none has, that is told by
 * `mechanism/incomplete`. A list whose own owner or time holds for all items (`during`) needs none.
 * Reports: the entry; related: one that is dated. A warning for stages, a note for items.
 * Source: DESIGN.md section 4 (a missing date; an incomplete mechanism).
 */
import { entriesAt, type ParameterMap, timesAt } from "../../plan/parameters.ts";
import type { Mechanism } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { firstDated } from "../times-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  /** Place of the entry in its list. */
  readonly number: number;
  readonly stage: boolean;
};

export const timeUndatedStep = defineRule<Args>({
  code: "time/undated-step",
  severity: "warning",
  text: {
    en: {
      title: "Step without date",
      message: (a) => `${a.id}: ${a.stage ? "stage" : "item"} ${a.number} has no date, others have one`,
      why: "A step without a date between dated ones can neither be planned nor be late.",
      fix: "State its date, or `undated` where the document gives none.",
    },
    zhHans: {
      title: "步骤未注明时限",
      message: (a) =>
        `“${a.name}”的第 ${a.number} ${a.stage ? "步" : "项"}没有时限，其他${a.stage ? "各步" : "事项"}已注明`,
      why: "其他步骤都有时限，唯独此步没有，既无法安排，也无从判断是否逾期。",
      fix: "补写时限；原文确未写明的填 `undated`。",
    },
  },
  check({ plan, report }) {
    for (const mechanism of plan.mechanisms) {
      if (mechanism.origin !== "plan") continue;
      const { type, during } = mechanism;
      if (type.value === "pilot") tell(mechanism, "stages", "by");
      if (type.value === "list" && during === null) tell(mechanism, "items", "due");
    }
    function tell(mechanism: Mechanism, list: string, key: string): void {
      const entries = entriesAt(mechanism.parameters, list);
      const dated = entries.find((entry) => firstDated(timesAt(entry, key)) !== null);
      if (dated === undefined) return;
      for (const [i, entry] of entries.entries()) {
        if (!lacks(entry, key)) continue;
        const args = {
          id: mechanism.id.value,
          name: nameOf(mechanism),
          number: i + 1,
          stage: list === "stages",
        };
        const related = [{ span: dated.span, note: { en: "dated", zhHans: "已注明时限" } }];
        report(entry.span, args, {
          on: mechanism,
          related,
          severity: list === "stages" ? "warning" : "info",
        });
      }
    }
  },
});

/** Nothing is stated; what says `undated` is so in the document, and what could not be read is told where it stands. */
function lacks(entry: ParameterMap, key: string): boolean {
  return entry.get(key) === undefined;
}
