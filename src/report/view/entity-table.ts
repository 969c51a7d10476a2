/** The entities of an indicator, furthest behind first. */
import { type IndicatorRow, type Status, statuses } from "../../indicators/results.ts";
import { statusWords } from "../../language/words.ts";
import { personText, statusMark, type ViewContext } from "./context.ts";
import { currentValue, differenceText, shareText } from "./figure-text.ts";
import type { EntityTable } from "./status-view.ts";

/** Most entities listed; the rest is counted. */
const mostEntities = 100;

/** Worst first; what cannot be judged stands before what is on course, so that it is not overlooked. */
const worstFirst: readonly Status[] = [
  "missed",
  "worsening",
  "off-track",
  "at-risk",
  "no-data",
  "stale",
  "not-computable",
  "on-track",
  "ahead",
  "achieved",
  "not-due",
];

/** The table, or null when no observation names an entity. */
export function entityTable(
  row: IndicatorRow,
  entityRows: readonly IndicatorRow[],
  context: ViewContext,
): EntityTable | null {
  if (entityRows.length === 0) return null;
  const { labels, speaker } = context;
  const ranked = [...entityRows].sort(compareRows);
  const listed = ranked.slice(0, mostEntities);
  const rest = ranked.length - listed.length;
  return {
    summary: summaryText(entityRows, context),
    coverage: coverageText(row, context),
    rows: listed.map((one, i) => ({
      rank: String(i + 1),
      name: one.entity === null ? labels.none : personText(one.entity, context),
      value: currentValue(one, context),
      change: differenceText(one, "change", context),
      attained: shareText(one, "attained", context),
      gap: differenceText(one, "gap", context),
      status: statusMark(one.status, speaker),
      reporter: reporterOf(one, context) ?? labels.none,
    })),
    leftOff:
      rest === 0
        ? null
        : speaker.say({
            en: `${rest} further entities are not listed here.`,
            zhHans: `其余${rest}个实施单位未在此列出。`,
          }),
  };
}

/** By status, then by gap; rows that tie stay in plan order. */
function compareRows(a: IndicatorRow, b: IndicatorRow): number {
  const byStatus = worstFirst.indexOf(a.status) - worstFirst.indexOf(b.status);
  if (byStatus !== 0) return byStatus;
  const [gapA, gapB] = [a.figures.gap.value, b.figures.gap.value];
  if (gapA !== null && gapB !== null) return gapA.cmp(gapB);
  const [shareA, shareB] = [a.figures.attained.value, b.figures.attained.value];
  return shareA !== null && shareB !== null ? shareA.cmp(shareB) : 0;
}

function summaryText(rows: readonly IndicatorRow[], { labels, speaker }: ViewContext): string {
  const counts = statuses
    .map((status) => ({ status, count: rows.filter((row) => row.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${speaker.say(statusWords[status])} ${count}`)
    .join(labels.listComma);
  return speaker.say({
    en: `${rows.length} ${rows.length === 1 ? "entity" : "entities"}: ${counts}.`,
    zhHans: `共${rows.length}个实施单位：${counts}。`,
  });
}

function coverageText({ coverage }: IndicatorRow, context: ViewContext): string | null {
  if (coverage === null || coverage.counted >= coverage.of) return null;
  const { labels, speaker } = context;
  const shown = coverage.missing.slice(0, mostEntities).map((id) => personText(id, context));
  const missing = shown.join(labels.listComma);
  const text = {
    en: `The plan's figure covers ${coverage.counted} of ${coverage.of} entities; missing: ${missing}.`,
    zhHans: `汇总数据覆盖${coverage.of}个实施单位中的${coverage.counted}个，缺：“${missing}”。`,
  };
  return speaker.say(text, [missing]);
}

/** Who reported the latest value of a row; null when the data do not say. */
export function reporterOf({ series }: IndicatorRow, context: ViewContext): string | null {
  const last = series.at(-1);
  return last === undefined ? null : (context.observationAt(last.span)?.reporter?.value ?? null);
}
