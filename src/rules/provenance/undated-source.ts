/**
 * A source that is cited for a figure has a date.
 *
 * Looks at: sources without date, or `undated`, that a baseline, an indicator or a piece of evidence cites. What is kept up
 * from day to day (a register, a ledger, a log, a data platform) has no date of its own.
 * Reports: the source, at its id; related: the first figure that rests on it.
 * Source: DESIGN.md section 4 (missing source: a note); provenance of figures.
 */
import type { Source } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";
import { citersOf } from "./citers.ts";

export const provenanceUndatedSource = defineRule<{ id: string; name: string }>({
  code: "provenance/undated-source",
  severity: "info",
  text: {
    en: {
      title: "Source without date",
      message: (a) => `${a.id}: figures rest on this source, but it has no date`,
      why: "Without its date nobody can tell whether the source can hold the figure, or find it again.",
      fix: "Add `date` to the source: when it was published, or the day of the data.",
    },
    zhHans: {
      title: "来源缺少日期",
      message: (a) => `来源“${a.name}”有数据引用，但未注明日期`,
      why: "来源没有日期，既无从判断其中能否有该数据，也难以查到原件。",
      fix: "在来源中补充 `date`：发布日期或数据截止日期。",
    },
  },
  check({ plan, report }) {
    for (const source of plan.sources) {
      if (source.date !== null && source.date.value.state !== "undated") continue;
      if (isKeptUp.test(titleOf(source))) continue;
      const [first] = citersOf(plan, source.id.value);
      if (first === undefined) continue;
      const note = { en: "a figure that rests on it", zhHans: "引用该来源的数据" };
      const args = { id: source.id.value, name: titleOf(source) };
      report(source.id.span, args, { on: source, related: [{ span: first.span, note }] });
    }
  },
});

const isKeptUp =
  /台账|登记|名册|名录|清册|系统|平台|数据库|日志|\b(?:register|registry|ledger|log|inventory|database|records?|system|platform|dashboard)\b/i;

function titleOf({ title, id }: Source): string {
  return title?.text ?? id.value;
}
