/**
 * Levels of an alarm must lie in one order.
 *
 * Looks at: the thresholds of the levels in the order in which they are written: each must go on in the direction of the first
 * step, and no two may be equal. Where the condition (or a unit of points, which is a distance) says on which side it grows
 * worse, the graver of two levels, by `means` or the colour of its light, must be reached last (a warning where only a condition
 * against the course, `lifts < expected`, tells that the thresholds are distances); and where the condition has a
 * threshold of its own, no level may begin before it. Thresholds whose units do not convert are left out.
 * Reports: the threshold that breaks the order; related: the one before it, or the condition. A warning where the condition
 * is met and no level is raised yet.
 * Source: FORMAT.md section 7 (alarm).
 */
import type Big from "big.js";
import type { Given } from "../../../plan/given.ts";
import { entriesAt, type ParameterMap, quantitiesAt, wordsAt } from "../../../plan/parameters.ts";
import type { Mechanism } from "../../../plan/plan.ts";
import type { Quantity } from "../../../plan/quantity.ts";
import { convert } from "../../../plan/units.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import type { Span } from "../../../text/source.ts";
import { entryName, ofType } from "../../of-type.ts";
import { type ConditionThreshold, readCondition, readCourse } from "../condition.ts";
import { compareGravity } from "../severity.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  /** The level before, or the words of the condition. */
  readonly other: string;
  readonly fault: Fault;
};

/** `early`: a level before the condition is met; `late`: no level where it is met. */
type Fault = "equal" | "turned" | "graver-first" | "early" | "late";

export const alarmLevelOrder = defineRule<Args>({
  code: "alarm/level-order",
  severity: "error",
  text: {
    en: {
      title: "Alarm levels out of order",
      message: (a) => `${a.id}: ${inEnglish(a)}`,
      why: "Nobody can tell which level is raised.",
      fix: "Correct the thresholds, or write the levels in their order.",
    },
    zhHans: {
      title: "预警等级次序有误",
      message: (a) => `监测预警“${a.name}”${inChinese(a)}`,
      why: "阈值相同、次序相反或与触发条件不符，无法判断应发哪一级预警。",
      fix: "更正阈值，或按严重程度依次书写各级。",
    },
  },
  check({ plan, report }) {
    for (const alarm of ofType(plan, "alarm")) {
      const condition = conditionOf(alarm);
      const levels = thresholdsOf(alarm, condition);
      const id = alarm.id.value;
      const name = nameOf(alarm);
      const isBehind = condition === null && isOffCourse(alarm);
      const worse = condition?.worse ?? (levels[0]?.isDistance === true || isBehind ? 1 : null);
      let way = 0;
      let isTold = false;
      for (const [i, level] of levels.entries()) {
        const before = levels[i - 1];
        if (before === undefined) continue;
        const step = level.value.cmp(before.value);
        if (step !== 0 && way === 0) way = step;
        const fault = faultOf(
          step,
          way,
          worse === null ? 0 : worse * compareGravity(level.entry, before.entry),
        );
        if (fault === null) continue;
        isTold = true;
        const related = [{ span: before.span, note: { en: "the level before", zhHans: "前一级" } }];
        report(
          level.span,
          { id, name, level: level.name, other: before.name, fault },
          { on: alarm, related, severity: fault === "graver-first" && isBehind ? "warning" : "error" },
        );
      }
      // Of levels that are out of order the first is not the one that the condition is to be held against.
      // Nor is it where one of them has no threshold that can be read.
      const isOpen = isTold || levels.length < entriesAt(alarm.parameters, "levels").length;
      const start = condition === null || isOpen ? null : startOf(levels, condition);
      if (condition === null || start === null) continue;
      const args = {
        id,
        name,
        level: start.level.name,
        other: condition.threshold.value.text.trim(),
        fault: start.fault,
      };
      const related = [{ span: condition.threshold.span, note: { en: "the condition", zhHans: "触发条件" } }];
      const severity = start.fault === "early" ? "error" : "warning";
      report(start.level.span, args, { on: alarm, severity, related });
    }
  },
});

