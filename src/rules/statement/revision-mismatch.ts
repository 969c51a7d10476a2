/**
 * The record of revisions leads to what the plan says now.
 *
 * Looks at: revisions of targets (`indicators/ID/targets/WHEN`, WHEN as written in `by` or as its day, month or year). An
 * unknown indicator is told as an unknown reference.
 * Reports: the path, where it names no list of the plan (error) or no target; `to` of the last revision, where the plan has
 * another value; `from` of a revision, where the one before it ended elsewhere; `to`, where it is what was there before. Related: the target, the revision before.
 * A revision of a target that is gone, which leads to no value, tells that it was dropped.
 * Source: FORMAT.md section 5 (`revisions`), DESIGN.md section 4 (an unexplained difference).
 */

import { nearest } from "../../diagnostics/suggest.ts";
import { contradict } from "../../plan/compare.ts";
import { isoDay } from "../../plan/days.ts";
import type { Given } from "../../plan/given.ts";
import { itemById } from "../../plan/item-by-id.ts";
import { parseQuantity } from "../../plan/parse-quantity.ts";
import type { Indicator, Plan, Revision, Target } from "../../plan/plan.ts";
import type { Quantity } from "../../plan/quantity.ts";
import { defineRule } from "../define-rule.ts";
import { lastDay } from "../times-of.ts";

type Args = {
  readonly path: string;
  readonly value: string;
  readonly other: string;
  readonly how: "no-list" | "no-target" | "to" | "from" | "none";
};

export const statementRevisionMismatch = defineRule<Args>({
  code: "statement/revision-mismatch",
  severity: "warning",
  named: ["other"],
  text: {
    en: {
      title: "Revision and plan disagree",
      message: (a) => english[a.how](a),
      why: "The record of revisions is what proves which value holds; where it disagrees with the plan, neither does.",
      fix: "Correct the path or the value of the revision, or the plan.",
    },
    zhHans: {
      title: "调整记录与方案不一致",
      message: (a) => chinese[a.how](a),
      why: "调整记录是现行数值的依据，与方案不一致时，两者都无法作准。",
      fix: "更正调整记录的路径或数值，或更正方案。",
    },
  },
  check({ plan, report }) {
    const last = new Map<string, Revision>();
    for (const revision of inOrder(plan.revisions)) {
      const { what, from } = revision;
      if (what === null) continue;
      const path = what.value.trim();
      const list = path.split("/", 1)[0] ?? "";
      if (!lists.has(list)) {
        const near = nearest(list, lists) ?? "indicators";
        report(
          what.span,
          { path, value: list, other: near, how: "no-list" },
          { suggestion: near, severity: "error" },
        );
        continue;
      }
      if (changesNothing(revision)) {
        const args: Args = { path, value: revision.to?.value ?? "", other: "", how: "none" };
        report(revision.to?.span ?? what.span, args);
      }
      const before = last.get(path);
      last.set(path, revision);
      if (from === null || before === undefined || before.to === null || agree(from, quantityOf(before.to)))
        continue;
      const related = [{ span: before.to.span, note: { en: "the revision before", zhHans: "上一次调整" } }];
      const args: Args = { path, value: from.value, other: before.to.value, how: "from" };
      report(from.span, args, { related });
    }
    for (const [path, { what, to }] of last) {
      const found = targetsAt(plan, path);
      if (found === null || what === null) continue;
      const { indicator, targets } = found;
      if (targets.length === 0) {
        if (to === null || quantityOf(to) === null) continue;
        const args: Args = {
          path,
          value: path.split("/")[3] ?? "",
          other: indicator.id.value,
          how: "no-target",
        };
        report(what.span, args, { on: indicator });
        continue;
      }
      const values = targets.flatMap(({ quantity }) => (quantity === null ? [] : [quantity]));
      const [first] = values;
      if (to === null || first === undefined || values.some(({ value }) => agree(to, value))) continue;
      const related = [{ span: first.span, note: { en: "the plan", zhHans: "方案所列" } }];
      const args: Args = { path, value: to.value, other: first.value.text, how: "to" };
      report(to.span, args, { on: indicator, related });
    }
  },
});

/** From and to are one text. */
function changesNothing({ from, to }: Revision): boolean {
  const [before, after] = [from, to].map((one) => one?.value.normalize("NFKC").replace(/\s/g, "") ?? "");
  return before !== "" && before === after;
}

const lists: ReadonlySet<string> = new Set([
  "indicators",
  "dimensions",
  "objectives",
  "problems",
  "phases",
  "milestones",
  "deliverables",
  "actions",
  "risks",
  "resources",
  "mechanisms",
  "sections",
  "sources",
  "actors",
  "entities",
  "evidence",
  "period",
  "title",
  "issuer",
  "status",
  "assess",
]);

const english: Readonly<Record<Args["how"], (a: Args) => string>> = {
  "no-list": (a) => `the revision "${a.path}" begins with no list of the plan; ${a.other} may be meant`,
  "no-target": (a) => `the revision "${a.path}" names no target: ${a.other} has none for ${a.value}`,
  to: (a) => `the last revision of ${a.path} leads to ${a.value}, the plan says ${a.other}`,
  from: (a) => `the revision of ${a.path} starts from ${a.value}, the one before led to ${a.other}`,
  none: (a) => `the revision of ${a.path} changes nothing: it is ${a.value} before and after`,
};

const chinese: Readonly<Record<Args["how"], (a: Args) => string>> = {
  "no-list": (a) => `调整记录的路径“${a.path}”不指向方案内容，是否应为“${a.other}”`,
  "no-target": (a) => `调整记录“${a.path}”所指的目标值不存在：指标“${a.other}”没有时限为“${a.value}”的目标值`,
  to: (a) => `“${a.path}”最近一次调整后为“${a.value}”，方案所列为“${a.other}”`,
  from: (a) => `“${a.path}”本次调整前为“${a.value}”，上一次调整后为“${a.other}”`,
  none: (a) => `“${a.path}”调整前后均为“${a.value}”，没有变化`,
};

/** By date; those without one stay where they stand. */
function inOrder(revisions: readonly Revision[]): readonly Revision[] {
  return [...revisions].sort((a, b) => {
    const [first, second] = [lastDay(a.date), lastDay(b.date)];
    return first === null || second === null ? 0 : first - second;
  });
}

/** The indicator and the targets that a path names; null for paths that lead elsewhere. */
function targetsAt(
  plan: Plan,
  path: string,
): { readonly indicator: Indicator; readonly targets: readonly Target[] } | null {
  const [list, id, field, when] = path.split("/");
  if (list !== "indicators" || field !== "targets" || when === undefined) return null;
  const indicator = itemById(plan.indicators, id);
  if (indicator === undefined) return null;
  return { indicator, targets: indicator.targets.filter((target) => isDue(target, when)) };
}

function isDue(target: Target, when: string): boolean {
  const due = target.by ?? target.over ?? target.from;
  if (due === null) return false;
  const day = lastDay(due);
  return due.value.text.trim() === when || (day !== null && isoDay(day).startsWith(when));
}

function quantityOf(written: Given<string>): Quantity | null {
  const reading = parseQuantity(written.value);
  return reading.ok ? reading.quantity : null;
}

/** True where the two say the same, or one cannot be read. */
function agree(written: Given<string>, quantity: Quantity | null): boolean {
  const own = quantityOf(written);
  if (own === null || quantity === null) return true;
  const difference = contradict(own, quantity);
  return difference === null || difference === "strictness";
}
