/** The assessment methods, in the order in which they are documented. */
import { absoluteBands } from "./absolute-bands.ts";
import { achievement } from "./achievement.ts";
import { anticipated } from "./anticipated.ts";
import { cagrRatio } from "./cagr-ratio.ts";
import { csi } from "./csi.ts";
import { judgement } from "./judgement.ts";
import { linearPace } from "./linear-pace.ts";
import type { Method } from "./method.ts";
import { midTerm } from "./mid-term.ts";
import { schedulePoints } from "./schedule-points.ts";
import { scheduleRelative } from "./schedule-relative.ts";
import { selfScore } from "./self-score.ts";
import { toDateBand } from "./to-date-band.ts";
import { unProjection } from "./un-projection.ts";
import { zones } from "./zones.ts";

export const methods: readonly Method[] = [
  linearPace,
  schedulePoints,
  scheduleRelative,
  cagrRatio,
  unProjection,
  csi,
  anticipated,
  toDateBand,
  achievement,
  absoluteBands,
  zones,
  selfScore,
  midTerm,
  judgement,
];

/** The method of a name; undefined for one that is not built. */
export function findMethod(name: string): Method | undefined {
  return methods.find((method) => method.name === name);
}