function inEnglish({ level, other, fault }: Args): string {
  switch (fault) {
    case "equal":
      return `the levels "${other}" and "${level}" have one threshold`;
    case "turned":
      return `the threshold of "${level}" runs against the order of the levels before it ("${other}")`;
    case "graver-first":
      return `"${other}" and "${level}" are reversed: the graver level is reached first`;
    case "early":
      return `the level "${level}" begins before the condition (${other}) is met`;
    case "late":
      return `the condition is met from ${other}, but the first level is only "${level}"`;
  }
}

function inChinese({ level, other, fault }: Args): string {
  switch (fault) {
    case "equal":
      return `的“${other}”与“${level}”阈值相同`;
    case "turned":
      return `中“${level}”的阈值与“${other}”的次序相反`;
    case "graver-first":
      return `的“${other}”与“${level}”轻重颠倒，较重一级先行触发`;
    case "early":
      return `的“${level}”在触发条件（“${other}”）达到之前即已起算`;
    case "late":
      return `的触发条件为“${other}”，而最低一级“${level}”此时尚未达到`;
  }
}

interface Threshold {
  readonly name: string;
  readonly entry: ParameterMap;
  readonly value: Big;
  readonly span: Span;
  /** In percentage points: how far something is off. */
  readonly isDistance: boolean;
}

/** The condition with a threshold on the scale of the levels. */
function conditionOf({ parameters }: Mechanism): ConditionThreshold | null {
  const [when]: readonly (Given<string> | undefined)[] = wordsAt(parameters, "when");
  const condition = when === undefined ? null : readCondition(when);
  const [first] = entriesAt(parameters, "levels").flatMap((level) => quantitiesAt(level, "at"));
  return condition === null ||
    first === undefined ||
    scaled(first.is.value, condition.threshold.value) === null
    ? null
    : condition;
}

/** Held against its own course (`lifts-built < expected`), the thresholds of the levels are how far off it is. */
function isOffCourse({ parameters }: Mechanism): boolean {
  return wordsAt(parameters, "when").some(({ value }) => readCourse(value)?.hasMargin === false);
}

/** A bare figure stands for no unit that others have. */
function scaled({ value, unit }: Quantity, { unit: scale }: Quantity): Big | null {
  return (unit === null) === (scale === null) ? convert(value, unit, scale) : null;
}

function thresholdsOf({ parameters }: Mechanism, condition: ConditionThreshold | null): readonly Threshold[] {
  let scale = condition?.threshold.value;
  return entriesAt(parameters, "levels").flatMap((entry, i) => {
    const [at] = quantitiesAt(entry, "at");
    if (at === undefined) return [];
    scale ??= at.is.value;
    const value = scaled(at.is.value, scale);
    const isDistance = at.is.value.unit?.dimension === "points";
    return value === null ? [] : [{ name: entryName(entry, i), entry, value, span: at.is.span, isDistance }];
  });
}

/** `step`: where the threshold goes from the one before; `way`: where all go; `due`: where it should go, 0 if unknown. */
function faultOf(step: number, way: number, due: number): Fault | null {
  if (step === 0) return "equal";
  if (step !== way) return "turned";
  return due !== 0 && step !== due ? "graver-first" : null;
}

/** The mildest level, where it does not begin with the condition. */
function startOf(levels: readonly Threshold[], { threshold, worse }: ConditionThreshold) {
  const [first, ...others] = levels;
  if (first === undefined) return null;
  const level = others.reduce((mild, one) => (one.value.cmp(mild.value) === -worse ? one : mild), first);
  const side = level.value.cmp(threshold.value.value) * worse;
  if (side === 0) return null;
  return { level, fault: side < 0 ? ("early" as const) : ("late" as const) };
}
