/** Bars and diamonds of the phase chart, with their dates where there is room. */
import { halo, ink } from "./chart-style.ts";
import type { Across, PhaseChart, StepState } from "./phase-chart.ts";
import { fonts } from "./picture.ts";
import { coordinate, element, fitText, textElement, textWidth } from "./svg.ts";

type Row = PhaseChart["rows"][number];

const barStyle = { fill: ink.bar, stroke: ink.barEdge, "stroke-width": 1 };
const reach = 6;

/** A bar from its first to the end of its last day; an open side runs to the edge and is left without a line. */
export function drawPhaseBar(
  { from, to, text }: Extract<Row, { kind: "phase" }>,
  across: Across,
  middle: number,
  height: number,
): string {
  if (from === null && to === null) return textBeside(text, across.left, across.left, across, middle);
  const start = from === null ? across.left : across.x(from);
  const end = Math.max(start + 2, to === null ? across.right : across.x(to + 1));
  const top = middle - height / 2;
  const bar = element("rect", { x: start, y: top, width: end - start, height, ...barStyle });
  const openings = [from === null ? start : null, to === null ? end : null]
    .filter((x) => x !== null)
    .map((x) =>
      element("line", { x1: x, x2: x, y1: top, y2: top + height, stroke: "#fff", "stroke-width": 2.5 }),
    );
  if (textWidth(text, fonts.small) + 8 > end - start)
    return bar + openings.join("") + textBeside(text, start, end, across, middle);
  const words = textElement(text, {
    x: (start + end) / 2,
    y: middle + 4,
    "text-anchor": "middle",
    "font-size": fonts.small,
    fill: "#111",
  });
  return bar + openings.join("") + words;
}

/** A diamond on its day, filled when done, crossed when late, else hollow. */
export function drawStep(
  { on, text, state }: Extract<Row, { kind: "milestone" }>,
  across: Across,
  middle: number,
): string {
  if (on === null) return textBeside(text, across.left, across.left, across, middle);
  const x = Math.min(Math.max(across.x(on + 1), across.left + reach), across.right - reach);
  return stepMark(state, x, middle) + textBeside(text, x - reach, x + reach, across, middle);
}

function stepMark(state: StepState, x: number, y: number): string {
  const [cx, cy] = [coordinate(x), coordinate(y)];
  const [left, right] = [coordinate(x - reach), coordinate(x + reach)];
  const [top, bottom] = [coordinate(y - reach), coordinate(y + reach)];
  const shape = element("path", {
    d: `M${cx} ${top}L${right} ${cy}L${cx} ${bottom}L${left} ${cy}Z`,
    fill: state === "done" ? ink.barEdge : "#fff",
    stroke: state === "late" ? "#8a1c1c" : ink.barEdge,
    "stroke-width": 1.5,
  });
  if (state !== "late") return shape;
  const arm = reach * 0.55;
  const cross = [
    [-arm, -arm, arm, arm],
    [-arm, arm, arm, -arm],
  ].map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) =>
    element("line", {
      x1: x + x1,
      y1: y + y1,
      x2: x + x2,
      y2: y + y2,
      stroke: "#8a1c1c",
      "stroke-width": 1.6,
    }),
  );
  return shape + cross.join("");
}

/** The words to the right of a mark, or to its left; where neither has room they are cut on the roomier side. */
function textBeside(text: string, start: number, end: number, across: Across, middle: number): string {
  const gap = 4;
  const width = textWidth(text, fonts.small);
  const [before, after] = [start - gap - across.left, across.right - end - gap];
  const isRight = width <= after || after >= before;
  const words = fitText(text, fonts.small, Math.max(before, after, 12));
  return textElement(words, {
    x: isRight ? end + gap : start - gap,
    y: middle + 4,
    "text-anchor": isRight ? "start" : "end",
    "font-size": fonts.small,
    fill: ink.text,
    ...halo,
  });
}

/** The sign of a phase in the legend. */
export function barSign(): string {
  return element("rect", { x: 0, y: 1, width: 26, height: 10, ...barStyle });
}

/** The sign of a milestone in the legend. */
export function stepSign(state: StepState): string {
  return stepMark(state, 13, 6);
}
