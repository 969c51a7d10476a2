/**
 * Blanks that typesetters put around Chinese characters (`2026 年 6 月`, `不低于 85 %`) say nothing. Literals are read
 * without them; places are given in the text as written.
 */

const besideHan = / +(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) +/g;
const anyBesideHan = / [\u3400-\u9fff]|[\u3400-\u9fff] /;

/** A text without the blanks beside Chinese characters, and its offsets in the text as written. */
export interface ClosedUp {
  readonly text: string;
  readonly plain: string;
  /** Offset in the written text of what begins at an offset. */
  startOf(offset: number): number;
  /** Offset in the written text of what ends before an offset. */
  endOf(offset: number): number;
}

/** Closes up a written text by its plain forms at the same offsets; null when no such blank is in it. */
export function closeUp(text: string, plain: string): ClosedUp | null {
  if (!anyBesideHan.test(plain)) return null;
  const blanks = new Set<number>();
  for (const found of plain.matchAll(besideHan)) {
    for (let i = 0; i < found[0].length; i++) blanks.add(found.index + i);
  }
  const kept = Array.from({ length: plain.length }, (_, i) => i).filter((i) => !blanks.has(i));
  const without = (whole: string): string => kept.map((i) => whole.charAt(i)).join("");
  return {
    text: without(text),
    plain: without(plain),
    startOf: (offset) => kept[offset] ?? plain.length,
    endOf: (offset) => (offset === 0 ? 0 : (kept[offset - 1] ?? plain.length - 1) + 1),
  };
}
