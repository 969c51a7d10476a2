/**
 * A review more frequent than its data sees the same figures again.
 *
 * Looks at: the rhythm of a review against the frequency of the indicators under `of`, where it reviews indicators alone and
 * all of them are reported less often.
 * Reports: the rhythm; related: the frequencies. A note, as a review may look at more than figures.
 * Source: DESIGN.md section 4 (more frequent than its data; what only may be a conflict).
 */
import { idsAt } from "../../../plan/parameters.ts";
import { isRarer, rhythmInChinese, rhythmWords } from "../../../plan/rhythm.ts";
import type { Rhythm } from "../../../plan/time.ts";
import { defineRule } from "../../../rules/define-rule.ts";
import { nameOf } from "../../../rules/name-of.ts";
import { ofType } from "../../of-type.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly rhythm: Rhythm;
  readonly indicator: string;
  readonly frequency: Rhythm;
  readonly count: number;
};

export const reviewFasterThanData = defineRule<Args>({
  code: "review/faster-than-data",
  severity: "info",
  named: ["indicator"],
  text: {
    en: {
      title: "Review more frequent than its data",
      message: (a) =>
        `${a.id} is ${rhythmWords(a.rhythm).en}, but ${a.indicator} is reported only ${rhythmWords(a.frequency).en}${a.count > 1 ? ` (and ${a.count - 1} more)` : ""}: what does it review in between?`,
      why: "Between two values a review can only look at the last one again.",
      fix: "Review as often as the data come, collect them as often, or say what else is reviewed.",
    },
    zhHans: {
      title: "督导评估频次高于数据报送频次",
      message: (a) =>
        `“${a.name}”${rhythmInChinese(a.rhythm)}，而“${a.indicator}”报送频次仅为${rhythmInChinese(a.frequency)}${a.count > 1 ? `（共 ${a.count} 项如此）` : ""}，其间评估什么未写明`,
      why: "两次数据之间，只能对着旧数再看一遍。",
      fix: "按报送频次开展，或提高报送频次，或写明另外评估的内容。",
    },
  },
  check({ plan, report }) {
    const indicators = new Map(plan.indicators.map((one) => [one.id.value, one]));
    for (const review of ofType(plan, "review")) {
      const rhythm = review.cadence[0]?.is;
      const of = idsAt(review.parameters, "of");
      const reviewed = of.map(({ value }) => indicators.get(value));
      if (
        rhythm === undefined ||
        of.length === 0 ||
        reviewed.includes(undefined) ||
        review.parameters.get("aspects") !== undefined
      )
        continue;
      const slow = reviewed.flatMap((one) => {
        const frequency = one?.frequency[0]?.is;
        return one !== undefined && frequency !== undefined && isRarer(frequency.value, rhythm.value)
          ? [{ one, frequency }]
          : [];
      });
      const [first] = slow;
      if (first === undefined || slow.length < of.length) continue;
      const args = {
        id: review.id.value,
        name: nameOf(review),
        rhythm: rhythm.value,
        indicator: first.one.id.value,
        frequency: first.frequency.value,
        count: slow.length,
      };
      const related = slow
        .slice(0, 5)
        .map(({ frequency }) => ({ span: frequency.span, note: { en: "reported", zhHans: "报送频次" } }));
      report(rhythm.span, args, { on: review, related });
    }
  },
});
