/** Below the table of a check: how well the indicators are made, in a line or a few. */
import type { Compilation } from "../compile.ts";
import { missingWords } from "../language/smart-words.ts";
import type { Indicator, Plan } from "../plan/plan.ts";
import { doubts, type Smart, type SmartPart, smartOf, smartParts } from "../plan/smart.ts";
import { printableLine } from "../text/printable.ts";
import { wrapTo } from "../text/width.ts";
import type { OutputOptions } from "./check-run.ts";

/** So many indicators that lack something are named; of more there is a sum. */
const mostNamed = 3;

interface Scored extends Smart {
  readonly indicator: Indicator;
}

/** Lines with a line end each; empty for a plan without indicators that are judged. */
export function smartLines(
  { findings }: Pick<Compilation, "findings">,
  plan: Plan,
  { speaker, paint, tableColumns }: OutputOptions,
): string {
  const doubted = new Set(findings.flatMap(({ code, subject }) => (doubts.has(code) ? [subject?.id] : [])));
  const scored = plan.indicators.flatMap((indicator): Scored[] => {
    const smart = smartOf(indicator, plan, doubted.has(indicator.id.value));
    return smart === null ? [] : [{ indicator, ...smart }];
  });
  const lacking = scored.filter(({ score }) => score < 5);
  if (scored.length === 0) return "";
  const lines =
    lacking.length === 0
      ? [
          speaker.say({
            en: `SMART: ${scored.length === 1 ? "1 indicator" : `all ${scored.length} indicators`} 5/5`,
            zhHans: `SMART：${scored.length} 项指标均为 5/5`,
          }),
        ]
      : lacking.length <= mostNamed
        ? lacking.map(({ indicator, score, missing }) => {
            const lacks = missingWords(missing);
            const name = indicator.name?.text ?? indicator.id.value;
            const words = {
              en: `SMART ${score}/5: ${indicator.id.value}: no ${lacks.en.replace(/\ban? /g, "")}`,
              zhHans: `SMART ${score}/5：“${name}”缺少${lacks.zhHans}`,
            };
            return speaker.say(words, [name]);
          })
        : [speaker.say(sumOf(scored, lacking))];
  const room = tableColumns ?? Number.POSITIVE_INFINITY;
  return lines
    .flatMap((line) =>
      Number.isFinite(room) ? wrapTo(printableLine(line), room - 2) : [printableLine(line)],
    )
    .map((line) => `${paint.dim(`  ${line}`)}\n`)
    .join("");
}

/** How many have each score, and how many lack each part, the most frequent first. */
function sumOf(scored: readonly Scored[], lacking: readonly Scored[]) {
  const scores = [5, 4, 3, 2, 1, 0].flatMap((score) => {
    const count = scored.filter((one) => one.score === score).length;
    return count === 0 ? [] : [{ score, count }];
  });
  const counts = new Map<SmartPart, number>();
  for (const { missing } of lacking)
    for (const part of missing) counts.set(part, (counts.get(part) ?? 0) + 1);
  const parts = smartParts
    .filter((part) => counts.has(part))
    .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const missing = missingWords(parts, counts);
  return {
    en: `SMART: ${scores.map(({ score, count }) => `${count} at ${score}/5`).join(", ")}; missing: ${missing.en}`,
    zhHans: `SMART：${scores.map(({ score, count }) => `${score}/5 的 ${count} 项`).join("、")}；缺少${missing.zhHans}`,
  };
}
