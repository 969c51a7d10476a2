/**
 * Stages of a pilot must fit the plan around them.
 *
 * Looks at: a stage with the name of a phase and a date other than the end of that phase; a number of entities greater
 * than the plan has of their level; a last stage that covers less than all, of stages that are shares of one thing.
 * Reports: the stage's date or number; related: the phase. A warning for the date, an error for the number, a note for the rest.
 * Source: FORMAT.md section 7 (pilot), DESIGN.md section 4 (dates outside a phase, impossible values).
 */
import type { RelatedPlace } from "../../../diagnostics/diagnostic.ts";
import { isoDay } from "../../../plan/days.ts";
import {
  entriesAt,
  labelOf,
  type ParameterMap,
  quantitiesAt,
  timesAt,
  wordsAt,
} from "../../../plan/parameters.ts";
import type { Mechanism, Plan } from "../../../plan/plan.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { firstDated, lastDay } from "../../../rules/times-of.ts";
import type { Span } from "../../../text/source.ts";
import { entryName, ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly stage: string;
  readonly value: string;
  readonly limit: string;
  readonly fault: "phase" | "number" | "rest";
};

export const pilotStageFit = defineRule<Args>({
  code: "pilot/stage-fit",
  severity: "warning",
  text: {
    en: {
      title: "Stage of a pilot that does not fit",
      message: (a) => {
        if (a.fault === "phase")
          return `${a.id}: stage "${a.stage}" is due on ${a.value}, but the phase of that name ends on ${a.limit}`;
        if (a.fault === "number")
          return `${a.id}: ${a.stage === a.value ? "a stage" : `stage "${a.stage}"`} takes in ${a.value}, but the plan has only ${a.limit}`;
        return `${a.id}: the last stage covers ${a.value}: what of the rest?`;
      },
      why: "A stage beside the phases or the places of the plan can be neither scheduled nor counted.",
      fix: "Correct the date or the number, or say what becomes of the rest.",
    },
    zhHans: {
      title: "推广步骤与方案不衔接",
      message: (a) => {
        if (a.fault === "phase")
          return `试点推广“${a.name}”的“${a.stage}”时限为 ${a.value}，而同名阶段于 ${a.limit} 结束`;
        if (a.fault === "number")
          return a.stage === a.value
            ? `试点推广“${a.name}”有一步为“${a.value}”，而方案中只有 ${a.limit} 个`
            : `试点推广“${a.name}”的“${a.stage}”为“${a.value}”，而方案中只有 ${a.limit} 个`;
        return `试点推广“${a.name}”最后一步覆盖“${a.value}”，其余部分如何安排未写明`;
      },
      why: "推广步骤与阶段、对象对不上，既无法安排，也无从统计。",
      fix: "更正时限或数量，或写明其余部分的安排。",
    },
  },
  check({ plan, report }) {
    for (const pilot of ofType(plan, "pilot")) {
      const stages = entriesAt(pilot.parameters, "stages");
      const faults = [
        ...stages.flatMap((stage, i) => [...phaseFault(stage, i, plan), ...numberFault(stage, i, plan)]),
        ...restOf(stages),
      ];
      for (const { span, related, severity, ...found } of faults) {
        report(
          span,
          { id: pilot.id.value, name: nameOf(pilot), ...found },
          { on: pilot satisfies Mechanism, related, severity },
        );
      }
    }
  },
});

interface Found extends Omit<Args, "id" | "name"> {
  readonly span: Span;
  readonly related: readonly RelatedPlace[];
  readonly severity: "error" | "warning" | "info";
}

function phaseFault(stage: ParameterMap, i: number, plan: Plan): readonly Found[] {
  const name = labelOf(stage);
  const phase =
    name === null
      ? undefined
      : plan.phases.find((one) => one.name?.text.trim() === name.trim() || one.id.value === name);
  const when = firstDated(timesAt(stage, "by"));
  const [day, end] = [lastDay(when), phase === undefined ? null : lastDay(firstDated(phase.period))];
  if (phase === undefined || when === null || day === null || end === null || day === end) return [];
  const related = [{ span: phase.id.span, note: { en: "the phase", zhHans: "同名阶段" } }];
  return [
    {
      span: when.span,
      related,
      stage: entryName(stage, i),
      value: isoDay(day),
      limit: isoDay(end),
      fault: "phase",
      severity: "warning",
    },
  ];
}

function numberFault(stage: ParameterMap, i: number, { entities }: Plan): readonly Found[] {
  const count = quantitiesAt(stage, "count")[0]?.is;
  const of = wordsAt(stage, "of")[0]?.value.trim() ?? "";
  if (count === undefined || of === "" || entities.length === 0) return [];
  // 街道 is what the names of entities end with, street their level.
  const all = entities.filter(
    ({ level, name }) => of === "entities" || level?.value === of || name?.text.endsWith(of) === true,
  );
  if (all.length === 0 || !count.value.value.gt(all.length)) return [];
  return [
    {
      span: count.span,
      related: [],
      stage: entryName(stage, i),
      value: count.value.text.trim(),
      limit: `${all.length}`,
      fault: "number",
      severity: "error",
    },
  ];
}

function restOf(stages: readonly ParameterMap[]): readonly Found[] {
  const last = stages.at(-1);
  const shares = stages.map((stage) => quantitiesAt(stage, "share")[0]?.is);
  const share = shares.at(-1);
  if (last === undefined || share === undefined || stages.length < 2 || shares.includes(undefined)) return [];
  const { value, upper, unit, relation } = share.value;
  if (unit?.dimension !== "percent" || (upper ?? value).gte(100) || relation?.startsWith(">")) return [];
  return [
    {
      span: share.span,
      related: [],
      stage: entryName(last, stages.length - 1),
      value: share.value.text.trim(),
      limit: "",
      fault: "rest",
      severity: "info",
    },
  ];
}
