/** Which sections are background. Shared by rules; not a rule. */
import type { Plan, Section } from "../../plan/plan.ts";

/** Ids of the sections of background and of all below them; a section stands after the one above it. */
export function backgroundSections({ sections }: Plan): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { id, role, parent } of sections) {
    if (role?.value === "background" || (parent !== null && found.has(parent))) found.add(id.value);
  }
  return found;
}

const ofToday =
  /背景|现状|问题|形势|挑战|短板|成效|回顾|薄弱|痛点|需求|风险|(?:现有|工作|发展)基础|\b(?:background|context|situation|problems?|challenges?|analysis|risks?|today)\b/iu;

/** The section tells how things stand, by its role or that above it; one without role by its title. */
export function tellsToday({ id, role, title }: Section, plan: Plan): boolean {
  if (backgroundSections(plan).has(id.value)) return true;
  return role === null && ofToday.test(title?.text ?? "");
}
