/**
 * The method that an indicator is to be assessed by is available.
 *
 * Looks at: `assess` of the plan, its dimensions and indicators. A name that is no method is told by `schema/value`.
 * Reports: the value of `assess`.
 * Source: ENGINE.md section 6.
 */
import type { Given } from "../../plan/given.ts";
import type { Assessment, Item } from "../../plan/plan.ts";
import { defineRule } from "../define-rule.ts";

type Args = { readonly method: string; readonly available: string };

/** Methods of the format that this version does not compute. */
export const methodsNotAvailable: ReadonlySet<string> = new Set(
  "schedule-points schedule-relative cagr-ratio un-projection csi anticipated to-date-band achievement absolute-bands zones self-score mid-term judgement".split(
    " ",
  ),
);

/** What this version computes. */
const available = "linear-pace";

export const indicatorMethodNotAvailable = defineRule<Args>({
  code: "indicator/method-not-available",
  severity: "warning",
  text: {
    en: {
      title: "Method not available",
      message: (a) => `the method ${a.method} is not available in this version, which has ${a.available}`,
      why: "Indicators under this method are not judged: their status stays open, whatever their values.",
      fix: "Choose a method that this version has (`assess: linear-pace`), or judge these indicators by other means.",
    },
    zhHans: {
      title: "评定方法暂不可用",
      message: (a) => `本版本尚不支持评定方法“${a.method}”，目前支持：${a.available.replaceAll(", ", "、")}`,
      why: "采用该方法的指标不会被评定，无论实际值如何，状态都得不出来。",
      fix: "改用本版本支持的方法（`assess: linear-pace`），或另行评定这些指标。",
    },
  },
  check({ plan, report }) {
    const look = (assess: Given<Assessment> | null, on: Item | null): void => {
      if (assess === null) return;
      const { method } = assess.value;
      if (!methodsNotAvailable.has(method)) return;
      report(assess.span, { method, available }, { on });
    };
    look(plan.assess, null);
    for (const dimension of plan.dimensions) look(dimension.assess, dimension);
    for (const indicator of plan.indicators) look(indicator.assess, indicator);
  },
});
