/** The comparison as Markdown, for a comment on a pull request. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import { type Change, isUnexplained, isWeakening } from "../diff/change.ts";
import type { StatusChange } from "../diff/statuses.ts";
import { keptTexts, quotedTexts, type Speaker } from "../language/speaker.ts";
import { isoDay } from "../plan/days.ts";
import { escapeMarkdown } from "../report/escape.ts";
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

/** Most changes of one plan that are shown; GitHub takes no comment above 65,536 characters. The rest is counted. */
const mostShown = 100;
const mostPlans = 40;

/** Heading, summary, then every plan with a table of its changes and one of the statuses that move. */
export function diffMarkdown(run: DiffRun, speaker: Speaker): string {
  const say = (words: Localized): string => escapeMarkdown(speaker.say(words, quotedTexts(words.zhHans)));
  const title = say({ en: "Changes to plans", zhHans: "方案变更" });
  const plans = plansInOrder(run.plans).filter(isTold);
  const blocks = [
    `## ${title}`,
    `${escapeMarkdown(run.before.name)} → ${escapeMarkdown(run.after.name)}`,
    `**${say(totalWords(totalsOf(run)))}**`,
    ...run.findings.map((finding) => `- ${escapeMarkdown(speaker.say(finding.message, keptTexts(finding)))}`),
    ...plans.slice(0, mostPlans).flatMap((plan) => planBlocks(plan, say, speaker)),
  ];
  const left = plans.length - mostPlans;
  if (left > 0) blocks.push(say({ en: `… and ${left} more plans`, zhHans: `……另有 ${left} 个方案` }));
  return `${blocks.join("\n\n")}\n`;
}

type Say = (words: Localized) => string;

function planBlocks(plan: PlanDiff, say: Say, speaker: Speaker): readonly string[] {
  const title = (plan.after?.plan ?? plan.before?.plan ?? null)?.title?.value ?? null;
  const was =
    plan.formerName === null
      ? ""
      : say({ en: ` (was ${plan.formerName})`, zhHans: `（原为“${plan.formerName}”）` });
  const blocks = [
    `### ${escapeMarkdown(plan.name)}${was}${title === null ? "" : ` · ${escapeMarkdown(title)}`}`,
  ];
  if (plan.state !== "changed") blocks.push(say(stateWords[plan.state]));
  if (plan.findings.length > 0)
    blocks.push(
      plan.findings
        .map((finding) => `- ${escapeMarkdown(speaker.say(finding.message, keptTexts(finding)))}`)
        .join("\n"),
    );
  if (plan.changes.length > 0) blocks.push(changeTable(plan, say));
  const unusable = unusableWords(plan.unusable);
  if (unusable !== null) blocks.push(say(unusable));
  const statuses = statusTable(plan, say);
  return statuses === null ? blocks : [...blocks, statuses];
}

function changeTable({ changes: all, statuses }: PlanDiff, say: Say): string {
  const head = [
    say({ en: "effect", zhHans: "影响" }),
    say({ en: "change", zhHans: "变更内容" }),
    say({ en: "place", zhHans: "位置" }),
  ];
  const rows = inOrder(all)
    .slice(0, mostShown)
    .map((change) => row([effectCell(change, say), changeCell(change, statuses, say), placeCell(change)]));
  const left = all.length - mostShown;
  const rest =
    left > 0
      ? [row(["", say({ en: `… and ${left} more changes`, zhHans: `……另有 ${left} 处变化` }), ""])]
      : [];
  return [row(head), row(["---", "---", "---"]), ...rows, ...rest].join("\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function effectCell(change: Change, say: Say): string {
  const { mark, words } = effectWords(change);
  const text = `${mark} ${say(words)}`;
  return isUnexplained(change) ? `**${text}**` : text;
}

function changeCell(change: Change, statuses: readonly StatusChange[], say: Say): string {
  const status = statusBesideWords(change, statuses);
  const parts = [say(changeWords(change)), ...(status === null ? [] : [say(status)])];
  if (change.note !== null) parts.push(say(change.note));
  if (change.revision !== null) parts.push(say(reasonWords(change.revision)));
  else if (isWeakening(change)) parts.push(say(adviceWords(change)));
  return parts.join("<br>");
}

function placeCell({ before, after }: Change): string {
  const span = after ?? before;
  return span === null ? "" : escapeMarkdown(citePlace(span));
}

function statusTable({ statuses, state, asOf }: PlanDiff, say: Say): string | null {
  if (state !== "changed") return null;
  const moved = statuses.filter(({ before, after }) => before !== after);
  const day = isoDay(asOf);
  if (moved.length === 0)
    return say({ en: `Statuses on ${day}: all stay as they are.`, zhHans: `${day} 的评定状态：均无变化。` });
  const head = [
    say({ en: "indicator", zhHans: "指标" }),
    say({ en: `status on ${day}`, zhHans: `${day} 的评定状态` }),
  ];
  const rows = moved.map((one) =>
    row([say({ en: one.id, zhHans: one.name ?? one.id }), say(statusChangeWords(one))]),
  );
  return [row(head), row(["---", "---"]), ...rows].join("\n");
}
