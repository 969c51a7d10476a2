/**
 * The states of a workflow come in order, each once.
 *
 * Looks at: a clock that starts at a later state than it stops, and a state named twice.
 * Reports: the word; related: the state. A clock that runs backwards is an error, a repeated state a warning, as a case may
 * come back to it.
 * Source: FORMAT.md section 7 (workflow), DESIGN.md section 4 (a reversed period).
 */
import { wordsAt } from "../../../plan/parameters.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly other: string;
  readonly clock: boolean;
};

export const workflowStateOrder = defineRule<Args>({
  code: "workflow/state-order",
  severity: "error",
  text: {
    en: {
      title: "States of a workflow out of order",
      message: (a) =>
        a.clock
          ? `${a.id}: the clock starts at "${a.state}", which comes after "${a.other}", where it stops`
          : `${a.id}: the state "${a.state}" is named twice`,
      why: "A clock that runs backwards measures no time, and a state named twice leaves open which is meant.",
      fix: "Swap the start and the stop of the clock, or name each state once.",
    },
    zhHans: {
      title: "办理环节次序有误",
      message: (a) =>
        a.clock
          ? `流转办理“${a.name}”自“${a.state}”起计时，而该环节在停止计时的“${a.other}”之后`
          : `流转办理“${a.name}”的环节“${a.state}”重复`,
      why: "计时起止颠倒则量不出时长，环节重复则不知所指。",
      fix: "更正计时起止，或使各环节只出现一次。",
    },
  },
  check({ plan, report }) {
    for (const workflow of ofType(plan, "workflow")) {
      const states = wordsAt(workflow.parameters, "states");
      const known = new Map<string, (typeof states)[number]>();
      const base = { id: workflow.id.value, name: nameOf(workflow) };
      for (const state of states) {
        const other = known.get(state.value);
        if (other === undefined) known.set(state.value, state);
        // Words that two sections tell are one list told twice.
        else if (
          workflow.parameters.get("states")?.kind === "text" &&
          isOneList(workflow.parameters.get("states"))
        ) {
          const related = [{ span: other.span, note: { en: "named here", zhHans: "已列" } }];
          report(
            state.span,
            { ...base, state: state.value, other: "", clock: false },
            { on: workflow, related, severity: "warning" },
          );
        }
      }
      const order = [...known.keys()];
      const [start, stop] = wordsAt(workflow.parameters, "clock");
      if (start === undefined || stop === undefined) continue;
      const [from, to] = [order.indexOf(start.value), order.indexOf(stop.value)];
      if (from < 0 || to < 0 || from < to) continue;
      const related = [
        { span: known.get(start.value)?.span ?? start.span, note: { en: "the state", zhHans: "该环节" } },
      ];
      report(
        start.span,
        { ...base, state: start.value, other: stop.value, clock: true },
        { on: workflow, related },
      );
    }
  },
});

function isOneList(value: ReturnType<Parameters<typeof wordsAt>[0]["get"]>): boolean {
  return value?.kind === "text" && value.statements.length === 1;
}
