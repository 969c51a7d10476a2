/** A series as a line of block characters, for formats without pictures. */

const blocks = "▁▂▃▄▅▆▇█";
/** Longest line; of longer series the latest points are drawn. */
const mostPoints = 24;

/** One block a value, scaled between the least and the greatest; null for fewer than two values. */
export function trendLine(values: readonly number[]): string | null {
  const shown = values.slice(-mostPoints);
  if (shown.length < 2) return null;
  const low = Math.min(...shown);
  const span = Math.max(...shown) - low;
  return shown
    .map((value) => blocks[span === 0 ? 3 : Math.round(((value - low) / span) * (blocks.length - 1))] ?? "")
    .join("");
}
