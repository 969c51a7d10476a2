/** What stands before a change, and what is said of it below: whether it weakens the plan, and why it was allowed. */
import type { Localized } from "../diagnostics/diagnostic.ts";
import { type Change, isUnexplained, isWeakening } from "../diff/change.ts";
import type { StatusChange } from "../diff/statuses.ts";
import { statusWords } from "../language/words.ts";
import type { Revision } from "../plan/plan.ts";
import type { DiffTotals, PlanDiff, PlanState } from "./diff-run.ts";

/** Mark and word of a change; the mark is a shape, so that colour is never alone. */
export function effectWords(change: Change): { readonly mark: string; readonly words: Localized } {
  if (isUnexplained(change))
    return { mark: "×", words: { en: "weakens a binding target", zhHans: "放宽约束性要求" } };
  if (isWeakening(change))
    return {
      mark: "◇",
      words: { en: "weakens a binding target, with a reason", zhHans: "放宽约束性要求（已说明理由）" },
    };
  if (change.effect === "weaker") return { mark: "▼", words: { en: "weakens", zhHans: "放宽要求" } };
  if (change.effect === "unclear") return { mark: "◆", words: { en: "not comparable", zhHans: "无法比较" } };
  if (change.effect === "stronger") return { mark: "▲", words: { en: "strengthens", zhHans: "提高要求" } };
  return { mark: "·", words: { en: "changes", zhHans: "其他变化" } };
}

/** Who decided when, and why. */
export function reasonWords({ date, reason, approvedBy }: Revision): Localized {
  const en = [date?.value.text, approvedBy === null ? null : `approved by ${approvedBy.value}`].filter(
    Boolean,
  );
  const zhHans = [
    date === null ? null : `“${date.value.text}”`,
    approvedBy === null ? null : `批准单位“${approvedBy.value}”`,
  ].filter(Boolean);
  return {
    en: `reason${en.length === 0 ? "" : ` (${en.join(", ")})`}: ${reason?.value ?? ""}`,
    zhHans: `调整理由${zhHans.length === 0 ? "" : `（${zhHans.join("，")}）`}：“${reason?.value ?? ""}”`,
  };
}

/** What to write so that the change is explained. */
export function adviceWords({ path }: Change): Localized {
  return {
    en: `no new revision gives a reason; add one under \`revisions\`${path === null ? "" : ` with what: ${path}`}`,
    zhHans: `没有新的调整记录说明理由；请在 \`revisions\` 中补充${path === null ? "" : `，其中 what 写“${path}”`}`,
  };
}

/** `coverage: at risk → on track`, with the words for a side that has none. */
export function statusChangeWords({ before, after }: StatusChange): Localized {
  const none = { en: "none", zhHans: "无" };
  const [from, to] = [before, after].map((status) => (status === null ? none : statusWords[status]));
  return { en: `${from?.en} → ${to?.en}`, zhHans: `${from?.zhHans} → ${to?.zhHans}` };
}

/** What the indicator that a change is about is today by either plan; null for what is no indicator of them. */
export function statusBesideWords({ subject }: Change, statuses: readonly StatusChange[]): Localized | null {
  const found = subject.kind === "indicator" ? statuses.find(({ id }) => id === subject.id) : undefined;
  if (found === undefined) return null;
  const words = statusChangeWords(found);
  if (found.before !== found.after) return { en: `status: ${words.en}`, zhHans: `评定状态：${words.zhHans}` };
  const { en, zhHans } = found.after === null ? { en: "none", zhHans: "无" } : statusWords[found.after];
  return { en: `status: ${en}, as before`, zhHans: `评定状态：${zhHans}，没有变化` };
}

export const stateWords: Readonly<Record<PlanState, Localized>> = {
  same: { en: "no change", zhHans: "没有变化" },
  changed: { en: "changed", zhHans: "有变化" },
  added: { en: "new plan", zhHans: "新增方案" },
  dropped: { en: "the plan is gone", zhHans: "方案已被移除" },
  unreadable: { en: "cannot be compared, one side cannot be read", zhHans: "有一侧无法识别，未作比较" },
};

/** That something of a side could not be read; null where all could. */
export function unusableWords({ before, after }: PlanDiff["unusable"]): Localized | null {
  if (before + after === 0) return null;
  return {
    en: `not compared, because it cannot be read: ${before} before, ${after} after; \`plan check\` tells why`,
    zhHans: `无法识别而未作比较的内容：调整前 ${before} 处，调整后 ${after} 处；原因见 \`plan check\``,
  };
}

/** The last line. */
export function totalWords(totals: DiffTotals): Localized {
  const { plans, same, changes, unexplained, explained, unreadable } = totals;
  const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;
  if (plans === same) {
    return {
      en: `${many(plans, "plan", "plans")} compared: no change.`,
      zhHans: `已比较 ${plans} 个方案：没有变化。`,
    };
  }
  const en = [
    `${many(unexplained, "change weakens", "changes weaken")} a binding target without a reason`,
    ...(explained === 0 ? [] : [`${explained} with a reason`]),
    `${many(changes - unexplained - explained, "other change", "other changes")}`,
    ...(unreadable === 0 ? [] : [`${many(unreadable, "plan", "plans")} could not be compared`]),
  ];
  const zhHans = [
    `无理由放宽约束性要求 ${unexplained} 处`,
    ...(explained === 0 ? [] : [`有理由放宽 ${explained} 处`]),
    `其他变化 ${changes - unexplained - explained} 处`,
    ...(unreadable === 0 ? [] : [`无法比较的方案 ${unreadable} 个`]),
  ];
  return {
    en: `${many(plans, "plan", "plans")} compared: ${en.join(", ")}.`,
    zhHans: `已比较 ${plans} 个方案：${zhHans.join("，")}。`,
  };
}
