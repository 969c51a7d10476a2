/**
 * The answer to a risk must be able to meet it.
 *
 * Looks at: mitigations that are items of the plan: all without a date; all beginning after the phase that the risk's name
 * names; all told of another place (`origin: cited`). And risks rated 15 or more (likelihood × impact) whose answers are words only.
 * Reports: the first mitigation; related: the phase. A warning where it comes too late or is another's, else a note.
 * Source: DESIGN.md section 4 (a risk without answer; what only may be a conflict).
 */
import { isoDay } from "../../plan/days.ts";
import type { Item, Mechanism, Phase, Plan, Risk } from "../../plan/plan.ts";
import { type PlanIndex, sharedIdKinds } from "../../plan/plan-index.ts";
import type { Day } from "../../plan/time.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { firstDated, statedPeriod } from "../times-of.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly answer: string;
  readonly fault: "undated" | "late" | "cited" | "words";
  readonly phase: string;
  readonly begins: string;
  readonly ends: string;
  readonly likelihood: number;
  readonly impact: number;
};

export const riskWeakAnswer = defineRule<Args>({
  code: "risk/weak-answer",
  severity: "warning",
  named: ["answer"],
  text: {
    en: {
      title: "Answer that cannot meet the risk",
      message: inEnglish,
      why: "An answer that comes after the harm, has no date or belongs to somebody else answers nothing.",
      fix: "Bring it forward, date it, or name what the plan itself does.",
    },
    zhHans: {
      title: "风险应对措施乏力",
      message: inChinese,
      why: "应对措施晚于风险、没有时间或属于他方，就起不到应对作用。",
      fix: "提前或写明时间，或改列本方案自身的措施。",
    },
  },
  check({ plan, index, report }) {
    for (const risk of plan.risks) {
      const found = judge(risk, plan, index);
      const [first] = risk.mitigations;
      if (found === null || first === undefined) continue;
      const args: Args = {
        id: risk.id.value,
        name: nameOf(risk),
        answer: first.item?.value ?? first.text?.value ?? "",
        phase: "",
        begins: "",
        ends: "",
        likelihood: risk.likelihood?.value ?? 0,
        impact: risk.impact?.value ?? 0,
        ...found.args,
      };
      const severity = args.fault === "late" || args.fault === "cited" ? "warning" : "info";
      report(first.span, args, { on: risk, severity, related: found.related });
    }
  },
});

function inEnglish(a: Args): string {
  if (a.fault === "undated") return `${a.id}: its answer ${a.answer} has no date`;
  if (a.fault === "late")
    return `${a.id}: its answer ${a.answer} begins only on ${a.begins}, after ${a.phase} ends on ${a.ends}`;
  if (a.fault === "cited")
    return `${a.id}: its answer ${a.answer} belongs to another place, and nobody sets it up here`;
  return `${a.id}: rated ${a.likelihood} × ${a.impact} = ${a.likelihood * a.impact}, but answered only in words, by no action or mechanism`;
}

function inChinese(a: Args): string {
  if (a.fault === "undated") return `风险“${a.name}”的应对措施“${a.answer}”没有时间安排`;
  if (a.fault === "late")
    return `风险“${a.name}”的应对措施“${a.answer}”自 ${a.begins} 才开始，而“${a.phase}”于 ${a.ends} 已结束`;
  if (a.fault === "cited") return `风险“${a.name}”的应对措施“${a.answer}”是外地做法，本方案并未设立`;
  return `风险“${a.name}”评为“${a.likelihood} × ${a.impact} = ${a.likelihood * a.impact}”，而应对措施只有文字，没有对应的任务或机制`;
}

interface Found {
  readonly args: Partial<Args> & Pick<Args, "fault">;
  readonly related: readonly {
    readonly span: Span;
    readonly note: { readonly en: string; readonly zhHans: string };
  }[];
}

/** From which product on a risk is grave: the upper right of a table of five by five. */
const grave = 15;

function judge(risk: Risk, plan: Plan, index: PlanIndex): Found | null {
  const answers = risk.mitigations.filter(({ stated }) => stated !== "missing");
  const named = answers.flatMap(({ item }) =>
    item === null ? [] : [index.findAny([...sharedIdKinds, "mechanism"], item.value)],
  );
  const items = named.filter((item) => item !== undefined);
  const related: Found["related"] = [];
  if (named.length === 0) {
    const product = (risk.likelihood?.value ?? 0) * (risk.impact?.value ?? 0);
    return answers.length > 0 && product >= grave ? { args: { fault: "words" }, related } : null;
  }
  // A text beside the item may be answer enough.
  if (items.length < named.length || answers.some(({ item }) => item === null)) return null;
  if (items.every((item) => item.kind === "mechanism" && (item as Mechanism).origin === "cited"))
    return { args: { fault: "cited" }, related };
  const starts = items.map(startOf);
  const known = starts.filter((start) => typeof start === "number");
  const phase = plan.phases.find(
    ({ name }) =>
      name !== null && name.text.length > 1 && nameOf(risk).toLowerCase().includes(name.text.toLowerCase()),
  );
  const end = phase === undefined ? null : (statedPeriod(firstDated(phase.period))?.end ?? null);
  const begins = Math.min(...known);
  if (phase !== undefined && end !== null && known.length === starts.length && begins > end) {
    const note = { en: "the phase", zhHans: "所涉阶段" };
    const args = {
      fault: "late",
      phase: nameOf(phase satisfies Phase),
      begins: isoDay(begins),
      ends: isoDay(end),
    } as const;
    return { args, related: [{ span: phase.id.span, note }] };
  }
  return starts.every((start) => start === "undated") ? { args: { fault: "undated" }, related } : null;
}

/** The first day of an answer; `undated` where it should have one, null where it needs none. */
function startOf(item: Item): Day | "undated" | null {
  const plan = item as Item &
    Partial<Pick<Plan["actions"][number], "period">> &
    Partial<Pick<Plan["milestones"][number], "by">>;
  const statements =
    item.kind === "action" || item.kind === "phase"
      ? plan.period
      : item.kind === "milestone"
        ? plan.by
        : undefined;
  if (statements === undefined) return null;
  return (
    statedPeriod(firstDated(statements))?.start ??
    (statements.every(({ is }) => is.value.state === "undated") ? "undated" : null)
  );
}
