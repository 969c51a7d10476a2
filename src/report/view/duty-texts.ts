/** What a list of responsibilities says of a duty: when it is due, what shows that it is done, how it stands. */
import type { JudgedTarget } from "../../indicators/results.ts";
import { wordsAt } from "../../plan/parameters.ts";
import type { Action, Deliverable, Indicator, Mechanism, Milestone, Risk } from "../../plan/plan.ts";
import { rhythmInChinese, rhythmWords } from "../../plan/rhythm.ts";
import { statusMark, type ViewContext } from "./context.ts";
import { titleOfId } from "./item-text.ts";
import type { StatusMark } from "./printed-parts.ts";
import type { ResponsibilitiesLabels } from "./responsibilities-labels.ts";
import { isUndated, dueText as targetDue } from "./target-text.ts";
import { dueText, spanText, taskState } from "./task-rows.ts";
import { whenWords } from "./when-text.ts";

/** What somebody can answer for. */
export type Duty = Indicator | Action | Milestone | Deliverable | Mechanism | Risk;

/** When it is due; of an indicator in a second line how often it is reported on. */
export function deadlinesOf(
  duty: Duty,
  labels: ResponsibilitiesLabels,
  context: ViewContext,
): readonly string[] {
  if (duty.kind !== "indicator") return [deadlineOf(duty, labels, context)];
  const { speaker } = context;
  const asked = askedOf(duty, context);
  const rhythm = duty.frequency[0]?.is.value;
  const lines = [
    asked === undefined ? null : targetDue(asked, context),
    rhythm === undefined
      ? null
      : speaker.say({
          en: `reported ${rhythmWords(rhythm).en}`,
          zhHans: `报送频次：${rhythmInChinese(rhythm)}`,
        }),
  ].filter((line) => line !== null);
  return lines.length === 0 ? [labels.none] : lines;
}

function deadlineOf(
  duty: Exclude<Duty, Indicator>,
  labels: ResponsibilitiesLabels,
  context: ViewContext,
): string {
  const { speaker } = context;
  switch (duty.kind) {
    case "action":
      return spanText(duty.period, context);
    case "milestone":
      return dueText(duty.by, context);
    case "deliverable":
      return dueText(duty.due, context);
    case "mechanism": {
      const rhythm = duty.cadence[0]?.is.value;
      if (rhythm !== undefined)
        return speaker.say({ en: rhythmWords(rhythm).en, zhHans: rhythmInChinese(rhythm) });
      const when = duty.during?.value ?? duty.from?.value ?? null;
      return when === null ? labels.standing : whenWords(when, context);
    }
    case "risk":
      return labels.standing;
  }
}

/** True where the plan does not state when the duty is due, and its end stands for it. */
export function isDueByAssumption(duty: Duty, context: ViewContext): boolean {
  const asked = duty.kind === "indicator" ? askedOf(duty, context) : undefined;
  return asked !== undefined && isUndated(asked);
}

function askedOf(indicator: Indicator, { compilation }: ViewContext): JudgedTarget | undefined {
  const row = compilation.results.rows.find((one) => one.entity === null && one.indicator === indicator);
  return row === undefined ? undefined : askedTarget(row.targets);
}

/** The target that governs; where none can be judged the one that is due last. */
function askedTarget(targets: readonly JudgedTarget[]): JudgedTarget | undefined {
  const byDue = [...targets].sort((a, b) => (b.dueOn ?? 0) - (a.dueOn ?? 0));
  return targets.find(({ governing }) => governing) ?? byDue[0];
}

/** By what it is shown that the duty is done; null where the plan does not say, and of a deliverable, which shows itself. */
export function evidenceOf(duty: Duty, context: ViewContext): string | null {
  switch (duty.kind) {
    case "indicator":
      return duty.source === null
        ? (duty.collected?.method?.value ?? null)
        : titleOfId(duty.source.value, context);
    case "milestone":
      return duty.deliverable === null ? null : titleOfId(duty.deliverable.value, context);
    case "mechanism":
      return (
        wordsAt(duty.parameters, "evidence")
          .map(({ value }) => value)
          .join(context.labels.listComma) || null
      );
    default:
      return null;
  }
}

/** Null where nothing is judged or reported of it. */
export function stateOf(duty: Duty, context: ViewContext): StatusMark | null {
  if (duty.kind === "action" || duty.kind === "milestone") return taskState(duty, context);
  if (duty.kind !== "indicator") return null;
  const row = context.compilation.results.rows.find((one) => one.entity === null && one.indicator === duty);
  return row === undefined ? null : statusMark(row.status, context.speaker);
}
