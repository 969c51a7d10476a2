/** How grave a level of an alarm is, by what it means or by the colour of its light. */
import { labelOf, type ParameterMap, wordsAt } from "../../plan/parameters.ts";

const meanings: readonly string[] = ["praise", "normal", "warning", "sanction"];

/** Colours from the mildest; of lights these are a custom, while red lists praise: those belong to scorecards. */
const colours: readonly RegExp[] = [
  /绿|green/iu,
  /蓝|blue/iu,
  /黄|yellow|amber/iu,
  /橙|orange/iu,
  /红|\bred\b/iu,
];

/** Which of two levels is graver: 1 the first, -1 the second, 0 where nothing tells. */
export function compareGravity(a: ParameterMap, b: ParameterMap): 1 | 0 | -1 {
  const [left, right] = [meaningOf(a), meaningOf(b)];
  if (left !== -1 && right !== -1 && left !== right) return left > right ? 1 : -1;
  const [own, other] = [colourOf(a), colourOf(b)];
  if (own === -1 || other === -1 || own === other) return 0;
  return own > other ? 1 : -1;
}

function meaningOf(level: ParameterMap): number {
  return meanings.indexOf(wordsAt(level, "means")[0]?.value ?? "");
}

/** One colour only: 红黄灯 tells nothing. */
function colourOf(level: ParameterMap): number {
  const label = labelOf(level) ?? "";
  const found = colours.flatMap((colour, rank) => (colour.test(label) ? [rank] : []));
  return found.length === 1 ? (found[0] ?? -1) : -1;
}
