/**
 * A direction without a figure cannot be missed.
 *
 * Looks at: targets `trend`.
 * Reports: the direction; an indicator that has a figure for it besides is left alone. Where the same quantity (`same-as`) has a
 * figure that is due before the direction's own time, it tells so: what the direction asks beyond it is open.
 * Source: FORMAT.md section 6 (`trend`), DESIGN.md section 4 (SMART).
 */
import { directionWords } from "../../language/words.ts";
import { isoDay } from "../../plan/days.ts";
import type { Given } from "../../plan/given.ts";
import type { Direction, Indicator, Plan, Target } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import type { Day } from "../../plan/time.ts";
import { spanText } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { twinsOf } from "../indicator/required-facts.ts";
import { nameOf } from "../name-of.ts";
import { placeWithSection } from "../section-words.ts";
import { someOf } from "../some-of.ts";
import { statedDay } from "./levels.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly words: string;
  /** The direction, where the document's words are not kept. */
  readonly direction: Direction | null;
  /** The figure that the same quantity has to reach before; null where there is none. */
  readonly before: string | null;
  readonly beforeDay: string;
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
        `${
          a.direction === null
            ? `${a.id}: "${a.words}" states a direction and no figure`
            : `${a.id}: it is only to ${moves[a.direction]}, and no figure is stated`
        }${a.before === null ? "" : `, though the same quantity has to be ${a.before} on ${a.beforeDay} already: how much further?`}`,
      why: "Any change in that direction fulfils it, however small.",
      fix: "State a figure and a date, such as `{ reach: ≤20%, by: 2027 }`.",
    },
    zhHans: {
      title: "目标未量化",
      message: (a) =>
        `${
          a.direction === null
            ? `指标“${a.name}”的目标“${a.words}”只有方向，没有数值`
            : `指标“${a.name}”的目标只写${directionWords[a.direction].zhHans}，没有数值`
        }${a.before === null ? "" : `；同一指标在此之前（${a.beforeDay}）已要求“${a.before}”，此后再变动多少未写明`}`,
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
      for (const target of indicator.targets) {
        const { trend, wording } = target;
        if (trend === null) continue;
        const words = wording?.value ?? spanText(trend.span);
        const direction = wording === null ? trend.value : null;
        const before = figureBefore(target, indicator, plan);
        const args: Args = {
          id: indicator.id.value,
          name: nameOf(indicator),
          words,
          direction,
          before: before?.quantity.value.text ?? null,
          beforeDay: before === null ? "" : isoDay(before.day),
        };
        const related =
          before === null ? [] : [placeWithSection(before.quantity.span, beforeNote, before.target.section)];
        report(trend.span, args, { on: indicator, related });
      }
    }
  },
});

const beforeNote = { en: "the figure due before", zhHans: "此前到期的目标值" };

interface Due {
  readonly target: Target;
  readonly quantity: Given<Quantity>;
  readonly day: Day;
}

/** The last level of a twin that is due before the direction begins. */
function figureBefore({ over, from }: Target, indicator: Indicator, plan: Plan): Due | null {
  const start = (from ?? over)?.value.period?.start ?? null;
  if (start === null) return null;
  const dues = twinsOf(indicator, plan).flatMap((twin) =>
    twin.targets.flatMap((target): Due[] => {
      const { kind, quantity } = target;
      const day = statedDay(target);
      return kind === "reach" && quantity !== null && day !== null && day < start
        ? [{ target, quantity, day }]
        : [];
    }),
  );
  return dues.reduce<Due | null>((last, due) => (last === null || due.day > last.day ? due : last), null);
}
