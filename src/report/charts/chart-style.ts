/** Sizes, inks and markers that charts share. */
import { coordinate, element } from "./svg.ts";

/**
 * Pixels of the path chart's view box. At the width of a phone (334 of 360 pixels) its text is 11 pixels high, in half the
 * width of an A4 page (86 mm) 8 points.
 */
export const size = { width: 360, plot: 124, foot: 26, font: 12, legendRow: 17 };

/** Colours; all of them differ in lightness from the white of the paper by 4.5 : 1 where they carry meaning. */
export const ink = {
  text: "#222",
  grid: "#d9d9d9",
  axis: "#555",
  value: "#174a86",
  path: "#8f3f00",
  bound: "#e3efe3",
  edge: "#3d6b3d",
  forecast: "#5b2a86",
  range: "#ece4f4",
  bar: "#c5d5e6",
  barEdge: "#31506e",
  solid: "#4a6a8a",
};

/** Fills of statuses; the mark and the word tell them apart, so these only help. */
export const statusFills: Readonly<Record<string, string>> = {
  achieved: "#b7dfc0",
  ahead: "#cdeccb",
  "on-track": "#d9efd2",
  "at-risk": "#fbe3a2",
  "off-track": "#f6c1a6",
  worsening: "#efb3b3",
  missed: "#e3a0a0",
  stale: "#e2dcef",
  "no-data": "#e6e6e6",
  "not-due": "#eef3f8",
  "not-computable": "#dcdcdc",
};

/** White rim that keeps a label readable over lines. */
export const halo = { stroke: "#fff", "stroke-width": 3, "paint-order": "stroke" } as const;

/** A round marker of an observation; hollow when provisional. */
export function dot(cx: number, cy: number, r: number, hollow: boolean): string {
  return element("circle", {
    cx,
    cy,
    r,
    fill: hollow ? "#fff" : ink.value,
    stroke: ink.value,
    "stroke-width": 1.5,
  });
}

/** A diamond marker of a target. */
export function diamond(cx: number, cy: number, r: number, hollow: boolean): string {
  const d = `M${coordinate(cx)} ${coordinate(cy - r)}L${coordinate(cx + r)} ${coordinate(cy)}L${coordinate(cx)} ${coordinate(cy + r)}L${coordinate(cx - r)} ${coordinate(cy)}Z`;
  return element("path", { d, fill: hollow ? "#fff" : ink.path, stroke: ink.path, "stroke-width": 1.5 });
}

/** The line from the latest value to the projected one. */
export const leadStyle = { stroke: ink.forecast, "stroke-width": 1.6, "stroke-dasharray": "2 2.5" } as const;

/** A square of a day that a projection leads to. */
export function square(cx: number, cy: number, r: number): string {
  return element("rect", {
    x: cx - r,
    y: cy - r,
    width: 2 * r,
    height: 2 * r,
    fill: "#fff",
    stroke: ink.forecast,
    "stroke-width": 1.6,
  });
}
