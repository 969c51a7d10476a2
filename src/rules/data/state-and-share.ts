/**
 * The state of a piece of work and the share that is done agree.
 *
 * Looks at: progress rows with both: done with less than all, or not started with more than nothing.
 * Reports: the share; related: the state.
 * Source: FORMAT.md section 8 (progress), DESIGN.md section 4 (statements that cannot both hold).
 */
import { spanText } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";

type Args = { readonly item: string; readonly state: string; readonly share: string };

export const dataStateAndShare = defineRule<Args>({
  code: "data/state-and-share",
  severity: "error",
  named: ["item"],
  text: {
    en: {
      title: "State and share of work disagree",
      message: (a) => `${a.item}: the state is "${a.state}", but the share done is ${a.share}`,
      why: "One of the two cells is wrong, and with it what is due and what is overdue.",
      fix: "Correct the state or the share.",
    },
    zhHans: {
      title: "进展状态与完成比例不符",
      message: (a) => `“${a.item}”的状态为“${a.state}”，完成比例却为“${a.share}”`,
      why: "两者必有一误，是否完成、是否逾期无从判断。",
      fix: "更正状态或完成比例。",
    },
  },
  check({ records, report }) {
    for (const { id, state, share } of records.progress) {
      if (state === null || share === null) continue;
      const isPart = state.value === "done" && share.value.lt(1);
      const isBegun = state.value === "not-started" && share.value.gt(0);
      if (!isPart && !isBegun) continue;
      const args = { item: id.value, state: spanText(state.span), share: spanText(share.span) };
      const related = [{ span: state.span, note: { en: "the state", zhHans: "状态" } }];
      report(share.span, args, { related });
    }
  },
});
