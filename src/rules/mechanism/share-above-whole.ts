/**
 * A share in a mechanism cannot be more than all.
 *
 * Looks at: values that by their key are shares of one whole (`shares` of a type in `src/mechanisms/mechanism-types.ts`): the rate of a
 * matching, which is of the demand, the effective share of a review, the stages of a pilot, the certificate of a training;
 * and the ranks of a scorecard's bands (`last 110%`).
 * Only percents and shares written as multiples (1.2倍); sums of several shares have rules of their own.
 * Reports: the value.
 * Source: DESIGN.md section 4 (impossible values, beyond 0–100%).
 */
import { mechanismTypes } from "../../mechanisms/mechanism-types.ts";
import type { Given } from "../../plan/given.ts";
import { entriesAt, type ParameterMap, walkParameters, wordsAt } from "../../plan/parameters.ts";
import type { Mechanism } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { parseRank } from "../../plan/rank.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { fieldInChinese, fieldInEnglish } from "../words.ts";

type Args = { readonly id: string; readonly name: string; readonly field: string; readonly value: string };

export const mechanismShareAboveWhole = defineRule<Args>({
  code: "mechanism/share-above-whole",
  severity: "error",
  text: {
    en: {
      title: "Share above the whole",
      message: (a) => `${a.id}: ${fieldInEnglish(a.field)} ${a.value} is more than 100%`,
      why: "No part can be larger than its whole, so the value is a slip.",
      fix: "Correct the value, or write it as a number instead of a share.",
    },
    zhHans: {
      title: "占比超过整体",
      message: (a) => `工作机制“${a.name}”的${fieldInChinese(a.field)}“${a.value}”超过 100%`,
      why: "部分不可能大于整体，此类数值多属笔误。",
      fix: "更正数值；不是占比的改写为数量。",
    },
  },
  check({ plan, report }) {
    for (const mechanism of plan.mechanisms) {
      if (mechanism.origin === "cited") continue;
      for (const { field, value, span } of sharesOf(mechanism)) {
        if (!isAboveWhole(value)) continue;
        report(
          span,
          { id: mechanism.id.value, name: nameOf(mechanism), field, value: value.text.trim() },
          { on: mechanism },
        );
      }
    }
  },
});

interface StatedShare extends Given<Quantity> {
  readonly field: string;
}

function sharesOf({ type, parameters }: Mechanism): readonly StatedShare[] {
  const shares = mechanismTypes.get(type.value)?.shares ?? [];
  const found: StatedShare[] = [];
  if (type.value === "scorecard") return ranksOf(parameters);
  if (shares.length === 0) return found;
  walkParameters(parameters, (path, value) => {
    const key = path.at(-1) ?? "";
    if (value.kind !== "quantity" || !shares.includes(path.length === 1 ? key : `${path[0]}/${key}`)) return;
    found.push(...value.statements.map(({ is }) => ({ ...is, field: key })));
  });
  return found;
}

/** A band by rank is a share of those that are ranked. */
function ranksOf(parameters: ParameterMap): readonly StatedShare[] {
  return entriesAt(parameters, "bands").flatMap((band) =>
    wordsAt(band, "rank").flatMap((word) => {
      const rank = parseRank(word.value);
      return rank === null ? [] : [{ ...word, value: rank.quantity, field: "rank" }];
    }),
  );
}

function isAboveWhole({ value, upper, unit }: Quantity): boolean {
  return unit?.dimension === "percent" && (upper ?? value).times(unit.factor).gt(100);
}
