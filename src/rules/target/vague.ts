/**
 * A direction without a figure cannot be missed.
 *
 * Looks at: targets `trend`.
 * Reports: the direction; an indicator that has a figure for it besides is left alone.
 * Source: FORMAT.md section 6 (`trend`), DESIGN.md section 4 (SMART).
 */
import { directionWords } from "../../language/words.ts";
import type { Direction } from "../../plan/plan.ts";
import { spanText } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { someOf } from "../some-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly words: string;
  /** The direction, where the document's words are not kept. */
  readonly direction: Direction | null;
};

const moves: Readonly<Record<Direction, string>> = {
  increase: "rise",
  decrease: "fall",
  maintain: "stay as it is",
};

export const targetVague = defineRule<Args>({
  code: "target/vague",
  severity: "info",
  text: {
    en: {
      title: "Target without figure",
      message: (a) =>
        a.direction === null
          ? `${a.id}: "${a.words}" states a direction and no figure`
          : `${a.id}: it is only to ${moves[a.direction]}, and no figure is stated`,
      why: "Any change in that direction fulfils it, however small.",
      fix: "State a figure and a date, such as `{ reach: ≤20%, by: 2027 }`.",
    },
    zhHans: {
      title: "目标未量化",
      message: (a) =>
        a.direction === null
          ? `指标“${a.name}”的目标“${a.words}”只有方向，没有数值`
          : `指标“${a.name}”的目标只写${directionWords[a.direction].zhHans}，没有数值`,
      why: "只要朝该方向有变化就算完成，幅度多小都行。",
      fix: "补充数值和时限，如 `{ reach: ≤20%, by: 2027 }`。",
    },
  },
  together: {
    message: (many) => ({
      en: `the targets of ${many.length} indicators state a direction and no figure: ${someOf(many).en}`,
      zhHans: `${many.length} 项指标的目标只有方向，没有数值：${someOf(many).zhHans}`,
    }),
  },
  check({ plan, report }) {
    for (const indicator of plan.indicators) {
      if (indicator.targets.some((t) => t.quantity !== null)) continue;
      for (const { trend, wording } of indicator.targets) {
        if (trend === null) continue;
        const words = wording?.value ?? spanText(trend.span);
        const direction = wording === null ? trend.value : null;
        const args = { id: indicator.id.value, name: nameOf(indicator), words, direction };
        report(trend.span, args, { on: indicator });
      }
    }
  },
});
