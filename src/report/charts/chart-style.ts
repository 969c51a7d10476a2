/** Sizes, inks and markers that the parts of the path chart share. */
import { coordinate, element } from "./svg.ts";

/** Pixels of the view box; fonts are chosen to stay readable at the width of a phone. */
export const size = { width: 440, height: 215, font: 12, legendRow: 18 };

/** Colours; all of them differ in lightness from the white of the paper by 4.5 : 1 where they carry meaning. */
export const ink = {
  text: "#222",
  grid: "#d9d9d9",
  axis: "#555",
  value: "#174a86",
  path: "#8f3f00",
  bound: "#e3efe3",
  edge: "#3d6b3d",
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
