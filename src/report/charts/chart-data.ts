/** What the path chart draws, as plain data. */
import type { Day } from "../../plan/time.ts";

/** A value on a day. */
export interface ChartPoint {
  readonly on: Day;
  readonly value: number;
}

/** Between which values the projection lies with 80 % probability. */
interface ChartRange {
  readonly low: number;
  readonly high: number;
}

/** What to draw. Values are doubles in the indicator's unit: a picture needs no more. */
export interface PathChart {
  /** Unique in the document; made from the order of indicators. */
  readonly id: string;
  readonly title: string;
  /** The chart in words, for those who cannot see it. */
  readonly description: string;
  /** Printed once at the top of the value axis. */
  readonly unit: string | null;
  readonly series: readonly (ChartPoint & { readonly provisional: boolean })[];
  readonly path: readonly ChartPoint[];
  readonly pathKind: "linear" | "step" | "geometric" | "end-only";
  readonly marks: readonly (ChartPoint & {
    readonly label: string | null;
    readonly sign: string | null;
    readonly governing: boolean;
  })[];
  readonly bounds: readonly {
    readonly from: Day;
    readonly to: Day;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly label: string;
  }[];
  /** Where the trend leads by the target's day, from the latest value on; null where nothing is projected. */
  readonly forecast: (ChartPoint & { readonly label: string; readonly range: ChartRange | null }) | null;
  readonly asOf: Day;
  /** Printed across the chart when the data are made up; null otherwise. */
  readonly demo: string | null;
  /** Label of the last observation; null when there is none. */
  readonly lastLabel: string | null;
}
