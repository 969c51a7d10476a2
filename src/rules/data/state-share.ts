/**
 * The state of a piece of work and the share that is done agree.
 *
 * Looks at: progress rows with both: what is done (已完成) has a share of 100%, what is not started (未启动) one of 0. Rows of
 * funds are left out: their share is of money.
 * Reports: the share; related: the state.
 * Source: FORMAT.md section 8 (progress), DESIGN.md section 4 (two statements that cannot both hold).
 */
import { formatDecimal } from "../../plan/decimal.ts";
import { spanText } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";

type Args = {
  readonly item: string;
  readonly at: string;
  readonly state: "done" | "not-started";
  /** In percent. */
  readonly share: string;
};

/** 99.6% is printed as all. */
const roundsToAll = 0.995;

export const dataStateShare = defineRule<Args>({
  code: "data/state-share",
  severity: "error",
  named: ["item"],
  text: {
    en: {
      title: "State and share of a piece of work differ",
      message: (a) =>
        `${a.item}: the state says ${a.state === "done" ? "done" : "not started"}, the share ${a.share}% (${a.at})`,
      why: "By its state the work is at one point, by its share at another: how far it has come cannot be judged.",
      fix: "Correct the state or the share of the row.",
    },
    zhHans: {
      title: "进展状态与完成比例不一致",
      message: (a) =>
        `“${a.item}”在“${a.at}”的状态为“${a.state === "done" ? "已完成" : "未启动"}”，完成比例却为“${a.share}%”`,
      why: "同一项工作按状态与按比例得出不同结论，无法认定进度。",
      fix: "更正该行的状态或完成比例。",
    },
  },
  check({ records, report }) {
    for (const { kind, id, at, state, share } of records.progress) {
      if (state === null || share === null || kind?.value === "fund") continue;
      const { value } = state;
      if (value !== "done" && value !== "not-started") continue;
      if (value === "done" ? share.value.gte(roundsToAll) : share.value.lte(0)) continue;
      const args = {
        item: id.value,
        at: spanText(at.span),
        state: value,
        share: formatDecimal(share.value.times(100)),
      };
      const related = [{ span: state.span, note: { en: "the state", zhHans: "状态" } }];
      report(share.span, args, { related });
    }
  },
});
