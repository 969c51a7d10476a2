/**
 * A phase after the last target has nothing that it is measured by.
 *
 * Looks at: phases longer than half a year, of plans with several, that begin when at least three targets with figures and
 * dates are over. Whatever has a figure and a day in the phase or after it, and a level to hold that begins in the phase,
 * measures it, and so does a gate; what holds for the whole plan, and what begins to hold after the phase, does not.
 * Reports: the phase; related: the last target that is due before it. A note that asks.
 * Source: DESIGN.md section 4 (a target without figure or date; what an experienced scheduler objects to).
 */
import { isoDay } from "../../plan/days.ts";
import type { Given } from "../../plan/given.ts";
import type { Plan, Target } from "../../plan/plan.ts";
import type { Day, When } from "../../plan/time.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { type DatedPhase, phasesByStart } from "../phase-order.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly last: string;
  readonly count: number;
};

export const timeTargetsEndEarly = defineRule<Args>({
  code: "time/targets-end-early",
  severity: "info",
  text: {
    en: {
      title: "Phase after the last target",
      message: (a) =>
        `phase ${a.id} begins on ${a.start}, and all ${a.count} dated targets with figures are due by ${a.last}: what shall it have reached when it ends?`,
      why: "Without a figure nobody can tell whether the phase achieved anything.",
      fix: "Set a target with figure and date for the phase, or end the plan with its targets.",
    },
    zhHans: {
      title: "后续阶段没有量化目标",
      message: (a) =>
        `阶段“${a.name}”自 ${a.start} 开始，而已定时限的 ${a.count} 项量化目标最迟 ${a.last} 到期，该阶段要达到什么程度未写明`,
      why: "没有量化目标，阶段结束时无从判断成效。",
      fix: "为该阶段补充有数值、有时限的目标；确无要求的，实施期限与目标时限取齐。",
    },
  },
  check({ plan, report }) {
    const phases = phasesByStart(plan);
    if (phases.length < 2) return;
    const all = datedTargets(plan);
    for (const one of phases) {
      if (one.phase.gates.length > 0 || !isLong(one) || all.some((due) => measures(due, one))) continue;
      const before = all.filter(({ start, end }) => (end ?? start ?? one.start) < one.start);
      const last = before.reduce<Dated | null>((a, b) => (a === null || dayOf(b) > dayOf(a) ? b : a), null);
      if (last === null || before.length < fewest) continue;
      const args = {
        id: one.phase.id.value,
        name: nameOf(one.phase),
        start: isoDay(one.start),
        last: isoDay(dayOf(last)),
        count: before.length,
      };
      const related = [{ span: last.when.span, note: { en: "the last target", zhHans: "最后到期的目标" } }];
      report(one.phase.id.span, args, { on: one.phase, related });
    }
  },
});

/** Fewer dated targets do not show where the plan ends to set them. */
const fewest = 3;

/** The longest half a year, July to December. */
const halfYear = 184;

function isLong({ start, end }: DatedPhase): boolean {
  return end === null || end - start + 1 > halfYear;
}

/** A target with a figure and its days: `start` of what holds from then on, `end` of what is due by then. */
interface Dated {
  readonly when: Given<When>;
  readonly start: Day | null;
  readonly end: Day | null;
  readonly holds: boolean;
}

const dayOf = ({ start, end }: Dated): Day => end ?? start ?? 0;

function datedTargets({ indicators }: Plan): readonly Dated[] {
  return indicators.flatMap(({ targets }) => targets.flatMap(datedOf));
}

function datedOf({ kind, quantity, by, from, over }: Target): readonly Dated[] {
  const when = by ?? over ?? from;
  const period = when?.value.period ?? null;
  if (quantity === null || when === null || when.origin === "assumed" || period === null) return [];
  const isOpen = when === from;
  const holds = kind === "hold" || isOpen;
  return [{ when, start: period.start, end: isOpen ? null : period.end, holds }];
}

/** It is due in the phase or after it; what holds must begin before the phase ends. */
function measures({ start, end, holds }: Dated, phase: DatedPhase): boolean {
  if (end !== null && end < phase.start) return false;
  return !holds || start === null || phase.end === null || start <= phase.end;
}
