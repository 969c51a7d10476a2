/**
 * The clock of a workflow must run between its states.
 *
 * Looks at: the words under `clock`, where the workflow names its states; every wording of the states counts.
 * Reports: the word that names no state.
 * Source: FORMAT.md section 7 (workflow).
 */
import { makeSuggester } from "../../../diagnostics/suggest.ts";
import { wordsAt } from "../../../plan/parameters.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly nearest: string | null;
};

export const workflowUnknownState = defineRule<Args>({
  code: "workflow/unknown-state",
  severity: "error",
  text: {
    en: {
      title: "Clock names no state",
      message: (a) =>
        `${a.id}: the clock names "${a.state}", which is none of the states${a.nearest === null ? "" : `; the nearest is "${a.nearest}"`}`,
      why: "A time limit can only run between states through which a case goes.",
      fix: "Name two of the workflow's states, or add the state.",
    },
    zhHans: {
      title: "计时环节不存在",
      message: (a) =>
        `流转办理“${a.name}”的计时起止写有“${a.state}”，办理环节中没有${a.nearest === null ? "" : `，最接近的是“${a.nearest}”`}`,
      why: "时限须从一个环节算到另一个环节，环节不存在则无从计时。",
      fix: "计时起止改用已列出的环节，或补充该环节。",
    },
  },
  check({ plan, report }) {
    for (const workflow of ofType(plan, "workflow")) {
      const states = wordsAt(workflow.parameters, "states").map(({ value }) => value);
      if (states.length === 0) continue;
      const known = new Set(states);
      const nearest = makeSuggester(() => states);
      for (const word of wordsAt(workflow.parameters, "clock")) {
        if (known.has(word.value)) continue;
        const near = nearest(word.value);
        const args = { id: workflow.id.value, name: nameOf(workflow), state: word.value, nearest: near };
        report(word.span, args, { on: workflow, suggestion: near });
      }
    }
  },
});
