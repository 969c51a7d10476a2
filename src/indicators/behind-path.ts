/** Whether the way was left in between, though the latest value alone decides (METHODS.md section 8, edge 7). */
import type { Position } from "./position.ts";
import type { SeenValue } from "./results.ts";

/** Values that were worse than the trajectory on their days, oldest first; null where nothing was expected of a day. */
export function behindPath({ path, sign, holds, series }: Position): readonly SeenValue[] | null {
  if (path === null || sign === 0 || holds) return null;
  return series().filter(({ on, value, isPartial }) => {
    const expected = path.expectedOn(on);
    return isPartial !== true && expected !== null && value.minus(expected).times(sign).lt(0);
  });
}
