/** The guides of all methods, in the order of the methods. */
import { bandGuides } from "./bands.ts";
import { growthGuides } from "./growth.ts";
import type { MethodGuide } from "./guide.ts";
import { midTermGuide, paceGuides } from "./pace.ts";
import { judgementGuide, selfScoreGuide } from "./people.ts";
import { wayGuides } from "./way.ts";

export const methodGuides: readonly MethodGuide[] = [
  ...paceGuides,
  ...growthGuides,
  ...wayGuides,
  ...bandGuides,
  selfScoreGuide,
  midTermGuide,
  judgementGuide,
];
