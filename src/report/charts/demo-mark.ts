/** The words that say in a chart that its data are made up: behind what is drawn, where they leave its labels free. */
import type { Frame } from "./chart-frame.ts";
import { type Box, type ChartLabels, type Course, crosses } from "./chart-labels.ts";
import { textElement, textWidth } from "./svg.ts";

const font = 15;
/** Places that are tried, as shares of the room between the edges; the middle is liked best. */
const down = [0.5, 0.3, 0.7, 0.12, 0.88];
const across = [0.5, 0.25, 0.75, 0, 1];

/** The mark clear of labels, of the courses and the target path; else of labels; else in the middle. */
export function drawDemo(
  words: string,
  frame: Frame,
  { isFree, isCrossed }: ChartLabels,
  path: Course,
): string {
  const boxes = placesIn(frame, textWidth(words, font));
  const free = boxes.filter(isFree);
  const box = free.find((one) => !isCrossed(one) && !crosses(path, one)) ?? free[0] ?? boxes[0];
  if (box === undefined) return "";
  return textElement(words, {
    x: (box.left + box.right) / 2,
    y: box.bottom - font * 0.25,
    "text-anchor": "middle",
    "font-size": font,
    fill: "#c8c8c8",
  });
}

function placesIn({ left, right, top, bottom }: Frame, width: number): readonly Box[] {
  const room = { across: Math.max(0, right - left - width), down: bottom - top - font };
  return down.flatMap((y) =>
    across.map((x) => {
      const start = left + room.across * x;
      const above = top + room.down * y;
      return { left: start, right: start + width, top: above, bottom: above + font };
    }),
  );
}
