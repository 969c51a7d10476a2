/**
 * `assess` names a method of the engine.
 *
 * Looks at: `assess` of the plan, of its dimensions and of its indicators.
 * Reports: the unknown name; suggests the nearest.
 * Source: ENGINE.md section 6.
 */
import { nearest } from "../../diagnostics/suggest.ts";
import type { Given } from "../../plan/given.ts";
import type { Assessment } from "../../plan/plan.ts";
import { type Span, spanText } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";

/** Names of the methods, in the order of ENGINE.md section 6. */
const methodNames: readonly string[] = [
  "linear-pace",
  "schedule-points",
  "schedule-relative",
  "cagr-ratio",
  "un-projection",
  "csi",
  "anticipated",
  "to-date-band",
  "achievement",
  "absolute-bands",
  "zones",
  "self-score",
  "mid-term",
  "judgement",
];

export const indicatorNoMethod = defineRule<{ name: string; nearest: string | null }>({
  code: "indicator/no-method",
  severity: "error",
  text: {
    en: {
      title: "Unknown method",
      message: (a) =>
        `there is no method "${a.name}"${a.nearest === null ? "" : `; the nearest is "${a.nearest}"`}`,
      why: "The method decides the status; without a known one the indicator cannot be judged.",
      fix: `Name one of: ${methodNames.join(", ")}.`,
    },
    zhHans: {
      title: "评定方法不存在",
      message: (a) =>
        `没有名为“${a.name}”的评定方法${a.nearest === null ? "" : `，最接近的是“${a.nearest}”`}`,
      why: "指标状态由评定方法得出，方法不存在就无法评定。",
      fix: `请从下列方法中选用：${methodNames.join("、")}。`,
    },
  },
  check({ plan, report }) {
    for (const item of [null, ...plan.dimensions, ...plan.indicators]) {
      const assess = item === null ? plan.assess : item.assess;
      if (assess === null || assess.value.method === "" || methodNames.includes(assess.value.method))
        continue;
      const near = nearest(assess.value.method, methodNames) ?? null;
      report(
        placeOfName(assess),
        { name: assess.value.method, nearest: near },
        { suggestion: near, on: item },
      );
    }
  },
});

/** The name itself: inside a map, the text after `method:`. */
function placeOfName({ span, value }: Given<Assessment>): Span {
  const at = spanText(span).lastIndexOf(value.method);
  return at === -1
    ? span
    : { file: span.file, start: span.start + at, end: span.start + at + value.method.length };
}
