/**
 * One deed must not earn two numbers of points, nor more than it may.
 *
 * Looks at: the entries under `earn`: the same deed with different points, and points for one deed above its cap.
 * Reports: the points; related: the other points, or the cap.
 * Source: FORMAT.md section 7 (points), DESIGN.md section 4 (two statements that cannot both hold).
 */
import type { Given } from "../../../plan/given.ts";
import { entriesAt, labelOf, quantitiesAt, wordsAt } from "../../../plan/parameters.ts";
import type { Quantity } from "../../../plan/quantity.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly deed: string;
  readonly points: string;
  readonly other: string;
  readonly cap: boolean;
};

export const pointsEarnConflict = defineRule<Args>({
  code: "points/earn-conflict",
  severity: "error",
  text: {
    en: {
      title: "Two numbers of points for one deed",
      message: (a) =>
        `${a.id}: "${a.deed}" earns ${a.points}, but ${a.cap ? `at most ${a.other}` : `${a.other} elsewhere`}`,
      why: "Whoever earns the points cannot tell how many are due.",
      fix: "Keep one number, or tell the deeds apart.",
    },
    zhHans: {
      title: "同一事项分值不一",
      message: (a) =>
        `积分“${a.name}”的“${a.deed}”计“${a.points}”，而${a.cap ? "上限" : "另一处"}为“${a.other}”`,
      why: "分值不一，得分无法确定。",
      fix: "统一分值，或把事项区别开来。",
    },
  },
  check({ plan, report }) {
    for (const points of ofType(plan, "points")) {
      const known = new Map<string, Given<Quantity>>();
      for (const entry of entriesAt(points.parameters, "earn")) {
        const deed = wordsAt(entry, "for")[0]?.value ?? labelOf(entry);
        const own = quantitiesAt(entry, "points")[0]?.is;
        if (deed === null || own === undefined) continue;
        const base = { id: points.id.value, name: nameOf(points), deed, points: own.value.text.trim() };
        const tell = (other: Given<Quantity>, cap: boolean): void => {
          const note = cap
            ? { en: "the cap", zhHans: "上限" }
            : { en: "the other number", zhHans: "另一分值" };
          const args = { ...base, other: other.value.text.trim(), cap };
          report(own.span, args, { on: points, related: [{ span: other.span, note }] });
        };
        const cap = quantitiesAt(entry, "cap")[0]?.is;
        if (
          cap !== undefined &&
          cap.value.per === null &&
          own.value.value.gt(cap.value.upper ?? cap.value.value)
        )
          tell(cap, true);
        const key = deed.normalize("NFKC").trim().toLowerCase();
        const other = known.get(key);
        if (other === undefined) known.set(key, own);
        else if (!other.value.value.eq(own.value.value)) tell(other, false);
      }
    }
  },
});
