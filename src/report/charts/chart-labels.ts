/** Puts the labels of a chart where they do not lie on each other; a label that finds no room is left out. */
import type { Frame } from "./chart-frame.ts";
import { halo, size } from "./chart-style.ts";
import { fitText, textElement, textWidth } from "./svg.ts";

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A label of the point at `x`, `y`; tried above and below it, `below` first if so wished. */
export interface Label {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly below: boolean;
  readonly fill: string;
  readonly bold: boolean;
}

/** Places labels one after the other; the first placed has the choice. Gives the markup, empty when left out. */
export type LabelPlacer = (label: Label) => string;

/** The labels of one chart, and the room that they leave. */
export interface ChartLabels {
  readonly place: LabelPlacer;
  /** True where no point and no label placed so far lies in the box. */
  readonly isFree: (box: Box) => boolean;
  /** True where a course runs through the box. */
  readonly isCrossed: (box: Box) => boolean;
}

/** A point that labels must leave free. */
export interface Obstacle {
  readonly x: number;
  readonly y: number;
}

/** A course from point to point, on which labels lie only where there is no other room. */
export type Course = readonly Obstacle[];

/** Half the side of the square that a marker takes. */
const markerReach = 5;
const rise = size.font - 1;
/** Room that a label leaves above the axis where it finds other room. */
const clearance = 3;

/** Labels for one plot area with points and courses in it. */
export function chartLabels(
  { left, right, top, bottom }: Frame,
  points: readonly Obstacle[],
  courses: readonly Course[],
): ChartLabels {
  const taken: Box[] = points.map(({ x, y }) => ({
    left: x - markerReach,
    right: x + markerReach,
    top: y - markerReach,
    bottom: y + markerReach,
  }));
  const edge = right + 10;
  // A label as wide as the plot would leave no other any room.
  const widest = (edge - left) * 0.7;
  const isFree = (box: Box): boolean => !taken.some((other) => overlaps(box, other));
  const isCrossed = (box: Box): boolean => courses.some((course) => crosses(course, box));
  const place: LabelPlacer = ({ words: whole, x, y, below, fill, bold }) => {
    const words = fitText(whole, size.font, widest);
    const half = textWidth(words, size.font) / 2;
    const boxes = placesAround(half, below)
      .map(([across, down]): Box => {
        const middle = Math.max(Math.min(x + across, edge - half), left + half);
        return { left: middle - half, right: middle + half, top: y + down - rise, bottom: y + down + 1 };
      })
      .filter((box) => box.top >= top - 2 && box.bottom <= bottom)
      .filter(isFree);
    const isClear = (one: Box): boolean => one.bottom <= bottom - clearance && !isCrossed(one);
    const box = boxes.find(isClear) ?? boxes[0];
    if (box === undefined) return "";
    taken.push(box);
    return textElement(words, {
      x: (box.left + box.right) / 2,
      y: box.bottom - 1,
      "text-anchor": "middle",
      "font-size": size.font,
      "font-weight": bold ? "bold" : "normal",
      fill,
      ...halo,
    });
  };
  return { place, isFree, isCrossed };
}

/** Shifts of a label's middle and base line from its point, in order of liking. */
function placesAround(half: number, below: boolean): readonly (readonly [number, number])[] {
  const over: [number, number] = [0, -9];
  const under: [number, number] = [0, size.font + 8];
  const right: [number, number] = [half + 9, size.font * 0.35];
  const left: [number, number] = [-half - 9, size.font * 0.35];
  return below ? [under, over, right, left] : [over, under, left, right];
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** True where a course runs through a box. */
export function crosses(course: Course, { left, right, top, bottom }: Box): boolean {
  return course.slice(1).some((to, i) => {
    const from = course[i] ?? to;
    const [start, end] = from.x <= to.x ? [from, to] : [to, from];
    if (end.x < left || start.x > right) return false;
    const heightAt = (x: number): number =>
      end.x === start.x ? end.y : start.y + ((end.y - start.y) * (x - start.x)) / (end.x - start.x);
    const [a, b] =
      end.x === start.x
        ? [start.y, end.y]
        : [heightAt(Math.max(left, start.x)), heightAt(Math.min(right, end.x))];
    return Math.max(a, b) >= top && Math.min(a, b) <= bottom;
  });
}
