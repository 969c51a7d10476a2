/** Labels of the rows of a chart: beside the row where there is room, else above it. */
import { halo, ink } from "./chart-style.ts";
import { fonts, type Layout, layouts, mostHeight } from "./picture.ts";
import { element, textElement, textWidth, wrapText } from "./svg.ts";

/** A label in lines, its height, and how far the row moves to the right and down for it. */
export interface RowLabel {
  readonly lines: readonly string[];
  readonly height: number;
  /** Where what the label names begins. */
  readonly left: number;
  readonly down: number;
}

/** Distance between the lines of one label. */
const lineStep = 13;
const gap = 10;

/** What a row needs beside the lines of its label, and a picture beside its rows. */
const rowGap = 4;
const besideRows = 120;

/** Lines that each label of so many rows may take: three where all of them would still stand on one page. */
export function linesOfLabels(rows: number): number {
  return rows * (3 * lineStep + rowGap) + besideRows <= mostHeight ? 3 : 2;
}

/** A label of at most `most` lines, `indent` pixels to the right. */
export function rowLabel(
  text: string,
  { width, labelWidth }: Layout,
  indent: number,
  most: number,
): RowLabel {
  const beside = labelWidth > 0;
  const room = (beside ? labelWidth - gap : width) - indent;
  const lines = wrapText(text, fonts.text, room, most);
  const height = lines.length * lineStep;
  return { lines, height, left: labelWidth, down: beside ? 0 : height + 2 };
}

/**
 * The label as markup; `middle` is the height around which a label beside its row stands. One above its row that lies
 * `onLines` of an axis gets white behind it.
 */
export function drawRowLabel(
  { lines, height, down }: RowLabel,
  at: {
    readonly x: number;
    readonly top: number;
    readonly middle: number;
    readonly strong: boolean;
    readonly onLines?: boolean;
  },
): string {
  const first = down > 0 ? at.top + 11 : at.middle - height / 2 + 11;
  return lines
    .map((line, i) => {
      const text = textElement(line, {
        x: at.x,
        y: first + i * lineStep,
        "font-size": fonts.text,
        "font-weight": at.strong ? "bold" : "normal",
        fill: ink.text,
        ...halo,
      });
      return down > 0 && at.onLines === true ? ground(line, at.x, first + i * lineStep) + text : text;
    })
    .join("");
}

/** White behind a line of a label that stands across the lines of the axis: they would run through its letters. */
function ground(line: string, x: number, y: number): string {
  const left = Math.max(0, x - 2);
  const right = Math.min(x + textWidth(line, fonts.text) + 2, layouts.narrow.width);
  return element("rect", { x: left, y: y - 11, width: right - left, height: lineStep + 1, fill: "#fff" });
}
