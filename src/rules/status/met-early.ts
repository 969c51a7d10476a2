/**
 * A last target that the latest value has passed with half of the time still to go asks for nothing more.
 *
 * Looks at: the last level to reach (≥ or ≤, with a date) of indicators of the plan, against the latest value known on the as-of date.
 * Sums that grow over the plan are left out, for a sum may stop; so are values known when the plan was written, which
 * are `target/already-met`.
 * Reports: the target; related: the value. A note, for passing a target is success first.
 * Source: DESIGN.md section 4 (a target weaker than today's level), ENGINE.md section 5 (nothing after the as-of date counts).
 */
import type { IndicatorRow, JudgedTarget, SeenValue } from "../../indicators/results.ts";
import { writtenTarget } from "../../indicators/status-note.ts";
import { isoDay } from "../../plan/days.ts";
import { formatDecimal } from "../../plan/decimal.ts";
import type { Plan } from "../../plan/plan.ts";
import { defineStatusRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { writtenBy } from "../target/history.ts";
import { isToldByTwin } from "./same-series.ts";
import { withUnit } from "./standing-words.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  /** As the plan writes it, in both languages. */
  readonly target: string;
  readonly targetName: string;
  readonly due: string;
  readonly value: string;
  readonly on: string;
};

export const statusMetEarly = defineStatusRule<Args>({
  code: "status/met-early",
  severity: "info",
  text: {
    en: {
      title: "Last target passed early",
      message: (a) =>
        `${a.id}: ${a.value} on ${a.on} is better than the last target ${a.target} of ${a.due} already: is a higher one meant?`,
      why: "From here on the indicator stays green even if the value falls back.",
      fix: "Set a further target or a bound to hold (`hold`), with the change among `revisions`; check the value if it surprises.",
    },
    zhHans: {
      title: "最终目标提前较多达到",
      message: (a) =>
        `指标“${a.name}”在 ${a.on} 已为“${a.value}”，优于 ${a.due} 的最终目标“${a.targetName}”，是否须提高目标应予明确`,
      why: "此后即使数值回落，指标仍显示正常。",
      fix: "调整目标或改为保持要求（`hold`），并在 `revisions` 中记录；数值异常的先行核对。",
    },
  },
  check({ plan, results, report }) {
    for (const row of results.rows) {
      const { indicator } = row;
      if (row.entity !== null || isToldByTwin(row, { plan, results })) continue;
      if (indicator.value.value !== "level") continue;
      const last = lastLevel(row);
      const seen = row.series().at(-1);
      if (last === null || seen === undefined || seen.isPartial === true) continue;
      if (!isPassed(last, seen) || !isEarly(seen, last.dueOn, plan)) continue;
      const args = {
        id: indicator.id.value,
        name: nameOf(indicator),
        target: writtenTarget(last).en,
        targetName: writtenTarget(last).zhHans,
        due: isoDay(last.dueOn),
        value: withUnit(formatDecimal(seen.value), row.unit ?? ""),
        on: isoDay(seen.on),
      };
      const related = [{ span: seen.span, note: { en: "latest value", zhHans: "最新数值" } }];
      report((last.target.quantity ?? last.target.stated).span, args, { related, on: indicator });
    }
  },
});

type DatedLevel = JudgedTarget & { readonly dueOn: number };

/** The level that is due last; null where several are, or where a bound must be held as well. */
function lastLevel({ targets }: IndicatorRow): DatedLevel | null {
  if (targets.some(({ target }) => target.kind === "hold")) return null;
  const dated = targets.filter((one): one is DatedLevel => one.dueOn !== null && !one.assumed);
  const latest = Math.max(...dated.map(({ dueOn }) => dueOn));
  const [only, other] = dated.filter(({ dueOn }) => dueOn === latest);
  return only === undefined || other !== undefined || only.target.kind !== "reach" ? null : only;
}

/** What share of the level a value must lie beyond it to have passed it for good. */
const clear = "0.02";

function isPassed({ level, upper, relation }: JudgedTarget, { value }: SeenValue): boolean {
  if (level === null || upper !== null || relation === "=") return false;
  const beyond = relation === ">=" || relation === ">" ? value.minus(level) : level.minus(value);
  return beyond.gt(level.abs().times(clear));
}

/** Half of the time from the plan's start to the target is still to go, and the plan was written before the value. */
function isEarly({ on }: SeenValue, due: number, plan: Plan): boolean {
  const start = plan.period?.start?.value ?? null;
  const written = writtenBy(plan);
  return start !== null && written !== null && on > written && due - on > (due - start) / 2;
}
