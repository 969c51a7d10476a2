/**
 * Steps with their dates, as texts name them: milestones, deliverables, actions and phases. Shared by a rule of texts; not a rule.
 */
import { isoDay } from "../../plan/days.ts";
import type { Given, Statements } from "../../plan/given.ts";
import type { Item, Name, Phase, Plan } from "../../plan/plan.ts";
import type { Period, When } from "../../plan/time.ts";
import { chinese } from "../../text/chinese.ts";
import { statedPeriod } from "../times-of.ts";

/** A step with what is stated of its time. */
export interface Step {
  readonly item: Item;
  /** In small letters, as it is looked for. */
  readonly name: string;
  readonly shown: string;
  readonly statements: readonly Given<When>[];
  readonly periods: readonly Period[];
}

/** More steps are not looked for. */
const mostSteps = 400;

/** All dated steps of a plan, longest names first. */
export function stepsOf(plan: Plan): readonly Step[] {
  const steps: Step[] = [];
  const add = (item: Item & { readonly name: Name | null }, statements: Statements<When>): void => {
    const name = item.name?.text.trim().toLowerCase() ?? "";
    const dated = statements.map(({ is }) => is);
    const periods = [...dated.flatMap((is) => [statedPeriod(is), is.value.alternative])]
      .concat(dated.length === 0 ? [] : doneOf(item.id.value, name, plan))
      .filter((one) => one !== null);
    if (periods.length === 0 || name === "") return;
    steps.push({ item, name, shown: item.name?.text.trim() ?? name, statements: dated, periods });
  };
  for (const one of plan.milestones) add(one, one.by);
  for (const one of plan.deliverables) add(one, one.due);
  for (const one of plan.actions) add(one, one.period);
  for (const one of plan.phases) addPhase(one, add);
  return steps.sort((a, b) => b.name.length - a.name.length).slice(0, mostSteps);
}

/** When an indicator that is fed by the step, or has its name, has to be done: the text may tell that day. */
function doneOf(id: string, name: string, { indicators }: Plan): readonly (Period | null)[] {
  return indicators.flatMap(({ name: own, dataFrom, targets }) => {
    const isOfStep = dataFrom.some(({ value }) => value === id) || own?.text.trim().toLowerCase() === name;
    if (!isOfStep) return [];
    return targets.flatMap(({ kind, by }) => (kind === "done" && by !== null ? [statedPeriod(by)] : []));
  });
}

/** A phase is named in texts as the phase of its name: the design phase, 试点阶段. */
function addPhase(phase: Phase, add: (item: Phase, statements: Statements<When>) => void): void {
  const { name } = phase;
  if (name === null || /[（(\d]/.test(name.text)) return;
  const text = chinese.test(name.text)
    ? name.text.endsWith("期")
      ? name.text
      : `${name.text.replace(/阶段$/u, "")}阶段`
    : `${name.text.replace(/ phase$/i, "")} phase`;
  add({ ...phase, name: { ...name, text } }, phase.period);
}

/** The steps that a sentence names in full. */
export function stepsIn(sentence: string, steps: readonly Step[]): readonly Step[] {
  const text = sentence.toLowerCase();
  const found: Step[] = [];
  for (const step of steps) {
    if (step.name.length < (chinese.test(step.name) ? 4 : 10)) continue;
    if (text.includes(step.name) && !found.some(({ name }) => name.includes(step.name))) found.push(step);
  }
  return found;
}

/** Years of the plan, at most fifty; without a stated period none. */
export function yearsOf({ period }: Plan): readonly number[] {
  const [start, end] = [period?.start?.value ?? null, period?.end?.value ?? null];
  if (start === null || end === null) return [];
  const first = Number(isoDay(start).slice(0, 4));
  const last = Number(isoDay(end).slice(0, 4));
  return Array.from({ length: Math.min(50, Math.max(0, last - first + 1)) }, (_, i) => first + i);
}
