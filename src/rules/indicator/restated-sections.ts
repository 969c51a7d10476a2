/**
 * Sections of which one tells the targets of another once more: the goals of a phase, and the same in the schedule. What stands
 * in the one under one name and in the other under another (100个自治示范项目, 100支自治队伍) is then likely to be meant as one. Shared by a rule; not a rule.
 */
import type { Indicator, Plan } from "../../plan/plan.ts";
import { type Figures, figuresOf } from "../target/levels.ts";

/** So many targets told in both are no chance. */
const fewestInBoth = 2;
/** More sections with targets are not held against each other. */
const mostSections = 60;

/** Whether two sections tell at least two targets both, and each of two indicators only one of them. */
export class RestatedSections {
  readonly #plan: Plan;
  #told: ReadonlyMap<string, ReadonlySet<string>> | null = null;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  tellOnlyOneEach(a: Indicator, sectionOfA: string | null, b: Indicator, sectionOfB: string | null): boolean {
    if (sectionOfA === null || sectionOfB === null || sectionOfA === sectionOfB) return false;
    if (isToldIn(a, sectionOfB) || isToldIn(b, sectionOfA)) return false;
    this.#told ??= figuresBySection(this.#plan);
    const [own, other] = [this.#told.get(sectionOfA), this.#told.get(sectionOfB)];
    if (own === undefined || other === undefined) return false;
    return [...own].filter((figure) => other.has(figure)).length >= fewestInBoth;
  }
}

function isToldIn({ targets }: Indicator, section: string): boolean {
  return targets.some((target) => target.section?.value === section);
}

/** Section → the levels that are asked for there, each with its indicator. */
function figuresBySection(plan: Plan): ReadonlyMap<string, ReadonlySet<string>> {
  const told = new Map<string, Set<string>>();
  for (const { indicator, levels } of figuresOf(plan)) {
    for (const level of levels) {
      const section = level.target.section?.value;
      if (section === undefined) continue;
      const known = told.get(section);
      if (known !== undefined) known.add(keyOf(indicator, level));
      else if (told.size < mostSections) told.set(section, new Set([keyOf(indicator, level)]));
    }
  }
  return told;
}

function keyOf({ id }: Indicator, { value, floor, ceiling }: Figures["levels"][number]): string {
  return [id.value, value, floor, ceiling].join(" ");
}
