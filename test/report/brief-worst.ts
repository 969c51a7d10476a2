/** The plan that asks most of the one page of the brief: fifty indicators, all lists full, every text as long as it can be. */
import type { Compilation } from "../../src/compile.ts";
import { type Status, statuses } from "../../src/indicators/statuses.ts";
import { addMonths, isoDay } from "../../src/plan/days.ts";
import * as made from "./hand-made.ts";

const { at, day, figures, given, judged, named, quantity, stated } = made;

/** Fifty indicators of all statuses, twenty overdue and twenty coming tasks, all texts `text`. */
export function crowdedCompilation(text: string): Compilation {
  const owner = [stated({ lead: given(text), with: [given(text)], leader: given(text), person: null })];
  const indicators = Array.from({ length: 50 }, (_, i) =>
    made.indicator(`i${i}`, { name: named(text), owner, attribute: given("binding") }),
  );
  const rows = indicators.map((indicator, i) => {
    const status = statuses[i % statuses.length] as Status;
    const wanted = made.target("reach", quantity(text, "85"), { wording: given(text) });
    const due = status === "missed" ? "2026-06-01" : isoDay(made.asOf + 1 + i);
    return made.row(indicator, status, {
      observedOn: day("2026-05-31"),
      figures: figures({
        value: "123456789.123456789",
        target: "85",
        expected: "60",
        gap: "-8",
        change: "1.5",
      }),
      targets: [
        judged(wanted, {
          dueOn: day(due),
          governing: true,
          status: status === "missed" ? "missed" : "not-due",
        }),
      ],
    });
  });
  const step = (i: number, due: string) => ({ ...made.milestone(`m${i}`, text, due), owner });
  const late = Array.from({ length: 20 }, (_, i) => step(i, isoDay(addMonths(made.asOf, -1 - i))));
  const coming = Array.from({ length: 20 }, (_, i) => step(20 + i, isoDay(made.asOf + 1 + i)));
  const plan = made.plan({
    title: given(text),
    issuer: {
      span: at(2),
      name: given(text),
      number: given(text),
      date: null,
      to: [],
      secrecy: null,
      signed: null,
      contact: given(text),
    },
    period: {
      span: at(2),
      start: given(day("2026-01-01")),
      end: given(day("2027-12-31")),
      stated: true,
      text: "2026-01..2027-12",
    },
    indicators,
    milestones: [...late, ...coming],
  });
  return made.compilation({
    plan,
    rows,
    status: "missed",
    progress: [made.progress("m0", "2026-06-01", { state: given("in-progress") })],
    demo: true,
  });
}

/** Texts of 300 characters and more: Chinese, words, capitals without a gap, a mixture, markup. */
export const longTexts: Readonly<Record<string, string>> = {
  chinese: "持续提升基层治理和公共服务水平的工作任务".repeat(15),
  words: "continuous improvement of public services and of their governance ".repeat(5),
  capitals: "W".repeat(300),
  mixed: "推进“一网通办”ABC（2026—2027年）85%以上，".repeat(12),
  markup: "</td><script>alert(1)</script> & | *x* ".repeat(8),
  short: "覆盖率",
};
