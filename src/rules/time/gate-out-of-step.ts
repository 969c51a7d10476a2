/**
 * The condition for leaving a phase must fit the targets of its indicator.
 *
 * Looks at: gates with a level, on the last day of their phase, against baseline and dated targets of the indicator: a level
 * that the targets ask only later, or more than is due that day; one weaker than a target that is due by then; one that the
 * baseline already meets, whatever the days of the phase.
 * Reports: the level of the gate; related: the target or the baseline. A warning; for a weaker level a note, as a phase may end
 * below its target. A gate in another unit or out of bounds is `target/gate`.
 * Source: DESIGN.md section 4 (a weakening), FORMAT.md section 5 (`gates`).
 */
import type Big from "big.js";
import type { RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { relationOf } from "../../plan/compare.ts";
import { isoDay } from "../../plan/days.ts";
import { formatDecimal } from "../../plan/decimal.ts";
import type { Gate, Phase } from "../../plan/plan.ts";
import type { Day } from "../../plan/time.ts";
import { convert } from "../../plan/units.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { placeWithSection, sectionInChinese, sectionInEnglish } from "../section-words.ts";
import { type Figures, figuresOf, type Level, statedDay } from "../target/levels.ts";
import { isBeyond, limitsOf } from "../target/limits.ts";
import { firstDated, statedPeriod } from "../times-of.ts";

type Args = {
  readonly phase: string;
  readonly phaseName: string;
  readonly indicator: string;
  readonly indicatorName: string;
  readonly gate: string;
  /** Last day of the phase; null where it has none. */
  readonly day: string | null;
  readonly fault: "early" | "hard" | "weak" | "met";
  /** Target or baseline, as written. */
  readonly other: string;
  readonly due: string;
  readonly section: string | null;
};

export const timeGateOutOfStep = defineRule<Args>({
  code: "time/gate-out-of-step",
  severity: "warning",
  text: {
    en: {
      title: "Condition of a phase out of step with the targets",
      message: inEnglish,
      why: "A phase that waits for what is due only later cannot end on its day; one that requires less than is due lets a miss pass.",
      fix: "Let the condition ask what the targets ask on the last day of the phase.",
    },
    zhHans: {
      title: "转段条件与目标值不衔接",
      message: inChinese,
      why: "转段条件要求的水平按目标到以后才到期，阶段就无法按时结束；低于已到期的目标，则未完成也能转段。",
      fix: "使转段条件与阶段结束日应达到的目标值一致。",
    },
  },
  check({ plan, report }) {
    const figures = new Map(figuresOf(plan).map((one) => [one.indicator.id.value, one]));
    for (const phase of plan.phases) {
      const days = statedPeriod(firstDated(phase.period));
      const end = days?.end ?? null;
      if (end !== null && (days?.start ?? end) > end) continue;
      for (const gate of phase.gates) {
        const own = gate.indicator === null ? undefined : figures.get(gate.indicator.value);
        const found = own === undefined ? null : judge(gate, own, end);
        if (found === null || own === undefined || gate.reach === null) continue;
        const args = {
          phase: phase.id.value,
          phaseName: nameOf(phase),
          indicator: own.indicator.id.value,
          indicatorName: nameOf(own.indicator),
          gate: gate.reach.value.text.trim(),
          day: end === null ? null : isoDay(end),
          ...found.args,
        };
        report(gate.reach.span, args, {
          on: phase satisfies Phase,
          related: found.related,
          severity: found.args.fault === "weak" ? "info" : "warning",
        });
      }
    }
  },
});

function inEnglish(a: Args): string {
  const head = `${a.phase}: the condition ${a.indicator} ${a.gate}${a.day === null ? "" : ` on ${a.day}`}`;
  if (a.fault === "met") return `${head} is already met by the baseline, ${a.other}`;
  const target = `the target ${a.other}${sectionInEnglish(a.section)} is due on ${a.due}`;
  if (a.fault === "hard") return `${head} requires more than is due that day: ${target}`;
  return a.fault === "early"
    ? `${head} requires what is due only later: ${target}`
    : `${head} requires less than is due by then: ${target}`;
}

function inChinese(a: Args): string {
  const head = `阶段“${a.phaseName}”的转段条件要求“${a.indicatorName}”${a.day === null ? "" : `在 ${a.day} `}达到“${a.gate}”`;
  if (a.fault === "met") return `${head}，而基期值“${a.other}”已经达到`;
  const target = `目标值“${a.other}”${sectionInChinese(a.section)}的时限为 ${a.due}`;
  if (a.fault === "hard") return `${head}，高于当日到期的要求：${target}`;
  return a.fault === "early" ? `${head}，而${target}，尚未到期` : `${head}，低于届时已到期的要求：${target}`;
}

interface Found {
  readonly args: Pick<Args, "fault" | "other" | "due" | "section">;
  readonly related: readonly RelatedPlace[];
}

function judge(gate: Gate, figures: Figures, end: Day | null): Found | null {
  const { indicator, unit, direction, baselines, levels } = figures;
  if (gate.reach === null || (direction !== "increase" && direction !== "decrease")) return null;
  const { value, upper, relation } = gate.reach.value;
  const asked = convert(value, gate.reach.value.unit, unit);
  if (asked === null || upper !== null || (relation ?? relationOf(direction)) !== relationOf(direction))
    return null;
  // What cannot be at all is told by `target/gate`.
  if (isBeyond(asked, limitsOf(figures))) return null;
  const sign = direction === "increase" ? 1 : -1;
  const isAtLeast = (a: Big, b: Big): boolean => a.cmp(b) * sign >= 0;
  const [base] = baselines.filter(({ narrowed }) => !narrowed);
  if (base !== undefined && isAtLeast(base.value, asked)) {
    const args = {
      fault: "met",
      other: (base.quantity.text.split("@")[0] ?? "").trim(),
      due: "",
      section: null,
    } as const;
    return { args, related: [{ span: base.span, note: { en: "the baseline", zhHans: "基期值" } }] };
  }
  if (end === null) return null;
  const dated = levels.flatMap((level) => {
    const { kind, place, scope } = level.target;
    const day = kind === "hold" || place !== null || scope !== null ? null : statedDay(level.target);
    return day === null ? [] : [{ level, day }];
  });
  const due = dated.find(({ level, day }) => day <= end && !isAtLeast(asked, level.value));
  if (due !== undefined) return foundAt("weak", due.level, due.day, indicator.section);
  const reached = dated.some(({ level, day }) => day <= end && isAtLeast(level.value, asked));
  const later = dated
    .filter(({ level, day }) => day > end && isAtLeast(asked, level.value))
    .sort((a, b) => a.day - b.day)[0];
  if (reached) return null;
  if (later !== undefined) return foundAt("early", later.level, later.day, indicator.section);
  const that = dated.find(({ day }) => day === end);
  return that === undefined ? null : foundAt("hard", that.level, that.day, indicator.section);
}

function foundAt(
  fault: "weak" | "early" | "hard",
  { target, value }: Level,
  day: Day,
  around: Level["target"]["section"],
): Found {
  const section = target.section ?? around;
  const other = target.quantity?.value.text.trim() ?? formatDecimal(value);
  const note = { en: "the target", zhHans: "目标值" };
  const args = { fault, other, due: isoDay(day), section: section?.value ?? null };
  return { args, related: [placeWithSection(target.stated.span, note, section)] };
}
