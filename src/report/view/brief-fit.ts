/**
 * Room on the one page of the brief. Every block has a height that its style keeps to (`--lines` in the print style of
 * `.brief`): here it is told beforehand how many lines a text takes, and how many rows of the lists the page holds.
 */
import { fitText, textWidth, wrapText } from "../charts/svg.ts";
import { plainText } from "../escape.ts";

/** Points of A4 between the margins of the brief (14 mm at the sides and above, 13 mm below), less a little. */
const page = { width: 515, height: 757 } as const;

/** What wrapping leaves empty at the ends of lines; letters are measured a little wide already. */
const looseness = 1.03;

/** Lines that a text takes in a width of so many points. */
export function linesOf(text: string, font: number, width: number = page.width): number {
  return Math.max(1, Math.ceil((textWidth(text, font) * looseness) / width));
}

/** A text on one line without control characters, cut with … to so many lines of a width. */
export function fitted(text: string, font: number, lines: number, width: number = page.width): string {
  return fitText(plainText(text).replace(/\s+/g, " ").trim(), font, (lines * width) / looseness);
}

/** Size of the letters of all tables, and what a cell keeps free at its sides. */
const cell = { font: 9, padding: 6 } as const;

/** Lines that a row takes at most where the page is full; more of them, most first, where it has room. */
export const mostLines = { full: 3, withRoom: [8, 6, 5, 4] } as const;

/** Points of a column that takes a share of the page, less the free space of the cell. */
function columnWidth(share: number): number {
  return page.width * share - cell.padding;
}

/** A text as it fits a cell of so many lines at most. */
export function cellText(text: string, share: number, most: number): string {
  return fitted(text, cell.font, most, columnWidth(share));
}

/** Lines of a row: those of its longest cell. */
export function rowLines(cells: readonly (readonly [text: string, share: number])[], most: number): number {
  const lines = cells.map(([text, share]) => {
    const width = columnWidth(share);
    // Nothing is left empty at the end of a line that is the only one.
    if (textWidth(text, cell.font) <= width) return 1;
    // Long words leave more of a line empty than the usual text does.
    return Math.max(
      linesOf(text, cell.font, width),
      wrapText(text, cell.font, width / looseness, most + 1).length,
    );
  });
  return Math.min(most, Math.max(...lines));
}

/** Points of a row of so many lines. */
export function rowHeight(lines: number): number {
  return 11.7 * lines + 3.5;
}

/** Heading and head of a table; the line that counts what is left off. */
const listFrame = 23 + 16;
const leftOffLine = 12;

/** The sizes in which a title is set, and the lines it may take in each; the last one cuts with …. */
const titleSizes = [
  { size: "large", font: 16, lines: 1 },
  { size: "medium", font: 13, lines: 2 },
  { size: "small", font: 10.5, lines: 8 },
] as const;

export type TitleSize = (typeof titleSizes)[number]["size"];

/** How a title is set: as large as it can be. */
export function fitTitle(title: string): { title: string; size: TitleSize; height: number } {
  const plain = plainText(title);
  const found = titleSizes.find(({ font, lines }) => linesOf(plain, font) <= lines) ?? titleSizes[2];
  const { size, font, lines } = found;
  const fits = fitted(plain, font, lines);
  return { title: fits, size, height: linesOf(fits, font) * font * 1.3 };
}

/** Points of texts that stand one after the other in lines of a height, each with a gap behind it. */
export function flowHeight(texts: readonly string[], { font, gap, line, width = page.width }: Flow): number {
  let lines = texts.length === 0 ? 0 : 1;
  let taken = 0;
  for (const text of texts) {
    const own = textWidth(text, font);
    // What does not fit the rest of a line begins the next.
    if (taken > 0 && taken + own > width) {
      lines += 1;
      taken = 0;
    }
    taken += own + gap;
  }
  return lines * line;
}

interface Flow {
  readonly font: number;
  readonly gap: number;
  /** Height of a line. */
  readonly line: number;
  readonly width?: number;
}

/** A list of the page: the lines of each of its rows, most urgent first, and in which order lists give way. */
export interface FittedList {
  readonly rows: readonly number[];
  /** True where more rows are left off than these. */
  readonly isCut?: boolean;
}

/**
 * How many rows of each list the page holds when so many points are taken by other things. The list with the most rows
 * gives way, the later one of several; the first row of a list stays. Whole is a page that holds all, roomy one that has
 * room to spare besides.
 */
export function rowsThatFit(
  lists: readonly FittedList[],
  taken: number,
): {
  readonly counts: readonly number[];
  readonly isWhole: boolean;
  readonly isRoomy: boolean;
  /** Points that are left below all, rows set roomily where they are. */
  readonly left: number;
  /** Points that are left where rows are not set roomily. */
  readonly spare: number;
} {
  const counts = lists.map(({ rows }) => rows.length);
  const height = (): number =>
    lists.reduce((sum, { rows, isCut = false }, i) => {
      if (rows.length === 0) return sum;
      const shown = rows.slice(0, counts[i]);
      const frame = listFrame + (isCut || shown.length < rows.length ? leftOffLine : 0);
      return sum + frame + shown.reduce((all, lines) => all + rowHeight(lines), 0);
    }, taken);
  while (height() > page.height) {
    const most = Math.max(...counts);
    if (most <= 1) break;
    const longest = counts.lastIndexOf(most);
    counts[longest] = most - 1;
  }
  const shown = counts.reduce((sum, count) => sum + count, 0);
  const isWhole = counts.every((count, i) => count === lists[i]?.rows.length);
  const spare = page.height - height();
  const headings = lists.filter(({ rows }) => rows.length > 0).length + 1;
  const forRoom = shown * roomyRow + headings * roomyHead;
  const isRoomy = forRoom <= spare;
  return { counts, isWhole, isRoomy, left: isRoomy ? spare - forRoom : spare, spare };
}

/** What a row and a heading take more where the page has room. */
const roomyRow = 5;
const roomyHead = 13;
