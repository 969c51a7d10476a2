/** Which rules see one fault from two sides, and how it is known that they do: the table of `told-twice.ts`. A pair stands with the family of its echo. */
import { pairsOnIndicators } from "./indicators.ts";
import type { Pair } from "./pair.ts";
import { pairsOnParts } from "./parts.ts";
import { pairsOnStatuses } from "./statuses.ts";
import { pairsOnTexts } from "./texts.ts";
import { pairsOnTimes } from "./times.ts";

export const pairs: readonly Pair[] = [
  ...pairsOnStatuses,
  ...pairsOnTexts,
  ...pairsOnIndicators,
  ...pairsOnTimes,
  ...pairsOnParts,
];
