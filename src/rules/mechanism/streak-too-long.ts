/**
 * What must last in a row must fit into the plan.
 *
 * Looks at: streaks of alarms and of consequences, and spans in a row in conditions (连续3年, for 4 years) of consequences and
 * entitlements, against the time from the start of the mechanism to the end of the plan.
 * Reports: the streak; related: the period. A warning; a note for an entitlement, which may count years before the plan.
 * Source: DESIGN.md section 4 (dates outside the plan's period).
 */
import { numeralClass } from "../../plan/chinese-number.ts";
import { dateParts, isoDay } from "../../plan/days.ts";
import type { Given } from "../../plan/given.ts";
import { entriesAt, quantitiesAt, wordsAt } from "../../plan/parameters.ts";
import type { Mechanism } from "../../plan/plan.ts";
import { wholeNumber } from "../../plan/whole-number.ts";
import type { Span } from "../../text/source.ts";
import { defineRule } from "../define-rule.ts";
import { nameOf } from "../name-of.ts";
import { statedPeriod } from "../times-of.ts";
import { counted } from "../words.ts";

type Args = {
  readonly id: string;
  readonly name: string;
  readonly streak: string;
  readonly needed: number;
  readonly months: number;
  readonly end: string;
  readonly certain: boolean;
};

export const mechanismStreakTooLong = defineRule<Args>({
  code: "mechanism/streak-too-long",
  severity: "warning",
  text: {
    en: {
      title: "Time in a row longer than the plan",
      message: (a) =>
        `${a.id}: "${a.streak}" takes ${counted(a.needed, "months")}, but only ${a.months} ${a.months === 1 ? "is" : "are"} left until the plan ends on ${a.end}${a.certain ? "" : ": do years before the plan count?"}`,
      why: "A condition that needs longer than the plan lasts is never met in it.",
      fix: "Shorten the time, or say that results before the plan count.",
    },
    zhHans: {
      title: "连续时长超过实施期限",
      message: (a) =>
        `“${a.name}”以“${a.streak}”为条件，需 ${a.needed} 个月，而到 ${a.end} 实施期限届满只有 ${a.months} 个月${a.certain ? "" : "，此前年度是否计入未写明"}`,
      why: "连续时长超过实施期限，期内永远达不到条件。",
      fix: "缩短时长，或写明实施期限之前的结果计入。",
    },
  },
  check({ plan, report }) {
    const start = plan.period?.start?.value ?? null;
    const end = plan.period?.end?.value ?? null;
    if (plan.period === null || start === null || end === null) return;
    const related = [{ span: plan.period.span, note: { en: "period of the plan", zhHans: "实施期限" } }];
    for (const mechanism of plan.mechanisms) {
      if (mechanism.origin !== "plan") continue;
      const from = Math.max(start, statedPeriod(mechanism.from)?.start ?? start);
      const months = monthsBetween(from, end);
      const certain = mechanism.type.value !== "entitlement";
      for (const { text, span, needed } of streaksOf(mechanism)) {
        if (needed <= months) continue;
        const args = {
          id: mechanism.id.value,
          name: nameOf(mechanism),
          streak: text,
          needed,
          months,
          end: isoDay(end),
          certain,
        };
        report(span, args, { on: mechanism, related, severity: certain ? "warning" : "info" });
      }
    }
  },
});

function monthsBetween(from: number, to: number): number {
  const [a, b] = [dateParts(from), dateParts(to)];
  return (b.year - a.year) * 12 + b.month - a.month + 1;
}

interface Streak {
  readonly text: string;
  readonly span: Span;
  readonly needed: number;
}

const inARow = new RegExp(
  `连续\\s?(\\d{1,2}|[${numeralClass}]{1,3})\\s?(年|个?季度|个?月)|\\bfor (\\d{1,2}|two|three|four|five) (?:consecutive )?(year|quarter|month)s?\\b`,
  "iu",
);
const lengths = new Map([
  ["年", 12],
  ["季度", 3],
  ["个季度", 3],
  ["月", 1],
  ["个月", 1],
  ["year", 12],
  ["quarter", 3],
  ["month", 1],
]);

function streaksOf({ parameters }: Mechanism): readonly Streak[] {
  const maps = [
    parameters,
    ...["levels", "consequences", "cases"].flatMap((key) => entriesAt(parameters, key)),
  ];
  return maps.flatMap((map) => [
    ...quantitiesAt(map, "streak").flatMap(({ is }) => {
      const { unit, value, text } = is.value;
      if (unit?.dimension !== "months") return [];
      return [{ text: text.trim(), span: is.span, needed: Number(value.times(unit.factor)) }];
    }),
    ...[...wordsAt(map, "if"), ...wordsAt(map, "who")].flatMap(streakIn),
  ]);
}

function streakIn({ value, span }: Given<string>): readonly Streak[] {
  const [text = "", chinese = "", unit = "", english = "", word = ""] =
    inARow.exec(value.slice(0, 300)) ?? [];
  if (text === "") return [];
  const figure = chinese === "" ? english.toLowerCase() : chinese;
  const count = wholeNumber(figure) ?? 0;
  return [{ text, span, needed: count * (lengths.get(unit) ?? lengths.get(word.toLowerCase()) ?? 0) }];
}
