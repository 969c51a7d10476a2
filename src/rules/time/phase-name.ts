/**
 * Names of phases that tell a time or a place in the order must tell those that are stated.
 *
 * Looks at: years, months (第4—9个月) and the number in the order (第二阶段, phase 2) in names of phases.
 * Reports: the words; related: the phase's time. A span of years or months is an error, an order a warning.
 * Source: DESIGN.md section 4 (statements that cannot both hold; phases).
 */
import { dateParts, isoDay } from "../../plan/days.ts";
import type { Phase, Plan } from "../../plan/plan.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { type DatedPhase, phasesByStart } from "../phase-order.ts";
import { partSpan } from "../plan-words.ts";
import { spanInChinese, spanInEnglish } from "../words.ts";
import { placeNamed, spanNamed } from "./named-times.ts";

type Args = {
  readonly words: string;
  readonly phase: string;
  /** `span`: when the phase runs; `order`: which it is by its dates. */
  readonly stated: string;
  readonly fault: "span" | "order";
};

export const timePhaseName = defineRule<Args>({
  code: "time/phase-name",
  severity: "error",
  named: ["phase"],
  text: {
    en: {
      title: "Phase that is not when its name says",
      message: (a) =>
        a.fault === "order"
          ? `phase ${a.phase} is called "${a.words}", but by its dates it is number ${a.stated}`
          : `the words "${a.words}" and the stated period of phase ${a.phase}, ${spanInEnglish(a.stated)}, do not agree`,
      why: "Readers go by the name and the schedule by the dates; both cannot hold.",
      fix: "Correct the name or the dates.",
    },
    zhHans: {
      title: "阶段名称与起止时间不符",
      message: (a) =>
        a.fault === "order"
          ? `阶段“${a.phase}”名称写作“${a.words}”，按起止时间应为第 ${a.stated} 个阶段`
          : `文字写作“${a.words}”，与阶段“${a.phase}”的起止时间（${spanInChinese(a.stated)}）不符`,
      why: "读者看名称，进度按日期，两者不一致时无所适从。",
      fix: "更正名称或时间。",
    },
  },
  check({ plan, report }) {
    const phases = phasesByStart(plan);
    const inOrder = phases.map(({ phase }) => phase);
    for (const dated of phases) {
      const { phase, when } = dated;
      if (phase.name === null) continue;
      const found = spanFault(dated, phase.name.text, plan) ?? orderFault(dated, phase.name.text, inOrder);
      if (found === null) continue;
      const related = [{ span: when.span, note: { en: "the stated time", zhHans: "填写的时间" } }];
      report(found.span, found.args, { on: phase, severity: found.severity, related });
    }
  },
});

interface Found {
  readonly span: Span;
  readonly args: Args;
  readonly severity: "error" | "warning";
}

/** Years or months of the plan in the name of a phase. */
function spanFault({ phase, when, start, end }: DatedPhase, name: string, plan: Plan): Found | null {
  if (end === null) return null;
  const named = spanNamed(name, plan);
  if (named === null || (named.start === start && named.end === end)) return null;
  // 2024—2025年 beside 2024-03..2025-11 names the years that it touches.
  if (
    named.years &&
    dateParts(named.start).year === dateParts(start).year &&
    dateParts(named.end).year === dateParts(end).year
  )
    return null;
  const args = {
    words: named.words,
    phase: phase.id.value,
    stated: `${isoDay(start)}..${isoDay(end)}`,
    fault: "span",
  } as const;
  const span = phase.name === null ? when.span : partSpan(phase.name.span, named.words);
  return { span, args, severity: "error" };
}

/** 第二阶段 that begins first. */
function orderFault({ phase }: DatedPhase, name: string, inOrder: readonly Phase[]): Found | null {
  const told = placeNamed(name);
  const at = inOrder.indexOf(phase) + 1;
  if (told === null || told.place === at) return null;
  const { words } = told;
  const span = phase.name === null ? phase.id.span : partSpan(phase.name.span, words);
  return {
    span,
    args: { words, phase: phase.id.value, stated: `${at}`, fault: "order" },
    severity: "warning",
  };
}
