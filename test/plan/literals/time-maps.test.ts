import { expect, test } from "vitest";
import type { When } from "../../../src/plan/time.ts";
import { literals } from "../../kit/literal-table.ts";
import { shownDays } from "../../kit/readings.ts";
import { bind } from "../../load/bound.ts";

/** The time of the one milestone of a plan. */
function timeOf(value: string): When | undefined {
  const plan = `format: 1
id: p
period: 2026-03-15..2026-12-31
phases: [{ id: pilot, period: 2026-03-15..2026-06-30 }]
milestones:
  - id: m
    by: ${value}`;
  return bind(plan).value.milestones[0]?.by[0]?.is.value;
}

function shown({ state, period, alternative, inherited }: When): string {
  return [
    period === null ? state : shownDays(period),
    alternative === null ? null : `or=${shownDays(alternative)}`,
    inherited === null ? null : `inherited=${inherited}`,
  ]
    .filter((part) => part !== null)
    .join(" ");
}

test.each(literals("time-maps"))("by: %s is %s", (value, expected) => {
  const when = timeOf(value);
  expect(when && shown(when)).toBe(expected);
});
