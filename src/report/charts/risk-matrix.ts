/** Risks by likelihood and impact, five by five: numbers in the cells, names in a list beside or below. */
import { ink } from "./chart-style.ts";
import { drawPicture, fonts, type Layout, type PictureNames } from "./picture.ts";
import { coordinate, element, fitText, textElement, textWidth, wrapText } from "./svg.ts";

export interface RiskMatrix extends PictureNames {
  readonly likelihood: string;
  readonly impact: string;
  /** Numbered from 1 in this order. Grades are 1–5. */
  readonly risks: readonly { readonly name: string; readonly likelihood: number; readonly impact: number }[];
  /** Said below the list when it does not name all; `count` are left off. */
  more(count: number): string;
}

const grades = [1, 2, 3, 4, 5];
const cell = { width: 58, height: 44 };
const axis = { left: 40, bottom: 40 };
/** Names listed beside or below the matrix; the table has them all. */
const mostNames = 12;
const lineStep = 14;

/** The matrix in both layouts; null without risks. */
export function drawRiskMatrix(matrix: RiskMatrix): string | null {
  return matrix.risks.length === 0 ? null : drawPicture(matrix, (layout) => drawLayout(matrix, layout));
}

function drawLayout(
  matrix: RiskMatrix,
  layout: Layout,
): { readonly height: number; readonly markup: string } {
  const height = 5 * cell.height;
  const width = 5 * cell.width;
  const beside = layout.labelWidth > 0;
  const left = axis.left + width + 24;
  const list = beside
    ? drawNames(matrix, { x: left, y: 6, width: layout.width - left })
    : drawNames(matrix, { x: 0, y: height + axis.bottom + 10, width: layout.width });
  return {
    height: Math.max(height + axis.bottom + 4, list.bottom),
    markup: drawCells(matrix) + drawAxisWords(matrix, width, height) + list.markup,
  };
}

function drawCells({ risks }: RiskMatrix): string {
  return grades
    .flatMap((likelihood) =>
      grades.map((impact) => {
        const numbers = risks.flatMap((risk, i) =>
          risk.likelihood === likelihood && risk.impact === impact ? [i + 1] : [],
        );
        const x = axis.left + (impact - 1) * cell.width;
        const y = 4 + (5 - likelihood) * cell.height;
        return (
          element("rect", { x, y, ...cell, fill: shade(likelihood * impact), stroke: "#777" }) +
          drawNumbers(numbers, x, y)
        );
      }),
    )
    .join("");
}

/** The more likely and the graver, the darker; no limits between classes are drawn, since the plan states none. */
function shade(product: number): string {
  const light = Math.round(255 - (product / 25) * 75);
  const part = light.toString(16).padStart(2, "0");
  return `#${part}${part}${part}`;
}

/** The numbers in one or two lines; more than fit end in …. */
function drawNumbers(numbers: readonly number[], x: number, y: number): string {
  const lines = wrapText(numbers.join(", "), fonts.text, cell.width - 6, 2);
  const first = y + cell.height / 2 + 4.5 - ((lines.length - 1) * lineStep) / 2;
  return lines
    .map((line, i) =>
      textElement(line, {
        x: x + cell.width / 2,
        y: first + i * lineStep,
        "text-anchor": "middle",
        "font-size": fonts.text,
        "font-weight": "bold",
        fill: "#000",
      }),
    )
    .join("");
}

function drawAxisWords({ likelihood, impact }: RiskMatrix, width: number, height: number): string {
  const middle = { x: axis.left + width / 2, y: 4 + height / 2 };
  const common = { "text-anchor": "middle", "font-size": fonts.text, fill: ink.text };
  const ticks = grades.flatMap((grade) => [
    textElement(String(grade), { ...common, x: axis.left - 10, y: 8 + (5.5 - grade) * cell.height }),
    textElement(String(grade), { ...common, x: axis.left + (grade - 0.5) * cell.width, y: height + 18 }),
  ]);
  return (
    ticks.join("") +
    textElement(`${impact} →`, { ...common, x: middle.x, y: height + 36 }) +
    textElement(`${likelihood} →`, {
      ...common,
      x: 14,
      y: middle.y,
      transform: `rotate(-90 14 ${coordinate(middle.y)})`,
    })
  );
}

function drawNames(
  { risks, more }: RiskMatrix,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): { readonly markup: string; readonly bottom: number } {
  const shown = risks.slice(0, mostNames);
  const indent = 8 + textWidth(String(shown.length), fonts.text);
  let at = y;
  const markup = shown.map(({ name }, i) => {
    const number = textElement(String(i + 1), {
      x,
      y: at + 12,
      "font-size": fonts.text,
      "font-weight": "bold",
      fill: ink.text,
    });
    const lines = wrapText(name, fonts.text, width - indent, 2).map((line, k) =>
      textElement(line, {
        x: x + indent,
        y: at + 12 + k * lineStep,
        "font-size": fonts.text,
        fill: ink.text,
      }),
    );
    at += lines.length * lineStep + 4;
    return number + lines.join("");
  });
  if (risks.length > shown.length) {
    const words = fitText(more(risks.length - shown.length), fonts.text, width);
    markup.push(textElement(words, { x, y: at + 12, "font-size": fonts.text, fill: ink.text }));
    at += lineStep + 4;
  }
  return { markup: markup.join(""), bottom: at + 2 };
}
