/** An indicator's row as the data of its chart. */
import type { IndicatorRow, JudgedTarget } from "../../indicators/results.ts";
import type { PathChart } from "../charts/chart-data.ts";
import { printDay } from "../dates.ts";
import { demoWords } from "../status-labels.ts";
import { statusMark, type ViewContext } from "./context.ts";
import { forecastOf } from "./forecast.ts";
import { levelText, targetLevelText, targetText, unitText, withoutLongUnit } from "./target-text.ts";

/** More targets than this are drawn without labels, but for the governing one. */
const mostLabels = 4;

/** The chart of a row. */
export function indicatorChart(row: IndicatorRow, id: string, name: string, context: ViewContext): PathChart {
  const { asOf, speaker, compilation } = context;
  const last = row.series().at(-1);
  const value = row.figures.value.value;
  const forecast = forecastOf(row, context);
  return {
    id,
    title: name,
    description: describe(row, context),
    unit: unitText(row.indicator),
    series: row.series().map((seen) => ({
      on: seen.on,
      value: seen.value.toNumber(),
      provisional: seen.provisional,
    })),
    // A bound is drawn as the range to hold; a path along its edge would say it twice.
    path: isHeld(row) ? [] : row.path.map(({ on, value: level }) => ({ on, value: level.toNumber() })),
    pathKind: pathKind(row),
    marks: marksOf(row, context),
    bounds: row.targets.flatMap((judged) => boundsOf(judged, row, context)),
    forecast:
      forecast === null ? null : { ...forecast, label: withoutLongUnit(forecast.label, row.indicator) },
    asOf,
    demo: compilation.records.demo ? speaker.say(demoWords.chart) : null,
    lastLabel:
      last === undefined || value === null
        ? null
        : withoutLongUnit(levelText(value, row, context), row.indicator),
  };
}

function isHeld({ targets }: IndicatorRow): boolean {
  return targets.some((judged) => judged.governing && judged.target.kind === "hold");
}

function pathKind({ indicator }: IndicatorRow): PathChart["pathKind"] {
  const kind = indicator.trajectory?.kind.value;
  return kind === "step" || kind === "geometric" || kind === "end-only" ? kind : "linear";
}

function marksOf(row: IndicatorRow, context: ViewContext): PathChart["marks"] {
  const dated = distinct(
    row.targets.filter((judged) => judged.level !== null && judged.dueOn !== null && isDrawn(judged)),
  );
  return dated.flatMap((judged) => {
    const { level, dueOn, governing, status } = judged;
    if (level === null || dueOn === null) return [];
    const isDecided = status === "met" || status === "missed" || status === "achieved";
    const label =
      governing || dated.length <= mostLabels
        ? withoutLongUnit(targetLevelText(level, row, context), row.indicator)
        : null;
    return [
      {
        on: dueOn,
        value: level.toNumber(),
        label,
        sign: isDecided ? statusMark(status, context.speaker).mark : null,
        governing,
      },
    ];
  });
}

/** Of targets that several sections state for one day, one: two labels on one point cannot be read. */
function distinct(targets: readonly JudgedTarget[]): readonly JudgedTarget[] {
  const points = new Map<string, JudgedTarget>();
  for (const judged of targets) {
    const point = `${judged.dueOn} ${judged.level?.toFixed()}`;
    if (judged.governing || !points.has(point)) points.set(point, judged);
  }
  return targets.filter((judged) => points.get(`${judged.dueOn} ${judged.level?.toFixed()}`) === judged);
}

function isDrawn({ target }: JudgedTarget): boolean {
  return target.kind !== "hold" && target.kind !== "versus";
}

function boundsOf(judged: JudgedTarget, row: IndicatorRow, context: ViewContext): PathChart["bounds"] {
  const { target, level, upper, relation, dueOn } = judged;
  const { plan, asOf } = context;
  if (target.kind !== "hold" || level === null) return [];
  const from = target.from?.value.period?.start ?? plan.period?.start?.value ?? row.series()[0]?.on ?? asOf;
  const to = dueOn ?? plan.period?.end?.value ?? asOf;
  if (to < from) return [];
  const limit = level.toNumber();
  const isFloor = relation === ">=" || relation === ">";
  const [lower, ceiling] =
    upper !== null
      ? [limit, upper.toNumber()]
      : relation === "="
        ? [limit, limit]
        : isFloor
          ? [limit, null]
          : [null, limit];
  return [{ from, to, lower, upper: ceiling, label: targetText(judged, row, context) }];
}

/** The chart in words. */
function describe(row: IndicatorRow, context: ViewContext): string {
  const { speaker } = context;
  const { figures } = row;
  const series = row.series();
  const first = series[0];
  const last = series.at(-1);
  const governing = row.targets.find((judged) => judged.governing);
  const parts: string[] = [];
  if (first !== undefined && last !== undefined) {
    const [start, end] = [printDay(first.on, speaker), printDay(last.on, speaker)];
    const now = levelText(figures.value.value ?? last.value, row, context);
    parts.push(
      speaker.say({
        en: `Reported values from ${start} to ${end}, now ${now}.`,
        zhHans: `实际值：${start}至${end}，当前为${now}。`,
      }),
    );
  }
  if (governing !== undefined) {
    const due = governing.dueOn === null ? null : printDay(governing.dueOn, speaker);
    const wanted = targetText(governing, row, context);
    const text = {
      en: due === null ? `Target ${wanted}.` : `Target ${wanted} by ${due}.`,
      zhHans: due === null ? `目标值：“${wanted}”。` : `目标值：${due}前“${wanted}”。`,
    };
    parts.push(speaker.say(text, [wanted]));
  }
  const forecast = forecastOf(row, context);
  if (forecast !== null) {
    const on = printDay(forecast.on, speaker);
    const [between, zhBetween] =
      forecast.rangeText === null ? ["", ""] : [` (${forecast.rangeText})`, `（${forecast.rangeText}）`];
    parts.push(
      speaker.say({
        en: `Projected for ${on}, an estimate: ${forecast.label}${between}.`,
        zhHans: `${on}预计值（估计）：${forecast.label}${zhBetween}。`,
      }),
    );
  }
  const { word } = statusMark(row.status, speaker);
  parts.push(speaker.say({ en: `Status: ${word}.`, zhHans: `状态：${word}。` }));
  return parts.join(speaker.chinese ? "" : " ");
}
