/** The comparison as text for a terminal. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import { noSections } from "../diagnostics/section-of.ts";
import { type Change, isUnexplained, isWeakening } from "../diff/change.ts";
import type { StatusChange } from "../diff/statuses.ts";
import type { OutputOptions } from "../findings-output/check-run.ts";
import { findingText } from "../findings-output/finding-text.ts";
import { quotedTexts } from "../language/speaker.ts";
import { isoDay } from "../plan/days.ts";
import { printableLine } from "../text/printable.ts";
import { citePlace } from "../text/sheet-cell.ts";
import { changeWords } from "./change-words.ts";
import { type DiffRun, inOrder, isTold, type PlanDiff, plansInOrder, totalsOf } from "./diff-run.ts";
import {
  adviceWords,
  effectWords,
  reasonWords,
  stateWords,
  statusBesideWords,
  statusChangeWords,
  totalWords,
  unusableWords,
} from "./effect-words.ts";

/** All plans that changed, what matters first, then one line that sums up. */
export function diffText(run: DiffRun, output: OutputOptions): string {
  const plans = plansInOrder(run.plans).filter(isTold);
  const pieces = plans.map((plan) => `${planText(plan, output)}\n`);
  return `${pieces.join("")}${say(totalWords(totalsOf(run)), output)}\n`;
}

function say(words: Localized, { speaker }: Pick<OutputOptions, "speaker">): string {
  return printableLine(speaker.say(words, quotedTexts(words.zhHans)));
}

function planText(plan: PlanDiff, output: OutputOptions): string {
  const lines = [headLine(plan, output)];
  if (plan.state !== "changed") lines.push(`  ${say(stateWords[plan.state], output)}`);
  for (const finding of plan.findings)
    lines.push(findingText([finding], { ...output, sectionOf: noSections }).trimEnd());
  for (const change of inOrder(plan.changes)) lines.push(...changeLines(change, plan, output));
  const unusable = unusableWords(plan.unusable);
  if (unusable !== null) lines.push(`  ${say(unusable, output)}`);
  lines.push(...statusLines(plan, output));
  return `${lines.join("\n")}\n`;
}

function headLine({ name, formerName, before, after, asOf }: PlanDiff, output: OutputOptions): string {
  const { speaker, paint } = output;
  const plan = after?.plan ?? before?.plan ?? null;
  const title = plan?.title?.value ?? plan?.id?.value ?? name;
  const from =
    formerName === null ? "" : say({ en: ` (was ${formerName})`, zhHans: `（原为“${formerName}”）` }, output);
  const date = speaker.say({ en: `as of ${isoDay(asOf)}`, zhHans: `截至 ${isoDay(asOf)}` });
  const shown = printableLine(speaker.chinese ? `《${title}》` : title);
  return `${paint.bold(printableLine(name))}${from}  ${shown}  ${date}`;
}

function changeLines(change: Change, { statuses }: PlanDiff, output: OutputOptions): readonly string[] {
  const { speaker, paint } = output;
  const { mark, words } = effectWords(change);
  const colour = isUnexplained(change)
    ? paint.red
    : change.effect === "weaker" || change.effect === "unclear"
      ? paint.yellow
      : change.effect === "stronger"
        ? paint.green
        : paint.dim;
  const colon = speaker.chinese ? "：" : ": ";
  const lines = [`  ${colour(`${mark} ${say(words, output)}`)}${colon}${say(changeWords(change), output)}`];
  const places = [change.before, change.after].flatMap((span) =>
    span === null ? [] : [printableLine(citePlace(span))],
  );
  lines.push(`      ${paint.dim(places.join(" → "))}`);
  const status = statusBesideWords(change, statuses);
  if (status !== null) lines.push(`      ${say(status, output)}`);
  if (change.note !== null) lines.push(`      ${say(change.note, output)}`);
  if (change.revision !== null) lines.push(`      ${say(reasonWords(change.revision), output)}`);
  else if (isWeakening(change)) lines.push(`      ${say(adviceWords(change), output)}`);
  return lines;
}

/** Only what the changes make of today's statuses; that nothing moves is said, too. */
function statusLines({ statuses, state, asOf }: PlanDiff, output: OutputOptions): readonly string[] {
  if (state !== "changed") return [];
  const moved = statuses.filter(({ before, after }) => before !== after);
  const day = isoDay(asOf);
  if (moved.length === 0) {
    return [
      `  ${say({ en: `Statuses on ${day}: all stay as they are.`, zhHans: `${day} 的评定状态：均无变化。` }, output)}`,
    ];
  }
  const heading = say({ en: `Statuses on ${day}:`, zhHans: `${day} 的评定状态：` }, output);
  return [`  ${heading}`, ...moved.map((one) => `      ${statusLine(one, output)}`)];
}

function statusLine(change: StatusChange, output: OutputOptions): string {
  const words = statusChangeWords(change);
  const name = change.name ?? change.id;
  return say({ en: `${change.id}: ${words.en}`, zhHans: `“${name}”：${words.zhHans}` }, output);
}
