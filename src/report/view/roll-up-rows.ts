/** Dimensions and the plan as a whole: status, score and counts. */
import type { RollUp } from "../../indicators/results.ts";
import { statusCount } from "../../language/words.ts";
import { evenDecimals, printNumber } from "../numbers.ts";
import { anchorOf } from "./anchors.ts";
import { nameText, statusMark, type ViewContext } from "./context.ts";
import { rollUpAnchor } from "./roll-up-trace.ts";
import type { RollUpRow } from "./status-view.ts";
import { worstFirst } from "./worst-first.ts";

/** Rows of the dimensions in plan order, then the whole plan; none when the plan has no dimensions. */
export function rollUpRows(context: ViewContext): readonly RollUpRow[] {
  const { dimensions, plan } = context.compilation.results;
  if (dimensions.length === 0) return [];
  const rows = [...dimensions, plan].map((rollUp) => rollUpRow(rollUp, context));
  const scores = evenDecimals(rows.map(({ score }) => score));
  return rows.map((row, i) => ({ ...row, score: scores[i] ?? row.score }));
}

function rollUpRow(rollUp: RollUp, context: ViewContext): RollUpRow {
  const { id, status, statuses: counts } = rollUp;
  const { labels, plan, speaker } = context;
  const dimension = plan.dimensions.find((one) => one.id.value === id);
  const named =
    dimension === undefined
      ? (id ?? labels.wholePlan)
      : nameText(dimension.name, dimension.id.value, speaker);
  const tally = worstFirst.map((one) => ({ one, count: counts[one] ?? 0 })).filter(({ count }) => count > 0);
  return {
    anchor: id === null ? null : anchorOf("dimension", id),
    name: named,
    trace: rollUpAnchor(id),
    weight: dimension?.weight[0]?.is.value.text ?? labels.none,
    status: statusMark(status, speaker),
    score: scoreText(rollUp, context),
    counts:
      tally.map(({ one, count }) => speaker.say(statusCount(one, count))).join(labels.listComma) ||
      labels.none,
    tally: tally.map(({ one, count }) => ({ ...statusMark(one, speaker), count })),
    isWhole: id === null,
  };
}

/** The score; that scores of different scales are not put together is said, other gaps are dashes. */
function scoreText({ score, scoreReason }: RollUp, { labels, speaker }: ViewContext): string {
  if (scoreReason === "different-scales") return speaker.say({ en: "scales differ", zhHans: "分制不同" });
  return score === null ? labels.none : printNumber(score, speaker);
}
